"""The registry's own reference ranges as an editable Qt table.

A row is in force once it is right; until then it stays on the screen with what is wrong, and
the ranges in force are those of before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.domain.analytes import analyte_label
from desktop.domain.language import mark, say
from desktop.domain.ranges import COLUMNS, RegistryRange, cells_of, first_overlap, read_range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.problems import Problem

    Index = QModelIndex | QPersistentModelIndex

TITLES: Mapping[str, str] = {
    "analyte": mark("Analyte"),
    "sex": mark("Sex"),
    "age_low_years": mark("From, y"),
    "age_high_years": mark("Before, y"),
    "low": mark("Low"),
    "high": mark("High"),
    "unit": mark("Unit"),
    "method": mark("Method"),
    "source": mark("Source"),
}
"""What the columns are called; to be said."""
WIDTHS = (136, 64, 74, 86, 58, 58, 70, 84, 84)
_NUMBERS = frozenset({"age_low_years", "age_high_years", "low", "high"})


class RangesModel(QAbstractTableModel):
    """``ready`` carries all ranges after an edit that leaves every row right."""

    ready = Signal(object)
    judged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[str, str]] = []
        self._read: list[RegistryRange | tuple[Problem, ...]] = []
        self._clash: tuple[int, int] | None = None

    def show_ranges(self, ranges: Sequence[RegistryRange]) -> None:
        """Show what is in force; what was not right is gone."""
        self.beginResetModel()
        self._rows = [dict(cells_of(one)) for one in ranges]
        self._judge()
        self.endResetModel()
        self.judged.emit()

    @property
    def ranges(self) -> tuple[RegistryRange, ...]:
        """The ranges of the rows that are right."""
        return tuple(one for one in self._read if isinstance(one, RegistryRange))

    def analyte_of(self, row: int) -> str:
        """The analyte that a row names."""
        return self._rows[row]["analyte"]

    @property
    def is_right(self) -> bool:
        """True where every row states a range, and no two hold for one result."""
        return not self._clash and all(isinstance(one, RegistryRange) for one in self._read)

    def problem_at(self, row: int) -> str:
        """What is wrong with a row, in words; empty where it is right."""
        read = self._read[row]
        if not isinstance(read, RegistryRange):
            first = read[0]
            title = say(TITLES.get(first.column, "")) if first.column in TITLES else ""
            told = f"{title}: {first.rule}" if title else first.rule
            return f"{told}. {first.accepted}." if first.accepted else f"{told}."
        if self._clash and row in self._clash:
            return say("Two rows hold for the same people. Let one end where the other begins.")
        return ""

    def first_problem(self) -> tuple[int, str] | None:
        """The first row that is not right, and why."""
        found = ((row, self.problem_at(row)) for row in range(len(self._rows)))
        return next(((row, problem) for row, problem in found if problem), None)

    def add_row(self) -> int:
        """An empty row at the end; gives its place."""
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(dict.fromkeys(COLUMNS, ""))
        self._judge()
        self.endInsertRows()
        self.judged.emit()
        return place

    def remove_row(self, row: int) -> None:
        """Take a row away."""
        if not 0 <= row < len(self._rows):
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self._judge()
        self.endRemoveRows()
        self._tell()

    def _judge(self) -> None:
        self._read = [read_range(row) for row in self._rows]
        right = [(n, one) for n, one in enumerate(self._read) if isinstance(one, RegistryRange)]
        found = first_overlap([one for _, one in right])
        self._clash = (right[found[0]][0], right[found[1]][0]) if found else None

    def _tell(self) -> None:
        self.judged.emit()
        if self.is_right:
            self.ready.emit(self.ranges)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many ranges there are, those not yet right included."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The columns of a table of ranges, and the state of the row."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS) + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return say(TITLES[COLUMNS[section]]) if section < len(COLUMNS) else say("State")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell but the state can be edited."""
        flags = super().flags(index)
        is_cell = index.isValid() and index.column() < len(COLUMNS)
        return flags | Qt.ItemFlag.ItemIsEditable if is_cell else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; the state in words."""
        if not 0 <= index.row() < len(self._rows):
            return None
        text, title = self._text(index), self.headerData(index.column(), Qt.Orientation.Horizontal)
        if role == Qt.ItemDataRole.EditRole:
            return text
        if index.column() == 0 and text:
            text = analyte_label(text)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.problem_at(index.row()) or text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title} {text}" if text else say("{title}: empty", title=title)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() < len(COLUMNS):
            is_number = COLUMNS[index.column()] in _NUMBERS
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, index: Index) -> str:
        if index.column() < len(COLUMNS):
            return self._rows[index.row()][COLUMNS[index.column()]]
        if self.problem_at(index.row()):
            return say("Not right yet")
        return say("In force") if self.is_right else say("Right, waiting")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; it comes into force once every row is right."""
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self._rows):
            return False
        column, text = COLUMNS[index.column()], str(value).strip()
        if column in _NUMBERS:
            text = text.replace(",", ".")
        if self._rows[index.row()][column] == text:
            return False
        self._rows[index.row()][column] = text
        self._judge()
        last = self.index(len(self._rows) - 1, len(COLUMNS))
        self.dataChanged.emit(self.index(0, 0), last)
        self._tell()
        return True
