"""One patient: banner and alerts above, tabs below; what is out of sight is filled when shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import icon
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.alert_strip import AlertStrip
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session
    from desktop.ui.views.guidance import GuidancePage
    from desktop.ui.views.overview import OverviewPage
    from desktop.ui.views.records import RecordsPage

    Page = OverviewPage | RecordsPage | GuidancePage

TABS = (
    ("overview", "Overview", "layout-grid"),
    ("records", "Records", "table"),
    ("guidance", "Guidance", "stethoscope"),
)
"""The tabs in their order: name, word, icon; Ctrl+1 is the first."""


class PatientPage(QWidget):
    """Everything about the open patient."""

    tab_shown = Signal(str)
    overview_made = Signal(object)
    records_made = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._is_compact = False
        self._has_failed = False
        self._stale: set[str] = set()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.banner = PatientBanner()
        self.alerts = AlertStrip()
        self.tabs = QTabBar()
        self.tabs.setObjectName("patientTabs")
        self.tabs.setAccessibleName("Pages of this patient")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.add_button = button("Add   Ctrl+N", icon="plus")
        self.add_button.setObjectName("addButton")
        self._stack = QStackedWidget()
        for _, word, _ in TABS:
            self.tabs.addTab(word)
        self._lay_out()
        self._dress_tabs()
        self.tabs.currentChanged.connect(self._show_tab)
        theme_signals.changed.connect(self._dress_tabs)

    @cached_property
    def overview(self) -> OverviewPage:
        """The first tab; charts make it the dearest to build."""
        from desktop.ui.views.overview import OverviewPage

        page = OverviewPage(self._session, self)
        self._stack.addWidget(page)
        self.overview_made.emit(page)
        return page

    @cached_property
    def records(self) -> RecordsPage:
        """The tables of all records."""
        from desktop.ui.views.records import RecordsPage

        page = RecordsPage(self._session, self)
        self._stack.addWidget(page)
        self.records_made.emit(page)
        return page

    @cached_property
    def guidance(self) -> GuidancePage:
        """The whole assessment."""
        from desktop.ui.views.guidance import GuidancePage

        page = GuidancePage(self)
        self._stack.addWidget(page)
        return page

    def _lay_out(self) -> None:
        tab_row = QFrame()
        tab_row.setObjectName("tabRow")
        row = QHBoxLayout(tab_row)
        row.setContentsMargins(8, 0, 10, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.banner, self.alerts, tab_row):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _dress_tabs(self) -> None:
        current = self.tabs.currentIndex()
        for place, (_, _, name) in enumerate(TABS):
            token = "accent" if place == current else "ink2"
            self.tabs.setTabIcon(place, icon(name, token))
        self.tabs.setFixedHeight(theme().px(32 if self._is_compact else 36))

    def set_add_menu(self, menu: QMenu) -> None:
        """What the Add button opens."""
        self.add_button.setMenu(menu)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change."""
        self._dossier = dossier
        self.banner.show_case(dossier.case if dossier else None)
        self.alerts.show_dossier(dossier)
        self._has_failed = False
        self._stale = {name for name, _, _ in TABS}
        self._show_tab(self.tabs.currentIndex())

    def show_guidance(self, dossier: Dossier) -> None:
        """The guidance was applied to the patient shown; without an assessment it failed."""
        if dossier is not self._dossier:
            return
        self._has_failed = not dossier.is_assessed
        self.alerts.show_dossier(dossier, has_failed=self._has_failed)
        if "overview" in self.__dict__ and "overview" not in self._stale:
            self.overview.show_guidance(dossier, has_failed=self._has_failed)
        if "guidance" in self.__dict__ and "guidance" not in self._stale:
            self.guidance.show_guidance(dossier, has_failed=self._has_failed)

    def _page(self, name: str) -> Page:
        pages: dict[str, Callable[[], Page]] = {
            "overview": lambda: self.overview,
            "records": lambda: self.records,
            "guidance": lambda: self.guidance,
        }
        return pages[name]()

    def _show_tab(self, place: int) -> None:
        name = TABS[place][0]
        page = self._page(name)
        if name == "overview":
            self.overview.compact(self._is_compact)
        if name in self._stale:
            self._stale.discard(name)
            page.show_dossier(self._dossier)
            if self._dossier is not None and self._has_failed:
                self.show_guidance(self._dossier)
        self._stack.setCurrentWidget(page)
        self._dress_tabs()
        self.tab_shown.emit(name)

    def show_tab(self, name: str) -> None:
        """Show a tab by name."""
        self.tabs.setCurrentIndex([tab for tab, _, _ in TABS].index(name))
        if name == "records":
            self.records.table.setFocus(Qt.FocusReason.TabFocusReason)
        elif name == "guidance":
            self.guidance.differential.setFocus(Qt.FocusReason.TabFocusReason)

    def compact(self, is_compact: bool) -> None:
        """Take less room in small windows."""
        self._is_compact = is_compact
        self.banner.set_size("compact" if is_compact else "full")
        self.alerts.compact(is_compact)
        self.tabs.setFixedHeight(theme().px(32 if is_compact else 36))
        if "overview" in self.__dict__:
            self.overview.compact(is_compact)
