"""Memory of the window with a large registry open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

LIMIT_MB = 250.0


def measure(setting: Setting) -> list[Figure]:
    """Resident memory after the list was shown and a patient with charts opened."""
    floor = setting.child("bare_window")["mb"]
    found = setting.child("product_memory", str(setting.large_registry))
    return [
        Figure(
            name=f"memory with {setting.patients:,} patients open",
            value=float(found["mb"]),
            unit="MB",
            floor=float(floor),
            floor_name="a bare window with a table",
            limit=LIMIT_MB,
            note=f"with the list alone {found['list_mb']:.0f} MB",
        )
    ]
