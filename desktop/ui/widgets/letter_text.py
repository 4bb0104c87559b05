"""The text of a referral letter while it is written; it is kept in the registry file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from desktop.domain.language import say

if TYPE_CHECKING:
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.ui.session import Session

TABLE = "letter"
"""Under this name an unfinished letter stands among the unfinished entries."""


class LetterText(QPlainTextEdit):
    """One patient's letter; ``typed`` tells each change by the user, who may leave at any time."""

    typed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._patient = ""
        self.setAccessibleName(say("Text of the letter"))
        self.textChanged.connect(self._keep)

    def forget(self) -> None:
        """Show nobody's letter; what was typed stays kept."""
        self._patient = ""
        self._write("")

    def begin(self, dossier: Dossier, made: Imprint) -> None:
        """Show what was typed for this patient, or a draft; a text that was begun stays."""
        patient = dossier.case.patient.id
        if self._patient == patient:
            return
        from desktop.reports.letter import letter_draft

        kept = self._session.drafts.of((TABLE, patient))
        self._patient = patient
        self._write(kept.typed.get("text", "") if kept else letter_draft(dossier, made))

    def _write(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def _keep(self) -> None:
        if not self._patient:
            return
        text = self.toPlainText()
        typed = {"text": text} if text.strip() else {}
        self._session.drafts.keep((TABLE, self._patient), typed, patient=self._patient)
        self.typed.emit()
