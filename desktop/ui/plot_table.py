"""The table that says the same as a chart, for reading with the keyboard or a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.charts.spec import ChartSpec


class ChartTable(QTableWidget):
    """A chart as rows of words and numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setStretchLastSection(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)

    def show_spec(self, spec: ChartSpec) -> None:
        """Show the rows of a chart, and below them what the chart leaves out."""
        self.verticalHeader().setDefaultSectionSize(theme().px(26))
        columns = max(len(spec.table_header), 1)
        self.clear()
        self.clearSpans()
        self.setColumnCount(columns)
        self.setRowCount(len(spec.table) + len(spec.left_out))
        self.setHorizontalHeaderLabels(list(spec.table_header))
        for i, row in enumerate(spec.table):
            for j, cell in enumerate(row):
                self.setItem(i, j, QTableWidgetItem(cell))
        self.resizeColumnsToContents()
        for i, note in enumerate(spec.left_out, start=len(spec.table)):
            item = QTableWidgetItem(note)
            item.setForeground(theme().color("ink2"))
            self.setItem(i, 0, item)
            self.setSpan(i, 0, 1, columns)
        self.setAccessibleName(f"{spec.title}, as a table")
        self.setAccessibleDescription(spec.summary)
