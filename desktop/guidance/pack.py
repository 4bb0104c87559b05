"""The shapes of rule files: what each section of ``resources/guidance/*.toml`` may hold.

A rule rests on exactly one kind of ground: statements of the source text, references of
later literature, a basis in words (general clinical knowledge), or a clinic's own approval.
They are never mixed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.guidance.assessment import Approval
from desktop.guidance.logic import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Example = tuple[str, ...]
"""Facts that are so; ``no NAME`` for one that is known not to be so."""

Weight = Literal["decisive", "major", "minor"]
GENERAL = mark("general clinical knowledge, not from the source")
"""What a basis or a strength of ``general`` in a rule file stands for."""

Burden = Literal["question", "examination", "urine", "blood", "imaging", "radiation", "biopsy"]


# Shapes at the border share their common fields by inheritance: a TOML table has no nesting.
class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What every rule has: its id, its words, when it holds, its ground and its examples.

    ``fires`` are situations in which ``when`` must be yes, ``silent`` those in which it must
    not be; a rule that rests on a single fact need not spell them out. ``edition`` is the
    file's edition unless the rule is older or newer. A rule counts from ``valid_from`` to
    ``valid_until``, both days included; its successor ``replaces`` it by id from a later day.

    A clinic's own rule has who approved it and when as its ground (both may stand once at the
    head of the file), and ``overrides`` a shipped rule by id only with a ``reason``.
    """

    id: str
    text: str
    when: Condition
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    basis: str = ""
    edition: str = ""
    patient_text: str = ""
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    replaces: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    overrides: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule without a ground, with two kinds of ground, or without examples."""
        grounds = sum(map(bool, (self.statements, self.references, self.basis)))
        if self.approved_by and grounds:
            message = say("a clinic's own rule rests on its approval alone")
            raise ValueError(f"{self.id}: {message}")
        if grounds != 1 and not self.approved_by:
            message = say("give statements, references or a basis, and only one of them")
            raise ValueError(f"{self.id}: {message}")
        if not isinstance(self.when, str) and not (self.fires and self.silent):
            message = say("an example that fires and one that stays silent are needed")
            raise ValueError(f"{self.id}: {message}")

    @property
    def ground(self) -> str:
        """The basis in words, empty where statements or references are given."""
        if self.approval is not None:
            day = shown(parse_when(self.approval.on))
            return say("Local: approved by {who}, {day}", who=self.approved_by, day=day)
        return say(GENERAL) if self.basis == "general" else self.basis

    @property
    def approval(self) -> Approval | None:
        """Who approved a clinic's own rule, and when; None for a shipped rule."""
        if not self.approved_by or self.approved_on is None:
            return None
        return Approval(
            by=self.approved_by,
            on=self.approved_on.isoformat(),
            overrides=self.overrides,
            reason=self.reason,
        )

    def firing(self) -> tuple[Example, ...]:
        """The situations in which the rule must fire."""
        own = ((self.when,),) if isinstance(self.when, str) else ()
        return self.fires or own

    def keeping_silent(self) -> tuple[Example, ...]:
        """The situations in which the rule must stay silent."""
        own = ((f"no {self.when}",), ()) if isinstance(self.when, str) else ()
        return self.silent or own


class CriterionRule(Rule, frozen=True, kw_only=True):
    """An argument for or against; ``of`` names disorders or causes, else all of the file.

    ``text`` tells what is looked for, as a noun phrase: ``Phosphate high for age``. Arguments
    that exclude each other are declared by the weaker one, which stands ``instead_of`` the
    stronger: it is listed only while it holds, and then the stronger one is not "not met".
    """

    polarity: Literal["for", "against"] = "for"
    weight: Weight = "minor"
    of: tuple[str, ...] = ()
    instead_of: str = ""


class AlertRule(Rule, frozen=True, kw_only=True):
    """A warning; ``{fop}`` in a text stands for how FOP stands in this case.

    ``cleared_by`` is what takes the alert back while it stays listed, in words of
    ``cleared``. ``running`` is a fact whose evidence (a treatment with its start) stands for
    ``{running}`` in the text.
    """

    severity: Literal["contraindication", "warning", "info"]
    short: str
    forbids: tuple[str, ...] = ()
    running: str = ""
    cleared_by: Condition | None = None
    cleared: str = ""


