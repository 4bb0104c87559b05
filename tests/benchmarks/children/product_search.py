"""Types into the patient list of the window and times each keystroke until it is painted."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from desktop.db.registry import Registry
from desktop.ui.models.patients import COLUMNS
from desktop.ui.session import Session
from desktop.ui.theme import apply_theme
from desktop.ui.views.patients import PatientsPage
from tests.benchmarks.children.watch import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    Index = QModelIndex | QPersistentModelIndex

SIZE = (1200, 800)
TIMES = 9


def main() -> None:
    application = QApplication([])
    apply_theme(application, "light")
    floor = bare_table(application)
    session = Session()
    page = PatientsPage(session)
    page.resize(*SIZE)
    page.show()
    session.open_registry(Registry.open(Path(sys.argv[2])))
    page.read_again()
    application.processEvents()
    middles, handling = [], []
    for typed in sys.argv[3:]:
        painted, handled = keystroke(application, page, typed)
        middles.append(painted)
        handling.append(handled)
    tell(worst_ms=max(middles), median_ms=median(middles), handled_ms=max(handling), floor_ms=floor)


def keystroke(application: QApplication, page: PatientsPage, typed: str) -> tuple[float, float]:
    """Milliseconds of the last letter of ``typed``: until painted, and until handled."""
    painted, handled = [], []
    for _ in range(TIMES):
        page.field.setText(typed[:-1])
        application.processEvents()
        started = time.perf_counter()
        page.field.setText(typed)
        handled.append(since(started))
        application.processEvents()
        painted.append(since(started))
    return median(painted), median(handled)


def since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


class SameText(QAbstractTableModel):
    """A model that does nothing but hold one text in each cell."""

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 100

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return len(COLUMNS)

    def data(self, _index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return "Some text" if role == Qt.ItemDataRole.DisplayRole else None


def bare_table(application: QApplication) -> float:
    """Milliseconds that Qt takes to paint a table of this size anew."""
    model, view = SameText(), QTableView()
    view.setModel(model)
    view.resize(*SIZE)
    view.show()
    application.processEvents()

    def reset() -> None:
        model.beginResetModel()
        model.endResetModel()
        application.processEvents()

    found = median([timed(reset) for _ in range(TIMES)])
    view.close()
    return found


def timed(run: Callable[[], None]) -> float:
    started = time.perf_counter()
    run()
    return since(started)


if __name__ == "__main__":  # processes that the program starts import this module
    main()
