"""Tables among rows: which table of ours, or which mapped foreign one, a grid of cells is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.domain.language import say
from desktop.exchange.asking import Asked, Question
from desktop.exchange.cell_reading import padded, spelling_of
from desktop.exchange.csv_tables import (
    KEY,
    REASON,
    ReadRow,
    TableFile,
    columns_of,
    required_of,
    row_fault,
)
from desktop.exchange.foreign_rows import ForeignRows
from desktop.exchange.limits import refused
from desktop.exchange.mapping import fingerprint, suggested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain.columns import Table
    from desktop.exchange.cell_reading import Spelling
    from desktop.exchange.delimited import Row
    from desktop.exchange.mapping import Answers, TableMapping

_PREAMBLE = 40
"""Rows among which the header is looked for."""
_SAMPLE = 2000
_TELLING = frozenset({"when", "value", "unit", "sex", "birth_date"})
"""Columns whose lack, with another column of that meaning, shows a table of another make."""
_TABLES = {table.name: table for table in (PATIENTS, *CLINICAL)}


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells from a text file or a sheet; ``name`` is what it calls itself."""

    path: Path
    name: str
    rows: Callable[[], Iterator[Row]]
    is_sheet: bool = False


@dataclass(frozen=True, slots=True)
class _Header:
    number: int
    names: tuple[str, ...]


def table_in(grid: Grid, answers: Answers) -> TableFile:
    """The table that a grid holds; UserError where none fits or something must be asked."""
    head = list(islice(grid.rows(), _PREAMBLE))
    first = _Header(1, _named(head[0][1]) if head else ())
    by_name = _TABLES.get(grid.name.casefold())
    if answers.mapping is None:
        own = _own_header(head, by_name)
        if own is not None:
            return _own(grid, *own, answers)
    foreign = _foreign_header(head, answers)
    if foreign is not None:
        return _foreign(grid, *foreign, answers.patient)
    missing = sorted(required_of(by_name) - set(first.names)) if by_name else []
    raise Asked(
        _no_table(grid, missing),
        question=Question(asks="columns"),
        remedy=say(
            "Compare its first row with the tables in the help, or say with --mapping which"
            " columns are which."
        ),
    )


def raw_table(grid: Grid) -> TableFile:
    """A grid as it stands, row by row from its first: nothing is recognized or changed.

    The table that it names is nobody's; only its rows are meant to be looked at.
    """
    source = partial(_raw_rows, grid)
    return TableFile(grid.path, _TABLES["labs"], (), source)


def _raw_rows(grid: Grid) -> Iterator[ReadRow]:
    for number, cells in grid.rows():
        yield ReadRow(number, tuple(cells))


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() or f"column_{n}" for n, name in enumerate(cells, start=1))


def _own_header(head: Sequence[Row], by_name: Table | None) -> tuple[_Header, Table] | None:
    """The first row that names the columns of one of our tables."""
    for number, cells in head:
        names = {cell.strip() for cell in cells}
        if KEY not in names:
            continue
        header = _Header(number, _named(cells))
        if by_name is not None:
            if required_of(by_name) <= names and not _is_better_foreign(header, by_name):
                return header, by_name
            continue
        fitting = [table for table in _TABLES.values() if required_of(table) <= names]
        # patients.csv asks for one column only, so any table would do: the best fit is taken.
        table = max(fitting, key=lambda t: len(names & set(columns_of(t))), default=None)
        if table is not None and not _is_better_foreign(header, table):
            return header, table
    return None


def _is_better_foreign(header: _Header, table: Table) -> bool:
    """Whether a column of ours that is missing stands there under another name."""
    found = suggested(header.names)
    if found is None or table is not _TABLES[found.table]:
        return found is not None and table is PATIENTS and found.table == "labs"
    names = set(header.names)
    own = set(columns_of(table))
    return any(
        ours in _TELLING and ours not in names and theirs not in own
        for ours, theirs in found.columns.items()
    )


def _foreign_header(head: Sequence[Row], answers: Answers) -> tuple[_Header, TableMapping] | None:
    for number, cells in head:
        header = _Header(number, _named(cells))
        mapping = answers.mapping or answers.mappings.get(fingerprint(header.names))
        if mapping is None and answers.recall is not None:
            mapping = answers.recall(fingerprint(header.names))
        if mapping is None:
            mapping = suggested(header.names)
        if mapping is None:
            continue
        if {*mapping.columns.values(), *mapping.wide} <= set(header.names):
            return header, answers.applied(mapping)
    return None


