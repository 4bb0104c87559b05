"""The audit: every change and event in one chain, and whatever is done to it is found."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.db import keyring, sealing, vault_people
from desktop.db.audit import broken
from desktop.db.backup import problems_of
from desktop.db.connection import connect
from desktop.db.registry import Batch, Registry
from desktop.db.sealing import COLUMNS, SEALED
from desktop.db.steps import STEPS
from desktop.domain import records as r
from desktop.domain.audit import EVENT_KINDS, KIND_WORDS, KINDS, Head
from desktop.domain.errors import UserError
from desktop.domain.ranges import RegistryRange
from desktop.domain.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.db.connection import Connection

GOLDEN = Path(__file__).parents[1] / "data" / "registries"
PATIENT = r.Patient(patient_id="CR-0001", sex="female")
NAMED = r.Identity(patient=PATIENT.id, given_name="Zofia", family_name="Fikcyjna")
PHOSPHATE = r.LabResult(
    patient=PATIENT.id, analyte="serum_phosphate", value="5.0", unit="mg/dL", when="2010-01-01"
)
KEY = b"k" * 32


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry", who="nurse") as opened:
        opened.change("Add patient", lambda edit: edit.put(PATIENT))
        opened.change("Name the patient", lambda edit: edit.put(NAMED))
        opened.change("Add phosphate", lambda edit: edit.put(PHOSPHATE))
        opened.note("print", "Make a report", patient=PATIENT.id, details={"pages": 2})
        yield opened


def as_somebody(registry: Registry, role: str, *, user: str = "dr. mora") -> None:
    """Let the registry think that a person with this role signed in."""
    registry.unlocked = keyring.Unlocked(
        user=user,
        role=role,  # type: ignore[arg-type]  # the roles of the tests
        session="s1",
        database_key=b"",
        audit_key=KEY,
        wrap_key=b"",
    )
    registry.who = user


def unguarded(path: Path) -> Connection:
    """A connection of somebody who knows SQL and means no good."""
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for name in ("transactions_no_update", "transactions_no_delete"):
        connection.execute(f"DROP TRIGGER {name}")
    for name in ("journal_no_update", "journal_no_delete"):
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def entries(problems: list[str]) -> list[str]:
    """What is said beside the guards that were lifted."""
    return [problem for problem in problems if "guard" not in problem]


def test_changes_and_events_stand_in_one_order(registry: Registry) -> None:
    told = [(row.seq, row.kind, row.what, row.who) for row in registry.audit()]
    assert told == [
        (4, "print", "Make a report", "nurse"),
        (3, "change", "Add phosphate", "nurse"),
        (2, "change", "Name the patient", "nurse"),
        (1, "change", "Add patient", "nurse"),
    ]


def test_an_entry_says_who_in_which_role_and_session_with_which_program_when(
    registry: Registry,
) -> None:
    as_somebody(registry, "clinician")
    before = datetime.now(UTC)
    registry.note("export", "Export tables", reason="for the study", details={"counts": {"a": 1}})
    row = registry.audit()[0]
    assert (row.who, row.role, row.session) == ("dr. mora", "clinician", "s1")
    assert (row.reason, row.details) == ("for the study", {"counts": {"a": 1}})
    assert row.program
    at = datetime.fromisoformat(row.at)
    assert at.utcoffset() is not None
    assert before.replace(microsecond=0) <= at <= datetime.now(UTC)


def test_an_entry_about_one_person_names_them(registry: Registry) -> None:
    assert {(row.patient, row.patient_id) for row in registry.audit()} == {(PATIENT.id, "CR-0001")}
    registry.note("sign_in", "Sign in")
    assert registry.audit()[0].patient == ""


def test_an_import_is_one_entry_with_the_hash_of_its_file_and_its_counts(
    registry: Registry,
) -> None:
    batch = Batch(import_id="i1", source="labs.csv", sha256="ab" * 32)
    registry.import_batch("Import labs.csv", batch, lambda _: {"labs": 3})
    row = registry.audit(kinds=["import"])[0]
    assert row.details == {"source": "labs.csv", "sha256": "ab" * 32, "counts": {"labs": 3}}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("phosphate", [3]),
        ("nurse", [4, 3, 2, 1]),
        ("report cr-0001", [4]),
        ("document made", [4]),
        ("NÚRSE add", [3, 1]),
        ("somebody else", []),
        ("CR-0001", [4, 3, 2, 1]),
    ],
)
def test_the_audit_is_searched_by_word_of_who_what_kind_and_patient(
    registry: Registry, search: str, found: list[int]
) -> None:
    assert [row.seq for row in registry.audit(search=search)] == found


def test_a_step_on_several_people_is_found_by_each(registry: Registry) -> None:
    other = r.Patient(patient_id="CR-0002")
    note = replace(PATIENT, note="sister of CR-2")

    def link(edit: object) -> None:
        edit.put(other)  # type: ignore[attr-defined]
        edit.put(note)  # type: ignore[attr-defined]

    registry.change("Link family", link)
    row = registry.audit(search="cr-0002")[0]
    assert (row.what, row.patient) == ("Link family", "")


def test_the_audit_is_read_in_pages_and_between_times(registry: Registry) -> None:
    first = registry.audit(limit=2)
    rest = registry.audit(limit=2, before_seq=first[-1].seq)
    assert [row.seq for row in (*first, *rest)] == [4, 3, 2, 1]
    assert registry.audit(since="2999-01-01") == []
    assert len(registry.audit(until="2999-01-01", kinds=["print"])) == 1


def test_every_kind_of_entry_has_a_word() -> None:
    assert set(KIND_WORDS) == set(KINDS)
    assert set(EVENT_KINDS) < set(KINDS)


def test_a_clock_that_went_back_is_an_entry_of_its_own(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = registry.audit()[0].at
    monkeypatch.setattr(sealing, "now", lambda: "2020-02-02T00:00:00.000+00:00")
    registry.change("Remove", lambda edit: edit.remove(PHOSPHATE))
    registry.note("sign_out", "Sign out")
    told = registry.audit(limit=3)
    assert [row.kind for row in told] == ["sign_out", "change", "clock"]
    assert told[2].details == {"before": last, "now": "2020-02-02T00:00:00.000+00:00"}
    assert [row.seq for row in told] == [7, 6, 5]
    assert problems_of(registry.path) == []


@pytest.mark.parametrize("key", [b"", KEY], ids=["open", "keyed"])
def test_whatever_cell_of_the_audit_is_altered_it_is_found(registry: Registry, key: bytes) -> None:
    if key:
        as_somebody(registry, "administrator")
        registry.change("Add", lambda edit: edit.put(replace(PHOSPHATE, value="5.5")))
        registry.note("export", "Export", patient=PATIENT.id, reason="why", details={"n": 1})
    last = registry.head().seq
    registry.close()
    columns = [name.strip() for name in COLUMNS.split(",")][1:]
    targets = [("transactions", name, "seq") for name in columns]
    targets += [
        ("journal", name, "seq") for name in ("table_name", "record", "patient", "before", "after")
    ]
    connection = unguarded(registry.path)
    assert entries(broken(connection, key)) == []
    tried = 0
    for table, name, number in targets:
        for seq in range(1, last + 1):
            connection.execute("BEGIN")
            changed = connection.execute(
                f"UPDATE {table} SET {name} = CASE typeof({name}) WHEN 'integer' THEN {name} + 1"  # noqa: S608
                f" WHEN 'blob' THEN zeroblob(length({name})) WHEN 'null' THEN 'x'"
                f" ELSE {name} || 'x' END WHERE {number} = ?",
                (seq,),
            ).rowcount
            if changed:
                tried += 1
                assert entries(broken(connection, key)), (name, seq)
            connection.execute("ROLLBACK")
    assert tried >= SEALED * last
    assert entries(broken(connection, key)) == []
    connection.close()


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("DELETE FROM transactions WHERE seq = 2", "entry 2 of the audit is missing"),
        ("DELETE FROM transactions WHERE seq = 4", "entry 4 of the audit is missing"),
        ("DELETE FROM transactions WHERE seq IN (2, 3)", "entries 2 to 3 of the audit"),
        ("DELETE FROM journal WHERE seq = 3", "entry 3 of the audit was altered"),
        ("UPDATE journal SET seq = 2 WHERE seq = 3", "entry 2 of the audit was altered"),
        ("UPDATE journal SET seq = 9 WHERE seq = 3", "entry 9, which is missing"),
        ("UPDATE transactions SET seq = 9 WHERE seq = 4", "entries 4 to 8 of the audit"),
        ("UPDATE transactions SET seq = 5 - seq WHERE seq IN (2, 3)", "entry 2 of the audit"),
        ("DELETE FROM personal_keys", "keys is gone|the key is gone"),
    ],
)
def test_what_is_removed_or_put_elsewhere_is_found(
    registry: Registry, deed: str, said: str
) -> None:
    connection = unguarded(registry.path)
    if "5 - seq" in deed:  # two rows change places; their numbers are unique meanwhile too
        connection.execute("UPDATE transactions SET seq = 99 WHERE seq = 2")
        connection.execute("UPDATE transactions SET seq = 2 WHERE seq = 3")
        connection.execute("UPDATE transactions SET seq = 3 WHERE seq = 99")
        connection.execute("UPDATE sqlite_sequence SET seq = 4 WHERE name = 'transactions'")
    else:
        connection.execute(deed)
    found = entries(broken(connection))
    connection.close()
    assert any(part in " ".join(found) for part in said.split("|")), found


@pytest.mark.parametrize("name", ["journal_no_update", "transactions_no_delete"])
def test_a_guard_that_is_gone_or_tame_is_found(registry: Registry, name: str) -> None:
    connection = connect(registry.path)
    connection.execute(f"DROP TRIGGER {name}")
    assert [name in problem for problem in broken(connection)] == [True]
    deed, table = ("UPDATE", "journal") if "update" in name else ("DELETE", "transactions")
    connection.execute(f"CREATE TRIGGER {name} BEFORE {deed} ON {table} BEGIN SELECT 1; END")
    assert [name in problem for problem in broken(connection)] == [True]
    connection.close()


def test_an_entry_that_was_forged_without_the_key_is_found(registry: Registry) -> None:
    as_somebody(registry, "administrator")
    registry.note("sign_in", "Sign in")
    connection = unguarded(registry.path)
    forger = sealing.Author(who="nobody", role="administrator", session="x")
    header = sealing.Header(kind="sign_out", what="Sign out")
    sealing.append(connection, forger, sealing.next_entry(connection, forger), header)
    assert ["entry 6 " in problem for problem in entries(broken(connection, KEY))] == [True]
    wrong = sealing.Author(who="nobody", role="administrator", session="x", audit_key=b"w" * 32)
    connection.execute("DELETE FROM transactions WHERE seq = 6")
    connection.execute("UPDATE sqlite_sequence SET seq = 5 WHERE name = 'transactions'")
    sealing.append(connection, wrong, sealing.next_entry(connection, wrong), header)
    assert ["entry 6 " in problem for problem in entries(broken(connection, KEY))] == [True]
    connection.close()


def test_seals_with_a_key_are_not_said_to_fit_without_it(registry: Registry) -> None:
    as_somebody(registry, "administrator")
    registry.note("sign_in", "Sign in")
    connection = connect(registry.path)
    assert broken(connection, KEY) == []
    assert broken(connection) == ["the audit is sealed with a key that is not at hand"]
    connection.close()


def test_the_head_names_the_newest_entry_and_is_read_back_from_paper(registry: Registry) -> None:
    head = registry.head()
    assert (head.seq, len(head.seal)) == (4, 64)
    assert head.short == f"4·{head.seal[:8]}"
    assert Head.read(f" {head.short} ") == Head(4, head.seal[:8])
    for wrong in ("", "4", "4·", "x·9f3c2a10", "4·9f"):
        with pytest.raises(UserError, match="audit mark"):
            Head.read(wrong)


def test_a_viewer_changes_nothing_and_only_keepers_import_and_erase(registry: Registry) -> None:
    batch = Batch(import_id="", source="x.csv", sha256="")

    def come_in(role: str) -> object:
        return registry.import_batch("Import", replace(batch, import_id=role), lambda _: {})

    deeds: dict[str, Callable[[str], object]] = {
        "change": lambda _: registry.change("Same", lambda edit: edit.put(PATIENT)),
        "import": come_in,
        "erase": lambda _: registry.erase("nobody", "their wish"),
    }
    may: dict[str, list[str]] = {deed: [] for deed in deeds}
    for role in ROLES:
        as_somebody(registry, role)
        for deed, run in deeds.items():
            try:
                run(role)
            except UserError as error:
                if "role" in error.what:
                    continue
            may[deed].append(role)
    assert may["change"] == ["clinician", "keeper", "administrator"]
    assert may["import"] == may["erase"] == ["keeper", "administrator"]


@pytest.mark.parametrize("deed", ["undo", "redo", "sign", "set ranges"])
def test_a_viewer_is_told_that_the_role_does_not_allow_it(registry: Registry, deed: str) -> None:
    ranges = [RegistryRange(analyte="serum_phosphate", unit="mg/dL")]
    run: Callable[[], object] = {
        "undo": registry.undo,
        "redo": registry.redo,
        "sign": lambda: registry.sign([PHOSPHATE]),
        "set ranges": lambda: registry.set_ranges(ranges),
    }[deed]
    registry.undo()
    before = registry.head()
    as_somebody(registry, "viewer")
    with pytest.raises(UserError, match="role"):
        run()
    assert registry.head() == before
    assert registry.note("print", "A viewer's document") == before.seq + 1


def test_a_moment_shows_one_state_though_another_program_writes(registry: Registry) -> None:
    with registry.moment():
        before = registry.head()
        with Registry.open(registry.path) as other:
            other.note("sign_in", "Sign in")
        with registry.moment():
            assert registry.head() == before
    assert registry.head().seq == before.seq + 1


@pytest.fixture(params=range(1, len(STEPS)), ids=lambda number: f"version {number}")
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file as an older program made it: entries of every kind that it knew."""
    path = tmp_path / "older.registry"
    shutil.copy(GOLDEN / f"version-{request.param}.registry", path)
    path.chmod(0o600)
    return path


