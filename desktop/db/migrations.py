"""The shape of the registry file, step by step; each step is frozen once it is released.

A file carries its application id and, as ``user_version``, the number of steps applied. A
file with more steps than this program knows was made by a newer one and is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.connection import utils_database
from desktop.db.opening import APPLICATION_ID, foreign
from desktop.db.steps import STEPS
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from desktop.db.connection import Connection


TRIGGERS = frozenset(
    {
        "transactions_no_update",
        "transactions_no_delete",
        "journal_no_update",
        "journal_no_delete",
    }
)
"""The triggers without which a file is not written to: they keep the journal append-only."""


def version_of(connection: Connection) -> int:
    """How many steps the file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_empty(connection: Connection) -> bool:
    """True for a file without any table."""
    return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def refuse_foreign(connection: Connection, path: Path) -> None:
    """Raise UserError for a file of another program, a newer file, or a damaged journal."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    kept = say("It was not changed.")
    if application != APPLICATION_ID:
        raise foreign(path)
    version = version_of(connection)
    if version > len(STEPS):
        raise UserError(
            say(
                "{file} was made by a newer version of this program (file version {version},"
                " this program knows {known}).",
                file=path.name,
                version=version,
                known=len(STEPS),
            ),
            kept=kept,
            remedy=say("Install the newer version to open it."),
        )
    if version:  # the first step makes the journal
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        missing = TRIGGERS - {name for (name,) in rows}
        if missing:
            raise UserError(
                say(
                    "The journal of {file} is no longer protected: {guards} is missing.",
                    file=path.name,
                    guards=", ".join(sorted(missing)),
                ),
                kept=kept,
                remedy=say("Restore a backup, or ask for help before writing to this file."),
            )


def upgrade(connection: Connection, path: Path) -> Path | None:
    """Bring the file to the newest shape; an older registry is copied aside first.

    Gives the path of the copy, or None where there was nothing to copy. Each step is one
    transaction: after a crash the file has the old shape or the new one.
    """
    version = version_of(connection)
    if version == len(STEPS):
        return None
    copy = None
    if not is_empty(connection):
        from desktop.db.backups import make  # not needed on an ordinary opening

        copy = make(path, "migration").file
    from sqlite_utils import Migrations  # not needed on an ordinary opening

    database = utils_database(connection)
    migrations = Migrations("calcinosis_registry")
    for number, (name, step) in enumerate(STEPS, start=1):
        migrations(name=name)(_numbered(step, number))
    migrations.apply(database)
    return copy


def _numbered(step: Callable[[Database], None], number: int) -> Callable[[Database], None]:
    """The step with its number written in the same transaction: never one without the other."""

    def apply(database: Database) -> None:
        step(database)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {number}")

    return apply