class ManagementRule(Rule, frozen=True, kw_only=True):
    """An item of the plan with its level of evidence in words.

    ``running`` is the fact that tells that the patient already has this treatment.
    """

    action: str
    strength: str
    superseded_by: str = ""
    running: str = ""


class Outcome(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One possible answer of a test: the facts that it would settle, and what it would change."""

    answer: str
    facts: Example
    changes: str


class TestRule(Rule, frozen=True, kw_only=True):
    """A test that could be done next; ``asks`` are the facts that must still be open."""

    test: str
    burden: Burden
    asks: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


class MonitoringRule(Rule, frozen=True, kw_only=True):
    """Something to be watched; ``every`` is an ISO 8601 duration.

    ``analytes`` or ``records`` (``masses``, ``procedure.dental``) say where the last time
    is found; ``rhythm`` says in words what the interval rests on.
    """

    what: str
    every: str
    rhythm: str
    analytes: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


class MissingRule(Rule, frozen=True, kw_only=True):
    """Something that the record should hold but does not."""


class DisorderRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """How one disorder comes to its standing.

    ``prior`` orders disorders that nothing else tells apart (smaller comes first).
    ``possible`` decides whether the disorder is possible where it is given, else one major
    argument does; in both cases more must speak for it than against it, unless the disorder
    ``stays_possible`` whatever speaks against it, because missing it does harm.
    """

    key: str
    prior: int
    probable: Condition
    established: Condition | None = None
    possible: Condition | None = None
    stays_possible: bool = False
    excluded: Condition | None = None
    excluded_because: str = ""


class ConceptRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A name for a condition, so that rules can be read aloud."""

    name: str
    when: Condition
    text: str


class EntailmentRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Each of ``kinds`` is a kind of ``general``: present goes up, absent goes down."""

    kinds: tuple[str, ...]
    general: str


class CodeRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """An HPO id that means a feature of the vocabulary without being its own id."""

    hpo: str
    feature: str


class SubstanceRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Words that put a recorded allergy into a group."""

    group: str
    words: tuple[str, ...]


class RemarkRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A remark on one statement of the source that later knowledge qualifies."""

    statement: str
    text: str
    references: tuple[str, ...] = ()
    is_superseded: bool = False
    dated: str = ""


class Reference(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A work of later literature; ``label`` is short enough for a chip: ``Ramnitz 2016``."""

    key: str
    label: str
    title: str
    pmid: str = ""
    year: int = 0


class RuleFile(msgspec.Struct, frozen=True, kw_only=True):
    """The sections of one rule file, each a list of one shape."""

    name: str
    edition: str
    path: Path | None = None
    is_local: bool = False
    disorder: tuple[DisorderRule, ...] = ()
    criterion: tuple[CriterionRule, ...] = ()
    alert: tuple[AlertRule, ...] = ()
    management: tuple[ManagementRule, ...] = ()
    test: tuple[TestRule, ...] = ()
    monitoring: tuple[MonitoringRule, ...] = ()
    missing: tuple[MissingRule, ...] = ()
    concept: tuple[ConceptRule, ...] = ()
    entailment: tuple[EntailmentRule, ...] = ()
    code: tuple[CodeRule, ...] = ()
    substance: tuple[SubstanceRule, ...] = ()
    remark: tuple[RemarkRule, ...] = ()
    reference: tuple[Reference, ...] = ()

    def rules(self) -> Iterator[Rule]:
        """Every rule of the file that has a condition, a ground and examples."""
        yield from (*self.criterion, *self.alert, *self.management)
        yield from (*self.test, *self.monitoring, *self.missing)


SECTIONS: dict[str, type[msgspec.Struct]] = {
    "disorder": DisorderRule,
    "criterion": CriterionRule,
    "alert": AlertRule,
    "management": ManagementRule,
    "test": TestRule,
    "monitoring": MonitoringRule,
    "missing": MissingRule,
    "concept": ConceptRule,
    "entailment": EntailmentRule,
    "code": CodeRule,
    "substance": SubstanceRule,
    "remark": RemarkRule,
    "reference": Reference,
}
"""The sections that a rule file may have, with the shape of one entry."""
