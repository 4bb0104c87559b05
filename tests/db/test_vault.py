"""Who gets into an encrypted registry, and what somebody without a key cannot do."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.db import keyring, vault, vault_attempts, vault_file, vault_rekey, vault_slots
from desktop.db.connection import connect
from desktop.db.registry import Registry
from desktop.db.vault_code import new_code, read_code
from desktop.domain import records as r
from desktop.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.db.keyring import Unlocked

WORDS = "correct horse battery"
OTHER = "staple staple staple"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """An encrypted registry with one patient; its keys have been forgotten."""
    made = tmp_path / "clinic.registry"
    unlocked, _ = vault.create(made, "Ana", WORDS)
    keyring.unlock(made, unlocked)
    with Registry.create(made) as registry:
        add_patient(registry, "CR-0001")
    keyring.lock(made)
    yield made
    keyring.lock(made)


def add_patient(registry: Registry, patient_id: str) -> None:
    patient = r.Patient(patient_id=patient_id, note="Zwetschgenkuchen")
    registry.change("Add patient", lambda edit: edit.put(patient))


def patients(path: Path, unlocked: Unlocked) -> list[str]:
    """The patients that somebody with these keys reads."""
    keyring.unlock(path, unlocked)
    try:
        with Registry.open(path) as registry:
            return [row.patient_id for row in registry.patients()]
    finally:
        keyring.lock(path)


def edited(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Alter the keys file as somebody without a key can."""
    keys = vault.keys_path(path)
    content = json.loads(keys.read_text())
    change(content)
    keys.write_text(json.dumps(content))


def test_the_passphrase_opens_the_registry_under_its_owner_s_name(path: Path) -> None:
    unlocked = vault.sign_in(path, "ana", WORDS)
    assert (unlocked.user, unlocked.role) == ("Ana", "administrator")
    keyring.unlock(path, unlocked)
    with Registry.open(path, who="somebody else") as registry:
        assert (registry.who, registry.role) == ("Ana", "administrator")
        assert [row.patient_id for row in registry.patients()] == ["CR-0001"]


def test_without_a_key_nothing_opens(path: Path) -> None:
    with pytest.raises(UserError, match="encrypted: sign in first"):
        Registry.open(path)
    with pytest.raises(UserError, match="does not fit"):
        vault.sign_in(path, "Ana", WORDS + " ")
    with pytest.raises(UserError, match="Nobody called Eve"):
        vault.sign_in(path, "Eve", WORDS)


