"""Import in steps: files, columns, people, rows, and only then the registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.exchange.asking import Asked
from desktop.ui.dialogs import IMPORT_FILES, Dialogs
from desktop.ui.models.import_draft import ImportDraft
from desktop.ui.models.import_words import import_summary, question_words
from desktop.ui.settings import Settings
from desktop.ui.spoken import announce
from desktop.ui.views.import_columns import ColumnsStep
from desktop.ui.views.import_done import DoneStep
from desktop.ui.views.import_files import FilesStep
from desktop.ui.views.import_people import PeopleStep
from desktop.ui.views.import_rows import RowsStep
from desktop.ui.views.import_work import ImportWork
from desktop.ui.widgets.basics import InlineMessage
from desktop.ui.widgets.card import ElidedLabel
from desktop.ui.widgets.import_foot import COLUMNS, DONE, FILES, PEOPLE, ROWS, STEPS, ImportFoot
from desktop.ui.widgets.import_steps import StepHeader
from desktop.work.mapping import forget, remember

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.errors import UserError
    from desktop.ui.session import Session
    from desktop.work.import_outcome import Outcome
    from desktop.work.import_survey import FileSurvey


class ImportPage(QWidget):
    """What was chosen and said stays in ``draft`` until it is imported or started over.

    Another registry begins anew.
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
        self.draft = ImportDraft()
        self._registry: Path | None = None
        self.work = ImportWork(session, settings or Settings(), self)
        self.header = StepHeader([say(name) for name in STEPS])
        self.about = ElidedLabel("", "label")
        self.message = InlineMessage()
        self.files = FilesStep(session, self.draft)
        self.columns = ColumnsStep(session, self.draft)
        self.people = PeopleStep(session, self.draft)
        self.rows = RowsStep(self.draft)
        self.done = DoneStep(session)
        self.steps = (self.files, self.columns, self.people, self.rows, self.done)
        self.foot = ImportFoot()
        self._lay_out()
        self._connect()
        self._show_step(FILES)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.header, 3)
        head.addWidget(self.about, 1)
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addLayout(head)
        page.addWidget(self.message)
        page.addWidget(self._stack, 1)
        page.addWidget(self.foot)

    def _connect(self) -> None:
        self.files.files_wanted.connect(self.choose_files)
        self.files.folder_wanted.connect(self.choose_folder)
        self.files.answered.connect(lambda path: self.work.look([path], self.draft))
        self.files.changed.connect(self._follow)
        self.columns.changed.connect(self._follow)
        work = self.work
        work.changed.connect(self._follow_work)
        work.looked.connect(self._looked)
        work.tried.connect(self._tried)
        work.written.connect(self._written)
        work.saved.connect(self._saved)
        work.failed.connect(self._tell_error)
        work.stopped.connect(self._stopped)
        self.columns.forgotten.connect(forget)
        self.people.changed.connect(self.go_on)
        self.foot.back_button.clicked.connect(self.go_back)
        self.foot.next_button.clicked.connect(self.go_on)
        self.foot.over_button.clicked.connect(self.start_over)
        self.foot.save_button.clicked.connect(self.save_refused)

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._stack.currentIndex()

    def read_again(self) -> None:
        """Another registry begins anew; after a change in this one the trial is due again."""
        registry = self._session.registry
        path = registry.path if registry is not None else None
        if path != self._registry:
            self._registry = path
            self._forget()
        elif self.step in (PEOPLE, ROWS) and not self.work.is_busy:
            self.draft.outcome = None
            self._show_step(COLUMNS)

    def focus_first(self) -> None:
        """Begin where the step begins."""
        self.steps[self.step].focus_first()

    def next_problem(self, step: int) -> bool:
        """F8 goes through the rows to look at."""
        return self.step == ROWS and self.rows.next_problem(step)

    def compact(self, is_compact: bool) -> None:
        """In small windows the line about the files goes."""
        self.about.setVisible(not is_compact)

    def choose_files(self) -> None:
        """Ask for files and look at them."""
        paths = self.dialogs.open_files(self, say("Import files"), IMPORT_FILES)
        if paths:
            self.take(paths)

    def choose_folder(self) -> None:
        """Ask for a folder and look at every file in it."""
        path = self.dialogs.folder(self, say("Import folder"))
        if path is not None:
            self.take([path])

    def take(self, paths: Sequence[Path]) -> None:
        """Look at more files; those that are there already stay as they are."""
        if self.step == DONE:
            self._forget()
        self._show_step(FILES)
        self.work.look(list(paths), self.draft)

    def _follow_work(self) -> None:
        if self.work.task is not None:
            self.message.hide()
            self.foot.progress.follow(self.work.task)
        self._follow()

    def _stopped(self) -> None:
        self.message.show_message("info", say("Import stopped; nothing was written"))

    def _looked(self, found: list[FileSurvey]) -> None:
        for one in found:
            self.draft.take(one)
        self.files.read_again()
        self._follow()
        asking = self.draft.open_questions()
        words = say_count(len(found), "{n} file was looked at.", "{n} files were looked at.")
        if asking:
            words = f"{words} {question_words(asking[0][1])}"
        announce(self, words)
        self.files.focus_first()

    def _tell_error(self, error: UserError) -> None:
        words = question_words(error.question) if isinstance(error, Asked) else str(error)
        if isinstance(error, Asked):
            words = f"{error.what} {words}"
        self.message.show_message("stop", words)
        announce(self, words, at_once=True)

    def go_on(self) -> None:
        """Enter: the next step, which may need a trial first; the last writes."""
        if self.work.is_busy or not self.foot.next_button.isEnabled():
            return
        if self.step == FILES:
            self._show_step(COLUMNS)
        elif self.step in (COLUMNS, PEOPLE):
            wanted = self.step + (self.draft.outcome is not None or self.step == COLUMNS)
            if self.draft.outcome is None:
                self.work.attempt(self.draft, wanted)
            else:
                self._show_step(wanted)
        elif self.step == ROWS:
            self.work.write(self.draft)
        else:
            self.start_over()

    def go_back(self) -> None:
        """Esc: the step before; what was chosen and said stays."""
        if self.work.is_busy or self.step in (FILES, DONE):
            return
        self._show_step(self.step - 1)

    def start_over(self) -> None:
        """Forget the files and what was said about them; nothing was written."""
        if not self.work.is_busy:
            self._forget()
            self.focus_first()

    def _forget(self) -> None:
        fresh = ImportDraft()
        for step in (self.files, self.columns, self.people, self.rows):
            step._draft = fresh  # noqa: SLF001 - the steps share one draft with this page
        self.draft = fresh
        self.message.hide()
        self.files.read_again()
        self._show_step(FILES)

    def _tried(self, wanted: int, outcome: Outcome) -> None:
        self.draft.outcome = outcome
        self._show_step(wanted)
        if outcome.questions:
            self._tell_error(outcome.questions[0][1])

    def _written(self, outcome: Outcome) -> None:
        for header, mapping in self.draft.to_remember():
            remember(header, mapping)
        self.draft.outcome = outcome
        self._show_step(DONE)
        words = import_summary(outcome)
        self.done.show_outcome(outcome, words)
        announce(self, words)
        if outcome.change is not None:
            self._session.tell(outcome.change)

    def save_refused(self) -> None:
        """Write the refused rows as tables with their reasons; mended, they can be imported."""
        folder = self.dialogs.folder(self, say("Folder for refused rows"))
        if folder is not None:
            self.work.save_refused(self.draft, folder)

    def _saved(self, folder: Path) -> None:
        words = say(
            "The refused rows are in {folder}, each with its reason. Mended, they can be imported.",
            folder=folder,
        )
        self.message.show_message("ok", words)
        announce(self, words)

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.header.show_step(step)
        self.message.hide()
        if step == COLUMNS:
            self.columns.read_again()
        elif step == PEOPLE:
            self.people.read_again()
        elif step == ROWS:
            self.rows.read_again()
        self._follow()
        if self.isVisible():
            self.focus_first()

    def _follow(self) -> None:
        """Bring the buttons in line with what can be done now."""
        self.foot.follow(self.step, self.draft, is_busy=self.work.is_busy)
        for one in self.steps:
            one.setEnabled(not self.work.is_busy)
        self.about.show_text(self._about())

    def _about(self) -> str:
        paths = self.draft.paths
        if len(paths) == 1:
            return paths[0].name
        return say_count(len(paths), "{n} file", "{n} files") if paths else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses an answer or goes on, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            step = self.steps[self.step]
            if not (isinstance(step, FilesStep | PeopleStep) and step.pressed_enter()):
                self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
