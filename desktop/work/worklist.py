"""The worklist: what needs attention in whom, in which order, and what was done about it.

Items are worked out anew from the records and never stored. Stored are the marks alone: who
did what about an item, resting on which evidence.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say, say_count
from desktop.domain.records import WorklistMark
from desktop.domain.when import parse_when, shown, shown_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

Urgency = Literal["stop", "review", "new", "due", "waiting", "missing"]
Kind = Literal["conflict", "alerts", "growing", "target", "monitoring", "awaited", "missing"]

URGENCIES: tuple[Urgency, ...] = ("stop", "review", "new", "due", "waiting", "missing")
"""The most urgent first."""

URGENCY_WORDS: Mapping[Urgency, str] = {
    "stop": mark("Stop"),
    "review": mark("Review"),
    "new": mark("New"),
    "due": mark("Due"),
    "waiting": mark("Waiting"),
    "missing": mark("Missing"),
}
GROUPS: tuple[tuple[str, tuple[Urgency, ...]], ...] = (
    (mark("Action today"), ("stop", "review")),
    (mark("New alerts to read"), ("new",)),
    (mark("Overdue or due in 14 days"), ("due",)),
    (mark("Waiting for others"), ("waiting",)),
    (mark("Missing key data"), ("missing",)),
)
"""The groups of the list, by what is in them."""

AHEAD_DAYS = 14
"""So many days ahead an examination counts as due."""

LONGEST_SNOOZE: Mapping[Urgency, int] = {
    "stop": 1,
    "review": 14,
    "new": 14,
    "due": 30,
    "waiting": 30,
    "missing": 90,
}
"""For how many days an item may be put off."""

DONE_HOLDS: Mapping[Kind, int] = {
    "conflict": 1,
    "growing": 90,
    "target": 30,
    "monitoring": 14,
    "awaited": 14,
    "missing": 90,
}
"""For how many days an item that was done stays away while its evidence is the same.

What is truly done shows in the record soon. Alerts that were read stay away until they change.
"""


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One reason why a patient needs attention; texts are said in the language of then.

    ``key`` names the item within the patient, ``evidence`` what it rests on, so that new
    evidence brings it back. ``value``, ``unit``, ``flag`` and ``when`` (a cell) are the number
    that decided, ``due`` an ISO date, ``owner`` who looks after the patient. ``rule`` says why
    in a sentence, ``because`` what in the record, ``sources`` on which statements it rests,
    ``step`` what to consider next. ``opens`` is what to show: ``page:labs``, ``record:ID`` or
    ``analyte:KEY``. ``series`` are days and values for a sparkline, in one unit, with the
    limits ``low`` and ``high``.
    """

    patient: str
    key: str
    kind: Kind
    urgency: Urgency
    text: str
    detail: str = ""
    evidence: str = ""
    value: str = ""
    unit: str = ""
    flag: str = ""
    chip: str = ""
    when: str = ""
    due: str = ""
    owner: str = ""
    rule: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    step: str = ""
    opens: str = ""
    series_name: str = ""
    series: tuple[tuple[float, float], ...] = ()
    low: float | None = None
    high: float | None = None


def order(item: Item, day: date) -> tuple[int, str, str]:
    """A sort key: the most urgent first, then by the day it is due, undated items last."""
    dated = item.due or ("9999" if item.urgency == "missing" else day.isoformat())
    return (URGENCIES.index(item.urgency), dated, item.when)


def due_words(item: Item, day: date) -> str:
    """When something is to be done: ``Today``, ``64 days overdue``, or the day."""
    if item.urgency == "missing":
        return say("Next visit")
    if not item.due:
        return say("Today") if item.urgency in ("stop", "review", "new") else say("Not dated")
    due = parse_when(item.due).day
    if due is None:
        return shown(parse_when(item.due))
    days = (day - due).days
    if item.urgency == "waiting":
        return say_count(max(days, 0), "{n} day waiting", "{n} days waiting")
    if days > 0:
        return say_count(days, "{n} day overdue", "{n} days overdue")
    return say("Today") if days == 0 else shown_day(due)


