"""Files of every kind as tables of ours: what each is, what is in it, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.asking import Asked
from desktop.exchange.csv_tables import TableFile
from desktop.exchange.delimited import dialect_of, rows_of
from desktop.exchange.grids import Grid, raw_table, table_in
from desktop.exchange.limits import refused
from desktop.exchange.mapping import Answers
from desktop.exchange.recognize import kind_of
from desktop.exchange.redcap_layout import (
    dictionary_rows,
    is_dictionary,
    is_of_redcap,
    is_repeating,
    layout_of,
)
from desktop.exchange.spreadsheet_text import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.exchange.delimited import Row
    from desktop.exchange.recognize import Kind

_IN_FOLDERS = frozenset({".csv", ".tsv", ".xlsx", ".json", ".ndjson", ".hl7"})
_HEAD = 65536
_LARGEST_MANIFEST = 10_000_000
_ORDER = [PATIENTS, *CLINICAL]


@dataclass(frozen=True, slots=True)
class Make:
    """How a file is made: ``names`` are its sheets, ``separator`` what parts the cells of text.

    ``dates`` is the order of dates of each of its tables, empty where none was decided.
    """

    kind: str
    encoding: str = ""
    separator: str = ""
    names: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its tables, and remarks about what was left out."""

    tables: tuple[TableFile, ...]
    notes: tuple[str, ...] = ()
    make: Make | None = None


@dataclass(frozen=True, slots=True)
class FoundTables:
    """The tables of an import, patients first; what is none, with the reason; remarks."""

    tables: tuple[TableFile, ...]
    unreadable: tuple[tuple[Path, UserError], ...] = ()
    notes: tuple[str, ...] = ()


def find_tables(paths: Sequence[Path], answers: Answers | None = None) -> FoundTables:
    """The tables in the files ``paths`` and in the folders among them.

    The kind of a file is told by its content. Raises UserError for a path that does not
    exist, and where nothing at all can be imported.
    """
    return gathered([(path, _attempt(path, answers or Answers())) for path in files_in(paths)])


def gathered(attempts: Sequence[tuple[Path, Reading | UserError]]) -> FoundTables:
    """What was read from several files, as one; raises UserError where nothing can be imported."""
    unreadable = [(path, tried) for path, tried in attempts if isinstance(tried, UserError)]
    readings = [tried for _, tried in attempts if isinstance(tried, Reading)]
    tables = [table for reading in readings for table in reading.tables]
    if not tables and unreadable:
        raise unreadable[0][1]
    tables.sort(key=lambda file: _ORDER.index(file.table))
    notes = tuple(note for reading in readings for note in reading.notes)
    return FoundTables(tuple(tables), tuple(unreadable), notes)


def read_file(path: Path, answers: Answers) -> Reading:
    """The tables in one file, told by its content; UserError where it cannot be read."""
    try:
        return _READERS[kind_of(path)](path, answers.about(path))
    except OSError as error:
        what = say("{file} cannot be read: {error}.", file=path.name, error=error.strerror)
        raise refused(what) from error


def _attempt(path: Path, answers: Answers) -> Reading | UserError:
    try:
        return read_file(path, answers)
    except UserError as error:
        return error


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files among ``paths`` and those of a known ending in the folders among them.

    Raises UserError for a path that does not exist, and where there is no file at all.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.iterdir() if p.suffix.casefold() in _IN_FOLDERS)
            files.extend(sorted(p for p in inside if p.is_file()))
        elif path.is_file():
            files.append(path)
        else:
            raise UserError(
                say("There is no file or folder {path}.", path=path), remedy=say("Check the path.")
            )
    if not files:
        raise UserError(
            say("There is no CSV table in {paths}.", paths=", ".join(str(path) for path in paths)),
            kept=say("Nothing was imported."),
            remedy=say("Choose a folder that holds patients.csv."),
        )
    return files


