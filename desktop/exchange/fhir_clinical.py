"""FHIR Condition, Procedure, MedicationStatement and BodyStructure as rows of ours."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain import terms
from desktop.domain.disorders import DISORDER_KEYS
from desktop.domain.language import say
from desktop.exchange.fhir_observations import Row, Skipped, quantity
from desktop.exchange.fhir_parts import (
    Entry,
    Node,
    Unfit,
    codings,
    node,
    nodes,
    notes_of,
    own_cells,
    own_code,
    period_or_time,
    said,
    status_of,
    text,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERIFIED = {"confirmed": "present", "": "present", "refuted": "absent"}
_DIAGNOSED = {"provisional": "suspected", "confirmed": "confirmed", "refuted": "ruled_out"}
_HPO_URLS = ("http://purl.obolibrary.org/obo/hp", "http://human-phenotype-ontology.org")
_LUMP = re.compile(
    r"mass|tumou?r|calcif|calcinos|ossif|nodule|lump|lesion|swelling|tophus", re.IGNORECASE
)
_KINDS = (
    ("parathyroidectomy", r"parathyroidectom"),
    ("transplant", r"transplant"),
    ("dialysis_start", r"(?:start|initiation) of (?:hemo|haemo|peritoneal )?dialysis"),
    ("biopsy", r"biops"),
    ("excision", r"excision|resection|extirpation|removal of (?:mass|lesion|tumou?r|calcif)"),
    ("drainage", r"drainage|incision and drain|aspiration of (?:abscess|cyst|collection)"),
    ("injection", r"injection"),
    ("dental", r"dental|tooth|teeth"),
    ("imaging", r"\b(?:x-?ray|radiograph|ultrasound|ct\b|mri\b|computed tomography|magnetic res)"),
)


@cache
def _features() -> Mapping[str, str]:
    """By label alone: a synonym such as “hyperostosis” would say more than the sender did."""
    return MappingProxyType({t.label.casefold(): t.key for t in terms.features().values()})


@cache
def _sites() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for term in terms.sites().values():
        for name in (term.key, term.label, *term.synonyms):
            found.setdefault(name.casefold(), term.key)
    return MappingProxyType(found)


@cache
def _agents() -> Mapping[str, str]:
    return MappingProxyType({t.label.casefold(): t.key for t in terms.treatments().values()})


def feature_of(concept: Node) -> str:
    """The feature that a concept names: our key, an HPO id, or its words."""
    if own := own_code(concept, "feature"):
        return own
    for system, code, _ in codings(concept):
        if code.startswith("HP:") or any(system.startswith(url) for url in _HPO_URLS):
            return code if code.startswith("HP:") else f"HP:{code}"
    words = said(concept)
    return _features().get(words.casefold(), words)


def place_of(concept: object) -> tuple[str, str]:
    """Site and side of a body site: our key where the words are ours, else the words."""
    key, side = own_code(concept, "site"), own_code(concept, "side")
    words = said(concept)
    if not key:
        bare = re.sub(r"^(?:left|right|bilateral)\s+", "", words, flags=re.IGNORECASE)
        key = _sites().get(bare.casefold(), "")
        if found := re.match(r"left|right|bilateral", words, re.IGNORECASE):
            side = side or found[0].casefold()
    return key or words, side


def condition(entry: Entry) -> Row:
    """A finding, or the diagnosis that an export of ours told; Skipped for the uncertain."""
    body = entry.body
    verified = next((code for _, code, _ in codings(body.get("verificationStatus"))), "")
    if verified == "entered-in-error":
        raise Unfit(say("entered in error"))
    disorder = own_code(body.get("code"), "disorder")
    if disorder in DISORDER_KEYS:
        return "patients", {"diagnosis": disorder, "diagnosis_status": _DIAGNOSED.get(verified, "")}
    if verified not in _VERIFIED:
        raise Skipped
    feature = feature_of(node(body.get("code")))
    if not feature:
        raise Unfit(say("it names nothing"))
    sites = nodes(body.get("bodySite"))
    site, side = place_of(sites[0]) if sites else ("", "")
    cells = {
        "feature": feature,
        "status": _VERIFIED[verified],
        "when": period_or_time(body, "onset") or when(body.get("recordedDate")),
        "site": site,
        "side": side,
        "note": notes_of(body),
    }
    return "findings", cells | own_cells(body)


def procedure(entry: Entry) -> Row:
    """Something done once; what was not done is Unfit."""
    body = entry.body
    status = status_of(body)
    if status in {"not-done", "entered-in-error", "preparation"}:
        raise Unfit(say("not done, or entered in error"))
    words = said(body.get("code"))
    kind = own_code(body.get("code"), "procedure") or kind_of_procedure(words)
    sites = nodes(body.get("bodySite"))
    site, side = place_of(sites[0]) if sites else ("", "")
    note = notes_of(body)
    if not own_code(body.get("code"), "procedure"):
        note = "\n".join(part for part in (words, note) if part)
    cells = {
        "kind": kind,
        "when": period_or_time(body, "performed"),
        "site": site,
        "side": side,
        "completeness": own_code(body.get("outcome"), "completeness"),
        "note": note,
    }
    return "procedures", cells | own_cells(body)


def kind_of_procedure(words: str) -> str:
    """The kind of a procedure that its words name; other where they name none of ours."""
    return next((k for k, shape in _KINDS if re.search(shape, words, re.IGNORECASE)), "other")


def treatment(entry: Entry) -> Row:
    """A course of treatment; what was not taken is Unfit."""
    body = entry.body
    if status_of(body) in {"not-taken", "entered-in-error", "intended"}:
        raise Unfit(say("not taken, or entered in error"))
    concept = body.get("medicationCodeableConcept")
    words = said(concept) or text(node(body.get("medicationReference")).get("display"))
    agent = own_code(concept, "treatment") or _agents().get(words.casefold(), words)
    if not agent:
        raise Unfit(say("it names no drug"))
    period = node(body.get("effectivePeriod"))
    cells = {
        "agent": agent,
        "start_when": when(period.get("start")) or when(body.get("effectiveDateTime")),
        "stop_when": when(period.get("end")),
        "note": notes_of(body),
    }
    return "treatments", cells | _dosage(body) | own_cells(body)


def _dosage(body: Node) -> dict[str, str]:
    found = nodes(body.get("dosage"))
    if len(found) != 1:
        told = "; ".join(words for one in found if (words := text(one.get("text"))))
        return {"frequency": told} if told else {}
    doses = nodes(found[0].get("doseAndRate"))
    dose, _, unit = quantity(doses[0].get("doseQuantity")) if doses else ("", "", "")
    timing = node(found[0].get("timing"))
    frequency = said(timing.get("code")) or ("" if dose else text(found[0].get("text")))
    return {"dose": dose, "dose_unit": unit, "frequency": frequency}


def mass(entry: Entry) -> Row:
    """A mass; a structure of another kind is Skipped."""
    body = entry.body
    morphology, described = body.get("morphology"), text(body.get("description"))
    is_ours = own_code(morphology, "morphology") == "mass"
    if not is_ours and not _LUMP.search(f"{said(morphology)} {described}"):
        raise Skipped
    number = next((v for one in nodes(body.get("identifier")) if (v := text(one.get("value")))), "")
    site, side = place_of(body.get("location"))
    for one in nodes(body.get("locationQualifier")):
        side = side or own_code(one, "side") or _side_in(said(one))
    cells = {
        "mass_id": number or entry.id,
        "site": site,
        "side": side,
        "note": described if is_ours else "\n".join(w for w in (said(morphology), described) if w),
    }
    return "masses", cells | own_cells(body)


def _side_in(words: str) -> str:
    found = re.search(r"left|right|bilateral|midline", words, re.IGNORECASE)
    return found[0].casefold() if found else ""
