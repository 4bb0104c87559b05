"""A number with its comparator against limits, and what several sources say together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.language import language, say
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
    told = {"value": shown, "source": name}
    verdict = verdict_of(quantity, low, high)
    if verdict == "high":
        return say("{value} is above {limit} ({source})", **told, limit=_shown(high))
    if verdict == "low":
        return say("{value} is below {limit} ({source})", **told, limit=_shown(low))
    limits = limits_in_words(low, high)
    if verdict == "normal":
        return say("{value} is within {limits} ({source})", **told, limits=limits)
    return say("{value} cannot be told against {limits} ({source})", **told, limits=limits)


def _shown(limit: float | None) -> str:
    return "" if limit is None else plain(limit)


def limits_in_words(low: float | None, high: float | None) -> str:
    """``3.5 to 4.9``, ``up to 52``, ``from 3.5``."""
    if low is None:
        return say("any value") if high is None else say("up to {limit}", limit=plain(high))
    if high is None:
        return say("from {limit}", limit=plain(low))
    return say("{low} to {high}", low=plain(low), high=plain(high))


def agreed(quantity: Quantity, panels: tuple[Panel, ...]) -> tuple[Verdict, str]:
    """The verdict that holds in every panel, with the reason; else borderline or unknown.

    Several panels stand for ages or sexes that are all possible. ``quantity`` is in the
    canonical unit.
    """
    verdict = agreed_verdict(quantity, panels)
    if not panels or not all(panels):
        return verdict, say("no range for this analyte at this age")
    found = [_of_panel(quantity, panel) for panel in panels]
    if len({one.verdict for one in found}) == 1:
        return verdict, _reason(quantity, panels[0], found[0])
    told = (_reason(quantity, *pair) for pair in zip(panels, found, strict=True))
    reasons = "; ".join(dict.fromkeys(told))
    return verdict, say("age or sex leave several ranges open: {reasons}", reasons=reasons)


def agreed_verdict(quantity: Quantity, panels: tuple[Panel, ...]) -> Verdict:
    """The verdict of ``agreed`` alone, in a third of the time: most reasons are never read."""
    if not panels or not all(panels):
        return "unknown"
    verdicts = {_of_panel(quantity, panel).verdict for panel in panels}
    if len(verdicts) == 1:
        return verdicts.pop()
    is_open = "unknown" in verdicts or len(verdicts - {"borderline"}) > 1
    return "unknown" if is_open else "borderline"


class _Opinion(NamedTuple):
    """What one panel says, and the first of its bands that says another thing than the rest."""

    verdict: Verdict
    dissent: Band | None


def _of_panel(quantity: Quantity, panel: Panel) -> _Opinion:
    foremost = panel[0]
    verdict = verdict_of(quantity, foremost.low, foremost.high)
    others = [band for band in panel[1:] if verdict_of(quantity, band.low, band.high) != verdict]
    if not others or verdict == "unknown":
        return _Opinion(verdict, None)
    is_majority = 2 * len(others) < len(panel)
    if is_majority and not _is_near(quantity.value, foremost, verdict):
        return _Opinion(verdict, others[0])
    return _Opinion("borderline", others[0])


def _reason(quantity: Quantity, panel: Panel, found: _Opinion) -> str:
    foremost, other = panel[0], found.dissent
    reason = opinion(quantity, foremost.low, foremost.high, _named(foremost, language()))
    if other is None:
        return reason
    dissent = opinion(quantity, other.low, other.high, _named(other, language()))
    if found.verdict == "borderline":
        return say(
            "borderline, depends on the laboratory: {reason}, but {dissent}",
            reason=reason,
            dissent=dissent,
        )
    return say("{reason}; most other sources agree, but {dissent}", reason=reason, dissent=dissent)


@lru_cache(maxsize=4096)
def _named(band: Band, _language: str) -> str:
    return f"{band.short_source}, {band.applies_to}"


def _is_near(value: float, band: Band, verdict: Verdict) -> bool:
    if verdict == "high" and band.high is not None:
        return value <= band.high * (1 + NEAR_OUTSIDE)
    if verdict == "low" and band.low is not None:
        return value >= band.low * (1 - NEAR_OUTSIDE)
    near_low = band.low is not None and value <= band.low * (1 + NEAR_INSIDE)
    near_high = band.high is not None and value >= band.high * (1 - NEAR_INSIDE)
    return near_low or near_high
