"""One patient: banner and alerts above, tabs below; what is out of sight is filled when shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.icons import icon
from desktop.ui.pages import Compacts, Focuses, Page, PatientTab, ShowsGuidance, patient_pages
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.alert_strip import AlertStrip
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import button
from desktop.ui.widgets.page_room import PageRoom

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session


ICON_GAP = 4
"""Pixels that a tab leaves between its icon and its word."""


class PatientPage(QWidget):
    """Everything about the open patient; its tabs are those of the table of pages.

    ``tab_shown`` carries the name of the tab in sight, ``page_made`` name and widget of a page
    that was made because it is shown for the first time.
    """

    tab_shown = Signal(str)
    page_made = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._is_compact = False
        self._has_failed = False
        self._has_icons = True
        self._tabs: tuple[Page, ...] = patient_pages()
        self._made: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.banner = PatientBanner()
        self.alerts = AlertStrip()
        self.tabs = QTabBar()
        self.tabs.setObjectName("patientTabs")
        self.tabs.setAccessibleName(say("Pages of this patient"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.add_button = button(say("Add   {keys}", keys="Ctrl+N"), icon="plus")
        self.add_button.setObjectName("addButton")
        self._stack = QStackedWidget()
        for place, page in enumerate(self._tabs):
            self.tabs.addTab(page.word)
            self.tabs.setTabToolTip(place, page.shortcut)
        self._lay_out()
        self._dress_tabs()
        self.tabs.currentChanged.connect(self._show_tab)
        theme_signals.changed.connect(self._dress_tabs)

    def page(self, name: str) -> QWidget:
        """The page of a tab, made when it is first asked for; KeyError for no such tab."""
        if name not in self._made:
            found = {page.name: page for page in self._tabs}[name]
            made = found.make(self._session, self)
            self._made[name] = made
            self._stack.addWidget(made)
            if isinstance(made, Compacts):
                made.compact(self._is_compact)
            self.page_made.emit(name, made)
        return self._made[name]

    @property
    def shown(self) -> str:
        """The name of the tab in sight."""
        return self._tabs[self.tabs.currentIndex()].name

    def _lay_out(self) -> None:
        tab_row = QFrame()
        tab_row.setObjectName("tabRow")
        self.tab_row = row = QHBoxLayout(tab_row)
        row.setContentsMargins(8, 0, 10, 0)
        row.addWidget(self.tabs, 1)  # all the room: the bold tab makes the others move
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.banner, self.alerts, tab_row):
            column.addWidget(part)
        column.addWidget(PageRoom(self._stack), 1)

    def _dress_tabs(self) -> None:
        current, has_icons = self.tabs.currentIndex(), self._has_icons
        for place, page in enumerate(self._tabs):
            token = "accent" if place == current else "ink2"
            self.tabs.setTabIcon(place, icon(page.icon, token) if has_icons else QIcon())
        self.tabs.setFixedHeight(theme().px(32 if self._is_compact else 36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs are read by their words: where there is no room for all, the icons go."""
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        margins = self.tab_row.contentsMargins()
        taken = margins.left() + margins.right() + self.add_button.sizeHint().width()
        room = self.width() - taken - self.tab_row.spacing()
        icons = len(self._tabs) * (self.tabs.iconSize().width() + ICON_GAP)
        wanted = self.tabs.sizeHint().width() + (0 if self._has_icons else icons)
        if (wanted <= room) != self._has_icons:
            self._has_icons = not self._has_icons
            self._dress_tabs()

    def set_add_menu(self, menu: QMenu) -> None:
        """What the Add button opens."""
        self.add_button.setMenu(menu)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change."""
        self._dossier = dossier
        self.banner.show_case(dossier.case if dossier else None)
        self.alerts.show_dossier(dossier)
        self._has_failed = False
        self._stale = {page.name for page in self._tabs}
        self._show_tab(self.tabs.currentIndex())

    def show_guidance(self, dossier: Dossier) -> None:
        """The guidance was applied to the patient shown; without an assessment it failed."""
        if dossier is not self._dossier:
            return
        self._has_failed = not dossier.is_assessed
        self.alerts.show_dossier(dossier, has_failed=self._has_failed)
        for name, page in self._made.items():
            if name not in self._stale and isinstance(page, ShowsGuidance):
                page.show_guidance(dossier, has_failed=self._has_failed)

    def _show_tab(self, place: int) -> None:
        name = self._tabs[place].name
        page = self.page(name)
        if name in self._stale:
            self._stale.discard(name)
            cast("PatientTab", page).show_dossier(self._dossier)
            if self._dossier is not None and self._has_failed:
                self.show_guidance(self._dossier)
        self._stack.setCurrentWidget(page)
        self._dress_tabs()
        self.tab_shown.emit(name)

    def show_tab(self, name: str) -> QWidget:
        """Show a tab by name and begin to work there; gives its page."""
        place = [page.name for page in self._tabs].index(name)
        if place == self.tabs.currentIndex():
            self._show_tab(place)
        self.tabs.setCurrentIndex(place)
        page = self.page(name)
        if isinstance(page, Focuses):
            page.focus_first()
        return page

    def compact(self, is_compact: bool) -> None:
        """Take less room in small windows."""
        self._is_compact = is_compact
        self.banner.set_size("compact" if is_compact else "full")
        self.alerts.compact(is_compact)
        self.tabs.setFixedHeight(theme().px(32 if is_compact else 36))
        for page in self._made.values():
            if isinstance(page, Compacts):
                page.compact(is_compact)
