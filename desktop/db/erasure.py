"""Erasing a person at their wish: rows go, their key goes, and the audit stays whole.

The journal keeps images of a person's records under the person's own key; without it they are
noise. Where older entries hold them as plain text, and where a reason or the name of a file
tells of this person, the text is taken out, with the guards lifted inside the same transaction.
The erasure is an entry of its own: it names each entry so emptied, with a digest of what it
says since, and that stands in for the entry's seal when the chain is checked.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.db import personal_keys, rows, sealing
from desktop.db.personal_keys import ERASED, Images, place
from desktop.db.sealing import COLUMNS, Header, Link
from desktop.db.step_safekeeping import GUARDS
from desktop.domain.audit import Erased
from desktop.domain.changes import ChangeSet
from desktop.domain.columns import TABLES
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.db.connection import Connection
    from desktop.db.sealing import Author

WHAT = mark("Erase a person")
"""How the step is called in the audit; said when it is written."""


def erase(connection: Connection, author: Author, patient: str, reason: str) -> Erased:
    """Erase a person, by our id, inside the caller's transaction.

    Also one who was removed before, for the journal still holds them. Raises UserError, with
    nothing written, without a reason and for nobody.
    """
    if not reason.strip():
        raise UserError(
            say("A person is erased only with a reason."),
            kept=say("Nothing was erased."),
            remedy=say("Say who asked for it, and when; it is kept in the audit."),
        )
    personal_keys.refuse_erased(connection, patient)
    known = _known_since(connection, patient)
    if known is None:
        raise UserError(
            say("There is no such patient in this registry, and there never was."),
            kept=say("Nothing was erased."),
        )
    mentions = _mentions(connection, patient)
    came = _imports(connection, patient)
    removed = _remove(connection, patient)
    alone = _drop_imports(connection, came)
    emptied = _empty(connection, patient, alone)
    personal_keys.destroy(connection, patient)
    count = "SELECT count(*) FROM journal WHERE patient = ?"
    left = int(connection.execute(count, (patient,)).fetchone()[0])
    details = {"removed": dict(removed), "lines": left, "emptied": emptied}
    header = Header(kind="erasure", what=say(WHAT), reason=reason, patient=patient, details=details)
    entry = sealing.next_entry(connection, author)
    seq = sealing.append(connection, author, entry, header)
    return Erased(
        seq=seq,
        change=ChangeSet(seq, say(WHAT), batch="erasure"),
        removed=removed,
        emptied=left,
        mentions=mentions,
        exports=_events(connection, "export", "seq >= ?", known),
        prints=_events(connection, "print", "patient = ?", patient),
    )


def _known_since(connection: Connection, patient: str) -> int | None:
    """The first entry of the audit since which the person may be in the registry; None: never."""
    query = "SELECT import_id FROM patients WHERE id = ?"
    stored = connection.execute(query, (patient,)).fetchone()
    query = "SELECT min(seq) FROM journal WHERE patient = ?"
    first = connection.execute(query, (patient,)).fetchone()[0]
    if stored is None:
        return None if first is None else int(first)
    query = "SELECT min(seq) FROM transactions WHERE batch = ?"
    came = connection.execute(query, (stored[0],)).fetchone()[0]
    return int(min(seq for seq in (first, came, 1 << 62) if seq is not None))


def _events(connection: Connection, kind: str, where: str, value: int | str) -> int:
    query = f"SELECT count(*) FROM transactions WHERE kind = ? AND {where}"  # noqa: S608 - ours
    return int(connection.execute(query, (kind, value)).fetchone()[0])


def _mentions(connection: Connection, patient: str) -> int:
    """The entries of others that name the registry ID of this person."""
    query = (
        "SELECT count(*) FROM family f JOIN patients p ON p.patient_id = f.relative_id"
        " WHERE p.id = ? AND f.patient <> p.id"
    )
    return int(connection.execute(query, (patient,)).fetchone()[0])


def _imports(connection: Connection, patient: str) -> set[str]:
    """The imports that brought rows of the person in, those included that were removed since."""
    found: set[str] = set()
    for table in TABLES:
        query = (
            f"SELECT DISTINCT import_id FROM {table.name}"  # noqa: S608 - our own names
            f" WHERE {rows.owner(table)} = ? AND import_id IS NOT NULL"
        )
        found.update(came for (came,) in connection.execute(query, (patient,)))
    images = Images(connection)
    query = "SELECT seq, record, before FROM journal WHERE patient = ? AND after IS NULL"
    for seq, record, stored in connection.execute(query, (patient,)):
        if before := images.shown(stored, patient, place(seq, record, "before")):
            found.add(rows.origin_in_image(before))
    return found - {""}


def _remove(connection: Connection, patient: str) -> dict[str, int]:
    """Delete every row of the person; gives how many, by the name of the table."""
    removed: Counter[str] = Counter()
    for name in ("drafts", "signatures"):
        query = f"DELETE FROM {name} WHERE patient = ?"  # noqa: S608 - our own names
        removed[name] = connection.execute(query, (patient,)).rowcount
    for table in reversed(TABLES):
        query = f"DELETE FROM {table.name} WHERE {rows.owner(table)} = ?"  # noqa: S608
        removed[table.name] = connection.execute(query, (patient,)).rowcount
    return {name: count for name, count in removed.items() if count}


def _drop_imports(connection: Connection, came: Iterable[str]) -> list[str]:
    """Forget the imports that brought nobody else: the name of the file may be the person's."""
    alone = []
    for import_id in came:
        is_used = any(
            connection.execute(
                f"SELECT 1 FROM {table.name} WHERE import_id = ? LIMIT 1",  # noqa: S608
                (import_id,),
            ).fetchone()
            for table in TABLES
        )
        if not is_used:
            connection.execute("DELETE FROM imports WHERE id = ?", (import_id,))
            alone.append(import_id)
    return alone


