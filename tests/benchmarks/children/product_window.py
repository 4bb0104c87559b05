"""The window of the program on a registry: first paint, and the list of patients."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.benchmarks.children.watch import (
    before_the_loop,
    milliseconds_since,
    on_first_paint,
    started,
    tell,
    when_registry_is_open,
)

if TYPE_CHECKING:
    from desktop.ui.session import Session


def main() -> None:
    from desktop.ui.app import run

    painted: list[float] = []

    def prepare() -> None:
        on_first_paint(lambda: painted.append(milliseconds_since(started())))
        when_registry_is_open(list_is_shown)

    def list_is_shown(_session: Session) -> None:
        QApplication.processEvents()
        tell(ms=painted[0], list_ms=milliseconds_since(started()))

    before_the_loop(prepare)
    run(Path(sys.argv[2]))


if __name__ == "__main__":  # processes that the program starts import this module
    main()
