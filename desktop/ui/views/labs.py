"""The page of laboratory results: a grid to read, type and paste into, with chart and inspector."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say, say_count
from desktop.ui.models.labs import FROZEN
from desktop.ui.models.labs_plan import Planner
from desktop.ui.spoken import announce
from desktop.ui.theme import theme
from desktop.ui.views.labs_commands import LabsCommands
from desktop.ui.views.labs_desk import LabsDesk
from desktop.ui.views.labs_inspecting import Inspecting
from desktop.ui.views.labs_menus import cell_menu, column_menu, row_menu
from desktop.ui.views.labs_pasting import Pasting
from desktop.ui.views.labs_side import LabsSide
from desktop.ui.widgets.basics import InlineMessage, button, label, rule
from desktop.ui.widgets.lab_details import LabDetails
from desktop.ui.widgets.lab_inspector import LabInspector
from desktop.ui.widgets.lab_toolbar import LabToolbar

if TYPE_CHECKING:
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.session import Session


NARROW = 1080


class LabsPage(QWidget):
    """One patient's results. What is typed is saved when the cell is left."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.desk = LabsDesk(session, self)
        self.commands = LabsCommands(self.desk)
        self.view = self.desk.view
        self.toolbar = LabToolbar()
        self.message = InlineMessage()
        self.inspector = LabInspector()
        self.details = LabDetails()
        self.side = LabsSide()
        self.inspecting = Inspecting(self.desk, self.inspector, self.details, self.side)
        self._pasting = Pasting(self.side.panel, self.desk.edits, self)
        self._make_empty()
        self._lay_out()
        self._connect_grid()
        self._connect_parts()

    def _make_empty(self) -> None:
        """What stands in place of columns before there are any."""
        self.empty = QFrame(self.view.table.viewport())
        self.empty.setProperty("empty", "true")
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(label(say("No laboratory results yet"), "strong"))
        said = say("Make a column for today, or paste a block.")
        column.addWidget(label(said, "hint", wrap=True))
        add = button(say("New column"), "header", icon="plus")
        add.clicked.connect(self.new_column)
        column.addWidget(add)
        around = QVBoxLayout(self.view.table.viewport())
        around.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", "true")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.view, 1)
        for part in (rule(), self.inspector, self.details):
            inner.addWidget(part)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        columns.addWidget(card, 1)
        columns.addWidget(self.side)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(self.toolbar)
        page.addWidget(self.message)
        page.addLayout(columns, 1)
        self.message.hide()

    def _connect_grid(self) -> None:
        view, commands = self.view, self.commands
        view.entered.connect(commands.enter)
        view.dated.connect(commands.date)
        view.removed.connect(commands.remove)
        view.copied.connect(commands.copy)
        view.pasted.connect(self.paste)
        view.menu_wanted.connect(self._menu)
        view.problem_wanted.connect(lambda is_back: self.next_problem(-1 if is_back else 1))
        view.details_wanted.connect(self.inspecting.toggle_details)
        self.desk.refreshed.connect(self._follow_grid)
        self.desk.told.connect(self.tell)

    def _connect_parts(self) -> None:
        toolbar, inspector, commands = self.toolbar, self.inspector, self.commands
        toolbar.new_wanted.connect(self.new_column)
        toolbar.paste_wanted.connect(self.paste)
        toolbar.copy_wanted.connect(commands.copy_table)
        toolbar.years.connect(self._show_years)
        toolbar.filled.connect(lambda is_on: self.desk.choose(only_filled=is_on))
        toolbar.add_test.chosen.connect(self.show_analyte)
        toolbar.add_test.refused.connect(partial(self.tell, "warn"))
        inspector.details_wanted.connect(self.inspecting.toggle_details)
        inspector.next_wanted.connect(partial(self.next_problem, 1))
        inspector.meant.connect(commands.enter_here)
        inspector.confirmed.connect(commands.confirm)
        inspector.cleared.connect(commands.remove)
        self.details.edited.connect(commands.change_cell)
        self.details.left.connect(self.desk.focus)
        self.session.units_changed.connect(self.desk.follow_units)
        self._pasting.ended.connect(self._end_pasting)
        self._pasting.told.connect(self.tell)

    @property
    def grid(self) -> Grid | None:
        """The grid that is shown."""
        return self.desk.grid

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change; None empties the page."""
        for part in (self.toolbar.new_button, self.toolbar.paste_button):
            part.setEnabled(self.session.may("change"))
        if self.desk.show_dossier(dossier):
            self.message.hide()
            if self._pasting.is_open:
                self._pasting.give_up()

    def _follow_grid(self) -> None:
        grid = self.grid
        self.setEnabled(grid is not None)
        self.empty.setVisible(grid is not None and not grid.columns)
        count = grid.hidden if grid else 0
        words = say_count(count, "{n} earlier column hidden", "{n} earlier columns hidden")
        self.toolbar.show_hidden(count, words)
        self.toolbar.show_years(self.desk.choice.years)
        if grid is not None and self._pasting.is_open:
            self._pasting.follow(self._planner(grid))

    def _show_years(self, years: float) -> None:
        self.desk.choose(years=years)
        self.view.tables.scroll_to_newest()

    def compact(self, is_compact: bool) -> None:
        """Take less room in small windows."""
        self.toolbar.compact(is_compact)
        self.view.tables.compact(is_compact)
        self.side.compact(is_compact)
        self.inspector.compact(is_compact)

    def focus_first(self) -> None:
        """Begin in the grid."""
        self.desk.focus()

    def show_record(self, record_id: str) -> bool:
        """Go to a result; False where it is not one of this patient's."""
        return self.desk.go_to_record(record_id)

    def show_analyte(self, analyte: str) -> None:
        """Go to the row of a test, at its newest result; a row is added where there is none."""
        self.desk.go_to_test(analyte)

    def chosen_results(self) -> tuple[str, ...]:
        """The ids of the results in the chosen cells, of several; one cell chooses none."""
        grid, cells = self.grid, self.desk.chosen()
        if grid is None or len(cells) < 2:
            return ()
        found = (grid.lab(*cell) for cell in cells)
        return tuple(lab.id for lab in found if lab is not None)

    def new_column(self) -> None:
        """A column for today, or the one there is; the keyboard goes into it."""
        if self.desk.case is not None:
            self.desk.open_column(self.desk.case.as_of.isoformat())

    def next_problem(self, step: int) -> bool:
        """Go to the next (1) or the previous (-1) cell that needs a look; False without any."""
        return self.desk.next_problem(step)

    def tell(self, level: str, text: str) -> None:
        """Show a sentence above the grid; an empty one takes the last away."""
        if text:
            self.message.show_message(level, text)
            announce(self, text, at_once=level == "stop")
        else:
            self.message.hide()

    def paste(self) -> None:
        """One value goes into the cell, a block is shown before anything is stored."""
        text = QGuiApplication.clipboard().text()
        if self.grid is None or not text.strip():
            self.tell("warn", say("There is nothing to paste. Copy cells of a spreadsheet first."))
            return
        plain = text.strip("\r\n")
        if self.desk.current() is not None and not any(mark in plain for mark in "\t\n\r"):
            self.commands.enter_here(plain)
            return
        self._begin_pasting(text)

    def _begin_pasting(self, text: str) -> None:
        if self.grid is not None and not self.grid.columns:
            self.new_column()
        assert self.grid is not None  # noqa: S101 - looked at before
        planner = self._planner(self.grid)
        into = self.grid.columns[planner.column].title
        if self._pasting.begin(text, planner, into):
            self.side.show_panel(True)
            QTimer.singleShot(0, self, self._stay_in_sight)

    def _stay_in_sight(self) -> None:
        """The grid is narrower now: show the cell where the user is."""
        self.view.table.scrollTo(self.view.table.currentIndex())

    def _planner(self, grid: Grid) -> Planner:
        current = self.desk.current()
        row = current[0].key if current else ""
        column = self.view.place[1] - FROZEN if current else len(grid.columns) - 1
        times = tuple(one.when for one in grid.columns)
        return Planner(grid, row, column, times, self.session.units, grid.case.as_of)

    def _end_pasting(self) -> None:
        self.side.show_panel(False)
        self.desk.focus()

    def _menu(self, at: QPoint, row: int, column: int) -> None:
        own, sampled = self.desk.model.row_at(row), self.desk.model.column_at(column)
        cell = self.desk.cell(row, column)
        if row < 0 and sampled is not None:
            column_menu(self, column, sampled).popup(at)
        elif cell is not None:
            self.view.put((row, column), scroll=False)
            cell_menu(self, *cell).popup(at)
        elif own is not None and own.kind != "group":
            row_menu(self, own).popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without the chart where the window is narrow for the size of the text."""
        super().resizeEvent(event)
        self.side.make_room(self.width() < theme().px(NARROW))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the window's end is this page's business too."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is being typed is stored before the window closes its registry."""
        if event.type() == QEvent.Type.Close and watched is self.window():
            self.view.finish_editing()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is being typed is stored before the page goes out of sight."""
        self.view.finish_editing()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the preview of a paste."""
        if event.key() == Qt.Key.Key_Escape and self._pasting.is_open:
            self._pasting.give_up()
        else:
            super().keyPressEvent(event)
