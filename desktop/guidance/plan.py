"""The plan: management with its level of evidence, and what the record still lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.guidance.assessment import Advice
from desktop.guidance.logic import deciding, holds
from desktop.guidance.pack import GENERAL

if TYPE_CHECKING:
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.pack import ManagementRule, MissingRule


def management(pack: Pack, facts: Facts, attempts: Attempts) -> tuple[Advice, ...]:
    """The advice that applies, in the order of the rule files; superseded lines come last."""
    found: list[Advice] = []
    for file in pack.files:
        for rule in file.management:
            advice = attempts.of(rule.id, partial(_advice, rule, facts), None)
            if advice is not None:
                found.append(advice)
    found.sort(key=lambda advice: bool(advice.superseded_by))
    return tuple(found)


def _advice(rule: ManagementRule, facts: Facts) -> Advice | None:
    if holds(rule.when, facts.truth) is not True:
        return None
    found = facts.evidence(deciding(rule.when, facts.truth))
    return Advice(
        id=rule.id,
        action=rule.action,
        text=_with_running(rule, facts),
        strength=say(GENERAL) if rule.strength == "general" else rule.strength,
        statements=rule.statements,
        references=rule.references,
        because=tuple(evidence.say() for evidence in found),
        patient_text=rule.patient_text,
        superseded_by=rule.superseded_by,
        basis=rule.ground,
        local=rule.approval,
    )


def _with_running(rule: ManagementRule, facts: Facts) -> str:
    """The advice, with what of it the patient already has."""
    if not rule.running or not facts.truth(rule.running):
        return rule.text
    running = "; ".join(evidence.say() for evidence in facts.evidence([rule.running]))
    return say("In use: {running}. {advice}", running=running, advice=rule.text)


def missing(pack: Pack, facts: Facts, attempts: Attempts) -> tuple[str, ...]:
    """What the record should hold but does not, in plain words."""
    found: list[str] = []
    for file in pack.files:
        for rule in file.missing:
            text = attempts.of(rule.id, partial(_lacking, rule, facts), "")
            if text:
                found.append(text)
    return tuple(found)


def _lacking(rule: MissingRule, facts: Facts) -> str:
    return rule.text if holds(rule.when, facts.truth) is True else ""
