"""Copies of the registry and proof that a file is sound."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.db import keyring, soundness
from desktop.db.connection import DatabaseError, connect
from desktop.db.durable import copy_whole, part_of, publish
from desktop.db.heads import chain_problems
from desktop.db.migrations import refuse_foreign, version_of
from desktop.db.reading import reading, side_files
from desktop.db.vault_file import keys_path
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.db.keyring import Unlocked

SPACE = 3
"""Free space that a copy demands, in sizes of the registry: the copy, its log, and some air."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a file holds: rows by table, the last transaction, the version of its shape."""

    counts: dict[str, int]
    head_seq: int
    head_seal: str
    version: int


def problems_of(path: Path) -> list[str]:
    """What is wrong with a registry file: pages, foreign keys, seals of the journal.

    An empty list means that everything fits. Raises UserError for a file that is none.
    """
    connection = connect(path)
    try:
        refuse_foreign(connection, path)
        return (
            soundness.page_problems(connection, is_full=True)
            + soundness.reference_problems(connection)
            + chain_problems(connection, keyring.unlocked(path))
        )
    except DatabaseError as error:
        return [str(error)]
    finally:
        connection.close()


def copy_registry(source: Path, target: Path) -> None:
    """Write a compact, verified copy of a registry to a new file, with its keys.

    Raises UserError if the target exists, cannot be written, or does not verify.
    """
    refuse_existing(target)
    with no_leftovers(source, target):
        connection = connect(source)
        try:
            refuse_foreign(connection, source)
            write_part(connection, target, keyring.unlocked(source))
        finally:
            connection.close()
        publish_with_keys(source, target)


def refuse_existing(target: Path) -> None:
    """Raise UserError if a registry of this name, or its keys, would be overwritten."""
    for path in (target, keys_path(target)):
        if path.exists():
            raise UserError(
                say("{path} exists already.", path=path),
                kept=say("It was not changed."),
                remedy=say("Use another name."),
            )


def demand_space(source: Path, folder: Path) -> None:
    """Raise UserError where the disk has less free space than three sizes of the registry."""
    size = sum(one.stat().st_size for one in (source, *side_files(source)) if one.exists())
    free = shutil.disk_usage(folder).free
    if free < SPACE * size:
        raise UserError(
            say(
                "There is too little free space for a copy in {folder}: {free} MB of {wanted} MB.",
                folder=folder,
                free=free // 10**6,
                wanted=SPACE * size // 10**6 + 1,
            ),
            kept=say("{file} is unchanged.", file=source.name),
            remedy=say("Free some space, or choose another place."),
        )


def write_part(connection: Connection, target: Path, unlocked: Unlocked | None) -> Content:
    """Copy what a connection sees to ``part_of(target)``, open the copy and compare.

    Works while other connections write: the copy is what was committed when it began. The copy
    has the key of the source. Raises DatabaseError, OSError, or UserError if it is not sound.
    """
    part = part_of(target)
    part.unlink(missing_ok=True)
    before = content_of(connection)
    connection.execute("VACUUM INTO ?", (str(part),))
    part.chmod(0o600)
    with reading(part, unlocked) as copy:
        wrong = soundness.page_problems(copy)
        held = None if wrong else content_of(copy)
    if held is not None:
        wrong = _differences(connection, before, held)
    if held is None or wrong:
        raise UserError(
            say("The copy is not sound: {problem}.", problem=wrong[0]),
            kept=say("The registry is unchanged."),
            remedy=say("Check the registry and the disk, then try again."),
        )
    return held


def content_of(connection: Connection) -> Content:
    """What a file holds at one moment, whoever writes meanwhile."""
    is_outermost = not connection.in_transaction
    if is_outermost:
        connection.execute("BEGIN")
    try:
        seq, seal = soundness.head_of(connection)
        counts = soundness.counts_of(connection)
        version = version_of(connection)
    finally:
        if is_outermost:
            connection.execute("ROLLBACK")
    return Content(counts=counts, head_seq=seq, head_seal=seal, version=version)


def _differences(connection: Connection, before: Content, held: Content) -> list[str]:
    """Where a copy is not what its source was; rows can be compared if nobody wrote meanwhile."""
    if soundness.seal_at(connection, held.head_seq) != held.head_seal:
        return [say("its journal ends elsewhere than the registry's")]
    if (held.head_seq, held.head_seal) == (before.head_seq, before.head_seal):
        return [
            say("{table} has {n} rows in place of {wanted}", table=name, n=n, wanted=wanted)
            for name, wanted in before.counts.items()
            if (n := held.counts.get(name)) != wanted
        ]
    return []


def publish_with_keys(source: Path, target: Path) -> None:
    """Give a finished copy its name, after its keys."""
    copy_keys(source, target)
    publish(target)


def copy_keys(source: Path, target: Path) -> str:
    """Copy the keys of an encrypted registry; gives their SHA-256, empty where there are none."""
    keys = keys_path(source)
    return copy_whole(keys, keys_path(target)) if keys.exists() else ""


@contextmanager
def no_leftovers(source: Path, target: Path, *others: Path) -> Iterator[None]:
    """Leave nothing of a copy that fails, nor of ``others``, and tell why as a UserError."""
    try:
        yield
    except BaseException as error:
        part = part_of(target)
        for leftover in (part, *side_files(part), target, keys_path(target), *others):
            leftover.unlink(missing_ok=True)
        if not isinstance(error, OSError | DatabaseError):
            raise
        raise UserError(
            say("The copy could not be written: {error}.", error=_told(error)),
            kept=say("{file} is unchanged.", file=source.name),
            remedy=say("Look at the disk: is it full, or closed to writing?"),
        ) from error


def _told(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
