"""The trend of one analyte over the years: a straight line with its 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.analytes import analytes, canonical_quantity, converted
from desktop.domain.language import say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.refusal import Refused
from desktop.measures.regression import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Change per year of a result, in its unit, with standard error and 95 % interval."""

    n: int
    unit: str
    per_year: float
    standard_error: float
    ci95: tuple[float, float]


def trend(days: Sequence[float], values: Sequence[float], *, unit: str) -> Trend:
    """The least-squares change per year of 365.25 days.

    Raises Refused for fewer than three values, or all at one time.
    """
    line = fitted([day / DAYS_PER_YEAR for day in days], values)
    return Trend(
        n=line.n,
        unit=unit,
        per_year=line.slope,
        standard_error=line.slope_error,
        ci95=line.slope_ci95,
    )


def trend_of(case: Case, analyte: str, *, unit: str) -> Trend:
    """The trend of one analyte of a case, in one of its units.

    Only numbers without a comparator, with a time that can be placed, and all by the same
    method where methods are stated. Raises Refused otherwise, KeyError for an analyte that
    the vocabulary lacks.
    """
    days: list[float] = []
    values: list[float] = []
    methods: set[str] = set()
    for lab in case.labs_of(analyte):
        quantity, span = canonical_quantity(lab), case.place(lab.when)
        shown = converted(quantity, analytes()[analyte], unit) if quantity else None
        if shown is None or span is None or shown.comparator:
            continue
        days.append(span.middle)
        values.append(shown.value)
        methods.add(lab.method.strip().casefold())
    if len(methods) > 1:
        named = ", ".join(sorted(methods))
        message = say("several methods are not joined in one trend: {methods}", methods=named)
        raise Refused(message)
    return trend(days, values, unit=unit)
