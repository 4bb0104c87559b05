"""The strip of treatment lanes under a chart, on the chart's own axis of time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.charts.spec import ChartSpec, Lane
    from desktop.ui.plot_view import Viewport

BAR, GAP = 17, 3
START = 3.0
"""Width of the mark at the start of a course."""


def row_height() -> int:
    """The height of a lane with the gap below it."""
    return theme().px(BAR) + GAP


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane with its row, its bar and where its text begins, in pixels."""

    lane: Lane
    row: int
    left: float
    right: float
    text_left: float
    text_width: float

    @property
    def extent(self) -> tuple[float, float]:
        """Everything that the lane fills from left to right."""
        return (
            min(self.left, self.text_left),
            max(self.right, self.text_left + self.text_width),
        )


class LaneStrip(QWidget):
    """Treatments as bars: text in the bar, or beside it where the bar is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ChartSpec | None = None
        self._viewport: Viewport | None = None
        self._placed: list[PlacedLane] = []
        self.most_rows = 5

    def feed(self, spec: ChartSpec) -> None:
        """Take a chart; a chart without lanes hides the strip."""
        self._spec = spec
        self.setVisible(bool(spec.lanes))
        self._arrange()

    def place(self, viewport: Viewport) -> None:
        """Follow the plot: where its area lies and which days it shows."""
        self._viewport = viewport
        self._arrange()

    def _arrange(self) -> None:
        spec, viewport = self._spec, self._viewport
        if spec is None or viewport is None or not spec.lanes:
            self._placed = []
            return
        whole = replace(viewport, x0=spec.x.low, x1=spec.x.high)
        rows = self._rows(spec, whole)
        placed = [_placed(lane, spec, viewport) for lane in spec.lanes]
        self._placed = [replace(p, row=row) for p, row in zip(placed, rows, strict=True)]
        height = min(max(rows) + 1, self.most_rows) * row_height() + 4
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self.update()

    @staticmethod
    def _rows(spec: ChartSpec, whole: Viewport) -> list[int]:
        """The row of each lane: the first in which it does not meet another one."""
        ends: list[float] = []
        rows: list[int] = []
        for lane in spec.lanes:
            low, high = _placed(lane, spec, whole).extent
            row = next((i for i, end in enumerate(ends) if end + 6 <= low), len(ends))
            ends[row : row + 1] = [high]
            rows.append(row)
        return rows

    @property
    def _hidden(self) -> int:
        """How many lanes have no row: where some are hidden, the last row says so."""
        if not self._placed or max(p.row for p in self._placed) < self.most_rows:
            return 0
        return sum(p.row >= self.most_rows - 1 for p in self._placed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, start marks and texts; say how many have no room."""
        viewport = self._viewport
        if viewport is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hidden = self._hidden
        rows = self.most_rows - 1 if hidden else self.most_rows
        for placed in self._placed:
            if placed.row < rows:
                self._paint_lane(painter, placed, viewport)
        if hidden:
            painter.setFont(theme().font(11, italic=True))
            painter.setPen(theme().color("ink2"))
            words = say("and {n} more: see the Treatment page", n=hidden)
            painter.drawText(
                QPointF(viewport.left + 6, rows * row_height() + theme().px(13)), words
            )
        painter.end()

    @staticmethod
    def _paint_lane(painter: QPainter, placed: PlacedLane, viewport: Viewport) -> None:
        current, lane = theme(), placed.lane
        left, right = max(placed.left, viewport.left), min(placed.right, viewport.right)
        top, bar = placed.row * row_height(), current.px(BAR)
        if right <= viewport.left or left >= viewport.right:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color(f"{lane.color}bg"))
        painter.drawRoundedRect(QRectF(left, top, max(right - left, START), bar), 2, 2)
        painter.setBrush(current.color(lane.color))
        if placed.left >= viewport.left:
            painter.drawRect(QRectF(left, top, START, bar))
        font = current.font(11, 600)
        painter.setFont(font)
        painter.setPen(current.color(lane.color))
        start = max(placed.text_left, viewport.left + 2)
        room = viewport.right - start
        text = QFontMetricsF(font).elidedText(lane.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(start, top + theme().px(13)), text)

    def event(self, event: QEvent) -> bool:
        """Show the whole text of the lane under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            row = int(event.pos().y() // row_height())
            x = event.pos().x()
            under = (p for p in self._placed if p.row == row and p.extent[0] <= x <= p.extent[1])
            found = next(under, None)
            QToolTip.showText(event.globalPos(), found.lane.text if found else "", self)
            return True
        return super().event(event)


def _placed(lane: Lane, spec: ChartSpec, viewport: Viewport) -> PlacedLane:
    """Bar and text of a lane: text in the bar, else left of it, else right of it."""
    today = next((mark.x for mark in spec.marks if mark.kind == "today"), spec.x.high)
    left = viewport.px(lane.start)
    right = max(viewport.px(lane.stop if lane.stop is not None else today), left + START)
    width = QFontMetricsF(theme().font(11, 600)).horizontalAdvance(lane.text)
    seen_left, seen_right = max(left, viewport.left), min(right, viewport.right)
    if seen_right - seen_left >= width + 14:
        text_left = seen_left + 9
    elif left - 6 - width >= viewport.left:
        text_left = left - 6 - width
    elif right + 6 + width <= viewport.right:
        text_left = right + 6
    else:
        text_left = seen_left + 9
    return PlacedLane(lane, 0, left, right, text_left, width)
