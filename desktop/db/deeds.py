"""What people do in a registry beside changing records: events, signatures, erasures."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.db import sealing, signatures
from desktop.db.connection import transaction
from desktop.db.contents import Contents
from desktop.db.sealing import Author, Header
from desktop.domain.changes import Change, ChangeSet
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop.db.keyring import Unlocked
    from desktop.domain import records as r
    from desktop.domain.audit import Erased, EventKind
    from desktop.domain.roles import Role

_SESSION = secrets.token_hex(8)
"""Names this run of the program in the audit of registries to which nobody signs in."""


class Deeds(Contents):
    """The part of a registry that keeps the audit, for one thread."""

    path: Path
    who: str
    unlocked: Unlocked | None
    read_only: bool
    _done: list[ChangeSet]
    _undone: list[ChangeSet]

    @property
    def role(self) -> Role:
        """What the person who signed in may do; everything where it is not encrypted."""
        return self.unlocked.role if self.unlocked else "administrator"

    def note(
        self,
        kind: EventKind,
        what: str,
        *,
        patient: str = "",
        reason: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Record an event in the audit, such as a sign-in or an export; gives its number.

        ``patient`` is our id of the one person whom it concerns; ``details`` are JSON. Texts
        name no patient. A registry that is open for reading alone records nothing and gives 0.
        """
        if self.read_only:
            return 0
        header = Header(kind=kind, what=what, patient=patient, reason=reason, details=details or {})
        with transaction(self._connection):
            entry = sealing.next_entry(self._connection, self._author)
            return sealing.append(self._connection, self._author, entry, header)

    def sign(self, records: Sequence[r.Record]) -> ChangeSet | None:
        """Sign results as seen; None where all of them are signed already.

        Each must be as the file holds it now: nobody signs what they did not see. Raises
        UserError for one that was changed or removed meanwhile. It is no step for undo.
        """
        demand(self.role, "change")
        with transaction(self._connection):
            entry = sealing.next_entry(self._connection, self._author)
            fresh = signatures.unsigned(self._connection, records)
            if not fresh:
                return None
            signatures.refuse_changed(self._connection, fresh)
            signatures.write(self._connection, fresh, self._author, entry.at)
            header = Header(
                kind="sign",
                what=say(signatures.WHAT),
                patient=one_of({one.patient for one in fresh}),
                details={"records": {one.id: one.patient for one in fresh}},
            )
            seq = sealing.append(self._connection, self._author, entry, header)
        return ChangeSet(seq, header.what, tuple(Change(one, one) for one in fresh))

    def erase(self, patient: str, reason: str) -> Erased:
        """Erase a person, by our id, for good: no undo, and no later state, brings them back.

        Raises UserError, with nothing erased, without a reason and for nobody. Rows, drafts
        and the person's key go at once; ``Erased`` tells what went and what remains.
        """
        demand(self.role, "erase")
        from desktop.db import erasure

        with transaction(self._connection):
            erased = erasure.erase(self._connection, self._author, patient, reason)
        self._done = [step for step in self._done if patient not in step.patients]
        self._undone = [step for step in self._undone if patient not in step.patients]
        is_cleared = erasure.clear_log(self._connection)
        copies = erasure.copies_beside(self.path)
        return replace(erased, copies=copies, is_log_cleared=is_cleared)

    @property
    def _author(self) -> Author:
        """In whose name the audit is written."""
        keys = self.unlocked
        return Author(
            who=self.who,
            role=self.role,
            session=keys.session if keys else _SESSION,
            audit_key=keys.audit_key if keys else b"",
        )


def one_of(patients: set[str]) -> str:
    """The one patient concerned; empty for several, and for none."""
    return next(iter(patients)) if len(patients) == 1 else ""
