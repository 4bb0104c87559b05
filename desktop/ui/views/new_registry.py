"""Making a registry, or encrypting one: name and passphrase first, then the recovery code.

Encryption is the plain choice; without it is a second one that says what it means. The form
only asks; who opened it makes the keys, beside the window's thread, and brings the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.ui.widgets.passphrase import NewPassphrase
from desktop.ui.widgets.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

WIDTH = 540


class NewRegistryForm(QDialog):
    """``agreed`` carries name and passphrase; both are empty for one without encryption.

    ``ended`` tells that the code was kept, or that there is none. ``is_new`` is false where an
    existing registry is encrypted: there is no second choice then.
    """

    agreed = Signal(str, str)
    ended = Signal()

    def __init__(
        self, registry_name: str, *, user: str, is_new: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._registry_name, self._is_new = registry_name, is_new
        self._is_busy = False
        self.setObjectName("recordForm")
        self.setWindowTitle(say("New registry") if is_new else say("Encrypt this registry"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.encrypted = QRadioButton(say("Encrypted: only people with a passphrase can read it"))
        self.plain = QRadioButton(say("Without encryption"))
        self.plain_hint = label(
            say(
                "Whoever can read the file can read every patient. Only for invented patients, or "
                "on an encrypted disk that nobody else uses. It can be encrypted later."
            ),
            "hint",
            wrap=True,
        )
        self.user = QLineEdit(user)
        self.user.setAccessibleName(say("Your name"))
        self.passphrase = NewPassphrase()
        self.code: RecoveryCode | None = None
        self.go_button = button("", "primary")
        self.cancel_button = button(say("Cancel   {keys}", keys="Esc"))
        self.problem = label("", "hint", wrap=True)
        self._secret = QWidget()
        self._steps = QStackedWidget()
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._is_new:
            for part in (self.encrypted, self.plain, self.plain_hint):
                column.addWidget(part)
        else:
            told = say(
                "The registry is written anew, encrypted and checked. The readable file is "
                "overwritten and removed; readable backups beside it stay until you delete them."
            )
            column.addWidget(label(told, wrap=True))
        self._fill_secret()
        column.addWidget(self._secret)
        column.addStretch(1)
        self._steps.addWidget(first)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 10)
        inner.setSpacing(10)
        inner.addWidget(label(self._registry_name, "title"))
        inner.addWidget(self.message)
        inner.addWidget(self._steps, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(self._footer())
        self.resize(theme().px(WIDTH), self.sizeHint().height())

    def _fill_secret(self) -> None:
        column = QVBoxLayout(self._secret)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        caption = label(say("Your name"), "label")
        caption.setBuddy(self.user)
        column.addWidget(caption)
        column.addWidget(self.user)
        who = say("You become the first administrator. Everything you do is written to the audit.")
        column.addWidget(label(who, "hint", wrap=True))
        column.addSpacing(6)
        column.addWidget(self.passphrase)

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.problem, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.go_button)
        return footer

    def _connect(self) -> None:
        self.encrypted.setChecked(True)
        self.encrypted.toggled.connect(self._follow)
        self.user.textChanged.connect(self._follow)
        self.user.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.edited.connect(self._follow)
        self.passphrase.entered.connect(self.go)
        self.go_button.clicked.connect(self.go)
        self.cancel_button.clicked.connect(self.reject)
        self.passphrase.setFocus() if self.user.text() else self.user.setFocus()

    @property
    def is_encrypted(self) -> bool:
        """Whether the registry is to be encrypted."""
        return self.encrypted.isChecked()

    @property
    def _lacks(self) -> str:
        if not self.is_encrypted:
            return ""
        return self.passphrase.problem if self.user.text().strip() else say("Type your name.")

    def _follow(self) -> None:
        if self.code is not None:
            self.problem.setText("")
            self.go_button.setText(say("Done"))
            self.go_button.setEnabled(self.code.check.isChecked())
            return
        lacks = self._lacks
        self._secret.setVisible(self.is_encrypted)
        self.plain_hint.setVisible(not self.is_encrypted)
        make = say("Make registry") if self.is_encrypted else say("Make without encryption")
        self.go_button.setText(make if self._is_new else say("Encrypt"))
        self.go_button.setEnabled(not lacks and not self._is_busy)
        self.problem.setText(say("Making the keys…") if self._is_busy else lacks)

    def go(self) -> None:
        """Agree to what stands in the form, or end once the code is kept."""
        if self.code is not None:
            if self.code.check.isChecked():
                self.accept()
        elif not self._lacks and not self._is_busy:
            self._is_busy = True
            self.message.hide()
            self._follow()
            user = self.user.text().strip() if self.is_encrypted else ""
            self.agreed.emit(user, self.passphrase.text if self.is_encrypted else "")

    def show_problem(self, text: str) -> None:
        """Say why it was not made; what was typed stays."""
        self._is_busy = False
        self.message.show_message("stop", text)
        self._follow()

    def show_code(self, code: str, remark: str = "") -> None:
        """The registry is made: show the recovery code, once, and perhaps a remark above it."""
        self._is_busy = False
        self.message.hide()
        if remark:
            self.message.show_message("warn", remark)
        self.passphrase.clear()
        self.code = RecoveryCode(code, self._registry_name)
        self.code.kept.connect(self._follow)
        self._steps.addWidget(self.code)
        self._steps.setCurrentWidget(self.code)
        self.cancel_button.hide()
        self.code.print_button.setFocus()
        self._follow()

    def accept(self) -> None:
        """Leave; the registry is made."""
        super().accept()
        self.ended.emit()

    def reject(self) -> None:
        """Leave without a registry; a code that is shown must be kept first."""
        if self._is_busy:
            return
        if self.code is None:
            super().reject()
        elif not self.code.check.isChecked():
            told = say("Keep the recovery code first: it is never shown again.")
            self.message.show_message("warn", told)
        else:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the form by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
