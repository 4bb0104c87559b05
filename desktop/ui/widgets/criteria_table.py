"""The table of criteria: a row for each argument, its evidence a link to the record.

Enter (or a click on the link) goes to the evidence; where nothing is recorded, to the form in
which it is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.domain.language import say
from desktop.ui.models.criteria import EVIDENCE, SOURCE, STATUS_COLUMN, TEXT, WHEN, CriteriaModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.source_chips import chip_places, paint_chip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.sources import Source

    Index = QModelIndex | QPersistentModelIndex

WIDTHS = {STATUS_COLUMN: (92, 90), WHEN: (94, 92), SOURCE: (104, 78)}
"""Widths of the narrow columns: in the usual card, and in a narrow one."""
NARROW_BELOW = 560
INSET = 6
AIR = 4
LEAST_ROWS = 72


class TextDelegate(QStyledItemDelegate):
    """Leaves some air above and below the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words in the width of the column, and some air."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * INSET, 0)  # as the style sheet pads
        return super().sizeHint(narrower, index) + QSize(0, 2 * AIR)


class ChipDelegate(QStyledItemDelegate):
    """Paints the chips of the last column."""

    def __init__(self, table: CriteriaTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as all chips of the criterion."""
        del option
        width = self._table.columnWidth(index.column())
        places = self._places(index, QPointF(0, 0), width)
        return QSize(width, round(max((rect.bottom() for rect, _ in places), default=0)) + INSET)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground, then the chips."""
        super().initStyleOption(option, index)
        option.text = ""
        self._table.style().drawControl(
            self._table.style().ControlElement.CE_ItemViewItem, option, painter, self._table
        )
        corner = QPointF(option.rect.topLeft())
        for rect, one in self._places(index, corner, option.rect.width()):
            paint_chip(painter, rect, one)

    def _places(
        self, index: Index, corner: QPointF, width: float
    ) -> Iterator[tuple[QRectF, Source]]:
        sources = self._table.criteria.sources(index.row())
        return chip_places(sources, width - 2 * INSET, corner + QPointF(INSET, INSET))


class CriteriaTable(QTableView):
    """The criteria of the chosen disorder; ``followed`` carries the row whose link was taken."""

    followed = Signal(int)
    row_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.criteria = CriteriaModel(self)
        self.setObjectName("criteria")
        self.setAccessibleName(say("Criteria of the chosen disorder"))
        self.setAccessibleDescription(say("Enter shows the evidence in the record."))
        self.setModel(self.criteria)
        self.setItemDelegate(TextDelegate(self))
        self.setItemDelegateForColumn(SOURCE, ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._dress_header()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        theme_signals.changed.connect(self._size_columns)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the headings and four lines."""
        rows = self.horizontalHeader().sizeHint().height() + theme().px(LEAST_ROWS)
        return super().minimumSizeHint().expandedTo(QSize(0, rows))

    def fit(self) -> None:
        """Give each row the height of its texts, once the columns have their widths."""
        self._size_columns()
        self.resizeRowsToContents()

    def _size_columns(self) -> None:
        """Texts share what the narrow columns leave; in a narrow card those yield first."""
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        room = self.viewport().width()
        is_narrow = room < theme().px(NARROW_BELOW)
        taken = 0
        for column, widths in WIDTHS.items():
            wide = theme().px(widths[int(is_narrow)])
            self.setColumnWidth(column, wide)
            taken += wide
        rest = max(room - taken, theme().px(180))
        self.setColumnWidth(TEXT, rest // 2)
        self.setColumnWidth(EVIDENCE, rest - rest // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()
            self._fitting.start(0)

    def _tell_row(self) -> None:
        self.row_chosen.emit(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the evidence."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.followed.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the link follows it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index.column() == WHEN and index.data():
            self.followed.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a link."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_link = index.isValid() and index.column() == WHEN and bool(index.data())
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
