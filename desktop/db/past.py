"""Earlier states, read from the journal: of one record, and of a whole case.

An import journals its new rows as one event, not each, so their first state is the one before
their first change; which import brought them stands in the row and, once it was removed, in
the journal's image of it. What an undone import had brought is not kept. Of a person who was
erased there is no earlier state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.db import ranges, rows
from desktop.db.cases import case_of
from desktop.db.personal_keys import ERASED, Images, place, told
from desktop.domain.columns import TABLES
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.db.connection import Connection
    from desktop.db.journal import Kind
    from desktop.domain.case import Case
    from desktop.domain.columns import Table
    from desktop.domain.ranges import RegistryRange
    from desktop.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of a record, with the transaction that made it; ``record`` None: removed.

    ``is_erased`` says that the state was erased with the person; ``record`` is None then too.
    """

    seq: int
    at: str
    who: str
    kind: Kind
    what: str
    record: Record | None
    is_erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An import that brought records of a patient in; ``counts`` by the name of the table.

    Records that were removed since are not counted.
    """

    seq: int
    at: str
    who: str
    what: str
    counts: dict[str, int]


class _Line(NamedTuple):
    """One line of the journal with both images of the record, as they can be read."""

    seq: int
    table: str
    record: str
    before: str | None
    after: str | None


_LINES = "SELECT seq, table_name, record, before, after, patient FROM journal"


def _lines(connection: Connection, where: str, value: str) -> list[_Line]:
    """The lines of the journal under a condition, the oldest first."""
    images = Images(connection)
    return [
        _Line(
            seq,
            table,
            record,
            images.shown(before, patient, place(seq, record, "before")),
            images.shown(after, patient, place(seq, record, "after")),
        )
        for seq, table, record, before, after, patient in connection.execute(
            f"{_LINES} WHERE {where} ORDER BY id", (value,)
        ).fetchall()
    ]


def versions(connection: Connection, record: str) -> tuple[Version, ...]:
    """Every state that a record ever had, the newest first; none for an unknown id."""
    steps = {
        step[0]: step[1:]
        for step in connection.execute(
            "SELECT seq, at, who, kind, what FROM transactions"
            " WHERE seq IN (SELECT seq FROM journal WHERE record = ?)",
            (record,),
        )
    }
    lines = _lines(connection, "record = ?", record)
    states = []
    for line in lines:
        at, who, kind, what = steps[line.seq]
        states.append(
            Version(
                seq=line.seq,
                at=at,
                who=who,
                kind=kind,
                what=told(what),
                record=rows.record_from_image(line.table, line.after),
                is_erased=line.after == ERASED,
            )
        )
    first = _imported(connection, record, lines)
    return tuple(reversed([*first, *states]))


def record_at(connection: Connection, record: str, seq: int) -> Record | None:
    """The record after a transaction; None if it was not there then."""
    past = (version for version in versions(connection, record) if version.seq <= seq)
    newest = next(past, None)
    return newest.record if newest else None


def _imported(connection: Connection, record: str, lines: Sequence[_Line]) -> list[Version]:
    """The state in which an import brought a record in; nothing for one entered by hand."""
    if lines and lines[0].before is None:
        return []
    stored, came = _stored(connection, record)
    if lines:
        stored = rows.record_from_image(lines[0].table, lines[0].before)
    if stored is None:
        return []
    query = "SELECT seq, at, who, what FROM transactions WHERE batch = ? AND kind = 'import'"
    event = connection.execute(query, (came or _removed_origin(lines),)).fetchone()
    seq, at, who, what = event or (0, "", "", say("Import"))
    return [Version(seq=seq, at=at, who=who, kind="import", what=told(what), record=stored)]


def _stored(connection: Connection, record: str) -> tuple[Record | None, str]:
    """The record as the file holds it, and the import that it came from."""
    for table in TABLES:
        if row := connection.execute(f"{_select(table)} WHERE id = ?", (record,)).fetchone():
            return rows.record_from(table, row[:-1]), row[-1] or ""
    return None, ""


@cache
def _select(table: Table) -> str:
    """SELECT of every record column and of the import."""
    return f"SELECT {rows.columns(table)}, import_id FROM {table.name}"  # noqa: S608 - our own


def _removed_origin(lines: Sequence[_Line]) -> str:
    """The import that a record came from, as its last removal names it; else empty."""
    for line in reversed(lines):
        if line.before is not None and line.after is None:
            return rows.origin_in_image(line.before)
    return ""


def arrivals(connection: Connection, patient: str) -> tuple[Arrival, ...]:
    """The imports that brought records of a patient in, the newest first."""
    counts: dict[str, dict[str, int]] = {}
    for table in TABLES:
        query = (
            f"SELECT import_id, count(*) FROM {table.name}"  # noqa: S608 - our own names
            f" WHERE {rows.owner(table)} = ? AND import_id IS NOT NULL GROUP BY import_id"
        )
        for came, count in connection.execute(query, (patient,)):
            counts.setdefault(came, {})[table.name] = count
    found = []
    for came, counted in counts.items():
        seq, at, who, what = connection.execute(
            "SELECT seq, at, who, what FROM transactions WHERE batch = ? AND kind = 'import'",
            (came,),
        ).fetchone()
        found.append(Arrival(seq=seq, at=at, who=who, what=told(what), counts=counted))
    return tuple(sorted(found, key=lambda arrival: arrival.seq, reverse=True))


def case_as_of(connection: Connection, patient: str, seq: int) -> Case:
    """The case of a patient after a transaction, as of its local day.

    Raises KeyError where there was no such patient then.
    """
    case = case_of(
        _records_at(connection, patient, seq),
        as_of=_day_of(connection, seq),
        ranges=_ranges_at(connection, seq),
    )
    if case is None:
        raise KeyError(patient)
    return case


def _day_of(connection: Connection, seq: int) -> date:
    query = "SELECT at FROM transactions WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
    row = connection.execute(query, (seq,)).fetchone()
    if row is None:
        raise KeyError(seq)
    return datetime.fromisoformat(row[0]).astimezone().date()


def _records_at(connection: Connection, patient: str, seq: int) -> dict[str, list[Record]]:
    """What the file held of a patient after a transaction, by the name of the table."""
    state, origins = _now(connection, patient)
    own: dict[str, list[_Line]] = {}
    lines = _lines(connection, "patient = ?", patient)
    for line in lines:
        own.setdefault(line.record, []).append(line)
    for line in reversed(lines):
        if line.seq <= seq:
            break
        if (earlier := rows.record_from_image(line.table, line.before)) is None:
            state.pop(line.record, None)
        else:
            state[line.record] = earlier
    later = _imports_after(connection, seq)
    found: dict[str, list[Record]] = {table.name: [] for table in TABLES}
    for record, stored in state.items():
        lines_of = own.get(record, [])
        is_by_hand = bool(lines_of) and lines_of[0].before is None
        came = origins.get(record) or _removed_origin(lines_of)
        if is_by_hand or came not in later:
            found[rows.table_name(stored)].append(stored)
    return found


def _now(connection: Connection, patient: str) -> tuple[dict[str, Record], dict[str, str]]:
    """The records of a patient by id, in the order they came in, and their imports."""
    state, origins = {}, {}
    for table in TABLES:
        query = f"{_select(table)} WHERE {rows.owner(table)} = ? ORDER BY rowid"
        for row in connection.execute(query, (patient,)):
            state[str(row[0])] = rows.record_from(table, row[:-1])
            origins[str(row[0])] = row[-1] or ""
    return state, origins


def _imports_after(connection: Connection, seq: int) -> frozenset[str]:
    query = "SELECT batch FROM transactions WHERE kind = 'import' AND seq > ?"
    return frozenset(batch for (batch,) in connection.execute(query, (seq,)))


def _ranges_at(connection: Connection, seq: int) -> tuple[RegistryRange, ...]:
    queries = (
        "SELECT after FROM journal WHERE table_name = ? AND seq <= ? ORDER BY id DESC LIMIT 1",
        "SELECT before FROM journal WHERE table_name = ? AND seq > ? ORDER BY id LIMIT 1",
    )
    for query in queries:
        if row := connection.execute(query, (ranges.TABLE, seq)).fetchone():
            return ranges.from_image(row[0])
    return ranges.read(connection)
