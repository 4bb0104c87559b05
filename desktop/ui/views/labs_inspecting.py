"""Keeps inspector, details and chart in line with the cell where the user is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.language import say
from desktop.ui.models.labs_change import suggestions
from desktop.ui.models.labs_explain import explain, provenance

if TYPE_CHECKING:
    from desktop.domain.records import LabResult
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.views.labs_desk import LabsDesk
    from desktop.ui.views.labs_side import LabsSide
    from desktop.ui.widgets.lab_details import LabDetails
    from desktop.ui.widgets.lab_inspector import LabInspector

PAUSE_MS = 40
"""So long the inspector waits for the user to stay in a cell: keys are never held up by it."""


class Inspecting(QObject):
    """Follows the desk a moment later."""

    def __init__(
        self, desk: LabsDesk, inspector: LabInspector, details: LabDetails, side: LabsSide
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._inspector = inspector
        self._details = details
        self._side = side
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.inspect)
        desk.refreshed.connect(self.soon)
        desk.view.moved.connect(self.soon)

    def soon(self) -> None:
        """Look at the current cell once the user stays in it."""
        self._soon.start(PAUSE_MS)

    def inspect(self) -> None:
        """Say where the current cell comes from, and what needs a look."""
        desk = self._desk
        current, lab = desk.current(), desk.lab()
        self._side.follow(desk.grid, current[0] if current else None)
        if not self._details.isHidden():
            self._details.show_lab(lab)
        if desk.grid is None or current is None:
            self._inspector.show_cell(None, "", is_result=False)
            self._inspector.show_problem("", 0)
            return
        explained = explain(desk.grid, *current)
        self._inspector.show_cell(explained, self._came(lab), is_result=lab is not None)
        self._show_problem(desk.grid, current)

    def _came(self, lab: LabResult | None) -> str:
        registry = self._desk.session.registry
        if lab is None or registry is None:
            return ""
        return provenance(registry.versions(lab.id))

    def _show_problem(self, grid: Grid, current: tuple[Row, Column]) -> None:
        """The problem of the current cell, else the first there is."""
        found = grid.problems()
        here = (current[0].key, current[1].key)
        at = here if here in found else next(iter(found), None)
        place = self._desk.model.number_of(at) if at else None
        cell = self._desk.cell(*place) if place else None
        if cell is None:
            self._inspector.show_problem("", 0)
            return
        self._show_problem_at(grid, *cell, count=len(found), is_here=at == here)

    def _show_problem_at(
        self, grid: Grid, row: Row, column: Column, *, count: int, is_here: bool
    ) -> None:
        view, lab = grid.view(row, column), grid.lab(row, column)
        if view.problem:
            text = say(
                "{test}, {time}: {problem} This cell is not saved.",
                test=row.name,
                time=column.title,
                problem=view.problem,
            )
        else:
            text = say(
                "{test}, {time}: {problem}.", test=row.name, time=column.title, problem=view.warning
            )
        meant = suggestions(lab, grid.case) if lab is not None and is_here else ()
        self._inspector.show_problem(
            text,
            count,
            is_here=is_here,
            is_error=bool(view.problem),
            suggestions=meant,
            may_confirm=is_here and not view.problem,
            may_clear=is_here and bool(view.problem),
        )

    def toggle_details(self) -> None:
        """Show or hide the fields of the current result."""
        if self._details.isHidden():
            self._details.show()
            self._details.show_lab(self._desk.lab())
            self._details.focus_first()
        else:
            self._details.hide()
            self._desk.focus()
