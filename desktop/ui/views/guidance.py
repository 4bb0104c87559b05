"""The guidance page: differential, criteria with their evidence and sources, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.guidance.sources import labels
from desktop.ui.models.criteria import CriteriaModel, grounds
from desktop.ui.sources import is_statement, source_text
from desktop.ui.theme import theme
from desktop.ui.views.guidance_side import GuidanceSide, entry
from desktop.ui.widgets.basics import Card, clear, label, rule
from desktop.ui.widgets.fit_list import FitList, counts_text
from desktop.ui.widgets.guidance_column import FAILED

if TYPE_CHECKING:
    from desktop.guidance.assessment import Assessment, Candidate
    from desktop.guidance.dossier import Dossier

APPLYING = "Applying the guidance…"
MOST_SOURCE_HEIGHT = 118
"""Higher, and the texts of the sources would push the criteria off a small screen."""
NOT_PROBABILITY = "Fit is not a probability. Ancestry is recorded but is not a criterion."


class GuidancePage(QWidget):
    """Shows one assessment; nothing here is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differential = FitList()
        self.criteria = CriteriaModel(self)
        self._chosen = ""
        self.table = _criteria_table(self.criteria)
        self.side = GuidanceSide()
        self.card = Card("")
        self.source = label("", "label", wrap=True)
        self.tests = Card("Next most informative tests", icon="bulb")
        self._lay_out()
        self.differential.selectionModel().currentChanged.connect(self._show_candidate)
        self.table.selectionModel().currentRowChanged.connect(self._show_source)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(lambda: self._fitting.start(0))

    def _lay_out(self) -> None:
        left = Card("Differential", hint="by fit of criteria")
        left.body.addWidget(self.differential)
        left.body.addWidget(rule())
        note = label(NOT_PROBABILITY, "hint", wrap=True)
        note.setContentsMargins(12, 8, 12, 8)
        left.body.addWidget(note)
        left.setFixedWidth(theme().px(300))
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(rule())
        self.source.setContentsMargins(12, 8, 12, 8)
        sources = _scrolling(self.source)
        sources.setMaximumHeight(theme().px(MOST_SOURCE_HEIGHT))
        self.card.body.addWidget(sources)
        tests = QWidget()
        tests.setProperty("page", "true")
        self._tests = QVBoxLayout(tests)
        self._tests.setContentsMargins(0, 0, 0, 0)
        self._tests.setSpacing(0)
        self.tests.body.addWidget(_scrolling(tests))
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.card, 3)
        middle.addWidget(self.tests, 2)
        page = QHBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(left)
        page.addLayout(middle, 1)
        page.addWidget(self.side)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the assessment of a patient, or that the guidance is being applied."""
        if dossier is not None and dossier.is_assessed:
            self._show_assessment(dossier.assessment)
        else:
            self._show_nothing(APPLYING if dossier else "")

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """Show what the guidance gave, once it was applied or has failed."""
        if has_failed:
            self._show_nothing(FAILED)
        else:
            self.show_dossier(dossier)

    def _show_assessment(self, assessment: Assessment) -> None:
        """The disorder that was chosen stays chosen."""
        self.differential.fits.show_candidates(assessment.differential)
        names = [candidate.name for candidate in assessment.differential]
        place = names.index(self._chosen) if self._chosen in names else 0
        self.differential.setCurrentIndex(self.differential.fits.index(place, 0))
        self._show_candidate()
        self._show_tests(assessment)
        self.side.show_assessment(assessment)

    def _show_nothing(self, words: str) -> None:
        self.differential.fits.show_candidates(())
        self.criteria.show_criteria(())
        self.card.title.setText(words)
        self.card.hint.clear()
        self.source.clear()
        clear(self._tests)
        self.side.clear()

    def current(self) -> Candidate | None:
        """The disorder whose criteria are shown."""
        row = self.differential.currentIndex().row()
        candidates = self.differential.fits.candidates
        return candidates[row] if 0 <= row < len(candidates) else None

    def _show_candidate(self) -> None:
        candidate = self.current()
        if candidate is None:
            return
        self._chosen = candidate.name
        self.card.title.setText(candidate.name)
        self.card.hint.setText(f"{candidate.standing.capitalize()}: {counts_text(candidate)}")
        self.criteria.show_criteria(candidate.criteria)
        self.table.resizeRowsToContents()
        self.table.selectRow(0)
        self._show_source()

    def _show_source(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.criteria.criteria):
            self.source.clear()
            return
        criterion = self.criteria.criteria[row]
        told = [f"Evidence: {'; '.join(criterion.because)}."] if criterion.because else []
        for key in grounds(criterion):
            kind = "source text" if is_statement(key) else "later knowledge"
            told.append(f"{labels([key])[0]} ({kind}): {source_text(key)}")
        self.source.setText("\n".join(told) or "No source is named for this criterion.")

    def _show_tests(self, assessment: Assessment) -> None:
        clear(self._tests)
        for test in assessment.next_tests[:3]:
            sources = (*test.statements, *test.references)
            self._tests.addWidget(entry(("test-pipe", "ink2"), test.text, [test.why], sources))
        if not assessment.next_tests:
            nothing = label("No test would tell the remaining disorders apart.", "hint")
            nothing.setContentsMargins(12, 8, 12, 8)
            self._tests.addWidget(nothing)
        self._tests.addStretch(1)


def _scrolling(content: QWidget) -> QScrollArea:
    """The content in a part of the page that scrolls rather than cuts its text."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def _criteria_table(model: CriteriaModel) -> QTableView:
    made = QTableView()
    made.setObjectName("criteria")
    made.setAccessibleName("Criteria of the chosen disorder")
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setWordWrap(True)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    made.setColumnWidth(0, theme().px(104))
    made.setColumnWidth(3, theme().px(100))
    return made
