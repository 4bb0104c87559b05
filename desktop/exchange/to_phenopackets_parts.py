"""The pieces that phenopackets are made of: classes, times, quantities.

Phenopackets are written by our own code: the usual writer of the format leaves out every
zero, and a zero is a result. Pieces that come again and again are made once: nothing may be
changed in one.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain.when import NotATime, parse_when
from desktop.exchange.to_fhir_parts import Json, decimal

if TYPE_CHECKING:
    from desktop.domain.when import When

LOCAL = "CALCINOSIS"
"""Prefix of identifiers of our own."""

_CENSORED = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
_SCHEMA = "2.0"

_RESOURCES = {
    "HP": ("hp", "Human Phenotype Ontology", "http://purl.obolibrary.org/obo/hp.owl"),
    "LOINC": ("loinc", "LOINC", "https://loinc.org"),
    "UCUM": ("ucum", "UCUM", "https://ucum.org"),
    "OMIM": ("omim", "OMIM", "https://www.omim.org"),
    "ORPHA": ("orpha", "Orphanet", "https://www.orpha.net"),
    "MONDO": ("mondo", "Mondo Disease Ontology", "http://purl.obolibrary.org/obo/mondo.owl"),
    "HGNC": ("hgnc", "HGNC", "https://www.genenames.org"),
    "GENO": ("geno", "Genotype Ontology", "http://purl.obolibrary.org/obo/geno.owl"),
    LOCAL: ("calcinosis", "vocabulary of the calcinosis registry", "urn:calcinosis-registry"),
}


def term(identifier: str, label: str) -> Json:
    """An ontology class."""
    return {"id": identifier, "label": label}


@lru_cache(maxsize=16384)
def own(key: str, label: str = "") -> Json:
    """A class of our own vocabulary; free text goes into the label."""
    text = key.strip()
    codable = text.isascii() and text.replace("_", "").replace(".", "").isalnum()
    identifier = f"{LOCAL}:{text}" if codable else f"{LOCAL}:free_text"
    return term(identifier, label or text)


@lru_cache(maxsize=16384)
def unit_class(unit: str, code: str) -> Json:
    """A unit: UCUM where the code is certain, else as it was written."""
    if code:
        return term(f"UCUM:{code}", unit.strip())
    return own("unit", unit.strip() or "no unit stated")


@lru_cache(maxsize=16384)
def time_element(cell: str) -> Json | None:
    """A time: a timestamp for a whole day, an interval for a part of a date, an age."""
    when = _parsed(cell)
    if when is None:
        return None
    if when.kind == "age":
        return {"age": {"iso8601duration": when.text.strip()}}
    if when.is_whole_day:
        return {"timestamp": timestamp(cell)}
    first, last = (date.fromordinal(int(day)) for day in (when.span.first, when.span.last))
    ends = {"start": f"{first.isoformat()}T00:00:00Z", "end": f"{last.isoformat()}T00:00:00Z"}
    return {"interval": ends}


@lru_cache(maxsize=16384)
def timestamp(cell: str) -> str:
    """The day as a timestamp; empty for anything that is no whole day."""
    when = _parsed(cell)
    if when is None or when.day is None:
        return ""
    return f"{when.day.isoformat()}T00:00:00Z"


def _parsed(cell: str) -> When | None:
    try:
        when = parse_when(cell)
    except NotATime:
        return None
    return when if when else None


def quantity(cell: str, unit: Json) -> Json:
    """A quantity with the digits as written, zeros too."""
    value = decimal(cell)
    assert value is not None  # noqa: S101 - callers ask only for numbers
    return {"unit": unit, "value": value}


def measured(
    value: str, unit: Json, *, comparator: str = "", low: str = "", high: str = ""
) -> Json:
    """The value of a measurement.

    A result that lies below or above a limit becomes a class that says so, never a quantity:
    the format has no comparator, and "<0.5" is not 0.5.
    """
    told = comparator.strip()
    if told:
        shown = f"{told}{value.strip()} {unit['label']}"
        return {"ontologyClass": term(f"{LOCAL}:{_CENSORED.get(told, 'censored')}", shown)}
    found = quantity(value, unit)
    if an.number(low) is not None and an.number(high) is not None:
        limits: Json = {"unit": unit, "low": decimal(low), "high": decimal(high)}
        found["referenceRange"] = limits
    return {"quantity": found}


def meta_data(encoded: bytes, *, created: str, by: str, references: list[Json]) -> Json:
    """What the format asks to know about a packet: when, by what, and whose codes are in it.

    ``encoded`` is the rest of the packet: every identifier in it begins with its prefix.
    """
    prefixes = [prefix for prefix in sorted(_RESOURCES) if f'"{prefix}:'.encode() in encoded]
    found: Json = {
        "created": created,
        "createdBy": by,
        "resources": [_resource(prefix) for prefix in prefixes],
        "phenopacketSchemaVersion": _SCHEMA,
    }
    return found | ({"externalReferences": references} if references else {})


def _resource(prefix: str) -> Json:
    key, name, url = _RESOURCES[prefix]
    return {
        "id": key,
        "name": name,
        "url": url,
        "version": "not pinned",
        "namespacePrefix": prefix,
        "iriPrefix": f"{url}#",
    }
