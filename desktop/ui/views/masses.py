"""The Masses page: body map, equal table, growth chart and history, with one mass chosen in all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.charts.body import markers
from desktop.charts.masses import LARGEST, MOST_COLORED
from desktop.domain.language import say
from desktop.ui.models.masses_history import history_rows
from desktop.ui.models.masses_lines import mass_lines
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.masses_growth import GrowthCard, segments
from desktop.ui.views.masses_history import HistoryTable
from desktop.ui.views.masses_steps import MassSteps
from desktop.ui.views.masses_table import MassesTable
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.body_shapes import LARGER_PER_ROOT
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.map_legend import MapLegend
from desktop.ui.widgets.mass_rows import counts_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.charts.body_sites import SiteGuess
    from desktop.domain import records as r
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.masses_lines import MassLine
    from desktop.ui.session import Session
    from desktop.ui.widgets.mass_rows import MassRow

MAP_WIDTHS, HISTORY_WIDTHS = (388, 330), (406, 390)
"""Widths of the side cards: at the reference size, and compact."""
WIDEST_MAP = 520
LOWEST = 520
"""The height below which the page scrolls."""
MOST_MAP, MOST_HISTORY = 0.32, 0.30
"""Shares of the page that the side cards take at most, with large text."""


class MassesPage(QWidget):
    """All masses of the open patient; what is picked in one part is picked in all."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._lines: tuple[MassLine, ...] = ()
        self._has_map = False
        self._is_compact = False
        self._is_about_complaints = False
        self.steps = MassSteps(session, self)
        self.map_card = self._make_map_card()
        self.table_card = self._make_table_card()
        self.growth = GrowthCard()
        self.history_card = self._make_history_card()
        self._lay_out()
        self._connect()
        self.compact(False)

    def _make_map_card(self) -> Card:
        card = Card(say("Body map"), icon="body-scan")
        self._map_hint = elided_hint(card)
        texts = (say("Growth"), say("Complaints"))
        card.header.addWidget(segments(texts, say("The map shows"), self._show_on_map))
        self.map = BodyMap(card, per_root=LARGER_PER_ROOT, takes_places=True)
        self.not_on_map = label("", "hint", wrap=True)
        self.not_on_map.setContentsMargins(12, 2, 12, 6)
        self.legend = MapLegend(card, with_sizes=True)
        for part, stretch in ((self.map, 1), (self.not_on_map, 0), (self.legend, 0)):
            card.body.addWidget(part, stretch)
        return card

    def _make_table_card(self) -> Card:
        card = Card(say("Masses"))
        self._counted = elided_hint(card)
        self.step_button = button(say("Steps"), "header", icon="chevron-down")
        self.step_button.setToolTip(say("Excision, recurrence, division, merging of the mass"))
        self.step_button.setMenu(self.steps.menu)
        self.new_button = button(say("New mass"), "header", icon="plus")
        self.measure_button = button(
            say("Add measurement   Ctrl+M"), "primary", icon="ruler-measure"
        )
        for part in (self.step_button, self.new_button, self.measure_button):
            card.header.addWidget(part)
        self.table = MassesTable(card)
        self.empty = label(say("No mass recorded. Click the body, or New mass."), "hint", wrap=True)
        self.empty.setContentsMargins(12, 10, 12, 10)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        return card

    def _make_history_card(self) -> Card:
        card = Card(say("Measurements"), icon="history")
        elided_hint(card).show_text(say("L × W × D in mm"))
        copy = button(say("Copy"), "header", icon="copy")
        copy.setAccessibleName(say("Copy the history as a table"))
        card.header.addWidget(copy)
        self.history = HistoryTable(card)
        copy.clicked.connect(self.history.copy_all)
        note = label(
            say(
                "Volume = π/6 × L × W × D. ND: looked for, not detectable. "
                "Not assessed: nobody looked, so nothing is known."
            ),
            "hint",
            wrap=True,
        )
        note.setContentsMargins(12, 6, 12, 8)
        card.body.addWidget(self.history, 1)
        card.body.addWidget(note)
        return card

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setProperty("page", "true")
        scroll = QScrollArea()  # with large text in low windows the page scrolls
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        page = QHBoxLayout(self._inner)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        right, lower = QVBoxLayout(), QHBoxLayout()
        right.setSpacing(10)
        lower.setSpacing(10)
        lower.addWidget(self.growth, 1)
        lower.addWidget(self.history_card)
        right.addWidget(self.table_card)
        right.addLayout(lower, 1)
        page.addWidget(self.map_card)
        page.addLayout(right, 1)

    def _connect(self) -> None:
        asks = self._session.asks
        for part in (self.map, self.table, self.growth.chart):
            part.picked.connect(self._session.select_mass)
        self._session.selected_mass.connect(self._follow_mass)
        self.map.pointed.connect(self._propose)
        self.new_button.clicked.connect(lambda: asks.add.emit("masses", {}))
        self.measure_button.clicked.connect(lambda: asks.command.emit("add_mass_measurements"))
        self.table.customContextMenuRequested.connect(self._open_steps)
        self.table.doubleClicked.connect(lambda _index: self.steps.edit.trigger())
        self.history.opened.connect(self._edit_record)
        theme_signals.changed.connect(self._size_columns)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change; None empties the page."""
        self._dossier = dossier
        self._lines = mass_lines(dossier) if dossier else ()
        self.table.show_lines(self._lines)
        self.table.setVisible(bool(self._lines))
        self.empty.setVisible(dossier is not None and not self._lines)
        self._counted.show_text(counts_text([line.row for line in self._lines]))
        self._has_map = False
        before = self._session.mass_id
        if not any(line.mass_id == before for line in self._lines):
            self._session.select_mass(self._foremost())
        if not self._has_map:  # else the choice has brought all in line
            self._follow_mass(self._session.mass_id)

    def _foremost(self) -> str:
        """The mass to begin with: one that grows, else the first."""
        growing = [line.mass_id for line in self._lines if line.row.state == "growing"]
        return next(iter((*growing, *(line.mass_id for line in self._lines))), "")

    def compact(self, is_compact: bool) -> None:
        """Lower rows and narrower sides."""
        self._is_compact = is_compact
        self.table.compact(is_compact)
        self._map_hint.show_text("" if is_compact else say("latest values"))
        self._size_columns()

    def focus_first(self) -> None:
        """Begin in the table, or with the first mass."""
        where = self.table if self._lines else self.new_button
        where.setFocus(Qt.FocusReason.TabFocusReason)

    def show_record(self, record_id: str) -> bool:
        """Choose a mass, or a measurement, operation or event of one; False for others."""
        if self._dossier is None:
            return False
        case = self._dossier.case
        named: Sequence[r.Mass | r.MassMeasurement | r.Procedure | r.ClinicalEvent] = (
            *case.masses,
            *case.mass_measurements,
            *case.procedures,
            *case.events,
        )
        found = next((one for one in named if one.id == record_id), None)
        if found is None or not any(line.mass_id == found.mass_id for line in self._lines):
            return False
        self._session.select_mass(found.mass_id)
        self.history.choose(record_id)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the map its share of the new width."""
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        at = int(self._is_compact)
        self._inner.setMinimumHeight(theme().px(LOWEST))
        wider = max(self.width() - 1700, 0) // 5
        width = theme().px(min(MAP_WIDTHS[at] + wider, WIDEST_MAP))
        _hold(self.map_card, min(width, round(self.width() * MOST_MAP)))
        width = theme().px(HISTORY_WIDTHS[at])
        _hold(self.history_card, min(width, round(self.width() * MOST_HISTORY)))

    def _show_on_map(self, place: int) -> None:
        self._is_about_complaints = place == 1
        self._show_map()

    def _show_map(self) -> None:
        self._has_map = True
        dossier = self._dossier
        on_map, without = markers(dossier.case, dossier.derived) if dossier else ((), ())
        rows = [self._on_map(line) for line in self._lines]
        self.map.show_masses(on_map, rows, quiet=self._quiet())
        states = {row.state for row in rows}
        if any(row.unassessed for row in rows):
            states.add("unassessed")
        self.legend.show_states(states, is_about_complaints=self._is_about_complaints)
        words = say("Not on the map: {masses}.", masses="; ".join(without)) if without else ""
        self.not_on_map.setText(words)
        self.not_on_map.setVisible(bool(words))

    def _on_map(self, line: MassLine) -> MassRow:
        if not self._is_about_complaints:
            return line.row
        return replace(line.row, sign=line.complaint, label=line.complaints[0])

    def _quiet(self) -> frozenset[str]:
        """With many masses only the chosen one and the largest are drawn in full."""
        if len(self._lines) <= MOST_COLORED or self._dossier is None:
            return frozenset()
        sizes = {line.mass_id: _milliliters(line) for line in self._lines}
        largest = sorted(sizes, key=lambda mass_id: -sizes[mass_id])[:LARGEST]
        return frozenset(sizes) - {*largest, self._session.mass_id}

    def _follow_mass(self, mass_id: str) -> None:
        if not self._has_map or len(self._lines) > MOST_COLORED:
            self._show_map()
        self.map.select(mass_id)
        self.table.select(mass_id)
        self.growth.show_dossier(self._dossier, mass_id)
        title = say("{mass} measurements", mass=mass_id) if mass_id else say("Measurements")
        self.history_card.title.setText(title)
        dossier = self._dossier
        rows = history_rows(dossier.case, dossier.derived, mass_id) if dossier else ()
        self.history.show_rows(rows)
        self.history.setAccessibleName(title)
        self.steps.follow()

    def _propose(self, guess: SiteGuess) -> None:
        """Ask for the form of a new mass at the site that was pointed at, to be confirmed."""
        self._session.asks.add.emit("masses", {"site": guess.site, "side": guess.side})

    def _open_steps(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self._session.select_mass(self._lines[index.row()].mass_id)
        self.steps.menu.popup(self.table.viewport().mapToGlobal(at))

    def _edit_record(self, record_id: str) -> None:
        if self._dossier is None:
            return
        case = self._dossier.case
        held: Sequence[r.Record] = (
            *case.mass_measurements,
            *case.procedures,
            *case.events,
            *case.visits,
        )
        found = next((one for one in held if one.id == record_id), None)
        if found is not None:
            self._session.asks.edit.emit(found)


def _hold(card: Card, width: int) -> None:
    """Give a card a width, though never less than large text in it needs."""
    card.setFixedWidth(max(width, card.minimumSizeHint().width()))


def _milliliters(line: MassLine) -> float:
    return float(line.row.volume) if line.row.has_number else 0.0
