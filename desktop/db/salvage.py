"""What can still be read of a damaged registry, in a new one; and a look at it without harm.

A verified backup comes first: it is whole. Salvage is for what was entered since, or where there
is no backup. The damaged file is never written to.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.db import in_use, keyring, soundness
from desktop.db.backup import demand_space, no_leftovers, publish_with_keys, refuse_existing
from desktop.db.connection import APPLICATION_ID, DatabaseError
from desktop.db.durable import part_of, private_folder
from desktop.db.files import beside
from desktop.db.reading import reading, side_files, writing
from desktop.db.salvage_rows import Damaged
from desktop.db.salvage_writing import fill, shape
from desktop.db.steps import STEPS
from desktop.db.vault_file import keys_path
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.keyring import Unlocked
    from desktop.db.salvage_writing import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What came of a salvage: rows saved and lost by table, and a check of the new file."""

    source: Path
    target: Path
    tables: tuple[Outcome, ...]
    problems: tuple[str, ...]

    @property
    def saved(self) -> int:
        """Rows in the new registry."""
        return sum(one.saved for one in self.tables)

    @property
    def lost(self) -> int:
        """Rows known to be lost; of a table without a readable index they cannot be known."""
        return sum(one.lost or 0 for one in self.tables)


def damage_in(path: Path) -> list[str]:
    """What makes a registry file unreadable, quickly told; an empty list for none.

    Reads only. For a locked registry the pages cannot be told from damaged ones: sign in first.
    """
    try:
        with reading(path, keyring.unlocked(path)) as connection:
            soundness.counts_of(connection)
            return soundness.page_problems(connection)
    except DatabaseError as error:
        return [str(error)]


def put_aside(path: Path, *, now: datetime | None = None) -> Path:
    """Copy a damaged registry, with its log and its keys, into a private folder beside it.

    The registry must be closed. Gives the copy, which may be looked at with ``read_only`` and
    salvaged from, whatever happens to the disk under the other one.
    """
    if in_use.is_open(path):  # to read its bytes now would drop the locks on it
        raise UserError(
            say("{file} is open.", file=path.name),
            kept=say("It was not changed."),
            remedy=say("Close it first."),
        )
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    folder = beside(path, f"damaged-{moment:%Y%m%dT%H%M%SZ}")
    try:
        demand_space(path, path.parent)
        private_folder(folder)
        log, _ = side_files(path)
        for file in (path, log, keys_path(path)):
            if file.exists():
                shutil.copyfile(file, folder / file.name)
                (folder / file.name).chmod(0o600)
    except OSError as error:
        raise UserError(
            say("The damaged registry cannot be copied aside: {error}.", error=error.strerror),
            kept=say("{file} is unchanged.", file=path.name),
            remedy=say("Copy the file to another disk, then save what is readable in the copy."),
        ) from error
    copy = folder / path.name
    if unlocked := keyring.unlocked(path):
        keyring.unlock(copy, unlocked)
    return copy


def salvage(
    path: Path, target: Path, *, report: Callable[[int, int, str], None] | None = None
) -> Salvaged:
    """Make a new registry at ``target`` of all rows of a damaged one that can be read.

    Rows whose patient was lost get a patient again, with an ID that says so. Raises UserError,
    with nothing left behind, if nothing can be read, if the registry is locked or of a newer
    program, or if a registry of that name exists.
    """
    unlocked = keyring.unlocked(path)
    if unlocked is not None:
        demand(unlocked.role, "restore")
    if not path.is_file():
        raise UserError(
            say("There is no registry at {path}.", path=path), remedy=say("Check the path.")
        )
    refuse_existing(target)
    with no_leftovers(path, target):
        for leftover in (part_of(target), *side_files(target)):
            leftover.unlink(missing_ok=True)
        demand_space(path, target.parent)
        damaged = Damaged(path, unlocked)
        try:
            version = _version_of(damaged, path)
            tables, problems = _saved(damaged, version, target, unlocked, report)
        finally:
            damaged.close()
        publish_with_keys(path, target)
    if unlocked is not None:
        keyring.unlock(target, unlocked)
    return Salvaged(source=path, target=target, tables=tuple(tables), problems=tuple(problems))


def _saved(
    damaged: Damaged,
    version: int,
    target: Path,
    unlocked: Unlocked | None,
    report: Callable[[int, int, str], None] | None,
) -> tuple[list[Outcome], list[str]]:
    with writing(part_of(target), unlocked) as connection:
        shape(connection, version)
        tables = fill(connection, damaged, report)
        return tables, soundness.page_problems(connection, is_full=True)


def _version_of(damaged: Damaged, path: Path) -> int:
    """The version of the damaged file's shape; UserError if not even that can be read."""
    try:
        version = int(damaged.connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(damaged.connection.execute("PRAGMA application_id").fetchone()[0])
        has_tables = bool(soundness.tables_of(damaged.connection))
    except DatabaseError as error:
        raise UserError(
            say("Nothing in {file} can be read: {error}.", file=path.name, error=error),
            kept=say("The file was not changed."),
            remedy=say(
                "If it is encrypted, sign in with its keys beside it. Otherwise restore a backup."
            ),
        ) from error
    if application != APPLICATION_ID or not has_tables:
        raise UserError(
            say("{file} is not a calcinosis registry.", file=path.name),
            kept=say("It was not changed."),
            remedy=say("Choose another file."),
        )
    if not 0 < version <= len(STEPS):
        raise UserError(
            say("{file} was made by a newer version of this program.", file=path.name),
            kept=say("It was not changed."),
            remedy=say("Install the newer version to open it."),
        )
    return version
