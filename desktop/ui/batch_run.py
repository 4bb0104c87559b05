"""Documents for many patients, one at each turn of the window's loop, so that it stays alive.

The language of the documents is put in force for one document at a time: it is one for the
whole program, and the window must not change its words meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.work.report import in_language

if TYPE_CHECKING:
    from collections.abc import Generator

    from desktop.work.report_batch import Batch


class BatchRun(QObject):
    """One batch: ``progress`` with done and all, then ``finished``, ``failed`` or ``stopped``."""

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal(int)

    def __init__(
        self,
        steps: Generator[int, None, Batch],
        *,
        total: int,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps, self._total, self._language = steps, total, language
        self._done = 0
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """True until all is done, failed or stopped."""
        return self._turn.isActive()

    def start(self) -> None:
        """Begin."""
        self.progress.emit(0, self._total)
        self._turn.start()

    def stop(self) -> None:
        """Make no further document; those that were made stay."""
        if self._turn.isActive():
            self._turn.stop()
            self._steps.close()
            self.stopped.emit(self._done)

    def _step(self) -> None:
        try:
            with in_language(self._language):
                self._done = next(self._steps)
        except StopIteration as end:
            self._turn.stop()
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - handed to the page, which shows or raises it
            self._turn.stop()
            self.failed.emit(error)
        else:
            self.progress.emit(self._done, self._total)
