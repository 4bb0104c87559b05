"""The next most informative tests, found by supposing each answer and ranking anew.

First what may settle FOP, because its contraindications hold until then; then what may
change both which disorder leads and what must be avoided; then which leads; then how one
stands, or what must be avoided; then the rest. Within these the least burden: asking and
looking before blood, blood before radiation, radiation before biopsy. A biopsy is never
named while FOP is possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.guidance.assessment import NextTest
from desktop.guidance.differential import rank_again
from desktop.guidance.entries import entries
from desktop.guidance.facts import supposed
from desktop.guidance.logic import holds, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop.guidance.attempts import Attempts
    from desktop.guidance.differential import Rank
    from desktop.guidance.entries import Entry
    from desktop.guidance.facts import Fact, Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Truth
    from desktop.guidance.pack import AlertRule, TestRule

SHOWN = 8
"""How many tests are named: more would not be read."""

_BURDEN = {
    name: place
    for place, name in enumerate(
        ("question", "examination", "urine", "blood", "imaging", "radiation", "biopsy")
    )
}
_OPEN = ("established", "probable", "possible")


@dataclass(frozen=True, slots=True)
class Gain:
    """What a test may change, and how much.

    4: whether FOP and its contraindications stand; 3: which disorder leads and what must be
    avoided; 2: which leads; 1: how a disorder in question stands, or what must be avoided;
    0: only the balance of arguments.
    """

    level: int
    amount: float
    moved: tuple[str, ...]


def next_tests(
    pack: Pack, facts: Facts, ranks: Sequence[Rank], attempts: Attempts
) -> tuple[NextTest, ...]:
    """The tests worth doing next, the most informative first."""
    found: list[tuple[TestRule, Gain]] = []
    now = {row.key: row for row in ranks}
    for plan in _plans(pack):
        gain = attempts.of(plan.rule.id, partial(_gain, plan, facts, now, ranks[0].key), None)
        if gain is not None and (gain.level or gain.amount > 0):
            found.append((plan.rule, gain))
    found.sort(key=lambda item: (-item[1].level, _BURDEN[item[0].burden], -item[1].amount))
    return tuple(_told(rule, gain) for rule, gain in found[:SHOWN])


@dataclass(frozen=True, slots=True)
class Plan:
    """One test worked out beforehand: what each answer supposes, and what that can touch.

    ``touched`` holds the answered facts with every concept that rests on them, ``entries``
    the disorders concerned, each with the places of the criteria concerned, ``alerts`` the
    alerts concerned that forbid something.
    """

    rule: TestRule
    supposed: tuple[dict[str, Fact], ...]
    touched: frozenset[str]
    entries: tuple[tuple[Entry, tuple[int, ...]], ...]
    alerts: tuple[AlertRule, ...]


@cache
def _plans(pack: Pack) -> tuple[Plan, ...]:
    """Every test of a pack, worked out beforehand."""
    named = _named(pack)
    return tuple(_plan(rule, named) for file in pack.files for rule in file.test)


@dataclass(frozen=True, slots=True)
class _Named:
    """The facts that every condition names, gathered once for all tests."""

    concepts: Mapping[str, frozenset[str]]
    entries: tuple[tuple[Entry, tuple[frozenset[str], ...], frozenset[str]], ...]
    alerts: tuple[tuple[AlertRule, frozenset[str]], ...]


def _named(pack: Pack) -> _Named:
    # The causes of one file share their criteria.
    criteria = {c.id: names_in(c.when) for file in pack.files for c in file.criterion}
    return _Named(
        {concept.name: names_in(concept.when) for concept in pack.concepts()},
        tuple(
            (entry, tuple(criteria[c.id] for c in entry.criteria), entry.standing_names())
            for entry in entries(pack)
        ),
        tuple((a, names_in(a.when)) for file in pack.files for a in file.alert if a.forbids),
    )


def _plan(rule: TestRule, named: _Named) -> Plan:
    answers = tuple(supposed(outcome.facts) for outcome in rule.outcomes)
    touched = {name for answer in answers for name in answer}
    # A concept uses only earlier ones, so one pass finds all that rest on the answer.
    for name, parts in named.concepts.items():
        if parts & touched:
            touched.add(name)
    concerned = []
    for entry, criteria, standing in named.entries:
        places = tuple(place for place, names in enumerate(criteria) if names & touched)
        if places or standing & touched:
            concerned.append((entry, places))
    warned = tuple(alert for alert, names in named.alerts if names & touched)
    return Plan(rule, answers, frozenset(touched), tuple(concerned), warned)


def _gain(plan: Plan, facts: Facts, now: Mapping[str, Rank], leader: str) -> Gain | None:
    if not applies(plan.rule, facts):
        return None
    effects, moved = set[str](), dict[str, float]()
    avoided = _avoided(plan, facts.truth)
    for answer in plan.supposed:
        look = facts.supposing(answer, plan.touched).truth
        changed = {
            entry.rule.key: rank_again(entry, now[entry.rule.key], look, touched=places)
            for entry, places in plan.entries
        }
        effects.update(_effects(now, changed, leader))
        if _avoided(plan, look) != avoided:
            effects.add("avoided")
        for key, row in changed.items():
            if row.standing in _OPEN or now[key].standing in _OPEN:
                moved[key] = moved.get(key, 0.0) + abs(row.score - now[key].score)
    amount = sum(moved.values()) / len(plan.supposed)
    order = sorted((key for key in moved if moved[key] > 0.01), key=lambda key: -moved[key])
    return Gain(_level(effects), amount, tuple(order[:4]))


def _avoided(plan: Plan, look: Callable[[str], Truth]) -> set[str]:
    """What the alerts that the test can touch forbid on these facts."""
    return {
        action
        for alert in plan.alerts
        if holds(alert.when, look) is True
        for action in alert.forbids
    }


def applies(rule: TestRule, facts: Facts) -> bool:
    """True where a test may be named: it is asked for, its answer is open, and it does no harm."""
    if holds(rule.when, facts.truth) is not True:
        return False
    if all(facts.truth(name) is not None for name in rule.asks):
        return False
    return not (rule.burden == "biopsy" and facts.truth("fop.possible"))


def _effects(now: Mapping[str, Rank], changed: Mapping[str, Rank], leader: str) -> Iterator[str]:
    """What one answer would change: ``fop``, ``leader``, ``standing``."""
    moved = {key for key, row in changed.items() if row.standing != now[key].standing}
    if "fop" in moved:
        yield "fop"
    best = max(({**now, **changed}).values(), key=lambda row: row.score)
    if best.key != leader and best.standing in _OPEN:
        yield "leader"
    if any(now[key].standing in _OPEN for key in moved):
        yield "standing"


def _level(effects: set[str]) -> int:
    if "fop" in effects:
        return 4
    if "leader" in effects:
        return 3 if "avoided" in effects else 2
    return 1 if effects else 0


def _told(rule: TestRule, gain: Gain) -> NextTest:
    why = {
        4: say("An answer can settle FOP and its precautions."),
        3: say("An answer can change which disorder leads and what must be avoided."),
        2: say("An answer can change which disorder leads."),
        1: say("An answer can change how a disorder stands, or what must be avoided."),
        0: say("An answer adds to the balance of arguments."),
    }[gain.level]
    changes = tuple(f"{outcome.answer}: {outcome.changes}" for outcome in rule.outcomes)
    return NextTest(
        test=rule.test,
        text=rule.text,
        separates=gain.moved,
        why=f"{why} {' '.join(f'{change}.' for change in changes)}",
        statements=rule.statements,
        references=rule.references,
        id=rule.id,
        burden=rule.burden,
        changes=changes,
        basis=rule.ground,
        local=rule.approval,
    )
