"""Alerts: what must not be done, what needs care, and what was ruled out."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.guidance.assessment import Alert
from desktop.guidance.differential import is_standing
from desktop.guidance.facts_course import allergy_with_note, allergy_words
from desktop.guidance.logic import deciding, holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.case import Case
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.differential import Rank
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Condition
    from desktop.guidance.pack import AlertRule

SHOWN = 3
"""How many records are named as reasons for one alert: the most telling ones."""

BANNER = 45
"""Characters that fit one item of the banner."""

_ORDER = {"contraindication": 0, "warning": 2, "info": 3}
_ALLERGY, _CLEARED = 1, 4


def alerts(
    case: Case, pack: Pack, facts: Facts, *, ranks: Iterable[Rank], attempts: Attempts
) -> tuple[Alert, ...]:
    """The alerts of this case: contraindications, allergies, warnings, notes, then cleared ones."""
    words = {"{fop}": _standing_of("fop", ranks)}
    found = [(_ALLERGY, alert) for alert in allergy_alerts(case)]
    for file in pack.files:
        for rule in file.alert:
            alert = attempts.of(rule.id, partial(_alert, rule, facts, words), None)
            if alert is not None:
                found.append((_CLEARED if alert.cleared else _ORDER[alert.severity], alert))
    found.extend((_ORDER["warning"], alert) for alert in attempts.alerts())
    found.sort(key=lambda item: item[0])
    return tuple(alert for _, alert in found)


def _standing_of(key: str, ranks: Iterable[Rank]) -> str:
    return next((rank.standing for rank in ranks if rank.key == key), "")


def _alert(rule: AlertRule, facts: Facts, words: dict[str, str]) -> Alert | None:
    if rule.cleared_by is not None and holds(rule.cleared_by, facts.truth):
        return _cleared(rule, facts)
    if holds(rule.when, facts.truth) is not True:
        return None
    return Alert(
        id=rule.id,
        severity=rule.severity,
        text=_filled(rule.text, {**words, "{running}": _running(rule, facts)}),
        short=_filled(rule.short, words),
        forbids=rule.forbids,
        statements=rule.statements,
        references=rule.references,
        because=_because(rule.when, facts),
        basis=rule.ground,
        patient_text=rule.patient_text,
    )


def _cleared(rule: AlertRule, facts: Facts) -> Alert | None:
    if not rule.cleared or rule.cleared_by is None:
        return None
    because = _because(rule.cleared_by, facts)
    when = f" {because[0].rpartition(', ')[2]}" if because and ", " in because[0] else ""
    dated = rule.cleared.replace("{when}", when if any(c.isdigit() for c in when) else "")
    return Alert(
        id=rule.id,
        severity="info",
        text=dated,
        short=dated[:BANNER],
        statements=rule.statements,
        references=rule.references,
        because=because,
        cleared=True,
        basis=rule.ground,
    )


def _because(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """What in the record decided; where a standing alone did, what that disorder rests on.

    Each fact gives its most telling record before any fact gives its next one. What does not
    stand in the way is no reason to warn.
    """
    names = [name for name in deciding(condition, facts.truth) if facts.truth(name)]
    own = [name for name in names if not is_standing(name)]
    grounds = list(facts.grounds(own)) or list(facts.grounds(names))
    in_turn = [one for row in zip_longest(*grounds) for one in row if one is not None]
    records: dict[str, str] = {}
    for evidence in in_turn:
        records.setdefault(evidence.record, evidence.say())
    return tuple(dict.fromkeys(records.values()))[:SHOWN]


def _running(rule: AlertRule, facts: Facts) -> str:
    found = facts.evidence([rule.running]) if rule.running else ()
    return "; ".join(evidence.say() for evidence in found)


def _filled(text: str, words: dict[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def allergy_alerts(case: Case) -> Iterator[Alert]:
    """One alert for each allergy that is present."""
    for allergy in case.allergies:
        if allergy.status in ("none_known", "unknown"):
            continue
        told = f"Allergy: {allergy_words(allergy)}"
        brief = f"Allergy: {allergy.substance}"
        if allergy.reaction and len(f"{brief} ({allergy.reaction})") <= BANNER:
            brief += f" ({allergy.reaction})"
        yield Alert(
            id=f"allergy.{allergy.id}",
            severity="warning",
            text=f"{told}. Review it before each new drug.",
            short=brief if len(brief) <= BANNER else f"{brief[: BANNER - 1]}…",
            because=(allergy_with_note(allergy),),
            basis="recorded allergy",
        )
