"""The criteria of one disorder as a Qt model: status in icon and word, evidence, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop.ui.icons import icon
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.guidance.assessment import Criterion, Status

    Index = QModelIndex | QPersistentModelIndex

SHOWN_REASONS = 2
HEADER = ("Status", "Criterion", "Evidence in this record", "Source")


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a status is shown: word, icon and color token; never by color alone."""

    word: str
    icon: str
    token: str


STATUS: dict[Status, StatusLook] = {
    "met": StatusLook("Met", "circle-check-filled", "ok"),
    "not_met": StatusLook("Not met", "circle-x", "ink2"),
    "unknown": StatusLook("Unknown", "circle-dashed", "unk"),
}


def grounds(criterion: Criterion) -> tuple[str, ...]:
    """The ids of all sources of a criterion: the source's statements, then literature."""
    return (*criterion.statements, *criterion.references)


class CriteriaModel(QAbstractTableModel):
    """The criteria of the chosen disorder, in the order of the assessment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.criteria: tuple[Criterion, ...] = ()

    def show_criteria(self, criteria: tuple[Criterion, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.criteria = criteria
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many criteria there are."""
        return 0 if parent is not None and parent.isValid() else len(self.criteria)

    def columnCount(self, parent: Index | None = None) -> int:
        """Status, criterion, evidence, source."""
        return 0 if parent is not None and parent.isValid() else len(HEADER)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADER[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, icon, color and letter shape of a cell."""
        criterion, column = self.criteria[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(criterion, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADER[column]}: {_text(criterion, column)}"
        if role == Qt.ItemDataRole.FontRole:
            return _font(criterion, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == 2:
            return "\n".join(criterion.because)
        return _status_look(criterion, role) if column == 0 else None


def _status_look(criterion: Criterion, role: int) -> object:
    look = STATUS[criterion.status]
    if role == Qt.ItemDataRole.DecorationRole:
        return icon(look.icon, look.token)
    return theme().color(look.token) if role == Qt.ItemDataRole.ForegroundRole else None


def _text(criterion: Criterion, column: int) -> str:
    if column == 0:
        return STATUS[criterion.status].word
    if column == 1:
        against = "Against: " if criterion.polarity == "against" else ""
        weight = f" ({criterion.weight})" if criterion.weight == "decisive" else ""
        return f"{against}{criterion.text}{weight}"
    if column == 2:
        return _evidence(criterion.because, criterion.status)
    return " ".join(grounds(criterion))


def _evidence(because: tuple[str, ...], status: Status) -> str:
    """The first reasons and how many there are more; all of them stand below the table."""
    if not because:
        return "not recorded" if status == "unknown" else "from several entries"
    more = len(because) - SHOWN_REASONS
    told = "; ".join(because[:SHOWN_REASONS])
    return f"{told}; and {more} more" if more > 0 else told


def _font(criterion: Criterion, column: int) -> QFont | None:
    is_unknown = criterion.status == "unknown"
    if column == 0:
        return theme().font(12.5, 400 if is_unknown else 600, italic=is_unknown)
    if column == 2 and (is_unknown or not criterion.because):
        return theme().font(12.5, italic=True)
    return None
