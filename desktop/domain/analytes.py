"""Analytes and their units: a closed table, because a wrong conversion is worse than none.

Generic unit libraries are not used: they take meq/L for mmol/L and RU/mL for 1/mL. What is
not in ``resources/vocabulary/units.csv`` is not converted.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.language import in_every_language, say
from desktop.domain.terms import vocabulary_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.records import LabResult

NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
LOINC = re.compile(r"\d{1,7}-\d", re.ASCII)


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each: identity is enough
class Analyte:
    """One analyte: canonical unit, units that belong to it, and limits for asking back.

    ``english`` is the label of the vocabulary file. ``plausible`` and ``query`` are limits in
    the canonical unit.
    """

    key: str
    english: str
    loinc_mass: str
    loinc_molar: str
    unit: str
    other_units: tuple[str, ...]
    is_derived: bool
    plausible: tuple[float, float]
    query: tuple[float, float]
    note: str

    @property
    def label(self) -> str:
        """The analyte for people, in the chosen language."""
        return say(self.english)

    @property
    def names(self) -> tuple[str, ...]:
        """Its label in every language, for reading what people typed."""
        return in_every_language(self.english)

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that belongs to this analyte, the canonical one first."""
        return (self.unit, *self.other_units)


@dataclass(frozen=True, slots=True)
class Conversion:
    """canonical = factor x value + offset."""

    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its comparator (``''``, ``<``, ``>``, ``<=``, ``>=``) and its unit."""

    value: float
    unit: str
    comparator: str = ""


@cache
def analytes() -> Mapping[str, Analyte]:
    """The analytes by key."""
    return MappingProxyType({row["key"]: _analyte(row) for row in vocabulary_rows("analytes")})


def _analyte(row: dict[str, str]) -> Analyte:
    return Analyte(
        row["key"],
        row["label"],
        row["loinc_mass"],
        row["loinc_molar"],
        row["canonical_unit"],
        tuple(unit for unit in row["other_units"].split(";") if unit),
        row["kind"] == "derived",
        (float(row["plausible_low"]), float(row["plausible_high"])),
        (float(row["query_low"]), float(row["query_high"])),
        row["note"],
    )


@cache
def _by_loinc() -> Mapping[str, Analyte]:
    codes = {a.loinc_mass: a for a in analytes().values() if a.loinc_mass}
    codes |= {a.loinc_molar: a for a in analytes().values() if a.loinc_molar}
    return MappingProxyType(codes)


@lru_cache(maxsize=4096)
def analyte_named(cell: str) -> Analyte | None:
    """The analyte that a cell names by key or LOINC code; None for anything else."""
    text = cell.strip()
    return analytes().get(text) or _by_loinc().get(text)


def analyte_label(cell: str) -> str:
    """An analyte for people: its label, or the cell as it came."""
    analyte = analyte_named(cell)
    return analyte.label if analyte else cell


def is_loinc(code: str) -> bool:
    """True for a LOINC code with the right check digit (mod 10, Luhn)."""
    if not LOINC.fullmatch(code):
        return False
    body, _, check = code.partition("-")
    total = 0
    for place, digit in enumerate(reversed(body)):
        number = int(digit) * (2 if place % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return (10 - total % 10) % 10 == int(check)


@cache
def _conversions() -> Mapping[tuple[str, str], Conversion]:
    return MappingProxyType(
        {
            (row["analyte"], row["unit"]): Conversion(
                float(row["factor"]), float(row["offset"] or 0)
            )
            for row in vocabulary_rows("units")
        }
    )


def conversion(analyte: Analyte, unit: str) -> Conversion | None:
    """How ``unit`` becomes the canonical unit; None if it belongs but cannot be converted."""
    if unit == analyte.unit:
        return Conversion(1.0)
    return _conversions().get((analyte.key, unit))


def converted(quantity: Quantity, analyte: Analyte, unit: str) -> Quantity | None:
    """``quantity`` in another unit of the same analyte; None where the table has no way.

    The comparator goes through unchanged: every factor of the table is positive.
    """
    if quantity.unit == unit:
        return quantity
    inward, outward = conversion(analyte, quantity.unit), conversion(analyte, unit)
    if inward is None or outward is None:
        return None
    canonical = quantity.value * inward.factor + inward.offset
    return Quantity((canonical - outward.offset) / outward.factor, unit, quantity.comparator)


@lru_cache(maxsize=65536)
def number(cell: str) -> float | None:
    """The number in a cell with ``.`` as decimal mark; None for an empty or other cell."""
    text = cell.strip()
    if not NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


_SPELLINGS = (
    ("\u00b5", "u"),  # micro sign
    ("\u03bc", "u"),  # Greek mu
    ("\u00b2", "2"),
    ("mcg", "ug"),
    ("m^2", "m2"),
    ("1.73m2", "{1.73_m2}"),
    ("x10", "10"),
    ("\u00d710", "10"),
    ("10e", "10*"),
    ("^", "*"),
    ("/24hr", "/d"),
    ("/24h", "/d"),
    ("/day", "/d"),
    ("mm/hr", "mm/h"),
    ("creatinine", "{creat}"),
)


def _folded_unit(text: str) -> str:
    folded = "".join(text.split()).casefold()
    for found, usual in _SPELLINGS:
        folded = folded.replace(found, usual)
    return folded


@lru_cache(maxsize=4096)
def unit_of(analyte: Analyte, text: str) -> str | None:
    """The analyte's unit that ``text`` spells (``mg/dl``, ``µmol/l``, ``mg/24 h``).

    Case, blanks and usual spellings are forgiven; None for a unit that does not belong. Only
    the analyte's own units are compared, so no spelling can become another unit.
    """
    spelled = text.strip()
    if spelled in analyte.units:
        return spelled
    folded = _folded_unit(spelled)
    return next((unit for unit in analyte.units if _folded_unit(unit) == folded), None)


def quantity_of(lab: LabResult) -> Quantity | None:
    """The result as entered, its unit in the usual spelling; None for a flag alone."""
    value = number(lab.value)
    if value is None:
        return None
    analyte, unit = analyte_named(lab.analyte), lab.unit.strip()
    if analyte is not None:
        unit = unit_of(analyte, unit) or unit
    return Quantity(value, unit, lab.comparator.strip())


def canonical_quantity(lab: LabResult) -> Quantity | None:
    """The result in its analyte's canonical unit.

    None for a flag alone, for an analyte that the vocabulary lacks, and for a unit without
    a conversion.
    """
    analyte, quantity = analyte_named(lab.analyte), quantity_of(lab)
    if analyte is None or quantity is None:
        return None
    return converted(quantity, analyte, analyte.unit)