def is_late(item: Item, day: date) -> bool:
    """True for what should happen today or should have happened before."""
    if item.urgency in ("stop", "review"):
        return True
    return item.urgency == "due" and bool(item.due) and item.due <= day.isoformat()


def newest_marks(marks: Iterable[WorklistMark]) -> dict[tuple[str, str], WorklistMark]:
    """The last time each item was done or put off, by patient and key; ``marks`` oldest first."""
    held = (made for made in marks if made.action in ("done", "snoozed"))
    return {(made.patient, made.item): made for made in held}


def is_held(item: Item, made: WorklistMark | None, day: date) -> bool:
    """True while a mark keeps an item off the list: not for new evidence, not for ever."""
    if made is None or made.evidence != item.evidence:
        return False
    return not made.until_when or day.isoformat() < made.until_when


def open_items(
    items: Iterable[Item], marks: Mapping[tuple[str, str], WorklistMark], day: date
) -> list[Item]:
    """The items that nothing holds back, the most urgent first."""
    found = [one for one in items if not is_held(one, marks.get((one.patient, one.key)), day)]
    return sorted(found, key=lambda one: order(one, day))


def done_mark(item: Item, day: date, *, who: str) -> WorklistMark:
    """The mark that an item was done; it comes back with new evidence or when it is due."""
    holds = DONE_HOLDS.get(item.kind)
    until = (day + timedelta(days=holds)).isoformat() if holds else ""
    if item.due > day.isoformat():
        until = min(until, item.due) if until else item.due
    return _mark(item, "done", day, until=until, who=who)


def snooze_mark(item: Item, day: date, *, until: date, reason: str, who: str) -> WorklistMark:
    """The mark that an item was put off until a day, with a reason.

    Raises UserError without a reason, for a day that is not ahead, and beyond the limit.
    """
    if not reason.strip():
        raise UserError(say("A reason is needed to put this off."))
    latest = latest_snooze(item, day)
    if until <= day:
        raise UserError(say("Choose a day after today."))
    if until > latest:
        raise UserError(
            say("This can be put off until {day} at the latest.", day=shown_day(latest))
        )
    return _mark(item, "snoozed", day, until=until.isoformat(), who=who, reason=reason.strip())


def latest_snooze(item: Item, day: date) -> date:
    """The last day until which an item may be put off."""
    return day + timedelta(days=LONGEST_SNOOZE[item.urgency])


def _mark(
    item: Item, action: str, day: date, *, until: str, who: str, reason: str = ""
) -> WorklistMark:
    return WorklistMark(
        patient=item.patient,
        item=item.key,
        action=action,
        when=day.isoformat(),
        until_when=until,
        reason=reason,
        who=who,
        evidence=item.evidence,
    )


def tile_counts(items: Sequence[Item]) -> dict[str, int]:
    """How many patients each tile counts, by its filter; rows of stops, reviews and tasks."""
    found = {}
    for name, matches in FILTERS.items():
        found[name] = len({item.patient for item in items if matches(item)})
    found["stops"] = sum(item.urgency == "stop" for item in items)
    found["reviews"] = sum(item.urgency == "review" for item in items)
    found["tasks"] = sum(item.urgency != "missing" for item in items)
    return found


def _is_today(item: Item) -> bool:
    return item.urgency in ("stop", "review")


FILTERS: Mapping[str, Callable[[Item], bool]] = {
    "today": _is_today,
    "target": lambda item: item.kind == "target",
    "growing": lambda item: item.kind == "growing",
    "alerts": lambda item: item.kind in ("conflict", "alerts"),
    "missing": lambda item: item.urgency == "missing",
}
"""What each tile of the worklist shows alone."""
