"""Checks of one cell by itself: a number is a number, a choice one of the choices."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain import terms
from desktop.domain.language import say
from desktop.domain.problems import Problem
from desktop.domain.table import Cell, Column
from desktop.domain.when import ACCEPTED, NotATime, parse_when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def check_cell(column: Column, cell: str) -> Iterator[Problem]:
    """The problems of one cell by itself."""
    text = cell.strip()
    if not text:
        if column.required:
            rule = say("a value is required")
            yield Problem("error", column.name, "", rule, _choices(column))
        return
    rule_of = _CELL_RULES.get(column.cell)
    if rule_of:
        yield from rule_of(column, text)


def _choices(column: Column) -> str:
    return ", ".join(column.choices)


def _choice(column: Column, text: str) -> Iterator[Problem]:
    if text not in column.choices:
        near = difflib.get_close_matches(text.casefold(), column.choices, 1)
        hint = say("not a choice")
        if near:
            hint = say("not one of the choices; did you mean {choice}", choice=repr(near[0]))
        yield Problem("error", column.name, text, hint, _choices(column))


def _time(column: Column, text: str) -> Iterator[Problem]:
    try:
        when = parse_when(text)
    except NotATime:
        yield Problem("error", column.name, text, say("not a time"), say(ACCEPTED))
        return
    if column.name == "birth_date" and when.kind == "age":
        rule, accepted = say("a birth date cannot be an age"), say("a date, perhaps partial")
        yield Problem("error", column.name, text, rule, accepted)
    elif when.kind == "age" and when.span.first > 130 * 365.25:
        yield Problem("error", column.name, text, say("an age above 130 years"), say(ACCEPTED))


def _number(column: Column, text: str) -> Iterator[Problem]:
    if an.number(text) is None:
        accepted = say("a number with . as decimal mark")
        yield Problem("error", column.name, text, say("not a number"), accepted)


def _size(column: Column, text: str) -> Iterator[Problem]:
    value = an.number(text)
    if value is None:
        yield from _number(column, text)
    elif value <= 0:
        accepted = say("a number above 0; for a mass that is gone, not_detectable = yes")
        yield Problem("error", column.name, text, say("a size must be above 0"), accepted)


def _feature(column: Column, text: str) -> Iterator[Problem]:
    if terms.feature(text):
        return
    if text.upper().startswith(("HP:", "HP_")):
        if not (text.startswith("HP:") and len(text) == 10 and text[3:].isdigit()):
            rule, accepted = say("not an HPO id"), say("HP: and seven digits")
            yield Problem("error", column.name, text, rule, accepted)
        return
    yield Problem("warning", column.name, text, say("free text, not used by the guidance"))


def _analyte(column: Column, text: str) -> Iterator[Problem]:
    if an.analyte_named(text):
        return
    if an.LOINC.fullmatch(text):
        if not an.is_loinc(text):
            rule, accepted = say("LOINC check digit is wrong"), say("a LOINC code")
            yield Problem("error", column.name, text, rule, accepted)
        else:
            rule = say("a code unknown here: kept, not interpreted")
            yield Problem("warning", column.name, text, rule)


def _site(column: Column, text: str) -> Iterator[Problem]:
    if text not in terms.sites():
        rule = say("not a site of the vocabulary: kept as text")
        yield Problem("warning", column.name, text, rule)


def _agent(column: Column, text: str) -> Iterator[Problem]:
    if text not in terms.treatments():
        yield Problem("warning", column.name, text, say("free text, not used by the guidance"))


_CELL_RULES: dict[Cell, Callable[[Column, str], Iterator[Problem]]] = {
    Cell.CHOICE: _choice,
    Cell.WHEN: _time,
    Cell.NUMBER: _number,
    Cell.SIZE: _size,
    Cell.FEATURE: _feature,
    Cell.ANALYTE: _analyte,
    Cell.SITE: _site,
    Cell.AGENT: _agent,
}
