"""The cases as the tables of FORMATS, ready to be written by any format that knows tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.columns import BOOKKEEPING, CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.exchange.csv_tables import KEY, columns_of
from desktop.exchange.csv_writing import cells_of, write_table
from desktop.exchange.spreadsheet_text import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain.case import Case


@dataclass(frozen=True, slots=True)
class FilledTable:
    """One table with the names of all its columns and its rows, cells as they came in."""

    table: Table
    names: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def filled_tables(cases: Sequence[Case], *, has_names: bool = True) -> Iterator[FilledTable]:
    """Every table of the cases, the empty ones too, except empty ones of bookkeeping.

    Without ``has_names`` the columns of names and record numbers are not there at all.
    """
    people = tuple(_patient(case, has_names=has_names) for case in cases)
    yield _filled(PATIENTS, people, has_names=has_names)
    for table in CLINICAL:
        rows = tuple(
            {KEY: case.patient.patient_id, **cells_of(record, table)}
            for case in cases
            for record in getattr(case, table.name)
        )
        if rows or table.name not in BOOKKEEPING:
            yield _filled(table, rows, has_names=has_names)


def _patient(case: Case, *, has_names: bool) -> dict[str, str]:
    cells = cells_of(case.patient, PATIENTS)
    if case.identity and has_names:
        cells |= {name: getattr(case.identity, name) for name in IDENTITIES.names}
    return cells


def _filled(table: Table, rows: tuple[dict[str, str], ...], *, has_names: bool) -> FilledTable:
    own = [name for name in columns_of(table) if has_names or name not in IDENTITIES.names]
    extras = dict.fromkeys(name for row in rows for name in row)
    return FilledTable(table, tuple(dict.fromkeys((KEY, *own, *extras))), rows)


def write_tables_to_share(folder: Path, tables: Iterable[FilledTable]) -> None:
    """Write the tables as CSV for people who will open them in a spreadsheet.

    A cell that a spreadsheet would work out is marked with an apostrophe.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for filled in tables:
        names = {name: marked(name) for name in filled.names}
        rows = ({names[n]: marked(cell) for n, cell in row.items()} for row in filled.rows)
        write_table(folder / f"{filled.table.name}.csv", list(names.values()), rows)
