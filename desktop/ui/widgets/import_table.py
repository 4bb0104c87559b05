"""A table of the import: cells with a problem are framed, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.ui.models.import_cells import TONE_ROLE, CellsModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.painting import choose_by_row, head_at_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    Index = QModelIndex | QPersistentModelIndex

ROW = 27
_LOOKED_AT = 60
_EDGES, _SIGN, _NARROWEST = 26, 22, 46
_FRAMES = {"error": ("stopline", "stopbg", "stop"), "warning": ("warnline", "warnbg", "warn")}


class ToneDelegate(QStyledItemDelegate):
    """Draws a frame and a tint around a cell that has a problem; its words are bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        tone = str(index.data(TONE_ROLE) or "")
        if tone not in _FRAMES:
            super().paint(painter, option, index)
            return
        current = theme()
        edge, ground, ink = _FRAMES[tone]
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setPen(QPen(current.color(edge), 2))
        painter.setBrush(current.color(ground))
        painter.drawRect(area)
        font = current.font(12.5, 600)
        painter.setFont(font)
        painter.setPen(current.color(ink))
        inner = area.adjusted(9, 0, -9, 0)
        words = str(index.data() or "")
        shown = QFontMetrics(font).elidedText(
            words, Qt.TextElideMode.ElideRight, round(inner.width())
        )
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = side if isinstance(side, int) else int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inner, align, shown)
        painter.restore()


class ImportTable(QTableView):
    """Lines that can be chosen with the arrows; columns are as wide as what stands in them."""

    def __init__(self, name: str, headings: Sequence[str] = ()) -> None:
        super().__init__()
        self.cells = CellsModel(headings, self)
        self.setAccessibleName(name)
        self.setModel(self.cells)
        choose_by_row(self)
        head_at_left(self)
        self.setItemDelegate(ToneDelegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cells.modelReset.connect(self._fit)
        theme_signals.changed.connect(self._fit)
        self._most = 0
        self._fit()

    def cap(self, width: int) -> None:
        """No column is wider than so many pixels of the design, but the last."""
        self._most = width
        self._fit()

    def _fit(self) -> None:
        current = theme()
        self.verticalHeader().setDefaultSectionSize(current.px(ROW))
        head, body = QFontMetrics(current.font(12, 600)), QFontMetrics(current.font(12.5))
        for column, title in enumerate(self.cells.headings):
            widths = [head.horizontalAdvance(title)]
            for line in self.cells.lines[:_LOOKED_AT]:
                cell = line[column]
                sign = _SIGN if cell.has_icon else 0
                widths.append(body.horizontalAdvance(cell.text) + sign)
            width = max(max(widths) + _EDGES + 4, current.px(_NARROWEST))
            most = current.px(self._most) if self._most else width
            self.setColumnWidth(column, max(min(width, most), widths[0] + _EDGES + 4))

    @property
    def row(self) -> int:
        """The chosen line; -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a line."""
        if 0 <= row < self.cells.rowCount():
            self.selectRow(row)
