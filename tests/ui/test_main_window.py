"""The window as a whole: what it shows, what it keeps to itself, how one moves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui.action_table import ACTIONS, ADD_ACTIONS, ADD_MENU
from desktop.ui.pages import patient_pages
from desktop.ui.settings import USER_NAME
from desktop.ui.theme import theme
from desktop.ui.views.labs import LabsPage

if TYPE_CHECKING:
    from tests.ui.pages import WindowPage


def test_the_title_holds_the_registry_id_and_no_name(window: WindowPage) -> None:
    assert window.main.windowTitle() == "Calcinosis Registry"
    window.open_patient("fiktiva")
    assert window.main.windowTitle() == "CR-0007 – Calcinosis Registry"


def test_the_banner_says_who_this_is(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    told = window.main.navigation.patient_page.banner.text()
    for part in ("FIKTIVA, Lena", "Female", "CR-0007", "448", "suspected"):
        assert part in told
    assert "14\u2011May\u20112009" in told


def test_what_is_not_recorded_is_said_in_words(window: WindowPage) -> None:
    window.open_patient("erfunden")
    told = window.main.navigation.patient_page.banner.text()
    assert "MRN not recorded" in told
    assert "Diagnosis open" in told
    assert "Allergies not recorded" in window.main.navigation.patient_page.alerts.texts()


def test_ctrl_k_finds_a_patient_by_birth_date_and_opens(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_K)
    window.keys.type("14.05.2009")
    hits = window.main.search.popup.model.hits
    assert [hit.key for hit in hits if hit.kind == "patient"] == ["lena"]
    assert "CR-0007" in hits[0].text
    window.keys.press(Qt.Key.Key_Return)
    assert window.case.patient.id == "lena"


def test_ctrl_k_runs_a_command_and_tells_why_one_does_not_apply(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_K)
    window.keys.type("add mass meas")
    hit = window.main.search.popup.model.hits[0]
    assert not hit.is_enabled
    assert hit.reason == "Open a patient first."
    window.keys.press(Qt.Key.Key_Escape)
    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_K)
    window.keys.type("add mass meas")
    window.keys.press(Qt.Key.Key_Return)
    assert window.form.form.windowTitle() == "Add mass measurement"


def test_tabs_by_number_and_back_to_the_list(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    page = window.main.navigation.patient_page
    for place, tab in enumerate(patient_pages()):
        window.shortcut(Qt.Key(Qt.Key.Key_1 + int(tab.shortcut[-1]) - 1))
        assert page.tabs.currentIndex() == place
        assert page.page(tab.name).isVisible()
    window.shortcut(Qt.Key.Key_0)
    assert window.main.navigation.list_page.isVisible()
    window.shortcut(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.main.navigation.place("worklist").isVisible()
    assert window.case.patient.id == "lena"


def test_ctrl_l_opens_the_results_of_today_in_labs(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_L)
    page = window.main.navigation.shown_page
    assert window.main.navigation.shown_name == "labs"
    assert isinstance(page, LabsPage)
    assert page.grid is not None
    today = window.case.as_of.isoformat()
    assert any(column.when == today for column in page.grid.columns)


def test_opening_another_patient_forgets_the_chosen_mass(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.select_mass("M2")
    window.open_patient("erfunden")
    assert window.main.session.mass_id == ""


def test_the_status_row_tells_saving_undo_and_guidance(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    lab = r.LabResult(patient="lena", analyte="pth", flag="normal")
    window.main.session.change("Add PTH", lambda edit: edit.put(lab))
    status = window.main.status
    assert status.saved.text().startswith("All changes saved ")
    assert status.undo.text() == "Ctrl+Z undoes: Add PTH"
    assert status.guidance.text().startswith("Guidance ")
    assert status.registry.text() == "clinic"


def test_only_invented_people_are_marked_as_demonstration(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    assert not window.main.status.demo.isVisible()
    invented = r.Patient(patient_id="DEMO-1", note="Fictional patient of the demonstration.")
    window.main.session.change("Add", lambda edit: edit.put(invented))
    window.main.session.open_patient(invented.id)
    assert window.main.status.demo.isVisible()


def test_undoing_a_new_patient_leaves_it(window: WindowPage) -> None:
    patient = r.Patient(patient_id="CR-0050")
    window.main.session.change("Add patient", lambda edit: edit.put(patient))
    window.main.session.open_patient(patient.id)
    window.shortcut(Qt.Key.Key_Z)
    assert window.main.session.dossier is None
    assert window.main.navigation.place("worklist").isVisible()


def test_a_patient_is_removed_only_after_a_question_and_comes_back(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.answers.agrees.append(False)
    window.main.commands["remove_patient"].trigger()
    assert window.case.patient.id == "lena"
    assert "FIKTIVA" not in window.answers.asked[0]
    window.answers.agrees.append(True)
    window.main.commands["remove_patient"].trigger()
    assert [row.id for row in window.main.session.patients] == ["omar"]
    window.shortcut(Qt.Key.Key_Z)
    window.main.session.open_patient("lena")
    assert len(window.case.mass_measurements) == 1


def test_units_are_switched_for_showing_alone(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.menu_row.units.si.click()
    assert window.main.session.units == "si"
    assert window.main.settings.units == "si"
    assert window.case.labs[0].unit == "mg/dL"


def test_colors_and_text_size_are_chosen_and_kept(window: WindowPage) -> None:
    window.main.commands["theme_dark"].trigger()
    assert theme().name == "dark"
    window.main.commands["text_125"].trigger()
    assert theme().text_scale == 1.25
    assert window.main.settings.theme == "dark"


def test_the_name_beside_each_change_can_be_given(window: WindowPage) -> None:
    window.answers.texts.append("Front desk")
    window.main.commands["user_name"].trigger()
    assert window.main.settings.read(USER_NAME) == "Front desk"
    registry = window.main.session.registry
    assert registry is not None
    assert registry.who == "Front desk"
    assert window.main.menu_row.user.text() == "Front desk"


def test_small_windows_get_the_narrow_rail(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.resize(1366, 768)
    assert window.main.rail.width() == 52
    window.main.resize(1440, 900)
    assert window.main.rail.width() == 76


def test_closing_asks_nothing_and_keeps_what_was_not_finished(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.enter("value", "5.4")
    form.leave()
    assert window.main.status.unfinished.text().startswith("Unfinished: Laboratory result, CR-0007")
    registry = window.main.session.registry
    assert registry is not None
    path = registry.path
    assert window.main.close()
    with Registry.open(path) as again:
        assert [draft.cells["value"] for draft in again.drafts()] == ["5.4"]


def test_a_registry_that_cannot_be_opened_is_told_in_the_window(
    window: WindowPage, tmp_path: Path
) -> None:
    window.main.session.close()
    window.main.stack.setCurrentWidget(window.main.start_page)
    window.main.start(tmp_path / "gone.registry")
    assert "There is no registry" in window.main.start_page.message.text.text()
    assert window.main.start_page.open_button.isVisible()


def test_every_action_has_keys_and_no_two_have_the_same(window: WindowPage) -> None:
    specs = (*ACTIONS, ADD_MENU)
    assert set(window.main.commands.by_name) == {spec.name for spec in specs}
    assert [spec.name for spec in specs if not spec.keys] == []
    keys = [spec.shortcut for spec in specs if spec.shortcut]
    assert len(keys) == len(set(keys))
    begun = {key.partition(", ")[0] for key in keys if ", " in key}
    assert not begun & set(keys)


def test_every_entry_of_the_add_menu_has_a_letter_of_its_own() -> None:
    letters = [spec.text[spec.text.index("&") + 1].lower() for spec in ADD_ACTIONS]
    assert len(letters) == len(set(letters))


def test_the_help_lists_every_shortcut(window: WindowPage) -> None:
    window.shortcut(Qt.Key.Key_F1)
    from desktop.ui.widgets.shortcuts import ShortcutsHelp

    panel = window.main.patients.panel
    assert isinstance(panel, ShortcutsHelp)
    from PySide6.QtWidgets import QLabel

    told = {label.text() for label in panel.findChildren(QLabel)}
    assert {spec.keys for spec in ACTIONS} <= told
    panel.close()


def test_all_alerts_are_listed_with_the_patients_identity(window: WindowPage) -> None:
    from desktop.ui.views.alerts import AlertsPanel
    from desktop.ui.widgets.banner import PatientBanner

    window.open_patient("fiktiva")
    window.main.commands["all_alerts"].trigger()
    panel = window.main.patients.panel
    assert isinstance(panel, AlertsPanel)
    banner = panel.findChild(PatientBanner)
    assert banner is not None
    assert "FIKTIVA, Lena" in banner.text()
    panel.close()


def test_every_control_has_a_spoken_name(window: WindowPage) -> None:
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractItemView,
        QHeaderView,
        QLineEdit,
        QTableView,
    )

    window.open_patient("fiktiva")
    window.shortcut(Qt.Key.Key_9)
    for kind in (QLineEdit, QTableView, QAbstractItemView):
        for part in window.main.findChildren(kind):
            if part.isVisible() and not isinstance(part, QHeaderView):
                assert part.accessibleName(), part
    for button in window.main.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName() or button.text(), button


HEAVY = ("sqlite_utils", "sqlcipher3", "pyqtgraph", "reportlab", "numpy", "desktop.db")


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from desktop.ui.app import application, apply_settings, make_window\n"
        "from desktop.ui.dialogs import Dialogs\n"
        "from desktop.ui.settings import Settings\n"
        "app, settings = application(), Settings()\n"
        "apply_settings(app, settings)\n"
        "window = make_window(settings, Dialogs())\n"
        "painted = []\n"
        "window.painted.connect(lambda: painted.append(True))\n"
        "window.show()\n"
        "app.processEvents()\n"
        "assert painted\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={"QT_QPA_PLATFORM": "offscreen", "CALCINOSIS_HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
