"""Shows the worklist of a large registry: when its first rows are painted, and what it holds up."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from desktop.db.registry import Registry
from tests.benchmarks.children.watch import tell

if TYPE_CHECKING:
    from desktop.ui.views.worklist import WorklistPage

WATCHED_S, BEAT_MS = 10.0, 2


class Beats:
    """The longest time in which the window did not get to its next event."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main() -> None:
    from desktop.ui.app import application, make_window
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.settings import Settings
    from desktop.ui.theme import apply_theme

    path = Path(sys.argv[2])
    plain = plain_ms(path)
    apply_theme(application(), "light")
    window = make_window(Settings(), Dialogs())
    window.resize(1440, 900)
    window.show()
    page = cast("WorklistPage", window.navigation.place("worklist"))
    QApplication.processEvents()
    begun = time.perf_counter()
    window.start(path)
    beats = Beats()
    while not page.items and time.perf_counter() - begun < WATCHED_S:
        QApplication.processEvents()
    QApplication.processEvents()
    first = (time.perf_counter() - begun) * 1000
    until = time.perf_counter() + WATCHED_S
    while time.perf_counter() < until:
        QApplication.processEvents()
    window.close()
    QThreadPool.globalInstance().waitForDone(3000)  # its processes would outlive this one
    tell(first_ms=first, block_ms=beats.longest * 1000, plain_ms=plain, watched_s=WATCHED_S)


def plain_ms(path: Path) -> float:
    begun = time.perf_counter()
    with Registry.open(path) as registry:
        registry.patients()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":  # processes that the program starts import this module
    main()
