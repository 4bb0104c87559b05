"""The right side of the guidance page: what not to do, plan, monitoring, what was set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models import advice, alerts, lacking
from desktop.ui.views.guidance_changes import ChangesCard
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.entries import Entry
    from desktop.ui.session import Session


class EntryCard(Card):
    """A card with a list of entries; hidden, or with a sentence, while there are none."""

    def __init__(self, title: str, icon: str, *, nothing: str = "", tint: str = "") -> None:
        super().__init__(title, icon=icon)
        self.list = EntryList(title)
        self._nothing = label(nothing, "hint", wrap=True)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list)
        head = self.header.parentWidget()
        if tint and head is not None:
            head.setProperty("alert", tint)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries and how many there are."""
        self.list.show_entries(entries)
        self.hint.setText(f"{len(entries)}" if entries else "")
        self._nothing.setVisible(not entries)
        self.setVisible(bool(entries) or bool(self._nothing.text()))


class GuidanceSide(QScrollArea):
    """Cards one below the other; they scroll together. ``acted`` is that of all their lists."""

    acted = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("page", "true")
        self.setWidget(page)  # before it is filled: moving what is there costs style anew
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._make_cards()
        self.changes = ChangesCard(session)
        self.patient_button = button(say("For the patient"), "header", icon="user")
        self.patient_button.setCheckable(True)
        self.patient_button.setToolTip(say("Show the wording for patients beside each text"))
        self.patient_button.toggled.connect(self._fill)
        self.plan.header.addWidget(self.patient_button)
        for card in (*self.cards(), self.changes):
            column.addWidget(card)
        column.addStretch(1)

    def _make_cards(self) -> None:
        no_alert = say("No alert follows from what is recorded.")
        no_plan = say("Nothing follows from what is recorded.")
        self.alerts = EntryCard(
            say("Do not, or only after review"), "alert-octagon", nothing=no_alert, tint="hold"
        )
        self.failures = EntryCard(say("Could not be worked out"), "alert-triangle", tint="hold")
        self.signs = EntryCard(say("Warning signs"), "alert-triangle", tint="caution")
        self.plan = EntryCard(say("Plan"), "pill", nothing=no_plan)
        no_watch = say("Nothing is to be watched by rule.")
        self.watched = EntryCard(say("Monitoring"), "calendar-due", nothing=no_watch)
        self.missing = EntryCard(say("Not recorded yet"), "circle-dashed")
        self.unused = EntryCard(say("Not used by the guidance"), "notes")
        self.aside = EntryCard(say("Set aside"), "clock-pause")

    def cards(self) -> Iterator[EntryCard]:
        """The cards with entries, in their order."""
        yield from (self.alerts, self.failures, self.signs, self.plan, self.watched)
        yield from (self.missing, self.aside, self.unused)

    def lists(self) -> Iterator[EntryList]:
        """The lists of the cards, in their order."""
        for card in self.cards():
            yield card.list

    def connect_lists(self) -> None:
        """Pass on what is asked of any list, and follow the keyboard."""
        for one in self.lists():
            one.acted.connect(self.acted)
            one.chosen.connect(lambda _key, one=one: self._follow(one))

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show an assessment, alerts first; nothing without one."""
        self._dossier = dossier
        self._fill()

    def _fill(self) -> None:
        dossier = self._dossier
        self.setVisible(dossier is not None)
        if dossier is None:
            for card in self.cards():
                card.show_entries(())
            self.changes.show_dossier(None)
            return
        found, for_patient = dossier.assessment, self.patient_button.isChecked()
        self.alerts.show_entries(alerts.alert_entries(found, for_patient=for_patient))
        self.failures.show_entries(advice.failure_entries(found))
        self.signs.show_entries(advice.warning_sign_entries(found, for_patient=for_patient))
        self.plan.show_entries(advice.plan_entries(found, for_patient=for_patient))
        self.watched.show_entries(advice.monitoring_entries(found))
        self.missing.show_entries(lacking.missing_entries(dossier))
        self.unused.show_entries(lacking.unused_entries(dossier))
        self.aside.show_entries(advice.silenced_entries(found))
        self.changes.show_dossier(dossier)

    def choose(self, rule: str) -> bool:
        """Lead to the entry of a rule; False where no list has it."""
        for one in self.lists():
            if one.choose(rule):
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                self._follow(one)
                return True
        return False

    def _follow(self, one: EntryList) -> None:
        """Scroll so that the chosen entry is in sight."""
        inner = self.widget()
        if not one.hasFocus() or inner is None:
            return
        rect = one.row_rect(one.currentIndex().row())
        top = one.viewport().mapTo(inner, rect.topLeft())
        self.ensureVisible(top.x(), top.y() + rect.height(), 0, 8)
        self.ensureVisible(top.x(), top.y(), 0, 8)

    def lead_to(self, card: Card) -> None:
        """Scroll to a card."""
        self.verticalScrollBar().setValue(max(card.pos().y() - 8, 0))
