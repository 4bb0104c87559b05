"""Reading what people type: numbers with comma or point, sizes, times. No Qt here.

What can mean two things is never guessed: it is asked back, and the text stays.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from desktop.domain.language import in_every_language, mark, say
from desktop.domain.when import is_when, month_named
from desktop.ui.forms.quick_dates import month_of_year, relative_day

_COMPARATORS = {"<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">="}
_COMPARED = re.compile(r"\s*(<=|>=|[<>≤≥])?\s*(.*?)\s*", re.DOTALL)
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_TWO_READINGS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_SIZE = re.compile(r"(.+?)\s*(mm|cm|ml|cm3|cm³|cc)?", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_NAMED_DATE = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3})[a-z]*[ -](\d{4})")
_AGE = re.compile(
    r"(?:(\d+)\s*(?:years|year|y))?\s*(?:(\d+)\s*(?:months|month|mo|m))?\s*(?:(\d+)\s*(?:weeks|week|wk|w))?"
    r"\s*(?:(\d+)\s*(?:days|day|d))?",
    re.IGNORECASE,
)


class NotReadable(ValueError):  # noqa: N818 - reads as the fact that it states
    """The text cannot be read for certain; the message is a sentence for the field."""


def typed_number(text: str) -> tuple[str, str]:
    """The comparator and the number of a text: ``<0,5`` gives ``("<", "0.5")``.

    Digits stay as they were typed: ``5,0`` gives ``5.0``. Raises NotReadable for text, for
    two numbers, and for ``1,234``, which may be a decimal or a thousand.
    """
    found = _COMPARED.fullmatch(text)
    assert found is not None  # noqa: S101 - the pattern takes any text
    comparator = _COMPARATORS[found.group(1)] if found.group(1) else ""
    number = found.group(2).replace("\N{MINUS SIGN}", "-")
    if _TWO_READINGS.fullmatch(number):
        point, plain = number.replace(",", "."), number.replace(",", "")
        message = say(
            "{number} may be {point} or {plain}. Type it with a point, or without the comma.",
            number=number,
            point=point,
            plain=plain,
        )
        raise NotReadable(message)
    pointed = number.replace(",", ".")
    if not _PLAIN.fullmatch(pointed):
        missing = say("A number is missing.")
        message = say("{number} is not a number.", number=number) if number else missing
        raise NotReadable(message)
    return comparator, pointed


def typed_size(text: str, unit: str) -> str:
    """A size in ``mm`` or ``mL`` as a cell: ``3.5 cm`` gives ``35``, ``35`` stays ``35``.

    Raises NotReadable for a unit of another kind.
    """
    if not text.strip():
        return ""
    found = _SIZE.fullmatch(text.strip())
    assert found is not None  # noqa: S101 - the pattern takes any text
    comparator, number = typed_number(found.group(1))
    if comparator:
        message = say(
            "A size is one number. For a mass that cannot be seen, choose not detectable."
        )
        raise NotReadable(message)
    given = (found.group(2) or unit).casefold()
    if unit == "mm" and given == "cm":
        return f"{(Decimal(number) * 10).normalize():f}"
    same = {"mm": {"mm"}, "mL": {"ml", "cm3", "cm³", "cc"}}[unit]
    if given not in same:
        message = say("{text} is not in {unit}.", text=text.strip(), unit=unit)
        raise NotReadable(message)
    return number


def typed_when(text: str, today: date) -> str:
    """A time as a cell: what FORMATS takes, and what people type.

    ``today`` and ``t``, ``yesterday``, ``-2w``, ``25.12.2021``, ``3/2024``, ``4 Mar 2021``,
    ``14 y 6 m`` and ``14y6m`` are read; ``4.3.2021`` is asked back, for it is April in one
    country and March in another. Raises NotReadable.
    """
    cell = text.strip().replace("\N{NON-BREAKING HYPHEN}", "-")
    if is_when(cell):
        return cell
    word = cell.casefold()
    if word in {"t", *in_every_language(mark("today"))}:
        return today.isoformat()
    if word in {"y", *in_every_language(mark("yesterday"))}:
        return (today - timedelta(days=1)).isoformat()
    if counted := relative_day(cell, today):
        return counted
    for read in (_numeric_date, month_of_year, _named_date, _age):
        if made := read(cell):
            return made
    message = say(
        "{text} is not a time. Type 2021-03-04, 2021-03, 2021, or an age such as 14y 6m.", text=cell
    )
    raise NotReadable(message)


def _numeric_date(text: str) -> str:
    found = _NUMERIC_DATE.fullmatch(text)
    if not found:
        return ""
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first <= 12 and second <= 12 and first != second:
        one, other = f"{year}-{second:02d}-{first:02d}", f"{year}-{first:02d}-{second:02d}"
        message = say(
            "{text} may be {one} or {other}. Type it as one of these.",
            text=text,
            one=one,
            other=other,
        )
        raise NotReadable(message)
    day, month = (first, second) if second <= 12 else (second, first)
    return _checked(f"{year}-{month:02d}-{day:02d}", text)


def _named_date(text: str) -> str:
    found = _NAMED_DATE.fullmatch(text)
    month = month_named(found[2]) if found else 0
    if not found or not month:
        return ""
    day = f"-{int(found[1]):02d}" if found[1] else ""
    return _checked(f"{found[3]}-{month:02d}{day}", text)


def _checked(cell: str, text: str) -> str:
    if not is_when(cell):
        message = say("{text} is no day of the calendar.", text=text)
        raise NotReadable(message)
    return cell


def _age(text: str) -> str:
    found = _AGE.fullmatch(text)
    if not found or not any(found.groups()):
        return ""
    parts = zip(found.groups(), "YMWD", strict=True)
    return "P" + "".join(f"{int(given)}{letter}" for given, letter in parts if given is not None)
