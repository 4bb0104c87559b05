"""The legend under the body map: what the color and the arrow of a marker mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.body_shapes import paint_marker

if TYPE_CHECKING:
    from collections.abc import Collection

KNOWN = (("growing", "Growing"), ("stable", "Stable"), ("shrinking", "Shrinking"))


class MapLegend(QWidget):
    """One line: growing, stable, shrinking, and why a ring is dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown = "Too few"
        theme_signals.changed.connect(self._resize)
        self._resize()

    def show_states(self, states: Collection[str]) -> None:
        """Name the dashed ring by what it stands for among these states."""
        self._unknown = "Unknown" if "unclear" in states else "Too few"
        words = ", ".join(text.lower() for _, text in KNOWN)
        self.setAccessibleName(f"Legend: {words}; dashed ring: {self._unknown.lower()}")
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(32))
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return QSize(322, theme().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries with equal gaps over the whole width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = theme()
        painter.setPen(QPen(current.color("line"), 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        entries = (*KNOWN, ("too_few", self._unknown))
        font = current.font(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        widths = [20 + metrics.horizontalAdvance(text) for _, text in entries]
        gap = min(max((self.width() - 18 - sum(widths)) / (len(entries) - 1), 2), 18)
        x, middle = 8.0, self.height() / 2 + 0.5
        for (state, text), width in zip(entries, widths, strict=True):
            paint_marker(painter, QPointF(x + 9, middle), 7, state)
            painter.setPen(current.color("ink2"))
            painter.setFont(font)
            painter.drawText(QPointF(x + 20, middle + current.px(4)), text)
            x += width + gap
        painter.end()
