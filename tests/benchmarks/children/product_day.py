"""Spends a day in the window and tells the memory after its first hour and at its end."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QThreadPool

from tests.benchmarks.children.watch import memory_mb, tell
from tests.benchmarks.day import spend

HOURS = 8


def main() -> None:
    from desktop.ui.app import application, make_window
    from desktop.ui.collecting import GarbageCollector
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.settings import Settings
    from desktop.ui.theme import apply_theme

    apply_theme(application(), "light")
    _collector = GarbageCollector(application())  # as the program does
    window = make_window(Settings(), Dialogs())
    window.resize(1440, 900)
    window.show()
    window.start(Path(sys.argv[2]))
    window.session.read_rules()
    assert window.session.registry is not None
    patients = list(window.session.registry.ids().values())[:12]
    rounds = int(sys.argv[3])
    first = max(rounds // HOURS, 3)
    spend(window, patients, first)
    gc.collect()
    early = memory_mb()
    spend(window, patients, rounds - first)
    gc.collect()
    late = memory_mb()
    window.close()
    QThreadPool.globalInstance().waitForDone(3000)  # its processes would outlive this one
    tell(early_mb=early, late_mb=late)


if __name__ == "__main__":  # processes that the program starts import this module
    main()
