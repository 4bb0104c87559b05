"""The catalog of facts: every name that a rule may use, and how a case's facts are put together."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from desktop.domain.disorders import DISORDER_KEYS, DISORDERS
from desktop.guidance.differential import STANDINGS
from desktop.guidance.facts import Fact, Facts
from desktop.guidance.facts_course import course_fact_names, gather_course, gather_injury
from desktop.guidance.facts_labs import lab_fact_names, lab_facts
from desktop.guidance.facts_records import gather_records, record_fact_names
from desktop.guidance.gathering import Gathering
from desktop.guidance.recognized import with_recognized_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.case import Case
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Condition
    from desktop.measures.values import Derived


@cache
def substances(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """The words of each group of substances for allergies."""
    rows = [row for file in pack.files for row in file.substance]
    return {row.group: row.words for row in rows}


@cache
def concept_conditions(pack: Pack) -> Mapping[str, Condition]:
    """The conditions behind the concepts, by name."""
    return {concept.name: concept.when for concept in pack.concepts()}


@cache
def _codes(pack: Pack) -> Mapping[str, str]:
    return {row.hpo: row.feature for file in pack.files for row in file.code}


def standing_names() -> frozenset[str]:
    """The facts about how disorders stand, which rules after the differential may use."""
    keys = {*DISORDER_KEYS, *DISORDERS}
    return frozenset(f"{key}.{standing}" for key in keys for standing in STANDINGS)


@cache
def fact_names(pack: Pack) -> frozenset[str]:
    """Every name of a fact that a rule of this pack may use."""
    groups = frozenset(substances(pack))
    own = record_fact_names() | lab_fact_names() | course_fact_names(groups)
    return own | standing_names() | frozenset(concept_conditions(pack))


def facts_of(case: Case, derived: Derived, pack: Pack, attempts: Attempts) -> Facts:
    """The facts of a case, as the record stands on the case's day.

    A part of the record that cannot be read leaves its facts unknown and is kept as a failure;
    the other parts still count.
    """
    case = attempts.of("record.words", partial(with_recognized_cells, case, _codes(pack)), case)
    gathered = Gathering()
    parts = {
        "record.findings": partial(gather_records, case, gathered),
        "record.course": partial(gather_course, case, gathered, substances(pack)),
        "record.injury": partial(gather_injury, case, gathered),
    }
    for name, gather in parts.items():
        attempts.of(name, gather, None)
    for file in pack.files:
        for entailment in file.entailment:
            gathered.entail(entailment.kinds, entailment.general)
    measured: dict[str, Fact] = {}
    measured = attempts.of("record.laboratory", partial(lab_facts, case, derived), measured)
    return Facts({**gathered.facts(), **measured}, concept_conditions(pack))
