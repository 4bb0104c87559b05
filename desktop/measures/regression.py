"""A straight line through points by least squares, with the interval of its slope.

Used for ln(volume) on days and for trends of results on years.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.measures.refusal import Refused
from desktop.measures.student import t_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 3
"""Points needed for an interval: two always lie on a line."""

_NEGLIGIBLE = 1e-12
"""A rise over the whole stretch smaller than this share of the values is rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """y = intercept + slope x, with what its intervals need.

    ``residual_sd`` has n - 2 degrees of freedom, ``sum_squares`` is that of x about its
    mean, ``t_quantile`` the one for 95 %.
    """

    n: int
    slope: float
    intercept: float
    mean_x: float
    mean_y: float
    sum_squares: float
    residual_sd: float
    r_squared: float
    t_quantile: float

    @property
    def slope_error(self) -> float:
        """The standard error of the slope."""
        return self.residual_sd / math.sqrt(self.sum_squares)

    @property
    def slope_ci95(self) -> tuple[float, float]:
        """The 95 % confidence interval of the slope."""
        half = self.t_quantile * self.slope_error
        return self.slope - half, self.slope + half


def fitted(x: Sequence[float], y: Sequence[float]) -> Line:
    """The least-squares line through at least three points.

    Sums are taken about the means, so that days counted from the year 1 lose nothing.
    Raises Refused for fewer than three points, for points all at one x, and for numbers
    that are not finite; ValueError for sequences of different length.
    """
    n = len(x)
    if n < FEWEST:
        message = say("{n} of at least {least} values", n=n, least=FEWEST)
        raise Refused(message)
    if not all(map(math.isfinite, (*x, *y))):
        message = say("a value is not a finite number")
        raise Refused(message)
    mean_x, mean_y = math.fsum(x) / n, math.fsum(y) / n
    pairs = [(a - mean_x, b - mean_y) for a, b in zip(x, y, strict=True)]
    xx = math.fsum([a * a for a, _ in pairs])
    xy = math.fsum([a * b for a, b in pairs])
    yy = math.fsum([b * b for _, b in pairs])
    if xx <= 0:
        message = say("all values are of one time")
        raise Refused(message)
    slope = xy / xx
    if abs(slope) * (max(x) - min(x)) <= _NEGLIGIBLE * max(abs(mean_y), 1.0):
        slope = 0.0
    errors = math.fsum([(b - slope * a) ** 2 for a, b in pairs])
    return Line(
        n=n,
        slope=slope,
        intercept=mean_y - slope * mean_x,
        mean_x=mean_x,
        mean_y=mean_y,
        sum_squares=xx,
        residual_sd=math.sqrt(errors / (n - 2)),
        r_squared=1 - errors / yy if yy > 0 else 1.0,
        t_quantile=t_quantile(n - 2),
    )
