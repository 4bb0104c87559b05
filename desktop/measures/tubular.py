"""Tubular phosphate handling from blood and spot urine of one occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.language import say
from desktop.measures import minerals
from desktop.measures.ages import age_in_years
from desktop.measures.blood import ids
from desktop.measures.occasions import Reading, combined, paired, remarks_on, turned
from desktop.measures.refusal import Refused
from desktop.measures.values import DerivedValue
from desktop.measures.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case
    from desktop.measures.occasions import Occasion

KENNY_GLEN = "Kenny-Glen"
DIRECT = "direct"
SPOT = "spot urine with blood"

_KEYS = ("urine_phosphate", "serum_phosphate", "creatinine", "urine_creatinine")
_DIRECTIONS = (-1, 1, -1, 1)


class Reabsorption(NamedTuple):
    """TRP of one set of samples as a fraction, with the comparator of its inputs."""

    when: str
    readings: tuple[Reading, ...]
    inputs: tuple[str, ...]
    fraction: float
    comparator: str
    note: str


def reabsorptions(occasion: Occasion) -> list[Reabsorption]:
    """TRP for each set of blood and spot urine of the occasion; Refused with the reason."""
    found = []
    for when, readings in paired(occasion, _KEYS):
        urine_phosphate, phosphate, creatinine, urine_creatinine = readings
        fraction = minerals.trp(
            serum_phosphate=phosphate.value,
            urine_phosphate=urine_phosphate.value,
            serum_creatinine=creatinine.value,
            urine_creatinine=urine_creatinine.value,
        )
        comparator = combined(readings, _DIRECTIONS)
        note = joined(occasion.note, _fasting(readings), remarks_on(readings))
        found.append(Reabsorption(when, readings, ids(readings), fraction, comparator, note))
    return found


def _fasting(readings: tuple[Reading, ...]) -> str:
    said = {one.lab.fasting.strip() for one in readings}
    if "no" in said:
        return say("not fasting: normal values are for fasting samples")
    return "" if said == {"yes"} else say("fasting not stated for every sample")


def trp_value(one: Reabsorption) -> DerivedValue:
    """TRP in percent."""
    up, sp, scr, ucr = (reading.shown for reading in one.readings)
    percent = 100 * one.fraction
    return _value(
        one,
        percent,
        unit="%",
        method=SPOT,
        comparator=one.comparator,
        formula=f"1 − ({up} × {scr}) / ({sp} × {ucr}) = {one.comparator}{percent:.1f} %",
        note=say("judge it together with serum phosphate"),
    )


def fepi_value(one: Reabsorption) -> DerivedValue:
    """Fractional excretion of phosphate in percent: 100 - TRP."""
    percent = 100 * minerals.fepi(one.fraction)
    comparator = turned(one.comparator)
    formula = f"100 − {100 * one.fraction:.1f} = {comparator}{percent:.1f} %"
    return _value(
        one, percent, unit="%", method=SPOT, comparator=comparator, formula=formula, note=""
    )


def tmp_gfr_values(one: Reabsorption, case: Case) -> Iterator[DerivedValue]:
    """TmP/GFR (mg/dL) by both forms, that of this age last and named in its note.

    The direct form is the default below 19 years, Kenny and Glen from 19 years on. Raises
    Refused where the jump of Kenny and Glen leaves a result with a comparator open.
    """
    chosen = default_method(case, one.when)
    methods = [DIRECT, KENNY_GLEN]
    if chosen == DIRECT:
        methods.reverse()
    for method in methods:
        yield _kenny_glen(one, chosen) if method == KENNY_GLEN else _direct(one, chosen)


def default_method(case: Case, when: str) -> str:
    """The form of TmP/GFR for the age at sampling; empty where the age is not known enough."""
    ages = age_in_years(case, when)
    if ages is None:
        return ""
    if ages[1] < minerals.DIRECT_BELOW_YEARS:
        return DIRECT
    return KENNY_GLEN if ages[0] >= minerals.DIRECT_BELOW_YEARS else ""


def _direct(one: Reabsorption, chosen: str) -> DerivedValue:
    phosphate = one.readings[1]
    value = minerals.tmp_gfr_direct(phosphate.value, one.fraction)
    formula = f"{one.fraction:.4f} × {phosphate.shown} = {one.comparator}{value:.2f} mg/dL"
    return _value(
        one,
        value,
        unit="mg/dL",
        method=DIRECT,
        comparator=one.comparator,
        formula=formula,
        note=_default_note(DIRECT, chosen),
    )


def _kenny_glen(one: Reabsorption, chosen: str) -> DerivedValue:
    phosphate, alpha = one.readings[1], minerals.kenny_glen_alpha(one.fraction)
    if _is_open(one.fraction, alpha, one.comparator):
        message = say("Kenny-Glen jumps at a TRP of 86 %, so the comparator leaves the value open")
        raise Refused(message)
    value = minerals.tmp_gfr_kenny_glen(phosphate.value, one.fraction)
    rule = (
        f"0.3 × {one.fraction:.4f} / (1 − 0.8 × {one.fraction:.4f})"
        if one.fraction > minerals.TRP_LIMIT
        else f"{one.fraction:.4f}"
    )
    near = abs(one.fraction - minerals.TRP_LIMIT) < 0.015
    return _value(
        one,
        value,
        unit="mg/dL",
        method=KENNY_GLEN,
        comparator=one.comparator,
        formula=f"{rule} × {phosphate.shown} = {one.comparator}{value:.2f} mg/dL",
        note=joined(
            _default_note(KENNY_GLEN, chosen),
            say("near TRP 86 % the rule jumps by 4 %: small steps there are artifacts")
            if near
            else "",
        ),
    )


def _is_open(fraction: float, alpha: float, comparator: str) -> bool:
    """True where values beyond the bound may lie on either side of the computed one."""
    after_jump = 0.3 * minerals.TRP_LIMIT / (1 - 0.8 * minerals.TRP_LIMIT)
    if comparator.startswith(">"):
        return after_jump < alpha and fraction <= minerals.TRP_LIMIT
    if comparator.startswith("<"):
        return fraction > minerals.TRP_LIMIT > alpha
    return False


def _default_note(method: str, chosen: str) -> str:
    if not chosen:
        return say("age not known well enough to prefer one form")
    if method == chosen:
        is_direct = method == DIRECT
        return say("the form used under 19 y") if is_direct else say("the form used from 19 y")
    return say("for comparison; the form used at this age is {form}", form=say(chosen))


def _value(
    one: Reabsorption,
    value: float,
    *,
    unit: str,
    method: str,
    comparator: str,
    formula: str,
    note: str,
) -> DerivedValue:
    return DerivedValue(
        when=one.when,
        value=value,
        unit=unit,
        method=method,
        comparator=comparator,
        inputs=one.inputs,
        formula=formula,
        note=joined(note, one.note),
    )
