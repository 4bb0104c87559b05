"""Which encrypted registries this process may read: their keys, held in memory alone.

Every way to a registry goes through a path, also in worker threads and worker processes. The
key ring lets ``connect`` find the key of a path, so that no key travels through arguments,
logs or command lines. ``carried`` and ``take`` hand the keys to a worker process through the
pipe that starts it, together with the tokens that tell it for whom the files are held.
"""

from __future__ import annotations

import getpass
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """One person's way into one encrypted registry.

    ``database_key`` is the raw 32-byte key of the file and ``salt`` its first 16 bytes,
    ``audit_key`` the one that seals its journal, ``wrap_key`` the one for the keys inside it,
    ``master_key`` the one that all people share and that is made anew when somebody leaves;
    ``session`` names this sign-in in the journal. Keys are kept out of ``repr``, so that no log
    or crash text can hold them.
    """

    user: str
    role: Role
    session: str
    database_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)
    wrap_key: bytes = field(repr=False)
    salt: bytes = field(default=b"", repr=False)
    master_key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a worker process is given: keys, and tokens of the files that we hold."""

    keys: Mapping[Path, Unlocked]
    tokens: Mapping[Path, str]


_open: dict[Path, Unlocked] = {}
_tokens: dict[Path, str] = {}


def unlock(path: Path, unlocked: Unlocked) -> None:
    """Let this process read the registry at ``path`` from now on."""
    _open[path.resolve()] = unlocked


def unlocked(path: Path) -> Unlocked | None:
    """The way into the registry at ``path``; None while it is locked, or not encrypted."""
    return _open.get(path.resolve())


def lock(path: Path) -> None:
    """Forget the keys of the registry at ``path``."""
    _open.pop(path.resolve(), None)


@contextmanager
def unlocked_once(path: Path) -> Iterator[None]:
    """Within the block a new file at ``path`` is encrypted with keys that nobody ever has again.

    For trials: what they write to a temporary folder cannot be read by anybody, even after a
    crash.
    """
    keys = [secrets.token_bytes(32) for _ in range(3)]
    unlock(
        path,
        Unlocked(
            user=getpass.getuser(),
            role="administrator",
            session=secrets.token_hex(8),
            database_key=keys[0],
            audit_key=keys[1],
            wrap_key=keys[2],
        ),
    )
    try:
        yield
    finally:
        lock(path)


def held(path: Path, token: str) -> None:
    """Remember that this process holds the file; an empty token forgets it."""
    if token:
        _tokens[path.resolve()] = token
    else:
        _tokens.pop(path.resolve(), None)


def token(path: Path) -> str:
    """The token under which we, or the process that started us, hold the file; or empty."""
    return _tokens.get(path.resolve(), "")


def carried() -> Carried:
    """What a worker process of ours has to be given."""
    return Carried(dict(_open), dict(_tokens))


def take(given: Carried) -> None:
    """Hold the keys and tokens that the starting process gave."""
    _open.update(given.keys)
    _tokens.update(given.tokens)
