"""Paints the body map: silhouettes with their headings, leaders and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.domain.language import mark, say
from desktop.ui.theme import theme
from desktop.ui.widgets.body_shapes import HEIGHT, WIDTH, silhouette

if TYPE_CHECKING:
    from desktop.ui.widgets.body_shapes import Box, Spot

HEADINGS = {"front": (mark("Front"), ("right", "left")), "back": (mark("Back"), ("left", "right"))}
"""Heading, and the patient's side at the left and the right of the picture."""


def side_letter(side: str) -> str:
    """The letter of the patient's side, ``right`` or ``left``, in the chosen language."""
    return say("R", about="right") if side == "right" else say("L", about="left")


def paint_body(
    painter: QPainter, view: str, *, middle: float, top: float, scale: float, ratio: float
) -> None:
    """Paint one silhouette with its heading; ``middle`` and ``top`` are pixels."""
    heading, (left, right) = HEADINGS[view]
    body = silhouette(view, HEIGHT * scale, ratio)
    painter.drawPixmap(QPointF(middle - WIDTH / 2 * scale, top), body)
    current = theme()
    _centered(painter, say(heading), middle, current.px(12), color=current.color("ink2"))
    aside, down = 64 * scale, top + 46 * scale
    for side, x in ((left, middle - aside), (right, middle + aside)):
        _centered(painter, side_letter(side), x, down, color=current.color("ink3"), weight=700)


def paint_label(painter: QPainter, spot: Spot, box: Box, *, amount: str) -> None:
    """Paint the name of a mass beside its marker, and below it its volume, if any is given."""
    current = theme()
    left, top, right, bottom = box
    is_left = right < spot.x
    _paint_leader(painter, spot, box)
    back = QColor(current.color("surface"))
    back.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 2, 2)
    lines = [(spot.mass_id, current.font(12, 600), "ink", top + current.px(11))]
    if amount:
        lines.append((amount, current.font(11), "ink2", top + current.px(24)))
    for text, font, token, baseline in lines:
        painter.setFont(font)
        painter.setPen(current.color(token))
        width = QFontMetricsF(font).horizontalAdvance(text)
        x = right - 2 - width if is_left else left + 2
        painter.drawText(QPointF(x, baseline), text)


def _paint_leader(painter: QPainter, spot: Spot, box: Box) -> None:
    left, top, right, _ = box
    if right >= spot.x - spot.radius and left <= spot.x + spot.radius:
        return
    is_left = right < spot.x
    painter.setPen(QPen(theme().color("ink2"), 1))
    start = spot.x - spot.radius if is_left else spot.x + spot.radius
    edge = right + 1 if is_left else left - 1
    painter.drawLine(QPointF(start, spot.y), QPointF(edge, top + theme().px(11)))


def _centered(
    painter: QPainter, text: str, x: float, baseline: float, *, color: QColor, weight: int = 600
) -> None:
    font = theme().font(12, weight)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x - QFontMetricsF(font).horizontalAdvance(text) / 2, baseline), text)
