"""Reads the rule files once and refuses, naming file and rule, whatever cannot be right."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec
import tomli

from desktop.domain.disorders import DISORDER_KEYS
from desktop.guidance import pack as p
from desktop.guidance.logic import names_in
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from desktop.guidance.logic import Condition


class PackError(ValueError):
    """A rule file that cannot be used; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the source text."""

    id: str
    disorder: str
    topic: str
    text: str


@dataclass(frozen=True, eq=False)  # a pack is itself and no other, so that it can be a key
class Pack:
    """All rule files of one edition, as they were read, in the order of their names."""

    edition: str
    files: tuple[p.RuleFile, ...]
    statements: Mapping[str, Statement]

    def concepts(self) -> tuple[p.ConceptRule, ...]:
        """The concepts, earlier ones first."""
        return tuple(chain.from_iterable(file.concept for file in self.files))

    def rules(self) -> tuple[p.Rule, ...]:
        """Every rule that has a ground and examples."""
        return tuple(chain.from_iterable(file.rules() for file in self.files))

    def references(self) -> dict[str, p.Reference]:
        """The works of later literature by key."""
        return {ref.key: ref for file in self.files for ref in file.reference}


@cache
def guidance_pack() -> Pack:
    """The guidance that ships with the program; read at first use.

    Raises PackError for a file that cannot be used.
    """
    return load(resource("guidance"))


def load(folder: Path) -> Pack:
    """Reads every ``*.toml`` of a folder, and its ``statements.csv``.

    Shapes, grounds and ids are checked here, the names of facts by ``catalog.check_names`` in
    the tests. Raises PackError.
    """
    files = tuple(read_file(path) for path in sorted(folder.glob("*.toml")))
    if not files:
        message = f"{folder}: no rule files"
        raise PackError(message)
    edition = max(file.edition for file in files)
    read = Pack(edition, files, _statements(folder / "statements.csv"))
    for problem in _problems(read):
        raise PackError(problem)
    return read


def read_file(path: Path) -> p.RuleFile:
    """One rule file; raises PackError naming the file and the rule at fault."""
    try:
        tables: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        message = f"{path.name}: {error}"
        raise PackError(message) from error
    edition = tables.pop("edition", None)
    if not isinstance(edition, str):
        message = f"{path.name}: an edition is missing"
        raise PackError(message)
    sections = {name: _section(path.name, name, rows) for name, rows in tables.items()}
    return p.RuleFile(name=path.name, edition=edition, **sections)


def _section(file: str, name: str, rows: object) -> Any:  # noqa: ANN401 - a tuple of its shape
    shape = p.SECTIONS.get(name)
    if shape is None or not isinstance(rows, list):
        message = f"{file}: no section is called {name!r}; there are {', '.join(p.SECTIONS)}"
        raise PackError(message)
    return tuple(_entry(file, name, shape, row, place) for place, row in enumerate(rows, 1))


def _entry(
    file: str, section: str, shape: type[msgspec.Struct], row: dict[str, Any], place: int
) -> msgspec.Struct:
    try:
        return msgspec.convert(row, shape)
    except msgspec.ValidationError as error:
        named = row.get("id") or row.get("name") or row.get("key") or f"number {place}"
        message = f"{file}: {section} {named}: {error}"
        raise PackError(message) from error


def _statements(path: Path) -> dict[str, Statement]:
    with path.open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    return {
        row["id"]: Statement(row["id"], row["disorder"], row["topic"], row["statement"])
        for row in rows
    }


def _problems(read: Pack) -> Iterator[str]:
    seen: dict[str, str] = {}
    for file in read.files:
        for rule in file.rules():
            if rule.id in seen:
                yield f"{file.name}: {rule.id}: the id is taken by {seen[rule.id]}"
            seen[rule.id] = file.name
            yield from _ground_problems(read, file.name, rule)
        for remark in file.remark:
            if remark.statement not in read.statements:
                yield f"{file.name}: remark: no statement {remark.statement!r}"
    yield from _disorder_problems(read.files)
    yield from _concept_problems(read)


def _ground_problems(read: Pack, file: str, rule: p.Rule) -> Iterator[str]:
    known = read.references()
    for statement in rule.statements:
        if statement not in read.statements:
            yield f"{file}: {rule.id}: no statement {statement!r} in statements.csv"
    for reference in rule.references:
        if reference not in known:
            yield f"{file}: {rule.id}: no reference {reference!r} in references.toml"


def _disorder_problems(files: Iterable[p.RuleFile]) -> Iterator[str]:
    found: dict[str, str] = {}
    for file in files:
        keys = {rule.key for rule in file.disorder}
        named = keys | {key.partition(".")[2] for key in keys}
        ids = {criterion.id for criterion in file.criterion}
        for key in keys:
            if key in found:
                yield f"{file.name}: disorder {key}: also in {found[key]}"
            found[key] = file.name
        for criterion in file.criterion:
            if stray := set(criterion.of) - named:
                yield f"{file.name}: {criterion.id}: {', '.join(stray)} not in this file"
            if criterion.instead_of and criterion.instead_of not in ids:
                yield f"{file.name}: {criterion.id}: no criterion {criterion.instead_of!r}"
    if missing := set(DISORDER_KEYS) ^ set(found):
        yield f"disorders without rules, or rules without disorder: {', '.join(sorted(missing))}"


def _concept_problems(read: Pack) -> Iterator[str]:
    concepts = read.concepts()
    later = {concept.name for concept in concepts}
    if len(later) < len(concepts):
        yield "two concepts have the same name"
    for concept in concepts:
        if ahead := names_in(concept.when) & later:
            yield f"concept {concept.name}: uses {', '.join(ahead)} before it is defined"
        later.discard(concept.name)


def fact_names_in(read: Pack) -> Iterator[tuple[str, str]]:
    """Every fact named anywhere in a pack, with where it is named, for checks."""
    for file in read.files:
        for where, condition in _conditions(file):
            for name in names_in(condition):
                yield name, f"{file.name}: {where}"
        for entailment in file.entailment:
            for name in (*entailment.kinds, entailment.general):
                yield name, f"{file.name}: entailment to {entailment.general}"
        for code in file.code:
            yield code.feature, f"{file.name}: {code.hpo}"
        for rule in file.rules():
            for name in _exemplary(rule):
                yield name, f"{file.name}: {rule.id}"


def differential_names_in(read: Pack) -> Iterator[tuple[str, str]]:
    """Every fact that the differential rests on, with where it is named."""
    for file in read.files:
        rows = [(rule.id, rule.when) for rule in file.criterion]
        rows += [(concept.name, concept.when) for concept in file.concept]
        rows += list(_disorder_conditions(file))
        for where, condition in rows:
            for name in names_in(condition):
                yield name, f"{file.name}: {where}"


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
