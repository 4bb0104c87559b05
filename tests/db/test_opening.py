"""Which files are opened, upgraded or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.db import migrations, vault
from desktop.db.backup import copy_registry, problems_of
from desktop.db.connection import DatabaseError, connect
from desktop.db.registry import Registry
from desktop.db.steps import STEPS
from desktop.domain import records as r
from desktop.domain.changes import Change
from desktop.domain.columns import TABLES
from desktop.domain.errors import UserError
from tests.db.older import write_as_then

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from desktop.db.connection import Connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Registry.create(tmp_path / "clinic.registry") as registry:
        patient = r.Patient(patient_id="CR-0001")
        registry.change("Add patient", lambda edit: edit.put(patient))
    return tmp_path / "clinic.registry"


def altered(path: Path, statement: str) -> None:
    """Run one statement on the file behind the program's back."""
    connection = connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_newer_file_is_refused_and_not_touched(path: Path) -> None:
    altered(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        Registry.open(path)
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.touch()
    altered(other, "CREATE TABLE things (id INTEGER)")
    with pytest.raises(UserError, match="not a calcinosis registry"):
        Registry.open(other)


def test_garbage_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    garbage = tmp_path / "notes.registry"
    garbage.write_text("these are only words, and many of them " * 200)
    with pytest.raises(UserError, match="cannot be opened"):
        Registry.open(garbage)
    with pytest.raises(UserError, match="no registry"):
        Registry.open(tmp_path / "absent.registry")


def test_a_registry_is_never_made_over_an_existing_file(path: Path) -> None:
    with pytest.raises(UserError, match="exists already"):
        Registry.create(path)


def test_a_file_whose_journal_lost_its_guards_is_not_written_to(path: Path) -> None:
    altered(path, "DROP TRIGGER journal_no_delete")
    with pytest.raises(UserError, match="no longer protected"):
        Registry.open(path)


def test_an_older_file_is_copied_aside_and_then_upgraded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_column(database: Database) -> None:
        database.execute("ALTER TABLE visits ADD COLUMN place TEXT")

    steps = (*STEPS, ("9999_place", add_column))
    monkeypatch.setattr(migrations, "STEPS", steps)
    with Registry.open(path) as registry:
        copy = registry.upgraded_from
        assert [row.patient_id for row in registry.patients()] == ["CR-0001"]
    assert copy is not None
    connection = connect(copy)
    assert migrations.version_of(connection) == len(STEPS)
    connection.close()


@pytest.fixture
def first_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as the first release made it, with a row in every table and a journal."""
    path = tmp_path / "first.registry"
    connection = connect(path, is_new=True)
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", STEPS[:1])
        migrations.upgrade(connection, path)
    for table in names_of(connection, "table"):
        if table not in BY_THE_JOURNAL:
            fill(connection, table)
    patient = r.Patient(id="p", patient_id="CR-0001", note="as it was")
    write_as_then(connection, Change(None, patient))
    connection.commit()
    connection.close()
    return path


BY_THE_JOURNAL = frozenset({"transactions", "journal", "_sqlite_migrations", "sqlite_sequence"})


def names_of(connection: Connection, kind: str) -> list[str]:
    """The names of all tables, indexes or triggers, in the order in which they were made."""
    query = "SELECT name FROM sqlite_master WHERE type = ? ORDER BY rowid"
    return [name for (name,) in connection.execute(query, (kind,))]


def fill(connection: Connection, table: str) -> None:
    """One row with a text of its own in every column; parents come before their children."""
    columns = list(connection.execute(f"PRAGMA table_info({table})"))
    own = {"id": "p" if table == "patients" else f"{table}-1", "patient": "p", "mass_id": "M1"}
    own |= {"import_id": "imports-1", "extra": '[["own_column", "x"]]'}
    cells = [
        own.get(name, 1 if kind in ("INTEGER", "REAL") else f"{table}.{name}")
        for _, name, kind, *_ in columns
    ]
    marks = ", ".join("?" for _ in cells)
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608 - our own names


def rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by column."""
    connection = connect(path)
    found = {}
    for table in names_of(connection, "table"):
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description]
        found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    connection.close()
    return found


