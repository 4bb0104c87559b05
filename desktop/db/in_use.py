"""Which registry files this process has open, and how they begin, told without touching them.

A process that closes any handle of a file loses every lock that it has on it, also those of
SQLite's connections; another process may then take a log away that is still written to. So a
file that is open through SQLite is never opened a second time to look at its bytes.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

    Identity = tuple[int, int]

_open: WeakKeyDictionary[object, tuple[Identity, bytes]] = WeakKeyDictionary()
_turn = threading.Lock()


def identity_of(path: Path) -> Identity | None:
    """What tells a file from another one of the same name; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino)


def beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file; fewer where it is shorter, none where there is no file.

    Of a file that is open here no more than the first 16 bytes are known. Raises UserError for
    a file that may not be read.
    """
    with _turn:
        known = _known(path)
        if known is not None:
            return known[:length]
        try:
            with path.open("rb") as file:
                return file.read(length)
        except (FileNotFoundError, IsADirectoryError):
            return b""
        except OSError as error:
            raise UserError(
                say("{file} cannot be read: {error}.", file=path.name, error=error.strerror),
                kept=say("Nothing was opened or changed."),
                remedy=say(
                    "Check who may read the file, or take it from a backup of this registry."
                ),
            ) from error


def is_open(path: Path) -> bool:
    """Whether a connection of this process has the file open."""
    with _turn:
        return _known(path) is not None


def add(connection: object, identity: Identity | None, begin: bytes) -> None:
    """Remember a connection before its first statement, and how its file begins."""
    if identity is not None:
        with _turn:
            _open[connection] = (identity, begin)


def forget(connection: object) -> None:
    """The connection is closed."""
    with _turn:
        _open.pop(connection, None)


def _known(path: Path) -> bytes | None:
    identity = identity_of(path)
    return next((begin for one, begin in list(_open.values()) if one == identity), None)
