"""Paints the cells of the laboratory grid, and gives a line to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.icons import pixmap
from desktop.ui.models.labs import FROZEN, Frozen, LabsModel
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.lab_signs import ICON, paint_arrowhead, paint_error, paint_warning
from desktop.ui.widgets.lab_sparkline import paint_trend

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop.ui.models.labs_cells import CellView
    from desktop.ui.models.labs_rows import Row

    Index = QModelIndex | QPersistentModelIndex

FLAG_SLOT, EDGE, LEFT = 22, 4, 12
"""Room for the flag, so that decimals align; the edges right and left (design pixels)."""
MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Keys that end typing, and where they go: rows down, columns right."""
SELECTED, FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


class LabDelegate(QStyledItemDelegate):
    """Signals what was typed: ``entered`` carries the text, by row and column.

    ``left`` tells where the key that ended it leads, rows down and columns right.
    ``narrow`` tells that a column is too narrow for what stands in it, and the width needed:
    a number is never cut.
    """

    entered = Signal(int, int, str)
    left = Signal(int, int)
    narrow = Signal(int, int)

    def __init__(self, model: LabsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._labs = model
        self._follow_theme()
        theme_signals.changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        current = theme()
        self._plain = current.font(12.5)
        self._bold = current.font(12.5, 700)
        self._group = current.font(12.5, 600)
        self._italic = current.font(12.5, italic=True)
        self._small = current.font(11)
        self._metrics = QFontMetrics(self._plain)
        self._below = self._metrics.ascent() - self._metrics.height() // 2
        self._slot, self._edge, self._left = (current.px(x) for x in (FLAG_SLOT, EDGE, LEFT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        number, place = index.row(), index.column()
        row = self._labs.row_at(number)
        if row is None:
            return
        rect, state = QRect(option.rect), option.state.value
        self._ground(painter, rect, row, place, is_selected=bool(state & SELECTED))
        has_focus = bool(state & FOCUSED) and place >= FROZEN
        view = self._labs.view(number, place) if place >= FROZEN else None
        if place >= FROZEN and (view is None or view.kind == "empty") and not has_focus:
            return  # most cells
        painter.save()
        painter.setClipRect(rect)
        if row.kind == "group":
            self._group_name(painter, rect, row, place)
        elif place < FROZEN:
            self._frozen(painter, rect, index, row)
        elif view is not None and view.kind != "empty":
            self._value_or_dots(painter, option, view, place)
        if has_focus:
            painter.setPen(theme().color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -2, -2))
            painter.drawRect(rect.adjusted(1, 1, -3, -3))
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, row: Row, place: int, *, is_selected: bool
    ) -> None:
        current = theme()
        painter.fillRect(rect, current.color(self._ground_name(row, place, is_selected)))
        painter.setPen(current.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row.kind != "group":
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _ground_name(self, row: Row, place: int, is_selected: bool) -> str:
        column = self._labs.column_at(place)
        if row.kind == "group":
            return "head"
        if is_selected:
            return "selected"
        if column is not None and column.is_new:
            return "accentsoft"
        return "sunken" if row.kind == "calculated" else "surface"

    def _group_name(self, painter: QPainter, rect: QRect, row: Row, place: int) -> None:
        if place == Frozen.TEST:
            painter.setFont(self._group)
            painter.setPen(theme().color("ink2"))
            painter.drawText(rect.left() + self._left, rect.center().y() + self._below, row.name)

    def _frozen(self, painter: QPainter, rect: QRect, index: Index, row: Row) -> None:
        grid, place = self._labs.grid, index.column()
        assert grid is not None  # noqa: S101 - there is a row
        if place == Frozen.TREND:
            paint_trend(painter, rect, grid.trend(row), is_calculated=row.kind == "calculated")
            return
        text = str(self._labs.data(index) or "")
        is_name = place == Frozen.TEST
        quiet = place != Frozen.TEST or row.kind == "calculated"
        left, right = (self._left if is_name else self._left // 2), self._edge
        if is_name and row.kind == "calculated":
            icon = pixmap("math-function", "ink2", ICON)
            side = theme().px(ICON)
            right += side + 4
            painter.drawPixmap(rect.right() - side - 6, rect.center().y() - side // 2 + 1, icon)
        if place == Frozen.RANGE and not text:
            text = say("no range")
            painter.setFont(self._italic)
        else:
            painter.setFont(self._plain)
        painter.setPen(theme().color("ink2" if quiet else "ink"))
        room = rect.width() - left - right
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.left() + left, rect.center().y() + self._below, shown)

    def _value_or_dots(
        self, painter: QPainter, option: QStyleOptionViewItem, view: CellView, place: int
    ) -> None:
        """A column that is cut at a side shows dots: a cut number reads as another one."""
        rect = QRect(option.rect)
        room = option.widget.viewport().width() if isinstance(option.widget, QTableView) else 0
        if room and (rect.right() > room or rect.left() < 0):
            painter.setFont(self._plain)
            painter.setPen(theme().color("ink3"))
            left = rect.left() + self._edge if rect.left() >= 0 else rect.right() - self._slot
            painter.drawText(left, rect.center().y() + self._below, "…")
            return
        self._value(painter, rect, view, place)

    def _value(self, painter: QPainter, rect: QRect, view: CellView, place: int) -> None:
        is_words = view.kind in ("pending", "words")
        if view.kind == "draft":
            paint_error(painter, rect, self._slot)
        font = self._italic if is_words else self._plain
        painter.setFont(font)
        quiet = is_words or view.kind == "not_measured" or view.is_calculated
        painter.setPen(theme().color("ink2" if quiet else "ink"))
        width = self._metrics.horizontalAdvance(view.text)
        right = rect.right() - self._edge - (self._edge if is_words else self._slot)
        taken = self._beside(painter, rect, view)
        if width + taken > right - rect.left():
            needed = width + taken + (rect.right() - right) + self._edge
            self.narrow.emit(place, needed)
        painter.setFont(font)
        painter.setPen(theme().color("ink2" if quiet else "ink"))
        base = rect.center().y() + self._below
        painter.drawText(max(right - width, rect.left() + self._edge), base, view.text)
        if view.flag:
            painter.setFont(self._bold)
            painter.setPen(theme().color("warn" if view.flag.startswith("(") else "stop"))
            painter.drawText(right + self._edge, base, view.flag)

    def _beside(self, painter: QPainter, rect: QRect, view: CellView) -> int:
        """What stands left of the value: a warning, the side of the target, letters."""
        left = rect.left() + self._edge
        if view.warning:
            paint_warning(painter, left, rect, "warn")
            left += theme().px(ICON) + 2
        if view.side:
            left += paint_arrowhead(painter, left, rect, is_up=view.side == "above")
        if view.marks:
            painter.setFont(self._small)
            painter.setPen(theme().color("ink3"))
            painter.drawText(left, rect.center().y() + self._below, view.marks)
            left += QFontMetrics(self._small).horizontalAdvance(view.marks) + 2
        return left - rect.left()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line in the cell; its name tells test and day."""
        editor = QLineEdit(parent)
        editor.setObjectName("labCell")
        editor.setFrame(False)
        editor.setFont(self._plain)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        row, column = self._labs.row_at(index.row()), self._labs.column_at(index.column())
        if row is not None and column is not None:
            name = say("{test}, {time}", test=row.name, time=column.spoken)
            editor.setAccessibleName(name)
            editor.setAccessibleDescription(say("in {unit} unless you type another", unit=row.unit))
        current = theme()
        editor.setStyleSheet(
            f"QLineEdit#labCell {{ border: 2px solid {current.tokens['focus']}; border-radius: 0;"
            f" padding: 0 3px; min-height: 0; background: {current.tokens['surface']}; }}"
        )
        editor.setProperty("cell", (index.row(), index.column()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text as entered, to be typed over or changed."""
        assert isinstance(editor, QLineEdit)  # noqa: S101 - createEditor makes no other
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, *_: object) -> None:
        """Nothing: what was typed goes out through ``entered``, after the editor is closed."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Exactly over the cell."""
        editor.setGeometry(QRectF(option.rect).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab store and move, Esc leaves the cell as it was; a click elsewhere stores."""
        if not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in MOVES or event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.finish(watched, 0, 0)
        return False

    def _key(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._close(editor)
            return True
        if key not in MOVES:
            return False
        down, right = MOVES[key]
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_shift and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            down = -1
        self.finish(editor, down, right)
        return True

    def finish(self, editor: QLineEdit, down: int, right: int) -> None:
        """Close the line and hand its text on; done once for each editor."""
        cell = editor.property("cell")
        if cell is None:
            return
        text, is_changed = editor.text(), editor.isModified()
        self._close(editor)
        row, column = cell
        if is_changed:
            self.entered.emit(row, column, text)
        if down or right:
            self.left.emit(down, right)

    def _close(self, editor: QLineEdit) -> None:
        editor.setProperty("cell", None)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
