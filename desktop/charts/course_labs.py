"""One laboratory test over the years, for the timeline: points, range by age, own target."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, range_text, unit_text
from desktop.charts.readings import Reading, point_of, read_result
from desktop.charts.spec import Axis, ChartSpec, EndLabel, RangeStep, Series, Tick
from desktop.domain.analytes import Quantity, analyte_label, analytes, converted, number
from desktop.domain.language import mark, say, say_count
from desktop.measures.intervals import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.figures import Units
    from desktop.charts.timeline import Timeline
    from desktop.domain.case import Case

HEADER = (mark("When"), mark("Value"), mark("Verdict"), mark("Range"), mark("Note"))
_MOST_TICKS = 5


def course_analytes() -> tuple[str, ...]:
    """The tests that the timeline offers, the one that leads first."""
    return ("serum_phosphate", "serum_calcium_total", "pth")


def lab_series(case: Case, frame: Timeline, *, analyte: str, units: Units) -> ChartSpec:
    """One test against time in the shown unit, on the frame of the course, lanes below.

    Results out of range are filled, those within are hollow. One without a number, a usable
    unit or a time is not drawn but counted in ``left_out``, and stands in the table.
    """
    unit, name = display_unit(analytes()[analyte], units), analyte_label(analyte)
    results = [read_result(case, lab, unit=unit) for lab in case.labs_of(analyte)]
    drawn = [r for r in results if r.quantity is not None and r.span is not None]
    ranges, target = _ranges(case, frame, analyte, unit), _target(case, analyte, unit)
    empty = ""
    if not drawn:
        empty = say("No result of this test with a number and a time: {test}.", test=name)
    return ChartSpec(
        name=f"course_{analyte}",
        title=name,
        subtitle=say("shaded: reference range by age") if ranges else "",
        x=frame.x,
        y=_vertical(drawn, ranges, target, unit=unit_text(unit)),
        series=_series(drawn, analyte, name, unit_text(unit)),
        ranges=ranges,
        marks=frame.marks,
        lanes=frame.lanes,
        target=target,
        empty=empty,
        left_out=(*_left_out(results, len(drawn)), *frame.left_out),
        summary=_summary(drawn, name, unit_text(unit)) or empty,
        table_header=tuple(say(text) for text in HEADER),
        table=tuple(_row(result, unit_text(unit)) for result in results),
    )


def _series(drawn: Sequence[Reading], key: str, name: str, unit: str) -> tuple[Series, ...]:
    if not drawn:
        return ()
    latest = drawn[-1]
    label = EndLabel(title=latest.text, lines=(latest.when,), flag=latest.flag)
    points = tuple(
        point_of(result, name, unit, is_end=n in (0, len(drawn) - 1))
        for n, result in enumerate(drawn)
    )
    return (
        Series(key=key, name=name, color="c1", symbol="circle", points=points, end_label=label),
    )


def _ranges(case: Case, frame: Timeline, analyte: str, unit: str) -> tuple[RangeStep, ...]:
    birth = 0.0 if case.axis == "age" else None
    if case.axis == "date" and case.birth.kind == "date":
        birth = case.birth.span.middle
    if birth is None:
        return ()
    found = []
    for step in steps(analyte, case.patient.sex, unit, ranges=case.ranges):
        x0 = max(birth + step.age_low_days, frame.x.low)
        x1 = min(birth + step.age_high_days, frame.x.high)
        if x0 < x1 and step.low is not None and step.high is not None:
            text = range_text(step.low, step.high)
            found.append(RangeStep(x0=x0, x1=x1, low=step.low, high=step.high, text=text))
    return tuple(found)


def _target(case: Case, analyte: str, unit: str) -> tuple[float, float, str] | None:
    own = [target for target in case.targets if target.analyte == analyte]
    for target in sorted(own, key=lambda t: case.order(t.from_when), reverse=True):
        low, high = (
            None
            if value is None
            else converted(Quantity(value, target.unit.strip()), analytes()[analyte], unit)
            for value in (number(target.low), number(target.high))
        )
        if low and high:
            words = say("own target {target}", target=range_text(low.value, high.value))
            return low.value, high.value, words
    return None


def _vertical(
    drawn: Sequence[Reading],
    ranges: Sequence[RangeStep],
    target: tuple[float, float, str] | None,
    *,
    unit: str,
) -> Axis:
    values = [r.quantity.value for r in drawn if r.quantity]
    values += [limit for step in ranges for limit in (step.low, step.high)]
    values += target[:2] if target else ()
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    spread = (high - low) or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(spread / _MOST_TICKS))
    step = next(size * one for one in (1, 2, 5, 10) if spread / (size * one) <= _MOST_TICKS)
    first, last = math.floor((low - 0.3 * step) / step), math.ceil((high + 0.5 * step) / step)
    if low >= 0:
        first = max(first, 0)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    ticks = tuple(Tick(at=i * step, text=f"{i * step:.{places}f}") for i in range(first, last + 1))
    return Axis(low=first * step, high=last * step, ticks=ticks, unit=unit)


def _left_out(results: Sequence[Reading], drawn: int) -> tuple[str, ...]:
    hidden = len(results) - drawn
    if not hidden:
        return ()
    words = say_count(
        hidden,
        "{n} result without a number, a usable unit or a time is not drawn.",
        "{n} results without a number, a usable unit or a time are not drawn.",
    )
    return (words,)


def _summary(drawn: Sequence[Reading], name: str, unit: str) -> str:
    if not drawn:
        return ""
    first, last = drawn[0], drawn[-1]
    return say_count(
        len(drawn),
        "{test}: {n} result, {last} {unit} on {last_when}, {verdict}.",
        "{test}: {n} results, first {first} {unit} on {first_when}, last {last} {unit} on"
        " {last_when}, {verdict}.",
        test=name,
        unit=unit,
        first=first.text,
        first_when=first.when,
        last=last.text,
        last_when=last.when,
        verdict=last.verdict_text,
    )


def _row(result: Reading, unit: str) -> tuple[str, ...]:
    value = f"{result.text} {unit}" if result.quantity else result.text or say("no number")
    held = result.range_text
    span = say("range {limits}", limits=held) if held else say("no range")
    return result.when, value, result.verdict_text, span, result.lab.note
