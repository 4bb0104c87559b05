"""Masses of a case: volumes, growth over time, and the sum over all masses.

Volumes in mL. Growth is a line through ln(volume) on days, over the volumes of one method
since the last break; see ``series`` for what belongs together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.measures import sizes
from desktop.measures.looks import SAME_LOOK_DAYS, is_ended
from desktop.measures.refusal import Refused
from desktop.measures.regression import fitted
from desktop.measures.series import break_spans, last_series
from desktop.measures.values import MassGrowth, NotComputed
from desktop.measures.volumes import volume_of
from desktop.measures.volumes import volumes as volumes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import MassMeasurement
    from desktop.domain.when import Span
    from desktop.measures.regression import Line
    from desktop.measures.series import Series
    from desktop.measures.values import DerivedValue, GrowthState

STABLE_PERCENT = 10.0
"""Where no change is proven, a rate up to this many percent a year counts as stable."""

SHORTEST_DAYS = 90.0
"""Volumes within fewer days are not extrapolated to a year (our choice, not published)."""

TOGETHER_DAYS = SAME_LOOK_DAYS
"""Measurements up to this far apart count as one look at all masses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalVolume:
    """The sum over masses at the latest look: ``3 of 5 assessed``.

    ``value_ml`` is None where no mass was assessed, ``when`` the latest time counted.
    """

    value_ml: float | None
    assessed: int
    masses: int
    when: str


def growth(case: Case) -> tuple[MassGrowth, ...]:
    """The growth of every mass over its last series, masses in the order of their records.

    States: growing or shrinking where the 95 % interval of the yearly rate excludes 0,
    stable where it includes 0 and the rate lies within 10 % a year, unclear beyond that,
    too few below 3 usable volumes or within 90 days. A negative doubling time is a halving
    time.
    """
    return growth_of(case, volumes(case))


def growth_of(case: Case, sized: Sequence[DerivedValue]) -> tuple[MassGrowth, ...]:
    """As ``growth``, from the volumes of the same case already at hand."""
    names = _mass_ids(case)
    by_mass: dict[str, list[DerivedValue]] = {name: [] for name in names}
    for value in sized:
        by_mass[value.mass_id].append(value)
    gone: dict[str, list[str]] = {name: [] for name in names}
    for measured in case.mass_measurements:
        if measured.not_detectable.strip():
            gone[measured.mass_id].append(measured.when)
    return tuple(
        _growth(name, last_series(case, name, volumes=by_mass[name], gone=gone[name]))
        for name in names
    )


def _growth(mass_id: str, series: Series) -> MassGrowth:
    days = [point.day for point in series.points]
    logs = [math.log(point.volume_ml) for point in series.points]
    method = f"log-linear fit of {series.method}" if series.method else "log-linear fit"
    try:
        line = fitted(days, logs)
        rate, interval = _yearly(line, days)
    except Refused as refused:
        return MassGrowth(
            mass_id=mass_id,
            method=method,
            state="too_few",
            n=len(days),
            series=series.number,
            reason="; ".join((str(refused), *series.left_out)),
        )
    return MassGrowth(
        mass_id=mass_id,
        method=method,
        state=growth_state(rate, interval),
        n=line.n,
        series=series.number,
        percent_per_year=rate,
        ci95_percent_per_year=interval,
        doubling_time_days=sizes.doubling_time_days(line.slope),
        slope=line.slope,
        intercept=line.intercept,
        residual_sd=line.residual_sd,
        mean_day=line.mean_x,
        sum_squares=line.sum_squares,
        t_quantile=line.t_quantile,
        first=min(days),
        last=max(days),
        reason="; ".join(series.left_out),
    )


def _yearly(line: Line, days: Sequence[float]) -> tuple[float, tuple[float, float]]:
    stretch = max(days) - min(days)
    if stretch < SHORTEST_DAYS:
        message = say(
            "the values span {stretch} days, under {least}: no yearly rate",
            stretch=f"{stretch:.0f}",
            least=f"{SHORTEST_DAYS:.0f}",
        )
        raise Refused(message)
    low, high = line.slope_ci95
    rates = [sizes.percent_per_year(slope) for slope in (line.slope, low, high)]
    return rates[0], (rates[1], rates[2])


