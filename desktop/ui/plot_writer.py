"""Writing on a chart: texts that keep clear of each other, break between words, stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

Piece = tuple[str, "QFont", QColor]
"""A text with its font and color."""
DOTS = Qt.TextElideMode.ElideRight


class Writer:
    """Writes texts on a painter and remembers where, so that none covers another."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.taken: list[QRectF] = []

    def is_free(self, rect: QRectF) -> bool:
        """True if nothing was written where ``rect`` lies."""
        return not any(rect.intersects(other) for other in self.taken)

    def covered(self, rect: QRectF) -> int:
        """How many of the rectangles written or kept ``rect`` would meet."""
        return sum(rect.intersects(other) for other in self.taken)

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
