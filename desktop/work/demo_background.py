"""What surrounds a fictional patient's masses and results: findings, genes, family, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain import terms
from desktop.work.demo_course import printing
from desktop.work.demo_people import DAYS, Person, identifier, patient_id
from desktop.work.demo_scenarios import interpolated, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from desktop.work.demo_masses import Course

# Typical height (cm) by age and typical body mass index (kg/m2), for fictional people only.
_HEIGHT = {
    "male": ((0, 51), (1, 76), (2, 87), (4, 103), (8, 128), (12, 150), (14, 164), (18, 177)),
    "female": ((0, 50), (1, 74), (2, 86), (4, 102), (8, 127), (11, 145), (13, 158), (16, 163)),
}
_BODY_MASS = ((0, 14), (1, 16.8), (5, 15.4), (10, 16.9), (15, 20), (20, 22.5), (45, 25.5))
_GROWN = 19
_AT_A_MASS = {"ulceration", "drainage", "infection", "nerve_compression"}
_TARGET = {False: ("2.5", "5.0", "mg/dL"), True: ("0.80", "1.60", "mmol/L")}


def findings(person: Person, rng: Random, *, course: Course) -> Iterator[r.Finding]:
    """Findings as this disorder shows; what was not looked for has no record."""
    listed = person.scenario.findings
    present = [
        *listed.always,
        *(key for key in listed.often if rng.random() < 0.7),
        *(key for key in listed.sometimes if rng.random() < 0.25),
    ]
    if len(course.masses) > 1 and "multifocal_masses" not in present:
        present.append("multifocal_masses")
    if any(event.kind == "recurrence" for event in course.events):
        present.append("recurrence_after_excision")
    if person.sibling:
        present.append("affected_sibling")
    if not course.masses:
        present = [key for key in present if terms.features()[key].group != "mass"]
    for key in present:
        yield _finding(person, rng, key=key, status="present")
    for key in listed.absent:
        if key not in present and rng.random() < 0.6:
            yield _finding(person, rng, key=key, status="absent")


def _finding(person: Person, rng: Random, *, key: str, status: str) -> r.Finding:
    when = ""
    if not terms.features()[key].group.startswith("history") and rng.random() < 0.8:
        early = rng.random() < 0.7
        until = person.first + (person.last - person.first) * (0 if early else rng.random())
        when = person.written(int(until))
    return r.Finding(id=identifier(rng), patient=person.id, feature=key, status=status, when=when)


def variants(person: Person, rng: Random) -> Iterator[r.Variant]:
    """Variants as a laboratory reported them; most patients of a genetic disorder are tested."""
    scenario = person.scenario
    if not scenario.genetics or rng.random() < 0.2:
        return
    gene = rng.choice(scenario.genetics)
    is_recessive = gene.inheritance == "recessive"
    is_compound = is_recessive and len(gene.variants) > 1 and rng.random() < 0.5
    zygosity = "homozygous" if is_recessive else "heterozygous"
    for coding, protein in rng.sample(gene.variants, 2 if is_compound else 1):
        yield r.Variant(
            id=identifier(rng),
            patient=person.id,
            gene=gene.gene,
            hgvs_c=coding,
            hgvs_p=protein,
            zygosity="compound_heterozygous" if is_compound else zygosity,
            classification=rng.choice(("pathogenic", "pathogenic", "likely_pathogenic")),
        )


def family(person: Person, rng: Random) -> Iterator[r.Relative]:
    """Parents as far as asked, and an enrolled sibling."""
    asked = 0.8 if person.scenario.genetics else 0.2
    for relation in ("mother", "father"):
        if rng.random() < asked:
            affected = rng.choice(("no", "no", "no", "unknown"))
            yield r.Relative(
                id=identifier(rng), patient=person.id, relation=relation, affected=affected
            )
    if person.sibling:
        yield r.Relative(
            id=identifier(rng),
            patient=person.id,
            relation="sibling",
            relative_id=patient_id(person.sibling),
            affected="yes",
        )


def allergies(person: Person, rng: Random) -> Iterator[r.Allergy]:
    """A third have none known, a third nothing recorded, a third an allergy."""
    kind = person.number % 3
    if kind == 0:
        yield r.Allergy(
            id=identifier(rng), patient=person.id, substance="none known", status="none_known"
        )
    if kind == 1:
        substance, reaction = rng.choice(names().allergies)
        day = person.first - int(rng.uniform(0, min(person.age(person.first), 10)) * DAYS)
        yield r.Allergy(
            id=identifier(rng),
            patient=person.id,
            substance=substance,
            reaction=reaction,
            when=person.recalled(day, rng),
            status="present",
        )


def body_sizes(person: Person, rng: Random, *, days: tuple[int, ...]) -> Iterator[r.BodySize]:
    """Height and weight: about yearly while growing, every few years afterwards."""
    tallness, weight_factor = rng.gauss(1, 0.035), rng.gauss(1, 0.08)
    curve = _HEIGHT["male" if person.sex == "male" else "female"]
    last = 0
    for day in days:
        age = person.age(day)
        if day - last < (300 if age < _GROWN else 1300):
            continue
        last = day
        height = interpolated(curve, age) * tallness * person.scenario.height
        body_mass = interpolated(_BODY_MASS, age) * weight_factor * person.scenario.body_mass
        weight = body_mass * (height / 100) ** 2
        yield r.BodySize(
            id=identifier(rng),
            patient=person.id,
            when=person.written(day),
            height_cm=f"{height:.1f}" if age < _GROWN else f"{height:.0f}",
            weight_kg=f"{weight:.1f}",
        )


def targets(person: Person, rng: Random) -> Iterator[r.Target]:
    """A phosphate target of the patient's own, where phosphate is being lowered."""
    levels = person.scenario.levels.get("serum_phosphate", (1.0, 1.0))
    if levels[0] < 1.3 or person.age(person.last) < _GROWN or rng.random() < 0.5:
        return
    low, high, unit = _TARGET[printing("serum_phosphate", is_si=person.is_si)[0] == "mmol/L"]
    yield r.Target(
        id=identifier(rng),
        patient=person.id,
        analyte="serum_phosphate",
        low=low,
        high=high,
        unit=unit,
        from_when=person.written(person.first),
    )


