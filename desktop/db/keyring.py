"""Which encrypted registries this process may read: their keys, held in memory alone.

Every way to a registry goes through a path, also in worker threads and worker processes. The
key ring lets ``connect`` find the key of a path, so that no key travels through arguments,
logs or command lines. ``carried`` and ``take`` hand the keys to a worker process through the
pipe that starts it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """One person's way into one encrypted registry.

    ``database_key`` is the raw 32-byte key of the file, ``audit_key`` the one that seals its
    journal, ``wrap_key`` the one for the keys beside it; ``session`` names this sign-in in the
    journal. Keys are kept out of ``repr``, so that no log or crash text can hold them.
    """

    user: str
    role: Role
    session: str
    database_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)
    wrap_key: bytes = field(repr=False)


_open: dict[Path, Unlocked] = {}


def unlock(path: Path, unlocked: Unlocked) -> None:
    """Let this process read the registry at ``path`` from now on."""
    _open[path.resolve()] = unlocked


def unlocked(path: Path) -> Unlocked | None:
    """The way into the registry at ``path``; None while it is locked, or not encrypted."""
    return _open.get(path.resolve())


def lock(path: Path) -> None:
    """Forget the keys of the registry at ``path``."""
    _open.pop(path.resolve(), None)


def carried() -> Mapping[Path, Unlocked]:
    """What a worker process of ours has to be given."""
    return dict(_open)


def take(given: Mapping[Path, Unlocked]) -> None:
    """Hold the keys that the starting process gave."""
    _open.update(given)
