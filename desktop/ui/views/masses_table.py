"""The table of masses on screen: two lines per mass, the growth as a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
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
from desktop.ui.models.masses import (
    COMPLAINTS,
    FIRST,
    GROWTH,
    MASS,
    SITE,
    SIZE,
    TREND,
    VOLUME,
    MassesModel,
    cell_of,
    trend_text,
)
from desktop.ui.plot_symbols import paint_symbol
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.mass_list import paint_chip
from desktop.ui.widgets.painting import choose_by_row, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.models.masses_lines import MassLine

    Index = QModelIndex | QPersistentModelIndex

WIDTHS = {MASS: 54, FIRST: 95, SIZE: 194, VOLUME: 86, GROWTH: 166, TREND: 92, COMPLAINTS: 108}
LEAST_SITE = 124
ROW, COMPACT_ROW, HEAD = 42, 38, 28
MOST_ROWS, COMPACT_MOST = 5.5, 3.5
"""Rows in sight before the table scrolls; the half one shows that it does."""


class MassesDelegate(QStyledItemDelegate):
    """Paints a cell as a line and a quieter one below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The least height of two lines; the table gives all rows the same."""
        return QSize(40, theme().px(COMPACT_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, MassesModel)  # noqa: S101 - this delegate belongs to that model
        line = model.lines[index.row()]
        area, current = QRectF(option.rect), theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, current.color("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, current.color("hover"))
        painter.setPen(QPen(current.color("line"), 1))
        painter.drawLine(area.bottomLeft() - QPointF(0, 0.5), area.bottomRight() - QPointF(0, 0.5))
        if index.column() == MASS:
            _paint_mass(painter, area, line)
        elif index.column() == TREND:
            paint_chip(painter, area, line.row, text=trend_text(line))
        else:
            _paint_lines(painter, area, line, index.column())
        painter.restore()


def _paint_mass(painter: QPainter, area: QRectF, line: MassLine) -> None:
    middle = area.center().y()
    at = QPointF(area.left() + 14, middle)
    paint_symbol(painter, line.symbol, at, 10, theme().color(line.color))
    room = area.adjusted(25, 0, 0, 0)
    write(painter, room, line.mass_id, theme().font(12.5, 600), "ink")


def _paint_lines(painter: QPainter, area: QRectF, line: MassLine, column: int) -> None:
    first, second = cell_of(line, column)
    current = theme()
    is_unknown = not _is_known(line, column)
    weight = 600 if column == VOLUME and not is_unknown else 400
    font = current.font(12.5, weight, italic=is_unknown)
    room = area.adjusted(8, 0, -6, 0)
    is_right = column == VOLUME
    small = current.font(11, italic=column == SIZE and bool(line.row.unassessed))
    if not second:
        write(painter, room, first, font, "ink2" if is_unknown else "ink", is_right=is_right)
        return
    half = area.height() / 2
    upper = QRectF(room.left(), area.top() + 3, room.width(), half - 3)
    lower = QRectF(room.left(), area.top() + half - 1, room.width(), half - 3)
    write(painter, upper, first, font, "ink2" if is_unknown else "ink", is_right=is_right)
    write(painter, lower, second, small, "ink3", is_right=is_right)


def _is_known(line: MassLine, column: int) -> bool:
    """False where the cell says that something is not known."""
    if column == VOLUME:
        return line.row.has_number
    if column == GROWTH:
        return line.growth[0][:1] in "+\N{MINUS SIGN}0123456789"
    if column == COMPLAINTS:
        return line.complaint != "too_few"
    return True


class MassesTable(QTableView):
    """The table; ``picked`` carries the id of the mass whose row was chosen."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.masses = MassesModel(self)
        self._is_compact = False
        self.setModel(self.masses)
        self.setItemDelegate(MassesDelegate(self))
        self.setAccessibleName(say("Masses"))
        choose_by_row(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalHeader().setMinimumSectionSize(16)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 0 6px 0 8px; }")
        self.selectionModel().currentRowChanged.connect(self._pick)
        theme_signals.changed.connect(self._size)
        self._size()

    def show_lines(self, lines: Sequence[MassLine]) -> None:
        """List these masses."""
        self.masses.show_lines(lines)
        self.setAccessibleDescription(" ".join(line.row.spoken for line in lines))
        self._fit()

    def compact(self, is_compact: bool) -> None:
        """Lower rows, and fewer of them in sight."""
        self._is_compact = is_compact
        self._size()

    def _size(self) -> None:
        current, header = theme(), self.horizontalHeader()
        header.setFixedHeight(current.px(HEAD))
        header.setHighlightSections(False)
        row = COMPACT_ROW if self._is_compact else ROW
        self.verticalHeader().setDefaultSectionSize(current.px(row))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS.items():
            header.resizeSection(column, current.px(width))
        self._fit_site()
        self._fit()

    def _fit_site(self) -> None:
        """Give the site what the other columns leave; with large text the table scrolls."""
        rest = self.viewport().width() - sum(theme().px(width) for width in WIDTHS.values())
        self.horizontalHeader().resizeSection(SITE, max(rest, theme().px(LEAST_SITE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the site to the new width."""
        super().resizeEvent(event)
        self._fit_site()
        self._fit()

    def _fit(self) -> None:
        most = COMPACT_MOST if self._is_compact else MOST_ROWS
        shown = min(float(max(len(self.masses.lines), 1)), most)
        row = self.verticalHeader().defaultSectionSize()
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        height = round(theme().px(HEAD) + shown * row) + 2 * self.frameWidth() + bar
        self.setFixedHeight(height)

    def select(self, mass_id: str) -> None:
        """Choose the row of a mass without telling anybody; an unknown id clears the choice."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        row = self.masses.row_of(mass_id)
        if row >= 0:
            index = self.masses.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.viewport().update()

    def _pick(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.masses.lines[current.row()].mass_id)
