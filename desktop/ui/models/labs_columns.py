"""The columns of the laboratory grid: one per time of sampling, old to new. No Qt.

Results that share their time and their test stand in columns of their own beside each other,
so that none hides another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import DAYS_PER_YEAR, EMPTY, NotATime, When, parse_when, shown
from desktop.measures.ages import age_in_years
from desktop.ui.models.labs_words import clock_of, spoken_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.ui.models.labs_rows import Row

UNDATED = ""
MOST_IN_MONTHS = 3.0
"""Below this age (years) a column tells months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One time of sampling: ``when`` as a cell of the record, the age then in words.

    ``place`` counts columns of the same time from 1. ``is_new`` marks a column that was made
    here and now; ``results`` is how many results it holds.
    """

    when: str
    place: int = 1
    age: str = ""
    is_new: bool = False
    results: int = 0

    @property
    def key(self) -> str:
        """What the column is called from one state of the case to the next."""
        return f"{self.when}#{self.place}"

    @property
    def title(self) -> str:
        """The first line of the header: ``20-Nov-2025``, ``14 y``, ``Not dated``."""
        when = _read(self.when)
        return shown(when) if when else say("Not dated")

    @property
    def subtitle(self) -> str:
        """The second line: age, clock time, and which of several columns of this time."""
        ordinal = say("no. {n}", n=self.place) if self.place > 1 else ""
        parts = (self.age, clock_of(self.when), ordinal)
        return " · ".join(part for part in parts if part)

    @property
    def spoken(self) -> str:
        """The time in whole words."""
        if not self.when:
            return say("not dated")
        clock = clock_of(self.when)
        said = spoken_when(self.when)
        said = say("{day} at {time}", day=said, time=clock) if clock else said
        return say("{time}, number {n}", time=said, n=self.place) if self.place > 1 else said


def time_of(lab: LabResult) -> str:
    """The time of a result as a column has it: a date-time always with ``T``."""
    return tidy(lab.when)


def tidy(when: str) -> str:
    """A time with ``T`` before the clock time and without blanks around it."""
    text = when.strip()
    return f"{text[:10]}T{text[11:]}" if len(text) > 10 and text[10] == " " else text


def columns_of(
    case: Case, rows: Sequence[Row], *, new: Iterable[str] = ()
) -> tuple[tuple[Column, ...], dict[str, Column]]:
    """The columns, oldest first and the undated one foremost, and the column of each result.

    ``new`` are times that the user made a column for.
    """
    made = {tidy(when) for when in new}
    places: dict[str, tuple[str, int]] = {}
    heights: dict[str, int] = dict.fromkeys(made, 1)
    counts: dict[tuple[str, int], int] = {}
    for row in rows:
        used: dict[str, int] = {}
        for lab in row.labs:
            when = time_of(lab)
            place = used.get(when, 0) + 1
            used[when] = place
            places[lab.id] = (when, place)
            heights[when] = max(heights.get(when, 0), place)
            counts[when, place] = counts.get((when, place), 0) + 1
    days = {text[:10] for text in heights}
    heights |= {when: 1 for when in _derived_times(rows) if when not in days | heights.keys()}
    ordered = sorted(heights, key=lambda when: (when != UNDATED, case.order(when), when))
    found = {
        (when, place): Column(
            when=when,
            place=place,
            age=age_words(case, when),
            is_new=when in made,
            results=counts.get((when, place), 0),
        )
        for when in ordered
        for place in range(1, heights[when] + 1)
    }
    return tuple(found.values()), {lab: found[at] for lab, at in places.items()}


def _derived_times(rows: Sequence[Row]) -> set[str]:
    return {tidy(value.when) for row in rows for value in row.values}


def age_words(case: Case, when: str) -> str:
    """The age at a time in completed years: ``16 y``, ``15–16 y``, ``20 mo``; empty if unknown.

    A column that is itself an age says nothing twice.
    """
    moment = _read(when)
    ages = age_in_years(case, when) if moment.kind == "date" else None
    if ages is None:
        return ""
    unit, factor = (say("y"), 1.0) if ages[1] >= MOST_IN_MONTHS else (say("mo"), 12.0)
    first, last = (int(age * factor + 1e-9) for age in ages)
    return f"{first} {unit}" if first == last else f"{first}–{last} {unit}"


def _read(when: str) -> When:
    try:
        return parse_when(when)
    except NotATime:
        return EMPTY


def within(case: Case, columns: Sequence[Column], *, years: float) -> tuple[Column, ...]:
    """The columns of the last ``years`` before the newest dated one; new and undated ones stay."""
    placed = [span for column in columns if (span := case.place(column.when)) is not None]
    if not placed:
        return tuple(columns)
    earliest = max(span.last for span in placed) - years * DAYS_PER_YEAR
    kept = []
    for column in columns:
        span = case.place(column.when)
        if span is None or column.is_new or span.last >= earliest:
            kept.append(column)
    return tuple(kept)
