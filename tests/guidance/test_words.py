"""Records in words: every kind of record, with its date, in whole sentences of the language."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain import records as r
from desktop.domain.columns import BOOKKEEPING, CLINICAL
from desktop.domain.when import parse_when, shown
from desktop.guidance.words import (
    allergy_words,
    event_words,
    first_seen_words,
    mass_words,
    procedure_words,
    record_words,
    relative_words,
    treatment_words,
    variant_words,
)
from tests.guidance.making import case_of, flagged, lab, takes

DAY = "2021-03-04"
SHOWN = shown(parse_when(DAY))


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (r.ClinicalEvent(patient="p", kind="fracture", when=DAY), f"Fracture, {SHOWN}"),
        (r.Procedure(patient="p", kind="dental", when=DAY), f"Dental visit, {SHOWN}"),
        (
            r.Procedure(patient="p", kind="excision", completeness="incomplete"),
            "Excision, incomplete",
        ),
        (r.Relative(patient="p", relation="sibling", affected="yes"), "Sibling affected"),
        (r.Relative(patient="p", relation="other", affected="no"), "Other relative not affected"),
        (r.Relative(patient="p", relation="child"), "Child not known"),
        (r.Allergy(patient="p", substance="Latex", reaction="rash"), "Latex (rash)"),
        (
            r.Variant(
                patient="p", gene="KL", zygosity="compound_heterozygous", classification="vus"
            ),
            "KL, compound heterozygous, uncertain significance",
        ),
        (r.Mass(patient="p", mass_id="M1", site="hip", side="left"), "Mass M1, left hip"),
        (r.Visit(patient="p", when=DAY), f"Visit, {SHOWN}"),
        (r.Patient(id="p", patient_id="P1"), "Personal details"),
    ],
)
def test_a_record_is_told_in_words(record: r.Record, words: str) -> None:
    assert record_words(record, case_of()) == words


def test_a_treatment_tells_since_when_and_until_when() -> None:
    start, stop = shown(parse_when("2020-01-01")), shown(parse_when("2021-01-01"))
    assert treatment_words(takes("sevelamer", "", "")) == "Sevelamer"
    assert treatment_words(takes("sevelamer")) == f"Sevelamer since {start}"
    ended = takes("sevelamer", "2020-01-01", "2021-01-01")
    assert treatment_words(ended) == f"Sevelamer since {start} until {stop}"
    assert treatment_words(takes("sevelamer", "", "2021-01-01")) == f"Sevelamer until {stop}"


def test_a_result_tells_value_verdict_and_range_or_the_flag() -> None:
    case = case_of(sex="female", birth="1990-05-04")
    number = lab("serum_phosphate", "6.8", "mg/dL", DAY, ref_low="2.5", ref_high="4.5")
    told = f"Phosphate 6.8 mg/dL, high (range 2.5–4.5), {SHOWN}"
    assert record_words(number, case) == told
    assert record_words(flagged("pth", "low"), case) == "PTH reported as low"


def test_every_kind_of_record_has_words() -> None:
    for table in CLINICAL:
        if table.name in BOOKKEEPING:
            continue
        needed: dict[str, Any] = {
            c.name: DAY if "when" in c.name else "x" for c in table.columns if c.required
        }
        record = table.record(**{"patient": "p", **needed})
        words = record_words(record, case_of())
        assert words
        assert table.name not in words


def test_words_of_one_kind_are_those_of_any_record() -> None:
    event = r.ClinicalEvent(patient="p", kind="flare", when=DAY)
    assert event_words(event) == f"Flare, {SHOWN}"
    assert first_seen_words("") == "First seen"
    latex = r.Allergy(patient="p", substance="Latex")
    assert allergy_words(latex) == record_words(latex, case_of()) == "Latex"
    mass = r.Mass(patient="p", mass_id="M1", site="hip")
    assert mass_words(mass) == record_words(mass, case_of())
    biopsy = r.Procedure(patient="p", kind="biopsy")
    assert procedure_words(biopsy) == record_words(biopsy, case_of()) == "Biopsy"
    mother = r.Relative(patient="p", relation="mother")
    assert relative_words(mother) == record_words(mother, case_of()) == "Mother not known"
    klotho = r.Variant(patient="p", gene="KL")
    assert variant_words(klotho) == record_words(klotho, case_of()) == "KL"
