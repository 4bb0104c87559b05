"""A field: one column of a table with its label, its input, and what is wrong with it.

A stored cell that nobody touches goes back character for character.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.columns import Cell, Column
from desktop.domain.language import mark, say
from desktop.domain.terms import place_label
from desktop.domain.when import is_when, parse_when, shown
from desktop.ui.forms.editors import ChoiceEditor, Editor, LineEditor, NoteEditor
from desktop.ui.forms.regions import RegionsEditor
from desktop.ui.forms.segments import SEGMENTS, SegmentEditor
from desktop.ui.forms.terms import (
    Entry,
    disorder_entries,
    entries_for,
    key_of,
    label_of,
    suggestions,
)
from desktop.ui.forms.typed import NotReadable, typed_number, typed_size, typed_when
from desktop.ui.forms.words import NOT_RECORDED, UNITS, choice_name, column_name
from desktop.ui.widgets.basics import label, restyle, set_role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.domain.case import Case

    Reader = Callable[[str], Mapping[str, str]]
    Shower = Callable[[str], str]

HINTS = {
    Cell.WHEN: mark("2021-03-04, 2021, 14y 6m or t"),
    Cell.FEATURE: mark("type a few letters, ↓ chooses"),
    Cell.SITE: mark("type a few letters, ↓ chooses"),
    Cell.AGENT: mark("type a few letters, ↓ chooses"),
    Cell.ANALYTE: mark("type a few letters, ↓ chooses"),
}


OWN_HINTS = {
    "birth_date": mark("2010-05-14 or 2010"),
    "death_when": "",
    "enrolled_when": "",
    "diagnosis": HINTS[Cell.SITE],
    "value": mark("5.1 or <0.5"),
    "pain": "0 to 10; empty: not asked",
}
WHEN_TIP = mark(
    "A date (2021-03-04), a month, a year, an age (14y 6m), t for today, y for yesterday"
)


class Field(QWidget):
    """The input of one column, its unit, and a line below for hints and problems."""

    edited = Signal()

    def __init__(
        self,
        table: str,
        column: Column,
        editor: Editor | RegionsEditor,
        read: Reader,
        show: Shower,
    ) -> None:
        super().__init__()
        self.table = table
        self.column = column
        self.editor = editor
        self.name = column_name(table, column.name)
        self._read, self._show = read, show
        self._loaded: tuple[str, dict[str, str]] | None = None
        self.message = label("", "hint", wrap=True)
        self.message.hide()
        editor.setObjectName(f"{table}.{column.name}")
        editor.setAccessibleName(self.name)
        self._lay_out()
        editor.edited.connect(self._edited)
        editor.left.connect(self._leave)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.editor, 1)
        if unit := UNITS.get(self.column.name):
            row.addWidget(label(unit, "hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)

    def show_cells(self, cells: Mapping[str, str]) -> None:
        """Show stored cells; left untouched they are given back as they are."""
        cell = cells.get(self.column.name, "")
        comparator = cells.get("comparator", "") if self.column.name == "value" else ""
        self.editor.set_typed(f"{comparator}{self._show(cell)}")
        kept = {self.column.name: cell}
        if self.column.name == "value":
            kept["comparator"] = comparator
        self._loaded = (self.editor.typed(), kept)

    def cells(self) -> Mapping[str, str]:
        """The cells that the field states; raises NotReadable."""
        typed = self.editor.typed()
        if self._loaded is not None and typed == self._loaded[0]:
            return self._loaded[1]
        return self._read(typed)

    @property
    def typed(self) -> str:
        """What stands in the field, read or not."""
        return self.editor.typed()

    @property
    def is_untouched(self) -> bool:
        """True if nothing was typed since the cells were shown."""
        return self._loaded is not None and self.typed == self._loaded[0]

    def mark(self, level: str, text: str) -> None:
        """Mark the field as an ``error`` or a ``warning``, with a sentence below it."""
        self.editor.setProperty("problem", level)
        restyle(self.editor)
        set_role(self.message, level)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def hint(self, text: str) -> None:
        """Show a quiet line below the field."""
        if self.editor.property("problem"):
            self.editor.setProperty("problem", "")
            restyle(self.editor)
        set_role(self.message, "hint")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def _edited(self) -> None:
        self.hint(self._meaning())
        self.edited.emit()

    def _meaning(self) -> str:
        """What a typed time means, so that a slip is seen at once."""
        if self.column.cell is not Cell.WHEN or not self.typed.strip():
            return ""
        try:
            cell = self.cells()[self.column.name]
        except ValueError:
            return ""
        return shown(parse_when(cell)) if is_when(cell) and cell != self.typed else ""

    def _leave(self) -> None:
        if not self.typed.strip():
            return
        try:
            cell = self.cells().get(self.column.name, "")
        except ValueError as unreadable:
            self.mark("error", str(unreadable))
            return
        if not self.is_untouched and (nearest := self._nearest(cell)):
            self.hint(nearest)

    def _nearest(self, cell: str) -> str:
        """What a text outside the vocabulary may mean; it is never replaced by itself."""
        entries = entries_for(self.column.cell)
        if not entries or any(entry.key == cell for entry in entries):
            return ""
        found = [entry.label for entry in suggestions(cell, entries)[:3]]
        if not found:
            return say("Not in the list.")
        return say("Not in the list. ↓ offers: {terms}", terms="; ".join(found))


def field_for(table: str, column: Column, case: Case | None, today: date) -> Field:
    """The field of a column; ``case`` is the patient whose masses are offered."""
    editor, read, show = _parts(column, case, today)
    if isinstance(editor, LineEditor):
        own = OWN_HINTS.get(column.name)
        hint = HINTS.get(column.cell, "") if own is None else own
        editor.setPlaceholderText(say(hint) if hint else "")
        if column.cell is Cell.WHEN:
            editor.setToolTip(say(WHEN_TIP))
    return Field(table, column, editor, _named(column.name, read), show)


def _named(name: str, read: Callable[[str], str | Mapping[str, str]]) -> Reader:
    def cells(text: str) -> Mapping[str, str]:
        made = read(text)
        return {name: made} if isinstance(made, str) else made

    return cells


def _parts(
    column: Column, case: Case | None, today: date
) -> tuple[Editor | RegionsEditor, Callable[[str], str | Mapping[str, str]], Shower]:
    if column.name == "diagnosis":
        entries = disorder_entries()
        return LineEditor(entries), _keyed(entries), _labeled(entries)
    if column.name == "value":
        return LineEditor(), _value, str
    if column.name == "regions_examined":
        return RegionsEditor(case), str, str
    if column.name in SEGMENTS:
        return SegmentEditor(SEGMENTS[column.name]), str, str
    if column.name == "note":
        return NoteEditor(), str.strip, str
    if column.cell is Cell.CHOICE:
        return ChoiceEditor(_choices(column)), str, str
    if column.cell is Cell.MASS:
        return ChoiceEditor(_masses(case)), str, str
    return _line_parts(column, today)


def _line_parts(column: Column, today: date) -> tuple[Editor, Callable[[str], str], Shower]:
    if column.cell is Cell.WHEN:
        return LineEditor(), lambda text: typed_when(text, today), str
    if column.cell is Cell.SIZE:
        return LineEditor(), _size(column.name), str
    if column.cell is Cell.NUMBER:
        return LineEditor(), _number, str
    if entries := entries_for(column.cell):
        return LineEditor(entries), _keyed(entries), _labeled(entries)
    return LineEditor(), str.strip, str


ASKED = frozenset({"motion", "ulcer", "drainage"})
"""What the patient is asked or examined for at each look at a mass."""


def _choices(column: Column) -> list[tuple[str, str]]:
    return [
        ("", say("Not asked") if column.name in ASKED else choice_name(column.name, "")),
        *((c, choice_name(column.name, c)) for c in column.choices),
    ]


def _masses(case: Case | None) -> list[tuple[str, str]]:
    masses = case.masses if case else ()
    named = [(m.mass_id, f"{m.mass_id}  {place_label(m.site, m.side)}") for m in masses]
    return [("", say(NOT_RECORDED)), *named]


def _value(text: str) -> Mapping[str, str]:
    if not text.strip():
        return {"value": "", "comparator": ""}
    comparator, number = typed_number(text)
    return {"value": number, "comparator": comparator}


def _number(text: str) -> str:
    if not text.strip():
        return ""
    comparator, number = typed_number(text)
    if comparator:
        message = say("One number is needed here, without < or >.")
        raise NotReadable(message)
    return number


def _size(name: str) -> Callable[[str], str]:
    unit = UNITS[name]
    if unit in {"mm", "mL"}:
        return lambda text: typed_size(text, unit)
    return lambda text: _number(text.strip().removesuffix(unit).strip())


def _keyed(entries: Sequence[Entry]) -> Callable[[str], str]:
    return lambda text: key_of(text, entries)


def _labeled(entries: Sequence[Entry]) -> Shower:
    return lambda cell: label_of(cell, entries)
