"""How the registry is kept safe: its backups, its audit, and the people who may open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.domain.language import mark, say
from desktop.ui.dialogs import Dialogs
from desktop.ui.icons import icon
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.audit import AuditPanel
from desktop.ui.views.backups import BackupsPanel
from desktop.ui.views.people import PeoplePanel
from desktop.ui.widgets.basics import label

if TYPE_CHECKING:
    from desktop.ui.session import Session

TABS = (
    ("backups", mark("Backups"), "copy"),
    ("audit", mark("Audit"), "list-check"),
    ("people", mark("People"), "users"),
)


class SafekeepingPage(QWidget):
    """Three tabs; each reads itself anew when it comes into sight."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = label(say("Security"), "title")
        self.hint = label("", "hint")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(say("Parts of security"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.backups = BackupsPanel(session)
        self.audit = AuditPanel(session)
        self.people = PeoplePanel(session)
        self._panels: tuple[BackupsPanel | AuditPanel | PeoplePanel, ...] = (
            *(self.backups, self.audit, self.people),
        )
        self._stack = QStackedWidget()
        for (_, text, _), panel in zip(TABS, self._panels, strict=True):
            self.tabs.addTab(say(text))
            self._stack.addWidget(panel)
        self._lay_out()
        self._dress()
        self.use_dialogs(Dialogs())
        self.tabs.currentChanged.connect(self._show)
        theme_signals.changed.connect(self._dress)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 6)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        row = QFrame()
        row.setObjectName("tabRow")
        tabs = QHBoxLayout(row)
        tabs.setContentsMargins(8, 0, 10, 0)
        tabs.addWidget(self.tabs, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(row)
        page.addWidget(self._stack, 1)

    def _dress(self) -> None:
        current = self.tabs.currentIndex()
        for place, (_, _, name) in enumerate(TABS):
            self.tabs.setTabIcon(place, icon(name, "accent" if place == current else "ink2"))
        self.tabs.setFixedHeight(theme().px(36))

    def use_dialogs(self, dialogs: Dialogs) -> None:
        """Ask with these dialogs for files and answers."""
        for panel in self._panels:
            panel.dialogs = dialogs

    def show_tab(self, name: str) -> None:
        """Show a tab by name."""
        self.tabs.setCurrentIndex([one for one, _, _ in TABS].index(name))

    def _show(self, place: int) -> None:
        self._dress()
        self._stack.setCurrentIndex(place)
        self._panels[place].read_again()

    def read_again(self) -> None:
        """Show what holds now."""
        registry = self._session.registry
        told = ""
        if registry is not None:
            is_encrypted = registry.unlocked is not None
            how = say("encrypted") if is_encrypted else say("not encrypted")
            told = say("{registry}, {how}", registry=registry.path.stem, how=how)
        self.hint.setText(told)
        self._panels[self.tabs.currentIndex()].read_again()

    def focus_first(self) -> None:
        """Begin on the tab in sight."""
        self._panels[self.tabs.currentIndex()].focus_first()

    def focus_filter(self) -> None:
        """Ctrl+F: search the audit."""
        self.show_tab("audit")
        self.audit.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
