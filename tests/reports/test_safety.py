"""The allergies of the safety box: present, none known, unclear, not recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import Alert
from desktop.reports.clinician import clinician_pdf
from tests.reports.examples import IMPRINT, P, dossier, empty_assessment, empty_case
from tests.reports.reading import read


def _text(case: Case, *alerts: Alert) -> str:
    assessment = replace(empty_assessment(), alerts=alerts)
    pdf = clinician_pdf(dossier(case, assessment), IMPRINT)
    return read(pdf).text


def _allergy(substance: str, status: str = "", **more: str) -> r.Allergy:
    return r.Allergy(
        id=f"a-{substance}-{status}",
        patient=P,
        substance=substance,
        status=status,
        when=more.get("when", ""),
        reaction=more.get("reaction", ""),
    )


@pytest.mark.parametrize(
    ("allergies", "words"),
    [
        ((), "Allergies not recorded"),
        (
            (_allergy("none", "none_known", when="2025-01-02"),),
            "No known allergies (02\u2011Jan\u20112025)",
        ),
        ((_allergy("penicillin", "unknown"),), "Allergy unclear: penicillin"),
        ((_allergy("latex", "present", reaction="hives"),), "Allergy: latex (hives)"),
    ],
)
def test_each_state_of_allergies_has_its_own_words(
    allergies: tuple[r.Allergy, ...], words: str
) -> None:
    text = _text(replace(empty_case(), allergies=allergies))
    assert words in text


def test_a_contradiction_about_allergies_is_pointed_out() -> None:
    both = (_allergy("latex"), _allergy("none", "none_known"))
    text = _text(replace(empty_case(), allergies=both))
    assert "Allergy: latex" in text
    assert "also says that no allergy is known" in text
    assert "No known allergies" not in text


def test_an_allergy_is_told_once_although_the_guidance_alerts_too() -> None:
    allergy = _allergy("latex")
    alert = Alert(
        id=f"allergy.{allergy.id}", severity="warning", text="Allergy: latex. Review.", short="x"
    )
    text = _text(replace(empty_case(), allergies=(allergy,)), alert)
    assert text.count("latex") == 1


def test_an_alert_carries_its_reasons_and_its_source() -> None:
    alert = Alert(
        id="x",
        severity="contraindication",
        text="No excision.",
        short="No excision",
        statements=("FOP-08",),
        because=("great toes malformed",),
    )
    text = _text(empty_case(), alert)
    assert "Contraindicated: No excision. Because: great toes malformed. [FOP-08]" in text
