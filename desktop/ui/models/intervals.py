"""Intervals of monitoring in words, and what people type for them, as ISO 8601 durations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVER = "never"

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII | re.IGNORECASE)
_LETTERS = "YMWD"
_UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Y", (mark("year"), mark("years"), "yr", "y")),
    ("M", (mark("month"), mark("months"), "mo", "m")),
    ("W", (mark("week"), mark("weeks"), "wk", "w")),
    ("D", (mark("day"), mark("days"), "d")),
)
_SINGLE: tuple[tuple[str, str], ...] = (
    (mark("yearly"), "P1Y"),
    (mark("annually"), "P1Y"),
    (mark("half-yearly"), "P6M"),
    (mark("quarterly"), "P3M"),
    (mark("monthly"), "P1M"),
    (mark("weekly"), "P1W"),
    (mark("daily"), "P1D"),
    (mark("never"), NEVER),
)
_FILLERS = frozenset(("every", "each", "once", "per", "a", "an"))


def every_words(duration: str) -> str:
    """``every 3 months`` for ``P3M``; a text of another form stays as it is."""
    if duration == NEVER:
        return say("never")
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return duration
    parts = [_part(int(n), letter) for n, letter in zip(found.groups(), _LETTERS, strict=True) if n]
    return say("every {interval}", interval=" ".join(parts))


def _part(number: int, letter: str) -> str:
    if letter == "Y":
        return say_count(number, "year", "{n} years")
    if letter == "M":
        return say_count(number, "month", "{n} months")
    if letter == "W":
        return say_count(number, "week", "{n} weeks")
    return say_count(number, "day", "{n} days")


def duration_of(typed: str) -> str:
    """The ISO 8601 duration (or ``never``) that was typed; empty where it cannot be read.

    Reads ``P3M``, ``3m``, ``3 months``, ``every 3 months``, ``yearly``; the words of the chosen
    language too. Nothing is guessed: no number without a unit, no zero.
    """
    text = typed.strip()
    if _DURATION.fullmatch(text):
        return text.upper() if any(int(n) for n in re.findall(r"\d+", text)) else ""
    plain = " ".join(text.casefold().split())
    single = dict(_single_words())
    if plain in single:
        return single[plain]
    return _counted([word for word in plain.split() if word not in _fillers()])


def _counted(words: list[str]) -> str:
    """``3 months`` and ``3m``; ``month`` alone is one."""
    joined = "".join(words)
    found = re.fullmatch(r"(\d{1,4})?(\D+)", joined)
    if not found:
        return ""
    number = int(found[1]) if found[1] else 1
    for letter, names in _UNITS:
        known = {*names, *(say(name).casefold() for name in names if len(name) > 2)}
        if found[2] in known and number and (found[1] or len(found[2]) > 2):
            return f"P{number}{letter}"
    return ""


def _single_words() -> Iterator[tuple[str, str]]:
    for word, iso in _SINGLE:
        yield word, iso
        yield say(word).casefold(), iso


def _fillers() -> frozenset[str]:
    said = say("every {interval}", interval="").split()
    return _FILLERS | {word.casefold() for word in said}
