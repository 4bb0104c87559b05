"""FHIR resources of what was measured in the laboratory: results, targets, body size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.exchange import to_codes
from desktop.exchange.to_fhir_parts import (
    INTERPRETATION,
    LOINC,
    Json,
    cells,
    coding,
    concept,
    notes,
    quantity,
    reference,
    resource,
    timed,
)

if TYPE_CHECKING:
    from desktop.domain import records as r

_FLAGS = {"low": "L", "high": "H", "normal": "N"}
_STATES = {"pending": "registered", "not_measured": "cancelled"}
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_KEPT = ("flag", "specimen", "fasting", "state", "hemolyzed", "on_binder", "dialysis")


def category(code: str) -> list[Json]:
    """The category of an Observation, of HL7's own."""
    return [{"coding": [{"system": _CATEGORY, "code": code}]}]


def analyte_code(cell: str, unit: str) -> Json:
    """What was measured: LOINC where it is certain for this unit, and our own key."""
    text = cell.strip()
    known = an.analyte_named(text)
    codings: list[Json] = []
    if code := to_codes.loinc(cell, unit):
        codings.append({"system": LOINC, "code": code})
    if known is not None:
        codings.append(coding("analyte", known.key))
    elif not codings:
        return {"text": text}
    return {"coding": codings, "text": an.analyte_label(cell)}


def lab(one: r.LabResult) -> Json:
    """One result as reported; a test without a result has a status that says so."""
    state = one.state.strip()
    part: Json = {
        "status": _STATES.get(state, "final"),
        "category": category("laboratory"),
        "code": analyte_code(one.analyte, one.unit),
        "subject": reference(one.patient),
        "note": notes(one.note),
    }
    unit = to_codes.ucum(one.analyte, one.unit)
    kept = [*_KEPT, *_spelled(one.analyte)]
    if an.number(one.value) is not None:
        part["valueQuantity"] = quantity(one.value, one.unit, unit, comparator=one.comparator)
    else:
        kept += ["value", "comparator", "unit"]
    if state == "not_measured":
        part["dataAbsentReason"] = {"coding": [{"system": _ABSENT, "code": "not-performed"}]}
    if flag := _FLAGS.get(one.flag.strip()):
        part["interpretation"] = [{"coding": [{"system": INTERPRETATION, "code": flag}]}]
    if one.method.strip():
        part["method"] = {"text": one.method}
    part["referenceRange"] = _range(one.ref_low, one.ref_high, one.unit, unit)
    time = timed(one.when, "effective")
    return resource("Observation", one.id, part, time, {"extension": cells(one, *kept)})


def _spelled(cell: str) -> tuple[str, ...]:
    """The analyte as it was entered, where its code would be read as another spelling of it."""
    known = an.analyte_named(cell.strip())
    return () if known is not None and known.key == cell else ("analyte",)


def _range(low: str, high: str, unit: str, code: str) -> list[Json]:
    limits = {"low": low, "high": high}
    found: Json = {
        name: quantity(cell, unit, code)
        for name, cell in limits.items()
        if an.number(cell) is not None
    }
    return [found] if found else []


def target(one: r.Target) -> Json:
    """The patient's own target for an analyte."""
    code = analyte_code(one.analyte, one.unit)
    unit = to_codes.ucum(one.analyte, one.unit)
    limits = _range(one.low, one.high, one.unit, unit)
    aim: Json = {"measure": code}
    if limits:
        aim["detailRange"] = limits[0]
    part: Json = {
        "lifecycleStatus": "active",
        "description": {"text": an.analyte_label(one.analyte)},
        "subject": reference(one.patient),
        "target": [aim],
        "note": notes(one.note),
    }
    kept = ("analyte",) if limits else ("analyte", "unit")
    time = timed(one.from_when, "start", column="from_when")
    if day := time.pop("startDateTime", None):
        part["startDate"] = str(day)[:10]
        is_cut = str(day) == one.from_when and len(one.from_when) > len("2000-01-01")
        time = {"extension": cells(one, "from_when")} if is_cut else time
    return resource("Goal", one.id, part, time, {"extension": cells(one, *kept)})


def body(one: r.BodySize) -> Json:
    """Height and weight of one time."""
    sizes = (("height_cm", one.height_cm, "cm"), ("weight_kg", one.weight_kg, "kg"))
    part: Json = {
        "status": "final",
        "category": category("vital-signs"),
        "code": concept("observation", "body_size"),
        "subject": reference(one.patient),
        "component": [
            {"code": concept("body-size", name), "valueQuantity": quantity(cell, unit, unit)}
            for name, cell, unit in sizes
            if an.number(cell) is not None
        ],
        "note": notes(one.note),
    }
    return resource(
        "Observation", one.id, part, timed(one.when, "effective"), {"extension": cells(one)}
    )
