"""The shapes of what measures give: values with method and inputs, ranges, growth, refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

Verdict = Literal["low", "normal", "high", "borderline", "unknown"]
GrowthState = Literal["growing", "shrinking", "stable", "unclear", "too_few"]


# No dataclass: a registry has a million of these, made at a tenth of a dataclass's cost.
class DerivedValue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One computed number: never without unit, time and the method that made it.

    ``when`` is the time of the inputs as recorded, ``inputs`` the ids of their records,
    ``formula`` the formula with the numbers put in, for people. ``mass_id`` is given for
    values of one mass. ``note`` qualifies the value (an approximation, a wide limit).
    """

    when: str
    value: float
    unit: str
    method: str
    comparator: str = ""
    mass_id: str = ""
    inputs: tuple[str, ...] = ()
    formula: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComputed:
    """A value that was refused: which one, for which time, and why.

    The same quantity refused for the same reason at several times is one refusal: ``times``
    then lists them, oldest first, and ``when`` is the last.
    """

    quantity: str
    reason: str
    when: str = ""
    mass_id: str = ""
    times: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many values were refused for this reason."""
        return len(self.times) or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceInterval:
    """The normal range used for one result: limits, unit, and where they come from.

    ``origin`` tells the laboratory's own range from the registry's and the built-in one;
    ``applies_to`` says in words for whom: ``female, 14 to 15 y``. A limit may be open.
    """

    low: float | None
    high: float | None
    unit: str
    source: str
    origin: Literal["laboratory", "registry", "built-in"]
    applies_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A result judged against a range: the verdict, the range used, and the reason.

    ``unknown`` is a verdict: no number, no range, or a comparator that decides nothing.
    """

    verdict: Verdict
    interval: ReferenceInterval | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MassGrowth:
    """The growth of one mass over its last series of comparable volumes.

    ln(volume in mL) = intercept + slope x days, by least squares on the case's axis of days
    from ``first`` to ``last``; ``series`` counts from 1 and rises after each excision.
    ``residual_sd``, ``mean_day`` and ``sum_squares`` (of days about their mean) give the
    interval of the fit at any day. Everything but state and n is None where the fit is not
    possible.
    """

    mass_id: str
    method: str
    state: GrowthState
    n: int
    series: int = 1
    percent_per_year: float | None = None
    ci95_percent_per_year: tuple[float, float] | None = None
    doubling_time_days: float | None = None
    slope: float | None = None
    intercept: float | None = None
    residual_sd: float | None = None
    mean_day: float | None = None
    sum_squares: float | None = None
    t_quantile: float | None = None
    first: float | None = None
    last: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything computed from one case, each list oldest first."""

    calcium_phosphate_product: tuple[DerivedValue, ...] = ()
    trp: tuple[DerivedValue, ...] = ()
    fepi: tuple[DerivedValue, ...] = ()
    tmp_gfr: tuple[DerivedValue, ...] = ()
    egfr: tuple[DerivedValue, ...] = ()
    corrected_calcium: tuple[DerivedValue, ...] = ()
    mass_volume: tuple[DerivedValue, ...] = ()
    mass_growth: tuple[MassGrowth, ...] = ()
    not_computed: tuple[NotComputed, ...] = ()
