"""How a registry file is opened: SQLCipher's engine, and the settings that lose nothing.

sqlite-utils picks its driver from the name ``pysqlite3``; ``sqlcipher3`` is put there first,
so that the exceptions that it raises are the ones that sqlite-utils catches. sqlite-utils
takes 0.15 s to import, so it is imported on the first write or migration, not on opening.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    # The driver has no stubs; its interface is that of the standard library's module.
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection, DatabaseError, IntegrityError, OperationalError
    from sqlite3 import connect as _connect

    from sqlite_utils import Database
else:
    import sqlcipher3
    from sqlcipher3.dbapi2 import Connection, DatabaseError, IntegrityError, OperationalError
    from sqlcipher3.dbapi2 import connect as _connect

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

__all__ = ["Connection", "DatabaseError", "IntegrityError", "OperationalError", "connect"]

APPLICATION_ID = 0x43414C52  # "CALR": how a registry knows its own files
BUSY_SECONDS = 5


def connect(path: Path, *, is_new: bool = False) -> Connection:
    """A connection to a registry file, ready to write.

    WAL with synchronous FULL is the one mode that lost no acknowledged commit in simulated
    power cuts; foreign keys are off in SQLite until asked for. Raises UserError if the file
    is missing, is no SQLite file, or cannot be opened.
    """
    if is_new:
        _make_private(path)
    elif not path.is_file():
        raise UserError(
            say("There is no registry at {path}.", path=path), remedy=say("Check the path.")
        )
    try:
        connection = _connect(str(path), timeout=BUSY_SECONDS)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except DatabaseError as error:
        raise UserError(
            say("{file} cannot be opened as a registry: {error}.", file=path.name, error=error),
            kept=say("The file was not changed."),
            remedy=say("Choose a registry file, or restore a backup."),
        ) from error
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One transaction: committed whole at the end or, on any exception, not at all.

    The write lock is taken at once: a deferred one fails later, halfway through. Raises
    UserError where another program holds it. A caller may roll back before the end.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except OperationalError as error:
        raise UserError(
            say("Another program is writing to this registry."),
            kept=say("Nothing was written; what you typed is still there."),
            remedy=say("Try again in a moment."),
        ) from error
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _make_private(path: Path) -> None:
    """Create an empty file that only its owner can read; it will hold health data."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, mode=0o700)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise UserError(
            say("{path} exists already.", path=path),
            kept=say("It was not changed."),
            remedy=say("Choose another name for the new registry."),
        ) from error
    except OSError as error:
        raise UserError(
            say("{path} cannot be made: {error}.", path=path, error=error.strerror)
        ) from error


def utils_database(connection: Connection) -> Database:
    """The connection as sqlite-utils sees it, for migrations and single writes."""
    from sqlite_utils import Database, db  # 0.15 s that opening a registry does not need

    if vars(db)["OperationalError"] is not OperationalError:
        message = "sqlite-utils was imported before the driver was chosen"
        raise RuntimeError(message)
    return Database(connection, execute_plugins=False)
