"""The sum of a patient's masses over time, only where all of them were measured together.

A mass that nobody looked at is not gone: a day on which one was left out gives no sum. Sums of
different methods are different series, because their volumes are not comparable.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.charts.figures import volume_text
from desktop.charts.history import histories
from desktop.charts.spec import SYMBOLS, Axis, ChartSpec, EndLabel, Point, Series, Tick
from desktop.charts.timeline import time_axis
from desktop.domain.language import say, say_count
from desktop.measures.lineage import merging_when
from desktop.measures.wording import method_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.history import MassHistory, Seen
    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.measures.values import Derived

_MOST_TICKS = 5
_COLORS = ("c1", "c2", "c3", "c5", "c4", "c6")
Sum = tuple["Seen", float, str, int]
"""One of the looks that make a sum, the sum in mL, its method, and how many masses it holds."""


def total_growth(case: Case, derived: Derived) -> ChartSpec:
    """The total volume (mL) against time, one series per method; partial sums are left out."""
    masses = histories(case, derived)
    sums, partial = _sums(case, masses)
    by_method: dict[str, list[Sum]] = defaultdict(list)
    for one in sums:
        by_method[one[2]].append(one)
    return ChartSpec(
        name="mass_total",
        title=say("Total mass volume"),
        subtitle=say("only days on which every known mass was measured"),
        x=time_axis(case),
        y=_vertical(max((total for _, total, _, _ in sums), default=1.0)),
        series=tuple(
            _series(method, found, place) for place, (method, found) in enumerate(by_method.items())
        ),
        empty="" if sums else _empty(masses),
        left_out=_left_out(partial),
        summary=_summary(sums),
        table_header=(say("When"), say("Total (mL)"), say("By"), say("Masses")),
        table=tuple(
            (look.when, volume_text(total), method, str(count))
            for look, total, method, count in sums
        ),
    )


def _vertical(highest: float) -> Axis:
    """Plain milliliters from 0 upwards: a sum is not a thing that grows by itself."""
    highest = max(highest, 0.1) * 1.1
    power = 10.0 ** math.floor(math.log10(highest / _MOST_TICKS))
    step = next(n * power for n in (1, 2, 5, 10) if highest / (n * power) <= _MOST_TICKS)
    count = math.ceil(highest / step)
    ticks = tuple(Tick(at=n * step, text=f"{n * step:g}") for n in range(count + 1))
    return Axis(low=0.0, high=count * step, ticks=ticks, unit="mL")


def _sums(case: Case, masses: Sequence[MassHistory]) -> tuple[list[Sum], int]:
    """The complete sums in order of time, and the number of days with a partial one."""
    days: dict[Span, dict[str, Seen]] = defaultdict(dict)
    for mass in masses:
        for look in mass.seen:
            days[look.span][mass.mass_id] = look
    lives = {mass.mass_id: (_start(case, mass), _end(case, mass)) for mass in masses}
    complete: list[Sum] = []
    partial = 0
    for day in sorted(days):
        looks = days[day]
        needed = {name for name, (start, end) in lives.items() if start <= day.last < end}
        if not needed <= looks.keys():
            partial += 1
            continue
        counted = [looks[name] for name in sorted(needed & looks.keys())]
        methods = {look.how for look in counted if not look.is_undetected}
        several = say("several methods")
        method = method_words(next(iter(methods))) if len(methods) == 1 else several
        if counted and methods:
            total = sum(look.volume for look in counted)
            complete.append((counted[0], total, method, len(counted)))
    return complete, partial


def _start(case: Case, mass: MassHistory) -> float:
    """The first day on which a mass was known; one without any time was always there."""
    first = [look.span.first for look in mass.seen[:1]]
    first += [
        span.first
        for record in case.masses
        if record.mass_id == mass.mass_id and (span := case.place(record.first_when)) is not None
    ]
    return min(first, default=-math.inf)


def _end(case: Case, mass: MassHistory) -> float:
    """The first day on which a mass was no longer there by itself; never, where not known."""
    whens = []
    if mass.is_removed and mass.last_excision is not None:
        whens.append(mass.last_excision.when)
    if mass.merged_into:
        whens.append(merging_when(case, mass.mass_id))
    spans = [span for when in whens if (span := case.place(when)) is not None]
    return min((span.last for span in spans), default=math.inf)


def _series(method: str, found: Sequence[Sum], place: int) -> Series:
    last = found[-1]
    return Series(
        key=method,
        name=say("Total, {method}", method=method),
        color=_COLORS[place % len(_COLORS)],
        symbol=SYMBOLS[place % len(SYMBOLS)],
        points=tuple(_point(one) for one in found),
        is_joined=method != say("several methods"),
        end_label=EndLabel(title=f"{volume_text(last[1])} mL", lines=(method,)),
    )


def _point(one: Sum) -> Point:
    look, total, method, count = one
    return Point(
        x=look.span.middle,
        y=total,
        record=look.record,
        half_width=look.span.width / 2,
        spoken=say_count(
            count,
            "Total {volume} mL of {n} mass, {method}, {when}",
            "Total {volume} mL of {n} masses, {method}, {when}",
            volume=volume_text(total),
            method=method,
            when=look.when,
        ),
    )


def _empty(masses: Sequence[MassHistory]) -> str:
    if not masses:
        return say("No mass recorded.")
    return say("On no day was every known mass measured, so there is no total to draw.")


def _left_out(partial: int) -> tuple[str, ...]:
    if not partial:
        return ()
    words = say_count(
        partial,
        "{n} day on which only some of the masses were measured has no total.",
        "{n} days on which only some of the masses were measured have no total.",
    )
    return (words,)


def _summary(sums: Sequence[Sum]) -> str:
    if not sums:
        return ""
    look, total, method, count = sums[-1]
    return say_count(
        count,
        "Total volume of {n} mass {volume} mL on {when}, {method}.",
        "Total volume of {n} masses {volume} mL on {when}, {method}.",
        volume=volume_text(total),
        when=look.when,
        method=method,
    )
