"""What the page of laboratory results works on: patient, choices, grid, and the current cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.analytes import analyte_named
from desktop.ui.models.labs import FROZEN, LabsModel
from desktop.ui.models.labs_grid import Choice, grid_of
from desktop.ui.views.labs_edits import LabEdits
from desktop.ui.widgets.lab_grid import LabGrid

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.session import Session


class LabsDesk(QObject):
    """Keeps the grid in line with dossier, choices and drafts.

    ``refreshed`` tells that the grid was made anew, ``told`` carries a level and a sentence
    for the user; an empty sentence takes the last one away.
    """

    refreshed = Signal()
    told = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.edits = LabEdits(session)
        self.model = LabsModel(self)
        self.view = LabGrid(self.model)
        self.grid: Grid | None = None
        self.choice = Choice(units=session.units)
        self._dossier: Dossier | None = None

    @property
    def case(self) -> Case | None:
        """The patient who is shown."""
        return self._dossier.case if self._dossier else None

    def show_dossier(self, dossier: Dossier | None) -> bool:
        """Show a patient, or the same one after a change; True for another one than before."""
        before, now = self.case, dossier.case if dossier else None
        is_other = before is None or now is None or before.patient.id != now.patient.id
        self._dossier = dossier
        if is_other:
            self.choice = replace(self.choice, added=(), new=())
        self.choice = replace(self.choice, units=self.session.units)
        registry = self.session.registry
        self.model.is_read_only = not self.session.may("change")
        self.model.signed = registry.signatures(now.patient.id) if registry and now else {}
        self.refresh()
        if is_other:
            self.view.tables.scroll_to_newest()
            self._put_at_start()
        return is_other

    def refresh(self) -> None:
        """Make the grid anew from the dossier, the choices and the drafts."""
        place = self.view.place
        self.grid = self._made(self._dossier) if self._dossier else None
        self.view.show_grid(self.grid)
        self._keep_place(place)
        self.refreshed.emit()

    def follow_drafts(self) -> None:
        """Make the grid anew where a draft came or went; stored results have done so already."""
        grid = self.grid
        if grid is None:
            return
        shown = {at: draft.text for at, draft in grid.drafts.items()}
        kept = {at: draft.text for at, draft in self.edits.drafts(grid.case).items()}
        if shown != kept:
            self.refresh()

    def _made(self, dossier: Dossier) -> Grid:
        drafts = self.edits.drafts(dossier.case)
        rows = tuple(row.partition("|")[0] for row, _ in drafts)
        added = (*self.choice.added, *(key for key in rows if analyte_named(key)))
        grid = grid_of(dossier, replace(self.choice, added=added), drafts)
        self.edits.explain(grid, drafts)
        if self.grid is not None:
            grid.take_over(self.grid)
        return grid

    def _keep_place(self, place: tuple[int, int]) -> None:
        """Where the cell of the user is gone, the one that stands there now."""
        if self.view.place[0] >= 0 or place[0] < 0:
            return
        row = min(place[0], self.model.rowCount() - 1)
        column = min(place[1], self.model.columnCount() - 1)
        if row >= 0 and column >= FROZEN:
            self.view.put((row, column), scroll=False)

    def _put_at_start(self) -> None:
        """The first test in the newest column."""
        rows = self.grid.rows if self.grid else ()
        first = next((n for n, row in enumerate(rows) if row.is_editable), -1)
        last = self.model.columnCount() - 1
        if first >= 0 and last >= FROZEN:
            self.view.put((first, last), scroll=False)
            self.view.table.verticalScrollBar().setValue(0)

    def choose(
        self,
        *,
        years: float | None = None,
        only_filled: bool | None = None,
        added: str = "",
        new: tuple[str, ...] | None = None,
    ) -> None:
        """Change what is shown."""
        old = self.choice
        self.choice = replace(
            old,
            years=old.years if years is None else years,
            only_filled=old.only_filled if only_filled is None else only_filled,
            added=(*old.added, added) if added else old.added,
            new=old.new if new is None else tuple(dict.fromkeys(new)),
        )
        self.refresh()

    def follow_units(self) -> None:
        """Show the units of the session; nothing that is stored changes."""
        self.view.finish_editing()
        self.choice = replace(self.choice, units=self.session.units)
        self.refresh()

    def focus(self) -> None:
        """Put the keyboard into the grid."""
        self.view.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cell(self, row: int, column: int) -> tuple[Row, Column] | None:
        """Row and column of a cell; None for headings of groups and frozen columns."""
        own, sampled = self.model.row_at(row), self.model.column_at(column)
        return (own, sampled) if own and sampled and own.kind != "group" else None

    def current(self) -> tuple[Row, Column] | None:
        """Row and column where the user is."""
        return self.cell(*self.view.place)

    def lab(self) -> LabResult | None:
        """The result where the user is."""
        current = self.current()
        return self.grid.lab(*current) if self.grid and current else None

    def chosen(self) -> list[tuple[Row, Column]]:
        """The chosen cells."""
        found = (self.cell(*place) for place in self.view.selected())
        return [cell for cell in found if cell is not None]

    def labs_of(self, column: Column) -> list[LabResult]:
        """The results of a column, also those of rows that are not shown."""
        if self.grid is None:
            return []
        found = (self.grid.lab(row, column) for row in self.grid.rows)
        return [lab for lab in found if lab is not None]

    def go_to_time(self, when: str) -> None:
        """Go to the column of a time, in the row where the user is or the first one."""
        if self.grid is None:
            return
        column = next((one for one in self.grid.columns if one.when == when), None)
        current = self.current()
        row = next((one for one in self.grid.rows if one.is_editable), None)
        if current is not None and current[0].is_editable:
            row = current[0]
        if row is not None and column is not None:
            self.view.go_to((row.key, column.key))
        self.focus()

    def open_column(self, when: str) -> None:
        """Make a column for a time, or go to the one there is."""
        self.choose(new=(*self.choice.new, when))
        self.go_to_time(when)

    def go_to_record(self, record_id: str) -> bool:
        """Go to a result, all years shown if need be; False where the patient has no such."""
        if self.grid is None:
            return False
        if self.grid.at(record_id) is None and self.choice.years:
            self.choose(years=0.0)
        at = self.grid.at(record_id)
        if at is None or not self.view.go_to(at):
            return False
        self.focus()
        return True

    def go_to_test(self, analyte: str) -> None:
        """Go to the row of a test, at its newest result; a row is added where there is none."""
        known = analyte_named(analyte)
        if self.grid is None or known is None:
            return
        if not any(row.analyte == known.key for row in self.grid.rows):
            self.choose(added=known.key)
        row = next(row for row in self.grid.rows if row.analyte == known.key)
        filled = [one for one in self.grid.columns if self.grid.is_filled(row, one)]
        columns = filled or list(self.grid.columns)
        if columns:
            self.view.go_to((row.key, columns[-1].key))
        self.focus()

    def next_problem(self, step: int) -> bool:
        """Go to the next (1) or the previous (-1) cell that needs a look; False without any."""
        found = self.grid.problems() if self.grid else []
        if not found:
            return False
        at = self.view.current_at()
        here = found.index(at) if at in found else (-1 if step > 0 else 0)
        self.view.go_to(found[(here + step) % len(found)])
        self.focus()
        return True
