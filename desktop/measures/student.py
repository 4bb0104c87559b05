"""Quantiles of Student's t distribution, by the incomplete beta function.

Written out because nothing else here would need a statistics library.
"""

from __future__ import annotations

import math
from functools import lru_cache

_TINY = 1e-300
_TERMS = 400
_HALVINGS = 200


@lru_cache(maxsize=512)
def t_quantile(degrees: int, probability: float = 0.975) -> float:
    """The value below which t with ``degrees`` of freedom lies with this probability.

    Relative error below 1e-10. Limits: degrees from 1, probability from 0.5 to below 1;
    ValueError outside them.
    """
    if degrees < 1 or not 0.5 <= probability < 1:
        message = f"no t quantile for {degrees} degrees and probability {probability}"
        raise ValueError(message)
    tail = 1 - probability
    low, high = 0.0, 1.0
    while _upper_tail(high, degrees) > tail:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _upper_tail(middle, degrees) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _upper_tail(t: float, degrees: int) -> float:
    return _incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _nonzero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _TERMS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _nonzero(1 + step * d)
            c = _nonzero(1 + step / c)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _nonzero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
