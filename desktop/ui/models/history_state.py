"""The records of one kind as they were at a time, as a Qt table without any editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.columns import IDENTITIES, PATIENTS, TABLES
from desktop.domain.language import say
from desktop.ui.forms.words import NOT_RECORDED, TABLE_TITLES, column_name, table_name
from desktop.ui.models.history_fields import field_text
from desktop.ui.models.records import MERGED, records_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.case import Case
    from desktop.domain.columns import Column, Table
    from desktop.domain.records import Record

    Index = QModelIndex | QPersistentModelIndex


def title_of(table: Table) -> str:
    """What the records of a table are called; also for patient and name."""
    return say(TABLE_TITLES[table.name]) if table.name in TABLE_TITLES else table_name(table.name)


def records_then(case: Case, table: Table) -> list[Record]:
    """The records of any table of a case, newest first."""
    if table is PATIENTS:
        return [case.patient]
    if table is IDENTITIES:
        return [case.identity] if case.identity else []
    return records_of(case, table)


def counts_then(case: Case) -> dict[str, int]:
    """How many records of each table a case has, in the order of the tables."""
    return {table.name: len(records_then(case, table)) for table in TABLES}


class StateModel(QAbstractTableModel):
    """One kind of record; every column that holds anything."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.records: list[Record] = []
        self._columns: list[Column] = []

    def show_records(self, table: Table, records: list[Record]) -> None:
        """Show the records of a table."""
        self.beginResetModel()
        self.table, self.records = table, records
        self._columns = [
            column
            for column in table.columns
            if column.name not in MERGED and any(getattr(one, column.name) for one in records)
        ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records there were."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns held anything."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The names of the columns."""
        is_title = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if not is_title or self.table is None:
            return None
        return column_name(self.table.name, self._columns[section].name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, with its unit."""
        if self.table is None or not 0 <= index.row() < len(self.records):
            return None
        column = self._columns[index.column()]
        text = field_text(column, self.records[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = text or say(NOT_RECORDED).lower()
            return f"{column_name(self.table.name, column.name)} {said}"
        return None
