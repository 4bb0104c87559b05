"""Search as you type over a large patient list: the time of one keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting

QUERIES = ("łódkowiak", "CR-0420", "sørensen 1984", "fop ab", "14-may-2010", "zzz")
LIMIT_MS = 16.0


def measure(setting: Setting) -> list[Figure]:
    """The slowest keystroke of several searches in the patient list of the window."""
    typed = [query[: end + 1] for query in QUERIES for end in range(len(query))]
    found = setting.child("product_search", str(setting.large_registry), *typed)
    return [
        Figure(
            name=f"a keystroke of the search over {setting.patients:,} patients",
            value=float(found["worst_ms"]),
            unit="ms",
            floor=float(found["floor_ms"]),
            floor_name="Qt painting a bare table of this size anew",
            limit=LIMIT_MS,
            note=f"until painted, slowest of {len(typed)} (median {found['median_ms']:.1f} ms);"
            f" searching without painting {found['handled_ms']:.1f} ms",
        )
    ]
