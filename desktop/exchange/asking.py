"""What only the user can know of a file, in a form that a command words and a window shows.

A question about a whole file is raised as ``Asked``. What a single row lacks is told by one of
the rules below, so that whoever shows the row knows how it could be answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

Asks = Literal["dates", "encoding", "patient", "columns"]

UNKNOWN_ANALYTE = mark("not an analyte known here")
UNKNOWN_CODE = mark("it has no LOINC code, and its own code is not known here")
NO_UNIT = mark("no unit")
UNCLEAR_NUMBER = mark("may be thousands or decimals")
UNCLEAR_ORDER = mark("not a time whose order is known")

_VALUE = re.compile(r".*\[(.*)\]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about one file; ``choices`` are the answers that there are, if they are few.

    ``example`` is what stands in the file and can be read in more than one way.
    """

    asks: Asks
    choices: tuple[str, ...] = ()
    example: str = ""


class Asked(UserError):  # noqa: N818 - a question, not a failure
    """A file that waits for an answer. Its ``remedy`` names the option of the command."""

    def __init__(self, what: str, *, remedy: str = "", question: Question | None = None) -> None:
        super().__init__(what, kept=say("Nothing was imported from it."), remedy=remedy)
        self.question = question or Question(asks="columns")


def value_in(fault: str) -> str:
    """The cell that a fault of a row names in brackets at its end; empty where it names none."""
    found = _VALUE.fullmatch(fault.strip())
    return found[1] if found else ""


def options_for(faults: Iterable[str]) -> list[str]:
    """Which options of the command would answer what these faults of rows ask, each once."""
    told: list[str] = []
    names: dict[str, dict[str, None]] = {}
    for fault in faults:
        for rule in (UNKNOWN_ANALYTE, UNKNOWN_CODE, NO_UNIT, UNCLEAR_NUMBER, UNCLEAR_ORDER):
            if say(rule) in fault:
                names.setdefault(rule, {})[value_in(fault)] = None
    for rules, words in (
        ((UNKNOWN_ANALYTE, UNKNOWN_CODE), mark("Say what a test is with --analyte NAME=KEY:")),
        ((NO_UNIT,), mark("Say a unit with --unit NAME=UNIT:")),
        ((UNCLEAR_NUMBER,), mark("Say the decimal mark with --decimal point or --decimal comma:")),
        ((UNCLEAR_ORDER,), mark("Say the order of dates with --dates:")),
    ):
        found = [name for rule in rules for name in names.get(rule, {}) if name]
        if found:
            told.append(f"{say(words)} {', '.join(found[:_MOST_NAMES])}")
    return told


_MOST_NAMES = 12
