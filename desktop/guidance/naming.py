"""Every fact that the rules of a pack name, with where they name it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from desktop.guidance import pack as p
from desktop.guidance.logic import names_in
from desktop.guidance.problems import Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.guidance.logic import Condition


@dataclass(frozen=True, slots=True)
class Where:
    """An entry of a rule file, by its id, name or key."""

    file: p.RuleFile
    entry: str

    def __str__(self) -> str:
        """``alerts.toml: avoid-burosumab``."""
        return f"{self.file.name}: {self.entry}"

    def problem(self, text: str, word: str = "", *, is_warning: bool = False) -> Problem:
        """A problem of this entry, at the line where ``word`` stands in it."""
        line = Lines.of(self.file.path).named(self.entry, word)
        return Problem(self.file.name, line, self.entry, text, is_warning)


def fact_names_in(files: Iterable[p.RuleFile]) -> Iterator[tuple[str, Where]]:
    """Every fact named anywhere in these files, with where it is named, for checks."""
    for file in files:
        for entry, condition in _conditions(file):
            for name in sorted(names_in(condition)):
                yield name, Where(file, entry)
        for entailment in file.entailment:
            for name in (*entailment.kinds, entailment.general):
                yield name, Where(file, entailment.general)
        for code in file.code:
            yield code.feature, Where(file, code.hpo)
        for rule in file.rules():
            for name in _exemplary(rule):
                yield name, Where(file, rule.id)


def differential_names_in(files: Iterable[p.RuleFile]) -> Iterator[tuple[str, Where]]:
    """Every fact that the differential rests on, with where it is named."""
    for file in files:
        rows = [(rule.id, rule.when) for rule in file.criterion]
        rows += [(concept.name, concept.when) for concept in file.concept]
        rows += list(_disorder_conditions(file))
        for entry, condition in rows:
            for name in sorted(names_in(condition)):
                yield name, Where(file, entry)


def _conditions(file: p.RuleFile) -> Iterator[tuple[str, Condition]]:
    for rule in file.rules():
        yield rule.id, rule.when
    for alert in file.alert:
        if alert.cleared_by is not None:
            yield alert.id, alert.cleared_by
        if alert.running:
            yield alert.id, alert.running
    for advice in file.management:
        if advice.running:
            yield advice.id, advice.running
    for concept in file.concept:
        yield concept.name, concept.when
    yield from _disorder_conditions(file)


def _disorder_conditions(file: p.RuleFile) -> Iterator[tuple[str, Condition]]:
    for disorder in file.disorder:
        parts = (disorder.probable, disorder.established, disorder.possible, disorder.excluded)
        for part in parts:
            if part is not None:
                yield disorder.key, part


def _exemplary(rule: p.Rule) -> Iterator[str]:
    examples = list(chain(rule.firing(), rule.keeping_silent()))
    if isinstance(rule, p.TestRule):
        yield from rule.asks
        examples += [outcome.facts for outcome in rule.outcomes]
    for example in examples:
        yield from (name.removeprefix("no ") for name in example)
