"""First step of an import: the files, what each was recognized as, and what must be asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say, say_count
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.models import import_words as words
from desktop.ui.models.import_cells import CellView
from desktop.ui.models.import_draft import question_of
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import Card, IconLabel, button, clear, label, rule
from desktop.ui.widgets.import_drop import drop_room
from desktop.ui.widgets.import_patient import PatientField
from desktop.ui.widgets.import_table import ImportTable
from desktop.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.exchange.asking import Question
    from desktop.ui.models.import_cells import Line
    from desktop.ui.models.import_draft import ImportDraft
    from desktop.ui.session import Session
    from desktop.work.import_survey import FileSurvey

SIDE = 330


class FilesStep(QWidget):
    """``files_wanted`` and ``folder_wanted`` ask for more.

    ``answered`` tells that something was said about a file, which is then looked at again.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    answered = Signal(Path)
    changed = Signal()

    def __init__(self, session: Session, draft: ImportDraft) -> None:
        super().__init__()
        self._session, self._draft = session, draft
        headings = (say("File"), say("What it is"), say("What is in it"), say("State"))
        self.table = ImportTable(say("Files to import"), headings)
        self.table.setAcceptDrops(False)
        self.files_button = button(say("Choose files…"), icon="file-import")
        self.folder_button = button(say("Choose folder…"), icon="table")
        self.remove_button = button(say("Remove from the list"), icon="minus")
        self.empty = drop_room()
        self.side = Card("")
        self._details = QVBoxLayout()
        self.leave_out = TickBox(say("Leave this file out"))
        self.patient = PatientField(say("Whose results they are"))
        self.choice: ChoiceEditor | None = None
        self.answer_button = button(say("Use this answer"), "primary")
        self._lay_out()
        self._connect()
        self.read_again()

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setContentsMargins(12, 8, 12, 10)
        deeds.setSpacing(8)
        for part in (self.files_button, self.folder_button, self.remove_button):
            deeds.addWidget(part)
        deeds.addStretch(1)
        self.files_card = Card(say("Files"), icon="file-import")
        self._place = QStackedWidget()
        self._place.addWidget(self.table)
        self._place.addWidget(self.empty)
        self.files_card.body.addWidget(self._place, 1)
        self.files_card.body.addWidget(rule())
        self.files_card.body.addLayout(deeds)
        inner = QWidget()
        inner.setProperty("page", "true")
        self._details = QVBoxLayout(inner)
        self._details.setContentsMargins(12, 10, 12, 12)
        self._details.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.side.body.addWidget(area)
        self.side.setFixedWidth(theme().px(SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.files_card, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.files_button.clicked.connect(self.files_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.remove_button.clicked.connect(self.remove)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._show_details())
        self.leave_out.toggled.connect(self._leave_out)
        self.answer_button.clicked.connect(self.answer)
        self.table.installEventFilter(self)

    @property
    def current(self) -> FileSurvey | None:
        """The chosen file."""
        surveys = list(self._draft.surveys.values())
        return surveys[self.table.row] if 0 <= self.table.row < len(surveys) else None

    def read_again(self) -> None:
        """Show the files as they are known now; one that asks something is chosen first."""
        kept = self.table.row
        surveys = list(self._draft.surveys.values())
        self.table.cells.show_lines([self._line(one) for one in surveys])
        self._place.setCurrentWidget(self.table if surveys else self.empty)
        told = say_count(len(surveys), "{n} file", "{n} files")
        self.files_card.hint.setText(told if surveys else say("none yet"))
        asking = [n for n, one in enumerate(surveys) if question_of(one) is not None]
        start = kept if 0 <= kept < len(surveys) else 0
        self.table.choose(asking[0] if asking else start)
        self._show_details()

    def _line(self, survey: FileSurvey) -> Line:
        made = words.made_of(survey)
        return (
            CellView(survey.path.name),
            CellView(made),
            CellView(words.holds(survey)),
            self._state(survey),
        )

    def _state(self, survey: FileSurvey) -> CellView:
        if survey.path in self._draft.left_out:
            return CellView(say("left out"))
        question = question_of(survey)
        if question is not None:
            return CellView(say("needs an answer"), "warning", survey.error_words, has_icon=True)
        if survey.error is not None:
            return CellView(say("cannot be read"), "error", survey.error_words, has_icon=True)
        if survey.notes:
            told = say_count(len(survey.notes), "read, with {n} remark", "read, with {n} remarks")
            return CellView(told, "ok", "\n".join(survey.notes), has_icon=True)
        return CellView(say("read"), "ok", has_icon=True)

    def _show_details(self) -> None:
        for part in (self.leave_out, self.patient, self.answer_button):
            part.setParent(self)
            part.hide()
        clear(self._details)
        self.choice = None
        survey = self.current
        self.remove_button.setEnabled(survey is not None)
        self.side.title.setText(say("About this file") if survey else say("What can come in"))
        if survey is None:
            self._show_kinds()
        else:
            self._show_file(survey)
        self._details.addStretch(1)

    def _show_kinds(self) -> None:
        for text in (
            say("Tables: CSV, TSV, Excel (.xlsx), in any language’s spelling."),
            say("Documents: FHIR R4 (JSON, NDJSON), GA4GH phenopackets version 2."),
            say("Laboratory messages: HL7 v2 (ORU^R01). Exports of REDCap."),
            say("A file is known by what is in it, not by its name."),
            say("Nothing is written before you accept it in the last step."),
        ):
            self._details.addWidget(label(text, wrap=True))

    def _show_file(self, survey: FileSurvey) -> None:
        self._details.addWidget(label(survey.path.name, "strong", wrap=True))
        for text in (words.made_of(survey), words.holds(survey)):
            if text:
                self._details.addWidget(label(text, "label", wrap=True))
        question = question_of(survey)
        if question is not None:
            self._ask(survey, question)
        elif survey.error is not None:
            self._details.addWidget(label(survey.error_words, "error", wrap=True))
        for note in survey.notes:
            self._details.addWidget(label(note, "hint", wrap=True))
        if survey.error is None or question is not None:
            self.leave_out.blockSignals(True)
            self.leave_out.setChecked(survey.path in self._draft.left_out)
            self.leave_out.blockSignals(False)
            self._details.addWidget(self.leave_out)
            self.leave_out.show()

    def _ask(self, survey: FileSurvey, question: Question) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("alert-triangle", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words.question_words(question), "strong", wrap=True), 1)
        self._details.addLayout(row)
        if question.asks == "columns":
            return
        said = self._draft.about(survey.path)
        if question.asks == "patient":
            self.patient.show_patients(self._session.patients)
            self.patient.set_typed(said.patient)
            self._details.addWidget(self.patient)
            self.patient.show()
        else:
            self.choice = self._choice(question, said.dates or said.encoding)
            self._details.addWidget(self.choice)
        self._details.addWidget(self.answer_button)
        self.answer_button.show()

    def _choice(self, question: Question, said: str) -> ChoiceEditor:
        if question.asks == "dates":
            named = dict(words.DATES)
            made = ChoiceEditor([(one, say(named[one])) for one in question.choices])
            made.setAccessibleName(say("Order of dates"))
        else:
            known = [(one, say(words.REGIONS.get(one, one))) for one in question.choices]
            made = ChoiceEditor(known)
            made.setAccessibleName(say("Letters of the file"))
        made.insertItem(0, say("Not answered yet"), "")
        made.setCurrentIndex(0)
        if said:
            made.set_typed(said)
        return made

    def answer(self) -> None:
        """Keep what was said about the chosen file, and have it looked at again."""
        survey = self.current
        question = question_of(survey) if survey is not None else None
        if survey is None or question is None:
            return
        said = self._draft.about(survey.path)
        if question.asks == "patient":
            said = replace(said, patient=self.patient.patient_id)
        elif self.choice is not None and question.asks == "dates":
            said = replace(said, dates=self.choice.typed())
        elif self.choice is not None:
            said = replace(said, encoding=self.choice.typed())
        self._draft.say(survey.path, said)
        self.answered.emit(survey.path)

    def _leave_out(self, is_out: bool) -> None:
        survey = self.current
        if survey is None:
            return
        (self._draft.left_out.add if is_out else self._draft.left_out.discard)(survey.path)
        self._draft.outcome = None
        line = self.table.row
        self.table.cells.show_lines([self._line(one) for one in self._draft.surveys.values()])
        self.table.choose(line)
        self.changed.emit()

    def pressed_enter(self) -> bool:
        """Enter in an answer uses it; False where nothing is being answered."""
        is_answering = self.focusWidget() in (self.choice, self.patient)
        if is_answering:
            self.answer()
        return is_answering

    def remove(self) -> None:
        """Take the chosen file out of the list; the file itself stays where it is."""
        if (survey := self.current) is not None:
            self._draft.drop(survey.path)
            self.read_again()
            self.changed.emit()

    def focus_first(self) -> None:
        """The control that must be answered, the list, or the button that fills it."""
        if self.choice is not None:
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.patient.isVisibleTo(self):
            self.patient.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._draft.surveys:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.files_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes the chosen file out of the list."""
        if event.type() == QEvent.Type.KeyPress and watched is self.table:
            return self._pressed(event)  # type: ignore[arg-type]  # told by its type
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Delete:
            return False
        self.remove()
        return True
