"""Copies of the registry and proof that a file is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db import journal
from desktop.db.connection import DatabaseError, connect
from desktop.db.migrations import refuse_foreign
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path


def problems_of(path: Path) -> list[str]:
    """What is wrong with a registry file: pages, foreign keys, seals of the journal.

    An empty list means that everything fits. Raises UserError for a file that is none.
    """
    connection = connect(path)
    try:
        refuse_foreign(connection, path)
        found = [
            str(row[0])
            for row in connection.execute("PRAGMA integrity_check")
            if str(row[0]) != "ok"
        ]
        found += [
            say(
                "row {row} of {table} points at a missing row of {other}",
                row=row[1],
                table=row[0],
                other=row[2],
            )
            for row in connection.execute("PRAGMA foreign_key_check")
        ]
        sealed = journal.broken(connection)
        if sealed is not None:
            found.append(say("the journal was altered at transaction {number}", number=sealed))
    except DatabaseError as error:
        found = [str(error)]
    finally:
        connection.close()
    return found


def copy_registry(source: Path, target: Path) -> None:
    """Write a compact, verified copy of a registry to a new file.

    Raises UserError if the target exists, cannot be written, or does not verify.
    """
    if target.exists():
        raise UserError(
            say("{path} exists already.", path=target),
            kept=say("It was not changed."),
            remedy=say("Use another name."),
        )
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    connection = connect(source)
    try:
        refuse_foreign(connection, source)
        connection.execute("VACUUM INTO ?", (str(part),))
    except DatabaseError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            say("The copy could not be written: {error}.", error=error),
            kept=say("{file} is unchanged.", file=source.name),
        ) from error
    finally:
        connection.close()
    part.chmod(0o600)
    wrong = problems_of(part)
    for leftover in (part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
        leftover.unlink(missing_ok=True)
    if wrong:
        part.unlink()
        raise UserError(
            say("The copy is not sound: {problem}.", problem=wrong[0]),
            kept=say("{file} is unchanged.", file=source.name),
        )
    part.replace(target)
