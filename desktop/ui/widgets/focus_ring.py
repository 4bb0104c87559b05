"""A ring around a widget that has the keyboard, for those whose inside covers their border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH = 2


class FocusRing(QWidget):
    """Lies over its parent and is seen while that has the keyboard; the pointer goes through."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size and the keyboard of the widget below."""
        kind, around = event.type(), self.parentWidget()
        if around is None or watched is not around:
            return False
        if kind == QEvent.Type.Resize:
            self.setGeometry(around.rect())
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setGeometry(around.rect())
            self.setVisible(kind == QEvent.Type.FocusIn)
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring of the design."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 3, 3)
        painter.end()
