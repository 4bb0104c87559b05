"""The criteria of one disorder as a Qt model: status in icon and word, evidence, date, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop.domain.language import mark, say
from desktop.ui.icons import icon
from desktop.ui.models.evidence import Proof, proofs_of
from desktop.ui.sources import source_words, sources_of
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Criterion, Status
    from desktop.ui.sources import Source

    Index = QModelIndex | QPersistentModelIndex

SHOWN_REASONS = 1
HEADER = (
    mark("Status"),
    mark("Criterion"),
    mark("Evidence"),
    mark("When"),
    mark("Source"),
)
STATUS_COLUMN, TEXT, EVIDENCE, WHEN, SOURCE = range(5)
_WEIGHTS: Mapping[str, str] = {"decisive": mark("decisive")}


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a status is shown: word, icon and color token; never by color alone."""

    word: str
    icon: str
    token: str


STATUS: Mapping[Status, StatusLook] = {
    "met": StatusLook(mark("Met"), "circle-check-filled", "ok"),
    "not_met": StatusLook(mark("Not met"), "circle-x", "ink2"),
    "unknown": StatusLook(mark("Unknown"), "circle-dashed", "unk"),
}


class CriteriaModel(QAbstractTableModel):
    """The criteria of the chosen disorder, in the order of the assessment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.criteria: tuple[Criterion, ...] = ()
        self._proofs: list[tuple[Proof, ...]] = []
        self._sources: list[tuple[Source, ...]] = []

    def show_criteria(self, criteria: tuple[Criterion, ...], case: Case | None = None) -> None:
        """Replace all rows; evidence is dated from the records of the case."""
        self.beginResetModel()
        self.criteria = criteria
        self._proofs = proofs_of(criteria, case) if case else [() for _ in criteria]
        self._sources = [sources_of(criterion) for criterion in criteria]
        self.endResetModel()

    def proofs(self, row: int) -> tuple[Proof, ...]:
        """What in the record decided the criterion of a row."""
        return self._proofs[row]

    def sources(self, row: int) -> tuple[Source, ...]:
        """What the criterion of a row rests on."""
        return self._sources[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many criteria there are."""
        return 0 if parent is not None and parent.isValid() else len(self.criteria)

    def columnCount(self, parent: Index | None = None) -> int:
        """Status, criterion, evidence, when, source."""
        return 0 if parent is not None and parent.isValid() else len(HEADER)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return say(HEADER[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, icon, color and letter shape of a cell."""
        row, column = index.row(), index.column()
        if not index.isValid() or not 0 <= row < len(self.criteria):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say("{column}: {text}", column=say(HEADER[column]), text=self._text(row, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return _font(self.criteria[row], column)
        return _look(self.criteria[row], column, role)

    def _text(self, row: int, column: int) -> str:
        criterion = self.criteria[row]
        if column == STATUS_COLUMN:
            return say(STATUS[criterion.status].word)
        if column == TEXT:
            return _criterion_words(criterion)
        if column == EVIDENCE:
            return _evidence(self._proofs[row], criterion.status)
        if column == WHEN:
            return self.when(row)
        return ", ".join(one.label for one in self._sources[row])

    def when(self, row: int) -> str:
        """The link of a row: the date of its foremost evidence, or that something may be added."""
        proofs = self._proofs[row]
        if proofs:
            return proofs[0].when or say("Show")
        return say("Add…") if self.criteria[row].status == "unknown" else ""

    def _tip(self, row: int, column: int) -> str:
        if column == SOURCE:
            return source_words(self._sources[row])
        return "\n".join(proof.words for proof in self._proofs[row]) if column == EVIDENCE else ""


def _look(criterion: Criterion, column: int, role: int) -> object:
    look = STATUS[criterion.status]
    if column == STATUS_COLUMN and role == Qt.ItemDataRole.DecorationRole:
        return icon(look.icon, look.token)
    if role == Qt.ItemDataRole.ForegroundRole:
        token = {STATUS_COLUMN: look.token, WHEN: "accent"}.get(column, "")
        if not token and column == EVIDENCE and criterion.status == "unknown":
            token = "unk"  # noqa: S105 - a color token
        return theme().color(token) if token else None
    return None


def _criterion_words(criterion: Criterion) -> str:
    text = criterion.text
    if criterion.polarity == "against":
        text = say("Against: {criterion}", criterion=text)
    if criterion.weight in _WEIGHTS:
        weight = say(_WEIGHTS[criterion.weight])
        return say("{criterion} ({weight})", criterion=text, weight=weight)
    return text


def _evidence(proofs: tuple[Proof, ...], status: Status) -> str:
    """The first reasons and how many there are more; all of them stand below the table."""
    if not proofs:
        return say("not recorded") if status == "unknown" else say("from several entries")
    more = len(proofs) - SHOWN_REASONS
    told = "; ".join(proof.undated for proof in proofs[:SHOWN_REASONS])
    return say("{evidence}; and {n} more", evidence=told, n=more) if more > 0 else told


def _font(criterion: Criterion, column: int) -> QFont | None:
    is_unknown = criterion.status == "unknown"
    if column == STATUS_COLUMN:
        weight = 600 if criterion.status == "met" else 400
        return theme().font(12.5, weight, italic=is_unknown)
    if column == TEXT and criterion.status == "met":
        return theme().font(12.5, 500)
    if column == EVIDENCE and (is_unknown or not criterion.because):
        return theme().font(12.5, italic=True)
    if column == WHEN:
        font = theme().font(12.5)
        font.setUnderline(True)
        return font
    return None
