"""The fields of a record before and after, each with a word for what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.columns import Cell, table_of
from desktop.domain.language import mark, say, say_count
from desktop.ui.forms.words import NOT_RECORDED, column_name
from desktop.ui.models.records import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.columns import Column
    from desktop.domain.records import Record

    Index = QModelIndex | QPersistentModelIndex

_UNIT_OF = {
    "value": "unit",
    "ref_low": "unit",
    "ref_high": "unit",
    "dose": "dose_unit",
    "low": "unit",
    "high": "unit",
}
"""The column that holds the unit of another one, so that no number stands alone."""
_LONG = frozenset({"content", "facts"})
WORDS = {
    "added": mark("Added"),
    "removed": mark("Removed"),
    "changed": mark("Changed"),
    "same": mark("Same"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its name, what happened to it (a key of ``WORDS``), before and after."""

    name: str
    change: str
    before: str
    after: str


def field_text(column: Column, record: Record) -> str:
    """A cell for people, with the unit that stands in another column."""
    cell = str(getattr(record, column.name))
    if column.name in _LONG and cell:
        return _outline(cell) if column.name == "content" else _size(cell)
    text = cell_text(column, record)
    unit = getattr(record, _UNIT_OF.get(column.name, ""), "")
    is_number = column.cell in (Cell.NUMBER, Cell.TEXT)
    return f"{text} {unit}" if text and unit and is_number else text


def _size(cell: str) -> str:
    return say_count(len(cell), "{n} character", "{n} characters")


def _outline(content: str) -> str:
    """The leading disorders and the alerts of a stored assessment."""
    try:
        read = msgspec.json.decode(content)
        held = [
            f"{one['name']} ({one['standing']})"
            for one in read["differential"]
            if one["standing"] in ("established", "probable", "possible")
        ]
        alerts = [str(one["text"]) for one in read["alerts"]]
    except (msgspec.DecodeError, KeyError, TypeError):
        return say("not readable; {size}", size=_size(content))
    told = say("Possible or more: {names}.", names=", ".join(held) or say("none"))
    return " ".join([told, say("Alerts:"), *alerts] if alerts else [told, say("No alert.")])


def fields_between(
    before: Record | None, after: Record | None, *, with_same: bool = False
) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of the table; those filled for a new or gone record.

    Columns that came with an import and that the table does not know follow at the end.
    """
    return tuple(_between(before, after, with_same=with_same))


def _between(
    before: Record | None, after: Record | None, *, with_same: bool
) -> Iterator[FieldChange]:
    known = after or before
    if known is None:
        return
    table = table_of(type(known))
    for column in table.columns:
        old, new = (str(getattr(one, column.name)) if one else "" for one in (before, after))
        change = _change(old, new)
        if (old or new) and (with_same or change != "same"):
            texts = [field_text(column, one) if one else "" for one in (before, after)]
            yield FieldChange(column_name(table.name, column.name), change, *texts)
    others = [dict(one.extra) if one else {} for one in (before, after)]
    for name in dict.fromkeys([*others[0], *others[1]]):
        old, new = (other.get(name, "") for other in others)
        if (change := _change(old, new)) != "same" or with_same:
            yield FieldChange(name, change, old, new)


def _change(old: str, new: str) -> str:
    if old == new:
        return "same"
    if not old:
        return "added"
    return "removed" if not new else "changed"


class FieldsModel(QAbstractTableModel):
    """Field, what happened, before, after; the titles of the last two can be others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: tuple[FieldChange, ...] = ()
        self._titles = ("", "")

    def show_fields(self, fields: tuple[FieldChange, ...], titles: tuple[str, str]) -> None:
        """Show other fields under other titles."""
        self.beginResetModel()
        self.fields, self._titles = fields, titles
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many fields there are."""
        return 0 if parent is not None and parent.isValid() else len(self.fields)

    def columnCount(self, parent: Index | None = None) -> int:
        """Field, what happened, before, after."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (say("Field"), *self._titles, say("What"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; screen readers hear the whole field with the first one."""
        if not 0 <= index.row() < len(self.fields):
            return None
        field = self.fields[index.row()]
        nothing = say(NOT_RECORDED).lower()
        cells = (field.name, field.before or nothing, field.after or nothing)
        text = (*cells, say(WORDS[field.change]))[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            titled = zip(self._titles, cells[1:], strict=True)
            told = [f"{title} {cell}" for title, cell in titled]
            return f"{field.name}, {say(WORDS[field.change])}: {', '.join(told)}"
        return None
