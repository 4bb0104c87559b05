"""Phosphate of a whole registry against age. It names nobody: a point is an age and a value."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from desktop.charts.cohort_axes import PHOSPHATE, in_unit, shown_value, values_axis
from desktop.charts.figures import range_text
from desktop.charts.spec import Axis, ChartSpec, EndLabel, Fit, Point, RangeStep, Series, Tick
from desktop.domain.language import mark, say, say_count
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.intervals import steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.charts.spec import Symbol
    from desktop.domain.ranges import RegistryRange

MOST_POINTS = 1000
"""Above so many, medians and the middle 80 % of each age are drawn instead of the points."""
FEWEST = 5
"""Fewer results of an age have no middle 80 %."""

_AGES = (0, 2, 6, 10, 14, 18, 30, 45, 60, 75, 150)
_LOOKS: Mapping[str, tuple[str, str, Symbol, bool]] = {
    "high": (mark("Above range"), "c2", "triangle", True),
    "borderline": (mark("Borderline"), "c5", "square", True),
    "normal": (mark("Within range"), "c1", "circle", False),
    "low": (mark("Below range"), "c4", "diamond", True),
    "unknown": (mark("Not judged"), "c6", "plus", False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The latest phosphate of one patient: mg/dL, age in years at sampling, verdict."""

    value: float
    age_years: float
    verdict: str


def phosphate_by_age(
    readings: Sequence[Reading],
    *,
    unit: str = "mg/dL",
    ranges: Sequence[RegistryRange] = (),
    left_out: int = 0,
) -> ChartSpec:
    """The latest phosphate of each patient against age, with the range for age.

    ``unit`` is mg/dL or mmol/L; ``left_out`` counts results without a plain number or an age.
    The band stands where both sexes have the same range.
    """
    shown = sorted(readings, key=lambda one: one.age_years)
    oldest = max((one.age_years for one in shown), default=60.0)
    x = _ages_axis(oldest)
    band = _band(x, unit, ranges)
    values = [in_unit(one.value, unit) for one in shown]
    is_many = len(shown) > MOST_POINTS
    left = say_count(
        left_out,
        "{n} latest result without a plain number or an age is not drawn.",
        "{n} latest results without a plain number or an age are not drawn.",
    )
    return ChartSpec(
        name="cohort-phosphate",
        title=say("Phosphate against age"),
        subtitle=say("latest result of each patient; shaded: range for age, both sexes"),
        x=x,
        y=values_axis([*values, *(edge for one in band for edge in (one.low, one.high))], unit),
        series=_medians(shown, unit) if is_many else _points(shown, unit),
        ranges=band,
        fits=_middle(shown, unit) if is_many else (),
        empty="" if shown else say("No patient has a phosphate result with a number and an age."),
        left_out=(left,) if left_out else (),
        summary=_summary(shown, unit),
        table_header=_header(unit),
        table=tuple(_rows(shown, unit)),
    )


def _ages_axis(oldest: float) -> Axis:
    step = 2 if oldest <= 20 else 10
    last = max(math.ceil((oldest + 0.5) / step), 2) * step
    ticks = (
        Tick(at=years * DAYS_PER_YEAR, text=say("{n} y", n=years))
        for years in range(0, last + 1, step)
    )
    return Axis(low=0.0, high=last * DAYS_PER_YEAR, ticks=tuple(ticks))


def _band(x: Axis, unit: str, ranges: Sequence[RegistryRange]) -> tuple[RangeStep, ...]:
    return tuple(
        RangeStep(
            x0=max(step.age_low_days, x.low),
            x1=min(step.age_high_days, x.high),
            low=step.low,
            high=step.high,
            text=range_text(step.low, step.high) if step.age_high_days > x.high else "",
        )
        for step in steps(PHOSPHATE, "", unit, ranges=ranges)
        if step.low is not None and step.high is not None and step.age_low_days < x.high
    )


