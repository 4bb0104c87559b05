"""The signs in a laboratory cell that are no text: error, warning, outside the own target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.ui.icons import pixmap
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

ICON, ARROW = 14, 8


def paint_error(painter: QPainter, rect: QRect, slot: int) -> None:
    """The frame and the triangle of a text that is not stored."""
    painter.fillRect(rect.adjusted(0, 0, -1, -1), theme().color("stopbg"))
    painter.setPen(theme().color("stopline"))
    painter.drawRect(rect.adjusted(0, 0, -2, -2))
    painter.drawRect(rect.adjusted(1, 1, -3, -3))
    paint_warning(painter, rect.right() - slot, rect, "stop")


def paint_warning(painter: QPainter, left: int, rect: QRect, token: str) -> None:
    """A triangle with an exclamation mark in the color of a token."""
    side = theme().px(ICON)
    top = rect.center().y() - side // 2 + 1
    painter.drawPixmap(left, top, pixmap("alert-triangle", token, ICON))


def paint_arrowhead(painter: QPainter, left: int, rect: QRect, *, is_up: bool) -> int:
    """An arrowhead: up above the patient's own target, down below it; the width it takes."""
    side = theme().px(ARROW)
    middle = rect.center().y() + 1
    tip, base = middle - side / 2, middle + side / 2
    if not is_up:
        tip, base = base, tip
    corners = [QPointF(left, base), QPointF(left + side, base), QPointF(left + side / 2, tip)]
    color: QColor = theme().color("warnline")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF(corners))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    return side + 3
