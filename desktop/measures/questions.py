"""Questions to ask when a result is entered: likely slips of the unit, of the code, of a size.

A question never refuses a number; it is shown beside it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named, canonical_quantity, conversion
from desktop.domain.language import say
from desktop.domain.when import date_span, parse_when, shown
from desktop.measures.occasions import is_code_of_other_unit
from desktop.measures.wording import name_of, plain

if TYPE_CHECKING:
    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.domain.when import When

JUMP = (2.0, 4.2)
"""A change by this factor is what mg/dL taken for mmol/L looks like, or the reverse.

Phosphate 3.1, calcium 4.0, vitamin D 2.4 to 2.5, magnesium 2.4.
"""


@dataclass(frozen=True, slots=True, order=True)
class _Earlier:
    """A result met before: its days on the axis, its value in the canonical unit, its time."""

    last: float
    first: float
    value: float
    when: str


def questions(lab: LabResult, case: Case) -> tuple[str, ...]:
    """What to ask about one result: its code, and its unit in the light of earlier results."""
    analyte = analyte_named(lab.analyte)
    asked = (_code(lab, analyte) if analyte else "", unit_question(lab, case))
    return tuple(question for question in asked if question)


def unit_question(lab: LabResult, case: Case) -> str:
    """The question about a value 2 to 4 times the patient's last one, or empty.

    For an entry form: ``lab`` need not be among the records of ``case``; without a time it
    is compared with the results up to the day of looking.
    """
    met = LastResults()
    for earlier in case.results:
        if earlier.id != lab.id:
            met.add(earlier, case.birth)
    dated = lab if lab.when.strip() else replace(lab, when=case.as_of.isoformat())
    return met.question(dated, case.birth)


@dataclass(slots=True)
class LastResults:
    """The results met so far by patient and analyte, to compare the next one with."""

    _met: dict[tuple[str, str, str], list[_Earlier]] = field(default_factory=dict)

    def add(self, lab: LabResult, birth: When) -> None:
        """Take a result in; ``birth`` is the patient's date of birth, perhaps empty."""
        if placed := _placed(lab, birth):
            axis, one = placed
            insort(self._met.setdefault(axis, []), one)

    def question(self, lab: LabResult, birth: When) -> str:
        """What to ask about the unit of a result, before it is taken in; empty for nothing."""
        analyte, placed = analyte_named(lab.analyte), _placed(lab, birth)
        if analyte is None or placed is None:
            return ""
        axis, new = placed
        met = self._met.get(axis, [])
        before = bisect_left(met, new.first, key=lambda one: one.last)
        return _doubt(analyte, new.value, met[before - 1]) if before else ""


def _placed(lab: LabResult, birth: When) -> tuple[tuple[str, str, str], _Earlier] | None:
    """Whose and which results this one is compared with, and where it lies among them.

    None for what is never compared: no number or one with a comparator, an analyte without
    units of such a factor or of urine, where such changes are usual, an unknown time.
    """
    analyte = analyte_named(lab.analyte)
    if analyte is None or not _has_unit_of_such_a_factor(analyte):
        return None
    quantity, when = canonical_quantity(lab), parse_when(lab.when)
    if quantity is None or quantity.value <= 0 or quantity.comparator:
        return None
    span, axis = date_span(when, birth), "date"
    if span is None and when.kind == "age":
        span, axis = when.span, "age"
    if span is None:
        return None
    return (lab.patient, analyte.key, axis), _Earlier(
        span.last, span.first, quantity.value, lab.when
    )


def _doubt(analyte: Analyte, value: float, last: _Earlier) -> str:
    factor = max(value, last.value) / min(value, last.value)
    if not JUMP[0] <= factor <= JUMP[1]:
        return ""
    before = f"{plain(last.value)} {analyte.unit}, {shown(parse_when(last.when))}"
    return say(
        "{analyte} {value} {unit} differs from the last one ({before}) by a factor of {factor}:"
        " is the unit right?",
        analyte=name_of(analyte.key),
        value=plain(value),
        unit=analyte.unit,
        before=before,
        factor=f"{factor:.1f}",
    )


def _code(lab: LabResult, analyte: Analyte) -> str:
    if not is_code_of_other_unit(lab.analyte, lab.unit, analyte):
        return ""
    return say(
        "the code {code} is not the one for {unit}; the unit is trusted: is it right?",
        code=lab.analyte.strip(),
        unit=lab.unit.strip(),
    )


@cache
def _has_unit_of_such_a_factor(analyte: Analyte) -> bool:
    if analyte.key.startswith("urine_"):
        return False
    factors = [found.factor for unit in analyte.other_units if (found := conversion(analyte, unit))]
    return any(JUMP[0] <= max(factor, 1 / factor) <= JUMP[1] for factor in factors)
