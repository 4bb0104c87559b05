"""Alerts and advice that somebody set aside with a reason, and when they speak again.

A silence holds for the rule as it was worded and as it decided: its fingerprint is of the
rule's texts and of its condition, with every concept that the condition rests on. A rule that
is worded anew, or that decides otherwise, speaks again; a new edition alone changes nothing.

Contraindications may be set aside like anything else, because a clinician may know better than
a rule. They stay in the list of alerts, marked, with all that they forbid: what is set aside is
the banner's call for attention, not the fact that the action is forbidden.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import msgspec

from desktop.guidance.alerts import ALLERGY
from desktop.guidance.assessment import Advice, Alert, Monitoring, NextTest, Silenced
from desktop.guidance.logic import holds, names_in
from desktop.guidance.next_tests import applies
from desktop.guidance.pack import AlertRule, TestRule
from desktop.guidance.texts import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.pack import Rule

Item = TypeVar("Item", Alert, Advice, NextTest, Monitoring)

_NOT_WORDS = frozenset(
    [
        *("edition", "fires", "silent", "statements", "references", "valid_from", "valid_until"),
        *("replaces", "approved_by", "approved_on", "overrides", "reason"),
    ]
)
"""Fields of a rule that change neither what it says nor when."""


def fingerprint_of(name: str, case: Case, pack: Pack) -> str:
    """The fingerprint of a rule, or of the alert about one recorded allergy; empty for no such."""
    pack = pack.original or pack
    rule = pack.rule(name)
    if rule is not None:
        return _of_rule(rule, pack)
    for allergy in case.allergies:
        if name == f"{ALLERGY}{allergy.id}":
            cells = (allergy.substance, allergy.reaction, allergy.status, allergy.note)
            return fingerprint(cells)
    return ""


def _of_rule(rule: Rule, pack: Pack) -> str:
    fields = {name: getattr(rule, name) for name in rule.__struct_fields__}
    told = {name: cell for name, cell in fields.items() if name not in _NOT_WORDS}
    concepts = {concept.name: concept.when for concept in pack.concepts()}
    open_names, rests_on = {*_named(rule)}, {}
    while open_names:
        name = open_names.pop()
        if name in concepts and name not in rests_on:
            rests_on[name] = concepts[name]
            open_names |= names_in(concepts[name])
    return fingerprint(msgspec.to_builtins([told, rests_on]))


def _named(rule: Rule) -> Iterator[str]:
    yield from names_in(rule.when)
    if isinstance(rule, AlertRule) and rule.cleared_by is not None:
        yield from names_in(rule.cleared_by)


def active_silences(case: Case) -> tuple[r.Silence, ...]:
    """The silences that nobody has lifted and that have not ended."""
    return tuple(silence for silence in case.silences if not silence.ended)


def silenced_rules(case: Case, pack: Pack) -> Mapping[str, Silenced]:
    """What is set aside in this case, by the id of the rule; the latest silence of each."""
    found: dict[str, Silenced] = {}
    for silence in active_silences(case):
        if silence.fingerprint == fingerprint_of(silence.rule, case, pack):
            found[silence.rule] = Silenced(
                who=silence.who, when=silence.when, reason=silence.reason, record=silence.id
            )
    return found


def marked(items: Iterable[Item], silenced: Mapping[str, Silenced]) -> tuple[Item, ...]:
    """The items, those that are set aside marked as such; none is left out."""
    return tuple(
        replace(item, silenced=silenced[item.id]) if item.id in silenced else item for item in items
    )


def still_speaks(name: str, case: Case, pack: Pack, facts: Facts) -> bool:
    """True while the facts of a rule hold, so that a silence of it has not ended."""
    rule = pack.rule(name)
    if isinstance(rule, TestRule):
        return applies(rule, facts)
    if isinstance(rule, AlertRule) and rule.cleared_by is not None:
        is_cleared = holds(rule.cleared_by, facts.truth)
        return not is_cleared and holds(rule.when, facts.truth) is True
    if rule is not None:
        return holds(rule.when, facts.truth) is True
    return bool(fingerprint_of(name, case, pack))
