"""The audit as it is read and searched: events and changes, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from desktop.db.personal_keys import told
from desktop.db.sealing import COLUMNS, Link
from desktop.db.search import folded
from desktop.domain.audit import KIND_WORDS, AuditRow
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.connection import Connection
    from desktop.domain.audit import Kind

_FEW = 50
"""Of so many patients all steps are looked up, also those on several people."""


class Wanted(NamedTuple):
    """Which entries to read; ``since`` is included, ``until`` is not, both in UTC."""

    search: str = ""
    kinds: tuple[Kind, ...] = ()
    since: str = ""
    until: str = ""
    limit: int = 200
    before_seq: int | None = None


def read(connection: Connection, wanted: Wanted) -> list[AuditRow]:
    """Entries of the audit, the newest first; every word of the search must fit.

    A word fits who, what, reason, the word for the kind, or the registry ID of a patient.
    """
    words = folded(wanted.search).split()
    columns = ", ".join(f"t.{name.strip()}" for name in COLUMNS.split(","))
    query = (
        f"SELECT {columns}, coalesce(p.patient_id, '')"  # noqa: S608 - our own names
        " FROM transactions t LEFT JOIN patients p ON p.id = t.patient WHERE t.seq < ?"
    )
    values: list[object] = [wanted.before_seq or 1 << 62]
    for condition, value in (("t.at >= ?", wanted.since), ("t.at < ?", wanted.until)):
        if value:
            query += f" AND {condition}"
            values.append(value)
    if wanted.kinds:
        query += f" AND t.kind IN ({', '.join('?' for _ in wanted.kinds)})"
        values += wanted.kinds
    if words:
        _prepare_search(connection, words)
        query += " AND has_words(t.seq, t.who, t.what, t.reason, t.kind, t.patient)"
    found = connection.execute(f"{query} ORDER BY t.seq DESC LIMIT ?", (*values, wanted.limit))
    return [_row(Link(*row[:-1]), row[-1]) for row in found]


def _row(link: Link, patient_id: str) -> AuditRow:
    return AuditRow(
        seq=link.seq,
        at=link.at,
        who=link.who,
        role=link.role,
        session=link.session,
        kind=link.kind,  # type: ignore[arg-type]  # only our own kinds are written
        what=told(link.what),
        reason=told(link.reason),
        program=link.program,
        patient=link.patient,
        patient_id=patient_id,
        details=msgspec.json.decode(link.details) if link.details else {},
    )


def _prepare_search(connection: Connection, words: Sequence[str]) -> None:
    """Let SQL ask whether an entry holds all words: a function of its connection."""
    kinds: dict[str, str] = {
        kind: folded(f"{kind}\n{say(word)}") for kind, word in KIND_WORDS.items()
    }
    named = [_named(connection, word) for word in words]

    def has_words(seq: int, who: str, what: str, reason: str, kind: str, patient: str) -> bool:
        said = f"{who}\n{what}\n{reason}"
        text = f"{said.lower() if said.isascii() else folded(said)}\n{kinds.get(kind, kind)}"
        return all(
            word in text or patient in people or seq in steps
            for word, (people, steps) in zip(words, named, strict=True)
        )

    connection.create_function("has_words", 6, has_words)


def _named(connection: Connection, word: str) -> tuple[set[str], set[int]]:
    """The patients whose registry ID holds a word and, where they are few, all their steps."""
    found = connection.execute("SELECT id, patient_id FROM patients")
    people = {own for own, patient_id in found if word in folded(patient_id)}
    steps: set[int] = set()
    if len(people) <= _FEW:
        for own in people:
            query = "SELECT DISTINCT seq FROM journal WHERE patient = ?"
            steps.update(seq for (seq,) in connection.execute(query, (own,)))
    return people, steps
