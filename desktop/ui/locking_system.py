"""When the system itself is locked or goes to sleep, as far as it says so.

On Linux the message bus tells: the login service about Lock and sleep, the screen saver about
itself. Where there is no bus nothing is heard, and nothing fails.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIN = "org.freedesktop.login1"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class SystemLock(QObject):
    """``locked`` tells that the system was locked, put to sleep, or given to somebody else.

    ``heard`` is how many kinds of message it listens to.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard = 0
        if not sys.platform.startswith(("win", "darwin")):
            self._listen()

    def _listen(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection  # not on every system
        except ImportError:
            return
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._hear(system, _LOGIN, f"{_LOGIN}.Manager", "PrepareForSleep", "_began(bool)")
        self._hear(system, _LOGIN, f"{_LOGIN}.Session", "Lock", "_was_locked()")
        for saver in _SAVERS:
            self._hear(session, "", saver, "ActiveChanged", "_began(bool)")

    def _hear(
        self, bus: QDBusConnection, service: str, interface: str, name: str, slot: str
    ) -> None:
        if not bus.isConnected():
            return
        # The stubs ask for bytes, which the binding itself refuses.
        if bus.connect(service, "", interface, name, self, SLOT(slot)):  # type: ignore[call-overload]
            self.heard += 1

    @Slot(bool)
    def _began(self, is_so: bool) -> None:
        if is_so:
            self.locked.emit()

    @Slot()
    def _was_locked(self) -> None:
        self.locked.emit()
