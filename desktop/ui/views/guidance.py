"""The guidance page: differential, criteria with their evidence and sources, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import mark, say, say_count
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.guidance_criteria import CriteriaCard
from desktop.ui.views.guidance_deeds import GuidanceDeeds
from desktop.ui.views.guidance_side import GuidanceSide
from desktop.ui.views.guidance_tests import TestsCard
from desktop.ui.widgets.basics import Card, InlineMessage, label, rule
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.fit_legend import FitLegend
from desktop.ui.widgets.fit_list import FitList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from desktop.guidance.assessment import Candidate
    from desktop.guidance.dossier import Dossier
    from desktop.ui.models.criteria import CriteriaModel
    from desktop.ui.session import Session

APPLYING = mark("Applying the guidance…")
FAILED = mark("The guidance could not be applied to this patient.")
NOT_PROBABILITY = mark("Fit is not a probability. Ancestry is recorded but is not a criterion.")
LEFT_WIDTHS, SIDE_WIDTHS = (268, 236), (368, 318)
"""Widths of the outer columns: at the reference size, and compact."""
STACKED_BELOW = 1100
"""Narrower pages (or as wide with larger text) have advice below the criteria."""
STACKED_HEIGHT = 380


class GuidancePage(QWidget):
    """Shows one assessment; nothing that is worked out here is stored."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._chosen = ""
        self._patient = ""
        self._is_compact = False
        self._is_filling = False
        self.deeds = GuidanceDeeds(session, self)
        self.message = InlineMessage()
        self.news = InlineMessage()
        self.differential = FitList()
        self._lay_out(session)
        self._connect()
        self._size_columns()

    def _lay_out(self, session: Session) -> None:
        """Outer parts first: moving what is filled would cost its style once more."""
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(8)
        page.addWidget(self.message)
        page.addWidget(self.news)
        row = QHBoxLayout()
        row.setSpacing(10)
        page.addLayout(row, 1)
        self.left = Card(say("Differential"))
        elided_hint(self.left).show_text(say("by fit of criteria"))
        self.left.body.addWidget(self.differential, 1)
        self.left.body.addWidget(rule())
        self.left.body.addWidget(FitLegend())
        note = label(say(NOT_PROBABILITY), "hint", wrap=True)
        note.setContentsMargins(12, 0, 12, 8)
        self.left.body.addWidget(note)
        row.addWidget(self.left)
        content = QWidget()
        content.setProperty("page", "true")
        self._area = _scrolling(content)
        row.addWidget(self._area, 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(10)
        self._middle = QWidget()
        self._columns.addWidget(self._middle, 1)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        self.card = CriteriaCard()
        middle.addWidget(self.card, 3)
        self.tests = TestsCard()
        middle.addWidget(self.tests, 1)
        self.side = GuidanceSide(session)
        self._columns.addWidget(self.side)

    def _connect(self) -> None:
        self.differential.selectionModel().currentChanged.connect(self._show_candidate)
        self.card.followed.connect(self.deeds.follow)
        self.card.strip.acted.connect(self.deeds.act)
        self.tests.acted.connect(self._act)
        self.side.connect_lists()
        self.side.acted.connect(self._act)
        self.side.changes.store_wanted.connect(self.deeds.store)
        self.side.changes.compared.connect(self._show_messages)
        self.side.changes.list.acted.connect(self.deeds.act)
        self.message.action.clicked.connect(lambda: self._lead_to(self.side.failures))
        self.news.action.clicked.connect(lambda: self._lead_to(self.side.changes))
        theme_signals.changed.connect(self._size_columns)
        for one, after in zip(self._stops(), list(self._stops())[1:], strict=False):
            QWidget.setTabOrder(one, after)

    def _stops(self) -> Iterator[QWidget]:
        """Where Tab goes, from left to right."""
        yield from (self.message.action, self.news.action, self.differential)
        yield from (self.card.table, self.card.strip, *self.tests.stops())
        for card in self.side.cards():
            if card is self.side.plan:
                yield self.side.patient_button
            yield card.list
        yield from (self.side.changes.store_button, self.side.changes.list)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the assessment of a patient, or that the guidance is being applied.

        After an edit the page stays as it is until the new assessment comes, in the same call:
        emptied in between, it would lose the reader's place.
        """
        if dossier is not None and dossier.is_assessed:
            self._show_assessment(dossier)
        elif not (dossier and self._session.has_rules and self._is_about(dossier)):
            self._show_nothing(say(APPLYING) if dossier else "", dossier)

    def _is_about(self, dossier: Dossier) -> bool:
        shown = self._dossier
        return shown is not None and shown.case.patient.id == dossier.case.patient.id

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """Show what the guidance gave, once it was applied or has failed."""
        if has_failed:
            self._show_nothing(say(FAILED), dossier)
            kept = say("The record is safe. Alerts and advice are missing here: decide without.")
            self.message.show_message("stop", f"{say(FAILED)} {kept}")
        else:
            self.show_dossier(dossier)

    def _show_assessment(self, dossier: Dossier) -> None:
        """The disorder that was chosen stays chosen for as long as the patient does."""
        self._dossier = dossier
        if self._patient != dossier.case.patient.id:
            self._patient, self._chosen = dossier.case.patient.id, ""
        self.deeds.dossier = dossier
        found = dossier.assessment
        self._is_filling = True
        self.differential.fits.show_candidates(found.differential)
        names = [candidate.name for candidate in found.differential]
        place = names.index(self._chosen) if self._chosen in names else 0
        self.differential.setCurrentIndex(self.differential.fits.index(place, 0))
        self.differential.scrollTo(self.differential.currentIndex())
        self._is_filling = False
        self._show_candidate()
        self.tests.show_assessment(found)
        self.side.show_dossier(dossier)
        self._show_messages()

    def _show_messages(self) -> None:
        """What failed, and that the rules are no longer those of the stored assessment."""
        if self._dossier is None:
            return
        failures = self._dossier.assessment.failures
        self.message.hide()
        if failures:
            told = say_count(
                len(failures),
                "A part of the guidance could not be worked out: its advice is missing here.",
                "{n} parts of the guidance could not be worked out: their advice is missing here.",
            )
            self.message.show_message("stop", told, action=say("Show"))
        self.news.hide()
        changes = self.side.changes.changes
        if changes is not None and self.side.changes.are_rules_different:
            told = say(
                "Guidance changed from {then} to {now}. {summary}",
                then=changes.edition_then,
                now=changes.edition_now,
                summary=self.side.changes.summary(),
            )
            self.news.show_message("info", told, action=say("What changed"))

    def _show_nothing(self, words: str, dossier: Dossier | None) -> None:
        self._dossier = None
        self.deeds.dossier = dossier
        self.differential.fits.show_candidates(())
        self.card.show_nothing(words)
        self.tests.show_assessment(None)
        self.side.show_dossier(None)
        self.message.hide()
        self.news.hide()

    def current(self) -> Candidate | None:
        """The disorder whose criteria are shown."""
        row = self.differential.currentIndex().row()
        candidates = self.differential.fits.candidates
        return candidates[row] if 0 <= row < len(candidates) else None

    @property
    def criteria(self) -> CriteriaModel:
        """The criteria that are shown."""
        return self.card.criteria

    def _show_candidate(self) -> None:
        candidate = self.current()
        if candidate is None or self._dossier is None or self._is_filling:
            return
        self._chosen = candidate.name
        self.card.show_candidate(candidate, self._dossier.case)

    def _act(self, key: str, name: str) -> None:
        if name == "sources":
            self.card.show_sources_of(key, self.deeds.sources_of(key))
        else:
            self.deeds.act(key, name)

    def focus_first(self) -> None:
        """Begin with the differential."""
        self.differential.setFocus(Qt.FocusReason.TabFocusReason)

    def _lead_to(self, card: Card) -> None:
        self._area.ensureWidgetVisible(self.side)
        self.side.lead_to(card)

    def show_rule(self, rule: str) -> bool:
        """Lead to an alert, advice, test, monitoring item or criterion by the id of its rule."""
        if self.side.choose(rule):
            self._area.ensureWidgetVisible(self.side)
            return True
        if self.tests.choose(rule):
            return True
        for row, candidate in enumerate(self.differential.fits.candidates):
            ids = [criterion.id for criterion in candidate.criteria]
            if rule in ids:
                self.differential.setCurrentIndex(self.differential.fits.index(row, 0))
                self.card.table.selectRow(ids.index(rule))
                self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def compact(self, is_compact: bool) -> None:
        """Narrower outer columns."""
        self._is_compact = is_compact
        self.card.compact(is_compact)
        self.tests.compact(is_compact)
        self._size_columns()

    def _size_columns(self) -> None:
        at, current = int(self._is_compact), theme()
        is_stacked = self.width() < current.px(STACKED_BELOW)
        self.left.setFixedWidth(current.px(LEFT_WIDTHS[at]))
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        least = current.px(STACKED_HEIGHT) if is_stacked else 0
        needs = self._middle.minimumSizeHint().height()
        self._middle.setMinimumHeight(least if needs < least else 0)
        self.side.setMinimumHeight(least)
        if is_stacked:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        else:
            self.side.setFixedWidth(current.px(SIDE_WIDTHS[at]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put advice beside or below the criteria."""
        super().resizeEvent(event)
        self._size_columns()


def _scrolling(content: QWidget) -> QScrollArea:
    """Content that scrolls where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
