"""Backups as they are made in work: told in the audit, before what changes much."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db import backups as kept
from desktop.db import keyring, vault
from desktop.db.backups_places import second_place
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.work import backups
from desktop.work.import_file import import_into
from desktop.work.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.audit import AuditRow

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.registry"
    unlocked, _ = vault.create(path, "keeper", "nine purple elephants")
    keyring.unlock(path, unlocked)
    with Registry.create(path) as registry:
        patient = r.Patient(patient_id="CR-1")
        registry.change("Add patient", lambda edit: edit.put(patient))
    return path


def last(path: Path) -> AuditRow:
    with Registry.open(path) as registry:
        return registry.audit(limit=1)[0]


def test_a_backup_is_told_in_the_audit(path: Path) -> None:
    made = backups.make(path, "asked")
    told = last(path)
    assert (told.kind, told.who) == ("backup", "keeper")
    assert told.details["sha256"] == made.manifest.sha256


def test_a_restored_registry_tells_where_it_came_from_and_is_sound(
    path: Path, tmp_path: Path
) -> None:
    made = backups.make(path, "asked")
    target = tmp_path / "back.registry"
    backups.lend_key(path, made.file)
    backups.restore(made.file, target)
    told = last(target)
    assert told.kind == "restore"
    assert told.details["file"] == made.name
    assert len(told.details["manifest"]) == 64
    assert verify(target).is_sound


def test_a_drill_is_told_in_the_audit(path: Path) -> None:
    backups.make(path, "asked")
    assert backups.drill(path).is_passed
    assert (last(path).kind, last(path).details["problems"]) == ("verify", [])


def test_a_salvage_is_told_in_the_audit_of_the_new_registry(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved.registry"
    backups.salvage(path, target)
    assert last(target).kind == "restore"
    assert last(target).details["file"] == "clinic.registry"
    assert verify(target).is_sound


def test_before_a_deed_a_backup_is_made_unless_the_last_one_holds_everything(path: Path) -> None:
    assert backups.before(path, "import") is not None
    assert backups.before(path, "import") is None


def test_an_import_into_a_registry_is_preceded_by_a_backup_of_it(
    path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "patients.csv"
    table.write_text("patient_id\nNEW-1\n")
    import_into(path, [table], dry_run=True)
    assert kept.listed(path) == ()
    import_into(path, [table])
    (made,) = kept.listed(path)
    assert (made.manifest.why, made.manifest.counts["patients"]) == ("import", 1)


def test_an_import_into_a_new_registry_needs_no_backup(tmp_path: Path) -> None:
    table = tmp_path / "patients.csv"
    table.write_text("patient_id\nNEW-1\n")
    import_into(tmp_path / "new.registry", [table])
    assert not kept.folder_of(tmp_path / "new.registry").exists()


def test_giving_a_backup_up_and_choosing_a_place_are_told_and_not_for_everybody(
    path: Path, tmp_path: Path
) -> None:
    made = backups.make(path, "asked")
    (tmp_path / "disk").mkdir()
    backups.set_second_place(path, tmp_path / "disk")
    assert (last(path).kind, last(path).details["folder"]) == ("backup", str(tmp_path / "disk"))
    backups.remove(path, made.name)
    assert not made.file.exists()
    assert (last(path).kind, last(path).details["file"]) == ("backup", made.name)
    with pytest.raises(UserError, match="no backup called"):
        backups.remove(path, made.name)
    spared = backups.make(path, "asked")
    own = keyring.unlocked(path)
    assert own is not None
    keyring.unlock(path, replace(own, role="clinician"))
    with pytest.raises(UserError, match="does not allow"):
        backups.remove(path, spared.name)
    with pytest.raises(UserError, match="does not allow"):
        backups.set_second_place(path, None)
    assert spared.file.exists()
    assert second_place(path) == tmp_path / "disk"
