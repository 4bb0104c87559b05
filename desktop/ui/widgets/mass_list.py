"""The list of masses: site with side in words, latest volume, growth in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.domain.language import mark, say
from desktop.ui.icons import pixmap
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.mass_rows import ARROWS, CHIPS, WORDS, MassRow
from desktop.ui.widgets.painting import choose_by_row, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

HEADINGS = (mark("Mass"), mark("Site"), mark("mL"), mark("Growth / year"))
MASS, SITE, VOLUME, GROWTH = range(4)
WIDTHS = {MASS: 42, VOLUME: 46, GROWTH: 89}
ROW, HEAD = 27, 26
MOST_ROWS = 6
"""Rows that are seen at once; more scroll."""

HEADER_PADDING = "QHeaderView::section { padding: 0 4px 0 6px; }"
"""Narrower than that of other tables: the card is narrow."""

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class MassModel(QAbstractTableModel):
    """The masses as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[MassRow, ...] = ()

    def show_rows(self, rows: Sequence[MassRow]) -> None:
        """Take other masses."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per mass."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Mass, site, volume, growth."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Texts, alignment, and the sentence of the mass for tooltips and screen readers."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(row)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{say(HEADINGS[column])}: {_texts(row)[column]}"
            return row.spoken if column == MASS else told
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """The headings; that of numbers stands right, like the numbers."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == VOLUME else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _texts(row: MassRow) -> tuple[str, str, str, str]:
    site = f"{row.place}, {row.remark}" if row.remark else row.place
    return row.mass_id, site, row.volume, row.chip


class MassDelegate(QStyledItemDelegate):
    """Paints the cells: the id bold, the remark quiet, the growth as a chip with its icon."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(40, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, MassModel)  # noqa: S101 - this delegate belongs to that model
        row = model.rows[index.row()]
        area = QRectF(_rect(option))
        state = _state(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(area.bottomLeft() - QPointF(0, 0.5), area.bottomRight() - QPointF(0, 0.5))
        {MASS: _paint_name, SITE: _paint_site, VOLUME: _paint_volume, GROWTH: paint_chip}[
            index.column()
        ](painter, area, row)
        painter.restore()


# The option's fields come from a base class that the stubs do not show.
def _rect(option: Any) -> Any:  # noqa: ANN401
    return option.rect


def _state(option: Any) -> Any:  # noqa: ANN401
    return option.state


def _paint_name(painter: QPainter, area: QRectF, row: MassRow) -> None:
    write(painter, area.adjusted(6, 0, 0, 0), row.mass_id, theme().font(12.5, 600), "ink")


def _paint_site(painter: QPainter, area: QRectF, row: MassRow) -> None:
    font = theme().font(12.5)
    metrics = QFontMetricsF(font)
    room = area.adjusted(6, 0, -2, 0)
    remark = f", {row.remark}" if row.remark else ""
    place = metrics.elidedText(
        row.place, Qt.TextElideMode.ElideRight, room.width() - metrics.horizontalAdvance(remark)
    )
    write(painter, room, place, font, "ink")
    write(painter, room.adjusted(metrics.horizontalAdvance(place), 0, 0, 0), remark, font, "ink3")


def _paint_volume(painter: QPainter, area: QRectF, row: MassRow) -> None:
    font = theme().font(12.5, italic=not row.has_number)
    width = QFontMetricsF(font).horizontalAdvance(row.volume)
    room = area.adjusted(max(area.width() - width - 5, 0), 0, 0, 0)
    write(painter, room, row.volume, font, "ink" if row.has_number else "ink2")


def paint_chip(painter: QPainter, area: QRectF, row: MassRow, *, text: str = "") -> None:
    """Paint the growth of a mass as a chip: icon and words, dashed where it is unknown."""
    words = text or row.chip
    current = theme()
    fill, ink = CHIPS.get(row.state, ("surface", "ink2"))
    is_known = row.state in CHIPS
    strong = row.state in ("growing", "shrinking")
    font = current.font(12, 600 if strong else 400, italic=not is_known)
    name = ARROWS.get(row.state, "circle-dashed")
    width = QFontMetricsF(font).horizontalAdvance(words) + 31
    chip = QRectF(area.left() + 6, area.center().y() - 10, min(width, area.width() - 8), 20)
    pen = QPen(Qt.PenStyle.NoPen)
    if not is_known:
        pen = QPen(current.color("unk"), 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # other caps close the gaps
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(current.color(fill))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.drawPixmap(QPointF(chip.left() + 6, chip.center().y() - 7), pixmap(name, ink, 14))
    write(painter, chip.adjusted(23, 0, -1, 0), words, font, ink)


class MassList(QTableView):
    """The table of masses; ``picked`` carries the id of the row chosen."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MassModel(self)
        self.setModel(self._model)
        self.setItemDelegate(MassDelegate(self))
        self.setAccessibleName(say("Masses"))
        choose_by_row(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalHeader().setMinimumSectionSize(16)
        self.horizontalHeader().setStyleSheet(HEADER_PADDING)
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._pick)
        theme_signals.changed.connect(self._size_columns)

    def _size_columns(self) -> None:
        current, header = theme(), self.horizontalHeader()
        header.setFixedHeight(current.px(HEAD))
        header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(current.px(ROW))
        for column in range(len(HEADINGS)):
            is_site = column == SITE
            mode = QHeaderView.ResizeMode.Stretch if is_site else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if not is_site:
                header.resizeSection(column, current.px(WIDTHS[column]))
        self._fit()

    def _fit(self) -> None:
        current = theme()
        shown = min(len(self._model.rows), MOST_ROWS)
        edges = 2 * self.frameWidth()
        self.setFixedHeight(current.px(HEAD) + shown * current.px(ROW) + edges)

    @property
    def rows(self) -> tuple[MassRow, ...]:
        """The masses that are listed."""
        return self._model.rows

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height once the style sheet has said how wide the frame is."""
        super().showEvent(event)
        self._fit()

    def show_rows(self, rows: Sequence[MassRow]) -> None:
        """List these masses."""
        self._model.show_rows(rows)
        words = ", ".join(f"{row.mass_id} {say(WORDS[row.state])}" for row in rows)
        self.setAccessibleDescription(words or say("No mass recorded."))
        self._fit()

    def select(self, mass_id: str) -> None:
        """Choose the row of a mass without telling anybody; an unknown id clears the choice."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        found = [i for i, row in enumerate(self.rows) if row.mass_id == mass_id]
        if found:
            index = self._model.index(found[0], 0)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.viewport().update()

    def _pick(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.rows[current.row()].mass_id)
