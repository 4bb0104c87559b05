"""Facts about one case: yes, no or unknown under a name, each with what in the record says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.guidance.logic import deciding, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.guidance.logic import Condition, Truth


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record that speaks for a fact: ``lab:ID`` and the words for it, made when asked for."""

    record: str
    say: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known under one name, and what says so."""

    truth: Truth
    evidence: tuple[Evidence, ...] = ()


UNKNOWN = Fact(None)


class Facts:
    """The facts of one case, with the concepts built on them, worked out when first asked for.

    Concepts are conditions with a name. A name that nothing is known about is unknown.
    """

    __slots__ = ("_concepts", "_known", "_truths")

    def __init__(
        self,
        known: Mapping[str, Fact],
        concepts: Mapping[str, Condition],
        truths: Mapping[str, Truth] | None = None,
    ) -> None:
        self._known = known
        self._concepts = concepts
        self._truths: dict[str, Truth] = dict(truths or {})

    def truth(self, name: str) -> Truth:
        """Yes, no or unknown."""
        try:
            return self._truths[name]
        except KeyError:
            return self._truths.setdefault(name, self._work_out(name))

    def _work_out(self, name: str) -> Truth:
        fact = self._known.get(name)
        if fact is not None:
            return fact.truth
        concept = self._concepts.get(name)
        return None if concept is None else holds(concept, self.truth)

    def evidence(self, names: Iterable[str]) -> tuple[Evidence, ...]:
        """What in the record speaks for these facts, each record once."""
        found: dict[str, Evidence] = {}
        for name in names:
            for evidence in self._evidence_of(name):
                found.setdefault(evidence.record, evidence)
        return tuple(found.values())

    def _evidence_of(self, name: str) -> tuple[Evidence, ...]:
        fact = self._known.get(name)
        if fact is not None:
            return fact.evidence
        concept = self._concepts.get(name)
        if concept is None:
            return ()
        return self.evidence(deciding(concept, self.truth))

    def grounds(self, names: Iterable[str]) -> Iterator[tuple[Evidence, ...]]:
        """What speaks for each fact that is so behind these names, one fact at a time."""
        for name in names:
            fact, concept = self._known.get(name), self._concepts.get(name)
            if fact is not None and fact.truth and fact.evidence:
                yield fact.evidence
            elif fact is None and concept is not None:
                yield from self.grounds(deciding(concept, self.truth))

    def with_facts(self, added: Mapping[str, Fact]) -> Facts:
        """These facts with some added or replaced; concepts are worked out anew."""
        return Facts({**self._known, **added}, self._concepts)

    def supposing(self, added: Mapping[str, Fact], touched: frozenset[str]) -> Facts:
        """Like ``with_facts``, but keeps every truth that is not among the touched names.

        ``touched`` must hold the added names and every concept that rests on one of them.
        """
        kept = {name: truth for name, truth in self._truths.items() if name not in touched}
        return Facts({**self._known, **added}, self._concepts, kept)


def supposed(example: Iterable[str]) -> dict[str, Fact]:
    """The facts of an example: each name is so, ``no NAME`` is known not to be so."""
    facts: dict[str, Fact] = {}
    for text in example:
        name = text.removeprefix("no ")
        facts[name] = Fact(name == text)
    return facts
