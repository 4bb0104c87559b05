"""The worklist of a large registry: until its first rows are painted, and how long it blocks."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.children.watch import (
    before_the_loop,
    tell,
    when_registry_is_open,
    window,
)

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.views.worklist import WorklistPage

WATCHED_S = 8.0
"""So long the event loop is watched while the guidance is applied patient by patient."""


def main() -> None:
    from desktop.ui.app import run

    before_the_loop(lambda: when_registry_is_open(listen))
    run(Path(sys.argv[2]))


def listen(session: Session) -> None:
    """Measure anew from here: what is imported once is imported."""
    main_window: MainWindow = window()  # type: ignore[assignment]  # the program's window
    page = main_window.navigation.place("worklist")
    worklist: WorklistPage = page  # type: ignore[assignment]  # by its name
    assert session.registry is not None
    path = session.registry.path

    def again() -> None:
        worklist.feed.ready.connect(partial(painted, time.perf_counter(), path), _ONCE)
        worklist.feed.forget()
        worklist.feed.refresh(path, worklist.feed.day)

    from desktop.ui.warm_up import WarmUp

    # What is got ready for the first patient has pauses of its own.
    warm_up = main_window.findChild(WarmUp)
    assert warm_up is not None
    patience = QTimer(main_window)

    def go_on() -> None:
        if warm_up.steps_left == 0:
            patience.stop()
            again()

    patience.timeout.connect(go_on)
    patience.start(200)


_ONCE = Qt.ConnectionType.SingleShotConnection


def painted(started: float, path: Path, _board: object) -> None:
    QApplication.processEvents()
    shown_ms = (time.perf_counter() - started) * 1000
    Heartbeat(shown_ms, glance_ms(path))


def glance_ms(path: Path) -> float:
    from desktop.db.attention import glance

    started = time.perf_counter()
    glance(path)
    return (time.perf_counter() - started) * 1000


class Heartbeat:
    """Notes the longest time in which the event loop had no turn."""

    def __init__(self, shown_ms: float, floor_ms: float) -> None:
        self.worst, self.last = 0.0, time.perf_counter()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start(5)
        self.end = QTimer()
        self.end.setSingleShot(True)
        self.end.timeout.connect(
            lambda: tell(ms=shown_ms, floor_ms=floor_ms, blocked_ms=self.worst * 1000)
        )
        self.end.start(int(WATCHED_S * 1000))
        _KEPT.append(self)

    def beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self.last)
        self.last = now


_KEPT: list[Heartbeat] = []

if __name__ == "__main__":  # processes that the program starts import this module
    main()
