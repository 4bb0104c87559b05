"""What is done to patients and records: forms, removing, undo; dialogs about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut

from desktop import __version__
from desktop.domain.language import say
from desktop.ui.pages import ChoosesResults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QDialog

    from desktop.domain.records import Record
    from desktop.ui.forms.record_form import RecordForm
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.documents import DocumentsPage

MEASURING = frozenset({"masses", "mass_measurements"})
"""The tables whose forms the handbook tells about on the page on measuring."""


class PatientCommands:
    """Opens forms and makes the edits that need none; ``form`` is the one that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.form: RecordForm | None = None
        self.panel: QDialog | None = None

    def add(self, table: str, cells: Mapping[str, str]) -> None:
        """Open the form for a new record; it begins with these cells."""
        from desktop.ui.forms.opening import add_form

        form = add_form(self._window.session, table, self._window, cells=cells)
        if table == "patients":
            form.saved.connect(lambda patient: self._window.session.open_patient(patient.id))
        self._open(form)

    def edit_record(self, record: Record) -> None:
        """Open the form of a stored record."""
        if self._window.is_paused:
            return
        from desktop.domain.columns import table_of
        from desktop.ui.forms.opening import edit_form

        table = table_of(type(record)).name
        self._open(edit_form(self._window.session, record, table, self._window))

    def edit_patient(self) -> None:
        """Open the form of the open patient."""
        from desktop.ui.forms.opening import edit_patient_form

        self._open(edit_patient_form(self._window.session, self._window))

    def _open(self, form: RecordForm) -> None:
        self.form = form
        QShortcut(QKeySequence("F1"), form).activated.connect(self._help_with_form)
        form.finished.connect(self._closed)
        form.open()

    def _closed(self) -> None:
        self.form = None

    def _help_with_form(self) -> None:
        """A form is a window of its own: F1 in it tells about entering."""
        if self.form is not None:
            is_measuring = self.form.subject.layout in MEASURING
            self._show_handbook("measuring" if is_measuring else "entering")

    def remove_record(self, record: Record) -> None:
        """Remove a record at once; Ctrl+Z brings it back."""
        if self._window.is_paused:
            return
        from desktop.ui.forms.summary import kind_name, summary

        what = say("Remove {kind}: {entry}", kind=kind_name(record).lower(), entry=summary(record))
        self._window.session.change(what, lambda edit: edit.remove(record, replacing=record))

    def remove_patient(self) -> None:
        """Remove a person with all records, after a question: this one is asked."""
        session = self._window.session
        assert session.dossier is not None  # noqa: S101 - the action rests otherwise
        patient = session.dossier.case.patient
        text = say(
            "Remove {patient_id} with all records of this patient?\n\n"
            "Ctrl+Z brings them back until the program is closed.",
            patient_id=patient.patient_id,
        )
        title = say("Remove {patient_id}", patient_id=patient.patient_id)
        if self._window.dialogs.confirm(self._window, title, text, yes=say("Remove patient")):
            what = say("Remove patient {patient_id}", patient_id=patient.patient_id)
            session.change(what, lambda edit: edit.remove(patient))

    def show_alerts(self) -> None:
        """All alerts of the open patient."""
        from desktop.ui.views.alerts import AlertsPanel

        dossier = self._window.session.dossier
        if dossier is not None:
            self.panel = AlertsPanel(dossier, self._window)
            self.panel.open()

    def export_pdf(self) -> None:
        """Save the document that the Documents page shows; elsewhere the clinician summary."""
        if self._window.navigation.shown_name == "documents":
            cast("DocumentsPage", self._window.navigation.shown_page).save()
        else:
            self._window.files.export_pdf()

    def print_document(self) -> None:
        """Print the document that is chosen on the Documents page, which comes into sight."""
        cast("DocumentsPage", self._window.navigation.show_tab("documents")).print()

    def show_shortcuts(self) -> None:
        """The keys."""
        from desktop.ui.widgets.shortcuts import ShortcutsHelp

        self.panel = ShortcutsHelp(self._window)
        self.panel.open()

    def show_help(self) -> None:
        """The page of the handbook that fits what is in sight."""
        self._show_handbook(self._window.navigation.shown_name)

    def _show_handbook(self, page: str) -> None:
        from desktop.ui.views.help import show_help

        self.panel = show_help(self._window, page)

    def sign_results(self) -> None:
        """Sign results as seen: those chosen in Labs, else those of the newest day."""
        from desktop.ui.views.sign_form import SignForm

        session = self._window.session
        if session.dossier is None:
            return
        page = self._window.navigation.shown_page
        chosen: tuple[str, ...] = ()
        if isinstance(page, ChoosesResults):
            chosen = page.chosen_results()
        form = SignForm(session, session.dossier.case, chosen, self._window)
        self.panel = form
        form.open()

    def erase_patient(self) -> None:
        """Erase a person for good, after reason and confirmation."""
        from desktop.ui.views.erase_form import EraseForm

        session = self._window.session
        if session.dossier is None:
            return
        form = EraseForm(session.dossier.case, self._window)
        form.agreed.connect(partial(self._erase, session.patient_id))
        self.panel = form
        form.open()

    def _erase(self, patient: str, reason: str) -> None:
        erased = self._window.session.erase(patient, reason)
        told = "\n\n".join((say("The person was erased. What remains:"), *erased.remains))
        self._window.dialogs.tell(self._window, say("Erased"), told)

    def show_about(self) -> None:
        """Name, version, and what the guidance is not."""
        text = say(
            "Calcinosis Registry {version}\n\n"
            "Guidance supports clinical judgment and does not replace it. It is not "
            "certified as a medical device.",
            version=__version__,
        )
        self._window.dialogs.tell(self._window, say("About"), text)
