"""What changed between two assessments of one patient, and why: the data or the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Why = Literal["data", "rules"]
Kind = Literal["standing", "alert", "advice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedItem:
    """Something that is told now and was told differently, or not at all, before.

    ``id`` is that of the rule, or the key of the disorder. ``before`` and ``after`` are the
    standings of a disorder; else ``shown`` or empty, or ``reworded`` where the rule is shown
    as before and says something else. ``because`` tells what made the difference: today's
    rules on the record of then, today's record under today's rules, or both.
    """

    kind: Kind
    id: str
    text: str
    before: str
    after: str
    because: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRecord:
    """A record that was added, changed or removed: ``labs:ID``, in words where it still exists."""

    record: str
    change: Literal["added", "changed", "removed"]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFact:
    """A fact that is now otherwise than before, with the records that say so now."""

    name: str
    before: bool | None
    after: bool | None
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since a stored assessment; ``since`` is its day.

    ``has_other_rules`` is true where the edition differs, or the texts or conditions of rules.
    """

    since: str
    edition_then: str
    edition_now: str
    has_other_rules: bool
    items: tuple[ChangedItem, ...] = ()
    records: tuple[ChangedRecord, ...] = ()
    facts: tuple[ChangedFact, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where everything is told as it was, whatever changed in the record."""
        return not self.items
