"""Applies the guidance to one case: facts, differential, alerts, plan, next tests, monitoring."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.language import language, say
from desktop.guidance.alerts import alerts
from desktop.guidance.assessment import Assessment
from desktop.guidance.attempts import Attempts
from desktop.guidance.catalog import concept_conditions, facts_of
from desktop.guidance.differential import (
    Rank,
    candidate,
    rank,
    standing_facts,
    without_criteria,
)
from desktop.guidance.entries import entries
from desktop.guidance.facts import Facts
from desktop.guidance.loader import guidance_pack
from desktop.guidance.monitoring import monitoring
from desktop.guidance.next_tests import next_tests
from desktop.guidance.plan import management, missing
from desktop.guidance.silencing import marked, silenced_rules
from desktop.guidance.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Candidate, Criterion, Silenced
    from desktop.guidance.entries import Entry
    from desktop.guidance.facts import Fact
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Truth
    from desktop.measures.values import Derived


class Reckoned(NamedTuple):
    """What decides, before any words: the facts with how the disorders stand, and the ranks."""

    facts: Facts
    ranks: Sequence[Rank]


def assess(case: Case, derived: Derived, *, pack: Pack | None = None) -> Assessment:
    """The guidance applied to one case and its measures; the same case gives the same result.

    ``pack`` is the shipped guidance unless another is given. Its rules count as they stand on
    the case's day, their texts in the chosen language. A rule that fails is told in
    ``failures`` and as an alert of its own; the others still count. Raises PackError where the
    rule files themselves cannot be used.
    """
    chosen = in_language((pack or guidance_pack()).valid_on(case.as_of), language())
    attempts = Attempts(chosen.failures)
    reckoned = reckon(case, derived, chosen, attempts)
    facts, ranks = reckoned
    differential = _candidates(chosen, ranks, facts, attempts)
    advice = management(chosen, facts, attempts)
    schedule = monitoring(case, chosen, facts, attempts)
    tests = next_tests(chosen, facts, ranks, attempts)
    lacking = missing(chosen, facts, attempts)
    silenced: Mapping[str, Silenced] = {}
    silenced = attempts.of("silences", partial(silenced_rules, case, chosen), silenced)
    # Alerts come last, because they also tell which of the rules above failed.
    warned = alerts(case, chosen, facts, ranks=ranks, attempts=attempts)
    return Assessment(
        patient_id=case.patient.patient_id,
        guidance_version=chosen.edition,
        differential=differential,
        alerts=marked(warned, silenced),
        management=marked(advice, silenced),
        next_tests=marked(tests, silenced),
        monitoring=marked(schedule, silenced),
        missing=lacking,
        failures=attempts.failures(),
    )


def assess_briefly(case: Case, derived: Derived, *, pack: Pack) -> Assessment:
    """How the disorders stand, alerts, monitoring and what is missing, for lists of very many.

    The same as ``assess`` in two thirds of the time, without criteria, plan and tests, and so
    without the failures of those.
    """
    chosen = in_language(pack.valid_on(case.as_of), language())
    attempts = Attempts(chosen.failures)
    facts, ranks = reckon(case, derived, chosen, attempts)
    schedule = monitoring(case, chosen, facts, attempts)
    lacking = missing(chosen, facts, attempts)
    silenced: Mapping[str, Silenced] = {}
    silenced = attempts.of("silences", partial(silenced_rules, case, chosen), silenced)
    return Assessment(
        patient_id=case.patient.patient_id,
        guidance_version=chosen.edition,
        differential=tuple(without_criteria(row) for row in ranks),
        alerts=marked(alerts(case, chosen, facts, ranks=ranks, attempts=attempts), silenced),
        monitoring=marked(schedule, silenced),
        missing=lacking,
        failures=attempts.failures(),
    )


def reckon(case: Case, derived: Derived, pack: Pack, attempts: Attempts) -> Reckoned:
    """The facts of a case and how the disorders stand on them, by the rules of a pack."""
    empty = Facts({}, concept_conditions(pack))
    work = partial(facts_of, case, derived, pack, attempts)
    return standing(pack, attempts.of("record.all", work, empty), attempts)


def standing(pack: Pack, facts: Facts, attempts: Attempts) -> Reckoned:
    """How the disorders stand on these facts, and the facts with that among them."""
    ranks = _ranks(pack, facts, attempts)
    added: dict[str, Fact] = {}
    added = attempts.of("standing", partial(standing_facts, pack, ranks, facts), added)
    # Nothing before this rests on how disorders stand, so all that was worked out is kept.
    return Reckoned(facts.supposing(added, frozenset(added)), ranks)


def _ranks(pack: Pack, facts: Facts, attempts: Attempts) -> list[Rank]:
    found: list[Rank] = []
    held: dict[str, Truth] = {}
    for entry in entries(pack):
        key = entry.rule.key
        work = partial(rank, entry, facts.truth, held)
        found.append(attempts.of(key, work, None) or _unranked(entry))
    return sorted(found, key=lambda row: -row.score)


def _unranked(entry: Entry) -> Rank:
    told = say("This disorder could not be assessed.")
    return Rank(entry.rule.key, "unlikely", 0, 0.2, told, (None,) * len(entry.criteria))


def _candidates(
    pack: Pack, ranks: Sequence[Rank], facts: Facts, attempts: Attempts
) -> tuple[Candidate, ...]:
    by_key = {entry.rule.key: entry for entry in entries(pack)}
    found: list[Candidate] = []
    told: dict[str, Criterion] = {}
    for row in ranks:
        entry = by_key[row.key]
        work = partial(candidate, row, entry, facts, told)
        made = attempts.of(f"{row.key}.criteria", work, None)
        found.append(made or without_criteria(row))
    return tuple(found)