def _empty(connection: Connection, patient: str, imports: Iterable[str]) -> dict[str, str]:
    """Take what is readable of the person out of older entries.

    Gives a digest of what each such entry says since, by its number.
    """
    for name in ("transactions_no_update", "journal_no_update"):
        connection.execute(f"DROP TRIGGER {name}")
    touched: set[int] = set()
    for side in ("before", "after"):
        where = f"patient = ? AND typeof({side}) = 'text' AND {side} <> '{ERASED}'"
        query = f"UPDATE journal SET {side} = '{ERASED}' WHERE {where} RETURNING seq"  # noqa: S608
        touched.update(seq for (seq,) in connection.execute(query, (patient,)).fetchall())
    query = (
        f"UPDATE transactions SET reason = '{ERASED}' WHERE patient = ?"  # noqa: S608 - ours
        f" AND reason NOT IN ('', '{ERASED}') RETURNING seq"
    )
    touched.update(seq for (seq,) in connection.execute(query, (patient,)).fetchall())
    for import_id in imports:
        query = (
            f"UPDATE transactions SET what = '{ERASED}', details = '' WHERE batch = ?"  # noqa: S608
            " RETURNING seq"
        )
        touched.update(seq for (seq,) in connection.execute(query, (import_id,)).fetchall())
    for name in ("transactions_no_update", "journal_no_update"):
        connection.execute(GUARDS[name])
    return {str(seq): _digest(connection, seq) for seq in sorted(touched)}


def _digest(connection: Connection, seq: int) -> str:
    query = f"SELECT {COLUMNS} FROM transactions WHERE seq = ?"  # noqa: S608 - our own names
    link = Link(*connection.execute(query, (seq,)).fetchone())
    query = (
        "SELECT table_name, record, patient, before, after FROM journal WHERE seq = ? ORDER BY id"
    )
    return sealing.content_digest(link, connection.execute(query, (seq,)).fetchall())


def copies_beside(path: Path) -> tuple[str, ...]:
    """Copies that upgrades of older programs put aside: they hold everybody of that day."""
    found = path.parent.glob(f"{path.name}.version-*")
    return tuple(sorted(one.name for one in found))


def clear_log(connection: Connection) -> bool:
    """Fold the write-ahead log into the file and empty it; False where a reader keeps it."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
