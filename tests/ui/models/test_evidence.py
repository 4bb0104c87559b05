"""From criteria to records, and to the forms that answer what is unknown."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import Criterion
from desktop.guidance.loader import guidance_pack
from desktop.guidance.logic import Group
from desktop.ui.models.evidence import openings, proofs_of, record_of

LAB = r.LabResult(
    id="l1", patient="p", analyte="serum_phosphate", value="6.8", unit="mg/dL", when="2021-03-04"
)
MASS = r.Mass(id="m1", patient="p", mass_id="M1", site="hip", first_when="2019")
CASE = Case(
    patient=r.Patient(id="p", patient_id="CR-1"),
    as_of=date(2026, 11, 20),
    labs=(LAB,),
    masses=(MASS,),
)


def criterion(*evidence: str, because: tuple[str, ...]) -> Criterion:
    return Criterion(
        id="c",
        status="met",
        polarity="for",
        weight="major",
        text="Phosphate high",
        evidence=evidence,
        because=because,
    )


@pytest.mark.parametrize(
    ("evidence", "record"),
    [("lab:l1", "l1"), ("derived:trp:l1,l2", "l1"), ("patient:p", "p"), ("mass:m1", "m1")],
)
def test_evidence_names_the_record_to_show(evidence: str, record: str) -> None:
    assert record_of(evidence) == record


def test_a_proof_has_the_date_of_its_record_in_a_place_of_its_own() -> None:
    told = "Phosphate 6.8 mg/dL, high, 04\u2011Mar\u20112021"
    ((lab, mass),) = proofs_of([criterion("lab:l1", "mass:m1", because=(told, "Mass M1"))], CASE)
    assert (lab.record, lab.when) == ("l1", "04\u2011Mar\u20112021")
    assert lab.undated == "Phosphate 6.8 mg/dL, high"
    assert (mass.when, mass.undated) == ("2019", "Mass M1")


@pytest.mark.parametrize(
    ("fact", "table", "cells"),
    [
        ("great_toe_malformation", "findings", {"feature": "great_toe_malformation"}),
        ("phosphate_high", "labs", {"analyte": "serum_phosphate"}),
        ("product_above_75", "labs", {"analyte": "serum_phosphate"}),
        ("trp_high", "labs", {"analyte": "urine_phosphate"}),
        ("egfr_below_60", "labs", {"analyte": "creatinine"}),
        ("acvr1_pathogenic", "variants", {"gene": "ACVR1"}),
        ("affected_sibling", "family", {"relation": "sibling"}),
        ("taking.acetazolamide", "treatments", {"agent": "acetazolamide"}),
        ("procedure.excision", "procedures", {"kind": "excision"}),
        ("allergies_recorded", "allergies", {}),
        ("birth_known", "patients", {}),
        ("mass_at_joint", "masses", {}),
    ],
)
def test_an_unknown_fact_leads_to_the_form_that_records_it(
    fact: str, table: str, cells: dict[str, str]
) -> None:
    (opening,) = openings(fact, guidance_pack(), CASE)
    assert (opening.table, dict(opening.cells)) == (table, cells)


def test_what_is_recorded_already_is_not_asked_for_again() -> None:
    teeth = Group(any=("short_dental_roots", "pulp_calcification"))
    both = openings(teeth, guidance_pack(), CASE)
    assert [dict(one.cells)["feature"] for one in both] == [
        "short_dental_roots",
        "pulp_calcification",
    ]
    known = r.Finding(patient="p", feature="short_dental_roots", status="absent")
    case = Case(patient=CASE.patient, as_of=CASE.as_of, findings=(known,))
    (left,) = openings(teeth, guidance_pack(), case)
    assert dict(left.cells) == {"feature": "pulp_calcification"}


def test_a_rule_about_what_is_unknown_asks_for_that_alone() -> None:
    missing = Group(all=("any_deposit",), unknown=("calcium_recorded",))
    (opening,) = openings(missing, guidance_pack(), CASE)
    assert opening.table == "labs"


def test_every_question_of_the_shipped_tests_has_a_form() -> None:
    pack = guidance_pack()
    without = [
        rule.id
        for file in pack.files
        for rule in file.test
        if not any(openings(name, pack, CASE) for name in rule.asks)
    ]
    assert not without


def test_every_missing_item_of_the_shipped_rules_has_a_form() -> None:
    pack = guidance_pack()
    rules = [rule for file in pack.files for rule in file.missing]
    assert not [rule.id for rule in rules if not openings(rule.when, pack, CASE)]
