"""Cycles die in the window's thread, never in a worker's."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from desktop.ui.collecting import LIMITS, GarbageCollector

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class _Page:
    """Part of a cycle, as a page whose session calls it back; tells where it died."""

    def __init__(self, deaths: list[int]) -> None:
        self.itself = self
        self._deaths = deaths

    def __del__(self) -> None:
        self._deaths.append(threading.get_ident())


def _allocate_much() -> None:
    kept = [[number] for number in range(LIMITS[0] * 20)]
    assert kept


def test_a_worker_thread_never_destroys_what_the_window_made(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    deaths: list[int] = []
    _Page(deaths)
    worker = threading.Thread(target=_allocate_much)
    worker.start()
    worker.join()
    assert deaths == []
    kept = [[number] for number in range(LIMITS[0] * 2)]
    qtbot.waitUntil(lambda: deaths == [threading.get_ident()])
    assert kept


UNGUARDED = """
import threading
deaths = []
class Page:
    def __init__(self):
        self.itself = self
    def __del__(self):
        deaths.append(threading.get_ident())
Page()
worker = threading.Thread(target=lambda: [[number] for number in range(200_000)])
worker.start()
worker.join()
assert deaths and deaths != [threading.get_ident()], deaths
"""


def test_without_the_collector_a_worker_thread_may_destroy_it() -> None:
    """What the collector is for; should Python ever mend this, the collector can go.

    In a process of its own: here, other tests' widgets would die in that thread too.
    """
    subprocess.run([sys.executable, "-c", UNGUARDED], check=True)


def test_garbage_that_grows_old_is_collected_too(collector: GarbageCollector) -> None:
    deaths: list[int] = []
    page = _Page(deaths)
    gc.collect()
    del page
    kept = []
    for _ in range((LIMITS[1] + 2) * (LIMITS[2] + 2)):
        kept.append([[number] for number in range(LIMITS[0] + 1000)])
        collector.look()
        if deaths:
            break
    assert deaths == [threading.get_ident()]


def test_at_the_end_python_collects_by_itself_again() -> None:
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    gc.disable()  # as it is for all these tests
