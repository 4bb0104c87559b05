"""Big files that are there whole or not at all, also after a power cut.

Everything is written beside its place, pushed to the disk and then renamed; the folder is pushed
as well, because a name is only as safe as the folder that holds it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.db.files import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PART = ".part"
"""The ending of a file that is not whole yet; one that is left over may be deleted."""

_CHUNK = 1 << 20


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, or make it so."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(0o700)


def part_of(path: Path) -> Path:
    """Where a file is written before it is whole."""
    return path.with_name(path.name + PART)


def publish(path: Path) -> None:
    """Give a finished ``part_of(path)`` its name; it is on the disk before and after."""
    part = part_of(path)
    part.chmod(0o600)
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def copy_whole(source: Path, target: Path) -> str:
    """Copy a file and read the copy back; gives its SHA-256.

    Raises OSError if it cannot be written, or if what is read back is not what was copied.
    """
    with _clean_part(target) as part:
        number = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with source.open("rb") as given, os.fdopen(number, "wb") as taken:
            shutil.copyfileobj(given, taken, _CHUNK)
        publish(target)
    found = sha256(target)
    if found != sha256(source):
        target.unlink()
        message = f"{target.name} differs from what was copied"
        raise OSError(message)
    return found


def sha256(path: Path) -> str:
    """The SHA-256 of a file that nobody has open as a registry.

    To close any handle on an open registry would drop the locks that SQLite holds on it.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _clean_part(path: Path) -> Iterator[Path]:
    """The part of a file, gone again if anything goes wrong."""
    part = part_of(path)
    try:
        yield part
    except BaseException:
        part.unlink(missing_ok=True)
        raise
