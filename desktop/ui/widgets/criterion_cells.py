"""The criteria of a disorder as a row of cells: filled met, crossed not met, dashed unknown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Status

CELL, GAP, HEIGHT = 14, 2, 12
MOST_IN_ROW = 18
ORDER: tuple[Status, ...] = ("met", "not_met", "unknown")


class CriterionCells(QWidget):
    """One cell per criterion, met ones first; rows wrap where there are many."""

    def __init__(self, statuses: Sequence[Status], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statuses = sorted(statuses, key=ORDER.index)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(say("Criteria"))
        counts = Counter(self._statuses)
        words = say(
            "{met} met, {not_met} not met, {unknown} unknown",
            met=counts["met"],
            not_met=counts["not_met"],
            unknown=counts["unknown"],
        )
        self.setAccessibleDescription(words)
        theme_signals.changed.connect(self.update)

    def heightForWidth(self, width: int) -> int:
        """As many rows as the cells need."""
        in_row = max(width // (CELL + GAP), 1)
        rows = -(-len(self._statuses) // in_row)
        return max(rows, 1) * (HEIGHT + 3) + 4

    def sizeHint(self) -> QSize:
        """One row, or as many as the width it has asks for."""
        width = min(len(self._statuses), MOST_IN_ROW) * (CELL + GAP)
        return QSize(width, self.heightForWidth(self.width() or width))

    def minimumSizeHint(self) -> QSize:
        """One cell."""
        return QSize(CELL + GAP, HEIGHT + 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_row = max(self.width() // (CELL + GAP), 1)
        for i, status in enumerate(self._statuses):
            left, top = i % in_row * (CELL + GAP), 3 + i // in_row * (HEIGHT + 3)
            _paint_cell(painter, QRectF(left + 0.5, top + 0.5, CELL - 1, HEIGHT - 1), status)
        painter.end()


def _paint_cell(painter: QPainter, cell: QRectF, status: Status) -> None:
    current = theme()
    pen = QPen(current.color("okline" if status == "met" else "control"), 1)
    if status == "unknown":
        pen.setWidthF(1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # other caps close the gaps
        pen.setDashPattern([1.7, 1.3])
    painter.setPen(pen)
    is_met = status == "met"
    painter.setBrush(current.color("okline") if is_met else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cell, 1.5, 1.5)
    if status == "not_met":
        painter.setPen(QPen(current.color("ink2"), 1.3))
        inner = cell.adjusted(2.5, 2.5, -2.5, -2.5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(QPointF(inner.right(), inner.top()), QPointF(inner.left(), inner.bottom()))
