"""The people of the demonstration: who each one is, from when to when the clinic knows them.

A person depends on the seed and the person's number, not on who came before, so that the
tenth patient is the same in a registry of ten and of ten thousand; only a sibling who is
not there is not mentioned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from desktop.domain import records as r
from desktop.domain.case import FICTIONAL
from desktop.work.demo_scenarios import DEMONSTRATION_DAY, Scenario, names, scenarios

DAYS = 365.25
LAST = DEMONSTRATION_DAY.toordinal()
NOTE = f"{FICTIONAL} of the demonstration; any likeness to a person is chance."

_STATUSES = ("", "suspected", "ruled_out", "confirmed", "confirmed", "confirmed", "suspected")
_CONSENTS = ("registry", "research", "research", "registry", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One fictional person. Days are proleptic ordinals; ``death`` is 0 for the living.

    ``ages_only`` people are told in ages, as published cases are. ``is_si`` people are seen
    by a laboratory that prints SI units, ``prints_ranges`` by one that prints its own ranges.
    """

    number: int
    scenario: Scenario
    id: str
    sex: str
    given_name: str
    family_name: str
    birth: int
    first: int
    last: int
    death: int = 0
    sibling: int = 0
    ages_only: bool = False
    is_si: bool = False
    prints_ranges: bool = False

    @property
    def patient_id(self) -> str:
        """The id that people use: ``CR-0001``."""
        return patient_id(self.number)

    def age(self, day: float) -> float:
        """Age in years on a day."""
        return max(day - self.birth, 0.0) / DAYS

    def written(self, day: int) -> str:
        """A day as this person's records write it: a date, or an age."""
        if self.ages_only:
            return _age_text(day - self.birth)
        return date.fromordinal(day).isoformat()

    def recalled(self, day: int, rng: Random) -> str:
        """A day of the early history, of which only the month or the year is remembered."""
        if self.ages_only:
            return f"P{int((day - self.birth) / DAYS)}Y"
        text = date.fromordinal(day).isoformat()
        return text[:4] if rng.random() < 0.5 else text[:7]


def patient_id(number: int) -> str:
    """The id that people use for the person with this number."""
    return f"CR-{number:04d}"


def identifier(rng: Random) -> str:
    """An opaque record id that the seed decides, so that two runs give the same files."""
    return f"{rng.getrandbits(128):032x}"


def person_of(seed: int, number: int, *, patients: int) -> Person:
    """The person with this number, counted from 1, in a registry of so many ``patients``."""
    rng = Random(f"{seed}/{number}/person")  # noqa: S311 - repeatable on purpose
    scenario = scenarios()[(number - 1) % len(scenarios())]
    elder = _elder_sibling(number, scenario)
    years = rng.uniform(*scenario.years)
    unseen = 0 if rng.random() < 0.8 else rng.uniform(0.6, 4)
    first = LAST - int(min(years + unseen, scenario.years[1]) * DAYS) - rng.randrange(120)
    last = min(first + int(years * DAYS), LAST - rng.randrange(8, 120))
    birth = first - int(rng.uniform(*scenario.age) * DAYS)
    family_name = _family_name(rng)
    if elder:
        partner = person_of(seed, elder, patients=patients)
        family_name = partner.family_name
        years_apart = rng.choice((-1, 1)) * rng.uniform(1.6, 6)
        birth = min(partner.birth + int(years_apart * DAYS), first - 200)
    sex = "female" if rng.random() < scenario.female else "male"
    given_name = rng.choice(names().female if sex == "female" else names().male)
    dies = rng.random() < scenario.death
    return Person(
        number=number,
        scenario=scenario,
        id=identifier(rng),
        sex=_recorded_sex(sex, number),
        given_name=given_name,
        family_name=family_name,
        birth=birth,
        first=first,
        last=max(last, first + 30),
        death=max(last, first + 30) if dies else 0,
        sibling=elder or _later_sibling(number, scenario, patients=patients),
        ages_only=number % 40 == 17,
        is_si=number % 7 == 3,
        prints_ranges=rng.random() < 0.4,
    )


def _elder_sibling(number: int, scenario: Scenario) -> int:
    """Every second person of a recessive disorder has the one a round earlier as sibling.

    The first person of all stands alone, being told in full elsewhere; 0 means none.
    """
    rounds = (number - 1) // len(scenarios())
    earlier = number - len(scenarios())
    return earlier if scenario.is_recessive and rounds % 2 == 1 and earlier > 1 else 0


def _later_sibling(number: int, scenario: Scenario, *, patients: int) -> int:
    later = number + len(scenarios())
    return later if later <= patients and _elder_sibling(later, scenario) == number else 0


def _family_name(rng: Random) -> str:
    name = rng.choice(names().family)
    return f"{name} {rng.choice(names().family)}" if rng.random() < 0.08 else name


def _recorded_sex(sex: str, number: int) -> str:
    return {31: "intersex", 83: "unknown"}.get(number % 97, sex)


def patient_record(person: Person, rng: Random) -> r.Patient:
    """The clinical record of a person; every key is held by somebody of the first round."""
    in_first_round = person.number <= len(scenarios())
    offset = person.number - len(scenarios()) - 1
    status = _STATUSES[offset % len(_STATUSES)]
    if in_first_round:
        status = "confirmed" if rng.random() < 0.7 else "suspected"
    diagnosis = person.scenario.disorder if status else ""
    if status == "ruled_out":
        # What was ruled out is another disorder; the patient's own is still being looked for.
        diagnosis = person.scenario.mistaken_for
        status = status if diagnosis else ""
    return r.Patient(
        id=person.id,
        patient_id=person.patient_id,
        sex=person.sex,
        birth_date=_birth_text(person),
        death_when=person.written(person.death) if person.death else "",
        family_id=f"F-{min(person.number, person.sibling):04d}" if person.sibling else "",
        diagnosis=diagnosis,
        diagnosis_status=status,
        enrolled_when=person.written(person.first),
        consent=_CONSENTS[person.number % len(_CONSENTS)],
        note=NOTE,
    )


def identity_record(person: Person, rng: Random) -> r.Identity:
    """The invented name and record number of a person."""
    return r.Identity(
        id=identifier(rng),
        patient=person.id,
        given_name=person.given_name,
        family_name=person.family_name,
        mrn=f"DEMO {rng.randrange(1000):03d} {rng.randrange(1000):03d}",
    )


def _birth_text(person: Person) -> str:
    if person.ages_only:
        return ""
    text = date.fromordinal(person.birth).isoformat()
    return {11: text[:4], 19: text[:7]}.get(person.number % 37, text)


def _age_text(days: int) -> str:
    years, rest = divmod(days, DAYS)
    months = int(rest / (DAYS / 12))
    left = int(rest - months * DAYS / 12)
    parts = ((int(years), "Y"), (months, "M"), (left, "D"))
    return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")
