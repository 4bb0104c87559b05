"""What a history is narrowed by: text, kind, person, days, and one record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.columns import TABLES
from desktop.domain.language import say
from desktop.domain.when import parse_when
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.forms.typed import NotReadable, typed_when
from desktop.ui.models.history_list import IMPORTS, Wanted
from desktop.ui.models.history_state import title_of
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import button, label, restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.models.history_list import Line


class HistoryFilters(QWidget):
    """``changed`` tells that another narrowing is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._record = ""
        self._is_filling = False
        self.text = filter_field(say("Filter this list"), say("Filter the history by a word"))
        self.kind = ChoiceEditor([("", say("All kinds"))])
        self.kind.setAccessibleName(say("Kind of entry"))
        self.who = ChoiceEditor([("", say("Everybody"))])
        self.who.setAccessibleName(say("Changed by"))
        self.first = filter_field(say("From day"), say("From this day on, such as 3/2026 or -2w"))
        self.last = filter_field(say("Until day"), say("Until this day, such as today"))
        self.only = label("", "strong")
        self.only_button = button(say("Show the whole history"), "header", icon="x")
        self._lay_out()
        for field in (self.text, self.first, self.last):
            field.textChanged.connect(self._tell)
        for choice in (self.kind, self.who):
            choice.edited.connect(self._tell)
        self.only_button.clicked.connect(lambda: self.show_only("", ""))
        theme_signals.changed.connect(self._fit)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 2)
        for part in (self.kind, self.who, self.first, self.last):
            row.addWidget(part, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.only, 1)
        below.addWidget(self.only_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(below)
        self.only.hide()
        self.only_button.hide()
        self._fit()

    def _fit(self) -> None:
        for part, most in (
            (self.kind, 138),
            (self.who, 138),
            (self.first, 124),
            (self.last, 124),
        ):
            part.setMinimumWidth(theme().px(78))
            part.setMaximumWidth(theme().px(most))

    def offer(self, lines: Sequence[Line]) -> None:
        """Offer the kinds and persons that occur; what was chosen stays chosen."""
        kinds = {line.kind for line in lines}
        named = [(table.name, title_of(table)) for table in TABLES if table.name in kinds]
        if IMPORTS in kinds:
            named.append((IMPORTS, say("Imports")))
        people = sorted({line.source.who for line in lines})
        self._is_filling = True
        fill_choice(self.kind, [("", say("All kinds")), *named])
        fill_choice(self.who, [("", say("Everybody")), *((one, one) for one in people)])
        self._is_filling = False

    def reset(self) -> None:
        """Narrow nothing, for another patient."""
        self._is_filling = True
        for field in (self.text, self.first, self.last):
            field.clear()
        for choice in (self.kind, self.who):
            choice.setCurrentIndex(0)
        self._is_filling = False
        self.show_only("", "")

    def show_only(self, record: str, words: str) -> None:
        """Show the history of one record alone, or of all."""
        self._record = record
        self.only.setText(say("Only {entry}", entry=words) if record else "")
        self.only.setVisible(bool(record))
        self.only_button.setVisible(bool(record))
        self._tell()

    def wanted(self) -> Wanted:
        """What the list is narrowed to; a day that cannot be read is marked and ignored."""
        first, last = (day_in(field, is_last=n == 1) for n, field in enumerate(self._days()))
        return Wanted(
            text=self.text.text(),
            kind=self.kind.typed(),
            who=self.who.typed(),
            first=first,
            last=last,
            record=self._record,
        )

    def _days(self) -> tuple[QLineEdit, QLineEdit]:
        return self.first, self.last

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def fill_choice(choice: ChoiceEditor, entries: list[tuple[str, str]]) -> None:
    """Offer other entries; what was chosen stays chosen."""
    kept = choice.typed()
    choice.clear()
    for cell, text in entries:
        choice.addItem(text, cell)
    choice.setCurrentIndex(max(choice.findData(kept), 0))


def filter_field(hint: str, name: str) -> QLineEdit:
    """A line to narrow a list with."""
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setClearButtonEnabled(True)
    return made


def day_in(field: QLineEdit, *, is_last: bool) -> date | None:
    """The first or the last day that a typed time may mean; None, and marked, for no time."""
    text, found = field.text().strip(), None
    if text:
        try:
            when = parse_when(typed_when(text, date.today()))  # noqa: DTZ011 - the user's own day
        except NotReadable:
            when = parse_when("")
        if when.kind == "date":
            found = date.fromordinal(int(when.span.last if is_last else when.span.first))
    problem = "error" if text and found is None else ""
    if (field.property("problem") or "") != problem:
        field.setProperty("problem", problem)
        field.setAccessibleDescription(say("No day that can be read") if problem else "")
        restyle(field)
    return found
