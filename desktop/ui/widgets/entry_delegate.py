"""Paints the entries of guidance on their grounds: solid for a stop, tinted, barred, or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.icons import pixmap
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.entry_layout import ICON, LEFT, TOP, LaidOut, lay_out, link_font
from desktop.ui.widgets.source_chips import paint_chip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop.ui.models.entries import Entry, Ground
    from desktop.ui.widgets.entry_list import EntryList

    Index = QModelIndex | QPersistentModelIndex

GROUNDS: Mapping[Ground, tuple[str, str]] = {
    "plain": ("", ""),
    "stop": ("stopline", ""),
    "hold": ("stopbg", "stopline"),
    "ban": ("", "stopline"),
    "caution": ("", "warnline"),
    "note": ("", ""),
    "aside": ("sunken", ""),
    "quiet": ("sunken", ""),
    "told": ("infobg", ""),
}
"""The tint of each loudness and the bar at its left edge."""


class EntryDelegate(QStyledItemDelegate):
    """Paints entries and knows where their links are."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view
        self._known: dict[tuple[Entry, int], LaidOut] = {}
        theme_signals.changed.connect(self._forget)

    def _forget(self) -> None:
        """A method, so that the connection ends with the delegate: that of a dict never would."""
        self._known.clear()

    def laid_out(self, entry: Entry) -> LaidOut:
        """The layout of an entry in the width of the list, worked out once."""
        key = entry, self._view.room
        if key not in self._known:
            if len(self._known) > 400:
                self._known.clear()
            self._known[key] = lay_out(entry, key[1])
        return self._known[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as all the words of the entry need."""
        del option
        entry = self._view.entries.entries[index.row()]
        return QSize(120, round(self.laid_out(entry).height) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One entry."""
        entry, current = self._view.entries.entries[index.row()], theme()
        rect = QRect(option.rect)
        made = self.laid_out(entry)
        painter.save()
        self._paint_ground(painter, option, entry)
        if index.row() < len(self._view.entries.entries) - 1:
            painter.setPen(current.color("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if entry.icon:
            token = "onstop" if entry.ground == "stop" else entry.ink
            at = rect.topLeft() + QRect(LEFT, TOP, 0, 0).topLeft()
            painter.drawPixmap(at, pixmap(entry.icon, token, ICON))
        painter.translate(QPointF(rect.topLeft()))
        for text, at_point, token in made.texts:
            painter.setPen(current.color(token))
            text.draw(painter, at_point)
        for place, one in made.chips:
            paint_chip(painter, place, one)
        self._paint_links(painter, made, entry)
        painter.restore()

    @staticmethod
    def _paint_links(painter: QPainter, made: LaidOut, entry: Entry) -> None:
        painter.setFont(link_font())
        painter.setPen(theme().color("onstop" if entry.ground == "stop" else "accent"))
        for place, link in made.links:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, link.text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        current, rect = theme(), QRect(option.rect)
        fill, bar = GROUNDS[entry.ground]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected) and (
            self._view.hasFocus() or self._view.keeps_choice
        )
        if is_current and not fill:
            fill, bar = "selected", bar or "accent"
        if fill:
            painter.fillRect(rect, current.color(fill))
        if bar:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), current.color(bar))
        if is_current and fill != "selected":
            token = "onstop" if entry.ground == "stop" else "focus"
            painter.setPen(QPen(current.color(token), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(2, 2, -2, -2))
