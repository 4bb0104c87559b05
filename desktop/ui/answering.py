"""What the window does when a page asks: commands, forms, the place of a record, a patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.actions import forbidden
from desktop.ui.pages import ShowsAnalyte, ShowsRecord, page_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.records import Record
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.guidance import GuidancePage
    from desktop.ui.views.records import RecordsPage


class Answering:
    """Answers ``session.asks`` of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        asks = window.session.asks
        window.session.ask_reason = self.ask_reason
        asks.command.connect(self.run)
        asks.add.connect(self.add)
        asks.edit.connect(self.edit)
        asks.remove.connect(self.remove)
        asks.show_record.connect(self.show_record)
        asks.show_analyte.connect(self.show_analyte)
        asks.show_page.connect(self.show_page)
        asks.open_patient.connect(self.open_patient)
        asks.open_registry.connect(lambda path: window.entrance.open_or_tell(path))
        asks.export_listed.connect(lambda listed: window.files.export_listed(listed))
        asks.run.connect(window.run_task)
        asks.while_closed.connect(lambda *what: window.entrance.while_closed(*what))
        asks.show_code.connect(lambda code: window.entrance.show_code(code))
        asks.note.connect(window.status.show_note)

    def ask_reason(self, what: str) -> str:
        """Why a signed result changes; empty where the user gives no reason."""
        told = say(
            "{step}: this result is signed, and changes only with a reason. The signature ends.",
            step=what,
        )
        reason = self._window.dialogs.text(self._window, say("Reason"), told, start="")
        return reason or ""

    def run(self, name: str) -> None:
        """Run an action; one that does not apply now does nothing."""
        self._window.commands[name].trigger()

    @property
    def may_change(self) -> bool:
        """Whether records may be changed now; where the role forbids it, the status row says so."""
        session = self._window.session
        if session.role is not None and not session.may("change"):
            self._window.status.show_note(forbidden(session.role))
            return False
        return not self._window.is_paused

    def add(self, table: str, cells: Mapping[str, str]) -> None:
        """Open the form for a new record that begins with these cells."""
        if self.may_change:
            self._window.patients.add(table, cells)

    def edit(self, record: Record) -> None:
        """Open the form of a stored record."""
        if self.may_change:
            self._window.patients.edit_record(record)

    def remove(self, record: Record) -> None:
        """Remove a record; Ctrl+Z brings it back."""
        if self.may_change:
            self._window.patients.remove_record(record)

    def show_page(self, name: str) -> None:
        """Show a page of the open patient, if there is such a page."""
        if self._window.session.dossier is not None and self._window.navigation.has_tab(name):
            self._window.navigation.show_tab(name)

    def open_patient(self, patient: str, page: str) -> None:
        """Open a patient, on a page if one is named; the open one is not read again."""
        if patient == self._window.session.patient_id:
            self._window.navigation.show_open_patient()
        else:
            self._open(patient)
        if page:
            self.show_page(page)

    def _open(self, patient: str) -> None:
        try:
            self._window.session.open_patient(patient)
        except KeyError as error:
            raise UserError(
                say("This patient is no longer in the registry."),
                remedy=say("Press F5 to read the list again."),
            ) from error

    def show_record(self, record_id: str) -> None:
        """Show a record of the open patient on the page that shows its kind best."""
        table = self._table_of(record_id)
        if not table:
            return
        shown = self._window.navigation.show_tab(page_of(table))
        if not (isinstance(shown, ShowsRecord) and shown.show_record(record_id)):
            shown = self._window.navigation.show_tab("records")
            cast("RecordsPage", shown).show_record(record_id)

    def _table_of(self, record_id: str) -> str:
        from desktop.domain.columns import CLINICAL  # not needed for the window's first paint

        dossier = self._window.session.dossier
        if dossier is None:
            return ""
        for table in CLINICAL:
            records: tuple[Record, ...] = getattr(dossier.case, table.name)
            if any(record.id == record_id for record in records):
                return table.name
        return ""

    def show_rule(self, rule: str) -> None:
        """Show a rule on the guidance of the open patient."""
        cast("GuidancePage", self._window.navigation.show_tab("guidance")).show_rule(rule)

    def show_analyte(self, analyte: str) -> None:
        """Show the row of an analyte in Labs, or its newest result among the records."""
        dossier = self._window.session.dossier
        if dossier is None:
            return
        shown = self._window.navigation.show_tab(page_of("labs"))
        if isinstance(shown, ShowsAnalyte):
            shown.show_analyte(analyte)
        elif found := dossier.case.labs_of(analyte):
            self.show_record(found[-1].id)
