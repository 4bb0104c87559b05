"""A chart as vectors on paper: the same values that the window draws, in the light palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.reports import labels
from desktop.reports.shapes import (
    area,
    backed,
    block,
    canvas,
    mark,
    polyline,
    stroke,
    text_at,
    text_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing

    from desktop.charts.spec import Axis, ChartSpec, Fit, RangeStep, Series

LEFT, BOTTOM = 30.0, 15.0
MOST_LABEL_WIDTH = 150.0
LANE, LANE_GAP = 12.0, 2.5
QUIET = "stable"
_WIDE_DOUBT = 4.0  # points; a time less certain than this gets a bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The plotting area in points, and the axes that fill it."""

    left: float
    right: float
    bottom: float
    top: float
    x: Axis
    y: Axis

    def px(self, x: float) -> float:
        """Points from the left for a value of x."""
        share = (x - self.x.low) / (self.x.high - self.x.low)
        return self.left + share * (self.right - self.left)

    def py(self, y: float) -> float:
        """Points from the bottom for a value of y."""
        share = (y - self.y.low) / (self.y.high - self.y.low)
        return self.bottom + share * (self.top - self.bottom)


def label_width(spec: ChartSpec) -> float:
    """The points that the labels right of the plotting area need, at most 150."""
    widest = max((tag.width for tag in labels.end_tags(spec)), default=0.0)
    return min(widest + 18, MOST_LABEL_WIDTH)


def drawing_of(
    spec: ChartSpec, *, width: float, height: float = 92.0, beside: float | None = None
) -> Drawing:
    """The chart in ``width`` points; the plotting area is ``height`` points high or higher.

    ``beside`` is the room for labels at the right, the same for charts that shall align. The
    chart grows where many series need room for their labels; lanes and the names of operations
    add their own rows. A spec that is ``empty`` has no drawing: its caller says so in words.
    """
    tags = labels.end_tags(spec)
    height = max(height, labels.height_of(tags))
    right = width - (label_width(spec) if beside is None else beside)
    rows = labels.mark_rows(spec, left=LEFT, right=right)
    above = 11.0 * (max(rows, default=0) + 1) + 4
    lanes = len(spec.lanes) * (LANE + LANE_GAP)
    bottom = BOTTOM + lanes + (4 if lanes else 0)
    drawing = canvas(width, bottom + height + above)
    plot = Plot(left=LEFT, right=right, bottom=bottom, top=bottom + height, x=spec.x, y=spec.y)
    _ground(drawing, plot, spec)
    labels.marks(drawing, plot, spec, rows=rows)
    for fit in spec.fits:
        _fit(drawing, plot, fit)
    for series in sorted(spec.series, key=lambda s: not s.is_quiet):
        _series(drawing, plot, series)
    if spec.target is not None:
        _target_text(drawing, plot, spec.target)
    labels.point_texts(drawing, plot, spec)
    labels.tags(drawing, plot, tags)
    labels.lanes(drawing, plot, spec, lane=LANE, gap=LANE_GAP)
    return drawing


def _ground(drawing: Drawing, plot: Plot, spec: ChartSpec) -> None:
    scale_bottom = plot.py(plot.y.ticks[0].at) if plot.y.is_log10 else plot.bottom
    if spec.floor is not None:
        size = (plot.right - plot.left, scale_bottom - plot.bottom)
        block(drawing, (plot.left, plot.bottom), size, paint="sunken")
        at = (plot.left - 5, plot.py(spec.floor[0]) - 3)
        text_at(drawing, at, spec.floor[1], paint="axis", anchor="end")
    _ranges(drawing, plot, spec)
    for tick in plot.y.ticks:
        y = plot.py(tick.at)
        stroke(drawing, (plot.left, y), (plot.right, y), paint="grid")
        text_at(drawing, (plot.left - 5, y - 3), tick.text, paint="axis", anchor="end")
    for tick in plot.x.ticks:
        x = plot.px(tick.at)
        stroke(drawing, (x, plot.bottom), (x, plot.top), paint="grid")
        stroke(drawing, (x, plot.bottom), (x, plot.bottom - 3), paint="line2")
        text_at(drawing, (x, plot.bottom - 11.5), tick.text, paint="axis", anchor="middle")
    _range_texts(drawing, plot, spec)
    corners = [(plot.left, plot.top), (plot.left, plot.bottom), (plot.right, plot.bottom)]
    polyline(drawing, corners, paint="line2", width=0.75)
    text_at(drawing, (0, plot.top + 7), plot.y.unit, paint="axis", bold=True)
    if plot.x.unit:
        text_at(drawing, (plot.right + 5, plot.bottom - 11.5), plot.x.unit, paint="axis")
    if spec.target is not None:
        _target(drawing, plot, spec.target)