def test_the_same_letters_open_it_however_they_were_typed(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    vault.create(path, "Zoë", "Grüße aus Österreich")
    assert vault.sign_in(path, "Zoe\u0308", "Gru\u0308ße aus O\u0308sterreich").user == "Zoë"


def test_nothing_on_the_disk_tells_a_patient_or_a_key(path: Path) -> None:
    keyring.unlock(path, unlocked := vault.sign_in(path, "Ana", WORDS))
    with Registry.open(path) as registry:
        add_patient(registry, "CR-0002")
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        beside = {file: file.read_bytes() for file in path.parent.iterdir()}
        assert not [file for file in beside if file.stat().st_mode & 0o077]
    assert {file.name.removeprefix(path.name) for file in beside} >= {"", "-wal", ".keys", ".lock"}
    secret = [unlocked.database_key, unlocked.master_key, unlocked.audit_key, unlocked.wrap_key]
    planted = [b"Zwetschgenkuchen", b"CR-0002", b"patients", b"SQLite format", WORDS.encode()]
    for file, content in beside.items():
        for words in (*planted, *secret, *(key.hex().encode() for key in secret)):
            assert words not in content, (file, words)


def test_keys_are_in_no_text_that_could_be_logged(path: Path) -> None:
    unlocked = vault.sign_in(path, "Ana", WORDS)
    for key in (unlocked.database_key, unlocked.master_key):
        assert key.hex() not in repr(unlocked)
        assert repr(key) not in repr(unlocked)


def test_an_engine_that_does_not_encrypt_is_never_given_a_key(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from desktop.db import connection

    class Other(sqlite3.Connection):
        pass

    monkeypatch.setattr(connection, "_connect", sqlite3.connect)
    monkeypatch.setattr(connection, "FileConnection", Other)
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="does not encrypt"):
        connect(path, unlocked=vault.sign_in(path, "Ana", WORDS))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda keys: keys["slots"][0].update(role="viewer"),
        lambda keys: keys["slots"][0].update(created_at="2020-01-01T00:00:00+00:00"),
        lambda keys: keys["slots"].pop(),
        lambda keys: keys["slots"].append(keys["slots"][0] | {"user": "Eve"}),
        lambda keys: keys["slots"].reverse(),
        lambda keys: keys.update(chest=keys["chest_nonce"]),
        lambda keys: keys.update(seal=keys["salt"]),
        lambda keys: keys.update(changed_at="2020-01-01T00:00:00+00:00"),
    ],
    ids=["role", "time", "removed", "added", "order", "chest", "seal", "changed"],
)
def test_keys_that_were_altered_without_a_key_are_refused(
    path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    edited(path, change)
    with pytest.raises(UserError, match="altered by somebody without a key"):
        vault.sign_in(path, "Ana", WORDS)


@pytest.mark.parametrize("part", ["user", "salt", "nonce", "wrapped", "public", "sender", "sealed"])
def test_a_slot_opens_only_as_it_was_made(path: Path, part: str, tmp_path: Path) -> None:
    other = tmp_path / "other.registry"
    vault.create(other, "Ben", WORDS)
    foreign = json.loads(vault.keys_path(other).read_text())["slots"][0]
    edited(path, lambda keys: keys["slots"][0].update({part: foreign[part]}))
    with pytest.raises(UserError):
        vault.sign_in(path, "", WORDS)


def test_a_slot_of_another_registry_opens_nothing(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.registry"
    vault.create(other, "Ben", WORDS)
    foreign = json.loads(vault.keys_path(other).read_text())["slots"][0]
    edited(path, lambda keys: keys.update(slots=[foreign]))
    with pytest.raises(UserError, match="does not fit"):
        vault.sign_in(path, "Ben", WORDS)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 8},
        {"passes": 0},
        {"lanes": 0},
        {"memory": 1 << 40},
        {"passes": 1 << 30},
        {"lanes": 1 << 20},
    ],
)
def test_a_cost_that_is_too_low_or_absurd_is_refused_before_anything_is_computed(
    path: Path, cost: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(path, lambda keys: keys["slots"][0]["cost"].update(cost))

    def compute(*_: object) -> bytes:
        pytest.fail("a passphrase was tried")

    monkeypatch.setattr("argon2.low_level.hash_secret_raw", compute)
    with pytest.raises(UserError, match="out of bounds"):
        vault.sign_in(path, "Ana", WORDS)


def test_the_shipped_cost_is_the_floor_below_which_nothing_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    second_option_of_rfc_9106 = vault_slots.Cost(memory=64 * 1024, passes=3, lanes=4)
    assert second_option_of_rfc_9106 == vault_slots.FLOOR == vault_slots.COST


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b"\xff\xfe", b"[1]", b'{"format":1}'])
def test_a_keys_file_that_is_none_is_refused(path: Path, content: bytes) -> None:
    vault.keys_path(path).write_bytes(content)
    for attempt in (lambda: vault.sign_in(path, "Ana", WORDS), lambda: vault.people(path)):
        with pytest.raises(UserError, match=r"clinic\.registry\.keys is damaged"):
            attempt()


def test_a_keys_file_of_a_newer_program_is_told_from_a_damaged_one(path: Path) -> None:
    edited(path, lambda keys: keys.update(format=2, another="part"))
    with pytest.raises(UserError, match="newer version"):
        vault.sign_in(path, "Ana", WORDS)


