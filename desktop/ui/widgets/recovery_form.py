"""Signing in with the recovery code: the code, the person, and a new passphrase for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.passphrase import NewPassphrase


class RecoveryForm(QWidget):
    """``agreed`` carries code, person and the new passphrase."""

    agreed = Signal(str, str, str)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_allowed = True
        self.code = QLineEdit()
        self.code.setAccessibleName(say("Recovery code"))
        self.code.setPlaceholderText(say("As it stands on the printed sheet"))
        self.person = QLineEdit()
        self.person.setAccessibleName(say("Person who gets the new passphrase"))
        self.passphrase = NewPassphrase()
        self.problem = label("", "hint", wrap=True)
        self.back_button = button(say("Back"))
        self.go_button = button(say("Set passphrase and sign in"), "primary")
        self._lay_out()
        for line in (self.code, self.person):
            line.textChanged.connect(self._follow)
            line.returnPressed.connect(self.focusNextChild)
        self.passphrase.edited.connect(self._follow)
        self.passphrase.entered.connect(self._go)
        self.back_button.clicked.connect(self.back_wanted)
        self.go_button.clicked.connect(self._go)
        self._follow()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        told = say(
            "Its use is written to the audit. Another code is shown then, and this one is void."
        )
        column.addWidget(label(told, "hint", wrap=True))
        column.addSpacing(4)
        for name, field in ((say("Recovery code"), self.code), (say("Person"), self.person)):
            caption = label(name, "label")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(8)
        column.addWidget(self.passphrase)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.go_button)
        column.addLayout(row)

    def begin(self, person: str) -> None:
        """Begin with this person."""
        self.forget()
        self.person.setText(person)

    def forget(self) -> None:
        """Forget what was typed."""
        self.code.clear()
        self.person.clear()
        self.passphrase.clear()

    def allow(self, *, is_allowed: bool) -> None:
        """Let it be tried, or not while a try is being worked out."""
        self._is_allowed = is_allowed
        self._follow()

    @property
    def _lacks(self) -> str:
        if not self.code.text().strip():
            return say("Type the recovery code.")
        if not self.person.text().strip():
            return say("Type the name of the person.")
        return self.passphrase.problem

    def _follow(self) -> None:
        lacks = self._lacks
        self.problem.setText(lacks)
        self.go_button.setEnabled(self._is_allowed and not lacks)

    def _go(self) -> None:
        if self._is_allowed and not self._lacks:
            self.agreed.emit(
                self.code.text().strip(), self.person.text().strip(), self.passphrase.text
            )
