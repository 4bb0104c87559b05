"""Registry files opened to be read and never touched: backups, copies, damaged files.

``connection.connect`` makes a file ready to write, which changes it and puts side files beside
it. A backup has to stay what its checksum says.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop.db.connection import Connection, DatabaseError, use_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import connect as _connect

    from desktop.db.keyring import Unlocked
else:
    from sqlcipher3.dbapi2 import connect as _connect

__all__ = ["DatabaseError", "read_only", "reading", "side_files", "writing"]


def side_files(path: Path) -> tuple[Path, Path]:
    """The write-ahead log and its index, which belong to one file and no other."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def read_only(path: Path, unlocked: Unlocked | None = None) -> Connection:
    """A connection that cannot write; ``unlocked`` is the way into an encrypted file.

    A file without a write-ahead log is used by nobody: it is read as if on a medium that cannot
    change, which leaves no side files. Raises DatabaseError, also later on reading.
    """
    log, _ = side_files(path)
    is_quiet = not log.exists() or log.stat().st_size == 0
    options = "mode=ro&immutable=1" if is_quiet else "mode=ro"
    connection = _connect(
        f"file:{quote(str(path.absolute()))}?{options}", uri=True, isolation_level=None
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    if unlocked is not None:
        use_key(connection, unlocked)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


@contextmanager
def reading(path: Path, unlocked: Unlocked | None = None) -> Iterator[Connection]:
    """``read_only``, closed at the end."""
    connection = read_only(path, unlocked)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def writing(path: Path, unlocked: Unlocked | None = None) -> Iterator[Connection]:
    """A connection to a new file that nobody has seen yet; it is not safe until it is synced.

    With ``unlocked`` the file is encrypted with that key and salt, so that the same keys open it.
    """
    path.touch(mode=0o600, exist_ok=False)
    connection = _connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if unlocked is not None:
            use_key(connection, unlocked)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        yield connection
    finally:
        connection.close()
