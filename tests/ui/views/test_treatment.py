"""The Treatment page in the whole window, by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.domain import records as r
from desktop.ui.views.treatment import TreatmentPage
from tests.ui.pages import CTRL, FormPage

if TYPE_CHECKING:
    from desktop.db.edit import Edit
    from tests.ui.pages import WindowPage

TODAY = date.today().isoformat()  # noqa: DTZ011 - the day that the window looks


def _fill(edit: Edit) -> None:
    edit.put(
        r.Treatment(
            id="t1",
            patient="lena",
            agent="acetazolamide",
            start_when="2024-01-15",
            dose="250",
            dose_unit="mg",
            frequency="BID",
            response="improved",
        )
    )
    edit.put(
        r.Treatment(
            id="t2",
            patient="lena",
            agent="probenecid",
            start_when="2021-01",
            stop_when="2022-01",
        )
    )
    edit.put(
        r.ClinicalEvent(id="e1", patient="lena", kind="flare", when="2023-05-01", mass_id="M2")
    )
    edit.put(r.Visit(id="v1", patient="lena", when="2025-06-17", clinician="clinic"))
    edit.put(r.Consent(id="c1", patient="lena", purpose="research", status="given"))


@pytest.fixture
def page(window: WindowPage) -> TreatmentPage:
    registry = window.main.session.registry
    assert registry is not None
    registry.change("Fill", _fill)
    window.main.session.read_again()
    window.open_patient("CR-0007")
    window.shortcut(Qt.Key.Key_4)
    shown = window.main.navigation.show_tab("treatment")
    assert isinstance(shown, TreatmentPage)
    return shown


def titles(page: TreatmentPage) -> list[str]:
    return [entry.title for entry in page.drugs.list.entries.entries]


def treatments(window: WindowPage) -> dict[str, r.Treatment]:
    return {one.id: one for one in window.case.treatments}


def test_current_drugs_stand_apart_from_past_ones(page: TreatmentPage) -> None:
    assert titles(page) == ["Acetazolamide 250 mg 2 times daily"]
    assert page.entries.show_record("t2")
    assert page.entries.title.text() == "Past drugs"


def test_a_drug_is_stopped_today_by_keyboard_and_undone(
    window: WindowPage, page: TreatmentPage
) -> None:
    page.focus_first()
    window.keys.press(Qt.Key.Key_Return)
    window.keys.press(Qt.Key.Key_Down)
    window.keys.press(Qt.Key.Key_Return)
    assert treatments(window)["t1"].stop_when == TODAY
    assert titles(page) == []
    assert page.drugs.empty.text() == "No drug is running. Past drugs stand among the entries."
    window.shortcut(Qt.Key.Key_Z)
    assert treatments(window)["t1"].stop_when == ""
    assert titles(page) == ["Acetazolamide 250 mg 2 times daily"]


def test_a_new_dose_is_one_step_of_stop_and_start(window: WindowPage, page: TreatmentPage) -> None:
    page.drugs.act("t1", "dose")
    assert page.drugs.form is not None
    form = FormPage(window.bot, page.drugs.form)
    form.enter("dose", "500")
    form.save()
    held = treatments(window)
    assert len(held) == 3
    assert held["t1"].stop_when == TODAY
    (begun,) = [one for one in held.values() if one.id not in ("t1", "t2")]
    assert (begun.start_when, begun.dose, begun.frequency) == (TODAY, "500", "BID")
    assert titles(page) == ["Acetazolamide 500 mg 2 times daily"]
    window.shortcut(Qt.Key.Key_Z)
    assert len(treatments(window)) == 2
    assert treatments(window)["t1"].stop_when == ""


def test_f2_edits_and_delete_removes_the_chosen_drug(
    window: WindowPage, page: TreatmentPage
) -> None:
    page.focus_first()
    window.keys.press(Qt.Key.Key_F2)
    assert window.form.typed("agent") == "Acetazolamide"
    window.form.leave()
    window.main.activateWindow()
    window.bot.waitUntil(window.main.isActiveWindow)
    page.focus_first()
    window.keys.press(Qt.Key.Key_Delete)
    assert list(treatments(window)) == ["t2"]


def test_add_opens_the_form_of_the_kind_in_sight(window: WindowPage, page: TreatmentPage) -> None:
    assert page.show_record("v1")
    page.entries.add_button.click()
    assert "visit" in window.form.form.windowTitle().lower()
    window.form.leave()


def test_every_kind_of_entry_can_be_found_and_others_are_not_here(page: TreatmentPage) -> None:
    for record in ("t1", "t2", "e1", "v1", "c1"):
        assert page.show_record(record), record
    assert not page.show_record("p1")


def test_allergies_that_nobody_asked_for_are_not_called_none(page: TreatmentPage) -> None:
    assert page.drugs.allergies.text() == "Allergies not recorded"
    page.entries.kinds.setCurrentRow(3)
    assert page.entries.empty.text() == "Allergies not recorded"


def test_one_table_tells_what_both_charts_show(window: WindowPage, page: TreatmentPage) -> None:
    page.timeline.labs.setFocus()
    window.keys.press(Qt.Key.Key_T, CTRL)
    assert page.timeline.table_button.isChecked()
    model = page.timeline.table.model()
    rows = [[model.index(n, c).data() for c in (1, 2)] for n in range(model.rowCount())]
    assert ["Drug started", "Acetazolamide"] in rows
    assert ["Drug stopped", "Probenecid"] in rows
    assert ["Event", "Flare of M2"] in rows
    assert ["Mass", "M2 9.0 mL"] in rows
    window.keys.press(Qt.Key.Key_T, CTRL)
    assert not page.timeline.table_button.isChecked()


def test_the_test_and_the_sum_of_masses_can_be_chosen(page: TreatmentPage) -> None:
    page.timeline._set_analyte(2)
    assert page.timeline.labs.spec is not None
    assert page.timeline.labs.spec.name == "course_pth"
    page.timeline._set_total(1)
    assert page.timeline.masses.spec is not None
    assert page.timeline.masses.spec.name == "mass_total"


def test_units_change_the_chart_at_once(window: WindowPage, page: TreatmentPage) -> None:
    window.main.session.set_units("si")
    assert page.timeline.labs.spec is not None
    assert page.timeline.labs.spec.y.unit == "mmol/L"


def test_everything_that_can_be_used_has_a_name(page: TreatmentPage) -> None:
    for part in (page.drugs.list, page.entries.table, page.entries.kinds, page.timeline.labs):
        assert part.accessibleName()
    assert "Acetazolamide" in page.drugs.list.entries.entries[0].spoken()


def test_without_a_patient_the_page_is_empty(window: WindowPage, page: TreatmentPage) -> None:
    page.show_dossier(None)
    assert titles(page) == []
    assert page.entries.model.rowCount() == 0
    window.open_patient("CR-0011")
    window.main.navigation.show_tab("treatment")
    assert page.drugs.empty.text() == "No drug, diet or other treatment is recorded."
