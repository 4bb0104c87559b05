"""Pictures of every disorder as textbooks and reports describe them, written for this test.

``presentations.csv`` holds them in short form: ``-feature`` is absent, ``feature@P20Y`` was seen
at that age, ``p:high`` is a flag and ``p=7.4mg/dL`` a value (p phosphate, ca calcium), a mass is
``site:plane:when``, ``agent+`` helped, a variant is ``gene:zygosity:classification``. None of
them is a real person. They are wide on purpose: rules that fit only a few reports fail here.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from desktop.domain import records as r
from tests.guidance.making import alert_ids, assessment_of, case_of, first_of, forbidden

SHORT = {"p": "serum_phosphate", "ca": "serum_calcium_total"}
UNITS = {"serum_phosphate": "mg/dL", "serum_calcium_total": "mg/dL", "creatinine": "mg/dL"}
VALUE = re.compile(r"([\d.]+)(.*)")


@cache
def presentations() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("presentations.csv")
    with path.open(newline="", encoding="utf-8") as handle:
        return {row["name"]: row for row in csv.DictReader(handle)}


def rows_of(told: dict[str, str]) -> list[r.Record]:
    age = told["age"]
    rows: list[r.Record] = [finding(word, age) for word in told["findings"].split()]
    rows += [result(word, age) for word in told["labs"].split()]
    for place, word in enumerate(told["masses"].split()):
        site, plane, when = (*word.split(":"), "", "")[:3]
        rows.append(
            r.Mass(patient="p", mass_id=f"M{place}", site=site, plane=plane, first_when=when)
        )
    for word in told["treatments"].split():
        response = "improved" if word.endswith("+") else ""
        rows.append(r.Treatment(patient="p", agent=word.rstrip("+"), response=response))
    for word in told["variants"].split():
        gene, zygosity, classed = word.split(":")
        rows.append(
            r.Variant(
                patient="p", gene=gene, zygosity=zygosity, classification=classed, hgvs_c="c.1A>G"
            )
        )
    return rows


def finding(word: str, age: str) -> r.Finding:
    feature, _, when = word.lstrip("-").partition("@")
    status = "absent" if word.startswith("-") else "present"
    return r.Finding(patient="p", feature=feature, status=status, when=when or age)


def result(word: str, age: str) -> r.LabResult:
    told, _, when = word.partition("@")
    if "=" not in told:
        name, flag = told.split(":")
        return r.LabResult(patient="p", analyte=SHORT.get(name, name), flag=flag, when=when or age)
    name, value = told.split("=")
    found = VALUE.fullmatch(value)
    assert found is not None
    analyte = SHORT.get(name, name)
    unit = found[2] or UNITS.get(analyte, "ng/mL")
    return r.LabResult(patient="p", analyte=analyte, value=found[1], unit=unit, when=when or age)


@pytest.mark.parametrize("name", presentations())
def test_a_described_picture_puts_its_disorder_first(name: str) -> None:
    told = presentations()[name]
    case = case_of(*rows_of(told), sex=told["sex"], enrolled_when=told["age"])
    assessment = assessment_of(case)
    assert first_of(assessment) in told["expected"].split("|")
    assert assessment.differential[0].standing != "unlikely"


def test_fop_precautions_hold_in_every_picture_of_fop_and_in_few_others() -> None:
    stopped, others = [], []
    for name, told in presentations().items():
        case = case_of(*rows_of(told), sex=told["sex"], enrolled_when=told["age"])
        is_stopped = "surgical_excision" in forbidden(assessment_of(case), "contraindication")
        if told["expected"] == "fop":
            stopped.append((name, is_stopped))
        elif is_stopped and "fop" not in told["expected"]:
            others.append(name)
    assert [name for name, is_stopped in stopped if not is_stopped] == []
    assert others == []


def test_every_picture_of_sarcoma_raises_its_red_flag() -> None:
    for told in presentations().values():
        if told["expected"] == "soft_tissue_sarcoma":
            case = case_of(*rows_of(told), sex=told["sex"], enrolled_when=told["age"])
            assert "sarcoma-red-flag" in alert_ids(assessment_of(case)), told["name"]
