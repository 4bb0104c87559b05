"""FHIR Observations as rows of ours: results, body sizes, sizes of masses, events, variants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.analytes import NUMBER, analyte_named
from desktop.domain.language import say
from desktop.exchange.fhir_parts import (
    Entry,
    Node,
    Unfit,
    codings,
    decimal,
    has_code,
    loinc,
    node,
    nodes,
    notes_of,
    own_cells,
    own_code,
    period_or_time,
    said,
    status_of,
    text,
)
from desktop.exchange.keyed import WITHDRAWN, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, dict[str, str]]
"""The name of a table, and a row of it without the patient."""

_FLAGS = {"L": "low", "LL": "low", "LU": "low", "N": "normal", "H": "high", "HH": "high"} | {
    "HU": "high"
}
_BODY = {
    "8302-2": "height_cm",
    "3137-7": "height_cm",
    "29463-7": "weight_kg",
    "3141-9": "weight_kg",
}
_BODY_UNITS = {"height_cm": ("cm",), "weight_kg": ("kg",)}
_STATUSES = {
    "registered": 0,
    "preliminary": 1,
    "final": 2,
    "amended": 3,
    "corrected": 3,
    "cancelled": 4,
    "entered-in-error": 5,
    "unknown": 0,
}
_NO_PLACE = frozenset({"vital-signs", "social-history", "survey", "activity", "therapy", "imaging"})
_WORDS_WITH_NUMBER = re.compile(r"\s*(<=|>=|<|>|)\s*(\S+)(?:\s+(\S.*))?\s*")


class Skipped(Exception):  # noqa: N818 - counted, not a fault
    """A sound Observation of a kind that the registry has no place for."""


def observation(entry: Entry, fallback_time: str) -> Iterator[Row]:
    """The rows that an Observation makes; ``fallback_time`` is that of its report.

    Raises Skipped for a kind without a place here, Unfit for one that cannot be read.
    """
    body = entry.body
    if status_of(body) not in _STATUSES:
        raise Unfit(say("“{status}” is no status of a result", status=status_of(body)[:40]))
    kind = own_code(body.get("code"), "observation")
    when = period_or_time(body, "effective") or fallback_time
    if kind:
        yield from _of_ours(kind, body, when)
        return
    components = nodes(body.get("component"))
    whole = loinc(body.get("code"))
    column = _BODY.get(whole)
    if column:
        yield "body", _body_size(body, column, when)
    elif _has_place(body, whole):
        yield "labs", _lab(entry, body, whole, when, place=0)
    found = 0
    for place, component in enumerate(components, start=1):
        code = loinc(component.get("code"))
        if analyte_named(code) or (_is_laboratory(body) and code and "value" in _kinds(component)):
            found += 1
            yield "labs", _lab(entry, body | component, code, when, place=place)
    if not column and not found and not _has_place(body, whole):
        raise Skipped


def _kinds(body: Node) -> str:
    return "value" if any(name.startswith("value") for name in body) else ""


def _is_laboratory(body: Node) -> bool:
    return any(has_code(one, "laboratory") for one in nodes(body.get("category")))


def _has_place(body: Node, code: str) -> bool:
    own = own_code(body.get("code"), "analyte")
    if own or analyte_named(code) or own_cells(body).keys() & {"analyte", "state"}:
        return bool(_kinds(body)) or not nodes(body.get("component"))
    categories = {c for one in nodes(body.get("category")) for _, c, _ in codings(one)}
    if not code or categories & _NO_PLACE or not _kinds(body):
        return False
    is_number = "valueQuantity" in body
    return is_number and ("laboratory" in categories or not categories)


def _lab(entry: Entry, body: Node, code: str, when: str, *, place: int) -> dict[str, str]:
    status = status_of(body)
    cells = {
        "analyte": own_code(body.get("code"), "analyte") or code or said(body.get("code")),
        "when": when,
        "specimen": text(node(body.get("specimen")).get("display")),
        "method": said(body.get("method")),
        "note": notes_of(body),
    }
    if flag := next((f for i in nodes(body.get("interpretation")) if (f := _flag(i))), ""):
        cells["flag"] = flag
    cells |= _value(body, cells)
    own = own_cells(body)
    cells |= _range(body, own.get("unit") or cells.get("unit", ""))
    if status == "preliminary":
        cells["note"] = "\n".join(part for part in (cells["note"], say("preliminary")) if part)
    cells |= own
    name = _name_of(entry)
    key = f"fhir|{name}|{place}|{cells['analyte']}|{when}" if name else ""
    gone = status == "entered-in-error"
    if gone:
        cells = {k: v for k, v in cells.items() if k in {"analyte", "when", "specimen"}}
        cells |= {"state": "not_measured", "note": say("taken back by the laboratory")}
    return cells | {
        "source_key": key,
        "source_version": f"{_STATUSES[status]}|{text(body.get('issued'))}",
        "source_digest": WITHDRAWN if gone else digest(cells),
    }


def _name_of(entry: Entry) -> str:
    for one in nodes(entry.body.get("identifier")):
        if value := text(one.get("value")):
            return f"{text(one.get('system'))}|{value}"
    return entry.address if entry.address.startswith("urn:uuid:") else entry.id


def _flag(interpretation: Node) -> str:
    return next((_FLAGS[c] for _, c, _ in codings(interpretation) if c in _FLAGS), "")


def quantity(found: object) -> tuple[str, str, str]:
    """Number, comparator and unit of a Quantity, digits as they stand."""
    part = node(found)
    value = own_cells(part).get("value") or decimal(part.get("value"))
    comparator = text(part.get("comparator"))
    if comparator and comparator not in {"<", "<=", ">", ">="}:
        raise Unfit(say("“{found}” is no comparator", found=comparator[:20]))
    unit = text(part.get("unit")) or text(part.get("code"))
    return value, comparator, "" if unit == "1" and not part.get("code") else unit


def _value(body: Node, cells: dict[str, str]) -> dict[str, str]:
    if "valueQuantity" in body:
        part = node(body["valueQuantity"])
        value, comparator, unit = quantity(part)
        if value:
            return {"value": value, "comparator": comparator, "unit": _unit(part, unit, cells)}
    words = text(body.get("valueString")) or said(body.get("valueCodeableConcept"))
    if words:
        return _from_words(words, cells)
    status = status_of(body)
    if status in {"registered", "preliminary"}:
        return {"state": "pending", "flag": ""}
    if status == "cancelled" or "dataAbsentReason" in body:
        reason = "" if own_cells(body).get("state") else said(body.get("dataAbsentReason"))
        note = "\n".join(part for part in (cells["note"], reason) if part)
        return {"state": "not_measured", "flag": "", "note": note}
    if cells.get("flag"):
        return {}
    raise Unfit(say("no result in it"))


def _unit(part: Node, unit: str, cells: dict[str, str]) -> str:
    """The unit as it is printed, or its UCUM code where only that one is of the analyte."""
    from desktop.domain.analytes import unit_of

    analyte, ucum = analyte_named(cells["analyte"]), text(part.get("code"))
    if analyte is None or unit_of(analyte, unit) or not ucum:
        return unit
    return ucum if unit_of(analyte, ucum) else unit


def _from_words(words: str, cells: dict[str, str]) -> dict[str, str]:
    found = _WORDS_WITH_NUMBER.fullmatch(words)
    if found and NUMBER.fullmatch(found[2]):
        return {"value": found[2], "comparator": found[1], "unit": (found[3] or "").strip()}
    if cells.get("flag"):
        note = "\n".join(part for part in (cells["note"], words) if part)
        return {"note": note}
    raise Unfit(say("the result is words, not a number: {words}", words=words[:80]))


def _range(body: Node, unit: str) -> dict[str, str]:
    """The interval of the laboratory; one in another unit goes into the note."""
    usual = [one for one in nodes(body.get("referenceRange")) if _is_usual(one)]
    if len(usual) != 1:
        return {}
    low, _, low_unit = quantity(usual[0].get("low"))
    high, _, high_unit = quantity(usual[0].get("high"))
    units = {one for one in (low_unit, high_unit) if one}
    if units and units != {unit}:
        return {}
    return {"ref_low": low, "ref_high": high}


def _is_usual(one: Node) -> bool:
    kind = one.get("type")
    return kind is None or has_code(kind, "normal")


def _body_size(body: Node, column: str, when: str) -> dict[str, str]:
    if status_of(body) in {"entered-in-error", "cancelled"}:
        raise Unfit(say("taken back or not done"))
    value, comparator, unit = quantity(body.get("valueQuantity"))
    if not value:
        raise Unfit(say("no result in it"))
    if unit not in _BODY_UNITS[column] or comparator:
        accepted = ", ".join(_BODY_UNITS[column])
        raise Unfit(
            say("{unit} is not read here; accepted: {accepted}", unit=unit, accepted=accepted)
        )
    return {"when": when, column: value, "note": notes_of(body)} | own_cells(body)


def _of_ours(kind: str, body: Node, when: str) -> Iterator[Row]:
    """What an export of this program made of a mass size, an event or a variant."""
    cells = {"when": when, "note": notes_of(body)} | own_cells(body)
    parts = nodes(body.get("component"))
    if kind == "mass_size":
        cells["modality"] = own_code(body.get("method"), "modality")
        if own_code(body.get("valueCodeableConcept"), "mass-state"):
            cells["not_detectable"] = "yes"
        for part in parts:
            name = own_code(part.get("code"), "mass-size") or own_code(
                part.get("code"), "mass-state"
            )
            number = quantity(part.get("valueQuantity"))[0]
            cells[name] = number or own_code(part.get("valueCodeableConcept"), name)
        yield "mass_measurements", cells
    elif kind == "body_size":
        for part in parts:
            cells[own_code(part.get("code"), "body-size")] = quantity(part.get("valueQuantity"))[0]
        yield "body", cells
    elif kind == "event":
        yield "events", cells | {"kind": own_code(body.get("valueCodeableConcept"), "event")}
    elif kind == "variant":
        for part in parts:
            name = own_code(part.get("code"), "variant")
            concept = part.get("valueCodeableConcept")
            coded = own_code(concept, "zygosity") if name == "zygosity" else said(concept)
            cells[name] = text(part.get("valueString")) or coded
        grades = [own_code(one, "classification") for one in nodes(body.get("interpretation"))]
        cells["classification"] = next((one for one in grades if one), "")
        cells.pop("when")
        yield "variants", cells
    else:
        raise Skipped
