"""The patient list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.models.patients import PatientsModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from desktop.ui.views.patients import PatientsPage
    from tests.ui.pages import WindowPage


def list_of(window: WindowPage) -> PatientsPage:
    window.main.navigation.show_place("patients")
    return window.main.navigation.list_page


def names(window: WindowPage) -> list[str]:
    return [row.name for row in window.main.navigation.list_page.model.rows]


def test_all_patients_are_listed_with_their_count(window: WindowPage) -> None:
    page = list_of(window)
    assert names(window) == ["ERFUNDEN, Omar", "FIKTIVA, Lena"]
    assert page.hint.text() == "2 in this registry"


def test_typing_narrows_the_list_and_escape_widens_it(window: WindowPage) -> None:
    list_of(window)
    window.shortcut(Qt.Key.Key_F)
    window.keys.type("lena 2009")
    assert names(window) == ["FIKTIVA, Lena"]
    page = window.main.navigation.list_page
    assert page.hint.text() == "1 of 2 match"
    assert page.listed_patients() == ("lena",)
    window.keys.press(Qt.Key.Key_Escape)
    assert len(names(window)) == 2


def test_enter_opens_the_first_match(window: WindowPage) -> None:
    list_of(window)
    window.shortcut(Qt.Key.Key_F)
    window.keys.type("fikt")
    window.keys.press(Qt.Key.Key_Return)
    assert window.case.patient.id == "lena"


def test_nobody_found_is_said(window: WindowPage) -> None:
    page = list_of(window)
    page.field.setText("nobody of this name")
    assert page.empty.isVisible()
    assert "No patient matches" in page.empty.text()


def test_the_list_can_be_sorted_by_birth(window: WindowPage) -> None:
    page = list_of(window)
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [row.birth_date for row in page.model.rows] == ["2009-05-14", "1990"]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, window: WindowPage) -> None:
    model = PatientsModel()
    model.show_rows(window.main.session.patients)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
