"""FHIR resources of findings, masses and what was done: one BodyStructure per mass, for life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain import terms
from desktop.exchange import to_codes
from desktop.exchange.to_fhir_labs import category
from desktop.exchange.to_fhir_parts import (
    BASE,
    HPO,
    Json,
    cell_extension,
    cells,
    coding,
    concept,
    decimal,
    exact_cells,
    notes,
    quantity,
    reference,
    resource,
    timed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain import records as r

_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_SEEN = {"present": "confirmed", "absent": "refuted"}
_SIZES = (("length_mm", "mm"), ("width_mm", "mm"), ("depth_mm", "mm"), ("volume_ml", "mL"))
_HGNC = "http://www.genenames.org/geneId"


def site(cell: str, side: str) -> Json:
    """A place of the body as text, with our own key where it is one."""
    found: Json = {"text": terms.place_label(cell, side.strip())}
    codings = [coding("site", cell.strip())] if cell.strip() in terms.sites() else []
    codings += [coding("side", side.strip())] if side.strip() else []
    return found | ({"coding": codings} if codings else {})


def finding(one: r.Finding) -> Json:
    """A feature that was looked for: confirmed, or refuted."""
    term, known = terms.feature(one.feature), to_codes.hpo(one.feature)
    codings: list[Json] = []
    if known is not None:
        codings.append({"system": HPO, "code": known[0], "display": known[1]})
    if term is not None:
        codings.append(coding("feature", term.key))
    code: Json = {"text": term.label if term else one.feature}
    status = _SEEN.get(one.status.strip(), "unconfirmed")
    part: Json = {
        "category": [concept("category", "finding")],
        "code": code | ({"coding": codings} if codings else {}),
        "verificationStatus": {"coding": [{"system": _VERIFICATION, "code": status}]},
        "subject": reference(one.patient),
        "bodySite": [site(one.site, one.side)] if one.site.strip() else None,
        "note": notes(one.note),
    }
    kept = cells(one, "feature", "site", "side")
    onset = timed(one.when, "onset", has_age=True)
    return resource("Condition", one.id, part, onset, {"extension": kept})


def mass(one: r.Mass, masses: Mapping[str, str]) -> Json:
    """A mass, the same structure for all of its life; ``masses`` gives our id by mass_id."""
    part: Json = {
        "identifier": [{"system": f"{BASE}:mass_id", "value": one.mass_id}],
        "active": True,
        "morphology": concept("morphology", "mass", "calcified or ossified mass"),
        "location": site(one.site, ""),
        "locationQualifier": [concept("side", one.side)] if one.side.strip() else None,
        "patient": reference(one.patient),
    }
    if one.note.strip():
        part["description"] = one.note
    kept: list[Json] = cells(one, "site", "plane", "first_when")
    for name in ("recurrence_of", "split_from", "merged_into"):
        cell = getattr(one, name)
        if cell.strip():
            kept.append(cell_extension(name, cell))
        if cell.strip() in masses:
            link = reference(masses[cell.strip()])
            kept.append({"url": f"{BASE}:{name}", "valueReference": link})
    return resource("BodyStructure", one.id, part, {"extension": kept})


def measurement(one: r.MassMeasurement, masses: Mapping[str, str]) -> Json:
    """The size of one mass at one time; the Observation focuses on the mass."""
    components: list[Json] = [
        {"code": concept("mass-size", name), "valueQuantity": quantity(cell, unit, unit)}
        for name, unit in _SIZES
        if an.number(cell := getattr(one, name)) is not None
    ]
    if decimal(one.pain) is not None:
        pain = quantity(one.pain, "score", "{score}")
        components.append({"code": concept("mass-state", "pain"), "valueQuantity": pain})
    for name in ("motion", "ulcer", "drainage"):
        if cell := getattr(one, name).strip():
            value = concept(name, cell)
            components.append({"code": concept("mass-state", name), "valueCodeableConcept": value})
    part: Json = {
        "status": "final",
        "category": category("imaging" if one.modality.strip() != "clinical" else "exam"),
        "code": concept("observation", "mass_size", "size of a mass"),
        "subject": reference(one.patient),
        "component": components,
        "note": notes(one.note),
    }
    if one.mass_id.strip() in masses:
        part["focus"] = [reference(masses[one.mass_id.strip()])]
    if one.modality.strip():
        part["method"] = concept("modality", one.modality)
    if one.not_detectable.strip():
        gone = concept("mass-state", "not_detectable", "looked for and not detectable")
        part["valueCodeableConcept"] = gone
    kept = cells(one, "mass_id", "observer")
    return resource("Observation", one.id, part, timed(one.when, "effective"), {"extension": kept})


def treatment(one: r.Treatment) -> Json:
    """A course of treatment; whether it still runs is told only where an end is known."""
    agent = one.agent.strip()
    code: Json = {"text": terms.treatment_label(agent)}
    if agent in terms.treatments():
        code["coding"] = [coding("treatment", agent)]
    dosage: Json = {}
    written = " ".join(part.strip() for part in (one.dose, one.dose_unit) if part.strip())
    if said := ", ".join(part for part in (written, one.frequency.strip()) if part):
        dosage["text"] = said
    if decimal(one.dose) is not None:
        dose = quantity(one.dose, one.dose_unit, "")
        dosage["doseAndRate"] = [{"doseQuantity": dose}]
    if one.frequency.strip():
        dosage["timing"] = {"code": {"text": one.frequency}}
    start = timed(one.start_when, "start", column="start_when")
    stop = timed(one.stop_when, "end", column="stop_when")
    period = {"start": start.pop("startDateTime", None), "end": stop.pop("endDateTime", None)}
    part: Json = {
        "status": "completed" if one.stop_when.strip() else "unknown",
        "medicationCodeableConcept": code,
        "subject": reference(one.patient),
        "effectivePeriod": {name: time for name, time in period.items() if time},
        "dosage": [dosage] if dosage else None,
        "note": notes(one.note),
    }
    kept = exact_cells(one, "dose", "dose_unit", "frequency") if dosage else []
    kept += cells(one, "response")
    return resource("MedicationStatement", one.id, part, start, stop, {"extension": kept})


def procedure(one: r.Procedure, masses: Mapping[str, str]) -> Json:
    """Something done once."""
    part: Json = {
        "status": "completed",
        "code": concept("procedure", one.kind),
        "subject": reference(one.patient),
        "bodySite": [site(one.site, one.side)] if one.site.strip() else None,
        "note": notes(one.note),
    }
    if one.completeness.strip():
        part["outcome"] = concept("completeness", one.completeness)
    done = timed(one.when, "performed", has_age=True)
    kept = cells(one, "site", "side") + _of_mass(one.mass_id, masses)
    return resource("Procedure", one.id, part, done, {"extension": kept})


def event(one: r.ClinicalEvent, masses: Mapping[str, str]) -> Json:
    """Something that happened."""
    part: Json = {
        "status": "final",
        "category": category("exam"),
        "code": concept("observation", "event"),
        "valueCodeableConcept": concept("event", one.kind),
        "subject": reference(one.patient),
        "bodySite": site(one.site, "") if one.site.strip() else None,
        "note": notes(one.note),
    }
    if one.mass_id.strip() in masses:
        part["focus"] = [reference(masses[one.mass_id.strip()])]
    kept = cells(one, "site", "mass_id")
    return resource("Observation", one.id, part, timed(one.when, "effective"), {"extension": kept})


def _of_mass(cell: str, masses: Mapping[str, str]) -> list[Json]:
    if not cell.strip():
        return []
    kept = [cell_extension("mass_id", cell)]
    if cell.strip() in masses:
        link = reference(masses[cell.strip()])
        kept.append({"url": f"{BASE}:mass", "valueReference": link})
    return kept


def variant(one: r.Variant) -> Json:
    """A variant as reported, with a component for each thing that is told of it."""
    gene: Json = {"text": one.gene}
    if found := to_codes.gene_id(one.gene):
        gene["coding"] = [{"system": _HGNC, "code": found, "display": one.gene.strip()}]
    components: list[Json] = [{"code": concept("variant", "gene"), "valueCodeableConcept": gene}]
    components += [
        {"code": concept("variant", name), "valueString": cell}
        for name, cell in (("hgvs_c", one.hgvs_c), ("hgvs_p", one.hgvs_p))
        if cell.strip()
    ]
    if one.zygosity.strip():
        value = concept("zygosity", one.zygosity)
        components.append({"code": concept("variant", "zygosity"), "valueCodeableConcept": value})
    part: Json = {
        "status": "final",
        "category": category("laboratory"),
        "code": concept("observation", "variant", "genetic variant"),
        "subject": reference(one.patient),
        "component": components,
        "note": notes(one.note),
    }
    if one.classification.strip():
        part["interpretation"] = [concept("classification", one.classification)]
    return resource("Observation", one.id, part, {"extension": cells(one)})
