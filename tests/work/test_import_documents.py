"""Documents of other systems through the whole import: matched, corrected, undone, repeated."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import PATIENTS, SHOWN_TABLES, Table, table_named
from desktop.exchange.csv_writing import write_folder
from desktop.exchange.mapping import Answers, TableMapping
from desktop.exchange.to_fhir import write_bundle
from desktop.exchange.to_tables import filled_tables, write_tables_to_share
from desktop.work.demo import demonstration
from desktop.work.import_file import import_into
from desktop.work.import_tables import import_tables
from desktop.work.mapping import fingerprint, forget, recall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit

LABS = table_named("labs")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry") as made:
        yield made


def message(value: str, *, at: str = "20200305", status: str = "F", name: str = "Probst") -> str:
    return "\r".join(
        (
            f"MSH|^~\\&|LAB|CITY|||{at}||ORU^R01|C{at}|P|2.5",
            f"PID|1||H17^^^CITY^MR||{name}^Ana||19900203|F",
            "OBR|1||F1|BONE|||20200304",
            f"OBX|1|NM|2777-1^Phosphate^LN||{value}|mg/dL|||||{status}|||20200304",
            "OBX|2|NM|1751-7^Albumin^LN||4.1|g/dL|||||F|||20200304",
        )
    )


def sent(folder: Path, text: str) -> Path:
    path = folder / "sent"
    path.write_text(text)
    return path


def values(registry: Registry) -> list[tuple[str, str, str]]:
    labs = [one for one in registry.records(LABS) if isinstance(one, r.LabResult)]
    return sorted((one.analyte, one.value, one.state) for one in labs)


def test_a_message_makes_the_patient_and_a_second_copy_changes_nothing(
    registry: Registry, tmp_path: Path
) -> None:
    first = import_tables(registry, [sent(tmp_path, message("4.50"))])
    assert (first.tallies["patients"].added, first.tallies["labs"].added) == (1, 2)
    again = import_tables(registry, [sent(tmp_path, message("4.50"))])
    assert not again.written
    assert again.tallies["labs"].unchanged == 2
    later = import_tables(registry, [sent(tmp_path, message("4.50", at="20200401"))])
    assert later.tallies["labs"].unchanged == 2


def test_a_corrected_result_replaces_the_first_and_one_undo_brings_it_back(
    registry: Registry, tmp_path: Path
) -> None:
    import_tables(registry, [sent(tmp_path, message("45"))])
    outcome = import_tables(registry, [sent(tmp_path, message("4.5", at="20200306", status="C"))])
    assert outcome.tallies["labs"].updated == 1
    assert "45 mg/dL before, 4.5 mg/dL now" in outcome.warnings[-1].rule
    assert values(registry) == [("1751-7", "4.1", ""), ("2777-1", "4.5", "")]
    registry.undo()
    assert values(registry) == [("1751-7", "4.1", ""), ("2777-1", "45", "")]


def test_an_older_message_never_undoes_a_correction(registry: Registry, tmp_path: Path) -> None:
    import_tables(registry, [sent(tmp_path, message("4.5", at="20200306", status="C"))])
    outcome = import_tables(registry, [sent(tmp_path, message("45"))])
    assert not outcome.written
    assert "older version" in outcome.warnings[0].rule
    assert ("2777-1", "4.5", "") in values(registry)


def test_a_withdrawn_result_no_longer_has_a_value(registry: Registry, tmp_path: Path) -> None:
    import_tables(registry, [sent(tmp_path, message("45"))])
    import_tables(registry, [sent(tmp_path, message("45", at="20200306", status="W"))])
    assert ("2777-1", "", "not_measured") in values(registry)


def test_a_withdrawn_result_that_never_came_makes_no_entry(
    registry: Registry, tmp_path: Path
) -> None:
    import_tables(registry, [sent(tmp_path, message("45", status="W"))])
    assert [analyte for analyte, _, _ in values(registry)] == ["1751-7"]


def test_first_and_corrected_version_in_one_file_are_one_result(
    registry: Registry, tmp_path: Path
) -> None:
    both = message("45") + "\r" + message("4.5", at="20200306", status="C")
    outcome = import_tables(registry, [sent(tmp_path, both)])
    assert values(registry) == [("1751-7", "4.1", ""), ("2777-1", "4.5", "")]
    tally = outcome.tallies["labs"]
    assert tally.read == tally.added + tally.updated + tally.unchanged + tally.refused
    registry.undo()
    assert values(registry) == []


def _edit_phosphate(registry: Registry, value: str) -> None:
    (lab,) = (
        one
        for one in registry.records(LABS)
        if isinstance(one, r.LabResult) and one.analyte == "2777-1"
    )

    def edit(open_edit: Edit) -> None:
        open_edit.put(replace(lab, value=value))

    registry.change("Edit", edit)


def test_what_a_clinician_changed_is_not_overwritten(registry: Registry, tmp_path: Path) -> None:
    import_tables(registry, [sent(tmp_path, message("45"))])
    _edit_phosphate(registry, "4.6")
    same = import_tables(registry, [sent(tmp_path, message("45"))])
    assert same.tallies["labs"].unchanged == 2
    corrected = import_tables(registry, [sent(tmp_path, message("4.5", at="20200306"))])
    assert "changed in the registry" in corrected.refusals[0].rule
    assert ("2777-1", "4.6", "") in values(registry)


def test_a_patient_is_found_by_the_hospital_number(registry: Registry, tmp_path: Path) -> None:
    person = r.Patient(patient_id="R1", sex="female", birth_date="1990-02-03")

    def add(open_edit: Edit) -> None:
        open_edit.put(person)
        open_edit.put(r.Identity(patient=person.id, family_name="Probst", mrn="H17"))

    registry.change("Add", add)
    outcome = import_tables(registry, [sent(tmp_path, message("4.5"))])
    assert outcome.refusals == []
    assert [one.patient for one in registry.records(LABS)] == [person.id] * 2
    assert len(registry.records(PATIENTS)) == 1


def test_another_person_under_the_same_number_is_a_conflict(
    registry: Registry, tmp_path: Path
) -> None:
    import_tables(registry, [sent(tmp_path, message("4.5"))])
    other = message("9.9", at="20200310", name="Ohlsen").replace("|F1|", "|F2|")
    outcome = import_tables(registry, [sent(tmp_path, other)])
    assert not outcome.written
    assert {remark.column for remark in outcome.refusals} == {"family_name", "patient_id"}
    assert ("2777-1", "4.5", "") in values(registry)


def test_capitals_make_no_other_person(registry: Registry, tmp_path: Path) -> None:
    import_tables(registry, [sent(tmp_path, message("4.5"))])
    outcome = import_tables(registry, [sent(tmp_path, message("4.5", name="PROBST"))])
    assert outcome.refusals == []
    assert not outcome.written


def test_a_bundle_goes_in_once(registry: Registry, tmp_path: Path) -> None:
    result = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "2777-1"}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": "2020-03-04",
        "valueQuantity": {"value": 4.5, "unit": "mg/dL"},
    }
    entries = [{"resource": {"resourceType": "Patient", "id": "p"}}, {"resource": result}]
    path = sent(tmp_path, json.dumps({"resourceType": "Bundle", "entry": entries}))
    assert import_tables(registry, [path]).tallies["labs"].added == 1
    assert not import_tables(registry, [path]).written


def test_results_without_a_number_of_their_sender_are_all_kept(
    registry: Registry, tmp_path: Path
) -> None:
    unit = {"id": "UCUM:mg/dL", "label": "mg/dL"}
    measured = [
        {
            "assay": {"id": "LOINC:2777-1", "label": "Phosphate"},
            "value": {"quantity": {"unit": unit, "value": value}},
            "timeObserved": {"age": {"iso8601duration": "P9Y"}},
        }
        for value in (4.5, 5.5, 5.5)
    ]
    packet = {"id": "P1", "subject": {"id": "P1"}, "measurements": measured, "metaData": {}}
    path = sent(tmp_path, json.dumps(packet))
    outcome = import_tables(registry, [path])
    assert outcome.tallies["labs"].added == 3
    assert sorted(value for _, value, _ in values(registry)) == ["4.5", "5.5", "5.5"]
    assert not import_tables(registry, [path]).written


def test_two_results_under_one_number_are_a_conflict(registry: Registry, tmp_path: Path) -> None:
    both = message("45") + "\r" + message("4.5")
    outcome = import_tables(registry, [sent(tmp_path, both)])
    assert "neither is the later one" in outcome.refusals[0].rule
    assert ("2777-1", "45", "") in values(registry)


def test_an_export_of_ours_goes_round_and_changes_nothing_where_it_came_from(
    registry: Registry, tmp_path: Path
) -> None:
    cases = list(demonstration(6))
    write_folder(tmp_path / "tables", cases)
    assert import_tables(registry, [tmp_path / "tables"]).refusals == []
    made = datetime(2026, 1, 1, tzinfo=UTC)
    write_bundle(tmp_path / "bundle", cases, made=made)
    again = import_tables(registry, [tmp_path / "bundle"])
    assert again.refusals == []
    assert not again.written
    with Registry.create(tmp_path / "other.registry") as other:
        import_tables(other, [tmp_path / "bundle"])
        found = {row.patient_id: other.case(row.id) for row in other.patients()}
    for case in cases:
        came = found[case.patient.patient_id]
        for table in SHOWN_TABLES:
            assert _cells(came, table) == _cells(case, table), table.name


def _cells(case: Case, table: Table) -> list[list[str]]:
    records = getattr(case, table.name)
    return sorted([getattr(one, name).strip() for name in table.names] for one in records)


def test_a_repeated_line_of_a_laboratory_list_is_one_result(
    registry: Registry, tmp_path: Path
) -> None:
    registry.change("Add", lambda edit: edit.put(r.Patient(patient_id="P1")))
    line = "P1,2020-03-04,PHOS,4.5,mg/dL\n"
    path = sent(tmp_path, "patient,date,test,result,units\n" + line + line)
    outcome = import_tables(registry, [path])
    assert (outcome.tallies["labs"].added, outcome.tallies["labs"].unchanged) == (1, 1)
    assert "taken once" in outcome.warnings[0].rule
    assert not import_tables(registry, [path]).written


def test_a_list_may_name_patients_by_their_hospital_number(
    registry: Registry, tmp_path: Path
) -> None:
    person = r.Patient(patient_id="R1")

    def add(open_edit: Edit) -> None:
        open_edit.put(person)
        open_edit.put(r.Identity(patient=person.id, mrn="H17"))

    registry.change("Add", add)
    path = sent(tmp_path, "mrn,date,test,result,units\nH17,2020-03-04,PHOS,4.5,mg/dL\n")
    assert import_tables(registry, [path]).tallies["labs"].added == 1


def test_a_mapping_is_remembered_for_the_next_file_with_this_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALCINOSIS_HOME", str(tmp_path / "home"))
    path = tmp_path / "clinic.registry"
    with Registry.create(path) as made:
        made.change("Add", lambda edit: edit.put(r.Patient(patient_id="P1")))
    columns = {"patient_id": "who", "when": "day", "analyte": "what", "value": "x", "unit": "u"}
    mapping = TableMapping(table="labs", columns=columns, dates="dmy")
    line = "who,day,what,x,u\nP1,03/04/2020,PHOS,{},mg/dL\n"
    import_into(path, [sent(tmp_path, line.format("4.5"))], answers=Answers(mapping=mapping))
    import_into(path, [sent(tmp_path, line.format("4.6"))], answers=Answers(recall=recall))
    with Registry.open(path) as opened:
        labs = [one for one in opened.records(LABS) if isinstance(one, r.LabResult)]
    assert [(one.when, one.value) for one in labs] == [("2020-04-03", "4.5"), ("2020-04-03", "4.6")]
    forget(list(columns.values()))
    assert recall(fingerprint(list(columns.values()))) is None


def test_marks_of_a_table_to_share_are_taken_away_again(registry: Registry, tmp_path: Path) -> None:
    written = ["=1+1", "'=x", "-5", "plain", "@SUM(A1)"]
    person = r.Patient(patient_id="P1")
    allergies = tuple(r.Allergy(patient=person.id, substance=one) for one in written)
    case = Case(patient=person, as_of=date(2026, 1, 1), allergies=allergies)
    out = tmp_path / "out"
    write_tables_to_share(out, filled_tables([case]))
    (out / "about").mkdir()
    told = {"program": "calcinosis-registry", "protection": "pseudonymized, not anonymous"}
    (out / "about" / "manifest.json").write_text(json.dumps(told))
    assert "'=1+1" in (out / "allergies.csv").read_text()
    import_tables(registry, [out])
    (row,) = registry.patients()
    assert [one.substance for one in registry.case(row.id).allergies] == written
