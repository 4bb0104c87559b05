"""The journal: what each change did to records, as lines of the audit's chain.

It is a log, not the truth: the records are. Images of a person's records are encrypted under
that person's key; those of settings, which belong to nobody, are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.db import rows, sealing
from desktop.db.personal_keys import ERASED, Images, place, told
from desktop.domain.audit import Kind
from desktop.domain.columns import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.db.connection import Connection
    from desktop.db.sealing import Author, Header, Next
    from desktop.domain.changes import Change
    from desktop.domain.records import Record

__all__ = ["Entry", "Kind", "Setting", "Step", "history", "registry_history", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a history: a record before and after, with who, when and in what step.

    ``is_erased`` says that the content was erased with the person; both are None then.
    ``reason`` is why a signed result was changed.
    """

    seq: int
    at: str
    who: str
    kind: Kind
    what: str
    before: Record | None
    after: Record | None
    reason: str = ""
    is_erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One transaction that concerned the registry as a whole; ``at`` is UTC."""

    seq: int
    at: str
    who: str
    kind: Kind
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One settings table before and after, each as JSON text of all its rows."""

    table: str
    before: str
    after: str


def write(
    connection: Connection,
    author: Author,
    entry: Next,
    header: Header,
    changes: tuple[Change, ...],
    *,
    setting: Setting | None = None,
    origins: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Append one transaction inside the caller's own, as its ``entry``; gives its number.

    ``setting`` is a change of the registry's settings, which belongs to no patient;
    ``origins`` names the imports that removed records came from, by the id of the record.
    Raises UserError for a change that would bring an erased person back.
    """
    images = Images(connection)
    lines = [_line(change, images, entry.seq, origins) for change in changes]
    if setting:
        lines.append((setting.table, setting.table, "", setting.before, setting.after))
    return sealing.append(connection, author, entry, header, lines)


def _line(change: Change, images: Images, seq: int, origins: Mapping[str, str]) -> sealing.Line:
    record = change.record
    origin = "" if change.after else origins.get(record.id, "")
    before = rows.image(change.before, origin=origin)
    return (
        table_of(type(record)).name,
        record.id,
        record.patient,
        images.hidden(before, record.patient, place(seq, record.id, "before")),
        images.hidden(rows.image(change.after), record.patient, place(seq, record.id, "after")),
    )


def history(connection: Connection, patient: str, *, record: str = "") -> Iterator[Entry]:
    """What was done to a patient, or to one record of theirs, newest first."""
    found = connection.execute(
        "SELECT t.seq, t.at, t.who, t.kind, t.what, t.reason, j.table_name, j.record,"
        " j.before, j.after FROM journal j JOIN transactions t ON t.seq = j.seq"
        " WHERE j.patient = ? AND (? = '' OR j.record = ?) ORDER BY j.id DESC",
        (patient, record, record),
    )
    images = Images(connection)
    for seq, at, who, kind, what, reason, table, own, *stored in found:
        before, after = (
            images.shown(image, patient, place(seq, own, side))
            for image, side in zip(stored, ("before", "after"), strict=True)
        )
        yield Entry(
            seq=seq,
            at=at,
            who=who,
            kind=kind,
            what=told(what),
            reason=told(reason),
            before=rows.record_from_image(table, before),
            after=rows.record_from_image(table, after),
            is_erased=ERASED in (before, after),
        )


def registry_history(connection: Connection) -> list[Step]:
    """Imports, their undoing, and changes of what belongs to no patient; newest first."""
    found = connection.execute(
        "SELECT seq, at, who, kind, what FROM transactions WHERE batch IS NOT NULL"
        " OR seq IN (SELECT seq FROM journal WHERE patient = '') ORDER BY seq DESC"
    )
    return [
        Step(seq=seq, at=at, who=who, kind=kind, what=told(what))
        for seq, at, who, kind, what in found
    ]
