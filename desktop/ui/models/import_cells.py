"""Tables of the import as a Qt model: cells with a tone, a reason, and words for the ear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.domain.language import say
from desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

Tone = Literal["", "error", "warning", "ok"]
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
_ICONS = {
    "error": ("alert-octagon-filled", "stop"),
    "warning": ("alert-triangle", "warn"),
    "ok": ("circle-check-filled", "ok"),
}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell: its text, how it stands, why, and whether an icon says so too."""

    text: str
    tone: Tone = ""
    why: str = ""
    has_icon: bool = False
    is_number: bool = False


Line = tuple[CellView, ...]


class CellsModel(QAbstractTableModel):
    """Lines of cells under headings."""

    def __init__(self, headings: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = tuple(headings)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line], headings: Sequence[str] | None = None) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self.lines = lines
        if headings is not None:
            self.headings = tuple(headings)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """The lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """The headings."""
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings on top."""
        is_top = orientation == Qt.Orientation.Horizontal
        if is_top and role == Qt.ItemDataRole.TextAlignmentRole and self._is_number(section):
            return _RIGHT
        if is_top and role == Qt.ItemDataRole.DisplayRole and section < len(self.headings):
            return self.headings[section]
        return None

    def _is_number(self, column: int) -> bool:
        return bool(self.lines) and self.lines[0][column].is_number

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        cell = self.lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (cell.text, cell.why) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell, index.column())
        if role == TONE_ROLE:
            return "" if cell.has_icon else cell.tone
        if role == Qt.ItemDataRole.DecorationRole and cell.has_icon and cell.tone:
            name, token = _ICONS[cell.tone]
            return icon(name, token, 14)
        if role == Qt.ItemDataRole.TextAlignmentRole and cell.is_number:
            return _RIGHT
        return None

    def _spoken(self, cell: CellView, column: int) -> str:
        told = say(
            "{heading} {text}", heading=self.headings[column], text=cell.text or say("empty")
        )
        return f"{told}. {cell.why}" if cell.why else told
