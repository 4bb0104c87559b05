"""Ages in years at a time, by the calendar, with the width of partial dates."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import DAYS_PER_YEAR, parse_when

if TYPE_CHECKING:
    from desktop.domain.case import Case

OLDEST = 119.0
"""The oldest age (years) that is reckoned with where nothing bounds an age."""


def age_in_years(case: Case, when: str) -> tuple[float, float] | None:
    """The youngest and the oldest age in years that ``when`` may mean; None if unknown.

    Birthdays count by the calendar, so that the fourteenth birthday is 14.0 exactly: bands
    of reference intervals begin on birthdays. A birth on 29 February has its birthday on
    1 March of a common year.
    """
    return _age_in_years(case.patient.birth_date, when)


@lru_cache(maxsize=65536)
def _age_in_years(birth_text: str, when_text: str) -> tuple[float, float] | None:
    when, birth = parse_when(when_text), parse_when(birth_text)
    if when.kind == "age":
        return when.span.first / DAYS_PER_YEAR, when.span.last / DAYS_PER_YEAR
    if when.kind != "date" or birth.kind != "date":
        return None
    oldest = _years_between(int(birth.span.first), int(when.span.last))
    if oldest < 0:
        return None
    return max(_years_between(int(birth.span.last), int(when.span.first)), 0.0), oldest


def _years_between(birth_ordinal: int, ordinal: int) -> float:
    if ordinal < birth_ordinal:
        return (ordinal - birth_ordinal) / DAYS_PER_YEAR
    birth, day = date.fromordinal(birth_ordinal), date.fromordinal(ordinal)
    completed = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return completed + (ordinal - _birthday(birth, birth.year + completed)) / DAYS_PER_YEAR


def _birthday(birth: date, year: int) -> int:
    if (birth.month, birth.day) == (2, 29):
        return date(year, 2, 28).toordinal() + 1
    return birth.replace(year=year).toordinal()


def age_words(years: float) -> str:
    """An age limit for people: ``14 y``, ``6 mo``, ``7 d``, by what reads as a whole number."""
    if years >= 2 or years == int(years):
        return say("{n} y", n=f"{years:.3g}")
    if years * 12 >= 0.95:
        return say("{n} mo", n=f"{years * 12:.0f}")
    return say("{n} d", n=f"{years * DAYS_PER_YEAR:.0f}")