def test_passphrases_and_names_that_would_not_do_are_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="at least 12 characters"):
        vault.create(tmp_path / "new.registry", "Ana", "eleven char")
    with pytest.raises(UserError, match="needs a name"):
        vault.create(tmp_path / "new.registry", "  ", WORDS)
    assert not vault.keys_path(tmp_path / "new.registry").exists()
    with pytest.raises(UserError, match="exists already"):
        vault.create(path, "Ana", WORDS)
    with pytest.raises(UserError, match="a person called ANA already"):
        vault.add_person(path, vault.sign_in(path, "Ana", WORDS), "ANA", "viewer", OTHER)


def test_people_can_be_listed_without_a_key(path: Path) -> None:
    vault.add_person(path, vault.sign_in(path, "Ana", WORDS), "Ben", "clinician", OTHER)
    ana, ben, code = vault.people(path)
    assert (ana.user, ana.role, bool(ana.last_sign_in)) == ("Ana", "administrator", True)
    assert (ben.user, ben.role, ben.last_sign_in) == ("Ben", "clinician", "")
    assert code.is_recovery
    assert patients(path, vault.sign_in(path, "Ben", OTHER)) == ["CR-0001"]


def test_only_an_administrator_changes_people(path: Path) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    vault.add_person(path, ana, "Ben", "keeper", OTHER)
    ben = vault.sign_in(path, "Ben", OTHER)
    for attempt in (
        lambda: vault.add_person(path, ben, "Eve", "viewer", OTHER),
        lambda: vault.change_role(path, ben, "Ben", "administrator"),
        lambda: vault.remove_person(path, ben, "Ana"),
        lambda: vault.change_passphrase(path, ben, "Ana", OTHER),
        lambda: vault.new_recovery_code(path, ben),
    ):
        with pytest.raises(UserError, match="does not allow this"):
            attempt()
    vault.change_passphrase(path, ben, "Ben", "own words of Ben")
    assert vault.sign_in(path, "Ben", "own words of Ben").role == "keeper"


def test_an_administrator_is_always_left(path: Path) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    with pytest.raises(UserError, match="needs an administrator"):
        vault.change_role(path, ana, "Ana", "viewer")
    with pytest.raises(UserError, match="cannot remove yourself"):
        vault.remove_person(path, ana, "Ana")


def test_who_was_removed_gets_in_with_nothing_that_was_kept(path: Path) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    vault.add_person(path, ana, "Ben", "clinician", OTHER)
    vault.add_person(path, ana, "Cleo", "viewer", "words of Cleo too")
    ben = vault.sign_in(path, "Ben", OTHER)
    kept = vault.keys_path(path).read_bytes()
    renewed = vault.remove_person(path, ana, "Ben")
    with pytest.raises(UserError, match="Nobody called Ben"):
        vault.sign_in(path, "Ben", OTHER)
    with pytest.raises(UserError, match="no longer fit"):
        patients(path, ben)
    assert renewed.database_key != ben.database_key
    assert (renewed.audit_key, renewed.wrap_key) == (ben.audit_key, ben.wrap_key)
    for person, words in (("Ana", WORDS), ("Cleo", "words of Cleo too")):
        assert patients(path, vault.sign_in(path, person, words)) == ["CR-0001"]
    current = vault.keys_path(path).read_bytes()
    vault.keys_path(path).write_bytes(kept)
    with pytest.raises(UserError, match="does not belong"):
        patients(path, vault.sign_in(path, "Ben", OTHER))
    vault.keys_path(path).write_bytes(current)


