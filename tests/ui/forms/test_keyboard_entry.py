"""Everything that is entered is entered by keyboard alone, and is saved at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.db.registry import Registry
from tests.ui.pages import CTRL, SHIFT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.pages import WindowPage


def stored(path: Path, patient: str) -> object:
    with Registry.open(path) as registry:
        return registry.case(patient)


def test_a_patient_is_added_and_opened(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_N, CTRL | SHIFT)
    form = window.form
    form.enter("patient_id", "CR-0042")
    form.enter("family_name", "Muster")
    form.enter("given_name", "Ada")
    form.enter("birth_date", "4 Mar 2014")
    form.choose("sex", "F")
    form.save()
    assert not window.has_form
    assert window.case.patient.patient_id == "CR-0042"
    assert window.case.patient.birth_date == "2014-03-04"
    assert window.case.patient.sex == "female"
    assert window.case.identity is not None
    assert window.case.identity.family_name == "Muster"


def test_a_laboratory_result_is_added_with_comma_and_unit(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.pick("analyte", "phos")
    form.enter("value", "5,1")
    form.enter("when", "t")
    assert form.typed("unit") == "mg/dL"
    assert any("High" in line or "range" in line.lower() for line in form.preview)
    form.save()
    newest = window.case.labs_of("serum_phosphate")[-1]
    assert (newest.value, newest.unit, newest.comparator) == ("5.1", "mg/dL", "")
    assert newest.when == date.today().isoformat()  # noqa: DTZ011 - the day of the window


def test_a_result_below_the_limit_keeps_its_comparator(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.pick("analyte", "parath")
    form.enter("value", "<3")
    form.save()
    newest = window.case.labs_of("pth")[-1]
    assert (newest.comparator, newest.value, newest.unit) == ("<", "3", "pg/mL")


def test_the_unit_follows_the_units_shown(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.commands["units_si"].trigger()
    window.add("labs")
    form = window.form
    form.pick("analyte", "phos")
    form.enter("value", "1.7")
    assert form.typed("unit") == "mmol/L"


def test_a_mass_is_added_with_the_next_number(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.commands["add_masses"].trigger()
    form = window.form
    assert form.typed("mass_id") == "M3"
    form.pick("site", "elb")
    form.choose("side", "L")
    form.save()
    mass = window.case.masses[-1]
    assert (mass.mass_id, mass.site, mass.side) == ("M3", "elbow", "left")


def test_a_measurement_is_added_in_centimeters_with_its_volume_shown(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.select_mass("M2")
    window.shortcut(Qt.Key.Key_M)
    form = window.form
    assert form.typed("mass_id") == "M2"
    form.choose("modality", "CT")
    form.enter("when", "2025-11-20")
    form.enter("length_mm", "3.5 cm")
    form.enter("width_mm", "27")
    form.enter("depth_mm", "21")
    # pi/6 x 35 x 27 x 21 mm = 10.39 mL; 33 x 26 x 20 mm before = 8.98 mL: +16 %
    assert "10.4 mL" in form.preview
    assert any("+16" in line for line in form.preview)
    form.save()
    newest = window.case.measurements_of("M2")[-1]
    assert (newest.length_mm, newest.width_mm, newest.depth_mm) == ("35", "27", "21")


def test_save_and_next_walks_through_the_masses_and_keeps_the_visit(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.select_mass("M1")
    window.shortcut(Qt.Key.Key_M)
    form = window.form
    form.enter("when", "2025-11-20")
    form.choose("modality", "CT")
    form.enter("length_mm", "60")
    form.save_and_next()
    form = window.form
    assert form.typed("mass_id") == "M2"
    assert form.typed("when") == "2025-11-20"
    assert form.typed("modality") == "ct"
    assert form.typed("length_mm") == ""
    assert window.case.measurements_of("M1")[-1].length_mm == "60"


def test_a_treatment_is_added_with_the_key_of_its_agent(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.commands["add_treatments"].trigger()
    form = window.form
    form.pick("agent", "sevel")
    form.enter("start_when", "2023-03-06")
    form.enter("dose", "800")
    form.enter("dose_unit", "mg")
    form.enter("frequency", "3 times daily")
    form.save()
    treatment = window.case.treatments[-1]
    assert (treatment.agent, treatment.start_when) == ("sevelamer", "2023-03-06")


def test_the_add_menu_opens_a_form_by_letter(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_N)
    window.keys.type("a")
    form = window.form
    form.enter("substance", "penicillin")
    form.save()
    assert window.case.allergies[-1].substance == "penicillin"


def test_what_is_saved_is_in_the_file_at_once(window: WindowPage, registry_path: Path) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.pick("analyte", "phos")
    form.enter("value", "4.9")
    form.save()
    with Registry.open(registry_path) as other:
        values = [lab.value for lab in other.case("lena").labs]
    assert values == ["5.2", "4.9"]


def test_undo_and_redo_by_keyboard(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.pick("analyte", "phos")
    form.enter("value", "4.9")
    form.save()
    assert "Add laboratory result" in window.main.status.undo.text()
    window.shortcut(Qt.Key.Key_Z)
    assert len(window.case.labs) == 1
    window.shortcut(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(window.case.labs) == 2
