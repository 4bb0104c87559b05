"""GA4GH phenopackets (v2, JSON) as rows of ours: one, a family, or a cohort of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange import phenopacket_facts as facts
from desktop.exchange.fhir_parts import Node, Unfit, node, nodes, text
from desktop.exchange.limits import refused
from desktop.exchange.phenopacket_parts import day_of, joined, time_of
from desktop.exchange.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.exchange.csv_tables import TableFile

_V1 = frozenset({"genes", "variants", "htsFiles"})
_SEX = {
    "MALE": "male",
    "FEMALE": "female",
    "OTHER_SEX": "unknown",
    "UNKNOWN_SEX": "unknown",
    "": "",
}
_NO_PLACE = ("biosamples", "files")


def is_phenopacket(found: object) -> bool:
    """Whether a JSON document has the parts of a phenopacket, a family or a cohort."""
    if not isinstance(found, dict) or "resourceType" in found:
        return False
    has_meta = isinstance(found.get("metaData"), dict)
    parts = {"subject", "phenotypicFeatures", "proband", "members"} & set(found)
    return bool(parts) and (has_meta or "phenotypicFeatures" in found)


def read_phenopacket(root: Node, path: Path) -> tuple[tuple[TableFile, ...], tuple[str, ...]]:
    """The tables in a phenopacket, and remarks about what was left out, with counts.

    Raises UserError for version 1, and for a packet without a subject.
    """
    staging = Staging(path)
    try:
        packets = list(_packets(root, staging))
        for number, packet in enumerate(packets, start=1):
            _refuse_version_1(packet, root, path)
            _read(packet, number, staging)
    except Unfit as error:
        raise refused(
            say("{file} is not a sound phenopacket: {why}.", file=path.name, why=error)
        ) from error
    notes = []
    if +staging.skipped:
        counts = ", ".join(f"{n} {kind}" for kind, n in sorted((+staging.skipped).items()))
        notes.append(
            say("{file}: left out, no place here: {counts}.", file=path.name, counts=counts)
        )
    return staging.tables(), tuple(notes)


def _packets(root: Node, staging: Staging) -> Iterable[Node]:
    if "members" in root:
        return nodes(root["members"])
    if "proband" in root:
        if "pedigree" in root:
            staging.skipped["pedigree"] += 1
        return [node(root["proband"]), *nodes(root.get("relatives"))]
    return [root]


def _refuse_version_1(packet: Node, root: Node, path: Path) -> None:
    meta = node(packet.get("metaData")) or node(root.get("metaData"))
    version = text(meta.get("phenopacketSchemaVersion"))
    subject = node(packet.get("subject"))
    if version.startswith("1") or _V1 & set(packet) or "ageAtCollection" in subject:
        what = say("{file} is a phenopacket of version 1, which is not read here.", file=path.name)
        remedy = say("Convert it to version 2 with the phenopacket tools, then import it.")
        raise refused(what, remedy=remedy)


def _read(packet: Node, number: int, staging: Staging) -> None:
    subject = node(packet.get("subject"))
    named, own = text(packet.get("id")).strip(), text(subject.get("id")).strip()
    if not own:
        raise Unfit(say("it names no patient (subject)"))
    # A subject is numbered within its study only: “P1” of two papers is not one person.
    patient = named or own
    maker = text(node(packet.get("metaData")).get("createdBy"))
    is_ours = maker.startswith("calcinosis-registry")
    cells = _person(subject, is_ours=is_ours) | {"patient_id": patient}
    if own != patient:
        cells["subject_id"] = own

    diseases = partial(facts.disease, is_ours=is_ours)
    made: tuple[tuple[str, str, Callable[[Node], Iterable[facts.Row]]], ...] = (
        ("phenotypicFeatures", "findings", lambda part: [facts.feature(part)]),
        ("measurements", "labs", lambda part: [facts.measurement(part)]),
        ("interpretations", "variants", facts.interpretation),
        ("diseases", "findings", lambda part: [diseases(part)]),
        ("medicalActions", "treatments", facts.action),
    )
    for name, table, make in made:
        for part in nodes(packet.get(name)):
            for found, row, fault in _made(part, name, table, make):
                if found == "patients":
                    cells.update(row)
                else:
                    staging.add(found, number, row | {"patient_id": patient}, fault)
        if name == "medicalActions":
            staging.skipped[name] += sum(
                1 for part in nodes(packet.get(name)) if not _is_held(part)
            )
    for name in _NO_PLACE:
        if listed := packet.get(name):
            staging.skipped[name] += len(listed) if isinstance(listed, list) else 1
    staging.add("patients", number, cells)


def _made(
    part: Node, name: str, table: str, make: Callable[[Node], Iterable[facts.Row]]
) -> list[tuple[str, dict[str, str], str]]:
    """The rows of one part, or the fault that keeps it out."""
    try:
        return [(found, row, "") for found, row in make(part)]
    except Unfit as error:
        return [(table, {}, f"{name}: {error}")]


def _is_held(part: Node) -> bool:
    return "treatment" in part or "procedure" in part


def _person(subject: Node, *, is_ours: bool) -> dict[str, str]:
    sex = text(subject.get("sex"))
    if sex not in _SEX:
        raise Unfit(say("“{sex}” is no sex of the format", sex=sex[:40]))
    life = node(subject.get("vitalStatus"))
    died, told = time_of(life.get("timeOfDeath"))
    is_dead = text(life.get("status")) == "DECEASED"
    last, last_told = time_of(subject.get("timeAtLastEncounter"))
    note = joined(
        (
            say("other sex") if sex == "OTHER_SEX" and not is_ours else "",
            say("deceased, date not stated") if is_dead and not died else "",
            told,
        )
    )
    is_intersex = sex == "OTHER_SEX" and is_ours
    cells = {
        "sex": "intersex" if is_intersex else _SEX[sex],
        "birth_date": day_of(subject.get("dateOfBirth"))[:10],
        "death_when": died if is_dead else "",
        "note": note,
    }
    seen = last or last_told
    return cells | ({"time_at_last_encounter": seen} if seen else {})
