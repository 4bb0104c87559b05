"""The differential: how each disorder stands in one case, and why.

Standing follows stated rules, in this order: ruled out in the record; confirmed in the
record; excluded or established by a condition of the rule file; probable where the rule
file's condition holds and the arguments for outweigh those against; possible; else unlikely.
The score orders candidates: first by standing, within a standing by the balance of
arguments. It is not a probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from msgspec import structs

from desktop.domain.disorders import DISORDER_KEYS, DISORDERS, disorder_name
from desktop.guidance.assessment import Candidate, Criterion
from desktop.guidance.facts import Fact
from desktop.guidance.logic import Group, deciding, holds, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from desktop.guidance.assessment import Standing, Status
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
class Entry:
    """The rules of one disorder key."""

    rule: DisorderRule
    criteria: tuple[CriterionRule, ...]

    def standing_names(self) -> frozenset[str]:
        """The facts that decide the standing itself."""
        rule = self.rule
        conditions = (rule.probable, rule.established, rule.possible, rule.excluded)
        own = frozenset(f"{kind}.{rule.key}" for kind in ("ruled_out", "confirmed", "suspected"))
        return own.union(*(names_in(part) for part in conditions if part is not None))


@dataclass(frozen=True, slots=True)
class Rank:
    """How one disorder stands, without the words; ``met`` tells which criteria hold."""

    key: str
    standing: Standing
    balance: int
    score: float
    reason: str = ""
    met: tuple[bool, ...] = ()


def is_about(criterion: CriterionRule, key: str) -> bool:
    """True if a criterion of the same file counts for this disorder key."""
    return not criterion.of or key in criterion.of or key.partition(".")[2] in criterion.of


@cache
def entries(pack: Pack) -> tuple[Entry, ...]:
    """The rules by disorder key, in the order of FORMATS."""
    found: dict[str, Entry] = {}
    for file in pack.files:
        for rule in file.disorder:
            criteria = tuple(c for c in file.criterion if is_about(c, rule.key))
            found[rule.key] = Entry(rule, criteria)
    return tuple(found[key] for key in DISORDER_KEYS)


def rank(entry: Entry, look: Callable[[str], Truth]) -> Rank:
    """How one disorder stands on these facts."""
    return _ranked(entry, tuple(holds(c.when, look) is True for c in entry.criteria), look)


def rank_again(
    entry: Entry, before: Rank, look: Callable[[str], Truth], *, touched: Sequence[int]
) -> Rank:
    """How one disorder stands after facts changed that only some of its criteria name.

    ``touched`` are the places of those criteria; the others keep what they gave before.
    """
    met = list(before.met)
    for place in touched:
        met[place] = holds(entry.criteria[place].when, look) is True
    return _ranked(entry, tuple(met), look)


def _ranked(entry: Entry, met: tuple[bool, ...], look: Callable[[str], Truth]) -> Rank:
    balance = major = 0
    for criterion, is_met in zip(entry.criteria, met, strict=True):
        if is_met:
            points = POINTS[criterion.weight]
            is_for = criterion.polarity == "for"
            balance += points if is_for else -points
            major += is_for and criterion.weight != "minor"
    rule = entry.rule
    standing, reason = _standing(rule, look, balance=balance, major=major)
    return Rank(rule.key, standing, balance, _score(standing, balance, rule), reason, met)


def _standing(
    rule: DisorderRule, look: Callable[[str], Truth], *, balance: int, major: int
) -> tuple[Standing, str]:
    if look(f"ruled_out.{rule.key}"):
        return "excluded", "Ruled out in the record."
    if look(f"confirmed.{rule.key}"):
        return "established", "The record holds this diagnosis as confirmed."
    if rule.excluded is not None and holds(rule.excluded, look):
        return "excluded", rule.excluded_because
    if rule.established is not None and holds(rule.established, look):
        return "established", ""
    if holds(rule.probable, look) and balance > 0:
        return "probable", ""
    if look(f"suspected.{rule.key}"):
        return "possible", "The record holds this diagnosis as suspected."
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
        known = Fact(True, _speaking_for(by_key[row.key], facts))
        group = row.key.partition(".")[0]
        for step in (*steps, "leads") if place == 0 else steps:
            found[f"{row.key}.{step}"] = known
            # The best cause comes first and speaks for its group.
            if not found[f"{group}.{step}"].truth:
                found[f"{group}.{step}"] = known
    return found


def _speaking_for(entry: Entry, facts: Facts) -> tuple[Evidence, ...]:
    met = [
        name
        for criterion in sorted(entry.criteria, key=lambda c: -POINTS[c.weight])
        if criterion.polarity == "for"
        and criterion.weight != "minor"
        and holds(criterion.when, facts.truth)
        for name in deciding(criterion.when, facts.truth)
    ]
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


def candidate(row: Rank, entry: Entry, facts: Facts) -> Candidate:
    """The candidate with its criteria and what in the record decided each of them."""
    criteria = tuple(_criterion(rule, facts) for rule in _listed(row, entry, facts))
    disorder, _, cause = row.key.partition(".")
    return Candidate(
        disorder=disorder,
        cause=cause or None,
        name=disorder_name(row.key),
        standing=row.standing,
        score=row.score,
        reason=row.reason or _reason(row, criteria),
        criteria=criteria,
    )


def _listed(row: Rank, entry: Entry, facts: Facts) -> Iterator[CriterionRule]:
    """The arguments of a case: of alternatives that exclude each other only what applies.

    A weaker alternative is left out unless it holds; the stronger one is left out where it is
    known not to hold and a weaker one holds in its place.
    """
    pairs = list(zip(entry.criteria, row.met, strict=True))
    replaced = {rule.instead_of for rule, is_met in pairs if is_met}
    for rule, is_met in pairs:
        if is_met or (not rule.instead_of and not _is_replaced(rule, replaced, facts)):
            yield rule


def _is_replaced(rule: CriterionRule, replaced: Container[str], facts: Facts) -> bool:
    return rule.id in replaced and _truth_to_tell(rule, facts) is False


def without_criteria(row: Rank) -> Candidate:
    """The candidate alone, where its criteria could not be told."""
    disorder, _, cause = row.key.partition(".")
    return Candidate(
        disorder=disorder,
        cause=cause or None,
        name=disorder_name(row.key),
        standing=row.standing,
        score=row.score,
        reason=row.reason or "The criteria could not be told.",
    )


def _criterion(rule: CriterionRule, facts: Facts) -> Criterion:
    truth = _truth_to_tell(rule, facts)
    found = () if truth is None else facts.evidence(deciding(rule.when, facts.truth))
    return Criterion(
        id=rule.id,
        status=_STATUS[truth],
        polarity=rule.polarity,
        weight=rule.weight,
        text=rule.text,
        statements=rule.statements,
        references=rule.references,
        evidence=tuple(evidence.record for evidence in found),
        because=tuple(evidence.say() for evidence in found),
        basis=rule.ground,
    )


def _truth_to_tell(rule: CriterionRule, facts: Facts) -> Truth:
    """What stands in the way of an unknown finding does not make the finding absent."""
    truth = holds(rule.when, facts.truth)
    if truth is False and isinstance(rule.when, Group) and rule.when.unless:
        core = structs.replace(rule.when, unless=())
        return None if core.is_empty() or holds(core, facts.truth) is None else False
    return truth


_STATUS: dict[Truth, Status] = {True: "met", False: "not_met", None: "unknown"}


def _reason(row: Rank, criteria: Sequence[Criterion]) -> str:
    """One line: what speaks against it, else what would settle it, else that it fits."""
    against = [c for c in criteria if c.polarity == "against" and c.status == "met"]
    for_it = [c for c in criteria if c.polarity == "for" and c.status == "met"]
    against.sort(key=lambda c: -POINTS[c.weight])
    for_it.sort(key=lambda c: -POINTS[c.weight])
    if row.standing in ("unlikely", "excluded"):
        if against:
            return f"Against: {_named(against[:2])}."
        return "Nothing in the record points to it." if not for_it else "Too little points to it."
    told = f"For: {_named(for_it[:2])}." if for_it else ""
    return f"{told} Against: {_named(against[:1])}." if against else told


def _named(criteria: Sequence[Criterion]) -> str:
    return "; ".join(_within_sentence(c.text) for c in criteria)


def _within_sentence(text: str) -> str:
    # Abbreviations such as PTH keep their capitals.
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
