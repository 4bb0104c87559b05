"""The bars of a figure, painted: words, bar, count and share; Enter lists who is behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.ui.models.cohort import FigureModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button
from desktop.ui.widgets.card import elided_hint

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFont

    from desktop.work.cohort_shapes import Bar, Figure

    Index = QModelIndex | QPersistentModelIndex

ROW, NOTED_ROW = 27, 42
LEFT, GAP = 12, 8
BAR_WIDTH, NOTED_BAR_WIDTH, COUNT_WIDTH, SHARE_WIDTH = 90, 118, 46, 72
MOST_ROWS = 9


class BarDelegate(QStyledItemDelegate):
    """Paints one bar; the number beside it says the same."""

    def __init__(self, parent: BarList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines where there is a note."""
        bar = self._list.bars.bar_at(index.row())
        return QSize(10, theme().px(NOTED_ROW if bar and bar.note else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One bar."""
        bar = self._list.bars.bar_at(index.row())
        if bar is None:
            return
        rect, now = QRect(option.rect), theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.color("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("hover"))
        painter.setPen(now.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        first = QRect(rect.left(), rect.top(), rect.width(), now.px(ROW))
        second = QRect(rect.left(), first.bottom() - now.px(7), rect.width(), now.px(18))
        right = self._numbers(painter, first, bar, index.row())
        bars = self._draw_bar(painter, second if bar.note else first, right, bar)
        words = QRect(first.left() + now.px(LEFT), first.top(), 0, first.height())
        words.setRight((right if bar.note else bars) - now.px(GAP))
        _write(painter, words, bar.text, font=now.font(12.5), ink="ink")
        if bar.note:
            below = QRect(words.left(), second.top(), 0, second.height())
            below.setRight(bars - now.px(GAP))
            _write(painter, below, bar.note, font=now.font(11.5), ink="ink3")
        painter.restore()

    def _numbers(self, painter: QPainter, rect: QRect, bar: Bar, row: int) -> int:
        """Count and share at the right; gives where they begin."""
        now, right = theme(), Qt.AlignmentFlag.AlignRight
        edge, width = rect.right() - now.px(GAP), now.px(COUNT_WIDTH)
        share = QRect(edge - now.px(SHARE_WIDTH), rect.top(), now.px(SHARE_WIDTH), rect.height())
        text = self._list.bars.share_at(row)
        _write(painter, share, text, font=now.font(12), ink="ink2", side=right)
        count = QRect(share.left() - width, rect.top(), width, rect.height())
        _write(painter, count, f"{bar.count:,}", font=now.font(12.5, 600), ink="ink", side=right)
        return count.left()

    def _draw_bar(self, painter: QPainter, rect: QRect, right: int, bar: Bar) -> int:
        """The share as a bar; beside the numbers, or below them where there is a note."""
        now, figure = theme(), self._list.bars.figure
        whole = now.px(NOTED_BAR_WIDTH if bar.note else BAR_WIDTH)
        end = rect.right() - now.px(GAP) if bar.note else right
        height = now.px(7 if bar.note else 9)
        track = QRectF(end - whole, rect.center().y() - height / 2, whole, height)
        painter.fillRect(track, now.color("head"))
        if figure and figure.of and bar.count:
            part = QRectF(track)
            part.setWidth(max(whole * min(bar.count / figure.of, 1.0), 2.0))
            painter.fillRect(part, now.color("accent"))
        painter.setPen(now.color("line2"))
        painter.drawLine(track.topLeft(), track.bottomLeft())
        return round(track.left())


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(theme().color(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


class BarList(QListView):
    """As high as its bars, up to a limit. ``chosen`` carries the key of a bar that was opened."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bars = FigureModel(self)
        self.setModel(self.bars)
        self.setItemDelegate(BarDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        theme_signals.changed.connect(self.fit)

    def show_figure(self, figure: Figure | None) -> None:
        """Show a figure; the bar that was chosen stays chosen."""
        kept = self.chosen_key()
        self.bars.show_figure(figure)
        row = self.bars.row_of(kept) if kept else -1
        if row >= 0:
            self.setCurrentIndex(self.bars.index(row, 0))
        self.fit()

    def chosen_key(self) -> str:
        """The key of the bar that is selected; empty for none."""
        chosen = self.selectedIndexes()
        bar = self.bars.bar_at(chosen[0].row()) if chosen else None
        return bar.key if bar else ""

    def fit(self) -> None:
        """As high as the bars, or as the first of them."""
        self.scheduleDelayedItemsLayout()
        hints = [theme().px(NOTED_ROW if bar.note else ROW) for bar in self.bars.bars]
        height = sum(hints[:MOST_ROWS]) + 2 * self.frameWidth() + 4
        if len(hints) > MOST_ROWS:
            height += hints[MOST_ROWS] // 2  # half a row tells that there are more
        self.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        if (bar := self.bars.bar_at(index.row())) is not None:
            self.chosen.emit(bar.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space lists the patients behind a bar."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FigureCard(Card):
    """A figure in its card, with what it counts and a button that copies it as a table.

    ``chosen`` carries the keys of figure and bar, ``copied`` the figure.
    """

    chosen = Signal(str, str)
    copied = Signal(object)

    def __init__(self, key: str, title: str, *, icon: str, copy: str) -> None:
        super().__init__(title, icon=icon)
        self.key = key
        self.note = elided_hint(self)
        self.list = BarList(title)
        self.copy_button = button(copy, "header", icon="copy")
        self.copy_button.setEnabled(False)
        self.header.addWidget(self.copy_button)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.list.chosen.connect(lambda bar: self.chosen.emit(self.key, bar))
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.list.bars.figure))

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self.title.setText(figure.title)
        self.note.show_text(figure.note)
        self.list.setAccessibleName(
            f"{figure.title}, {figure.note}" if figure.note else figure.title
        )
        self.copy_button.setEnabled(True)
        self.copy_button.setAccessibleName(f"{self.copy_button.text()}: {figure.title}")
        self.list.show_figure(figure)
