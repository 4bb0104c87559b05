"""One document for each of many patients, with progress and Stop; or the registry report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.disorders import disorder_name
from desktop.domain.errors import UserError
from desktop.domain.language import say, say_count
from desktop.ui.batch_run import BatchRun
from desktop.ui.dialogs import PDF_FILES, Dialogs
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import InlineMessage, button, label, rule
from desktop.ui.widgets.document_options import KINDS, DocumentOptions
from desktop.work.report import hand_out, in_language, registry_document, write_whole
from desktop.work.report_batch import written_one_by_one

if TYPE_CHECKING:
    from desktop.db.registry import Registry
    from desktop.db.search import PatientRow
    from desktop.ui.session import Session
    from desktop.work.report_batch import Batch

EVERYONE = "*"


class BatchDialog(QDialog):
    """Kind, language, paper and units are those of the page behind it."""

    def __init__(
        self,
        session: Session,
        options: DocumentOptions,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._options, self._dialogs = session, options, dialogs
        self.run: BatchRun | None = None
        self.setWindowTitle(say("Documents for many patients"))
        self.setMinimumWidth(theme().px(520))
        self.who = ChoiceEditor(_choices(session.patients))
        self.who.setAccessibleName(say("Which patients"))
        self.start_button = button(say("Choose folder and start…"), "primary")
        self.stop_button = button(say("Stop"))
        self.registry_button = button(say("Registry report…"), icon="chart-dots")
        self.close_button = button(say("Close"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(say("Progress"))
        self.message = InlineMessage()
        self.refused = QPlainTextEdit()
        self._lay_out()
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self._stop)
        self.registry_button.clicked.connect(self.report)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.refused.setReadOnly(True)
        self.refused.setMinimumHeight(theme().px(130))
        self.refused.setAccessibleName(say("Patients without a document, and why"))
        for part in (self.refused, self.bar, self.stop_button):
            part.hide()
        kind = say(KINDS[self._options.kind])
        words = say(
            "{kind}: one PDF file for each patient. A file name holds the registry ID only.",
            kind=kind,
        )
        about = say("The registry report counts all patients and names none.")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.who)
        column.addLayout(_row(self.start_button, self.stop_button, self.bar))
        column.addWidget(self.message)
        column.addWidget(self.refused)
        column.addWidget(rule())
        column.addWidget(label(about, wrap=True))
        column.addLayout(_row(self.registry_button))
        column.addWidget(rule())
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.close_button)
        column.addLayout(end)

    @property
    def patients(self) -> list[str]:
        """Our ids of the patients who are chosen."""
        wanted = self.who.typed()
        rows = self._session.patients
        return [row.id for row in rows if wanted == EVERYONE or row.diagnosis == wanted]

    def start(self) -> None:
        """Ask for a folder and make the documents one after the other."""
        folder = self._dialogs.folder(self, say("Folder for the documents"))
        if folder is None:
            return
        registry = self._registry()
        made = self._options.imprint(self._session)
        order = self._options.order(None)
        patients = self.patients
        steps = written_one_by_one(registry, patients, folder, order=order, made=made)
        self.run = BatchRun(
            steps, total=len(patients), language=self._options.language.typed(), parent=self
        )
        self.run.progress.connect(self._progress)
        self.run.finished.connect(self._finished)
        self.run.failed.connect(self._failed)
        self.run.stopped.connect(self._stopped)
        self._working(True)
        self.run.start()

    def report(self) -> None:
        """Write the report on the whole registry."""
        registry = self._registry()
        made = self._options.imprint(self._session)
        suggested = f"{registry.path.stem}-report.pdf"
        path = self._dialogs.save_file(self, say("Registry report"), PDF_FILES, suggested=suggested)
        if path is None:
            return
        with in_language(self._options.language.typed()):
            pages = registry_document(registry, made, as_of=date.today())  # noqa: DTZ011
        named = path if path.suffix else path.with_suffix(".pdf")
        hand_out(registry, "registry", pages)
        write_whole(named, pages)
        self.message.show_message("ok", say("Saved {name}", name=named.name))

    def reject(self) -> None:
        """Close; a batch that runs is stopped first, and its files stay."""
        if self.run is not None and self.run.is_running:
            self.run.stop()
        super().reject()

    def _registry(self) -> Registry:
        if self._session.registry is None:
            raise UserError(say("No registry is open."))
        return self._session.registry

    def _working(self, is_working: bool) -> None:
        for part in (self.bar, self.stop_button):
            part.setVisible(is_working)
        for control in (self.start_button, self.who, self.registry_button):
            control.setEnabled(not is_working)

    def _stop(self) -> None:
        if self.run is not None:
            self.run.stop()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setFormat(say("{done} of {total}", done=f"{done:,}", total=f"{total:,}"))

    def _finished(self, batch: Batch) -> None:
        self._working(False)
        self.message.show_message("warn" if batch.refused else "ok", batch.balance)
        lines = [f"{patient_id}: {reason}" for patient_id, reason in batch.refused]
        self.refused.setPlainText("\n".join(lines))
        self.refused.setVisible(bool(lines))

    def _stopped(self, done: int) -> None:
        self._working(False)
        words = say_count(
            done,
            "Stopped. {n} patient was done; its file stays.",
            "Stopped. {n} patients were done; their files stay.",
        )
        self.message.show_message("warn", words)

    def _failed(self, error: Exception) -> None:
        self._working(False)
        self.message.show_message("stop", str(error))
        if not isinstance(error, UserError):
            raise error


def _choices(rows: list[PatientRow]) -> list[tuple[str, str]]:
    """Everyone, then each diagnosis that is held, with its number of patients."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.diagnosis] = counts.get(row.diagnosis, 0) + 1
    everyone = say_count(len(rows), "All: {n} patient", "All: {n} patients")
    found = sorted(counts, key=lambda key: (-counts[key], key))
    return [
        (EVERYONE, everyone),
        *((key, f"{_named(key)}: {counts[key]}") for key in found),
    ]


def _named(key: str) -> str:
    return disorder_name(key) if key else say("No diagnosis held")


def _row(*parts: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(10)
    for part in parts:
        made.addWidget(part)
    made.addStretch(1)
    return made
