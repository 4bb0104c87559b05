"""A check box in the theme's own colors: the style's frame can hardly be seen on dark ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from desktop.ui.icons import pixmap
from desktop.ui.theme import theme, theme_signals

BOX, GAP, EDGE = 16, 7, 4


class TickBox(QCheckBox):
    """A box with a tick and words; at least 24 px high, so that it is easily hit."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        theme_signals.changed.connect(self.updateGeometry)
        theme_signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Box, gap and words."""
        current = theme()
        width = QFontMetricsF(current.font()).horizontalAdvance(self.text())
        return QSize(round(width) + current.px(BOX) + GAP + 2 * EDGE, max(current.px(24), 24))

    def minimumSizeHint(self) -> QSize:
        """The whole words: they are never cut."""
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:
        """Words and box take clicks alike."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, tick, words, and a ring while it has the focus."""
        current, side = theme(), theme().px(BOX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(EDGE + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        is_on, is_enabled = self.isChecked(), self.isEnabled()
        frame = "accent" if is_on else "control"
        painter.setPen(QPen(current.color(frame if is_enabled else "disabled"), 1))
        painter.setBrush(current.color("accent" if is_on and is_enabled else "surface"))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            tick = pixmap("check", "onaccent" if is_enabled else "disabled", BOX - 2)
            painter.drawPixmap(QPointF(box.left() + 0.5, box.top() + 0.5), tick)
        painter.setFont(current.font())
        painter.setPen(current.color("ink" if is_enabled else "disabled"))
        room = QRectF(box.right() + GAP, 0, self.width() - box.right() - GAP, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(current.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
