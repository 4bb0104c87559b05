"""Where a piece of guidance comes from, as chips that tell the kinds of sources apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.language import say
from desktop.ui.sources import source_words
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFont

    from desktop.ui.sources import Source, SourceKind

HEIGHT, GAP, INSET = 18, 4, 6
FONT_SIZE = 11.5

LOOKS: Mapping[SourceKind, tuple[str, str, str, Qt.PenStyle]] = {
    "statement": ("line2", "surface", "accent", Qt.PenStyle.SolidLine),
    "literature": ("infobg", "infobg", "info", Qt.PenStyle.SolidLine),
    "local": ("warnline", "surface", "warn", Qt.PenStyle.DashLine),
    "general": ("unk", "surface", "ink3", Qt.PenStyle.DotLine),
}
"""Edge, fill, ink and line of each kind: told apart by line and tint, not by color alone."""


def chip_font() -> QFont:
    """The font on chips."""
    return theme().font(FONT_SIZE)


def chip_places(
    sources: Sequence[Source], width: float, at: QPointF | None = None
) -> Iterator[tuple[QRectF, Source]]:
    """Where each chip stands in a width, in as many rows as they need."""
    start = at or QPointF(0, 1)
    metrics = QFontMetricsF(chip_font())
    x, y, height = start.x(), start.y(), theme().px(HEIGHT)
    for one in sources:
        wide = metrics.horizontalAdvance(one.label) + 2 * INSET
        if x > start.x() and x + wide > start.x() + width:
            x, y = start.x(), y + height + GAP
        yield QRectF(x, y, wide, height), one
        x += wide + GAP


def paint_chip(painter: QPainter, rect: QRectF, one: Source) -> None:
    """Paint one chip; a superseded statement is struck through."""
    current = theme()
    edge, fill, ink, line = LOOKS[one.kind]
    font = chip_font()
    font.setStrikeOut(one.is_superseded)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QPen(current.color(edge), 1, line))
    painter.setBrush(current.color(fill))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(current.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, one.label)
    painter.restore()


class SourceChips(QWidget):
    """Chips in as many rows as they need, painted.

    One widget for all of them, because a label each would take most of the time in which a
    patient opens. The tooltip of a chip is the text of its source.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__()
        self.sources = tuple(sources)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        names = ", ".join(one.label for one in self.sources)
        self.setAccessibleName(say("Sources {names}", names=names))
        self.setAccessibleDescription(source_words(self.sources))

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        places = chip_places(self.sources, width)
        return max((round(rect.bottom()) for rect, _ in places), default=0) + 2

    def sizeHint(self) -> QSize:
        """As high as for the width it has."""
        return QSize(120, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(40, theme().px(HEIGHT) + 2)

    def source_at(self, at: QPoint) -> str:
        """The key of the chip under a pixel; empty for none."""
        found = self._at(at)
        return found.key if found else ""

    def _at(self, at: QPoint) -> Source | None:
        places = chip_places(self.sources, self.width())
        return next((one for rect, one in places if rect.contains(QPointF(at))), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips."""
        painter = QPainter(self)
        for rect, one in chip_places(self.sources, self.width()):
            paint_chip(painter, rect, one)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say the source under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), found.spoken() if found else "", self)
            return True
        return super().event(event)
