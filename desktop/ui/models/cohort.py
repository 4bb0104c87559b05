"""The bars of one figure of a registry as a Qt list: words, count, share, all of it spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.domain.language import say
from desktop.work.cohort_text import share

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.work.cohort_shapes import Bar, Figure

    Index = QModelIndex | QPersistentModelIndex


class FigureModel(QAbstractListModel):
    """One row for each bar of the figure that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None

    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure, or none."""
        self.beginResetModel()
        self.figure = figure
        self.endResetModel()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars that are shown."""
        return self.figure.bars if self.figure else ()

    def bar_at(self, row: int) -> Bar | None:
        """The bar of a row."""
        return self.bars[row] if 0 <= row < len(self.bars) else None

    def row_of(self, key: str) -> int:
        """Where a bar stands; -1 where it does not."""
        return next((row for row, bar in enumerate(self.bars) if bar.key == key), -1)

    def share_at(self, row: int) -> str:
        """The share of a bar in words."""
        return share(self.bars[row].count, self.figure.of) if self.figure else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """How many bars there are."""
        return 0 if parent is not None and parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a bar; for tooltips and screen readers with count, whole and share."""
        bar = self.bar_at(index.row())
        if bar is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return bar.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(bar, index.row())
        return None

    def _spoken(self, bar: Bar, row: int) -> str:
        figure = self.figure
        if figure is None:
            return bar.text
        if figure.counted == "masses":
            told = say("{text}: {n} of {of} masses", text=bar.text, n=bar.count, of=figure.of)
        else:
            told = say("{text}: {n} of {of} patients", text=bar.text, n=bar.count, of=figure.of)
        return ", ".join(part for part in (told, self.share_at(row), bar.note) if part)
