"""Which files are opened, upgraded or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.db import migrations
from desktop.db.backup import copy_registry, problems_of
from desktop.db.connection import connect
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.columns import TABLES
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


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

    steps = (*migrations.STEPS, ("0002_place", add_column))
    monkeypatch.setattr(migrations, "STEPS", steps)
    with Registry.open(path) as registry:
        copy = registry.upgraded_from
        assert [row.patient_id for row in registry.patients()] == ["CR-0001"]
    assert copy is not None
    connection = connect(copy)
    assert migrations.version_of(connection) == 1
    connection.close()


def test_a_failing_upgrade_leaves_the_old_shape(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(database: Database) -> None:
        database.execute("ALTER TABLE visits ADD COLUMN place TEXT")
        message = "power cut"
        raise RuntimeError(message)

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("0002_fail", fail)))
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
