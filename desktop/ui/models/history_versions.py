"""Every state that one record ever had, newest first, as a Qt table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.language import mark, say
from desktop.ui.models.history import entry_words, moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.db.past import Version
    from desktop.domain.records import Record

    Index = QModelIndex | QPersistentModelIndex

TITLES = (mark("Since"), mark("By"), mark("Version"), mark("Entry"))


class VersionsModel(QAbstractTableModel):
    """The versions of one record; the first is the present one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.versions: tuple[Version, ...] = ()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show the versions of another record."""
        self.beginResetModel()
        self.versions = tuple(versions)
        self.endResetModel()

    @property
    def present(self) -> Record | None:
        """The record as it is now; None where it was removed."""
        return self.versions[0].record if self.versions else None

    def version_at(self, row: int) -> Version | None:
        """The version of a row."""
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def word_at(self, row: int) -> str:
        """Now, earlier, or removed."""
        if self.versions[row].record is None:
            return say("Removed")
        return say("Now") if row == 0 else say("Earlier")

    def rowCount(self, parent: Index | None = None) -> int:
        """How many versions there are."""
        return 0 if parent is not None and parent.isValid() else len(self.versions)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; screen readers hear the whole version with its first cell."""
        version = self.version_at(index.row())
        if version is None:
            return None
        said = entry_words(version.record, with_kind=False) if version.record else say("not there")
        texts = (moment(version.at), version.who, self.word_at(index.row()), said)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(texts) if index.column() == 0 else texts[index.column()]
        return None
