"""A window that holds the Labs page alone on a real registry, driven by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.db.registry import Registry
from desktop.ui.session import Session
from desktop.ui.views.labs import LabsPage
from tests.ui.chart_specs import delete_closed_widgets
from tests.ui.pages import CTRL, NONE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.ui.models.labs_cells import CellView


class LabsHost:
    """The page, with the session repainting it as the main window does."""

    def __init__(self, bot: QtBot, path: Path, patient: str) -> None:
        self.bot = bot
        self.session = Session()
        self.main = QMainWindow()
        self.page = LabsPage(self.session, self.main)
        self.main.setCentralWidget(self.page)
        self.session.opened.connect(self.page.show_dossier)
        self.session.changed.connect(lambda _: self.page.show_dossier(self.session.dossier))
        self.session.open_registry(Registry.open(path, who="a test"))
        self.session.read_rules()
        self.main.resize(1366, 690)
        self.main.show()
        bot.waitExposed(self.main)
        self.main.activateWindow()
        bot.waitUntil(self.main.isActiveWindow)
        self.session.open_patient(patient)
        self.page.focus_first()

    def close(self) -> None:
        """Close window and registry; nothing of it is left for later tests to restyle."""
        self.main.close()
        self.session.close()
        self.main.deleteLater()
        delete_closed_widgets()

    @property
    def case(self) -> Case:
        """The open patient's case, as the registry holds it."""
        assert self.session.dossier is not None
        return self.session.dossier.case

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        """Type letter by letter, each where the keyboard is then."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, letter)

    def enter(self, text: str) -> None:
        """Type a value and press Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def go_to(self, row: str, column: int = -1) -> None:
        """Make a cell the current one."""
        grid = self.page.grid
        assert grid is not None
        assert self.page.view.go_to((row, grid.columns[column].key))
        self.page.focus_first()

    @property
    def here(self) -> tuple[str, str]:
        """The row and the time of the current cell."""
        at = self.page.view.current_at()
        assert at is not None
        return at[0], at[1].rpartition("#")[0]

    def view(self, row: str, column: int = -1) -> CellView:
        """What a cell shows."""
        grid = self.page.grid
        assert grid is not None
        own = next(one for one in grid.rows if one.key == row)
        return grid.view(own, grid.columns[column])

    def stored(self, analyte: str) -> list[LabResult]:
        """The results of a test in the registry."""
        found = [lab for lab in self.case.labs if lab.analyte == analyte]
        return sorted(found, key=lambda lab: self.case.order(lab.when))

    def told(self) -> str:
        """The message above the grid."""
        return self.page.message.text.text() if not self.page.message.isHidden() else ""

    def paste(self, text: str) -> None:
        """Copy a text elsewhere, then press Ctrl+V here."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)

    def paste_rows(self) -> list[list[str]]:
        """The rows of the preview."""
        table = self.page.side.panel.table
        found = []
        for row in range(table.rowCount()):
            items = [table.item(row, column) for column in range(table.columnCount())]
            found.append([item.text() if item else "" for item in items])
        return found
