"""The page of genes and family: variants, genes worth testing, the pedigree and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models.entries import Entry
from desktop.ui.models.family import untested_siblings
from desktop.ui.models.genetics import (
    ADD_VARIANT,
    EDIT,
    GUIDANCE,
    REMOVE,
    family_advice_entries,
    gene_test_entries,
    hint_entries,
    leading_words,
    variant_entries,
)
from desktop.ui.theme import theme, theme_signals
from desktop.ui.views.genetics_family import FamilyCard
from desktop.ui.views.treatment_sources import SourcesNote
from desktop.ui.widgets.basics import Card, button, label
from desktop.ui.widgets.card import elided_hint
from desktop.ui.widgets.entry_list import SOURCES, EntryList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.records import Variant
    from desktop.guidance.dossier import Dossier
    from desktop.ui.session import Session

LEFT_WIDTHS = (420, 372)
"""Width of genes and tests at the reference size, and compact."""
WIDEST_LEFT = 560
MOST_SHARE = 0.31
"""Of the window's width, for the genes, however large the text."""


class GeneticsPage(QWidget):
    """Variants and relatives of the open patient."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._is_compact = False
        self.variants_card = self._make_variants_card()
        self.tests_card = self._make_tests_card()
        self.family = FamilyCard(session)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.variants_card, 1)
        left.addWidget(self.tests_card, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(12, 10, 12, 10)
        page.setSpacing(10)
        page.addWidget(self._left)
        page.addWidget(self.family, 1)
        self.family.changed.connect(self._show_advice)
        theme_signals.changed.connect(self._size_cards)
        self.compact(False)

    def _make_variants_card(self) -> Card:
        card = Card(say("Variants"), icon="dna-2")
        self._counted = elided_hint(card)
        self.add_button = button(say("Add"), "header", icon="plus")
        self.add_button.setAccessibleName(say("Add a genetic variant"))
        self.add_button.clicked.connect(self._add_variant)
        card.header.addWidget(self.add_button)
        self.variants = EntryList(say("Variants"), keeps_choice=True)
        self.hints = EntryList(say("Hints about the variants"))
        self.no_variants = label("", "hint", wrap=True)
        self.no_variants.setContentsMargins(12, 10, 12, 10)
        self.variants.acted.connect(self._act_on_variant)
        self.variants.doubleClicked.connect(
            lambda _index: self._act_on_variant(self.variants.current_key(), EDIT)
        )
        self.hints.acted.connect(lambda key, _name: self._show_sources(self.hints, key))
        self.variants.installEventFilter(self)
        card.body.addWidget(_column(self.no_variants, self.variants, self.hints))
        return card

    def _make_tests_card(self) -> Card:
        card = Card(say("Gene tests, family"), icon="bulb")
        self.leading = label("", "hint", wrap=True)
        self.leading.setContentsMargins(12, 8, 12, 4)
        self.tests = EntryList(say("Gene tests"))
        self.advice = EntryList(say("Advice about the family"))
        self.sources = SourcesNote()
        for part in (self.tests, self.advice):
            part.acted.connect(self._act_on_advice)
        card.body.addWidget(_column(self.leading, self.tests, self.advice), 1)
        card.body.addWidget(self.sources)
        return card

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show a patient, or the same one after a change; None empties the page."""
        is_other = _id(dossier) != _id(self._dossier)
        self._dossier = dossier
        if is_other:
            self.sources.hide()
        case = dossier.case if dossier else None
        entries = variant_entries(case) if case else []
        self.variants.show_entries(entries)
        self.hints.show_entries(hint_entries(case) if case else [])
        self._counted.show_text(say("{n} recorded", n=len(entries)) if entries else "")
        self.no_variants.setText(
            say(
                "No variant recorded. A test without a finding goes here"
                " as well, as a benign variant or a note."
            )
        )
        self.no_variants.setVisible(dossier is not None and not entries)
        self.family.show_dossier(dossier)
        self._show_advice()

    def show_guidance(self, dossier: Dossier, *, has_failed: bool) -> None:
        """Add gene tests and advice about the family."""
        if dossier is self._dossier:
            self._show_advice(has_failed=has_failed)

    def _show_advice(self, *, has_failed: bool = False) -> None:
        dossier = self._dossier
        if dossier is None or not dossier.is_assessed:
            self.tests.show_entries([])
            self.advice.show_entries([])
            words = say("The guidance failed: gene tests are missing here.") if has_failed else ""
            self.leading.setText(words)
            self.leading.setVisible(has_failed)
            return
        family = self.family.family
        untested = untested_siblings(family) if family else ()
        tests = gene_test_entries(dossier)
        self.tests.show_entries(tests)
        self.advice.show_entries(family_advice_entries(dossier, untested=untested))
        self.leading.setText(_about_tests(dossier, tests))
        self.leading.show()

    def focus_first(self) -> None:
        """Begin with the variants, or where one is added."""
        where = self.variants if self.variants.entries.entries else self.add_button
        where.setFocus(Qt.FocusReason.TabFocusReason)

    def show_record(self, record_id: str) -> bool:
        """Choose a variant or a relative; False for what is not here."""
        if self.variants.choose(record_id):
            self.variants.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.family.show_record(record_id)

    def compact(self, is_compact: bool) -> None:
        """Lower rows, a narrower column of genes."""
        self._is_compact = is_compact
        self.family.compact(is_compact)
        self._size_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the genes their share of the new width."""
        super().resizeEvent(event)
        self._size_cards()

    def _size_cards(self) -> None:
        at = int(self._is_compact)
        wider = max(self.width() - 1500, 0) // 5
        wanted = theme().px(min(LEFT_WIDTHS[at] + wider, WIDEST_LEFT))
        self._left.setFixedWidth(min(wanted, round(self.window().width() * MOST_SHARE)))

    def _add_variant(self) -> None:
        self._session.asks.add.emit("variants", {})

    def _variant(self, key: str) -> Variant | None:
        held = self._dossier.case.variants if self._dossier else ()
        return next((one for one in held if one.id == key), None)

    def _act_on_variant(self, key: str, name: str) -> None:
        found = self._variant(key)
        if found is None:
            return
        if name == EDIT:
            self._session.asks.edit.emit(found)
        elif name == REMOVE:
            self._session.asks.remove.emit(found)
        elif name == SOURCES:
            self._show_sources(self.variants, key)

    def _act_on_advice(self, key: str, name: str) -> None:
        if name == ADD_VARIANT:
            self._add_variant()
        elif name == GUIDANCE:
            self._session.asks.show_page.emit("guidance")
        elif name == SOURCES:
            held = [one.key for one in self.tests.entries.entries]
            self._show_sources(self.tests if key in held else self.advice, key)

    def _show_sources(self, where: EntryList, key: str) -> None:
        found = next(one for one in where.entries.entries if one.key == key)
        self.sources.show_sources(found.title, found.sources)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 edits the chosen variant, Delete removes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            deeds = {Qt.Key.Key_F2: EDIT, Qt.Key.Key_Delete: REMOVE}
            name = deeds.get(Qt.Key(event.key()), "")
            if name and self.variants.current_key():
                self._act_on_variant(self.variants.current_key(), name)
                return True
        return super().eventFilter(watched, event)


def _id(dossier: Dossier | None) -> str:
    return dossier.case.patient.id if dossier else ""


def _about_tests(dossier: Dossier, tests: list[Entry]) -> str:
    leading = leading_words(dossier)
    if not leading:
        return say("No disorder leads, so no gene is proposed.")
    if not tests:
        return say("Leading: {disorders}. No gene test is open in the guidance.", disorders=leading)
    return say("Leading: {disorders}.", disorders=leading)


def _column(*parts: QWidget) -> QScrollArea:
    """Parts one below the other that scroll together."""
    held = QWidget()
    held.setProperty("page", "true")
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(held)
    return scroll
