"""The main window: menu row, navigation, the page of the moment, status row.

Before its first paint it imports nothing but Qt and the design; registry, forms, guidance and
charts come after it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.ui.actions import Actions
from desktop.ui.answering import Answering
from desktop.ui.appearance import Appearance
from desktop.ui.backup_watch import BackupWatch
from desktop.ui.closing import close_window
from desktop.ui.dropping import Dropping
from desktop.ui.entrance import Entrance
from desktop.ui.locking import Locking
from desktop.ui.navigation import Navigation
from desktop.ui.panes import Panes
from desktop.ui.slots import slots
from desktop.ui.telling import Telling
from desktop.ui.unfinished import open_unfinished
from desktop.ui.views.start import StartPage
from desktop.ui.widgets.basics import InlineMessage
from desktop.ui.widgets.menu_row import MenuRow, UnitsSwitch
from desktop.ui.widgets.page_room import PageRoom
from desktop.ui.widgets.rail import Rail
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from desktop.ui.dialogs import Dialogs
    from desktop.ui.errors import ErrorReporter
    from desktop.ui.file_commands import FileCommands
    from desktop.ui.patient_commands import PatientCommands
    from desktop.ui.registry_commands import RegistryCommands
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.tasks import Task
    from desktop.ui.widgets.hit import Hit

PRODUCT = "Calcinosis Registry"
REFERENCE_SIZE = QSize(1440, 900)
SMALLEST = QSize(1180, 660)
COMPACT_BELOW = QSize(1400, 800)
REMEMBERED = 8


class MainWindow(QMainWindow):
    """One window on one registry; ``painted`` tells the first paint, ``closing`` the end."""

    painted = Signal()
    closing = Signal()
    resized = Signal()

    def __init__(self, session: Session, settings: Settings, dialogs: Dialogs) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.dialogs = dialogs
        self.errors: ErrorReporter | None = None
        self.task: Task | None = None
        self._was_painted = False
        self.recent_commands: list[str] = []
        self.status = StatusRow()
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.warning = InlineMessage()
        self.start_page = StartPage()
        self.stack.addWidget(self.start_page)
        self.navigation = Navigation(self)
        self.panes = Panes(self)
        self.appearance = Appearance(self)
        self.locking = Locking(self)
        self.backups = BackupWatch(self)
        self.entrance = Entrance(self)
        self.commands = Actions(self, slots(self))
        self.answering = Answering(self)
        self.search = SearchBox(self._find)
        self.dropping = Dropping(self)
        self._lay_out()
        self._connect()
        self.appearance.show_choices()
        self.follow_state()

    @cached_property
    def registries(self) -> RegistryCommands:
        """The commands about registries, imported when one is used."""
        from desktop.ui.registry_commands import RegistryCommands

        parts = (self.session, self.settings, self.dialogs)
        return RegistryCommands(self, *parts)

    @cached_property
    def files(self) -> FileCommands:
        """The commands about files, imported when one is used."""
        from desktop.ui.file_commands import FileCommands

        parts = (self.session, self.settings, self.dialogs)
        return FileCommands(self, *parts, run=self.run_task, note=self.status.show_note)

    @cached_property
    def patients(self) -> PatientCommands:
        """The commands about patients and records, imported when one is used."""
        from desktop.ui.patient_commands import PatientCommands

        return PatientCommands(self)

    def _lay_out(self) -> None:
        units = UnitsSwitch(self.commands["units_conventional"], self.commands["units_si"])
        self.menu_row = MenuRow(self.search, units)
        self.commands.fill(self.menu_row.menus)
        self.setMenuWidget(self.menu_row)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.warning)
        pages.addWidget(PageRoom(self.stack), 1)
        row.addLayout(pages, 1)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.setWindowTitle(PRODUCT)
        self.setMinimumSize(SMALLEST)
        self.resize(_first_size())
        self.navigation.fill_rail()

    def _connect(self) -> None:
        self.search.chosen.connect(self._take_hit)
        self.menu_row.user.clicked.connect(self.commands["user_name"].trigger)
        self.start_page.open_button.clicked.connect(self.commands["open_registry"].trigger)
        self.start_page.new_button.clicked.connect(self.commands["new_registry"].trigger)
        self.session.registry_changed.connect(self.navigation.show_registry)
        self.session.opened.connect(self.navigation.show_patient)
        self.session.assessed.connect(self.navigation.show_guidance)
        self.session.changed.connect(self.navigation.follow_change)
        self.session.registry_changed.connect(self.follow_state)
        self.session.opened.connect(self.follow_state)
        self.status.undo_wanted.connect(self.commands["undo"].trigger)
        self.status.unfinished_wanted.connect(lambda: open_unfinished(self))
        self.telling = Telling(self)
        self.session.changed.connect(self.follow_state)

    def start(self, path: Path | None) -> None:
        """Open the registry, or show how to open one."""
        self.entrance.start(path)

    def forget_commands(self) -> None:
        """Let go of forms and panels that the commands have opened."""
        for name in ("files", "patients"):
            self.__dict__.pop(name, None)

    @property
    def is_paused(self) -> bool:
        """True while a task runs: nothing is edited then."""
        return self.task is not None

    def run_task(self, task: Task, *, tells_failure: bool = True) -> None:
        """Run a task with its progress in the status row; edits rest meanwhile."""
        if self.task is not None:
            raise UserError(
                say("Another job is still running."), remedy=say("Wait for it, or stop it.")
            )
        self.task = task
        if tells_failure:
            task.signals.failed.connect(self._task_failed)
        task.signals.ended.connect(self._task_ended)
        self.status.progress.follow(task)
        self.follow_state()
        task.start()

    def _task_failed(self, error: BaseException) -> None:
        if self.errors is not None:
            self.errors.report(error)

    def _task_ended(self) -> None:
        self.task = None
        self.follow_state()

    def follow_state(self) -> None:
        """Bring actions, status row and title in line with what is open."""
        session, registry = self.session, self.session.registry
        role = session.role
        has_patient = session.dossier is not None
        self.commands.allow(role=role, patient=has_patient, paused=self.is_paused)
        self.telling.follow_undo()
        self.appearance.name_user()
        patient = session.dossier.case.patient.patient_id if session.dossier else ""
        self.setWindowTitle(f"{patient} – {PRODUCT}" if patient else PRODUCT)
        if registry is None:
            self.status.show_closed()
            return
        self.status.show_saved(session.saved_at)
        self.status.show_undo(session.undo_text)
        self.telling.follow_status()

    def _find(self, text: str) -> list[Hit]:
        from desktop.ui.finding import find

        return find(text, self)

    def _take_hit(self, hit: Hit) -> None:
        if hit.kind == "patient":
            self.session.open_patient(hit.key)
        elif hit.kind == "list":
            self.navigation.show_matches(hit.key)
        elif hit.kind == "rule":
            self.answering.show_rule(hit.key)
        else:
            self.recent_commands = [
                hit.key,
                *(one for one in self.recent_commands if one != hit.key),
            ][:REMEMBERED]
            self.commands[hit.key].trigger()

    @property
    def is_compact(self) -> bool:
        """True where the window is small, so that rows and columns give way."""
        return self.height() < COMPACT_BELOW.height() or self.width() < COMPACT_BELOW.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room in small windows."""
        super().resizeEvent(event)
        self.rail.compact(self.is_compact)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first paint, after which the rest may be imported."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost in silence, nothing running is cut off."""
        try:
            close_window(self, event)
        except BaseException:
            # Raised on from here it is whole: shiboken 6.11 crashes on an error that C code
            # has just raised below a virtual method which Python itself called.
            event.ignore()
            raise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing in the window wanted."""
        action = self.commands.heard_last(QKeySequence(event.keyCombination()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action.trigger()


def _first_size() -> QSize:
    """The reference size, or what the screen has room for."""
    room = QGuiApplication.primaryScreen().availableSize()
    return REFERENCE_SIZE.boundedTo(room).expandedTo(SMALLEST)
