"""The registry: reading cases, changing records in journaled transactions, undo and redo."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from desktop.db import cases, journal, listing, migrations, past, ranges, rows
from desktop.db import drafts as unfinished
from desktop.db.connection import Connection, connect, transaction, utils_database
from desktop.domain.changes import Change, ChangeSet
from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from desktop.db.drafts import Draft
    from desktop.db.edit import Edit
    from desktop.db.search import PatientRow
    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.domain.ranges import RegistryRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Where an import came from, for its single journal event."""

    import_id: str
    source: str
    sha256: str


class Registry:
    """One open registry file, for one thread.

    Attributes:
        path: the file.
        who: the name written to the journal.
        upgraded_from: the copy that was put aside when an older file was upgraded, or None.
    """

    def __init__(self, connection: Connection, path: Path, *, who: str) -> None:
        """Use ``open`` or ``create``."""
        self._connection = connection
        self._utils: Database | None = None
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self.path = path
        self.who = who or getpass.getuser()
        self.upgraded_from: Path | None = None

    @classmethod
    def create(cls, path: Path, *, who: str = "") -> Self:
        """A new, empty registry; raises UserError if the file exists."""
        connection = connect(path, is_new=True)
        migrations.upgrade(connection, path)
        return cls(connection, path, who=who)

    @classmethod
    def open(cls, path: Path, *, who: str = "") -> Self:
        """An existing registry; an older file is copied aside, then upgraded.

        Raises UserError for a missing or foreign file and for one made by a newer program.
        """
        connection = connect(path)
        try:
            migrations.refuse_foreign(connection, path)
            copy = migrations.upgrade(connection, path)
        except BaseException:
            connection.close()
            raise
        registry = cls(connection, path, who=who)
        registry.upgraded_from = copy
        return registry

    @classmethod
    def open_or_create(cls, path: Path, *, who: str = "") -> Self:
        """The registry at ``path``, made if the file does not exist."""
        return cls.open(path, who=who) if path.exists() else cls.create(path, who=who)

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in by the last one to close."""
        self._connection.close()

    def __enter__(self) -> Self:
        """The registry itself; it is closed on leaving."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def prepare_for_writing(self) -> Database:
        """Import what writing needs (0.15 s), so that the first entry is not held up."""
        if self._utils is None:
            import desktop.db.edit  # noqa: F401 - with what it checks

            self._utils = utils_database(self._connection)
        return self._utils

    def patients(self) -> list[PatientRow]:
        """Every patient, light enough for a list of 10,000, by surname and registry ID."""
        return listing.patients(self._connection)

    def id_of(self, patient_id: str) -> str | None:
        """Our id of the patient with this registry ID; None if there is none."""
        return self.ids().get(patient_id.strip())

    def ids(self) -> dict[str, str]:
        """Our ids by registry ID, for imports, in the order they came in."""
        found = self._connection.execute("SELECT patient_id, id FROM patients ORDER BY rowid")
        return {registry_id.strip(): own for registry_id, own in found}

    def case(
        self, patient: str, as_of: date | None = None, *, tables: Sequence[Table] = CLINICAL
    ) -> Case:
        """Everything about one patient (by our id), as of a day, by default today.

        ``tables`` may name fewer, for work on very many patients; the others are then empty.
        Raises KeyError for an id that is not in the registry.
        """
        held = {t.name: self.records(t, patient) for t in (PATIENTS, IDENTITIES, *tables)}
        today = as_of or datetime.now(UTC).astimezone().date()
        case = cases.case_of(held, as_of=today, ranges=self.ranges())
        if case is None:
            raise KeyError(patient)
        return case

    def ranges(self) -> tuple[RegistryRange, ...]:
        """The registry's own reference ranges, in the order in which they were set."""
        return ranges.read(self._connection)

    def set_ranges(self, new: Sequence[RegistryRange]) -> ChangeSet | None:
        """Put these ranges in place of all there are, as one journaled step; None if the same.

        It concerns every patient and is no step for undo: set the older ranges again. Raises
        UserError, with nothing written, for two ranges that would hold for one result.
        """
        with transaction(self._connection):
            setting = ranges.replace(self._connection, new)
            if setting is None:
                return None
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            header = journal.Header(at=at, who=self.who, kind="change", what=say(ranges.WHAT))
            seq = journal.write(self._connection, header, (), setting=setting)
        return ChangeSet(seq, say(ranges.WHAT), batch=setting.table)

    def records(self, table: Table, patient: str = "") -> list[r.Record]:
        """The records of one table, of one patient or of all, in the order they came in."""
        return cases.records(self._connection, table, patient)

    def counts(self) -> dict[str, int]:
        """How many records each table holds."""
        return listing.counts(self._connection)

    def history(self, patient: str, *, record: str = "") -> Iterator[journal.Entry]:
        """What was done to a patient, or to one record of theirs, newest first."""
        return journal.history(self._connection, patient, record=record)

    def registry_history(self) -> list[journal.Step]:
        """What was done to the registry as a whole, such as imports and ranges; newest first."""
        return journal.registry_history(self._connection)

    def arrivals(self, patient: str) -> tuple[past.Arrival, ...]:
        """The imports that brought records of a patient in, newest first."""
        return past.arrivals(self._connection, patient)

    def versions(self, record: str) -> tuple[past.Version, ...]:
        """Every state that a record ever had, newest first; see ``Edit.restore``."""
        return past.versions(self._connection, record)

    def record_at(self, record: str, seq: int) -> r.Record | None:
        """The record as it was after a transaction of the journal; None if it was not there."""
        return past.record_at(self._connection, record, seq)

    def case_as_of(self, patient: str, seq: int) -> Case:
        """Everything about one patient as it was after a transaction, as of its local day.

        Also for a patient who was removed since. Raises KeyError if there was none then.
        """
        return past.case_as_of(self._connection, patient, seq)

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed and not saved, the latest first."""
        return unfinished.read(self._connection)

    def keep_draft(self, draft: Draft) -> None:
        """Keep an unfinished entry outside the journal; quick enough for every pause."""
        unfinished.keep(self._connection, draft)

    def drop_draft(self, key: str) -> None:
        """Forget an unfinished entry."""
        unfinished.drop(self._connection, key)

    def change(self, what: str, edit: Callable[[Edit], None]) -> ChangeSet | None:
        """Run ``edit`` in one transaction: rows, journal, commit; None if nothing changed.

        ``what`` names the step for undo and history, such as ``Add phosphate``. Raises
        UserError, with nothing written, for anything the registry refuses.
        """
        changed = self._transaction("change", what, edit)
        if changed:
            self.adopt(changed)
        return changed

    def import_batch(
        self, what: str, batch: Batch, edit: Callable[[Edit], dict[str, int]]
    ) -> ChangeSet | None:
        """Run an import in one transaction: one batch event, every row stamped with its id.

        ``edit`` gives the counts of what it added. Its changes of records that were there
        before are journaled one by one. One undo takes the whole import back.
        """

        def stamped(open_edit: Edit) -> None:
            open_edit.connection.execute(
                "INSERT INTO imports (id, at, who, source, sha256, counts)"
                " VALUES (?, ?, ?, ?, ?, '{}')",
                (batch.import_id, open_edit.at, self.who, batch.source, batch.sha256),
            )
            counts = rows.encoded(edit(open_edit))
            open_edit.connection.execute(
                "UPDATE imports SET counts = ? WHERE id = ?", (counts, batch.import_id)
            )

        changed = self._transaction("import", what, stamped, batch=batch.import_id)
        if changed:
            self.adopt(changed)
        return changed

    @property
    def undo_text(self) -> str:
        """What the next undo takes back; empty if there is nothing."""
        return self._done[-1].what if self._done else ""

    @property
    def redo_text(self) -> str:
        """What the next redo does again; empty if there is nothing."""
        return self._undone[-1].what if self._undone else ""

    def adopt(self, changes: ChangeSet) -> None:
        """Let undo take back a step that a worker made on a connection of its own."""
        self._done.append(changes)
        self._undone.clear()

    def undo(self) -> ChangeSet | None:
        """Take the last step of this session back, as a journaled change of its own.

        Raises UserError, with nothing written, if a record of that step was changed since.
        """
        if not self._done:
            return None
        from desktop.db.edit import revert  # checks and all: not for reading

        step = self._done[-1]
        reverted = self._transaction(
            "undo", step.what, lambda edit: revert(edit, step), batch=step.batch
        )
        self._done.pop()
        if not step.batch:
            self._undone.append(step)
        return reverted

    def redo(self) -> ChangeSet | None:
        """Do the last undone step again; an import is imported again instead."""
        if not self._undone:
            return None
        from desktop.db.edit import revert  # checks and all: not for reading

        step = self._undone[-1]
        backward = tuple(Change(c.after, c.before) for c in reversed(step.changes))
        forward = ChangeSet(step.seq, step.what, backward)
        repeated = self._transaction("redo", step.what, lambda edit: revert(edit, forward))
        self._undone.pop()
        self._done.append(step)
        return repeated

    def _transaction(
        self, kind: journal.Kind, what: str, run: Callable[[Edit], None], *, batch: str = ""
    ) -> ChangeSet | None:
        from desktop.db.edit import Edit  # checks and all: not for reading

        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        database = self.prepare_for_writing()
        with transaction(self._connection):
            run(edit := Edit(self._connection, database, at, batch))
            changes = tuple(edit.changes)
            if not changes and not batch:
                self._connection.execute("ROLLBACK")
                return None
            header = journal.Header(at=at, who=self.who, kind=kind, what=what, batch=batch)
            seq = journal.write(self._connection, header, changes, origins=edit.origins)
        return ChangeSet(seq, what, changes, batch)
