"""What can be done about a registry that was not opened: try again, backups, a look, salvage.

Whether a file is damaged is looked at beside the window; until that is known, only what is
right in any case is offered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.ui.dialogs import REGISTRY_FILES
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.salvage import Salvaged
    from desktop.ui.main_window import MainWindow
    from desktop.ui.tasks import Report
    from desktop.ui.views.start import Way


class WaysForward:
    """The ways from one refusal; they are offered on the start page of the window."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        self._window, self._path = window, path

    def offer(self) -> None:
        """Offer what is known to help, then look for damage and offer more."""
        self._show(is_damaged=False)
        if self._path.is_file():
            task = Task("", partial(_damage, self._path))
            task.signals.finished.connect(self._take_look)
            task.start()

    def _take_look(self, problems: list[str]) -> None:
        is_shown = self._window.stack.currentWidget() is self._window.start_page
        if problems and is_shown and self._window.session.registry is None:
            self._show(is_damaged=True)

    def _show(self, *, is_damaged: bool) -> None:
        from desktop.db import backups

        ways: list[Way] = []
        if self._path.exists():
            again = partial(self._window.entrance.open_or_tell, self._path)
            ways.append((say("Try again"), again))
        if backups.listed(self._path):
            ways.append((say("Backups…"), self._backups))
        if is_damaged:
            ways.append((say("Open a read-only copy"), self._look))
            ways.append((say("Salvage what can be read…"), self._salvage))
        self._window.start_page.show_ways(ways)

    def _backups(self) -> None:
        from desktop.ui.views.backups_dialog import BackupsDialog

        BackupsDialog(self._window, self._path).open()

    def _look(self) -> None:
        task = Task(say("Copying the damaged registry"), partial(_copied, self._path))
        task.signals.finished.connect(self._open_copy)
        self._window.run_task(task)

    def _open_copy(self, copy: Path) -> None:
        self._window.entrance.open_copy(copy)

    def _salvage(self) -> None:
        target = self._window.dialogs.save_file(
            self._window,
            say("Salvage what can be read…").removesuffix("…"),
            REGISTRY_FILES,
            suggested=f"{self._path.stem}-salvaged.registry",
        )
        if target is None:
            return
        task = Task(say("Salvaging"), partial(_salvaged, self._path, target))
        task.signals.finished.connect(self._open_salvaged)
        self._window.run_task(task)

    def _open_salvaged(self, made: Salvaged) -> None:
        self._window.entrance.open_or_tell(made.target)
        told = say_count(made.saved, "{n} row saved", "{n} rows saved")
        lost = say_count(made.lost, "{n} row known to be lost", "{n} rows known to be lost")
        self._window.dialogs.tell(
            self._window, say("Salvaged"), f"{told}, {lost}.", details="\n".join(made.problems)
        )


def _damage(path: Path, _report: Report) -> list[str]:
    """What is damaged, as far as it can be told; nothing of a file that is locked."""
    from desktop.db import keyring, vault
    from desktop.db.salvage import damage_in
    from desktop.domain.errors import UserError
    from desktop.ui.signing_in import begins_plainly

    if vault.is_encrypted(path):
        if keyring.unlocked(path) is None:
            return []
    elif not begins_plainly(path):
        return []
    try:
        return damage_in(path)
    except UserError as error:
        return [error.what]


def _copied(path: Path, _report: Report) -> Path:
    from desktop.db.salvage import put_aside

    return put_aside(path)


def _salvaged(path: Path, target: Path, report: Report) -> Salvaged:
    from desktop.work.backups import salvage

    return salvage(path, target, report=report)
