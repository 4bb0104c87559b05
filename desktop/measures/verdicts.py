"""A number with its comparator against limits, and what several sources say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.measures.wording import plain

if TYPE_CHECKING:
    from desktop.domain.analytes import Quantity
    from desktop.measures.bands import Band, Panel
    from desktop.measures.values import Verdict

_SLACK = 1e-9
"""Relative room for the rounding of conversions: a value on a limit is within it."""

NEAR_OUTSIDE = 0.10
"""A value up to this share beyond the foremost limit is near it (our choice, not published)."""

NEAR_INSIDE = 0.05
"""A value within the foremost range is near a limit up to this share of it (our choice)."""


def verdict_of(quantity: Quantity, low: float | None, high: float | None) -> Verdict:
    """Low, normal or high against limits in the same unit; the limits themselves are normal.

    A limit of None is open. ``unknown`` where the comparator leaves more than one answer:
    ``<5`` against 2.5 to 4.5 decides nothing, ``<2`` is low, ``<52`` against at most 52 is
    normal.
    """
    value, comparator = quantity.value, quantity.comparator
    slack = abs(value) * _SLACK
    below = low is not None and value < low - slack
    above = high is not None and value > high + slack
    if not comparator:
        return "low" if below else "high" if above else "normal"
    if comparator.startswith("<"):
        at_low = comparator == "<" and low is not None and value <= low + slack
        if below or at_low:
            return "low"
        return "normal" if low is None and not above else "unknown"
    at_high = comparator == ">" and high is not None and value >= high - slack
    if above or at_high:
        return "high"
    return "normal" if high is None and not below else "unknown"


def opinion(quantity: Quantity, low: float | None, high: float | None, name: str) -> str:
    """The comparison in words: ``6.1 mg/dL is above 4.9 (Mayo Clinic, female, 14 to 16 y)``."""
    shown = f"{quantity.comparator}{plain(quantity.value)} {quantity.unit}"
    verdict = verdict_of(quantity, low, high)
    if verdict == "high":
        return f"{shown} is above {_shown(high)} ({name})"
    if verdict == "low":
        return f"{shown} is below {_shown(low)} ({name})"
    if verdict == "normal":
        return f"{shown} is within {limits_in_words(low, high)} ({name})"
    return f"{shown} cannot be told against {limits_in_words(low, high)} ({name})"


def _shown(limit: float | None) -> str:
    return "" if limit is None else plain(limit)


def limits_in_words(low: float | None, high: float | None) -> str:
    """``3.5 to 4.9``, ``up to 52``, ``from 3.5``."""
    if low is None:
        return "any value" if high is None else f"up to {plain(high)}"
    return f"from {plain(low)}" if high is None else f"{plain(low)} to {plain(high)}"


def agreed(quantity: Quantity, panels: tuple[Panel, ...]) -> tuple[Verdict, str]:
    """The verdict that holds in every panel, with the reason; else borderline or unknown.

    Several panels stand for ages or sexes that are all possible. ``quantity`` is in the
    canonical unit.
    """
    if not panels or not all(panels):
        return "unknown", "no range for this analyte at this age"
    found = [_of_panel(quantity, panel) for panel in panels]
    verdicts = {verdict for verdict, _ in found}
    if len(verdicts) == 1:
        return found[0]
    reasons = "; ".join(dict.fromkeys(reason for _, reason in found))
    if "unknown" in verdicts or len(verdicts - {"borderline"}) > 1:
        return "unknown", f"age or sex leave several ranges open: {reasons}"
    return "borderline", f"age or sex leave several ranges open: {reasons}"


def _of_panel(quantity: Quantity, panel: Panel) -> tuple[Verdict, str]:
    foremost = panel[0]
    verdict = verdict_of(quantity, foremost.low, foremost.high)
    reason = opinion(quantity, foremost.low, foremost.high, _named(foremost))
    others = [band for band in panel[1:] if verdict_of(quantity, band.low, band.high) != verdict]
    if not others or verdict == "unknown":
        return verdict, reason
    dissent = opinion(quantity, others[0].low, others[0].high, _named(others[0]))
    is_majority = 2 * len(others) < len(panel)
    if is_majority and not _is_near(quantity.value, foremost, verdict):
        return verdict, f"{reason}; most other sources agree, but {dissent}"
    return "borderline", f"borderline, depends on the laboratory: {reason}, but {dissent}"


def _named(band: Band) -> str:
    return f"{band.short_source}, {band.applies_to}"


def _is_near(value: float, band: Band, verdict: Verdict) -> bool:
    if verdict == "high" and band.high is not None:
        return value <= band.high * (1 + NEAR_OUTSIDE)
    if verdict == "low" and band.low is not None:
        return value >= band.low * (1 - NEAR_OUTSIDE)
    near_low = band.low is not None and value <= band.low * (1 + NEAR_INSIDE)
    near_high = band.high is not None and value >= band.high * (1 - NEAR_INSIDE)
    return near_low or near_high
