"""What can be wrong inside a registry file, one check at a time, and what is in it.

Each check takes an open connection and gives texts for people; none at all means that it fits.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.db.connection import DatabaseError, OperationalError, utils_database
from desktop.db.steps import STEPS
from desktop.domain.language import say

if TYPE_CHECKING:
    from sqlite3 import connect as _connect

    from desktop.db.connection import Connection
else:
    from sqlcipher3.dbapi2 import connect as _connect

Shape = dict[tuple[str, str], str]
"""The statement that made each table, index and trigger, by kind and name."""

_UNCOUNTED = ("sqlite_sequence", "_sqlite_migrations")
_TOLD = 20
_UNJOURNALED = ("drafts",)


def engine_problems(connection: Connection) -> list[str]:
    """Whether the engine is SQLCipher, without which nothing would be encrypted."""
    found = connection.execute("PRAGMA cipher_version").fetchone()
    if found and found[0]:
        return []
    return [say("the database engine is not SQLCipher: files would be written unencrypted")]


def page_problems(connection: Connection, *, is_full: bool = False) -> list[str]:
    """Whether every page is readable and every index fits (``is_full``: minutes per gigabyte)."""
    check = "PRAGMA integrity_check" if is_full else "PRAGMA quick_check"
    try:
        found = [str(row[0]) for row in connection.execute(check)]
    except DatabaseError as error:
        return [say("pages cannot be read: {error}", error=error)]
    lines = [line for text in found for line in text.splitlines()]
    wrong = [line for line in lines if line != "ok" and not line.startswith("***")]
    if len(wrong) > _TOLD:
        wrong = [*wrong[:_TOLD], say("and {n} more", n=len(wrong) - _TOLD)]
    return wrong


def cipher_problems(connection: Connection) -> list[str] | None:
    """Whether the seal of each encrypted page fits; None where that cannot be told now.

    The check reads the file behind the write-ahead log and raises false alarms over pages that
    the log replaces, so the log is folded in first; with another reader in the way it waits for
    another time.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        try:
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OperationalError:  # on a medium that is closed to writing
            return None
        if busy:
            return None
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if found and not page_problems(connection, is_full=True):
        # Torn pages that nothing uses, after a power cut. A copy is free of them.
        return [
            say(
                "{n} unused pages are damaged; all records are readable: make a backup and restore"
                " it under a new name",
                n=len(found),
            )
        ]
    return found


def reference_problems(connection: Connection) -> list[str]:
    """Rows that point at rows that are not there."""
    return [
        say(
            "row {row} of {table} points at a missing row of {other}",
            row=row[1],
            table=row[0],
            other=row[2],
        )
        for row in connection.execute("PRAGMA foreign_key_check")
    ]


def shape_problems(connection: Connection) -> list[str]:
    """Tables, columns, indexes and triggers that are not as the steps of this version make them."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    wanted, held = _made_by_steps(version), shape_of(connection)
    problems = [
        say("{kind} {name} is missing", kind=kind, name=name)
        for kind, name in sorted(wanted.keys() - held.keys())
    ]
    problems += [
        say("{kind} {name} does not belong to this program", kind=kind, name=name)
        for kind, name in sorted(held.keys() - wanted.keys())
    ]
    problems += [
        say("{kind} {name} was altered", kind=kind, name=name)
        for kind, name in sorted(wanted.keys() & held.keys())
        if wanted[kind, name] != held[kind, name]
    ]
    return problems


def shape_of(connection: Connection) -> Shape:
    """What the file is made of; white space does not count."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
        " WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    )
    return {
        (kind, name): " ".join(statement.split())
        for kind, name, table, statement in rows
        if table not in _UNCOUNTED
    }


@cache
def _made_by_steps(version: int) -> Shape:
    connection = _connect(":memory:", isolation_level=None)
    try:
        database = utils_database(connection)
        for _, step in STEPS[:version]:
            step(database)
        return shape_of(connection)
    finally:
        connection.close()


def tables_of(connection: Connection) -> list[str]:
    """The names of the tables that hold something of ours, in the order they were made."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in rows if name not in _UNCOUNTED]


def counts_of(connection: Connection) -> dict[str, int]:
    """How many rows each table has; what is only typed and not saved is left out."""
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names out of the file's own list
        for name in tables_of(connection)
        if name not in _UNJOURNALED
    }


def head_of(connection: Connection) -> tuple[int, str]:
    """Number and seal of the last transaction of the journal; ``(0, "")`` for an empty one."""
    row = connection.execute(
        "SELECT seq, seal FROM transactions ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def seal_at(connection: Connection, seq: int) -> str | None:
    """The seal of a transaction; None if the journal does not have it, ``""`` for number 0."""
    if seq == 0:
        return ""
    row = connection.execute("SELECT seal FROM transactions WHERE seq = ?", (seq,)).fetchone()
    return str(row[0]) if row else None
