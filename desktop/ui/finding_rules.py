"""Rules of the guidance in the search box: by their words, or by what they rest on (``TC-05``)."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.language import language, say
from desktop.ui.widgets.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.guidance.assessment import (
        Advice,
        Alert,
        Assessment,
        Criterion,
        Monitoring,
        NextTest,
    )
    from desktop.ui.session import Session

RULES_SHOWN = 5
SHORTEST = 3
"""Fewer letters would find half of all rules."""


class _Entry(NamedTuple):
    key: str
    text: str
    sources: tuple[str, ...]


def rule_hits(text: str, session: Session) -> list[Hit]:
    """The rules that a text finds; they lead somewhere only where they apply to a patient."""
    if len(text.strip()) < SHORTEST or not session.has_rules:
        return []
    dossier = session.dossier
    if dossier is not None and dossier.is_assessed:
        return list(islice(_matching(text, _applied(dossier.assessment), ""), RULES_SHOWN))
    reason = say("Open a patient first.")
    return list(islice(_matching(text, _all(session), reason), RULES_SHOWN))


def _matching(text: str, entries: Iterable[_Entry], reason: str) -> Iterator[Hit]:
    words = text.casefold().split()
    taken: set[str] = set()
    for entry in entries:
        searched = " ".join((entry.text, *entry.sources)).casefold()
        if entry.key not in taken and all(word in searched for word in words):
            taken.add(entry.key)
            told = ", ".join(entry.sources)
            shown = say("{rule} ({sources})", rule=entry.text, sources=told)
            yield Hit("rule", entry.key, shown if told else entry.text, "stethoscope", "", reason)


def _applied(found: Assessment) -> Iterator[_Entry]:
    criteria = chain.from_iterable(candidate.criteria for candidate in found.differential)
    parts: Iterable[Alert | Advice | NextTest | Monitoring | Criterion] = chain(
        found.alerts, found.management, found.next_tests, found.monitoring, criteria
    )
    for part in parts:
        if part.id:
            yield _Entry(part.id, part.text, (*part.statements, *part.references))


def _all(session: Session) -> Iterator[_Entry]:
    from desktop.guidance.clinic import pack_for  # rules are not needed for the first paint
    from desktop.guidance.texts import in_language

    pack = in_language(pack_for(session.registry.path if session.registry else None), language())
    for rule in pack.rules():
        yield _Entry(rule.id, rule.text, (*rule.statements, *rule.references))
