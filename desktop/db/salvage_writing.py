"""A new registry filled with saved rows: every row has a place, or is counted as lost."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.db.connection import APPLICATION_ID, DatabaseError, utils_database
from desktop.db.soundness import tables_of
from desktop.db.steps import STEPS
from desktop.domain.language import say
from desktop.domain.records import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.db.connection import Connection
    from desktop.db.salvage_rows import Damaged, Row

_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a table; ``lost`` is None where nothing tells how many rows there were.

    ``remade`` counts rows of which only the id was left, because others point at them.
    """

    table: str
    saved: int
    lost: int | None
    remade: int = 0


def shape(connection: Connection, version: int) -> None:
    """Give a new file the shape of a version, as the upgrades would have made it."""
    from sqlite_utils import Migrations

    database = utils_database(connection)
    migrations = Migrations("calcinosis_registry")
    for name, step in STEPS[:version]:
        migrations(name=name)(step)
    migrations.apply(database)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def fill(
    connection: Connection,
    damaged: Damaged,
    report: Callable[[int, int, str], None] | None = None,
) -> list[Outcome]:
    """Save table by table, then put right what points at lost rows; one transaction."""
    tables = tables_of(connection)
    outcomes = []
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    for number, table in enumerate(tables):
        if report:
            report(number, len(tables), table)
        outcomes.append(_table(connection, damaged, table))
    return _completed(connection, outcomes)


def _table(connection: Connection, damaged: Damaged, table: str) -> Outcome:
    own = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
    try:
        columns = [name for name in damaged.columns(table) if name in own]
    except DatabaseError:
        damaged.close()
        columns = []
    if not columns:
        return Outcome(table=table, saved=0, lost=None)
    names = ", ".join(f'"{name}"' for name in ("rowid", *columns))
    marks = ", ".join("?" for _ in range(len(columns) + 1))
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names out of the file
    taken = [_taken(connection, insert, chunk) for chunk in _chunks(damaged.rows(table, columns))]
    saved = sum(number for number, _ in taken)
    refused = sum(number for _, number in taken)
    expected = damaged.expected(table)
    lost = refused if expected is None else max(expected - saved, refused)
    is_known = expected is not None or refused
    return Outcome(table=table, saved=saved, lost=lost if is_known else None)


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(itertools.islice(rows, _CHUNK)):
        yield chunk


def _taken(connection: Connection, insert: str, rows: Sequence[Row]) -> tuple[int, int]:
    """How many of these rows went in, and how many break a rule of the table as they are now."""
    connection.execute("SAVEPOINT chunk")
    try:
        connection.executemany(insert, rows)
        refused = 0
    except DatabaseError:
        connection.execute("ROLLBACK TO chunk")
        refused = sum(not _is_taken(connection, insert, row) for row in rows)
    connection.execute("RELEASE chunk")
    return len(rows) - refused, refused


def _is_taken(connection: Connection, insert: str, row: Row) -> bool:
    try:
        connection.execute(insert, row)
    except DatabaseError:
        return False
    return True


def _completed(connection: Connection, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Remake what other rows point at; drop the rows that hang in the air all the same."""
    remade: dict[str, int] = {}
    for parent, remake in (("imports", _import), ("patients", _patient), ("masses", _mass)):
        remade[parent] = remake(connection)
    dropped: dict[str, int] = {}
    guards = _without_guards(connection)
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))  # noqa: S608 - a name of ours
        dropped[table] = dropped.get(table, 0) + 1
    for statement in guards:
        connection.execute(statement)
    connection.execute("COMMIT")
    return [
        Outcome(
            table=one.table,
            saved=one.saved - dropped.get(one.table, 0),
            lost=(one.lost or 0) + dropped[one.table] if one.table in dropped else one.lost,
            remade=remade.get(one.table, 0),
        )
        for one in outcomes
    ]


def _without_guards(connection: Connection) -> list[str]:
    """Take the guards of the journal off a file that nobody has seen yet; gives them back."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_delete'"
    ).fetchall()
    for name, _ in rows:
        connection.execute(f'DROP TRIGGER "{name}"')
    return [statement for _, statement in rows]


def _orphans(connection: Connection, parent: str, columns: str) -> list[tuple[str, ...]]:
    """What the rows that point at missing rows of ``parent`` have in these columns, each once."""
    found: dict[tuple[str, ...], None] = {}
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        if other == parent:
            query = f'SELECT {columns} FROM "{table}" WHERE rowid = ?'  # noqa: S608 - names of ours
            found[connection.execute(query, (row,)).fetchone()] = None
    return list(found)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _import(connection: Connection) -> int:
    lost = [one for (one,) in _orphans(connection, "imports", "import_id") if one]
    connection.executemany(
        "INSERT OR IGNORE INTO imports (id, at, who, source, sha256, counts)"
        " VALUES (?, ?, '', ?, '', '{}')",
        [(one, _now(), say("lost, made anew on salvage")) for one in lost],
    )
    return len(lost)


def _patient(connection: Connection) -> int:
    lost = [one for (one,) in _orphans(connection, "patients", "patient") if one]
    note = say("The own row of this patient could not be read; it was made anew on salvage.")
    connection.executemany(
        "INSERT OR IGNORE INTO patients (id, patient_id, note, row_version, created_at, changed_at)"
        " VALUES (?, ?, ?, 1, ?, ?)",
        [(one, f"SALVAGED-{one}", note, _now(), _now()) for one in lost],
    )
    return len(lost)


def _mass(connection: Connection) -> int:
    lost = [pair for pair in _orphans(connection, "masses", "patient, mass_id") if all(pair)]
    note = say("The own row of this mass could not be read; it was made anew on salvage.")
    connection.executemany(
        "INSERT OR IGNORE INTO masses"
        " (id, patient, mass_id, site, note, row_version, created_at, changed_at)"
        " VALUES (?, ?, ?, 'unknown', ?, 1, ?, ?)",
        [(new_id(), *pair, note, _now(), _now()) for pair in lost],
    )
    return len(lost)
