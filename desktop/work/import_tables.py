"""Importing tables of every kind: every good row goes in once, every refused one comes back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.db.registry import Batch
from desktop.domain.columns import PATIENTS
from desktop.domain.language import say
from desktop.domain.records import new_id
from desktop.exchange.csv_tables import REASON, SOURCE_COLUMNS, TableFile, read_rows
from desktop.exchange.csv_writing import write_table
from desktop.exchange.intake import FoundTables, find_tables
from desktop.work.import_clinical import ClinicalRows
from desktop.work.import_outcome import Outcome
from desktop.work.import_patients import People
from desktop.work.silence import end_stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.exchange.csv_tables import ReadRow
    from desktop.exchange.mapping import Answers


class _TakenBack(Exception):  # noqa: N818 - not a failure: it leaves the transaction unwritten
    """A trial import, an all-or-nothing one with refusals, or one with nothing new."""


def unreported(_done: int, _total: int, _text: str) -> None:
    """Report progress to nobody."""


def import_tables(
    registry: Registry,
    paths: Sequence[Path],
    *,
    answers: Answers | None = None,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    refused: Path | None = None,
    report: Callable[[int, int, str], None] = unreported,
) -> Outcome:
    """Import folders and files of every kind in one transaction: one batch event, one undo.

    Rows already in the registry change nothing. A row that breaks a rule is refused and, if
    ``refused`` is given, written into that folder with its reason; with ``all_or_nothing``
    any refusal keeps everything out. ``dry_run`` tells what would happen. A file that cannot
    be read is refused as a whole and the others go in. Raises UserError if none can, or
    where something must be asked that ``answers`` do not say; Cancelled if ``report`` stops
    it; the registry is then as before.
    """
    return import_found(
        registry,
        paths,
        find_tables(paths, answers),
        dry_run=dry_run,
        all_or_nothing=all_or_nothing,
        refused=refused,
        people=answers.people if answers else {},
        report=report,
    )


def import_found(
    registry: Registry,
    paths: Sequence[Path],
    found: FoundTables,
    *,
    dry_run: bool,
    all_or_nothing: bool,
    refused: Path | None,
    report: Callable[[int, int, str], None],
    people: Mapping[str, str] | None = None,
) -> Outcome:
    """Import what was found in ``paths``, as ``import_tables`` does.

    ``people`` says who is meant by a number in the files, as in ``Answers``.
    """
    outcome = Outcome()
    for path, error in found.unreadable:
        outcome.refuse_file(path, error)
    outcome.notes.extend(found.notes)
    source = ", ".join(path.name for path in paths)
    batch = Batch(import_id=new_id(), source=source, sha256=_digest(found.tables))

    def run(edit: Edit) -> dict[str, int]:
        _read_and_write(registry, edit, found.tables, outcome, report, people or {})
        if dry_run or not outcome.changes_anything or (all_or_nothing and outcome.refusals):
            raise _TakenBack
        return {name: tally.added for name, tally in outcome.tallies.items()}

    try:
        outcome.change = registry.import_batch(say("Import {source}", source=source), batch, run)
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
    said: Mapping[str, str],
) -> None:
    """Patients first, whole; then what hangs on them, bit by bit, so that memory stays flat."""
    people = People.of(registry, said)
    clinical = ClinicalRows(registry, people, outcome)
    of_people = [file for file in files if file.table is PATIENTS]
    hanging = [file for file in files if file.table is not PATIENTS]
    for done, file in enumerate(of_people):
        report(done, len(files), say("Reading {file}", file=file.path.name))
        _note_columns(file, outcome)
        people.read(file, _counted(file, outcome), outcome)
    people.write(edit)
    for done, file in enumerate(hanging, start=len(of_people)):
        report(done, len(files), say("Reading {file}", file=file.path.name))
        _note_columns(file, outcome)
        tally = outcome.tallies[file.table.name]
        for new in clinical.read(file, _counted(file, outcome)):
            edit.add_many(new)
            rows = f"{tally.read:,}"
            report(
                done,
                len(files),
                say("Reading {file}: {rows} rows", file=file.path.name, rows=rows),
            )
    report(len(files), len(files), say("Writing"))
    clinical.results.write(edit)
    end_stale(edit, registry)


def _counted(file: TableFile, outcome: Outcome) -> Iterator[ReadRow]:
    tally = outcome.tallies[file.table.name]
    for row in read_rows(file):
        tally.read += 1
        yield row


def _note_columns(file: TableFile, outcome: Outcome) -> None:
    kept = [name for name in file.unknown_columns if name not in SOURCE_COLUMNS]
    if kept:
        outcome.notes.append(
            say(
                "{file}: unknown columns kept as notes: {columns}",
                file=file.path.name,
                columns=", ".join(kept),
            )
        )


def _why_nothing(outcome: Outcome, *, dry_run: bool) -> str:
    if dry_run:
        return say("Trial run: nothing was written.")
    if not outcome.changes_anything:
        return say("Nothing new: the registry is as it was.")
    return say("Nothing was written, because rows were refused.")


def _digest(files: Sequence[TableFile]) -> str:
    """SHA-256 over the files in the order of their tables, each once."""
    digest = hashlib.sha256()
    for path in dict.fromkeys(file.path for file in files):
        with path.open("rb") as handle:
            while block := handle.read(1024 * 1024):
                digest.update(block)
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
        if surplus:
            listed_cells = ", ".join(surplus)
            reason = say("{reason}; surplus cells: {cells}", reason=reason, cells=listed_cells)
        cells = dict(zip(header, row.cells, strict=False))
        rows[file.table.name].append({**cells, REASON: reason})
    for table, listed in rows.items():
        write_table(folder / f"{table}.csv", list(names[table]), listed)
