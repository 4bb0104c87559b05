"""The column right of the laboratory grid: the preview of a paste, and the chart of the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.charts.figures import unit_text
from desktop.domain.language import say
from desktop.ui.models.labs_trend import row_trend
from desktop.ui.plot import ChartView
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.lab_paste_panel import LabPastePanel

if TYPE_CHECKING:
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row

WIDTH, COMPACT_WIDTH, PASTE_WIDTH = 312, 268, 430
CHART_HEIGHT = 232
PAUSE_MS = 120
"""So long the chart waits for the user to stay in a row."""


class LabsSide(QWidget):
    """The paste panel is hidden while nothing is pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = LabPastePanel()
        self.chart_card = Card("", icon="timeline")
        self._hint = elided_hint(self.chart_card)
        self.chart = ChartView(self)
        self.chart.setAccessibleName(say("Chart of this test"))
        self.chart_card.body.addWidget(self.chart)
        self._is_compact = self._has_no_room = False
        self._grid: Grid | None = None
        self._row: Row | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.panel, 1)
        column.addWidget(self.chart_card)
        column.addStretch(0)
        self.panel.hide()
        self._size()
        theme_signals.changed.connect(self._size)

    def _size(self) -> None:
        width = COMPACT_WIDTH if self._is_compact else WIDTH
        if not self.panel.isHidden():
            width = PASTE_WIDTH
        self.setFixedWidth(theme().px(width))
        self.chart_card.setFixedHeight(theme().px(CHART_HEIGHT))

    def compact(self, is_compact: bool) -> None:
        """A narrower chart."""
        self._is_compact = is_compact
        self._size()

    def make_room(self, has_no_room: bool) -> None:
        """Give the grid the whole width in narrow windows; a paste is shown all the same."""
        self._has_no_room = has_no_room
        self.setVisible(not has_no_room or not self.panel.isHidden())

    def show_panel(self, is_shown: bool) -> None:
        """Show or hide the preview of a paste."""
        self.panel.setVisible(is_shown)
        self.make_room(self._has_no_room)
        self._size()

    def follow(self, grid: Grid | None, row: Row | None) -> None:
        """Show the chart of a row, once the user stays in it."""
        is_same = row is not None and row == self._row and grid is self._grid
        self._grid, self._row = grid, row
        if not is_same:
            self._soon.start(PAUSE_MS)

    def _draw(self) -> None:
        grid, row = self._grid, self._row
        self.chart_card.setVisible(row is not None and row.kind != "group")
        if grid is None or row is None or row.kind == "group":
            return
        self.chart_card.title.setText(row.name)
        self._hint.show_text(unit_text(row.unit))
        self.chart.show_spec(row_trend(grid, row))
