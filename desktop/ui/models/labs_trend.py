"""The chart of one row of the laboratory grid: its values, range by age, and own target. No Qt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.charts.figures import range_text, unit_text
from desktop.charts.spec import Axis, ChartSpec, EndLabel, Point, RangeStep, Series, Tick
from desktop.charts.timeline import timeline
from desktop.domain.analytes import analyte_named
from desktop.domain.language import say
from desktop.measures.intervals import steps
from desktop.ui.models.labs_targets import limits, target_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.timeline import Timeline
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_TICKS = 6


def row_trend(grid: Grid, row: Row) -> ChartSpec:
    """The values of a row against time, in the unit of the row; filled where out of range."""
    frame = timeline(grid.case)
    drawn = [
        (column, point)
        for column in _filled(grid, row)
        if (point := _point(grid, row, column)) is not None
    ]
    points = tuple(point for _, point in drawn)
    ranges = _ranges(grid, row, frame)
    target = _target(grid, row)
    values = [point.y for point in points] + (list(target[:2]) if target else [])
    unit = unit_text(row.unit)
    said = say("{name}: {count} values in {unit}", name=row.name, count=len(points), unit=unit)
    return ChartSpec(
        name=f"labs_{row.analyte}",
        title=row.name,
        subtitle=unit,
        x=frame.x,
        y=_vertical(values, ranges, unit),
        series=(
            Series(
                key=row.key,
                name=row.name,
                color="c1",
                symbol="circle",
                points=points,
                is_joined=len(grid.trend(row).runs) <= 1,
                end_label=_end(grid, row, [column for column, _ in drawn]),
            ),
        )
        if points
        else (),
        ranges=ranges,
        marks=frame.marks,
        target=target,
        empty="" if points else say("No values to draw for this test."),
        summary=said,
        table_header=(say("When"), row.name, say("Flag")),
        table=tuple(_line(grid, row, column) for column in _filled(grid, row)),
    )


def _end(grid: Grid, row: Row, drawn: Sequence[Column]) -> EndLabel | None:
    """The newest value beside the end of its line."""
    if not drawn:
        return None
    view = grid.view(row, drawn[-1])
    return EndLabel(title=view.text, lines=(drawn[-1].title,), flag=view.flag)


def _filled(grid: Grid, row: Row) -> list[Column]:
    return [column for column in grid.columns if grid.is_filled(row, column)]


def _line(grid: Grid, row: Row, column: Column) -> tuple[str, ...]:
    view = grid.view(row, column)
    return column.title, view.text, view.flag


def _point(grid: Grid, row: Row, column: Column) -> Point | None:
    span = grid.case.place(column.when)
    if span is None:
        return None
    view, lab = grid.view(row, column), grid.lab(row, column)
    if view.number is None or view.kind != "value":
        return None
    return Point(
        x=span.middle,
        y=view.number,
        record=lab.id if lab else "",
        is_filled=bool(view.flag),
        half_width=span.width / 2,
        flag=view.flag,
        spoken=say("{test} {value}, {time}", test=row.name, value=view.spoken, time=column.spoken),
    )


def _ranges(grid: Grid, row: Row, frame: Timeline) -> tuple[RangeStep, ...]:
    """The range by age; for calculated rows none, because their ranges hold for one method."""
    case = grid.case
    birth = 0.0 if case.axis == "age" else None
    if case.axis == "date" and case.birth.kind == "date":
        birth = case.birth.span.middle
    if birth is None or row.kind != "entered" or analyte_named(row.analyte) is None:
        return ()
    found = []
    for step in steps(row.analyte, case.patient.sex, row.unit, ranges=case.ranges):
        x0 = max(birth + step.age_low_days, frame.x.low)
        x1 = min(birth + step.age_high_days, frame.x.high)
        if x0 < x1 and step.low is not None and step.high is not None:
            text = range_text(step.low, step.high)
            found.append(RangeStep(x0=x0, x1=x1, low=step.low, high=step.high, text=text))
    return tuple(found)


def _target(grid: Grid, row: Row) -> tuple[float, float, str] | None:
    target = target_at(grid.case, row.analyte, grid.case.as_of.isoformat())
    both = limits(target, row.unit) if target else None
    if both is None or both[0] is None or both[1] is None:
        return None
    return both[0], both[1], say("own target {target}", target=range_text(*both))


def _vertical(values: Sequence[float], ranges: Sequence[RangeStep], unit: str) -> Axis:
    shown = [*values, *(limit for step in ranges for limit in (step.low, step.high))]
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    spread = (high - low) or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(spread / MOST_TICKS))
    step = next(size * one for one in (*_STEPS, 20.0) if spread / (size * one) <= MOST_TICKS)
    first = math.floor((low - 0.3 * step) / step)
    if low >= 0:
        first = max(first, 0)
    last = math.ceil((high + 0.3 * step) / step)
    places = max(0, -math.floor(math.log10(step) + 1e-9)) + (1 if step / size == 2.5 else 0)
    ticks = tuple(Tick(at=i * step, text=f"{i * step:.{places}f}") for i in range(first, last + 1))
    return Axis(low=first * step, high=last * step, ticks=ticks, unit=unit)
