"""Long work off the window's thread: a pure function with a progress report, and Stop.

The function gets ``report(done, total, text)``, which raises Cancelled after Stop. Result
and error come back on the window's thread as signals.
"""

from __future__ import annotations

from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    Report = Callable[[int, int, str], None]

EVERY_SECONDS = 0.05
"""Progress is passed on at most this often; the last report of a job always is."""


class TaskSignals(QObject):
    """What a task tells: progress, then ended, then one of finished, failed, stopped.

    ``heard`` comes last of all, when everything before it was delivered.
    """

    progress = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    heard = Signal()


class Task:
    """One job in the thread pool; ``name`` says what it does, for the progress line.

    It lives until it has told how it ended, whether anybody holds it or not. A job that waits
    for something else takes ``halt``, the event that tells it to stop, and waits for that too.

    No QRunnable: the pool would keep each one for ever, with all that its job was given. And
    the thread of the pool never lets go of it last, for its signals belong to the window's.
    """

    def __init__(
        self, name: str, job: Callable[[Report], object], *, halt: Event | None = None
    ) -> None:
        self.name = name
        self.signals = TaskSignals()
        self._job = job
        self._stop = halt or Event()
        self._is_over = Event()
        self._last = 0.0
        self.signals.heard.connect(self._let_go)

    def start(self) -> None:
        """Run in the thread pool."""
        _under_way.add(self)
        QThreadPool.globalInstance().start(partial(_run, [self], self._is_over))

    def stop(self) -> None:
        """Ask the job to stop at its next report; what it began is rolled back."""
        self._stop.set()

    def run(self) -> None:
        """Do the job; called by the thread pool."""
        try:
            result = self._job(self._report)
        except Cancelled:
            self._end(self.signals.stopped.emit)
        except Exception as error:  # noqa: BLE001 - handed to the window, which shows it
            self._end(partial(self.signals.failed.emit, error))
        else:
            self._end(partial(self.signals.finished.emit, result))

    def _end(self, tell: Callable[[], object]) -> None:
        """Tell the end first: what follows a result may start the next task."""
        self.signals.ended.emit()
        tell()
        self.signals.heard.emit()

    def _let_go(self) -> None:
        if self not in _under_way:
            return
        if self._is_over.is_set():
            _under_way.discard(self)
            self.signals.deleteLater()  # with whatever its listeners hold, this task among it
        else:
            QTimer.singleShot(1, self._let_go)

    def _report(self, done: int, total: int, text: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if done >= total or now - self._last >= EVERY_SECONDS:
            self._last = now
            self.signals.progress.emit(done, total, text)


def _run(one: list[Task], is_over: Event) -> None:
    """Run the one task, and tell when nothing in this thread holds it any more."""
    try:
        _run_it(one)
    finally:
        is_over.set()


def _run_it(one: list[Task]) -> None:
    one.pop().run()


_under_way: set[Task] = set()
"""Tasks that were started and have not told their end to everybody who listens."""


def end_all() -> None:
    """Ask every task to stop and wait until all have ended, before a window goes.

    A task that told a window which is gone would fail.
    """
    for task in tuple(_under_way):
        task.stop()
    QThreadPool.globalInstance().waitForDone()
