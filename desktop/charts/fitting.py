"""The fitted growth of one mass as a line with its band, and which mass is fitted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.charts.spec import Fit
from desktop.charts.timeline import AHEAD, today
from desktop.domain.language import say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.masses import fit_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.measures.values import MassGrowth

_STEPS = 32
_LN10 = math.log(10.0)


def fitted_mass(
    masses: Sequence[MassHistory], growth: Mapping[str, MassGrowth], selected: str
) -> str:
    """The mass whose fit is drawn: the selected one, else the fastest growing, else the largest.

    Empty where no mass has a fit. A selected mass without one shows none, rather than
    another's.
    """
    fitted = {
        m.mass_id: m for m in masses if _has_fit(growth.get(m.mass_id)) and not m.is_unseen_since
    }
    if selected:
        return selected if selected in fitted else ""
    rates = {name: growth[name].percent_per_year or 0.0 for name in fitted}
    growing = [name for name in fitted if growth[name].state == "growing"]
    if growing:
        return max(growing, key=lambda name: rates[name])
    return max(fitted, key=lambda name: fitted[name].latest_volume, default="")


def _has_fit(growth: MassGrowth | None) -> bool:
    return growth is not None and growth.slope is not None and growth.first is not None


def fit_of(case: Case, growth: MassGrowth, color: str) -> tuple[Fit, str]:
    """The fit in log10 mL with its 95 % band, and a remark where it is not carried to today.

    It is carried on, dashed, to a month beyond today, but never further than the fit itself
    is long or a year: beyond that a straight line says nothing.
    """
    assert growth.first is not None  # noqa: S101 - fitted_mass chose one with a fit
    assert growth.last is not None  # noqa: S101 - a fit has both ends
    now, remark, end = today(case), "", growth.last
    if now is not None and now > growth.last:
        if now - growth.last <= max(growth.last - growth.first, DAYS_PER_YEAR):
            end = now + AHEAD
        else:
            gap = (now - growth.last) / DAYS_PER_YEAR
            remark = say(
                "{mass}: the fit is not carried to today, {gap} y later.",
                mass=growth.mass_id,
                gap=f"{gap:.0f}",
            )
    days = _places(growth.first, growth.last, end)
    bands = [[value / _LN10 for value in fit_at(growth, day)] for day in days]
    lower, middle, upper = (tuple(band) for band in zip(*bands, strict=True))
    fit = Fit(
        color=color,
        x=days,
        middle=middle,
        lower=lower,
        upper=upper,
        extrapolated_from=growth.last,
    )
    return fit, remark


def _places(first: float, last: float, end: float) -> tuple[float, ...]:
    """Evenly spaced days from first to end, ``last`` always among them."""
    size = max((end - first) / _STEPS, 1.0)
    inside = [first + i * size for i in range(_STEPS) if first + i * size < end]
    return tuple(sorted({*inside, last, end}))
