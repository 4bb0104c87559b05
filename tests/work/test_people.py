"""Coming into an encrypted registry and leaving it, as its journal tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.db import holding, keyring, vault
from desktop.db.registry import Registry
from desktop.domain.errors import UserError
from desktop.work import people

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "correct horse battery"
OTHER = "staple staple staple"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    registry, _ = people.create(tmp_path / "clinic.registry", "Ana", WORDS)
    registry.close()
    keyring.lock(registry.path)
    yield registry.path
    keyring.lock(registry.path)


def told(path: Path) -> list[tuple[str, str]]:
    """Kind and person of every entry of the audit, the oldest first."""
    with Registry.open(path) as registry:
        return [(row.kind, row.who) for row in reversed(registry.audit())]


def test_failures_are_told_before_the_sign_in_that_follows(path: Path) -> None:
    for _ in range(2):
        with pytest.raises(UserError, match="does not fit"):
            people.sign_in(path, "Ana", OTHER)
        assert keyring.unlocked(path) is None
    people.sign_in(path, "", WORDS).close()
    with Registry.open(path) as registry:
        failures = registry.audit(kinds=("failed_sign_in",))
        assert [row.details["user"] for row in failures] == ["Ana", "Ana"]
    kinds = [kind for kind, _ in told(path)]
    assert kinds == ["person", "failed_sign_in", "failed_sign_in", "sign_in"]
    people.sign_in(path, "", WORDS).close()
    assert [kind for kind, _ in told(path)][4:] == ["sign_in"]  # each failure is told once


def test_signing_out_is_told_and_forgets_the_keys(path: Path) -> None:
    people.sign_out(people.sign_in(path, "Ana", WORDS))
    assert keyring.unlocked(path) is None
    with pytest.raises(UserError, match="sign in first"):
        Registry.open(path)
    keyring.unlock(path, vault.sign_in(path, "Ana", WORDS))
    assert told(path)[-1] == ("sign_out", "Ana")


def test_who_signs_in_for_reading_only_leaves_no_trace_in_the_file(path: Path) -> None:
    before = path.read_bytes()
    registry = people.sign_in(path, "Ana", WORDS, read_only=True)
    assert registry.read_only
    people.sign_out(registry)
    assert path.read_bytes() == before


def test_a_registry_that_does_not_open_leaves_no_keys_in_the_ring(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.raises(UserError, match="end is missing"):
        people.sign_in(path, "Ana", WORDS)
    assert keyring.unlocked(path) is None


def test_a_sign_in_that_the_audit_cannot_hear_of_lets_nobody_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise UserError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Registry, "note", full)
        with pytest.raises(UserError, match="full"):
            people.sign_in(path, "Ana", WORDS)
    assert keyring.unlocked(path) is None
    assert holding.holder(path) is None
    people.sign_in(path, "Ana", WORDS).close()


def test_what_happens_to_people_is_told_with_who_did_it(path: Path) -> None:
    people.sign_in(path, "Ana", WORDS).close()
    people.add(path, "Ben", "clinician", OTHER)
    people.change_role(path, "Ben", "viewer")
    people.change_passphrase(path, "Ben", OTHER + "!")
    code = people.new_recovery_code(path)
    people.remove(path, "Ben")
    kinds = ["person", "sign_in", "person", "role", "person", "recovery", "person"]
    assert [one for one in told(path) if one[0] != "backup"] == [(kind, "Ana") for kind in kinds]
    keyring.lock(path)
    registry, following = people.recover(path, code, "Cleo", OTHER)
    registry.close()
    assert told(path)[-1] == ("recovery", "Cleo")
    assert following != code
    assert [one.user for one in vault.people(path)] == ["Cleo", "Ana", ""]


def test_nobody_changes_people_without_signing_in(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="have not signed in"):
        people.add(path, "Ben", "clinician", OTHER)
    Registry.create(tmp_path / "plain.registry").close()
    with pytest.raises(UserError, match="is not encrypted"):
        people.remove(tmp_path / "plain.registry", "Ben")


def test_keys_of_a_registry_that_was_never_made_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "new.registry"
    with pytest.raises(KeyError), people.new_registry(path, "Ana", WORDS):
        raise KeyError
    assert list(tmp_path.iterdir()) == []
    assert keyring.unlocked(path) is None


def test_what_stays_readable_after_encrypting_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    Registry.create(path).close()
    old = tmp_path / "clinic.registry.version-2"
    backup = tmp_path / "clinic.registry.backups" / "clinic-20260101T000000Z.registry"
    backup.parent.mkdir()
    for copy in (old, backup):
        copy.write_bytes(path.read_bytes())
    done = people.encrypt(path, "Ana", WORDS)
    assert set(done.plain) == {old, backup}
    assert told(path) == [("person", "Ana")]
    keyring.lock(path)
    vault.recover(path, done.code, "Ana", OTHER)


def test_a_recovery_without_room_for_a_new_key_says_what_holds_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.registry"
    made, code = people.create(path, "Ana", WORDS)
    people.sign_out(made)

    def full(*_: object) -> None:
        raise UserError("No room.", kept="It is as it was.", remedy="Free space.")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "new_recovery_code", full)
        with pytest.raises(UserError, match="No room") as refusal:
            people.recover(path, code, "Bo", OTHER)
    assert "passphrase of Bo holds" in refusal.value.kept
    assert keyring.unlocked(path) is None
    people.sign_in(path, "Bo", OTHER).close()
    assert ("recovery", "Bo") in told(path)
    keyring.lock(path)
    people.sign_out(people.recover(path, code, "Ana", WORDS)[0])
