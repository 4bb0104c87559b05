"""Times as people write them: dates, partial dates, date-times and ages, each with its width.

``2021`` is some day of that year, not 1 January; ``P14Y`` is any age from the fourteenth
birthday to the day before the fifteenth. Every time is therefore a span of days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from desktop.domain.language import in_every_language, mark, say

DAYS_PER_YEAR = 365.25
DAYS_PER_MONTH = DAYS_PER_YEAR / 12

ACCEPTED = mark("an ISO date (2021-03-04), 2021-03, 2021, a date-time, or an age such as P14Y6M")
"""What a time may be, in words; to be said."""

_DATE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
_AGE = re.compile(
    r"P(?=\d)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A closed interval on one axis of days: ``first`` to ``last``, both possible.

    The axis is days since birth for ages and the proleptic ordinal for dates.
    """

    first: float
    last: float

    @property
    def middle(self) -> float:
        """The middle of the interval, for drawing and for fits."""
        return (self.first + self.last) / 2

    @property
    def width(self) -> float:
        """Days between the first and the last possible day; 0 for a whole date."""
        return self.last - self.first

    def shifted(self, by: Span) -> Span:
        """This span moved by another one; the widths add up."""
        return Span(self.first + by.first, self.last + by.last)

    def since(self, origin: Span) -> Span:
        """The distance from ``origin``, as wide as both spans allow."""
        return Span(self.first - origin.last, self.last - origin.first)


@dataclass(frozen=True, slots=True)
class When:
    """One time as it was written (``text``) and the span of days that it means.

    ``kind`` is ``date`` (span of ordinals), ``age`` (span of days since birth) or ``empty``.
    """

    text: str
    kind: Literal["date", "age", "empty"]
    span: Span

    def __bool__(self) -> bool:
        """True where a time was given at all."""
        return self.kind != "empty"

    @property
    def is_whole_day(self) -> bool:
        """True for a full date or date-time, the only times that name one day."""
        return self.kind == "date" and self.span.width == 0

    @property
    def day(self) -> date | None:
        """The day, where one day is named."""
        return date.fromordinal(int(self.span.first)) if self.is_whole_day else None


EMPTY = When("", "empty", Span(0, 0))


class NotATime(ValueError):  # noqa: N818 - reads as the fact that it states
    """The text is none of the accepted forms of a time."""


@lru_cache(maxsize=65536)
def parse_when(text: str) -> When:
    """The time that ``text`` states; an empty text gives ``EMPTY``.

    Raises NotATime for anything outside FORMATS: ISO dates, partial dates, date-times, and
    ISO 8601 durations since birth. 30 February and month 13 are refused.
    """
    stripped = text.strip()
    if not stripped:
        return EMPTY
    if found := _DATE.fullmatch(stripped):
        return When(text, "date", _date_span(found))
    if found := _AGE.fullmatch(stripped):
        return When(text, "age", _age_span(found))
    message = f"{stripped!r} is not a time"
    raise NotATime(message)


def _date_span(found: re.Match[str]) -> Span:
    year, month, day, hour, minute, second = (int(g) if g else None for g in found.groups())
    assert year is not None  # noqa: S101 - the pattern makes it so
    try:
        if hour is not None:
            datetime(year, month or 1, day or 1, hour, minute or 0, second or 0)  # noqa: DTZ001
        first = date(year, month or 1, day or 1)
        if day is not None:
            last = first
        elif month is not None:
            last = date(year, month, monthrange(year, month)[1])
        else:
            last = date(year, 12, 31)
    except ValueError as error:
        raise NotATime(str(error)) from error
    return Span(first.toordinal(), last.toordinal())


def _age_span(found: re.Match[str]) -> Span:
    sizes = (DAYS_PER_YEAR, DAYS_PER_MONTH, 7.0, 1.0)
    days, finest = 0.0, 1.0
    for given, size in zip(found.groups(), sizes, strict=True):
        if given is not None:
            days += float(given) * size
            # "P1.5Y" states a tenth of a year; a whole number states the unit itself.
            decimals = len(given.partition(".")[2])
            finest = size / 10**decimals
    return Span(days, days + max(finest - 1.0, 0.0))


