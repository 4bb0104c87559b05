"""The way into a registry file: held against others, checked, opened with its key, brought up.

In this order, and nothing is written before the file has passed every check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.db import holding, keyring, migrations, vault_file
from desktop.db.connection import DatabaseError, connect, damage
from desktop.db.opening import inspect
from desktop.db.steps import STEPS
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.connection import Connection


class Entrance(NamedTuple):
    """An open registry, the copy that was put aside before an upgrade, and how it is open."""

    connection: Connection
    copy: Path | None
    is_read_only: bool


def made(path: Path) -> Connection:
    """A new, empty registry, encrypted where the key ring has keys for its path.

    It is held against other programs until ``left``. Raises UserError if the file exists.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UserError(
            say("{path} cannot be made: {error}.", path=path.parent, error=error.strerror)
        ) from error
    holding.hold(path)
    try:
        _refuse_other_keys(path)
        connection = connect(path, is_new=True)
        try:
            migrations.upgrade(connection, path)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        holding.release(path)
        raise
    return connection


def _refuse_other_keys(path: Path) -> None:
    """Neither encrypt a new file with keys that lie nowhere, nor leave it beside those of another.

    Keys without a salt are those of a trial, which nobody opens again.
    """
    own, keys = keyring.unlocked(path), vault_file.keys_path(path)
    if own is not None and not own.salt:
        return
    if not keys.exists():
        keyring.lock(path)  # of a registry that was here before
    elif own is None or vault_file.read(path).salt != own.salt:
        raise UserError(
            say("{path} exists already.", path=keys),
            kept=say("It was not changed."),
            remedy=say("Choose another name for the new registry."),
        )


def entered(path: Path, *, read_only: bool = False) -> Entrance:
    """An existing registry; it is held against other programs until ``left``.

    For reading only it is not held. While this program has it open for reading only, every
    other way to it here, such as a worker's, is for reading only as well. Raises UserError for
    every file that must not be opened.
    """
    read_only = read_only or holding.is_read_only(path)
    inspect(path, read_only=read_only)
    if read_only:
        connection = _checked(path, read_only=True)
        holding.read(path)
        return Entrance(connection, None, is_read_only=True)
    holding.hold(path)
    try:
        vault_file.settle(path)
        connection = _checked(path, read_only=False)
        try:
            return Entrance(connection, migrations.upgrade(connection, path), is_read_only=False)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        holding.release(path)
        raise


def left(path: Path, connection: Connection, *, read_only: bool = False) -> None:
    """Close the connection and let other programs work on the file."""
    connection.close()
    if read_only:
        holding.read_no_more(path)
    else:
        holding.release(path)


def _checked(path: Path, *, read_only: bool) -> Connection:
    connection = connect(path, read_only=read_only)
    try:
        migrations.refuse_foreign(connection, path)
        if read_only and migrations.version_of(connection) < len(STEPS):
            raise UserError(
                say("{file} was made by an older version of this program.", file=path.name),
                kept=say("It was not changed."),
                remedy=say("Open it for writing once, or a copy of it: it is brought up then."),
            )
    except DatabaseError as error:
        connection.close()
        raise damage(path) from error
    except BaseException:
        connection.close()
        raise
    return connection
