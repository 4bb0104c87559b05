"""The monitoring schedule: how often, when last, when due, from the dates in the record."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named
from desktop.guidance.assessment import Monitoring
from desktop.guidance.logic import holds
from desktop.guidance.words import analyte_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.case import Case
    from desktop.guidance.attempts import Attempts
    from desktop.guidance.facts import Facts
    from desktop.guidance.loader import Pack
    from desktop.guidance.pack import MonitoringRule

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


def monitoring(case: Case, pack: Pack, facts: Facts, attempts: Attempts) -> tuple[Monitoring, ...]:
    """What is to be watched in this case, the overdue first, then by the day it is due.

    Nothing is scheduled for a patient who has died.
    """
    if case.patient.death_when or any(event.kind == "death" for event in case.events):
        return ()
    latest = _latest_results(case)
    found: list[Monitoring] = []
    for file in pack.files:
        for rule in file.monitoring:
            item = attempts.of(rule.id, partial(_item, rule, case, facts, latest), None)
            if item is not None:
                found.append(item)
    found.sort(key=lambda item: (item.due is None, item.due or ""))
    return tuple(found)


def _item(
    rule: MonitoringRule, case: Case, facts: Facts, latest: dict[str, date]
) -> Monitoring | None:
    if holds(rule.when, facts.truth) is not True:
        return None
    done = [_last_of(watched, case, latest) for watched in (*rule.analytes, *rule.records)]
    known = [day for day in done if day is not None]
    # The result that is oldest decides: a panel is as old as its oldest part.
    last = min(known) if known else None
    due = after(last, rule.every) if last else None
    never = [
        analyte_words(analyte)
        for analyte, day in zip(rule.analytes, done, strict=False)
        if day is None
    ]
    lacking = f" Never recorded: {', '.join(never)}." if never and known else ""
    return Monitoring(
        what=rule.what,
        text=rule.text + lacking,
        every=rule.every,
        last=last.isoformat() if last else None,
        due=due.isoformat() if due else None,
        is_overdue=due is not None and due < case.as_of,
        statements=rule.statements,
        references=rule.references,
        basis=rule.rhythm,
    )


def _latest_results(case: Case) -> dict[str, date]:
    found: dict[str, date] = {}
    for lab in case.labs:
        analyte = analyte_named(lab.analyte)
        day = _day(case, lab.when)
        if analyte and day and (analyte.key not in found or day > found[analyte.key]):
            found[analyte.key] = day
    return found


def _last_of(watched: str, case: Case, latest: dict[str, date]) -> date | None:
    if watched == "masses":
        return _last_of_masses(case)
    kind, _, which = watched.partition(".")
    if kind == "procedure":
        return _latest(case, (p.when for p in case.procedures if p.kind == which))
    if kind == "visit":
        return _latest(case, (visit.when for visit in case.visits))
    return latest.get(watched)


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
        message = f"{duration!r} is not a duration of years, months, weeks or days"
        raise ValueError(message)
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = total // 12, total % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(weeks=weeks, days=days)