def test_the_chain_of_an_older_file_holds_before_and_after_it_is_upgraded(older: Path) -> None:
    before = connect(older)
    assert broken(before) == []
    steps = before.execute(
        "SELECT seq, at, who, kind, what, program, batch, seal FROM transactions"
    )
    held = steps.fetchall()
    lines = before.execute("SELECT * FROM journal").fetchall()
    before.close()
    assert {step[3] for step in held} == {"change", "undo", "redo", "import"}
    with Registry.open(older) as registry:
        registry.note("sign_in", "Sign in")
        first = registry.ids()["CR-0001"]
        history = list(registry.history(first))
        assert history
        assert not any(entry.is_erased for entry in history)
        assert registry.case_as_of(first, 3).labs[0].value == "6.9"
        gone = registry.audit(search="remove patient")[0]
        assert gone.kind == "change"
    after = connect(older)
    assert broken(after) == []
    query = "SELECT seq, at, who, kind, what, program, batch, seal FROM transactions WHERE seq <= ?"
    assert after.execute(query, (len(held),)).fetchall() == held
    assert after.execute("SELECT * FROM journal").fetchall() == lines
    after.close()
    assert problems_of(older) == []


def test_an_altered_entry_of_an_older_file_is_found_before_and_after_the_upgrade(
    older: Path,
) -> None:
    connection = unguarded(older)
    connection.execute("UPDATE journal SET after = replace(after, '7.1', '1.7') WHERE seq = 4")
    connection.execute("UPDATE transactions SET who = 'another' WHERE seq = 6")
    found = entries(broken(connection))
    assert [f"entry {number} " in text for number, text in zip((4, 6), found, strict=True)] == [
        True,
        True,
    ]
    for name in ("transactions", "journal"):
        for deed in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {name}_no_{deed.lower()} BEFORE {deed} ON {name}"
                " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            )
    connection.commit()
    connection.close()
    Registry.open(older).close()
    connection = connect(older)
    assert len(entries(broken(connection))) == 2
    connection.close()


@pytest.mark.usefixtures("cheap_keys")
def test_an_older_file_that_is_encrypted_goes_on_with_a_key_in_one_chain(older: Path) -> None:
    unlocked, _ = vault_people.encrypt(older, "dr. mora", "four words in a row")
    keyring.unlock(older, unlocked)
    try:
        with Registry.open(older) as registry:
            last = registry.head().seq
            ada, other = (registry.ids()[name] for name in ("CR-0001", "CR-0002"))
            kept = list(registry.history(other))
            registry.note("sign_in", "Sign in")
            registry.change("Rename", lambda edit: edit.put(r.Visit(patient=ada, when="2026")))
            registry.erase(ada, "their letter")
            assert registry.audit()[0].session == unlocked.session
            assert list(registry.history(other)) == kept
        connection = connect(older)
        kinds = connection.execute("SELECT seal_kind FROM transactions ORDER BY seq").fetchall()
        assert kinds == [(1,)] * last + [(3,)] * 3
        assert broken(connection, unlocked.audit_key) == []
        assert broken(connection, b"w" * 32) != []
        connection.close()
        assert problems_of(older) == []
    finally:
        keyring.lock(older)
