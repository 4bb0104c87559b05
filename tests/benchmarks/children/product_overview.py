"""The window of the program with its first patient open: until both charts are painted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

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
    on_plots_painted(CHARTS, lambda: tell(ms=milliseconds_since(started())))
    assert session.registry is not None
    first = session.registry.id_of("CR-0001")
    assert first is not None
    session.open_patient(first)


main()
