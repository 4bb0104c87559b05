"""The direct labels right of a plot: one large label for one series, a column for several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from desktop.ui.plot_style import RIGHT
from desktop.ui.plot_symbols import paint_symbol
from desktop.ui.plot_view import spread
from desktop.ui.plot_writer import DOTS, Piece, Writer, wrapped
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.spec import ChartSpec, EndLabel, Series
    from desktop.ui.plot_view import Viewport


@dataclass(frozen=True, slots=True)
class EndTarget:
    """Where the label of a series lies, for clicks on it."""

    rect: QRectF
    key: str


def write_ends(
    writer: Writer, spec: ChartSpec, viewport: Viewport, *, size: QSizeF, selected: str
) -> list[EndTarget]:
    """Write the direct labels of a chart on a layer of ``size``; where they lie."""
    labeled = [series for series in spec.series if series.end_label and series.points]
    if len(spec.series) == 1 and labeled and labeled[0].points[-1].text:
        return [_write_value(writer, labeled[0], viewport, size)]
    px = theme().px
    low, high = 2.0, size.height() - 2
    heights = [float(px(16 + 13 * _line_count(series))) for series in labeled]
    if sum(heights) > high - low:  # no room for the quieter lines: names alone
        heights = [float(px(14))] * len(labeled)
    if sum(heights) > high - low:  # nor for all names: those brought out, and a count
        named = [s for s in labeled if not s.is_quiet or s.key == selected]
        high -= px(16)
        _write_rest(writer, len(labeled) - len(named), QPointF(viewport.right + 11, high + px(11)))
        labeled, heights = named, [float(px(14))] * len(named)
    wanted = [viewport.py(series.points[-1].y) - px(8) for series in labeled]
    tops = spread(wanted, heights, low, high)
    targets = []
    for series, top, height in zip(labeled, tops, heights, strict=True):
        rect = QRectF(viewport.right, top, px(RIGHT), height)
        _write_label(writer, series, rect, is_selected=series.key == selected)
        targets.append(EndTarget(rect, series.key))
    return targets


def _line_count(series: Series) -> int:
    return len(series.end_label.lines) if series.end_label else 0


def _write_rest(writer: Writer, count: int, at: QPointF) -> None:
    piece = (f"and {count} more, gray", theme().font(11, italic=True), theme().color("ink2"))
    writer.write([piece], at.x(), at.y())


def _title(label: EndLabel, size: float, flag_size: float) -> list[Piece]:
    current = theme()
    pieces: list[Piece] = [(label.title, current.font(size, 600), current.color("ink"))]
    if label.flag:
        pieces.append((f" {label.flag}", current.font(flag_size, 700), current.color("stop")))
    return pieces


def _write_value(writer: Writer, series: Series, viewport: Viewport, size: QSizeF) -> EndTarget:
    """The last value in large, with a leader from its point."""
    label, last, px = series.end_label, series.points[-1], theme().px
    assert label is not None  # noqa: S101 - the caller chose labeled series
    y, left = viewport.py(last.y), viewport.right + 14
    lines = wrapped(label.lines, size.width() - left - 2)
    height = px(20 + 14 * len(lines))
    top = max(min(y - px(14), size.height() - height), 0)
    if viewport.shows(last.x):
        writer.painter.setPen(QPen(theme().color("axis"), 1))
        start = QPointF(viewport.px(last.x) + 7, y)
        writer.painter.drawLine(start, QPointF(viewport.right + 9, top + px(14)))
    writer.write(_title(label, 16, 13), left, top + px(17))
    _write_lines(writer, lines, QPointF(left, top + px(32)), size.width())
    return EndTarget(QRectF(left, top, px(RIGHT) - 14, height), series.key)


def _write_label(writer: Writer, series: Series, rect: QRectF, *, is_selected: bool) -> None:
    label, current, painter = series.end_label, theme(), writer.painter
    assert label is not None  # noqa: S101 - the caller chose labeled series
    if is_selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color("selected"))
        painter.drawRoundedRect(rect.adjusted(5, 0, -1, -1), 3, 3)
    center = QPointF(rect.left() + 14, rect.top() + current.px(8))
    paint_symbol(painter, series.symbol, center, 9, current.color(series.color))
    left = rect.left() + 24
    writer.write(_title(label, 12, 12), left, rect.top() + current.px(12))
    if rect.height() > current.px(20):
        at = QPointF(left, rect.top() + current.px(25))
        _write_lines(writer, label.lines, at, rect.right())


def _write_lines(writer: Writer, lines: Sequence[str], at: QPointF, right: float) -> None:
    font, color = theme().font(11), theme().color("ink2")
    metrics = QFontMetricsF(font)
    for i, line in enumerate(lines):
        text = metrics.elidedText(line, DOTS, right - at.x() - 2)
        writer.write([(text, font, color)], at.x(), at.y() + theme().px(14) * i)
