"""Backups with their entry in the audit: made, tried, brought back, saved from damage."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.db import backups, backups_places, backups_restore, keyring
from desktop.db import salvage as salvaging
from desktop.db.backup import copy_registry
from desktop.db.registry import Registry
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.roles import demand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.db.backups import Backup
    from desktop.db.backups_manifest import Why
    from desktop.db.backups_restore import Drill, Restored
    from desktop.db.salvage import Salvaged


def make(path: Path, why: Why, *, now: datetime | None = None) -> Backup:
    """Make a verified backup of a registry and write that into its audit.

    Raises UserError, with nothing left behind, if it cannot be made, and while another program
    works on the registry: that one makes its own.
    """
    with Registry.open(path) as registry:
        made = backups.make(path, why, now=now)
        known = made.manifest
        registry.note(
            "backup",
            say("Make a backup"),
            details={
                "file": made.name,
                "sha256": known.sha256,
                "why": known.why,
                "head": f"{known.head_seq}·{known.head_seal[:8]}",
                "failures": list(made.failures),
            },
        )
    return made


def before(path: Path, why: Why, *, now: datetime | None = None) -> Backup | None:
    """Make a backup before something that changes much, unless the last one holds all there is.

    None where nothing was to be saved. Raises UserError if it cannot be made.
    """
    if not path.exists():
        return None
    moment = now or datetime.now(UTC)
    return make(path, why, now=now) if backups.is_due(path, moment, is_closing=True) else None


def copy(source: Path, target: Path) -> None:
    """Write a verified copy to a place of one's own; an encrypted registry's audit hears of it.

    Raises UserError if it cannot be written, and, with the copy in its place, if another program
    is working on the registry, so that nothing can be told there.
    """
    copy_registry(source, target)
    if keyring.unlocked(source) is None:
        return
    with Registry.open(source) as registry:
        registry.note("backup", say("Make a copy"), details={"file": target.name})


def restore(source: Path, target: Path) -> Restored:
    """Bring a registry back under a new name, and write into its audit where it came from.

    Raises UserError as ``backups_restore.restore`` does.
    """
    restored = backups_restore.restore(source, target)
    details = {
        "file": source.name,
        "manifest": restored.manifest_sha256,
        "head": f"{restored.content.head_seq}·{restored.content.head_seal[:8]}",
    }
    with Registry.open(target) as registry:
        registry.note("restore", say("Restore from a backup"), details=details)
    return restored


def remove(path: Path, name: str) -> None:
    """Delete one backup, by the name of its file, and write that into the audit.

    Raises UserError where there is no such backup, and where the role does not allow it.
    """
    with Registry.open(path) as registry:
        demand(registry.role, "restore")
        files = {one.name: one.file for one in backups.listed(path)}
        if name not in files:
            raise UserError(
                say(
                    "There is no backup called {name} in {folder}.",
                    name=name,
                    folder=backups.folder_of(path),
                ),
                remedy=say("Look into the list of backups for its name."),
            )
        backups.remove(files[name])
        registry.note("backup", say("Delete a backup"), details={"file": name})


def set_second_place(path: Path, place: Path | None) -> None:
    """Choose the second place for backups, or none, and write that into the audit.

    Raises UserError for a place that will not do, and where the role does not allow it.
    """
    with Registry.open(path) as registry:
        demand(registry.role, "restore")
        backups_places.set_second_place(path, place)
        what = say("Choose a second place for backups")
        registry.note("backup", what, details={"folder": str(place.resolve()) if place else ""})


def drill(path: Path) -> Drill:
    """Try to restore the newest backup, and write into the audit how that went."""
    with Registry.open(path) as registry:
        tried = backups_restore.drill(path)
        details = {"file": tried.backup.name, "problems": list(tried.problems)}
        registry.note("verify", say("Try to restore the newest backup"), details=details)
    return tried


def salvage(
    path: Path, target: Path, *, report: Callable[[int, int, str], None] | None = None
) -> Salvaged:
    """Save what can be read of a damaged registry into a new one, and write that into its audit.

    Raises UserError as ``desktop.db.salvage.salvage`` does.
    """
    saved = salvaging.salvage(path, target, report=report)
    details = {
        "file": path.name,
        "lost": {one.table: one.lost for one in saved.tables if one.lost != 0},
        "remade": {one.table: one.remade for one in saved.tables if one.remade},
    }
    with Registry.open(target) as registry:
        registry.note(
            "restore", say("Save what is readable of a damaged registry"), details=details
        )
    return saved


def lend_key(path: Path, file: Path) -> None:
    """Let whoever has signed in to a registry read one of its backups, made with the same keys."""
    if (unlocked := keyring.unlocked(path)) is not None and keyring.unlocked(file) is None:
        keyring.unlock(file, unlocked)