def _no_table(grid: Grid, missing: Sequence[str]) -> str:
    if not missing:
        return say("{file} is not a table of this registry: no table fits.", file=grid.path.name)
    return say(
        "{file} is not a table of this registry: it lacks the column {columns}.",
        file=grid.path.name,
        columns=", ".join(missing),
    )


def mapped_table(grid: Grid, row: int, mapping: TableMapping, whose: str = "") -> TableFile:
    """A grid whose columns are named in its row ``row``, mapped onto a table of ours.

    ``whose`` is the registry ID where no column tells. Raises UserError where something must
    be asked.
    """
    cells = next((cells for number, cells in grid.rows() if number == row), [])
    return _foreign(grid, _Header(row, _named(cells)), mapping, whose)


def named_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of columns that a row gives, with a number for one without a name."""
    return _named(cells)


def _unique(grid: Grid, names: Sequence[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise refused(
            say(
                "{file} has the column {columns} twice.",
                file=grid.path.name,
                columns=", ".join(twice),
            ),
            remedy=say("Give every column a name of its own."),
        )


def _own(grid: Grid, header: _Header, table: Table, answers: Answers) -> TableFile:
    _unique(grid, header.names)
    spelling = spelling_of(table, is_ours=True, dates=answers.dates, decimal=answers.decimal)
    columns = [
        (name, place)
        for place, name in enumerate(header.names)
        if name in spelling.times() | spelling.numbers()
    ]
    _look(grid, header, spelling, columns)
    spelling.decide(grid.path)
    if spelling.changes_nothing:
        source = partial(_plain, grid, header)
    else:
        source = partial(_respelled, grid, header, spelling, columns)
    return TableFile(grid.path, table, header.names, source, dates=spelling.dates)


def _look(
    grid: Grid, header: _Header, spelling: Spelling, columns: Sequence[tuple[str, int]]
) -> None:
    """Read the beginning as evidence, and all of it where the beginning is not in our spelling."""
    for seen, (number, cells) in enumerate(grid.rows()):
        if number <= header.number:
            continue
        if seen > _SAMPLE and spelling.changes_nothing:
            return
        for name, place in columns:
            if place < len(cells):
                spelling.see(name, (cells[place],))


def _plain(grid: Grid, header: _Header) -> Iterator[ReadRow]:
    width = len(header.names)
    for number, cells in grid.rows():
        if number > header.number and any(cells):
            row = padded(cells, width) if grid.is_sheet and len(cells) < width else cells
            yield ReadRow(number, tuple(row), row_fault(row, width))


def _respelled(
    grid: Grid, header: _Header, spelling: Spelling, columns: Sequence[tuple[str, int]]
) -> Iterator[ReadRow]:
    times = spelling.times()
    for row in _plain(grid, header):
        if row.fault:
            yield row
            continue
        cells, fault = list(row.cells), ""
        for name, place in columns:
            cell = cells[place]
            if not cell.strip():
                continue
            if name in times:
                cells[place], rule = spelling.time(name, cell)
            else:
                found = spelling.number(name, cell)
                rule = found.fault
                cells[place] = cell if found.comparator or rule else found.text
            if rule and not fault:
                fault = f"{name}: {rule} [{cell}]"
        yield ReadRow(row.number, tuple(cells), fault)


def _foreign(grid: Grid, header: _Header, mapping: TableMapping, whose: str) -> TableFile:
    _unique(grid, [name for name in header.names if name != REASON])
    table = _TABLES[mapping.table]
    if not (whose or {KEY, "mrn"} & set(mapping.columns)):
        raise Asked(
            say("{file} does not say whose results they are.", file=grid.path.name),
            question=Question(asks="patient"),
            remedy=say("Say whose results they are with --patient ID, one file at a time."),
        )
    spelling = spelling_of(table, is_ours=False, dates=mapping.dates, decimal=mapping.decimal)
    reading = ForeignRows(mapping, header.names, spelling, whose=whose)
    for number, cells in grid.rows():
        if number > header.number:
            reading.look(cells)
    spelling.decide(grid.path)
    source = partial(_foreign_rows, grid, header, reading)
    return TableFile(
        grid.path,
        table,
        reading.header,
        source,
        is_list=table is not PATIENTS,
        key_is_mrn="mrn" in mapping.columns and KEY not in mapping.columns,
        mapped_from=header.names,
        dates=spelling.dates,
    )


def _foreign_rows(grid: Grid, header: _Header, reading: ForeignRows) -> Iterator[ReadRow]:
    for row in grid.rows():
        if row[0] > header.number:
            yield from reading.rows(row)
