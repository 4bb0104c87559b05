"""The finer entries of a fictional patient: consent, conditions of a sample, complaints, kin.

They are added to a case that stands already, with chance of their own, so that the course of a
patient does not depend on them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.terms import treatments
from desktop.domain.when import parse_when
from desktop.work.demo_people import DAYS, Person, identifier
from desktop.work.demo_scenarios import agents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case

_BINDERS = {"non_calcium_binder", "aluminium_binder", "calcium_based_binder"}
_AT_DIALYSIS = "acquired_hyperphosphatemic_calcinosis.dialysis_hyperparathyroidism"
_PENDING = "1_25_oh2_vitamin_d"
_NOT_HAD = "fgf23_intact"
_LARGE_MM = 40.0
_LONG_DAYS = 2.5 * DAYS
_GENERATION = 27


def with_details(case: Case, person: Person) -> Case:
    """The case with its finer entries."""
    rng = Random(f"{person.id}/details")  # noqa: S311 - repeatable on purpose
    changed = replace(
        case,
        treatments=tuple(_with_new_doses(case, person, rng)),
        consents=tuple(_consents(case, rng)),
        mass_measurements=tuple(_with_complaints(case, rng)),
        family=(*_with_kin(case, person, rng), *_further_kin(person, rng)),
    )
    return replace(changed, labs=(*_with_conditions(changed, person, rng), *_awaited(case, rng)))


def _consents(case: Case, rng: Random) -> Iterator[r.Consent]:
    """What the patient's own record says of consent, purpose by purpose."""
    answer = {"registry": "refused", "research": "given"}.get(case.patient.consent, "")
    when = case.patient.enrolled_when
    if case.patient.consent == "none":
        yield _consent(case, rng, "registry", "refused", when)
        return
    yield _consent(case, rng, "registry", "given", when)
    yield _consent(case, rng, "research", answer or "given", when)
    if rng.random() < 0.5:
        yield _consent(case, rng, "contact", rng.choice(("given", "given", "refused")), when)
    if rng.random() < 0.3:
        yield _consent(case, rng, "images", rng.choice(("given", "refused")), when)


def _consent(case: Case, rng: Random, purpose: str, status: str, when: str) -> r.Consent:
    return r.Consent(
        id=identifier(rng), patient=case.patient.id, purpose=purpose, status=status, when=when
    )


def _with_conditions(case: Case, person: Person, rng: Random) -> Iterator[r.LabResult]:
    """Under which conditions a sample was taken, as far as the laboratory was told."""
    binders = [t for t in case.treatments if _group(t.agent) in _BINDERS]
    is_dialyzed = person.scenario.disorder == _AT_DIALYSIS
    for lab in case.labs:
        marks = lab
        if lab.analyte == "serum_phosphate" and lab.value and binders:
            marks = replace(marks, on_binder="yes" if _runs(case, binders, lab.when) else "no")
        if is_dialyzed and lab.value and lab.specimen != "urine":
            marks = replace(marks, dialysis=rng.choice(("before", "before", "between")))
        if lab.analyte == "potassium" and rng.random() < 0.03:
            marks = replace(marks, hemolyzed="yes")
        yield marks


def _group(agent: str) -> str:
    return treatments()[agent].group if agent in treatments() else ""


def _runs(case: Case, courses: list[r.Treatment], when: str) -> bool:
    day = case.place(when)
    for course in courses:
        start, stop = case.place(course.start_when), case.place(course.stop_when)
        if day and start and start.last <= day.first and (stop is None or day.last < stop.first):
            return True
    return False


def _awaited(case: Case, rng: Random) -> Iterator[r.LabResult]:
    """A result still on its way, and one that could not be had, of the last visit."""
    if not case.visits or case.patient.death_when:
        return
    when = max(case.visits, key=lambda visit: case.order(visit.when)).when
    for analyte, state, share in ((_PENDING, "pending", 0.3), (_NOT_HAD, "not_measured", 0.15)):
        has_one = any(lab.analyte == analyte and lab.when == when for lab in case.labs)
        if rng.random() < share and not has_one:
            note = "sample lost on the way" if state == "not_measured" else ""
            yield r.LabResult(
                id=identifier(rng),
                patient=case.patient.id,
                analyte=analyte,
                when=when,
                state=state,
                specimen="serum",
                note=note,
            )