def _ranges(drawing: Drawing, plot: Plot, spec: ChartSpec) -> None:
    for step in spec.ranges:
        left, right = plot.px(step.x0), plot.px(step.x1)
        low, high = plot.py(max(step.low, plot.y.low)), plot.py(min(step.high, plot.y.high))
        block(drawing, (left, low), (right - left, high - low), paint="band")
        for y in (low, high):
            stroke(drawing, (left, y), (right, y), paint="bandline")


def _range_texts(drawing: Drawing, plot: Plot, spec: ChartSpec) -> None:
    lines = [plot.px(mark.x) for mark in spec.marks]
    for step in spec.ranges:
        _range_text(drawing, plot, step, lines=lines, is_last=step is spec.ranges[-1])


def _range_text(
    drawing: Drawing, plot: Plot, step: RangeStep, *, lines: Sequence[float], is_last: bool
) -> None:
    """The limits inside their step, clear of vertical lines; the last step's below if narrow."""
    left, right = plot.px(step.x0), plot.px(step.x1)
    low, width = plot.py(max(step.low, plot.y.low)), text_width(step.text)
    for start in (left + 4, *(line + 4 for line in lines if left <= line <= right)):
        end = start + width
        if end + 4 <= right and not any(start - 2 <= line <= end + 2 for line in lines):
            text_at(drawing, (start, low + 3), step.text, paint="ink2")
            return
    inside = min([right, *(line for line in lines if right - width <= line <= right)])
    if is_last and inside - 4 - width > plot.left and low - 11 > plot.bottom:
        backed(drawing, (inside - 4, low - 9), step.text, anchor="end")
        text_at(drawing, (inside - 4, low - 9), step.text, paint="ink2", anchor="end")


def _target(drawing: Drawing, plot: Plot, target: tuple[float, float, str]) -> None:
    for limit in target[:2]:
        y = plot.py(limit)
        stroke(drawing, (plot.left, y), (plot.right, y), paint="ok", dash=(5, 3))


def _target_text(drawing: Drawing, plot: Plot, target: tuple[float, float, str]) -> None:
    at = (plot.left + 4, plot.py(target[1]) + 2)
    backed(drawing, at, target[2])
    text_at(drawing, at, target[2], paint="ok")


def _fit(drawing: Drawing, plot: Plot, fit: Fit) -> None:
    def held(y: float) -> float:
        return min(max(y, plot.y.ticks[0].at), plot.y.high)

    upper = [(plot.px(x), plot.py(held(y))) for x, y in zip(fit.x, fit.upper, strict=True)]
    lower = [(plot.px(x), plot.py(held(y))) for x, y in zip(fit.x, fit.lower, strict=True)]
    area(drawing, [*upper, *reversed(lower)], paint=fit.color, opacity=0.16)
    middle = list(zip(fit.x, fit.middle, strict=True))
    inside = [(x, y) for x, y in middle if plot.y.low <= y <= plot.y.high]
    solid = [(plot.px(x), plot.py(y)) for x, y in inside if x <= fit.extrapolated_from]
    ahead = [(plot.px(x), plot.py(y)) for x, y in inside if x >= fit.extrapolated_from]
    polyline(drawing, solid, paint=fit.color, width=1.8)
    polyline(drawing, ahead, paint=fit.color, width=1.5, dash=(4, 2.5))


def _series(drawing: Drawing, plot: Plot, series: Series) -> None:
    paint = QUIET if series.is_quiet else series.color
    places = [(plot.px(point.x), plot.py(point.y)) for point in series.points]
    if series.is_joined:
        polyline(drawing, places, paint=paint, width=1.0 if series.is_quiet else 1.5)
    for point, (x, y) in zip(series.points, places, strict=True):
        doubt = point.half_width / (plot.x.high - plot.x.low) * (plot.right - plot.left)
        if doubt > _WIDE_DOUBT:
            ends = max(x - doubt, plot.left), min(x + doubt, plot.right)
            stroke(drawing, (ends[0], y), (ends[1], y), paint=paint, width=0.75)
            for end in ends:
                stroke(drawing, (end, y - 2), (end, y + 2), paint=paint, width=0.75)
        radius = 2.4 if series.is_quiet else 3.0
        mark(drawing, (x, y), series.symbol, paint=paint, is_filled=point.is_filled, radius=radius)
