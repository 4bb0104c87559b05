"""The rows of the results table: what was measured and what was calculated, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, figure, range_text, unit_text
from desktop.charts.readings import FLAGS, limits_in, read_result
from desktop.domain.analytes import Quantity, analyte_named, analytes, converted
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.readings import Reading
    from desktop.domain.case import Case
    from desktop.measures.values import Derived, DerivedValue, Verdict

FIRST = (
    "serum_phosphate",
    "serum_calcium_total",
    "serum_calcium_corrected",
    "serum_calcium_ionised",
    "calcium_phosphate_product",
    "1_25_oh2_vitamin_d",
    "25_oh_vitamin_d",
    "pth",
    "fgf23_intact",
    "fgf23_c_terminal",
    "trp",
    "fepi",
    "tmp_gfr",
    "alp",
    "creatinine",
    "egfr",
)
"""The analytes that open the table; the others follow in the order of the vocabulary."""

NAMES = {
    "serum_phosphate": "Phosphate",
    "serum_calcium_ionised": "Calcium, ionized",
    "serum_calcium_corrected": "Calcium, corrected for albumin",
    "calcium_phosphate_product": "Ca × P",
    "1_25_oh2_vitamin_d": "1,25(OH)₂D",
    "25_oh_vitamin_d": "25-OH vitamin D",
    "pth": "PTH, intact",
    "trp": "TRP",
    "fepi": "Phosphate excretion (FEPi)",
    "egfr": "eGFR",
    "alp": "ALP",
    "hemoglobin": "Hemoglobin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One number or flag of one row at one time, ready to be printed."""

    when: str
    text: str
    flag: str
    verdict: Verdict
    range_text: str
    is_own_range: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One analyte, or one calculated value by one method (``which``), entries oldest first."""

    key: str
    name: str
    unit: str
    which: str = ""
    entries: tuple[Entry, ...]


def rank(key: str) -> tuple[int, int]:
    """The place of an analyte in the table, for sorting."""
    known = list(analytes())
    place = FIRST.index(key) if key in FIRST else len(FIRST)
    return place, known.index(key) if key in known else len(known)


def name_of(analyte: str) -> str:
    """An analyte for people, shorter than in the vocabulary where that is usual."""
    known = analyte_named(analyte)
    if known is None:
        return analyte
    return NAMES.get(known.key, known.label)


def measured(case: Case, units: str) -> Iterator[Row]:
    """One row per analyte (and unit, for those the vocabulary lacks), entries oldest first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for lab in sorted(case.labs, key=lambda lab: case.order(lab.when)):
        known = analyte_named(lab.analyte)
        key = known.key if known else lab.analyte.strip()
        unit = display_unit(known, units) if known else lab.unit.strip()
        reading = read_result(case, lab, unit=unit)
        found.setdefault((key, unit), []).append(_entry(reading))
    for (key, unit), entries in found.items():
        yield Row(key=key, name=name_of(key), unit=unit_text(unit), entries=tuple(entries))


def _entry(reading: Reading) -> Entry:
    judgement = reading.judgement
    text = reading.text or (f"{reading.lab.flag} (flag)" if reading.lab.flag else "no number")
    return Entry(
        when=reading.when,
        text=text,
        flag=reading.flag if reading.has_number else "",
        verdict=judgement.verdict,
        range_text=reading.range_text,
        is_own_range=bool(judgement.interval and judgement.interval.origin == "laboratory"),
    )


def calculated(case: Case, derived: Derived, units: str) -> Iterator[Row]:
    """One row per calculated value and method: methods are never mixed in a row."""
    for key, values in (
        ("calcium_phosphate_product", derived.calcium_phosphate_product),
        ("trp", derived.trp),
        ("fepi", derived.fepi),
        ("tmp_gfr", derived.tmp_gfr),
        ("egfr", derived.egfr),
        ("serum_calcium_corrected", derived.corrected_calcium),
    ):
        by_method: dict[str, list[DerivedValue]] = {}
        for value in values:
            by_method.setdefault(value.method, []).append(value)
        for method, own in by_method.items():
            which = f"calculated, {method}" if len(by_method) > 1 else "calculated"
            yield _calculated_row(case, key, which, own, units=units)


def _calculated_row(
    case: Case, key: str, which: str, values: Sequence[DerivedValue], *, units: str
) -> Row:
    unit = display_unit(analytes()[key], units)
    entries = []
    for value in sorted(values, key=lambda v: case.order(v.when)):
        quantity = Quantity(value.value, value.unit, value.comparator)
        other = converted(quantity, analytes()[key], unit)
        judgement = judge_value(value, key, case)
        low, high = limits_in(judgement, key, unit)
        entries.append(
            Entry(
                when=shown(parse_when(value.when)),
                text=_calculated_text(other, quantity),
                flag=FLAGS.get(judgement.verdict, ""),
                verdict=judgement.verdict,
                range_text=range_text(low, high),
                is_own_range=False,
            )
        )
    unit = unit_text(unit)
    return Row(key=key, name=name_of(key), which=which, unit=unit, entries=tuple(entries))


def _calculated_text(converted_value: Quantity | None, entered: Quantity) -> str:
    if converted_value is None:
        return f"{entered.comparator}{figure(entered.value)} {unit_text(entered.unit)}"
    return f"{converted_value.comparator}{figure(converted_value.value)}"
