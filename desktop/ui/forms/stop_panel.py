"""What stands in the way of a plan that a stop speaks against: why, and what to do about it.

Nothing is recorded until a reason is written and "Record anyway" is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.sources import sources_of
from desktop.ui.spoken import announce
from desktop.ui.widgets.basics import InlineMessage, button, clear, label
from desktop.ui.widgets.source_chips import SourceChips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Alert


class StopPanel(QFrame):
    """``declined`` tells that nothing is to be recorded; ``agreed`` carries reason and name."""

    declined = Signal()
    agreed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: tuple[Alert, ...] = ()
        self.head = InlineMessage()
        self.message = InlineMessage()
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(say("Reason for recording it anyway"))
        self.who = QLineEdit()
        self.who.setAccessibleName(say("Name of whoever decides"))
        self.decline_button = button(say("Do not record"), "primary")
        self.decline_button.setAutoDefault(True)
        self.anyway_button = button(say("Record anyway"))
        self.decline_button.clicked.connect(self.declined)
        self.anyway_button.clicked.connect(self._agree)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addLayout(self._told)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for words, field in ((say("Reason *"), self.reason), (say("Decided by *"), self.who)):
            named = label(words, "label")
            named.setBuddy(field)
            form.addRow(named, field)
        column.addLayout(form)
        column.addWidget(self.message)
        column.addWidget(label(say("Esc goes back to the fields."), "hint"))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.anyway_button)
        foot.addWidget(self.decline_button)
        column.addLayout(foot)
        # The default comes first for the keyboard too, then what overrides it.
        for first, second in (
            (self.decline_button, self.reason),
            (self.reason, self.who),
            (self.who, self.anyway_button),
        ):
            QWidget.setTabOrder(first, second)

    def show_stops(self, what: str, stops: Sequence[Alert], *, who: str) -> None:
        """Stand in the way of ``what``; no reason is offered, and the default is not to record."""
        self.stops = tuple(stops)
        self.head.show_message(
            "stop", say("Not recorded. A stop speaks against: {what}", what=what)
        )
        clear(self._told)
        for alert in stops:
            self._told.addWidget(label(alert.text, "strong", wrap=True))
            for reason in alert.because:
                self._told.addWidget(label(reason, "hint", wrap=True))
            if sources := sources_of(alert):
                self._told.addWidget(SourceChips(sources))
        self.reason.clear()
        self.who.setText(who)
        self.message.hide()
        self.setAccessibleName(self.head.text.text())
        self.setAccessibleDescription(" ".join(alert.text for alert in stops))
        self.show()
        self.decline_button.setFocus()
        announce(self, self.head.text.text(), at_once=True)

    def _agree(self) -> None:
        reason, who = self.reason.text().strip(), self.who.text().strip()
        if not reason or not who:
            words = say("Write why it is recorded anyway, and who decided it.")
            self.message.show_message("stop", words)
            announce(self, words, at_once=True)
            (self.who if reason else self.reason).setFocus()
            return
        self.agreed.emit(reason, who)
