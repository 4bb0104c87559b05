"""Phenopackets that the official classes read, zeros and limits of detection included."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from google.protobuf.json_format import Parse
from hypothesis import HealthCheck, given, settings
from phenopackets import Interpretation, Phenopacket

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.exchange.to_phenopackets import file_name, left_out, write_phenopackets
from desktop.work.demo import demonstration
from tests.exchange.drawn_cases import AS_OF, drawn_cases

if TYPE_CHECKING:
    from pathlib import Path

MADE = datetime(2026, 6, 1, 12, tzinfo=UTC)
P = "p1"


def _case(**cells: Any) -> Case:  # noqa: ANN401 - cells of the patient and tables of records
    own = {name: cells.pop(name) for name in ("diagnosis", "diagnosis_status") if name in cells}
    patient = r.Patient(id=P, patient_id="TC-1", sex="female", birth_date="2010-05-04", **own)
    return Case(patient=patient, as_of=AS_OF, **cells)


def _written(folder: Path, case: Case) -> tuple[dict[str, Any], Any]:
    write_phenopackets(folder, [case], made=MADE)
    (path,) = folder.iterdir()
    text = path.read_text()
    return json.loads(text), Parse(text, Phenopacket())


def test_the_demonstration_is_read_by_the_official_classes(tmp_path: Path) -> None:
    cases = list(demonstration(8))
    assert write_phenopackets(tmp_path, cases, made=MADE)[0] == {"phenopackets": 8}
    found = [Parse(path.read_text(), Phenopacket()) for path in tmp_path.iterdir()]
    assert {one.subject.id for one in found} == {case.patient.patient_id for case in cases}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=drawn_cases())
def test_whatever_a_case_holds_is_read_and_nothing_that_fits_is_lost(
    tmp_path_factory: pytest.TempPathFactory, case: Case
) -> None:
    _, read = _written(tmp_path_factory.mktemp("packet") / "out", case)
    features = len(case.findings) + len(case.masses) + len(case.events)
    assert len(read.phenotypic_features) == features
    excluded = sum(one.status == "absent" for one in case.findings)
    assert sum(one.excluded for one in read.phenotypic_features) == excluded
    assert len(read.medical_actions) == len(case.treatments) + len(case.procedures)
    labs = [one for one in case.results if one.value.strip() or one.flag.strip()]
    body = sum(bool(one.height_cm) + bool(one.weight_kg) for one in case.body)
    assert len(read.measurements) == len(labs) + len(case.mass_measurements) + body
    held = sum(len(one.diagnosis.genomic_interpretations) for one in read.interpretations)
    assert held == len(case.variants)
    assert left_out(case)["family"] == len(case.family)


def test_a_result_of_zero_is_written_and_comes_back_as_zero(tmp_path: Path) -> None:
    lab = r.LabResult(patient=P, analyte="esr", value="0", unit="mm/h", ref_low="0", ref_high="20")
    written, read = _written(tmp_path / "out", _case(labs=(lab,)))
    quantity = written["measurements"][0]["value"]["quantity"]
    assert quantity["value"] == 0
    assert quantity["referenceRange"]["low"] == 0
    assert read.measurements[0].value.HasField("quantity")


def test_digits_are_written_as_they_were_entered(tmp_path: Path) -> None:
    lab = r.LabResult(patient=P, analyte="serum_phosphate", value="5.00", unit="mg/dL")
    write_phenopackets(tmp_path, [_case(labs=(lab,))], made=MADE)
    (path,) = tmp_path.iterdir()
    assert '"value":5.00' in path.read_text()


@pytest.mark.parametrize(
    ("comparator", "identifier"),
    [
        ("<", "CALCINOSIS:below"),
        ("<=", "CALCINOSIS:at_most"),
        (">", "CALCINOSIS:above"),
        (">=", "CALCINOSIS:at_least"),
    ],
)
def test_a_limit_never_becomes_an_exact_number(
    tmp_path: Path, comparator: str, identifier: str
) -> None:
    lab = r.LabResult(patient=P, analyte="pth", value="3", comparator=comparator, unit="pg/mL")
    _, read = _written(tmp_path / "out", _case(labs=(lab,)))
    value = read.measurements[0].value
    assert not value.HasField("quantity")
    assert (value.ontology_class.id, value.ontology_class.label) == (
        identifier,
        f"{comparator}3 pg/mL",
    )


def test_a_mass_that_is_gone_has_no_size_of_zero(tmp_path: Path) -> None:
    gone = r.MassMeasurement(patient=P, mass_id="M1", not_detectable="yes", modality="mri")
    _, read = _written(tmp_path / "out", _case(mass_measurements=(gone,)))
    assert read.measurements[0].value.ontology_class.id == "CALCINOSIS:not_detectable"
    assert not read.measurements[0].HasField("complex_value")


@pytest.mark.parametrize(
    ("status", "diseases", "progress"),
    [("confirmed", [False], []), ("ruled_out", [True], []), ("suspected", [], ["IN_PROGRESS"])],
)
def test_what_is_suspected_is_no_disease(
    tmp_path: Path, status: str, diseases: list[bool], progress: list[str]
) -> None:
    case = _case(diagnosis="fop", diagnosis_status=status)
    _, read = _written(tmp_path / "out", case)
    assert [one.excluded for one in read.diseases] == diseases
    named = Interpretation.ProgressStatus.Name
    assert [named(one.progress_status) for one in read.interpretations] == progress
    if diseases:
        assert read.diseases[0].term.id == "ORPHA:337"


def test_only_codes_that_are_certain_leave(tmp_path: Path) -> None:
    seen = [
        r.Finding(patient=P, feature=name, status="present")
        for name in ("hyperphosphatemia", "joint_pain", "HP:0002829", "a local sign")
    ]
    _, read = _written(tmp_path / "out", _case(findings=tuple(seen)))
    assert [one.type.id for one in read.phenotypic_features] == [
        "HP:0002905",
        "CALCINOSIS:joint_pain",
        "HP:0002829",
        "CALCINOSIS:free_text",
    ]
    assert read.phenotypic_features[3].type.label == "a local sign"
    prefixes = {one.namespace_prefix for one in read.meta_data.resources}
    assert prefixes == {"HP", "CALCINOSIS"}


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("P14Y6M", {"age": {"iso8601duration": "P14Y6M"}}),
        ("2021-03-04", {"timestamp": "2021-03-04T00:00:00Z"}),
        (
            "2021-02",
            {"interval": {"start": "2021-02-01T00:00:00Z", "end": "2021-02-28T00:00:00Z"}},
        ),
    ],
)
def test_part_of_a_date_is_never_made_a_day(
    tmp_path: Path, when: str, told: dict[str, object]
) -> None:
    finding = r.Finding(patient=P, feature="fever", status="present", when=when)
    written, _ = _written(tmp_path / "out", _case(findings=(finding,)))
    assert written["phenotypicFeatures"][0]["onset"] == told


def test_file_names_are_safe_and_never_the_same() -> None:
    taken: set[str] = set()
    names = [file_name(one, taken) for one in ("A/B", "a_b", "../..", "Łódź 1", "..")]
    assert len({name.casefold() for name in names}) == 5
    assert not [name for name in names if "/" in name or name.startswith(".")]
