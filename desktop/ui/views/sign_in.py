"""The page on which somebody signs in to an encrypted registry; Qt alone, for it is painted first.

It asks and tells, and does nothing itself: keys and files belong to whoever listens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.icons import pixmap
from desktop.ui.spoken import announce
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import IconLabel, InlineMessage, button, label
from desktop.ui.widgets.passphrase import PassphraseField
from desktop.ui.widgets.recovery_form import RecoveryForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

WIDTH = 440
SECOND_MS = 1000


class PersonField(QComboBox):
    """A name, typed or picked from those whom the registry knows."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(say("Person"))
        line = self.lineEdit()
        assert line is not None  # noqa: S101 - an editable list has one
        self.line = line
        line.setFrame(False)
        line.setStyleSheet("border: 0; padding: 0; background: transparent;")
        line.setAccessibleName(say("Person"))

    @property
    def name(self) -> str:
        """The name that stands in the field."""
        return self.currentText().strip()

    def offer(self, people: Sequence[str]) -> None:
        """Offer these names; what stands in the field stays."""
        kept = self.name
        self.clear()
        self.addItems(list(people))
        self.setCurrentIndex(self.findText(kept))
        self.setEditText(kept or (people[0] if len(people) == 1 else ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel never changes who somebody is."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the theme's color; the style sheet takes the style's own away."""
        super().paintEvent(event)
        side = theme().px(14)
        painter = QPainter(self)
        top = (self.height() - side) // 2
        painter.drawPixmap(self.width() - side - 8, top, pixmap("chevron-down", "ink2", 14))
        painter.end()


class SignInPage(QWidget):
    """``signed`` carries person and passphrase, ``recovered`` code, person and new passphrase.

    ``wait_s`` tells how many seconds nobody may try, ``is_busy`` that a key is being made.
    """

    signed = Signal(str, str)
    recovered = Signal(str, str, str)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wait_s = 0
        self._failure = ""
        self.is_busy = False
        self.registry = label("", "title")
        self.hint = label("", "hint", wrap=True)
        self.message = InlineMessage()
        self.person = PersonField()
        self.passphrase = PassphraseField(say("Passphrase"))
        self.sign_button = button(say("Sign in"), "primary")
        self.recover_button = button(say("Use the recovery code…"), "link")
        self.other_button = button(say("Another registry…"), "link")
        self.recovery = RecoveryForm()
        self._card = QFrame()
        self._form = QWidget()
        self._lay_out()
        self._fit()
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.timeout.connect(self.count_down)
        self.sign_button.clicked.connect(self._sign)
        self.passphrase.entered.connect(self._sign)
        self.passphrase.edited.connect(self._follow)
        self.person.line.returnPressed.connect(self.passphrase.setFocus)
        self.recover_button.clicked.connect(self._show_recovery)
        self.recovery.back_wanted.connect(self._leave_recovery)
        self.recovery.agreed.connect(self.recovered)
        self.other_button.clicked.connect(self.other_wanted)
        theme_signals.changed.connect(self._fit)
        self._follow()

    def _lay_out(self) -> None:
        self._card.setProperty("card", "true")
        self._card.setObjectName("signInCard")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("lock", "accent", 20))
        head.addWidget(self.registry, 1)
        self._fill_form()
        self.recovery.hide()
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        inner.addLayout(head)
        for part in (self.hint, self.message, self._form, self.recovery):
            inner.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        middle = QHBoxLayout()  # no alignment: a card that is aligned gets no room for long lines
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)

    def _fill_form(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field, focus in (
            (say("Person"), self.person, self.person),
            (say("Passphrase"), self.passphrase, self.passphrase.line),
        ):
            caption = label(name, "label")
            caption.setBuddy(focus)
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(8)
        column.addWidget(self.sign_button)
        column.addSpacing(4)
        below = QHBoxLayout()
        below.addWidget(self.recover_button)
        below.addStretch(1)
        below.addWidget(self.other_button)
        column.addLayout(below)

    def _fit(self) -> None:
        self._card.setFixedWidth(theme().px(WIDTH))

    def show_registry(self, name: str, *, person: str = "", hint: str = "") -> None:
        """Ask for a registry by name; ``hint`` says why, such as that the window was locked."""
        self.forget()
        self.registry.setText(name)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.person.clear()
        self.person.setEditText(person)
        self._choose(is_recovering=False)

    def offer_people(self, people: Sequence[str]) -> None:
        """Offer the names that the registry knows."""
        had_name = bool(self.person.name)
        self.person.offer(people)
        if self.person.line.hasFocus() and self.person.name and not had_name:
            self.passphrase.setFocus()

    def focus_first(self) -> None:
        """Begin with what is still empty."""
        if not self.recovery.isHidden():
            self.recovery.code.setFocus()
        elif self.person.name:
            self.passphrase.setFocus()
        else:
            self.person.setFocus()

    @property
    def may_try(self) -> bool:
        """False while a sign-in is being worked out, or has to wait."""
        return not self.is_busy and self.wait_s <= 0

    def _sign(self) -> None:
        if self.may_try and self.passphrase.text:
            self.signed.emit(self.person.name, self.passphrase.text)

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait for the key to be made, which takes a moment on purpose."""
        self.is_busy = is_busy
        if is_busy:
            self.message.hide()
        self._follow()

    def show_failure(self, text: str, *, wait_s: int = 0) -> None:
        """Say why it failed, and count the seconds until it may be tried again."""
        self._failure, self.wait_s = text, max(wait_s, 0)
        self.is_busy = False
        self.passphrase.line.selectAll()
        self._tell_failure()
        announce(self, self.message.text.text(), at_once=True)
        if self.wait_s:
            self._tick.start()
        self._follow()
        self.focus_first()

    def _tell_failure(self) -> None:
        told = self._failure
        if self.wait_s > 0:
            waiting = say_count(
                self.wait_s, "Try again in {n} second.", "Try again in {n} seconds."
            )
            told = f"{told} {waiting}"
        self.message.show_message("stop", told)

    def count_down(self) -> None:
        """A second has gone by."""
        self.wait_s -= 1
        if self.wait_s <= 0:
            self._tick.stop()
        self._tell_failure()
        self._follow()

    def _follow(self) -> None:
        may = self.may_try
        self.sign_button.setEnabled(may and bool(self.passphrase.text))
        self.sign_button.setText(say("Opening…") if self.is_busy else say("Sign in"))
        self.recovery.allow(is_allowed=may)
        for field in (self.person, self.passphrase):
            field.setEnabled(not self.is_busy)

    def _show_recovery(self) -> None:
        self.message.hide()
        self.recovery.begin(self.person.name)
        self._choose(is_recovering=True)

    def _choose(self, *, is_recovering: bool) -> None:
        self._form.setVisible(not is_recovering)
        self.recovery.setVisible(is_recovering)
        self.focus_first()

    def _leave_recovery(self) -> None:
        self.recovery.forget()
        self.message.hide()
        self._choose(is_recovering=False)

    def forget(self) -> None:
        """Forget what was typed, the failure and the wait."""
        self._tick.stop()
        self.wait_s, self._failure, self.is_busy = 0, "", False
        self.passphrase.clear()
        self.recovery.forget()
        self.message.hide()
        self._follow()