def test_a_file_of_the_first_release_is_upgraded_with_every_row_and_guard(
    first_shape: Path,
) -> None:
    before = rows_of(first_shape)
    assert all(before[table.name] for table in TABLES if table.name in before)
    with Registry.open(first_shape) as registry:
        copy = registry.upgraded_from
        assert registry.case("p").patient.patient_id == "patients.patient_id"
        assert next(registry.history("p")).what == "Add"
    after = rows_of(first_shape)
    for table, held in before.items():
        if table != "_sqlite_migrations":
            pairs = zip(held, after[table], strict=True)
            assert [{name: new[name] for name in old} for old, new in pairs] == held, table
    assert problems_of(first_shape) == []
    connection = connect(first_shape)
    assert migrations.version_of(connection) == len(STEPS) > 1
    assert set(names_of(connection, "trigger")) == migrations.TRIGGERS
    with pytest.raises(DatabaseError, match="append-only"):
        connection.execute("DELETE FROM journal")
    connection.close()
    assert copy is not None
    assert rows_of(copy) == before


def test_an_upgraded_file_has_the_same_shape_as_a_new_one(first_shape: Path, path: Path) -> None:
    Registry.open(first_shape).close()
    shapes = []
    for one in (first_shape, path):
        connection = connect(one)
        shapes.append(
            {
                table: {row[1:4] for row in connection.execute(f"PRAGMA table_info({table})")}
                for table in names_of(connection, "table")
            }
            | {kind: set(names_of(connection, kind)) for kind in ("index", "trigger")}
        )
        connection.close()
    assert shapes[0] == shapes[1]


def test_an_upgraded_file_takes_what_only_the_new_shape_holds(first_shape: Path) -> None:
    pending = r.LabResult(patient="p", analyte="serum_phosphate", state="pending")
    consent = r.Consent(patient="p", purpose="research", status="given")
    with Registry.open(first_shape) as registry:
        registry.change("Add", lambda edit: edit.put(pending))
        registry.change("Add", lambda edit: edit.put(consent))
        case = registry.case("p")
    assert (case.awaited, case.consents) == ((pending,), (consent,))


def test_an_older_file_whose_journal_lost_its_guards_is_not_upgraded(first_shape: Path) -> None:
    altered(first_shape, "DROP TRIGGER transactions_no_update")
    before = first_shape.read_bytes()
    with pytest.raises(UserError, match="no longer protected"):
        Registry.open(first_shape)
    assert first_shape.read_bytes() == before


def test_a_failing_upgrade_leaves_the_old_shape(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(database: Database) -> None:
        database.execute("ALTER TABLE visits ADD COLUMN place TEXT")
        message = "power cut"
        raise RuntimeError(message)

    monkeypatch.setattr(migrations, "STEPS", (*STEPS, ("9999_fail", fail)))
    with pytest.raises(RuntimeError, match="power cut"):
        Registry.open(path)
    monkeypatch.undo()
    with Registry.open(path) as registry:
        assert [row.patient_id for row in registry.patients()] == ["CR-0001"]


def test_every_table_of_the_contract_has_its_columns_in_the_file(path: Path) -> None:
    connection = connect(path)
    for table in TABLES:
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
        assert set(table.names) <= found, table.name
    connection.close()


def test_a_backup_verifies_and_holds_the_same_patients(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.registry"
    copy_registry(path, copy)
    assert problems_of(copy) == []
    with Registry.open(copy) as registry:
        assert [row.patient_id for row in registry.patients()] == ["CR-0001"]
    with pytest.raises(UserError, match="exists already"):
        copy_registry(path, copy)


def test_damage_is_found(path: Path) -> None:
    with Registry.open(path) as registry:
        patients = [r.Patient(patient_id=f"X{n}", note="n" * 500) for n in range(400)]
        for patient in patients[:100]:
            registry.change("Add", lambda edit, patient=patient: edit.put(patient))  # type: ignore[misc]  # bound per turn
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2
    raw[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(raw))
    assert problems_of(path) != []


def test_a_folder_is_no_registry(tmp_path: Path) -> None:
    assert not vault.is_encrypted(tmp_path)
    with pytest.raises(UserError, match="There is no registry at"):
        Registry.open(tmp_path)
