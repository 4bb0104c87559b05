"""Last step of an import: what was written, and how to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models.import_rows import count_lines
from desktop.ui.widgets.basics import Card, InlineMessage, button, label
from desktop.ui.widgets.import_table import ImportTable

if TYPE_CHECKING:
    from desktop.ui.session import Session
    from desktop.work.import_outcome import Outcome


class DoneStep(QWidget):
    """Counts of what went in, and the ways on from here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.message = InlineMessage()
        self.card = Card(say("What was imported"), icon="circle-check")
        headings = (
            *(say("Table"), say("Rows read"), say("Added"), say("Filled in")),
            *(say("There already"), say("Refused")),
        )
        self.table = ImportTable(say("What was imported"), headings)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.undo_button = button(say("Take the import back"), icon="arrow-back-up")
        self.patients_button = button(say("Show the patients"), icon="users")
        told = say("One undo takes the whole import back, as long as none of it was changed.")
        deeds = QHBoxLayout()
        deeds.setContentsMargins(12, 8, 12, 12)
        deeds.setSpacing(8)
        deeds.addWidget(self.patients_button)
        deeds.addWidget(self.undo_button)
        deeds.addWidget(label(told, "hint", wrap=True), 1)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addLayout(deeds)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(10)
        page.addWidget(self.message)
        page.addWidget(self.card, 1)
        self.patients_button.clicked.connect(partial(session.asks.command.emit, "show_patients"))
        self.undo_button.clicked.connect(partial(session.asks.command.emit, "undo"))

    def show_outcome(self, outcome: Outcome, summary: str) -> None:
        """Show what was written."""
        self.table.cells.show_lines(count_lines(outcome))
        self.message.show_message("ok" if outcome.written else "info", summary)

    def focus_first(self) -> None:
        """Begin at the way to the patients."""
        self.patients_button.setFocus(Qt.FocusReason.OtherFocusReason)
