"""The result of applying the guidance to one case; its fields are those of ``assess --json``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["established", "probable", "possible", "unlikely", "excluded"]
Status = Literal["met", "not_met", "unknown"]
Severity = Literal["contraindication", "warning", "info"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    """Something to be watched: how often (ISO 8601 duration), when last, when due.

    ``last`` and ``due`` are ISO dates; None means never recorded, or not datable.
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
