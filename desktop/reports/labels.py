"""The words on a chart: direct labels beside series, names of operations, treatment lanes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.reports.shapes import (
    block,
    mark,
    scissors,
    shortened,
    stroke,
    text_at,
    text_width,
)
from desktop.reports.style import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing

    from desktop.charts.spec import ChartSpec, EndLabel, Lane, Mark, Point, Series
    from desktop.reports.draw import Plot

TITLE, LARGE_TITLE = 8.8, 11.5
LINE = 10.0
ROOMY = 7
"""With more series than this, a label is one line."""

_LONGEST_VALUE = 8
_LEADER = 14.0
_TAG_INDENT = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The label right of one series: its lines, its place, its size in points."""

    series: Series
    point: Point
    label: EndLabel
    title: str
    lines: tuple[str, ...]
    title_size: float
    width: float

    @property
    def height(self) -> float:
        """Points from the top of the title to the foot of the last line."""
        return self.title_size + 2 + LINE * len(self.lines)


def end_tags(spec: ChartSpec) -> tuple[Tag, ...]:
    """The labels of all series that have one, the topmost first."""
    labeled = [(s, s.end_label) for s in spec.series if s.end_label is not None and s.points]
    is_alone, is_tight = len(labeled) == 1 and len(spec.series) == 1, len(labeled) > ROOMY
    tags = [_tag(series, label, is_alone=is_alone, is_tight=is_tight) for series, label in labeled]
    return tuple(sorted(tags, key=lambda tag: -tag.point.y))


def _tag(series: Series, label: EndLabel, *, is_alone: bool, is_tight: bool) -> Tag:
    size = LARGE_TITLE if is_alone else TITLE
    title, lines = label.title, label.lines
    if is_tight:
        title, lines = " ".join((title, *lines)), ()
    flagged = f"{title} {label.flag}" if label.flag else title
    widest = max(text_width(flagged, size, bold=True), *(text_width(line) for line in lines), 0.0)
    return Tag(
        series=series,
        point=series.points[-1],
        label=label,
        title=title,
        lines=lines,
        title_size=size,
        width=widest + (0 if is_alone else _TAG_INDENT),
    )


def height_of(tags: Sequence[Tag]) -> float:
    """The height that the labels need when stacked."""
    return sum(tag.height for tag in tags)


def tags(drawing: Drawing, plot: Plot, placed: Sequence[Tag]) -> None:
    """Draws the labels, pushed apart so that none covers another, each with its symbol."""
    tops = _tops(plot, placed)
    is_alone = len(placed) == 1 and placed[0].title_size == LARGE_TITLE
    for tag, top in zip(placed, tops, strict=True):
        left = plot.right + _LEADER
        baseline = top - tag.title_size + 1
        paint = "stable" if tag.series.is_quiet else tag.series.color
        if is_alone:
            start = (plot.px(tag.point.x) + 5, plot.py(tag.point.y))
            stroke(drawing, start, (left - 3, start[1]), paint="axis")
        else:
            mark(drawing, (left, baseline + 3), tag.series.symbol, paint=paint, radius=2.8)
            left += _TAG_INDENT
        room = drawing.width - left
        title = shortened(tag.title, room, tag.title_size, bold=True)
        end = text_at(drawing, (left, baseline), title, size=tag.title_size, bold=True)
        if tag.label.flag:
            at = (end + 3, baseline)
            text_at(drawing, at, tag.label.flag, size=tag.title_size - 1, bold=True)
        for number, line in enumerate(tag.lines, 1):
            at = (left, baseline - LINE * number)
            text_at(drawing, at, shortened(line, room), paint="ink2")


def _tops(plot: Plot, placed: Sequence[Tag]) -> list[float]:
    tops: list[float] = []
    ceiling = plot.top + 6
    for tag in placed:
        top = min(plot.py(tag.point.y) + tag.title_size / 2, ceiling)
        tops.append(top)
        ceiling = top - tag.height
    floor = plot.bottom - 10
    for i in range(len(placed) - 1, -1, -1):
        tops[i] = max(tops[i], floor + placed[i].height)
        floor = tops[i]
    return tops


Box = tuple[float, float, float, float]


def point_texts(drawing: Drawing, plot: Plot, spec: ChartSpec) -> None:
    """Draws the words beside single points, where they cover no other words.

    The last value of a labeled series stands at the right already; quiet series have none.
    Words that find no room are left to the table beside the chart.
    """
    taken: list[Box] = []
    for series in spec.series:
        if series.is_quiet:
            continue
        for i, point in enumerate(series.points):
            is_last = i == len(series.points) - 1
            is_shown_right = is_last and series.end_label and point.text == series.end_label.title
            if point.text and not is_shown_right:
                _beside(drawing, plot, series, point, taken=taken)


