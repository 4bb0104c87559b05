"""The last values of a row as points in time, in the unit of the row. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.analytes import Quantity, analyte_named, converted, quantity_of

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.measures.values import DerivedValue
    from desktop.ui.models.labs_rows import Row

TREND_POINTS = 12


@dataclass(frozen=True, slots=True)
class Trend:
    """The last values of a row for its sparkline: runs of one method, and the range behind."""

    runs: tuple[tuple[tuple[float, float], ...], ...]
    low: float | None
    high: float | None


def last_points(case: Case, row: Row) -> list[tuple[float, float, str]]:
    """Day, value and method of the last values, oldest first."""
    found: tuple[r.LabResult | DerivedValue, ...] = (*row.labs, *row.values)
    spans = ((case.place(one.when), one) for one in found)
    placed = [(span.middle, one) for span, one in spans if span is not None]
    points: list[tuple[float, float, str]] = []
    for day, one in sorted(placed, key=lambda found: found[0], reverse=True):
        if isinstance(one, r.LabResult):
            value = _in_unit(one, row)
            method = one.method.strip()
        else:
            value, method = _derived_in_unit(one, row), ""
        if value is not None:
            points.append((day, value, method))
        if len(points) == TREND_POINTS:
            break
    return points[::-1]


def runs_of(
    points: list[tuple[float, float, str]],
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The points in runs of one method: results of two methods are never joined."""
    runs: list[list[tuple[float, float]]] = []
    before: str | None = None
    for day, value, method in points:
        if method != before:
            runs.append([])
        runs[-1].append((day, value))
        before = method
    return tuple(tuple(run) for run in runs)


def _in_unit(lab: r.LabResult, row: Row) -> float | None:
    quantity, analyte = quantity_of(lab), analyte_named(row.analyte)
    if quantity is None or lab.state.strip():
        return None
    shown = converted(quantity, analyte, row.unit) if analyte else quantity
    return shown.value if shown and shown.unit == row.unit else None


def _derived_in_unit(value: DerivedValue, row: Row) -> float:
    analyte = analyte_named(row.analyte)
    own = Quantity(value.value, value.unit)
    shown = converted(own, analyte, row.unit) if analyte else None
    return shown.value if shown else value.value
