"""Files that must not be opened: each is refused with its own words, and nothing is written."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from desktop.db import backups, connection, keyring, migrations, places, unwritable, vault
from desktop.db.connection import DatabaseError, connect, told_damage
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.columns import TABLES
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit

WORDS = "correct horse battery"
PLANTED = "Zwetschgenkuchen"

pytestmark = pytest.mark.usefixtures("cheap_keys")


def filled(path: Path) -> None:
    def put_all(edit: Edit) -> None:
        for number in range(20):
            edit.put(r.Patient(patient_id=f"CR-{number:04}", note=PLANTED))

    with Registry.create(path) as registry:
        registry.change("Add patients", put_all)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain" / "clinic.registry"
    filled(path)
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """An encrypted registry whose keys are in the key ring."""
    path = tmp_path / "locked" / "clinic.registry"
    unlocked, _ = vault.create(path, "Ana", WORDS)
    keyring.unlock(path, unlocked)
    filled(path)
    yield path
    keyring.lock(path)


@pytest.fixture(params=["plain", "locked"])
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def altered(path: Path, statement: str) -> None:
    """Run one statement on the file behind the program's back."""
    connection = connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def refused(path: Path, words: str) -> str:
    """Opening is refused with these words, and nothing around the file changes."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(UserError, match=words) as told:
        Registry.open(path)
    assert told.value.remedy
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    return str(told.value)


def test_an_empty_file(path: Path) -> None:
    path.write_bytes(b"")
    refused(path, "is empty")


@pytest.mark.parametrize("kept", [50, 1000, 4096 * 2, 4096 * 5 + 100])
def test_a_file_whose_end_is_missing(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    refused(path, "end is missing")


def test_a_file_whose_beginning_is_damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:4096] = random.Random(1).randbytes(4096)  # noqa: S311 - chance, no secret
    path.write_bytes(bytes(content))
    refused(path, "beginning of the file is damaged|its keys are missing")


def test_a_damaged_first_page_behind_a_whole_beginning(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    content[2000] ^= 1
    locked.write_bytes(bytes(content))
    refused(locked, "damaged at its beginning")


def test_plain_text_where_keys_expect_an_encrypted_file(locked: Path, plain: Path) -> None:
    shutil.copy(plain, locked)
    assert PLANTED not in refused(locked, "is not encrypted, but clinic.registry.keys lies beside")


def test_an_encrypted_file_without_its_keys(locked: Path) -> None:
    vault.keys_path(locked).unlink()
    keyring.lock(locked)
    refused(locked, "encrypted, but its keys are missing")


def test_an_encrypted_file_with_the_keys_of_another(locked: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.registry"
    vault.create(other, "Ana", WORDS)
    shutil.copy(vault.keys_path(other), vault.keys_path(locked))
    refused(locked, "does not belong to")


def test_an_encrypted_file_while_nobody_signed_in(locked: Path) -> None:
    keyring.lock(locked)
    refused(locked, "sign in first")


def test_a_file_of_a_newer_program(path: Path) -> None:
    altered(path, "PRAGMA user_version = 99")
    refused(path, "newer version")


def test_a_file_of_another_program(path: Path) -> None:
    altered(path, "PRAGMA application_id = 7")
    refused(path, "not a calcinosis registry")


def test_words_instead_of_a_registry(tmp_path: Path) -> None:
    path = tmp_path / "notes.registry"
    path.write_text("these are only words, and many of them " * 200)
    refused(path, "another kind of file")


@pytest.mark.parametrize("trigger", sorted(migrations.TRIGGERS))
def test_a_missing_guard_of_the_journal(locked: Path, trigger: str) -> None:
    altered(locked, f"DROP TRIGGER {trigger}")
    refused(locked, f"{trigger} is missing")


@pytest.mark.parametrize("bits", [0o604, 0o602, 0o666])
@pytest.mark.parametrize("ending", ["", ".keys"])
def test_a_file_that_everybody_may_read_or_write(locked: Path, ending: str, bits: int) -> None:
    public = locked.with_name(f"{locked.name}{ending}")
    public.chmod(bits)
    assert f"chmod 600 {public}" in refused(locked, "Everybody on this computer")
    public.chmod(0o600)
    Registry.open(locked).close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_file_on_a_network_share(
    path: Path, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 27 0:21 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        f"98 22 0:45 / {path.parent} rw,relatime shared:50 - {kind} server:/share rw\n"
    )
    monkeypatch.setattr(places, "MOUNTS", mounts)
    assert places.kind_of_place(path) == kind
    assert places.kind_of_place(tmp_path) == "ext4"
    refused(path, rf"network share \({kind}\)")


def test_a_memory_stick_has_no_owners_to_ask_for(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    stick = tmp_path / "my stick"
    plain.parent.rename(stick)
    mounts.write_text(f"98 22 0:45 / {tmp_path}/my\\040stick rw,relatime - vfat /dev/sda1 rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    (stick / plain.name).chmod(0o644)
    Registry.open(stick / plain.name).close()


def add(registry: Registry, patient_id: str) -> None:
    registry.change("Add patient", lambda edit: edit.put(r.Patient(patient_id=patient_id)))


@pytest.mark.parametrize("deed", ["moved", "deleted", "replaced"])
def test_nothing_is_written_to_a_file_that_is_no_longer_in_place(path: Path, deed: str) -> None:
    backup = path.with_name("backup")
    shutil.copy(path, backup)
    with Registry.open(path) as registry:
        add(registry, "X-1")
        if deed == "moved":
            path.rename(path.with_name("elsewhere"))
        elif deed == "deleted":
            path.unlink()
        else:
            backup.replace(path)
        with pytest.raises(UserError, match="moved, deleted or replaced"):
            add(registry, "X-2")
        with pytest.raises(UserError, match="moved, deleted or replaced"):
            registry.drop_draft("none")


def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as root, whom no permission stops.
    monkeypatch.setattr("os.access", lambda *_: False)
    with Registry.open(path, read_only=True) as registry:
        assert len(registry.patients()) == 20
        with pytest.raises(UserError, match="reading only"):
            add(registry, "X-1")
    with Registry.open(path) as registry:
        assert len(registry.patients()) == 20


def test_reading_only_writes_nothing(path: Path) -> None:
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    with Registry.open(path, read_only=True) as registry:
        assert len(registry.patients()) == 20
    left = {
        f: f.read_bytes() for f in path.parent.iterdir() if not f.name.endswith(("-wal", "-shm"))
    }
    assert left == before


def whole(path: Path) -> list[object]:
    """Everything in the registry, read through."""
    with Registry.open(path, read_only=True) as registry:
        return [registry.records(table) for table in TABLES]


def test_no_flipped_bit_goes_unnoticed_or_gives_anything_away(locked: Path, tmp_path: Path) -> None:
    sound = whole(locked)
    content = locked.read_bytes()
    chance = random.Random(8)  # noqa: S311 - chance, no secret
    copy = tmp_path / "copy.registry"
    shutil.copy(vault.keys_path(locked), vault.keys_path(copy))
    unlocked = keyring.unlocked(locked)
    assert unlocked is not None
    keyring.unlock(copy, unlocked)
    copy.touch(0o600)
    words = []
    for _ in range(300):
        damaged = bytearray(content)
        place = chance.randrange(len(content))
        damaged[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(bytes(damaged))
        try:
            found = whole(copy)
        except UserError as error:
            words.append(str(error))
        except DatabaseError as error:
            words.append(str(told_damage(error, copy) or error))
        else:
            assert found == sound  # the page was not read: it holds an index or the journal
            connection = connect(copy)
            problems = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            connection.close()
            assert problems, place
    keyring.lock(copy)
    assert len(words) > 50
    assert all("damaged" in one for one in words)
    assert not any(PLANTED in one for one in words)


def test_a_disk_without_room_for_the_log_is_told_as_such(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = DatabaseError("disk I/O error")

    def no_log(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(connection, "_opened", no_log)
    assert "disk I/O error" in refused(path, "cannot be opened")
    monkeypatch.setattr(unwritable, "LEAST_FREE", 1 << 62)
    assert "Free some space" in refused(path, "The disk is full")


def test_a_plain_file_in_place_of_an_encrypted_one_is_refused_though_the_keys_are_gone(
    locked: Path, tmp_path: Path
) -> None:
    backups.make(locked, "asked")
    keyring.lock(locked)
    filled(tmp_path / "forged.registry")
    (tmp_path / "forged.registry").replace(locked)
    vault.keys_path(locked).unlink()
    assert "is not encrypted, but its backups are" in refused(locked, "its backups are")
    shutil.rmtree(backups.folder_of(locked))
    Registry.open(locked).close()
