"""What the charts of a registry share: phosphate in the unit shown, and an axis for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.charts.figures import figure
from desktop.charts.spec import Axis, Tick
from desktop.domain.analytes import Quantity, analytes, converted

if TYPE_CHECKING:
    from collections.abc import Sequence

PHOSPHATE = "serum_phosphate"


def in_unit(value: float, unit: str) -> float:
    """A phosphate of mg/dL in another of its units."""
    made = converted(Quantity(value, "mg/dL"), analytes()[PHOSPHATE], unit)
    assert made is not None  # noqa: S101 - both units of phosphate convert
    return made.value


def shown_value(value: float, unit: str) -> str:
    """A phosphate of mg/dL as it is shown in a unit, without the unit."""
    return figure(in_unit(value, unit), 2 if unit == "mg/dL" else 3)


def values_axis(values: Sequence[float], unit: str) -> Axis:
    """An axis with a few round steps around these values; 0 to 2 without any."""
    low, high = min(values, default=0.0), max(values, default=2.0)
    step = next((size for size in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0) if (high - low) / size <= 6), 10.0)
    first, last = math.floor(low / step - 0.4), math.ceil(high / step + 0.4)
    first = max(first, 0)
    places = 0 if step >= 1 else 1
    # The unit stands at the upper end, in the place of the last number.
    ticks = (Tick(at=n * step, text=f"{n * step:.{places}f}") for n in range(first, last))
    return Axis(low=first * step, high=last * step, ticks=tuple(ticks), unit=unit)
