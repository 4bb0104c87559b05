"""The result strip: six key results of the patient in one card, or in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.result_cells import ResultCell, result_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QResizeEvent

    from desktop.guidance.dossier import Dossier

STRETCHES = (123, 102, 110, 114, 110, 114)
FULL, LINE = 62, 32
NARROW = 1060
"""Below this width the cells take two rows."""


class ResultView(QAbstractButton):
    """One cell of the strip; ``opened`` tells that it was clicked or Enter pressed on it."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cell: ResultCell | None = None
        self.is_line = False
        self.is_last = False

    @property
    def cell(self) -> ResultCell | None:
        """What the cell says; None while no patient is open."""
        return self._cell

    def show_cell(self, cell: ResultCell | None) -> None:
        """Say another result."""
        self._cell = cell
        self.setAccessibleName(cell.name if cell else "")
        self.setAccessibleDescription(cell.spoken if cell else "")
        self.setToolTip(cell.spoken if cell else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a number with unit and flag."""
        return QSize(150, theme().px(LINE if self.is_line else FULL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell in two lines, or in one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = theme()
        if not self.is_last:
            painter.setPen(QPen(current.color("line"), 1))
            painter.drawLine(
                QPointF(self.width() - 0.5, 0), QPointF(self.width() - 0.5, self.height())
            )
        if self._cell is not None:
            paint = self._paint_line if self.is_line else self._paint_full
            paint(painter, self._cell)
        if self.hasFocus():
            painter.setPen(QPen(current.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -3, -2), 3, 3)
        painter.end()

    def _paint_full(self, painter: QPainter, cell: ResultCell) -> None:
        current = theme()
        left, room = 14.0, self.width() - 22.0
        at = current.px(21)
        self._paint_heading(painter, cell, QPointF(left, at), room)
        base = current.px(46)
        end = self._paint_value(painter, cell, QPointF(left, base), 20)
        self._paint_details(painter, cell, QPointF(end + 8, base), left + room - end - 8)

    def _paint_line(self, painter: QPainter, cell: ResultCell) -> None:
        current = theme()
        base = self.height() / 2 + current.px(5)
        font = current.font(12)
        left, room = 10.0, self.width() - 16.0
        painter.setFont(font)
        painter.setPen(current.color("ink2"))
        painter.drawText(QPointF(left, base), cell.name)
        start = left + QFontMetricsF(font).horizontalAdvance(cell.name) + 8
        end = self._paint_value(painter, cell, QPointF(start, base), 16)
        self._paint_details(painter, cell, QPointF(end + 7, base), left + room - end - 7)

    @staticmethod
    def _paint_heading(painter: QPainter, cell: ResultCell, at: QPointF, room: float) -> None:
        """The name, how it was made, and the date; the date stays when it gets narrow."""
        current = theme()
        font = current.font(12)
        metrics = QFontMetricsF(font)
        date = f", {cell.when}" if cell.when else ""
        tag = f" {cell.tag}" if cell.tag else ""
        if metrics.horizontalAdvance(cell.name + tag + date) > room:
            tag = f" {say('calc.')}" if cell.tag == say("calculated") else ""
        painter.setFont(font)
        x = at.x()
        for text, token in ((cell.name, "ink2"), (tag, "ink3"), (date, "ink2")):
            painter.setPen(current.color(token))
            painter.drawText(QPointF(x, at.y()), text)
            x += metrics.horizontalAdvance(text)

    @staticmethod
    def _paint_value(painter: QPainter, cell: ResultCell, at: QPointF, size: float) -> float:
        """Value, unit and flag; where they end."""
        current = theme()
        pieces: list[tuple[str, QFont, QColor]] = []
        if cell.is_words:
            pieces.append((cell.value, current.font(13, italic=True), current.color("ink2")))
        else:
            pieces.append((cell.value, current.font(size, 600), current.color("ink")))
        if cell.unit:
            pieces.append((f" {cell.unit}", current.font(12), current.color("ink2")))
        if cell.flag:
            pieces.append((f" {cell.flag}", current.font(size * 0.86, 700), current.color("stop")))
        x = at.x()
        for text, font, color in pieces:
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(QPointF(x, at.y()), text)
            x += QFontMetricsF(font).horizontalAdvance(text)
        return x

    @staticmethod
    def _paint_details(painter: QPainter, cell: ResultCell, at: QPointF, room: float) -> None:
        """As many remarks as there is room for; all of them are in the tooltip."""
        current = theme()
        font = current.font(12)
        metrics = QFontMetricsF(font)
        text = ""
        for detail in cell.details:
            longer = f"{text} · {detail}" if text else detail
            if metrics.horizontalAdvance(longer) <= room:
                text = longer
        painter.setFont(font)
        painter.setPen(current.color("ink2"))
        painter.drawText(at, text)

    def _open(self) -> None:
        if self._cell is not None:
            self.opened.emit(self._cell.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space and a click do: it opens the result among its records."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ResultStrip(QFrame):
    """Six key results; ``opened`` carries the key of the one that was clicked."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(say("Key results"))
        self._is_line = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._rows = 0
        self.cells: list[ResultView] = []
        for _ in STRETCHES:
            view = ResultView(self)
            view.opened.connect(self.opened)
            self.cells.append(view)
        self._arrange(1)
        theme_signals.changed.connect(self._resize)

    def show_results(self, dossier: Dossier | None, units: str) -> None:
        """Show the key results of a patient in ``conventional`` or ``si`` units."""
        cells: Sequence[ResultCell | None] = [None] * len(self.cells)
        if dossier is not None:
            cells = result_cells(dossier, units)
        for view, cell in zip(self.cells, cells, strict=True):
            view.show_cell(cell)

    def compact(self, is_compact: bool) -> None:
        """Take one line of 32 px instead of two."""
        self._is_line = is_compact
        for view in self.cells:
            view.is_line = is_compact
            view.update()
        self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two rows where six cells have no room beside each other."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() < theme().px(NARROW) else 1)

    def _arrange(self, rows: int) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        in_row = len(self.cells) // rows
        for column in range(len(self.cells)):
            self._grid.setColumnStretch(column, 0)
        for i, view in enumerate(self.cells):
            self._grid.addWidget(view, i // in_row, i % in_row)
            stretch = STRETCHES[i] if rows == 1 else 1
            self._grid.setColumnStretch(i % in_row, stretch)
            view.is_last = (i + 1) % in_row == 0
        self._resize()

    def _resize(self) -> None:
        height = theme().px(LINE if self._is_line else FULL)
        self.setFixedHeight(height * self._rows)
        for view in self.cells:
            view.update()
