"""Measures of one patient with very many results, and of a whole registry on two cores."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.db.connection import connect
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import TABLES
from desktop.measures.derived import derive
from desktop.work.cohort import derive_all
from tests.benchmarks.figure import Figure, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.setting import Setting

PATIENT_LIMIT_MS = 20.0
COHORT_LIMIT_S = 20.0
COHORT = 10_000
PROCESSES = 2
DAY = date(2026, 1, 1)

_RESULTS = (
    ("serum_phosphate", 2.0, 8.0, "mg/dL"),
    ("serum_calcium_total", 8.0, 11.0, "mg/dL"),
    ("albumin", 3.0, 5.0, "g/dL"),
    ("creatinine", 0.5, 1.2, "mg/dL"),
    ("urine_phosphate", 10.0, 60.0, "mg/dL"),
    ("urine_creatinine", 40.0, 150.0, "mg/dL"),
    ("pth", 10.0, 60.0, "pg/mL"),
    ("alp", 50.0, 120.0, "U/L"),
)


def measure(setting: Setting) -> list[Figure]:
    """The measures of 2,000 results and 50 masses, and of every patient of a registry."""
    return [_patient(setting), _cohort(setting)]


def patient(occasions: int = 250, masses: int = 50) -> Case:
    """A fictional patient with eight results at each visit and ten looks at each mass."""
    chance, first = random.Random(5), date(2000, 1, 1)  # noqa: S311 - repeatable on purpose
    days = [(first + timedelta(days=36 * n)).isoformat() for n in range(occasions)]
    labs = [
        r.LabResult(
            patient="p",
            analyte=analyte,
            value=f"{chance.uniform(low, high):.2f}",
            unit=unit,
            when=day,
            fasting="yes",
        )
        for day in days
        for analyte, low, high, unit in _RESULTS
    ]
    names = [f"M{number}" for number in range(1, masses + 1)]
    sized = [
        r.MassMeasurement(
            patient="p",
            mass_id=name,
            when=day,
            modality="ct",
            length_mm=f"{chance.uniform(10, 60):.1f}",
            width_mm=f"{chance.uniform(10, 60):.1f}",
            depth_mm=f"{chance.uniform(10, 60):.1f}",
        )
        for name in names
        for day in days[:: max(occasions // 10, 1)]
    ]
    return Case(
        patient=r.Patient(id="p", patient_id="P1", sex="female", birth_date="1990-05-04"),
        as_of=DAY,
        labs=tuple(labs),
        masses=tuple(r.Mass(patient="p", mass_id=name, site="hip") for name in names),
        mass_measurements=tuple(sized),
        body=tuple(r.BodySize(patient="p", when=day, height_cm="160") for day in days[::10]),
    )


def _patient(setting: Setting) -> Figure:
    case = patient()
    runs = max(setting.runs, 5)
    measured = [_ms(lambda: derive(case)) for _ in range(runs)]
    floor = [_ms(lambda: _plain_numbers(case)) for _ in range(runs)]
    middle, least = summary(measured)
    return Figure(
        name=f"measures of {len(case.labs):,} results and {len(case.masses)} masses",
        value=middle,
        unit="ms",
        floor=summary(floor)[0],
        floor_name="reading every number and every day, computing nothing",
        limit=PATIENT_LIMIT_MS,
        note=f"median of {runs}, least {least:.1f} ms",
    )


def _plain_numbers(case: Case) -> float:
    total = sum(float(lab.value) + date.fromisoformat(lab.when).toordinal() for lab in case.labs)
    for one in case.mass_measurements:
        total += float(one.length_mm) * float(one.width_mm) * float(one.depth_mm)
    return total


def _cohort(setting: Setting) -> Figure:
    path = setting.large_registry
    started = time.perf_counter()
    number = sum(1 for _ in derive_all(path, as_of=DAY, processes=PROCESSES))
    seconds = time.perf_counter() - started
    small = setting.tenth_registry
    started = time.perf_counter()
    few = sum(1 for _ in derive_all(small, as_of=DAY, processes=PROCESSES))
    each = (time.perf_counter() - started) / few

    def read() -> None:
        connection = connect(path)
        for table in TABLES:
            connection.execute(f"SELECT * FROM {table.name}").fetchall()  # noqa: S608
        connection.close()

    return Figure(
        name=f"measures of {number:,} patients",
        value=seconds,
        unit="s",
        floor=_ms(read) / 1000,
        floor_name="fetching every row, in one process",
        limit=COHORT_LIMIT_S if number == COHORT else None,
        note=f"{PROCESSES} processes; {seconds / number * 1000:.2f} ms a patient,"
        f" {each * 1000:.2f} ms in a registry of {few:,}",
    )


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
