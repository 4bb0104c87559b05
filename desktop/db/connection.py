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

from desktop.db import in_use, keyring
from desktop.db.in_use import identity_of
from desktop.db.opening import APPLICATION_ID, refuse_missing
from desktop.db.unwritable import told_full, told_unwritable
from desktop.db.vault_file import HEADER, first_bytes, is_encrypted
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    # The driver has no stubs; its interface is that of the standard library's module.
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection, DatabaseError, IntegrityError, OperationalError
    from sqlite3 import connect as _connect

    from sqlite_utils import Database

    from desktop.db.keyring import Unlocked
else:
    import sqlcipher3
    from sqlcipher3.dbapi2 import Connection, DatabaseError, IntegrityError, OperationalError
    from sqlcipher3.dbapi2 import connect as _connect

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

__all__ = [
    "APPLICATION_ID",
    "Connection",
    "DatabaseError",
    "IntegrityError",
    "OperationalError",
    "connect",
]

BUSY_SECONDS = 5


class FileConnection(Connection):
    """A connection that knows which file it was opened on, and whether it may write."""

    path: Path
    identity: tuple[int, int] | None
    is_read_only = False

    def close(self) -> None:
        """Close the file."""
        super().close()
        in_use.forget(self)


def connect(
    path: Path,
    *,
    is_new: bool = False,
    read_only: bool = False,
    unlocked: Unlocked | None = None,
) -> Connection:
    """A connection to a registry file, ready to write unless ``read_only``.

    An encrypted file is opened with the keys of the key ring, or with those given, such as for
    a copy under another name; a new file is encrypted if there are keys for its path. WAL with
    synchronous FULL is the one mode that lost no acknowledged commit in simulated power cuts;
    foreign keys are off in SQLite until asked for. Raises UserError if the file is missing, is
    locked, is no registry, or cannot be opened.
    """
    keys = unlocked or keyring.unlocked(path)
    if is_new:
        _make_private(path)
    else:
        refuse_missing(path)
        _refuse_locked(path, keys)
    identity = identity_of(path)
    try:
        connection = _opened(path, keys, identity, read_only=read_only)
    except DatabaseError as error:
        raise _unreadable(path, error, has_key=keys is not None) from error
    if identity_of(path) != identity:
        connection.close()
        raise _replaced(path)
    connection.path, connection.identity = path, identity
    connection.is_read_only = read_only
    return connection


def _opened(
    path: Path, keys: Unlocked | None, identity: tuple[int, int] | None, *, read_only: bool
) -> FileConnection:
    target = _read_only_address(path) if read_only else str(path)
    connection: FileConnection = _connect(
        target, timeout=BUSY_SECONDS, uri=read_only, factory=FileConnection
    )
    in_use.add(connection, identity, keys.salt if keys is not None else HEADER)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if keys is not None:
            use_key(connection, keys)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if not read_only and _is_ours(connection):
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def use_key(connection: Connection, keys: Unlocked) -> None:
    """Give the connection its key, once the engine has proved that it encrypts.

    Another engine would take the key without a word, and write plain text.
    """
    found = connection.execute("PRAGMA cipher_version").fetchone()
    if not found or not found[0]:
        message = "the database engine does not encrypt"
        raise RuntimeError(message)
    connection.execute(f'PRAGMA key = "{key_text(keys)}"')


def key_text(keys: Unlocked) -> str:
    """The raw key with the salt of the file, as SQLCipher reads it; never to be shown."""
    return f"x'{keys.database_key.hex()}{keys.salt.hex()}'"


def _is_ours(connection: Connection) -> bool:
    """Whether the file may be switched to WAL: a registry, or one that is still empty."""
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return True
    return int(connection.execute("PRAGMA application_id").fetchone()[0]) == APPLICATION_ID


def _read_only_address(path: Path) -> str:
    address = f"{path.resolve().as_uri()}?mode=ro"
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    # Where nothing can be written beside the file, SQLite must be told that nobody writes to it.
    return address if has_log or os.access(path.parent, os.W_OK) else f"{address}&immutable=1"


def _refuse_locked(path: Path, keys: Unlocked | None) -> None:
    begin = first_bytes(path)
    if keys is None and is_encrypted(path):
        raise UserError(
            say("{file} is encrypted: sign in first.", file=path.name),
            kept=say("Nothing was opened or changed."),
            remedy=say("Sign in with your passphrase."),
        )
    if keys is not None and begin == HEADER:
        raise UserError(
            say("{file} should be encrypted, but it is not.", file=path.name),
            kept=say("Nothing was opened or changed."),
            remedy=say("Restore a backup."),
        )
    if keys is not None and keys.salt and begin and begin != keys.salt:
        raise UserError(
            say("Your keys no longer fit {file}.", file=path.name),
            kept=say("Nothing was opened or changed."),
            remedy=say("Sign in again."),
        )


def _unreadable(path: Path, error: DatabaseError, *, has_key: bool) -> UserError:
    kept = say("The file was not changed.")
    if "disk I/O error" in str(error) and (full := told_full(path.parent)):
        return full
    if "malformed" in str(error):
        return damage(path)
    if has_key and "not a database" in str(error):
        return UserError(
            say("{file} is damaged at its beginning: its keys fit no more.", file=path.name),
            kept=kept,
            remedy=say("Restore a backup, or save what can be read of it."),
        )
    return UserError(
        say("{file} cannot be opened as a registry: {error}.", file=path.name, error=error),
        kept=kept,
        remedy=say("Choose a registry file, or restore a backup."),
    )


def told_damage(error: BaseException, path: Path) -> UserError | None:
    """What is said where a page could not be read on the way; None for any other error."""
    words = ("malformed", "not a database", "disk I/O error")
    is_damage = isinstance(error, DatabaseError) and any(word in str(error) for word in words)
    return damage(path) if is_damage else None


def damage(path: Path) -> UserError:
    """What is said of a file whose beginning can be read, but not all of it."""
    return UserError(
        say("{file} is damaged, or its end is missing.", file=path.name),
        kept=say("The file was not changed."),
        remedy=say("Restore a backup, or save what can be read of it."),
    )


def _replaced(path: Path) -> UserError:
    return UserError(
        say("{file} was moved, deleted or replaced while it was open.", file=path.name),
        kept=say("Nothing was written; what you typed is still there."),
        remedy=say("Put the file back in its place, or close it and open it again."),
    )


def refuse_writing(connection: Connection) -> None:
    """Raise UserError where the connection may not write, or its file is no longer in place.

    What is written to a file that was moved away is lost to everybody who opens the new one.
    """
    if not isinstance(connection, FileConnection):
        return
    if connection.is_read_only:
        raise UserError(
            say("This registry is open for reading only."),
            kept=say("Nothing was changed."),
            remedy=say("Open it for writing, or work on a copy of it."),
        )
    if identity_of(connection.path) != connection.identity:
        raise _replaced(connection.path)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One transaction: committed whole at the end or, on any exception, not at all.

    The write lock is taken at once: a deferred one fails later, halfway through. Raises
    UserError where another program holds it, where the file is open for reading only or was
    replaced since. A caller may roll back before the end.
    """
    refuse_writing(connection)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except OperationalError as error:
        raise told_unwritable(error) or UserError(
            say("Another program is writing to this registry."),
            kept=say("Nothing was written; what you typed is still there."),
            remedy=say("Try again in a moment."),
        ) from error
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, OperationalError) and (told := told_unwritable(error)):
            raise told from error
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
