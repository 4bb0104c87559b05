"""One patient as JSON: the records as they came, and the measures derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.exchange.csv_writing import cells_of

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.measures.values import Derived, DerivedValue, MassGrowth, NotComputed

Json = dict[str, object]

_QUANTITIES = (
    "calcium_phosphate_product",
    "trp",
    "fepi",
    "tmp_gfr",
    "egfr",
    "corrected_calcium",
    "mass_volume",
)


def patient_json(case: Case, derived: Derived) -> Json:
    """The object of ``show --json``; empty cells are left out of the records."""
    records = {
        table.name: [_filled(record, table) for record in getattr(case, table.name)]
        for table in CLINICAL
    }
    identity = _filled(case.identity, IDENTITIES) if case.identity else {}
    person = _filled(case.patient, PATIENTS) | identity
    return {
        "patient_id": case.patient.patient_id,
        "sex": case.patient.sex,
        "birth_date": case.patient.birth_date,
        "records": {"patients": [person], **records},
        "derived": derived_json(derived),
    }


def _filled(record: Record, table: Table) -> dict[str, str]:
    return {name: cell for name, cell in cells_of(record, table).items() if cell}


def derived_json(derived: Derived) -> Json:
    """The ``derived`` part: every value with unit, time and method; refusals with reasons."""
    values: Json = {
        name: [_value(value) for value in getattr(derived, name)] for name in _QUANTITIES
    }
    values["mass_growth"] = [_growth(growth) for growth in derived.mass_growth]
    values["not_computed"] = [_refusal(refusal) for refusal in derived.not_computed]
    return values


def _value(value: DerivedValue) -> Json:
    shown: Json = {
        "when": value.when,
        "value": value.value,
        "unit": value.unit,
        "method": value.method,
    }
    for name in ("comparator", "mass_id", "formula", "note"):
        if getattr(value, name):
            shown[name] = getattr(value, name)
    return shown


def _growth(growth: MassGrowth) -> Json:
    interval = growth.ci95_percent_per_year
    shown: Json = {
        "mass_id": growth.mass_id,
        "method": growth.method,
        "state": growth.state,
        "doubling_time_days": growth.doubling_time_days,
        "percent_per_year": growth.percent_per_year,
        "ci95_percent_per_year": list(interval) if interval else None,
        "n": growth.n,
        "series": growth.series,
    }
    if growth.reason:
        shown["reason"] = growth.reason
    return shown


def _refusal(refusal: NotComputed) -> Json:
    shown: Json = {"quantity": refusal.quantity, "reason": refusal.reason}
    if refusal.when:
        shown["when"] = refusal.when
    if refusal.times:
        shown |= {"count": refusal.count, "times": list(refusal.times)}
    if refusal.mass_id:
        shown["mass_id"] = refusal.mass_id
    return shown
