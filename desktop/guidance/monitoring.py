"""The monitoring schedule: how often, when last, when due, from the dates in the record."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.guidance.assessment import Monitoring, OwnRhythm
from desktop.guidance.logic import holds
from desktop.guidance.pack import MonitoringRule
from desktop.guidance.reasons import reasons
from desktop.guidance.words import analyte_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack

NEVER = "never"
"""An own interval that leaves something unscheduled for good."""

EXPERT = "expert opinion"
"""The words of a rule file for an interval that rests on experts' opinion."""

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


def monitoring(case: Case, pack: Pack, facts: Facts, attempts: Attempts) -> tuple[Monitoring, ...]:
    """What is to be watched in this case, the overdue first, then by the day it is due.

    A patient's own interval stands in for that of the rule; ``never`` leaves no day on which it
    is due. Nothing is scheduled for a patient who has died.
    """
    if case.patient.death_when or any(event.kind == "death" for event in case.events):
        return ()
    found: list[Monitoring] = []
    for file in pack.files:
        for rule in file.monitoring:
            work = partial(_item, rule, case, facts)
            item = attempts.of(rule.id, work, None)
            if item is not None:
                worded = (pack.original or pack).rule(rule.id)
                is_opinion = isinstance(worded, MonitoringRule) and EXPERT in worded.rhythm
                found.append(replace(item, is_expert_opinion=is_opinion))
    found.sort(key=lambda item: (item.due is None, item.due or ""))
    return tuple(found)


def _item(rule: MonitoringRule, case: Case, facts: Facts) -> Monitoring | None:
    if holds(rule.when, facts.truth) is not True:
        return None
    done = [_last_of(watched, case) for watched in (*rule.analytes, *rule.records)]
    known = [day for day in done if day is not None]
    # The result that is oldest decides: a panel is as old as its oldest part.
    last = min(known) if known else None
    own = _own(rule, case)
    every = own.every if own else rule.every
    due = after(last, every) if last and every != NEVER else None
    return Monitoring(
        id=rule.id,
        what=rule.what,
        text=_text(rule, done),
        every=every,
        last=last.isoformat() if last else None,
        due=due.isoformat() if due else None,
        is_overdue=due is not None and due < case.as_of,
        statements=rule.statements,
        references=rule.references,
        basis=rule.rhythm,
        because=reasons(rule.when, facts),
        own=_told(own, rule) if own else None,
        local=rule.approval,
    )


def _text(rule: MonitoringRule, done: list[date | None]) -> str:
    """The rule's text, with what of a panel was never recorded while other parts were."""
    never = [
        analyte_words(analyte)
        for analyte, day in zip(rule.analytes, done, strict=False)
        if day is None
    ]
    if not never or not any(done):
        return rule.text
    return say("{text} Never recorded: {what}.", text=rule.text, what=", ".join(never))


def _own(rule: MonitoringRule, case: Case) -> r.OwnInterval | None:
    """The patient's own interval for a rule, the one written last; an unreadable one is none."""
    own = [row for row in case.own_intervals if row.rule == rule.id and is_interval(row.every)]
    return own[-1] if own else None


def _told(own: r.OwnInterval, rule: MonitoringRule) -> OwnRhythm:
    return OwnRhythm(who=own.who, when=own.when, reason=own.reason, usual=rule.every, record=own.id)


def is_interval(text: str) -> bool:
    """True for ``never`` and for a duration that moves on: ``P3M``, ``P2W``."""
    if text == NEVER:
        return True
    try:
        return after(date(2000, 1, 1), text) > date(2000, 1, 1)
    except (ValueError, OverflowError):
        return False


def _last_of(watched: str, case: Case) -> date | None:
    if watched == "masses":
        return _last_of_masses(case)
    kind, _, which = watched.partition(".")
    if kind == "procedure":
        return _latest(case, (p.when for p in case.procedures if p.kind == which))
    if kind == "visit":
        return _latest(case, (visit.when for visit in case.visits))
    return _latest(case, (lab.when for lab in case.labs_of(watched)))


def _last_of_masses(case: Case) -> date | None:
    """The day by which every mass had been measured; the mass seen longest ago decides."""
    days = [
        _latest(case, (m.when for m in case.mass_measurements if m.mass_id == mass.mass_id))
        for mass in case.masses
    ]
    known = [day for day in days if day is not None]
    return min(known) if known else None


def _latest(case: Case, times: Iterable[str]) -> date | None:
    days = [day for when in times if (day := _day(case, when)) is not None]
    return max(days, default=None)


def _day(case: Case, when: str) -> date | None:
    """The first possible day, so that nothing seems more recent than it may be."""
    if case.axis != "date":
        return None
    span = case.place(when)
    return date.fromordinal(max(int(span.first), 1)) if span else None


def after(day: date, duration: str) -> date:
    """The day that lies an ISO 8601 duration of whole units after another.

    A month that lacks the day ends on its last one. Raises ValueError for another form.
    """
    found = _DURATION.fullmatch(duration)
    if not found or duration == "P":
        message = say(
            "{text} is not a duration of years, months, weeks or days", text=repr(duration)
        )
        raise ValueError(message)
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = total // 12, total % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(weeks=weeks, days=days)
