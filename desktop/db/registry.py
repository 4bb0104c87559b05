"""The registry: reading cases, changing records in journaled transactions, undo and redo."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from desktop.db import drafts as unfinished
from desktop.db import entering, journal, keyring, ranges, rows, sealing
from desktop.db.connection import Connection, transaction, utils_database
from desktop.db.deeds import Deeds, one_of
from desktop.db.sealing import Header
from desktop.domain.changes import Change, ChangeSet
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from desktop.db.drafts import Draft
    from desktop.db.edit import Edit
    from desktop.domain.audit import ChangeKind
    from desktop.domain.ranges import RegistryRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Where an import came from, for its single journal event."""

    import_id: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Step:
    """What the audit is to say of a transaction."""

    kind: ChangeKind
    what: str
    batch: str = ""
    reason: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


class Registry(Deeds):
    """One open registry file, for one thread.

    Attributes:
        path: the file.
        who: the name written to the journal.
        unlocked: the way in of the person who signed in; None where it is not encrypted.
        read_only: whether nothing can be changed.
        upgraded_from: the copy that was put aside when an older file was upgraded, or None.
    """

    def __init__(
        self, connection: Connection, path: Path, *, who: str, read_only: bool = False
    ) -> None:
        """Use ``open`` or ``create``."""
        self._connection = connection
        self._is_open = True
        self.read_only = read_only
        self.unlocked = keyring.unlocked(path)
        self._utils: Database | None = None
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self.path = path
        self.who = self.unlocked.user if self.unlocked else who or getpass.getuser()
        self.upgraded_from: Path | None = None

    @classmethod
    def create(cls, path: Path, *, who: str = "") -> Self:
        """A new, empty registry, encrypted where the key ring has keys for its path.

        Raises UserError if the file exists.
        """
        return cls(entering.made(path), path, who=who)

    @classmethod
    def open(cls, path: Path, *, who: str = "", read_only: bool = False) -> Self:
        """An existing registry; an older file is copied aside, then upgraded.

        In an encrypted registry the journal names the person who signed in, whatever ``who``
        says. Raises UserError for every file that must not be opened: see ``opening``.
        """
        entrance = entering.entered(path, read_only=read_only)
        registry = cls(entrance.connection, path, who=who, read_only=entrance.is_read_only)
        registry.upgraded_from = entrance.copy
        return registry

    @classmethod
    def open_or_create(cls, path: Path, *, who: str = "") -> Self:
        """The registry at ``path``, made if the file does not exist."""
        return cls.open(path, who=who) if path.exists() else cls.create(path, who=who)

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in by the last one to close."""
        if self._is_open:
            self._is_open = False
            entering.left(self.path, self._connection, read_only=self.read_only)

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

    def set_ranges(self, new: Sequence[RegistryRange]) -> ChangeSet | None:
        """Put these ranges in place of all there are, as one journaled step; None if the same.

        It concerns every patient and is no step for undo: set the older ranges again. Raises
        UserError, with nothing written, for two ranges that would hold for one result.
        """
        demand(self.role, "change")
        with transaction(self._connection):
            setting = ranges.replace(self._connection, new)
            if setting is None:
                return None
            header = Header(kind="change", what=say(ranges.WHAT))
            entry = sealing.next_entry(self._connection, self._author)
            seq = journal.write(self._connection, self._author, entry, header, (), setting=setting)
        return ChangeSet(seq, say(ranges.WHAT), batch=setting.table)

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed and not saved, the latest first."""
        return unfinished.read(self._connection)

    def keep_draft(self, draft: Draft) -> None:
        """Keep an unfinished entry outside the journal; quick enough for every pause."""
        unfinished.keep(self._connection, draft)

    def drop_draft(self, key: str) -> None:
        """Forget an unfinished entry."""
        unfinished.drop(self._connection, key)

    def change(self, what: str, edit: Callable[[Edit], None], reason: str = "") -> ChangeSet | None:
        """Run ``edit`` in one transaction: rows, journal, commit; None if nothing changed.

        ``what`` names the step for undo and history, such as ``Add phosphate``; ``reason``
        is why, which a signed result demands (NeedsReasonError). Raises UserError, with
        nothing written, for anything the registry refuses.
        """
        demand(self.role, "change")
        changed = self._transaction(_Step("change", what, reason=reason), edit)
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
        demand(self.role, "import")
        told: dict[str, object] = {"source": batch.source, "sha256": batch.sha256}

        def stamped(open_edit: Edit) -> None:
            open_edit.connection.execute(
                "INSERT INTO imports (id, at, who, source, sha256, counts)"
                " VALUES (?, ?, ?, ?, ?, '{}')",
                (batch.import_id, open_edit.at, self.who, batch.source, batch.sha256),
            )
            told["counts"] = counts = edit(open_edit)
            open_edit.connection.execute(
                "UPDATE imports SET counts = ? WHERE id = ?",
                (rows.encoded(counts), batch.import_id),
            )

        step = _Step("import", what, batch=batch.import_id, details=told)
        changed = self._transaction(step, stamped)
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
        demand(self.role, "change")
        from desktop.db.edit import revert  # checks and all: not for reading

        step = self._done[-1]
        again = _Step("undo", step.what, batch=step.batch, reason=step.reason)
        reverted = self._transaction(again, lambda edit: revert(edit, step))
        self._done.pop()
        if not step.batch:
            self._undone.append(step)
        return reverted

    def redo(self) -> ChangeSet | None:
        """Do the last undone step again; an import is imported again instead."""
        if not self._undone:
            return None
        demand(self.role, "change")
        from desktop.db.edit import revert  # checks and all: not for reading

        step = self._undone[-1]
        backward = tuple(Change(c.after, c.before) for c in reversed(step.changes))
        forward = ChangeSet(step.seq, step.what, backward)
        again = _Step("redo", step.what, reason=step.reason)
        repeated = self._transaction(again, lambda edit: revert(edit, forward))
        self._undone.pop()
        self._done.append(step)
        return repeated

    def _transaction(self, step: _Step, run: Callable[[Edit], None]) -> ChangeSet | None:
        from desktop.db.edit import Edit  # checks and all: not for reading

        database = self.prepare_for_writing()
        with transaction(self._connection):
            entry = sealing.next_entry(self._connection, author := self._author)
            edit = Edit(self._connection, database, entry.at, step.batch, reason=step.reason)
            run(edit)
            changes = tuple(edit.changes)
            if not changes and not step.batch:
                self._connection.execute("ROLLBACK")
                return None
            voided = {"voided": edit.voided} if edit.voided else {}
            header = Header(
                kind=step.kind,
                what=step.what,
                reason=step.reason,
                patient=one_of({change.record.patient for change in changes}),
                batch=step.batch,
                details={**step.details, **voided},
            )
            seq = journal.write(
                self._connection, author, entry, header, changes, origins=edit.origins
            )
        return ChangeSet(seq, step.what, changes, step.batch, step.reason)
