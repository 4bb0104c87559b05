"""What people agreed about items of the worklist: whose each is, and what was noted on it.

Both are marks, as done and put off are. They keep no item off the list, and new evidence
does not end them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.domain.records import WorklistMark
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from desktop.work.worklist import Item

ASSIGNED, NOTED = "assigned", "noted"


class Deeds(msgspec.Struct, frozen=True, kw_only=True):
    """Whose an item is, given by whom and when; the notes on it, oldest first."""

    to: str = ""
    by: str = ""
    when: str = ""
    notes: tuple[WorklistMark, ...] = ()


NOTHING = Deeds()


def deeds_by_item(marks: Iterable[WorklistMark]) -> dict[tuple[str, str], Deeds]:
    """What was agreed about each item, by patient and key; ``marks`` come oldest first."""
    given: dict[tuple[str, str], WorklistMark] = {}
    notes: dict[tuple[str, str], list[WorklistMark]] = defaultdict(list)
    for made in marks:
        key = (made.patient, made.item)
        if made.action == ASSIGNED:
            given[key] = made
        elif made.action == NOTED:
            notes[key].append(made)
    found = {}
    for key in given.keys() | notes.keys():
        last = given.get(key)
        to = last.reason if last else ""
        by, when = (last.who, last.when) if last and to else ("", "")
        found[key] = Deeds(to=to, by=by, when=when, notes=tuple(notes.get(key, ())))
    return found


def assign_mark(item: Item, day: date, *, to: str, who: str) -> WorklistMark:
    """The mark that an item is somebody's from now on; nobody's where ``to`` is empty."""
    return _mark(item, ASSIGNED, day, text=to.strip(), who=who)


def note_mark(item: Item, day: date, *, text: str, who: str) -> WorklistMark:
    """The mark with a note on an item; UserError without a text."""
    if not text.strip():
        raise UserError(say("Type the note."))
    return _mark(item, NOTED, day, text=text.strip(), who=who)


def _mark(item: Item, action: str, day: date, *, text: str, who: str) -> WorklistMark:
    return WorklistMark(
        patient=item.patient,
        item=item.key,
        action=action,
        when=day.isoformat(),
        reason=text,
        who=who,
        evidence=item.evidence,
    )


def is_of(item: Item, deeds: Deeds, name: str) -> bool:
    """Whether an item is one person's: assigned, or, while it is nobody's, of a patient seen last.

    Capitals make no other person.
    """
    return (deeds.to or item.owner).casefold() == name.casefold()


def colleagues(
    items: Iterable[Item], deeds: Mapping[tuple[str, str], Deeds], who: str
) -> list[str]:
    """Who an item may be given to, oneself first: whoever sees patients or was given one."""
    names = {item.owner for item in items} | {one.to for one in deeds.values()}
    own = who.casefold()
    return [who, *sorted(name for name in names if name.strip() and name.casefold() != own)]


def note_words(note: WorklistMark) -> str:
    """A note with who wrote it and when."""
    told = " · ".join(part for part in (note.who, shown(parse_when(note.when))) if part)
    return f"{note.reason} ({told})" if told else note.reason


def given_words(deeds: Deeds) -> str:
    """Whose an item is, and who gave it when."""
    if not deeds.to:
        return ""
    if not deeds.by or deeds.by.casefold() == deeds.to.casefold():
        return say("Taken by {name}, {day}.", name=deeds.to, day=shown(parse_when(deeds.when)))
    return say(
        "Given to {name} by {other}, {day}.",
        name=deeds.to,
        other=deeds.by,
        day=shown(parse_when(deeds.when)),
    )
