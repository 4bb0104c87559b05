"""The laboratory grid: keys, clicks and typing, and the cell where the user is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.models.labs import FROZEN, LabsModel
from desktop.ui.widgets.lab_tables import LabTable, LabTables
from desktop.ui.widgets.lab_walk import at_end, beside, jumped

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.ui.models.labs_grid import At, Grid
    from desktop.ui.widgets.lab_walk import Place

_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class LabGrid(QFrame):
    """Shows a ``LabsModel`` and turns keys and clicks into wishes.

    ``entered``: text typed into a cell. ``dated``: text typed as a column's date. ``moved``:
    another cell is the current one. ``removed``: Delete was pressed. ``copied``, ``pasted``:
    the clipboard is wanted. ``menu_wanted``: a context menu, at a place on the screen, for a
    cell, a frozen row (column below ``FROZEN``) or a header (row -1). ``problem_wanted``: F8,
    true for backward. ``details_wanted``: Shift+F2.
    """

    entered = Signal(int, int, str)
    dated = Signal(int, str)
    moved = Signal()
    removed = Signal()
    copied = Signal()
    pasted = Signal()
    menu_wanted = Signal(QPoint, int, int)
    problem_wanted = Signal(bool)
    details_wanted = Signal()

    def __init__(self, model: LabsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.tables = LabTables(model, self)
        self.table, self.frozen = self.tables.table, self.tables.frozen
        self.header = self.tables.header
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tables)
        self.setFocusProxy(self.table)
        self._connect()

    def _connect(self) -> None:
        self.tables.delegate.entered.connect(self.entered)
        self.tables.delegate.left.connect(self._leave)
        self.header.dated.connect(self.dated)
        for view in (self.frozen, self.table):
            view.pressed_key.connect(self._key)
            view.customContextMenuRequested.connect(self._cell_menu)
            view.horizontalHeader().customContextMenuRequested.connect(self._header_menu)
        self.table.selectionModel().currentChanged.connect(self._tell_moved)
        self.frozen.clicked.connect(self._frozen_clicked)

    def show_grid(self, grid: Grid | None) -> None:
        """Show another state; the current cell and the scroll position stay where they can."""
        at = self.current_at()
        self.tables.show_grid(grid)
        if at is not None:
            self.go_to(at, scroll=False)

    @property
    def place(self) -> Place:
        """The current cell by row and column numbers; -1 where there is none."""
        index = self.table.currentIndex()
        return index.row(), index.column()

    def current_at(self) -> At | None:
        """The current cell by the keys of its row and column."""
        row, column = self.place
        own, sampled = self.model.row_at(row), self.model.column_at(column)
        return (own.key, sampled.key) if own and sampled else None

    def go_to(self, at: At, *, scroll: bool = True) -> bool:
        """Make a cell the current one; False where it does not exist."""
        place = self.model.number_of(at)
        if place is None:
            return False
        self.put(place, scroll=scroll)
        return True

    def put(self, place: Place, *, scroll: bool = True) -> None:
        """Make a cell the current one, by row and column numbers."""
        index = self.model.index(*place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(index, flag)
        if scroll:
            self.table.scrollTo(index)

    def edit(self) -> None:
        """Begin to type into the current cell, with what stands there."""
        index = self.table.currentIndex()
        if self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)
            if (editor := self.editor()) is not None:
                editor.end(False)  # as spreadsheets do: nothing is overwritten by the next key

    def editor(self) -> QLineEdit | None:
        """The line that is open in a cell."""
        found = self.table.viewport().findChildren(QLineEdit, "labCell")
        return next((one for one in found if one.property("cell") is not None), None)

    def finish_editing(self) -> None:
        """Store what is being typed."""
        if (editor := self.editor()) is not None:
            self.tables.delegate.finish(editor, 0, 0)

    def _leave(self, down: int, right: int) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walk(down, right, only_editable=bool(down))

    def walk(self, down: int, right: int, *, only_editable: bool = False) -> None:
        """Go to the next cell in a direction."""
        self.put(beside(self.model, self.place, down, right, only_editable=only_editable))

    def _key(self, event: QKeyEvent) -> None:
        """What a key means here; left alone where it means nothing."""
        if not (self._clipboard_key(event) or self._moving_key(event) or self._editing_key(event)):
            return
        event.accept()

    def _editing_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F8:
            self.problem_wanted.emit(_is_held(event, Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_F2 and _is_held(event, Qt.KeyboardModifier.ShiftModifier):
            self.details_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.edit()
        elif key == Qt.Key.Key_D and event.modifiers() == _CONTROL_SHIFT:
            self.header.edit_date(self.place[1])
        elif key == Qt.Key.Key_Menu:
            rect = self.table.visualRect(self.table.currentIndex())
            at = self.table.viewport().mapToGlobal(rect.center())
            self.menu_wanted.emit(at, *self.place)
        elif _is_typing(event):
            self._type(event.text())
        else:
            return False
        return True

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            return False
        return True

    def _moving_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        is_control = _is_held(event, Qt.KeyboardModifier.ControlModifier)
        is_shift = _is_held(event, Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS and not is_shift:
            self._arrow(*_ARROWS[key], is_jump=is_control)
        elif key in _ENTER and not is_control:
            self.walk(-1 if is_shift else 1, 0, only_editable=True)
        elif key in _TABS:
            self.walk(0, -1 if is_shift or key == Qt.Key.Key_Backtab else 1)
        elif key in _ENDS:
            is_home = key == Qt.Key.Key_Home
            self.put(at_end(self.model, self.place, is_home=is_home, is_corner=is_control))
        else:
            return False
        return True

    def _arrow(self, down: int, right: int, *, is_jump: bool) -> None:
        if is_jump:
            self.put(jumped(self.model, self.place, down, right))
        elif FROZEN <= self.place[1] + right < self.model.columnCount():
            self.walk(down, right)

    def _type(self, text: str) -> None:
        """Begin to type over the current cell, or go on where typing has begun."""
        editor = self.editor()
        if editor is None:
            self.edit()
            editor = self.editor()
            if editor is None:
                return
            editor.selectAll()
        editor.insert(text)
        editor.setModified(True)

    def _tell_moved(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.moved.emit()

    def _frozen_clicked(self, index: QModelIndex) -> None:
        """A click on a test goes to the row, in the column where the user is."""
        row, column = self.model.row_at(index.row()), self.place[1]
        if row is not None and row.kind != "group":
            last = self.model.columnCount() - 1
            self.put((index.row(), column if column >= FROZEN else last))
            self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _cell_menu(self, at: QPoint) -> None:
        view = self.sender()
        assert isinstance(view, LabTable)  # noqa: S101 - only the two views send this
        index = view.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(view.viewport().mapToGlobal(at), index.row(), index.column())

    def _header_menu(self, at: QPoint) -> None:
        header = self.sender()
        assert isinstance(header, QHeaderView)  # noqa: S101 - only the headers send this
        section = header.logicalIndexAt(at)
        if section >= FROZEN:
            self.menu_wanted.emit(header.viewport().mapToGlobal(at), -1, section)

    def selected(self) -> list[Place]:
        """The chosen cells of samplings, by row and column numbers, in reading order."""
        chosen = self.table.selectionModel().selectedIndexes()
        found = {(index.row(), index.column()) for index in chosen} | {self.place}
        return sorted(cell for cell in found if cell[1] >= FROZEN)


def _is_held(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)


def _is_typing(event: QKeyEvent) -> bool:
    """True for a key that writes something."""
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return not held and bool(event.text()) and event.text().isprintable()
