"""The laboratory grid as a Qt model: four or five frozen columns, then one per sampling."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.charts.figures import unit_text
from desktop.domain.language import say, say_count
from desktop.measures.wording import method_words
from desktop.ui.models.history import moment
from desktop.ui.models.labs_cells import spoken_cell
from desktop.ui.models.labs_entry import typed_again
from desktop.ui.models.labs_explain import cell_tip, range_tip
from desktop.ui.models.labs_words import spoken_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.audit import Signature
    from desktop.ui.models.labs_cells import CellView
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import At, Grid
    from desktop.ui.models.labs_rows import Row

    Index = QModelIndex | QPersistentModelIndex

SIGNED = "✓"
"""The sign of a result that somebody has seen and signed."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Joined once: Qt asks for the flags of every cell that it paints, twice.
HEADING = Qt.ItemFlag.ItemIsEnabled
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
TYPED = READ | Qt.ItemFlag.ItemIsEditable


class Frozen(IntEnum):
    """The columns that stay in sight."""

    TEST = 0
    UNIT = 1
    RANGE = 2
    TARGET = 3
    TREND = 4


FROZEN = len(Frozen)


class LabsModel(QAbstractTableModel):
    """Shows one ``Grid``; ``typed`` carries a text typed into a cell, by row and column.

    The model stores nothing: what was typed comes back with the next grid. ``signed`` tells who
    signed which result, by its id; ``is_read_only`` lets nobody type.
    """

    typed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self.is_read_only = False
        self.signed: Mapping[str, Signature] = {}
        self._trends: dict[str, str] = {}

    def show_grid(self, grid: Grid | None) -> bool:
        """Show another state; True if rows or columns are other ones than before."""
        self._trends.clear()
        if grid is not None and self.grid is not None and _shape(grid) == _shape(self.grid):
            self.grid = grid
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return False
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()
        return True

    def row_at(self, row: int) -> Row | None:
        """A row by its number."""
        return self.grid.rows[row] if self.grid and 0 <= row < len(self.grid.rows) else None

    def column_at(self, column: int) -> Column | None:
        """A sampling by the number of its column; None for a frozen one."""
        place = column - FROZEN
        if self.grid is None or not 0 <= place < len(self.grid.columns):
            return None
        return self.grid.columns[place]

    def view(self, row: int, column: int) -> CellView | None:
        """What a cell of a sampling says."""
        own, sampled = self.row_at(row), self.column_at(column)
        if self.grid is None or own is None or sampled is None or own.kind == "group":
            return None
        return self._seen(self.grid, own, sampled)

    def _seen(self, grid: Grid, row: Row, column: Column) -> CellView:
        """What a cell says, with the sign of a result that was signed."""
        seen = grid.view(row, column)
        if not self.signed or self._signature(grid, row, column) is None:
            return seen
        spoken = f"{seen.spoken}, {say('signed')}"
        return replace(seen, marks=f"{seen.marks}{SIGNED}", spoken=spoken)

    def _signature(self, grid: Grid, row: Row, column: Column) -> Signature | None:
        lab = grid.lab(row, column)
        return self.signed.get(lab.id) if lab else None

    def _tip(self, grid: Grid, row: Row, column: Column) -> str:
        signed = self._signature(grid, row, column)
        tip = cell_tip(grid, row, column)
        if signed is None:
            return tip
        return f"{tip}\n{say('Signed by {who}, {time}', who=signed.who, time=moment(signed.at))}"

    def number_of(self, at: At) -> tuple[int, int] | None:
        """Row and column numbers of a cell by its keys."""
        if self.grid is None:
            return None
        row = next((n for n, one in enumerate(self.grid.rows) if one.key == at[0]), None)
        column = next((n for n, one in enumerate(self.grid.columns) if one.key == at[1]), None)
        return None if row is None or column is None else (row, column + FROZEN)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are, headings of groups included."""
        is_child = parent is not None and parent.isValid()
        return 0 if is_child or self.grid is None else len(self.grid.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are, the frozen ones included."""
        is_child = parent is not None and parent.isValid()
        return 0 if is_child or self.grid is None else FROZEN + len(self.grid.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the frozen columns; date and age of a sampling."""
        if self.grid is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if orientation == Qt.Orientation.Vertical:
            own = self.row_at(section)
            return own.name if own else None
        sampled = self.column_at(section)
        if sampled is None:
            return frozen_title(section, self.grid) if section < FROZEN else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{sampled.title}\n{sampled.subtitle}".strip()
        count = say_count(sampled.results, "{n} result", "{n} results")
        return say("{time}, {age}, {count}", time=sampled.spoken, age=sampled.age, count=count)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Results can be edited, computed values only read, headings do nothing."""
        row = self.row_at(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.kind == "group":
            return HEADING
        is_open = row.is_editable and not self.is_read_only
        return TYPED if is_open and index.column() >= FROZEN else READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and its words for tooltips and screen readers."""
        if self.grid is None or not index.isValid():
            return None
        row = self.grid.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() >= FROZEN else LEFT
        column = self.column_at(index.column())
        if column is None:
            return self._frozen(row, index.column(), role)
        if row.kind == "group":
            return None
        return self._sampled(row, column, role)

    def _sampled(self, row: Row, column: Column, role: int) -> object:
        assert self.grid is not None  # noqa: S101 - data() has looked
        if role == Qt.ItemDataRole.DisplayRole:
            view = self.grid.view(row, column)
            return " ".join(part for part in (view.text, view.flag) if part)
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.grid, row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(row, column, self._seen(self.grid, row, column))
        return None

    def edit_text(self, row: Row, column: Column) -> str:
        """The text with which editing a cell begins: a draft, or the result as entered."""
        assert self.grid is not None  # noqa: S101 - a cell has a grid
        if draft := self.grid.drafts.get((row.key, column.key)):
            return draft.text
        lab = self.grid.lab(row, column)
        return typed_again(lab, row.unit) if lab else ""

    def _frozen(self, row: Row, column: int, role: int) -> object:
        if row.kind == "group":
            is_name = column == Frozen.TEST and role in _TEXTS
            return row.name if is_name else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._frozen_text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._frozen_words(row, column)
        return None

    def _frozen_text(self, row: Row, column: int) -> str:
        assert self.grid is not None  # noqa: S101 - data() has looked
        if column == Frozen.TEST:
            return row.name
        if column == Frozen.UNIT:
            return unit_text(row.unit) if row.analyte else ""
        if column == Frozen.RANGE:
            return self.grid.range_text(row)
        return self.grid.target_text(row) if column == Frozen.TARGET else ""

    def _frozen_words(self, row: Row, column: int) -> str:
        assert self.grid is not None  # noqa: S101 - data() has looked
        if column == Frozen.TEST:
            if row.kind == "calculated":
                return say(
                    "{test}, calculated: {method}", test=row.name, method=method_words(row.method)
                )
            return row.name
        if column == Frozen.UNIT:
            return spoken_unit(row.unit)
        if column == Frozen.RANGE:
            return range_tip(self.grid, row)
        if column == Frozen.TARGET:
            target = self.grid.target_text(row)
            return say("own target {target}", target=target) if target else say("no own target")
        return self._trend_words(row)

    def _trend_words(self, row: Row) -> str:
        if row.key not in self._trends:
            assert self.grid is not None  # noqa: S101 - data() has looked
            runs = self.grid.trend(row).runs
            values = [f"{value:.4g}" for run in runs for _, value in run]
            unit = unit_text(row.unit)
            self._trends[row.key] = (
                say("last values {values} {unit}", values=", ".join(values), unit=unit)
                if values
                else say("no values")
            )
        return self._trends[row.key]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; the page stores it and shows the grid anew."""
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        self.typed.emit(index.row(), index.column(), value)
        return True


_TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def frozen_title(column: int, grid: Grid) -> str:
    """The header of a frozen column; the range says for which age it is."""
    if column == Frozen.RANGE:
        age = next((c.age for c in reversed(grid.columns) if c.when == grid.newest), "")
        return say("Range, {age}", age=age) if age else say("Range")
    titles = {
        Frozen.TEST: say("Test"),
        Frozen.UNIT: say("Unit"),
        Frozen.TARGET: say("Own target"),
        Frozen.TREND: say("Trend"),
    }
    return titles[Frozen(column)]


def _shape(grid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(row.key for row in grid.rows), tuple(column.key for column in grid.columns)
