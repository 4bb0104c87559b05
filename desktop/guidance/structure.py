"""The checks that are made whenever rule files are read: ids, sources, days, order."""

from __future__ import annotations

from datetime import date
from itertools import chain, combinations
from typing import TYPE_CHECKING

from desktop.domain.disorders import DISORDER_KEYS
from desktop.domain.language import say
from desktop.guidance.logic import names_in
from desktop.guidance.naming import Where
from desktop.guidance.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.guidance import pack as p
    from desktop.guidance.loader import Pack


def structure_problems(read: Pack) -> Iterator[Problem]:
    """What is wrong between the entries of a pack that were read each on its own."""
    yield from id_problems(read.files)
    known = read.references()
    for file in read.files:
        for rule in file.rules():
            yield from _ground_problems(read, known, Where(file, rule.id), rule)
        for remark in file.remark:
            yield from _remark_problems(read, known, Where(file, remark.statement), remark)
    yield from _disorder_problems(read.files)
    yield from concept_problems(read.files)
    yield from day_problems(read.files)


def id_problems(files: Iterable[p.RuleFile]) -> Iterator[Problem]:
    """Ids of rules, and keys of references, that are there twice."""
    seen: dict[str, str] = {}
    for file in files:
        ids = chain((rule.id for rule in file.rules()), (ref.key for ref in file.reference))
        for name in ids:
            if name in seen:
                text = say("the id is taken by {file}", file=seen[name])
                yield Where(file, name).problem(text)
            seen[name] = file.name


def _ground_problems(
    read: Pack, known: Iterable[str], where: Where, rule: p.Rule
) -> Iterator[Problem]:
    for name in rule.statements:
        if name not in read.statements:
            text = say("no statement {name} in statements.csv", name=repr(name))
            yield where.problem(text, name)
    for name in rule.references:
        if name not in known:
            text = say("no reference {name} in references.toml", name=repr(name))
            yield where.problem(text, name)
    if rule.approved_by or rule.approved_on or rule.overrides:
        text = say("approvals and overrides are for a clinic's own rules")
        yield where.problem(text, "overrides" if rule.overrides else "approved_by")


def _remark_problems(
    read: Pack, known: Iterable[str], where: Where, remark: p.RemarkRule
) -> Iterator[Problem]:
    if remark.statement not in read.statements:
        yield where.problem(say("no statement {name}", name=repr(remark.statement)))
    for name in remark.references:
        if name not in known:
            text = say("no reference {name} in references.toml", name=repr(name))
            yield where.problem(text, name)


def _disorder_problems(files: Sequence[p.RuleFile]) -> Iterator[Problem]:
    found: dict[str, str] = {}
    for file in files:
        keys = [rule.key for rule in file.disorder]
        for key in keys:
            if key in found:
                yield Where(file, key).problem(say("also in {file}", file=found[key]))
            elif key not in DISORDER_KEYS:
                yield Where(file, key).problem(say("no such disorder"))
            found[key] = file.name
        yield from _criterion_problems(file, {*keys, *(k.partition(".")[2] for k in keys)})
    if missing := [key for key in DISORDER_KEYS if key not in found]:
        text = say("disorders without rules: {keys}", keys=", ".join(missing))
        yield Problem(files[0].name if files else "", 1, "", text)


def _criterion_problems(file: p.RuleFile, named: Iterable[str]) -> Iterator[Problem]:
    ids = {criterion.id for criterion in file.criterion}
    for criterion in file.criterion:
        where = Where(file, criterion.id)
        for name in criterion.of:
            if name not in named:
                text = say("{name} not in this file", name=name)
                yield where.problem(text, name)
        if criterion.instead_of and criterion.instead_of not in ids:
            text = say("no criterion {name}", name=repr(criterion.instead_of))
            yield where.problem(text, "instead_of")


def concept_problems(files: Sequence[p.RuleFile]) -> Iterator[Problem]:
    """Concepts with one name, and those that use a later one."""
    later = {concept.name for file in files for concept in file.concept}
    seen: set[str] = set()
    for file in files:
        for concept in file.concept:
            where = Where(file, concept.name)
            if concept.name in seen:
                yield where.problem(say("two concepts have this name"))
            seen.add(concept.name)
            for name in sorted(names_in(concept.when) & later):
                yield where.problem(say("uses {name} before it is defined", name=name), name)
            later.discard(concept.name)


def day_problems(files: Iterable[p.RuleFile]) -> Iterator[Problem]:
    """Days that are the wrong way round, and rules of one series that count at one time."""
    places: dict[str, Where] = {}
    rules: dict[str, p.Rule] = {}
    for file in files:
        for rule in file.rules():
            rules[rule.id], places[rule.id] = rule, Where(file, rule.id)
    for rule in rules.values():
        if rule.valid_from and rule.valid_until and rule.valid_until < rule.valid_from:
            yield places[rule.id].problem(say("ends before it begins"), "valid_until")
        if rule.replaces and rule.replaces not in rules:
            text = say("replaces {name}, which is no rule", name=repr(rule.replaces))
            yield places[rule.id].problem(text, "replaces")
    for one, other in _overlapping(rules):
        text = say("counts on the same days as {name}, which it is in series with", name=one.id)
        yield places[other.id].problem(text, "valid_from")


def _overlapping(rules: dict[str, p.Rule]) -> Iterator[tuple[p.Rule, p.Rule]]:
    series: dict[str, list[p.Rule]] = {}
    for rule in rules.values():
        series.setdefault(_first_of(rule, rules), []).append(rule)
    for members in series.values():
        for one, other in combinations(members, 2):
            if _begin(one) <= _end(other) and _begin(other) <= _end(one):
                yield one, other


def _first_of(rule: p.Rule, rules: dict[str, p.Rule]) -> str:
    """The id of the rule with which a series began; a ring of rules ends where it closes."""
    seen = {rule.id}
    while rule.replaces in rules and rule.replaces not in seen:
        rule = rules[rule.replaces]
        seen.add(rule.id)
    return min(seen) if rule.replaces in seen else rule.id


def _begin(rule: p.Rule) -> date:
    return rule.valid_from or date.min


def _end(rule: p.Rule) -> date:
    return rule.valid_until or date.max
