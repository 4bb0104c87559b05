"""The guidance: one patient that was not seen before, and a whole registry on two cores."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.guidance.assess import assess
from desktop.measures.derived import derive
from desktop.work.assessments import assess_all
from desktop.work.cohort import derive_all
from tests.benchmarks.figure import Figure, summary
from tests.benchmarks.measuring import COHORT, DAY, PROCESSES

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

PATIENT_LIMIT_MS = 10.0
COHORT_LIMIT_S = 60.0


def measure(setting: Setting) -> list[Figure]:
    """Each patient assessed once, and every patient of a registry by processes."""
    return [_patient(setting), _cohort(setting)]


def _patient(setting: Setting) -> Figure:
    """Every patient once: nothing is kept from one to the next but the rules themselves."""
    with Registry.open(setting.small_registry) as registry:
        cases = [registry.case(patient, DAY) for patient in registry.ids().values()]
    measured = [(case, derive(case)) for case in cases]
    assess(*measured[0])  # reads the rules
    seconds, floor = [], []
    for case, derived in measured[1:]:
        started = time.perf_counter()
        assess(case, derived)
        seconds.append((time.perf_counter() - started) * 1e3)
        started = time.perf_counter()
        derive(case)
        floor.append((time.perf_counter() - started) * 1e3)
    return Figure(
        name="guidance of a patient not seen before",
        value=summary(seconds)[0],
        unit="ms",
        floor=summary(floor)[0],
        floor_name="the measures of the same patients",
        limit=PATIENT_LIMIT_MS,
        note=f"median of {len(seconds)} patients, the slowest {max(seconds):.1f} ms",
    )


def _cohort(setting: Setting) -> Figure:
    path = setting.large_registry  # made on first use, which is not what is measured
    started = time.perf_counter()
    count = sum(1 for _ in assess_all(path, as_of=DAY, processes=PROCESSES))
    seconds = time.perf_counter() - started
    started = time.perf_counter()
    measured = sum(1 for _ in derive_all(path, as_of=DAY, processes=PROCESSES))
    floor = time.perf_counter() - started
    share = count / COHORT
    return Figure(
        name=f"guidance of {count:,} patients",
        value=seconds,
        unit="s",
        floor=floor,
        floor_name=f"the measures of the same {measured:,} patients",
        limit=COHORT_LIMIT_S * share,
        note=f"{PROCESSES} processes; {seconds / count * 1e3:.2f} ms a patient",
    )
