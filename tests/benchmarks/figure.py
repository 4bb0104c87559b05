"""One figure of a benchmark beside its floor, and the table of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured, the floor from the same run, and the limit to keep.

    ``limit`` is a multiple of the floor where ``limit_is_ratio``, else in the figure's unit;
    None where the figure is told for information only.
    """

    name: str
    value: float
    unit: str
    floor: float
    floor_name: str
    limit: float | None = None
    limit_is_ratio: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor if self.floor else float("inf")

    @property
    def is_kept(self) -> bool:
        """True where the limit is kept, or there is none."""
        if self.limit is None:
            return True
        return (self.ratio if self.limit_is_ratio else self.value) <= self.limit

    @property
    def mark(self) -> str:
        """``pass``, ``OVER``, or nothing where there is no limit."""
        if self.limit is None:
            return ""
        return "pass" if self.is_kept else "OVER"

    @property
    def limit_text(self) -> str:
        """The limit for people."""
        if self.limit is None:
            return ""
        return f"{self.limit:g} x" if self.limit_is_ratio else f"{self.limit:g} {self.unit}"


def summary(values: Sequence[float]) -> tuple[float, float]:
    """Median and minimum."""
    return median(values), min(values)


HEADER = ("figure", "measured", "floor", "ratio", "limit", "")


def table(figures: Sequence[Figure]) -> str:
    """The figures as a text table, notes and names of floors underneath each."""
    rows = [HEADER, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "-" * len(lines[0]))
    notes = [
        f"  {figure.name}: floor is {figure.floor_name}"
        + (f"; {figure.note}" if figure.note else "")
        for figure in figures
    ]
    return "\n".join([*lines, "", *notes])


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        f"{figure.value:.4g} {figure.unit}",
        f"{figure.floor:.4g} {figure.unit}",
        f"{figure.ratio:.2f}",
        figure.limit_text,
        figure.mark,
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join((first, *others)).rstrip()
