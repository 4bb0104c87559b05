"""The differential: each disorder with its criteria as cells, counted, never as a percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.language import mark, say
from desktop.ui.theme import theme, theme_signals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFont

    from desktop.guidance.assessment import Candidate, Standing, Status

    Index = QModelIndex | QPersistentModelIndex

INDENT = 34
SIDE = 26  # room for the scroll bar and a margin
CELL = 11
GAP = 3
CLOSED = ("unlikely", "excluded")


STANDING_WORDS: Mapping[Standing, str] = {
    "established": mark("Established"),
    "probable": mark("Probable"),
    "possible": mark("Possible"),
    "unlikely": mark("Unlikely"),
    "excluded": mark("Ruled out"),
}
"""How a disorder stands, in words; never a percentage."""


STATUS_WORDS: Mapping[Status, str] = {
    "met": mark("met"),
    "not_met": mark("not met"),
    "unknown": mark("unknown"),
}


def counts_text(candidate: Candidate) -> str:
    """``8 met, 1 not met, 3 unknown``."""
    return say(
        "{met} met, {not_met} not met, {unknown} unknown",
        met=candidate.count("met"),
        not_met=candidate.count("not_met"),
        unknown=candidate.count("unknown"),
    )


def standing_text(candidate: Candidate) -> str:
    """How a candidate stands, and the one reason for it."""
    standing = say(STANDING_WORDS[candidate.standing])
    if not candidate.reason:
        return f"{standing}."
    return say("{standing}. {reason}", standing=standing, reason=candidate.reason)


class DifferentialModel(QAbstractListModel):
    """The candidates, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates: tuple[Candidate, ...] = ()

    def show_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Replace all."""
        self.beginResetModel()
        self.candidates = candidates
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many candidates there are."""
        return 0 if parent is not None and parent.isValid() else len(self.candidates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for screen readers with standing and counts."""
        if not 0 <= index.row() < len(self.candidates):
            return None
        candidate = self.candidates[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            rank = say("Number {n}", n=index.row() + 1)
            told = (rank, candidate.name, counts_text(candidate), standing_text(candidate))
            return ". ".join(told)
        return None


class FitDelegate(QStyledItemDelegate):
    """Paints name, cells and counts, standing, and the reason."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._width = view.width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Name and reason in as many lines as they take, the cells, and the counts."""
        del option
        width = self._width() - INDENT - SIDE
        candidate = _candidate(index)
        cells = _cells_height(candidate, width)
        words = _height(candidate.name, theme().font(13, 600), width)
        for text in (counts_text(candidate), standing_text(candidate)):
            words += _height(text, theme().font(12), width)
        return QSize(200, words + cells + theme().px(21))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One candidate."""
        candidate, current = _candidate(index), theme()
        rect = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, current.color("selected"))
            bar = QRect(rect.left(), rect.top(), 4, rect.height())
            painter.fillRect(bar, current.color("accent"))
        painter.setPen(current.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_texts(painter, rect, candidate, index.row() + 1)
        painter.restore()

    def _paint_texts(self, painter: QPainter, rect: QRect, candidate: Candidate, rank: int) -> None:
        current = theme()
        room = QRect(rect.left() + INDENT, rect.top() + current.px(8), 0, rect.height())
        room.setWidth(self._width() - INDENT - SIDE)
        painter.setFont(current.font(12))
        painter.setPen(current.color("ink3"))
        painter.drawText(rect.adjusted(12, current.px(8), 0, 0), 0, str(rank))
        painter.setFont(current.font(13, 600))
        painter.setPen(current.color("ink"))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, candidate.name)
        top = room.top() + _height(candidate.name, current.font(13, 600), room.width()) + 4
        paint_cells(painter, candidate, QRectF(room.left(), top, room.width(), cell_size()))
        room.setTop(top + _cells_height(candidate, room.width()) + 1)
        painter.setFont(current.font(12))
        painter.setPen(current.color("ink2"))
        counts = counts_text(candidate)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, counts)
        room.setTop(room.top() + _height(counts, current.font(12), room.width()) + 1)
        painter.setPen(current.color("ink3" if candidate.standing in CLOSED else "ink2"))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, standing_text(candidate))


def _candidate(index: Index) -> Candidate:
    model = index.model()
    assert isinstance(model, DifferentialModel)  # noqa: S101 - the list has no other model
    return model.candidates[index.row()]


def _height(words: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(width, 80), 2000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


def cell_size() -> int:
    """The side of a cell at the chosen size of text."""
    return theme().px(CELL)


def _step() -> int:
    return cell_size() + GAP


def paint_cells(painter: QPainter, candidate: Candidate, room: QRectF) -> None:
    """One cell per criterion: filled for met, crossed for not met, dashed for unknown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    order: tuple[Status, ...] = ("met", "not_met", "unknown")
    statuses = [status for status in order for _ in range(candidate.count(status))]
    in_row = _cells_in_row(round(room.width()))
    for place, status in enumerate(statuses):
        row, column = divmod(place, in_row)
        left = room.left() + column * _step() + 0.5
        top = room.top() + row * _step() + 0.5
        paint_cell(painter, status, QRectF(left, top, cell_size() - 1, cell_size() - 1))


def _cells_in_row(width: int) -> int:
    return max(width // _step(), 1)


def _cells_height(candidate: Candidate, width: int) -> int:
    """The rows that one cell per criterion takes: none is left out."""
    counted = sum(criterion.counts_as is not None for criterion in candidate.criteria)
    rows = -(-counted // _cells_in_row(width))
    return max(rows, 1) * _step()


def paint_cell(painter: QPainter, status: Status, cell: QRectF) -> None:
    """One cell: filled, crossed or dashed."""
    current = theme()
    if status == "met":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color("okline"))
        painter.drawRoundedRect(cell, 1.5, 1.5)
        return
    pen = QPen(current.color("ink2" if status == "not_met" else "unk"), 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == "unknown":
        pen.setDashPattern([2, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square caps would close the gaps
    painter.setPen(pen)
    painter.drawRoundedRect(cell, 1.5, 1.5)
    if status == "not_met":
        by = cell.width() / 4
        inner = cell.adjusted(by, by, -by, -by)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())


class FitList(QListView):
    """The list of candidates."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("differential")
        self.setAccessibleName(say("Differential diagnosis by fit of criteria"))
        self.fits = DifferentialModel(self)
        self.setModel(self.fits)
        self.setItemDelegate(FitDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme_signals.changed.connect(self.scheduleDelayedItemsLayout)
