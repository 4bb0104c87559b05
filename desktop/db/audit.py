"""Whether the audit holds: nothing altered, removed or reordered, every guard in its place."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from desktop.db import sealing
from desktop.db.sealing import COLUMNS, FIRST_RULE, KEYED, Link
from desktop.db.step_safekeeping import GUARDS
from desktop.domain.language import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.db.connection import Connection
    from desktop.db.sealing import Line

MOST_TOLD = 20
"""So many problems are told one by one; whoever rewrote a file left one in each entry."""


def broken(connection: Connection, audit_key: bytes = b"") -> list[str]:
    """What is wrong with the audit, in texts for people; an empty list means that it holds.

    Finds altered, removed and reordered entries and lines, guards that are gone, and destroyed
    keys of persons. ``audit_key`` is that of an encrypted registry. Files of every version.
    """
    is_first = int(connection.execute("PRAGMA user_version").fetchone()[0]) < _SAFE_VERSION
    found = _guards_gone(connection, is_first=is_first)
    check = _Check(audit_key, {} if is_first else _emptied(connection))
    for link, lines in _links(connection, is_first=is_first):
        check.take(link, lines)
    found += check.problems
    given = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'transactions'")
    last = given.fetchone()
    if last and last[0] > check.last:
        found.append(_missing(check.last + 1, last[0]))
    found += _lines_left(connection)
    if not is_first:
        found += _keys_gone(connection, check) + _signatures_off(connection, check)
    if len(found) > MOST_TOLD:
        more = say_count(len(found) - MOST_TOLD, "and {n} more problem", "and {n} more problems")
        found = [*found[:MOST_TOLD], more]
    return found


_SAFE_VERSION = 3
_FIRST_COLUMNS = "seq, at, who, '', '', program, kind, what, '', '', batch, '', 1, seal"


def _links(connection: Connection, *, is_first: bool) -> Iterator[tuple[Link, list[Line]]]:
    """Every entry with its lines, in order; both tables are gone through once."""
    columns = _FIRST_COLUMNS if is_first else COLUMNS
    lines = connection.execute(
        "SELECT seq, table_name, record, patient, before, after FROM journal ORDER BY seq, id"
    )
    line = lines.fetchone()
    steps = connection.execute(f"SELECT {columns} FROM transactions ORDER BY seq")  # noqa: S608
    for row in steps:
        seq, own = row[0], []
        while line is not None and line[0] <= seq:
            if line[0] == seq:
                own.append(line[1:])
            line = lines.fetchone()
        yield Link(*row), own


class _Check:
    """Goes along the chain; after a fault it goes on from the seal that stands there."""

    def __init__(self, audit_key: bytes, emptied: dict[int, str]) -> None:
        self.audit_key = audit_key
        self.emptied = emptied
        self.problems: list[str] = []
        self.last = 0
        self.erased: set[str] = set()
        self.hidden: set[str] = set()
        self.signed: dict[str, tuple[str, str, str, str]] = {}
        self._previous = ""
        self._kind = FIRST_RULE
        self._lacks_key = False

    def take(self, link: Link, lines: list[Line]) -> None:
        """Check the next entry."""
        if link.seq != self.last + 1:
            self.problems.append(_missing(self.last + 1, link.seq - 1))
        elif not self._fits(link, lines):
            self.problems.append(
                say(
                    "entry {number} of the audit was altered, or the one before it", number=link.seq
                )
            )
        self._follow(link)
        for line in lines:
            if isinstance(line[3], bytes) or isinstance(line[4], bytes):
                self.hidden.add(line[2])
        self.last, self._previous = link.seq, link.seal
        self._kind = max(self._kind, min(link.seal_kind, KEYED))

    def _follow(self, link: Link) -> None:
        """Keep who was erased, and which signatures stand."""
        if link.kind == "erasure":
            self.erased.add(link.patient)
            gone = link.patient
            self.signed = {own: one for own, one in self.signed.items() if one[0] != gone}
        elif link.kind == "sign" or '"voided"' in link.details:
            told = _told(link.details)
            for own, patient in told.records.items():
                self.signed[own] = (patient, link.who, link.at, link.role)
            for own in told.voided:
                self.signed.pop(own, None)

    def _fits(self, link: Link, lines: list[Line]) -> bool:
        if link.seal_kind < self._kind:
            return False  # a weaker seal after a stronger one: somebody without the key wrote it
        if digest := self.emptied.get(link.seq):
            return sealing.content_digest(link, lines) == digest
        if link.seal_kind == KEYED and not self.audit_key:
            return self._without_key()
        if link.seal_kind == FIRST_RULE and any((*link[3:5], *link[8:10], link.details)):
            return False  # the first rule does not cover what came later
        seal = sealing.sealed(link, lines, previous=self._previous, audit_key=self.audit_key)
        return seal == link.seal

    def _without_key(self) -> bool:
        """The seals cannot be checked; that is told once."""
        if not self._lacks_key:
            self._lacks_key = True
            self.problems.append(say("the audit is sealed with a key that is not at hand"))
        return True


def _missing(first: int, last: int) -> str:
    if first >= last:
        return say("entry {number} of the audit is missing", number=first)
    return say("entries {first} to {last} of the audit are missing", first=first, last=last)


def _emptied(connection: Connection) -> dict[int, str]:
    """What entries say since an erasure took content out of them, by number; the latest holds.

    The entries that tell it are sealed themselves and checked like all others.
    """
    query = "SELECT details FROM transactions WHERE kind = 'erasure' ORDER BY seq"
    found: dict[int, str] = {}
    for (details,) in connection.execute(query):
        with suppress(msgspec.DecodeError):  # then its own seal does not fit either
            found |= msgspec.json.decode(details, type=_Emptied).emptied
    return found


class _Emptied(msgspec.Struct):
    emptied: dict[int, str] = msgspec.field(default_factory=dict)


def _guards_gone(connection: Connection, *, is_first: bool) -> list[str]:
    held = {
        name: " ".join(sql.split())
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        )
    }
    gone = [
        name
        for name, sql in GUARDS.items()
        if name not in held or (not is_first and held[name] != " ".join(sql.split()))
    ]
    return [say("the guard {name} of the audit is missing or altered", name=name) for name in gone]


def _lines_left(connection: Connection) -> list[str]:
    query = "SELECT DISTINCT seq FROM journal WHERE seq NOT IN (SELECT seq FROM transactions)"
    return [
        say("lines of the journal belong to entry {number}, which is missing", number=seq)
        for (seq,) in connection.execute(query)
    ]


def _keys_gone(connection: Connection, check: _Check) -> list[str]:
    query = "SELECT patient FROM personal_keys WHERE key IS NOT NULL"
    held = {patient for (patient,) in connection.execute(query)}
    gone = check.hidden - held - check.erased
    if not gone:
        return []
    return [
        say_count(
            len(gone),
            "the journal of {n} person cannot be read: the key is gone, and nobody erased them",
            "the journal of {n} persons cannot be read: keys are gone, and nobody erased them",
        )
    ]


def _signatures_off(connection: Connection, check: _Check) -> list[str]:
    """Signatures that were put in or taken away behind the audit's back."""
    stored = connection.execute("SELECT record, who, at, role FROM signatures")
    held = {(own, who, at, role) for own, who, at, role in stored}
    told = {(own, who, at, role) for own, (_, who, at, role) in check.signed.items()}
    off = len({own for own, *_ in held ^ told})
    if not off:
        return []
    return [
        say_count(
            off,
            "{n} signature is not as the audit tells it",
            "{n} signatures are not as the audit tells them",
        )
    ]


class _Signed(msgspec.Struct):
    records: dict[str, str] = msgspec.field(default_factory=dict)
    voided: list[str] = msgspec.field(default_factory=list)


def _told(details: str) -> _Signed:
    with suppress(msgspec.DecodeError):  # then the seal does not fit either
        return msgspec.json.decode(details, type=_Signed)
    return _Signed()
