"""Excel workbooks (.xlsx) as rows of cells: values as text, dates by the workbook's own epoch."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from desktop.domain.analytes import NUMBER
from desktop.domain.language import say
from desktop.exchange.grids import Grid
from desktop.exchange.limits import refused
from desktop.exchange.spreadsheet_text import unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.exchange.delimited import Row

_UNFOLDED = 2 * 1024**3
_RATIO = 200
_PARTS = 10_000
_BLOCK = 1024 * 1024
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


def sheets_of(path: Path) -> list[Grid]:
    """The sheets of a workbook as grids, hidden ones left out; each is read once, and held.

    Raises UserError for a file that is no sound workbook, or that would unfold beyond
    measure. Formulas are never calculated, links never followed.
    """
    has_formulas = _must_be_bounded(path)
    with _opened(path) as values:
        read = {sheet.title: _texts(sheet) for sheet in _visible(values)}
    if has_formulas:
        with _opened(path, formulas=True) as written:
            for sheet in _visible(written):
                _fill_uncalculated(read.get(sheet.title, []), sheet)
    return [
        Grid(path, title, partial(_rows, tuple(rows)), is_sheet=True)
        for title, rows in read.items()
    ]


def _visible(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _texts(sheet: Worksheet) -> list[list[str]]:
    return [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _fill_uncalculated(rows: list[list[str]], sheet: Worksheet) -> None:
    """Put a formula that was never calculated where its value is missing, to be refused."""
    for cells, written in zip(rows, sheet.iter_rows(values_only=True), strict=True):
        for place, formula in enumerate(written):
            if isinstance(formula, str) and formula.startswith("=") and not cells[place]:
                cells[place] = _uncalculated(formula)


def _rows(rows: tuple[list[str], ...]) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        yield number, _trimmed(list(cells))


def _must_be_bounded(path: Path) -> bool:
    """Whether there are formulas in it; UserError for what is not to be unfolded."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(path) from error
    unfolded = sum(part.file_size for part in parts)
    packed_size = max(sum(part.compress_size for part in parts), 1)
    is_bomb = unfolded > 100 * 1024**2 and unfolded / packed_size > _RATIO
    if unfolded > _UNFOLDED or len(parts) > _PARTS or is_bomb:
        what = say("{file} would unfold beyond measure.", file=path.name)
        raise refused(what, remedy=say("Save the sheet as “CSV UTF-8” and import that."))
    if any(part.flag_bits & 1 for part in parts):
        raise refused(say("{file} is locked with a password.", file=path.name))
    return _has_formulas(path)


def _has_formulas(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
            for name in sheets:
                with packed.open(name) as part:
                    tail = b""
                    while block := part.read(_BLOCK):
                        if _FORMULA.search(tail + block):
                            return True
                        tail = block[-8:]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise _damaged(path) from error
    return False


def _damaged(path: Path) -> Exception:
    what = say("{file} is not a sound Excel workbook.", file=path.name)
    return refused(what, remedy=say("Open it in Excel, save it again, or save it as “CSV UTF-8”."))


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[Workbook]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    broken = (
        InvalidFileException,
        ParseError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,  # defusedxml's refusal of entities and DTDs too
        TypeError,
        AttributeError,
        IndexError,
        OverflowError,
        EOFError,
        OSError,
        NotImplementedError,
        zlib.error,
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of Excel that hold no cells
            # By its handle: by its name openpyxl would ask for the ending .xlsx.
            with path.open("rb") as handle:
                book = openpyxl.load_workbook(
                    handle, read_only=True, data_only=not formulas, keep_links=False
                )
                with closing(book):
                    yield book
    except broken as error:
        raise _damaged(path) from error


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as ISO, no digit added."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        is_day = value.time() == time.min
        return value.date().isoformat() if is_day else value.isoformat(timespec="seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return unescaped(str(value))


def _uncalculated(formula: str) -> str:
    """A formula without a stored value stands as itself, to be refused; “=4.4” is a number."""
    bare = formula.removeprefix("=")
    return bare if NUMBER.fullmatch(bare) else formula
