"""Giving an item of the worklist to somebody, and noting something on it: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.work.worklist_deeds import assign_mark, note_mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.records import WorklistMark
    from desktop.ui.models.worklist import Row

OFFERED = 4
"""So many names stand as buttons; the field completes the others."""


class _LineForm(QDialog):
    """``agreed`` carries the mark to be saved; Enter saves."""

    agreed = Signal(object)

    def __init__(self, row: Row, day: date, *, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self.day, self.who = row, day, who
        self.setObjectName("recordForm")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.message = InlineMessage()
        self.choices = QHBoxLayout()

    def _lay_out(self, title: str, name: str, saves: str) -> None:
        self.setWindowTitle(title)
        self.field.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        who = " · ".join(part for part in (self.row.name, self.row.person) if part)
        column.addWidget(label(who, "strong", wrap=True))
        column.addWidget(label(self.row.item.text, wrap=True))
        column.addWidget(self.message)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(label(name, "label"), self.field)
        if self.choices.count():
            self.choices.addStretch(1)
            form.addRow("", self.choices)
        column.addLayout(form)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = button(say("Cancel   {keys}", keys="Esc"))
        cancel.clicked.connect(self.reject)
        self.save_button = button(saves, "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.resize(460, self.sizeHint().height())
        self.field.setFocus()

    def made(self) -> WorklistMark:
        """The mark that was typed; UserError where something is missing."""
        raise NotImplementedError

    def save(self) -> None:
        """Give the mark out and close; the text stays where something stands against it."""
        try:
            made = self.made()
        except UserError as error:
            self.message.show_message("stop", str(error))
            return
        self.agreed.emit(made)
        self.accept()


class AssignForm(_LineForm):
    """To whom an item is given; an empty name gives it to nobody."""

    def __init__(
        self,
        row: Row,
        day: date,
        *,
        who: str,
        people: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(row, day, who=who, parent=parent)
        self.field.setText(row.deeds.to or who)
        self.field.selectAll()
        completer = QCompleter(list(people), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        for name in people[:OFFERED]:
            made = button(name, "header")
            made.clicked.connect(lambda _checked, name=name: self.field.setText(name))
            self.choices.addWidget(made)
        nobody = button(say("Nobody"), "header")
        nobody.clicked.connect(self.field.clear)
        self.choices.addWidget(nobody)
        saves = say("Give   {keys}", keys="Enter")
        self._lay_out(say("Give to somebody"), say("Give to"), saves)

    def made(self) -> WorklistMark:
        """The mark with the name."""
        return assign_mark(self.row.item, self.day, to=self.field.text(), who=self.who)


class NoteForm(_LineForm):
    """A note on an item; earlier ones stay."""

    def __init__(self, row: Row, day: date, *, who: str, parent: QWidget | None = None) -> None:
        super().__init__(row, day, who=who, parent=parent)
        saves = say("Add note   {keys}", keys="Enter")
        self._lay_out(say("Note"), say("Note *"), saves)

    def made(self) -> WorklistMark:
        """The mark with the text."""
        return note_mark(self.row.item, self.day, text=self.field.text(), who=self.who)
