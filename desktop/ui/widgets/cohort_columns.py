"""Cards in columns side by side; narrow windows and large text have fewer columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROWEST = 370
"""Pixels of the design that a column needs."""


class CardColumns(QWidget):
    """Each card has a column of its own choice; where there are fewer, columns are joined."""

    def __init__(self, columns: int = 3, *, narrowest: int = NARROWEST) -> None:
        super().__init__()
        self.setProperty("page", "true")
        self._cards: list[tuple[QWidget, int]] = []
        self._most = columns
        self._narrowest = narrowest
        self._shown = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._columns: list[QVBoxLayout] = []
        for _ in range(columns):
            column = QVBoxLayout()
            column.setSpacing(10)
            column.addStretch(1)
            self._columns.append(column)
            self._row.addLayout(column, 1)
        theme_signals.changed.connect(self._arrange)

    @property
    def shown_columns(self) -> int:
        """How many columns there is room for."""
        room = (self.width() + 10) // (theme().px(self._narrowest) + 10)
        return min(max(room, 1), self._most)

    def add(self, card: QWidget, column: int) -> None:
        """Put a card below those of its column."""
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cards.append((card, column))
        self._columns[column].insertWidget(self._columns[column].count() - 1, card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = self.shown_columns
        if shown == self._shown:
            return
        self._shown = shown
        for card, column in self._cards:
            target = self._columns[min(column, shown - 1)]
            for layout in self._columns:
                layout.removeWidget(card)
            target.insertWidget(target.count() - 1, card)
        for place in range(self._most):
            self._row.setStretch(place, 1 if place < shown else 0)
        self._row.setSpacing(10 if shown > 1 else 0)
