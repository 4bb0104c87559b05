"""The worklist of a large registry: how soon it is there, and that it never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

SHOWN_MS = 300.0
LONGEST_PAUSE_MS = 100.0


def measure(setting: Setting) -> list[Figure]:
    """Until the first rows are painted; the longest pause while the rest is worked out."""
    found = setting.child("product_worklist", str(setting.large_registry))
    floor = float(found["plain_ms"])
    who = f"the worklist of {setting.patients:,} patients"
    return [
        Figure(
            name=f"{who}, first rows painted",
            value=float(found["first_ms"]),
            unit="ms",
            floor=floor,
            floor_name="opening the file and reading its patients",
            limit=SHOWN_MS,
        ),
        Figure(
            name=f"{who}, longest pause of the window",
            value=float(found["block_ms"]),
            unit="ms",
            floor=floor,
            floor_name="opening the file and reading its patients",
            limit=LONGEST_PAUSE_MS,
            note="while the guidance is applied in the background",
        ),
    ]
