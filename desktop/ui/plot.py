"""A chart on the screen: draws a ChartSpec, lets a series be picked, and says it as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QToolTip, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.plot_labels import Labels
from desktop.ui.plot_lanes import LaneStrip
from desktop.ui.plot_table import ChartTable
from desktop.ui.plot_view import nearest
from desktop.ui.theme import theme_signals
from desktop.ui.widgets.card import ElidedLabel
from desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from desktop.charts.spec import ChartSpec
    from desktop.ui.plot_canvas import Canvas

MARK_REACH = 5
DRAWING, MESSAGE, BLANK = range(3)
SMALLEST_PLOT = 90
"""Pixels: no plot is lower than this."""


class ChartView(QWidget):
    """One chart with its words, treatment lanes and table.

    ``picked`` carries the key of a series that was clicked or chosen with the arrow keys,
    ``zoomed`` the days in view after the reader moved along the axis. pyqtgraph is imported
    when the first chart becomes visible.
    """

    picked = Signal(str)
    zoomed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spec: ChartSpec | None = None
        self._selected = ""
        self._canvas: Canvas | None = None
        self._is_following = False
        self._is_stale = False
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_drawing())
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(QWidget(self))
        self._stack.setCurrentIndex(BLANK)
        self._table: ChartTable | None = None
        FocusRing(self)
        self._make_actions()
        theme_signals.changed.connect(self._redraw)

    def _make_drawing(self) -> QWidget:
        drawing = QWidget(self)
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        self._plot = QWidget(drawing)
        self._plot.setMinimumHeight(SMALLEST_PLOT + 42)
        self._plot.installEventFilter(self)
        self._labels = Labels(self._plot)
        self._lanes = LaneStrip(drawing)
        self._left_out = ElidedLabel("", "hint", drawing)
        self._left_out.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self._plot, 1)
        column.addWidget(self._lanes)
        column.addWidget(self._left_out)
        for part in (self._lanes, self._left_out):
            part.hide()
        return drawing

    def _make_empty(self) -> QWidget:
        page, frame = QWidget(self), QFrame()
        frame.setProperty("empty", "true")
        column, inner = QVBoxLayout(page), QVBoxLayout(frame)
        column.setContentsMargins(24, 16, 24, 16)
        self._message = QLabel(frame)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self._message)
        column.addWidget(frame)
        return page

    def _make_actions(self) -> None:
        self.table_action = self._action(say("Show as table"), "Ctrl+T", self._show_table)
        self.table_action.setCheckable(True)
        self.copy_action = self._action(say("Copy as image"), "", self.copy_image)
        self.reset_action = self._action(say("Show all years"), "", self.reset)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _action(self, text: str, keys: str, slot: object) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @property
    def spec(self) -> ChartSpec | None:
        """The chart that is shown."""
        return self._spec

    @property
    def canvas(self) -> Canvas | None:
        """The plot; None until the first chart was seen."""
        return self._canvas

    def show_spec(self, spec: ChartSpec) -> None:
        """Show a chart in place of the one before."""
        self._spec = spec
        self.setAccessibleName(f"{spec.title} chart")
        self.setAccessibleDescription(spec.summary)
        self._message.setText(spec.empty)
        self._redraw()
        if self.table_action.isChecked():
            self._fill_table()

    def clear(self) -> None:
        """Show nothing at all: no patient is open."""
        self._spec = None
        self._selected = ""
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.table_action.setChecked(False)
        if self._table is not None:
            self._table.setRowCount(0)
        self._stack.setCurrentIndex(BLANK)

    def select(self, key: str) -> None:
        """Bring out the series with this key; an unknown or empty key brings out none."""
        if key != self._selected:
            self._selected = key
            self._redraw()

    def reset(self) -> None:
        """Show the whole axis of time again."""
        if self._canvas is not None:
            self._canvas.reset()

    def follow(self, x0: float, x1: float) -> None:
        """Show these days, as a chart on the same axis does now."""
        if self._canvas is not None and self._canvas.x_range() != (x0, x1):
            self._is_following = True
            self._canvas.show_x_range(x0, x1)
            self._is_following = False

    def set_most_lanes(self, rows: int) -> None:
        """Allow this many rows of treatments under the plot."""
        self._lanes.most_rows = rows
        self._place_layers()

    def copy_image(self) -> None:
        """Put a picture of the chart on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was given while the chart was not visible."""
        super().showEvent(event)
        if self._is_stale:
            self._redraw()

    def _redraw(self) -> None:
        spec = self._spec
        if spec is None:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self._show_page()
        if not spec.series and not spec.lanes:
            return
        canvas = self._canvas or self._make_canvas()
        self._labels.feed(spec, self._selected)
        self._lanes.feed(spec)
        self._left_out.show_text(" ".join(spec.left_out))
        self._left_out.setVisible(bool(spec.left_out))
        canvas.draw(spec, self._selected)

    def _make_canvas(self) -> Canvas:
        from desktop.ui.plot_canvas import Canvas  # half a second: not before it is needed

        canvas = Canvas(self._plot)
        canvas.setGeometry(self._plot.rect())
        canvas.moved.connect(self._place_layers)
        canvas.clicked.connect(self._pick_at)
        canvas.pressed_twice.connect(self.reset)
        canvas.installEventFilter(self)
        canvas.show()
        self._labels.raise_()
        self._canvas = canvas
        return canvas

    def _show_page(self) -> None:
        if self.table_action.isChecked() and self._table is not None:
            self._stack.setCurrentWidget(self._table)
        else:
            has_drawing = self._spec is not None and (self._spec.series or self._spec.lanes)
            self._stack.setCurrentIndex(DRAWING if has_drawing else MESSAGE)

    def _place_layers(self) -> None:
        if self._canvas is None:
            return
        viewport = self._canvas.viewport_area()
        self._labels.place(viewport)
        self._lanes.place(viewport)
        if not self._is_following:
            self.zoomed.emit(viewport.x0, viewport.x1)

    def _pick_at(self, at: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        key = self._labels.series_at(at)
        if not key and self._spec is not None and self._canvas is not None:
            hit = nearest(self._spec, self._canvas.viewport_area(), (at.x(), at.y()))
            key = hit.series.key if hit else ""
        if key:
            self.picked.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep plot and words at one size, and say the observation under the pointer."""
        if watched is self._plot and event.type() == QEvent.Type.Resize:
            self._labels.setGeometry(self._plot.rect())
            if self._canvas is not None:
                self._canvas.setGeometry(self._plot.rect())
        elif watched is self._canvas and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.spoken_at(QPointF(event.pos())), self)
            return True
        return super().eventFilter(watched, event)

    def spoken_at(self, at: QPointF) -> str:
        """The sentence of the observation, or the words of the mark, under a pixel; or empty."""
        if self._spec is None or self._canvas is None:
            return ""
        viewport = self._canvas.viewport_area()
        hit = nearest(self._spec, viewport, (at.x(), at.y()))
        if hit is None:
            marks = (m for m in self._spec.marks if abs(viewport.px(m.x) - at.x()) <= MARK_REACH)
            return next((mark.text for mark in marks), "")
        return hit.point.spoken if hit.point and hit.point.spoken else hit.series.name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose a series, + and − zoom, 0 shows all years."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._step(_STEPS[key]):
            return
        if self._canvas is not None and key in _ZOOMS:
            self._canvas.zoom(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.reset()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> bool:
        shown = self._spec.series if self._spec else ()
        keys = list(dict.fromkeys(series.key for series in shown))
        if not keys:
            return False
        outside = -1 if by > 0 else len(keys)
        start = keys.index(self._selected) if self._selected in keys else outside
        self.picked.emit(keys[min(max(start + by, 0), len(keys) - 1)])
        return True

    def _show_table(self, is_shown: bool) -> None:
        if is_shown:
            self._fill_table()
        had_keyboard = self._table is not None and self._table.hasFocus()
        self._show_page()
        if is_shown and self._table is not None:
            self._table.setFocus()
        else:
            self._redraw()
            if had_keyboard:
                self.setFocus()

    def _fill_table(self) -> None:
        if self._spec is None:
            return
        if self._table is None:
            self._table = ChartTable(self)
            self._stack.addWidget(self._table)
        self._table.show_spec(self._spec)

    @property
    def table(self) -> ChartTable | None:
        """The chart as a table; None until it was asked for."""
        return self._table


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ZOOMS = {Qt.Key.Key_Plus: 0.7, Qt.Key.Key_Minus: 1 / 0.7}
