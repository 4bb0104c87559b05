"""Alerts: what must not be done, what needs care, and what was ruled out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.guidance.assessment import Alert
from desktop.guidance.facts_course import allergy_with_note
from desktop.guidance.logic import holds
from desktop.guidance.reasons import reasons
from desktop.guidance.words import allergy_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.case import Case
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.differential import Rank
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.pack import AlertRule

BANNER = 45
"""Characters that fit one item of the banner."""

ALLERGY = "allergy."
"""How the id of an alert about one recorded allergy begins; the record's id follows."""

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
            work = partial(_alert, rule, facts, words)
            short = "" if "{" in rule.short else rule.short
            alert = attempts.of(rule.id, work, None, warns=short or rule.id)
            if alert is not None:
                found.append((_CLEARED if alert.cleared else _ORDER[alert.severity], alert))
    found.extend((_ORDER["warning"], alert) for alert in attempts.alerts())
    found.sort(key=lambda item: item[0])
    return tuple(alert for _, alert in found)


def _standing_of(key: str, ranks: Iterable[Rank]) -> str:
    return next((say(rank.standing) for rank in ranks if rank.key == key), "")


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
        because=reasons(rule.when, facts),
        basis=rule.ground,
        local=rule.approval,
        patient_text=rule.patient_text,
    )


def _cleared(rule: AlertRule, facts: Facts) -> Alert | None:
    if not rule.cleared or rule.cleared_by is None:
        return None
    because = reasons(rule.cleared_by, facts)
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
        local=rule.approval,
    )


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
        brief = say("Allergy: {what}", what=allergy.substance)
        longer = say("Allergy: {what}", what=f"{allergy.substance} ({allergy.reaction})")
        if allergy.reaction and len(longer) <= BANNER:
            brief = longer
        yield Alert(
            id=f"{ALLERGY}{allergy.id}",
            severity="warning",
            text=say(
                "Allergy: {what}. Review it before each new drug.", what=allergy_words(allergy)
            ),
            short=brief if len(brief) <= BANNER else f"{brief[: BANNER - 1]}…",
            because=(allergy_with_note(allergy),),
            basis=say("recorded allergy"),
        )
