"""Documents of the open patient: what to print at the left, the real pages at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import UserError
from desktop.domain.language import language, say
from desktop.domain.naming import identity_line
from desktop.guidance.dossier import dossier_of
from desktop.ui.dialogs import Dialogs
from desktop.ui.handing_out import Handout
from desktop.ui.settings import Settings
from desktop.ui.spoken import announce
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import InlineMessage, button, label, rule
from desktop.ui.widgets.card import ElidedLabel
from desktop.ui.widgets.document_options import WIDTH, DocumentOptions
from desktop.ui.widgets.letter_text import LetterText
from desktop.ui.widgets.page_preview import PagePreview
from desktop.work.report import document, in_language, remarks

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.ui.session import Session
    from desktop.work.report import Order

PAUSE_MS, TYPING_MS = 120, 700
"""So long a page waits for another choice, or for the next letter that is typed."""


class DocumentsPage(QWidget):
    """The preview is made of the bytes that are saved and printed, of the patient shown here.

    ``shown`` is the dossier from which the pages on the screen were made: saving and printing
    take identity and content from there, whatever is opened meanwhile.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        dialogs: Dialogs | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.dialogs = dialogs or Dialogs()
        self._dossier: Dossier | None = None
        self.shown: Dossier | None = None
        self.pdf = b""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.make)
        self.title = label(say("Documents"), "title")
        self.whose = ElidedLabel("", "label")
        self.message = InlineMessage()
        self.options = DocumentOptions(settings or Settings())
        self.preview = PagePreview()
        self.letter = LetterText(session)
        self.plain = QPlainTextEdit()
        self.empty = label("", "hint", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.many_button = button(say("For many patients…"), icon="users")
        self.save_button = button(say("Save PDF…"), "primary", icon="file-type-pdf")
        self.print_button = button(say("Print…"), icon="printer")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.whose, 1)
        head.addWidget(self.many_button)
        deeds = QHBoxLayout()
        deeds.setContentsMargins(14, 8, 14, 10)
        deeds.addWidget(self.save_button, 1)
        deeds.addWidget(self.print_button)
        pane = QWidget()
        pane.setFixedWidth(theme().px(WIDTH))
        left = QVBoxLayout(pane)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.options, 1)
        left.addWidget(rule())
        left.addWidget(self.options.remark)
        left.addLayout(deeds)
        self.plain.setAccessibleName(say("The document as plain text"))
        self.plain.setReadOnly(True)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.letter)
        self._split.addWidget(self.preview)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([380, 640])
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = QStackedWidget()
        for part in (self._split, self.plain, self.empty):
            self._place.addWidget(part)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.message)
        right.addWidget(self._place, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(pane)
        body.addWidget(rule(vertical=True))
        body.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(rule())
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._follow_units()
        self._session.units_changed.connect(self._follow_units)
        for told, wait in ((self.options.changed, PAUSE_MS), (self.letter.typed, TYPING_MS)):
            told.connect(partial(self._soon.start, wait))
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        self.many_button.clicked.connect(self.for_many)

    def _follow_units(self) -> None:
        self.options.units.set_typed(self._session.units)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the documents of a patient, the same one after a change, or of nobody."""
        old = self._dossier.case.patient.id if self._dossier else ""
        is_same = dossier is not None and dossier.case.patient.id == old
        self._dossier = dossier
        if not is_same:
            self._forget()
        if dossier is not None and dossier.is_assessed:
            self._soon.start(PAUSE_MS)

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """The guidance was applied, which every document needs."""
        self._dossier = dossier
        if has_failed:
            self._forget()
            self._refuse(say("The guidance could not be applied, so no document can be made."))
        else:
            self._soon.start(PAUSE_MS)

    def focus_first(self) -> None:
        """Put the keyboard on the kind of document."""
        self.options.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages that were not made while the page was hidden."""
        super().showEvent(event)
        self.options.follow_settings()
        if self._dossier is not None and self.shown is not self._dossier:
            self._soon.start(0)

    def _forget(self) -> None:
        """Take the pages of one patient away before another one's are made."""
        self._soon.stop()
        self.preview.clear()
        self.shown, self.pdf = None, b""
        self.plain.clear()
        self.whose.show_text("")
        self.letter.forget()
        self._enable()

    def make(self) -> None:
        """Make the pages anew from the open patient and the choices."""
        dossier = self._dossier
        if dossier is None or not self.isVisible():
            return
        self.message.hide()
        self.whose.show_text(identity_line(dossier.case))
        with in_language(self.options.language.typed()):
            made = self.options.imprint(self._session)
            chosen = self._spoken(dossier)
            if self.options.kind == "letter":
                self.letter.begin(chosen, made)
            self._make(chosen, self.options.order(self.letter.toPlainText()), made)
        self.letter.setVisible(self.options.kind == "letter")
        self._enable()

    def _spoken(self, dossier: Dossier) -> Dossier:
        """The dossier with its guidance in the language of the document."""
        is_shown = self._session.dossier is dossier and self.options.language.typed() == language()
        return (
            dossier
            if is_shown and dossier.is_assessed
            else dossier_of(dossier.case, rules=dossier.rules)
        )

    def _make(self, dossier: Dossier, order: Order, made: Imprint) -> None:
        from desktop.reports.refusal import NoSuchDocument

        self.shown, self.pdf = dossier, b""
        try:
            self.pdf = document(dossier, order, made)
        except NoSuchDocument as error:
            self._refuse(str(error))
            return
        except UserError as error:
            self._fall_back(dossier, error.what)
            return
        except Exception as error:  # noqa: BLE001 - shown, printed with the text, then raised
            self._fall_back(dossier, f"{type(error).__name__}: {error}")
            QTimer.singleShot(0, self, partial(_raise, error))
            return
        self.preview.show_pdf(self.pdf)
        self.options.show_remarks(remarks(dossier, order, made))
        self._place.setCurrentWidget(self._split)

    def _refuse(self, words: str) -> None:
        self.preview.clear()
        self.empty.setText(words)
        self.options.show_remarks(())
        self._place.setCurrentWidget(self.empty)

    def _fall_back(self, dossier: Dossier, reason: str) -> None:
        """Plain text instead of pages: it can be read and printed, and says why."""
        from desktop.work.report_text import plain_text

        words = say(
            "The pages could not be made: {reason} Plain text can be printed.", reason=reason
        )
        self.message.show_message("warn", words)
        is_letter = self.options.kind == "letter"
        text = self.letter.toPlainText() if is_letter else ""
        self.plain.setPlainText(plain_text(dossier, reason, text=text))
        self.options.show_remarks(())
        self._place.setCurrentWidget(self.plain)

    def _enable(self) -> None:
        is_text = self._place.currentWidget() is self.plain and bool(self.plain.toPlainText())
        self.save_button.setEnabled(bool(self.pdf))
        self.print_button.setEnabled(bool(self.pdf) or is_text)

    def save(self) -> None:
        """Save the pages that are shown, under a name with the registry ID only."""
        if self.shown is not None and self.pdf:
            self._tell(self._handout(self.shown).save(self, self.dialogs))

    def print(self) -> None:
        """Print the document as it is chosen now, or the plain text in its place."""
        if self._soon.isActive() or self.shown is not self._dossier:
            self._soon.stop()
            self.make()
        if self.shown is None or not self.print_button.isEnabled():
            return
        is_letter = self.options.paper_name == "letter"
        handout = self._handout(self.shown)
        self._tell(handout.print(self, is_letter=is_letter, pages=self.preview.pages))

    def _handout(self, dossier: Dossier) -> Handout:
        text = self.plain.toPlainText()
        return Handout(self._session.registry, dossier, self.options.kind, self.pdf, text)

    def _tell(self, words: str) -> None:
        if not words:
            return
        self.message.show_message("ok", words)
        announce(self, words)

    def for_many(self) -> None:
        """Open the panel for one file for each of many patients, or for the whole registry."""
        from desktop.ui.views.documents_batch import BatchDialog

        BatchDialog(self._session, self.options, self.dialogs, self).exec()


def _raise(error: Exception) -> None:
    raise error
