"""The window of the program on an encrypted registry: first paint, and when it knows its people."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.benchmarks.children.watch import (
    before_the_loop,
    milliseconds_since,
    on_first_paint,
    started,
    tell,
    window,
)

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

PATIENCE_S = 20


def main() -> None:
    from desktop.ui.app import run

    before_the_loop(lambda: on_first_paint(page_is_painted))
    run(Path(sys.argv[2]))


def page_is_painted() -> None:
    milliseconds = milliseconds_since(started())
    spent = time.process_time() * 1000
    main_window: MainWindow = window()  # type: ignore[assignment]  # the program's window
    assert main_window.entrance.is_asking, "the sign-in page was not what was painted first"
    offer = main_window.entrance.page.person
    until = time.monotonic() + PATIENCE_S
    while not offer.count() and time.monotonic() < until:
        QApplication.processEvents()
    assert offer.count(), "nobody was offered"
    tell(ms=milliseconds, cpu_ms=spent, ready_ms=milliseconds_since(started()))


if __name__ == "__main__":  # processes that the program starts import this module
    main()
