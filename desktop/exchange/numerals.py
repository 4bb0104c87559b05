"""Numbers as other people write them, brought to a point as decimal mark, digits untouched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import NUMBER
from desktop.domain.language import say
from desktop.exchange.asking import UNCLEAR_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable

Mark = Literal["", "point", "comma"]
"""Which sign parts the decimals; empty while no cell has told."""

_COMMA = re.compile(
    r"[+-]?(?:\d*,\d{1,2}|\d*,\d{4,}|0*,\d+|0+,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d*)"
    r"|[+-]?\d{1,3}(?:\.\d{3}){2,}",
    re.ASCII,
)
_POINT = re.compile(
    r"[+-]?(?:\d*\.\d{1,2}|\d*\.\d{4,}|0*\.\d+|0+\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d*)"
    r"|[+-]?\d{1,3}(?:,\d{3}){2,}",
    re.ASCII,
)
_GROUP = re.compile(r"[+-]?\d{1,3}[.,]\d{3}", re.ASCII)
"""Thousands or three decimals: 1.234 and 1,234 by themselves do not tell."""

_DIGITS = re.compile(r"[+-]?[\d.,]*\d[\d.,]*(?:[eE][+-]?\d+)?", re.ASCII)
_SOUND_COMMA = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?(?:[eE][+-]?\d+)?", re.ASCII)
_SOUND_POINT = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?", re.ASCII)
_BLANKS = str.maketrans("", "", "\u00a0\u202f\u2009 '’")
_COMPARATORS = (("<=", "<="), (">=", ">="), ("≤", "<="), ("≥", ">="), ("<", "<"), (">", ">"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with ``.`` as decimal mark and its comparator, or why it is none."""

    text: str
    comparator: str = ""
    fault: str = ""


def mark_of(cells: Iterable[str]) -> tuple[Mark, bool]:
    """The decimal mark that the cells of one column show, and whether they show both."""
    comma = point = False
    for cell in cells:
        _, text = split_comparator(cell)
        text = text.translate(_BLANKS)
        comma = comma or bool(_COMMA.fullmatch(text))
        point = point or bool(_POINT.fullmatch(text))
    if comma and point:
        return "", True
    return ("comma" if comma else "point" if point else ""), False


def split_comparator(cell: str) -> tuple[str, str]:
    """A leading comparator in its usual spelling, and the rest."""
    text = cell.strip()
    for sign, usual in _COMPARATORS:
        if text.startswith(sign):
            return usual, text[len(sign) :].strip()
    return "", text


def numeral(cell: str, mark: Mark, *, is_said: bool = False) -> Numeral:
    """Read one cell; ``mark`` is what its column showed, or with ``is_said`` what the user said.

    A cell whose own shape leaves no doubt is read without a mark. 1,234 without a mark is
    refused, because it may be one thousand or one and a quarter; a column only proves its
    decimals, so its thousands are refused too until the user has said the mark.
    """
    comparator, text = split_comparator(cell)
    text = text.translate(_BLANKS)
    if NUMBER.fullmatch(text) and mark != "comma":
        return Numeral(text, comparator)
    if not _DIGITS.fullmatch(text):
        return Numeral(cell, fault=say("not a number"))
    if _GROUP.fullmatch(text) and not is_said and not text.lstrip("+-").startswith("0"):
        is_decimal = mark and _signs(mark)[0] in text
        if not is_decimal:
            return Numeral(cell, fault=say(UNCLEAR_NUMBER))
    own = mark or ("comma" if _COMMA.fullmatch(text) else "point")
    if not _is_sound(text, own):
        return Numeral(cell, fault=say("its decimals are not marked as in the other rows"))
    return Numeral(_with_point(text, own), comparator)


def _signs(mark: Mark) -> tuple[str, str]:
    return (",", ".") if mark == "comma" else (".", ",")


def _is_sound(text: str, mark: Mark) -> bool:
    return bool((_SOUND_COMMA if mark == "comma" else _SOUND_POINT).fullmatch(text))


def _with_point(text: str, mark: Mark) -> str:
    decimal, group = _signs(mark)
    return text.replace(group, "").replace(decimal, ".")
