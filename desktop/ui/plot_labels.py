"""The words on a chart, painted over its plot: marks, ranges, values, direct labels, message.

They lie in a layer of their own, because texts inside a pyqtgraph view are cut at its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.icons import pixmap
from desktop.ui.plot_ends import EndTarget, write_ends
from desktop.ui.plot_style import LEFT, mark_pen
from desktop.ui.plot_writer import DOTS, Dots, Piece, Writer, lighten
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.spec import ChartSpec, Mark, Point, RangeStep, Series
    from desktop.ui.plot_view import Viewport

DIGITS = frozenset("0123456789<>≤≥")
MESSAGE_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class Labels(QWidget):
    """The layer of words over one plot; it lets every click through to the plot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._spec: ChartSpec | None = None
        self._viewport: Viewport | None = None
        self._selected = ""
        self._ends: list[EndTarget] = []
        self._dots: Dots | None = None
        self._told: list[tuple[Series, Point]] = []

    def feed(self, spec: ChartSpec, selected: str) -> None:
        """Take the chart whose words are shown, and the key of its selected series."""
        if spec is not self._spec:
            self._dots, self._told = Dots(spec), _told(spec)
        self._spec, self._selected = spec, selected
        self.update()

    def place(self, viewport: Viewport) -> None:
        """Take where the plotting area lies now."""
        self._viewport = viewport
        self.update()

    def series_at(self, at: QPointF) -> str:
        """The key of the series whose direct label lies under a pixel; empty for none."""
        return next((end.key for end in self._ends if end.rect.contains(at)), "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all words, those that must be seen first."""
        spec, viewport = self._spec, self._viewport
        if spec is None or viewport is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        writer = Writer(painter, self._dots, viewport)
        _write_units(writer, spec, viewport)
        self._write_marks(writer, spec.marks, viewport)
        _reserve(writer, spec, viewport)
        for series, point in self._told:
            if viewport.shows(point.x):
                _write_point(writer, series, point, viewport)
        self._ends = write_ends(
            writer, spec, viewport, size=QSizeF(self.size()), selected=self._selected
        )
        for step in spec.ranges:
            _write_range(writer, step, viewport)
        _write_target(writer, spec, viewport)
        _write_floor(writer, spec, viewport)
        if spec.empty:
            _write_message(painter, spec.empty, viewport)
        painter.end()

    def _write_marks(self, writer: Writer, marks: Sequence[Mark], viewport: Viewport) -> None:
        shown = [mark for mark in marks if viewport.shows(mark.x)]
        operations = [mark for mark in shown if mark.kind != "today"]
        for mark in operations:
            writer.reserve(QRectF(round(viewport.px(mark.x)) - 1, 3, 2, 14))
        for mark in shown:
            if mark.kind == "today":
                _write_today(writer, mark, viewport)
        for mark in sorted(operations, key=lambda m: m.x):
            self._write_operation(writer, mark, viewport)

    def _write_operation(self, writer: Writer, mark: Mark, viewport: Viewport) -> None:
        """A line up to the words, and as many of them as fit beside it: right, then left."""
        font, at, px = theme().font(11), round(viewport.px(mark.x)), theme().px
        writer.painter.setPen(mark_pen(mark.kind))
        writer.painter.drawLine(QPointF(at, 4), QPointF(at, viewport.top))
        icon = px(16) if mark.kind == "surgery" else 0
        for text, width in _shortenings(mark.text, QFontMetricsF(font)):
            for left, padding in ((at + 5.0, 0), (at - 5.0 - icon - width, 10)):
                # Room on the far side, or the words of two marks would read as one.
                rect = QRectF(left - padding, 3, icon + width + 14 - padding, 14)
                inside = left >= px(LEFT) and rect.right() <= self.width() + 10
                if inside and writer.is_free(rect):
                    _write_mark(writer, text, left, icon)
                    return


def _shortenings(text: str, metrics: QFontMetricsF) -> Iterator[tuple[str, float]]:
    """A text, shorter forms of it, and none, each with its width."""
    for room in (10_000, 110, 90, 70):
        shorter = metrics.elidedText(text, DOTS, theme().px(room))
        yield shorter, metrics.horizontalAdvance(shorter)
    yield "", -2.0


def _write_mark(writer: Writer, text: str, left: float, icon: int) -> None:
    if icon:
        writer.painter.drawPixmap(QPointF(left, 3), pixmap("scissors", "ink2", 13))
        writer.reserve(QRectF(left, 3, icon, 14))
    if text:
        piece = (text, theme().font(11), theme().color("ink2"))
        writer.write([piece], left + icon, theme().px(14))


def _write_today(writer: Writer, mark: Mark, viewport: Viewport) -> None:
    font = theme().font(11)
    left = viewport.px(mark.x) - QFontMetricsF(font).horizontalAdvance(mark.text) / 2
    writer.write([(mark.text, font, theme().color("ink2"))], left, theme().px(14))


def _write_units(writer: Writer, spec: ChartSpec, viewport: Viewport) -> None:
    current = theme()
    is_said = not spec.y.is_log10 or "log" in spec.y.unit
    unit = spec.y.unit if is_said else f"{spec.y.unit}, log"
    writer.write([(unit, current.font(11, 600), current.color("axis"))], 8, current.px(14))
    if spec.x.unit:
        piece = (spec.x.unit, current.font(11), current.color("axis"))
        writer.write([piece], viewport.right + 14, viewport.bottom + current.px(15))


def _reserve(writer: Writer, spec: ChartSpec, viewport: Viewport) -> None:
    """Keep words away from the lines of marks; the writer knows the observations."""
    for mark in spec.marks:
        x = viewport.px(mark.x)
        writer.reserve(QRectF(x - 1, viewport.top, 2, viewport.bottom - viewport.top))


def _told(spec: ChartSpec) -> list[tuple[Series, Point]]:
    """The points with words beside them, unless the large label says the same."""
    found = []
    for series in spec.series:
        has_large = len(spec.series) == 1 and series.end_label is not None
        last = len(series.points) - 1
        for i, point in enumerate(series.points):
            if point.text and not (has_large and i == last):
                found.append((series, point))
    return found


def _write_point(writer: Writer, series: Series, point: Point, viewport: Viewport) -> None:
    current = theme()
    is_value = bool(point.flag) or point.text[:1] in DIGITS
    font = current.font(12 if is_value else 11, 600)
    pieces: list[Piece] = [(point.text, font, current.color("ink" if is_value else series.color))]
    if point.flag:
        pieces.append((f" {point.flag}", current.font(12, 700), current.color("stop")))
    x, y = viewport.px(point.x), viewport.py(point.y)
    width = writer.box(pieces, 0, 0).width()
    right = min(x, viewport.right - width)
    above, below = y - 9, y + current.px(20)
    order = (above, below, above - 13, below + 13)
    order = order if is_value else (below, above, below + 13, above - 13)
    lefts = (right, right - width / 2, right - width)
    places = [(max(left, viewport.left + 2), base) for base in order for left in lefts]
    inside = [p for p in places if viewport.top + 8 <= p[1] <= viewport.bottom]
    left, baseline = min(inside or places, key=lambda p: writer.covered(writer.box(pieces, *p)))
    lighten(writer.painter, writer.box(pieces, left, baseline))
    writer.write(pieces, left, baseline)


def _write_range(writer: Writer, step: RangeStep, viewport: Viewport) -> None:
    """The text of a range where it is free; a narrow one may go without, its table has it."""
    left = max(viewport.px(step.x0), viewport.left)
    right = min(viewport.px(step.x1), viewport.right)
    if right - left < 12 or not step.text:
        return
    pieces: list[Piece] = [(step.text, theme().font(11), theme().color("ink2"))]
    width = writer.box(pieces, 0, 0).width()
    down = viewport.py(step.high), viewport.py(step.low)
    for x, baseline in _range_places((left, right), down, width, viewport):
        rect = writer.box(pieces, x, baseline)
        inside = viewport.top <= rect.top() and rect.bottom() < viewport.bottom
        if inside and writer.is_free(rect):
            writer.write(pieces, x, baseline)
            return


def _range_places(
    across: tuple[float, float], down: tuple[float, float], width: float, viewport: Viewport
) -> Iterator[tuple[float, float]]:
    """Where the text of a range may stand, best first: in the band, then under and over it."""
    (left, right), (top, bottom), px = across, down, theme().px
    starts = [left + 6.0 + 24 * i for i in range(12) if left + 6 + 24 * i + width <= right]
    if bottom - top >= px(16):
        yield from ((x, bottom - 5) for x in starts)
        yield from ((x, top + px(13)) for x in starts)
    outside = min(right - width - 4, viewport.right - width - 18)
    shifts = [outside - 12 * i for i in range(8) if outside - 12 * i + width > left + 16]
    for x in (*starts, *(max(x, viewport.left + 4) for x in shifts)):
        yield x, bottom + px(13)
        yield x, top - 5


def _write_target(writer: Writer, spec: ChartSpec, viewport: Viewport) -> None:
    if spec.target is None:
        return
    low, _, text = spec.target
    piece = (text, theme().font(11, 600), theme().color("accent"))
    left = viewport.right - QFontMetricsF(piece[1]).horizontalAdvance(text) - 6
    lighten(writer.painter, writer.box([piece], left, viewport.py(low) - 4))
    writer.write([piece], left, viewport.py(low) - 4)


def _write_floor(writer: Writer, spec: ChartSpec, viewport: Viewport) -> None:
    """The name of the strip; where it is low, it makes way for the number above it."""
    if spec.floor is None:
        return
    y, text = spec.floor
    font, px = theme().font(11), theme().px
    left = viewport.left - 7 - QFontMetricsF(font).horizontalAdvance(text)
    scale = min((t.at for t in spec.y.ticks if t.at > y), default=y)
    baseline = max(viewport.py(y) + px(4), viewport.py(scale) + px(15))
    writer.write([(text, font, theme().color("axis"))], left, baseline)


def _write_message(painter: QPainter, text: str, viewport: Viewport) -> None:
    width, height = viewport.right - viewport.left, viewport.bottom - viewport.top
    area = QRectF(viewport.left + 24, viewport.top, width - 48, height)
    painter.setFont(theme().font(13))
    room = painter.boundingRect(area, MESSAGE_FLAGS, text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("surface"))
    painter.drawRoundedRect(room.adjusted(-10, -6, 10, 6), 4, 4)
    painter.setPen(theme().color("ink2"))
    painter.drawText(room, MESSAGE_FLAGS, text)
