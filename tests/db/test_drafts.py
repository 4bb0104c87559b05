"""Unfinished entries: kept outside the journal, through a killed program, no longer than needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.backup import problems_of
from desktop.db.connection import connect
from desktop.db.drafts import Draft
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENT = r.Patient(patient_id="CR-0001")
DRAFT = Draft(
    key="labs/1",
    patient=PATIENT.id,
    kind="labs",
    cells={"value": "5,", "note": "Żółw\n“half"},
    who="nurse",
    at="2026-01-02T03:04:05.678+00:00",
)
NEWCOMER = replace(DRAFT, key="patients", patient="", kind="patients")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry") as opened:
        opened.change("Add patient", lambda edit: edit.put(PATIENT))
        yield opened


def test_a_draft_comes_back_as_it_was_typed_after_reopening(registry: Registry) -> None:
    registry.keep_draft(DRAFT)
    registry.keep_draft(NEWCOMER)
    with Registry.open(registry.path) as again:
        assert sorted(again.drafts(), key=lambda draft: draft.key) == [DRAFT, NEWCOMER]


def test_a_later_draft_takes_the_place_of_the_one_with_its_key(registry: Registry) -> None:
    later = replace(DRAFT, cells={"value": "5,1"}, at="2026-01-02T03:05:00.000+00:00")
    registry.keep_draft(DRAFT)
    registry.keep_draft(later)
    assert registry.drafts() == (later,)


def test_drafts_are_listed_the_latest_first(registry: Registry) -> None:
    later = replace(NEWCOMER, at="2026-02-01T00:00:00.000+00:00")
    registry.keep_draft(later)
    registry.keep_draft(DRAFT)
    assert registry.drafts() == (later, DRAFT)


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_nothing(registry: Registry) -> None:
    registry.keep_draft(DRAFT)
    registry.drop_draft(DRAFT.key)
    registry.drop_draft(DRAFT.key)
    assert registry.drafts() == ()


def test_drafts_leave_no_trace_in_the_journal_and_nothing_to_undo(registry: Registry) -> None:
    before = list(registry.history(PATIENT.id))
    registry.keep_draft(DRAFT)
    registry.drop_draft(DRAFT.key)
    assert list(registry.history(PATIENT.id)) == before
    assert registry.undo_text == "Add patient"


def test_removing_a_patient_removes_the_drafts_about_them_alone(registry: Registry) -> None:
    other = r.Patient(patient_id="CR-0002")
    registry.change("Add patient", lambda edit: edit.put(other))
    kept = replace(DRAFT, key="labs/2", patient=other.id)
    for draft in (DRAFT, NEWCOMER, kept):
        registry.keep_draft(draft)
    registry.change("Remove patient", lambda edit: edit.remove(PATIENT))
    assert {draft.key for draft in registry.drafts()} == {NEWCOMER.key, kept.key}


def test_undoing_a_new_patient_or_an_import_is_not_held_up_by_drafts(
    registry: Registry, tmp_path: Path
) -> None:
    registry.keep_draft(DRAFT)
    registry.undo()
    (tmp_path / "patients.csv").write_text("patient_id\nCR-0009\n")
    import_tables(registry, [tmp_path / "patients.csv"])
    registry.keep_draft(replace(DRAFT, patient=registry.ids()["CR-0009"]))
    registry.undo()
    assert (registry.ids(), registry.drafts()) == ({}, ())


def test_a_draft_about_somebody_who_is_gone_is_refused_in_words(registry: Registry) -> None:
    with pytest.raises(UserError, match="no longer in the registry"):
        registry.keep_draft(replace(DRAFT, patient="nobody"))


def test_a_draft_does_not_wait_for_another_writer(registry: Registry) -> None:
    holder = connect(registry.path)
    holder.execute("BEGIN IMMEDIATE")
    start = time.perf_counter()
    with pytest.raises(UserError, match="Another program is writing"):
        registry.keep_draft(DRAFT)
    assert time.perf_counter() - start < 1
    holder.execute("ROLLBACK")
    holder.close()
    registry.keep_draft(DRAFT)
    assert registry.drafts() == (DRAFT,)


def test_records_are_written_through_to_the_disk_after_a_draft(registry: Registry) -> None:
    registry.keep_draft(DRAFT)
    (level,) = registry._connection.execute("PRAGMA synchronous").fetchone()
    (patience,) = registry._connection.execute("PRAGMA busy_timeout").fetchone()
    assert (level, patience) == (2, 5000)


_TYPING = """
import sys, time
from pathlib import Path
from desktop.db.drafts import Draft
from desktop.db.registry import Registry

registry = Registry.open(Path(sys.argv[1]))
registry.keep_draft(Draft(key="k", patient=sys.argv[2], kind="labs", cells={"value": "5,1"},
    who="nurse", at="2026-01-02T03:04:05.678+00:00"))
print("kept", flush=True)
time.sleep(60)
"""


def test_a_draft_outlives_a_killed_program(registry: Registry) -> None:
    path = registry.path
    registry.close()
    command = [sys.executable, "-c", _TYPING, str(path), PATIENT.id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == "kept\n"
        os.kill(typing.pid, signal.SIGKILL)
    assert typing.returncode == -signal.SIGKILL
    with Registry.open(path) as again:
        (draft,) = again.drafts()
    assert (draft.patient, draft.cells) == (PATIENT.id, {"value": "5,1"})
    assert problems_of(path) == []


def test_keeping_a_draft_is_quick_enough_for_every_pause(registry: Registry) -> None:
    took = []
    for turn in range(20):
        draft = replace(DRAFT, cells={"note": "x" * 2000 + str(turn)})
        start = time.perf_counter()
        registry.keep_draft(draft)
        took.append(time.perf_counter() - start)
    assert sorted(took)[10] < 0.005
