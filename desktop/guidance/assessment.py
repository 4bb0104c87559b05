"""The result of applying the guidance to one case; its fields are those of ``assess --json``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["established", "probable", "possible", "unlikely", "excluded"]
Status = Literal["met", "not_met", "unknown"]
Severity = Literal["contraindication", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who in the clinic approved one of its own rules, and on which day (ISO date).

    ``overrides`` is the id of the shipped rule that it stands in for, ``reason`` why.
    """

    by: str
    on: str
    overrides: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silenced:
    """Who set an alert or advice aside, when, and why; ``record`` is the id of the silence."""

    who: str
    when: str
    reason: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRhythm:
    """A patient's own interval in place of the rule's: who decided it, when, and why.

    ``usual`` is the interval of the rule, ``record`` the id of the patient's own.
    """

    who: str
    when: str
    reason: str
    usual: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be worked out, so that what it would have told is missing.

    ``rule`` is the id of the rule, or a name for what was to be read. ``text`` is a sentence
    for people and holds nothing about the patient.
    """

    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One argument for or against a disorder, with what in the record decided it.

    ``evidence`` points at records (``lab:ID``, ``finding:ID``), ``because`` says the same in
    words with value, unit and date. ``weight`` is in words: ``decisive``, ``major``, ``minor``.
    """

    id: str
    status: Status
    polarity: Literal["for", "against"]
    weight: str
    text: str
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    basis: str = ""
    local: Approval | None = None

    @property
    def counts_as(self) -> Status | None:
        """Where it is counted: an argument against counts only while it holds, as not met."""
        if self.polarity == "for":
            return self.status
        return "not_met" if self.status == "met" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One disorder (with its cause, where it has causes) and how it stands in this case."""

    disorder: str
    cause: str | None
    name: str
    standing: Standing
    score: float
    reason: str
    criteria: tuple[Criterion, ...] = ()

    def count(self, status: Status) -> int:
        """How many arguments speak for it (met), against it (not met), or are open.

        An argument against that holds counts as not met; one that does not hold, or that is
        unknown, counts nowhere: it is neutral.
        """
        return sum(criterion.counts_as == status for criterion in self.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A warning, first of all advice; ``forbids`` are machine-readable actions.

    ``short`` fits the banner, ``cleared`` tells an alert that held once and was ruled out.
    One that was ``silenced`` stays in the list and still forbids: a list of stops is complete.
    """

    id: str
    severity: Severity
    text: str
    short: str
    forbids: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    cleared: bool = False
    basis: str = ""
    patient_text: str = ""
    local: Approval | None = None
    silenced: Silenced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One item of the plan, with its level of evidence; superseded ones are shown as such."""

    id: str
    action: str
    text: str
    strength: str
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    patient_text: str = ""
    superseded_by: str = ""
    basis: str = ""
    local: Approval | None = None
    silenced: Silenced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTest:
    """A test worth doing, what it would tell apart and what each answer would change."""

    test: str
    text: str
    separates: tuple[str, ...]
    why: str
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    id: str = ""
    burden: str = ""
    changes: tuple[str, ...] = ()
    basis: str = ""
    local: Approval | None = None
    silenced: Silenced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    """Something to be watched: how often (ISO 8601 duration), when last, when due.

    ``last`` and ``due`` are ISO dates; None means never recorded, or not datable. ``own`` tells
    that ``every`` is this patient's own interval; ``never`` then has no day on which it is due.
    ``basis`` says what the interval rests on; ``is_expert_opinion`` is
    true where that is no more than experts' opinion. ``because`` names the drug or the finding
    that asks for it.
    """

    what: str
    text: str
    every: str
    last: str | None
    due: str | None
    is_overdue: bool = False
    statements: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    basis: str = ""
    id: str = ""
    because: tuple[str, ...] = ()
    is_expert_opinion: bool = False
    own: OwnRhythm | None = None
    local: Approval | None = None
    silenced: Silenced | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The guidance applied to one case, best candidates first."""

    patient_id: str
    guidance_version: str
    differential: tuple[Candidate, ...]
    alerts: tuple[Alert, ...] = ()
    management: tuple[Advice, ...] = ()
    next_tests: tuple[NextTest, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    missing: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
