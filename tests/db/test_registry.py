"""Changes, undo and the journal on real registry files."""

from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.audit import broken
from desktop.db.connection import DatabaseError, connect
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.db.edit import Edit

PATIENT = r.Patient(patient_id="CR-0001", sex="female", birth_date="2001-02")
NAMED = r.Identity(patient=PATIENT.id, given_name="Zofia", family_name="Żółw")
PHOSPHATE = r.LabResult(
    patient=PATIENT.id, analyte="serum_phosphate", value="5.0", unit="mg/dL", when="2010-01-01"
)
MASS = r.Mass(patient=PATIENT.id, mass_id="M1", site="hip", side="left")
MEASURED = r.MassMeasurement(patient=PATIENT.id, mass_id="M1", length_mm="40", when="2010")


def both(*records: r.Record) -> Callable[[Edit], None]:
    """An edit that puts these records in one step."""

    def put(edit: Edit) -> None:
        for record in records:
            edit.put(record)

    return put


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry", who="nurse") as opened:
        opened.change("Add patient", both(PATIENT, NAMED))
        yield opened


def test_what_was_put_is_read_back_after_reopening(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    with Registry.open(registry.path) as again:
        case = again.case(PATIENT.id)
    assert case.labs == (PHOSPHATE,)
    assert case.patient == PATIENT
    assert case.identity == NAMED


def test_the_file_is_private_to_its_owner(registry: Registry) -> None:
    assert stat.S_IMODE(registry.path.stat().st_mode) == 0o600


def test_a_change_is_journaled_with_who_and_what(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    entry = next(registry.history(PATIENT.id, record=PHOSPHATE.id))
    assert (entry.who, entry.what, entry.before, entry.after) == (
        "nurse",
        "Add phosphate",
        None,
        PHOSPHATE,
    )


def test_undo_and_redo_go_back_and_forth_and_are_journaled(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    registry.undo()
    assert registry.case(PATIENT.id).labs == ()
    registry.redo()
    assert registry.case(PATIENT.id).labs == (PHOSPHATE,)
    kinds = [entry.kind for entry in registry.history(PATIENT.id, record=PHOSPHATE.id)]
    assert kinds == ["redo", "undo", "change"]


def test_removing_a_mass_takes_its_measurements_along_and_undo_brings_both_back(
    registry: Registry,
) -> None:
    registry.change("Add mass", both(MASS, MEASURED))
    registry.change("Remove mass", lambda edit: edit.remove(MASS))
    assert registry.case(PATIENT.id).mass_measurements == ()
    registry.undo()
    case = registry.case(PATIENT.id)
    assert (case.masses, case.mass_measurements) == ((MASS,), (MEASURED,))


def test_undo_is_refused_where_somebody_changed_the_record_since(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    corrected = replace(PHOSPHATE, value="5.1")
    with Registry.open(registry.path) as other:
        other.change("Correct phosphate", lambda edit: edit.put(corrected))
    with pytest.raises(UserError, match="changed since"):
        registry.undo()
    assert registry.case(PATIENT.id).labs == (corrected,)


def test_undoing_a_new_patient_never_takes_entries_of_others_along(registry: Registry) -> None:
    with Registry.open(registry.path) as other:
        other.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    with pytest.raises(UserError, match="belong to this one"):
        registry.undo()
    assert registry.case(PATIENT.id).labs == (PHOSPHATE,)


def test_saving_over_somebody_elses_change_is_refused(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    theirs, ours = replace(PHOSPHATE, value="5.1"), replace(PHOSPHATE, value="6.0")
    with Registry.open(registry.path) as other:
        other.change("Correct", lambda edit: edit.put(theirs))
    with pytest.raises(UserError, match="someone else"):
        registry.change("Correct", lambda edit: edit.put(ours, replacing=PHOSPHATE))
    assert registry.case(PATIENT.id).labs == (theirs,)


def test_removing_what_somebody_else_changed_is_refused(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    theirs = replace(PHOSPHATE, value="5.1")
    with Registry.open(registry.path) as other:
        other.change("Correct", lambda edit: edit.put(theirs))
    with pytest.raises(UserError, match="someone else"):
        registry.change("Remove", lambda edit: edit.remove(PHOSPHATE, replacing=PHOSPHATE))
    assert registry.case(PATIENT.id).labs == (theirs,)
    registry.change("Remove", lambda edit: edit.remove(theirs, replacing=theirs))
    assert registry.case(PATIENT.id).labs == ()


def test_removing_what_somebody_else_removed_already_is_no_change(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    with Registry.open(registry.path) as other:
        other.change("Remove", lambda edit: edit.remove(PHOSPHATE))
    step = registry.change("Remove", lambda edit: edit.remove(PHOSPHATE, replacing=PHOSPHATE))
    assert step is None


def test_a_failing_change_writes_nothing_at_all(registry: Registry) -> None:
    def half(edit: Edit) -> None:
        edit.put(PHOSPHATE)
        edit.put(replace(MEASURED, mass_id="M9"))

    with pytest.raises(UserError, match="mass of this patient"):
        registry.change("Half", half)
    assert registry.case(PATIENT.id).labs == ()
    assert registry.undo_text == "Add patient"


def test_an_impossible_record_is_refused_by_the_registry_itself(registry: Registry) -> None:
    with pytest.raises(UserError, match="meq/L"):
        registry.change("Add", lambda edit: edit.put(replace(PHOSPHATE, unit="meq/L")))


def test_a_taken_registry_id_is_refused_in_words(registry: Registry) -> None:
    twin = r.Patient(patient_id="CR-0001")
    with pytest.raises(UserError, match="CR-0001 is taken"):
        registry.change("Add patient", lambda edit: edit.put(twin))


def test_putting_what_is_there_already_is_no_change(registry: Registry) -> None:
    assert registry.change("Same", lambda edit: edit.put(PATIENT)) is None


@pytest.mark.parametrize("table", ["journal", "transactions"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET seq = seq + 1"])
def test_the_journal_refuses_to_be_rewritten(
    registry: Registry, table: str, statement: str
) -> None:
    connection = connect(registry.path)
    with pytest.raises(DatabaseError, match="append-only"):
        connection.execute(statement.format(table))
    connection.close()


def test_a_tampered_journal_is_found(registry: Registry) -> None:
    registry.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    connection = connect(registry.path)
    assert broken(connection) == []
    connection.execute("DROP TRIGGER journal_no_update")
    connection.execute("UPDATE journal SET after = zeroblob(40) WHERE seq = 2")
    guard, entry = broken(connection)
    assert "journal_no_update" in guard
    assert "entry 2 " in entry
    connection.close()


def test_a_second_writer_is_told_to_wait_and_nothing_is_lost(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.db.connection.BUSY_SECONDS", 0.1)
    with Registry.open(registry.path) as impatient:
        holder = connect(registry.path)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="Another program is writing"):
            impatient.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
        holder.execute("ROLLBACK")
        holder.close()
        impatient.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
        assert impatient.case(PATIENT.id).labs == (PHOSPHATE,)


def test_names_stand_in_one_table_only(registry: Registry) -> None:
    connection = connect(registry.path)
    for table in ("patients", "labs", "masses", "findings"):
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        assert "Żółw" not in repr(rows)
    assert connection.execute("SELECT family_name FROM identities").fetchone() == ("Żółw",)
    connection.close()


def test_a_step_of_a_worker_can_be_adopted_and_undone(registry: Registry) -> None:
    with Registry.open(registry.path) as worker:
        step = worker.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
    assert step is not None
    registry.adopt(step)
    registry.undo()
    assert registry.case(PATIENT.id).labs == ()


def test_the_list_is_sorted_as_people_look_names_up(registry: Registry) -> None:
    for number, name in enumerate(["Zander", "Ånderson", "anders"]):
        patient = r.Patient(patient_id=f"X{number}")
        registry.change("Add", both(patient, r.Identity(patient=patient.id, family_name=name)))
    names = [row.family_name for row in registry.patients()]
    assert names == ["anders", "Ånderson", "Zander", "Żółw"]


@pytest.mark.parametrize("twin", ["CR-0001 ", " CR-0001", "CR-0001\t", "CR-0001\u00a0"])
def test_an_id_that_differs_in_blanks_alone_is_taken(registry: Registry, twin: str) -> None:
    with pytest.raises(UserError, match="is taken"):
        registry.change("Add patient", lambda edit: edit.put(r.Patient(patient_id=twin)))
    assert len(registry.ids()) == len(registry.patients()) == 1


def test_a_mass_number_that_differs_in_blanks_alone_is_taken(registry: Registry) -> None:
    registry.change("Add mass", lambda edit: edit.put(MASS))
    twin = r.Mass(patient=PATIENT.id, mass_id="M1 ", site="knee")
    with pytest.raises(UserError, match="already has a mass"):
        registry.change("Add mass", lambda edit: edit.put(twin))
