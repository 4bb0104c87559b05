"""The patient list as a Qt model; its columns are one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.ui.identity import sex_words, status_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.db.search import PatientRow

    Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PatientColumn:
    """One column: title, text of a row, what it is sorted by, and its width."""

    title: str
    text: Callable[[PatientRow], str]
    key: Callable[[PatientRow], str]
    width: int


def _diagnosis(row: PatientRow) -> str:
    if not row.diagnosis:
        return say("open")
    name = disorder_name(row.diagnosis)
    status = status_words(row.diagnosis_status) if row.diagnosis_status else ""
    return f"{name}, {status}" if status else name


def _born(row: PatientRow) -> str:
    return shown(parse_when(row.birth_date)) if row.birth_date else say("not recorded")


COLUMNS: tuple[PatientColumn, ...] = (
    PatientColumn(mark("Registry ID"), lambda row: row.patient_id, lambda row: row.patient_id, 130),
    PatientColumn(
        mark("Name"), lambda row: row.name or say("not recorded"), lambda row: row.name, 260
    ),
    PatientColumn(mark("Born"), _born, lambda row: row.birth_date, 120),
    PatientColumn(
        mark("Sex"),
        lambda row: sex_words(row.sex),
        lambda row: row.sex,
        100,
    ),
    PatientColumn(
        mark("MRN"), lambda row: row.mrn or say("not recorded"), lambda row: row.mrn, 140
    ),
    PatientColumn(mark("Diagnosis"), _diagnosis, lambda row: row.diagnosis, 380),
)
"""What the list shows, from left to right."""


class PatientsModel(QAbstractTableModel):
    """The patients that match the search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PatientRow] = []
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: list[PatientRow]) -> None:
        """Replace all rows, in the order chosen by the user."""
        self.beginResetModel()
        self.rows = self._sorted(rows)
        self.endResetModel()

    def _sorted(self, rows: list[PatientRow]) -> list[PatientRow]:
        if self._sorting is None:
            return rows
        column, order = self._sorting
        backward = order == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=COLUMNS[column].key, reverse=backward)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if 0 <= column < len(COLUMNS):
            self._sorting = (column, order)
            self.show_rows(self.rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many patients match."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns the list has."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(COLUMNS[section].title)
        return None

    def text_at(self, row: int, column: int) -> tuple[str, bool]:
        """The text of a cell, and whether anything is recorded; for the delegate."""
        patient, shown_column = self.rows[row], COLUMNS[column]
        return shown_column.text(patient), bool(shown_column.key(patient))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and a whole sentence for screen readers."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(column.title)} {column.text(row)}"
        return None