def test_a_lesser_role_cannot_be_undone_with_the_old_keys_file(path: Path) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    vault.add_person(path, ana, "Ben", "clinician", OTHER)
    assert vault.change_role(path, ana, "Ben", "administrator").database_key == ana.database_key
    kept = vault.keys_path(path).read_bytes()
    vault.change_role(path, ana, "Ben", "viewer")
    assert vault.sign_in(path, "Ben", OTHER).role == "viewer"
    vault.keys_path(path).write_bytes(kept)
    with pytest.raises(UserError, match="does not belong"):
        patients(path, vault.sign_in(path, "Ben", OTHER))


def test_a_new_passphrase_voids_the_old_one(path: Path) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    vault.change_passphrase(path, ana, "Ana", OTHER)
    with pytest.raises(UserError, match="does not fit"):
        vault.sign_in(path, "Ana", WORDS)
    assert patients(path, vault.sign_in(path, "Ana", OTHER)) == ["CR-0001"]


def test_keys_do_not_change_while_the_registry_is_open(path: Path) -> None:
    keyring.unlock(path, ana := vault.sign_in(path, "Ana", WORDS))
    before = vault.keys_path(path).read_bytes()
    with Registry.open(path) as registry:
        vault.add_person(path, ana, "Ben", "viewer", OTHER)  # needs no new key
        before = vault.keys_path(path).read_bytes()
        with pytest.raises(UserError, match="open elsewhere in this program"):
            vault.remove_person(path, ana, "Ben")
        add_patient(registry, "CR-0002")
    assert vault.keys_path(path).read_bytes() == before
    assert patients(path, ana) == ["CR-0001", "CR-0002"]


def test_the_key_ring_follows_a_new_key(path: Path) -> None:
    keyring.unlock(path, ana := vault.sign_in(path, "Ana", WORDS))
    renewed, _ = vault.new_recovery_code(path, ana)
    assert keyring.unlocked(path) == renewed
    assert renewed.session == ana.session
    Registry.open(path).close()


