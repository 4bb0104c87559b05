"""The window at work: pages, a heavy patient, charts in motion, a long worklist, a whole day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL
from tests.benchmarks.figure import Figure
from tests.benchmarks.measuring import patient
from tests.benchmarks.opening import _reading

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit
    from tests.benchmarks.setting import Setting

SWITCH_MS, OVERVIEW_MS, WORKLIST_MS, BLOCK_MS = 50.0, 150.0, 300.0, 100.0
FRAMES = 50
"""Frames a second that a chart keeps while it is moved."""
MOST_GROWTH = 1.10
DAY_ROUNDS, QUICK_ROUNDS = 120, 24
"""Rounds of a day: a patient every four minutes for eight hours."""


def measure(setting: Setting) -> list[Figure]:
    """What a user waits for in the window, and what a day leaves behind."""
    path = setting.folder / "workspace.registry"
    own = _make(path)
    return [*_pages(setting, path, own), *_worklist(setting), _day(setting)]


def _make(path: Path) -> str:
    """A registry of one patient with 2,000 results and 50 masses."""
    case = patient()

    def fill(edit: Edit) -> None:
        edit.put(case.patient)
        for table in CLINICAL:
            for record in getattr(case, table.name):
                edit.put(record)

    with Registry.create(path, who="benchmark") as registry:
        registry.change("Make a patient for a benchmark", fill)
    return case.patient.id


def _pages(setting: Setting, path: Path, own: str) -> list[Figure]:
    """Page switches of the demonstration's first patient; the heavy patient; the chart."""
    usual = setting.child("product_pages", str(setting.small_registry), "CR-0001")
    heavy = setting.child("product_pages", str(path), "P1")
    names = [name for name in usual if name.startswith("switch_")]
    figures = [
        Figure(
            name=f"switch to {name.removeprefix('switch_')}",
            value=float(usual[name]),
            unit="ms",
            floor=float(usual["empty_ms"]),
            floor_name="switching between two empty pages of the window",
            limit=SWITCH_MS,
            note=f"{float(heavy[name]):.0f} ms with 2,000 results and 50 masses",
        )
        for name in names
    ]
    opened = Figure(
        name="overview of 2,000 results and 50 masses",
        value=float(heavy["open_ms"]),
        unit="ms",
        floor=_reading(path, own),
        floor_name="reading the records from the file",
        limit=OVERVIEW_MS,
        note=f"from the choice until painted; {float(heavy['guided_ms']):.0f} ms with the guidance",
    )
    moved = Figure(
        name="frame of a moved chart of 2,000 points",
        value=float(heavy["frame_ms"]),
        unit="ms",
        floor=1000 / FRAMES,
        floor_name=f"{FRAMES} frames a second",
        limit=1000 / FRAMES,
        note=f"panned and zoomed; {1000 / float(heavy['frame_ms']):.0f} frames a second",
    )
    return [*figures, opened, moved]


def _worklist(setting: Setting) -> list[Figure]:
    found = setting.child("product_worklist", str(setting.large_registry))
    floor, named = float(found["plain_ms"]), "opening the file and reading its patients"
    return [
        Figure(
            name=f"worklist of {setting.patients:,} patients",
            value=float(found["first_ms"]),
            unit="ms",
            floor=floor,
            floor_name=named,
            limit=WORKLIST_MS,
            note="from asking for the page until rows are painted",
        ),
        Figure(
            name="longest stop of the window meanwhile",
            value=float(found["block_ms"]),
            unit="ms",
            floor=floor,
            floor_name=named,
            limit=BLOCK_MS,
            note=f"over {float(found['watched_s']):.0f} s of working out",
        ),
    ]


def _day(setting: Setting) -> Figure:
    rounds = QUICK_ROUNDS if setting.is_quick else DAY_ROUNDS
    found = setting.child("product_day", str(setting.small_registry), str(rounds))
    return Figure(
        name="memory after a day",
        value=float(found["late_mb"]),
        unit="MB",
        floor=float(found["early_mb"]),
        floor_name="the memory after the first hour",
        limit=MOST_GROWTH,
        limit_is_ratio=True,
        note=f"{rounds} rounds of patients, pages, an entry and undo",
    )
