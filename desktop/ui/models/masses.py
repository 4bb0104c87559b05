"""The table of masses as a model: one row per mass, told in full to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from desktop.ui.models.masses_lines import Cell, MassLine

HEADINGS = (
    mark("Mass"),
    mark("Site"),
    mark("First seen"),
    mark("Last size"),
    mark("Volume"),
    mark("Growth per year (95 % CI)"),
    mark("Trend"),
    mark("Complaints"),
)
MASS, SITE, FIRST, SIZE, VOLUME, GROWTH, TREND, COMPLAINTS = range(len(HEADINGS))

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class MassesModel(QAbstractTableModel):
    """The masses of the open patient."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[MassLine, ...] = ()

    def show_lines(self, lines: Sequence[MassLine]) -> None:
        """Take other masses."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def row_of(self, mass_id: str) -> int:
        """The row of a mass; −1 where there is none."""
        found = (row for row, line in enumerate(self.lines) if line.mass_id == mass_id)
        return next(found, -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per mass."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """The headings."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Texts, and sentences for tooltips and screen readers."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        text = "; ".join(part for part in cell_of(line, column) if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.row.spoken if column in (MASS, TREND) else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.row.spoken if column == MASS else f"{say(HEADINGS[column])}: {text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """The headings; that of volumes stands right, like them."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == VOLUME else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def cell_of(line: MassLine, column: int) -> Cell:
    """The two lines of a cell."""
    cells: dict[int, Cell] = {
        MASS: (line.mass_id, ""),
        SITE: line.site,
        FIRST: line.first,
        SIZE: line.size,
        VOLUME: line.volume,
        GROWTH: line.growth,
        TREND: (trend_text(line), ""),
        COMPLAINTS: line.complaints,
    }
    return cells[column]


TRENDS = {
    "growing": mark("Growing"),
    "shrinking": mark("Shrinking"),
    "stable": mark("Stable"),
    "unclear": mark("Unclear"),
    "too_few": mark("Too few"),
    "gone": mark("Excised"),
    "unseen": mark("Excised"),
    "undetected": mark("Not found"),
    "merged": mark("Merged"),
}


def trend_text(line: MassLine) -> str:
    """The state on the chip."""
    return say(TRENDS[line.row.state])
