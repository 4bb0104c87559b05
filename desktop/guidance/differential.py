"""The differential: how each disorder stands in one case, and why.

Standing follows stated rules, in this order: ruled out in the record; confirmed in the
record; excluded or established by a condition of the rule file; probable where the rule
file's condition holds and the arguments for outweigh those against; possible; else unlikely.
The score orders candidates: first by standing, within a standing by the balance of
arguments. It is not a probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from desktop.domain.disorders import DISORDER_KEYS, DISORDERS, disorder_name
from desktop.domain.language import say
from desktop.guidance.assessment import Candidate, Criterion
from desktop.guidance.entries import criterion_of, entries
from desktop.guidance.facts import Fact
from desktop.guidance.logic import Group, deciding, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.guidance.assessment import Standing
    from desktop.guidance.entries import Entry
    from desktop.guidance.facts import Evidence, Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Truth
    from desktop.guidance.pack import CriterionRule, DisorderRule

POINTS = {"decisive": 9, "major": 3, "minor": 1}
"""What an argument weighs: a decisive one as three major ones, a major one as three minor ones."""

STANDINGS = ("possible", "probable", "established", "leads")
"""How a disorder stands as facts: ``fop.possible`` means possible or better."""

_TIERS: dict[Standing, float] = {
    "established": 0.8,
    "probable": 0.6,
    "possible": 0.4,
    "unlikely": 0.2,
    "excluded": 0.0,
}
_WIDTH = 0.2
_HALF = 12.0
"""The balance of arguments at which half of the room within a standing is used."""


@dataclass(frozen=True, slots=True)
class Rank:
    """How one disorder stands, without the words; ``truths`` are those of its criteria."""

    key: str
    standing: Standing
    balance: int
    score: float
    reason: str = ""
    truths: tuple[Truth, ...] = ()


def rank(entry: Entry, look: Callable[[str], Truth], held: dict[str, Truth] | None = None) -> Rank:
    """How one disorder stands on these facts.

    ``held`` keeps the truths of criteria on the same facts, because causes share them.
    """
    held = {} if held is None else held
    for criterion in entry.criteria:
        if criterion.id not in held:
            held[criterion.id] = holds(criterion.when, look)
    return _ranked(entry, tuple([held[criterion.id] for criterion in entry.criteria]), look)


def rank_again(
    entry: Entry, before: Rank, look: Callable[[str], Truth], *, touched: Sequence[int]
) -> Rank:
    """How one disorder stands after facts changed that only some of its criteria name.

    ``touched`` are the places of those criteria; the others keep what they gave before.
    """
    truths = list(before.truths)
    for place in touched:
        truths[place] = holds(entry.criteria[place].when, look)
    return _ranked(entry, tuple(truths), look)


def _ranked(entry: Entry, truths: tuple[Truth, ...], look: Callable[[str], Truth]) -> Rank:
    balance = major = 0
    for criterion, truth in zip(entry.criteria, truths, strict=True):
        if truth:
            points = POINTS[criterion.weight]
            is_for = criterion.polarity == "for"
            balance += points if is_for else -points
            major += is_for and criterion.weight != "minor"
    rule = entry.rule
    standing, reason = _standing(rule, look, balance=balance, major=major)
    return Rank(rule.key, standing, balance, _score(standing, balance, rule), reason, truths)


def _standing(
    rule: DisorderRule, look: Callable[[str], Truth], *, balance: int, major: int
) -> tuple[Standing, str]:
    if look(f"ruled_out.{rule.key}"):
        return "excluded", say("Ruled out in the record.")
    if look(f"confirmed.{rule.key}"):
        return "established", say("The record holds this diagnosis as confirmed.")
    if rule.excluded is not None and holds(rule.excluded, look):
        return "excluded", rule.excluded_because
    if rule.established is not None and holds(rule.established, look):
        return "established", ""
    if holds(rule.probable, look) and balance > 0:
        return "probable", ""
    if look(f"suspected.{rule.key}"):
        return "possible", say("The record holds this diagnosis as suspected.")
    is_supported = balance > 0 or rule.stays_possible
    points_to_it = major > 0 if rule.possible is None else holds(rule.possible, look)
    return ("possible", "") if is_supported and points_to_it else ("unlikely", "")


def _score(standing: Standing, balance: int, rule: DisorderRule) -> float:
    share = 0.5 + 0.5 * balance / (abs(balance) + _HALF)
    # The prior only parts disorders between which nothing in the record decides.
    return round(_TIERS[standing] + _WIDTH * share * 0.999 - rule.prior * 1e-6 + 3e-5, 6)


def ranked(entries_: Iterable[Entry], look: Callable[[str], Truth]) -> list[Rank]:
    """Every disorder, best first."""
    return sorted((rank(entry, look) for entry in entries_), key=lambda rank: -rank.score)


def standing_facts(pack: Pack, ranks: Sequence[Rank], facts: Facts) -> dict[str, Fact]:
    """How the disorders stand as facts, for the rules that come after.

    ``KEY.possible`` is possible or better; a group stands as its best cause. ``KEY.leads``
    is the first of the list, if it is at least possible. The evidence is what speaks for
    the disorder.
    """
    found = {
        f"{key}.{step}": Fact(False) for key in (*DISORDER_KEYS, *DISORDERS) for step in STANDINGS
    }
    by_key = {entry.rule.key: entry for entry in entries(pack)}
    for place, row in enumerate(ranks):
        steps = _steps_of(row.standing)
        if not steps:
            continue
        known = Fact(True, _speaking_for(by_key[row.key], row, facts))
        group = row.key.partition(".")[0]
        for step in (*steps, "leads") if place == 0 else steps:
            found[f"{row.key}.{step}"] = known
            # The best cause comes first and speaks for its group.
            if not found[f"{group}.{step}"].truth:
                found[f"{group}.{step}"] = known
    return found


def _speaking_for(entry: Entry, row: Rank, facts: Facts) -> tuple[Evidence, ...]:
    foremost = [
        criterion
        for criterion, truth in zip(entry.criteria, row.truths, strict=True)
        if truth and criterion.polarity == "for" and criterion.weight != "minor"
    ]
    foremost.sort(key=lambda c: -POINTS[c.weight])
    met = [name for c in foremost for name in deciding(c.when, facts.truth, truth=True)]
    own = [f"{kind}.{entry.rule.key}" for kind in ("confirmed", "suspected")]
    held = [name for name in own if facts.truth(name)]
    return facts.evidence([*held, *met])[:4]


def is_standing(name: str) -> bool:
    """True for a fact that tells how a disorder stands: ``fop.possible``."""
    return name.rpartition(".")[2] in STANDINGS


def _steps_of(standing: Standing) -> tuple[str, ...]:
    steps = ("possible", "probable", "established")
    reached = {"possible": 1, "probable": 2, "established": 3}.get(standing, 0)
    return steps[:reached]


def candidate(row: Rank, entry: Entry, facts: Facts, told: dict[str, Criterion]) -> Candidate:
    """The candidate with its criteria and what in the record decided each of them.

    ``told`` keeps the criteria that were worked out for this case, because causes share them.
    """
    criteria: list[Criterion] = []
    for place, truth in _listed(row, entry, facts):
        rule = entry.criteria[place]
        if truth is None:
            criteria.append(entry.untold[place])
            continue
        if rule.id not in told:
            names = deciding(rule.when, facts.truth, truth=truth)
            told[rule.id] = criterion_of(rule, truth, facts.evidence(names))
        criteria.append(told[rule.id])
    disorder, _, cause = row.key.partition(".")
    return Candidate(
        disorder=disorder,
        cause=cause or None,
        name=disorder_name(row.key),
        standing=row.standing,
        score=row.score,
        reason=row.reason or _reason(row, criteria),
        criteria=tuple(criteria),
    )


def _listed(row: Rank, entry: Entry, facts: Facts) -> Iterator[tuple[int, Truth]]:
    """The arguments of a case: of alternatives that exclude each other only what applies.

    A weaker alternative is left out unless it holds; the stronger one is left out where it is
    known not to hold and a weaker one holds in its place.
    """
    pairs = list(zip(entry.criteria, row.truths, strict=True))
    replaced = {rule.instead_of for rule, truth in pairs if truth}
    for place, (rule, truth) in enumerate(pairs):
        told = _truth_to_tell(rule, truth, facts) if truth is False else truth
        is_replaced = rule.id in replaced and told is False
        if truth or (not rule.instead_of and not is_replaced):
            yield place, told


def without_criteria(row: Rank) -> Candidate:
    """The candidate alone, where its criteria could not be told."""
    disorder, _, cause = row.key.partition(".")
    return Candidate(
        disorder=disorder,
        cause=cause or None,
        name=disorder_name(row.key),
        standing=row.standing,
        score=row.score,
        reason=row.reason or say("The criteria could not be told."),
    )


def _truth_to_tell(rule: CriterionRule, truth: Truth, facts: Facts) -> Truth:
    """What stands in the way of an unknown finding does not make the finding absent."""
    if truth is False and isinstance(rule.when, Group) and rule.when.unless:
        core = structs.replace(rule.when, unless=())
        return None if core.is_empty() or holds(core, facts.truth) is None else False
    return truth


def _reason(row: Rank, criteria: Sequence[Criterion]) -> str:
    """One line: what speaks against it, else what would settle it, else that it fits."""
    against = [c for c in criteria if c.polarity == "against" and c.status == "met"]
    for_it = [c for c in criteria if c.polarity == "for" and c.status == "met"]
    against.sort(key=lambda c: -POINTS[c.weight])
    for_it.sort(key=lambda c: -POINTS[c.weight])
    if row.standing in ("unlikely", "excluded"):
        if against:
            return say("Against: {arguments}.", arguments=_named(against[:2]))
        if not for_it:
            return say("Nothing in the record points to it.")
        return say("Too little points to it.")
    told = say("For: {arguments}.", arguments=_named(for_it[:2])) if for_it else ""
    contrary = say("Against: {arguments}.", arguments=_named(against[:1])) if against else ""
    return f"{told} {contrary}".strip()


def _named(criteria: Sequence[Criterion]) -> str:
    return "; ".join(_within_sentence(c.text) for c in criteria)


def _within_sentence(text: str) -> str:
    # Abbreviations such as PTH keep their capitals.
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
