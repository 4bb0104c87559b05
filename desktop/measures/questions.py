"""Questions to ask when a result is entered: likely slips of the unit, of the code, of a size.

A question never refuses a number; it is shown beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named, canonical_quantity, conversion
from desktop.domain.when import parse_when, shown
from desktop.measures.occasions import is_code_of_other_unit
from desktop.measures.wording import name_of, plain

if TYPE_CHECKING:
    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult

JUMP = (2.0, 4.2)
"""A change by this factor is what mg/dL taken for mmol/L looks like, or the reverse.

Phosphate 3.1, calcium 4.0, vitamin D 2.4 to 2.5, magnesium 2.4.
"""


def questions(lab: LabResult, case: Case) -> tuple[str, ...]:
    """What to ask about one result, in the light of the patient's earlier ones."""
    analyte, quantity = analyte_named(lab.analyte), canonical_quantity(lab)
    if analyte is None or quantity is None:
        return ()
    asked = (_code(lab, analyte), _jump(lab, quantity.value, analyte, case))
    return tuple(question for question in asked if question)


def _code(lab: LabResult, analyte: Analyte) -> str:
    if not is_code_of_other_unit(lab, analyte):
        return ""
    return (
        f"the code {lab.analyte.strip()} is not the one for {lab.unit.strip()};"
        " the unit is trusted: is it right?"
    )


def _jump(lab: LabResult, value: float, analyte: Analyte, case: Case) -> str:
    if value <= 0 or not _has_unit_of_such_a_factor(analyte):
        return ""
    place, last = case.place(lab.when), None
    for earlier in case.labs_of(analyte.key):
        span, quantity = case.place(earlier.when), canonical_quantity(earlier)
        if earlier.id == lab.id or span is None or quantity is None or quantity.value <= 0:
            continue
        if place is None or span.last < place.first:
            last = earlier, quantity.value
    if last is None:
        return ""
    factor = max(value, last[1]) / min(value, last[1])
    if not JUMP[0] <= factor <= JUMP[1]:
        return ""
    before = f"{plain(last[1])} {analyte.unit}, {shown(parse_when(last[0].when))}"
    return (
        f"{name_of(analyte.key)} {plain(value)} {analyte.unit} differs from the last one"
        f" ({before}) by a factor of {factor:.1f}: is the unit right?"
    )


def _has_unit_of_such_a_factor(analyte: Analyte) -> bool:
    factors = [found.factor for unit in analyte.other_units if (found := conversion(analyte, unit))]
    return any(JUMP[0] <= max(factor, 1 / factor) <= JUMP[1] for factor in factors)
