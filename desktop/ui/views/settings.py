"""The settings: everything applies at once, there is nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.dialogs import Dialogs
from desktop.ui.settings import Settings
from desktop.ui.views.settings_look import LookCard, PersonCard
from desktop.ui.views.settings_places import KeysCard, PlacesCard
from desktop.ui.views.settings_ranges import RangesCard
from desktop.ui.views.settings_safety import SafetyCard
from desktop.ui.views.settings_steps import StepsCard
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.cohort_columns import CardColumns

if TYPE_CHECKING:
    from desktop.ui.session import Session

NARROWEST = 520
"""Pixels of the design that a column of settings needs."""


class SettingsPage(QWidget):
    """What belongs to this user at the left, what belongs to the registry at the right."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        dialogs: Dialogs | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        kept = settings or Settings()
        self.look = LookCard(session, kept)
        self.person = PersonCard(session, kept)
        self.ranges = RangesCard(session, dialogs or Dialogs())
        self.steps = StepsCard(session)
        self.places = PlacesCard(session)
        self.keys = KeysCard(session)
        self.safety = SafetyCard(session, kept)
        self._lay_out()
        session.registry_changed.connect(self.places.read_again)
        session.registry_changed.connect(self.steps.read_again)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(say("Settings"), "title"))
        head.addWidget(label(say("Everything applies at once."), "hint"), 1)
        columns = CardColumns(2, narrowest=NARROWEST)
        own: tuple[QWidget, ...] = (self.look, self.person, self.safety, self.keys)
        shared: tuple[QWidget, ...] = (self.ranges, self.steps, self.places)
        for place, cards in enumerate((own, shared)):
            for card in cards:
                columns.add(card, place)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(columns)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addLayout(head)
        page.addWidget(self.area, 1)

    def read_again(self) -> None:
        """Show what is in force."""
        self.look.read_again()
        self.person.read_again()
        self.safety.read_again()
        self.ranges.read_again()
        self.steps.read_again()
        self.places.read_again()

    def focus_first(self) -> None:
        """Begin at the colors."""
        chosen = self.look.themes.value
        self.look.themes.buttons[chosen or "light"].setFocus(Qt.FocusReason.OtherFocusReason)

    def compact(self, _is_compact: bool) -> None:
        """Cards take the room there is, whatever the size of the window."""
