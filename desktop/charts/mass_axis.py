"""The axis of volumes: log10 of mL, or plain mL, with a strip for "not detectable" below it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts.spec import Axis, Tick
from desktop.domain.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.history import MassHistory
    from desktop.charts.spec import Fit

_STRIP = 0.4  # decades below the scale for "not detectable"
_LINEAR_STRIP = 0.1  # of the height, on the linear scale
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class VolumeAxis:
    """The vertical axis and where volumes (mL) and "not detectable" lie on it."""

    y: Axis
    floor: float

    def at(self, milliliters: float) -> float:
        """The place of a volume on the axis."""
        return math.log10(milliliters) if self.y.is_log10 else milliliters

    def fit(self, fit: Fit) -> Fit:
        """A fit, made in log10 of mL, as it lies on this axis."""
        if self.y.is_log10:
            return fit
        middle, lower, upper = (
            tuple(10.0 ** min(value, 12.0) for value in values)
            for values in (fit.middle, fit.lower, fit.upper)
        )
        return replace(fit, middle=middle, lower=lower, upper=upper)


def volume_axis(drawn: Sequence[MassHistory], *, is_linear: bool = False) -> VolumeAxis:
    """The axis that holds every volume of these masses."""
    volumes = [seen.volume for mass in drawn for seen in mass.volumes]
    has_strip = any(mass.undetected for mass in drawn)
    if is_linear:
        return _linear(volumes, has_strip=has_strip)
    return _logarithmic(volumes, has_strip=has_strip)


def _logarithmic(volumes: Sequence[float], *, has_strip: bool) -> VolumeAxis:
    logs = [math.log10(volume) for volume in volumes]
    first = math.floor(min(logs)) if logs else -1
    last = math.ceil(max(logs) + 0.02) if logs else 2
    last = max(last, first + 1)
    ticks = tuple(Tick(at=n, text=f"{10.0**n:g}") for n in range(first, last + 1))
    low = first - _STRIP if has_strip else float(first)
    axis = Axis(low=low, high=float(last), ticks=ticks, unit=say("mL, log"), is_log10=True)
    return VolumeAxis(axis, first - _STRIP / 2)


def _linear(volumes: Sequence[float], *, has_strip: bool) -> VolumeAxis:
    highest = max(volumes, default=1.0) * 1.05
    power = 10.0 ** math.floor(math.log10(highest / _MOST_TICKS))
    step = next(n * power for n in (1, 2, 5, 10) if highest / (n * power) <= _MOST_TICKS)
    count = math.ceil(highest / step)
    ticks = tuple(Tick(at=n * step, text=f"{n * step:g}") for n in range(count + 1))
    top = count * step
    strip = -_LINEAR_STRIP * top
    axis = Axis(low=strip if has_strip else 0.0, high=top, ticks=ticks, unit="mL")
    return VolumeAxis(axis, strip / 2)
