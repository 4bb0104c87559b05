"""The cohort page: counts of the whole registry, each of which opens its patients."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.ui.models.cohort import FigureModel
from desktop.ui.views.cohort import CohortPage

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.ui.pages import WindowPage


@pytest.fixture
def page(window: WindowPage) -> CohortPage:
    window.main.commands["show_cohort"].trigger()
    found = window.main.navigation.place("cohort")
    assert isinstance(found, CohortPage)
    window.bot.waitUntil(lambda: found.board is not None, timeout=15000)
    return found


def listed(page: CohortPage) -> list[str]:
    return [row.patient_id for row in page.patients.model.rows]


def test_everybody_is_counted_and_listed(page: CohortPage) -> None:
    assert page.tiles.tiles["all"].count.text() == "2"
    assert sorted(listed(page)) == ["CR-0007", "CR-0011"]
    assert "2 patients as of" in page.head.hint.text()


def test_every_figure_is_a_sound_model(page: CohortPage, qtmodeltester: ModelTester) -> None:
    for card in page.cards.values():
        qtmodeltester.check(card.list.bars)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    qtmodeltester.check(FigureModel())  # type: ignore[no-untyped-call]  # pytest-qt has no types
    sex = page.cards["sex"].list.bars
    spoken = sex.data(sex.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Female: 1 of 2 patients, 50 %"


def test_enter_on_a_bar_lists_its_patients_and_escape_all(
    window: WindowPage, page: CohortPage
) -> None:
    bars = page.cards["sex"].list
    bars.setFocus()
    bars.setCurrentIndex(bars.bars.index(bars.bars.row_of("male"), 0))
    window.keys.press(Qt.Key.Key_Return)
    assert listed(page) == ["CR-0011"]
    assert page.patients.hint.text() == "Sex: Male · 1 patient"
    page.patients.table.setFocus()
    window.keys.press(Qt.Key.Key_Escape)
    assert len(listed(page)) == 2


def test_a_tile_and_a_bar_are_never_chosen_both(page: CohortPage) -> None:
    page.choose("sex", "male")
    page.tiles.tiles["high"].click()
    assert page.cards["sex"].list.chosen_key() == ""
    assert listed(page) == ["CR-0007"]
    page.choose("sex", "male")
    assert page.tiles.chosen == ""
    assert listed(page) == ["CR-0011"]


def test_enter_opens_the_patient(window: WindowPage, page: CohortPage) -> None:
    page.choose("sex", "female")
    page.patients.table.setFocus()
    window.keys.press(Qt.Key.Key_Return)
    assert window.case.patient.patient_id == "CR-0007"


def test_a_bar_of_key_data_lists_who_lacks_it(page: CohortPage) -> None:
    page.choose("complete", "phosphate")
    assert listed(page) == ["CR-0011"]
    assert page.patients.hint.text() == "Without phosphate · 1 patient"


def test_a_copied_figure_names_nobody(page: CohortPage) -> None:
    page.cards["diagnosis"].copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert "Hyperphosphatemic tumoral calcinosis\t1\t2" in text
    for secret in ("Fiktiva", "FIKTIVA", "CR-0007", "lena"):
        assert secret not in text
    assert "point at a person" in text


def test_charts_have_an_equal_table_and_follow_the_units(
    window: WindowPage, page: CohortPage
) -> None:
    spec = page.charts[0].spec
    assert spec is not None
    assert spec.y.unit == "mg/dL"
    assert spec.table
    window.main.session.set_units("si")
    spec = page.charts[0].spec
    assert spec is not None
    assert spec.y.unit == "mmol/L"


def test_a_change_is_counted_when_the_page_is_seen_again(
    window: WindowPage, page: CohortPage
) -> None:
    omar = next(row for row in window.main.session.patients if row.id == "omar")
    registry = window.main.session.registry
    assert registry is not None
    patient = registry.case(omar.id).patient
    window.main.session.change("Set", lambda edit: edit.put(replace(patient, sex="female")))
    window.bot.waitUntil(
        lambda: [bar.count for bar in page.cards["sex"].list.bars.bars] == [2], timeout=15000
    )


def test_what_was_stopped_shows_no_part_and_goes_on(window: WindowPage, page: CohortPage) -> None:
    page.board = None
    page.feed.stopped.emit(1, 2)
    assert "a part would mislead" in page.message.text.text()
    page.message.action.click()
    window.bot.waitUntil(lambda: page.board is not None, timeout=15000)
    assert page.message.isHidden()
