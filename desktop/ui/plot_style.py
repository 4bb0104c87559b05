"""Sizes and pens that the parts of a chart share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.charts.spec import ChartSpec

LEFT, TOP, RIGHT, BOTTOM = 44, 22, 112, 20
"""Room around every plot, so that the years of two charts align: numbers of the scale, unit
and marks, direct labels, ticks of time. In pixels of the design."""


def floor_top(spec: ChartSpec) -> float:
    """Where the scale ends at its lower side and the strip for "not detectable" begins."""
    if spec.floor is None:
        return spec.y.low
    above = [tick.at for tick in spec.y.ticks if tick.at > spec.floor[0]]
    return min(above, default=spec.y.low)


def bottom_of(spec: ChartSpec) -> float:
    """The lowest y in view: that of the axis, or of the strip below it."""
    if spec.floor is None:
        return spec.y.low
    return min(spec.y.low, 2 * spec.floor[0] - floor_top(spec))


def token_pen(
    token: str, width: float = 1.0, *, dash: list[float] | None = None, opacity: float = 1.0
) -> QPen:
    """A pen in the color of a token."""
    color = theme().color(token)
    color.setAlphaF(opacity)
    return colored_pen(color, width, dash=dash)


def colored_pen(color: QColor, width: float, *, dash: list[float] | None = None) -> QPen:
    """A pen whose width is in pixels; flat caps, because others close the gaps of dashes."""
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern(dash)
    return pen


def mark_pen(kind: str) -> QPen:
    """The pen of a vertical mark: dashed for what was done, dotted for today."""
    return token_pen("ink2", 1.2, dash=[1.3, 2.1] if kind == "today" else [3.3, 2.5])
