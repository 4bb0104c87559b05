"""A person who wants to be forgotten: nothing readable stays, and the audit holds."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.db.audit import broken
from desktop.db.backup import copy_registry, problems_of
from desktop.db.connection import connect
from desktop.db.drafts import Draft
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.columns import TABLES
from desktop.domain.errors import UserError
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.db.edit import Edit

GOLDEN = Path(__file__).parents[1] / "data" / "registries"
PLANTED = "Qwyzkowska"
PATIENT = r.Patient(patient_id="CR-0001", sex="female", note=f"daughter of {PLANTED}")
NAMED = r.Identity(patient=PATIENT.id, given_name="Zofia", family_name=PLANTED, mrn=f"{PLANTED}7")
OTHER = r.Patient(patient_id="CR-0002")
PHOSPHATE = r.LabResult(
    patient=PATIENT.id,
    analyte="serum_phosphate",
    value="5.0",
    unit="mg/dL",
    note=f"{PLANTED} was fasting",
)
RELATIVE = r.Relative(patient=OTHER.id, relation="sibling", relative_id="CR-0001")
WISH = "their letter of 12 March"


def put(registry: Registry, *records: r.Record, what: str = "Put", reason: str = "") -> None:
    def step(edit: Edit) -> None:
        for record in records:
            edit.put(record)

    registry.change(what, step, reason)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """A registry in which the person left traces in every way that there is."""
    with Registry.create(tmp_path / "clinic.registry", who="nurse") as opened:
        put(opened, PATIENT, NAMED)
        put(opened, OTHER, RELATIVE)
        put(opened, PHOSPHATE)
        opened.sign([PHOSPHATE])
        changed = replace(PHOSPHATE, value="5.1", note=f"{PLANTED} had eaten")
        put(opened, changed, reason=f"{PLANTED} told so")
        gone = r.Allergy(patient=PATIENT.id, substance=f"{PLANTED}ine")
        put(opened, gone)
        opened.change("Remove", lambda edit: edit.remove(gone))
        opened.undo()
        put(opened, r.StoredAssessment(patient=PATIENT.id, when="2024", guidance_version="1"))
        folder = tmp_path / f"{PLANTED} results"
        folder.mkdir()
        (folder / "body.csv").write_text(f"patient_id,when,note\nCR-0001,2020,{PLANTED}\n")
        import_tables(opened, [folder])
        shutil.rmtree(folder)
        opened.keep_draft(
            Draft(
                key="d1",
                patient=PATIENT.id,
                kind="labs",
                cells={"note": PLANTED},
                who="nurse",
                at="2026-01-01T00:00:00.000+00:00",
            )
        )
        opened.note("print", "Make a report", patient=PATIENT.id)
        opened.note("export", "Export tables")
        yield opened


def bytes_left(path: Path, word: str) -> list[str]:
    """The files of a registry that hold a word, in UTF-8 or UTF-16."""
    spellings = (word.encode(), word.encode("utf-16-le"))
    files = path.parent.glob(f"{path.name}*")
    return [one.name for one in files if any(word in one.read_bytes() for word in spellings)]


def journal_text(path: Path) -> str:
    """All that the audit holds, as text; what is encrypted is noise."""
    connection = connect(path)
    rows = connection.execute("SELECT * FROM transactions").fetchall()
    rows += connection.execute("SELECT * FROM journal").fetchall()
    connection.close()
    return repr(rows)


def test_nothing_of_a_person_is_left_in_the_bytes_of_the_file(registry: Registry) -> None:
    assert bytes_left(registry.path, PLANTED)
    registry.erase(PATIENT.id, WISH)
    assert bytes_left(registry.path, PLANTED) == []
    registry.close()
    assert bytes_left(registry.path, PLANTED) == []
    assert PLANTED not in journal_text(registry.path)


def test_every_row_of_the_person_goes_and_nobody_elses(registry: Registry) -> None:
    erased = registry.erase(PATIENT.id, WISH)
    assert registry.ids() == {"CR-0002": OTHER.id}
    assert erased.removed == {
        "patients": 1,
        "identities": 1,
        "labs": 1,
        "allergies": 1,
        "body": 1,
        "assessments": 1,
        "drafts": 1,
    }
    assert registry.drafts() == ()
    assert registry.signatures(PATIENT.id) == {}
    for table in TABLES:
        assert registry.records(table, PATIENT.id) == [], table.name
    assert registry.case(OTHER.id).family == (RELATIVE,)
    connection = connect(registry.path)
    assert connection.execute("SELECT count(*) FROM imports").fetchone() == (0,)
    connection.close()


def test_the_chain_holds_after_an_erasure_and_later_changes(registry: Registry) -> None:
    registry.erase(PATIENT.id, WISH)
    assert problems_of(registry.path) == []
    put(registry, replace(OTHER, note="seen"))
    assert problems_of(registry.path) == []
    row = registry.audit(kinds=["erasure"])[0]
    assert (row.who, row.reason, row.patient_id) == ("nurse", WISH, "")


def test_what_remains_is_told(registry: Registry) -> None:
    kept = len(list(registry.history(PATIENT.id)))
    (registry.path.parent / "clinic.registry.version-1").write_text("an older copy")
    erased = registry.erase(PATIENT.id, WISH)
    assert (erased.emptied, erased.mentions) == (kept, 1)
    assert (erased.exports, erased.prints) == (1, 1)
    assert erased.copies == ("clinic.registry.version-1",)
    assert erased.is_log_cleared
    told = " ".join(erased.remains)
    for part in (f"{kept} entries", "Backups", "1 export ", "1 document ", "version-1"):
        assert part in told
    assert erased.change.concerns(OTHER.id)


def test_the_history_says_erased_and_shows_no_content(registry: Registry) -> None:
    before = list(registry.history(PATIENT.id))
    assert not any(entry.is_erased for entry in before)
    registry.erase(PATIENT.id, WISH)
    after = list(registry.history(PATIENT.id))
    assert [entry.seq for entry in after] == [entry.seq for entry in before]
    assert all(entry.is_erased and entry.before is entry.after is None for entry in after)
    assert all(version.is_erased for version in registry.versions(NAMED.id))
    assert registry.record_at(PHOSPHATE.id, 3) is None
    with pytest.raises(KeyError):
        registry.case_as_of(PATIENT.id, 3)
    assert registry.case_as_of(OTHER.id, 3).family == (RELATIVE,)
    assert [row.reason for row in registry.audit(search="put") if row.reason] == ["(erased)"]
    assert all(PLANTED not in step.what for step in registry.registry_history())


def test_no_undo_brings_an_erased_person_back(registry: Registry) -> None:
    put(registry, replace(OTHER, note="seen"), what="Change the other")
    registry.erase(PATIENT.id, WISH)
    while registry.undo_text:
        try:
            registry.undo()
        except UserError:
            break
    assert PATIENT.id not in registry.ids().values()


def test_the_undo_of_another_window_does_not_bring_them_back_either(registry: Registry) -> None:
    with Registry.open(registry.path, who="doctor") as other:
        other.change("Remove patient", lambda edit: edit.remove(PATIENT), "moved away")
        registry.erase(PATIENT.id, WISH)
        with pytest.raises(UserError, match="erased"):
            other.undo()
        assert PATIENT.id not in other.ids().values()
    assert problems_of(registry.path) == []


def test_one_who_was_removed_before_can_still_be_erased(registry: Registry) -> None:
    registry.change("Remove patient", lambda edit: edit.remove(PATIENT))
    erased = registry.erase(PATIENT.id, WISH)
    assert erased.emptied
    assert "patients" not in erased.removed
    assert bytes_left(registry.path, PLANTED) == []
    assert problems_of(registry.path) == []


def test_an_ordinary_removal_can_be_undone(registry: Registry) -> None:
    before = registry.case(PATIENT.id)
    registry.change("Remove patient", lambda edit: edit.remove(PATIENT))
    registry.undo()
    assert registry.case(PATIENT.id).identity == before.identity


@pytest.mark.parametrize(
    ("patient", "reason", "said"),
    [
        (PATIENT.id, " ", "only with a reason"),
        ("nobody", WISH, "no such patient"),
        ("", WISH, "no such patient"),
    ],
    ids=["no reason", "nobody", "empty"],
)
def test_without_a_reason_and_for_nobody_nothing_is_erased(
    registry: Registry, patient: str, reason: str, said: str
) -> None:
    before = registry.head()
    with pytest.raises(UserError, match=said):
        registry.erase(patient, reason)
    assert registry.head() == before
    assert PATIENT.id in registry.ids().values()


def test_a_person_is_erased_once(registry: Registry) -> None:
    registry.erase(PATIENT.id, WISH)
    with pytest.raises(UserError, match="was erased"):
        registry.erase(PATIENT.id, WISH)


def test_an_erasure_that_fails_leaves_everything_and_the_guards(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        message = "power cut"
        raise RuntimeError(message)

    before = registry.case(PATIENT.id)
    monkeypatch.setattr("desktop.db.personal_keys.destroy", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        registry.erase(PATIENT.id, WISH)
    assert registry.case(PATIENT.id) == before
    assert problems_of(registry.path) == []


def test_results_of_two_people_that_were_signed_together_are_told_apart(
    registry: Registry,
) -> None:
    theirs = r.LabResult(patient=OTHER.id, analyte="serum_phosphate", value="4", unit="mg/dL")
    put(registry, theirs)
    registry.sign([registry.case(PATIENT.id).labs[0], theirs])
    registry.erase(PATIENT.id, WISH)
    assert set(registry.signatures(OTHER.id)) == {theirs.id}
    assert problems_of(registry.path) == []


def test_a_key_that_somebody_destroyed_without_an_erasure_is_found(registry: Registry) -> None:
    connection = connect(registry.path)
    connection.execute("UPDATE personal_keys SET key = NULL WHERE patient = ?", (PATIENT.id,))
    connection.commit()
    assert [("key" in problem) for problem in broken(connection)] == [True]
    connection.close()


def test_an_emptied_entry_that_is_altered_again_is_found(registry: Registry) -> None:
    registry.erase(PATIENT.id, WISH)
    connection = connect(registry.path)
    connection.execute("DROP TRIGGER transactions_no_update")
    connection.execute("UPDATE transactions SET who = 'another' WHERE reason = '␡'")
    assert ["entry " in problem for problem in broken(connection)] == [False, True]
    connection.close()


def test_a_person_is_erased_from_a_file_of_every_older_version(tmp_path: Path) -> None:
    found = sorted(GOLDEN.glob("version-?.registry"))
    assert len(found) >= 2
    for golden in found:
        path = tmp_path / "older.registry"
        shutil.copy(golden, path)
        path.chmod(0o600)
        with Registry.open(path) as registry:
            kept = list(registry.history(registry.ids()["CR-0002"]))
            registry.erase(registry.ids()["CR-0001"], WISH)
            registry.erase(registry.ids()["CR-0003"], WISH)
            assert list(registry.history(registry.ids()["CR-0002"])) == kept
        assert problems_of(path) == []
        text = journal_text(path)
        for word in ("Zofia", "Fikcyjna", "F-100", "Amaranta", "Inventada", "seen in May"):
            assert word not in text, golden.name
        copied = tmp_path / "copied.registry"
        copy_registry(path, copied)
        assert problems_of(copied) == []
        assert bytes_left(copied, "Fikcyjna") == bytes_left(copied, "Inventada") == []
        for one in tmp_path.iterdir():
            one.unlink() if one.is_file() else shutil.rmtree(one)
