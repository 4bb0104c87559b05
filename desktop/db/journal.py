"""The append-only journal: who changed what and when, sealed per transaction.

It is a log, not the truth: the records are. Each seal is a SHA-256 over the seal before it
and everything the transaction wrote, so a changed or missing entry is found by ``broken``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop import __version__
from desktop.db import rows
from desktop.domain.columns import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.db.connection import Connection
    from desktop.domain.changes import Change
    from desktop.domain.records import Record

Kind = Literal["change", "undo", "redo", "import"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a history: a record before and after, with who, when and in what step."""

    seq: int
    at: str
    who: str
    kind: Kind
    what: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One transaction that concerned the registry as a whole; ``at`` is UTC."""

    seq: int
    at: str
    who: str
    kind: Kind
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is common to one transaction; ``at`` is UTC, ``batch`` the id of an import."""

    at: str
    who: str
    kind: Kind
    what: str
    batch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One settings table before and after, each as JSON text of all its rows."""

    table: str
    before: str
    after: str


def write(
    connection: Connection,
    header: Header,
    changes: tuple[Change, ...],
    *,
    setting: Setting | None = None,
    origins: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Append one transaction inside the caller's own; gives its number.

    ``setting`` is a change of the registry's settings, which belongs to no patient;
    ``origins`` names the imports that removed records came from, by the id of the record.
    """
    lines: list[list[str | None]] = [
        [
            table_of(type(change.record)).name,
            change.record.id,
            change.record.patient,
            rows.image(change.before, origin="" if change.after else _origin(change, origins)),
            rows.image(change.after),
        ]
        for change in changes
    ]
    if setting:
        lines.append([setting.table, setting.table, "", setting.before, setting.after])
    batch = header.batch or None
    head = [header.at, header.who, header.kind, header.what, __version__, batch]
    last = connection.execute("SELECT seal FROM transactions ORDER BY seq DESC LIMIT 1").fetchone()
    seal = _seal(last[0] if last else "", head, lines)
    cursor = connection.execute(
        "INSERT INTO transactions (at, who, kind, what, program, batch, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*head, seal),
    )
    seq = cursor.lastrowid
    assert seq is not None  # noqa: S101 - an INSERT that did not raise has one
    connection.executemany(
        "INSERT INTO journal (seq, table_name, record, patient, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(seq, *line) for line in lines],
    )
    return seq


def _origin(change: Change, origins: Mapping[str, str]) -> str:
    return origins.get(change.record.id, "")


def _seal(previous: str, head: list[str | None], lines: list[list[str | None]]) -> str:
    return hashlib.sha256(msgspec.json.encode([previous, head, lines])).hexdigest()


def history(connection: Connection, patient: str, *, record: str = "") -> Iterator[Entry]:
    """What was done to a patient, or to one record of theirs, newest first."""
    found = connection.execute(
        "SELECT t.seq, t.at, t.who, t.kind, t.what, j.table_name, j.before, j.after"
        " FROM journal j JOIN transactions t ON t.seq = j.seq"
        " WHERE j.patient = ? AND (? = '' OR j.record = ?) ORDER BY j.id DESC",
        (patient, record, record),
    )
    for seq, at, who, kind, what, table, before, after in found:
        yield Entry(
            seq=seq,
            at=at,
            who=who,
            kind=kind,
            what=what,
            before=rows.record_from_image(table, before),
            after=rows.record_from_image(table, after),
        )


def registry_history(connection: Connection) -> list[Step]:
    """Imports, their undoing, and changes of what belongs to no patient; newest first."""
    found = connection.execute(
        "SELECT seq, at, who, kind, what FROM transactions WHERE batch IS NOT NULL"
        " OR seq IN (SELECT seq FROM journal WHERE patient = '') ORDER BY seq DESC"
    )
    return [
        Step(seq=seq, at=at, who=who, kind=kind, what=what) for seq, at, who, kind, what in found
    ]


def broken(connection: Connection) -> int | None:
    """The number of the first transaction whose seal does not fit; None if all fit."""
    previous = ""
    for seq, *head, seal in connection.execute(
        "SELECT seq, at, who, kind, what, program, batch, seal FROM transactions ORDER BY seq"
    ).fetchall():
        lines = connection.execute(
            "SELECT table_name, record, patient, before, after FROM journal"
            " WHERE seq = ? ORDER BY id",
            (seq,),
        ).fetchall()
        if _seal(previous, list(head), [list(line) for line in lines]) != seal:
            return int(seq)
        previous = seal
    return None
