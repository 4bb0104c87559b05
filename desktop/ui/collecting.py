"""Garbage is collected in the window's thread alone.

Python collects cycles in whichever thread happens to allocate. A page or form that is part of a
cycle would then be destroyed by a worker thread, and Qt ends the program when a widget dies
outside the thread that made it. So the automatic collection is off while the window lives, and
a timer of the window's thread collects instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
LIMITS = (20_000, 5, 10)
"""New objects until the youngest are looked at; then how often until the next older ones are.

Python's own first limit is 700: looking again and again at what was made at the start takes
25 ms of it."""


class GarbageCollector(QObject):
    """Collects for as long as it lives; ``stop`` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # the program itself: it stays, and need not be looked through ever again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(INTERVAL_MS)

    def look(self) -> None:
        """Collect the generations whose limit is reached, the oldest of them once."""
        due = [age for age, n in enumerate(gc.get_count()) if n > LIMITS[age]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Let Python collect by itself again, at the end of the window."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
