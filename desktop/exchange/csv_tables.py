"""The CSV tables of FORMATS: recognizing them and reading them row by row, with reasons."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

REASON = "_reason"
"""The column that a folder of refused rows carries; ignored when it comes back mended."""

KEY = "patient_id"
"""The column that names the patient, first in every table."""
_LONGEST_CELL = 10_000_000
_PATIENT_ORDER = (
    "sex",
    "birth_date",
    "death_when",
    "family_id",
    "given_name",
    "family_name",
    "mrn",
    "diagnosis",
    "diagnosis_status",
    "enrolled_when",
    "consent",
    "note",
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """One CSV file that was recognized as one table, with its header as it stands."""

    path: Path
    table: Table
    header: tuple[str, ...]

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Columns that the table does not know: kept with each row, never dropped."""
        known = {KEY, REASON, *columns_of(self.table)}
        return tuple(name for name in self.header if name not in known)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a table file; ``number`` is the row as a spreadsheet counts, header = 1.

    ``fault`` says why the row cannot be read at all; its ``cells`` are then what there was.
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""


def columns_of(table: Table) -> tuple[str, ...]:
    """The columns of a CSV table after ``patient_id``, in the order of FORMATS."""
    return _PATIENT_ORDER if table is PATIENTS else table.names


def required_of(table: Table) -> frozenset[str]:
    """The columns without which a file cannot be this table."""
    return frozenset({KEY, *(c.name for c in table.columns if c.required)})


@dataclass(frozen=True, slots=True)
class FoundTables:
    """The files of an import: the tables, patients first, and what is none, with the reason."""

    tables: tuple[TableFile, ...]
    unreadable: tuple[tuple[Path, UserError], ...] = ()


def find_tables(paths: Sequence[Path]) -> FoundTables:
    """The table files among ``paths`` and in the folders among them.

    A file is known by its name or else by its header. Raises UserError for a path that does
    not exist, and where nothing at all is a table.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(sorted(path.glob("*.csv")))
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
    tables: list[TableFile] = []
    unreadable: list[tuple[Path, UserError]] = []
    for path in files:
        try:
            tables.append(_recognized(path))
        except UserError as error:
            unreadable.append((path, error))
    if not tables:
        raise unreadable[0][1]
    order = [PATIENTS, *CLINICAL]
    tables.sort(key=lambda file: order.index(file.table))
    return FoundTables(tuple(tables), tuple(unreadable))


def _recognized(path: Path) -> TableFile:
    header = _header(path)
    names = set(header)
    by_name = {table.name: table for table in (PATIENTS, *CLINICAL)}
    table = by_name.get(path.stem.casefold())
    if table is None:
        fitting = [t for t in by_name.values() if required_of(t) <= names]
        # patients.csv asks for one column only, so any table would do: the best fit is taken.
        table = max(fitting, key=lambda t: len(names & set(columns_of(t))), default=None)
    missing = sorted(required_of(table) - names) if table else []
    if table is None or missing:
        raise UserError(
            _no_table(path, missing),
            kept=say("Nothing was imported from it."),
            remedy=say("Compare its first row with the tables in the help."),
        )
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise UserError(
            say("{file} has the column {columns} twice.", file=path.name, columns=", ".join(twice)),
            kept=say("Nothing was imported from it."),
            remedy=say("Give every column a name of its own."),
        )
    return TableFile(path, table, header)


def _no_table(path: Path, missing: Sequence[str]) -> str:
    if not missing:
        return say("{file} is not a table of this registry: no table fits.", file=path.name)
    return say(
        "{file} is not a table of this registry: it lacks the column {columns}.",
        file=path.name,
        columns=", ".join(missing),
    )


def _header(path: Path) -> tuple[str, ...]:
    with path.open("rb") as handle:
        start = handle.read(4)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _not_utf8(path)
    try:
        with path.open(newline="", encoding="utf-8-sig") as handle:
            first = next(csv.reader(handle), [])
    except UnicodeDecodeError as error:
        raise _not_utf8(path) from error
    return tuple(name.strip() or f"column_{n}" for n, name in enumerate(first, start=1))


def _not_utf8(path: Path) -> UserError:
    return UserError(
        say("{file} is not written in UTF-8.", file=path.name),
        kept=say("Nothing was imported from it."),
        remedy=say("Save it as “CSV UTF-8” and import it again."),
    )


def read_rows(file: TableFile) -> Iterator[ReadRow]:
    """The rows of a table file; empty lines are skipped, unreadable rows carry a fault."""
    csv.field_size_limit(_LONGEST_CELL)
    width = len(file.header)
    try:
        with file.path.open(newline="", encoding="utf-8-sig") as handle:
            reader = csv.reader(handle, strict=False)
            next(reader, None)
            for number, cells in enumerate(reader, start=2):
                if not any(cells):
                    continue
                yield ReadRow(number, tuple(cells), _fault(cells, width))
    except UnicodeDecodeError as error:
        raise _not_utf8(file.path) from error
    except csv.Error as error:
        raise UserError(
            say("{file} cannot be read: {error}.", file=file.path.name, error=error),
            kept=say("Nothing was imported from it."),
        ) from error


def _fault(cells: list[str], width: int) -> str:
    if len(cells) != width:
        return say("{cells} cells in a table of {width} columns", cells=len(cells), width=width)
    if any("\0" in cell for cell in cells):
        return say("a cell holds a NUL character")
    return ""


class RowReader:
    """Makes records from the rows of one file; the column places are looked up once."""

    def __init__(self, file: TableFile) -> None:
        """Prepare for the header of ``file``."""
        self._file = file
        places = {name: place for place, name in enumerate(file.header)}
        self._key = places[KEY]
        self._own = [(name, places[name]) for name in file.table.names if name in places]
        self._identity = [(name, places[name]) for name in IDENTITIES.names if name in places]
        self._extra = [(name, places[name]) for name in file.unknown_columns]

    def patient_id(self, row: ReadRow) -> str:
        """The registry ID of the row's patient, as it stands."""
        return row.cells[self._key] if len(row.cells) > self._key else ""

    def record(self, row: ReadRow, patient: str) -> r.Record:
        """The record of a row for the patient with our id ``patient``."""
        given = {name: row.cells[place] for name, place in self._own}
        if self._file.table is not PATIENTS:
            given["patient"] = patient
        return self._file.table.record(**given, extra=self._extras(row))

    def identity(self, row: ReadRow, patient: str) -> r.Identity:
        """The identity in a row of ``patients.csv``."""
        cells = {name: row.cells[place] for name, place in self._identity}
        return r.Identity(
            patient=patient,
            given_name=cells.get("given_name", ""),
            family_name=cells.get("family_name", ""),
            mrn=cells.get("mrn", ""),
        )

    def _extras(self, row: ReadRow) -> r.Extra:
        if not self._extra:
            return ()
        return tuple((name, row.cells[place]) for name, place in self._extra if row.cells[place])


def content(record: r.Record, table: Table) -> tuple[str | r.Extra, ...]:
    """All cells of a record: what makes two rows without an id the same."""
    own = tuple(getattr(record, name) for name in table.names)
    if not record.extra:
        return (*own, ())
    # A column that an older release did not know yet is the same cell now that it is known.
    kept = dict(record.extra)
    cells = (cell or kept.get(name, "") for name, cell in zip(table.names, own, strict=True))
    unknown = tuple(pair for pair in record.extra if pair[0] not in table.names)
    return (*cells, unknown)
