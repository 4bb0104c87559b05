"""From the start of the process to the first paint of the window, and of the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, summary

if TYPE_CHECKING:
    from tests.benchmarks.setting import Setting


def measure(setting: Setting) -> list[Figure]:
    """First paint of the window, its home page, and the overview with two charts."""
    registry = str(setting.small_registry)
    bare, window = setting.interleaved(("bare_window",), ("product_window", registry))
    plot, overview = setting.interleaved(("bare_plot",), ("product_overview", registry))
    floor = [run["ms"] for run in bare]
    return [
        _figure(
            "first paint of the window",
            [run["ms"] for run in window],
            floor=floor,
            floor_name="a bare window with a table",
            limit=1.8,
        ),
        _figure(
            "home page shown",
            [run["list_ms"] for run in window],
            floor=floor,
            floor_name="a bare window with a table",
            limit=None,
        ),
        _figure(
            "overview with charts",
            [run["ms"] for run in overview],
            floor=[run["ms"] for run in plot],
            floor_name="a bare window with one plot",
            limit=1.4,
        ),
        _figure(
            "overview with guidance",
            [run["guided_ms"] for run in overview],
            floor=[run["ms"] for run in plot],
            floor_name="a bare window with one plot",
            limit=None,
        ),
    ]


def _figure(
    name: str,
    measured: list[float],
    *,
    floor: list[float],
    floor_name: str,
    limit: float | None,
) -> Figure:
    middle, least = summary(measured)
    floor_middle, floor_least = summary(floor)
    return Figure(
        name=name,
        value=middle,
        unit="ms",
        floor=floor_middle,
        floor_name=floor_name,
        limit=limit,
        limit_is_ratio=True,
        note=f"medians of {len(measured)}; least {least:.0f} and {floor_least:.0f} ms",
    )
