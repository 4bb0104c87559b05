"""The card of the timeline: a test, the masses and the drugs on one axis, or all as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.charts.course import course
from desktop.charts.course_labs import course_analytes
from desktop.domain.language import mark, say
from desktop.ui.plot import ChartView
from desktop.ui.plot_table import ChartTable
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.masses_growth import segments
from desktop.ui.widgets.basics import Card, button
from desktop.ui.widgets.card import elided_hint

if TYPE_CHECKING:
    from desktop.charts.course import Course
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session

SHORT = {
    "serum_phosphate": mark("Phosphate"),
    "serum_calcium_total": mark("Calcium"),
    "pth": mark("PTH"),
}
LANES, COMPACT_LANES = 6, 4
LARGE_TEXT = 1.2


class TimelineCard(Card):
    """Everything that happened on one axis of time; ``picked`` carries the id of a mass."""

    picked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(say("Timeline"), icon="timeline")
        self._session = session
        self._dossier: Dossier | None = None
        self._mass_id = ""
        self.analyte = course_analytes()[0]
        self._is_total = False
        self.shown: Course | None = None
        self._hint = elided_hint(self)
        names = tuple(say(SHORT[key]) for key in course_analytes())
        self.tests = segments(names, say("Test shown"), self._set_analyte)
        self.sums = segments((say("Each mass"), say("Total")), say("Masses shown"), self._set_total)
        self.table_button = button("", "header", icon="table")
        self._label_buttons()
        self.table_button.setCheckable(True)
        for part in (self.tests, self.sums, self.table_button):
            self.header.addWidget(part)
        self.labs, self.masses = ChartView(self), ChartView(self)
        self.table = ChartTable(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_charts())
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack)
        self._connect()

    def _label_buttons(self) -> None:
        """With the keys, unless the text is so large that there is no room."""
        text, keys = say("Table"), "Ctrl+T"
        is_large = theme().text_scale >= LARGE_TEXT
        self.table_button.setText(text if is_large else f"{text}   {keys}")
        self.table_button.setToolTip(keys)

    def _make_charts(self) -> QWidget:
        held = QWidget()
        held.setProperty("page", "true")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.labs, 118)
        column.addWidget(self.masses, 100)
        scroll = QScrollArea()  # in low windows charts scroll rather than shrink
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(held)
        return scroll

    def _connect(self) -> None:
        self.table_action = QAction(say("Show as table"), self)
        self.table_action.setShortcut(QKeySequence("Ctrl+T"))
        self.table_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table_action.triggered.connect(self.table_button.click)
        self.addAction(self.table_action)
        for chart in (self.labs, self.masses):
            # One table says what both charts do: each without the others would be half of it.
            chart.removeAction(chart.table_action)
            chart.addAction(self.table_action)
        theme_signals.changed.connect(self._label_buttons)
        self.table_button.toggled.connect(self._show_page)
        self.labs.zoomed.connect(self.masses.follow)
        self.masses.zoomed.connect(self.labs.follow)
        self.masses.picked.connect(self._pick)

    def _pick(self, key: str) -> None:
        if not self._is_total:
            self.picked.emit(key)

    def _set_analyte(self, place: int) -> None:
        self.analyte = course_analytes()[place]
        self._draw()

    def _set_total(self, place: int) -> None:
        self._is_total = place == 1
        self._draw()

    def show_dossier(self, dossier: Dossier | None, mass_id: str) -> None:
        """Draw the course of a patient with one mass brought out."""
        self._dossier, self._mass_id = dossier, mass_id
        self._draw()

    def select_mass(self, mass_id: str) -> None:
        """Bring out another mass."""
        if mass_id != self._mass_id:
            self._mass_id = mass_id
            self._draw()

    def draw_again(self) -> None:
        """Draw once more, in the units shown now."""
        self._draw()

    def _draw(self) -> None:
        if self._dossier is None:
            self.shown = None
            self._hint.show_text("")
            self.labs.clear()
            self.masses.clear()
            return
        made = course(
            self._dossier.case,
            self._dossier.derived,
            analyte=self.analyte,
            units=self._session.units,
            is_total=self._is_total,
            selected=self._mass_id,
        )
        self.shown = made
        parts = (made.labs.subtitle, made.masses.subtitle)
        self._hint.show_text("; ".join(part for part in parts if part))
        self.labs.show_spec(made.labs)
        self.masses.select("" if self._is_total else self._mass_id)
        self.masses.show_spec(made.masses)
        if self.table_button.isChecked():
            self.table.show_spec(made.table)

    def _show_page(self, is_table: bool) -> None:
        if is_table and self.shown is not None:
            self.table.show_spec(self.shown.table)
        self._stack.setCurrentIndex(int(is_table))
        (self.table if is_table else self.labs).setFocus(Qt.FocusReason.OtherFocusReason)

    def compact(self, is_compact: bool) -> None:
        """Fewer rows of drugs."""
        self.labs.set_most_lanes(COMPACT_LANES if is_compact else LANES)
