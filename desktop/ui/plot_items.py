"""What a plot is made of: pyqtgraph items in pools, used again for chart after chart.

Nothing is thrown away between charts, because each discarded plot would keep some memory.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from desktop.ui.plot_style import bottom_of, colored_pen, floor_top, mark_pen, token_pen
from desktop.ui.plot_symbols import symbol_path
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.charts.spec import ChartSpec, Fit, Series

BAND_OPACITY = 0.16
LAYERS = {"floor": -30, "range": -20, "grid": -15, "mark": -10, "band": -5, "line": 0, "point": 10}
"""What lies over what; points are on top."""
LONG_LINE = 200


class _Pool:
    """Items of one kind that are used again for each chart; those not needed are hidden."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._items: list[Any] = []
        self._used = 0

    def begin(self) -> None:
        self._used = 0

    def take(self) -> Any:  # noqa: ANN401 - an item of pyqtgraph, which has no types
        if self._used == len(self._items):
            self._items.append(self._make())
        item = self._items[self._used]
        self._used += 1
        item.setVisible(True)
        return item

    def end(self) -> None:
        for item in self._items[self._used :]:
            item.setVisible(False)

    def __len__(self) -> int:
        return len(self._items)


class PlotItems:
    """The items inside one view box: everything of a chart but its axes and its words."""

    def __init__(self, box: Any) -> None:  # noqa: ANN401 - a ViewBox of pyqtgraph
        self._box = box
        self._rects = _Pool(self._new_rect)
        self._curves = _Pool(self._new_curve)
        self._scatters = _Pool(self._new_scatter)
        self._bands = _Pool(self._new_band)
        self._pools = (self._rects, self._curves, self._scatters, self._bands)
        self._long: list[Any] = []
        self._is_smooth = True

    def __len__(self) -> int:
        """How many items there are, hidden ones included."""
        return sum(len(pool) for pool in self._pools)

    def draw(self, spec: ChartSpec, selected: str) -> None:
        """Draw a chart; ``selected`` is the key of the series to bring out."""
        self._long.clear()
        self._is_smooth = True
        for pool in self._pools:
            pool.begin()
        self._draw_below(spec)
        for fit in spec.fits:
            self._draw_fit(fit)
        for series in spec.series:
            self._draw_series(series, is_selected=series.key == selected)
        for is_selected in (False, True):
            chosen = [s for s in spec.series if (s.key == selected) == is_selected]
            if chosen:
                self._draw_points(chosen, is_selected=is_selected)
        for pool in self._pools:
            pool.end()

    def smooth(self, *, is_smooth: bool) -> None:
        """Draw lines of very many points with soft edges, or six times faster without.

        While a chart is moved nobody sees the edges, but everybody a picture that lags.
        """
        if is_smooth != self._is_smooth:
            self._is_smooth = is_smooth
            for curve in self._long:
                curve.opts["antialias"] = is_smooth
                curve.update()

    def _new_rect(self) -> Any:  # noqa: ANN401 - as the pool wants it
        rect = QGraphicsRectItem()
        rect.setPen(QPen(Qt.PenStyle.NoPen))
        self._box.addItem(rect, ignoreBounds=True)
        return rect

    def _new_curve(self) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        curve = pg.PlotCurveItem()
        self._box.addItem(curve, ignoreBounds=True)
        return curve

    def _new_scatter(self) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        scatter = pg.ScatterPlotItem()
        scatter.setZValue(LAYERS["point"])
        self._box.addItem(scatter, ignoreBounds=True)
        return scatter

    def _new_band(self) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        band = pg.FillBetweenItem(pg.PlotCurveItem(), pg.PlotCurveItem())
        band.setZValue(LAYERS["band"])
        self._box.addItem(band, ignoreBounds=True)
        return band

    def _draw_below(self, spec: ChartSpec) -> None:
        """Everything under the series: floor, ranges, grid, marks."""
        current = theme()
        low, high = bottom_of(spec), spec.y.high
        if spec.floor is not None:
            ceiling = floor_top(spec)
            rect = QRectF(spec.x.low, low, spec.x.high - spec.x.low, ceiling - low)
            self._fill(rect, current.color("sunken"), "floor")
        for step in spec.ranges:
            bottom, top = max(step.low, low), min(step.high, high)
            rect = QRectF(step.x0, bottom, step.x1 - step.x0, top - bottom)
            self._fill(rect, current.color("band"), "range")
        edges = [
            ((step.x0, y), (step.x1, y))
            for step in spec.ranges
            for y in (step.low, step.high)
            if low <= y <= high
        ]
        self._segments(edges, token_pen("bandline"), "range")
        if spec.target:
            ends = [((spec.x.low, y), (spec.x.high, y)) for y in spec.target[:2]]
            self._segments(ends, token_pen("accent", 1.2, dash=[5, 3]), "range")
        self._draw_grid(spec, low, high)
        for mark in spec.marks:
            self._segments([((mark.x, low), (mark.x, high))], mark_pen(mark.kind), "mark")

    def _draw_grid(self, spec: ChartSpec, low: float, high: float) -> None:
        across = [((spec.x.low, t.at), (spec.x.high, t.at)) for t in spec.y.ticks]
        upright = [((t.at, low), (t.at, high)) for t in spec.x.ticks]
        self._segments(across + upright, token_pen("grid"), "grid")
        if spec.y.is_log10:
            decades = range(int(np.floor(floor_top(spec))), int(np.ceil(high)))
            minor = [float(d + np.log10(i)) for d in decades for i in range(2, 10)]
            lines = [
                ((spec.x.low, y), (spec.x.high, y)) for y in minor if floor_top(spec) < y < high
            ]
            self._segments(lines, token_pen("grid", opacity=0.5), "grid")

    def _draw_fit(self, fit: Fit) -> None:
        color = theme().color(fit.color)
        x = np.asarray(fit.x, float)
        middle = np.asarray(fit.middle, float)
        band = self._bands.take()
        for curve, values in zip(band.curves, (fit.lower, fit.upper), strict=True):
            curve.setData(x, np.asarray(values, float))
        shade = QColor(color)
        shade.setAlphaF(BAND_OPACITY)
        band.setBrush(QBrush(shade))
        join = fit.extrapolated_from
        at_join = float(np.interp(join, x, middle)) if len(x) else 0.0
        known, beyond = x <= join, x >= join
        self._line(
            np.append(x[known], join), np.append(middle[known], at_join), colored_pen(color, 2.4)
        )
        self._line(
            np.insert(x[beyond], 0, join),
            np.insert(middle[beyond], 0, at_join),
            colored_pen(color, 2, dash=[2.5, 2]),
        )

    def _draw_series(self, series: Series, *, is_selected: bool) -> None:
        """The lines of a series: those that join its points, and the doubt about their time."""
        color = _color(series, is_selected=is_selected)
        is_quiet = series.is_quiet and not is_selected
        if series.is_joined and len(series.points) > 1:
            x = np.array([point.x for point in series.points], float)
            y = np.array([point.y for point in series.points], float)
            width = 2.6 if is_selected else 1.2 if is_quiet else 2.0
            self._line(x, y, colored_pen(color, width))
        doubt = [
            ((p.x - p.half_width, p.y), (p.x + p.half_width, p.y))
            for p in series.points
            if p.half_width > 0
        ]
        thin = QColor(color)
        thin.setAlphaF(0.55)
        self._segments(doubt, colored_pen(thin, 2.4), "line")

    def _draw_points(self, chosen: Sequence[Series], *, is_selected: bool) -> None:
        """All points of some series as one item, quiet ones first."""
        ordered = sorted(chosen, key=lambda series: not series.is_quiet)
        spots = [(series, point) for series in ordered for point in series.points]
        surface = theme().color("surface").rgba()
        larger = 1.5 if is_selected else 0.0
        scatter = self._scatters.take()
        scatter.setZValue(LAYERS["point"] + (1 if is_selected else 0))
        colors = {id(s): _color(s, is_selected=is_selected).rgba() for s in ordered}
        scatter.setData(
            x=[point.x for _, point in spots],
            y=[point.y for _, point in spots],
            symbol=[symbol_path(series.symbol) for series, _ in spots],
            size=[(10.5 if point.is_filled else 8.5) + larger for _, point in spots],
            pen=[
                _spot_pen(surface, 1.3) if p.is_filled else _spot_pen(colors[id(s)], 1.7)
                for s, p in spots
            ],
            brush=[_spot_brush(colors[id(s)] if p.is_filled else surface) for s, p in spots],
        )

    def _fill(self, rect: QRectF, color: QColor, layer: str) -> None:
        item = self._rects.take()
        item.setRect(rect)
        item.setBrush(QBrush(color))
        item.setZValue(LAYERS[layer])

    def _line(self, x: np.ndarray[Any, Any], y: np.ndarray[Any, Any], pen: QPen) -> None:
        curve = self._curves.take()
        # One wide path of very many points takes Qt a second to draw, its pieces a few ms.
        is_long = len(x) > LONG_LINE
        if is_long:
            self._long.append(curve)
        curve.setSegmentedLineMode("on" if is_long else "auto")
        curve.setData(x, y, pen=pen, connect="all", antialias=True)
        curve.setZValue(LAYERS["line"])

    def _segments(
        self,
        segments: Sequence[tuple[tuple[float, float], tuple[float, float]]],
        pen: QPen,
        layer: str,
    ) -> None:
        if not segments:
            return
        ends = np.array(segments, float).reshape(-1, 2)
        curve = self._curves.take()
        curve.setData(ends[:, 0], ends[:, 1], pen=pen, connect="pairs")
        curve.setZValue(LAYERS[layer] + (0.5 if layer == "range" else 0))


def _color(series: Series, *, is_selected: bool) -> QColor:
    return theme().color("line2" if series.is_quiet and not is_selected else series.color)


# pyqtgraph keeps a drawing of each symbol by the pen and brush objects it was made with, so
# equal ones must be the same objects.
@lru_cache(maxsize=128)
def _spot_pen(rgba: int, width: float) -> QPen:
    return colored_pen(QColor.fromRgba(rgba), width)


@lru_cache(maxsize=128)
def _spot_brush(rgba: int) -> QBrush:
    return QBrush(QColor.fromRgba(rgba))