def _points(shown: Sequence[Reading], unit: str) -> tuple[Series, ...]:
    found = []
    for verdict, (text, color, symbol, is_filled) in _LOOKS.items():
        own = [one for one in shown if one.verdict == verdict]
        if own:
            points = tuple(_point(one, unit, is_filled=is_filled) for one in own)
            found.append(
                Series(
                    key=verdict,
                    name=say(text),
                    color=color,
                    symbol=symbol,
                    points=points,
                    is_joined=False,
                    end_label=EndLabel(title=say(text), lines=(f"n = {len(own)}",)),
                )
            )
    return tuple(found)


def _point(one: Reading, unit: str, *, is_filled: bool) -> Point:
    spoken = say(
        "{value} {unit} at {years} y: {verdict}",
        value=shown_value(one.value, unit),
        unit=unit,
        years=int(one.age_years),
        verdict=say(_LOOKS[one.verdict][0]).lower(),
    )
    return Point(
        x=one.age_years * DAYS_PER_YEAR,
        y=in_unit(one.value, unit),
        is_filled=is_filled,
        spoken=spoken,
    )


def _by_age(shown: Sequence[Reading]) -> list[tuple[int, int, list[Reading]]]:
    found = []
    for low, high in pairwise(_AGES):
        own = [one for one in shown if low <= one.age_years < high]
        if own:
            found.append((low, high, own))
    return found


def _medians(shown: Sequence[Reading], unit: str) -> tuple[Series, ...]:
    points = []
    for low, high, own in _by_age(shown):
        middle = median(one.value for one in own)
        spoken = say(
            "median {value} {unit} at {ages}, n = {n}",
            value=shown_value(middle, unit),
            unit=unit,
            ages=_ages(low, high),
            n=len(own),
        )
        x = median(one.age_years for one in own) * DAYS_PER_YEAR
        points.append(Point(x=x, y=in_unit(middle, unit), spoken=spoken))
    label = EndLabel(title=say("Median"), lines=(say("band: middle 80 %"), f"n = {len(shown):,}"))
    return (
        Series(
            key="median",
            name=say("Median"),
            color="c1",
            symbol="circle",
            points=tuple(points),
            end_label=label,
        ),
    )


def _middle(shown: Sequence[Reading], unit: str) -> tuple[Fit, ...]:
    own = [group for _, _, group in _by_age(shown) if len(group) >= FEWEST]
    if len(own) < 2:
        return ()
    values = [sorted(in_unit(one.value, unit) for one in group) for group in own]
    return (
        Fit(
            color="c1",
            x=tuple(median(one.age_years for one in group) * DAYS_PER_YEAR for group in own),
            middle=tuple(median(group) for group in values),
            lower=tuple(_at(group, 0.1) for group in values),
            upper=tuple(_at(group, 0.9) for group in values),
            extrapolated_from=math.inf,
        ),
    )


def _at(ordered: Sequence[float], part: float) -> float:
    """The value below which a part of an ordered row lies, between neighbors by proportion."""
    place = part * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def _ages(low: int, high: int) -> str:
    if high == _AGES[-1]:
        return say("{low} years and more", low=low)
    return say("{low} to {high} years", low=low, high=high - 1)


def _header(unit: str) -> tuple[str, ...]:
    verdicts = (say(text) for text, *_ in _LOOKS.values())
    ends = (say("median, {unit}", unit=unit), say("middle 80 %, {unit}", unit=unit))
    return (say("Age at sampling"), say("patients"), *verdicts, *ends)


def _rows(shown: Sequence[Reading], unit: str) -> list[tuple[str, ...]]:
    rows = []
    for low, high, own in _by_age(shown):
        verdicts = (str(sum(one.verdict == verdict for one in own)) for verdict in _LOOKS)
        values = sorted(one.value for one in own)
        both = say("too few")
        if len(own) >= FEWEST:
            both = f"{shown_value(_at(values, 0.1), unit)}–{shown_value(_at(values, 0.9), unit)}"
        middle = shown_value(median(values), unit)
        rows.append((_ages(low, high), str(len(own)), *verdicts, middle, both))
    return rows


def _summary(shown: Sequence[Reading], unit: str) -> str:
    if not shown:
        return ""
    high = sum(one.verdict == "high" for one in shown)
    return say(
        "{n} patients; median {value} {unit}; {high} above the range for age.",
        n=len(shown),
        value=shown_value(median(one.value for one in shown), unit),
        unit=unit,
        high=high,
    )