def _text(path: Path, answers: Answers) -> Reading:
    dialect = dialect_of(path, answers.encoding)
    rows = partial(rows_of, path, dialect)
    grid = Grid(path, path.stem, partial(_unmarked, rows) if _is_marked(path) else rows)
    make = Make("text", dialect.encoding, dialect.separator)
    header = next(rows(), (1, [""]))[1]
    if is_dictionary(header):
        told = say("{file} is a data dictionary of REDCap, and holds no data.", file=path.name)
        return Reading((), (told,), make)
    if is_of_redcap(header) and answers.mapping is None and not answers.is_raw:
        return _project(grid, header, answers, make)
    return _one_table(_table(grid, answers), make)


def _one_table(table: TableFile, make: Make) -> Reading:
    return Reading((table,), make=replace(make, dates=(table.dates,)))


def _project(grid: Grid, header: Sequence[str], answers: Answers, make: Make) -> Reading:
    """An export of REDCap: of the common data model, of ours, or a table that fits otherwise."""
    from desktop.exchange.redcap_reading import read_redcap, unknown_layout

    layout = layout_of(header, dictionary_rows(grid.path.parent))
    if layout is not None:
        make = replace(make, kind="redcap")
        return Reading(*read_redcap(grid.path, islice(grid.rows(), 1, None), layout), make)
    try:
        found = table_in(grid, answers)
    except UserError as error:
        raise unknown_layout(grid.path, header) from error
    if found.table is PATIENTS and is_repeating(header):
        raise unknown_layout(grid.path, header)  # its rows are events, not people
    return _one_table(found, make)


def _table(grid: Grid, answers: Answers) -> TableFile:
    return raw_table(grid) if answers.is_raw else table_in(grid, answers)


def _is_marked(path: Path) -> bool:
    """Whether an export of ours to share marked what a spreadsheet would work out."""
    manifest = path.parent / "about" / "manifest.json"
    if not manifest.is_file() or manifest.stat().st_size > _LARGEST_MANIFEST:
        return False
    try:
        told = msgspec.json.decode(manifest.read_bytes())
    except msgspec.DecodeError:
        return False
    is_ours = isinstance(told, dict) and told.get("program") == "calcinosis-registry"
    return is_ours and str(told.get("protection", "")).startswith("pseudonymized")


def _unmarked(rows: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    for number, cells in rows():
        yield number, [unmarked(cell) for cell in cells]


def _workbook(path: Path, answers: Answers) -> Reading:
    from desktop.exchange.spreadsheet import sheets_of

    tables: list[TableFile] = []
    notes: list[str] = []
    faults: list[UserError] = []
    names: list[str] = []
    for sheet in sheets_of(path):
        try:
            tables.append(_table(sheet, answers))
            names.append(sheet.name)
        except UserError as error:
            if isinstance(error, Asked) and error.question.asks != "columns":
                raise  # an answer brings the sheet in: it must not be left out in silence
            faults.append(error)
            notes.append(
                say(
                    "{file}: sheet “{sheet}” was left out: {why}",
                    file=path.name,
                    sheet=sheet.name,
                    why=error.what,
                )
            )
    if not tables:
        raise faults[0] if faults else refused(say("{file} has no sheet.", file=path.name))
    make = Make("xlsx", names=tuple(names), dates=tuple(table.dates for table in tables))
    return Reading(tuple(tables), tuple(notes), make)


def _json(path: Path, _answers: Answers) -> Reading:
    from desktop.exchange.json_reading import read_json

    tables, notes = read_json(path)
    with path.open("rb") as handle:
        is_fhir = b'"resourceType"' in handle.read(_HEAD)
    return Reading(tables, notes, Make("fhir" if is_fhir else "phenopacket"))


def _messages(path: Path, answers: Answers) -> Reading:
    from desktop.exchange.hl7_reading import read_hl7

    return Reading(*read_hl7(path, answers), Make("hl7"))


_READERS: Mapping[Kind, Callable[[Path, Answers], Reading]] = {
    "text": _text,
    "xlsx": _workbook,
    "json": _json,
    "hl7": _messages,
}
