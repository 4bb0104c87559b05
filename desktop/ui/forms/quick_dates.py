"""Dates as hurried people type them: ``-2w``, ``3/2024``, and every usual spelling of a day.

No Qt here. What can mean two days is never guessed where it is entered; where it is only
searched for, all that it may mean is looked for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from desktop.domain.when import month_named

_RELATIVE = re.compile(r"([+-])\s*(\d{1,3})\s*([dwmy])[a-z]*", re.IGNORECASE | re.ASCII)
_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_PARTS = re.compile(r"[\s,./-]+")


def relative_day(text: str, today: date) -> str:
    """``-2w``, ``+3d``, ``-1m``, ``-1y`` counted from today, as an ISO date; else empty.

    A month or a year that lacks the day ends on its last one: ``-1m`` on 31 March is the end
    of February.
    """
    found = _RELATIVE.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if not found:
        return ""
    count = int(found[2]) * (-1 if found[1] == "-" else 1)
    unit = found[3].lower()
    if unit in "dw":
        return (today + timedelta(days=count * (7 if unit == "w" else 1))).isoformat()
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1])).isoformat()


def month_of_year(text: str) -> str:
    """``3/2024`` as ``2024-03``; empty for any other text, and for month 13."""
    found = _MONTH.fullmatch(text.strip())
    if not found or not 1 <= int(found[1]) <= 12:
        return ""
    return f"{found[2]}-{int(found[1]):02d}"


def days_meant(text: str) -> frozenset[str]:
    """Every day that a whole date in a usual spelling may mean, as ISO dates.

    ``4.3.2021`` gives both 4 March and 3 April; a year of two digits is taken in this century
    and in the last. Empty for a text that is no whole date.
    """
    plain = text.strip().replace("\N{NON-BREAKING HYPHEN}", "-")
    if found := _COMPACT.fullmatch(plain):
        return _real((int(found[1]), int(found[2]), int(found[3])))
    parts = [part for part in _PARTS.split(plain) if part]
    if len(parts) != 3:
        return frozenset()
    named = [n for n, part in enumerate(parts) if _month_named(part)]
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
    if len(named) == 1 and len(numbers) == 2:
        month = _month_named(parts[named[0]])
        first, second = numbers
        return _in_years(second, month, first) | _in_years(first, month, second)
    if len(numbers) != 3:
        return frozenset()
    first, second, third = numbers
    if len(parts[0]) == 4:
        return _real((first, second, third))
    return _in_years(third, second, first) | _in_years(third, first, second)


def _month_named(text: str) -> int:
    return month_named(text[:3]) if text.isalpha() else 0


def _in_years(year: int, month: int, day: int) -> frozenset[str]:
    if year < 100:
        return _real((1900 + year, month, day)) | _real((2000 + year, month, day))
    return _real((year, month, day))


def _real(parts: tuple[int, int, int]) -> frozenset[str]:
    year, month, day = parts
    if not (1000 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return frozenset()
    return frozenset({date(year, month, day).isoformat()})
