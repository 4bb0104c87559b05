"""The page of laboratory results on a patient with very many: shown, typed into, saved."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.children.watch import tell

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 9
PAUSE_MS = 400
LETTERS = "5.12345678"


def main() -> None:
    from desktop.db.registry import Registry
    from desktop.ui.app import application
    from desktop.ui.session import Session
    from desktop.ui.theme import apply_theme
    from desktop.ui.views.labs import LabsPage

    apply_theme(application(), "light")
    session = Session()
    session.open_registry(Registry.open(Path(sys.argv[2]), who="benchmark"))
    session.read_rules()
    page = LabsPage(session)
    session.changed.connect(lambda _: page.show_dossier(session.dossier))
    page.resize(1350, 690)
    page.show()
    session.open_patient(sys.argv[3])
    dossier = session.dossier
    page.show_dossier(dossier)
    QTest.qWait(500)  # the chart imports its library

    shown = []
    for _ in range(TIMES):
        page.show_dossier(None)
        QTest.qWait(PAUSE_MS)
        shown.append(_until_painted(lambda: page.show_dossier(dossier)))
        QTest.qWait(PAUSE_MS)
    page.new_column()
    QTest.qWait(2 * PAUSE_MS)
    page.activateWindow()
    page.focus_first()
    letters = [_until_painted(partial(_type, letter)) for letter in LETTERS]
    saved = _until_painted(partial(_press, Qt.Key.Key_Return))
    QTest.qWait(PAUSE_MS)
    steps = [_until_painted(partial(_press, Qt.Key.Key_Up)) for _ in LETTERS]
    tell(page_ms=median(shown), key_ms=max(letters), save_ms=saved, step_ms=max(steps))


def _type(letter: str) -> None:
    QTest.keyClicks(_focused(), letter)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _until_painted(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":  # processes that the program starts import this module
    main()
