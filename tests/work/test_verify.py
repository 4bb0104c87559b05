"""One report of everything: what it finds, what it cannot check, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.db import backups, keyring, places, soundness, vault
from desktop.db.backups_places import set_second_place
from desktop.db.connection import connect
from desktop.db.registry import Registry
from desktop.db.vault_file import keys_path
from desktop.domain import records as r
from desktop.domain.audit import Head
from desktop.domain.errors import UserError
from desktop.work.verify import Check, Report, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return filled(tmp_path / "clinic.registry")


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.registry"
    unlocked, _ = vault.create(path, "keeper", "nine purple elephants")
    keyring.unlock(path, unlocked)
    return filled(path)


def filled(path: Path) -> Path:
    with Registry.create(path) as registry:
        add(registry, "CR-1")
        add(registry, "CR-2")
    return path


def add(registry: Registry, patient_id: str) -> None:
    patient = r.Patient(patient_id=patient_id, note="n" * 500)
    registry.change("Add patient", lambda edit: edit.put(patient))


def check(report: Report, key: str) -> Check:
    return next(one for one in report.checks if one.key == key)


def found(report: Report) -> dict[str, tuple[str, ...]]:
    return {one.key: one.problems for one in report.checks if one.problems}


def altered(path: Path, *statements: str) -> None:
    """Change the file behind the program's back, by somebody who has the key."""
    connection = connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_registry_is_sound_in_every_check(encrypted: Path) -> None:
    backups.make(encrypted, "asked")
    with Registry.open(encrypted) as registry:
        head = registry.head()
    report = verify(encrypted, head=head)
    assert found(report) == {}
    assert report.is_complete
    assert report.head == head
    made = {"opening", "engine", "pages", "cipher", "references", "shape", "audit", "heads"}
    made |= {"printed", "backups", "keys", "permissions", "strays"}
    assert {one.key for one in report.checks} == made


def test_a_registry_that_is_not_encrypted_is_said_to_be_open_to_everybody(plain: Path) -> None:
    report = verify(plain)
    assert report.is_sound
    assert report.is_complete
    assert "whoever has the file" in check(report, "keys").note


def test_without_a_passphrase_the_report_says_what_it_could_not_check(encrypted: Path) -> None:
    backups.make(encrypted, "asked")
    keyring.lock(encrypted)
    report = verify(encrypted)
    assert report.is_sound
    assert not report.is_complete
    assert check(report, "pages").standing == "not checked"
    assert "passphrase" in check(report, "audit").note
    assert check(report, "permissions").standing == "sound"


def test_a_damaged_page_is_found(encrypted: Path) -> None:
    content = bytearray(encrypted.read_bytes())
    content[-3000] ^= 1
    encrypted.write_bytes(bytes(content))
    report = verify(encrypted)
    assert not report.is_sound
    assert {"pages", "cipher"} & found(report).keys()


def test_a_hot_log_raises_no_false_alarm(encrypted: Path) -> None:
    """The check of the cipher reads the file behind the log, which is not written back yet."""
    writer = Registry.open(encrypted)
    for number in range(30):
        add(writer, f"X-{number}")
    assert encrypted.with_name("clinic.registry-wal").stat().st_size > 0
    assert found(verify(encrypted)) == {}
    writer.close()


@pytest.mark.parametrize(
    ("statement", "key", "told"),
    [
        ("DROP INDEX labs_patient", "shape", "index labs_patient is missing"),
        ("DROP TRIGGER journal_no_update", "shape", "journal_no_update"),
        ("CREATE TABLE extra (id)", "shape", "table extra does not belong"),
        ("ALTER TABLE labs ADD COLUMN other TEXT", "shape", "table labs was altered"),
        (
            "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'transactions'",
            "audit",
            "missing",
        ),
        (
            "INSERT INTO labs (id, patient, analyte, row_version, created_at, changed_at)"
            " VALUES ('x', 'nobody', 'a', 1, '', '')",
            "references",
            "missing row of patients",
        ),
    ],
)
def test_what_was_altered_in_the_file_is_found(
    plain: Path, statement: str, key: str, told: str
) -> None:
    altered(plain, "PRAGMA foreign_keys = OFF", statement)
    problems = found(verify(plain))
    assert told in " ".join(problems[key])


def test_a_registry_put_back_to_an_older_copy_is_found_by_its_backups(encrypted: Path) -> None:
    older = encrypted.with_name("older")
    shutil.copy2(encrypted, older)
    with Registry.open(encrypted) as registry:
        add(registry, "CR-3")
    made = backups.make(encrypted, "asked")
    older.replace(encrypted)
    (told,) = found(verify(encrypted))["heads"]
    assert "an older copy was put in the registry's place" in told
    assert made.name in told


