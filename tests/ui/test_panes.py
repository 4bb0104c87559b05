"""Moving by keyboard between panes, and charts as tables from anywhere on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.views.overview import OverviewPage

if TYPE_CHECKING:
    from tests.ui.pages import WindowPage

NONE = Qt.KeyboardModifier.NoModifier


def holder(window: WindowPage) -> str:
    """In which pane the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    patient = window.main.navigation.patient_page
    panes: dict[str, QWidget] = {
        "rail": window.main.rail,
        "alerts": patient.alerts,
        "tabs": patient.tabs,
        "menu row": window.main.menu_row,
    }
    shown = window.main.navigation.shown_page
    assert shown is not None
    panes["page"] = shown
    return next(name for name, one in panes.items() if one is focused or one.isAncestorOf(focused))


def test_f6_goes_round_through_all_panes_and_back(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.navigation.show_tab("records")
    assert holder(window) == "page"
    seen = []
    for _ in range(5):
        window.shortcut(Qt.Key.Key_F6, NONE)
        seen.append(holder(window))
    assert seen == ["menu row", "rail", "alerts", "tabs", "page"]
    window.shortcut(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert holder(window) == "tabs"


def test_a_pane_remembers_where_the_keyboard_was(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.navigation.show_tab("records")
    kinds = window.main.navigation.shown_page
    assert kinds is not None
    chosen = kinds.findChild(QWidget, "recordKinds")
    assert chosen is not None
    chosen.setFocus()
    for _ in range(5):
        window.shortcut(Qt.Key.Key_F6, NONE)
    assert QApplication.focusWidget() is chosen


def test_ctrl_t_turns_the_first_chart_into_a_table_from_anywhere(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    page = window.main.navigation.show_tab("overview")
    assert isinstance(page, OverviewPage)
    window.main.navigation.patient_page.setFocus()
    window.shortcut(Qt.Key.Key_T)
    assert page.phosphate.table_action.isChecked()
    window.shortcut(Qt.Key.Key_T)
    assert not page.phosphate.table_action.isChecked()
    page.growth.setFocus()
    window.keys.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.growth.table_action.isChecked()
    window.main.navigation.patient_page.setFocus()
    window.shortcut(Qt.Key.Key_T)  # the chart used last
    assert not page.growth.table_action.isChecked()


def test_a_page_without_chart_or_problem_says_so(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_0)
    window.shortcut(Qt.Key.Key_T)
    assert window.main.status.note.text() == "No chart on this page"
    window.shortcut(Qt.Key.Key_F8, NONE)
    assert window.main.status.note.text() == "No problems on this page"
