"""The records of a patient, their editing and their history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.domain import records as r
from desktop.domain.columns import SHOWN_TABLES, table_named
from desktop.ui.models.records import RecordsModel, cell_text, records_of
from desktop.ui.views.records import RecordsPage

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.ui.pages import WindowPage


def put(window: WindowPage, record: r.Record) -> None:
    window.main.session.change("Add", lambda edit: edit.put(record))


def page_of(window: WindowPage) -> RecordsPage:
    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_9)
    page = window.main.navigation.patient_page.page("records")
    assert isinstance(page, RecordsPage)
    return page


def test_every_kind_is_listed_with_its_count(window: WindowPage) -> None:
    page = page_of(window)
    texts = [page.kinds.item(n).text() for n in range(page.kinds.count())]
    assert len(texts) == len(SHOWN_TABLES)
    assert "Laboratory results  (1)" in texts
    assert "Masses  (2)" in texts


def test_records_come_newest_first_and_the_undated_last(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    for when in ("2020-01-01", "", "2026"):
        lab = r.LabResult(patient="lena", analyte="pth", flag="normal", when=when)
        put(window, lab)
    listed = records_of(window.case, table_named("labs"))
    assert [lab.when for lab in listed if isinstance(lab, r.LabResult)] == [
        "2026",
        "2025-06-17",
        "2020-01-01",
        "",
    ]


def test_cells_are_shown_in_words(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    table = table_named("mass_measurements")
    shown = {c.name: cell_text(c, window.case.mass_measurements[0]) for c in table.columns}
    assert shown["modality"] == "CT"
    assert shown["length_mm"] == "33 mm"
    assert shown["when"] == "17\u2011Jun\u20112025"


def test_f2_edits_and_the_history_tells_what_changed(window: WindowPage) -> None:
    page = page_of(window)
    page.show_kind("labs")
    page.table.setFocus()
    window.keys.press(Qt.Key.Key_F2)
    form = window.form
    form.enter("value", "5.3")
    form.save()
    assert window.case.labs[0].value == "5.3"
    top = page.history.topLevelItem(0)
    assert top is not None
    assert top.text(2).startswith("Changed Laboratory result")
    assert top.text(3) == "Value: 5.2 mg/dL → 5.3 mg/dL"


def test_delete_removes_at_once_and_undo_brings_back(window: WindowPage) -> None:
    page = page_of(window)
    page.show_kind("labs")
    page.table.setFocus()
    window.keys.press(Qt.Key.Key_Delete)
    assert not any(window.case.labs)
    assert window.answers.asked == []
    window.shortcut(Qt.Key.Key_Z)
    assert [lab.value for lab in window.case.labs] == ["5.2"]


def test_a_kind_without_records_says_so_and_offers_to_add(window: WindowPage) -> None:
    page = page_of(window)
    page.show_kind("allergies")
    assert page.empty.text() == "No allergies recorded."
    assert not page.edit_button.isEnabled()
    page.add_button.click()
    assert window.form.form.windowTitle() == "Add allergy"


def test_a_record_is_found_whatever_its_kind(window: WindowPage) -> None:
    page = page_of(window)
    page.show_kind("allergies")
    assert page.show_record("p1")
    assert not page.show_record("no such record")
    current = page.current()
    assert current is not None
    assert current.id == "p1"


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, window: WindowPage) -> None:
    window.open_patient("fiktiva")
    model = RecordsModel()
    table = table_named("mass_measurements")
    model.show_records(table, records_of(window.case, table))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
