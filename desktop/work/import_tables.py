"""Importing the CSV tables: every good row goes in once, every refused one comes back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.db.registry import Batch
from desktop.domain.columns import PATIENTS
from desktop.domain.errors import UserError
from desktop.domain.records import new_id
from desktop.exchange.csv_tables import REASON, TableFile, find_tables, read_rows, write_table
from desktop.work.import_clinical import ClinicalRows
from desktop.work.import_outcome import Outcome
from desktop.work.import_patients import People

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry


class _TakenBack(Exception):  # noqa: N818 - not a failure: it leaves the transaction unwritten
    """A trial import, an all-or-nothing one with refusals, or one with nothing new."""


def unreported(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


def import_tables(
    registry: Registry,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    refused: Path | None = None,
    report: Callable[[int, int, str], None] = unreported,
) -> Outcome:
    """Import folders and files of tables in one transaction: one batch event, one undo.

    Rows already in the registry change nothing. A row that breaks a rule is refused and, if
    ``refused`` is given, written into that folder with its reason; with ``all_or_nothing``
    any refusal keeps everything out. ``dry_run`` tells what would happen. A file that is no
    table is refused as a whole and the others go in. Raises UserError if none is one,
    Cancelled if ``report`` stops it; the registry is then as before.
    """
    found = find_tables(paths)
    files = found.tables
    outcome = Outcome()
    for path, error in found.unreadable:
        outcome.refuse_file(path, error)
    source = ", ".join(path.name for path in paths)
    batch = Batch(import_id=new_id(), source=source, sha256=_digest(files))

    def run(edit: Edit) -> dict[str, int]:
        _read_and_write(registry, edit, files, outcome, report)
        if dry_run or not outcome.changes_anything or (all_or_nothing and outcome.refusals):
            raise _TakenBack
        return {name: tally.added for name, tally in outcome.tallies.items()}

    try:
        outcome.change = registry.import_batch(f"Import {source}", batch, run)
        outcome.written = True
    except _TakenBack:
        outcome.notes.append(_why_nothing(outcome, dry_run=dry_run))
    if refused is not None and outcome.refused_rows:
        _write_refused(refused, outcome)
    return outcome


def _read_and_write(
    registry: Registry,
    edit: Edit,
    files: Sequence[TableFile],
    outcome: Outcome,
    report: Callable[[int, int, str], None],
) -> None:
    people = People.of(registry)
    clinical = ClinicalRows(registry, people, outcome)
    for done, file in enumerate(files):
        report(done, len(files), f"Reading {file.path.name}")
        if file.unknown_columns:
            columns = ", ".join(file.unknown_columns)
            outcome.notes.append(f"{file.path.name}: unknown columns kept as notes: {columns}")
        try:
            rows = list(read_rows(file))
        except UserError as error:
            outcome.refuse_file(file.path, error)
            continue
        outcome.tallies[file.table.name].read += len(rows)
        if file.table is PATIENTS:
            people.read(file, rows, outcome)
        else:
            clinical.read(file, rows)
    report(len(files), len(files), "Writing")
    people.write(edit)
    for _, records in groupby(clinical.new, key=type):
        edit.add_many(list(records))


def _why_nothing(outcome: Outcome, *, dry_run: bool) -> str:
    if dry_run:
        return "Trial run: nothing was written."
    if not outcome.changes_anything:
        return "Nothing new: the registry is as it was."
    return "Nothing was written, because rows were refused."


def _digest(files: Sequence[TableFile]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.path.read_bytes())
    return digest.hexdigest()


def _write_refused(folder: Path, outcome: Outcome) -> None:
    """Write the refused rows as tables with their reasons; mended, they can be imported."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for file, row, reason in outcome.refused_rows:
        header = file.header
        names[file.table.name] |= dict.fromkeys((*header, REASON))
        surplus = row.cells[len(header) :]
        ending = f"; surplus cells: {', '.join(surplus)}" if surplus else ""
        cells = dict(zip(header, row.cells, strict=False))
        rows[file.table.name].append({**cells, REASON: reason + ending})
    for table, listed in rows.items():
        write_table(folder / f"{table}.csv", list(names[table]), listed)
