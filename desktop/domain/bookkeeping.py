"""What was done about a patient: silences, own intervals, stored assessments, worklist marks.

``desktop.domain.records`` gives the records, ``desktop.domain.columns`` the tables, with all
the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.table import (
    Column,
    Extra,
    Table,
    choice_column,
    new_id,
    texts,
    when_column,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """An alert or advice that somebody set aside, with the reason.

    ``fingerprint`` is that of the rule's text then: a rule that was worded anew speaks again.
    ``ended`` is when the silence ended, because somebody lifted it or its facts stopped being
    true.
    """

    id: str = field(default_factory=new_id)
    patient: str
    rule: str
    reason: str
    who: str = ""
    when: str = ""
    fingerprint: str = ""
    ended: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInterval:
    """How often one patient is monitored for something, where the clinic decided otherwise.

    ``every`` is an ISO 8601 duration, or ``never``.
    """

    id: str = field(default_factory=new_id)
    patient: str
    rule: str
    every: str
    reason: str = ""
    who: str = ""
    when: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAssessment:
    """An assessment as it was given on a day: kept to be compared, never read as truth.

    ``content`` is the JSON of ``assess``, ``facts`` that of the records it rested on.
    """

    id: str = field(default_factory=new_id)
    patient: str
    when: str
    guidance_version: str
    who: str = ""
    content: str = ""
    facts: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistMark:
    """What somebody did about one item of the worklist: done, put off, given away, or noted.

    ``item`` names the item, ``evidence`` what it rested on: new evidence brings it back.
    ``reason`` is why it was put off, to whom it was given (empty: to nobody), or the note.
    """

    id: str = field(default_factory=new_id)
    patient: str
    item: str
    action: str
    when: str = ""
    until_when: str = ""
    reason: str = ""
    who: str = ""
    evidence: str = ""
    extra: Extra = ()


BOOKKEEPING_TABLES: tuple[Table, ...] = (
    Table(
        "silences",
        Silence,
        (
            Column("rule", required=True),
            Column("reason", required=True),
            Column("who"),
            when_column(),
            Column("fingerprint"),
            when_column("ended"),
        ),
    ),
    Table(
        "own_intervals",
        OwnInterval,
        (
            Column("rule", required=True),
            Column("every", required=True),
            *texts("reason", "who"),
            when_column(),
        ),
    ),
    Table(
        "assessments",
        StoredAssessment,
        (
            when_column(required=True),
            Column("guidance_version", required=True),
            *texts("who", "content", "facts"),
        ),
    ),
    Table(
        "worklist_marks",
        WorklistMark,
        (
            Column("item", required=True),
            choice_column("action", "done snoozed assigned noted", required=True),
            when_column(),
            when_column("until_when"),
            *texts("reason", "who", "evidence"),
        ),
    ),
)
"""Their tables."""
