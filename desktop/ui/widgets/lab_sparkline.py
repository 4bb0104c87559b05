"""The small trend of a row: its last values as a line over the range, the newest as a dot."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.models.labs_points import Trend

SIDE, TOP = 5, 4


def paint_trend(painter: QPainter, rect: QRect, trend: Trend, *, is_calculated: bool) -> None:
    """Draw a trend into a cell; nothing where the row has no values."""
    points = list(chain.from_iterable(trend.runs))
    if not points:
        return
    current = theme()
    area = QRectF(rect).adjusted(SIDE, TOP, -SIDE - 1, -TOP - 1)
    low, high = _vertical(points, trend)
    first, last = points[0][0], points[-1][0]

    def at(day: float, value: float) -> QPointF:
        share = (day - first) / (last - first) if last > first else 1.0
        x = area.left() + share * (area.width() - 4)
        return QPointF(x, area.bottom() - (value - low) / (high - low) * area.height())

    if trend.low is not None or trend.high is not None:
        top = at(first, trend.high).y() if trend.high is not None else area.top()
        bottom = at(first, trend.low).y() if trend.low is not None else area.bottom()
        painter.fillRect(
            QRectF(area.left(), top, area.width(), max(bottom - top, 1.0)), current.color("band")
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = current.color("ink2" if is_calculated else "c1")
    painter.setPen(QPen(color, 1.4))
    for run in trend.runs:
        painter.drawPolyline(QPolygonF([at(day, value) for day, value in run]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(at(*points[-1]), 2.4, 2.4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _vertical(points: list[tuple[float, float]], trend: Trend) -> tuple[float, float]:
    """The scale: the values, and as much of the range as does not flatten them."""
    values = [value for _, value in points]
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) * 0.2 or 1.0
    for limit in (trend.low, trend.high):
        if limit is not None:
            low = min(low, max(limit, low - 2 * spread))
            high = max(high, min(limit, high + 2 * spread))
    margin = (high - low) * 0.06 or 1.0
    return low - margin, high + margin
