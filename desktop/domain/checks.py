"""Checks of a record before it is kept: errors are impossible, warnings unlikely.

The same checks serve forms, grids and imports. A number is never refused for its size:
outside the plausible limits it is kept with a warning.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.domain import analytes as an
from desktop.domain import records as r
from desktop.domain import terms
from desktop.domain.columns import TABLES, Cell, Column, table_of
from desktop.domain.when import ACCEPTED, NotATime, parse_when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.when import When


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong or unlikely in one cell, with the rule and what would be accepted."""

    level: Literal["error", "warning"]
    column: str
    value: str
    rule: str
    accepted: str = ""

    @property
    def text(self) -> str:
        """The problem as a sentence for people."""
        shown = f"{self.column} {self.value!r}" if self.value else self.column
        ending = f" Accepted: {self.accepted}." if self.accepted else ""
        return f"{shown}: {self.rule}.{ending}"


def check(record: r.Record, patient: r.Patient | None = None) -> tuple[Problem, ...]:
    """The problems of one record; ``patient`` allows checks against birth and death.

    Cells that stand alone first, then what cells must be together, then times against the
    patient's own.
    """
    table = table_of(type(record))
    problems: list[Problem] = []
    for column in table.columns:
        problems.extend(check_cell(column, getattr(record, column.name)))
    if not any(problem.level == "error" for problem in problems):
        together = _TOGETHER.get(type(record))
        if together:
            problems.extend(together(record))
        if patient is not None:
            problems.extend(_times(record, patient))
    return tuple(problems)


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Only what must be mended before the record can be kept."""
    return tuple(problem for problem in problems if problem.level == "error")


def check_cell(column: Column, cell: str) -> Iterator[Problem]:
    """The problems of one cell by itself."""
    text = cell.strip()
    if not text:
        if column.required:
            yield Problem("error", column.name, "", "a value is required", _choices(column))
        return
    rule = _CELL_RULES.get(column.cell)
    if rule:
        yield from rule(column, text)


def _choices(column: Column) -> str:
    return ", ".join(column.choices)


def _choice(column: Column, text: str) -> Iterator[Problem]:
    if text not in column.choices:
        near = difflib.get_close_matches(text.casefold(), column.choices, 1)
        hint = f"not one of the choices; did you mean {near[0]!r}" if near else "not a choice"
        yield Problem("error", column.name, text, hint, _choices(column))


def _time(column: Column, text: str) -> Iterator[Problem]:
    try:
        when = parse_when(text)
    except NotATime:
        yield Problem("error", column.name, text, "not a time", ACCEPTED)
        return
    if column.name == "birth_date" and when.kind == "age":
        rule = "a birth date cannot be an age"
        yield Problem("error", column.name, text, rule, "a date, perhaps partial")
    elif when.kind == "age" and when.span.first > 130 * 365.25:
        yield Problem("error", column.name, text, "an age above 130 years", ACCEPTED)


def _number(column: Column, text: str) -> Iterator[Problem]:
    if an.number(text) is None:
        accepted = "a number with . as decimal mark"
        yield Problem("error", column.name, text, "not a number", accepted)


def _size(column: Column, text: str) -> Iterator[Problem]:
    value = an.number(text)
    if value is None:
        yield from _number(column, text)
    elif value <= 0:
        accepted = "a number above 0; for a mass that is gone, not_detectable = yes"
        yield Problem("error", column.name, text, "a size must be above 0", accepted)


def _feature(column: Column, text: str) -> Iterator[Problem]:
    if terms.feature(text):
        return
    if text.upper().startswith(("HP:", "HP_")):
        if not (text.startswith("HP:") and len(text) == 10 and text[3:].isdigit()):
            yield Problem("error", column.name, text, "not an HPO id", "HP: and seven digits")
        return
    yield Problem("warning", column.name, text, "free text, not used by the guidance")


def _analyte(column: Column, text: str) -> Iterator[Problem]:
    if an.analyte_named(text):
        return
    if an.LOINC.fullmatch(text):
        if not an.is_loinc(text):
            yield Problem("error", column.name, text, "LOINC check digit is wrong", "a LOINC code")
        else:
            rule = "a code unknown here: kept, not interpreted"
            yield Problem("warning", column.name, text, rule)


def _site(column: Column, text: str) -> Iterator[Problem]:
    if text not in terms.sites():
        yield Problem("warning", column.name, text, "not a site of the vocabulary: kept as text")


def _agent(column: Column, text: str) -> Iterator[Problem]:
    if text not in terms.treatments():
        yield Problem("warning", column.name, text, "free text, not used by the guidance")


_CELL_RULES: dict[Cell, Callable[[Column, str], Iterator[Problem]]] = {
    Cell.CHOICE: _choice,
    Cell.WHEN: _time,
    Cell.NUMBER: _number,
    Cell.SIZE: _size,
    Cell.FEATURE: _feature,
    Cell.ANALYTE: _analyte,
    Cell.SITE: _site,
    Cell.AGENT: _agent,
}


def _lab(lab: r.LabResult) -> Iterator[Problem]:
    value, unit, flag = lab.value.strip(), lab.unit.strip(), lab.flag.strip()
    if lab.state.strip():
        yield from _lab_state(lab)
        return
    if not value and not flag:
        yield Problem("error", "value", "", "a result needs a value with unit, or a flag alone")
    if not value and (unit or lab.comparator.strip()):
        rule = "a unit or comparator without a value"
        yield Problem("error", "value", "", rule, "a number, or no unit")
    if value:
        yield from _lab_value(lab)
    yield from _lab_range(lab)


def _lab_state(lab: r.LabResult) -> Iterator[Problem]:
    if lab.value.strip() or lab.flag.strip():
        rule = f"{lab.state.strip()}, yet there is a result"
        yield Problem("error", "state", lab.state, rule, "one or the other")


def _lab_value(lab: r.LabResult) -> Iterator[Problem]:
    analyte, unit = an.analyte_named(lab.analyte), lab.unit.strip()
    if analyte is None:
        if unit and not an.LOINC.fullmatch(lab.analyte.strip()):
            yield _unknown_analyte(lab)
        elif not an.LOINC.fullmatch(lab.analyte.strip()):
            rule = "an analyte unknown here: kept, not interpreted"
            yield Problem("warning", "analyte", lab.analyte, rule)
        return
    accepted = ", ".join(analyte.units)
    if not unit:
        yield Problem("error", "unit", "", "a value needs its unit", accepted)
    elif an.unit_of(analyte, unit) is None:
        yield Problem("error", "unit", unit, f"not a unit of {analyte.label}", accepted)
    else:
        yield from _lab_size(lab, analyte)
        yield from _lab_code(lab, analyte)


def _unknown_analyte(lab: r.LabResult) -> Problem:
    near = difflib.get_close_matches(lab.analyte.strip().casefold(), list(an.analytes()), 1)
    rule = "not an analyte of the vocabulary"
    hint = f"{near[0]}, " if near else ""
    return Problem("error", "analyte", lab.analyte, rule, f"{hint}a vocabulary key or LOINC code")


def _lab_size(lab: r.LabResult, analyte: an.Analyte) -> Iterator[Problem]:
    quantity = an.canonical_quantity(lab)
    if quantity is None:
        return
    shown = f"{lab.value.strip()} {lab.unit.strip()}"
    low, high = analyte.plausible
    if not low <= quantity.value <= high:
        rule = f"outside {low:g} to {high:g} {analyte.unit}: unit or typing error"
        yield Problem("warning", "value", shown, rule)
    elif not analyte.query[0] <= quantity.value <= analyte.query[1]:
        yield Problem("warning", "value", shown, "unusual, please confirm")


def _lab_code(lab: r.LabResult, analyte: an.Analyte) -> Iterator[Problem]:
    """LOINC tells mass from molar codes; where code and unit disagree the unit is trusted."""
    code, unit = lab.analyte.strip(), lab.unit.strip()
    is_molar = "mol" in unit
    wrong = analyte.loinc_mass if is_molar else analyte.loinc_molar
    if code == wrong and analyte.loinc_mass and analyte.loinc_molar:
        kind = "mass" if is_molar else "molar"
        rule = f"a {kind} code with the unit {unit}; the unit is trusted"
        yield Problem("warning", "analyte", code, rule)


def _lab_range(lab: r.LabResult) -> Iterator[Problem]:
    low, high, value = an.number(lab.ref_low), an.number(lab.ref_high), an.number(lab.value)
    if low is not None and high is not None and low > high:
        yield Problem("error", "ref_low", lab.ref_low, "above ref_high", "low first, then high")
        return
    flag = lab.flag.strip()
    if value is None or not flag:
        return
    above, below = high is not None and value > high, low is not None and value < low
    if (above and flag != "high") or (below and flag != "low"):
        rule = "does not fit the printed interval: number and interval decide"
        yield Problem("warning", "flag", flag, rule)


def _measurement(measured: r.MassMeasurement) -> Iterator[Problem]:
    columns = ("length_mm", "width_mm", "depth_mm", "volume_ml")
    sizes = [name for name in columns if getattr(measured, name).strip()]
    if measured.not_detectable.strip() and sizes:
        rule = "not detectable, yet a size is given"
        yield Problem("error", sizes[0], getattr(measured, sizes[0]), rule, "one or the other")
    if not measured.not_detectable.strip() and not sizes:
        yield Problem("warning", "length_mm", "", "no size given: the mass counts as seen")
    pain = an.number(measured.pain)
    if pain is not None and not 0 <= pain <= 10:
        yield Problem("error", "pain", measured.pain, "pain is told from 0 to 10", "0 to 10")


def _treatment(treatment: r.Treatment) -> Iterator[Problem]:
    start, stop = parse_when(treatment.start_when), parse_when(treatment.stop_when)
    if start.kind == stop.kind and start and stop.span.last < start.span.first:
        yield Problem("error", "stop_when", treatment.stop_when, "before the start", "a later time")


def _variant(variant: r.Variant) -> Iterator[Problem]:
    gene = variant.gene.strip()
    if gene != gene.upper() and "orf" not in gene:
        yield Problem("warning", "gene", gene, "HGNC symbols of human genes are in capitals")


_TOGETHER: dict[type[r.Record], Callable[..., Iterator[Problem]]] = {
    r.LabResult: _lab,
    r.MassMeasurement: _measurement,
    r.Treatment: _treatment,
    r.Variant: _variant,
}


_WHEN_COLUMNS = {
    table.record: tuple(c.name for c in table.columns if c.cell is Cell.WHEN) for table in TABLES
}


def _times(record: r.Record, patient: r.Patient) -> Iterator[Problem]:
    birth, death = parse_when(patient.birth_date), parse_when(patient.death_when)
    if not birth and not death:
        return
    for name in _WHEN_COLUMNS[type(record)]:
        when = parse_when(getattr(record, name))
        if _is_before(when, birth) and name != "birth_date":
            rule = "before the birth of the patient"
            yield Problem("error", name, when.text, rule, f"a time from {birth.text} on")
        if _is_before(death, when) and name != "death_when":
            yield Problem("warning", name, when.text, "after the death of the patient")


def _is_before(one: When, other: When) -> bool:
    """True only where every reading of ``one`` lies before every reading of ``other``."""
    if not one or not other or one.kind != other.kind:
        return False
    return one.span.last < other.span.first
