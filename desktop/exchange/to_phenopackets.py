"""GA4GH phenopackets (v2) of the cases, one JSON file for each patient.

The format has no place for relatives, allergies, visits, targets, consents, notes, and the ages
at which treatments began; ``left_out`` counts them, so that nobody takes a phenopacket for the
whole record.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from desktop import __version__
from desktop.domain import analytes as an
from desktop.domain import terms
from desktop.exchange import to_codes
from desktop.exchange.to_fhir_parts import Json, without_controls
from desktop.exchange.to_phenopackets_genes import diseases, interpretations
from desktop.exchange.to_phenopackets_parts import (
    measured,
    meta_data,
    own,
    quantity,
    term,
    time_element,
    timestamp,
    unit_class,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain import records as r
    from desktop.domain.case import Case

NOT_HELD = ("family", "allergies", "visits", "targets", "consents")
"""The tables for which a phenopacket has no place."""

_HELD = ("findings", "labs", "masses", "mass_measurements", "treatments", "procedures", "events")

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_SEX = {"female": "FEMALE", "male": "MALE", "intersex": "OTHER_SEX"}
_SIZES = (
    ("length_mm", "UCUM:mm", "mm"),
    ("width_mm", "UCUM:mm", "mm"),
    ("depth_mm", "UCUM:mm", "mm"),
    ("volume_ml", "UCUM:mL", "mL"),
)
_SAFE = re.compile(r"[^A-Za-z0-9._-]+")


def phenopacket(case: Case, *, made: datetime) -> bytes:
    """One patient as a phenopacket in JSON."""
    told: Json = {
        "id": case.patient.patient_id,
        "subject": _subject(case),
        "phenotypicFeatures": [
            *map(_feature, case.findings),
            *map(_mass, case.masses),
            *map(_event, case.events),
        ],
        "measurements": list(_measurements(case)),
        "diseases": diseases(case),
        "interpretations": interpretations(case),
        "medicalActions": [*map(_treatment, case.treatments), *map(_procedure, case.procedures)],
    }
    encoded = _ENCODER.encode({name: part for name, part in told.items() if part})
    about = meta_data(
        encoded,
        created=made.isoformat(timespec="seconds"),
        by=f"calcinosis-registry {__version__}",
        references=[_source(one) for one in case.sources],
    )
    whole = b'%b,"metaData":%b}\n' % (encoded[:-1], _ENCODER.encode(about))
    return without_controls(whole)


def _timed(name: str, cell: str) -> Json:
    found = time_element(cell)
    return {name: found} if found else {}


def _subject(case: Case) -> Json:
    person = case.patient
    found: Json = {"id": person.patient_id, "sex": _SEX.get(person.sex.strip(), "UNKNOWN_SEX")}
    if born := timestamp(person.birth_date):
        found["dateOfBirth"] = born
    is_dead = bool(person.death_when.strip()) or "death_when_generalized" in dict(person.extra)
    if is_dead:
        found["vitalStatus"] = {"status": "DECEASED"} | _timed("timeOfDeath", person.death_when)
    return found


def _feature(one: r.Finding) -> Json:
    known, vocabulary = to_codes.hpo(one.feature), terms.feature(one.feature)
    label = vocabulary.label if vocabulary else one.feature.strip()
    kind = term(*known) if known else own(vocabulary.key if vocabulary else one.feature, label)
    found: Json = {"type": kind, "excluded": one.status.strip() == "absent"}
    if place := _place(one.site, one.side):
        found["modifiers"] = [place]
    return found | _timed("onset", one.when)


def _mass(one: r.Mass) -> Json:
    found: Json = {
        "type": own("mass", "calcified or ossified mass"),
        "excluded": False,
        "description": f"mass_id {one.mass_id.strip()}",
    }
    if place := _place(one.site, one.side):
        found["modifiers"] = [place]
    return found | _timed("onset", one.first_when)


def _event(one: r.ClinicalEvent) -> Json:
    label = f"{one.kind.strip()} (event)"
    found: Json = {"type": own(f"event_{one.kind.strip()}", label), "excluded": False}
    return found | _timed("onset", one.when)


def _place(site: str, side: str) -> Json | None:
    if not site.strip() and not side.strip():
        return None
    return own(site.strip() or "side", terms.place_label(site.strip(), side.strip()).strip())


def _measurements(case: Case) -> Iterator[Json]:
    for lab in case.results:
        if found := _lab(lab):
            yield found
    for size in case.mass_measurements:
        yield _mass_size(size, case)
    for one in case.body:
        for name, cell, unit in (("height", one.height_cm, "cm"), ("weight", one.weight_kg, "kg")):
            if an.number(cell) is not None:
                value = {"quantity": quantity(cell, term(f"UCUM:{unit}", unit))}
                yield {"assay": own(name), "value": value} | _timed("timeObserved", one.when)


def _lab(one: r.LabResult) -> Json | None:
    """A result; None where there is neither a number nor a flag."""
    known = an.analyte_named(one.analyte)
    label = known.label if known else one.analyte.strip()
    code = to_codes.loinc(one.analyte, one.unit)
    assay = term(f"LOINC:{code}", label) if code else own(known.key if known else label, label)
    if an.number(one.value) is not None:
        unit = unit_class(one.unit, to_codes.ucum(one.analyte, one.unit))
        value = measured(
            one.value, unit, comparator=one.comparator, low=one.ref_low, high=one.ref_high
        )
    elif one.flag.strip():
        value = {"ontologyClass": own(f"flag_{one.flag.strip()}", one.flag.strip())}
    else:
        return None
    found: Json = {"assay": assay, "value": value} | _timed("timeObserved", one.when)
    if one.method.strip():
        found["procedure"] = {"code": own("method", one.method.strip())}
    return found


def _mass_size(one: r.MassMeasurement, case: Case) -> Json:
    """All diameters of one look at one mass; a mass that is gone is a class, not a zero."""
    found: Json = {
        "assay": own("mass_size", "size of a mass"),
        "description": f"mass_id {one.mass_id.strip()}",
    }
    sizes = [
        {"type": own(name), "quantity": quantity(cell, term(code, unit))}
        for name, code, unit in _SIZES
        if an.number(cell := getattr(one, name)) is not None
    ]
    if sizes:
        found["complexValue"] = {"typedQuantities": sizes}
    else:
        seen = "not_detectable" if one.not_detectable.strip() else "size_not_stated"
        found["value"] = {"ontologyClass": own(seen, seen.replace("_", " "))}
    places = [m for m in case.masses if m.mass_id.strip() == one.mass_id.strip()]
    place = _place(places[0].site, places[0].side) if places else None
    how: Json = {"code": own(one.modality or "modality_not_stated")}
    found["procedure"] = how | ({"bodySite": place} if place else {})
    return found | _timed("timeObserved", one.when)


def _treatment(one: r.Treatment) -> Json:
    agent = one.agent.strip()
    told: Json = {"agent": own(agent, terms.treatment_label(agent))}
    dose: Json = {}
    if an.number(one.dose) is not None:
        code = one.dose_unit.strip() if ("UCUM", one.dose_unit.strip()) in to_codes.codes() else ""
        dose["quantity"] = quantity(one.dose, unit_class(one.dose_unit, code))
    if one.frequency.strip():
        dose["scheduleFrequency"] = own("frequency", one.frequency.strip())
    ends = {"start": timestamp(one.start_when), "end": timestamp(one.stop_when)}
    interval = {name: day for name, day in ends.items() if day}
    if interval:
        dose["interval"] = interval
    if dose:
        told["doseIntervals"] = [dose]
    found: Json = {"treatment": told}
    if response := one.response.strip():
        found["responseToTreatment"] = own(f"response_{response}", response)
    return found


def _procedure(one: r.Procedure) -> Json:
    done: Json = {"code": own(one.kind)} | _timed("performed", one.when)
    if place := _place(one.site, one.side):
        done["bodySite"] = place
    return {"procedure": done}


def _source(one: r.Source) -> Json:
    told = {"id": one.identifier, "reference": one.url, "description": one.title}
    return {name: text.strip() for name, text in told.items() if text.strip()}


def left_out(case: Case) -> Counter[str]:
    """How many records of a case a phenopacket has no place for, by table."""
    counted = Counter({name: len(getattr(case, name)) for name in NOT_HELD})
    counted["labs without a result"] = len(case.awaited)
    times = (time for one in case.treatments for time in (one.start_when, one.stop_when))
    counted["times of treatments"] = sum(bool(t.strip()) and not timestamp(t) for t in times)
    notes = (getattr(one, "note", "") for name in _HELD for one in getattr(case, name))
    counted["notes"] = sum(bool(note.strip()) for note in notes)
    return +counted


def file_name(patient_id: str, taken: set[str]) -> str:
    """A file name for a patient that is none of those taken, whatever case a system folds."""
    stem = _SAFE.sub("_", patient_id).strip("._")[:80] or "patient"
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}_{number}"
    taken.add(name.casefold())
    return f"{name}.json"


def write_phenopackets(
    folder: Path, cases: Iterable[Case], *, made: datetime
) -> tuple[dict[str, int], Counter[str]]:
    """Write one file for each patient into a folder.

    Gives the number of files, and what was left out; see ``left_out``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    lacking: Counter[str] = Counter()
    for case in cases:
        name = file_name(case.patient.patient_id, taken)
        (folder / name).write_bytes(phenopacket(case, made=made))
        lacking.update(left_out(case))
    return {"phenopackets": len(taken)}, lacking
