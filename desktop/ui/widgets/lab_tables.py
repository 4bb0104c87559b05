"""Two views of one laboratory grid: frozen tests at the left, samplings that scroll beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import say
from desktop.ui.models.labs import FROZEN, Frozen, LabsModel, frozen_title
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.lab_delegate import LabDelegate
from desktop.ui.widgets.lab_header import LabHeader

if TYPE_CHECKING:
    from desktop.ui.models.labs_grid import Grid

ROW, COLUMN = 24, 82
WIDTHS = {
    Frozen.TEST: 154,
    Frozen.UNIT: 112,
    Frozen.RANGE: 84,
    Frozen.TARGET: 84,
    Frozen.TREND: 74,
}
COMPACT_WIDTHS = {**WIDTHS, Frozen.TEST: 146, Frozen.TREND: 62}
TEXT_EDGES, SIGN, WIDEST_TEXT, LEAST_SAMPLED = 20, 20, 196, 290
HEADING_EDGES, LEAST_ROWS = 14, 5
"""Room beside the words of a heading; so many rows are in sight before the page is scrolled."""
_TYPING = QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed


class LabTable(QTableView):
    """One of the two views; ``pressed_key`` offers each key to the grid first."""

    pressed_key = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the grid does not want, the view gets."""
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab moves in the grid, it does not leave it; Ctrl+Tab and F6 do."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in tabs:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            self.keyPressEvent(event)
            return True
        return super().event(event)


