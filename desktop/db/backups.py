"""The backups of a registry, in ``REGISTRY.backups`` beside it: made, verified, listed, thinned.

Each is a copy of the registry, of its keys if it is encrypted, and a manifest. The copy gets its
name last: what lacks it is no backup. Backups are never opened for writing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.db import backups_places, backups_policy, keyring, soundness
from desktop.db.backup import copy_keys, demand_space, no_leftovers, write_part
from desktop.db.backups_manifest import (
    Manifest,
    Why,
    is_authentic,
    read_manifest,
    time_of,
    write_manifest,
)
from desktop.db.connection import DatabaseError, connect
from desktop.db.durable import PART, part_of, private_folder, publish, sha256
from desktop.db.files import beside
from desktop.db.vault_file import keys_path
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop.db.keyring import Unlocked

ENDING = ".registry"
_UNCHANGING = ("backup", "verify", "sign_in", "sign_out", "failed_sign_in", "lock", "clock")
"""Events of the journal that alone are no reason for another backup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup.

    Attributes:
        file: the copy of the registry.
        is_authentic: whether its manifest is unaltered; None where that cannot be told.
        difference: rows that the registry has more, or fewer (negative), by table, where they
            differ; None where it was not compared or cannot be.
        failures: places where it could not be put as well, told when it is made.
    """

    file: Path
    manifest: Manifest
    is_authentic: bool | None = None
    difference: Mapping[str, int] | None = None
    failures: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in lists: its file name."""
        return self.file.name

    @property
    def made_at(self) -> datetime:
        """When it was made, UTC."""
        return self.manifest.made

    @property
    def verified_at(self) -> datetime | None:
        """When it was last found to be sound; None if it is not believed to be."""
        return None if self.is_authentic is False else self.manifest.verified


def folder_of(path: Path) -> Path:
    """Where the backups of a registry lie."""
    return beside(path, "backups")


def manifest_path(file: Path) -> Path:
    """Where the manifest of a backup lies."""
    return file.with_suffix(".json")


