"""Backups: made and verified beside a registry, listed, copied to a second place, brought back."""

from __future__ import annotations

import json
import shutil
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.db import backup as copying
from desktop.db import backups, keyring, vault
from desktop.db.backup import copy_registry, problems_of
from desktop.db.backups_places import second_place, set_second_place
from desktop.db.backups_restore import drill, restore
from desktop.db.connection import connect
from desktop.db.registry import Registry
from desktop.db.vault_file import HEADER, keys_path
from desktop.domain import records as r
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("cheap_keys")

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
PASSPHRASE = "nine purple elephants"  # noqa: S105 - of a test


@pytest.fixture(params=["plain", "encrypted"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A registry with one patient, encrypted or not."""
    return encrypted(tmp_path) if request.param == "encrypted" else plain(tmp_path)


def plain(folder: Path) -> Path:
    path = folder / "clinic.registry"
    with Registry.create(path) as registry:
        add(registry, "CR-1")
    return path


def encrypted(folder: Path) -> Path:
    path = folder / "clinic.registry"
    unlocked, _ = vault.create(path, "keeper", PASSPHRASE)
    keyring.unlock(path, unlocked)
    with Registry.create(path) as registry:
        add(registry, "CR-1")
    return path


def add(registry: Registry, patient_id: str) -> None:
    patient = r.Patient(patient_id=patient_id)
    registry.change("Add patient", lambda edit: edit.put(patient))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_backup_is_a_private_copy_with_its_keys_and_a_manifest(path: Path) -> None:
    made = backups.make(path, "asked", now=NOW)
    folder = path.with_name("clinic.registry.backups")
    assert made.file == folder / "clinic-20261123T170000Z.registry"
    assert mode(folder) == 0o700
    assert all(mode(one) == 0o600 for one in folder.iterdir())
    assert keys_path(made.file).exists() == vault.is_encrypted(path)
    assert (made.file.read_bytes()[:16] == HEADER) != vault.is_encrypted(path)
    assert made.manifest.counts["patients"] == 1
    with Registry.open(path) as registry:
        assert (made.manifest.head_seq, made.manifest.head_seal) == (
            registry.head().seq,
            registry.head().seal,
        )
    assert made.verified_at == NOW


def test_a_backup_made_while_another_connection_writes_is_whole(path: Path) -> None:
    connection = connect(path)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE patients SET note = 'not committed'")
    made = backups.make(path, "interval")
    connection.execute("ROLLBACK")
    connection.close()
    assert backups.listed(path, compares=True)[0].difference == {}
    assert made.manifest.counts["patients"] == 1


def test_two_backups_of_one_second_have_names_of_their_own(path: Path) -> None:
    first, second = (backups.make(path, "asked", now=NOW) for _ in range(2))
    assert first.file != second.file
    assert {one.file for one in backups.listed(path)} == {first.file, second.file}


def test_the_list_is_newest_first_and_tells_what_the_registry_has_more(path: Path) -> None:
    older = backups.make(path, "asked", now=NOW - timedelta(hours=1))
    with Registry.open(path) as registry:
        add(registry, "CR-2")
    newer = backups.make(path, "close", now=NOW)
    found = backups.listed(path, compares=True)
    assert [one.file for one in found] == [newer.file, older.file]
    assert found[0].difference == {}
    assert found[1].difference is not None
    assert found[1].difference["patients"] == 1


def test_a_backup_is_due_only_after_a_change_that_it_lacks(path: Path) -> None:
    assert backups.is_due(path, NOW)
    backups.make(path, "interval", now=NOW)
    later = NOW + timedelta(hours=1)
    assert not backups.is_due(path, later, is_closing=True)
    with Registry.open(path) as registry:
        registry.note("backup", "Make a backup")
    assert not backups.is_due(path, later)
    with Registry.open(path) as registry:
        add(registry, "CR-2")
    assert backups.is_due(path, later)
    assert not backups.is_due(path, NOW + timedelta(minutes=10))
    assert backups.is_due(path, NOW + timedelta(minutes=10), is_closing=True)


def test_a_clock_that_was_ahead_brings_no_backup_every_minute(path: Path) -> None:
    backups.make(path, "interval", now=NOW + timedelta(days=365))
    with Registry.open(path) as registry:
        add(registry, "CR-0002")
    assert backups.is_due(path, NOW)
    backups.make(path, "interval", now=NOW)
    assert not backups.is_due(path, NOW + timedelta(minutes=1))
    with Registry.open(path) as registry:
        add(registry, "CR-0003")
    assert not backups.is_due(path, NOW + timedelta(minutes=2))
    assert backups.is_due(path, NOW + timedelta(minutes=31))


def test_a_registry_without_a_backup_for_a_week_is_stale(path: Path) -> None:
    begun = datetime.now(UTC)
    assert not backups.is_stale(path, begun)
    assert backups.is_stale(path, begun + timedelta(days=8))
    backups.make(path, "asked", now=begun + timedelta(days=8))
    assert not backups.is_stale(path, begun + timedelta(days=9))


def test_a_full_disk_is_told_before_anything_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = path.stat().st_size
    usage = shutil.disk_usage(path)
    free = usage._replace(free=2 * size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free)
    with pytest.raises(UserError, match="too little free space"):
        backups.make(path, "asked")
    assert list(backups.folder_of(path).iterdir()) == []


def test_a_failed_backup_leaves_nothing_and_says_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        message = "no space"
        raise OSError(28, message)

    monkeypatch.setattr(backups, "publish", fail)
    with pytest.raises(UserError, match="could not be written: no space"):
        backups.make(path, "asked")
    assert list(backups.folder_of(path).iterdir()) == []


def test_what_a_cut_off_backup_left_is_cleared_by_the_next_one(path: Path) -> None:
    folder = backups.folder_of(path)
    folder.mkdir()
    (folder / "clinic-20260101T000000Z.registry.part").write_bytes(b"half")
    backups.make(path, "asked")
    assert not list(folder.glob("*.part"))


def test_a_copy_that_lost_rows_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = copying.content_of
    seen: list[int] = []

    def fewer(connection: object) -> copying.Content:
        content = real(connection)  # type: ignore[arg-type]
        seen.append(1)
        counts = content.counts | {"patients": 0} if len(seen) == 2 else content.counts
        return copying.Content(
            counts=counts,
            head_seq=content.head_seq,
            head_seal=content.head_seal,
            version=content.version,
        )

    monkeypatch.setattr(copying, "content_of", fewer)
    with pytest.raises(UserError, match="patients has 0 rows in place of 1"):
        backups.make(path, "asked")
    assert list(backups.folder_of(path).iterdir()) == []


def test_old_backups_are_thinned_when_a_new_one_is_made(path: Path) -> None:
    first = backups.make(path, "asked", now=NOW - timedelta(days=60, hours=2))
    kept = backups.make(path, "asked", now=NOW - timedelta(days=60, hours=1))
    newest = backups.make(path, "asked", now=NOW)
    assert [one.file for one in backups.listed(path)] == [newest.file, kept.file]
    assert not list(first.file.parent.glob(f"{first.file.stem}*"))


def test_an_altered_manifest_of_an_encrypted_registry_is_not_believed(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    made = backups.make(path, "asked")
    manifest = backups.manifest_path(made.file)
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(told | {"head_seq": told["head_seq"] - 1}))
    (found,) = backups.listed(path)
    assert found.is_authentic is False
    assert found.verified_at is None
    assert backups.newest(path) is None
    manifest.write_text(json.dumps(told | {"mac": "", "key_id": ""}))
    assert backups.listed(path)[0].is_authentic is False


class Second(NamedTuple):
    path: Path
    place: Path


@pytest.fixture
def second(path: Path, tmp_path: Path) -> Second:
    place = tmp_path / "disk"
    place.mkdir()
    set_second_place(path, place)
    return Second(path, place)


def test_a_backup_goes_to_the_second_place_as_well(second: Second) -> None:
    made = backups.make(second.path, "asked")
    assert made.failures == ()
    copy = second.place / made.file.parent.name / made.name
    assert copy.read_bytes() == made.file.read_bytes()
    assert keys_path(copy).exists() == vault.is_encrypted(second.path)
    assert second_place(second.path) == second.place.resolve()


def test_a_second_place_out_of_reach_is_told_and_the_backup_stays(second: Second) -> None:
    shutil.rmtree(second.place)
    made = backups.make(second.path, "asked")
    assert "second place" in made.failures[0]
    assert backups.newest(second.path) is not None


def test_a_second_place_that_is_none_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        set_second_place(path, tmp_path / "absent")
    with pytest.raises(UserError, match="lie in"):
        set_second_place(path, path.parent)
    set_second_place(path, None)
    assert second_place(path) is None


def restored(path: Path, file: Path, target: Path) -> Path:
    """A registry restored by whoever is signed in to ``path``."""
    if (unlocked := keyring.unlocked(path)) is not None:
        keyring.unlock(file, unlocked)
    restore(file, target)
    return target


def test_a_backup_comes_back_under_a_new_name_with_every_row(path: Path, tmp_path: Path) -> None:
    made = backups.make(path, "asked")
    target = restored(path, made.file, tmp_path / "back.registry")
    assert problems_of(target) == []
    with Registry.open(target) as registry:
        assert [row.patient_id for row in registry.patients()] == ["CR-1"]
    assert mode(target) == 0o600


def test_the_passphrase_of_then_opens_a_restored_registry(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    made = backups.make(path, "asked")
    target = restored(path, made.file, tmp_path / "back.registry")
    keyring.lock(target)
    assert vault.sign_in(target, "keeper", PASSPHRASE).user == "keeper"


def test_a_restore_never_overwrites(path: Path, tmp_path: Path) -> None:
    made = backups.make(path, "asked")
    before = path.read_bytes()
    with pytest.raises(UserError, match="exists already"):
        restored(path, made.file, path)
    assert path.read_bytes() == before
    keys_path(tmp_path / "new.registry").write_text("{}")
    with pytest.raises(UserError, match="exists already"):
        restored(path, made.file, tmp_path / "new.registry")


def test_a_restore_does_not_pick_up_the_log_of_another_registry(path: Path, tmp_path: Path) -> None:
    made = backups.make(path, "asked")
    target = tmp_path / "back.registry"
    for ending in ("-wal", "-shm"):
        target.with_name(f"back.registry{ending}").write_bytes(b"of a registry that was here")
    restored(path, made.file, target)
    assert problems_of(target) == []


def test_an_altered_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    made = backups.make(path, "asked")
    content = bytearray(made.file.read_bytes())
    content[-1] ^= 1
    made.file.write_bytes(bytes(content))
    with pytest.raises(UserError, match="not the one that was made"):
        restored(path, made.file, tmp_path / "back.registry")
    assert not (tmp_path / "back.registry").exists()


def test_a_drill_proves_the_newest_backup_and_writes_it_down(path: Path) -> None:
    backups.make(path, "asked", now=NOW)
    tried = drill(path, now=NOW + timedelta(days=1))
    assert tried.is_passed
    assert tried.counts["patients"] == 1
    (found,) = backups.listed(path)
    assert found.manifest.drilled_at == "2026-11-24T17:00:00+00:00"
    assert found.is_authentic is not False
    assert not list(backups.folder_of(path).glob(".drill-*"))


def test_a_drill_finds_a_backup_that_cannot_be_relied_on(path: Path) -> None:
    made = backups.make(path, "asked")
    content = bytearray(made.file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    made.file.write_bytes(bytes(content))
    tried = drill(path)
    assert not tried.is_passed
    assert backups.listed(path)[0].manifest.drilled_at == ""


def test_a_drill_without_a_backup_says_so(path: Path) -> None:
    with pytest.raises(UserError, match="no backup"):
        drill(path)


def test_a_person_who_may_not_restore_cannot(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    made = backups.make(path, "asked")
    own = keyring.unlocked(path)
    assert own is not None
    vault.add_person(path, own, "reader", "viewer", "seven green giraffes")
    copy_registry(path, tmp_path / "copy.registry")
    reader = vault.sign_in(tmp_path / "copy.registry", "reader", "seven green giraffes")
    keyring.unlock(tmp_path / "copy.registry", reader)
    with pytest.raises(UserError, match="does not allow"):
        restore(tmp_path / "copy.registry", tmp_path / "back.registry")
    assert made.file.exists()


def test_a_copy_to_a_place_of_ones_own_brings_its_keys(tmp_path: Path) -> None:
    path = encrypted(tmp_path)
    copy = tmp_path / "stick" / "copy.registry"
    copy.parent.mkdir()
    copy_registry(path, copy)
    assert vault.sign_in(copy, "keeper", PASSPHRASE).user == "keeper"


def test_a_backup_is_not_opened_for_work_but_may_be_looked_at(path: Path) -> None:
    made = backups.make(path, "asked")
    before = made.file.read_bytes()
    if (unlocked := keyring.unlocked(path)) is not None:
        keyring.unlock(made.file, unlocked)
    with pytest.raises(UserError, match="is a backup"):
        Registry.open(made.file)
    with Registry.open(made.file, read_only=True) as registry:
        assert [row.patient_id for row in registry.patients()] == ["CR-1"]
    assert made.file.read_bytes() == before


def test_a_copy_that_lost_its_keys_is_not_blamed_on_the_disk(tmp_path: Path) -> None:
    copy = tmp_path / "copy.registry"
    source = encrypted(tmp_path)
    copy_registry(source, copy)
    keyring.lock(copy)
    keys_path(copy).rename(tmp_path / "moved.keys")
    keys_path(source).unlink()
    with pytest.raises(UserError, match="its keys are missing") as refusal:
        restore(copy, tmp_path / "back.registry")
    assert "moved.keys" in str(refusal.value)
    assert "copy.registry.keys" in str(refusal.value)
