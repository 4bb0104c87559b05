"""The shape of what is counted over a registry: bars with the patients behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SMALL_COUNT = 5
"""Counts below it can point at a person."""

Counted = Literal["patients", "masses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One count: its words, a line beside it, and our ids of the patients behind it.

    ``count`` is the number of patients, or of masses for a figure of masses.
    """

    key: str
    text: str
    count: int
    patients: frozenset[str]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts that belong together, each of ``of``; ``counted`` tells of what.

    ``is_whole`` is true where each is counted once, so that the bars add up to ``of``.
    """

    key: str
    title: str
    bars: tuple[Bar, ...]
    of: int
    counted: Counted = "patients"
    note: str = ""
    is_whole: bool = True

    @property
    def has_small(self) -> bool:
        """True where a count is so small that it can point at a person."""
        return any(0 < bar.count < SMALL_COUNT for bar in self.bars)
