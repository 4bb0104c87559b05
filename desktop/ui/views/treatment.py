"""The Treatment page: drugs with their cautions, the timeline, and all entries of the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.treatment_drugs import DrugsCard
from desktop.ui.views.treatment_entries import EntriesCard
from desktop.ui.views.treatment_timeline import TimelineCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session

DRUG_WIDTHS = (420, 380)
"""Width of the drugs at the reference size, and compact."""
ENTRY_HEIGHTS = (272, 152)
WIDEST_DRUGS = 560
MOST_SHARE = 0.31
"""Of the window's width, for the drugs, however large the text."""
LOWEST_TIMELINE = 290


class TreatmentPage(QWidget):
    """What was done for the open patient, and what came of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._is_compact = False
        self.drugs = DrugsCard(session)
        self.timeline = TimelineCard(session)
        self.entries = EntriesCard(session)
        page, right = QHBoxLayout(self), QVBoxLayout()
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        right.setSpacing(10)
        right.addWidget(self.timeline, 1)
        right.addWidget(self.entries)
        page.addWidget(self.drugs)
        page.addLayout(right, 1)
        self.timeline.picked.connect(session.select_mass)
        session.selected_mass.connect(self.timeline.select_mass)
        session.units_changed.connect(self.timeline.draw_again)
        theme_signals.changed.connect(self._size_cards)
        self.compact(False)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change; None empties the page."""
        self._dossier = dossier
        self.drugs.show_dossier(dossier)
        self.timeline.show_dossier(dossier, self._session.mass_id)
        self.entries.show_dossier(dossier)

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """Add cautions and monitoring to the drugs."""
        if dossier is self._dossier:
            self.drugs.show_dossier(dossier, has_failed=has_failed)

    def show_record(self, record_id: str) -> bool:
        """Choose a drug or any other entry of the course; False for what is not here."""
        if self.drugs.list.choose(record_id):
            self.drugs.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.entries.show_record(record_id)

    def focus_first(self) -> None:
        """Begin with the drugs, or where one is added."""
        has_drugs = bool(self.drugs.list.entries.entries)
        where = self.drugs.list if has_drugs else self.drugs.add_button
        where.setFocus(Qt.FocusReason.TabFocusReason)

    def compact(self, is_compact: bool) -> None:
        """Lower rows, fewer lanes, a narrower column of drugs."""
        self._is_compact = is_compact
        self.timeline.compact(is_compact)
        self.entries.compact(is_compact)
        self._size_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the drugs their share of the new width."""
        super().resizeEvent(event)
        self._size_cards()

    def _size_cards(self) -> None:
        at = int(self._is_compact)
        wider = max(self.width() - 1500, 0) // 5
        wanted = theme().px(min(DRUG_WIDTHS[at] + wider, WIDEST_DRUGS))
        self.drugs.setFixedWidth(min(wanted, round(self.window().width() * MOST_SHARE)))
        self.timeline.setMinimumHeight(theme().px(LOWEST_TIMELINE))
        self.entries.setFixedHeight(theme().px(ENTRY_HEIGHTS[at]))
