"""Numbers and units as people read them, the same on screen and on paper."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import Quantity, analyte_named, conversion, converted
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from desktop.domain.analytes import Analyte

Units = Literal["conventional", "si"]

MINUS = "\u2212"
THIN_SPACE = "\u00a0"  # keeps a number and its unit on one line

_SHOWN_UNITS = {
    "mg2/dL2": "mg²/dL²",
    "mmol2/L2": "mmol²/L²",
    "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "{RU}/mL": "RU/mL",
    "umol/L": "µmol/L",
    "ug/L": "µg/L",
    "/uL": "/µL",
    "10*9/L": "10⁹/L",
    "10^9/L": "10⁹/L",
    "10^3/uL": "10³/µL",
    "mg/mg{creat}": mark("mg/mg creatinine"),
    "mg/g{creat}": mark("mg/g creatinine"),
    "mol/mol{creat}": mark("mol/mol creatinine"),
    "mmol/mmol{creat}": mark("mmol/mmol creatinine"),
    "1": "",
}
_SI = frozenset(
    {
        "mmol/L",
        "umol/L",
        "pmol/L",
        "nmol/L",
        "mmol/d",
        "mmol/mol",
        "mmol2/L2",
        "g/L",
        "mmol/mmol{creat}",
    }
)


def unit_text(unit: str) -> str:
    """A unit as it is printed: ``mg2/dL2`` becomes ``mg²/dL²``; others as they came."""
    return say(_SHOWN_UNITS[unit]) if unit in _SHOWN_UNITS else unit


def display_unit(analyte: Analyte, units: str) -> str:
    """The unit in which an analyte is shown: canonical, or its SI unit for ``units="si"``.

    The SI unit is the first of the analyte's own units that is one and can be converted.
    """
    if units != "si" or analyte.unit in _SI:
        return analyte.unit
    fitting = (u for u in analyte.other_units if u in _SI and conversion(analyte, u) is not None)
    return next(fitting, analyte.unit)


def figure(value: float, digits: int = 3) -> str:
    """A number in ``digits`` significant digits, never in powers of ten: ``49.0``, ``1250``."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    places = digits - 1 - math.floor(math.log10(abs(value)))
    text = f"{value:.{max(places, 0)}f}"
    return text.replace("-", MINUS)


def volume_text(milliliters: float) -> str:
    """A volume without unit in two significant digits, as growth is no finer: ``9.0``, ``70``.

    Above 100 mL whole milliliters are kept, below 1 mL no zero is added.
    """
    if milliliters >= 99.5:
        return f"{milliliters:.0f}"
    if milliliters >= 0.995:
        return figure(milliliters, 2)
    return f"{milliliters:.2g}" if milliliters >= 0.001 else say("under 0.001")


def percent(value: float) -> str:
    """A signed whole percentage: ``+233 %``, ``−5 %``."""
    rounded = round(value)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded)}{THIN_SPACE}%"


def signed(value: float) -> str:
    """A signed whole number: ``+47``, ``−6``."""
    return percent(value).removesuffix(f"{THIN_SPACE}%")


def counted(number: int, one: str, many: str = "") -> str:
    """A count with its noun: ``1 result``, ``3 results``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def range_text(low: float | None, high: float | None) -> str:
    """Limits as ``3.1–4.7``, ``≤ 75`` or ``≥ 60``; empty where both are open."""
    if low is None and high is None:
        return ""
    if low is None:
        assert high is not None  # noqa: S101 - the line above leaves one of them
        return f"≤{THIN_SPACE}{_limit(high)}"
    if high is None:
        return f"≥{THIN_SPACE}{_limit(low)}"
    places = max(_places(low), _places(high))
    return f"{low:.{places}f}–{high:.{places}f}"


def _limit(value: float) -> str:
    return f"{value:.{_places(value)}f}"


def _places(value: float) -> int:
    text = f"{value:.3g}"
    return 0 if "e" in text else len(text.partition(".")[2])


def value_text(cell: str, quantity: Quantity, unit: str, analyte: str) -> str:
    """A result in ``unit``, with its comparator: as entered where the unit is the same.

    A converted number has the significant digits of the entered one, at least three, so that
    it stays on its side of a limit. What cannot be converted comes with its own unit.
    """
    if quantity.unit == unit:
        return f"{quantity.comparator}{cell.strip()}".replace("-", MINUS)
    known = analyte_named(analyte)
    other = converted(quantity, known, unit) if known else None
    if other is None:
        own = unit_text(quantity.unit) or say("no unit")
        return f"{quantity.comparator}{cell.strip()}{THIN_SPACE}{own}"
    return f"{other.comparator}{figure(other.value, significant(cell))}"


def significant(cell: str) -> int:
    """How many significant digits a cell was entered with, at least 3 and at most 4."""
    mantissa = cell.strip().lower().partition("e")[0].lstrip("+-")
    digits = mantissa.replace(".", "").lstrip("0")
    return min(max(len(digits), 3), 4)
