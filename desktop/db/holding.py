"""One program at a time on a registry file: the lock beside it, and who holds it.

``REGISTRY.lock`` is locked by the system as long as the process lives, so a killed holder frees
it. It says who works on the registry, for the message that the second one reads. Within the
holding process, its threads and the worker processes it starts, the file may be opened often.
"""

from __future__ import annotations

import getpass
import os
import secrets
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from desktop.db import keyring
from desktop.db.files import beside
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for another program that is just finishing, such as a command."""
_TURN = 0.05
_FAR = 1 << 30  # Windows locks bytes against reading, too: one beyond what is written


class Holder(msgspec.Struct, frozen=True):
    """Who works on a registry: login name, computer, process, since when (UTC)."""

    user: str
    host: str
    pid: int
    since: str
    token: str


READING = "reading"
"""The token of a file that this program reads only: whoever comes to it here reads only, too."""


@dataclass(slots=True)
class _Hold:
    descriptor: int
    count: int


_holds: dict[Path, _Hold] = {}
_readers: Counter[Path] = Counter()
_turn = threading.RLock()


def lock_path(path: Path) -> Path:
    """Where the lock of a registry lies."""
    return beside(path, "lock")


def holder(path: Path) -> Holder | None:
    """Who works on the registry, as far as the lock tells; None if nobody does."""
    try:
        return msgspec.json.decode(lock_path(path).read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def hold(path: Path) -> None:
    """Keep other programs off the registry until as many calls of ``release``.

    Waits a moment for a program that is finishing. Raises UserError, saying who holds the file,
    if another program goes on working on it, or where the lock cannot be made.
    """
    own = path.resolve()
    with _turn:
        if own in _holds:
            _holds[own].count += 1
            return
        if is_read_only(own) or _is_of_our_starter(own):
            return
        descriptor = _taken(own)
        token = secrets.token_hex(8)
        _tell(descriptor, token)
        _holds[own] = _Hold(descriptor, 1)
        keyring.held(own, token)


def release(path: Path) -> None:
    """Let others work on the registry again, once every holder in this process let go."""
    own = path.resolve()
    with _turn:
        if own not in _holds:
            return  # a worker, for which the process that started it holds the file
        _holds[own].count -= 1
        if _holds[own].count:
            return
        descriptor = _holds.pop(own).descriptor
        keyring.held(own, "")
        if sys.platform != "win32":
            lock_path(own).unlink(missing_ok=True)
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):  # somebody else has taken it in between
                lock_path(own).unlink(missing_ok=True)


def is_read_only(path: Path) -> bool:
    """Whether this program, or the one that started it, has the registry open to read only."""
    return keyring.token(path) == READING


def read(path: Path) -> None:
    """Read the registry without holding it, until as many calls of ``read_no_more``."""
    own = path.resolve()
    with _turn:
        if _readers[own] or not keyring.token(own):
            _readers[own] += 1
            keyring.held(own, READING)


def read_no_more(path: Path) -> None:
    """One reader less."""
    own = path.resolve()
    with _turn:
        if not _readers[own]:
            return  # held for writing all the while, or read for the process that started us
        _readers[own] -= 1
        if not _readers[own]:
            del _readers[own]
            keyring.held(own, "")


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Hold the registry for the length of a block."""
    hold(path)
    try:
        yield
    finally:
        release(path)


def _is_of_our_starter(path: Path) -> bool:
    token = keyring.token(path)
    found = holder(path) if token else None
    return found is not None and found.token == token


def _taken(path: Path) -> int:
    until = time.monotonic() + PATIENCE
    while True:
        descriptor = _opened(path)
        if _locked(descriptor):
            if _is_named(descriptor, path):
                return descriptor
            os.close(descriptor)  # its holder removed it just before: take the new one
            continue
        os.close(descriptor)
        if time.monotonic() > until:
            raise _refusal(path)
        time.sleep(_TURN)


def _opened(path: Path) -> int:
    try:
        return os.open(lock_path(path), os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise UserError(
            say(
                "The folder of {file} cannot be written to: {error}.",
                file=path.name,
                error=error.strerror,
            ),
            kept=say("The file was not changed."),
            remedy=say("Copy the registry to a folder of your own, or open it for reading only."),
        ) from error


def _refusal(path: Path) -> UserError:
    found = holder(path)
    kept, remedy = say("Nothing was opened or changed."), say("Close it there first.")
    if found is None:
        return UserError(
            say("Another program is working on {file}.", file=path.name), kept=kept, remedy=remedy
        )
    since = datetime.fromisoformat(found.since).astimezone()
    return UserError(
        say(
            "Another program is working on {file}: {user} on {host}, process {pid}, since {since}.",
            file=path.name,
            user=found.user,
            host=found.host,
            pid=found.pid,
            since=f"{since:%Y-%m-%d %H:%M}",
        ),
        kept=kept,
        remedy=remedy,
    )


def _tell(descriptor: int, token: str) -> None:
    import platform

    since = datetime.now(UTC).isoformat(timespec="seconds")
    told = Holder(getpass.getuser(), platform.node(), os.getpid(), since, token)
    with suppress(OSError):  # on a full disk it is held all the same; nobody can read by whom
        os.ftruncate(descriptor, 0)
        os.write(descriptor, msgspec.json.encode(told))


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _is_named(descriptor: int, path: Path) -> bool:
        """Whether others will find this file; an open one cannot be removed on Windows."""
        return descriptor >= 0 and lock_path(path).exists()
else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_named(descriptor: int, path: Path) -> bool:
        """Whether the file that is locked is the one that others will find."""
        try:
            there = lock_path(path).stat()
        except FileNotFoundError:
            return False
        own = os.fstat(descriptor)
        return (own.st_dev, own.st_ino) == (there.st_dev, there.st_ino)
