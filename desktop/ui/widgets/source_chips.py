"""Where a piece of guidance comes from, as chips: statements of the source, later knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.guidance.sources import labels
from desktop.ui.sources import source_text
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPoint

HEIGHT, GAP, INSET = 18, 4, 6


class SourceChips(QWidget):
    """Chips in as many rows as they need, painted: statements outlined, later knowledge tinted.

    One widget for all of them, because a label each would take most of the time in which a
    patient opens. The tooltip of a chip is the text of its source.
    """

    def __init__(self, statement_ids: Sequence[str], references: Sequence[str]) -> None:
        super().__init__()
        self.statement_ids, self.references = tuple(statement_ids), tuple(references)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keys = (*self.statement_ids, *self.references)
        self._named = tuple(zip(keys, labels(keys), strict=True))
        self.setAccessibleName(f"Sources {', '.join(name for _, name in self._named)}")
        self.setAccessibleDescription(source_words(statement_ids, references))

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return max((round(rect.bottom()) for rect, *_ in self._places(width)), default=0) + 2

    def sizeHint(self) -> QSize:
        """As high as for the width it has."""
        return QSize(120, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(40, theme().px(HEIGHT) + 2)

    def _places(self, width: float) -> Iterator[tuple[QRectF, str, str]]:
        metrics = QFontMetricsF(theme().font(11.5))
        x, y, height = 0.0, 1.0, theme().px(HEIGHT)
        for key, name in self._named:
            wide = metrics.horizontalAdvance(name) + 2 * INSET
            if x and x + wide > width:
                x, y = 0.0, y + height + GAP
            yield QRectF(x, y, wide, height), key, name
            x += wide + GAP

    def source_at(self, at: QPoint) -> str:
        """The key of the chip under a pixel; empty for none."""
        places = self._places(self.width())
        return next((key for rect, key, _ in places if rect.contains(at)), "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips."""
        current = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(current.font(11.5))
        for rect, key, name in self._places(self.width()):
            is_statement = key in self.statement_ids
            edge, fill = ("line2", "surface") if is_statement else ("infobg", "infobg")
            painter.setPen(QPen(current.color(edge), 1))
            painter.setBrush(current.color(fill))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(current.color("accent" if is_statement else "info"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say the source under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            key = self.source_at(event.pos())
            QToolTip.showText(event.globalPos(), source_text(key) if key else "", self)
            return True
        return super().event(event)


def source_words(statement_ids: Sequence[str], references: Sequence[str]) -> str:
    """All sources of a piece of guidance, one on each line."""
    keys = (*statement_ids, *references)
    return "\n".join(f"{n}: {source_text(k)}" for k, n in zip(keys, labels(keys), strict=True))
