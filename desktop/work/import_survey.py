"""What the files of an import hold, looked at before anything is matched or written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.asking import Asked
from desktop.exchange.column_names import column_names, folded
from desktop.exchange.csv_tables import read_rows
from desktop.exchange.grids import named_columns
from desktop.exchange.intake import Make, Reading, files_in
from desktop.exchange.mapping import TableMapping, fingerprint, suggested
from desktop.work.sandbox import attempts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.exchange.csv_tables import ReadRow, TableFile
    from desktop.exchange.mapping import Answers

    Report = Callable[[int, int, str], None]

LOOKED_AT = 1000
"""Rows of a table that are kept for looking at."""
_HEADERS = 40
"""Rows among which the names of the columns are looked for."""
_EVERY = 500
_GRIDS = ("text", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A grid of cells as it stands in a file, and what it was taken for.

    Attributes:
        name: of the sheet; empty for a text file.
        rows: the first rows with their numbers.
        total: how many of them hold anything.
        header_row: the row that names the columns; 1 where none was found.
        table: the table of ours whose columns it has; empty for another make.
        mapping: what its columns mean, by memory or by their names; None for ours.
        is_remembered: whether an earlier import kept this mapping.
        dates: the order of dates that all its rows prove; empty for none.
        is_left_out: whether it can only come in once its columns were matched.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    total: int
    header_row: int
    table: str = ""
    mapping: TableMapping | None = None
    is_remembered: bool = False
    dates: str = ""
    is_left_out: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether there may be more rows than were looked at."""
        return len(self.rows) >= LOOKED_AT

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.header_in(self.header_row)

    def header_in(self, row: int) -> tuple[str, ...]:
        """The names of the columns, were they in this row."""
        return next((named_columns(cells) for number, cells in self.rows if number == row), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table of ours that a file gives: its first rows as they would arrive."""

    file: TableFile
    rows: tuple[ReadRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSurvey:
    """What one file is and holds; ``error`` is why it cannot come in, or what must be asked."""

    path: Path
    make: Make | None = None
    sheets: tuple[Sheet, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    error: UserError | None = None

    @property
    def error_words(self) -> str:
        """Why the file cannot come in, without the options of the command."""
        if self.error is None:
            return ""
        return self.error.what if isinstance(self.error, Asked) else str(self.error)


def survey(paths: Sequence[Path], answers: Answers, report: Report) -> list[FileSurvey]:
    """Look at every file among ``paths`` and in the folders among them; nothing is written.

    The files are read in a process of their own. Raises UserError for a path that does not
    exist, Cancelled if ``report`` stops it.
    """
    files = files_in(paths)
    said = [answers.about(path) for path in files]
    found: list[FileSurvey] = []
    with attempts_in(list(zip(files, said, strict=True)), report) as attempts:
        readings = [one if isinstance(one, Reading) else None for one in attempts]
        for path, one in zip(files, attempts, strict=True):
            if isinstance(one, Reading):
                parts = _parts(one, report)
                found.append(FileSurvey(path=path, make=one.make, parts=parts, notes=one.notes))
            else:
                found.append(FileSurvey(path=path, error=one))
    grids = [number for number, one in enumerate(found) if _may_be_grid(one)]
    raw = [(files[number], replace(said[number], is_raw=True)) for number in grids]
    if raw:
        with attempts_in(raw, report) as attempts:
            for number, one in zip(grids, attempts, strict=True):
                found[number] = _with_sheets(
                    found[number], readings[number], one, said[number], report
                )
    report(len(files), len(files), "")
    return found


def _may_be_grid(one: FileSurvey) -> bool:
    """Whether a file has rows of cells, or may have: an error hides what it is."""
    return one.make.kind in _GRIDS if one.make is not None else True


def _with_sheets(
    one: FileSurvey,
    reading: Reading | None,
    raw: Reading | UserError,
    answers: Answers,
    report: Report,
) -> FileSurvey:
    """A file with its grids as they stand, where it has any."""
    if not isinstance(raw, Reading) or raw.make is None or raw.make.kind not in _GRIDS:
        return one
    if reading is not None and not reading.tables:
        return one  # it was understood, and holds nothing to be matched
    sheets = _sheets(one.path, raw, reading, answers, report)
    return replace(one, make=one.make or raw.make, sheets=sheets)


def _sheets(
    path: Path, raw: Reading, reading: Reading | None, answers: Answers, report: Report
) -> tuple[Sheet, ...]:
    """The grids of a file, each with the table that it was read as."""
    names = raw.make.names if raw.make and raw.make.names else ("",) * len(raw.tables)
    read: dict[str, tuple[TableFile, str]] = {}
    if reading is not None and reading.make is not None:
        known = reading.make.names or ("",)
        dates = reading.make.dates or ("",) * len(known)
        read = {
            name: (file, order)
            for name, file, order in zip(known, reading.tables, dates, strict=False)
        }
    found = []
    for name, grid in zip(names, raw.tables, strict=True):
        rows: list[tuple[int, tuple[str, ...]]] = []
        total = 0
        report(0, 0, say("Looking at {file}", file=path.name))
        for row in islice(read_rows(grid), LOOKED_AT):
            total += any(cell.strip() for cell in row.cells)
            rows.append((row.number, row.cells))
        if any(any(cells) for _, cells in rows):
            found.append(_sheet(name, tuple(rows), total, read.get(name), answers))
    return tuple(found)


def _sheet(
    name: str,
    rows: tuple[tuple[int, tuple[str, ...]], ...],
    total: int,
    read: tuple[TableFile, str] | None,
    answers: Answers,
) -> Sheet:
    if read is None:
        row = _likely_header(rows)
        bare = Sheet(name=name, rows=rows, total=total, header_row=row)
        mapping, is_remembered = _mapping(bare.header, answers)
        mapping = mapping or partial_mapping(bare.header)
        return replace(bare, mapping=mapping, is_remembered=is_remembered, is_left_out=True)
    file, order = read
    header = file.mapped_from or file.header
    places = (number for number, cells in rows[:_HEADERS] if named_columns(cells) == header)
    row = next(places, 1)
    if not file.mapped_from:
        table = file.table.name
        return Sheet(name=name, rows=rows, total=total, header_row=row, table=table, dates=order)
    mapping, is_remembered = _mapping(header, answers)
    return Sheet(
        name=name,
        rows=rows,
        total=total,
        header_row=row,
        mapping=mapping,
        is_remembered=is_remembered,
        dates=order,
    )


def _mapping(header: Sequence[str], answers: Answers) -> tuple[TableMapping | None, bool]:
    """What the columns mean: as said, as remembered, or by their names."""
    shape = fingerprint(header)
    if shape in answers.mappings:
        return answers.mappings[shape], False
    if answers.recall is not None and (kept := answers.recall(shape)) is not None:
        return kept, True
    return suggested(header), False


def partial_mapping(header: Sequence[str]) -> TableMapping:
    """The columns of a laboratory table as far as their names tell; the user says the rest."""
    names = column_names("labs")
    found: dict[str, str] = {}
    for theirs in header:
        ours = names.get(folded(theirs))
        if ours and ours not in found:
            found[ours] = theirs
    return TableMapping(table="labs", columns=found)


def _likely_header(rows: Sequence[tuple[int, tuple[str, ...]]]) -> int:
    """The first row whose names are known; else the first of the widest rows without a number."""
    best, width = 1, 0
    for number, cells in rows[:_HEADERS]:
        if suggested(named_columns(cells)) is not None:
            return number
        filled = [cell for cell in cells if cell.strip()]
        has_digits = any(cell.strip()[:1].isdigit() for cell in filled)
        if len(filled) > width and not has_digits:
            best, width = number, len(filled)
    return best


def _parts(reading: Reading, report: Report) -> tuple[Part, ...]:
    """The tables of ours in a file; one that was mapped is looked at as it stands instead."""
    found = []
    for file in reading.tables:
        if file.mapped_from:
            continue
        rows = []
        total = 0
        for row in read_rows(file):
            total += 1
            if total <= LOOKED_AT:
                rows.append(row)
            if total % _EVERY == 0:
                report(total, 0, say("Looking at {file}", file=file.path.name))
        found.append(Part(file=file, rows=tuple(rows), total=total))
    return tuple(found)
