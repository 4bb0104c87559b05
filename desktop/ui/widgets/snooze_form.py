"""Putting an item of the worklist off: until when, and why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.domain.when import parse_when, shown_day
from desktop.ui.forms.typed import NotReadable, typed_when
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.work.worklist import LONGEST_SNOOZE, latest_snooze, snooze_mark

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.models.worklist import Row

OFFERED_DAYS = (1, 3, 7, 14, 30, 90)


class SnoozeForm(QDialog):
    """``agreed`` carries the mark to be saved; the text stays where something stands against it."""

    agreed = Signal(object)

    def __init__(self, row: Row, day: date, *, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._day, self._who = row, day, who
        self.setObjectName("recordForm")
        self.setWindowTitle(say("Snooze"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.until = QLineEdit(self._offered()[-1][1])
        self.until.setAccessibleName(say("Until"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(say("Reason"))
        self.message = InlineMessage()
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.reason.setFocus()

    def _offered(self) -> list[tuple[int, str]]:
        most = LONGEST_SNOOZE[self._row.item.urgency]
        days = [days for days in OFFERED_DAYS if days <= min(most, 7)]
        return [(n, (self._day + timedelta(days=n)).isoformat()) for n in days]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        who = " · ".join(part for part in (self._row.name, self._row.person) if part)
        column.addWidget(label(who, "strong", wrap=True))
        column.addWidget(label(self._row.item.text, wrap=True))
        column.addWidget(self.message)
        choices = QHBoxLayout()
        for days, text in self._offered():
            made = button(say_count(days, "{n} day", "{n} days"), "header")
            made.clicked.connect(lambda _checked, text=text: self.until.setText(text))
            choices.addWidget(made)
        choices.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(label(say("Until"), "label"), self.until)
        form.addRow("", choices)
        form.addRow(label(say("Reason *"), "label"), self.reason)
        column.addLayout(form)
        latest = shown_day(latest_snooze(self._row.item, self._day))
        column.addWidget(label(say("At the latest until {day}.", day=latest), "hint"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = button(say("Cancel   {keys}", keys="Esc"))
        cancel.clicked.connect(self.reject)
        self.save_button = button(say("Snooze   {keys}", keys="Ctrl+Enter"), "primary")
        self.save_button.clicked.connect(self.save)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        self.resize(460, self.sizeHint().height())

    def save(self) -> None:
        """Give the mark out and close, if it keeps to the limit."""
        try:
            until = parse_when(typed_when(self.until.text(), self._day)).day
        except NotReadable as error:
            self.message.show_message("stop", str(error))
            return
        if until is None:
            self.message.show_message("stop", say("Type one whole day, such as +2d."))
            return
        try:
            made = snooze_mark(
                self._row.item, self._day, until=until, reason=self.reason.text(), who=self._who
            )
        except UserError as error:
            self.message.show_message("stop", str(error))
            return
        self.agreed.emit(made)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; in the last one it saves."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.reason.hasFocus():
            self.save()
        else:
            self.focusNextChild()
