"""Facts from the laboratory: high, normal and low, ever and now, and patterns of one time.

A later normal value does not erase an earlier high one: ``phosphate_high`` is about the
whole record, ``phosphate_high_now`` about the latest result.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.guidance.facts import Fact
from desktop.guidance.readings import BASES, readings
from desktop.guidance.readings import THRESHOLDS as THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.facts import Evidence
    from desktop.guidance.logic import Truth
    from desktop.guidance.readings import Reading
    from desktop.measures.values import Derived

SAME_TIME = 31.0
"""Two results within so many days of each other are taken as one picture (our choice)."""

PATTERNS = tuple(
    f"calcium_{calcium}_with_pth_{pth}" for calcium in ("low", "high") for pth in ("low", "high")
)
"""Calcium and PTH of one time: what each of them means depends on the other."""

_SIDES = ("high", "normal", "low")


def lab_fact_names() -> frozenset[str]:
    """Every name of a fact that the laboratory can give."""
    bases = set(BASES.values())
    ever = {f"{base}_{side}" for base in bases for side in _SIDES}
    now = {f"{name}_now" for name in ever}
    own = {*THRESHOLDS, *(f"{name}_now" for name in THRESHOLDS), *PATTERNS}
    own |= {f"{base}_recorded" for base in bases}
    return frozenset(ever | now | own | {"phosphate_disputed", "phosphate_near_limit"})


def lab_facts(case: Case, derived: Derived) -> dict[str, Fact]:
    """What the results of this case say; no fact where there is no result."""
    found = readings(case, derived)
    facts: dict[str, Fact] = {}
    for base, rows in found.items():
        judged = [row for row in rows if row.verdict is not None]
        facts[f"{base}_recorded"] = Fact(True, _shown(rows))
        facts |= {f"{base}_{side}": _ever(judged, side) for side in _SIDES}
        latest = latest_of(judged)
        facts |= {f"{base}_{side}_now": _now(latest, side) for side in _SIDES}
    for name, (base, sign, limit) in THRESHOLDS.items():
        rows = found.get(base, [])
        facts[name] = _beyond(rows, sign, limit)
        facts[f"{name}_now"] = _beyond(_latest_numbers(rows), sign, limit)
    facts |= _patterns(found.get("calcium", []), found.get("pth", []))
    names = {"disputed": "phosphate_disputed", "borderline": "phosphate_near_limit"}
    for verdict, name in names.items():
        if rows := [row for row in found.get("phosphate", ()) if row.verdict == verdict]:
            facts[name] = Fact(True, _shown(rows))
    return facts


def _ever(rows: Sequence[Reading], side: str) -> Fact:
    matching = [row for row in rows if row.verdict == side]
    others = [row for row in rows if row.verdict in _SIDES and row.verdict != side]
    open_ones = len(rows) - len(matching) - len(others)
    if side == "normal":
        # Only a record without any abnormal result is a normal one.
        if others:
            return Fact(False, _shown(others))
        # Phosphate near its limit is a question of its own; elsewhere it is still normal.
        is_open = open_ones > 0 and rows[0].base == "phosphate"
        return Fact(None) if is_open or not matching else Fact(True, _shown(matching))
    if matching:
        return Fact(True, _shown(matching))
    return Fact(None) if open_ones or not others else Fact(False, _shown(others))


def latest_of(rows: Sequence[Reading]) -> list[Reading]:
    """The readings of the latest time; all of them where none is dated."""
    placed = [row for row in rows if row.span is not None]
    if not placed:
        return list(rows)
    last = placed[-1].when
    return [row for row in placed if row.when == last]


def _now(latest: Sequence[Reading], side: str) -> Fact:
    verdicts = {row.verdict for row in latest}
    if len(verdicts) == 1:
        verdict = next(iter(verdicts))
        if verdict in _SIDES:
            return Fact(verdict == side, _shown(latest))
    return Fact(None)


def _shown(rows: Sequence[Reading]) -> tuple[Evidence, ...]:
    """The newest one, the most abnormal one and the first one, in this order."""
    if not rows:
        return ()
    dated = [row for row in rows if row.span is not None] or rows
    chosen = (dated[-1], max(reversed(rows), key=lambda row: row.excess), dated[0])
    return tuple({row.evidence.record: row.evidence for row in chosen}.values())


def _latest_numbers(rows: Iterable[Reading]) -> list[Reading]:
    return latest_of([row for row in rows if row.quantity is not None])


def _beyond(rows: Iterable[Reading], sign: str, limit: float) -> Fact:
    yes: list[Reading] = []
    no: list[Reading] = []
    for row in rows:
        truth = _compared(row, sign, limit)
        if truth is not None:
            (yes if truth else no).append(row)
    if yes:
        return Fact(True, _shown(yes))
    return Fact(False, _shown(no)) if no else Fact(None)


def _compared(row: Reading, sign: str, limit: float) -> Truth:
    quantity = row.quantity
    if quantity is None:
        return None
    above = quantity.value > limit or (quantity.value == limit and quantity.comparator == ">")
    if sign == ">":
        if quantity.comparator.startswith("<"):
            return None if above else False
        return True if above else (None if quantity.comparator else False)
    below = quantity.value < limit or (quantity.value == limit and quantity.comparator == "<")
    if quantity.comparator.startswith(">"):
        return None if below else False
    return True if below else (None if quantity.comparator else False)


def _patterns(calcium: Sequence[Reading], pth: Sequence[Reading]) -> dict[str, Fact]:
    judged_calcium = [row for row in calcium if row.verdict in _SIDES]
    judged_pth = [row for row in pth if row.verdict in _SIDES]
    found: dict[str, tuple[Reading, Reading]] = {}
    pairs = list(_pairs(judged_calcium, judged_pth))
    for one, other in pairs:
        found.setdefault(f"calcium_{one.verdict}_with_pth_{other.verdict}", (one, other))
    facts: dict[str, Fact] = {}
    for name in PATTERNS:
        if name in found:
            facts[name] = Fact(True, tuple(row.evidence for row in found[name]))
        elif pairs:
            facts[name] = Fact(False, tuple(row.evidence for row in pairs[-1]))
    return facts


def _pairs(calcium: Sequence[Reading], pth: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Results of one time; where each stayed the same throughout, time does not matter."""
    if len({row.verdict for row in calcium}) == 1 and len({row.verdict for row in pth}) == 1:
        yield calcium[0], pth[0]
        return
    by_day = sorted(
        ((row.span.middle, place, row) for place, row in enumerate(calcium) if row.span)
    )
    middles = [middle for middle, _, _ in by_day]
    for other in pth:
        if other.span is None:
            yield from ((one, other) for one in calcium if one.when == other.when)
            continue
        start = bisect_left(middles, other.span.middle - SAME_TIME)
        for middle, _, one in by_day[start:]:
            if middle > other.span.middle + SAME_TIME:
                break
            yield one, other
