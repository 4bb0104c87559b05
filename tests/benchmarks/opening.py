"""Opening a patient with very many results and masses."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import cycle, islice
from statistics import median
from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.columns import CLINICAL
from desktop.work.demo import demonstration
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.domain.case import Case
    from tests.benchmarks.setting import Setting

RESULTS, MASSES = 500, 20
LIMIT_MS = 100.0


def measure(setting: Setting) -> list[Figure]:
    """From the choice in the list until the overview is painted, the program being warm."""
    path = setting.folder / "heavy.registry"
    cases = list(demonstration(3))
    cases[1] = heavy_case(cases[1], cases[0])
    _write(path, cases)
    floor = _reading(path, cases[1].patient.id)
    found = setting.child("product_opening", str(path), cases[1].patient.id, cases[2].patient.id)
    return [
        Figure(
            name=f"opening a patient with {RESULTS} results and {MASSES} masses",
            value=float(found["ms"]),
            unit="ms",
            floor=floor,
            floor_name="reading the records from the file",
            limit=LIMIT_MS,
            note=f"records, measures and guidance alone {found['dossier_ms']:.0f} ms",
        )
    ]


def heavy_case(case: Case, model: Case) -> Case:
    """``case`` with so many results and masses; masses grow as the first one of ``model``."""
    own = case.patient.id
    labs = [
        replace(lab, id=r.new_id(), when=f"{2020 - turn}{lab.when[4:]}" if turn else lab.when)
        for turn, lab in _turns(case.labs, RESULTS)
    ]
    sites = ("hip", "shoulder", "elbow", "knee", "foot")
    masses = tuple(
        r.Mass(patient=own, mass_id=f"M{n + 1}", site=sites[n % 5], side=("left", "right")[n % 2])
        for n in range(MASSES)
    )
    looks = [m for m in model.mass_measurements if m.mass_id == "M1"]
    measured = tuple(
        replace(look, id=r.new_id(), patient=own, mass_id=mass.mass_id)
        for mass in masses
        for look in looks
    )
    return replace(
        case,
        labs=tuple(labs),
        masses=masses,
        mass_measurements=measured,
        procedures=(),
        events=(),
    )


def _turns(labs: tuple[r.LabResult, ...], number: int) -> list[tuple[int, r.LabResult]]:
    repeated = list(islice(cycle(labs), number))
    return [(place // len(labs), lab) for place, lab in enumerate(repeated)]


def _write(path: Path, cases: list[Case]) -> None:
    def fill(edit: Edit) -> None:
        for case in cases:
            edit.put(case.patient)
            if case.identity:
                edit.put(case.identity)
            for table in CLINICAL:
                for record in getattr(case, table.name):
                    edit.put(record)

    with Registry.create(path, who="benchmark") as registry:
        registry.change("Make patients for a benchmark", fill)


def _reading(path: Path, patient: str) -> float:
    with Registry.open(path) as registry:
        times = []
        for _ in range(9):
            started = time.perf_counter()
            registry.case(patient)
            times.append((time.perf_counter() - started) * 1000)
    return median(times)
