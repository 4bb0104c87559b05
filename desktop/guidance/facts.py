"""Facts about one case: yes, no or unknown under a name, each with what in the record says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.guidance.logic import deciding, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.guidance.logic import Condition, Look, Truth


class Evidence:
    """One record that speaks for a fact: ``lab:ID``, and the words for it.

    The words are made when they are first asked for, and kept: many rules name one record.
    """

    __slots__ = ("_make", "_words", "record")

    def __init__(self, record: str, make: Callable[[], str]) -> None:
        self.record = record
        self._make = make
        self._words: str | None = None

    def say(self) -> str:
        """The words, in the language that was chosen when they were first asked for."""
        if self._words is None:
            self._words = self._make()
        return self._words


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known under one name, and what says so."""

    truth: Truth
    evidence: tuple[Evidence, ...] = ()


UNKNOWN = Fact(None)


class _Truths(dict[str, "Truth"]):
    """Truths by name, worked out when first asked for: the quickest look there is."""

    __slots__ = ("concepts",)

    def __init__(self, concepts: Mapping[str, Condition], truths: Mapping[str, Truth]) -> None:
        super().__init__(truths)
        self.concepts = concepts

    def __missing__(self, name: str) -> Truth:
        concept = self.concepts.get(name)
        truth = None if concept is None else holds(concept, self.__getitem__)
        self[name] = truth
        return truth


class Facts:
    """The facts of one case, with the concepts built on them, worked out when first asked for.

    Concepts are conditions with a name. ``truth`` gives yes, no or unknown by name; a name
    that nothing is known about is unknown.
    """

    __slots__ = ("_concepts", "_known", "_truths", "truth")

    def __init__(
        self,
        known: Mapping[str, Fact],
        concepts: Mapping[str, Condition],
        truths: Mapping[str, Truth] | None = None,
    ) -> None:
        self._known = known
        self._concepts = concepts
        if truths is None:
            truths = {name: fact.truth for name, fact in known.items()}
        self._truths = _Truths(concepts, truths)
        self.truth: Look = self._truths.__getitem__

    def known(self) -> dict[str, bool]:
        """What is known to be so, or not so, without the concepts that rest on it."""
        return {name: fact.truth for name, fact in self._known.items() if fact.truth is not None}

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
        truths = dict(self._truths)
        for name in touched:
            truths.pop(name, None)
        for name, fact in added.items():
            truths[name] = fact.truth
        return Facts({**self._known, **added}, self._concepts, truths)


def supposed(example: Iterable[str]) -> dict[str, Fact]:
    """The facts of an example: each name is so, ``no NAME`` is known not to be so."""
    facts: dict[str, Fact] = {}
    for text in example:
        name = text.removeprefix("no ")
        facts[name] = Fact(name == text)
    return facts
