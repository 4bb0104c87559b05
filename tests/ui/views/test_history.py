"""The history page: who changed what when, an earlier state, a version restored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain import records as r
from desktop.ui.views.history import HistoryPage
from tests.ui.pages import WindowPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: WindowPage) -> HistoryPage:
    window.open_patient("fiktiva")
    session = window.main.session
    lab = window.case.labs[0]
    session.change("Change phosphate", lambda edit: edit.put(replace(lab, value="5.9")))
    window.shortcut(Qt.Key.Key_8)
    found = window.main.navigation.patient_page.page("history")
    assert isinstance(found, HistoryPage)
    return found


def fields(page: HistoryPage) -> list[tuple[str, str, str, str]]:
    return [(f.name, f.before, f.after, f.change) for f in page.detail.fields.fields]


def test_the_newest_change_is_chosen_with_its_fields_before_and_after(page: HistoryPage) -> None:
    assert page.line is not None
    assert page.line.texts[2] == "Changed"
    assert fields(page) == [("Value", "5.2 mg/dL", "5.9 mg/dL", "changed")]
    assert page.table.hasFocus()


def test_ctrl_f_narrows_the_list_and_escape_shows_all(
    window: WindowPage, page: HistoryPage
) -> None:
    every = len(page.model.lines)
    window.shortcut(Qt.Key.Key_F)
    window.keys.type("shoulder")
    assert len(page.model.lines) < every
    window.keys.press(Qt.Key.Key_Escape)
    assert len(page.model.lines) == every


def test_a_day_that_cannot_be_read_is_marked_and_narrows_nothing(page: HistoryPage) -> None:
    every = len(page.model.lines)
    page.filters.first.setText("someday")
    assert page.filters.first.property("problem") == "error"
    assert len(page.model.lines) == every
    page.filters.first.setText("+1d")
    assert page.filters.first.property("problem") == ""
    assert page.model.lines == []
    assert page.empty.text() == "No change fits. Clear the filters to see all."


def test_enter_shows_the_state_of_then_plainly_marked_and_escape_leaves_it(
    window: WindowPage, page: HistoryPage
) -> None:
    page.table.selectRow(1)  # before the phosphate was changed
    window.keys.press(Qt.Key.Key_Return)
    assert page.shows_state
    assert page.state.mark.text().startswith("State of ")
    assert "not today’s" in page.state.mark.text()
    assert page.state.case is not None
    assert [lab.value for lab in page.state.case.labs] == ["5.2"]
    window.keys.press(Qt.Key.Key_Escape)
    assert not page.shows_state
    assert page.table.hasFocus()


def test_newer_and_older_states_are_a_step_away(page: HistoryPage) -> None:
    page.show_state()
    assert not page.state.newer_button.isEnabled()
    page.state.older_button.click()
    assert page.state.case is not None
    assert [lab.value for lab in page.state.case.labs] == ["5.2"]
    page.state.newer_button.click()
    assert [lab.value for lab in page.state.case.labs] == ["5.9"]


def test_an_earlier_version_is_restored_journaled_and_undone(
    window: WindowPage, page: HistoryPage
) -> None:
    detail = page.detail
    assert not detail.restore_button.isEnabled()
    detail.versions_table.selectRow(1)
    assert fields(page) == [("Value", "5.2 mg/dL", "5.9 mg/dL", "changed")]
    detail.restore_button.click()
    assert window.case.labs[0].value == "5.2"
    assert detail.message.isVisible()
    assert (
        page.model.lines[0].texts[4] == "Restore Serum phosphate 5.2 mg/dL, 17\u2011Jun\u20112025"
    )
    window.shortcut(Qt.Key.Key_Z)
    assert window.case.labs[0].value == "5.9"
    assert page.model.lines[0].texts[2] == "Changed by undo"


def test_a_removed_entry_is_brought_back(window: WindowPage, page: HistoryPage) -> None:
    window.main.session.change("Remove", lambda edit: edit.remove(window.case.labs[0]))
    assert not window.case.labs
    page.table.selectRow(0)
    detail = page.detail
    assert detail.versions.word_at(0) == "Removed"
    detail.versions_table.selectRow(1)
    detail.restore_button.click()
    assert [lab.value for lab in window.case.labs] == ["5.9"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    window: WindowPage, page: HistoryPage
) -> None:
    registry = window.main.session.registry
    assert registry is not None
    page.detail.versions_table.selectRow(1)
    lab = window.case.labs[0]
    registry.change("Elsewhere", lambda edit: edit.put(replace(lab, value="6.6")))
    page.detail.restore()
    assert "changed by someone else" in page.detail.message.text.text()
    assert registry.case("lena").labs[0].value == "6.6"


def test_a_decision_about_guidance_is_not_restored(window: WindowPage, page: HistoryPage) -> None:
    own = r.OwnInterval(id="o", patient="lena", rule="MON-1", every="P6M")
    session = window.main.session
    session.change("Set", lambda edit: edit.put(own))
    session.change("Set", lambda edit: edit.put(replace(own, every="P3M")))
    page.table.selectRow(0)
    page.detail.versions_table.selectRow(1)
    assert not page.detail.restore_button.isEnabled()
    assert "decided anew" in page.detail.reason.text()


def test_one_record_alone_is_shown_and_the_whole_history_again(page: HistoryPage) -> None:
    every = len(page.model.lines)
    assert page.show_record("p1")
    assert len(page.model.lines) == 2
    assert page.filters.only.text().startswith("Only Laboratory result")
    page.filters.only_button.click()
    assert len(page.model.lines) == every
    assert not page.show_record("nothing")


def test_another_patient_has_another_history(window: WindowPage, page: HistoryPage) -> None:
    page.filters.text.setText("phosphate")
    page.show_state()
    window.open_patient("erfunden")
    assert not page.shows_state
    assert page.filters.text.text() == ""
    assert {line.record.patient for line in page.model.lines if line.record} == {"omar"}


def test_every_control_has_a_name(page: HistoryPage) -> None:
    filters, detail = page.filters, page.detail
    for part in (
        page.table,
        filters.text,
        filters.kind,
        filters.who,
        filters.first,
        filters.last,
        detail.fields_table,
        detail.versions_table,
        page.state.kinds,
    ):
        assert part.accessibleName()
