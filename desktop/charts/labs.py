"""The trend of serum phosphate over the years, with its range for age and the treatments."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Literal

from desktop.charts.figures import range_text
from desktop.charts.readings import point_of, read_result
from desktop.charts.spec import Axis, ChartSpec, EndLabel, RangeStep, Series, Tick
from desktop.charts.timeline import timeline
from desktop.domain.analytes import Quantity, analytes, converted, number
from desktop.domain.language import mark, say, say_count
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.intervals import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.readings import Reading
    from desktop.domain.case import Case
    from desktop.measures.values import Derived, Verdict

PHOSPHATE = "serum_phosphate"
HEADER = (
    mark("When"),
    mark("Phosphate"),
    mark("Verdict"),
    mark("Range"),
    mark("Range from"),
    mark("Note"),
)

_OLDEST_BOUND = 100.0  # years; a last step that reaches beyond is written "from 18 y"


def phosphate_trend(
    case: Case,
    derived: Derived,  # noqa: ARG001 - every chart of a patient is asked for in the same way
    *,
    unit: Literal["mg/dL", "mmol/L"] = "mg/dL",
) -> ChartSpec:
    """Serum phosphate against time in ``unit``, as steps of range by age, points and lanes.

    Results out of range are filled, those within are hollow. A result without a number or
    without a time is not drawn but named in ``left_out``, and stands in the table.
    """
    results = [read_result(case, lab, unit=unit) for lab in case.labs_of(PHOSPHATE)]
    drawn = [r for r in results if r.quantity is not None and r.span is not None]
    frame = timeline(case)
    ranges, about_range = _ranges(case, frame.x, unit=unit)
    target = _target(case, unit)
    return ChartSpec(
        name="phosphate_trend",
        title=say("Phosphate"),
        subtitle="; ".join(part for part in (_fasting(drawn), about_range) if part),
        x=frame.x,
        y=_vertical(drawn, ranges, target=target, unit=unit),
        series=_series(drawn, unit),
        ranges=ranges,
        marks=frame.marks,
        lanes=frame.lanes,
        target=target,
        empty="" if drawn else _empty(results),
        left_out=(*_left_out(results), *frame.left_out),
        summary=_summary(results, drawn, unit=unit),
        table_header=tuple(say(word) for word in HEADER),
        table=tuple(_row(result, unit) for result in results),
    )


def _ranges(case: Case, x: Axis, *, unit: str) -> tuple[tuple[RangeStep, ...], str]:
    birth = _birth(case)
    if birth is None:
        return (), say("no range band, because the birth date is not recorded")
    found = []
    for step in steps(PHOSPHATE, case.patient.sex, unit, ranges=case.ranges):
        x0, x1 = max(birth + step.age_low_days, x.low), min(birth + step.age_high_days, x.high)
        if x0 < x1 and step.low is not None and step.high is not None:
            ages = _ages(step.age_low_days, step.age_high_days)
            text = f"{ages}: {range_text(step.low, step.high)}"
            found.append(RangeStep(x0=x0, x1=x1, low=step.low, high=step.high, text=text))
    if not found:
        return (), say("no range band, because none is known for this age and sex")
    known = case.patient.sex in {"female", "male"}
    sex = say(case.patient.sex) if known else say("sex not recorded")
    if case.axis == "age" or case.birth.day:
        return tuple(found), say("shaded: reference range by age, {sex}", sex=sex)
    words = say("shaded: reference range by age, {sex}, birth date partly known", sex=sex)
    return tuple(found), words


def _birth(case: Case) -> float | None:
    if case.axis == "age":
        return 0.0
    return case.birth.span.middle if case.birth.kind == "date" else None


def _ages(low_days: float, high_days: float) -> str:
    """The ages of a step in completed years: a step from 8 to 14 reads ``8–13 y``."""
    low, high = low_days / DAYS_PER_YEAR, high_days / DAYS_PER_YEAR
    if high < 3:
        return say("{low}–{high} m", low=round(low * 12), high=round(high * 12))
    first, last = round(low), math.ceil(high - 0.05) - 1
    if high >= _OLDEST_BOUND:
        return say("from {n} y", n=first)
    if last <= first:
        return say("{n} y", n=first)
    return say("{low}–{high} y", low=first, high=last)


def _fasting(drawn: Sequence[Reading]) -> str:
    fasting = sum(result.lab.fasting == "yes" for result in drawn)
    if not fasting:
        return ""
    if fasting == len(drawn):
        return say("fasting")
    return say("{n} of {all} fasting", n=fasting, all=len(drawn))


def _target(case: Case, unit: str) -> tuple[float, float, str] | None:
    own = [target for target in case.targets if target.analyte == PHOSPHATE]
    for target in sorted(own, key=lambda t: case.order(t.from_when), reverse=True):
        low, high = (
            None
            if value is None
            else converted(Quantity(value, target.unit.strip()), analytes()[PHOSPHATE], unit)
            for value in (number(target.low), number(target.high))
        )
        if low and high:
            limits = range_text(low.value, high.value)
            return low.value, high.value, say("own target {limits}", limits=limits)
    return None


def _vertical(
    drawn: Sequence[Reading],
    ranges: Sequence[RangeStep],
    *,
    target: tuple[float, float, str] | None,
    unit: str,
) -> Axis:
    values = [r.quantity.value for r in drawn if r.quantity]
    values += [limit for step in ranges for limit in (step.low, step.high)]
    values += target[:2] if target else ()
    if not values:
        values = [2.0, 8.0] if unit == "mg/dL" else [0.5, 2.5]
    low, high = min(values), max(values)
    sizes = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
    step = next((size for size in sizes if (high - low) / size <= 6), 10.0)
    first = max(math.floor((low - 0.4 * step) / step), 0)
    last = math.ceil((high + 0.6 * step) / step)
    places = 0 if step >= 1 else 1
    ticks = (Tick(at=i * step, text=f"{i * step:.{places}f}") for i in range(first, last + 1))
    return Axis(low=first * step, high=last * step, ticks=tuple(ticks), unit=unit)


def _series(drawn: Sequence[Reading], unit: str) -> tuple[Series, ...]:
    if not drawn:
        return ()
    ends = (0, len(drawn) - 1)
    latest = drawn[-1]
    return (
        Series(
            key=PHOSPHATE,
            name=say("Phosphate"),
            color="c1",
            symbol="circle",
            points=tuple(
                point_of(r, say("Phosphate"), unit, is_end=i in ends) for i, r in enumerate(drawn)
            ),
            end_label=EndLabel(
                title=latest.text, lines=(latest.when, *_distance(latest, unit)), flag=latest.flag
            ),
        ),
    )


def _distance(result: Reading, unit: str) -> tuple[str, ...]:
    """How far the latest result lies from its range, in words."""
    verdict, quantity = result.judgement.verdict, result.quantity
    if verdict == "unknown":
        return (say("not judged"),)
    distance = _beyond(result, unit)
    if verdict == "borderline":
        if not distance:
            return (say("borderline"),)
        return say("borderline: {distance}", distance=distance), say("laboratories differ")
    if quantity is None or quantity.comparator or verdict == "normal":
        return (result.verdict_text,)
    return (distance or say("{verdict}, as reported", verdict=result.verdict_text),)


def _beyond(result: Reading, unit: str) -> str:
    quantity, places = result.quantity, 1 if unit == "mg/dL" else 2
    if quantity and result.high is not None and quantity.value > result.high:
        return say("{n} above range", n=f"{quantity.value - result.high:.{places}f}")
    if quantity and result.low is not None and quantity.value < result.low:
        return say("{n} below range", n=f"{result.low - quantity.value:.{places}f}")
    return ""


def _empty(results: Sequence[Reading]) -> str:
    if not results:
        return say("No phosphate result recorded.")
    return say("No phosphate result has both a number and a time.")


def _left_out(results: Sequence[Reading]) -> tuple[str, ...]:
    numbers = [r for r in results if r.has_number]
    flags = Counter(r.lab.flag or mark("words") for r in results if not r.has_number)
    told = [
        say_count(
            count,
            "{n} result reported only as {flag} is not drawn.",
            "{n} results reported only as {flag} are not drawn.",
            flag=say(flag),
        )
        for flag, count in flags.items()
    ]
    if foreign := sum(r.quantity is None for r in numbers):
        told.append(
            say_count(
                foreign,
                "{n} result in a unit that cannot be converted is not drawn.",
                "{n} results in a unit that cannot be converted are not drawn.",
            )
        )
    if undated := sum(r.span is None for r in numbers if r.quantity is not None):
        told.append(
            say_count(
                undated,
                "{n} result without a usable date or age is not drawn.",
                "{n} results without a usable date or age are not drawn.",
            )
        )
    return tuple(told)


_COUNTED_WORDS: tuple[tuple[Verdict, str], ...] = (
    ("high", mark("high")),
    ("low", mark("low")),
    ("normal", mark("within range")),
    ("borderline", mark("borderline")),
    ("unknown", mark("not judged")),
)


def _summary(results: Sequence[Reading], drawn: Sequence[Reading], *, unit: str) -> str:
    missing = _left_out(results)
    if not drawn:
        return " ".join((_empty(results), *missing))
    verdicts = Counter(result.judgement.verdict for result in drawn)
    counts = ", ".join(f"{verdicts[v]} {say(words)}" for v, words in _COUNTED_WORDS if verdicts[v])
    spread = say_count(
        len(drawn),
        "Phosphate: {n} result, {counts}.",
        "Phosphate: {n} results, {counts}.",
        counts=counts,
    )
    first, last = (f"{r.text} {unit} ({r.when}, {r.verdict_text})" for r in (drawn[0], drawn[-1]))
    both = say("First {first}, last {last}.", first=first, last=last)
    ends = f"{first}." if len(drawn) == 1 else both
    return " ".join((spread, ends, *missing))


def _row(result: Reading, unit: str) -> tuple[str, ...]:
    interval = result.judgement.interval
    value = f"{result.text} {unit}" if result.quantity else result.text or say("no number")
    return (
        result.when,
        value,
        result.verdict_text,
        result.range_text or say("no range"),
        f"{interval.source} ({interval.applies_to})" if interval else "",
        result.lab.note,
    )
