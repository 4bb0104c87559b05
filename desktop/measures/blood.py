"""Values computed from the blood results of one occasion: the product, corrected calcium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import quantity_of
from desktop.domain.language import say
from desktop.measures import minerals
from desktop.measures.occasions import Reading, combined, paired, remarks_on
from desktop.measures.values import DerivedValue
from desktop.measures.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.measures.occasions import Occasion

UNCORRECTED = "total calcium, uncorrected"
CORRECTED = "corrected calcium as reported"
PAYNE = "albumin-corrected, Payne 1973"
_LOW_FILTRATION = 60.0


def product_values(occasion: Occasion) -> Iterator[DerivedValue]:
    """Calcium x phosphate of one occasion, mg2/dL2, from total calcium.

    Reported corrected calcium serves only where no total calcium was reported, and says so.
    Raises Refused with the reason.
    """
    calcium_key, method = "serum_calcium_total", UNCORRECTED
    if calcium_key not in occasion.entries and "serum_calcium_corrected" in occasion.entries:
        calcium_key, method = "serum_calcium_corrected", CORRECTED
    for when, readings in paired(occasion, ("serum_phosphate", calcium_key)):
        phosphate, calcium = readings
        value = minerals.calcium_phosphate_product(calcium.value, phosphate.value)
        comparator = combined(readings, (1, 1))
        yield DerivedValue(
            when=when,
            value=value,
            unit="mg2/dL2",
            method=method,
            comparator=comparator,
            inputs=ids(readings),
            formula=f"{calcium.shown} × {phosphate.shown} = {comparator}{value:.1f} mg²/dL²",
            note=joined(
                occasion.note,
                remarks_on(readings),
                say("historical marker, no decision threshold: judge calcium, phosphate and PTH"),
            ),
        )


def days_of_low_filtration(rates: Iterable[DerivedValue]) -> frozenset[str]:
    """The times at which an estimate lies below 60: there the correction is not to be used."""
    return frozenset(_day(value.when) for value in rates if value.value < _LOW_FILTRATION)


def _day(when: str) -> str:
    """The day of a date-time, any other time as it is."""
    return when if when.startswith("P") else when[:10]


def corrected_values(occasion: Occasion, low_filtration: frozenset[str]) -> Iterator[DerivedValue]:
    """Calcium corrected for albumin of one occasion, mg/dL, in the form of the entered unit.

    ``low_filtration`` are the times at which the correction is not to be relied on. Raises
    Refused with the reason.
    """
    for when, readings in paired(occasion, ("serum_calcium_total", "albumin")):
        value, formula = _corrected(*readings)
        comparator = combined(readings, (1, -1))
        if comparator:
            formula = formula.replace("= ", f"= {comparator}")
        yield DerivedValue(
            when=when,
            value=value,
            unit="mg/dL",
            method=PAYNE,
            comparator=comparator,
            inputs=ids(readings),
            formula=formula,
            note=joined(
                occasion.note,
                remarks_on(readings),
                _limits(occasion, readings[1], is_low=_day(when) in low_filtration),
            ),
        )


def _corrected(calcium: Reading, albumin: Reading) -> tuple[float, str]:
    entered = quantity_of(calcium.lab)
    if entered and entered.unit == "mmol/L":
        albumin_g_l = albumin.value * 10
        molar = minerals.corrected_calcium_mmol_l(entered.value, albumin_g_l)
        value = molar * calcium.value / entered.value
        return value, (
            f"{entered.value:.4g} + 0.02 × (40 − {albumin_g_l:.3g})"
            f" = {molar:.3g} mmol/L ({value:.3g} mg/dL)"
        )
    value = minerals.corrected_calcium_mg_dl(calcium.value, albumin.value)
    return value, f"{calcium.value:.4g} + 0.8 × (4.0 − {albumin.value:.3g}) = {value:.3g} mg/dL"


def _limits(occasion: Occasion, albumin: Reading, *, is_low: bool) -> str:
    is_purple = any(word in albumin.lab.method.casefold() for word in ("purple", "bcp"))
    return joined(
        say("ionized calcium of the same occasion is recorded: prefer it")
        if "serum_calcium_ionised" in occasion.entries
        else "",
        say("eGFR below 60: uncorrected calcium is the better guide") if is_low else "",
        say("albumin by bromocresol purple, the formula is for bromocresol green")
        if is_purple
        else "",
    )


def ids(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The ids of the records behind these readings."""
    return tuple([one.lab.id for one in readings])
