"""What a change of the registry was: the records before and after, as one step for undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record's change: ``before`` is None for a new one, ``after`` for a removed one."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it stands after the change, or as it was if it is gone."""
        record = self.after or self.before
        assert record is not None  # noqa: S101 - a change of nothing is never made
        return record


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One committed step: what every view is told, and what undo takes back.

    ``seq`` is the number of the journal's transaction; ``batch`` names an import whose rows
    are too many to list, so every view concerned with any patient reads again. ``reason`` is
    why a signed result was changed; undo and redo carry it.
    """

    seq: int
    what: str
    changes: tuple[Change, ...] = ()
    batch: str = ""
    reason: str = ""

    @property
    def patients(self) -> frozenset[str]:
        """The internal ids of the patients concerned; empty for a batch."""
        return frozenset(change.record.patient for change in self.changes)

    def concerns(self, patient: str) -> bool:
        """True if a view on this patient must read again."""
        return bool(self.batch) or patient in self.patients