def make(path: Path, why: Why, *, now: datetime | None = None) -> Backup:
    """Make, verify and keep a backup of a registry, then drop the ones not needed any more.

    Other connections may go on writing. It goes to the second place as well, if one is set; a
    failure there is told in ``failures``. Raises UserError, with nothing left behind, if the
    registry is locked, the disk is full, or the copy is not sound.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    unlocked = keyring.unlocked(path)
    file = _made(path, why, moment, unlocked)
    found = _read(file, unlocked)
    assert found is not None  # noqa: S101 - it was written just now, or that would have raised
    thin(path, moment)
    return replace(found, failures=backups_places.copy_out(folder_of(path), _files_of(file)))


def _made(path: Path, why: Why, moment: datetime, unlocked: Unlocked | None) -> Path:
    connection = connect(path)
    try:
        folder = folder_of(path)
        _prepare(folder, path)
        file = _free_name(folder, path, moment)
        demand_space(path, folder)
        with no_leftovers(path, file, manifest_path(file)):
            held = write_part(connection, file, unlocked)
            digest, size = sha256(part_of(file)), part_of(file).stat().st_size
            keys_digest = copy_keys(path, file)
            manifest = Manifest(
                file=file.name,
                sha256=digest,
                size=size,
                counts=held.counts,
                head_seq=held.head_seq,
                head_seal=held.head_seal,
                file_version=held.version,
                program=__version__,
                made_at=moment.isoformat(timespec="seconds"),
                why=why,
                is_encrypted=unlocked is not None,
                keys_sha256=keys_digest,
                verified_at=moment.isoformat(timespec="seconds"),
            )
            write_manifest(manifest_path(file), manifest, unlocked)
            publish(file)
    finally:
        connection.close()
    return file


def _prepare(folder: Path, path: Path) -> None:
    """The folder, for its owner alone, without what a cut-off backup left."""
    try:
        private_folder(folder)
        for leftover in folder.glob(f"*{PART}*"):
            leftover.unlink()
    except OSError as error:
        raise UserError(
            say(
                "Backups cannot be kept in {folder}: {error}.", folder=folder, error=error.strerror
            ),
            kept=say("{file} is unchanged.", file=path.name),
            remedy=say("Check that the folder may be written to, or choose a second place."),
        ) from error


def _free_name(folder: Path, path: Path, moment: datetime) -> Path:
    stem = f"{path.stem}-{moment:%Y%m%dT%H%M%SZ}"
    file, number = folder / f"{stem}{ENDING}", 1
    while file.exists() or manifest_path(file).exists():
        number += 1
        file = folder / f"{stem}-{number}{ENDING}"
    return file


def listed(path: Path, *, compares: bool = False) -> tuple[Backup, ...]:
    """The backups of a registry, newest first; ``compares`` adds the difference in rows."""
    found = listed_in(folder_of(path), keyring.unlocked(path))
    if not compares:
        return found
    present = _counts_now(path)
    return tuple(replace(one, difference=difference(present, one)) for one in found)


def listed_in(folder: Path, unlocked: Unlocked | None) -> tuple[Backup, ...]:
    """The backups in a folder, newest first, such as in the second place."""
    found = [one for file in folder.glob(f"*{ENDING}") if (one := _read(file, unlocked))]
    return tuple(sorted(found, key=lambda one: (one.made_at, one.name), reverse=True))


def newest(path: Path) -> Backup | None:
    """The newest backup that was verified and not altered since; None if there is none."""
    return next((one for one in listed(path) if one.verified_at), None)


def difference(present: Mapping[str, int] | None, backup: Backup) -> Mapping[str, int] | None:
    """How many rows more the registry has than a backup, by table, where they differ."""
    if present is None:
        return None
    held = backup.manifest.counts
    names = dict.fromkeys((*held, *present))
    return {name: more for name in names if (more := present.get(name, 0) - held.get(name, 0)) != 0}


def _counts_now(path: Path) -> dict[str, int] | None:
    """Rows of the registry by table; None while it cannot be read."""
    try:
        connection = connect(path)
    except UserError:
        return None
    try:
        return soundness.counts_of(connection)
    except DatabaseError:
        return None
    finally:
        connection.close()


def is_due(path: Path, now: datetime, *, is_closing: bool = False) -> bool:
    """Whether a backup is to be made now: 30 minutes after the last one, or on closing.

    Only if something changed since then. Raises UserError for a registry that cannot be read.
    """
    # One from the future was made while the clock was wrong, and would always seem to be the last.
    last = next((one for one in listed(path) if one.made_at <= now), None)
    last_made = None if last is None or is_closing else last.made_at
    return backups_policy.is_due(last_made, now, is_changed=_is_changed(path, last))


def _is_changed(path: Path, last: Backup | None) -> bool:
    known = last.manifest if last else None
    marks = ", ".join("?" for _ in _UNCHANGING)
    connection = connect(path)
    try:
        if known and soundness.seal_at(connection, known.head_seq) != known.head_seal:
            return True
        since = known.head_seq if known else 0
        return bool(
            connection.execute(
                f"SELECT 1 FROM transactions WHERE seq > ? AND kind NOT IN ({marks}) LIMIT 1",  # noqa: S608 - question marks
                (since, *_UNCHANGING),
            ).fetchone()
        )
    finally:
        connection.close()


def is_stale(path: Path, now: datetime) -> bool:
    """Whether a registry with something in it has had no verified backup for 7 days."""
    verified = [one.verified_at for one in listed(path) if one.verified_at]
    return backups_policy.is_stale(verified, now, since=_begun(path))


def _begun(path: Path) -> datetime | None:
    connection = connect(path)
    try:
        row = connection.execute("SELECT at FROM transactions ORDER BY seq LIMIT 1").fetchone()
    finally:
        connection.close()
    return time_of(row[0]) if row else None


def thin(path: Path, now: datetime) -> tuple[Path, ...]:
    """Drop the backups that the rules do not keep, here and in the second place."""
    known = [
        backups_policy.Kept(
            name=one.name,
            made_at=one.made_at,
            is_before_migration=one.manifest.why == "migration",
            is_verified=one.verified_at is not None,
        )
        for one in listed(path)
    ]
    folder = folder_of(path)
    dropped = tuple(folder / name for name in backups_policy.to_thin(known, now))
    for file in dropped:
        remove(file)
    backups_places.drop(folder, [one.name for file in dropped for one in _files_of(file)])
    return dropped


def remove(file: Path) -> None:
    """Delete one backup; the copy goes first, so that no half of one is taken for whole."""
    for one in (file, manifest_path(file), *file.parent.glob(f"{file.name}.*")):
        one.unlink(missing_ok=True)


def stamp(backup: Backup, unlocked: Unlocked | None, manifest: Manifest) -> Backup:
    """Write down that a backup was verified or drilled; its manifest is sealed anew."""
    written = write_manifest(manifest_path(backup.file), manifest, unlocked)
    return replace(backup, manifest=written)


def _files_of(file: Path) -> list[Path]:
    """What belongs to a backup, in the order in which it is written."""
    return [keys_path(file), manifest_path(file), file]


def _read(file: Path, unlocked: Unlocked | None) -> Backup | None:
    manifest = read_manifest(manifest_path(file))
    if manifest is None or manifest.file != file.name:
        return None
    return Backup(file=file, manifest=manifest, is_authentic=is_authentic(manifest, unlocked))


def without_manifest(path: Path) -> Sequence[Path]:
    """Copies in the folder of backups that have no readable manifest."""
    files = sorted(folder_of(path).glob(f"*{ENDING}"))
    return [file for file in files if _read(file, None) is None]
