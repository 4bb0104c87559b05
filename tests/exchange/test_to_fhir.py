"""A FHIR R4 Bundle that the standard's own library accepts, with nothing changed on the way."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import BOOKKEEPING, CLINICAL
from desktop.exchange.to_fhir import resources_of, write_bundle
from desktop.exchange.to_fhir_parts import CELL, age_quantity
from desktop.work.demo import demonstration
from tests.exchange.drawn_cases import AS_OF, drawn_cases

if TYPE_CHECKING:
    from pathlib import Path

MADE = datetime(2026, 6, 1, 12, tzinfo=UTC)
P = "0123456789abcdef0123456789abcdef"


def _case(**tables: Any) -> Case:  # noqa: ANN401 - a table of any record
    patient = r.Patient(id=P, patient_id="TC-1", sex="female", birth_date="2010-05")
    return Case(patient=patient, as_of=AS_OF, **tables)


def _written(path: Path, *cases: Case) -> dict[str, Any]:
    write_bundle(path, cases, made=MADE)
    found: dict[str, Any] = json.loads(path.read_text(), parse_float=Decimal, parse_int=Decimal)
    return found


def _one(path: Path, kind: str, case: Case) -> dict[str, Any]:
    entries = _written(path, case)["entry"]
    (found,) = [e["resource"] for e in entries if e["resource"]["resourceType"] == kind]
    assert isinstance(found, dict)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bundle.json"


def test_the_demonstration_is_accepted_by_the_library_of_the_standard(path: Path) -> None:
    counts = write_bundle(path, demonstration(6), made=MADE)
    bundle = Bundle.model_validate_json(path.read_bytes())
    assert bundle.entry is not None
    assert len(bundle.entry) == sum(counts.values())
    assert counts["Patient"] == 6


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases())
def test_whatever_a_case_holds_is_accepted_and_every_record_is_there(
    tmp_path_factory: pytest.TempPathFactory, case: Case
) -> None:
    path = tmp_path_factory.mktemp("fhir") / "bundle.json"
    written = _written(path, case)
    Bundle.model_validate_json(path.read_bytes())
    records = sum(len(getattr(case, name)) for name in _CLINICAL)
    assert len(written["entry"]) == 1 + bool(case.patient.diagnosis) + records
    urls = {entry["fullUrl"] for entry in written["entry"]}
    assert len(urls) == len(written["entry"])
    assert set(_references(written)) <= urls


_CLINICAL = tuple(table.name for table in CLINICAL if table.name not in BOOKKEEPING)


def _references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["reference"]] if isinstance(part.get("reference"), str) else []
        return own + [one for value in part.values() for one in _references(value)]
    if isinstance(part, list):
        return [one for value in part for one in _references(value)]
    return []


def test_digits_comparator_and_range_leave_as_they_were_entered(path: Path) -> None:
    lab = r.LabResult(
        patient=P,
        analyte="serum_phosphate",
        value="5.00",
        comparator="<",
        unit="mg/dl",
        ref_low="2.50",
        ref_high="4.5",
        when="2021-03-04",
        flag="high",
    )
    found = _one(path, "Observation", _case(labs=(lab,)))
    assert str(found["valueQuantity"]["value"]) == "5.00"
    assert found["valueQuantity"]["comparator"] == "<"
    assert (found["valueQuantity"]["unit"], found["valueQuantity"]["code"]) == ("mg/dl", "mg/dL")
    assert str(found["referenceRange"][0]["low"]["value"]) == "2.50"
    assert found["effectiveDateTime"] == "2021-03-04"
    assert found["interpretation"][0]["coding"][0]["code"] == "H"


# LOINC: 2777-1 is the mass, 14879-1 the molar concentration of phosphate in serum or plasma.
@pytest.mark.parametrize(
    ("analyte", "unit", "code"),
    [
        ("serum_phosphate", "mg/dL", "2777-1"),
        ("serum_phosphate", "mmol/L", "14879-1"),
        ("serum_calcium_total", "meq/L", None),
        ("pth", "pg/mL", "2731-8"),
        ("pth", "pmol/L", None),
        ("fgf23_c_terminal", "RU/mL", None),
        ("2777-1", "mmol/L", "2777-1"),
    ],
)
def test_the_unit_decides_the_loinc_code_and_none_is_made_up(
    path: Path, analyte: str, unit: str, code: str | None
) -> None:
    lab = r.LabResult(patient=P, analyte=analyte, value="1", unit=unit)
    found = _one(path, "Observation", _case(labs=(lab,)))
    codings = {one["system"]: one["code"] for one in found["code"]["coding"]}
    assert codings.get("http://loinc.org") == code


def test_a_mass_is_one_structure_on_which_all_its_sizes_focus(path: Path) -> None:
    mass = r.Mass(patient=P, mass_id="M1", site="hip", side="left")
    sizes = tuple(
        r.MassMeasurement(patient=P, mass_id="M1", when=when, length_mm="41.0")
        for when in ("2020", "P14Y6M")
    )
    entries = _written(path, _case(masses=(mass,), mass_measurements=sizes))["entry"]
    structures = [e for e in entries if e["resource"]["resourceType"] == "BodyStructure"]
    seen = [e["resource"] for e in entries if e["resource"]["resourceType"] == "Observation"]
    assert len(structures) == 1
    focus = {one["focus"][0]["reference"] for one in seen}
    assert focus == {structures[0]["fullUrl"]}
    assert {str(one["component"][0]["valueQuantity"]["value"]) for one in seen} == {"41.0"}
    assert seen[0]["effectiveDateTime"] == "2020"
    ages = [ext.get("valueAge") for ext in seen[1]["extension"] if "valueAge" in ext]
    assert ages == [{"value": 174, "unit": "months", "system": _UCUM, "code": "mo"}]


_UCUM = "http://unitsofmeasure.org"


def test_absent_is_refuted_and_gone_is_not_a_size_of_zero(path: Path) -> None:
    finding = r.Finding(patient=P, feature="nephrocalcinosis", status="absent", when="P14Y")
    found = _one(path, "Condition", _case(findings=(finding,)))
    assert found["verificationStatus"]["coding"][0]["code"] == "refuted"
    assert found["onsetAge"]["code"] == "a"
    gone = r.MassMeasurement(patient=P, mass_id="M1", not_detectable="yes")
    seen = _one(path, "Observation", _case(mass_measurements=(gone,)))
    assert "component" not in seen
    assert seen["valueCodeableConcept"]["coding"][0]["code"] == "not_detectable"


def test_what_json_would_spell_otherwise_is_kept_beside_it() -> None:
    lab = r.LabResult(patient=P, analyte="pth", value="+3", unit="pg/mL", when="2021-03-04 07:30")
    found = next(one for one in resources_of(_case(labs=(lab,))) if one["id"] != _id())
    kept: Any = found
    assert kept["valueQuantity"]["extension"] == [{"url": f"{CELL}value", "valueString": "+3"}]
    assert {"url": f"{CELL}when", "valueString": lab.when} in kept["extension"]
    assert kept["effectiveDateTime"] == "2021-03-04"


def _id() -> object:
    return next(iter(resources_of(_case())))["id"]


def test_a_test_without_a_result_is_no_result(path: Path) -> None:
    lab = r.LabResult(patient=P, analyte="pth", state="not_measured", when="2021-03-04")
    found = _one(path, "Observation", _case(labs=(lab,)))
    assert found["status"] == "cancelled"
    assert not [name for name in found if name.startswith("value")]


@pytest.mark.parametrize(
    ("age", "told"),
    [("P14Y", (14, "a")), ("P3W", (3, "wk")), ("P14Y6M", (174, "mo")), ("P0D", None)],
)
def test_an_age_is_told_in_one_unit_or_not_at_all(age: str, told: tuple[int, str] | None) -> None:
    found = age_quantity(age)
    assert (found and (found["value"], found["code"])) == told


def test_a_file_without_names_has_none(path: Path) -> None:
    found = _one(path, "Patient", _case())
    assert "name" not in found
    assert found["birthDate"] == "2010-05"
    assert date.fromisoformat(MADE.date().isoformat()) == AS_OF


def test_a_control_character_becomes_a_picture_of_itself_and_a_backslash_stays(path: Path) -> None:
    finding = r.Finding(patient=P, feature="fever", status="present", note="a\x01\\u0001\b\t\nb")
    found = _one(path, "Condition", _case(findings=(finding,)))
    assert found["note"][0]["text"] == "a␁\\u0001␈\t\nb"
