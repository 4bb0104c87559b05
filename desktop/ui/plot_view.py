"""Where a chart's values lie on the screen: the plotting area and its ranges, and hits in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from desktop.charts.spec import Tick
from desktop.domain.when import DAYS_PER_MONTH, month_in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.charts.spec import Axis, ChartSpec, Point, Series

POINT_REACH = 12.0
LINE_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """The plotting area in widget pixels and the ranges of x and y that it shows."""

    left: float
    top: float
    right: float
    bottom: float
    x0: float
    x1: float
    y0: float
    y1: float

    def px(self, x: float) -> float:
        """The horizontal pixel of a value of x."""
        return self.left + (x - self.x0) / ((self.x1 - self.x0) or 1.0) * (self.right - self.left)

    def py(self, y: float) -> float:
        """The vertical pixel of a value of y."""
        return self.bottom - (y - self.y0) / ((self.y1 - self.y0) or 1.0) * (self.bottom - self.top)

    def shows(self, x: float) -> bool:
        """True if a value of x lies within the plotting area, its edges included."""
        return self.left - 0.5 <= self.px(x) <= self.right + 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A series under the pointer, with the observation if one is near enough."""

    series: Series
    point: Point | None
    distance: float


def nearest(spec: ChartSpec, viewport: Viewport, at: tuple[float, float]) -> Hit | None:
    """The observation next to a pixel, else the line that passes there; None for neither."""
    points = list(_points(spec, viewport, at))
    if points:
        return min(points, key=lambda hit: hit.distance)
    return min(_lines(spec, viewport, at), key=lambda hit: hit.distance, default=None)


def _points(spec: ChartSpec, viewport: Viewport, at: tuple[float, float]) -> Iterator[Hit]:
    for series in spec.series:
        for point in series.points:
            distance = hypot(viewport.px(point.x) - at[0], viewport.py(point.y) - at[1])
            if distance <= POINT_REACH and viewport.shows(point.x):
                yield Hit(series, point, distance)


def _lines(spec: ChartSpec, viewport: Viewport, at: tuple[float, float]) -> Iterator[Hit]:
    for series in spec.series:
        if not series.is_joined:
            continue
        for start, end in zip(series.points, series.points[1:], strict=False):
            ends = [(viewport.px(p.x), viewport.py(p.y)) for p in (start, end)]
            distance = _from_segment(at, ends[0], ends[1])
            if distance <= LINE_REACH:
                yield Hit(series, None, distance)


def _from_segment(
    at: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    run, rise = end[0] - start[0], end[1] - start[1]
    length = run * run + rise * rise
    share = ((at[0] - start[0]) * run + (at[1] - start[1]) * rise) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(start[0] + share * run - at[0], start[1] + share * rise - at[1])


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Tops of labels moved apart so that none covers another, kept between low and high.

    ``wanted`` are the tops that the labels would like, in any order. Where there is no room
    for all, they keep their order and run over the lower edge rather than over each other.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i] + heights[i] / 2)
    tops = list(wanted)
    edge = low
    for i in order:
        tops[i] = max(tops[i], edge)
        edge = tops[i] + heights[i]
    edge = max(high, low + sum(heights))
    for i in reversed(order):
        tops[i] = min(tops[i], edge - heights[i])
        edge = tops[i]
    return tops


def ticks_between(axis: Axis, x0: float, x1: float) -> tuple[Tick, ...]:
    """The ticks of an axis of time for the part in view.

    Zoomed in so far that fewer than two of its own would be left, it gets months instead.
    """
    own = tuple(tick for tick in axis.ticks if x0 <= tick.at <= x1)
    if len(own) >= 2 or (x0 <= axis.low and x1 >= axis.high) or x1 - x0 > 40 * DAYS_PER_MONTH:
        return own
    step = next((s for s in (1, 2, 3) if (x1 - x0) / DAYS_PER_MONTH / s <= 7), 6)
    return tuple(_months_of_age(x0, x1, step) if axis.unit else _months(x0, x1, step))


def thinned(ticks: Sequence[Tick], gap: float, place: Callable[[float], float]) -> list[Tick]:
    """Every tick, or every second, third … one, so that neighbors lie ``gap`` pixels apart.

    ``place`` gives the pixel of a tick. The first one always stays.
    """
    kept = list(ticks)
    for step in range(1, len(kept) + 1):
        places = [place(tick.at) for tick in kept[::step]]
        if all(abs(b - a) >= gap for a, b in pairwise(places)):
            return kept[::step]
    return kept[:1]


def _months(x0: float, x1: float, step: int) -> Iterator[Tick]:
    first, last = date.fromordinal(max(int(x0), 1)), date.fromordinal(int(x1))
    for month in range(first.year * 12, last.year * 12 + 12, step):
        day = date(month // 12, month % 12 + 1, 1)
        if x0 <= day.toordinal() <= x1:
            text = str(day.year) if day.month == 1 else f"{month_in_short(day.month)} {day.year}"
            yield Tick(at=day.toordinal(), text=text)


def _months_of_age(x0: float, x1: float, step: int) -> Iterator[Tick]:
    first = int(x0 / DAYS_PER_MONTH / step) * step
    for month in range(first, int(x1 / DAYS_PER_MONTH) + 1, step):
        if month * DAYS_PER_MONTH >= x0:
            text = f"{month // 12} y {month % 12} m" if month >= 24 else f"{month} m"
            yield Tick(at=month * DAYS_PER_MONTH, text=text)
