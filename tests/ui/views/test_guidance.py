"""The guidance page: counts and reasons, never a percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain import records as r
from desktop.ui.models.criteria import HEADER, CriteriaModel
from desktop.ui.widgets.fit_list import counts_text

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from desktop.ui.views.guidance import GuidancePage
    from tests.ui.pages import WindowPage


def page_of(window: WindowPage) -> GuidancePage:
    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_3)
    return window.main.navigation.patient_page.guidance


def test_every_disorder_is_listed_in_the_order_of_the_assessment(window: WindowPage) -> None:
    page = page_of(window)
    assert window.main.session.dossier is not None
    expected = window.main.session.dossier.assessment.differential
    assert page.differential.fits.candidates == expected


def test_fit_is_counted_and_is_no_probability(window: WindowPage) -> None:
    page = page_of(window)
    candidate = page.current()
    assert candidate is not None
    met, unknown = candidate.count("met"), candidate.count("unknown")
    assert counts_text(candidate).startswith(f"{met} met, ")
    assert counts_text(candidate).endswith(f"{unknown} unknown")
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "not a probability" in told
    assert " % likely" not in told


def test_each_criterion_says_status_in_words_and_its_source(window: WindowPage) -> None:
    page = page_of(window)
    model = page.criteria
    words = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert words <= {"Met", "Not met", "Unknown"}
    page.table.selectRow(0)
    assert "(source text)" in page.source.text() or "(later knowledge)" in page.source.text()


def test_the_page_follows_an_edit_and_keeps_the_chosen_disorder(window: WindowPage) -> None:
    page = page_of(window)
    page.differential.setCurrentIndex(page.differential.fits.index(2, 0))
    chosen = page.current()
    assert chosen is not None
    lab = r.LabResult(patient="lena", analyte="pth", flag="normal", when="2025-06-17")
    window.main.session.change("Add PTH", lambda edit: edit.put(lab))
    now = page.current()
    assert now is not None
    assert now.name == chosen.name


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, window: WindowPage) -> None:
    window.open_patient("fiktiva")
    assert window.main.session.dossier is not None
    model = CriteriaModel()
    model.show_criteria(window.main.session.dossier.assessment.differential[0].criteria)
    assert model.columnCount() == len(HEADER)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_page_shows_a_patient_again_after_it_was_emptied(window: WindowPage) -> None:
    page = page_of(window)
    dossier = window.main.session.dossier
    assert dossier is not None
    page.show_dossier(None)
    page.show_dossier(dossier)
    told = " ".join(label.text() for label in page.tests.findChildren(QLabel))
    assert dossier.assessment.next_tests[0].text in told
