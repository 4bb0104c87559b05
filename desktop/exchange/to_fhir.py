"""A FHIR R4 Bundle of the cases: standard elements first, the cell itself where none fits.

Bookkeeping of the program (silences, own intervals, stored assessments, marks) has no place in
FHIR and stays out.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desktop.exchange import to_fhir_clinical as clinical
from desktop.exchange import to_fhir_labs as labs
from desktop.exchange import to_fhir_people as people
from desktop.exchange.to_fhir_parts import Json, without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.case import Case

_ENCODER = msgspec.json.Encoder(decimal_format="number")  # 5.0 stays 5.0
_PSEUDONYMIZED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "code": "PSEUDED",
    "display": "pseudonymized",
}


def resources_of(case: Case) -> Iterator[Json]:
    """Every resource of one patient, the Patient first."""
    masses = {one.mass_id.strip(): one.id for one in case.masses}
    yield people.patient(case)
    if diagnosis := people.diagnosis(case):
        yield diagnosis
    yield from map(clinical.finding, case.findings)
    yield from map(labs.lab, case.labs)
    for make, records in (
        (clinical.mass, case.masses),
        (clinical.measurement, case.mass_measurements),
        (clinical.procedure, case.procedures),
        (clinical.event, case.events),
    ):
        yield from map(partial(make, masses=masses), records)
    yield from map(clinical.treatment, case.treatments)
    yield from map(clinical.variant, case.variants)
    yield from map(people.relative, case.family)
    yield from map(people.source, case.sources)
    yield from map(people.allergy, case.allergies)
    yield from map(labs.body, case.body)
    yield from map(labs.target, case.targets)
    yield from map(people.visit, case.visits)
    yield from map(people.consent, case.consents)


def write_bundle(
    path: Path, cases: Iterable[Case], *, made: datetime, is_pseudonymized: bool = False
) -> dict[str, int]:
    """Write one Bundle of type collection; gives the number of resources of each type.

    ``made`` is the time of the export, with its zone. The file is whole or not there; it is
    written patient by patient, so that a registry need not fit into memory twice.
    """
    counts: Counter[str] = Counter()
    head: Json = {"resourceType": "Bundle"}
    if is_pseudonymized:
        head["meta"] = {"security": [_PSEUDONYMIZED]}
    head |= {"type": "collection", "timestamp": made.isoformat(timespec="seconds")}
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as out:
        out.write(_ENCODER.encode(head)[:-1] + b',"entry":[')
        separator = b"\n"
        for case in cases:
            for one in resources_of(case):
                entry = {"fullUrl": f"urn:uuid:{one['id']}", "resource": one}
                out.write(separator + without_controls(_ENCODER.encode(entry)))
                separator = b",\n"
                counts[str(one["resourceType"])] += 1
        out.write(b"\n]}\n")
    part.replace(path)
    return dict(counts)
