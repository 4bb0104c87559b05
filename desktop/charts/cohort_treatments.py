"""Phosphate of a whole registry before and under each treatment; it names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.cohort_axes import in_unit, shown_value, values_axis
from desktop.charts.spec import Axis, ChartSpec, EndLabel, Point, Series, Tick
from desktop.domain.language import say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.spec import Symbol

MOST_AGENTS = 6
LONGEST_NAME = 13

_AGENT_LOOKS: tuple[tuple[str, Symbol], ...] = (
    ("c1", "circle"),
    ("c2", "square"),
    ("c3", "triangle"),
    ("c5", "diamond"),
    ("c4", "plus"),
    ("c6", "star"),
)
_BEFORE, _UNDER = 0.0, 100.0
_BEFORE, _UNDER = 0.0, 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Median phosphate in mg/dL before and under an agent, over the ``n`` who have both."""

    agent: str
    name: str
    n: int
    before: float
    under: float


def treatment_changes(changes: Sequence[Change], *, unit: str = "mg/dL") -> ChartSpec:
    """Median phosphate before and under each agent; the table has all, the drawing the first."""
    drawn = changes[:MOST_AGENTS]
    hidden = len(changes) - len(drawn)
    values = [in_unit(value, unit) for one in drawn for value in (one.before, one.under)]
    left = say_count(hidden, "{n} rarer agent stands in the table.", "{n} rarer in the table.")
    return ChartSpec(
        name="cohort-treatments",
        title=say("Phosphate under treatment"),
        subtitle=say("medians over patients with both values; a description, not an effect"),
        x=Axis(
            low=-12.0,
            high=112.0,
            ticks=(Tick(at=_BEFORE, text=say("before")), Tick(at=_UNDER, text=say("under"))),
        ),
        y=values_axis(values, unit),
        series=tuple(_change(place, one, unit) for place, one in enumerate(drawn)),
        empty="" if drawn else say("No treatment has phosphate before and under it."),
        left_out=(left,) if hidden else (),
        summary="; ".join(_told(one, unit) for one in changes),
        table_header=(
            say("Treatment"),
            say("patients with both"),
            say("median before, {unit}", unit=unit),
            say("median under, {unit}", unit=unit),
        ),
        table=tuple(
            (one.name, str(one.n), shown_value(one.before, unit), shown_value(one.under, unit))
            for one in changes
        ),
    )


def _change(place: int, one: Change, unit: str) -> Series:
    color, symbol = _AGENT_LOOKS[place]
    spoken = _told(one, unit)
    points = tuple(
        Point(x=x, y=in_unit(value, unit), spoken=spoken)
        for x, value in ((_BEFORE, one.before), (_UNDER, one.under))
    )
    both = f"{shown_value(one.before, unit)} → {shown_value(one.under, unit)}, n = {one.n}"
    return Series(
        key=one.agent,
        name=one.name,
        color=color,
        symbol=symbol,
        points=points,
        end_label=EndLabel(title=_short(one.name), lines=(both,)),
    )


def _short(name: str) -> str:
    """A name that has room beside the plot; the table has it whole."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _told(one: Change, unit: str) -> str:
    return say(
        "{agent}: {before} to {under} {unit}, n = {n}",
        agent=one.name,
        before=shown_value(one.before, unit),
        under=shown_value(one.under, unit),
        unit=unit,
        n=one.n,
    )
