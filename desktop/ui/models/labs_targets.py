"""The patient's own target for a test, beside the normal range. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from desktop.charts.figures import range_text
from desktop.domain.analytes import Quantity, analyte_named, converted, number, unit_of
from desktop.measures.verdicts import verdict_of

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import Target
    from desktop.measures.values import Verdict

Side = Literal["", "above", "below"]


def target_at(case: Case, analyte: str, when: str) -> Target | None:
    """The target in force at a time: the last one that began by then.

    A target without a time of its own has always been in force. At a time that cannot be
    placed the latest target counts.
    """
    own = [one for one in case.targets if _key(one.analyte) == analyte]
    at = case.place(when)
    fitting = [one for one in own if _has_begun(case, one, at.last if at else None)]
    return max(fitting, key=lambda one: _began(case, one), default=None)


def _key(cell: str) -> str:
    analyte = analyte_named(cell)
    return analyte.key if analyte else cell.strip()


def _began(case: Case, target: Target) -> float:
    span = case.place(target.from_when)
    return span.first if span else float("-inf")


def _has_begun(case: Case, target: Target, day: float | None) -> bool:
    return day is None or _began(case, target) <= day


def limits(target: Target, unit: str) -> tuple[float | None, float | None] | None:
    """The limits of a target in a unit; None where they cannot be converted, or there are none."""
    analyte = analyte_named(target.analyte)
    found: list[float | None] = []
    for cell in (target.low, target.high):
        value = number(cell)
        if value is None:
            found.append(None)
            continue
        own = (unit_of(analyte, target.unit) if analyte else None) or target.unit.strip()
        made = converted(Quantity(value, own), analyte, unit) if analyte else None
        if made is None and own != unit:
            return None
        found.append(made.value if made else value)
    return (found[0], found[1]) if any(limit is not None for limit in found) else None


def target_text(target: Target | None, unit: str) -> str:
    """A target as ``≤ 5.5``; empty where there is none that can be shown in this unit."""
    both = limits(target, unit) if target else None
    return range_text(*both) if both else ""


def side_of(quantity: Quantity | None, target: Target | None) -> Side:
    """On which side of the target a value lies; empty within it or where it cannot be told."""
    if quantity is None or target is None:
        return ""
    both = limits(target, quantity.unit)
    if both is None:
        return ""
    sides: dict[Verdict, Side] = {"high": "above", "low": "below"}
    return sides.get(verdict_of(quantity, *both), "")
