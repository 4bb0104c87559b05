"""The pieces that FHIR resources are made of: codings, quantities, times, references.

What FHIR has no element for goes into extensions under ``urn:calcinosis-registry``: the cell
as it was typed, under the name of its column.
"""

from __future__ import annotations

import re
import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain.when import NotATime, parse_when

if TYPE_CHECKING:
    from desktop.domain.records import Record

Json = dict[str, object]

BASE = "urn:calcinosis-registry"
CELL = f"{BASE}:cell:"
"""Beginning of the address of an extension that holds a cell; the column's name follows."""
EXTRA = f"{BASE}:extra"
AGE = f"{BASE}:age"
UCUM = "http://unitsofmeasure.org"
LOINC = "http://loinc.org"
HPO = "http://purl.obolibrary.org/obo/hp.owl"
INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"

_FHIR_TIME = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?", re.ASCII
)
_AGE = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, BASE)


def uuid_of(record_id: str) -> str:
    """The UUID of one of our ids."""
    try:
        return str(uuid.UUID(hex=record_id))
    except ValueError:
        return str(uuid.uuid5(_NAMESPACE, record_id))


def reference(record_id: str) -> Json:
    """A reference to the resource made of a record."""
    return {"reference": f"urn:uuid:{uuid_of(record_id)}"}


def cell_extension(column: str, cell: str) -> Json:
    """A cell as it stands."""
    return {"url": f"{CELL}{column}", "valueString": cell}


def blank_extension(column: str) -> Json:
    """A cell that is empty where other elements would make a reader think otherwise."""
    return {"url": f"{CELL}{column}", "extension": [{"url": "empty", "valueBoolean": True}]}


def exact_cells(record: Record, *columns: str) -> list[Json]:
    """Extensions with these cells as they stand, empty ones too."""
    found = [(name, getattr(record, name)) for name in columns]
    return [
        cell_extension(name, cell) if cell.strip() else blank_extension(name)
        for name, cell in found
    ]


def cells(record: Record, *columns: str) -> list[Json]:
    """Extensions with the filled cells of these columns, and of columns that no table knows."""
    found = [(name, getattr(record, name)) for name in columns]
    kept = [cell_extension(name, cell) for name, cell in found if cell.strip()]
    for name, cell in record.extra:
        inner = [{"url": "column", "valueString": name}, {"url": "cell", "valueString": cell}]
        if name.strip() and cell.strip():
            kept.append({"url": EXTRA, "extension": inner})
    return kept


def coding(kind: str, code: str, display: str = "") -> Json:
    """A coding in our own system of this kind."""
    found: Json = {"system": f"{BASE}:{kind}", "code": code}
    return found | {"display": display} if display else found


def concept(kind: str, code: str, text: str = "") -> Json:
    """A concept with one code of our own; a code that holds blanks goes as text alone."""
    stripped = code.strip()
    codable = bool(re.fullmatch(r"\S+(?: \S+)*", stripped))
    found: Json = {"coding": [coding(kind, stripped)]} if codable else {}
    return found | {"text": text or stripped}


def notes(*texts: str) -> list[Json]:
    """Annotations of the texts that are filled."""
    return [{"text": text} for text in texts if text.strip()]


def decimal(cell: str) -> Decimal | None:
    """The number in a cell with its digits; None for any other cell."""
    return Decimal(cell.strip()) if an.number(cell) is not None else None


def quantity(cell: str, unit: str, code: str, *, comparator: str = "") -> Json:
    """A quantity with the digits as written; the text beside it where JSON spells it otherwise."""
    value = decimal(cell)
    found: Json = {}
    if value is not None:
        found["value"] = value
        if str(value) != cell.strip():
            found["extension"] = [cell_extension("value", cell)]
    if comparator.strip():
        found["comparator"] = comparator.strip()
    if unit.strip():
        found["unit"] = unit.strip()
    if code:
        found |= {"system": UCUM, "code": code}
    return found


def age_quantity(text: str) -> Json | None:
    """An age as a FHIR Age; None for one that no single unit can tell, or that is zero."""
    found = _AGE.fullmatch(text.strip())
    if found is None:
        return None
    years, months, weeks, days = (int(part) if part else None for part in found.groups())
    if years is not None and months is not None:
        months, years = 12 * years + months, None
    given = [
        (n, u) for n, u in zip((years, months, weeks, days), _UNITS, strict=True) if n is not None
    ]
    if len(given) != 1 or given[0][0] == 0:
        return None
    number, (code, unit) = given[0]
    return {"value": Decimal(number), "unit": unit, "system": UCUM, "code": code}


_UNITS = (("a", "years"), ("mo", "months"), ("wk", "weeks"), ("d", "days"))


def fhir_time(cell: str) -> str:
    """The time as FHIR writes it, to the day where a time of day has no zone; empty for an age."""
    try:
        when = parse_when(cell)
    except NotATime:
        return ""
    if when.kind != "date":
        return ""
    text = cell.strip().replace(" ", "T")
    return text if _FHIR_TIME.fullmatch(text) else text[:10]


def timed(cell: str, element: str, *, column: str = "when", has_age: bool = False) -> Json:
    """The elements that tell a time: ``onsetDateTime``, ``onsetAge`` or an extension.

    ``has_age`` where the element may be an Age; elsewhere an age goes into an extension. The
    cell itself is beside what FHIR cannot spell the same.
    """
    if not cell.strip():
        return {}
    if text := fhir_time(cell):
        extension = [cell_extension(column, cell)] if text != cell else []
        return {f"{element}DateTime": text} | ({"extension": extension} if extension else {})
    found: Json = {"extension": [cell_extension(column, cell)]}
    age = age_quantity(cell)
    if age is not None and has_age:
        return found | {f"{element}Age": age}
    if age is not None:
        found["extension"] = [{"url": AGE, "valueAge": age}, cell_extension(column, cell)]
    return found


_CONTROL = re.compile(rb"\\\\|\\u00([01][0-9a-f])|\\[bf]")
_SHORT = {b"\\b": 0x08, b"\\f": 0x0C}


def without_controls(encoded: bytes) -> bytes:
    """JSON with a visible picture of each control character, which FHIR does not allow."""
    return _CONTROL.sub(_pictured, encoded) if b"\\" in encoded else encoded


def _pictured(found: re.Match[bytes]) -> bytes:
    whole, number = found.group(), found.group(1)
    if number is None and whole not in _SHORT:
        return whole  # a backslash
    code = int(number, 16) if number else _SHORT[whole]
    return chr(0x2400 + code).encode()


def resource(kind: str, record_id: str, *parts: Json) -> Json:
    """A resource of the parts; their extensions are put together, empty elements left out."""
    found: Json = {"resourceType": kind, "id": uuid_of(record_id)}
    extensions: list[object] = []
    for part in parts:
        inside = part.get("extension")
        if isinstance(inside, list):
            extensions += inside
        found |= {name: one for name, one in part.items() if name != "extension" and one}
    return found | ({"extension": extensions} if extensions else {})
