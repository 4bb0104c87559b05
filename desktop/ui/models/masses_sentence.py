"""What is said under the growth chart about the chosen mass: where it comes from, how it grows."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from desktop.charts.history import history_of
from desktop.domain.language import say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.ui.models.masses_words import duration_text, method_text

if TYPE_CHECKING:
    from desktop.charts.history import MassHistory
    from desktop.domain.case import Case
    from desktop.measures.values import Derived, MassGrowth


def came_back(case: Case, derived: Derived, mass_id: str) -> str:
    """``M2 recurred 18 months after incomplete excision.``; empty where nothing was cut."""
    history = history_of(case, derived, mass_id)
    if history is None:
        return ""
    if history.merged_into:
        return say("{mass} merged into {into}.", mass=mass_id, into=history.merged_into)
    excision = history.last_excision
    if excision is None:
        return ""
    if history.is_unseen_since:
        return say("{mass} was excised and not seen since.", mass=mass_id)
    cut = case.place(excision.when)
    back = next((look for look in reversed(history.seen) if look.back), None)
    if cut is None or back is None or back.span.first < cut.last:
        return ""
    duration = duration_text(back.span.middle - cut.middle)
    return _after(mass_id, back.back, excision.completeness, duration)


def _after(mass_id: str, back: str, completeness: str, duration: str) -> str:
    told = {"mass": mass_id, "duration": duration}
    if back == "residual":
        return say("{mass} was measured {duration} after incomplete excision.", **told)
    if completeness == "incomplete":
        return say("{mass} recurred {duration} after incomplete excision.", **told)
    if completeness == "complete":
        return say("{mass} recurred {duration} after complete excision.", **told)
    return say("{mass} was seen again {duration} after excision.", **told)


def growth_sentence(case: Case, derived: Derived, mass_id: str) -> str:
    """Doubling or halving time with its 95 % interval, number of values and their method."""
    own = next((one for one in derived.mass_growth if one.mass_id == mass_id), None)
    history = history_of(case, derived, mass_id)
    if own is None or history is None or history.merged_into or history.is_unseen_since:
        return ""
    if own.doubling_time_days is None or own.state not in ("growing", "shrinking"):
        return say("No clear change, n = {n}.", n=own.n) if own.percent_per_year is not None else ""
    methods = _methods(case, history, own)
    told = {
        "duration": duration_text(abs(own.doubling_time_days)),
        "interval": _interval(own),
        "n": str(own.n),
        "methods": methods,
    }
    if own.doubling_time_days > 0:
        return say("Doubling time {duration} (95 % CI {interval}), n = {n} ({methods}).", **told)
    return say("Halving time {duration} (95 % CI {interval}), n = {n} ({methods}).", **told)


def _interval(own: MassGrowth) -> str:
    """The interval of the doubling time, from that of the yearly rate."""
    assert own.ci95_percent_per_year is not None  # noqa: S101 - a growing mass has an interval
    rates = [math.log1p(rate / 100) / DAYS_PER_YEAR for rate in own.ci95_percent_per_year]
    low, high = sorted(abs(math.log(2) / rate) for rate in rates)
    return say("{low} to {high}", low=duration_text(low), high=duration_text(high))


def _methods(case: Case, history: MassHistory, own: MassGrowth) -> str:
    """``CT 4``: how many values of the fit were made by what."""
    modality = {m.id: m.modality for m in case.measurements_of(history.mass_id)}
    fitted = [
        look
        for look in history.volumes
        if own.first is not None
        and own.last is not None
        and own.first <= look.span.middle <= own.last
        and own.method.endswith(f" of {look.how}")
    ]
    counts = Counter(method_text(modality[look.record]) for look in fitted)
    return ", ".join(f"{method} {n}" for method, n in counts.items())
