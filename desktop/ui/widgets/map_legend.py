"""The legend under the body map: what the color, the sign and the size of a marker mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.language import mark, say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.body_shapes import LARGER_PER_ROOT, marker_radius
from desktop.ui.widgets.mass_marker import paint_marker

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

KNOWN = (
    ("growing", mark("Growing")),
    ("stable", mark("Stable")),
    ("shrinking", mark("Shrinking")),
)
COMPLAINTS = (("troubled", mark("Complaints")), ("untroubled", mark("None told")))
SIZES = (1.0, 10.0, 100.0)
"""The volumes (mL) of the second line."""
LINE, SIZE_LINE = 32, 40


class MapLegend(QWidget):
    """One line: growing, stable, shrinking, and why a ring is dashed; ``with_sizes`` adds one."""

    def __init__(self, parent: QWidget | None = None, *, with_sizes: bool = False) -> None:
        super().__init__(parent)
        self._unknown = say("Too few")
        self._known: Sequence[tuple[str, str]] = KNOWN
        self._with_sizes = with_sizes
        theme_signals.changed.connect(self._resize)
        self._resize()

    def show_states(self, states: Collection[str], *, is_about_complaints: bool = False) -> None:
        """Name the dashed ring by what it stands for among these states."""
        self._known = COMPLAINTS if is_about_complaints else KNOWN
        if is_about_complaints:
            self._unknown = say("Not asked")
        elif "unassessed" in states:
            is_alone = not {"too_few", "unclear", "undetected", "unseen"} & set(states)
            self._unknown = say("Not assessed") if is_alone else say("Unknown")
        else:
            self._unknown = say("Unknown") if "unclear" in states else say("Too few")
        words = ", ".join(say(text).lower() for _, text in self._known)
        name = say(
            "Legend: {words}; dashed ring: {unknown}", words=words, unknown=self._unknown.lower()
        )
        self.setAccessibleName(name)
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return QSize(322, theme().px(LINE + SIZE_LINE if self._with_sizes else LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries with equal gaps over the whole width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        self._paint_states(painter)
        if self._with_sizes:
            self._paint_sizes(painter)
        painter.end()

    def _paint_states(self, painter: QPainter) -> None:
        current = theme()
        entries = (*((key, say(text)) for key, text in self._known), ("too_few", self._unknown))
        font = current.font(12)
        metrics = QFontMetricsF(font)
        widths = [20 + metrics.horizontalAdvance(text) for _, text in entries]
        gap = min(max((self.width() - 18 - sum(widths)) / (len(entries) - 1), 2), 18)
        x, middle = 8.0, current.px(LINE) / 2 + 0.5
        for (state, text), width in zip(entries, widths, strict=True):
            paint_marker(painter, QPointF(x + 9, middle), 7, state)
            painter.setPen(current.color("ink2"))
            painter.setFont(font)
            painter.drawText(QPointF(x + 20, middle + current.px(4)), text)
            x += width + gap

    def _paint_sizes(self, painter: QPainter) -> None:
        current = theme()
        font = current.font(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        x, middle = 10.0, current.px(LINE) + current.px(SIZE_LINE) / 2 - 2
        for text in (say("Size:"), *SIZES):
            if isinstance(text, float):
                radius = marker_radius(text, per_root=LARGER_PER_ROOT)
                painter.setPen(QPen(current.color("stable"), 1.2))
                painter.setBrush(current.color("surface"))
                painter.drawEllipse(QPointF(x + radius, middle), radius, radius)
                x += 2 * radius + 6
            words = text if isinstance(text, str) else f"{text:g} mL"
            painter.setPen(current.color("ink2"))
            painter.drawText(QPointF(x, middle + current.px(4)), words)
            x += metrics.horizontalAdvance(words) + 12
        hint = say("Click body to add")
        width = metrics.horizontalAdvance(hint)
        if x + width + 8 <= self.width():
            painter.drawText(QPointF(self.width() - width - 10, middle + current.px(4)), hint)
