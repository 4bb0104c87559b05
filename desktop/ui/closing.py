"""Closing the window: nothing running is cut off in silence, and what changed is backed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.ui.tasks import end_all

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desktop.ui.main_window import MainWindow


def close_window(window: MainWindow, event: QCloseEvent) -> None:
    """Close, after a question where a job is running; wait with a note for a last backup."""
    if window.task is not None:
        text = say("{task} is still running.", task=window.task.name)
        if not window.dialogs.confirm(window, say("Quit"), text, yes=say("Stop it and quit")):
            event.ignore()
            return
    elif window.backups.holds_closing():
        event.ignore()
        return
    window.closing.emit()
    end_all()
    window.session.close()
    event.accept()
