"""Masses of a fictional patient: growth, treatment response, excision and what follows it.

A mass grows towards its largest volume (logistic) or shrinks exponentially; treatment
changes the rate. What is recorded are diameters with the error of the method.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import exp, pi
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.work.demo_people import DAYS, Person, identifier
from desktop.work.demo_scenarios import growth_rate, names

if TYPE_CHECKING:
    from random import Random

    from desktop.work.demo_treatments import Care

_ERROR = {"ct": 0.025, "mri": 0.03, "ultrasound": 0.05, "radiograph": 0.05, "clinical": 0.12}
_MIDLINE = {"back", "neck", "jaw", "thoracolumbar_spine", "abdominal_wall"}
_GONE = 0.03  # mL: a deposit smaller than 4 mm is not seen again
_STEP = 60  # days within which the growth rate is taken as constant
_FIRST_SEEN_ML = 0.4


@dataclass(slots=True)
class Lump:
    """One mass as it is: where, since when, how large now (mL) and how fast it grows."""

    mass_id: str
    site: str
    side: str
    plane: str
    start: int
    volume: float
    rate: float
    largest: float
    shape: tuple[float, float]
    recurrence_of: str = ""

    def grow(self, care: Care, *, since: int, until: int) -> None:
        """Lets the mass grow or shrink from one day to another."""
        day = since
        while day < until:
            days = min(_STEP, until - day)
            rate = self.rate + care.growth_change(day)
            if rate > 0:
                rate *= max(1 - self.volume / self.largest, 0.0)
            self.volume *= exp(rate * days)
            day += days


@dataclass(slots=True)
class Course:
    """What was recorded about the masses of one patient."""

    modality: str
    present: list[tuple[r.Mass, int, int]] = field(default_factory=list)  # from day to day
    masses: list[r.Mass] = field(default_factory=list)
    measurements: list[r.MassMeasurement] = field(default_factory=list)
    procedures: list[r.Procedure] = field(default_factory=list)
    events: list[r.ClinicalEvent] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Plan:
    """On which visit a mass is excised, whether wholly, and how it comes back."""

    day: int = 0
    is_complete: bool = True
    returns: int = 0
    as_new_mass: bool = False


def planned(person: Person, rng: Random) -> tuple[Lump, ...]:
    """The masses that a person will have; the first one is there at the first visit."""
    masses = person.scenario.masses
    count = rng.randint(*masses.count)
    places: list[tuple[str, str]] = []
    one_side = rng.choice(("left", "right")) if masses.one_side else ""
    lumps = []
    for _ in range(count):
        place = _place(person, rng, one_side=one_side)
        if place in places:
            continue
        places.append(place)
        lumps.append(_lump(person, rng, mass_id=f"M{len(places)}", place=place))
    return tuple(lumps)


def _place(person: Person, rng: Random, *, one_side: str) -> tuple[str, str]:
    site = rng.choice(person.scenario.masses.sites)
    if site in _MIDLINE:
        return site, "midline"
    return site, one_side or rng.choice(("left", "right"))


def _lump(person: Person, rng: Random, *, mass_id: str, place: tuple[str, str]) -> Lump:
    masses = person.scenario.masses
    length = rng.uniform(*masses.size_mm)
    shape = (rng.uniform(0.6, 0.95), rng.uniform(0.45, 0.8))
    volume = pi / 6 * length**3 * shape[0] * shape[1] / 1000
    is_early = mass_id == "M1" or rng.random() < 0.5
    if is_early:
        start = person.first - int(min(rng.uniform(0.1, 3), person.age(person.first) * 0.8) * DAYS)
    else:
        start = int(rng.uniform(person.first, person.last - 1))
        volume *= 0.5
    return Lump(
        mass_id=mass_id,
        site=place[0],
        side=place[1],
        plane=rng.choice(masses.planes),
        start=start,
        volume=volume,
        rate=growth_rate(rng.uniform(*masses.growth)),
        largest=max(rng.uniform(*masses.largest_ml), 1.5 * volume),
        shape=shape,
    )


def observed(
    person: Person, rng: Random, *, lumps: tuple[Lump, ...], care: Care, days: tuple[int, ...]
) -> Course:
    """What was recorded about the masses, visit by visit."""
    course = Course(modality=rng.choice(person.scenario.masses.modalities))
    waiting = list(lumps)
    while waiting:
        lump = waiting.pop(0)
        mass = _mass(person, rng, lump=lump)
        course.masses.append(mass)
        seen = tuple(day for day in days[::2] if day > lump.start) or (person.last,)
        plan = _plan(person, rng, lump=lump, seen=seen)
        until = plan.day if plan.day and plan.is_complete else person.last
        course.present.append((mass, max(lump.start, person.first), until))
        _Follower(person, rng, care, course, lump, plan).follow(seen)
        if plan.as_new_mass:
            later = f"M{len(course.masses) + len(waiting) + 1}"
            waiting.append(_successor(lump, rng, mass_id=later, start=plan.returns))
    return course


def _plan(person: Person, rng: Random, *, lump: Lump, seen: tuple[int, ...]) -> _Plan:
    masses = person.scenario.masses
    if lump.recurrence_of or len(seen) < 4 or rng.random() >= masses.excised:
        return _Plan()
    day = rng.choice(seen[1:-2]) + rng.randrange(1, 20)
    is_complete = rng.random() < masses.complete
    returns = 0
    if rng.random() < masses.recurs or not is_complete:
        returns = day + int(rng.uniform(0.4, 2.5) * DAYS)
    if returns >= person.last:
        returns = 0
    as_new_mass = bool(returns) and is_complete and rng.random() < 0.5
    return _Plan(day, is_complete, returns, as_new_mass)


def _successor(lump: Lump, rng: Random, *, mass_id: str, start: int) -> Lump:
    """The mass that grows where another one was excised, entered as a mass of its own."""
    return replace(
        lump,
        mass_id=mass_id,
        start=start,
        volume=_FIRST_SEEN_ML,
        rate=lump.rate * rng.uniform(0.9, 1.3),
        recurrence_of=lump.mass_id,
    )


@dataclass(slots=True)
class _Follower:
    """Follows one mass from visit to visit and notes what is seen and done."""

    person: Person
    rng: Random
    care: Care
    course: Course
    lump: Lump
    plan: _Plan

    def follow(self, seen: tuple[int, ...]) -> None:
        """Measures the mass on the days given, with excision and return on the way."""
        lump, plan = self.lump, self.plan
        now, is_out = max(lump.start, self.person.first), False
        for day in seen:
            if plan.day and not is_out and day > plan.day:
                lump.grow(self.care, since=now, until=plan.day)
                now, is_out = plan.day, True
                self._excise()
            if is_out and not plan.as_new_mass and now < plan.returns <= day:
                now = plan.returns
                lump.volume = max(lump.volume, _FIRST_SEEN_ML)
            lump.grow(self.care, since=now, until=day)
            now = day
            if self.rng.random() < 0.93:
                self._measure(day)

    def _measure(self, day: int) -> None:
        modality = self.course.modality
        look = _measured(self.person, self.rng, lump=self.lump, day=day, modality=modality)
        self.course.measurements.append(look)

    def _excise(self) -> None:
        lump, plan, person = self.lump, self.plan, self.person
        self.course.procedures.append(
            r.Procedure(
                id=identifier(self.rng),
                patient=person.id,
                kind="excision",
                when=person.written(plan.day),
                mass_id=lump.mass_id,
                site=lump.site,
                side=lump.side,
                completeness="complete" if plan.is_complete else "incomplete",
            )
        )
        if plan.returns:
            self.course.events.append(
                r.ClinicalEvent(
                    id=identifier(self.rng),
                    patient=person.id,
                    kind="recurrence",
                    when=person.written(plan.returns),
                    mass_id=lump.mass_id,
                    site=lump.site,
                )
            )
        lump.volume = 0.0 if plan.is_complete else lump.volume * self.rng.uniform(0.05, 0.2)
        # What comes back grows faster than a mass that has been there for years.
        lump.rate = abs(lump.rate) * self.rng.uniform(1.1, 1.8) + 0.0003


def _mass(person: Person, rng: Random, *, lump: Lump) -> r.Mass:
    is_early = lump.start < person.first
    first = person.recalled(lump.start, rng) if is_early else person.written(lump.start)
    return r.Mass(
        id=identifier(rng),
        patient=person.id,
        mass_id=lump.mass_id,
        site=lump.site,
        side=lump.side,
        plane=lump.plane,
        first_when=first,
        recurrence_of=lump.recurrence_of,
    )


def _measured(
    person: Person, rng: Random, *, lump: Lump, day: int, modality: str
) -> r.MassMeasurement:
    """One look at a mass: diameters with the error of the method, or not detectable."""
    is_gone = lump.volume < _GONE
    length = width = depth = ""
    if not is_gone:
        longest = (6000 * lump.volume / (pi * lump.shape[0] * lump.shape[1])) ** (1 / 3)
        error = _ERROR[modality]
        length = _millimeters(longest, rng, error=error)
        width = _millimeters(longest * lump.shape[0], rng, error=error)
        if modality not in ("clinical", "radiograph"):
            depth = _millimeters(longest * lump.shape[1], rng, error=error)
    return r.MassMeasurement(
        id=identifier(rng),
        patient=person.id,
        mass_id=lump.mass_id,
        when=person.written(day),
        modality=modality,
        length_mm=length,
        width_mm=width,
        depth_mm=depth,
        not_detectable="yes" if is_gone else "",
        observer=rng.choice(names().observers),
    )


def _millimeters(true: float, rng: Random, *, error: float) -> str:
    """Whole millimeters, as reports give them; small deposits to half a millimeter."""
    read = max(true * (1 + rng.gauss(0, error)), 1.0)
    return f"{read:.0f}" if read >= 20 else f"{round(read * 2) / 2:g}"
