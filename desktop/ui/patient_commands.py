"""What is done to patients and records: forms, removing, undo; dialogs about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desktop.domain.records import Record
    from desktop.ui.forms.record_form import RecordForm
    from desktop.ui.main_window import MainWindow


class PatientCommands:
    """Opens forms and makes the edits that need none; ``form`` is the one that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.form: RecordForm | None = None
        self.panel: QDialog | None = None

    def add(self, table: str) -> None:
        """Open the form for a new record."""
        from desktop.ui.forms.opening import add_form

        form = add_form(self._window.session, table, self._window)
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
        form.finished.connect(self._closed)
        form.open()

    def _closed(self) -> None:
        self.form = None

    def remove_record(self, record: Record) -> None:
        """Remove a record at once; Ctrl+Z brings it back."""
        if self._window.is_paused:
            return
        from desktop.ui.forms.summary import kind_name, summary

        what = f"Remove {kind_name(record).lower()}: {summary(record)}"
        self._window.session.change(what, lambda edit: edit.remove(record))

    def remove_patient(self) -> None:
        """Remove a person with all records, after a question: this one is asked."""
        session = self._window.session
        assert session.dossier is not None  # noqa: S101 - the action rests otherwise
        patient = session.dossier.case.patient
        text = (
            f"Remove {patient.patient_id} with all records of this patient?\n\n"
            "Ctrl+Z brings them back until the program is closed."
        )
        title = f"Remove {patient.patient_id}"
        if self._window.dialogs.confirm(self._window, title, text, yes="Remove patient"):
            session.change(
                f"Remove patient {patient.patient_id}", lambda edit: edit.remove(patient)
            )

    def show_alerts(self) -> None:
        """All alerts of the open patient."""
        from desktop.ui.views.alerts import AlertsPanel

        dossier = self._window.session.dossier
        if dossier is not None:
            self.panel = AlertsPanel(dossier, self._window)
            self.panel.open()

    def show_shortcuts(self) -> None:
        """The keys."""
        from desktop.ui.widgets.shortcuts import ShortcutsHelp

        self.panel = ShortcutsHelp(self._window)
        self.panel.open()

    def show_about(self) -> None:
        """Name, version, and what the guidance is not."""
        text = (
            f"Calcinosis Registry {__version__}\n\n"
            "Guidance supports clinical judgement and does not replace it. It is not "
            "certified as a medical device."
        )
        self._window.dialogs.tell(self._window, "About", text)
