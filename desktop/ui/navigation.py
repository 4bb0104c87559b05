"""Where one is: the rail's places, the patient's tabs, the list; made when first needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from desktop.paths import demonstration_registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.overview import OverviewPage
    from desktop.ui.views.patient import PatientPage
    from desktop.ui.views.patients import PatientsPage
    from desktop.ui.views.records import RecordsPage

REMEMBERED = 8


class Navigation:
    """Makes the pages and moves between them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._list: PatientsPage | None = None
        self._patient: PatientPage | None = None
        self.recent: list[str] = []
        self.add_menu = QMenu(window)
        self.add_menu.setAccessibleName("Add")

    def slots(self) -> dict[str, Callable[[], None]]:
        """The slots of the actions that move."""
        tabs = ("overview", "records", "guidance")
        return {
            "show_patients": self.show_list,
            "filter": self.filter_list,
            **{f"show_{tab}": partial(self.show_tab, tab) for tab in tabs},
        }

    def fill_rail(self) -> None:
        """The places of the program; the open patient is one of them."""
        actions, rail = self._window.commands, self._window.rail
        self._list_place = rail.add_place("railPatients", "Patients", "users")
        self._patient_place = rail.add_place("railPatient", "Patient", "user")
        self._import_place = rail.add_command("railImport", "Import", "file-import")
        self._list_place.clicked.connect(actions["show_patients"].trigger)
        self._patient_place.clicked.connect(self.show_open_patient)
        self._import_place.clicked.connect(actions["import_folder"].trigger)
        actions.fill_add(self.add_menu)
        self._follow_rail()

    @property
    def list_page(self) -> PatientsPage:
        """The patient list, made when first needed."""
        if self._list is None:
            from desktop.ui.views.patients import PatientsPage

            self._list = PatientsPage(self._window.session)
            actions = self._window.commands
            self._list.opened.connect(self._window.session.open_patient)
            self._list.new_button.clicked.connect(actions["add_patients"].trigger)
            self._list.import_button.clicked.connect(actions["import_folder"].trigger)
            self._window.stack.addWidget(self._list)
        return self._list

    @property
    def patient_page(self) -> PatientPage:
        """The open patient's page, made when first needed."""
        if self._patient is None:
            from desktop.ui.views.patient import PatientPage

            page = PatientPage(self._window.session)
            self._patient = page
            self._connect_patient(page)
            self._window.stack.addWidget(page)
        return self._patient

    def _connect_patient(self, page: PatientPage) -> None:
        page.set_add_menu(self.add_menu)
        page.alerts.all_wanted.connect(self._window.commands["all_alerts"].trigger)
        page.overview_made.connect(self._connect_overview)
        page.records_made.connect(self._connect_records)
        self._window.resized.connect(self._follow_size)
        self._follow_size()

    def _connect_overview(self, page: OverviewPage) -> None:
        commands = self._window.commands
        page.measure_wanted.connect(commands["add_mass_measurements"].trigger)
        page.guidance_wanted.connect(commands["show_guidance"].trigger)
        page.result_wanted.connect(self.show_results_of)

    def _connect_records(self, page: RecordsPage) -> None:
        window, commands = self._window, self._window.commands
        page.add_wanted.connect(lambda table: commands[f"add_{table}"].trigger())
        page.edit_wanted.connect(window.patients.edit_record)
        page.remove_wanted.connect(window.patients.remove_record)

    def _follow_size(self) -> None:
        if self._patient is not None:
            self._patient.compact(self._window.is_compact)

    def _show(self, page: QWidget) -> None:
        self._window.stack.setCurrentWidget(page)
        self._follow_rail()

    def _follow_rail(self) -> None:
        session, shown = self._window.session, self._window.stack.currentWidget()
        self._patient_place.setVisible(session.dossier is not None)
        if session.dossier is not None:
            patient_id = session.dossier.case.patient.patient_id
            self._patient_place.setText(patient_id)
            self._patient_place.setToolTip(f"Open patient {patient_id}")
            self._patient_place.setAccessibleName(f"Open patient {patient_id}")
        place = self._patient_place if shown is self._patient else self._list_place
        place.setChecked(shown is not self._window.start_page)
        self._list_place.setEnabled(session.registry is not None)
        self._import_place.setEnabled(session.registry is not None)

    def show_registry(self) -> None:
        """Another registry is open, or was read again: show its list."""
        self.list_page.read_again()
        if self._window.stack.currentWidget() is self._window.start_page or (
            self._window.session.dossier is None
        ):
            self.show_list()

    def show_list(self) -> None:
        """Show the patient list; the open patient stays open in the rail."""
        self._show(self.list_page)
        self.list_page.table.setFocus()

    def show_matches(self, text: str) -> None:
        """Show the patient list narrowed to a search."""
        self._show(self.list_page)
        self.list_page.show_filtered(text)

    def filter_list(self) -> None:
        """Type to narrow the list of patients."""
        self._show(self.list_page)
        self.list_page.focus_filter()

    def show_patient(self, dossier: Dossier | None) -> None:
        """A patient was opened, or left."""
        if dossier is None:
            if self._patient is not None:
                self._patient.show_dossier(None)
            self.show_list()
            return
        own = dossier.case.patient.id
        self.recent = [own, *(one for one in self.recent if one != own)][:REMEMBERED]
        self._show(self.patient_page)
        self.patient_page.show_dossier(dossier)
        self.patient_page.setFocus()

    def show_guidance(self, dossier: Dossier) -> None:
        """The guidance was applied to the open patient, or has failed."""
        if self._patient is not None:
            self._patient.show_guidance(dossier)
        self.follow_status()

    def show_open_patient(self) -> None:
        """Go back from the list to the open patient."""
        if self._window.session.dossier is not None:
            self._show(self.patient_page)

    def follow_change(self, changes: ChangeSet) -> None:
        """Say that it is saved, and fill the open patient's page anew where it is concerned."""
        session = self._window.session
        spoken = QAccessibleAnnouncementEvent(self._window, f"Saved: {changes.what}")
        QAccessible.updateAccessibility(spoken)
        if session.dossier is not None and changes.concerns(session.patient_id):
            self.patient_page.show_dossier(session.dossier)
            self._follow_rail()

    def show_tab(self, name: str) -> None:
        """Show a tab of the open patient."""
        self.show_open_patient()
        self.patient_page.show_tab(name)

    def show_results_of(self, analyte: str) -> None:
        """Show the newest result of an analyte among the records."""
        dossier = self._window.session.dossier
        self.show_tab("records")
        self.patient_page.records.show_kind("labs")
        found = dossier.case.labs_of(analyte) if dossier else ()
        if found:
            self.patient_page.records.choose(found[-1].id)

    def open_add_menu(self) -> None:
        """Ctrl+N: the Add menu under its button, or at the window's corner in the list."""
        shown = self._window.stack.currentWidget()
        if shown is self._patient and self._patient is not None:
            anchor = self._patient.add_button
            self.add_menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
        else:
            self.add_menu.popup(self._window.stack.mapToGlobal(QPoint(12, 12)))
        self.add_menu.setActiveAction(self.add_menu.actions()[0])

    def follow_undo(self) -> None:
        """Say in the menu what undo and redo would do."""
        session, actions = self._window.session, self._window.commands
        for name, what in (("undo", session.undo_text), ("redo", session.redo_text)):
            action, spec = actions[name], actions.spec(name)
            action.setText(f"{spec.text} {what}".rstrip())
            action.setEnabled(action.isEnabled() and bool(what))

    def follow_status(self) -> None:
        """Name guidance edition and registry, and say whether people are fictional."""
        status, session = self._window.status, self._window.session
        registry, dossier = session.registry, session.dossier
        is_assessed = dossier is not None and dossier.is_assessed
        edition = dossier.assessment.guidance_version if dossier and is_assessed else ""
        status.guidance.setText(f"Guidance {edition}" if edition else "")
        if registry is None:
            return
        status.registry.setText(registry.path.stem)
        status.registry.setToolTip(str(registry.path))
        is_demo = registry.path == demonstration_registry()
        status.show_demo(is_demo=is_demo or bool(dossier and dossier.case.is_fictional))
