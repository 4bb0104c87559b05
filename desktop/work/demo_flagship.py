"""The first patient of the demonstration, told in full in ``resources/demo/flagship``.

A girl of 16 with hyperphosphatemic tumoral calcinosis: five masses, one of them excised
and back again, phosphate falling under diet, sevelamer and acetazolamide. The tables are
those of any dataset, so that they can be read, changed and imported like one.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TypeVar

import msgspec

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.paths import resource
from desktop.work.demo_people import identifier
from desktop.work.demo_scenarios import DEMONSTRATION_DAY

if TYPE_CHECKING:
    from random import Random

R = TypeVar("R")


def flagship(rng: Random) -> Case:
    """The case of the first patient; ``rng`` makes the ids."""
    row = _rows("patients")[0]
    person = identifier(rng)
    patient = msgspec.convert({**row, "id": person}, r.Patient)
    names = {"id": identifier(rng), "patient": person}

    def read(table: str, kind: type[R]) -> tuple[R, ...]:
        return tuple(
            msgspec.convert({**cells, "id": identifier(rng), "patient": person}, kind)
            for cells in _rows(table)
        )

    return Case(
        patient=patient,
        as_of=DEMONSTRATION_DAY,
        identity=msgspec.convert({**row, **names}, r.Identity),
        findings=read("findings", r.Finding),
        labs=read("labs", r.LabResult),
        masses=read("masses", r.Mass),
        mass_measurements=read("mass_measurements", r.MassMeasurement),
        treatments=read("treatments", r.Treatment),
        procedures=read("procedures", r.Procedure),
        events=read("events", r.ClinicalEvent),
        variants=read("variants", r.Variant),
        family=read("family", r.Relative),
        allergies=read("allergies", r.Allergy),
        body=read("body", r.BodySize),
        targets=read("targets", r.Target),
        visits=read("visits", r.Visit),
        consents=read("consents", r.Consent),
    )


def _rows(table: str) -> list[dict[str, str]]:
    path = resource("demo", "flagship", f"{table}.csv")
    if not path.is_file():
        return []
    with path.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))