def test_the_recovery_code_lets_somebody_in_once(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    unlocked, code = vault.create(path, "Ana", WORDS)
    keyring.unlock(path, unlocked)
    Registry.create(path).close()
    keyring.lock(path)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    ana = vault.recover(path, typed, "Ana", OTHER)
    assert (ana.role, patients(path, ana)) == ("administrator", [])
    _, following = vault.new_recovery_code(path, ana)
    with pytest.raises(UserError, match="does not fit this registry"):
        vault.recover(path, code, "Ana", OTHER)
    assert vault.recover(path, following, "Doru", OTHER).user == "Doru"
    assert [p.user for p in vault.people(path)] == ["Doru", "Ana", ""]


def test_a_mistyped_recovery_code_is_found_before_it_is_tried() -> None:
    code = new_code()
    letters = code.replace("-", "")
    assert read_code(code) == letters[:-1]
    for place in range(len(letters)):
        other = "X" if letters[place] != "X" else "Y"
        with pytest.raises(UserError, match="not a whole recovery code"):
            read_code(letters[:place] + other + letters[place + 1 :])
    with pytest.raises(UserError, match="not a whole recovery code"):
        read_code(code[:-2])
    assert len({new_code() for _ in range(100)}) == 100


def test_an_existing_registry_is_encrypted_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "clinic.registry"
    with Registry.create(path, who="before") as registry:
        for number in range(20):
            add_patient(registry, f"CR-{number:04}")
    assert b"Zwetschgenkuchen" in path.read_bytes()
    unlocked, code = vault.encrypt(path, "Ana", WORDS)
    assert b"Zwetschgenkuchen" not in b"".join(f.read_bytes() for f in tmp_path.iterdir())
    assert len(patients(path, unlocked)) == 20
    keyring.unlock(path, unlocked)
    with Registry.open(path) as registry:
        add_patient(registry, "CR-0099")
        assert len(registry.history(registry.ids()["CR-0001"]).__next__().who) > 0
    with pytest.raises(UserError, match="encrypted already"):
        vault.encrypt(path, "Ana", WORDS)
    assert len(patients(path, vault.recover(path, code, "Ana", OTHER))) == 21


class PowerCut(BaseException):
    """Ends a step in the middle, as a crash does."""


def cut(*_: object, **__: object) -> None:
    raise PowerCut


@pytest.mark.parametrize("moment", ["export", "keys", "between", "settle"])
def test_a_crash_at_any_step_of_a_new_key_leaves_a_registry_that_opens(
    path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = vault.sign_in(path, "Ana", WORDS)
    vault.add_person(path, ana, "Ben", "viewer", OTHER)
    with monkeypatch.context() as crash:
        if moment == "export":
            crash.setattr(vault_rekey, "_exported", cut)
        elif moment == "keys":
            crash.setattr(vault_rekey, "sync_file", cut)
        elif moment == "between":
            write = vault_file.write

            def write_and_cut(path: Path, keys: vault_file.Keys, *, is_next: bool) -> None:
                write(path, keys, is_next=is_next)
                raise PowerCut

            crash.setattr(vault_file, "write", write_and_cut)
        else:
            settle = vault_file.settle
            # The first call comes before the change, the second one after it.
            crash.setattr("desktop.db.vault_people.settle", settle)
            crash.setattr(vault_file, "settle", cut)
        with pytest.raises(PowerCut):
            vault.remove_person(path, ana, "Ben")
    assert patients(path, vault.sign_in(path, "Ana", WORDS)) == ["CR-0001"]
    is_done = moment == "settle"
    if is_done:
        with pytest.raises(UserError, match="Nobody called Ben"):
            vault.sign_in(path, "Ben", OTHER)
    else:
        assert patients(path, vault.sign_in(path, "Ben", OTHER)) == ["CR-0001"]
    assert not vault_file.next_path(path).exists()


class FakeClock:
    """Both clocks in a test's hand."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.since_start = 1000.0
        self.runs = 1

    def clock(self) -> vault_attempts.Clock:
        return vault_attempts.Clock(
            now=lambda: self.wall, steady=lambda: self.since_start, run=lambda: str(self.runs)
        )

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.since_start += seconds


def fail(path: Path, clock: vault_attempts.Clock, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(UserError, match="does not fit"):
            vault.sign_in(path, "Ana", "wrong wrong wrong", clock=clock)


def test_after_five_failures_one_waits_longer_each_time(path: Path) -> None:
    hand = FakeClock()
    clock = hand.clock()
    fail(path, clock, 5)
    for wait in (15, 30, 60):
        with pytest.raises(UserError, match=f"Try again in {wait} seconds"):
            vault.sign_in(path, "Ana", WORDS, clock=clock)
        hand.pass_by(wait - 1)
        with pytest.raises(UserError, match="Try again in one second"):
            vault.sign_in(path, "Ana", WORDS, clock=clock)
        hand.pass_by(1)
        fail(path, clock)
    hand.pass_by(120)
    vault.sign_in(path, "Ana", WORDS, clock=clock)
    fail(path, clock, 4)
    vault.sign_in(path, "Ana", WORDS, clock=clock)


def test_the_wait_has_an_end() -> None:
    assert vault_attempts.wait_after(10_000) == timedelta(minutes=30)


def test_neither_clock_nor_restart_lifts_the_wait(path: Path) -> None:
    hand = FakeClock()
    clock = hand.clock()
    fail(path, clock, 5)
    hand.wall -= timedelta(days=400)
    with pytest.raises(UserError, match="Try again in 15 seconds"):
        vault.sign_in(path, "Ana", WORDS, clock=clock)
    hand.wall += timedelta(days=4000)  # while the steady clock stands still
    with pytest.raises(UserError, match="Try again in 15 seconds"):
        vault.sign_in(path, "Ana", WORDS, clock=clock)
    hand.runs, hand.since_start = 2, 5.0
    hand.wall -= timedelta(days=4000)
    with pytest.raises(UserError, match="Try again in 15 seconds"):
        vault.sign_in(path, "Ana", WORDS, clock=clock)
    hand.pass_by(15)
    vault.sign_in(path, "Ana", WORDS, clock=clock)


def test_failures_are_kept_until_the_journal_has_heard_them(path: Path) -> None:
    hand = FakeClock()
    clock = hand.clock()
    fail(path, clock, 2)
    with pytest.raises(UserError):
        vault.sign_in(path, "WORDS typed as a name", "wrong wrong wrong", clock=clock)
    vault.sign_in(path, "Ana", WORDS, clock=clock)
    unheard = vault_attempts.read(path).unheard
    assert [failure.user for failure in unheard] == ["Ana", "Ana", ""]
    assert "typed as a name" not in vault_attempts.attempts_path(path).read_text()
    vault_attempts.heard(path, 2)
    assert len(vault_attempts.read(path).unheard) == 1


def test_a_damaged_count_is_the_longest_doubt(path: Path) -> None:
    vault_attempts.attempts_path(path).write_text("nonsense")
    with pytest.raises(UserError, match="Try again in 15 seconds"):
        vault.sign_in(path, "Ana", WORDS, clock=FakeClock().clock())


@pytest.mark.parametrize("last", ["yesterday", "2026-01-01T00:00:00"])
def test_a_count_with_a_time_that_is_none_ends_like_any_other_wait(path: Path, last: str) -> None:
    content = json.dumps({"in_a_row": 5, "last": last})
    vault_attempts.attempts_path(path).write_text(content)
    hand = FakeClock()
    with pytest.raises(UserError, match="Try again in 15 seconds"):
        vault.sign_in(path, "Ana", WORDS, clock=hand.clock())
    hand.pass_by(15)
    vault.sign_in(path, "Ana", WORDS, clock=hand.clock())


@pytest.mark.parametrize("content", ["nonsense", '{"in_a_row": 9, "last": "2999-01-01T00:00Z"}'])
def test_where_no_count_can_be_kept_a_wait_that_would_never_end_keeps_nobody_out(
    path: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault_attempts.attempts_path(path).write_text(content)

    def closed(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(vault_attempts, "write_private", closed)
    vault.sign_in(path, "Ana", WORDS, clock=FakeClock().clock())


def test_a_folder_in_place_of_the_count_keeps_nobody_out(path: Path) -> None:
    vault_attempts.attempts_path(path).mkdir()
    vault.sign_in(path, "Ana", WORDS)


def test_what_lies_in_place_of_coming_keys_locks_nobody_out(path: Path) -> None:
    vault_file.next_path(path).write_text("nonsense")
    assert patients(path, vault.sign_in(path, "Ana", WORDS)) == ["CR-0001"]


def test_a_registry_without_its_keys_is_not_said_to_be_open_to_everybody(path: Path) -> None:
    vault.keys_path(path).unlink()
    with pytest.raises(UserError, match="its keys are missing"):
        vault.people(path)


def test_a_registry_that_is_not_encrypted_waits_for_no_cryptography(tmp_path: Path) -> None:
    path = tmp_path / "plain.registry"
    Registry.create(path).close()
    code = (
        "import sys; from pathlib import Path; from desktop.db.registry import Registry;"
        "Registry.open(Path(sys.argv[1])).close();"
        "print({'argon2', 'cryptography'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "set()\n"


def test_a_new_registry_is_never_encrypted_with_keys_that_lie_nowhere(path: Path) -> None:
    keyring.unlock(path, vault.sign_in(path, "Ana", WORDS))
    path.unlink()
    keys = vault.keys_path(path).rename(path.with_name("moved away"))
    Registry.create(path).close()
    assert path.read_bytes().startswith(vault_file.HEADER)
    assert keyring.unlocked(path) is None
    path.unlink()
    keys.rename(vault.keys_path(path))
    with pytest.raises(UserError, match=r"clinic\.registry\.keys exists already"):
        Registry.create(path)
    assert not path.exists()
