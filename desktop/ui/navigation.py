"""Where one is: the rail's places, the open patient, its tabs; pages are made when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QMenu

from desktop.domain.language import say
from desktop.ui.actions import forbidden
from desktop.ui.page_wiring import connect_place, connect_tab
from desktop.ui.pages import (
    AT_THE_FOOT,
    HOME,
    Compacts,
    Focuses,
    RegistryPlace,
    TakesResults,
    page_of,
    patient_pages,
    registry_pages,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.domain.changes import ChangeSet
    from desktop.guidance.dossier import Dossier
    from desktop.ui.main_window import MainWindow
    from desktop.ui.views.patient import PatientPage
    from desktop.ui.views.patients import PatientsPage
    from desktop.ui.widgets.rail import RailButton

REMEMBERED = 8


class Navigation:
    """Makes the pages of the table and moves between them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._places: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._patient: PatientPage | None = None
        self._last_place = HOME
        self.recent: list[str] = []
        self.rail_places: dict[str, RailButton] = {}
        self.add_menu = QMenu(window)
        self.add_menu.setAccessibleName(say("Add"))

    def slots(self) -> dict[str, Callable[[], object]]:
        """The slots of the actions that move."""
        places = {
            f"show_{one.name}": partial(self.show_place, one.name) for one in registry_pages()
        }
        tabs = {f"show_{one.name}": partial(self.show_tab, one.name) for one in patient_pages()}
        own = {"filter": self.filter_list, "lab_column": self.open_lab_column}
        return {**own, **places, **tabs}

    def fill_rail(self) -> None:
        """The places of the program; the open patient is one of them."""
        actions, rail = self._window.commands, self._window.rail
        for page in registry_pages():
            at_foot = page.name in AT_THE_FOOT
            made = rail.add_place(page.name, page.word, page.icon, at_foot=at_foot)
            made.clicked.connect(actions[f"show_{page.name}"].trigger)
            self.rail_places[page.name] = made
            if page.name == "patients":
                self._patient_place = rail.add_place("patient", say("Patient"), "user")
                self._patient_place.clicked.connect(self.show_open_patient)
        help_place = rail.add_command("help", say("Help"), "info-circle", at_foot=True)
        help_place.clicked.connect(actions["help"].trigger)
        actions.fill_add(self.add_menu)
        self._window.resized.connect(self._follow_size)
        self._follow_rail()

    def place(self, name: str) -> QWidget:
        """The page of the registry with this name, made when it is first asked for."""
        if name not in self._places:
            found = {page.name: page for page in registry_pages()}[name]
            made = found.make(self._window.session, self._window.stack)
            self._places[name] = made
            self._stale.add(name)
            self._window.stack.addWidget(made)
            if isinstance(made, Compacts):
                made.compact(self._window.is_compact)
            connect_place(self._window, name, made)
        return self._places[name]

    @property
    def list_page(self) -> PatientsPage:
        """The patient list."""
        return cast("PatientsPage", self.place("patients"))

    @property
    def patient_page(self) -> PatientPage:
        """The open patient's page, made when first needed."""
        if self._patient is None:
            from desktop.ui.views.patient import PatientPage

            page = PatientPage(self._window.session)
            self._patient = page
            page.set_add_menu(self.add_menu)
            page.alerts.all_wanted.connect(self._window.commands["all_alerts"].trigger)
            page.page_made.connect(partial(connect_tab, self._window))
            self._window.stack.addWidget(page)
            self._follow_size()
        return self._patient

    @property
    def open_patient_page(self) -> PatientPage | None:
        """The open patient's page where it is in sight."""
        is_shown = self._patient is not None and self._window.stack.currentWidget() is self._patient
        return self._patient if is_shown else None

    def has_tab(self, name: str) -> bool:
        """True where the open patient has a page of this name."""
        return any(page.name == name for page in patient_pages())

    @property
    def shown_page(self) -> QWidget | None:
        """The page in sight: a place of the registry, or the open patient's tab."""
        if (patient := self.open_patient_page) is not None:
            return patient.page(patient.shown)
        return self._window.stack.currentWidget()

    @property
    def shown_name(self) -> str:
        """The name of the page in sight; empty while no registry is open."""
        if (patient := self.open_patient_page) is not None:
            return patient.shown
        shown = self._window.stack.currentWidget()
        return next((name for name, page in self._places.items() if page is shown), "")

    def _follow_size(self) -> None:
        pages = [*self._places.values(), *([self._patient] if self._patient else [])]
        for page in pages:
            if isinstance(page, Compacts):
                page.compact(self._window.is_compact)

    def _show(self, page: QWidget) -> None:
        self._window.stack.setCurrentWidget(page)
        self._follow_rail()

    def _follow_rail(self) -> None:
        session, shown = self._window.session, self._window.stack.currentWidget()
        self._patient_place.setVisible(session.dossier is not None)
        if session.dossier is not None:
            patient_id = session.dossier.case.patient.patient_id
            told = say("Open patient {patient_id}", patient_id=patient_id)
            self._patient_place.setText(patient_id)
            self._patient_place.setToolTip(told)
            self._patient_place.setAccessibleName(told)
        self._patient_place.setChecked(self.open_patient_page is not None)
        for name, entry in self.rail_places.items():
            entry.setChecked(self._places.get(name) is shown)
            entry.setEnabled(session.registry is not None or name == "settings")

    def forget_pages(self) -> None:
        """Throw every page away: nothing that they showed is left in the window."""
        self.recent.clear()
        self._follow_rail()
        self._patient_place.setText(say("Patient"))
        self._patient_place.setToolTip("")
        self._patient_place.setAccessibleName(say("Patient"))
        for page in [*self._places.values(), *([self._patient] if self._patient else [])]:
            self._window.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self._places.clear()
        self._stale.clear()
        self._patient, self._last_place = None, HOME
        self._window.rail.leave()
        for place in self.rail_places.values():
            place.show_count(0)

    def show_registry(self) -> None:
        """Another registry is open, or was read again: show it."""
        if self._window.session.registry is None:
            self._follow_rail()
            return
        self._stale |= set(self._places)
        shown = self._window.stack.currentWidget()
        if shown in self._places.values():
            self._refresh_shown()
            self._follow_rail()
        elif self._window.session.dossier is None:
            self.show_place(HOME)

    def _refresh_shown(self) -> None:
        shown = self._window.stack.currentWidget()
        for name, page in tuple(self._places.items()):
            if page is shown and name in self._stale:
                self._stale.discard(name)
                cast("RegistryPlace", page).read_again()

    def show_place(self, name: str) -> QWidget:
        """Show a place of the registry; the open patient stays open in the rail."""
        page = self.place(name)
        self._last_place = name
        self._show(page)
        self._refresh_shown()
        if isinstance(page, Focuses):
            page.focus_first()
        return page

    def show_home(self) -> None:
        """Begin with the worklist."""
        self.show_place(HOME)

    def show_named(self, name: str) -> None:
        """Show the page of this name, a place of the registry or a tab of the open patient."""
        if any(page.name == name for page in registry_pages()):
            self.show_place(name)
        elif self._window.session.dossier is not None and self.has_tab(name):
            self.show_tab(name)

    def show_matches(self, text: str) -> None:
        """Show the patient list narrowed to a search."""
        self.show_place("patients")
        self.list_page.show_filtered(text)

    def filter_list(self) -> None:
        """Type to narrow the list in sight, else that of the patients."""
        page = self.shown_page
        focus = getattr(page, "focus_filter", None)
        if focus is None:
            page = self.show_place("patients")
            focus = self.list_page.focus_filter
        focus()

    def show_patient(self, dossier: Dossier | None) -> None:
        """A patient was opened, or left."""
        if dossier is None:
            if self._patient is not None:
                self._patient.show_dossier(None)
            self.show_place(self._last_place)
            return
        may, role = self._window.session.may("change"), self._window.session.role
        self.patient_page.add_button.setEnabled(may)
        self.patient_page.add_button.setToolTip("" if may or role is None else forbidden(role))
        own = dossier.case.patient.id
        self.recent = [own, *(one for one in self.recent if one != own)][:REMEMBERED]
        self._show(self.patient_page)
        self.patient_page.show_dossier(dossier)
        self.patient_page.setFocus()

    def show_guidance(self, dossier: Dossier) -> None:
        """The guidance was applied to the open patient, or has failed."""
        if self._patient is not None:
            self._patient.show_guidance(dossier)
        self._window.telling.follow_status()

    def show_open_patient(self) -> None:
        """Go back from a place of the registry to the open patient."""
        if self._window.session.dossier is not None:
            self._show(self.patient_page)

    def follow_change(self, changes: ChangeSet) -> None:
        """Fill the pages anew that a change concerns; those out of sight when they are shown."""
        session = self._window.session
        self._stale |= set(self._places)
        self._refresh_shown()
        if session.dossier is not None and changes.concerns(session.patient_id):
            self.patient_page.show_dossier(session.dossier)
            self._follow_rail()

    def show_tab(self, name: str) -> QWidget:
        """Show a tab of the open patient; gives its page."""
        self.show_open_patient()
        return self.patient_page.show_tab(name)

    def open_lab_column(self) -> None:
        """Ctrl+L: the results of today in Labs."""
        page = self.show_tab(page_of("labs"))
        if isinstance(page, TakesResults):
            page.new_column()

    def open_add_menu(self) -> None:
        """Ctrl+N: the Add menu under its button, or at the window's corner in a list."""
        if (patient := self.open_patient_page) is not None:
            anchor = patient.add_button
            self.add_menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
        else:
            self.add_menu.popup(self._window.stack.mapToGlobal(QPoint(12, 12)))
        self.add_menu.setActiveAction(self.add_menu.actions()[0])
