"""Long work beside the window."""

from __future__ import annotations

import gc
from datetime import date
from functools import partial
from threading import Event
from time import monotonic, sleep
from typing import TYPE_CHECKING
from weakref import ref

import pytest
from PySide6.QtCore import QThreadPool

from desktop.domain.errors import Cancelled, UserError
from desktop.ui.tasks import Task, end_all
from desktop.ui.worklist_feed import WorklistFeed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages import WindowPage

    Report = Callable[[int, int, str], None]


def count_to_three(report: Report) -> int:
    for done in range(1, 4):
        report(done, 3, "Counting")
    return 3


def test_a_task_gives_its_result_and_its_last_progress(qtbot: QtBot) -> None:
    task = Task("Count", count_to_three)
    with qtbot.waitSignals([task.signals.progress, task.signals.finished, task.signals.ended]):
        task.start()


def test_a_paused_scan_of_the_worklist_does_not_hold_up_the_end(
    qtbot: QtBot, registry_path: Path
) -> None:
    """The pause ends by a timer of the thread that waits here."""
    feed = WorklistFeed()
    with qtbot.waitSignal(feed.ready):
        feed.refresh(registry_path, date(2026, 1, 5))
    feed.put_off()
    qtbot.wait(400)  # until the scan has come to its pause
    began = monotonic()
    end_all()
    assert monotonic() - began < 5


def test_a_task_run_directly_reports_in_order() -> None:
    task = Task("Count", count_to_three)
    heard: list[tuple[int, int, str]] = []
    results: list[object] = []
    task.signals.progress.connect(lambda *told: heard.append(told))
    task.signals.finished.connect(results.append)
    task.run()
    assert heard[-1] == (3, 3, "Counting")
    assert results == [3]


def test_stop_is_felt_at_the_next_report() -> None:
    task = Task("Count", count_to_three)
    told: list[str] = []
    task.signals.stopped.connect(lambda: told.append("stopped"))
    task.signals.finished.connect(lambda _result: told.append("finished"))
    task.stop()
    task.run()
    assert told == ["stopped"]


def test_a_failure_comes_back_as_the_error_itself() -> None:
    def fail(_report: Report) -> None:
        raise UserError("The folder is empty.")

    task = Task("Fail", fail)
    errors: list[BaseException] = []
    task.signals.failed.connect(errors.append)
    task.run()
    assert isinstance(errors[0], UserError)


def test_a_report_raises_the_stop_of_the_user() -> None:
    def job(report: Report) -> None:
        with pytest.raises(Cancelled):
            report(1, 2, "")

    task = Task("Job", job)
    task.stop()
    task.run()


def test_a_task_that_nobody_holds_runs_and_tells(qtbot: QtBot) -> None:
    results: list[object] = []

    def begin() -> None:
        task = Task("Count", count_to_three)
        task.signals.finished.connect(results.append)
        task.start()

    pool = QThreadPool.globalInstance()
    ready = Event()
    pool.start(lambda: ready.wait(5))
    for _ in range(pool.maxThreadCount()):
        pool.start(lambda: ready.wait(5))
    begin()
    gc.collect()
    ready.set()
    qtbot.waitUntil(lambda: results == [3])


def test_a_window_that_closes_ends_what_runs_beside_it(window: WindowPage) -> None:
    begun, ended = Event(), Event()

    def job(report: Report) -> None:
        try:
            begun.set()
            while True:
                sleep(0.01)
                report(0, 0, "")
        finally:
            ended.set()

    task = Task("", job)
    task.start()
    assert begun.wait(5)
    window.main.close()
    assert ended.is_set()
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def test_a_task_that_has_ended_is_kept_by_nobody(qtbot: QtBot) -> None:
    heard: list[object] = []

    def listen_to(task: Task) -> None:
        task.signals.finished.connect(partial(heard.append))
        task.signals.ended.connect(partial(repr, task))  # a listener that holds its task

    task = Task("Count", count_to_three)
    listen_to(task)
    kept = ref(task)
    task.start()
    del task
    qtbot.waitUntil(lambda: bool(heard))

    def is_gone() -> bool:
        gc.collect()
        return kept() is None

    qtbot.waitUntil(is_gone)
