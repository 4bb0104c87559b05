"""What holds for every document: identity, page, day, maker and disclaimer on each page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.guidance.dossier import Dossier
from desktop.reports.imprint import Imprint
from desktop.work.report import PATIENT_KINDS, Order, PatientKind, document
from tests.reports.examples import (
    IMPRINT,
    P,
    dossier,
    empty_assessment,
    empty_case,
    empty_dossier,
    full_assessment,
    full_case,
    full_dossier,
    lab,
    named,
)
from tests.reports.reading import Read, read

MARKUP = '<b>A&B</b> <img src="x"/>'


def _pdf(kind: PatientKind, made: Dossier, imprint: Imprint = IMPRINT) -> bytes:
    return document(made, Order(kind=kind), imprint)


def _read(kind: PatientKind, made: Dossier, imprint: Imprint = IMPRINT) -> Read:
    return read(_pdf(kind, made, imprint))


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_every_page_says_whose_it_is_which_when_by_whom_and_what_it_is_not(
    kind: PatientKind,
) -> None:
    made = _read(kind, full_dossier())
    for number, page in enumerate(made.pages, 1):
        assert "ROMERO-VANCE, Lucia · 14\u2011May\u20112009 · CR-0142" in page
        assert f"page {number} of {len(made.pages)}" in page
        assert "Printed 20\u2011Nov\u20112025 by Front desk · guidance 2025.3" in page
        assert f"Audit 1234·9f3c2a10 · page {number} of" in page
        assert "DEMO DATA" in page
        assert "Not a diagnosis." in page


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_the_same_dossier_gives_the_same_bytes(kind: PatientKind) -> None:
    first = _pdf(kind, full_dossier())
    _pdf(kind, dossier(replace(full_case(), labs=())))
    assert _pdf(kind, full_dossier()) == first


@pytest.mark.parametrize("kind", PATIENT_KINDS)
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_both_papers_hold_the_document(
    kind: PatientKind, paper: str, size: tuple[int, int]
) -> None:
    chosen = replace(IMPRINT, paper="letter" if paper == "letter" else "a4")
    reader = PdfReader(BytesIO(_pdf(kind, full_dossier(), chosen)))
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_all_fonts_are_embedded(kind: PatientKind) -> None:
    fonts = _read(kind, full_dossier()).fonts
    assert fonts
    assert all(is_embedded for _, is_embedded in fonts)


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_an_assessment_of_another_patient_is_refused(kind: PatientKind) -> None:
    with pytest.raises(ValueError, match="another patient"):
        _pdf(kind, dossier(full_case(), full_assessment("CR-9999")))


@pytest.mark.parametrize("kind", ["clinician", "patient", "letter", "timeline"])
def test_an_empty_record_gives_a_document_that_says_so(kind: PatientKind) -> None:
    made = _read(kind, empty_dossier())
    assert len(made.pages) == 1 or kind == "patient"
    assert "name not recorded · birth date not recorded · X-1" in made.text
    assert "DEMO DATA" not in made.text


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_markup_and_long_names_are_printed_and_not_obeyed(kind: PatientKind) -> None:
    case = full_case()
    identity = r.Identity(id="i", patient=P, given_name=MARKUP, family_name="Family" * 40)
    treatments = (replace(case.treatments[0], agent=MARKUP, note="y" * 5000),)
    made = _read(kind, dossier(replace(case, identity=identity, treatments=treatments)))
    assert "FAMILYFAMILY" in made.text
    assert all("page" in page for page in made.pages)


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_a_long_name_leaves_birth_and_id_on_every_page(kind: PatientKind) -> None:
    case = named(full_case(), "A" * 200, "B" * 200)
    found = _read(kind, dossier(case, full_assessment()))
    assert all("B… · 14\u2011May\u20112009 · CR-0142" in page for page in found.pages)


@pytest.mark.parametrize("kind", PATIENT_KINDS)
def test_five_thousand_results_give_a_document(kind: PatientKind) -> None:
    labs = tuple(
        replace(
            lab("serum_phosphate", f"{4 + n % 3}.{n % 10}", "mg/dL", f"{2010 + n % 15}-03-01"),
            id=f"lab-{n}",
        )
        for n in range(5000)
    )
    made = _read(kind, dossier(replace(full_case(), labs=labs)))
    assert len(made.pages) <= 4


def test_a_card_is_refused_where_there_is_none() -> None:
    with pytest.raises(UserError, match="no emergency card"):
        _pdf("emergency", dossier(empty_case(), empty_assessment()))


def test_a_long_name_of_who_prints_does_not_cost_the_audit_mark() -> None:
    made = _read("clinician", full_dossier(), replace(IMPRINT, printed_by="Front desk " * 9))
    assert all("Audit 1234·9f3c2a10 · page" in page for page in made.pages)
    assert "Audit" not in _read("clinician", full_dossier(), replace(IMPRINT, head="")).text


def test_without_a_known_printer_the_page_names_none() -> None:
    made = _read("clinician", full_dossier(), replace(IMPRINT, printed_by=""))
    assert "Printed 20\u2011Nov\u20112025 · guidance 2025.3" in made.text
