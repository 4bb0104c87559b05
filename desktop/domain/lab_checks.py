"""Checks of a laboratory result: number, unit, code, flag and range must fit together."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain.language import say
from desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.records import LabResult


def lab_problems(lab: LabResult) -> Iterator[Problem]:
    """The problems of a result whose cells are each sound by themselves."""
    value, unit, flag = lab.value.strip(), lab.unit.strip(), lab.flag.strip()
    if lab.state.strip():
        yield from _state(lab)
        return
    if not value and not flag:
        rule = say("a result needs a value with unit, or a flag alone")
        yield Problem("error", "value", "", rule)
    if not value and (unit or lab.comparator.strip()):
        rule = say("a unit or comparator without a value")
        yield Problem("error", "value", "", rule, say("a number, or no unit"))
    if value:
        yield from _value(lab)
    yield from _range(lab)


def _state(lab: LabResult) -> Iterator[Problem]:
    """A result that is awaited, or was never to be had, has nothing that reads as a result."""
    if any(cell.strip() for cell in (lab.value, lab.comparator, lab.flag)):
        rule = say("marked as not there, yet there is a result")
        yield Problem("error", "state", lab.state, rule, say("one or the other"))


def _value(lab: LabResult) -> Iterator[Problem]:
    analyte, unit = an.analyte_named(lab.analyte), lab.unit.strip()
    if analyte is None:
        if an.LOINC.fullmatch(lab.analyte.strip()):
            return
        if unit:
            yield _unknown_analyte(lab)
        else:
            rule = say("an analyte unknown here: kept, not interpreted")
            yield Problem("warning", "analyte", lab.analyte, rule)
        return
    accepted = ", ".join(analyte.units)
    if not unit:
        yield Problem("error", "unit", "", say("a value needs its unit"), accepted)
    elif an.unit_of(analyte, unit) is None:
        rule = say("not a unit of {analyte}", analyte=analyte.label)
        yield Problem("error", "unit", unit, rule, accepted)
    else:
        yield from _size(lab, analyte)
        yield from _code(lab, analyte)


def _unknown_analyte(lab: LabResult) -> Problem:
    near = difflib.get_close_matches(lab.analyte.strip().casefold(), list(an.analytes()), 1)
    accepted = say("a vocabulary key or LOINC code")
    if near:
        accepted = f"{near[0]}, {accepted}"
    return Problem(
        "error", "analyte", lab.analyte, say("not an analyte of the vocabulary"), accepted
    )


def _size(lab: LabResult, analyte: an.Analyte) -> Iterator[Problem]:
    quantity = an.canonical_quantity(lab)
    if quantity is None:
        return
    shown = f"{lab.value.strip()} {lab.unit.strip()}"
    low, high = analyte.plausible
    if not low <= quantity.value <= high:
        rule = say(
            "outside {low} to {high} {unit}: unit or typing error",
            low=f"{low:g}",
            high=f"{high:g}",
            unit=analyte.unit,
        )
        yield Problem("warning", "value", shown, rule)
    elif not analyte.query[0] <= quantity.value <= analyte.query[1]:
        yield Problem("warning", "value", shown, say("unusual, please confirm"))


def _code(lab: LabResult, analyte: an.Analyte) -> Iterator[Problem]:
    """LOINC tells mass from molar codes; where code and unit disagree the unit is trusted."""
    code, unit = lab.analyte.strip(), lab.unit.strip()
    is_molar = "mol" in unit
    wrong = analyte.loinc_mass if is_molar else analyte.loinc_molar
    if code == wrong and analyte.loinc_mass and analyte.loinc_molar:
        if is_molar:
            rule = say("a mass code with the unit {unit}; the unit is trusted", unit=unit)
        else:
            rule = say("a molar code with the unit {unit}; the unit is trusted", unit=unit)
        yield Problem("warning", "analyte", code, rule)


def _range(lab: LabResult) -> Iterator[Problem]:
    low, high, value = an.number(lab.ref_low), an.number(lab.ref_high), an.number(lab.value)
    if low is not None and high is not None and low > high:
        accepted = say("low first, then high")
        yield Problem("error", "ref_low", lab.ref_low, say("above ref_high"), accepted)
        return
    flag = lab.flag.strip()
    if value is None or not flag:
        return
    above, below = high is not None and value > high, low is not None and value < low
    if (above and flag != "high") or (below and flag != "low"):
        rule = say("does not fit the printed interval: number and interval decide")
        yield Problem("warning", "flag", flag, rule)
