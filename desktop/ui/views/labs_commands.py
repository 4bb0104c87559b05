"""What can be done on the page of laboratory results, by key, menu or button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.language import say
from desktop.measures.questions import unit_question
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_copy import cells, whole_table
from desktop.ui.models.labs_entry import read_time

if TYPE_CHECKING:
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.views.labs_desk import LabsDesk


class LabsCommands(QObject):
    """Each edit is one saved step; what the registry refuses is told and changes nothing."""

    def __init__(self, desk: LabsDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._edits = desk.edits

    def _after(self, problem: str) -> None:
        self._desk.follow_drafts()
        self._desk.told.emit("stop", problem)

    def enter(self, row: int, column: int, text: str) -> None:
        """Store what was typed into a cell, or keep it there with the reason why not."""
        cell = self._desk.cell(row, column)
        grid = self._desk.grid
        if grid is None or cell is None or not cell[0].is_editable:
            return
        problem = self._edits.enter(grid, *cell, text)
        self._after(problem)
        if not problem:
            self._ask_back(*cell)

    def _ask_back(self, row: Row, column: Column) -> None:
        """Ask whether a value in the wrong unit was meant, in the light of earlier ones."""
        grid = self._desk.grid
        lab = grid.lab(row, column) if grid is not None else None
        if grid is not None and lab is not None and not lab.state.strip():
            self._desk.told.emit("warn", unit_question(lab, grid.case))

    def enter_here(self, text: str) -> None:
        """Store a text in the current cell."""
        self.enter(*self._desk.view.place, text)

    def remove(self) -> None:
        """Remove the chosen results as one step; a draft goes first and leaves its result."""
        grid, labs = self._desk.grid, []
        if grid is None:
            return
        for row, column in self._desk.chosen():
            had_draft = self._edits.drop(grid.case, (row.key, column.key)) is not None
            lab = grid.lab(row, column)
            if lab is not None and not had_draft:
                labs.append(lab)
        self._after(self._edits.remove(labs) if labs else "")

    def mark(self, state: str) -> None:
        """Mark the current cell as ``pending`` or ``not_measured``."""
        current = self._desk.current()
        if self._desk.grid is not None and current is not None and current[0].is_editable:
            self._after(self._edits.mark(self._desk.grid, *current, state))

    def note_column(self, column: Column, name: str, value: str) -> None:
        """Write the same mark on all results of a column."""
        self._after(self._edits.change_cells(self._desk.labs_of(column), name, value))

    def change_cell(self, name: str, text: str) -> None:
        """Change one cell of the current result, such as its method."""
        lab, case = self._desk.lab(), self._desk.case
        if lab is not None and case is not None:
            self._after(self._edits.change_cell(lab, case, name, text))

    def confirm(self, reason: str) -> None:
        """Say why the current value is right although it is unusual."""
        lab = self._desk.lab()
        if lab is not None:
            self._after(self._edits.confirm(lab, reason))
            self._desk.focus()

    def date(self, section: int, text: str) -> None:
        """Give a column another date: its results, or the empty new column."""
        desk = self._desk
        column = desk.model.column_at(section)
        if desk.grid is None or column is None:
            return
        try:
            when = read_time(text, desk.grid.case.as_of)
        except NotReadable as reason:
            desk.told.emit("stop", str(reason))
            desk.view.header.edit_date(section, text=text)
            return
        if when != column.when:
            self._redate(column, when)

    def _redate(self, column: Column, when: str) -> None:
        desk = self._desk
        assert desk.grid is not None  # noqa: S101 - a column is shown
        labs = desk.labs_of(column)
        problem = self._edits.move(labs, when, desk.grid.case) if labs else ""
        if not problem:
            self._edits.move_drafts(desk.grid.case, column.key, when)
            new = tuple(when if one == column.when else one for one in desk.choice.new)
            desk.choose(new=new)
            desk.go_to_time(when)
        desk.told.emit("stop", problem)

    def drop_column(self, column: Column) -> None:
        """Take an empty new column away."""
        kept = tuple(when for when in self._desk.choice.new if when != column.when)
        self._desk.choose(new=kept)

    def copy(self) -> None:
        """Copy the chosen cells for a spreadsheet."""
        if self._desk.grid is not None:
            text = cells(self._desk.grid, self._desk.chosen())
            QGuiApplication.clipboard().setText(text)

    def copy_table(self) -> None:
        """Copy all that is shown for a spreadsheet."""
        if self._desk.grid is not None:
            QGuiApplication.clipboard().setText(whole_table(self._desk.grid))
            copied = say("The table was copied. It holds results of a patient, without the name.")
            self._desk.told.emit("ok", copied)
