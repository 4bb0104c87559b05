"""The window with its first patient open: until both charts are painted, and the guidance."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.benchmarks.children.watch import (
    before_the_loop,
    milliseconds_since,
    on_plots_painted,
    started,
    tell,
    when_registry_is_open,
)

if TYPE_CHECKING:
    from desktop.ui.session import Session

CHARTS = 2


def main() -> None:
    from desktop.ui.app import run

    before_the_loop(lambda: when_registry_is_open(open_first))
    run(Path(sys.argv[2]))


def open_first(session: Session) -> None:
    painted: list[float] = []

    def guidance_is_shown() -> None:
        QApplication.processEvents()
        assert session.dossier is not None
        assert session.dossier.is_assessed
        tell(ms=painted[0], guided_ms=milliseconds_since(started()))

    def charts_are_painted() -> None:
        painted.append(milliseconds_since(started()))
        if session.dossier is not None and session.dossier.is_assessed:
            guidance_is_shown()
        session.assessed.connect(guidance_is_shown)

    on_plots_painted(CHARTS, charts_are_painted)
    assert session.registry is not None
    first = session.registry.id_of("CR-0001")
    assert first is not None
    session.open_patient(first)


if __name__ == "__main__":  # processes that the program starts import this module
    main()
