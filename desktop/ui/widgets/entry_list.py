"""A list of guidance entries: painted, so that a page of forty opens at once.

Enter (or a double click) opens what can be done with an entry; each link and each chip on it
answers the mouse. The list is as high as its entries: the column around it scrolls.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QToolTip,
)

from desktop.domain.language import say
from desktop.ui.models.entries import Action, Entry, EntryModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from desktop.ui.widgets.entry_layout import LaidOut

    Index = QModelIndex | QPersistentModelIndex

SOURCES = "sources"
"""The name of the action that shows what an entry rests on."""


class EntryList(QListView):
    """Entries one below the other.

    A list that ``scrolls`` takes the room it gets; one with ``most`` grows to so many pixels.
    ``acted`` tells the key of an entry and the name of the action that was asked for.
    """

    acted = Signal(str, str)
    chosen = Signal(str)

    def __init__(
        self, name: str, *, keeps_choice: bool = False, scrolls: bool = False, most: int = 0
    ) -> None:
        super().__init__()
        self.keeps_choice = keeps_choice
        self._scrolls = scrolls
        self._most = most
        self.menu: QMenu | None = None
        self.entries = EntryModel(self)
        self.setAccessibleName(name)
        self.setModel(self.entries)
        self.delegate = EntryDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not scrolls and not most:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        self.setMouseTracking(True)
        theme_signals.changed.connect(self.fit)

    @property
    def room(self) -> int:
        """The width that entries have."""
        return self.viewport().width()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the one that was chosen stays chosen."""
        key = self.current_key()
        if tuple(entries) != self.entries.entries:
            self.entries.show_entries(entries)
        keys = [entry.key for entry in self.entries.entries]
        if key in keys:
            self.setCurrentIndex(self.entries.index(keys.index(key), 0))
        self.fit()

    def current_key(self) -> str:
        """The key of the entry that is chosen; empty for none."""
        row = self.currentIndex().row()
        return self.entries.entries[row].key if 0 <= row < len(self.entries.entries) else ""

    def choose(self, key: str) -> bool:
        """Choose an entry by key; False where there is none."""
        for row, entry in enumerate(self.entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self.entries.index(row, 0))
                return True
        return False

    def fit(self) -> None:
        """Be as high as all entries, unless the list scrolls by itself."""
        self.scheduleDelayedItemsLayout()
        if self._scrolls:
            return
        height = sum(round(self.delegate.laid_out(e).height) + 1 for e in self.entries.entries)
        if self._most:
            height = min(height, theme().px(self._most))
        self.setFixedHeight(height + 2 * self.frameWidth() + 4 if height else 0)
        self.setVisible(bool(height))

    def set_most(self, most: int) -> None:
        """Grow to so many pixels and no more."""
        self._most = most
        self.fit()

    def row_rect(self, row: int) -> QRect:
        """Where a row stands in the list."""
        return self.visualRect(self.entries.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.entries.entries:
            self.setCurrentIndex(self.entries.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry is chosen now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current_key())

    def choices(self, row: int) -> tuple[Action, ...]:
        """All that can be done with an entry."""
        entry = self.entries.entries[row]
        if not entry.sources:
            return entry.actions
        return (*entry.actions, Action(SOURCES, say("Show what it rests on"), is_quiet=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what can be done, or asks which where there is more than one thing."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.open_row(row)
        else:
            super().keyPressEvent(event)

    def open_row(self, row: int) -> None:
        """Do the only thing that can be done with an entry, or offer all of them."""
        choices = self.choices(row)
        key = self.entries.entries[row].key
        if len(choices) == 1:
            self.acted.emit(key, choices[0].name)
        elif choices:
            self._offer(key, choices, self.row_rect(row))

    def _offer(self, key: str, choices: Sequence[Action], rect: QRect) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self.accessibleName())
        for choice in choices:
            offered = self.menu.addAction(choice.text)
            offered.triggered.connect(partial(self._act, key, choice.name))
        self.menu.popup(self.viewport().mapToGlobal(rect.topLeft() + QRect(40, 20, 0, 0).topLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _act(self, key: str, name: str, _checked: bool = False) -> None:
        self.acted.emit(key, name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same offers by the menu key or the right button."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid() and (choices := self.choices(index.row())):
            key = self.entries.entries[index.row()].key
            self._offer(key, choices, self.visualRect(index))

    def _hit(self, at: QPointF) -> tuple[Entry, LaidOut, QPointF] | None:
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return None
        entry = self.entries.entries[index.row()]
        within = at - QPointF(self.visualRect(index).topLeft())
        return entry, self.delegate.laid_out(entry), within

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A link is followed, a chip shows its source."""
        super().mouseReleaseEvent(event)
        found = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        entry, made, within = found
        if link := made.link_at(within):
            self.acted.emit(entry.key, link.name)
        elif made.source_at(within):
            self.acted.emit(entry.key, SOURCES)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what answers a click."""
        super().mouseMoveEvent(event)
        found = self._hit(event.position())
        answers = found and (found[1].link_at(found[2]) or found[1].source_at(found[2]))
        shape = Qt.CursorShape.PointingHandCursor if answers else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the source under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent):
            found = self._hit(QPointF(event.pos()))
            one = found[1].source_at(found[2]) if found else None
            QToolTip.showText(event.globalPos(), one.spoken() if one else "", self)
            return True
        return super().viewportEvent(event)
