"""The way back from a backup, and the drill that proves that there is one.

A restore never overwrites: the registry comes back under a new name, and what happened to the
old one can still be found out.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop.db import backups, keyring
from desktop.db.backup import (
    Content,
    content_of,
    demand_space,
    no_leftovers,
    publish_with_keys,
    refuse_existing,
    write_part,
)
from desktop.db.backups_manifest import Manifest, is_authentic, read_manifest
from desktop.db.backups_proof import content_problems, fits, problems_with
from desktop.db.connection import DatabaseError
from desktop.db.durable import sha256
from desktop.db.heads import chain_problems
from desktop.db.migrations import refuse_foreign
from desktop.db.opening import refuse_keyless
from desktop.db.reading import reading, side_files
from desktop.db.vault_file import HEADER, first_bytes, is_encrypted
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.db.keyring import Unlocked


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A registry that came back from a copy; ``manifest_sha256`` is empty for a copy without."""

    source: Path
    target: Path
    content: Content
    manifest_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """How a trial restore went: what was wrong, and the rows of each table that came back."""

    backup: backups.Backup
    problems: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def is_passed(self) -> bool:
        """Whether the backup can be relied on."""
        return not self.problems


def restore(source: Path, target: Path) -> Restored:
    """Make a registry at ``target``, which must not exist, from a backup or any other copy.

    The keys come along; whoever could sign in then can sign in now. Raises UserError, with
    nothing left behind, if the copy is locked, altered or damaged, if the role does not allow
    it, or if a registry of that name exists.
    """
    unlocked = keyring.unlocked(source)
    if unlocked is not None:
        demand(unlocked.role, "restore")
    if not source.is_file():
        raise UserError(
            say("There is no registry at {path}.", path=source), remedy=say("Check the path.")
        )
    if first_bytes(source) != HEADER and not is_encrypted(source):
        refuse_keyless(source)
    refuse_existing(target)
    known = backups.manifest_path(source)
    manifest = read_manifest(known)
    if manifest is not None and manifest.file == source.name:
        _refuse_altered(source, manifest, unlocked)
        digest = sha256(known)
    else:
        digest = ""
    content = _brought_back(source, target, unlocked)
    return Restored(source=source, target=target, content=content, manifest_sha256=digest)


def _brought_back(source: Path, target: Path, unlocked: Unlocked | None) -> Content:
    with no_leftovers(source, target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for leftover in side_files(target):  # of a registry that had this name before
            leftover.unlink(missing_ok=True)
        demand_space(source, target.parent)
        with reading(source, unlocked) as connection:
            refuse_foreign(connection, source)
            content = write_part(connection, target, unlocked)
        publish_with_keys(source, target)
    if unlocked is not None:
        keyring.unlock(target, unlocked)
    return content


def _refuse_altered(source: Path, manifest: Manifest, unlocked: Unlocked | None) -> None:
    backup = backups.Backup(
        file=source,
        manifest=manifest,
        is_authentic=is_authentic(manifest, unlocked),
    )
    problems = problems_with(backup, unlocked, opens=False)
    if problems:
        raise UserError(
            say("{file} is not sound: {problem}.", file=source.name, problem=problems[0]),
            kept=say("Nothing was restored; the copy is as it was."),
            remedy=say("Take another backup, or save what is readable in this one."),
        )


def drill(path: Path, *, now: datetime | None = None) -> Drill:
    """Restore the newest backup into a private folder, check it, and delete it again.

    The manifest keeps when that was done. Raises UserError if there is no backup or no space.
    """
    unlocked = keyring.unlocked(path)
    found = backups.listed(path)
    if not found:
        raise UserError(
            say("There is no backup of {file} yet.", file=path.name),
            remedy=say("Make one first."),
        )
    newest = found[0]
    if not fits(newest, unlocked):
        raise UserError(
            say("The newest backup was made with keys of before."),
            kept=say("It is as it was; its own keys lie beside it."),
            remedy=say("Make a new backup, then try again."),
        )
    folder = Path(tempfile.mkdtemp(prefix=".drill-", dir=backups.folder_of(path)))
    try:
        problems, counts = _tried(newest, folder / path.name, unlocked)
    finally:
        shutil.rmtree(folder)
    if not problems:
        moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        stamped = msgspec.structs.replace(newest.manifest, verified_at=moment, drilled_at=moment)
        newest = backups.stamp(newest, unlocked, stamped)
    return Drill(backup=newest, problems=tuple(problems), counts=counts)


def _tried(
    backup: backups.Backup, target: Path, unlocked: Unlocked | None
) -> tuple[list[str], Mapping[str, int]]:
    try:
        _refuse_altered(backup.file, backup.manifest, unlocked)
        _brought_back(backup.file, target, unlocked)
        with reading(target, unlocked) as connection:
            problems = content_problems(connection, backup.manifest)
            problems += chain_problems(connection, unlocked)
            return problems, content_of(connection).counts
    except DatabaseError as error:
        return [str(error)], {}
    except UserError as error:
        return [error.what], {}
    finally:
        keyring.lock(target)
