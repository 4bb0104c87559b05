"""One change of the registry while it is being made: put and remove inside a transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.db import drafts, rows, signatures
from desktop.db.connection import IntegrityError
from desktop.db.personal_keys import Images, place
from desktop.domain import records as r
from desktop.domain.changes import Change, ChangeSet
from desktop.domain.checks import check, errors
from desktop.domain.columns import CLINICAL, TABLES, Table, table_named, table_of
from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from desktop.db.connection import Connection
    from desktop.db.past import Version


@dataclass(slots=True)
class Edit:
    """Collects the records written in one transaction, each with its state before.

    ``at`` is the UTC time of the transaction, ``import_id`` stamps rows of an import.
    ``origins`` names the imports that removed records came from, by the id of the record;
    ``reason`` is why signed results change, ``voided`` names those whose signature ended so.
    """

    connection: Connection
    database: Database
    at: str
    import_id: str = ""
    changes: list[Change] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    voided: list[str] = field(default_factory=list)

    def put(self, record: r.Record, *, replacing: r.Record | None = None) -> None:
        """Write a new record or the new state of one; nothing happens if nothing changed.

        With ``replacing``, the stored record must still equal it: otherwise somebody else
        changed it meanwhile. Raises UserError for that, for a record that breaks a rule, for
        an id that is taken, and for a signed result without a reason.
        """
        wrong = errors(check(record))
        if wrong:
            raise UserError(wrong[0].text, kept=say("Nothing was written."))
        before = self.stored(record)
        if replacing is not None and before != replacing:
            raise UserError(
                say("This entry was changed by someone else while you were editing it."),
                kept=say("Nothing was overwritten."),
                remedy=say("Look at the new state, then enter your change again."),
            )
        if before == record:
            return
        self._end_signature(record)
        try:
            self._write(record, is_new=before is None)
        except IntegrityError as error:
            raise _refusal(record, str(error)) from error
        self.changes.append(Change(before, record))

    def _end_signature(self, record: r.Record) -> None:
        if signatures.end(self.connection, record.id, self.reason):
            self.voided.append(record.id)

    def _write(self, record: r.Record, *, is_new: bool) -> None:
        table = self.database.table(table_of(type(record)).name)
        row: dict[str, object] = dict(rows.row(record))
        row["changed_at"] = self.at
        if is_new:
            came = self.import_id or self._origin_of_removed(record) or None
            row |= {"row_version": 1, "created_at": self.at, "import_id": came}
            table.insert(row)
        else:
            del row["id"]
            table.update(record.id, row)
            self.connection.execute(
                f"UPDATE {table.name} SET row_version = row_version + 1 WHERE id = ?",  # noqa: S608
                (record.id,),
            )

    def _origin_of_removed(self, record: r.Record) -> str:
        """The import that a record came from which was removed and now comes back."""
        removed = self.connection.execute(
            "SELECT seq, patient, before FROM journal WHERE record = ? AND after IS NULL"
            " ORDER BY id DESC LIMIT 1",
            (record.id,),
        ).fetchone()
        if removed is None:
            return ""
        seq, patient, stored = removed
        before = Images(self.connection).shown(stored, patient, place(seq, record.id, "before"))
        return rows.origin_in_image(before) if before else ""

    def restore(self, version: Version, *, replacing: r.Record | None = None) -> None:
        """Make an earlier state of a record the present one, also of one that was removed.

        With ``replacing``, the stored record must still equal it. Raises UserError for a
        version in which the record was not there, and for all that ``put`` refuses.
        """
        if version.record is None:
            raise UserError(
                say("The entry was not there at that time."),
                kept=say("Nothing was written."),
                remedy=say("Remove the entry instead."),
            )
        self.put(version.record, replacing=replacing)

    def remove(self, record: r.Record, *, replacing: r.Record | None = None) -> None:
        """Remove a record with everything that hangs on it, each journaled on its own.

        With ``replacing``, the stored record must still equal it: what somebody else wrote
        meanwhile is not removed unseen. Raises UserError for that. What is gone already is
        no change.
        """
        if replacing is not None and self.stored(record) not in (None, replacing):
            raise UserError(
                say("This entry was changed by someone else meanwhile."),
                kept=say("Nothing was removed."),
                remedy=say("Look at the new state, then remove it if that is still right."),
            )
        for dependent in self._dependents(record):
            self.remove(dependent)
        self.remove_one(record)

    def remove_one(self, record: r.Record) -> None:
        """Remove one record; refused where something hangs on it."""
        before = self.stored(record)
        if before is None:
            return
        self._end_signature(before)
        table = table_of(type(record)).name
        query = f"SELECT import_id FROM {table} WHERE id = ?"  # noqa: S608 - our own names
        (came,) = self.connection.execute(query, (record.id,)).fetchone()
        if came:
            self.origins[record.id] = came
        if isinstance(record, r.Patient):
            drafts.drop_about(self.connection, record.id)
        try:
            self.database.table(table).delete(record.id)
        except IntegrityError as error:
            raise UserError(
                say("Other entries belong to this one."),
                kept=say("Nothing was removed."),
                remedy=say("Remove those first."),
            ) from error
        self.changes.append(Change(before, None))

    def _dependents(self, record: r.Record) -> list[r.Record]:
        if isinstance(record, r.Mass):
            table = table_named("mass_measurements")
            key = (record.patient, record.mass_id)
            return self.select(table, "patient = ? AND mass_id = ?", key)
        if isinstance(record, r.Patient):
            hanging = (table_named("identities"), *reversed(CLINICAL))
            return [d for t in hanging for d in self.select(t, "patient = ?", (record.id,))]
        return []

    def stored(self, record: r.Record) -> r.Record | None:
        """The record as the file holds it now; None if it does not."""
        found = self.select(table_of(type(record)), "id = ?", (record.id,))
        return found[0] if found else None

    def select(self, table: Table, where: str, values: Sequence[str]) -> list[r.Record]:
        """The records of one table under a condition, in the order they came in."""
        query = f"{rows.select(table)} WHERE {where} ORDER BY rowid"
        return [rows.record_from(table, row) for row in self.connection.execute(query, values)]

    def add_many(self, new: Sequence[r.Record]) -> None:
        """Insert many new records of one kind; they are journaled as one batch, not each.

        The caller has checked them. sqlite-utils is half as fast here, so the statement is
        our own.
        """
        if not new:
            return
        table = table_of(type(new[0]))
        names = (*rows.fields(table), "import_id", "row_version", "created_at", "changed_at")
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" for _ in names)
        tail = (self.import_id or None, 1, self.at, self.at)
        try:
            self.connection.executemany(
                f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",  # noqa: S608
                ((*rows.cells(record), *tail) for record in new),
            )
        except IntegrityError as error:
            raise _refusal(new[0], str(error)) from error

    def remove_batch(self, import_id: str) -> None:
        """Remove every row of one import; refused where a row was changed since."""
        for table in TABLES:
            changed = self.connection.execute(
                f"SELECT count(*) FROM {table.name} WHERE import_id = ? AND row_version > 1",  # noqa: S608
                (import_id,),
            ).fetchone()[0]
            if changed:
                raise UserError(
                    say_count(
                        changed,
                        "{n} imported entry of {table} was changed since.",
                        "{n} imported entries of {table} were changed since.",
                        table=table.name,
                    ),
                    kept=say("Nothing was removed."),
                    remedy=say("Remove entries one by one."),
                )
        for record in signatures.of_import(self.connection, import_id):
            signatures.end(self.connection, record, self.reason)
            self.voided.append(record)
        drafts.drop_imported(self.connection, import_id)
        try:
            for table in reversed(TABLES):
                self.connection.execute(
                    f"DELETE FROM {table.name} WHERE import_id = ?",  # noqa: S608
                    (import_id,),
                )
        except IntegrityError as error:
            raise UserError(
                say("Entries were added to the imported patients since."),
                kept=say("Nothing was removed."),
                remedy=say("Undo those first."),
            ) from error


def revert(edit: Edit, step: ChangeSet) -> None:
    """Write the ``before`` of every change back, newest first.

    Raises UserError if somebody changed one of the records since.
    """
    for change in reversed(step.changes):
        if edit.stored(change.record) != change.after:
            raise UserError(
                say("“{step}” cannot be undone: the entry was changed since.", step=step.what),
                kept=say("Nothing was changed."),
                remedy=say("Edit the entry itself."),
            )
        if change.before is None:
            edit.remove_one(change.record)
        else:
            edit.put(change.before)
    if step.batch:
        edit.remove_batch(step.batch)


def _refusal(record: r.Record, reason: str) -> UserError:
    kept = say("Nothing was written.")
    if isinstance(record, r.Patient) and "patient_id" in reason:
        return UserError(
            say("The registry ID {patient_id} is taken.", patient_id=record.patient_id),
            kept=kept,
            remedy=say("Use another one."),
        )
    if isinstance(record, r.Mass) and "mass_id" in reason:
        return UserError(
            say("This patient already has a mass {mass_id}.", mass_id=record.mass_id),
            kept=kept,
            remedy=say("Use another number."),
        )
    if isinstance(record, (r.Mass, r.MassMeasurement)) and "FOREIGN KEY" in reason:
        return UserError(
            say(
                "The mass {mass_id} and its measurements would no longer belong together.",
                mass_id=record.mass_id,
            ),
            kept=kept,
            remedy=say("Choose a mass of this patient."),
        )
    if "FOREIGN KEY" in reason:
        return UserError(say("The patient of this entry is no longer in the registry."), kept=kept)
    return UserError(say("The file refused the entry: {reason}.", reason=reason), kept=kept)
