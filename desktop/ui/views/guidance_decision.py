"""The dialogs in which somebody decides against a rule: set it aside, or watch at another rhythm.

Both need a reason and a name. Esc keeps what was typed with the other unfinished entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.models.intervals import duration_of, every_words
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import button, label, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.case import Case


class Field:
    """A labeled line with room for what is wrong with it."""

    def __init__(self, name: str, column: QVBoxLayout, *, text: str = "", hint: str = "") -> None:
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(name)
        self._hint = hint
        self.message = label(hint, "hint", wrap=True)
        named = label(name, "label")
        named.setBuddy(self.edit)
        for part in (named, self.edit, self.message):
            column.addWidget(part)
        column.addSpacing(6)
        self.edit.textEdited.connect(self.clear)

    @property
    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.edit.text().strip()

    def refuse(self, message: str) -> None:
        """Mark the field and say why; the text stays."""
        self.edit.setProperty("problem", "error")
        restyle(self.edit)
        self.message.setProperty("role", "error")
        self.message.setText(message)
        restyle(self.message)
        self.edit.setFocus()

    def clear(self) -> None:
        """Take the mark away."""
        if self.edit.property("problem"):
            self.edit.setProperty("problem", "")
            restyle(self.edit)
            self.message.setProperty("role", "hint")
            restyle(self.message)
            self.message.setText(self._hint)


class DecisionDialog(QDialog):
    """Reason and name, both required; ``decided`` is called with them and may refuse.

    With ``every`` it asks for an interval first. ``edited`` tells that something was typed.
    """

    edited = Signal()

    def __init__(
        self,
        case: Case,
        title: str,
        told: str,
        *,
        who: str,
        decided: Callable[[DecisionDialog], None],
        every: str = "",
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._decided = decided
        self.setObjectName("recordForm")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        banner = PatientBanner("dialog")
        banner.show_case(case)
        outer.addWidget(banner)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(3)
        outer.addLayout(column)
        column.addWidget(label(title, "title"))
        self.told = label(told, "", wrap=True)
        column.addWidget(self.told)
        if warning:
            column.addWidget(label(warning, "error", wrap=True))
        column.addSpacing(8)
        self.every = self._interval_field(column, every) if every else None
        self.reason = Field(say("Reason"), column, hint=say("Required. It is shown to everyone."))
        self.who = Field(say("Your name"), column, text=who)
        for field in (self.reason, *([self.every] if self.every else [])):
            field.edit.textChanged.connect(self.edited)
        self.refused = label("", "error", wrap=True)
        column.addWidget(self.refused)
        outer.addStretch(1)
        outer.addWidget(self._footer(title))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.decide)
        self.resize(560, self.sizeHint().height())

    def _interval_field(self, column: QVBoxLayout, every: str) -> Field:
        hint = say("For example: every 3 months, yearly, P6W, never.")
        made = Field(say("How often"), column, text=every_words(every), hint=hint)
        made.edit.textEdited.connect(self._say_interval)
        return made

    def _say_interval(self) -> None:
        if self.every is not None and self.duration:
            self.every.message.setText(every_words(self.duration))

    @property
    def duration(self) -> str:
        """The interval that was typed, as ISO 8601 or ``never``; empty where it cannot be read."""
        return duration_of(self.every.text) if self.every else ""

    def _footer(self, title: str) -> QFrame:
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        cancel = button(say("Cancel   Esc"))
        cancel.clicked.connect(self.reject)
        self.decide_button = button(say("{action}   Ctrl+Enter", action=title), "primary")
        self.decide_button.clicked.connect(self.decide)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.decide_button)
        return footer

    def cells(self) -> dict[str, str]:
        """Reason and interval as they stand in the fields; nothing while there is no reason."""
        typed = {"reason": self.reason.text, "every": self.every.text if self.every else ""}
        return {name: text for name, text in typed.items() if text} if self.reason.text else {}

    def take_up(self, typed: tuple[str, str]) -> None:
        """Fill in what was typed before the dialog was left."""
        reason, every = typed
        self.reason.edit.setText(reason)
        if self.every is not None and every:
            self.every.edit.setText(every)

    def decide(self) -> None:
        """Write it, if reason, name and interval are there; else say what is missing."""
        if self.every is not None and not self.duration:
            self.every.refuse(say("This interval cannot be read. Try: every 3 months."))
        elif not self.reason.text:
            self.reason.refuse(say("A reason is needed."))
        elif not self.who.text:
            self.who.refuse(say("A name is needed."))
        else:
            self._write()

    def _write(self) -> None:
        try:
            self._decided(self)
        except UserError as error:
            self.refused.setText(str(error))
            return
        self.accept()
