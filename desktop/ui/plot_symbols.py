"""The symbols of chart series as paths, one set for the plot and for the labels beside it."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.charts.spec import Symbol


@cache
def symbol_path(symbol: Symbol) -> QPainterPath:
    """A symbol about the origin, in a square of one unit; triangle and star point up."""
    path = QPainterPath()
    if symbol == "circle":
        path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    elif symbol == "square":
        path.addRect(QRectF(-0.48, -0.48, 0.96, 0.96))
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _CORNERS[symbol]]))
        path.closeSubpath()
    return path


def _regular(corners: int, radius: float) -> tuple[tuple[float, float], ...]:
    turns = (2 * pi * i / corners - pi / 2 for i in range(corners))
    return tuple((radius * cos(turn), radius * sin(turn)) for turn in turns)


def _star() -> tuple[tuple[float, float], ...]:
    radii = (0.62, 0.28)
    turns = (2 * pi * i / 10 - pi / 2 for i in range(10))
    return tuple(
        (radii[i % 2] * cos(turn), radii[i % 2] * sin(turn)) for i, turn in enumerate(turns)
    )


_ARM, _REACH = 0.19, 0.54
_CORNERS: dict[Symbol, tuple[tuple[float, float], ...]] = {
    "triangle": ((0, -0.56), (0.54, 0.42), (-0.54, 0.42)),
    "diamond": ((0, -0.6), (0.56, 0), (0, 0.6), (-0.56, 0)),
    # A filled cross: the plain sign is too thin to be seen.
    "plus": (
        (-_ARM, -_REACH),
        (_ARM, -_REACH),
        (_ARM, -_ARM),
        (_REACH, -_ARM),
        (_REACH, _ARM),
        (_ARM, _ARM),
        (_ARM, _REACH),
        (-_ARM, _REACH),
        (-_ARM, _ARM),
        (-_REACH, _ARM),
        (-_REACH, -_ARM),
        (-_ARM, -_ARM),
    ),
    "star": _star(),
    "hexagon": _regular(6, 0.55),
    "pentagon": _regular(5, 0.56),
}


def paint_symbol(
    painter: QPainter, symbol: Symbol, at: QPointF, size: float, color: QColor
) -> None:
    """Paint a filled symbol of ``size`` pixels with its center at a point."""
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    edge = QPen(theme().color("surface"), 1)
    edge.setCosmetic(True)
    painter.setPen(edge)
    painter.setBrush(color)
    painter.drawPath(symbol_path(symbol))
    painter.restore()
