"""Which rules decide on which disorder: those of its own file, and a clinic's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.disorders import DISORDER_KEYS
from desktop.guidance.assessment import Criterion
from desktop.guidance.logic import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Status
    from desktop.guidance.facts import Evidence
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Truth
    from desktop.guidance.pack import CriterionRule, DisorderRule


@dataclass(frozen=True, slots=True)
class Entry:
    """The rules of one disorder key; ``untold`` are its criteria as they read while unknown.

    Most of them are unknown in most patients, so they are made once.
    """

    rule: DisorderRule
    criteria: tuple[CriterionRule, ...]
    untold: tuple[Criterion, ...]

    def standing_names(self) -> frozenset[str]:
        """The facts that decide the standing itself."""
        rule = self.rule
        conditions = (rule.probable, rule.established, rule.possible, rule.excluded)
        own = frozenset(f"{kind}.{rule.key}" for kind in ("ruled_out", "confirmed", "suspected"))
        return own.union(*(names_in(part) for part in conditions if part is not None))


def is_about(criterion: CriterionRule, key: str) -> bool:
    """True if a criterion of the same file counts for this disorder key."""
    return not criterion.of or key in criterion.of or key.partition(".")[2] in criterion.of


def _own_about(pack: Pack, key: str) -> tuple[CriterionRule, ...]:
    """The criteria of a clinic's own files: those name the disorders with their whole key."""
    local = (criterion for file in pack.files if file.is_local for criterion in file.criterion)
    return tuple(c for c in local if {key, key.partition(".")[0]} & {*c.of})


def criterion_of(rule: CriterionRule, truth: Truth, found: Sequence[Evidence] = ()) -> Criterion:
    """A criterion as it stands in one case, with what in the record decided it."""
    return Criterion(
        id=rule.id,
        status=_STATUS[truth],
        polarity=rule.polarity,
        weight=rule.weight,
        text=rule.text,
        statements=rule.statements,
        references=rule.references,
        evidence=tuple([evidence.record for evidence in found]),
        because=tuple([evidence.say() for evidence in found]),
        basis=rule.ground,
        local=rule.approval,
    )


_STATUS: dict[Truth, Status] = {True: "met", False: "not_met", None: "unknown"}


@cache
def entries(pack: Pack) -> tuple[Entry, ...]:
    """The rules by disorder key, in the order of FORMATS."""
    found: dict[str, Entry] = {}
    for file in pack.files:
        for rule in file.disorder:
            shipped = tuple(c for c in file.criterion if is_about(c, rule.key))
            criteria = shipped + _own_about(pack, rule.key)
            untold = tuple(criterion_of(c, None) for c in criteria)
            found[rule.key] = Entry(rule, criteria, untold)
    return tuple(found[key] for key in DISORDER_KEYS)
