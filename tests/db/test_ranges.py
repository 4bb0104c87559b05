"""A registry's own reference ranges in its file: journaled, shared by all cases, all or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.db.audit import broken
from desktop.db.backup import copy_registry, problems_of
from desktop.db.connection import DatabaseError, connect
from desktop.db.registry import Batch, Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.domain.ranges import RegistryRange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit

PATIENT = r.Patient(patient_id="CR-0001", sex="female")
CHILD = RegistryRange(
    analyte="serum_phosphate", unit="mmol/L", low=1.1, high=1.8, age_high_years=18.0
)
ADULT = RegistryRange(
    analyte="serum_phosphate",
    unit="mg/dL",
    low=2.6,
    high=4.4,
    age_low_years=18,
    source="own laboratory, 2025",
)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry", who="nurse") as opened:
        opened.change("Add patient", lambda edit: edit.put(PATIENT))
        yield opened


def journaled(path: Path) -> list[tuple[str, str, str, str]]:
    connection = connect(path)
    found = connection.execute(
        "SELECT t.who, t.what, j.before, j.after FROM journal j"
        " JOIN transactions t ON t.seq = j.seq WHERE j.table_name = 'reference_ranges'"
    ).fetchall()
    connection.close()
    return [tuple(row) for row in found]


def test_a_new_registry_has_no_ranges_of_its_own(registry: Registry) -> None:
    assert registry.ranges() == ()
    assert registry.case(PATIENT.id).ranges == ()


def test_every_case_carries_the_ranges_after_reopening(registry: Registry) -> None:
    changed = registry.set_ranges([ADULT, CHILD])
    assert changed is not None
    assert changed.concerns(PATIENT.id)
    with Registry.open(registry.path) as again:
        assert again.case(PATIENT.id).ranges == (ADULT, CHILD)


def test_a_change_is_journaled_with_who_before_and_after(registry: Registry) -> None:
    registry.set_ranges([CHILD])
    registry.set_ranges([ADULT])
    (_, _, nothing, first), (who, what, before, after) = journaled(registry.path)
    assert (who, what, nothing, before) == ("nurse", "Set reference ranges", "[]", first)
    assert json.loads(after)[0]["source"] == "own laboratory, 2025"
    assert problems_of(registry.path) == []


def test_the_seal_covers_the_ranges(registry: Registry) -> None:
    registry.set_ranges([ADULT])
    connection = connect(registry.path)
    connection.execute("DROP TRIGGER journal_no_update")
    connection.execute("UPDATE journal SET after = '[]' WHERE table_name = 'reference_ranges'")
    connection.commit()
    assert any("entry 2 " in problem for problem in broken(connection))
    connection.close()


def test_setting_the_same_ranges_again_writes_nothing(registry: Registry) -> None:
    registry.set_ranges([ADULT])
    assert registry.set_ranges([ADULT]) is None
    assert len(journaled(registry.path)) == 1


def test_ranges_that_overlap_are_refused_and_the_old_ones_stay(registry: Registry) -> None:
    registry.set_ranges([CHILD])
    everybody = RegistryRange(analyte="serum_phosphate", unit="mg/dL", high=4.5)
    with pytest.raises(UserError, match="same people"):
        registry.set_ranges([ADULT, everybody])
    assert registry.ranges() == (CHILD,)


def test_a_failure_halfway_leaves_the_old_ranges(registry: Registry) -> None:
    registry.set_ranges([CHILD])
    nameless = RegistryRange(analyte="serum_phosphate", unit=None, high=4.5)  # type: ignore[arg-type]
    with pytest.raises(DatabaseError):
        registry.set_ranges([nameless])
    assert registry.ranges() == (CHILD,)


def test_ranges_are_no_step_for_undo_and_do_not_hide_one(registry: Registry) -> None:
    registry.set_ranges([ADULT])
    assert registry.undo_text == "Add patient"
    registry.undo()
    assert registry.ranges() == (ADULT,)


def test_a_copy_carries_the_ranges(registry: Registry, tmp_path: Path) -> None:
    registry.set_ranges([ADULT])
    copy_registry(registry.path, tmp_path / "copy.registry")
    with Registry.open(tmp_path / "copy.registry") as copy:
        assert copy.ranges() == (ADULT,)


def test_steps_of_the_registry_as_a_whole_are_read_newest_first(registry: Registry) -> None:
    assert registry.registry_history() == []
    registry.set_ranges([CHILD])
    batch = Batch(import_id="i1", source="t.csv", sha256="0")

    def bring(edit: Edit) -> dict[str, int]:
        edit.put(r.Patient(patient_id="CR-0002", sex="male"))
        return {"patients": 1}

    registry.import_batch("Import t.csv", batch, bring)
    registry.undo()
    told = [(step.kind, step.who, step.what) for step in registry.registry_history()]
    assert told == [
        ("undo", "nurse", "Import t.csv"),
        ("import", "nurse", "Import t.csv"),
        ("change", "nurse", "Set reference ranges"),
    ]
