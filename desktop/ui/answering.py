"""What the window does when a page asks: commands, forms, the place of a record, a patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.errors import UserError
from desktop.domain.language import say
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
        asks.command.connect(self.run)
        asks.add.connect(self.add)
        asks.edit.connect(lambda record: window.patients.edit_record(record))
        asks.remove.connect(lambda record: window.patients.remove_record(record))
        asks.show_record.connect(self.show_record)
        asks.show_analyte.connect(self.show_analyte)
        asks.show_page.connect(self.show_page)
        asks.open_patient.connect(self.open_patient)

    def run(self, name: str) -> None:
        """Run an action; one that does not apply now does nothing."""
        self._window.commands[name].trigger()

    def add(self, table: str, cells: Mapping[str, str]) -> None:
        """Open the form for a new record that begins with these cells."""
        if not self._window.is_paused:
            self._window.patients.add(table, cells)

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
