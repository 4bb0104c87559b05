"""Writing on a chart: texts that keep clear of each other, break between words, stay readable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont

    from desktop.charts.spec import ChartSpec
    from desktop.ui.plot_view import Viewport

Piece = tuple[str, "QFont", QColor]
"""A text with its font and color."""
DOTS = Qt.TextElideMode.ElideRight


DOT = 4.0
"""Half the width, in pixels, of the square about an observation that words keep clear of."""


class Dots:
    """The observations of a chart in the order of time: those near a place are found at once.

    A chart that is moved asks anew with each frame, and there may be thousands.
    """

    def __init__(self, spec: ChartSpec) -> None:
        places = sorted((p.x, p.y) for series in spec.series for p in series.points)
        self._x = [x for x, _ in places]
        self._y = [y for _, y in places]

    def met(self, rect: QRectF, viewport: Viewport) -> Iterator[float]:
        """The observations in view that ``rect`` would cover, by their y."""
        day = (viewport.x1 - viewport.x0) / ((viewport.right - viewport.left) or 1.0)
        left = max(rect.left() - DOT, viewport.left - 0.5)
        right = min(rect.right() + DOT, viewport.right + 0.5)
        first = bisect_right(self._x, viewport.x0 + (left - viewport.left) * day)
        last = bisect_left(self._x, viewport.x0 + (right - viewport.left) * day)
        step = (viewport.y1 - viewport.y0) / ((viewport.bottom - viewport.top) or 1.0)
        low = viewport.y0 + (viewport.bottom - rect.bottom() - DOT) * step
        high = viewport.y0 + (viewport.bottom - rect.top() + DOT) * step
        return (y for y in self._y[first:last] if low < y < high)


class Writer:
    """Writes texts on a painter and remembers where, so that none covers another.

    Words keep clear of the ``dots`` in a viewport too, where they are given.
    """

    def __init__(
        self, painter: QPainter, dots: Dots | None = None, viewport: Viewport | None = None
    ) -> None:
        self.painter = painter
        self.taken: list[QRectF] = []
        self._dots, self._viewport = dots, viewport

    def is_free(self, rect: QRectF) -> bool:
        """True if nothing was written where ``rect`` lies."""
        if any(rect.intersects(other) for other in self.taken):
            return False
        return next(self._dotted(rect), None) is None

    def covered(self, rect: QRectF) -> int:
        """How many of the rectangles written or kept ``rect`` would meet."""
        return sum(rect.intersects(other) for other in self.taken) + len([*self._dotted(rect)])

    def _dotted(self, rect: QRectF) -> Iterator[float]:
        if self._dots is None or self._viewport is None:
            return iter(())
        return self._dots.met(rect, self._viewport)

    def reserve(self, rect: QRectF) -> None:
        """Keep texts away from ``rect``."""
        self.taken.append(rect)

    @staticmethod
    def box(pieces: Sequence[Piece], left: float, baseline: float) -> QRectF:
        """The rectangle that the pieces would fill."""
        metrics = [QFontMetricsF(font) for _, font, _ in pieces]
        width = sum(
            m.horizontalAdvance(text) for m, (text, _, _) in zip(metrics, pieces, strict=True)
        )
        ascent = max(m.ascent() for m in metrics)
        descent = max(m.descent() for m in metrics)
        return QRectF(left, baseline - ascent, width, ascent + descent)

    def write(self, pieces: Sequence[Piece], left: float, baseline: float) -> QRectF:
        """Write pieces one behind the other from ``left``; the rectangle that they fill."""
        at = left
        for text, font, color in pieces:
            self.painter.setFont(font)
            self.painter.setPen(color)
            self.painter.drawText(QPointF(at, baseline), text)
            at += QFontMetricsF(font).horizontalAdvance(text)
        filled = self.box(pieces, left, baseline)
        self.reserve(filled)
        return filled


def wrapped(lines: Sequence[str], room: float) -> list[str]:
    """Lines broken between words so that each fits the room."""
    metrics = QFontMetricsF(theme().font(11))
    broken: list[str] = []
    for line in lines:
        words = line.split(" ")
        current = words[0]
        for word in words[1:]:
            if metrics.horizontalAdvance(f"{current} {word}") > room:
                broken.append(current)
                current = word
            else:
                current = f"{current} {word}"
        broken.append(current)
    return broken


def lighten(painter: QPainter, rect: QRectF) -> None:
    """Lighten what lies behind a text, so that it can be read over lines."""
    color = theme().color("surface")
    color.setAlphaF(0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 2, 2)
