"""What the demonstration knows: scenarios, laboratory models, agents and names, read once.

All of it stands in ``resources/demo``; this module only gives it types. Ranges are pairs
(low, high); times are years; growth is percent a year.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from math import log
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DEMONSTRATION_DAY = date(2026, 11, 20)
"""The day on which the demonstration looks at its patients; no record is later."""

Range = tuple[float, float]
Curve = tuple[tuple[float, float], ...]


class _Read(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a file in ``resources/demo``; a key that nobody reads is an error."""


class Masses(_Read, frozen=True):
    """How many masses, where, how large and how fast; excision and what follows it."""

    count: tuple[int, int]
    sites: tuple[str, ...]
    planes: tuple[str, ...]
    size_mm: Range
    growth: Range
    largest_ml: Range
    modalities: tuple[str, ...]
    excised: float = 0.0
    complete: float = 1.0
    recurs: float = 0.0
    one_side: bool = False


class Findings(_Read, frozen=True):
    """Features by how usual they are; ``absent`` ones are looked for and not found."""

    always: tuple[str, ...] = ()
    often: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class TreatmentStep(_Read, frozen=True):
    """One treatment of a scenario; ``lasts`` None means it goes on until now."""

    agent: str
    after: Range
    responses: tuple[str, ...]
    lasts: Range | None = None
    share: float = 1.0
    effects: dict[str, float] | None = None


class ProcedureStep(_Read, frozen=True):
    """One procedure of a scenario, with its lasting effects on levels and on growth."""

    kind: str
    after: Range
    share: float = 1.0
    effects: dict[str, float] = {}
    growth: float = 0.0
    at_mass: bool = False


class EventRate(_Read, frozen=True):
    """A kind of event and how often it happens in ten years."""

    kind: str
    per_decade: float
    note: str = ""


class Gene(_Read, frozen=True):
    """A gene with variants as reported: pairs of coding and protein change."""

    gene: str
    inheritance: Literal["recessive", "dominant"]
    variants: tuple[tuple[str, str], ...]


class Scenario(_Read, frozen=True):
    """What a fictional patient with one disorder is like."""

    disorder: str
    age: Range
    years: Range
    female: float
    panel: tuple[str, ...]
    seldom: tuple[str, ...]
    levels: dict[str, Range]
    masses: Masses
    findings: Findings
    visits: Literal["years", "days"] = "years"
    resolves_days: float = 0.0
    trp: Range | None = None
    treatments: tuple[TreatmentStep, ...] = ()
    procedures: tuple[ProcedureStep, ...] = ()
    events: tuple[EventRate, ...] = ()
    genetics: tuple[Gene, ...] = ()
    height: float = 1.0
    body_mass: float = 1.0
    death: float = 0.0
    mistaken_for: str = ""

    @property
    def is_recessive(self) -> bool:
        """True where brothers and sisters may share the disorder."""
        return any(gene.inheritance == "recessive" for gene in self.genetics)


class LabModel(_Read, frozen=True):
    """Healthy levels of one analyte by age, its scatter, and how a laboratory prints it."""

    normal: Curve
    decimals: int
    variation: float = 0.0
    female: Curve = ()
    si: str = ""
    si_decimals: int = 0
    range: Range | None = None
    below: float | None = None
    above: float | None = None
    specimen: str = "serum"
    method: str = ""

    def healthy(self, sex: str, age: float) -> float:
        """The typical level of a healthy person, in the canonical unit, at ``age`` in years."""
        return interpolated(self.female if sex == "female" and self.female else self.normal, age)


class Agent(_Read, frozen=True):
    """Doses of an agent as (dose, unit, frequency), and what it does to fictional patients."""

    doses: tuple[tuple[str, str, str], ...]
    effects: dict[str, float] = {}
    growth: float = 0.0
    settles_days: float = 60.0


class Names(_Read, frozen=True):
    """Words for people and places of the demonstration."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]
    clinics: tuple[str, ...]
    observers: tuple[str, ...]
    allergies: tuple[tuple[str, str], ...]


class _Scenarios(_Read, frozen=True):
    scenario: tuple[Scenario, ...]


def _file(name: str) -> Path:
    return resource("demo", name)


@cache
def scenarios() -> tuple[Scenario, ...]:
    """The scenarios, one per disorder key, in the order of the file."""
    return msgspec.toml.decode(_file("scenarios.toml").read_bytes(), type=_Scenarios).scenario


@cache
def lab_models() -> Mapping[str, LabModel]:
    """The laboratory models by analyte key."""
    return msgspec.toml.decode(_file("analytes.toml").read_bytes(), type=dict[str, LabModel])


@cache
def agents() -> Mapping[str, Agent]:
    """The agents by treatment key."""
    return msgspec.toml.decode(_file("agents.toml").read_bytes(), type=dict[str, Agent])


@cache
def names() -> Names:
    """The names of the demonstration."""
    return msgspec.toml.decode(_file("names.toml").read_bytes(), type=Names)


def interpolated(curve: Curve, x: float) -> float:
    """The value of a curve of straight pieces at ``x``; the end values beyond the ends."""
    left = curve[0]
    if x <= left[0]:
        return left[1]
    for right in curve:
        if x < right[0]:
            share = (x - left[0]) / (right[0] - left[0])
            return left[1] + share * (right[1] - left[1])
        left = right
    return left[1]


def growth_rate(percent_per_year: float) -> float:
    """Percent a year as the slope of ln(volume) per day."""
    return log(1 + percent_per_year / 100) / 365.25
