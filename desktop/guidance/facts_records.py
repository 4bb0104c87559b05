"""Facts from findings, masses, events, procedures, family and the diagnosis that is held."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from desktop.domain.analytes import number
from desktop.domain.columns import table_named
from desktop.domain.disorders import DISORDER_KEYS, DISORDERS, disorder_name
from desktop.domain.language import say
from desktop.domain.terms import feature, features, sites
from desktop.guidance import words
from desktop.guidance.gathering import evidence
from desktop.guidance.recognized import plain

if TYPE_CHECKING:
    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.guidance.facts import Evidence
    from desktop.guidance.gathering import Gathering

_AXIAL = frozenset(
    [
        *("neck", "cervical_spine", "thoracolumbar_spine", "back", "chest_wall", "sternum"),
        *("scapula", "clavicle_region", "supraclavicular"),
        *("jaw", "temporomandibular_joint", "masseter"),
    ]
)
_LARGE_MUSCLES = frozenset(["thigh", "upper_arm", "masseter"])
_MASSES = frozenset(
    [
        *("periarticular_calcified_mass", "soft_tissue_calcified_mass", "soft_tissue_mass"),
        *("painful_mass", "rapid_mass_growth"),
    ]
)
_BONE = ("heterotopic_ossification", "muscle_ossification")
_EVENT_FEATURES = {
    "ulceration": "skin_ulceration",
    "infection": "skin_infection",
    "nerve_compression": "nerve_compression",
    "recurrence": "recurrence_after_excision",
    "joint_ankylosis": "joint_ankylosis",
}
_RELATIVES = {
    "sibling": "affected_sibling",
    "mother": "affected_parent",
    "father": "affected_parent",
    "child": "affected_other_relative",
    "other": "affected_other_relative",
}
_COMPUTED = (
    "recorded_mass",
    "mass_at_joint",
    "mass_in_large_muscle",
    "mass_axial",
    "several_masses",
    "bone_axial",
    "bone_at_several_sites",
    "incomplete_excision",
    "mass_over_5cm",
    "mass_deep",
)
_DEEP = frozenset(["intramuscular", "visceral"])
LARGE = 50.0
"""Millimeters: a soft tissue mass longer than this is a warning sign (general knowledge)."""

_CONDITIONS = {
    "pregnancy": ("pregnancy", "pregnant", "embarazo", "embarazada", "gestación"),
    "liver_disease": (
        *("cirrhosis", "liver cirrhosis", "liver failure", "HP:0001394", "HP:0001399"),
        *("cirrosis", "cirrosis hepática", "insuficiencia hepática"),
    ),
    "adrenal_insufficiency": (
        *("adrenal insufficiency", "Addison disease", "HP:0000846", "HP:0008207"),
        *("insuficiencia suprarrenal", "enfermedad de Addison"),
    ),
    "angle_closure_glaucoma": (
        *("angle closure glaucoma", "HP:0012109"),
        *("glaucoma de ángulo cerrado", "glaucoma por cierre angular"),
    ),
    "bowel_obstruction": (
        *("bowel obstruction", "intestinal obstruction", "ileus", "HP:0005214"),
        *("obstrucción intestinal", "íleo"),
    ),
    "g6pd_deficiency": (
        *("G6PD deficiency", "glucose 6 phosphate dehydrogenase deficiency"),
        *("déficit de G6PD", "deficiencia de G6PD"),
        "déficit de glucosa 6 fosfato deshidrogenasa",
    ),
}
_PREGNANCY = 300.0
"""Days after which a recorded pregnancy is no longer taken as a present one."""


def record_fact_names() -> frozenset[str]:
    """Every name of a fact that these records can give."""
    kinds = {c.name: c.choices for c in table_named("procedures").columns}["kind"]
    events = {c.name: c.choices for c in table_named("events").columns}["kind"]
    planes = {c.name: c.choices for c in table_named("masses").columns}["plane"]
    keys = {*DISORDER_KEYS, *DISORDERS}
    return frozenset(
        {
            *features(),
            *_COMPUTED,
            *(f"condition.{name}" for name in _CONDITIONS),
            *(f"mass_at.{site}" for site in sites()),
            *(f"mass_plane.{plane}" for plane in planes),
            *(f"procedure.{kind}" for kind in kinds),
            *(f"event.{kind}" for kind in events),
            *(f"ruled_out.{key}" for key in keys),
            *(f"confirmed.{key}" for key in keys),
            *(f"suspected.{key}" for key in keys),
        }
    )


def gather_records(case: Case, into: Gathering) -> None:
    """Reads the records of a case."""
    for finding in case.findings:
        _finding(finding, into)
    for mass in case.masses:
        _mass(mass, into)
    _several_masses(case, into)
    _sizes(case, into)
    _conditions(case, into)
    for event in case.events:
        said = evidence("event", event.id, partial(words.event_words, event))
        into.yes(f"event.{event.kind}", said)
        if event.kind in _EVENT_FEATURES:
            into.yes(_EVENT_FEATURES[event.kind], said)
    for procedure in case.procedures:
        _procedure(procedure, into)
    for relative in case.family:
        _relative(relative, into)
    _bone_sites(case, into)
    _diagnosis(case, into)


def _finding(finding: r.Finding, into: Gathering) -> None:
    term = feature(finding.feature)
    key = term.key if term else ""
    said = evidence("finding", finding.id, partial(words.finding_words, finding))
    if not key:
        _ruled_out_by_finding(finding, into)
    elif finding.status == "present":
        into.yes(key, said)
        _place(key, finding.site, said, into)
    else:
        into.no(key, said)


def _place(key: str, cell: str, said: Evidence, into: Gathering) -> None:
    """A mass told by a finding with a site lies there as a recorded mass does."""
    site = sites().get(cell.strip())
    if site is None or key not in _MASSES:
        return
    into.yes(f"mass_at.{site.key}", said)
    if site.is_joint:
        into.yes("mass_at_joint", said)
    if site.key in _AXIAL:
        into.yes("mass_axial", said)
    if site.key in _LARGE_MUSCLES:
        into.yes("mass_in_large_muscle", said)


def _ruled_out_by_finding(finding: r.Finding, into: Gathering) -> None:
    """A finding that names a disorder as absent rules it out at its date."""
    key = finding.feature.strip()
    if finding.status == "absent" and key in {*DISORDER_KEYS, *DISORDERS}:
        said = evidence("finding", finding.id, partial(_ruled_out_words, key, finding.when))
        into.yes(f"ruled_out.{key}", said)


def _ruled_out_words(key: str, when: str) -> str:
    return words.dated(say("{disorder} ruled out", disorder=disorder_name(key)), when)


def _mass(mass: r.Mass, into: Gathering) -> None:
    said = evidence("mass", mass.id, partial(words.mass_words, mass))
    into.yes("recorded_mass", said)
    site = sites().get(mass.site.strip())
    if site:
        into.yes(f"mass_at.{site.key}", said)
    if mass.plane == "periarticular" or (site and site.is_joint):
        into.yes("mass_at_joint", said)
    if mass.plane:
        into.yes(f"mass_plane.{mass.plane}", said)
    if mass.plane == "intramuscular" or (site and site.key in _LARGE_MUSCLES):
        into.yes("mass_in_large_muscle", said)
    if mass.plane in _DEEP:
        into.yes("mass_deep", said)
    if site and site.key in _AXIAL:
        into.yes("mass_axial", said)
    if mass.recurrence_of:
        into.yes("recurrence_after_excision", said)


def _several_masses(case: Case, into: Gathering) -> None:
    originals = [mass for mass in case.masses if not mass.recurrence_of]
    is_bilateral = any(mass.side == "bilateral" for mass in originals)
    if len(originals) > 1 or is_bilateral:
        for mass in originals:
            said = evidence("mass", mass.id, partial(words.mass_words, mass))
            into.yes("several_masses", said)


def _sizes(case: Case, into: Gathering) -> None:
    """Whether any mass was ever longer than 5 cm."""
    masses = {mass.mass_id: mass for mass in case.masses}
    for row in case.mass_measurements:
        sides = [number(cell) for cell in (row.length_mm, row.width_mm, row.depth_mm)]
        longest = max((side for side in sides if side is not None), default=None)
        mass = masses.get(row.mass_id)
        if longest is None or mass is None:
            continue
        said = evidence("mass_measurement", row.id, partial(_size_words, mass, longest, row.when))
        (into.yes if longest > LARGE else into.no)("mass_over_5cm", said)


def _size_words(mass: r.Mass, longest: float, when: str) -> str:
    place = words.mass_words(replace(mass, first_when=""))
    return words.dated(say("{mass}: {length} mm", mass=place, length=f"{longest:.4g}"), when)


def _conditions(case: Case, into: Gathering) -> None:
    """Conditions outside the vocabulary that forbid a drug; only a whole cell is recognized."""
    today = case.place(case.as_of.isoformat())
    for finding in case.findings:
        name = condition_named(finding.feature)
        if name is None or finding.status != "present":
            continue
        then = case.place(finding.when)
        is_over = today and then and today.first - then.last > _PREGNANCY
        if name != "pregnancy" or not is_over:
            said = evidence("finding", finding.id, partial(words.finding_words, finding))
            into.yes(f"condition.{name}", said)


def condition_named(cell: str) -> str | None:
    """The condition that a whole cell names, in any language; None for other text."""
    return _condition_names().get(plain(cell)) if cell else None


@cache
def _condition_names() -> dict[str, str]:
    return {plain(text): name for name, texts in _CONDITIONS.items() for text in texts}


def _procedure(procedure: r.Procedure, into: Gathering) -> None:
    said = evidence("procedure", procedure.id, partial(words.procedure_words, procedure))
    into.yes(f"procedure.{procedure.kind}", said)
    if procedure.completeness == "incomplete":
        into.yes("incomplete_excision", said)


def _relative(relative: r.Relative, into: Gathering) -> None:
    said = evidence("family", relative.id, partial(words.relative_words, relative))
    if relative.affected == "yes":
        into.yes(_RELATIVES.get(relative.relation, "affected_other_relative"), said)


def _bone_sites(case: Case, into: Gathering) -> None:
    """Where true bone was found: along the trunk, and whether at more than one place."""
    found = [row for row in case.findings if row.status == "present" and _is_bone(row)]
    places = {(row.site, row.side) for row in found if row.site}
    for row in found:
        said = evidence("finding", row.id, partial(words.finding_words, row))
        if row.site.strip() in _AXIAL:
            into.yes("bone_axial", said)
        if len(places) > 1:
            into.yes("bone_at_several_sites", said)


def _is_bone(finding: r.Finding) -> bool:
    term = feature(finding.feature)
    return term is not None and term.key in _BONE


def _diagnosis(case: Case, into: Gathering) -> None:
    patient = case.patient
    key, status = patient.diagnosis.strip(), patient.diagnosis_status.strip()
    if not key:
        return
    name = {"ruled_out": "ruled_out", "confirmed": "confirmed"}.get(status, "suspected")
    said = evidence("patient", patient.id, partial(_diagnosis_words, key, status))
    for each in {key, key.partition(".")[0]} if name != "ruled_out" else {key}:
        into.yes(f"{name}.{each}", said)


def _diagnosis_words(key: str, status: str) -> str:
    name = disorder_name(key)
    if status == "ruled_out":
        return say("Diagnosis in the record: {disorder}, ruled out", disorder=name)
    if status == "confirmed":
        return say("Diagnosis in the record: {disorder}, confirmed", disorder=name)
    return say("Diagnosis in the record: {disorder}, suspected", disorder=name)
