"""A registry file under another key: encrypted for the first time, or locked anew.

The new file is written whole and compared with the old one, its keys are laid beside as
``REGISTRY.keys.next``, and only then does it take the old one's place. After a crash the first
bytes of the file tell which keys open it, so there is no moment in which none do.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from desktop.db import vault_file
from desktop.db.connection import DatabaseError, OperationalError, connect, key_text
from desktop.db.files import beside, sync_file, sync_folder
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked
    from desktop.db.vault_file import Keys

_ERASED_AT_ONCE = 1 << 20


def put_under(path: Path, keys: Keys, new: Unlocked, *, old: Unlocked | None) -> None:
    """Bring the registry at ``path`` under new keys; the caller holds it.

    ``old`` opens it as it is, None where it is not encrypted yet: then the plain file is
    overwritten before it is given up, as far as the disk lets it. Raises
    UserError, with everything as it was, while the registry is open somewhere in this program,
    where the disk is full, and where the new file is not the same as the old one.
    """
    part = beside(path, "rekeyed")
    part.unlink(missing_ok=True)
    try:
        with closing(connect(path, unlocked=old)) as connection:
            _closed_to_others(connection, path)
            _exported(connection, part, new)
        sync_file(part)
        vault_file.write(path, keys, is_next=True)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    # Windows lets nobody replace a file that is open: there the plain blocks are given up.
    plain = path.open("rb+") if old is None and sys.platform != "win32" else None
    part.replace(path)
    sync_folder(path.parent)
    vault_file.settle(path)
    if plain is not None:
        with plain:
            _overwrite(plain.fileno())


def _closed_to_others(connection: Connection, path: Path) -> None:
    """Fold the log in and drop it; impossible while another connection is open."""
    connection.execute("PRAGMA busy_timeout = 500")
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except OperationalError as error:
        raise UserError(
            say("{file} is open elsewhere in this program.", file=path.name),
            kept=say("Nothing was changed."),
            remedy=say("Close it first: its keys can only be changed while nobody works on it."),
        ) from error


def _exported(connection: Connection, part: Path, new: Unlocked) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(part), key_text(new)))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        for name in ("application_id", "user_version"):
            number = int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])
            connection.execute(f"PRAGMA fresh.{name} = {number}")
        is_same = _content(connection, "main") == _content(connection, "fresh")
        sound = connection.execute("PRAGMA fresh.quick_check").fetchone()[0]
        connection.execute("DETACH DATABASE fresh")
    except DatabaseError as error:
        raise _unwritten(str(error)) from error
    if not is_same or sound != "ok":
        raise _unwritten(say("the copy is not the same"))


def _unwritten(reason: str) -> UserError:
    return UserError(
        say("The registry could not be written under a new key: {reason}.", reason=reason),
        kept=say("It is as it was, and so are its keys."),
        remedy=say("Free space on the disk: as much again as the registry takes."),
    )


def _content(connection: Connection, schema: str) -> dict[str, object]:
    """What must be the same: tables, indexes and triggers, and how many rows each table has."""
    shape = sorted(
        connection.execute(f"SELECT type, name, sql FROM {schema}.sqlite_master").fetchall(),  # noqa: S608 - main or fresh
        key=str,
    )
    names = [name for kind, name, _ in shape if kind == "table"]
    counts = {
        name: connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0]  # noqa: S608 - names out of the file's own list of tables
        for name in names
    }
    version = connection.execute(f"PRAGMA {schema}.user_version").fetchone()[0]
    return {"shape": shape, "counts": counts, "version": version}


def _overwrite(descriptor: int) -> None:
    """Write zeros over the old content; a disk that spreads its wear may keep it all the same."""
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    with suppress(OSError):  # the file is given up in any case
        while left > 0:
            left -= os.write(descriptor, bytes(min(left, _ERASED_AT_ONCE)))
        os.fsync(descriptor)
