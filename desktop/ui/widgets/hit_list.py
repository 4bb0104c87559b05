"""The list under the search box: made when something is searched for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from desktop.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.ui.widgets.hit import Hit

    Index = QModelIndex | QPersistentModelIndex

ROWS_SHOWN = 12


class HitModel(QAbstractListModel):
    """The hits under the box."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Replace all hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many hits there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text and icon of a hit."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.text}   {hit.shortcut}" if hit.shortcut else hit.text
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(hit.icon, "ink2")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A command that does not apply cannot be chosen."""
        enabled = self.hits[index.row()].is_enabled
        return super().flags(index) if enabled else Qt.ItemFlag.NoItemFlags


class HitList(QFrame):
    """A frame over the window with the hits; one of them is current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.model = HitModel(self)
        self.view = QListView()
        self.view.setProperty("popup", "true")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName("Found")
        self.view.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)

    def show_hits(self, hits: list[Hit], width: int) -> None:
        """Show these hits as high as they need; the first that applies is current."""
        self.model.show_hits(hits)
        first = next((n for n, hit in enumerate(hits) if hit.is_enabled), -1)
        self.view.setCurrentIndex(self.model.index(first, 0))
        self.setVisible(bool(hits))
        self.raise_()
        row = self.view.sizeHintForRow(0)
        self.resize(width, min(len(hits), ROWS_SHOWN) * row + 8)

    def move_by(self, step: int) -> None:
        """Make the next hit in a direction current, leaving out what does not apply."""
        row = self.view.currentIndex().row() + step
        while 0 <= row < len(self.model.hits):
            if self.model.hits[row].is_enabled:
                self.view.setCurrentIndex(self.model.index(row, 0))
                return
            row += step

    def current(self) -> Hit | None:
        """The current hit while the list is shown."""
        row = self.view.currentIndex().row()
        return None if self.isHidden() or row < 0 else self.model.hits[row]
