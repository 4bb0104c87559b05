"""The window on a large registry: memory with the list, and with a patient open as well."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from tests.benchmarks.children.watch import (
    before_the_loop,
    memory_mb,
    on_plots_painted,
    tell,
    when_registry_is_open,
)

if TYPE_CHECKING:
    from desktop.ui.session import Session

CHARTS = 2
SETTLED_MS = 500


def main() -> None:
    from desktop.ui.app import run

    before_the_loop(lambda: when_registry_is_open(look_at_the_list))
    run(Path(sys.argv[2]))


def look_at_the_list(session: Session) -> None:
    QTimer.singleShot(SETTLED_MS, partial(open_one, session))


def open_one(session: Session) -> None:
    with_list = memory_mb()
    on_plots_painted(
        CHARTS,
        lambda: QTimer.singleShot(SETTLED_MS, lambda: tell(mb=memory_mb(), list_mb=with_list)),
    )
    assert session.registry is not None
    first = session.registry.id_of("CR-0001")
    assert first is not None
    session.open_patient(first)


if __name__ == "__main__":  # processes that the program starts import this module
    main()
