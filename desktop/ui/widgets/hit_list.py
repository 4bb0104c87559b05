"""The list under the search box: made when something is searched for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.icons import pixmap
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from desktop.ui.widgets.hit import Hit

    Index = QModelIndex | QPersistentModelIndex

ROWS_SHOWN = 14
ROW = 30
LEFT, GAP, KEY_PADDING = 12, 10, 6


class HitModel(QAbstractListModel):
    """The hits under the box."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Replace all hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many hits there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a hit; for listeners with its keys, or why it cannot be chosen."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (hit.text, hit.reason or hit.shortcut)
            return ", ".join(part for part in told if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A command that does not apply cannot be chosen."""
        enabled = self.hits[index.row()].is_enabled
        return super().flags(index) if enabled else Qt.ItemFlag.NoItemFlags


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: icon, text, and at the right its keys or why it cannot be chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """All rows are of one height."""
        return QSize(200, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        model = index.model()
        if not isinstance(model, HitModel):
            return
        hit, current, rect = model.hits[index.row()], theme(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and hit.is_enabled:
            painter.fillRect(rect, current.color("selected"))
        drawn = pixmap(hit.icon, "ink2" if hit.is_enabled else "disabled")
        side = current.px(16)
        painter.drawPixmap(QPointF(rect.left() + LEFT, rect.center().y() + 1 - side / 2), drawn)
        right = self._paint_end(painter, rect, hit)
        left = rect.left() + LEFT + side + GAP
        font = current.font(13)
        painter.setFont(font)
        painter.setPen(current.color("ink" if hit.is_enabled else "ink3"))
        room = QRect(left, rect.top(), right - left - GAP, rect.height())
        shown = QFontMetrics(font).elidedText(hit.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    @staticmethod
    def _paint_end(painter: QPainter, rect: QRect, hit: Hit) -> int:
        """Keys in a frame, or the reason in italics; gives where they begin."""
        current = theme()
        text = hit.reason or hit.shortcut
        if not text:
            return rect.right()
        font = current.font(11.5, italic=bool(hit.reason))
        width = QFontMetrics(font).horizontalAdvance(text) + 2 * KEY_PADDING
        place = QRectF(rect.right() - width - 8, rect.center().y() - 9, width, 19)
        painter.setFont(font)
        if not hit.reason:
            painter.setPen(current.color("line2"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(current.color("ink3"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return int(place.left())


class HitList(QFrame):
    """A frame over the window with the hits; one of them is current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.model = HitModel(self)
        self.view = QListView()
        self.view.setProperty("popup", "true")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(say("Found"))
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.view.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)

    def show_hits(self, hits: list[Hit], width: int) -> None:
        """Show these hits as high as they need; the first that applies is current."""
        self.model.show_hits(hits)
        first = next((n for n, hit in enumerate(hits) if hit.is_enabled), -1)
        self.view.setCurrentIndex(self.model.index(first, 0))
        self.setVisible(bool(hits))
        self.raise_()
        self.resize(width, min(len(hits), ROWS_SHOWN) * theme().px(ROW) + 8)

    def move_by(self, step: int) -> None:
        """Make the next hit in a direction current, leaving out what does not apply."""
        row = self.view.currentIndex().row() + step
        while 0 <= row < len(self.model.hits):
            if self.model.hits[row].is_enabled:
                self.view.setCurrentIndex(self.model.index(row, 0))
                return
            row += step

    def current(self) -> Hit | None:
        """The current hit while the list is shown."""
        row = self.view.currentIndex().row()
        return None if self.isHidden() or row < 0 else self.model.hits[row]
