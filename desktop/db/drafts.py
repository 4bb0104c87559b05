"""Unfinished entries: what was typed into a form and not saved, kept so that no crash takes it.

Drafts are outside the journal, for they are not records yet. They are written while typing
pauses, so a commit here does not wait for the disk: a killed program loses nothing, a power
cut at most the last drafts, and records never.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from desktop.db.connection import BUSY_SECONDS, IntegrityError, transaction
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.db.connection import Connection

PATIENCE_MS = 20
"""How long a draft waits for another writer; the next pause of typing tries again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One unfinished entry; ``key`` is its own, so that a later one takes its place.

    ``patient`` is our id of the person whom it is about, empty for one who is new; ``kind``
    the table or form; ``cells`` what stands in the fields, as typed; ``at`` is UTC.
    """

    key: str
    patient: str
    kind: str
    cells: dict[str, str]
    who: str
    at: str


def read(connection: Connection) -> tuple[Draft, ...]:
    """Every unfinished entry, the latest first."""
    found = connection.execute(
        "SELECT id, coalesce(patient, ''), kind, cells, who, at FROM drafts ORDER BY at DESC, id"
    )
    return tuple(
        Draft(
            key=key,
            patient=patient,
            kind=kind,
            cells=msgspec.json.decode(cells, type=dict[str, str]),
            who=who,
            at=at,
        )
        for key, patient, kind, cells, who, at in found
    )


def keep(connection: Connection, draft: Draft) -> None:
    """Write a draft, in place of the one with its key.

    Raises UserError where another program is writing, and where the patient is gone.
    """
    cells = msgspec.json.encode(draft.cells).decode()
    values = (draft.key, draft.patient or None, draft.kind, cells, draft.who, draft.at)
    try:
        with _at_once(connection), transaction(connection):
            connection.execute(
                "INSERT INTO drafts (id, patient, kind, cells, who, at) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET patient = excluded.patient,"
                " kind = excluded.kind, cells = excluded.cells, who = excluded.who,"
                " at = excluded.at",
                values,
            )
    except IntegrityError as error:
        raise UserError(
            say("The patient of this entry is no longer in the registry."),
            kept=say("What you typed is still in the form."),
        ) from error


def drop(connection: Connection, key: str) -> None:
    """Forget a draft, because it was saved or thrown away; nothing happens if there is none."""
    with _at_once(connection), transaction(connection):
        connection.execute("DELETE FROM drafts WHERE id = ?", (key,))


def drop_about(connection: Connection, patient: str) -> None:
    """Forget the drafts about a patient, inside the caller's transaction."""
    connection.execute("DELETE FROM drafts WHERE patient = ?", (patient,))


def drop_imported(connection: Connection, import_id: str) -> None:
    """Forget the drafts about the patients of one import, inside the caller's transaction."""
    connection.execute(
        "DELETE FROM drafts WHERE patient IN (SELECT id FROM patients WHERE import_id = ?)",
        (import_id,),
    )


@contextmanager
def _at_once(connection: Connection) -> Iterator[None]:
    """Neither wait for the disk nor long for another writer: the window must not stop."""
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")
