"""A second place for the backups of a registry, such as another disk or a network drive.

What is copied there is read back and compared. A place that cannot be reached is told and is no
reason to lose the backup that was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.db.durable import copy_whole, private_folder
from desktop.db.files import beside, write_private
from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Places(msgspec.Struct, frozen=True):
    """The content of ``places.json``; an empty text for none."""

    second: str = ""


def _setting(folder: Path) -> Path:
    return folder / "places.json"


def second_place(path: Path) -> Path | None:
    """The second place for the backups of a registry; None if none is set."""
    return _second(beside(path, "backups"))


def _second(folder: Path) -> Path | None:
    try:
        found = msgspec.json.decode(_setting(folder).read_bytes(), type=Places)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UserError(
            say("The setting for the second place of backups cannot be read."),
            kept=say("The backups beside the registry are not affected."),
            remedy=say("Choose the second place again."),
        ) from error
    return folder.joinpath(found.second) if found.second else None


def set_second_place(path: Path, place: Path | None) -> None:
    """Set the second place, an existing folder, or none; what lies there already stays.

    Raises UserError if it cannot be written to, or is where the backups lie anyway.
    """
    folder = beside(path, "backups")
    try:
        if place is not None:
            _refuse_useless(place, folder)
            private_folder(place / folder.name)
        private_folder(folder)
        text = str(place.resolve()) if place else ""
        write_private(_setting(folder), msgspec.json.encode(Places(text)))
    except OSError as error:
        raise UserError(
            say("Backups cannot be kept in {folder}: {error}.", folder=place, error=error.strerror),
            kept=say("The second place is as it was."),
            remedy=say("Check that the folder may be written to, or choose another one."),
        ) from error


def _refuse_useless(place: Path, folder: Path) -> None:
    if not place.is_dir():
        raise UserError(
            say("There is no folder {folder}.", folder=place),
            kept=say("The second place is as it was."),
            remedy=say("Choose an existing folder, best on another disk."),
        )
    if place.resolve() in (folder.parent.resolve(), folder.resolve()):
        raise UserError(
            say("The backups lie in {folder} already.", folder=place),
            kept=say("The second place is as it was."),
            remedy=say("Choose an existing folder, best on another disk."),
        )


def copy_out(folder: Path, files: Sequence[Path]) -> tuple[str, ...]:
    """Copy one backup to the second place, if one is set; gives what went wrong there.

    The files are taken in their order; each is read back and compared.
    """
    try:
        place = _second(folder)
        if place is None:
            return ()
        if not place.is_dir():
            return (say("The second place for backups is not there: {folder}.", folder=place),)
        target = place / folder.name
        private_folder(target)
        for file in files:
            if file.exists():
                copy_whole(file, target / file.name)
    except UserError as error:
        return (str(error),)
    except OSError as error:
        told = say(
            "The backup could not be copied to the second place: {error}.",
            error=error.strerror or error,
        )
        return (told,)
    return ()


def drop(folder: Path, names: Sequence[str]) -> None:
    """Delete from the second place what was deleted here; one out of reach keeps it."""
    try:
        place = _second(folder)
        if place is not None:
            for name in names:
                (place / folder.name / name).unlink(missing_ok=True)
    except (OSError, UserError):
        return
