"""Leaving a registry while the window stays: nothing that it showed remains in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.tasks import end_all

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

MOST_DIALOGS = 20
MOST_ROUNDS = 3
"""What tells its end may start what follows; more than one follower there is none."""


def leave_registry(window: MainWindow, *, keeps_keys: bool = False) -> None:
    """Throw the pages away and close the registry; something else must be in sight already.

    ``keeps_keys`` leaves the keys to whoever asks for it.
    """
    window.repaint()  # from here on nothing of a patient is in sight, whatever takes time
    end_work()
    window.navigation.forget_pages()
    window.session.close_registry(keeps_keys=keeps_keys)
    window.forget_commands()
    window.telling.forget()
    window.search.forget()
    window.status.forget()
    window.follow_state()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def end_work() -> None:
    """End all that runs beside the window, and let it tell so while its pages still stand."""
    for _ in range(MOST_ROUNDS):
        end_all()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def leave_editors() -> None:
    """A cell that is being typed in is left, so that its text is stored or kept as a draft."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
        QCoreApplication.sendPostedEvents(focused)


def close_dialogs(window: MainWindow) -> None:
    """Close what stands over the window; forms keep what was typed when they are left."""
    for _ in range(MOST_DIALOGS):
        above = QApplication.activePopupWidget() or _dialog_over(window)
        if above is None:
            return
        above.close()
    while (stubborn := _dialog_over(window)) is not None:
        stubborn.hide()
        stubborn.deleteLater()


def _dialog_over(window: MainWindow) -> QWidget | None:
    for one in reversed(QApplication.topLevelWidgets()):
        if one is not window and one.isVisible() and one.parentWidget() is not None:
            return one
    return None