def growth_state(percent: float, interval: tuple[float, float]) -> GrowthState:
    """The state by a yearly rate and its 95 % interval, both percent a year."""
    if interval[0] > 0:
        return "growing"
    if interval[1] < 0:
        return "shrinking"
    return "stable" if abs(percent) <= STABLE_PERCENT else "unclear"


def fit_at(growth: MassGrowth, day: float) -> tuple[float, float, float]:
    """Lower, middle and upper ln(mL) of the fit at a day: the 95 % interval of the fit.

    ``day`` lies on the axis of the case. Raises Refused for a growth without a fit. A new
    measurement scatters more widely: see ``prediction_at``.
    """
    return _band(growth, day, own=0.0)


def prediction_at(growth: MassGrowth, day: float) -> tuple[float, float, float]:
    """Lower, middle and upper ln(mL) between which 95 % of new measurements at a day lie.

    For checking an entry, not for drawing the fit. Raises Refused as ``fit_at`` does.
    """
    return _band(growth, day, own=1.0)


def _band(growth: MassGrowth, day: float, *, own: float) -> tuple[float, float, float]:
    """``own`` is the share of a single value's own variance."""
    g = growth
    if g.slope is None or g.intercept is None or g.residual_sd is None or g.mean_day is None:
        message = say("{mass} has no fit: {reason}", mass=g.mass_id, reason=g.reason)
        raise Refused(message)
    middle = g.intercept + g.slope * day
    away = (day - g.mean_day) ** 2 / (g.sum_squares or math.inf)
    half = (g.t_quantile or 0.0) * g.residual_sd * math.sqrt(own + 1 / g.n + away)
    return middle - half, middle, middle + half


def total_volume(case: Case) -> TotalVolume:
    """The sum over masses at the latest look, with how many of them it holds.

    The latest volume of each mass counts if it was measured within 31 days of the newest
    measurement; a mass looked for and not detectable counts as assessed and adds nothing.
    A mass completely excised since its last measurement, or merged into another, is no longer
    counted. A volume from before an excision, a merging or a division is not that of the mass
    now: such a mass counts as not assessed. One that was not assessed is missing from the
    sum, never taken as gone.
    """
    latest = {name: case.measurements_of(name) for name in _mass_ids(case)}
    open_ids = [name for name in latest if not is_ended(case, name)]
    ends = {
        measured.id: span.last
        for name in open_ids
        for measured in latest[name]
        if (span := case.place(measured.when))
    }
    if not ends:
        return TotalVolume(value_ml=None, assessed=0, masses=len(open_ids), when="")
    newest = max(ends.values())
    total, assessed, when = 0.0, 0, ""
    for name in open_ids:
        cuts = break_spans(case, name)
        counted = [
            (ends[m.id], m.when.strip(), size)
            for m in latest[name]
            if m.id in ends
            and newest - ends[m.id] <= TOGETHER_DAYS
            and _is_current(case, m, cuts)
            and (size := _counted(m)) is not None
        ]
        if counted:
            last = max(counted)
            total, assessed = total + last[2], assessed + 1
            when = last[1] if last[0] == newest or not when else when
    return TotalVolume(
        value_ml=total if assessed else None, assessed=assessed, masses=len(open_ids), when=when
    )


def _mass_ids(case: Case) -> dict[str, None]:
    names = dict.fromkeys(mass.mass_id for mass in case.masses)
    return names | dict.fromkeys(measured.mass_id for measured in case.mass_measurements)


def _counted(measured: MassMeasurement) -> float | None:
    if measured.not_detectable.strip():
        return 0.0
    outcome = volume_of(measured)
    return None if isinstance(outcome, NotComputed) else outcome.value


def _is_current(case: Case, measured: MassMeasurement, cuts: Sequence[Span | None]) -> bool:
    """True for a measurement after every excision, merging and division of its mass."""
    span = case.place(measured.when)
    return span is not None and all(cut is not None and cut.last < span.first for cut in cuts)
