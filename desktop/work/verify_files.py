"""The files around a registry: who else can read them, and what was left behind in plain text."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

from desktop.db import backups, vault
from desktop.db.durable import PART
from desktop.db.vault_file import HEADER, first_bytes
from desktop.domain.language import say

LOG = "-wal"
"""The end of the name of SQLite's log, which belongs to the file of the same name."""

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def open_to_others(path: Path) -> list[str]:
    """Files and folders of a registry that other users of this computer can read or write."""
    if sys.platform == "win32":  # there the folders of a user are closed to others
        return []
    return [
        say(
            "others can read {file}: make it private with chmod go= {path}", file=one.name, path=one
        )
        for one in _own(path)
        if one.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


def strays(path: Path) -> list[str]:
    """Files that a cut-off copy left, and unencrypted copies of an encrypted registry."""
    found = [
        say("{file} is what a cut-off copy left: delete it", file=one.name)
        for one in _own(path)
        if one.name.endswith(PART) or f"{PART}-" in one.name or one.name.startswith(".drill-")
    ]
    found += [
        say(
            "{file} holds the last entries of a registry that was renamed or moved without it:"
            " give it the registry's new name, with -wal behind it, before opening that again",
            file=one.name,
        )
        for one in sorted(path.parent.glob(f"*{LOG}"))
        if one.stat().st_size and not one.with_name(one.name.removesuffix(LOG)).exists()
    ]
    if vault.is_encrypted(path):
        found += [
            say("{file} is an unencrypted copy: delete it, or encrypt it", file=one.name)
            for one in _own(path)
            # The registry itself was looked at before; while it is open it must not be read so.
            if one != path and one.is_file() and first_bytes(one) == HEADER
        ]
    return found


def _own(path: Path) -> Iterator[Path]:
    """The registry and everything beside it that begins with its name, backups included."""
    for one in sorted(path.parent.glob(f"{_escaped(path.name)}*")):
        yield one
        if one.is_dir() and (one == backups.folder_of(path) or ".damaged-" in one.name):
            yield from sorted(one.iterdir())


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
