"""The overview: key results, body map, two charts on one axis of time, guidance.

Nothing is computed here: the page shows what the dossier holds.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.charts.body import markers
from desktop.charts.history import histories
from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.domain.language import say
from desktop.ui.plot import ChartView
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.map_legend import MapLegend
from desktop.ui.widgets.mass_list import MassList
from desktop.ui.widgets.mass_rows import mass_rows
from desktop.ui.widgets.result_strip import ResultStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.charts.body import MassMarker
    from desktop.charts.history import MassHistory
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session
    from desktop.ui.widgets.guidance_column import GuidanceColumn
    from desktop.ui.widgets.mass_rows import MassRow

MAP_WIDTHS, GUIDANCE_WIDTHS = (324, 290), (330, 286)
"""Widths of the side columns: at the reference size, and compact."""
WIDEST_SIDE = 400
GUIDANCE_FROM = 1280
"""Narrower windows (or as wide with larger text) have guidance in its tab alone."""


class OverviewPage(QWidget):
    """One patient on one page; a mass picked on map, list or chart is picked in all three.

    ``measure_wanted`` asks for the form of a new mass measurement, ``guidance_wanted`` for
    the guidance tab, ``result_wanted`` for the records of an analyte.
    """

    measure_wanted = Signal()
    guidance_wanted = Signal()
    result_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._told: tuple[MassHistory, ...] = ()
        self._is_compact = False
        self.strip = ResultStrip(self)
        self.map_card = self._make_map_card()
        self.phosphate = ChartView(self)
        self.growth = ChartView(self)
        self.guidance_card = self._make_guidance_card()
        self._lay_out()
        self._connect()
        self._size_columns()

    def _make_map_card(self) -> Card:
        card = Card(say("Masses"), icon="body-scan")
        self._assessed = elided_hint(card)
        measure = button(say("Measure"), "header", icon="ruler-measure")
        measure.clicked.connect(self.measure_wanted)
        card.header.addWidget(measure)
        self.map = BodyMap(card)
        self.legend = MapLegend(card)
        self.not_on_map = label("", "hint", wrap=True)
        self.not_on_map.setContentsMargins(12, 2, 12, 6)
        self.list = MassList(card)
        for part, stretch in (
            (self.map, 1),
            (self.not_on_map, 0),
            (self.legend, 0),
            (self.list, 0),
        ):
            card.body.addWidget(part, stretch)
        return card

    def _make_guidance_card(self) -> Card:
        card = Card(say("Guidance"), icon="stethoscope")
        more = button(say("Open"), "link")
        more.setAccessibleName(say("Open guidance"))
        more.clicked.connect(self.guidance_wanted)
        card.header.addWidget(more)
        self._applying = label(say("Applying the guidance…"), "hint", wrap=True)
        self._applying.setContentsMargins(12, 9, 12, 9)
        self._applying.hide()
        card.body.addWidget(self._applying, 0, Qt.AlignmentFlag.AlignTop)
        return card

    @cached_property
    def guidance(self) -> GuidanceColumn:
        """The column of guidance, made when there is some: the charts come first."""
        from desktop.ui.widgets.guidance_column import GuidanceColumn

        made = GuidanceColumn(self.guidance_card)
        self.guidance_card.body.addWidget(made, 1)
        return made

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        charts = QWidget()
        charts.setProperty("page", "true")
        middle = QVBoxLayout(charts)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        self._hints = []
        for chart, icon, title, stretch in (
            (self.phosphate, "timeline", say("Phosphate"), 118),
            (self.growth, "chart-dots", say("Mass growth"), 100),
        ):
            card = Card(title, icon=icon)
            self._hints.append(elided_hint(card))
            card.body.addWidget(chart)
            middle.addWidget(card, stretch)
        columns.addWidget(self.map_card)
        scroll = QScrollArea()  # in low windows charts scroll rather than shrink
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(charts)
        columns.addWidget(scroll, 1)
        columns.addWidget(self.guidance_card)
        page.addWidget(self.strip)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        for part in (self.map, self.list, self.growth):
            part.picked.connect(self._session.select_mass)
        self._session.selected_mass.connect(self._follow_mass)
        self._session.units_changed.connect(self._follow_units)
        self.phosphate.zoomed.connect(self.growth.follow)
        self.growth.zoomed.connect(self.phosphate.follow)
        self.strip.opened.connect(self.result_wanted)
        theme_signals.changed.connect(self._size_columns)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change; None empties the page."""
        self._dossier = dossier
        self.strip.show_results(dossier, self._session.units)
        self._show_guidance(dossier, has_failed=False)
        self._show_masses()
        self._show_phosphate()
        self._follow_mass(self._session.mass_id)

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """Fill the guidance column; charts and results are there already."""
        self._show_guidance(dossier, has_failed=has_failed)

    def _show_guidance(self, dossier: Dossier | None, *, has_failed: bool) -> None:
        waits = dossier is not None and not dossier.is_assessed and not has_failed
        self._applying.setVisible(waits and not self._session.has_rules)
        if dossier is not None and not waits:
            self.guidance.show_guidance(dossier, has_failed=has_failed)
        elif "guidance" in self.__dict__:
            self.guidance.show_guidance(None)

    def compact(self, is_compact: bool) -> None:
        """Take less room: strip in one line, no list of masses, narrower sides."""
        self._is_compact = is_compact
        self.strip.compact(is_compact)
        self.list.setVisible(not is_compact and bool(self.list.rows))
        self.phosphate.set_most_lanes(4 if is_compact else 5)
        self._size_columns()

    def _size_columns(self) -> None:
        at = int(self._is_compact)
        wider = max(self.width() - 1900, 0) // 8
        for card, widths in ((self.map_card, MAP_WIDTHS), (self.guidance_card, GUIDANCE_WIDTHS)):
            width = theme().px(min(widths[at] + wider, WIDEST_SIDE))
            card.setFixedWidth(width)
        self.guidance_card.setVisible(self.window().width() >= theme().px(GUIDANCE_FROM))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the guidance follow when this page, with its charts, is on the screen."""
        super().paintEvent(event)
        if self._session.waits_for_paint:
            QTimer.singleShot(0, self._session.go_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side columns their share of the new width."""
        super().resizeEvent(event)
        self._size_columns()

    def _show_masses(self) -> None:
        dossier = self._dossier
        rows: tuple[MassRow, ...] = ()
        on_map: tuple[MassMarker, ...] = ()
        without: tuple[str, ...] = ()
        if dossier is not None:
            case, derived = dossier.case, dossier.derived
            self._told = histories(case, derived)
            rows = mass_rows(dossier, self._told)
            on_map, without = markers(case, derived, self._told)
        self.map.show_masses(on_map, rows)
        self.list.show_rows(rows)
        self.list.setVisible(not self._is_compact and bool(rows))
        self.legend.show_states({row.state for row in rows})
        words = say("Not on the map: {masses}.", masses="; ".join(without)) if without else ""
        if dossier is not None and not rows:
            words = say("No mass recorded.")
        self.not_on_map.setText(words)
        self.not_on_map.setVisible(bool(words))
        self._assessed.show_text(_seen_on([row.when for row in rows if row.when]))

    def _show_phosphate(self) -> None:
        if self._dossier is None:
            self._hints[0].show_text("")
            self.phosphate.clear()
            return
        case, derived = self._dossier.case, self._dossier.derived
        if self._session.units == "si":
            spec = phosphate_trend(case, derived, unit="mmol/L")
        else:
            spec = phosphate_trend(case, derived, unit="mg/dL")
        self._hints[0].show_text(spec.subtitle)
        self.phosphate.show_spec(spec)

    def _follow_units(self) -> None:
        self.strip.show_results(self._dossier, self._session.units)
        self._show_phosphate()

    def _follow_mass(self, mass_id: str) -> None:
        self.map.select(mass_id)
        self.list.select(mass_id)
        self.growth.select(mass_id)
        if self._dossier is None:
            self._hints[1].show_text("")
            self.growth.clear()
            return
        case, derived = self._dossier.case, self._dossier.derived
        spec = mass_growth(case, derived, selected=mass_id, told=self._told)
        notes = [spec.subtitle, say("ND = not detectable") if spec.floor else ""]
        self._hints[1].show_text("; ".join(note for note in notes if note))
        self.growth.show_spec(spec)


def _seen_on(whens: list[str]) -> str:
    """The time of the latest looks, where all masses were looked at together."""
    return whens[0] if whens and len(set(whens)) == 1 else ""
