"""The marker of a mass: its color and sign say the state, a dashed ring what is not known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.theme import theme

TOKENS = {
    "growing": "grow",
    "shrinking": "shrink",
    "stable": "stable",
    "troubled": "warnline",
    "untroubled": "stable",
}
"""The color of each state that is known; the last two are those of complaints."""

QUIET = "quiet"
"""One of many masses that is neither chosen nor among the largest: a small gray dot."""

_LETTERS = {"troubled": "!", "untroubled": "–"}
_DASHES = [1.5, 1.15]


def paint_marker(
    painter: QPainter,
    center: QPointF,
    radius: float,
    state: str,
    *,
    is_selected: bool = False,
    is_unassessed: bool = False,
) -> None:
    """Paint a marker; one not assessed at the latest look keeps its sign in a dashed ring."""
    current = theme()
    if is_selected:
        painter.setPen(QPen(current.color("ink"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, radius + 4, radius + 4)
    if state == QUIET:
        painter.setPen(QPen(current.color("surface"), 1))
        painter.setBrush(current.color("control"))
        painter.drawEllipse(center, radius, radius)
        return
    token = TOKENS.get(state)
    if token is None or is_unassessed:
        _paint_ring(painter, center, radius, is_dashed=is_unassessed or state != "undetected")
        if token is not None:
            _paint_sign(painter, center, radius, state, current.color(token))
        return
    painter.setPen(QPen(current.color("surface"), 1.6))
    painter.setBrush(current.color(token))
    painter.drawEllipse(center, radius, radius)
    _paint_sign(painter, center, radius, state, current.color("surface"))


def _paint_ring(painter: QPainter, center: QPointF, radius: float, *, is_dashed: bool) -> None:
    current = theme()
    pen = QPen(current.color("unk"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # other caps close the gaps
    if is_dashed:
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(current.color("surface"))
    painter.drawEllipse(center, radius, radius)


def _paint_sign(
    painter: QPainter, center: QPointF, radius: float, state: str, color: QColor
) -> None:
    if state not in _LETTERS:
        _paint_arrow(painter, center, radius, state, color)
        return
    font = theme().font(11, 700)
    painter.setFont(font)
    painter.setPen(color)
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _LETTERS[state])


def _paint_arrow(
    painter: QPainter, center: QPointF, radius: float, state: str, color: QColor
) -> None:
    reach = 0.52 * radius
    head = max(2.2, 0.35 * radius)
    along = {"growing": (0, -1), "shrinking": (0, 1), "stable": (1, 0)}[state]
    across = (along[1], along[0])
    tip = center + QPointF(along[0] * reach, along[1] * reach)
    tail = center - QPointF(along[0] * reach, along[1] * reach)
    back = tip - QPointF(along[0] * head, along[1] * head)
    pen = QPen(color, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawLine(tail, tip)
    for side in (1, -1):
        painter.drawLine(tip, back + QPointF(across[0] * head * side, across[1] * head * side))
