"""Backups by themselves: after half an hour with changes, on locking and at the end.

They are made beside the window's thread. The demonstration is not backed up: it can be made
again. A registry that has gone a week without a verified backup has a red line over every page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.paths import demonstration_registry
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.backups import Backup
    from desktop.db.backups_manifest import Why
    from desktop.ui.main_window import MainWindow
    from desktop.ui.tasks import Report

EVERY_MS = 60_000
"""How often it is looked whether a backup is due."""
FIRST_MS = 5_000
"""After a registry was opened: work on it comes first."""


class BackupWatch(QObject):
    """Watches over the backups of one window; ``made`` tells of a new one.

    ``start`` begins to make backups unasked; until then there are only those asked for.
    """

    made = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_on = False
        self._changed: Path | None = None
        self._quiet: Task | None = None
        self._looking_at: Path | None = None
        self._locked: Path | None = None
        self._looks = QTimer(self)
        self._looks.timeout.connect(self.look)
        window.session.changed.connect(self._note_change)
        window.session.registry_changed.connect(self._follow)
        window.warning.action.clicked.connect(self.make_now)

    def start(self) -> None:
        """Make backups unasked from now on, and warn where there are none."""
        self._is_on = True
        self._follow()

    @property
    def path(self) -> Path | None:
        """The registry that is watched; None for the demonstration, and while none is open."""
        registry = self._window.session.registry
        if registry is None or registry.path == demonstration_registry():
            return None
        return registry.path

    def _note_change(self, _changes: object) -> None:
        self._changed = self.path

    def _follow(self) -> None:
        self._window.warning.hide()
        self._looks.stop()
        if self._is_on and self.path is not None:
            self._looks.start(FIRST_MS)

    def look(self) -> None:
        """Make a backup if one is due, and warn if there was none for a week."""
        path = self.path
        self._looks.start(EVERY_MS)
        if path is None or self._quiet is not None or self._window.is_paused:
            return
        task = Task(say("Backup"), partial(_looked, path))
        # Methods, not partials of them: these end with the window.
        task.signals.finished.connect(self._looked)
        task.signals.failed.connect(self._failed)
        task.signals.ended.connect(self._rest)
        self._quiet, self._looking_at = task, path
        task.start()

    def _rest(self) -> None:
        self._quiet = None

    def _looked(self, told: tuple[Backup | None, bool]) -> None:
        backup, is_stale = told
        if self._looking_at != self.path:
            return
        if backup is not None:
            self._tell(backup)
        self._warn(is_stale=is_stale)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._looking_at == self.path:
            told = say("No backup could be made. {why}", why=str(error))
            self._window.warning.show_message("stop", told, action=say("Try again"))

    def _warn(self, *, is_stale: bool) -> None:
        if is_stale:
            told = say("There has been no verified backup of this registry for 7 days.")
            self._window.warning.show_message("stop", told, action=say("Back up now"))
        else:
            self._window.warning.hide()

    def _tell(self, backup: Backup) -> None:
        self._changed = None
        for failure in backup.failures:
            self._window.warning.show_message("warn", failure)
        self.made.emit(backup)

    def make_now(self) -> None:
        """Ctrl+Shift+B: make a backup now, with its progress in the status row."""
        registry = self._window.session.registry
        if registry is None:
            return
        task = self._task(registry.path, "asked")
        task.signals.finished.connect(self._tell_now)
        self._window.run_task(task)

    def _tell_now(self, backup: Backup) -> None:
        self._window.warning.hide()
        self._tell(backup)
        self._window.status.show_note(say("Backed up and verified: {file}", file=backup.name))

    @staticmethod
    def _task(path: Path, why: Why) -> Task:
        return Task(say("Making a backup"), partial(_made, path, why))

    def holds_closing(self) -> bool:
        """Begin the backup before the end, if there is something to back up.

        The window is closed once it is made, or once somebody says that it may go without.
        """
        path = self.path
        if not self._is_on or path is None or path != self._changed:
            return False
        self._changed = None
        task = self._task(path, "close")
        task.signals.finished.connect(self._close)
        task.signals.failed.connect(self._close_without)
        self._window.status.show_note(say("The window closes once the backup is made."))
        self._window.run_task(task, tells_failure=False)
        return True

    def _close(self, _backup: Backup) -> None:
        self._window.close()

    def _close_without(self, error: BaseException) -> None:
        window = self._window
        text = say("No backup could be made. {why}", why=str(error))
        if window.dialogs.confirm(window, say("Quit"), text, yes=say("Quit without a backup")):
            window.close()
        else:
            self._changed = self.path

    def then_forget_keys(self, path: Path) -> None:
        """A locked registry: make a last backup of what changed, then forget its keys."""
        if not self._is_on or path != self._changed:
            self._forget_keys(path)
            return
        self._changed, self._locked = None, path
        task = self._task(path, "close")
        task.signals.failed.connect(self._note_failure)
        task.signals.ended.connect(self._end_last)
        task.start()

    def _note_failure(self, _error: BaseException) -> None:
        self._changed = self._locked  # tried again once somebody is signed in

    def _end_last(self) -> None:
        if self._locked is not None:
            self._forget_keys(self._locked)

    def _forget_keys(self, path: Path) -> None:
        from desktop.db import keyring  # a registry was open: it was imported

        registry = self._window.session.registry
        if registry is None or registry.path != path:
            keyring.lock(path)


def _made(path: Path, why: Why, _report: Report) -> Backup:
    from desktop.work import backups

    return backups.make(path, why)


def _looked(path: Path, _report: Report) -> tuple[Backup | None, bool]:
    """Beside the window: a backup if one was due, and whether the last good one is old."""
    from desktop.db import backups
    from desktop.work.backups import make

    now = datetime.now(UTC)
    backup = make(path, "interval") if backups.is_due(path, now) else None
    return backup, backup is None and backups.is_stale(path, now)
