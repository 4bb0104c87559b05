"""The axis of time that a patient's charts share, with treatments, operations and today on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.charts.doses import treatment_text as treatment_text
from desktop.charts.spec import Axis, Lane, Mark, Tick
from desktop.domain.language import mark, say, say_count
from desktop.domain.terms import place_label
from desktop.domain.when import DAYS_PER_MONTH, DAYS_PER_YEAR, month_in_short, parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Procedure, Treatment
    from desktop.domain.when import Span

MOST_LANES = 16
"""More courses of treatment than this are counted in words, the oldest first."""

AHEAD = DAYS_PER_MONTH
"""Days that the axis, and a fitted line, reach beyond today."""

_MARKED = {
    "excision": mark("excised"),
    "parathyroidectomy": mark("Parathyroidectomy"),
    "dialysis_start": mark("Dialysis started"),
    "transplant": mark("Transplant"),
}
_LANE_COLORS = ("t1", "t2", "t3")
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_MONTH_STEPS = (1, 2, 3, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What all charts of one patient share, so that they align: axis, lanes and marks.

    ``left_out`` says which treatments and operations could not be placed, and why.
    """

    x: Axis
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    left_out: tuple[str, ...]


def timeline(case: Case, *, further: Iterable[str] = ()) -> Timeline:
    """The shared axis of a case with its treatments as lanes and its operations as marks.

    ``further`` are more times that the axis must hold.
    """
    x = time_axis(case, further=further)
    lanes, without_lane = _lanes(case, x)
    marks, without_mark = _operations(case)
    ends = (*marks, *_end_mark(case))
    return Timeline(x=x, lanes=lanes, marks=ends, left_out=(*without_lane, *without_mark))


def today(case: Case) -> float | None:
    """Today's place on the axis; None on an axis of ages, and after a death."""
    if case.axis != "date" or case.patient.death_when.strip():
        return None
    return float(case.as_of.toordinal())


def time_axis(case: Case, *, further: Iterable[str] = ()) -> Axis:
    """Limits and ticks in days: ordinals of dates, or days since birth for a case in ages.

    The limits hold every charted time of the case, the ``further`` ones, and a month beyond
    today.
    """
    spans = [*_charted(case), *(s for when in further if (s := case.place(when)) is not None)]
    days = [span.first for span in spans] + [span.last for span in spans]
    now = today(case)
    if now is not None:
        days.append(now + AHEAD)
    if not days:
        days = [0.0, DAYS_PER_YEAR]
    low, high = min(days), max(days)
    padding = max((high - low) * 0.02, 10.0 if high - low < DAYS_PER_YEAR else 0.0)
    if high - low < 2 * DAYS_PER_MONTH:
        padding = 3 * DAYS_PER_MONTH
    low, high = low - padding, high + padding
    if case.axis == "age":
        return _age_axis(max(low, 0.0), high)
    return Axis(low=low, high=high, ticks=_date_ticks(low, high), unit="")


def _charted(case: Case) -> Iterator[Span]:
    times = [lab.when for lab in case.labs_of("serum_phosphate")]
    times += [measurement.when for measurement in case.mass_measurements]
    times += [when for t in case.treatments for when in (t.start_when, t.stop_when)]
    times += [procedure.when for procedure in case.procedures if procedure.kind in _MARKED]
    times.append(case.patient.death_when)
    for when in times:
        span = case.place(when)
        if span is not None:
            yield span


