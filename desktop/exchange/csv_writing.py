"""Writing the CSV tables of FORMATS, character for character as the cells came in."""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING, TextIO

from desktop.domain.columns import BOOKKEEPING, CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.exchange.csv_tables import KEY, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.domain import records as r
    from desktop.domain.case import Case


def write_folder(folder: Path, cases: Iterable[Case]) -> dict[str, int]:
    """Write every table of the cases into ``folder``; gives the number of rows of each.

    Empty tables are written too, so that no older file is mistaken for part of this export;
    of the tables that tell what was done about patients only those that hold something or
    that an older export left there. Cells are written character for character as they came in.
    """
    listed = list(cases)
    folder.mkdir(parents=True, exist_ok=True)
    counts = {"patients": _write(folder, PATIENTS, [_patient_cells(case) for case in listed])}
    for table in CLINICAL:
        rows = [
            {KEY: case.patient.patient_id, **cells_of(record, table)}
            for case in listed
            for record in getattr(case, table.name)
        ]
        is_left_out = table.name in BOOKKEEPING and not rows
        if not is_left_out or (folder / f"{table.name}.csv").exists():
            counts[table.name] = _write(folder, table, rows)
    return counts


def cells_of(record: r.Record, table: Table) -> dict[str, str]:
    """Every cell of a record by column, those of unknown columns too.

    A column that became known after the record came in is filled from what was kept of it.
    """
    cells = {name: getattr(record, name) for name in table.names}
    return cells | {name: cell for name, cell in record.extra if not cells.get(name)}


def _patient_cells(case: Case) -> dict[str, str]:
    cells = cells_of(case.patient, PATIENTS)
    if case.identity:
        cells |= {name: getattr(case.identity, name) for name in IDENTITIES.names}
    return cells


def _write(folder: Path, table: Table, rows: list[dict[str, str]]) -> int:
    extras = dict.fromkeys(name for row in rows for name in row)
    names = list(dict.fromkeys((KEY, *columns_of(table), *extras)))
    write_table(folder / f"{table.name}.csv", names, rows)
    return len(rows)


def write_table(path: Path, names: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    """Write one table whole or not at all: under another name first, then renamed."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", newline="", encoding="utf-8") as handle:
        write_rows(handle, names, rows)
    part.replace(path)


def write_rows(out: TextIO, names: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    """Write a header and rows of cells by column; a column that a row lacks is empty."""
    usual = csv.writer(out, lineterminator="\n")
    # A carriage return ends a line for whoever reads it, but csv quotes only its own line ends.
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for cells in chain([list(names)], ([row.get(name, "") for name in names] for row in rows)):
        (quoted if any("\r" in cell for cell in cells) else usual).writerow(cells)
