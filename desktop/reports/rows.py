"""The rows of the results table: what was measured and what was calculated, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, figure, range_text, unit_text
from desktop.charts.readings import FLAGS, limits_in, read_result
from desktop.domain.analytes import Quantity, analyte_named, analytes, converted
from desktop.domain.language import mark, say
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
    "tmp_gfr",
    "creatinine",
    "egfr",
    "alp",
    "bicarbonate",
    "potassium",
)
"""The analytes that open the table; the others follow in the order of the vocabulary."""

_ON_ACETAZOLAMIDE = frozenset({"bicarbonate", "potassium"})
_OUT_OF_RANGE: frozenset[Verdict] = frozenset({"low", "high", "borderline"})

UNDATED = "not dated"
CALCULATED = mark("calculated")

NAMES = {
    "serum_phosphate": "Phosphate",
    "serum_calcium_ionised": "Calcium, ionized",
    "serum_calcium_corrected": "Calcium, corrected",
    "calcium_phosphate_product": "Ca × P",
    "1_25_oh2_vitamin_d": "1,25(OH)₂D",
    "25_oh_vitamin_d": "25-OH vitamin D",
    "pth": "PTH, intact",
    "trp": "TRP",
    "fepi": "Phosphate excretion (FEPi)",
    "egfr": "eGFR",
    "alp": "ALP",
    "creatinine": "Creatinine",
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
    is_flag_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One analyte, or one calculated value by one method (``which``), entries oldest first."""

    key: str
    name: str
    unit: str
    which: str = ""
    entries: tuple[Entry, ...]


def is_shown(row: Row, case: Case) -> bool:
    """True for the rows of the page: those always looked at, and any latest result out of range.

    An undated result may be the latest, so one out of range brings its row onto the page too.
    """
    if row.key in _ON_ACETAZOLAMIDE:
        is_core = any(t.agent.strip() == "acetazolamide" for t in case.treatments)
    else:
        is_core = row.key in FIRST
    last = row.entries[-1].when
    dated = [entry.when for entry in row.entries if entry.when != UNDATED]
    recent = {last, UNDATED, dated[-1] if dated else last}
    return is_core or any(
        entry.verdict in _OUT_OF_RANGE for entry in row.entries if entry.when in recent
    )


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
    return say(NAMES[known.key]) if known.key in NAMES else known.label


def measured(case: Case, units: str) -> Iterator[Row]:
    """One row per analyte (and unit, for those the vocabulary lacks), entries oldest first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for lab in sorted(case.results, key=lambda lab: case.order(lab.when)):
        known = analyte_named(lab.analyte)
        key = known.key if known else lab.analyte.strip()
        unit = display_unit(known, units) if known else lab.unit.strip()
        reading = read_result(case, lab, unit=unit)
        found.setdefault((key, unit), []).append(_entry(reading))
    for (key, unit), entries in found.items():
        yield Row(key=key, name=name_of(key), unit=unit_text(unit), entries=tuple(entries))


def _entry(reading: Reading) -> Entry:
    judgement = reading.judgement
    flag = reading.lab.flag
    text = reading.text or (say("{flag} (flag)", flag=say(flag)) if flag else say("no number"))
    return Entry(
        when=reading.when,
        text=text,
        flag=reading.flag if reading.has_number else "",
        verdict=judgement.verdict,
        range_text=reading.range_text,
        is_own_range=bool(judgement.interval and judgement.interval.origin == "laboratory"),
        is_flag_alone=not reading.text and bool(flag),
    )


def calculated(case: Case, derived: Derived, units: str) -> Iterator[Row]:
    """One row per calculated value and method: methods are never mixed in a row.

    Where one occasion has a value by several methods, only the last is taken: it is the one
    for the age. A patient whose age passes from one to another has a row for each.
    """
    for key, values in calculations(derived):
        by_age = {value.when: value.method for value in values}
        by_method: dict[str, list[DerivedValue]] = {}
        for value in values:
            if value.method == by_age[value.when]:
                by_method.setdefault(value.method, []).append(value)
        for method, own in by_method.items():
            which = method if key in _NAMED_BY_METHOD or len(by_method) > 1 else CALCULATED
            yield _calculated_row(case, key, which, own, units=units)


def calculations(derived: Derived) -> tuple[tuple[str, tuple[DerivedValue, ...]], ...]:
    """The calculated values by the key of their analyte, without those of masses."""
    return (
        ("calcium_phosphate_product", derived.calcium_phosphate_product),
        ("trp", derived.trp),
        ("fepi", derived.fepi),
        ("tmp_gfr", derived.tmp_gfr),
        ("egfr", derived.egfr),
        ("serum_calcium_corrected", derived.corrected_calcium),
    )


_NAMED_BY_METHOD = frozenset({"tmp_gfr", "egfr"})
"""Several methods are in use for these, so the row says which."""


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
