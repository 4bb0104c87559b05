"""The records of one kind as a Qt model, generic over the tables of ``domain.columns``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.columns import Cell, Column, Table
from desktop.domain.language import say
from desktop.domain.when import is_when, parse_when, shown
from desktop.ui.forms.terms import entries_for, label_of
from desktop.ui.forms.words import UNITS, choice_name, column_name

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.case import Case
    from desktop.domain.records import Record

    Index = QModelIndex | QPersistentModelIndex

MERGED = frozenset({"comparator"})
"""Columns that are shown inside another one."""

ALWAYS = 3
"""So many columns are shown even where no record has a value in them."""


def records_of(case: Case, table: Table) -> list[Record]:
    """The case's records of a table, newest first, the undated last."""
    found: list[Record] = list(getattr(case, table.name))
    time = next((c.name for c in table.columns if c.cell is Cell.WHEN), "")
    if not time:
        return found
    dated = [record for record in found if case.place(getattr(record, time)) is not None]
    undated = [record for record in found if case.place(getattr(record, time)) is None]
    return sorted(dated, key=lambda one: case.order(getattr(one, time)), reverse=True) + undated


def cell_text(column: Column, record: Record) -> str:
    """A cell for people: labels for keys, dates with the month in letters, units behind sizes."""
    cell = str(getattr(record, column.name))
    if column.name == "value" and hasattr(record, "comparator"):
        cell = f"{record.comparator}{cell}"
    if not cell:
        return ""
    if column.cell is Cell.WHEN and is_when(cell):
        return shown(parse_when(cell))
    if column.cell is Cell.CHOICE:
        return choice_name(column.name, cell)
    if entries := entries_for(column.cell):
        return label_of(cell, entries)
    return f"{cell} {UNITS[column.name]}" if column.name in UNITS else cell


class RecordsModel(QAbstractTableModel):
    """One patient's records of one kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.records: list[Record] = []
        self._columns: list[Column] = []

    def show_records(self, table: Table, records: list[Record]) -> None:
        """Show the records of a table, with the columns that hold anything."""
        self.beginResetModel()
        self.table = table
        self.records = records
        shown_columns = [c for c in table.columns if c.name not in MERGED]
        self._columns = [
            column
            for place, column in enumerate(shown_columns)
            if place < ALWAYS or any(getattr(record, column.name) for record in records)
        ]
        self.endResetModel()

    def row_of(self, record_id: str) -> int:
        """Where a record stands; -1 where it does not."""
        return next((n for n, record in enumerate(self.records) if record.id == record_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records there are."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns hold anything."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or self.table is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_name(self.table.name, self._columns[section].name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; numbers stand at the right."""
        column, record = self._columns[index.column()], self.records[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(column, record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and self.table is not None:
            said = cell_text(column, record) or say("not recorded")
            return f"{column_name(self.table.name, column.name)} {said}"
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        is_number = self._columns[column].cell in (Cell.NUMBER, Cell.SIZE)
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
