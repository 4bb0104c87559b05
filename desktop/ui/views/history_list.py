"""A list of journal entries: when, who, what was done, which cells changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from desktop.domain.language import mark, say
from desktop.ui.models.history import history_line
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.journal import Entry

HEADER = (mark("When"), mark("Who"), mark("What"), mark("Changed"))
WIDTHS = (150, 130, 340)
ROW = 24


class HistoryList(QTreeWidget):
    """Read only: the journal cannot be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self.setAccessibleName(say("History"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels([say(title) for title in HEADER])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setMinimumSectionSize(theme().px(70))
        for place, width in enumerate(WIDTHS):
            self.setColumnWidth(place, theme().px(width))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show entries, newest first."""
        self.clear()
        for entry in entries:
            line = history_line(entry)
            cells = (line.when, line.who, line.done, line.cells)
            item = QTreeWidgetItem(list(cells))
            for place, text in enumerate(cells):
                item.setToolTip(place, text)
            self.addTopLevelItem(item)
        if not entries:
            nothing = QTreeWidgetItem(["No change since it was imported."])
            self.addTopLevelItem(nothing)
            nothing.setFirstColumnSpanned(True)
        for row in range(self.topLevelItemCount()):
            if (shown := self.topLevelItem(row)) is not None:
                shown.setSizeHint(0, QSize(0, theme().px(ROW)))
