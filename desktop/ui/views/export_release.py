"""Second step of an export: the release report, read before any file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.exchange.release_report import summary_of
from desktop.ui.models.export_report import balance_lines, generalized_lines, risk_lines
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, InlineMessage, label
from desktop.ui.widgets.import_table import ImportTable
from desktop.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from desktop.ui.models.export_draft import ExportDraft
    from desktop.work.export import Prepared

SIDE = 420


class ReleaseStep(QWidget):
    """``accepted`` is ticked by the reader; without it nothing that is shared gets written."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = InlineMessage()
        self.risk_card = Card(say("How far people can be told apart"), icon="users")
        self.risks = ImportTable(
            say("How far people can be told apart"), (say("What"), say("Number"), say("Which"))
        )
        self.balance_card = Card(say("Who leaves"), icon="list-check")
        self.balance = ImportTable(say("Who leaves"), (say("What"), say("Patients")))
        self.sum = label("", "label", wrap=True)
        self.general_card = Card(say("What was left out or generalized"), icon="filter")
        self.general = ImportTable(
            say("What was left out or generalized"), (say("What"), say("Number"))
        )
        self.accepted = TickBox("")
        self.risks.cap(420)
        self.general.cap(300)
        self._lay_out()
        self.accepted.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        for table in (self.balance, self.general):
            table.horizontalHeader().setStretchLastSection(False)
        self.sum.setContentsMargins(12, 8, 12, 8)
        self.risk_card.body.addWidget(self.risks, 1)
        self.balance_card.body.addWidget(self.balance, 1)
        self.balance_card.body.addWidget(self.sum)
        self.general_card.body.addWidget(self.general, 1)
        self._side = QWidget()
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(self.balance_card, 1)
        right.addWidget(self.general_card, 1)
        cards = QHBoxLayout()
        cards.setSpacing(10)
        cards.addWidget(self.risk_card, 1)
        cards.addWidget(self._side, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addWidget(self.message)
        page.addLayout(cards, 1)
        page.addWidget(self.accepted)

    def show_prepared(self, prepared: Prepared, draft: ExportDraft) -> None:
        """Show what would leave; nothing is accepted yet."""
        report = prepared.report
        self.balance.cells.show_lines(balance_lines(prepared.balance))
        self.sum.setText(prepared.balance.text)
        self.risk_card.setVisible(report is not None)
        self.general_card.setVisible(report is not None)
        self._side.setMaximumWidth(theme().px(SIDE) if report is not None else 16_777_215)
        if report is not None:
            self.risks.cells.show_lines(risk_lines(report))
            self.general.cells.show_lines(generalized_lines(report))
            self.risk_card.hint.setText(summary_of(report))
        self.message.show_message("warn", self._warning(prepared, draft))
        self.accepted.setChecked(False)
        self.accepted.setVisible(needs_acceptance(draft))
        self.accepted.setText(self._acceptance(draft))
        self.accepted.updateGeometry()

    def _warning(self, prepared: Prepared, draft: ExportDraft) -> str:
        if prepared.report is None:
            told = say("Names, dates and everything else leave. Nothing is hidden.")
            return f"{told} {replaced_words(draft)}".strip()
        told = say(
            "This is pseudonymized, never anonymous: rare disorders, variants and sites can tell"
            " somebody who knows the person who it is. It stays personal data."
        )
        if draft.keeps_free_text:
            kept = say(
                "Free text is kept. Names and dates that were recognized are removed from it;"
                " read it yourself before it leaves."
            )
            told = f"{told} {kept}"
        return told

    def _acceptance(self, draft: ExportDraft) -> str:
        recipient = draft.recipient.strip()
        if recipient:
            return say(
                "I have read this, and these data may go to {recipient}.", recipient=recipient
            )
        return say("I have read this, and the tables may be replaced.")

    def is_accepted(self, draft: ExportDraft) -> bool:
        """Whether it may be written now."""
        return self.accepted.isChecked() or not needs_acceptance(draft)

    def focus_first(self) -> None:
        """Begin at the report, or at who leaves where there is none."""
        first = self.risks if self.risk_card.isVisibleTo(self) else self.balance
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def needs_acceptance(draft: ExportDraft) -> bool:
    """Whether somebody must say yes: for what is shared, and where older tables are replaced."""
    return draft.is_shared or bool(replaced_words(draft))


def replaced_words(draft: ExportDraft) -> str:
    """Which older tables the plain copy would replace; empty for none."""
    wish = draft.wish()
    if wish.format != "csv" or wish.deidentifies or not wish.output.is_dir():
        return ""
    if not any(wish.output.glob("*.csv")):
        return ""
    return say(
        "{folder} holds tables already. Tables of the same name are replaced.",
        folder=wish.output.name,
    )
