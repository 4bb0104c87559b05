"""The page of laboratory results: shown with 2,000 of them, and each key until it is seen."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL
from desktop.guidance.dossier import dossier_of
from desktop.ui.models.labs_grid import Choice, grid_of
from tests.benchmarks.figure import Figure
from tests.benchmarks.measuring import patient

if TYPE_CHECKING:
    from desktop.db.edit import Edit
    from tests.benchmarks.setting import Setting

PAGE_MS, KEY_MS = 150.0, 16.0


def measure(setting: Setting) -> list[Figure]:
    """From the dossier to the painted page, and from a key to its letter in the cell."""
    path, case = setting.folder / "laboratory.registry", patient(masses=5)

    def fill(edit: Edit) -> None:
        edit.put(case.patient)
        for table in CLINICAL:
            for record in getattr(case, table.name):
                edit.put(record)

    with Registry.create(path, who="benchmark") as registry:
        registry.change("Make a patient for a benchmark", fill)
    found = setting.child("product_labs", str(path), case.patient.id)
    dossier, times = dossier_of(case), []
    for _ in range(9):
        begun = time.perf_counter()
        grid_of(dossier, Choice(), {})
        times.append((time.perf_counter() - begun) * 1000)
    floor = median(times)
    count = f"{len(case.labs):,}"
    named = "putting the results into rows and columns"
    return [
        Figure(
            name=f"labs page of {count} results",
            value=float(found["page_ms"]),
            unit="ms",
            floor=floor,
            floor_name=named,
            limit=PAGE_MS,
        ),
        Figure(
            name="lab grid keystroke",
            value=float(found["key_ms"]),
            unit="ms",
            floor=floor,
            floor_name=named,
            limit=KEY_MS,
            note=f"slowest of ten letters; slowest arrow key {found['step_ms']:.1f} ms,"
            f" Enter until saved and painted {found['save_ms']:.0f} ms",
        ),
    ]