def is_when(text: str) -> bool:
    """True if ``text`` is empty or one of the accepted forms."""
    try:
        parse_when(text)
    except NotATime:
        return False
    return True


def age_span(when: When, birth: When) -> Span | None:
    """Days since birth at ``when``; None where it cannot be known.

    A date needs a date of birth; both may be partial, and their widths add up.
    """
    if when.kind == "age":
        return when.span
    if when.kind == "date" and birth.kind == "date":
        return when.span.since(birth.span)
    return None


def date_span(when: When, birth: When) -> Span | None:
    """Ordinals of the days that ``when`` may mean; an age needs a date of birth."""
    if when.kind == "date":
        return when.span
    if when.kind == "age" and birth.kind == "date":
        return birth.span.shifted(when.span)
    return None


def years(days: float) -> float:
    """Days as years of 365.25 days."""
    return days / DAYS_PER_YEAR


MONTHS = (
    mark("Jan", about="month in short"),
    mark("Feb", about="month in short"),
    mark("Mar", about="month in short"),
    mark("Apr", about="month in short"),
    mark("May", about="month in short"),
    mark("Jun", about="month in short"),
    mark("Jul", about="month in short"),
    mark("Aug", about="month in short"),
    mark("Sep", about="month in short"),
    mark("Oct", about="month in short"),
    mark("Nov", about="month in short"),
    mark("Dec", about="month in short"),
)
"""The months in short, in English; shown by ``month_in_short``."""

_AGE_UNITS = (mark("{n} y"), mark("{n} m"), mark("{n} wk"), mark("{n} d"))
_HYPHEN = "\u2011"  # a date never breaks across lines


def month_in_short(number: int) -> str:
    """A month in three letters of the chosen language: ``Jan`` for 1."""
    return say(MONTHS[number - 1], about="month in short")


_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def month_in_full(number: int) -> str:
    """A month in the chosen language: ``January`` for 1."""
    return say(_MONTHS[number - 1])


def month_named(text: str) -> int:
    """The number of the month whose short name, in any language, a text is; 0 for none."""
    wanted = text.strip().casefold()
    for number, month in enumerate(MONTHS, start=1):
        names = in_every_language(month, about="month in short")
        if wanted in {name.casefold() for name in names}:
            return number
    return 0


def shown(when: When) -> str:
    """The time for people: ``04-Mar-2021``, ``Mar-2021``, ``2021``, ``14 y 6 m``, ``not dated``."""
    if when.kind == "empty":
        return say("not dated")
    if when.kind == "age":
        return shown_age(when)
    found = _DATE.fullmatch(when.text.strip())
    assert found is not None  # noqa: S101 - the text was parsed with the same pattern
    year, month, day = found.group(1), found.group(2), found.group(3)
    parts = [part for part in (day, month_in_short(int(month)) if month else "", year) if part]
    return _HYPHEN.join(parts)


def shown_day(day: date) -> str:
    """A day for people: ``04-Mar-2021`` with hyphens that do not break."""
    return _HYPHEN.join((f"{day.day:02d}", month_in_short(day.month), f"{day.year}"))


def shown_age(when: When) -> str:
    """An age for people: ``14 y 6 m``; the units that were given, no others."""
    found = _AGE.fullmatch(when.text.strip())
    assert found is not None  # noqa: S101 - the text was parsed with the same pattern
    given = zip(found.groups(), _AGE_UNITS, strict=True)
    return " ".join(say(unit, n=number) for number, unit in given if number is not None)


def completed_age(birth: When, on: date) -> str:
    """The age today as the banner shows it: ``16 y 6 m``, or ``about 16 y`` for a partial birth."""
    if birth.kind != "date":
        return ""
    if birth.day is None:
        today = Span(on.toordinal(), on.toordinal())
        return say("about {years} y", years=int(years(today.since(birth.span).middle)))
    months = (on.year - birth.day.year) * 12 + on.month - birth.day.month
    months -= on.day < birth.day.day
    return say("{years} y {months} m", years=months // 12, months=months % 12)
