"""Locking the window: after idle time, by command, and with the system.

A locked window holds nothing of a patient: its pages are thrown away, the file is closed and its
keys are forgotten. What was typed lies as a draft in the encrypted registry. A registry that is
not encrypted has nobody who could sign in again, so it is not locked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QThread, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count
from desktop.ui.leaving import close_dialogs, leave_editors, leave_registry
from desktop.ui.locking_system import SystemLock
from desktop.ui.settings import LOCK_AFTER

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

Why = Literal["idle", "command", "system"]

SOON_MS = 1000
"""So long the idle lock waits again while a job is still running."""

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)

_NOTED = {
    "idle": mark("Locked after idle time"),
    "command": mark("Locked by command"),
    "system": mark("Locked with the system"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was when the window was locked: no names, only ids of this program."""

    path: Path
    user: str
    patient: str
    page: str


class Locking(QObject):
    """Locks one window; ``locked`` carries the place to which its user comes back."""

    locked = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watched: set[int] = set()
        self._is_locking = False
        self._page = ""
        self._used = (monotonic(), time())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._system: SystemLock | None = None
        window.session.registry_changed.connect(self._follow)
        window.session.asks.lock_time.connect(self._follow)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - a window has one
        app.focusWindowChanged.connect(self._watch)
        self._is_copied_here = False
        app.clipboard().dataChanged.connect(self._note_copy)

    @property
    def can_lock(self) -> bool:
        """True while an encrypted registry is open."""
        registry = self._window.session.registry
        return registry is not None and registry.unlocked is not None

    @property
    def minutes(self) -> int:
        """After so many minutes without a key or the mouse the window is locked."""
        return int(self._window.settings.read(LOCK_AFTER))

    def _follow(self) -> None:
        """Begin to watch with an encrypted registry, rest with any other."""
        self._watch(self._window.windowHandle())
        if not self.can_lock:
            self._timer.stop()
            return
        if self._system is None:
            self._system = SystemLock(self)
            self._system.locked.connect(partial(self.lock, "system"))
        self.use()
        self._timer.start(self.minutes * 60_000)

    def _watch(self, window: QWindow | None) -> None:
        """Listen to a window of this program; the events of its widgets pass through it."""
        if window is not None and id(window) not in self._watched:
            self._watched.add(id(window))
            window.installEventFilter(self)
            window.destroyed.connect(partial(self._watched.discard, id(window)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _SIGNS_OF_LIFE:
            self.use()
        return super().eventFilter(watched, event)

    def _note_copy(self) -> None:
        """What comes while a window of ours has the keyboard was copied here."""
        self._is_copied_here = QGuiApplication.focusWindow() is not None

    def _clear_clipboard(self) -> None:
        """Empty the clipboard where it holds something that was copied here."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or self._is_copied_here:
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def use(self) -> None:
        """Somebody is using the program."""
        self._used = (monotonic(), time())

    @property
    def idle_s(self) -> float:
        """Seconds since somebody did something; sleep counts, whichever clock saw it."""
        return max(monotonic() - self._used[0], time() - self._used[1])

    def look(self) -> None:
        """Lock if nobody was there for long enough, else look again when that may be so."""
        if not self.can_lock:
            return
        left = self.minutes * 60 - self.idle_s
        if left > 0:
            self._timer.start(int(left * 1000) + 1)
        elif self._window.is_paused:
            self._timer.start(SOON_MS)  # a job writes still: locked as soon as it has ended
        else:
            self.lock("idle")

    def by_command(self) -> None:
        """Ctrl+Shift+L: lock now; a running job is asked about."""
        window = self._window
        if not self.can_lock:
            told = say("This registry is not encrypted, so there is nothing to lock it with.")
            window.status.show_note(told)
            return
        if window.task is not None:
            text = say("{task} is still running.", task=window.task.name)
            if not window.dialogs.confirm(window, say("Lock"), text, yes=say("Stop it and lock")):
                return
        # Outside the event of the key: the widget that it went to is thrown away.
        QTimer.singleShot(0, self, partial(self.lock, "command"))

    def lock(self, why: Why) -> None:
        """Throw the content away, close the registry and forget its keys."""
        if self._is_locking or not self.can_lock:
            return
        self._is_locking = True
        try:
            self._lock(why)
        finally:
            self._is_locking = False

    def _lock(self, why: Why) -> None:
        window, session = self._window, self._window.session
        self._timer.stop()
        leave_editors()
        close_dialogs(window)
        if QThread.currentThread().loopLevel() > 1:
            # A dialog that was just closed has not returned to the page that opened it. Nothing
            # may be thrown away below it; out of sight it is at once.
            self._page = self._page or window.navigation.shown_name
            window.entrance.hide_content()
            QTimer.singleShot(SOON_MS // 20, self, partial(self.lock, why))
            return
        registry = session.registry
        assert registry is not None  # noqa: S101 - can_lock was asked
        way_in = registry.unlocked
        assert way_in is not None  # noqa: S101 - can_lock was asked
        page, self._page = self._page or window.navigation.shown_name, ""
        place = Place(registry.path, way_in.user, session.patient_id, page)
        window.entrance.show_locked(place, _hint(why, self.minutes))
        _note(window, why)
        try:
            leave_registry(window, keeps_keys=True)
        finally:  # whatever went wrong with the file, its keys are forgotten
            self._clear_clipboard()
            self.locked.emit(place)
            window.backups.then_forget_keys(place.path)


def _hint(why: Why, minutes: int) -> str:
    if why == "idle":
        return say_count(
            minutes,
            "Locked after {n} minute without use. What you typed is kept.",
            "Locked after {n} minutes without use. What you typed is kept.",
        )
    return say("Locked. What you typed is kept.")


def _note(window: MainWindow, why: Why) -> None:
    """Write it to the audit; a disk that is full or gone must not keep the window open."""
    registry = window.session.registry
    try:
        if registry is not None:
            registry.note("lock", say(_NOTED[why]))
    except (UserError, OSError) as error:
        if window.errors is not None:
            QTimer.singleShot(0, window, partial(window.errors.report, error))
