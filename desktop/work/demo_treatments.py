"""Treatments and procedures of a fictional patient, and what they do to levels and masses."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.work.demo_people import DAYS, Person, identifier
from desktop.work.demo_scenarios import agents, growth_rate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from desktop.work.demo_masses import Lump
    from desktop.work.demo_scenarios import ProcedureStep, TreatmentStep

ONGOING = 10**9
"""The stop of what has not stopped, as an ordinal beyond every date."""


@dataclass(frozen=True, slots=True)
class Influence:
    """Something that acts from ``start`` to ``stop`` and takes ``settles`` days to act in full.

    ``strength`` is the logarithm of the factor on a level, or the change of a growth rate.
    """

    start: int
    stop: int
    settles: float
    strength: float

    def at(self, day: int) -> float:
        """The strength on a day: none before, rising while it acts, fading afterwards."""
        if day <= self.start:
            return 0.0
        acted = min(day, self.stop) - self.start
        risen = 1 - exp(-acted / self.settles)
        faded = exp(-(day - self.stop) / self.settles) if day > self.stop else 1.0
        return self.strength * risen * faded


@dataclass(slots=True)
class Care:
    """What was done for a patient: the records, and the influences that follow from them."""

    treatments: list[r.Treatment] = field(default_factory=list)
    procedures: list[r.Procedure] = field(default_factory=list)
    levels: dict[str, list[Influence]] = field(default_factory=dict)
    growth: list[Influence] = field(default_factory=list)

    def factor(self, analyte: str, day: int) -> float:
        """What the patient's treatment multiplies a level with on a day."""
        return exp(sum(influence.at(day) for influence in self.levels.get(analyte, ())))

    def growth_change(self, day: int) -> float:
        """What the patient's treatment adds to the growth rate of masses on a day."""
        return sum(influence.at(day) for influence in self.growth)

    def acts(
        self, effects: Mapping[str, float], *, growth: float, start: int, stop: int, settles: float
    ) -> None:
        """Notes the effects of something that was done from ``start`` to ``stop``."""
        for analyte, effect in effects.items():
            influence = Influence(start, stop, settles, log(effect))
            self.levels.setdefault(analyte, []).append(influence)
        if growth:
            self.growth.append(Influence(start, stop, settles, growth_rate(growth)))


def care_of(person: Person, rng: Random, *, lumps: tuple[Lump, ...]) -> Care:
    """The treatments and the procedures of a person, with their influences."""
    care = Care()
    for step in person.scenario.treatments:
        if rng.random() < step.share:
            _treat(person, rng, step=step, care=care)
    for procedure in person.scenario.procedures:
        lump = lumps[0] if lumps and procedure.at_mass else None
        if rng.random() < procedure.share and (lump or not procedure.at_mass):
            _proceed(person, rng, step=procedure, lump=lump, care=care)
    return care


def _treat(person: Person, rng: Random, *, step: TreatmentStep, care: Care) -> None:
    start = _moment(person, rng, after=step.after)
    if not person.birth <= start < person.last:
        return
    stop = ONGOING
    if step.lasts:
        stop = start + max(int(rng.uniform(*step.lasts) * DAYS), 1)
    agent = agents()[step.agent]
    dose, unit, frequency = rng.choice(agent.doses)
    care.treatments.append(
        r.Treatment(
            id=identifier(rng),
            patient=person.id,
            agent=step.agent,
            start_when=_written(person, rng, day=start),
            stop_when=_written(person, rng, day=stop) if stop <= person.last else "",
            dose=dose,
            dose_unit=unit,
            frequency=frequency,
            response=rng.choice(step.responses) if rng.random() < 0.85 else "",
        )
    )
    effects = agent.effects if step.effects is None else step.effects
    settles = agent.settles_days
    care.acts(effects, growth=agent.growth, start=start, stop=stop, settles=settles)


def _proceed(
    person: Person, rng: Random, *, step: ProcedureStep, lump: Lump | None, care: Care
) -> None:
    day = _moment(person, rng, after=step.after)
    if not person.birth <= day < person.last:
        return
    care.procedures.append(
        r.Procedure(
            id=identifier(rng),
            patient=person.id,
            kind=step.kind,
            when=_written(person, rng, day=day),
            mass_id=lump.mass_id if lump else "",
            site=lump.site if lump else "",
            side=lump.side if lump else "",
        )
    )
    care.acts(step.effects, growth=step.growth, start=day, stop=ONGOING, settles=20)


def _moment(person: Person, rng: Random, *, after: tuple[float, float]) -> int:
    return person.first + int(rng.uniform(*after) * DAYS)


def _written(person: Person, rng: Random, *, day: int) -> str:
    """What happened before the first visit is known by month or year only."""
    return person.recalled(day, rng) if day < person.first else person.written(day)