def _date_ticks(low: float, high: float) -> tuple[Tick, ...]:
    first, last = date.fromordinal(max(int(low), 1)), date.fromordinal(int(high))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 20:
        step = next((s for s in _MONTH_STEPS if months / s <= 8), 6)
        return tuple(_month_ticks(first, last, step))
    step = _year_step(months / 12)
    years = range(-(-first.year // step) * step, last.year + 1, step)
    ticks = ((date(year, 1, 1).toordinal(), str(year)) for year in years)
    return tuple(Tick(at=at, text=text) for at, text in ticks if low <= at <= high)


def _month_ticks(first: date, last: date, step: int) -> Iterator[Tick]:
    for months in range(first.year * 12, last.year * 12 + 12, step):
        day = date(months // 12, months % 12 + 1, 1)
        if first <= day <= last:
            text = str(day.year) if day.month == 1 else month_in_short(day.month)
            yield Tick(at=day.toordinal(), text=text)


def _year_step(years: float) -> int:
    return next((step for step in _YEAR_STEPS if years / step <= 9), _YEAR_STEPS[-1])


def _age_axis(low: float, high: float) -> Axis:
    if high - low < 2 * DAYS_PER_YEAR and high < 4 * DAYS_PER_YEAR:
        size, unit, step = DAYS_PER_MONTH, say("age, months"), 3
    else:
        size, unit = DAYS_PER_YEAR, say("age, years")
        step = _year_step((high - low) / DAYS_PER_YEAR)
    numbers = range(int(-(-low // (size * step))) * step, int(high / size) + 1, step)
    ticks = tuple(Tick(at=number * size, text=str(number)) for number in numbers)
    return Axis(low=low, high=high, ticks=ticks, unit=unit)


def _lanes(case: Case, x: Axis) -> tuple[tuple[Lane, ...], tuple[str, ...]]:
    placed: list[Lane] = []
    undated: list[str] = []
    remarks: list[str] = []
    colors: dict[str, str] = {}  # one color per agent, so that its courses look alike
    for treatment in sorted(case.treatments, key=lambda t: case.order(t.start_when)):
        color = colors.setdefault(treatment.agent, _LANE_COLORS[len(colors) % len(_LANE_COLORS)])
        lane, remark = _lane(case, treatment, x, color=color)
        if lane is None:
            undated.append(treatment_text(treatment))
        else:
            placed.append(lane)
        if remark:
            remarks.append(remark)
    hidden = max(len(placed) - MOST_LANES, 0)
    return tuple(placed[hidden:]), (*_not_drawn(undated), *_older(placed[:hidden]), *remarks)


def _lane(case: Case, treatment: Treatment, x: Axis, *, color: str) -> tuple[Lane | None, str]:
    start, stop = case.place(treatment.start_when), case.place(treatment.stop_when)
    text = treatment_text(treatment)
    if start is None and stop is None:
        return None, ""
    begin = start.first if start is not None else x.low
    from_edge = say("{treatment}: start not recorded, drawn from the left edge.", treatment=text)
    remark = "" if start is not None else from_edge
    end: float | None = stop.last if stop is not None else _death(case)
    if stop is None and treatment.stop_when.strip():
        remark = say(
            "{treatment}: its end ({day}) cannot be placed.",
            treatment=text,
            day=shown(parse_when(treatment.stop_when)),
        )
        end = begin
    lane = Lane(text=text, start=begin, stop=end, color=color, record=treatment.id)
    return lane, remark


def _not_drawn(undated: Sequence[str]) -> tuple[str, ...]:
    if not undated:
        return ()
    names = "; ".join(dict.fromkeys(undated))
    return (
        say_count(
            len(undated),
            "{n} treatment without dates not drawn: {names}.",
            "{n} treatments without dates not drawn: {names}.",
            names=names,
        ),
    )


def _older(lanes: Sequence[Lane]) -> tuple[str, ...]:
    if not lanes:
        return ()
    names = "; ".join(dict.fromkeys(lane.text for lane in lanes))
    return (
        say_count(
            len(lanes),
            "{n} older course of treatment not drawn: {names}.",
            "{n} older courses of treatment not drawn: {names}.",
            names=names,
        ),
    )


def _operations(case: Case) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    marked = [procedure for procedure in case.procedures if procedure.kind in _MARKED]
    by_time: dict[tuple[float, str], list[Procedure]] = {}
    undated: list[str] = []
    for procedure in sorted(marked, key=lambda p: case.order(p.when)):
        span = case.place(procedure.when)
        if span is None:
            undated.append(_operated(procedure))
        else:
            kind = "surgery" if procedure.kind == "excision" else procedure.kind
            by_time.setdefault((span.middle, kind), []).append(procedure)
    marks = tuple(_mark(day, kind, group) for (day, kind), group in by_time.items())
    return marks, _undated_operations(undated)


def _mark(day: float, kind: str, group: Sequence[Procedure]) -> Mark:
    when = shown(parse_when(group[0].when))
    if kind != "surgery":
        return Mark(x=day, text=f"{say(_MARKED[kind])} {when}", kind="event")
    names = ", ".join(dict.fromkeys(_excised(procedure) for procedure in group))
    words = say("{names} excised {day}", names=names, day=when)
    return Mark(x=day, text=words, kind="surgery")


def _excised(procedure: Procedure) -> str:
    if procedure.mass_id:
        return procedure.mass_id
    return place_label(procedure.site, procedure.side) if procedure.site else say("Mass")


def _operated(procedure: Procedure) -> str:
    if procedure.kind == "excision":
        return say("excision of {name}", name=_excised(procedure))
    return say(_MARKED[procedure.kind]).lower()


def _undated_operations(names: Iterable[str]) -> tuple[str, ...]:
    listed = tuple(dict.fromkeys(names))
    if not listed:
        return ()
    return (say("Not drawn, because not dated: {names}.", names="; ".join(listed)),)


def _death(case: Case) -> float | None:
    span = case.place(case.patient.death_when)
    return None if span is None else span.middle


def _end_mark(case: Case) -> tuple[Mark, ...]:
    death, now = _death(case), today(case)
    if death is not None:
        return (Mark(x=death, text=say("Died"), kind="event"),)
    return () if now is None else (Mark(x=now, text=say("Today"), kind="today"),)
