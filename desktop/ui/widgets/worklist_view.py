"""The worklist's tree: groups with rows of two lines, driven by Enter, Space and S."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.domain.language import say
from desktop.ui.models.worklist import EVIDENCE, PATIENT, URGENCY, WHEN, WHY, WorklistModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.worklist_delegate import WorklistDelegate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from desktop.db.attention import Glance
    from desktop.ui.models.worklist import Row
    from desktop.work.worklist import Item
    from desktop.work.worklist_deeds import Deeds

LEAST_WHY = 190
WIDTHS = {URGENCY: 96, PATIENT: 216, EVIDENCE: 216, WHEN: 146}


class WorklistView(QTreeView):
    """``chosen`` carries the row with the focus, or None; the others ask for what to do."""

    chosen = Signal(object)
    open_wanted = Signal()
    done_wanted = Signal()
    snooze_wanted = Signal()
    assign_wanted = Signal()
    note_wanted = Signal()
    mine_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_moved = False
        self._asked: dict[int, SignalInstance] = {
            Qt.Key.Key_S: self.snooze_wanted,
            Qt.Key.Key_A: self.assign_wanted,
            Qt.Key.Key_N: self.note_wanted,
        }
        self.setObjectName("worklist")
        self.setAccessibleName(say("Worklist"))
        self.rows = WorklistModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(WorklistDelegate(self))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._activate)
        self._fit()
        theme_signals.changed.connect(self._fit)

    def _fit(self) -> None:
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the course of the values gives way, then the patient's line."""
        super().resizeEvent(event)
        # The event is the viewport's. Asking for that widget, which C++ made, has PySide make
        # every class of widget that it might be, 20 ms before the first list is seen.
        room = event.size().width() - theme().px(LEAST_WHY)
        wanted = sum(theme().px(width) for width in WIDTHS.values())
        for column, least in ((EVIDENCE, 120), (PATIENT, 150), (WHEN, 110)):
            width = theme().px(WIDTHS[column])
            spared = min(max(wanted - room, 0), width - theme().px(least))
            self.setColumnWidth(column, width - spared)
            wanted -= spared

    def show_items(
        self,
        items: Sequence[Item],
        seen: Glance,
        day: date,
        deeds: Mapping[tuple[str, str], Deeds] | None = None,
    ) -> None:
        """Show these items; the one that the user chose stays chosen, the list where it is."""
        kept = self.row if self._was_moved else None
        before = self.currentIndex()
        place = self.verticalScrollBar().value()
        number = (before.parent().row(), before.row())
        if not self.rows.show_items(items, seen, day, deeds):
            return
        self.expandAll()
        for group in range(self.rows.rowCount()):
            self.setFirstColumnSpanned(group, QModelIndex(), True)
        found = self.rows.index_of(kept.item.patient, kept.item.key) if kept else QModelIndex()
        if not found.isValid() and kept:
            found = self._near(*number)
        self.setCurrentIndex(found if found.isValid() else self.rows.first())
        self.verticalScrollBar().setValue(place)
        self.chosen.emit(self.row)

    def _near(self, group: int, row: int) -> QModelIndex:
        """The row that took the place of one that is gone."""
        above = self.rows.index(min(group, self.rows.rowCount() - 1), 0)
        return self.rows.index(min(row, self.rows.rowCount(above) - 1), 0, above)

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self.rows.row_at(self.currentIndex())

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which row has the focus."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.rows.row_at(current))

    def _activate(self, index: QModelIndex) -> None:
        if self.rows.rest(index):
            self.rows.show_more(index.parent().row())
            self.more_wanted.emit()
        elif not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.open_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """From now on the choice is the user's."""
        self._was_moved = True
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are commands: what each does stands in the preview; other keys as in any list."""
        self._was_moved = True
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() == Qt.Key.Key_Space and self.row:
            self.done_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_M:
            self.mine_wanted.emit()
        elif plain and event.key() in self._asked and self.row:
            self._asked[event.key()].emit()
        elif plain and event.text() and event.text().isalnum():
            event.accept()  # a letter is a command here, never a search
        else:
            super().keyPressEvent(event)
