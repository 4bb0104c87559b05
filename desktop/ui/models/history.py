"""The history of a record or a patient in words: who changed what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.columns import table_of
from desktop.domain.language import mark, say, say_count
from desktop.domain.records import LabResult, StoredAssessment
from desktop.domain.when import is_when, parse_when, shown, shown_day
from desktop.measures.wording import name_of
from desktop.ui.forms.summary import kind_name, summary
from desktop.ui.forms.words import NOT_RECORDED, TABLE_TITLES, column_name, table_name
from desktop.ui.models.history_fields import field_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.db.journal import Entry
    from desktop.db.past import Arrival
    from desktop.domain.records import Record

_DEEDS: Mapping[tuple[str, str], str] = {
    ("added", "change"): mark("Added"),
    ("added", "undo"): mark("Added by undo"),
    ("added", "redo"): mark("Added by redo"),
    ("added", "import"): mark("Added by import"),
    ("changed", "change"): mark("Changed"),
    ("changed", "undo"): mark("Changed by undo"),
    ("changed", "redo"): mark("Changed by redo"),
    ("changed", "import"): mark("Changed by import"),
    ("removed", "change"): mark("Removed"),
    ("removed", "undo"): mark("Removed by undo"),
    ("removed", "redo"): mark("Removed by redo"),
    ("removed", "import"): mark("Removed by import"),
}
IMPORTED = mark("Imported")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One journaled change: when and who, what was done, and the cells that changed."""

    when: str
    who: str
    done: str
    cells: str


def history_line(entry: Entry) -> HistoryLine:
    """One entry of the journal in words, in local time."""
    record = entry.after or entry.before
    said = f"{kind_name(record)}: {summary(record)}" if record else ""
    return HistoryLine(
        when=moment(entry.at),
        who=entry.who,
        done=f"{deed_words(entry)} {said or entry.what}",
        cells=_differences(entry.before, entry.after),
    )


def deed_of(entry: Entry) -> str:
    """``added``, ``changed`` or ``removed``."""
    if entry.before is None:
        return "added"
    return "removed" if entry.after is None else "changed"


def deed_words(entry: Entry) -> str:
    """What was done to the record, and whether undo, redo or an import did it."""
    return say(_DEEDS[deed_of(entry), entry.kind])


def local(at: str) -> datetime:
    """A time of the journal as local time."""
    return datetime.fromisoformat(at).astimezone()


def moment(at: str) -> str:
    """A time of the journal for people: ``12-Mar-2026 10:42``."""
    if not at:
        return say("not known")
    day = local(at)
    return f"{shown_day(day.date())} {day:%H:%M}"


def entry_words(record: Record, *, with_kind: bool = True) -> str:
    """A record in a few words with its own time: ``Laboratory result: phosphate 5.1 mg/dL, …``.

    Never a person's name.
    """
    kind = kind_name(record)
    said = _lab(record) if isinstance(record, LabResult) else summary(record)
    parts = [said] if said.casefold() != kind.casefold() else []
    when = str(getattr(record, "when", "") or getattr(record, "start_when", ""))
    if when and is_when(when) and not isinstance(record, StoredAssessment):
        parts.append(shown(parse_when(when)))
    told = ", ".join(parts)
    if not told:
        return kind
    return f"{kind}: {told}" if with_kind else told


def _lab(lab: LabResult) -> str:
    """The short name, so that value and unit are seen beside it."""
    if not lab.value:
        return summary(lab)
    name = name_of(lab.analyte)
    return f"{name[:1].upper()}{name[1:]} {lab.comparator}{lab.value} {lab.unit}".strip()


def arrival_words(arrival: Arrival) -> str:
    """What an import brought: its name, then how many records of each kind."""
    told = ", ".join(
        say_count(count, "{kind} {n}", "{kind} {n}", kind=_title(table))
        for table, count in arrival.counts.items()
    )
    return f"{arrival.what}: {told}"


def _title(table: str) -> str:
    return say(TABLE_TITLES[table]) if table in TABLE_TITLES else table_name(table)


def _differences(before: Record | None, after: Record | None) -> str:
    if before is None or after is None:
        return ""
    table = table_of(type(after))
    told = []
    nothing = say(NOT_RECORDED).lower()
    for column in table.columns:
        old, new = field_text(column, before), field_text(column, after)
        if getattr(before, column.name) != getattr(after, column.name):
            name = column_name(table.name, column.name)
            told.append(f"{name}: {old or nothing} → {new or nothing}")
    return "; ".join(told)
