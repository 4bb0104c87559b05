"""The history of a record or a patient in words: who changed what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.columns import table_of
from desktop.domain.when import shown_day
from desktop.ui.forms.summary import kind_name, summary
from desktop.ui.forms.words import NOT_RECORDED, column_name
from desktop.ui.models.records import cell_text

if TYPE_CHECKING:
    from desktop.db.journal import Entry
    from desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One journaled change: when and who, what was done, and the cells that changed."""

    when: str
    who: str
    done: str
    cells: str


def history_line(entry: Entry) -> HistoryLine:
    """One entry of the journal in words, in local time."""
    at = datetime.fromisoformat(entry.at).astimezone()
    record = entry.after or entry.before
    said = f"{kind_name(record)}: {summary(record)}" if record else ""
    verb = _verb(entry)
    return HistoryLine(
        when=f"{shown_day(at.date())} {at:%H:%M}",
        who=entry.who,
        done=f"{verb} {said}" if said else f"{verb} {entry.what}",
        cells=_differences(entry.before, entry.after),
    )


def _verb(entry: Entry) -> str:
    taken_back = {"undo": " by undo", "redo": " by redo", "import": " by import"}
    ending = taken_back.get(entry.kind, "")
    if entry.before is None:
        return f"Added{ending}"
    return f"Removed{ending}" if entry.after is None else f"Changed{ending}"


def _differences(before: Record | None, after: Record | None) -> str:
    if before is None or after is None:
        return ""
    table = table_of(type(after))
    told = []
    for column in table.columns:
        old, new = cell_text(column, before), cell_text(column, after)
        if old != new:
            name = column_name(table.name, column.name)
            told.append(f"{name}: {old or NOT_RECORDED.lower()} → {new or NOT_RECORDED.lower()}")
    return "; ".join(told)
