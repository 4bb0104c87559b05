"""The card of the next most informative tests: the chosen one whole, all of them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.language import say
from desktop.ui.models.advice import entries_of_tests, entry_of_test, open_tests
from desktop.ui.models.alerts import ADD
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import Card, button, label, rule
from desktop.ui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.guidance.assessment import Assessment

LEAST_HEIGHTS = (148, 116)

LIKELY = ("established", "probable", "possible")
"""Standings that a test could tell apart."""


class TestsCard(Card):
    """What to ask next, what each answer would change, and what it asks of the patient."""

    __test__ = False
    acted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(say("Next most informative test"), icon="bulb")
        self.order = EntryList(say("Tests in their order"), keeps_choice=True, scrolls=True)
        self.detail = EntryList(say("The chosen test"), scrolls=True)
        self.add_button = button(say("Add the answer…"), "primary")
        self.add_button.clicked.connect(self._add)
        self.header.addWidget(self.add_button)
        self._nothing = label("", "hint", wrap=True)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self._head.setProperty("alert", "info")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.detail, 3)
        self._line = rule(vertical=True)
        row.addWidget(self._line)
        row.addWidget(self.order, 2)
        self.body.addWidget(self._nothing)
        self.body.addLayout(row, 1)
        self.order.chosen.connect(self._show_test)
        self.detail.acted.connect(self.acted)
        self.order.acted.connect(self.acted)
        self._assessment: Assessment | None = None
        self._is_compact = False
        self._follow_theme()
        theme_signals.changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        """A header as high as its button at any size of text."""
        self._head.setFixedHeight(theme().px(36))

    def stops(self) -> Iterator[QWidget]:
        """Where Tab goes."""
        yield from (self.add_button, self.detail, self.order)

    def minimumSizeHint(self) -> QSize:
        """Room for one test."""
        return QSize(200, theme().px(LEAST_HEIGHTS[int(self._is_compact)]))

    def compact(self, is_compact: bool) -> None:
        """Leave the criteria more room in a small window."""
        self._is_compact = is_compact
        self.updateGeometry()

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Show the tests of an assessment; the one that was chosen stays chosen."""
        self._assessment = assessment
        entries = entries_of_tests(assessment) if assessment else []
        self.order.show_entries(entries)
        for part in (self.order, self.detail, self._line, self.add_button):
            part.setVisible(bool(entries))
        self._nothing.setVisible(assessment is not None and not entries)
        if assessment is not None:
            self._nothing.setText(_without_tests(assessment))
        if entries and not self.order.current_key():
            self.order.choose(entries[0].key)
        self._show_test(self.order.current_key())

    def choose(self, rule_id: str) -> bool:
        """Choose a test by its id; False where it is not among them."""
        if self.order.choose(rule_id):
            self.order.setFocus()
            return True
        return False

    def _show_test(self, key: str) -> None:
        tests = open_tests(self._assessment) if self._assessment else []
        chosen = [test for test in tests if key in (test.id, test.test)]
        self.detail.show_entries([entry_of_test(test) for test in chosen[:1]])

    def _add(self) -> None:
        self.acted.emit(self.order.current_key(), ADD)


def _without_tests(assessment: Assessment) -> str:
    """Why no test is named: nothing is left to tell apart, or nothing points anywhere yet."""
    if any(one.standing in LIKELY for one in assessment.differential):
        return say("No test would tell the remaining disorders apart.")
    return say(
        "Nothing recorded points to a disorder yet. Begin with the masses and where they lie,"
        " phosphate, calcium, creatinine and PTH."
    )