class LabTables(QFrame):
    """``frozen`` and ``table`` share model, selection and vertical scroll position."""

    def __init__(self, model: LabsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self._is_compact = False
        self.frozen, self.table = LabTable(self), LabTable(self)
        self.header = LabHeader(model, self.table)
        self.delegate = LabDelegate(model, self.table)
        self._frozen_delegate = LabDelegate(model, self.frozen)
        self._wider: dict[int, int] = {}
        self._sticks = True
        self._widening, self._sticking = QTimer(self), QTimer(self)
        for timer in (self._widening, self._sticking):
            timer.setSingleShot(True)
        self._set_up(self.frozen, LabHeader(model, self.frozen))
        self._set_up(self.table, self.header)
        self._tell_apart()
        self._lay_out()
        self._connect()

    def _set_up(self, view: LabTable, header: LabHeader) -> None:
        view.setHorizontalHeader(header)
        view.setModel(self.model)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setStyleSheet("QTableView { border: 0; }")
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Whole columns: a date or a number that is cut at the left reads as another one.
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _tell_apart(self) -> None:
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.frozen.setItemDelegate(self._frozen_delegate)
        self.table.setItemDelegate(self.delegate)
        self.table.setSelectionModel(self.frozen.selectionModel())
        self.frozen.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setEditTriggers(_TYPING)
        self.frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frozen.setVerticalScrollBarPolicy(never)
        self.frozen.setHorizontalScrollBarPolicy(never)
        self.frozen.setAccessibleName(say("Tests, units, ranges and trends"))
        self.table.setAccessibleName(say("Laboratory results, one column per sampling"))
        told = say("Tab goes from cell to cell; Ctrl+Tab leaves the grid.")
        self.table.setAccessibleDescription(told)

    def _lay_out(self) -> None:
        self._foot = QWidget(self)
        self._foot.setFixedHeight(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.frozen, 1)
        left.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.table, 1)

    def _connect(self) -> None:
        upright = self.table.verticalScrollBar()
        upright.valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(upright.setValue)
        across = self.table.horizontalScrollBar()
        across.installEventFilter(self)
        across.valueChanged.connect(self._note_scrolled)
        across.rangeChanged.connect(self._stick)
        self.delegate.narrow.connect(self._note_narrow)
        self._widening.timeout.connect(self._widen)
        self._sticking.timeout.connect(self._stick_now)
        theme_signals.changed.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Both views stay equally high: the scroll bar below one leaves room below the other."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            is_shown = event.type() == QEvent.Type.Show
            height = self.table.horizontalScrollBar().sizeHint().height()
            self._foot.setFixedHeight(height if is_shown else 0)
        return super().eventFilter(watched, event)

    def show_grid(self, grid: Grid | None) -> None:
        """Show another state; both scroll positions stay."""
        left, sticks = self.table.horizontalScrollBar().value(), self._sticks
        upright = self.table.verticalScrollBar().value()
        if self.model.show_grid(grid):
            self._wider.clear()
            self._span()
        self.fit()
        self._sticks = sticks
        self.table.horizontalScrollBar().setValue(left)
        self._stick()
        self.table.verticalScrollBar().setValue(upright)

    def compact(self, is_compact: bool) -> None:
        """Narrower frozen columns."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.fit()

    def fit(self) -> None:
        """Give rows and columns their sizes."""
        height = theme().px(ROW)
        self.setMinimumHeight(self.header.sizeHint().height() + LEAST_ROWS * height)
        for view in (self.frozen, self.table):
            if view.verticalHeader().defaultSectionSize() != height:
                view.verticalHeader().setDefaultSectionSize(height)
        if self.model.grid is not None:
            self._fit_frozen(self.model.grid)
            self._fit_sampled()

    def _fit_frozen(self, grid: Grid) -> None:
        has_target = bool(grid.case.targets) and any(
            grid.target_text(row) for row in grid.rows if row.analyte
        )
        widths = {place: self._frozen_width(grid, place) for place in Frozen}
        room = self.width() - theme().px(LEAST_SAMPLED)
        hidden = set() if has_target else {Frozen.TARGET}
        if sum(width for place, width in widths.items() if place not in hidden) > room > 0:
            hidden.add(Frozen.TREND)
        for place in Frozen:
            self.frozen.setColumnHidden(place, place in hidden)
            self.table.setColumnHidden(place, True)
            if place not in hidden:
                self.frozen.setColumnWidth(place, widths[place])
        self.frozen.setFixedWidth(sum(widths[place] for place in Frozen if place not in hidden))

    def _frozen_width(self, grid: Grid, place: Frozen) -> int:
        """As wide as what stands there, within limits: a range that is cut reads as another."""
        least = (COMPACT_WIDTHS if self._is_compact else WIDTHS)[place]
        heading = QFontMetrics(theme().font(12, 600))
        title = heading.horizontalAdvance(frozen_title(place, grid))
        wanted = [theme().px(least), title + theme().px(HEADING_EDGES)]
        if place is Frozen.TREND:
            return max(wanted)
        metrics = QFontMetrics(theme().font(12.5))
        for number, row in enumerate(grid.rows):
            if row.analyte:
                text = str(self.model.data(self.model.index(number, place)) or "")
                sign = SIGN if place is Frozen.TEST and row.kind == "calculated" else 0
                wanted.append(metrics.horizontalAdvance(text) + theme().px(TEXT_EDGES + sign))
        return min(max(wanted), theme().px(WIDEST_TEXT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The trend gives way where there is hardly room for results."""
        super().resizeEvent(event)
        if self.model.grid is not None and event.size().width() != event.oldSize().width():
            self._fit_frozen(self.model.grid)

    def _fit_sampled(self) -> None:
        least = theme().px(COLUMN)
        for place in range(FROZEN, self.model.columnCount()):
            column = self.model.column_at(place)
            assert column is not None  # noqa: S101 - the frozen ones are left out
            if not self.frozen.isColumnHidden(place):
                self.frozen.setColumnHidden(place, True)
            width = max(least, self.header.wanted_width(column), self._wider.get(place, 0))
            if self.table.columnWidth(place) != width:
                self.table.setColumnWidth(place, width)

    def _span(self) -> None:
        self.frozen.clearSpans()
        for number in range(self.model.rowCount()):
            row = self.model.row_at(number)
            if row is not None and row.kind == "group":
                self.frozen.setSpan(number, 0, 1, FROZEN)

    def _note_narrow(self, column: int, width: int) -> None:
        if width > self._wider.get(column, 0):
            self._wider[column] = width
            self._widening.start(0)

    def _widen(self) -> None:
        for column, width in self._wider.items():
            if width > self.table.columnWidth(column):
                self.table.setColumnWidth(column, width)

    def _note_scrolled(self, value: int) -> None:
        self._sticks = value >= self.table.horizontalScrollBar().maximum()

    def _stick(self) -> None:
        """Who looks at the newest column goes on looking at it when sizes change."""
        if self._sticks:
            self._sticking.start(0)

    def _stick_now(self) -> None:
        """Scroll to the end; from elsewhere, because Qt keeps the offset of an older width."""
        bar = self.table.horizontalScrollBar()
        bar.setValue(bar.minimum())
        bar.setValue(bar.maximum())

    def scroll_to_newest(self) -> None:
        """Show the newest samplings."""
        self._sticks = True
        self._stick_now()
        self._stick()
