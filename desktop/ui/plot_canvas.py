"""The plot itself, drawn by pyqtgraph: made once, then fed with chart after chart.

Importing pyqtgraph takes about half a second, so this module is imported when the first
chart is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.plot_items import PlotItems
from desktop.ui.plot_style import BOTTOM, LEFT, RIGHT, TOP, bottom_of, floor_top
from desktop.ui.plot_view import Viewport, thinned, ticks_between
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.charts.spec import ChartSpec

pg.setConfigOptions(antialias=True)

SHORTEST_VIEW = 45.0
"""Days: no zoom shows less."""
AT_REST_MS = 120
"""So long after the last step of a pan or zoom everything is drawn in full quality."""


class Canvas(QWidget):
    """One plot with its axes: shows a ChartSpec, zooms along x, tells where it was clicked.

    ``moved`` tells that the plotting area or its range is another, ``clicked`` where in
    widget pixels, ``pressed_twice`` that a double click asks for the whole axis.
    """

    moved = Signal()
    clicked = Signal(QPointF)
    pressed_twice = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = pg.GraphicsView(self)
        self._view.setFrameShape(self._view.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.viewport().installEventFilter(self)
        self._box = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self._box.setMouseEnabled(x=True, y=False)
        self._left = pg.AxisItem("left", linkView=self._box)
        self._below = pg.AxisItem("bottom", linkView=self._box)
        self._layout = pg.GraphicsLayout()
        self._lay_out()
        self._items = PlotItems(self._box)
        self._spec: ChartSpec | None = None
        self._pressed: QPointF | None = None
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.timeout.connect(self._rest)
        self._box.sigXRangeChanged.connect(self._move)
        self._box.sigResized.connect(self._moved)

    def _lay_out(self) -> None:
        self._layout.setSpacing(0)
        self._layout.addItem(self._left, 0, 0)
        self._layout.addItem(self._box, 0, 1)
        self._layout.addItem(self._below, 1, 1)
        self._left.setStyle(tickLength=0, tickTextOffset=7, autoExpandTextSpace=False)
        self._below.setStyle(tickLength=-3, tickTextOffset=4, autoExpandTextSpace=False)
        self._view.setCentralItem(self._layout)

    @property
    def item_count(self) -> int:
        """How many items the plot holds; it must not grow from patient to patient."""
        return len(self._items)

    def viewport_area(self) -> Viewport:
        """Where the plotting area lies, in pixels of this widget, and what it shows."""
        rect = self._box.sceneBoundingRect()
        (x0, x1), (y0, y1) = self._box.viewRange()
        return Viewport(rect.left(), rect.top(), rect.right(), rect.bottom(), x0, x1, y0, y1)

    def draw(self, spec: ChartSpec, selected: str) -> None:
        """Draw a chart; ``selected`` is the key of the series to bring out."""
        is_new = self._spec is None or self._spec.x != spec.x or self._spec.name != spec.name
        self._spec = spec
        self._dress()
        self._items.draw(spec, selected)
        low, high = bottom_of(spec), spec.y.high
        self._box.setLimits(xMin=spec.x.low, xMax=spec.x.high, minXRange=SHORTEST_VIEW)
        self._box.setYRange(low, high, padding=0)
        if is_new:
            self.reset()
        self._rest()
        self._moved()

    def reset(self) -> None:
        """Show the whole axis of time again."""
        if self._spec is not None:
            self._box.setXRange(self._spec.x.low, self._spec.x.high, padding=0)

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as much of the axis of time, about its middle."""
        self._box.scaleBy(x=factor)

    def x_range(self) -> tuple[float, float]:
        """The days now in view."""
        (x0, x1), _ = self._box.viewRange()
        return x0, x1

    def show_x_range(self, x0: float, x1: float) -> None:
        """Bring these days into view."""
        self._box.setXRange(x0, x1, padding=0)

    def _dress(self) -> None:
        current = theme()
        self._view.setBackground(current.color("surface"))
        self._layout.setContentsMargins(0, current.px(TOP), current.px(RIGHT), 0)
        self._left.setWidth(current.px(LEFT))
        self._below.setHeight(current.px(BOTTOM))
        for axis in (self._left, self._below):
            axis.setPen(QPen(current.color("line2"), 1))
            axis.setTextPen(current.color("axis"))
            axis.setTickFont(current.font(11))

    def _move(self) -> None:
        """Another part of the axis: quickly now, in full quality once it rests."""
        self._items.smooth(is_smooth=False)
        self._at_rest.start(AT_REST_MS)
        self._moved()

    def _rest(self) -> None:
        self._at_rest.stop()
        self._items.smooth(is_smooth=True)

    def _moved(self) -> None:
        if self._spec is None:
            return
        spec, area, current = self._spec, self.viewport_area(), theme()
        metrics = QFontMetricsF(current.font(11))
        years = ticks_between(spec.x, *self.x_range())
        widest = max((metrics.horizontalAdvance(tick.text) for tick in years), default=0.0)
        # The strip for "not detectable" has its name, and no number of the scale.
        levels = [tick for tick in spec.y.ticks if floor_top(spec) <= tick.at <= spec.y.high]
        for axis, ticks, gap, place in (
            (self._below, years, widest + 8, area.px),
            (self._left, levels, current.px(11), area.py),
        ):
            kept = thinned(ticks, gap, place)
            axis.setTicks([[(tick.at, tick.text) for tick in kept], []])
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the plot as large as the widget."""
        super().resizeEvent(event)
        self._view.setGeometry(self.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Read clicks before the plot does, so that a drag that pans is no click."""
        if isinstance(event, QMouseEvent):
            self._read(event)
        return False

    def _read(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.type() == QEvent.Type.MouseButtonDblClick:
            self._pressed = None
            self.pressed_twice.emit()
        elif is_left and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif is_left and event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            way = event.position() - self._pressed
            self._pressed = None
            if way.manhattanLength() < 4:
                self.clicked.emit(event.position())