def test_an_older_copy_with_older_backups_is_found_by_the_second_place(
    encrypted: Path, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    set_second_place(encrypted, tmp_path / "disk")
    older = encrypted.with_name("older")
    shutil.copy2(encrypted, older)
    with Registry.open(encrypted) as registry:
        add(registry, "CR-3")
    backups.remove(backups.make(encrypted, "asked").file)
    older.replace(encrypted)
    assert "heads" in found(verify(encrypted))


def test_an_older_copy_is_found_by_a_printed_page(plain: Path) -> None:
    older = plain.with_name("older")
    shutil.copy2(plain, older)
    with Registry.open(plain) as registry:
        add(registry, "CR-3")
        printed = Head.read(registry.head().short)
    assert found(verify(plain, head=printed)) == {}
    older.replace(plain)
    (told,) = found(verify(plain, head=printed))["printed"]
    assert "older copy" in told
    assert found(verify(plain)) == {}  # without the page nothing tells


def test_a_rewritten_audit_is_told_from_an_older_copy(plain: Path) -> None:
    (told,) = found(verify(plain, head=Head(1, "00000000")))["printed"]
    assert "written anew" in told


def test_an_altered_backup_and_an_altered_manifest_are_found(encrypted: Path) -> None:
    made = backups.make(encrypted, "asked")
    with made.file.open("ab") as file:
        file.write(b"more")
    assert "not the one that was made" in found(verify(encrypted))["backups"][0]
    manifest = backups.manifest_path(made.file)
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(told | {"why": "import"}))
    assert "manifest was altered" in found(verify(encrypted))["backups"][0]
    manifest.write_text("not a manifest")
    assert "no readable manifest" in found(verify(encrypted))["backups"][0]


def test_a_damaged_copy_in_the_second_place_is_found(encrypted: Path, tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    set_second_place(encrypted, place)
    made = backups.make(encrypted, "asked")
    copy = place / made.file.parent.name / made.name
    copy.write_bytes(copy.read_bytes()[:-1])
    (told,) = found(verify(encrypted))["backups"]
    assert told.startswith(f"disk/{made.name}")
    shutil.rmtree(place)
    assert "not checked" in check(verify(encrypted), "backups").note


def test_a_backup_that_lost_its_keys_is_found(encrypted: Path) -> None:
    made = backups.make(encrypted, "asked")
    keys_path(made.file).unlink()
    assert "keys" in found(verify(encrypted))["backups"][0]


def test_an_altered_keys_file_is_found(encrypted: Path) -> None:
    keys = keys_path(encrypted)
    keys.write_text(keys.read_text().replace('"administrator"', '"viewer"', 1))
    assert "altered" in found(verify(encrypted))["keys"][0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_files_that_others_can_read_are_found(encrypted: Path) -> None:
    made = backups.make(encrypted, "asked")
    made.file.chmod(0o640)
    keys_path(encrypted).chmod(0o604)
    assert len(found(verify(encrypted))["permissions"]) == 2


def test_a_memory_stick_where_nobody_owns_files_is_no_fault(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypted.chmod(0o755)
    monkeypatch.setattr(places, "kind_of_place", lambda _: "vfat")
    report = verify(encrypted)
    assert report.is_sound
    assert "no owner" in check(report, "permissions").note


def test_an_encrypted_registry_without_its_keys_is_not_open_to_everybody(encrypted: Path) -> None:
    keyring.lock(encrypted)
    keys_path(encrypted).unlink()
    told = check(verify(encrypted), "keys")
    assert "keys are missing" in told.problems[0]
    assert told.note == ""


def test_the_log_of_a_registry_that_was_renamed_without_it_is_found(
    plain: Path, tmp_path: Path
) -> None:
    (tmp_path / "old name.registry-wal").write_bytes(b"the last entries")
    (told,) = found(verify(plain))["strays"]
    assert "old name.registry-wal holds the last entries" in told


def test_files_left_behind_in_plain_text_are_found(encrypted: Path, tmp_path: Path) -> None:
    folder = backups.folder_of(encrypted)
    folder.mkdir(mode=0o700)
    (folder / "clinic-1.registry.part").write_bytes(b"half")
    (folder / "clinic-1.registry.part").chmod(0o600)
    other = filled(tmp_path / "other.registry")
    other.replace(tmp_path / "clinic.registry.version-2")
    told = found(verify(encrypted))["strays"]
    assert len(told) == 2
    assert "unencrypted copy" in told[0] + told[1]


@pytest.mark.parametrize(
    "make", [lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"words " * 900)]
)
def test_a_file_that_is_no_registry_is_not_sound(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "clinic.registry"
    make(path)
    path.chmod(0o600)
    assert not verify(path).is_sound


def test_a_missing_file_is_an_answer(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no registry"):
        verify(tmp_path / "absent.registry")


def test_a_registry_on_a_closed_medium_is_verified_without_writing(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    report = verify(encrypted)
    assert report.is_sound
    assert list(encrypted.parent.glob("*-wal")) == []


def test_verifying_changes_nothing(plain: Path) -> None:
    before = plain.read_bytes()
    verify(plain)
    assert plain.read_bytes() == before


def test_the_shape_of_every_version_is_the_one_of_its_steps(plain: Path) -> None:
    connection = connect(plain)
    assert soundness.shape_problems(connection) == []
    connection.close()
