"""For children: notes when something was painted first, tells it to the parent and ends."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from desktop.ui.session import Session


PATIENCE_MS = 60_000


def started() -> int:
    """When the parent started this process, in nanoseconds of the monotonic clock."""
    return int(sys.argv[1])


def tell(**found: float) -> None:
    """Print what was found and end at once; closing the window is not measured."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def milliseconds_since(start: int) -> float:
    """Milliseconds since a reading of the monotonic clock."""
    return (time.monotonic_ns() - start) / 1e6


def memory_mb() -> float:
    """Resident memory of this process in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
            sizes = [line.split()[1] for line in status if line.startswith("VmRSS")]
    except OSError:
        return 0.0
    return int(sizes[0]) / 1024


def window() -> QMainWindow:
    """The main window of this process."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))


_AT_ONCE = Qt.EventPriority.HighEventPriority.value
_PAINTED = QEvent.Type(QEvent.registerEventType())


class Painted(QObject):
    """Calls ``then`` once a widget has been painted and shown on the screen.

    Qt paints and shows in one go; an event posted meanwhile comes right after it, before any
    work that the program has put off until it is painted.
    """

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QApplication.postEvent(self, QEvent(_PAINTED), _AT_ONCE)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == _PAINTED and self._then:
            then, self._then = self._then, None
            then()
        return super().event(event)


class _PlotsPainted(QObject):
    """Calls ``then`` once so many plots have been painted."""

    def __init__(self, plots: int, then: Callable[[], None]) -> None:
        super().__init__()
        self._missing = plots
        self._seen: set[int] = set()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._missing:
            parent = watched.parent() if isinstance(watched, QWidget) else None
            if isinstance(parent, QGraphicsView) and id(parent) not in self._seen:
                self._seen.add(id(parent))
                self._missing -= 1
                if not self._missing:
                    QApplication.postEvent(self, QEvent(_PAINTED), _AT_ONCE)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == _PAINTED:
            self._then()
        return super().event(event)


_watchers: list[QObject] = []


def on_first_paint(then: Callable[[], None]) -> None:
    """Call ``then`` after the first paint of the main window's central widget."""
    central = window().centralWidget()
    assert central is not None
    _watchers.append(Painted(then))
    central.installEventFilter(_watchers[-1])


def on_plots_painted(plots: int, then: Callable[[], None]) -> None:
    """Call ``then`` after so many plots have been painted."""
    application = QApplication.instance()
    assert application is not None
    _watchers.append(_PlotsPainted(plots, then))
    application.installEventFilter(_watchers[-1])


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def before_the_loop(prepare: Callable[[], None]) -> None:
    """Have ``prepare`` called when the program is about to enter its event loop."""
    enter = QApplication.exec

    def prepared(*_: object) -> int:
        # The program shows errors in dialogs, for which nobody would be there.
        sys.excepthook = _give_up
        QTimer.singleShot(PATIENCE_MS, partial(os._exit, 3))
        prepare()
        return enter()

    QApplication.exec = prepared  # type: ignore[method-assign]  # for this run only


def when_registry_is_open(then: Callable[[Session], None]) -> None:
    """Call ``then`` with the session of the main window once the registry was read."""
    session: Session = window().session  # type: ignore[attr-defined]  # the program's window
    single = Qt.ConnectionType.SingleShotConnection
    # Queued behind the window's own slot, which shows the list.
    session.registry_changed.connect(lambda: QTimer.singleShot(0, lambda: then(session)), single)
