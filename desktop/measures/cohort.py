"""Lines through the points of many groups at once, for whole registries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.measures.regression import FEWEST
from desktop.measures.student import t_quantile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedLines:
    """One line per group, arrays of the length of the number of groups.

    ``slope``, ``intercept`` and the ends of its 95 % interval are NaN for groups with fewer
    than three points or all points at one x.
    """

    n: Indices
    slope: Numbers
    intercept: Numbers
    slope_low: Numbers
    slope_high: Numbers


def grouped_lines(x: Numbers, y: Numbers, *, group: Indices, groups: int) -> GroupedLines:
    """Least-squares lines of y on x within each group, as ``regression.fitted`` for each.

    ``x``, ``y`` and ``group`` have one entry per point; ``group`` counts from 0 to
    ``groups`` - 1. Raises ValueError for arrays of different length or numbers that are not
    finite.
    """
    if not x.shape == y.shape == group.shape:
        message = f"arrays of {x.shape}, {y.shape} and {group.shape} do not belong together"
        raise ValueError(message)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        message = "a value is not a finite number"
        raise ValueError(message)

    def total(values: Numbers) -> Numbers:
        return np.bincount(group, weights=values, minlength=groups).astype(np.float64)

    n = np.bincount(group, minlength=groups)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_x, mean_y = total(x) / n, total(y) / n
        dx, dy = x - mean_x[group], y - mean_y[group]
        squares = total(dx * dx)
        slope = np.where((n >= FEWEST) & (squares > 0), total(dx * dy) / squares, np.nan)
        errors = total((dy - slope[group] * dx) ** 2)
        half = _quantiles(n) * np.sqrt(errors / (n - 2) / squares)
    return GroupedLines(
        n=n,
        slope=slope,
        intercept=mean_y - slope * mean_x,
        slope_low=slope - half,
        slope_high=slope + half,
    )


def _quantiles(n: Indices) -> Numbers:
    table = {int(size): t_quantile(int(size) - 2) for size in np.unique(n) if size >= FEWEST}
    return np.array([table.get(int(size), np.nan) for size in n], dtype=np.float64)
