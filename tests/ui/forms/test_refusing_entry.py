"""What cannot be kept is marked and stays; what is unlikely is asked once; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.pages import CTRL, SHIFT

if TYPE_CHECKING:
    from tests.ui.pages import FormPage, WindowPage


def lab_form(window: WindowPage) -> FormPage:
    window.open_patient("fiktiva")
    window.add("labs")
    return window.form


def test_a_wrong_number_keeps_its_text_and_marks_the_field(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "5.1.1")
    form.save()
    assert window.has_form
    assert form.typed("value") == "5.1.1"
    assert form.problem("value") == "5.1.1 is not a number."
    assert "Not saved" in form.message
    assert len(window.case.labs) == 1


def test_a_number_with_two_readings_is_asked_back(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "1,234")
    form.save()
    assert "may be 1.234 or 1234" in form.problem("value")


def test_an_ambiguous_date_is_asked_back(window: WindowPage) -> None:
    form = lab_form(window)
    form.enter("when", "4.3.2021")
    form.keys.press(Qt.Key.Key_Tab)
    assert "2021-03-04 or 2021-04-03" in form.problem("when")


def test_a_date_before_birth_is_refused(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "5.1")
    form.enter("when", "2001-01-01")
    form.save()
    assert "before the birth" in form.problem("when")
    assert len(window.case.labs) == 1


def test_an_unlikely_value_is_kept_at_the_second_attempt(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "51")
    form.save()
    assert "unit or typing error" in form.problem("value")
    assert "Ctrl+Enter again" in form.message
    assert len(window.case.labs) == 1
    form.save()
    assert [lab.value for lab in window.case.labs] == ["5.2", "51"]


def test_a_change_after_a_warning_is_asked_again(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "51")
    form.save()
    form.enter("value", "52")
    form.save()
    assert window.has_form
    assert len(window.case.labs) == 1


def test_a_day_in_the_future_is_a_warning(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "5.1")
    form.enter("when", "2999-01-01")
    form.save()
    assert "future" in form.problem("when")


def test_a_leap_of_the_value_asks_about_the_unit(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "1.7")  # the last one was 5.2 mg/dL, which is 1.7 mmol/L
    form.save()
    assert "differs from the last one" in form.problem("value")
    assert len(window.case.labs) == 1


def test_a_unit_of_another_analyte_is_refused(window: WindowPage) -> None:
    form = lab_form(window)
    form.pick("analyte", "phos")
    form.enter("value", "5.1")
    form.enter("unit", "meq/L")
    form.save()
    assert "not a unit of" in form.problem("unit")


def test_a_text_outside_the_vocabulary_is_told_at_once(window: WindowPage) -> None:
    form = lab_form(window)
    form.enter("analyte", "phosphat")
    form.keys.press(Qt.Key.Key_Escape)  # closes what is offered, not the form
    form.keys.press(Qt.Key.Key_Tab)
    assert window.has_form
    assert form.hint("analyte").startswith("Not in the list")


def test_a_taken_registry_id_is_refused(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_N, CTRL | SHIFT)
    form = window.form
    form.enter("patient_id", "CR-0007")
    form.save()
    assert "taken" in form.problem("patient_id")


def test_a_person_who_may_be_known_is_a_warning(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_N, CTRL | SHIFT)
    form = window.form
    form.enter("patient_id", "CR-0099")
    form.enter("family_name", "fiktiva")
    form.enter("given_name", "lena")
    form.enter("birth_date", "2009-05-14")
    form.save()
    assert "CR-0007" in form.problem("family_name")


def test_a_volume_far_from_the_last_one_suggests_a_slip(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.select_mass("M2")
    window.shortcut(Qt.Key.Key_M)
    form = window.form
    form.choose("modality", "CT")
    for column, text in (("length_mm", "350"), ("width_mm", "270"), ("depth_mm", "210")):
        form.enter(column, text)
    assert any("mm?" in line for line in form.preview)


def test_another_method_is_not_compared(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.select_mass("M2")
    window.shortcut(Qt.Key.Key_M)
    form = window.form
    form.choose("modality", "U")
    form.enter("length_mm", "35")
    assert form.typed("modality") == "ultrasound"
    assert any("Other method, so not compared" in line for line in form.preview)
    assert not any("since" in line for line in form.preview)


def test_an_unfinished_entry_is_there_again(window: WindowPage) -> None:
    form = lab_form(window)
    form.enter("value", "5.4")
    form.leave()
    assert not window.has_form
    window.add("labs")
    form = window.form
    assert form.typed("value") == "5.4"
    assert "Unfinished entry from" in form.message
    form.form.message.action.click()
    assert window.form.typed("value") == ""


def test_an_untouched_cell_stays_character_for_character(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    measured = window.case.mass_measurements[0]
    window.main.patients.edit_record(measured)
    form = window.form
    form.enter("observer", "Dr A")
    form.save()
    changed = window.case.mass_measurements[0]
    assert changed.observer == "Dr A"
    assert (changed.length_mm, changed.when) == (measured.length_mm, measured.when)


def test_a_record_changed_meanwhile_is_not_overwritten(window: WindowPage) -> None:
    from dataclasses import replace

    window.open_patient("fiktiva")
    lab = window.case.labs[0]
    window.main.patients.edit_record(lab)
    form = window.form
    form.enter("value", "6.0")
    changed = replace(lab, value="5.9")
    window.main.session.change("Change elsewhere", lambda edit: edit.put(changed))
    form.save()
    assert "someone else" in form.message
    assert window.case.labs[0].value == "5.9"
    assert form.typed("value") == "6.0"


def test_forms_name_the_patient_and_what_must_not_be_done(window: WindowPage) -> None:
    from desktop.domain import records as r
    from desktop.ui.widgets.alert_strip import AlertStrip
    from desktop.ui.widgets.banner import PatientBanner

    window.open_patient("fiktiva")
    allergy = r.Allergy(patient="lena", substance="latex", status="present")
    window.main.session.change("Add allergy", lambda edit: edit.put(allergy))
    window.add("labs")
    form = window.form.form
    banner = form.findChild(PatientBanner)
    assert banner is not None
    assert "FIKTIVA, Lena" in banner.text()
    assert "CR-0007" in banner.text()
    strip = form.findChild(AlertStrip)
    assert strip is not None
    assert any("latex" in text for text in strip.texts())
