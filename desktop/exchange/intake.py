"""Files of every kind as tables of ours: what each is, what is in it, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.csv_tables import TableFile
from desktop.exchange.delimited import dialect_of, rows_of
from desktop.exchange.grids import Grid, table_in
from desktop.exchange.limits import refused
from desktop.exchange.mapping import Answers
from desktop.exchange.recognize import kind_of
from desktop.exchange.spreadsheet_text import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.exchange.delimited import Row
    from desktop.exchange.recognize import Kind

_IN_FOLDERS = frozenset({".csv", ".tsv", ".xlsx", ".json", ".ndjson", ".hl7"})
_LARGEST_MANIFEST = 10_000_000
_ORDER = [PATIENTS, *CLINICAL]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its tables, and remarks about what was left out."""

    tables: tuple[TableFile, ...]
    notes: tuple[str, ...] = ()


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
    files = _files(paths)
    tables: list[TableFile] = []
    unreadable: list[tuple[Path, UserError]] = []
    notes: list[str] = []
    for path in files:
        try:
            reading = _READERS[kind_of(path)](path, answers or Answers())
        except UserError as error:
            unreadable.append((path, error))
        except OSError as error:
            what = say("{file} cannot be read: {error}.", file=path.name, error=error.strerror)
            unreadable.append((path, refused(what)))
        else:
            tables.extend(reading.tables)
            notes.extend(reading.notes)
    if not tables and unreadable:
        raise unreadable[0][1]
    tables.sort(key=lambda file: _ORDER.index(file.table))
    return FoundTables(tuple(tables), tuple(unreadable), tuple(notes))


def _files(paths: Sequence[Path]) -> list[Path]:
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
    return Reading((table_in(grid, answers),))


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
    sheets = sheets_of(path)
    for sheet in sheets:
        try:
            tables.append(table_in(sheet, answers))
        except UserError as error:
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
    return Reading(tuple(tables), tuple(notes))


def _json(path: Path, _answers: Answers) -> Reading:
    from desktop.exchange.json_reading import read_json

    return Reading(*read_json(path))


def _messages(path: Path, answers: Answers) -> Reading:
    from desktop.exchange.hl7_reading import read_hl7

    return Reading(*read_hl7(path, answers))


_READERS: Mapping[Kind, Callable[[Path, Answers], Reading]] = {
    "text": _text,
    "xlsx": _workbook,
    "json": _json,
    "hl7": _messages,
}
