"""How the audit is sealed: every transaction is one link, sealed over the one before it.

Changes of records and events such as sign-ins and exports stand in one order, that of ``seq``;
a clock that went back is an entry of its own. A seal covers the seal before, everything that
the entry says, and each line of it. In an encrypted registry it is an HMAC with a key that
only people with a key slot have; otherwise a SHA-256, which finds accidents and careless hands.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from desktop import __version__
from desktop.domain.audit import Head
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.db.connection import Connection
    from desktop.domain.audit import Kind

FIRST_RULE, OPEN, KEYED = 1, 2, 3
"""Kinds of seals: as files of version 1 and 2 made them, SHA-256, HMAC."""

COLUMNS = (
    "seq, at, who, role, session, program, kind, what, reason, patient, batch, details,"
    " seal_kind, seal"
)
CLOCK = mark("The clock went back")

Line = tuple[str, str, str, bytes | str | None, bytes | str | None]
"""Table, record, patient, and the images before and after as they are stored."""

_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """In whose name entries are written; without ``audit_key`` they are sealed openly."""

    who: str
    role: str
    session: str
    audit_key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What one entry says; ``batch`` is the id of an import, ``patient`` the one concerned."""

    kind: Kind
    what: str
    reason: str = ""
    patient: str = ""
    batch: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


class Link(NamedTuple):
    """One entry as it is stored; its order is that of ``COLUMNS``."""

    seq: int
    at: str
    who: str
    role: str
    session: str
    program: str
    kind: str
    what: str
    reason: str
    patient: str
    batch: str | None
    details: str
    seal_kind: int
    seal: str


SEALED = 12
"""So many of an entry's cells are covered by its seal, from the first on."""


def now() -> str:
    """The time of an entry: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Next(NamedTuple):
    """Where the next entry goes: its number and time, and the seal of the one before it."""

    seq: int
    at: str
    previous: str


def next_entry(connection: Connection, author: Author) -> Next:
    """The place of the next entry, inside the caller's transaction.

    The time is taken here, once no other program writes. Where the clock went back against the
    last entry, an entry of its own says so first.
    """
    row = connection.execute(
        "SELECT at, seal, (SELECT seq FROM sqlite_sequence WHERE name = 'transactions')"
        " FROM transactions ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    last, previous, seq = row or ("", "", 0)
    entry = Next(int(seq) + 1, now(), previous)
    if entry.at >= last:
        return entry
    details = {"before": last, "now": entry.at}
    append(connection, author, entry, Header(kind="clock", what=say(CLOCK), details=details))
    return Next(entry.seq + 1, entry.at, head(connection).seal)


def head(connection: Connection) -> Head:
    """The newest entry and its seal."""
    query = "SELECT seq, seal FROM transactions ORDER BY seq DESC LIMIT 1"
    row = connection.execute(query).fetchone()
    return Head(*row) if row else Head(0, "")


def append(
    connection: Connection,
    author: Author,
    entry: Next,
    header: Header,
    lines: Sequence[Line] = (),
) -> int:
    """Append one entry inside the caller's transaction; gives its number."""
    link = Link(
        seq=entry.seq,
        at=entry.at,
        who=author.who,
        role=author.role,
        session=author.session,
        program=__version__,
        kind=header.kind,
        what=header.what,
        reason=header.reason,
        patient=header.patient,
        batch=header.batch or None,
        details=_encode(header.details).decode() if header.details else "",
        seal_kind=KEYED if author.audit_key else OPEN,
        seal="",
    )
    seal = sealed(link, lines, previous=entry.previous, audit_key=author.audit_key)
    connection.execute(
        f"INSERT INTO transactions ({COLUMNS})"  # noqa: S608 - our own names
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*link[:SEALED], link.seal_kind, seal),
    )
    connection.executemany(
        "INSERT INTO journal (seq, table_name, record, patient, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(entry.seq, *line) for line in lines],
    )
    return entry.seq


def sealed(link: Link, lines: Sequence[Line], *, previous: str, audit_key: bytes) -> str:
    """The seal of an entry by the rule that it was written under."""
    if link.seal_kind == FIRST_RULE:
        told = [link.at, link.who, link.kind, link.what, link.program, link.batch]
        return hashlib.sha256(_encode([previous, told, [list(line) for line in lines]])).hexdigest()
    content = _encode([previous, link.seal_kind, link[:SEALED], [_marked(line) for line in lines]])
    if link.seal_kind == KEYED:
        return hmac.digest(audit_key, content, "sha256").hex()
    return hashlib.sha256(content).hexdigest()


def content_digest(link: Link, lines: Sequence[Line]) -> str:
    """What an entry says now, whatever its seal: for one that an erasure took content out of."""
    content = _encode([link.seal, link.seal_kind, link[:SEALED], [_marked(line) for line in lines]])
    return hashlib.sha256(content).hexdigest()


def _marked(line: Line) -> tuple[str, str, str, str | None, str | None]:
    table, record, patient, before, after = line
    return table, record, patient, _digest(before), _digest(after)


def _digest(image: bytes | str | None) -> str | None:
    """An image by its SHA-256; text and ciphertext are never taken for one another."""
    if image is None:
        return None
    if isinstance(image, str):
        return f"t{hashlib.sha256(image.encode()).hexdigest()}"
    return f"b{hashlib.sha256(image).hexdigest()}"
