"""The checks for whoever writes rules: facts, examples, translations; all problems at once.

They take too long for each start: ``rules check``, the tests and a clinic's own pack make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.terms import treatments
from desktop.guidance.catalog import concept_conditions, fact_names, standing_names
from desktop.guidance.facts import Facts, supposed
from desktop.guidance.loader import read_folder
from desktop.guidance.logic import holds
from desktop.guidance.monitoring import after
from desktop.guidance.naming import Where, differential_names_in, fact_names_in
from desktop.guidance.pack import AlertRule, MonitoringRule
from desktop.guidance.untranslated import text_counts, translation_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.guidance import pack as p
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Condition
    from desktop.guidance.problems import Problem

BANNER = 45
"""Characters that fit one item of the banner."""

PROCEDURES = frozenset(
    [
        "arterial_puncture",
        "biopsy",
        "forced_jaw_opening",
        "intramuscular_injection",
        "intramuscular_vaccine",
        "mandibular_block",
        "passive_stretching",
        "surgical_excision",
        "warfarin_for_calcinosis",
    ]
)
"""What an alert may forbid beside the treatments of the vocabulary and their classes.

Worklist, treatment page and emergency card look these words up: a misspelt one forbids nothing.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder of rules holds, and all that is wrong in it.

    ``texts`` counts the entries that people see by language: those that are there in it.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    texts: dict[str, int]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which the pack is refused."""
        return tuple(problem for problem in self.problems if not problem.is_warning)


def check_folder(folder: Path) -> Checked:
    """Every problem of a folder of rules, in the order of files and lines."""
    pack, problems = read_folder(folder)
    found = (*problems, *content_problems(pack, pack.files), *translation_problems(pack))
    return Checked(pack, tuple(sorted(set(found))), text_counts(pack))


def content_problems(pack: Pack, files: Sequence[p.RuleFile]) -> Iterator[Problem]:
    """What is wrong with facts, examples and intervals in some files of a pack."""
    yield from name_problems(pack, files)
    concepts = concept_conditions(pack)
    for file in files:
        for rule in file.rules():
            yield from _example_problems(Where(file, rule.id), rule, concepts)
            yield from _shape_problems(Where(file, rule.id), rule)


def name_problems(pack: Pack, files: Iterable[p.RuleFile]) -> Iterator[Problem]:
    """Facts that nothing gives, and those that are known only after the differential."""
    files = tuple(files)
    known = fact_names(pack)
    for name, where in fact_names_in(files):
        if name not in known:
            yield where.problem(say("no fact is called {name}", name=repr(name)), name)
    later = standing_names()
    for name, where in differential_names_in(files):
        if name in later:
            text = say("{name} is known only after the differential", name=repr(name))
            yield where.problem(text, name)


def _example_problems(
    where: Where, rule: p.Rule, concepts: Mapping[str, Condition]
) -> Iterator[Problem]:
    if not rule.firing() or not rule.keeping_silent():
        yield where.problem(say("examples that fire and that stay silent are needed"))
    for example in rule.firing():
        if holds(rule.when, Facts(supposed(example), concepts).truth) is not True:
            text = say("does not fire on its example {example}", example=_told(example))
            yield where.problem(text, "fires")
    for example in rule.keeping_silent():
        if holds(rule.when, Facts(supposed(example), concepts).truth) is True:
            text = say("does not stay silent on its example {example}", example=_told(example))
            yield where.problem(text, "silent")


def _told(example: Iterable[str]) -> str:
    return ", ".join(example) or say("of an empty record")


def _shape_problems(where: Where, rule: p.Rule) -> Iterator[Problem]:
    if isinstance(rule, MonitoringRule):
        try:
            after(date(2000, 1, 1), rule.every)
        except ValueError as error:
            yield where.problem(str(error), "every")
    if isinstance(rule, AlertRule) and len(rule.short.replace("{fop}", "established")) > BANNER:
        text = say("the short text is longer than {n} characters", n=BANNER)
        yield where.problem(text, "short")
    if isinstance(rule, AlertRule):
        classes = {term.group for term in treatments().values()}
        for action in sorted({*rule.forbids} - PROCEDURES - classes - treatments().keys()):
            text = say("no action or drug is called {name}", name=repr(action))
            yield where.problem(text, "forbids")