def _beside(
    drawing: Drawing, plot: Plot, series: Series, point: Point, *, taken: list[Box]
) -> None:
    is_value = bool(point.flag) or len(point.text) <= _LONGEST_VALUE
    width = text_width(point.text, bold=True) + (10 if point.flag else 0)
    x = min(plot.px(point.x) - 2, plot.right - width)
    above, below = plot.py(point.y) + 6, plot.py(point.y) - 12
    for y in (above, below) if is_value else (below, above):
        box = (x - 1, y - 2, x + width + 1, y + SMALL)
        is_inside = plot.bottom <= box[1] and box[3] <= plot.top + 4
        if is_inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            block(drawing, box[:2], (width + 2, SMALL + 2), paint="surface", opacity=0.86)
            paint = "ink" if is_value else series.color
            end = text_at(drawing, (x, y), point.text, bold=True, paint=paint)
            if point.flag:
                text_at(drawing, (end + 3, y), point.flag, bold=True)
            return


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def mark_rows(spec: ChartSpec, *, left: float, right: float) -> tuple[int, ...]:
    """The row above the plot, from 0, in which each mark's name finds room."""
    # The unit of the axis stands at the left of the lowest row.
    used = [[(0.0, text_width(spec.y.unit, bold=True) + 4)]]
    rows = []
    for item in spec.marks:
        start, end = _mark_span(spec, item, left=left, right=right)
        row = 0
        while row < len(used) and any(a <= end and start <= b for a, b in used[row]):
            row += 1
        if row == len(used):
            used.append([])
        used[row].append((start, end))
        rows.append(row)
    return tuple(rows)


def _mark_span(spec: ChartSpec, item: Mark, *, left: float, right: float) -> tuple[float, float]:
    at = left + (item.x - spec.x.low) / (spec.x.high - spec.x.low) * (right - left)
    width = text_width(item.text) + (11 if item.kind == "surgery" else 0)
    if item.kind == "today":
        return at - width / 2 - 2, at + width / 2 + 2
    start = at + 3 if at + 3 + width <= right + 20 else at - 3 - width
    return start, start + width + 4


def marks(drawing: Drawing, plot: Plot, spec: ChartSpec, *, rows: Sequence[int]) -> None:
    """Draws operations as dashed lines, today as a dotted one, with their names above."""
    for item, row in zip(spec.marks, rows, strict=True):
        x, y = plot.px(item.x), plot.top + 5 + 11.0 * row
        dash = (1.2, 2.0) if item.kind == "today" else (3.2, 2.4)
        top = y - 1 if item.kind == "today" else y + 7
        stroke(drawing, (x, plot.bottom), (x, top), paint="ink2", width=0.9, dash=dash)
        start, _ = _mark_span(spec, item, left=plot.left, right=plot.right)
        if item.kind == "today":
            text_at(drawing, (x, y), item.text, paint="ink2", anchor="middle")
            continue
        if item.kind == "surgery":
            scissors(drawing, (start, y - 0.5))
            start += 10
        text_at(drawing, (start, y), item.text, paint="ink2")


def lanes(drawing: Drawing, plot: Plot, spec: ChartSpec, *, lane: float, gap: float) -> None:
    """Draws the treatments as bars under the axis, each with its start mark and its text."""
    now = next((item.x for item in spec.marks if item.kind == "today"), spec.x.high)
    for number, course in enumerate(spec.lanes):
        bottom = plot.bottom - 19 - (number + 1) * lane - number * gap
        _lane(drawing, plot, course, bottom=bottom, height=lane, now=now)


def _lane(
    drawing: Drawing, plot: Plot, course: Lane, *, bottom: float, height: float, now: float
) -> None:
    start = plot.px(course.start)
    stop = plot.px(now if course.stop is None else course.stop)
    stop = max(stop, start + 2.5)
    block(drawing, (start, bottom), (stop - start, height), paint=f"{course.color}bg")
    block(drawing, (start, bottom), (2.2, height), paint=course.color)
    at, anchor = (start + 6, bottom + 3.2), "start"
    width = text_width(course.text, bold=True)
    room = stop - start - 8
    if width > room:
        before, after = start - 4, drawing.width - stop - 4
        if width <= before or before > max(after, room):
            at, anchor, room = (start - 4, at[1]), "end", before
        elif width <= after or after > room:
            at, room = (stop + 4, at[1]), after
    text = shortened(course.text, room, bold=True)
    if anchor == "end":
        text_at(drawing, at, text, paint=course.color, bold=True, anchor="end")
    else:
        text_at(drawing, at, text, paint=course.color, bold=True)
