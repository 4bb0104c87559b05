"""Applies the guidance to one case: facts, differential, alerts, plan, next tests, monitoring."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.guidance.alerts import alerts
from desktop.guidance.assessment import Assessment
from desktop.guidance.attempts import Attempts
from desktop.guidance.catalog import concept_conditions, facts_of
from desktop.guidance.differential import (
    Rank,
    candidate,
    entries,
    rank,
    standing_facts,
    without_criteria,
)
from desktop.guidance.facts import Facts
from desktop.guidance.loader import guidance_pack
from desktop.guidance.monitoring import monitoring
from desktop.guidance.next_tests import next_tests
from desktop.guidance.plan import management, missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Candidate
    from desktop.guidance.loader import Pack
    from desktop.measures.values import Derived


def assess(case: Case, derived: Derived) -> Assessment:
    """The guidance applied to one case and its measures; the same case gives the same result.

    A rule that fails becomes an alert of its own. Raises PackError where the rule files
    themselves cannot be used.
    """
    return assess_with(guidance_pack(), case, derived)


def assess_with(pack: Pack, case: Case, derived: Derived) -> Assessment:
    """The guidance of a given pack applied to one case."""
    attempts = Attempts()
    empty = Facts({}, concept_conditions(pack))
    facts = attempts.of("reading-the-record", partial(facts_of, case, derived, pack), empty)
    ranks = _ranks(pack, facts, attempts)
    whole = facts.with_facts(standing_facts(pack, ranks, facts))
    differential = _candidates(pack, ranks, whole, attempts)
    advice = management(pack, whole, attempts)
    schedule = monitoring(case, pack, whole, attempts)
    tests = next_tests(pack, whole, ranks, attempts)
    lacking = missing(pack, whole, attempts)
    # Alerts come last, because they also tell which of the rules above failed.
    warned = alerts(case, pack, whole, ranks=ranks, attempts=attempts)
    return Assessment(
        patient_id=case.patient.patient_id,
        guidance_version=pack.edition,
        differential=differential,
        alerts=warned,
        management=advice,
        next_tests=tests,
        monitoring=schedule,
        missing=lacking,
    )


def _ranks(pack: Pack, facts: Facts, attempts: Attempts) -> list[Rank]:
    found: list[Rank] = []
    for entry in entries(pack):
        key = entry.rule.key
        unknown = Rank(key, "unlikely", 0, 0.2, "This disorder could not be assessed.")
        found.append(attempts.of(key, partial(rank, entry, facts.truth), unknown))
    return sorted(found, key=lambda row: -row.score)


def _candidates(
    pack: Pack, ranks: Sequence[Rank], facts: Facts, attempts: Attempts
) -> tuple[Candidate, ...]:
    by_key = {entry.rule.key: entry for entry in entries(pack)}
    found: list[Candidate] = []
    for row in ranks:
        entry = by_key[row.key]
        bare = without_criteria(row)
        work = partial(candidate, row, entry, facts)
        found.append(attempts.of(f"{row.key}.criteria", work, bare))
    return tuple(found)
