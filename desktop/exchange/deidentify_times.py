"""Times without dates: the age at the time, or the days since a patient's first dated record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL
from desktop.domain.language import mark
from desktop.domain.table import Cell
from desktop.domain.when import DAYS_PER_MONTH, DAYS_PER_YEAR, NotATime, When, parse_when

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.when import Span

OLDEST_YEARS = 90
"""From this age on a time is told as "90 years or older" only: so few live that long."""

AS_AGE = mark("dates given as the age in days")
AS_WIDE_AGE = mark("dates given as the age in months or years, for the day is not known")
AS_DAYS = mark("dates given as days since the patient's first dated record")
TOO_OLD = mark("times at 90 years or older, given as such")
UNPLACED = mark("dates left out, for there is neither an age nor a first day to count from")
IMPOSSIBLE = mark("times left out that are no times, or lie before birth")

_OLD_TEXT = f"at {OLDEST_YEARS} years or older"


@dataclass(frozen=True, slots=True)
class HiddenTime:
    """What stands in place of a time, and what stands beside it in columns of its own.

    ``days`` counts from the patient's first dated record and stands where the age alone is
    less exact than the date was; ``remark`` says what was generalized; ``counted`` names the
    line of the release report.
    """

    text: str = ""
    days: str = ""
    remark: str = ""
    counted: str = ""


class Clock:
    """Turns the times of one patient into ages."""

    def __init__(self, case: Case) -> None:
        """Find the first dated record of the case."""
        self._case = case
        days = [when.span.first for when in _times(case) if when.is_whole_day]
        self._start = min(days, default=None)

    def hidden(self, cell: str) -> HiddenTime:
        """What stands in place of a time; an age stays the age that it was."""
        try:
            when = parse_when(cell)
        except NotATime:
            return HiddenTime(counted=IMPOSSIBLE)
        if not when:
            return HiddenTime()
        age = self._case.age(when)
        if age is None:
            days = self._days(when)
            return HiddenTime(days=days, counted=AS_DAYS if days else UNPLACED)
        if age.last < 0:
            return HiddenTime(counted=IMPOSSIBLE)
        if age.last >= OLDEST_YEARS * DAYS_PER_YEAR:
            return HiddenTime(remark=_OLD_TEXT, counted=TOO_OLD)
        if when.kind == "age":
            return HiddenTime(when.text.strip())
        if age.width == 0:
            return HiddenTime(f"P{int(age.first)}D", counted=AS_AGE)
        return HiddenTime(_wide(age), days=self._days(when), counted=AS_WIDE_AGE)

    def _days(self, when: When) -> str:
        if self._start is None or not when.is_whole_day:
            return ""
        return str(int(when.span.first - self._start))


def _wide(age: Span) -> str:
    """The middle of a span of ages, to the month where it is no wider than one."""
    middle = max(age.middle, 0.0)
    if age.width > DAYS_PER_MONTH + 1:
        return f"P{int(middle / DAYS_PER_YEAR)}Y"
    years, months = divmod(int(middle / DAYS_PER_MONTH), 12)
    return f"P{years}Y{months}M" if years else f"P{months}M"


def _times(case: Case) -> list[When]:
    found = []
    for table in CLINICAL:
        columns = [column.name for column in table.columns if column.cell is Cell.WHEN]
        for record in getattr(case, table.name):
            for name in columns:
                if name == "birth_date":
                    continue  # of a relative
                try:
                    found.append(parse_when(getattr(record, name)))
                except NotATime:
                    continue
    return found
