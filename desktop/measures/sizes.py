"""Sizes of a mass: volume from diameters, its error, and change between two measurements."""

from __future__ import annotations

import math
from typing import Literal

from desktop.domain.language import say
from desktop.measures.refusal import Refused, require_positive

DAYS_PER_YEAR = 365.25
CUBIC_MM_PER_ML = 1000.0

REAL_CHANGE_PERCENT = 30.0
"""Default limit of a real change in volume; borrowed from lung-nodule CT, not from calcinosis."""

NODULE_LIMITS_PERCENT = (-25.1, 28.9)
"""Limits of agreement of volume between two CT scans of lung nodules (PMC3043750)."""

Category = Literal["CR", "PR", "SD", "PD"]


def ellipsoid_volume(length: float, width: float, depth: float) -> float:
    """Volume of an ellipsoid from three orthogonal diameters: pi/6 x L x W x D.

    In the cube of their unit: mm give mm3, cm give mL. Raises Refused for a diameter that
    is not above zero.
    """
    require_positive(length=length, width=width, depth=depth)
    return math.pi / 6 * length * width * depth


def ellipsoid_volume_ml(length_mm: float, width_mm: float, depth_mm: float) -> float:
    """Volume of an ellipsoid in mL from three diameters in mm."""
    return ellipsoid_volume(length_mm, width_mm, depth_mm) / CUBIC_MM_PER_ML


def sphere_volume_ml(diameter_mm: float) -> float:
    """Volume of a sphere in mL, the approximation from a single diameter in mm."""
    return ellipsoid_volume_ml(diameter_mm, diameter_mm, diameter_mm)


def specific_growth_rate(volume_1: float, volume_2: float, *, days: float) -> float:
    """The rate ln(V2/V1) / days, per day; defined at zero growth. Source: Mehrara 2007.

    Raises Refused for a volume or a time that is not above zero: such a mass is new or gone.
    """
    require_positive(first_volume=volume_1, second_volume=volume_2, days=days)
    return math.log(volume_2 / volume_1) / days


def doubling_time_days(rate_per_day: float) -> float | None:
    """The time ln 2 / rate; negative means halving, None where nothing grows (undefined)."""
    return math.log(2) / rate_per_day if rate_per_day else None


def percent_per_year(rate_per_day: float) -> float:
    """The compounded change in a year, percent: (exp(rate x 365.25) - 1) x 100.

    The exponent is capped at 50, beyond which the figure has no meaning. Not to be used on
    volumes less than about 90 days apart.
    """
    return math.expm1(min(rate_per_day * DAYS_PER_YEAR, 50.0)) * 100


def percent_change(volume_1: float, volume_2: float) -> float:
    """The change from the first to the second volume, percent."""
    require_positive(first_volume=volume_1)
    return (volume_2 / volume_1 - 1) * 100


def real_change(
    volume_1: float,
    volume_2: float,
    *,
    same_method: bool,
    limit_percent: float = REAL_CHANGE_PERCENT,
) -> Literal["larger", "smaller", "within error", "cannot tell"]:
    """Whether two volumes differ by more than measuring does.

    ``cannot tell`` unless both were measured by the same modality and method. The default
    limit of 30 % is borrowed from lung-nodule CT; none was published for calcinosis.
    """
    if not same_method:
        return "cannot tell"
    change = percent_change(volume_1, volume_2)
    if abs(change) <= limit_percent:
        return "within error"
    return "larger" if change > 0 else "smaller"


def is_outside_nodule_limits(volume_1: float, volume_2: float) -> bool:
    """Whether a change lies outside the limits of agreement of lung nodules on CT."""
    low, high = NODULE_LIMITS_PERCENT
    return not low <= percent_change(volume_1, volume_2) <= high


def volume_error_percent(diameter_error_percent: float, *, correlated: bool = False) -> float:
    """The coefficient of variation of a volume from that of its diameters, percent.

    sqrt(3) times for independent errors, 3 times for fully correlated ones.
    """
    require_positive(error=diameter_error_percent)
    return diameter_error_percent * (3.0 if correlated else math.sqrt(3.0))


def minimal_detectable_change(standard_error: float) -> float:
    """MDC95 = 1.96 x sqrt(2) x SEM, in the unit of the standard error of measurement."""
    require_positive(standard_error=standard_error)
    return 1.96 * math.sqrt(2) * standard_error


def size_category(baseline_mm: float, nadir_mm: float, *, current_mm: float) -> Category:
    """The RECIST 1.1 category of sums of longest diameters (mm): a cancer-derived convention.

    Never to be shown without the words "size category (cancer-derived convention)"; it is
    not validated for calcinosis. Progression: 20 % and 5 mm above the nadir. Partial
    response: 30 % below the baseline.
    """
    require_positive(baseline=baseline_mm)
    if current_mm < 0 or nadir_mm < 0:
        message = say("a sum of diameters cannot be negative")
        raise Refused(message)
    if current_mm == 0:
        return "CR"
    growth = current_mm - nadir_mm
    if growth >= 5 and current_mm >= 1.2 * nadir_mm - 1e-9:
        return "PD"
    return "PR" if current_mm <= 0.7 * baseline_mm + 1e-9 else "SD"
