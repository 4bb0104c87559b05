"""Signatures: which results somebody saw and signed. A signed one changes only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db import rows
from desktop.domain.audit import NeedsReasonError, Signature
from desktop.domain.columns import TABLES, table_of
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.connection import Connection
    from desktop.db.sealing import Author
    from desktop.domain.records import Record


WHAT = mark("Sign results")
"""How the step is called in the audit; said when it is written."""


def of_patient(connection: Connection, patient: str) -> dict[str, Signature]:
    """The signatures that stand, by the id of the record."""
    found = connection.execute(
        "SELECT record, who, at, role FROM signatures WHERE patient = ?", (patient,)
    )
    return {record: Signature(who=who, at=at, role=role) for record, who, at, role in found}


def unsigned(connection: Connection, records: Sequence[Record]) -> list[Record]:
    """Those that nobody signed yet, each once."""
    signed = {
        patient: of_patient(connection, patient) for patient in {one.patient for one in records}
    }
    fresh = {one.id: one for one in records if one.id not in signed[one.patient]}
    return list(fresh.values())


def refuse_changed(connection: Connection, records: Sequence[Record]) -> None:
    """Raise UserError for a record that is not in the file as it is given."""
    for one in records:
        table = table_of(type(one))
        query = f"{rows.select(table)} WHERE id = ?"
        stored = connection.execute(query, (one.id,)).fetchone()
        if stored is None or rows.record_from(table, stored) != one:
            raise UserError(
                say("A result was changed or removed while you were looking at it."),
                kept=say("Nothing was signed."),
                remedy=say("Look at the new state, then sign it."),
            )


def write(connection: Connection, records: Sequence[Record], author: Author, at: str) -> None:
    """Sign records, inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO signatures (record, patient, who, at, role) VALUES (?, ?, ?, ?, ?)",
        [(one.id, one.patient, author.who, at, author.role) for one in records],
    )


def end(connection: Connection, record: str, reason: str) -> bool:
    """End the signature of a record that changes; False where there is none.

    Raises NeedsReasonError where there is one and no reason.
    """
    query = "SELECT 1 FROM signatures WHERE record = ?"
    if not connection.execute(query, (record,)).fetchone():
        return False
    if not reason.strip():
        raise NeedsReasonError
    connection.execute("DELETE FROM signatures WHERE record = ?", (record,))
    return True


def of_import(connection: Connection, import_id: str) -> list[str]:
    """The ids of the records of one import that are signed."""
    found: list[str] = []
    for table in TABLES:
        query = (
            "SELECT s.record FROM signatures s"  # noqa: S608 - our own names
            f" JOIN {table.name} t ON t.id = s.record WHERE t.import_id = ?"
        )
        found += [record for (record,) in connection.execute(query, (import_id,))]
    return found
