"""How long the summary is, and that nothing that keeps a patient safe was left out for it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.charts.timeline import treatment_text
from desktop.domain.case import Case
from desktop.guidance.assessment import Alert
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.guidance.sources import labels
from desktop.measures.derived import derive
from desktop.reports.clinician import clinician_pdf
from desktop.work.demo import demonstration
from tests.reports.examples import (
    IMPRINT,
    empty_assessment,
    empty_case,
    empty_dossier,
    full_dossier,
)
from tests.reports.reading import read

FOOT = 50.0
"""Points from the lower edge within which only the foot of the page stands."""


@cache
def _flagship() -> Dossier:
    return dossier_of(next(iter(demonstration(1))))


@cache
def _flagship_pdf() -> bytes:
    return _pdf(_flagship())


def _pdf(dossier: Dossier) -> bytes:
    return clinician_pdf(dossier, IMPRINT)


def _squeezed(text: str) -> str:
    """Without spaces: on paper a line may break anywhere."""
    return "".join(text.replace("\u2011", "-").split())


def _page(number: int) -> str:
    return _squeezed(read(_flagship_pdf()).pages[number])


def _paper() -> str:
    """All pages as one text, the heads and feet left between them."""
    return _squeezed(read(_flagship_pdf()).text)


def test_the_patient_of_the_design_takes_two_pages_as_drawn() -> None:
    pdf = clinician_pdf(full_dossier(), IMPRINT)
    assert len(read(pdf).pages) == 2


def test_a_patient_with_nothing_recorded_takes_one_page() -> None:
    pdf = clinician_pdf(empty_dossier(), IMPRINT)
    assert len(read(pdf).pages) == 1


def test_the_richest_demonstration_patient_takes_at_most_four_pages() -> None:
    assert len(read(_flagship_pdf()).pages) <= 4


@pytest.mark.parametrize("case", list(demonstration(8))[1:], ids=lambda c: c.patient.patient_id)
def test_an_ordinary_demonstration_patient_takes_two_or_three_pages(case: Case) -> None:
    assert len(read(_pdf(dossier_of(case))).pages) <= 3


def test_no_page_of_the_flagship_but_the_last_is_left_a_quarter_empty() -> None:
    *pages, _ = PdfReader(BytesIO(_flagship_pdf())).pages
    for page in pages:
        lowest: list[float] = []

        def note(
            text: str, _cm: object, tm: list[float], *_: object, found: list[float] = lowest
        ) -> None:
            if text.strip() and tm[5] > FOOT:
                found.append(tm[5])

        page.extract_text(visitor_text=note)
        assert min(lowest) < 0.25 * float(page.mediabox.height)


def test_every_alert_stands_in_full_on_the_first_page_with_its_source() -> None:
    dossier, page = _flagship(), _page(0)
    listed = {f"allergy.{allergy.id}" for allergy in dossier.case.allergies}
    alerts = [a for a in dossier.assessment.alerts if a.id not in listed]
    assert {"contraindication", "warning"} <= {alert.severity for alert in alerts}
    for alert in alerts:
        assert _squeezed(alert.text) in page
        for source in labels((*alert.statements, *alert.references)):
            assert _squeezed(source) in page
    for allergy in dossier.case.allergies:
        assert _squeezed(f"Allergy: {allergy.substance}") in page


def test_every_treatment_stands_with_its_dose_and_every_advice_with_its_text() -> None:
    dossier, text = _flagship(), _paper()
    for treatment in dossier.case.treatments:
        assert _squeezed(treatment_text(treatment)) in text
    current = [a for a in dossier.assessment.management if not a.superseded_by]
    assert current
    for advice in current:
        for word in (advice.text.split(". ")[0], advice.strength.split("; ")[0]):
            assert _squeezed(word) in text


def test_what_is_superseded_is_named_as_such_and_its_advice_is_not_repeated() -> None:
    dossier, text = _flagship(), _paper()
    superseded = [a for a in dossier.assessment.management if a.superseded_by]
    assert superseded
    below = text[text.index(_squeezed("Superseded, not to plan on:")) :]
    for advice in superseded:
        assert _squeezed(advice.superseded_by) in below
        assert _squeezed(advice.text) not in text


def test_everything_to_watch_and_everything_missing_is_named() -> None:
    dossier, text = _flagship(), _paper()
    watched = text[text.index("Monitoring") :]
    for item in dossier.assessment.monitoring:
        assert _squeezed(item.what) in watched
    overdue = [item for item in dossier.assessment.monitoring if item.is_overdue]
    assert watched.count("overduesince") == len(overdue) > 0
    for missing in dossier.assessment.missing:
        assert _squeezed(missing.rstrip(".")) in watched


def test_every_candidate_is_named_and_every_deciding_argument_has_its_words() -> None:
    dossier, text = _flagship(), _paper()
    best, *others = dossier.assessment.differential
    for criterion in best.criteria:
        if criterion.weight in ("decisive", "major") or criterion.status == "met":
            assert _squeezed(criterion.text) in text
    for other in others:
        assert _squeezed(other.name.rpartition(": ")[2]) in text


def test_notes_and_cleared_alerts_run_together_but_are_never_lost() -> None:
    notes = [
        Alert(id=f"n{n}", severity="info", text=f"Note number {n}.", short="n") for n in range(3)
    ]
    cleared = [
        replace(alert, id=f"c{n}", text=f"Cleared number {n}.", cleared=True)
        for n, alert in enumerate(notes)
    ]
    case = empty_case()
    assessment = replace(empty_assessment(), alerts=(*notes, *cleared))
    pdf = clinician_pdf(Dossier(case, derive(case), assessment), IMPRINT)
    text = read(pdf).text
    assert "Note: Note number 0. Note number 1. Note number 2." in text
    assert "Cleared: Cleared number 0. Cleared number 1. Cleared number 2." in text
