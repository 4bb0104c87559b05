"""The chart beside the form of a measurement: one mass, its fit, and the value being typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts.figures import figure
from desktop.charts.history import Seen, histories
from desktop.charts.mass_axis import volume_axis
from desktop.charts.masses import mass_growth
from desktop.charts.spec import Point, Series
from desktop.domain.language import say

if TYPE_CHECKING:
    from desktop.charts.history import MassHistory
    from desktop.charts.spec import ChartSpec
    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.measures.values import Derived

ENTRY = "entry"
"""The key of the series that holds the typed value alone."""


def entry_chart(
    case: Case,
    derived: Derived,
    *,
    mass_id: str,
    at: Span | None = None,
    milliliters: float | None = None,
) -> ChartSpec:
    """The growth of one mass with the typed volume (mL) as a hollow point at its time.

    The fit is that of the stored values: the typed one does not pull it towards itself.
    Without time or volume the point is left out.
    """
    whole = mass_growth(case, derived, selected=mass_id)
    own = [mass for mass in histories(case, derived) if mass.mass_id == mass_id]
    if at is not None and milliliters:
        own = [_with(mass, at, milliliters) for mass in own]
    axis = volume_axis(own)
    series = tuple(
        replace(one, is_quiet=False, end_label=None, points=_moved(one, axis.floor, whole))
        for one in whole.series
        if one.key == mass_id
    )
    if at is not None and milliliters:
        series += (_typed(series, mass_id, at, milliliters, axis.at(milliliters)),)
    return replace(
        whole,
        title=say("Growth of {mass}", mass=mass_id) if mass_id else whole.title,
        y=axis.y,
        series=series,
        floor=(axis.floor, say("ND")) if any(m.undetected for m in own) else None,
        marks=tuple(one for one in whole.marks if _concerns(one.kind, one.text, mass_id)),
        left_out=(),
        empty="" if series else say("No earlier value of this mass."),
    )


def _with(mass: MassHistory, at: Span, milliliters: float) -> MassHistory:
    """The history with the typed value, so that the axis holds it."""
    look = Seen(record="", span=at, when="", volume=milliliters, how="", stage=0)
    return replace(mass, seen=(*mass.seen, look))


def _moved(series: Series, floor: float, whole: ChartSpec) -> tuple[Point, ...]:
    """The points with those of "not detectable" on the strip of this chart."""
    before = whole.floor[0] if whole.floor else None
    return tuple(
        replace(point, y=floor, text="") if point.y == before else replace(point, text="")
        for point in series.points
    )


def _typed(
    series: tuple[Series, ...], mass_id: str, at: Span, milliliters: float, y: float
) -> Series:
    text = say("{volume} mL", volume=figure(milliliters))
    point = Point(
        x=at.middle,
        y=y,
        is_filled=False,
        half_width=at.width / 2,
        text=text,
        spoken=say("{mass}, being entered: {volume}", mass=mass_id, volume=text),
    )
    color, symbol = (series[0].color, series[0].symbol) if series else ("c1", "circle")
    return Series(
        key=ENTRY,
        name=say("Being entered"),
        color=color,
        symbol=symbol,
        points=(point,),
        is_joined=False,
    )


def _concerns(kind: str, text: str, mass_id: str) -> bool:
    """Today, and the operations on this mass."""
    return kind != "surgery" or mass_id in text.replace(",", " ").split()
