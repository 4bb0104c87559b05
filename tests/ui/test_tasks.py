"""Long work beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import Cancelled, UserError
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Report = Callable[[int, int, str], None]


def count_to_three(report: Report) -> int:
    for done in range(1, 4):
        report(done, 3, "Counting")
    return 3


def test_a_task_gives_its_result_and_its_last_progress(qtbot: QtBot) -> None:
    task = Task("Count", count_to_three)
    with qtbot.waitSignals([task.signals.progress, task.signals.finished, task.signals.ended]):
        task.start()


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
