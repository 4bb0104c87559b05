"""Visits and laboratory results of a fictional patient over the years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.analytes import analytes, conversion
from desktop.work.demo_people import Person, identifier
from desktop.work.demo_scenarios import lab_models

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from desktop.work.demo_treatments import Care

_DENSE = (0, 1, 2, 3, 5, 8, 13, 21, 35, 60, 100, 180)
_PRINTED_FROM = 19  # years: the printed ranges are those of adults
_SEVERAL = 4  # every so many visits the seldom analytes are measured too


def visit_days(person: Person, rng: Random) -> tuple[int, ...]:
    """The days on which a person was seen, first and last included."""
    days = [person.first]
    if person.scenario.visits == "days":
        days = [person.first + day for day in _DENSE if person.first + day < person.last]
    wide = max((person.last - person.first) / 30, 90.0)
    while True:
        gap = rng.uniform(30, 80) if len(days) < 4 else wide * rng.uniform(0.7, 1.5)
        if days[-1] + gap >= person.last - 15:
            break
        days.append(days[-1] + int(gap))
    return (*days, person.last)


def labs(
    person: Person, rng: Random, *, care: Care, days: tuple[int, ...]
) -> Iterator[r.LabResult]:
    """The laboratory results of a person, oldest first."""
    scenario = person.scenario
    # Drawn once: a patient keeps a level of their own, visits only scatter about it.
    own = {key: rng.uniform(*levels) for key, levels in scenario.levels.items()}
    trp = rng.uniform(*scenario.trp) if scenario.trp else 0.0
    yield from _early(person, rng)
    for index, day in enumerate(days):
        is_thorough = index % _SEVERAL == 0 or day == days[-1]
        keys = (*scenario.panel, *scenario.seldom) if is_thorough else scenario.panel
        is_paired = bool(trp) and index % 2 == 0
        if is_paired:
            keys = _with_pair(keys)
        at = _Visit(person, rng, care, day)
        drawn = {key: at.level(key, own.get(key, 1.0)) for key in keys}
        if is_paired:
            drawn |= at.urine(drawn, trp)
        fasting = "yes" if is_paired else rng.choice(("", "", "no"))
        for key, level in drawn.items():
            yield at.printed(key, level, fasting=fasting)


def _with_pair(keys: tuple[str, ...]) -> tuple[str, ...]:
    return keys + tuple(k for k in ("serum_phosphate", "creatinine") if k not in keys)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One person's blood and urine on one day, as the laboratory measures and prints them."""

    person: Person
    rng: Random
    care: Care
    day: int

    def level(self, key: str, own: float) -> float:
        """The level measured, in the canonical unit; ``own`` is this person's multiple."""
        person, scenario = self.person, self.person.scenario
        if scenario.resolves_days and own != 1.0:
            own **= exp(-(self.day - person.first) / scenario.resolves_days)
        level = self._scattered(key) * own
        return level * self.care.factor(key, self.day)

    def _scattered(self, key: str) -> float:
        model, person = lab_models()[key], self.person
        healthy = model.healthy(person.sex, person.age(self.day))
        return healthy * exp(self.rng.gauss(0, model.variation))

    def urine(self, blood: dict[str, float], trp: float) -> dict[str, float]:
        """Urine that gives about this tubular reabsorption (a fraction) with the blood."""
        today = min(self.rng.gauss(trp, 0.006), 0.985)
        creatinine = self._scattered("urine_creatinine")
        phosphate = (1 - today) * blood["serum_phosphate"] * creatinine / blood["creatinine"]
        return {"urine_phosphate": max(phosphate, 1.0), "urine_creatinine": creatinine}

    def printed(self, key: str, level: float, *, fasting: str) -> r.LabResult:
        """The result as printed: unit, rounding, limits of the assay, the printed range."""
        person, model = self.person, lab_models()[key]
        unit, factor, decimals = printing(key, is_si=person.is_si)
        comparator = ""
        if model.below is not None and level < model.below:
            comparator, level = "<", model.below
        elif model.above is not None and level > model.above:
            comparator, level = ">", model.above
        value = f"{level / factor:.{decimals}f}"
        low = high = flag = ""
        if model.range and person.prints_ranges and person.age(self.day) >= _PRINTED_FROM:
            low, high = (f"{limit / factor:.{decimals}f}" for limit in model.range)
            flag = "" if comparator else _flag(float(value), low=float(low), high=float(high))
        return r.LabResult(
            id=identifier(self.rng),
            patient=person.id,
            analyte=key,
            value=value,
            comparator=comparator,
            unit=unit,
            when=person.written(self.day),
            ref_low=low,
            ref_high=high,
            flag=flag,
            specimen=model.specimen,
            fasting=fasting,
            method=model.method,
        )


def _flag(value: float, *, low: float, high: float) -> str:
    return "low" if value < low else "high" if value > high else "normal"


@cache
def printing(key: str, *, is_si: bool) -> tuple[str, float, int]:
    """Unit, canonical amount of one unit, and decimals of an analyte at a laboratory."""
    analyte, model = analytes()[key], lab_models()[key]
    if not (is_si and model.si):
        return analyte.unit, 1.0, model.decimals
    found = conversion(analyte, model.si)
    assert found is not None  # noqa: S101 - the vocabulary converts every unit named here
    return model.si, found.factor, model.si_decimals


def _early(person: Person, rng: Random) -> Iterator[r.LabResult]:
    """A result from before the first visit, of which only the verdict is remembered."""
    key = person.scenario.panel[0]
    low, high = person.scenario.levels.get(key, (1.0, 1.0))
    verdict = "high" if low > 1.1 else "low" if high < 0.9 else ""
    years_before = rng.uniform(0.5, 2)
    day = person.first - int(years_before * 365)
    if not verdict or day <= person.birth + 365 or rng.random() < 0.5:
        return
    yield r.LabResult(
        id=identifier(rng),
        patient=person.id,
        analyte=key,
        when=person.recalled(day, rng),
        flag=verdict,
        specimen=lab_models()[key].specimen,
        note="from an earlier hospital's letter; no number given",
    )
