"""Phosphate before and under each treatment over a whole registry: a description, no effect."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.work.cohort_members import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Phosphate (mg/dL) before and under one agent: medians over the ``n`` with both values."""

    agent: str
    n: int
    before: float
    after: float
    patients: frozenset[str]


def effects_of(members: Sequence[Member]) -> tuple[Effect, ...]:
    """One for each agent with both values in anybody, the most frequent first."""
    both: dict[str, list[tuple[str, float, float]]] = {}
    for one in members:
        for course in one.courses:
            if course.before is not None and course.after is not None:
                pair = (one.patient, course.before, course.after)
                both.setdefault(course.agent, []).append(pair)
    found = [
        Effect(
            agent=agent,
            n=len(pairs),
            before=median(before for _, before, _ in pairs),
            after=median(after for _, _, after in pairs),
            patients=frozenset(own for own, _, _ in pairs),
        )
        for agent, pairs in both.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.n, one.agent)))
