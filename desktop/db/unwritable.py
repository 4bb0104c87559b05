"""What is said where a registry could not be written for a reason outside of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say

if TYPE_CHECKING:
    from pathlib import Path

LEAST_FREE = 1 << 16
"""Bytes that a registry needs to be opened at all: its log has an index of 32 KiB."""


def told_full(folder: Path) -> UserError | None:
    """The words for a disk that is too full to open a registry; None while there is room."""
    if shutil.disk_usage(folder).free >= LEAST_FREE:
        return None
    return UserError(
        say("The disk is full."),
        kept=say("Nothing was opened or changed."),
        remedy=say("Free some space, then try again."),
    )


def told_unwritable(error: BaseException) -> UserError | None:
    """The words for a full disk or a file closed to writing; None for any other error."""
    text = str(error)
    kept = say("Nothing was written; what you typed is still there.")
    if "disk is full" in text:
        return UserError(
            say("The disk is full."), kept=kept, remedy=say("Free some space, then try again.")
        )
    if "readonly database" in text or "read-only" in text:
        return UserError(
            say("This registry is closed to writing."),
            kept=kept,
            remedy=say("Check who may write to the file and its folder, or work on a copy."),
        )
    return None
