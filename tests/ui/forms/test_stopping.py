"""A plan against a stop is recorded only with a written reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.db.registry import Registry
from desktop.domain import records as r

if TYPE_CHECKING:
    from desktop.db.edit import Edit
    from desktop.ui.forms.stop_panel import StopPanel
    from tests.ui.pages import FormPage, WindowPage

TODAY = date.today()  # noqa: DTZ011 - the day of the window
SOON = (TODAY + timedelta(days=20)).isoformat()
PEOPLE = (
    r.Patient(
        id="ina",
        patient_id="CR-0900",
        birth_date="2010-02-03",
        diagnosis="fop",
        diagnosis_status="confirmed",
    ),
    r.Patient(
        id="tom",
        patient_id="CR-0901",
        birth_date="2010-02-03",
        diagnosis="hyperphosphatemic_tumoral_calcinosis",
        diagnosis_status="confirmed",
    ),
)


@pytest.fixture
def stopped(window: WindowPage) -> WindowPage:
    """The window with a patient with FOP and one with HFTC."""

    def put(edit: Edit) -> None:
        for one in PEOPLE:
            edit.put(one)

    window.main.session.change("Prepare", put)
    return window


def planned(window: WindowPage, kind: str, when: str = "t") -> FormPage:
    window.main.session.open_patient("ina")
    window.add("procedures")
    form = window.form
    form.choose("kind", kind)
    form.enter("when", when)
    return form


def panel_of(form: FormPage) -> StopPanel:
    panel: StopPanel = form.form.stopping.panel
    return panel


def test_a_planned_biopsy_in_fop_is_stopped_and_says_why(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    assert form.form.stopping.remark.isVisible()
    form.save()
    panel = panel_of(form)
    assert panel.isVisible()
    assert not form.form.page.isVisible()
    assert "Do not biopsy" in panel.accessibleDescription()
    assert QApplication.focusWidget() is panel.decline_button
    assert stopped.case.procedures == ()


def test_a_day_to_come_is_stopped_once_the_day_is_confirmed(stopped: WindowPage) -> None:
    form = planned(stopped, "b", SOON)
    form.save()
    assert "Unusual" in form.message
    form.save()
    assert panel_of(form).isVisible()
    assert stopped.case.procedures == ()


def test_do_not_record_is_the_default_and_leaves_nothing(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    form.save()
    form.keys.press(Qt.Key.Key_Return)
    assert not stopped.has_form
    assert stopped.case.procedures == ()
    assert stopped.main.session.drafts.latest() is None


def test_the_keys_of_saving_do_not_go_past_the_stop(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    form.save()
    form.save()
    form.save_and_next()
    assert stopped.case.procedures == ()
    assert panel_of(form).isVisible()


def test_without_a_reason_nothing_is_recorded(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    form.save()
    panel = panel_of(form)
    panel.reason.setText("   ")
    panel.anyway_button.click()
    assert stopped.case.procedures == ()
    assert panel.message.isVisible()
    assert QApplication.focusWidget() is panel.reason


def test_a_reason_is_recorded_with_the_plan_and_in_the_journal(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    form.save()
    panel = panel_of(form)
    form.keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.reason
    form.keys.type("Sarcoma suspected, agreed with the center")
    panel.who.setText("Dr. Example")
    panel.anyway_button.click()
    assert not stopped.has_form
    (kept,) = stopped.case.procedures
    assert kept.note.startswith("Recorded against “FOP")
    assert kept.note.endswith("by Dr. Example: Sarcoma suspected, agreed with the center")
    registry = stopped.main.session.registry
    assert registry is not None
    with Registry.open(registry.path) as read:
        newest = next(read.history("ina"))
    assert isinstance(newest.after, r.Procedure)
    assert newest.after.note == kept.note


def test_escape_goes_back_to_the_fields_as_they_were(stopped: WindowPage) -> None:
    form = planned(stopped, "b")
    form.save()
    form.leave()
    assert stopped.has_form
    assert form.form.page.isVisible()
    assert form.typed("kind") == "biopsy"
    assert stopped.case.procedures == ()


def test_burosumab_in_hftc_is_stopped(stopped: WindowPage) -> None:
    stopped.main.session.open_patient("tom")
    stopped.add("treatments")
    form = stopped.form
    form.pick("agent", "burosumab")
    form.save()
    assert panel_of(form).isVisible()
    assert stopped.case.treatments == ()


def test_history_is_recorded_without_a_stop_but_remarked_on(stopped: WindowPage) -> None:
    form = planned(stopped, "b", "2015-03-01")
    assert form.form.stopping.remark.text.text().startswith("Recorded as it was.")
    form.save()
    assert not stopped.has_form
    (kept,) = stopped.case.procedures
    assert (kept.kind, kept.note) == ("biopsy", "")


def test_what_no_stop_speaks_against_is_recorded_at_once(stopped: WindowPage) -> None:
    stopped.main.session.open_patient("tom")
    stopped.add("treatments")
    form = stopped.form
    form.pick("agent", "sevelamer")
    form.save()
    assert not stopped.has_form
    assert [one.agent for one in stopped.case.treatments] == ["sevelamer"]
