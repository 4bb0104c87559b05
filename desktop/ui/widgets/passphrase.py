"""Fields for passphrases: hidden letters, Show, a word about Caps Lock, and how long is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.widgets.basics import button, label, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SHORTEST = 12
"""Characters that a passphrase needs."""
LONG = 20
"""From so many characters on a passphrase is called long."""


class PassphraseField(QWidget):
    """A line with hidden letters. ``edited`` tells each letter, ``entered`` the Enter key."""

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.line.setAccessibleName(name)
        self.show_button = button(say("Show"), "header")
        self.show_button.setCheckable(True)
        self.show_button.setAccessibleName(say("Show the letters: {field}", field=name))
        self.caps = label(say("Caps Lock is on."), "warning")
        self.caps.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.caps)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.show_button.toggled.connect(self._show)

    @property
    def text(self) -> str:
        """The passphrase as it was typed, blanks and all."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide the letters again."""
        self.line.clear()
        self.show_button.setChecked(False)
        self.caps.hide()

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_button.setText(say("Hide") if is_shown else say("Show"))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell from the letters that come in whether Caps Lock is on; Qt does not say it."""
        if event.type() == QEvent.Type.KeyPress:
            self._look_at(event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _look_at(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(text.isupper() != is_shifted)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice; ``edited`` tells each letter of both."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = PassphraseField(say("New passphrase"))
        self.second = PassphraseField(say("New passphrase again"))
        self.hint = label("", "hint", wrap=True)
        self.again_hint = label("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for name, field, hint in (
            (say("New passphrase"), self.first, self.hint),
            (say("The same again"), self.second, self.again_hint),
        ):
            caption = label(name, "label")
            caption.setBuddy(field.line)
            for part in (caption, field, hint):
                column.addWidget(part)
            column.addSpacing(6)
            field.edited.connect(self._tell)
        self.setFocusProxy(self.first)
        self.first.entered.connect(lambda: self.second.line.setFocus())
        self.second.entered.connect(self.entered)
        self._tell()

    @property
    def problem(self) -> str:
        """What still stands against the passphrase; empty for none."""
        if len(self.first.text) < SHORTEST:
            lacking = SHORTEST - len(self.first.text)
            return say_count(
                lacking,
                "The passphrase needs {n} character more.",
                "The passphrase needs {n} characters more.",
            )
        if self.first.text != self.second.text:
            return say("The two passphrases are not the same.")
        return ""

    @property
    def text(self) -> str:
        """The passphrase; only one without ``problem`` may be used."""
        return self.first.text

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()

    def _tell(self) -> None:
        length = len(self.first.text)
        if length == 0:
            told = say("At least 12 characters. Four words that nobody connects are good.")
            role = ""
        elif length < SHORTEST:
            told, role = self.problem, "warning"
        elif length < LONG or len(set(self.first.text)) < SHORTEST // 2:
            told, role = say("Long enough. Longer is stronger."), ""
        else:
            told, role = say("Long and strong."), "ok"
        self.hint.setText(told)
        set_role(self.hint, role or "hint")
        is_same = self.first.text == self.second.text
        again = say("Both are the same.") if is_same and length >= SHORTEST else ""
        self.again_hint.setText(again)
        set_role(self.again_hint, "ok" if again else "hint")
        self.edited.emit()
