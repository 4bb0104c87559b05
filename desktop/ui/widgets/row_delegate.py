"""Paints the cells of long lists: a list of 10,000 is painted anew at each keystroke.

The style sheet's own painting of items asks a model ten times per cell and takes twice as
long; this one asks once and draws a line of text on the row's ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

LEFT, RIGHT = 13, 6


class RowDelegate(QStyledItemDelegate):
    """``text_at`` gives the text of a cell by row and column, and whether anything is known."""

    def __init__(self, parent: QObject, text_at: Callable[[int, int], tuple[str, bool]]) -> None:
        super().__init__(parent)
        self._text_at = text_at
        self._follow_theme()
        theme_signals.changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        current = theme()
        self._known = current.font(12.5)
        self._unknown = current.font(12.5, italic=True)
        self._metrics = QFontMetrics(self._known)
        self._wide = self._metrics.averageCharWidth() * 1.3
        self._below = self._metrics.ascent() - self._metrics.height() // 2
        self._ink, self._line = current.color("ink"), current.color("line")
        self._selected, self._hover = current.color("selected"), current.color("hover")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        text, is_known = self._text_at(index.row(), index.column())
        rect, state = QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._hover)
        painter.setPen(self._line)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setFont(self._known if is_known else self._unknown)
        painter.setPen(self._ink)
        room = rect.width() - LEFT - RIGHT
        if len(text) * self._wide > room:  # only then it may be too long
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.left() + LEFT, rect.center().y() + self._below, text)
