"""The parts of a block copied from a spreadsheet: its cells, and what each looks like. No Qt."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import analytes, unit_of
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_entry import read_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Role = Literal[
    "test", "value", "unit", "time", "flag", "range", "method", "specimen", "note", "heading"
]
Matrix = list[list[str]]
Place = tuple[int, int]

HEADINGS: dict[str, Role] = {
    "test": "test",
    "analyte": "test",
    "parameter": "test",
    "name": "test",
    "row": "test",
    "prueba": "test",
    "value": "value",
    "result": "value",
    "results": "value",
    "resultado": "value",
    "unit": "unit",
    "units": "unit",
    "unidad": "unit",
    "date": "time",
    "time": "time",
    "when": "time",
    "collected": "time",
    "sampled": "time",
    "fecha": "time",
    "flag": "flag",
    "abnormal": "flag",
    "range": "range",
    "reference": "range",
    "reference range": "range",
    "normal range": "range",
    "ref": "range",
    "method": "method",
    "specimen": "specimen",
    "sample": "specimen",
    "note": "note",
    "comment": "note",
    "remark": "note",
}
FLAG = re.compile(r"HH|LL|[HLN]|high|low|normal", re.IGNORECASE)
RANGE = re.compile(r"\s*(?:[<>≤≥]=?\s*)?[\d.,]+\s*(?:(?:-|–|to)\s*[\d.,]+)?\s*")
_VALUE = re.compile(r"\s*(?:<=|>=|[<>≤≥])?\s*[+\-\u2212]?[.,]?\d")
_DATE_LIKE = re.compile(
    r"\s*(?:\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:[T ]\d{1,2}:\d{2})?|\d{1,2}[/.]\d{4}"
    r"|(?:\d{1,2}[ \-\u2011])?[A-Za-z]{3,9}[ \-\u2011]\d{4}"
    r"|\d{1,3}\s*y(?:ears?)?(?:\s*\d{1,2}\s*m(?:onths?)?)?|P\d.*)\s*",
    re.IGNORECASE,
)
YEAR = re.compile(r"\s*(?:19|20)\d{2}\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """One value of the block as it stands there, with what belongs to it.

    ``row`` and ``column`` are its place in the block. Where ``test`` or ``when`` is empty the
    block does not say, and the place in the grid decides; ``down`` and ``right`` then count
    from the cell where the user is.
    """

    row: int
    column: int
    value: str
    test: str = ""
    unit: str = ""
    when: str = ""
    flag: str = ""
    range: str = ""
    method: str = ""
    specimen: str = ""
    note: str = ""
    down: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A pasted block: its values, and the cells in which nothing was recognized, by place."""

    values: tuple[Pasted, ...]
    left_over: tuple[tuple[int, int, str], ...] = ()
    has_tests: bool = False
    has_units: bool = False
    roles: tuple[tuple[Place, Role], ...] = ()


def matrix_of(text: str) -> Matrix:
    """The cells of tab-separated text; quoted cells may hold tabs and line breaks.

    Text that is not well quoted is split at every tab and line break, as it stands.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in lines.split("\n")]
    rows = [[cell.strip() for cell in row] for row in rows]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def looks_like_time(cell: str, *, may_be_year: bool = False) -> bool:
    """True for a date or an age; a bare year only where a heading may hold one."""
    if YEAR.fullmatch(cell):
        return may_be_year
    return bool(_DATE_LIKE.fullmatch(cell))


def kind_of(cell: str) -> Role:
    """What one cell looks like."""
    if looks_like_time(cell):
        return "time"
    if FLAG.fullmatch(cell):
        return "flag"
    if RANGE.fullmatch(cell) and re.search(r"\d\s*(?:-|–|to)", cell):
        return "range"
    if is_unit(cell):
        return "unit"
    return "value" if is_value(cell) else "note"


def is_unit(text: str) -> bool:
    """True for a unit of any test of the vocabulary."""
    return not _VALUE.match(text) and any(unit_of(one, text) for one in analytes().values())


def is_value(text: str) -> bool:
    """True for what begins like a number, and for the words of a missing result."""
    return bool(_VALUE.match(text)) or text.casefold() in {"pending", "not measured", "·"}


def block_time(text: str, today: date, *, day_first: bool | None = None) -> str:
    """A time of a block as a cell; ``day_first`` settles dates that may be read two ways.

    Raises NotReadable where it cannot be read, or can be read two ways.
    """
    found = re.fullmatch(r"\s*(\d{1,2})([./])(\d{1,2})[./](\d{4})(.*)", text)
    if found and day_first is not None:
        one, two, year, rest = found[1], found[3], found[4], found[5]
        day, month = (one, two) if day_first else (two, one)
        return read_time(f"{year}-{int(month):02d}-{int(day):02d}{rest}", today)
    return read_time(text, today)


def dates_are_ambiguous(values: Sequence[Pasted], today: date) -> bool:
    """True where a time of the block may be read day first or month first."""
    return any(_can_be_two(value.when, today) for value in values if value.when)


def _can_be_two(text: str, today: date) -> bool:
    try:
        block_time(text, today)
    except NotReadable:
        return re.fullmatch(r"\s*\d{1,2}[./]\d{1,2}[./]\d{4}.*", text) is not None and all(
            _reads(text, today, day_first=first) for first in (True, False)
        )
    return False


def _reads(text: str, today: date, *, day_first: bool) -> bool:
    try:
        block_time(text, today, day_first=day_first)
    except NotReadable:
        return False
    return True
