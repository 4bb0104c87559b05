"""Reading the pieces of phenopackets: classes, times, quantities, what our own export wrote."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import NotATime, parse_when
from desktop.exchange.fhir_parts import Node, Unfit, decimal, node, text

if TYPE_CHECKING:
    from collections.abc import Iterable

LOCAL = "CALCINOSIS:"
"""Beginning of the identifiers of our own vocabulary."""

_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")


def label(found: object) -> str:
    """The label of a class, or its identifier."""
    part = node(found)
    return text(part.get("label")).strip() or text(part.get("id")).strip()


def own_key(found: object) -> str:
    """The key of our own vocabulary that a class names; empty for any other class."""
    identifier = text(node(found).get("id"))
    key = identifier.removeprefix(LOCAL)
    return key if identifier.startswith(LOCAL) and key != "free_text" else ""


def day_of(found: object) -> str:
    """A timestamp as we write times; midnight UTC is a day without a time."""
    stamp = text(found)
    if not stamp:
        return ""
    parts = _STAMP.fullmatch(stamp)
    try:
        parse_when(parts[1] if parts else "?")
    except NotATime as error:
        raise Unfit(say("{found} is not a time", found=stamp[:60])) from error
    assert parts is not None  # noqa: S101 - "?" is no time
    if parts[2] == "00:00:00":
        return parts[1]
    return re.sub(r"\.\d+", "", stamp)


def time_of(found: object) -> tuple[str, str]:
    """A time as we write it, and what of it only words can tell.

    A class (“Congenital onset”), a gestational age and a range have no place as a time.
    """
    part = node(found)
    if "timestamp" in part:
        return day_of(part["timestamp"]), ""
    if "age" in part:
        age = text(node(part["age"]).get("iso8601duration"))
        return (age, "") if _is_age(age) else ("", age)
    if "interval" in part:
        return _interval(node(part["interval"]))
    if "ageRange" in part:
        ends = (node(node(part["ageRange"]).get(name)) for name in ("start", "end"))
        return "", " – ".join(text(end.get("iso8601duration")) for end in ends)
    if "ontologyClass" in part:
        return "", label(part["ontologyClass"])
    if "gestationalAge" in part:
        age_part = node(part["gestationalAge"])
        weeks, days = decimal(age_part.get("weeks")), decimal(age_part.get("days")) or "0"
        return "", say("gestational age {weeks} weeks {days} days", weeks=weeks, days=days)
    return "", ""


def _is_age(age: str) -> bool:
    try:
        return parse_when(age).kind == "age"
    except NotATime:
        return False


def _interval(part: Node) -> tuple[str, str]:
    """An interval that is a whole month or year is a partial date."""
    first, last = day_of(part.get("start")), day_of(part.get("end"))
    if len(first) == len(last) == 10 and first.endswith("-01"):
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        is_year = (start.month, end.month, end.day) == (1, 12, 31)
        if start.year == end.year and is_year:
            return first[:4], ""
        closing = monthrange(start.year, start.month)[1]
        if (start.year, start.month, closing) == (end.year, end.month, end.day):
            return first[:7], ""
    return "", f"{first} – {last}"


def quantity(found: object) -> tuple[str, str]:
    """Number and unit of a quantity, digits as they stand."""
    part = node(found)
    unit = node(part.get("unit"))
    identifier, shown = text(unit.get("id")), text(unit.get("label")).strip()
    if identifier.startswith(LOCAL):
        return decimal(part.get("value")), "" if shown == "no unit stated" else shown
    return decimal(part.get("value")), identifier.removeprefix("UCUM:") or shown


def joined(parts: Iterable[str]) -> str:
    """The filled parts as one note."""
    return "; ".join(part for part in parts if part)
