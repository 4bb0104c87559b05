"""The demonstration: fictional patients of every disorder, with decades of records.

The same seed gives the same patients, ids included. Every patient's note says that the
person is fictional. How a disorder shows stands in ``resources/demo``.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from desktop.domain.case import Case
from desktop.work.demo_background import (
    allergies,
    body_sizes,
    events,
    family,
    findings,
    targets,
    variants,
    visits,
)
from desktop.work.demo_course import labs, visit_days
from desktop.work.demo_details import with_details
from desktop.work.demo_flagship import flagship
from desktop.work.demo_masses import observed, planned
from desktop.work.demo_people import Person, identity_record, patient_record, person_of
from desktop.work.demo_scenarios import DEMONSTRATION_DAY
from desktop.work.demo_treatments import care_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DEMONSTRATION_DAY", "PATIENTS", "demonstration"]

PATIENTS = 24
"""How many patients a demonstration has unless told otherwise: every disorder, some twice."""


def demonstration(patients: int = PATIENTS, seed: int = 1) -> Iterator[Case]:
    """The cases of so many fictional patients as of ``DEMONSTRATION_DAY``, one at a time.

    The first is always the same girl with hyperphosphatemic tumoral calcinosis; then the
    disorders take turns, so that from 21 patients on every disorder key is there. Raises
    ValueError for a negative number.
    """
    if patients < 0:
        message = f"{patients} patients cannot be made"
        raise ValueError(message)
    for number in range(1, patients + 1):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - repeatable on purpose
        if number == 1:
            yield flagship(rng)
        else:
            yield _case(person_of(seed, number, patients=patients), rng)


def _case(person: Person, rng: Random) -> Case:
    days = visit_days(person, rng)
    lumps = planned(person, rng)
    care = care_of(person, rng, lumps=lumps)
    course = observed(person, rng, lumps=lumps, care=care, days=days)
    case = Case(
        patient=patient_record(person, rng),
        as_of=DEMONSTRATION_DAY,
        identity=identity_record(person, rng),
        findings=tuple(findings(person, rng, course=course)),
        labs=tuple(labs(person, rng, care=care, days=days)),
        masses=tuple(course.masses),
        mass_measurements=tuple(course.measurements),
        treatments=tuple(care.treatments),
        procedures=(*care.procedures, *course.procedures),
        events=(*course.events, *events(person, rng, course=course)),
        variants=tuple(variants(person, rng)),
        family=tuple(family(person, rng)),
        allergies=tuple(allergies(person, rng)),
        body=tuple(body_sizes(person, rng, days=days)),
        targets=tuple(targets(person, rng)),
        visits=tuple(visits(person, rng, days=days, course=course)),
    )
    return with_details(case, person)