def _with_complaints(case: Case, rng: Random) -> Iterator[r.MassMeasurement]:
    """Pain, motion and skin at a mass: asked for at most looks, worse where it is large."""
    open_skin = {
        (event.mass_id, event.when)
        for event in case.events
        if event.kind in ("ulceration", "drainage")
    }
    ulcerated = {mass_id for mass_id, _ in open_skin}
    for look in case.mass_measurements:
        if look.not_detectable or rng.random() < 0.35:
            yield look
            continue
        length = float(look.length_mm or 0)
        worst = 6 if length > _LARGE_MM else 3
        is_open = look.mass_id in ulcerated and rng.random() < 0.3
        yield replace(
            look,
            pain=str(rng.randint(0, worst)),
            motion="limited" if length > _LARGE_MM and rng.random() < 0.5 else "full",
            ulcer="yes" if is_open else "no",
            drainage="yes" if is_open and rng.random() < 0.6 else "no",
        )


def _with_new_doses(case: Case, person: Person, rng: Random) -> Iterator[r.Treatment]:
    """Some long courses change to another dose on the way."""
    for course in case.treatments:
        start, stop = case.place(course.start_when), case.place(course.stop_when)
        last = stop.first if stop else float(person.last)
        others = [d for d in agents()[course.agent].doses if d[0] != course.dose]
        is_long = start is not None and last - start.last > _LONG_DAYS
        if case.axis != "date" or not others or not is_long or rng.random() < 0.5:
            yield course
            continue
        assert start is not None  # noqa: S101 - a long course has a start
        turn = date.fromordinal(int(start.last + (last - start.last) * rng.uniform(0.3, 0.7)))
        dose, unit, frequency = rng.choice(others)
        yield replace(course, stop_when=turn.isoformat(), response="")
        yield replace(
            course,
            id=identifier(rng),
            start_when=turn.isoformat(),
            dose=dose,
            dose_unit=unit,
            frequency=frequency,
        )


def _with_kin(case: Case, person: Person, rng: Random) -> Iterator[r.Relative]:
    """What is known of the relatives: sex, year of birth, carrier, whether they live."""
    is_recessive = person.scenario.is_recessive and bool(case.variants)
    born = parse_when(case.patient.birth_date)
    year = date.fromordinal(int(born.span.first)).year if born.kind == "date" else 0
    for relative in case.family:
        if relative.relation not in ("mother", "father"):
            yield relative
            continue
        is_mother = relative.relation == "mother"
        known = year - _GENERATION - rng.randint(-6, 9) if year and rng.random() < 0.7 else 0
        is_gone = rng.random() < (0.7 if 0 < known < 1950 else 0.1)
        yield replace(
            relative,
            sex="female" if is_mother else "male",
            birth_date=str(known) if known else "",
            carrier="yes" if is_recessive and rng.random() < 0.6 else "",
            deceased="yes" if is_gone else rng.choice(("no", "no", "")),
        )


def _further_kin(person: Person, rng: Random) -> Iterator[r.Relative]:
    """Brothers, sisters, children and others who are not enrolled."""
    if not person.scenario.genetics:
        return
    born = date.fromordinal(person.birth).year
    for _ in range(rng.choice((0, 1, 1, 2))):
        sex = rng.choice(("female", "male"))
        apart = rng.choice((-5, -3, 2, 4))
        yield _relative(person, rng, "sibling", sex, born + apart)
    if person.age(person.last) > 30 and rng.random() < 0.6:
        for place in range(rng.randint(1, 2)):
            yield _relative(person, rng, "child", rng.choice(("female", "male")), born + 27 + place)
    if rng.random() < 0.45:
        yield r.Relative(
            id=identifier(rng),
            patient=person.id,
            relation="other",
            affected="unknown",
            sex="male",
            label="mother’s brother",
        )


def _relative(person: Person, rng: Random, relation: str, sex: str, year: int) -> r.Relative:
    is_dated = not person.ages_only
    return r.Relative(
        id=identifier(rng),
        patient=person.id,
        relation=relation,
        affected=rng.choice(("no", "no", "unknown", "")),
        carrier=rng.choice(("", "", "unknown", "no")) if relation == "sibling" else "",
        sex=sex,
        birth_date=str(min(year, date.fromordinal(person.last).year)) if is_dated else "",
        deceased="no",
    )
