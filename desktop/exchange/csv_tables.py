"""The tables of FORMATS as rows of cells, and records made from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.columns import IDENTITIES, PATIENTS, Table
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

REASON = "_reason"
"""The column that a folder of refused rows carries; ignored when it comes back mended."""

KEY = "patient_id"
"""The column that names the patient, first in every table."""

SOURCE_COLUMNS = ("source_key", "source_version", "source_digest")
"""Which result of which sender a row is, which version of it, and what it said."""
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
class ReadRow:
    """One row of a table file; ``number`` is the row as a spreadsheet counts, header = 1.

    ``fault`` says why the row cannot be read at all; its ``cells`` are then what there was.
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TableFile:
    """Rows that were recognized as one table, with its header as it stands.

    Attributes:
        path: the file that they come from, whatever its format.
        source: gives the rows, each time from the beginning.
        is_keyed: True where the rows have ``SOURCE_COLUMNS``: a result is then one by its
            key, and a later version of it corrects the earlier one.
        is_list: True for a laboratory's list, in which a repeated row is a repeated print.
        key_is_mrn: True where ``patient_id`` holds hospital numbers.
        mapped_from: the header of a foreign table that was mapped onto ours.
        dates: the order of dates that its cells prove, or that was said; empty for none.
    """

    path: Path
    table: Table
    header: tuple[str, ...]
    source: Callable[[], Iterator[ReadRow]] = field(compare=False)
    is_keyed: bool = False
    is_list: bool = False
    key_is_mrn: bool = False
    mapped_from: tuple[str, ...] = ()
    dates: str = ""

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Columns that the table does not know: kept with each row, never dropped."""
        known = {KEY, REASON, *columns_of(self.table)}
        return tuple(name for name in self.header if name not in known)


def columns_of(table: Table) -> tuple[str, ...]:
    """The columns of a CSV table after ``patient_id``, in the order of FORMATS."""
    return _PATIENT_ORDER if table is PATIENTS else table.names


def required_of(table: Table) -> frozenset[str]:
    """The columns without which a file cannot be this table."""
    return frozenset({KEY, *(c.name for c in table.columns if c.required)})


def read_rows(file: TableFile) -> Iterator[ReadRow]:
    """The rows of a table file; empty lines are skipped, unreadable rows carry a fault."""
    yield from file.source()


def row_fault(cells: Sequence[str], width: int) -> str:
    """Why a row cannot be read at all; empty for a sound one."""
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
