"""What is checked before a registry is opened; each refusal says what is wrong and what to do.

Nothing is written, and no key is used, before the file has passed. No check reads the whole
file: a registry of a gigabyte opens as fast as a small one.
"""

from __future__ import annotations

import math
from collections import Counter
from glob import escape
from typing import TYPE_CHECKING

from desktop.db import in_use, places
from desktop.db.vault_file import HEADER, first_bytes, fitting, keys_path, next_path, read
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x43414C52  # "CALR": how a registry knows its own files
PAGE = 4096
"""Bytes of a page of an encrypted registry."""
_HEAD = 100  # bytes before the first page of a file that is not encrypted
_RANDOM_BITS = 7.5
"""From so many bits of surprise per byte on a page looks encrypted; text has 4 to 5."""


def inspect(path: Path, *, read_only: bool = False) -> None:
    """Raise UserError for a file that must not be opened, each with its own words.

    Missing, empty, truncated, plain text where keys expect an encrypted file, encrypted without
    keys or with those of another file, readable by everybody, on a network share.
    """
    refuse_missing(path)
    if not read_only:
        _refuse_backup(path)
    if in_use.is_open(path):
        return  # it has passed, and must not be opened a second time to be looked at
    begin = first_bytes(path)
    if not begin:
        raise UserError(
            say("{file} is empty.", file=path.name),
            kept=say("It was not changed."),
            remedy=say("Restore a backup; an empty file is what a full disk may leave behind."),
        )
    has_keys = keys_path(path).exists() or next_path(path).exists()
    if begin == HEADER:
        _refuse_plain(path, has_keys=has_keys)
    elif has_keys:
        _refuse_other(path, begin)
    else:
        refuse_keyless(path)
    _refuse_place(path, has_keys=keys_path(path).exists(), read_only=read_only)


def _refuse_backup(path: Path) -> None:
    """A backup stays as it was made: what is entered in it would be thinned away with it."""
    if path.parent.suffix == ".backups" and path.with_suffix(".json").exists():
        raise UserError(
            say("{file} is a backup.", file=path.name),
            kept=say("It was not changed."),
            remedy=say("Restore it under a new name, or open it for reading only."),
        )


def refuse_missing(path: Path) -> None:
    """Raise UserError where there is no file."""
    if not path.is_file():
        raise UserError(
            say("There is no registry at {path}.", path=path), remedy=say("Check the path.")
        )


def _refuse_plain(path: Path, *, has_keys: bool) -> None:
    """A file that begins like SQLite's: right where no keys lie, beside it or with its backups."""
    if has_keys and keys_path(path).exists():
        raise UserError(
            say(
                "{file} is not encrypted, but {keys} lies beside it: it is not the file that was"
                " made with these keys.",
                file=path.name,
                keys=keys_path(path).name,
            ),
            kept=say("Nothing was opened or changed."),
            remedy=say(
                "Restore a backup. If the file is meant to be open to everybody, move the keys"
                " file away."
            ),
        )
    if not has_keys and any(path.parent.glob(f"{escape(path.name)}.backups/*.keys")):
        raise UserError(
            say(
                "{file} is not encrypted, but its backups are: it is not the file that they were"
                " made of.",
                file=path.name,
            ),
            kept=say("Nothing was opened or changed."),
            remedy=say(
                "Restore a backup. If the file is meant to be open to everybody, move the folder"
                " of backups away."
            ),
        )
    head = in_use.beginning(path, _HEAD)
    if len(head) < _HEAD and not _has_log(path):
        raise _truncated(path)
    if head[68:72] != APPLICATION_ID.to_bytes(4, "big") and not _has_log(path):
        raise foreign(path)
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    is_current = head[24:28] == head[92:96]  # else the number of pages is not to be trusted
    needed = pages * (1 << 16 if page == 1 else page) if is_current else len(head)
    if path.stat().st_size < needed and not _has_log(path):
        raise _truncated(path)


def foreign(path: Path) -> UserError:
    """What is said of a file that another program made."""
    return UserError(
        say("{file} is not a calcinosis registry.", file=path.name),
        kept=say("It was not changed."),
        remedy=say("Choose another file."),
    )


def _refuse_other(path: Path, begin: bytes) -> None:
    """An encrypted file: whole pages, and the salt that its keys know."""
    if read(path).salt != begin:
        raise UserError(
            say(
                "{keys} does not belong to {file}, or the beginning of the file is damaged.",
                keys=keys_path(path).name,
                file=path.name,
            ),
            kept=say("Nothing was opened or changed."),
            remedy=_where_keys_are(path)
            or say("Put the right keys file beside it, or restore a backup with its keys."),
        )
    size = path.stat().st_size
    if (size < PAGE or size % PAGE) and not _has_log(path):
        raise _truncated(path)


def refuse_keyless(path: Path) -> None:
    """Raise UserError for a file with neither SQLite's beginning nor keys.

    It is encrypted and bereft of its keys, or something else.
    """
    page = in_use.beginning(path, PAGE)
    if len(page) == PAGE and _surprise(page) > _RANDOM_BITS:
        raise UserError(
            say(
                "{file} is encrypted, but its keys are missing: {keys}.",
                file=path.name,
                keys=keys_path(path).name,
            ),
            kept=say("Nothing was opened or changed."),
            remedy=_where_keys_are(path)
            or say("Put the keys file back beside the registry, for instance from a backup."),
        )
    raise UserError(
        say("{file} cannot be opened as a registry: it is another kind of file.", file=path.name),
        kept=say("The file was not changed."),
        remedy=say("Choose a registry file, or restore a backup."),
    )


def _where_keys_are(path: Path) -> str:
    """What to do with keys that lie elsewhere and fit, as after a change of name; or empty."""
    found = fitting(path)
    if found is None:
        return ""
    return say(
        "Its keys are in {found}: copy that file to {keys}.",
        found=found.relative_to(path.parent),
        keys=keys_path(path).name,
    )


def _surprise(page: bytes) -> float:
    counts = Counter(page).values()
    return -sum(n / len(page) * math.log2(n / len(page)) for n in counts)


def _refuse_place(path: Path, *, has_keys: bool, read_only: bool) -> None:
    kind = places.kind_of_place(path)
    if not read_only:
        places.refuse_share(path, kind)
    places.refuse_public(path, kind)
    if has_keys:
        places.refuse_public(keys_path(path), kind)


def _has_log(path: Path) -> bool:
    """Whether a write-ahead log may hold what the file lacks."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _truncated(path: Path) -> UserError:
    return UserError(
        say("{file} is cut off: its end is missing.", file=path.name),
        kept=say("It was not changed."),
        remedy=say("Restore a backup, or save what can be read of it."),
    )