def visits(
    person: Person, rng: Random, *, days: tuple[int, ...], course: Course
) -> Iterator[r.Visit]:
    """One visit per day of follow-up, with the regions that were looked at."""
    clinic = rng.choice(names().clinics)
    regions = ";".join(dict.fromkeys(mass.site for mass in course.masses))
    for index, day in enumerate(days):
        is_measured = index % 2 == 0
        yield r.Visit(
            id=identifier(rng),
            patient=person.id,
            when=person.written(day),
            regions_examined=regions if is_measured else "",
            modality=course.modality if is_measured and regions else "",
            clinician=clinic,
        )


def events(person: Person, rng: Random, *, course: Course) -> Iterator[r.ClinicalEvent]:
    """What happened in the years of follow-up; the death of those who died."""
    decades = (person.last - person.first) / DAYS / 10
    for rate in person.scenario.events:
        for _ in range(int(rate.per_decade * decades + rng.random())):
            day = int(rng.uniform(person.first, person.last))
            there = [mass for mass, since, until in course.present if since <= day <= until]
            if rate.kind in _AT_A_MASS and not there:
                continue
            mass = rng.choice(there) if rate.kind in _AT_A_MASS else None
            yield r.ClinicalEvent(
                id=identifier(rng),
                patient=person.id,
                kind=rate.kind,
                when=person.written(day),
                mass_id=mass.mass_id if mass else "",
                site=mass.site if mass else "",
                note=rate.note,
            )
    if person.death:
        when = person.written(person.death)
        yield r.ClinicalEvent(id=identifier(rng), patient=person.id, kind="death", when=when)
