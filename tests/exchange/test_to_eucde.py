"""The 16 common data elements: what is recorded, and nothing that is guessed."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.exchange.to_eucde import COLUMNS, common_data, common_data_table

P = "p1"


def _told(*, tables: dict[str, Any] | None = None, **cells: str) -> dict[str, str]:
    patient = r.Patient(id=P, patient_id="TC-1", **cells)  # type: ignore[arg-type]
    return common_data(Case(patient=patient, as_of=date(2026, 6, 1), **(tables or {})))


def test_there_are_sixteen_elements_in_their_order() -> None:
    rows = list(csv.reader(io.StringIO(common_data_table([]))))
    assert len(rows[0]) == len(COLUMNS) == 16
    assert rows[0][8] == "6.1 Diagnosis of the rare disease"


def test_nobody_is_called_alive_or_undiagnosed_without_a_record() -> None:
    told = _told()
    assert told == dict.fromkeys(told, "") | {"1.1": "TC-1"}


def test_death_is_told_with_its_date() -> None:
    told = _told(death_when="2020-05")
    assert (told["3.1"], told["3.2"]) == ("Dead", "2020-05")
    died = r.ClinicalEvent(patient=P, kind="death", when="P40Y")
    told = _told(tables={"events": (died,)})
    assert (told["3.1"], told["3.2"]) == ("Dead", "P40Y")


# ORPHAcodes: 337 fibrodysplasia ossificans progressiva, 306658 and 306661 the familial
# normophosphatemic and hyperphosphatemic forms of tumoral calcinosis (Orphanet).
@pytest.mark.parametrize(
    ("diagnosis", "gene", "told"),
    [
        ("fop", "", "ORPHA:337 Fibrodysplasia ossificans progressiva (FOP)"),
        (
            "hyperphosphatemic_tumoral_calcinosis",
            "GALNT3",
            "ORPHA:306661 Hyperphosphatemic tumoral calcinosis",
        ),
        (
            "normophosphatemic_tumoral_calcinosis",
            "SAMD9",
            "ORPHA:306658 Normophosphatemic tumoral calcinosis",
        ),
        ("normophosphatemic_tumoral_calcinosis", "", "Normophosphatemic tumoral calcinosis"),
        ("calciphylaxis", "", "Calciphylaxis"),
    ],
)
def test_a_disease_has_its_orpha_code_only_where_it_is_certain(
    diagnosis: str, gene: str, told: str
) -> None:
    variants = (r.Variant(patient=P, gene=gene, classification="pathogenic"),) if gene else ()
    found = _told(diagnosis=diagnosis, tables={"variants": variants})
    assert found["6.1"] == told
    assert found["6.2"].endswith(gene)
    assert bool(found["6.2"]) is bool(gene)


def test_a_ruled_out_diagnosis_is_none() -> None:
    fever = r.Finding(patient=P, feature="hyperphosphatemia", status="present", when="P3Y")
    absent = r.Finding(patient=P, feature="nephrocalcinosis", status="absent", when="P1Y")
    told = _told(
        diagnosis="fop", diagnosis_status="ruled_out", tables={"findings": (fever, absent)}
    )
    assert (told["6.1"], told["6.3"]) == ("", "HP:0002905")


def test_onset_is_when_a_mass_was_first_noticed_not_when_a_finding_was_recorded() -> None:
    seen = r.Finding(patient=P, feature="fever", status="present", when="P3Y")
    masses = tuple(
        r.Mass(patient=P, mass_id=f"M{n}", site="hip", first_when=when)
        for n, when in enumerate(("P14Y", "P9Y6M", ""))
    )
    assert _told(tables={"findings": (seen,)})["5.1"] == ""
    assert _told(tables={"findings": (seen,), "masses": masses})["5.1"] == "P9Y6M"


@pytest.mark.parametrize(
    ("answers", "told"), [(["given"], "yes"), (["given", "withdrawn"], "no"), ([], "")]
)
def test_the_answer_that_holds_is_told(answers: list[str], told: str) -> None:
    consents = tuple(
        r.Consent(patient=P, purpose="contact", status=status, when=f"202{n}-01-01")
        for n, status in enumerate(answers)
    )
    assert _told(tables={"consents": consents})["7.1"] == told
