"""What the cells of a differential mean, in one line that wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.fit_list import STATUS_WORDS, cell_size, paint_cell

if TYPE_CHECKING:
    from desktop.guidance.assessment import Status

GAP, BETWEEN, ROW = 6, 14, 20


class FitLegend(QWidget):
    """A filled, a crossed and a dashed cell with their words."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = ", ".join(say(word) for word in STATUS_WORDS.values())
        self.setAccessibleName(say("Cells: {words}", words=words))
        theme_signals.changed.connect(self.updateGeometry)

    def _places(self, width: float) -> list[tuple[QRectF, Status, str]]:
        metrics = QFontMetricsF(theme().font(12))
        found: list[tuple[QRectF, Status, str]] = []
        x, y = 12.0, 6.0
        for status, word in STATUS_WORDS.items():
            said = say(word)
            wide = cell_size() + GAP + metrics.horizontalAdvance(said)
            if x > 12 and x + wide > width - 12:
                x, y = 12.0, y + theme().px(ROW)
            found.append((QRectF(x, y, wide, theme().px(ROW)), status, said))
            x += wide + BETWEEN
        return found

    def heightForWidth(self, width: int) -> int:
        """As many rows as the words need."""
        return round(self._places(width)[-1][0].bottom()) + 2

    def sizeHint(self) -> QSize:
        """As high as for the width it has."""
        return QSize(200, self.heightForWidth(self.width() or 200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cells and words."""
        current, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, status, word in self._places(self.width()):
            top = rect.center().y() - cell_size() / 2
            paint_cell(
                painter,
                status,
                QRectF(rect.left() + 0.5, top + 0.5, cell_size() - 1, cell_size() - 1),
            )
            painter.setFont(current.font(12, italic=status == "unknown"))
            painter.setPen(current.color("ink2"))
            painter.drawText(
                rect.adjusted(cell_size() + GAP, 0, 20, 0), Qt.AlignmentFlag.AlignVCenter, word
            )
        painter.end()
