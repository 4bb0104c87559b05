"""Export in steps: what and for whom, the release report, and only then a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import UserError
from desktop.domain.language import mark, say
from desktop.ui.dialogs import Dialogs
from desktop.ui.models.export_draft import LISTED, ExportDraft
from desktop.ui.models.export_jobs import preparing, writing
from desktop.ui.settings import Settings
from desktop.ui.spoken import announce
from desktop.ui.tasks import Task
from desktop.ui.views.export_done import ExportDone
from desktop.ui.views.export_form import ExportForm
from desktop.ui.views.export_release import ReleaseStep
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.ui.widgets.import_steps import StepHeader
from desktop.ui.widgets.status_row import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.session import Session
    from desktop.work.export import Prepared
    from desktop.work.export_files import Written

STEPS = (mark("What and for whom"), mark("Release report"), mark("Written"))
FORM, REPORT, DONE = range(3)


class ExportPage(QWidget):
    """``run`` runs a job, by the window; ``listed`` gives the patients of the filtered list.

    The choices stay until another registry is opened. What was prepared is dropped with every
    change of them, so that nothing else is written than what was read.
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
        self._settings = settings or Settings()
        self.run: Callable[[Task], None] = Task.start
        self.listed: Callable[[], tuple[str, ...]] = tuple
        self.draft = ExportDraft()
        self.prepared: Prepared | None = None
        self._registry: Path | None = None
        self.task: Task | None = None
        self.header = StepHeader([say(name) for name in STEPS])
        self.message = InlineMessage()
        self.form = ExportForm(session, self.draft, dialogs or Dialogs())
        self.release = ReleaseStep()
        self.done = ExportDone()
        self.steps = (self.form, self.release, self.done)
        self.back_button = button(say("Back"))
        self.progress = ProgressLine()
        self.hint = label("", "hint")
        self.next_button = button("", "primary")
        self._lay_out()
        self._connect()
        self._show_step(FORM)

    @property
    def dialogs(self) -> Dialogs:
        """The dialogs of the system."""
        return self.form.dialogs

    @dialogs.setter
    def dialogs(self, dialogs: Dialogs) -> None:
        self.form.dialogs = dialogs

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addWidget(self.progress)
        foot.addStretch(1)
        foot.addWidget(self.hint)
        foot.addWidget(self.next_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(self.header)
        page.addWidget(self.message)
        page.addWidget(self._stack, 1)
        page.addLayout(foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._forget_prepared)
        self.release.changed.connect(self._follow)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._stack.currentIndex()

    def read_again(self) -> None:
        """Another registry begins anew; after a change what was prepared is dropped."""
        registry = self._session.registry
        path = registry.path if registry is not None else None
        if path != self._registry:
            self._registry = path
            self.draft = ExportDraft()
            self.form.show_draft(self.draft)
        self.draft.listed = self.listed() if registry is not None else ()
        self.form.read_again()
        if self.step == REPORT and self.task is None:
            self._show_step(FORM)
        self._forget_prepared()

    def show_listed(self, listed: tuple[str, ...]) -> None:
        """Begin with these patients (our ids): those of the list that asked."""
        self.draft.listed, self.draft.who = listed, LISTED
        self._show_step(FORM)
        self.form.show_draft(self.draft)
        self._forget_prepared()

    def focus_first(self) -> None:
        """Begin where the step begins."""
        self.steps[self.step].focus_first()

    def _forget_prepared(self) -> None:
        if self.task is None:
            self.prepared = None
        self._follow()

    def go_on(self) -> None:
        """Enter: prepare, or write what was read and accepted."""
        if self.task is not None or not self.next_button.isEnabled():
            return
        if self.step == FORM:
            job = preparing(self._path(), self.draft.wish(), self._settings.user_name)
            self._run(Task(say("Preparing the export"), job), self._prepared)
        elif self.step == REPORT and self.prepared is not None:
            job_ = writing(self._path(), self.prepared, self._settings.user_name)
            self._run(Task(say("Writing the export"), job_), self._written)
        else:
            self._show_step(FORM)

    def go_back(self) -> None:
        """Esc: back to the choices; nothing was written."""
        if self.task is None and self.step == REPORT:
            self._show_step(FORM)

    def _run(self, task: Task, then: Callable[..., None]) -> None:
        self.task = task
        self.message.hide()
        self.progress.follow(task)
        task.signals.ended.connect(self._ended)
        task.signals.finished.connect(then)
        task.signals.stopped.connect(self._stopped)
        self._follow()
        try:
            self.run(task)
        except UserError:
            self._ended()
            raise

    def _ended(self) -> None:
        self.task = None
        self._follow()

    def _stopped(self) -> None:
        self.message.show_message("info", say("Stopped; nothing was written."))
        self.focus_first()

    def _prepared(self, found: Prepared | UserError) -> None:
        if isinstance(found, UserError):
            self._tell_error(found)
            return
        self.prepared = found
        self.release.show_prepared(found, self.draft)
        self._show_step(REPORT)
        announce(self, found.balance.text)

    def _written(self, found: Written | UserError) -> None:
        if isinstance(found, UserError):
            self._tell_error(found)
            return
        assert self.prepared is not None  # noqa: S101 - it was just written
        self.done.show_written(found, self.prepared)
        self._show_step(DONE)
        announce(self, self.done.message.text.text())

    def _tell_error(self, error: UserError) -> None:
        self.message.show_message("stop", str(error))
        announce(self, str(error), at_once=True)
        self.focus_first()

    def _path(self) -> Path:
        if self._session.registry is None:
            raise UserError(
                say("No registry is open."), remedy=say("Open or make one in the File menu.")
            )
        return self._session.registry.path

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.header.show_step(step)
        self.message.hide()
        self._follow()
        if self.isVisible():
            self.focus_first()

    def _follow(self) -> None:
        """Bring the buttons in line with what can be done now."""
        lacking = self.draft.lacking()
        is_accepted = self.prepared is not None and self.release.is_accepted(self.draft)
        may = {FORM: not lacking, REPORT: is_accepted, DONE: True}[self.step]
        is_busy = self.task is not None
        self.next_button.setEnabled(may and not is_busy)
        self.next_button.setText(
            {
                FORM: say("Show the report, write nothing")
                if self.draft.deidentifies
                else say("Show who leaves, write nothing"),
                REPORT: say("Write the export"),
                DONE: say("Export again"),
            }[self.step]
        )
        self.back_button.setEnabled(self.step == REPORT and not is_busy)
        for one in self.steps:
            one.setEnabled(not is_busy)
        hints = {FORM: lacking or say("Nothing is written yet."), REPORT: "", DONE: ""}
        if self.step == REPORT and not is_accepted:
            hints[REPORT] = say("Nothing is written until you accept the report.")
        self.hint.setText("" if is_busy else hints[self.step])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
