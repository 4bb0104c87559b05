"""The history of the chosen mass: measurements in columns, operations over the whole width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.icons import pixmap
from desktop.ui.models.masses_history import (
    CHANGE,
    DATE,
    HEADINGS,
    METHOD,
    RIGHT,
    VOLUME,
    HistoryModel,
)
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.painting import choose_by_row, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop.ui.models.masses_history import HistoryRow

    Index = QModelIndex | QPersistentModelIndex

WIDTHS = {DATE: 92, METHOD: 62, VOLUME: 38, CHANGE: 84}
ROW, HEAD = 27, 28
ICONS = {"surgery": "scissors", "event": "calendar", "unassessed": "circle-dashed"}


class HistoryDelegate(QStyledItemDelegate):
    """Paints measurements cell by cell, and all other rows as one line with an icon."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(40, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, or a row that spans all."""
        model = index.model()
        assert isinstance(model, HistoryModel)  # noqa: S101 - this delegate belongs to that model
        row, area, current = model.rows[index.row()], QRectF(option.rect), theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, current.color("selected"))
        elif row.kind == "surgery":
            painter.fillRect(area, current.color("head"))
        painter.setPen(QPen(current.color("line"), 1))
        painter.drawLine(area.bottomLeft() - QPointF(0, 0.5), area.bottomRight() - QPointF(0, 0.5))
        if row.cells:
            _paint_cell(painter, area, row, index.column())
        elif index.column() == DATE:
            _paint_whole(painter, area, row)
        painter.restore()


def _paint_cell(painter: QPainter, area: QRectF, row: HistoryRow, column: int) -> None:
    current = theme()
    is_absent = column != DATE and row.cells[VOLUME] == say("ND")
    is_back = column == CHANGE and row.cells[CHANGE] in {say("recurrence"), say("residual")}
    weight = 600 if column == VOLUME or is_back else 400
    font = current.font(12.5, weight, italic=is_absent and column not in (METHOD, VOLUME))
    token = "grow" if is_back else "ink2" if column == METHOD else "ink"
    room = area.adjusted(8 if column == DATE else 4, 0, -2 if column == DATE else -5, 0)
    write(painter, room, row.cells[column], font, token, is_right=column in RIGHT)


def _paint_whole(painter: QPainter, area: QRectF, row: HistoryRow) -> None:
    current = theme()
    at = QPointF(area.left() + 10, area.center().y() - 7)
    painter.drawPixmap(at, pixmap(ICONS[row.kind], "ink2", 14))
    is_quiet = row.kind == "unassessed"
    font = current.font(12.5, 400 if is_quiet else 600, italic=is_quiet)
    room = area.adjusted(32, 0, -6, 0)
    said = f"{row.when} {row.text}"
    write(painter, room, said, font, "ink2" if is_quiet else "ink")
    rest = room.adjusted(QFontMetricsF(font).horizontalAdvance(said) + 8, 0, 0, 0)
    if row.note and rest.width() > 24:
        write(painter, rest, row.note, current.font(12), "ink3")


class HistoryTable(QTableView):
    """The rows of one mass; ``opened`` carries the id of the record behind a row (Enter)."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = HistoryModel(self)
        self.setModel(self.history)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(say("History of the mass"))
        choose_by_row(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().setMinimumSectionSize(16)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 0 5px 0 6px; }")
        self.doubleClicked.connect(lambda _index: self._open())
        copy = QShortcut(QKeySequence.StandardKey.Copy, self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_all)
        for keys in ("Return", "Enter"):
            enter = QShortcut(QKeySequence(keys), self)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self._open)
        theme_signals.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        current, header = theme(), self.horizontalHeader()
        header.setFixedHeight(current.px(HEAD))
        header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(current.px(ROW))
        for column in range(len(HEADINGS)):
            is_wide = column not in WIDTHS
            mode = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if not is_wide:
                header.resizeSection(column, current.px(WIDTHS[column]))

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """List these rows; all but measurements take the whole width."""
        self.clearSpans()
        self.history.show_rows(rows)
        for place, row in enumerate(rows):
            if not row.cells:
                self.setSpan(place, 0, 1, len(HEADINGS))
        self.setAccessibleDescription(". ".join(row.spoken for row in rows))

    def choose(self, record: str) -> bool:
        """Choose the row of a record; False where there is none."""
        row = self.history.row_of(record)
        if row >= 0:
            self.setCurrentIndex(self.history.index(row, 0))
        return row >= 0

    def _open(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(self.history.rows[index.row()].record)

    def copy_all(self) -> None:
        """Put the table on the clipboard, with tabs between the columns."""
        lines = ["\t".join(say(heading) for heading in HEADINGS)]
        for row in self.history.rows:
            cells = row.cells or (row.when, row.text, row.note)
            lines.append("\t".join(cells))
        QGuiApplication.clipboard().setText("\n".join(lines))
