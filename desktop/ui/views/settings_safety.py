"""After how long without use an encrypted registry is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.settings import LOCK_AFTER, Settings
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card
from desktop.ui.widgets.settings_parts import setting_row

if TYPE_CHECKING:
    from desktop.ui.session import Session


class SafetyCard(Card):
    """The time counts from the last key or movement of the mouse in this program."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(say("Locking"), icon="lock")
        self._session, self._settings = session, settings
        self._is_filling = False
        choices = [
            (minutes, say_count(int(minutes), "{n} minute", "{n} minutes"))
            for minutes in LOCK_AFTER.values
        ]
        self.minutes = ChoiceEditor(choices)
        self.minutes.setAccessibleName(say("Lock after"))
        told = say(
            "An encrypted registry is locked after so long without use, when the system is "
            "locked or sleeps, and at once with Ctrl+Shift+L. One that is not encrypted stays open."
        )
        row, _ = setting_row(say("Lock after"), self.minutes, told)
        self.body.addWidget(row)
        self.body.addStretch(1)
        self.minutes.edited.connect(self._choose)
        theme_signals.changed.connect(self._fit)
        self._fit()
        self.read_again()

    def _fit(self) -> None:
        self.minutes.setMaximumWidth(theme().px(200))

    def _choose(self) -> None:
        if not self._is_filling:
            self._settings.write(LOCK_AFTER, self.minutes.typed())
            self._session.asks.lock_time.emit()

    def read_again(self) -> None:
        """Show what is in force."""
        self._is_filling = True
        self.minutes.set_typed(self._settings.read(LOCK_AFTER))
        self._is_filling = False
