from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui.theme import apply_theme
from desktop.ui.views.labs import LabsPage
from desktop.ui.views.labs_menus import cell_menu, column_menu
from tests.ui.labs_host import LabsHost
from tests.ui.pages import CTRL, SHIFT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain.records import LabResult
    from tests.ui.pages import WindowPage

Key = Qt.Key


@pytest.fixture
def labs(qtbot: QtBot, registry_path: Path) -> Iterator[LabsHost]:
    host = LabsHost(qtbot, registry_path, "lena")
    yield host
    host.close()


def cells(lab: LabResult) -> tuple[str, str, str, str, str]:
    return lab.value, lab.comparator, lab.unit, lab.flag, lab.state


def test_a_panel_is_entered_by_keyboard_and_stored_exactly_as_typed(labs: LabsHost) -> None:
    labs.page.new_column()
    today = labs.case.as_of.isoformat()
    assert labs.here == ("serum_phosphate", today)
    for text in ("5,10 H", "9.6", "43 g/L"):
        labs.enter(text)
    assert labs.here == ("alp", today)
    labs.enter("<12")
    assert cells(labs.stored("serum_phosphate")[-1]) == ("5.10", "", "mg/dL", "high", "")
    assert cells(labs.stored("serum_calcium_total")[0]) == ("9.6", "", "mg/dL", "", "")
    assert cells(labs.stored("albumin")[0]) == ("43", "", "g/L", "", "")
    assert cells(labs.stored("alp")[0]) == ("12", "<", "U/L", "", "")
    assert {lab.when for lab in labs.case.labs if lab.id != "p1"} == {today}
    assert labs.view("albumin").text == "4.30"


def test_each_value_is_one_named_step_of_undo_and_redo(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.enter("5.1")
    labs.enter("9.6")
    assert labs.session.undo_text.startswith("Calcium, total 9.6 mg/dL")
    labs.session.undo()
    assert not labs.stored("serum_calcium_total")
    labs.session.undo()
    assert [lab.value for lab in labs.stored("serum_phosphate")] == ["5.2"]
    labs.session.redo()
    assert labs.view("serum_phosphate").text == "5.1"


def test_tab_goes_right_and_control_arrows_jump_to_filled_cells(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.go_to("serum_phosphate", 0)
    labs.press(Key.Key_Tab)
    assert labs.here[1] == labs.case.as_of.isoformat()
    labs.press(Key.Key_Left, CTRL)
    assert labs.here == ("serum_phosphate", "2025-06-17")
    labs.press(Key.Key_Down)
    assert labs.here[0] == "serum_calcium_total"
    labs.press(Key.Key_Up, CTRL)
    assert labs.here == ("serum_phosphate", "2025-06-17")


def test_f2_edits_what_is_there_and_escape_leaves_it(labs: LabsHost) -> None:
    labs.go_to("serum_phosphate")
    labs.press(Key.Key_F2)
    editor = labs.page.view.editor()
    assert editor is not None
    assert editor.text() == "5.2"
    labs.type("9")
    labs.press(Key.Key_Escape)
    assert labs.stored("serum_phosphate")[0].value == "5.2"
    labs.press(Key.Key_F2)
    labs.press(Key.Key_Backspace)
    labs.enter("4")
    assert labs.stored("serum_phosphate")[0].value == "5.4"
    assert labs.stored("serum_phosphate")[0].id == "p1"


def test_delete_removes_the_chosen_results_as_one_step(labs: LabsHost) -> None:
    labs.go_to("serum_phosphate")
    labs.press(Key.Key_Delete)
    assert not labs.case.labs
    assert labs.session.undo_text.startswith("Remove Phosphate 5.2 mg/dL")
    labs.session.undo()
    assert labs.view("serum_phosphate").text == "5.2"


def test_what_cannot_be_stored_stays_in_its_cell_and_f8_finds_it(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.enter("5.1 g/L")
    labs.enter("9.6")
    assert [lab.id for lab in labs.stored("serum_phosphate")] == ["p1"]
    view = labs.view("serum_phosphate")
    assert (view.kind, view.text) == ("draft", "5.1 g/L")
    assert "not a unit of Phosphate" in view.problem
    assert len(labs.session.drafts) == 1
    labs.press(Key.Key_F8)
    assert labs.here[0] == "serum_phosphate"
    labs.press(Key.Key_F2)
    labs.press(Key.Key_A, CTRL)
    labs.enter("5.1")
    assert labs.view("serum_phosphate").text == "5.1"
    assert len(labs.session.drafts) == 0
    assert not labs.page.next_problem(1)


def test_a_draft_is_there_again_when_the_patient_is_opened_again(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.enter("abc")
    labs.session.open_patient("omar")
    labs.session.open_patient("lena")
    assert labs.view("serum_phosphate").text == "abc"
    assert labs.session.registry is not None
    labs.session.open_registry(Registry.open(labs.session.registry.path))
    labs.session.open_patient("lena")
    assert labs.view("serum_phosphate").text == "abc"
    labs.go_to("serum_phosphate")
    labs.press(Key.Key_Delete)
    assert len(labs.session.drafts) == 0


def test_an_unlikely_value_is_stored_with_a_warning_until_a_reason_is_given(
    labs: LabsHost,
) -> None:
    labs.page.new_column()
    labs.page.show_analyte("potassium")
    labs.go_to("potassium")
    labs.enter("39")
    assert labs.stored("potassium")[0].value == "39"
    assert "outside 1 to 12" in labs.view("potassium").warning
    labs.go_to("potassium")
    labs.page.inspecting.inspect()
    offered = [one.text() for one in labs.page.inspector.findChildren(QPushButton)]
    assert "Did you mean 3.9?" in offered
    labs.page.inspector.confirmed.emit("checked with the laboratory")
    assert labs.stored("potassium")[0].note == "Confirmed: checked with the laboratory"
    assert not labs.view("potassium").warning


def test_a_value_that_looks_like_another_unit_is_asked_back_and_stored(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.enter("1.68")  # what 5.2 mg/dL is in mmol/L
    assert labs.stored("serum_phosphate")[-1].value == "1.68"
    assert "is the unit right?" in labs.told()
    labs.enter("9.6")
    assert labs.told() == ""


def test_a_suggestion_replaces_the_value_and_the_confirmation_goes(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.page.show_analyte("potassium")
    labs.go_to("potassium")
    labs.enter("39")
    labs.go_to("potassium")
    labs.page.inspector.confirmed.emit("sure")
    labs.page.inspector.meant.emit("3.9")
    assert (labs.stored("potassium")[0].value, labs.stored("potassium")[0].note) == ("3.9", "")


def test_pending_becomes_a_result_in_the_same_record(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.go_to("fgf23_intact")
    labs.enter("pending")
    (waiting,) = labs.stored("fgf23_intact")
    assert cells(waiting) == ("", "", "", "", "pending")
    assert labs.view("fgf23_intact").text == "pending"
    labs.go_to("fgf23_intact")
    labs.enter("48")
    (arrived,) = labs.stored("fgf23_intact")
    assert arrived.id == waiting.id
    assert cells(arrived) == ("48", "", "pg/mL", "", "")


def test_not_measured_is_a_dot_and_empty_is_nothing(labs: LabsHost) -> None:
    labs.go_to("pth")
    labs.page.commands.mark("not_measured")
    assert labs.view("pth").text == "·"
    assert labs.stored("pth")[0].state == "not_measured"
    assert labs.view("alp").text == ""


def test_the_date_of_a_column_moves_its_results_as_one_step(labs: LabsHost) -> None:
    labs.press(Key.Key_D, CTRL | SHIFT)
    labs.type("-2w")
    labs.press(Key.Key_Return)
    expected = (labs.case.as_of - timedelta(weeks=2)).isoformat()
    assert labs.stored("serum_phosphate")[0].when == expected
    labs.session.undo()
    assert labs.stored("serum_phosphate")[0].when == "2025-06-17"


def test_a_new_column_takes_a_fast_date_before_it_holds_anything(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.page.view.header.edit_date(6)
    labs.type("3/2024")
    labs.press(Key.Key_Return)
    assert labs.here == ("serum_phosphate", "2024-03")
    labs.enter("5.9")
    assert labs.stored("serum_phosphate")[0].when == "2024-03"


def test_a_date_that_cannot_be_read_stays_in_its_line(labs: LabsHost) -> None:
    labs.page.view.header.edit_date(5)
    labs.type("4.3.2021")
    labs.press(Key.Key_Return)
    editor = labs.page.view.header.editor
    assert editor is not None
    assert editor.text() == "4.3.2021"
    assert "may be" in labs.told()
    assert labs.stored("serum_phosphate")[0].when == "2025-06-17"


def test_typing_is_not_lost_when_the_page_is_left(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.type("5.7")
    labs.page.hide()
    assert labs.stored("serum_phosphate")[-1].value == "5.7"


def test_typing_is_not_lost_when_the_window_is_closed(window: WindowPage) -> None:
    window.open_patient("Lena")
    window.main.session.asks.show_page.emit("labs")
    page = window.main.findChild(LabsPage)
    assert page is not None
    page.new_column()
    window.keys.type("5")
    window.keys.type(".7")
    assert window.main.session.registry is not None
    path = window.main.session.registry.path
    window.main.close()
    with Registry.open(path) as registry:
        assert [lab.value for lab in registry.case("lena").labs] == ["5.2", "5.7"]


def test_units_switch_the_display_and_nothing_else(labs: LabsHost) -> None:
    before = labs.case.labs
    labs.session.set_units("si")
    assert labs.view("serum_phosphate").text == "1.68"  # 5.2 x 0.3229
    labs.page.new_column()
    labs.enter("1.7")
    assert labs.stored("serum_phosphate")[-1].unit == "mmol/L"
    assert labs.case.labs[:1] == before


BLOCK = (
    "Test\tResult\tUnit\nPhosphate\t1,58\tmmol/L\nCalcium\t2,40\tmmol/L\nMagnesium\t0.82\t\n"
    "Phlogiston\t3\tmg/dL"
)


def test_a_pasted_block_is_previewed_and_stored_as_one_step(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.paste(BLOCK)
    assert len(labs.case.labs) == 1
    rows = labs.paste_rows()
    assert rows[0][0::2] == ["Phosphate", "1.58 mmol/L", "ready"]
    assert rows[0][3].startswith("4.89 mg/dL")
    assert [row[4] for row in rows] == ["ready", "ready", "open", "open"]
    panel = labs.page.side.panel
    assert panel.store_button.text() == "Store 2 values"
    panel.decided.emit("unit", 2, "mmol/L")
    panel.decided.emit("skip", 3, "yes")
    panel.store_button.click()
    assert panel.isHidden()
    found = {lab.analyte: (lab.value, lab.unit) for lab in labs.case.labs if lab.id != "p1"}
    assert found == {
        "serum_phosphate": ("1.58", "mmol/L"),
        "serum_calcium_total": ("2.40", "mmol/L"),
        "magnesium": ("0.82", "mmol/L"),
    }
    assert labs.session.undo_text == "Paste 3 results"
    labs.session.undo()
    assert [lab.id for lab in labs.case.labs] == ["p1"]


def test_what_is_open_stays_in_the_panel_after_the_rest_was_stored(labs: LabsHost) -> None:
    labs.page.new_column()
    labs.paste(BLOCK)
    labs.page.side.panel.store_button.click()
    assert [row[0] for row in labs.paste_rows()] == ["Magnesium", "Phlogiston"]
    assert "still open" in labs.told()
    labs.press(Key.Key_Escape)
    assert labs.page.side.panel.isHidden()


def test_pasting_the_same_again_stores_nothing_twice(labs: LabsHost) -> None:
    labs.paste("Phosphate\t5.2\tmg/dL\t2025-06-17\nPhosphate\t5.9\tmg/dL\t2025-06-17")
    rows = labs.paste_rows()
    assert [row[4] for row in rows] == ["left out", "open"]
    panel = labs.page.side.panel
    assert not panel.store_button.isEnabled()
    panel.decided.emit("existing", 1, "both")
    panel.store_button.click()
    assert [lab.value for lab in labs.stored("serum_phosphate")] == ["5.2", "5.9"]
    grid = labs.page.grid
    assert grid is not None
    assert [labs.view("serum_phosphate", n).text for n in (0, 1)] == ["5.2", "5.9"]


def test_one_value_from_the_clipboard_goes_straight_into_its_cell(labs: LabsHost) -> None:
    labs.go_to("albumin")
    labs.paste("4,1\r\n")
    assert labs.stored("albumin")[0].value == "4.1"


def test_bare_values_fill_downward_in_the_units_of_the_rows(labs: LabsHost) -> None:
    labs.go_to("serum_calcium_total")
    labs.paste("9.4\n4.2\n101")
    labs.page.side.panel.store_button.click()
    found = {lab.analyte: (lab.value, lab.unit, lab.when) for lab in labs.case.labs[1:]}
    assert found == {
        "serum_calcium_total": ("9.4", "mg/dL", "2025-06-17"),
        "albumin": ("4.2", "g/dL", "2025-06-17"),
        "alp": ("101", "U/L", "2025-06-17"),
    }


def test_copied_cells_are_pasted_back_as_the_same_values(labs: LabsHost) -> None:
    labs.page.commands.copy_table()
    text = QGuiApplication.clipboard().text()
    labs.session.change("Clear", lambda edit: edit.remove(labs.case.labs[0]))
    labs.paste(text)
    labs.page.side.panel.store_button.click()
    (back,) = labs.stored("serum_phosphate")
    assert (back.value, back.unit, back.when) == ("5.2", "mg/dL", "2025-06-17")


def test_details_are_stored_when_the_field_is_left(labs: LabsHost) -> None:
    labs.go_to("serum_phosphate")
    labs.press(Key.Key_F2, SHIFT)
    labs.type("photometric")
    labs.press(Key.Key_Tab)
    assert labs.stored("serum_phosphate")[0].method == "photometric"
    labs.page.details.lines["ref_high"].setFocus()
    labs.type("5,5")
    labs.press(Key.Key_Tab)
    assert labs.stored("serum_phosphate")[0].ref_high == "5.5"
    assert labs.view("serum_phosphate").flag == ""
    labs.page.details.edited.emit("hemolyzed", "yes")
    assert labs.view("serum_phosphate").marks == "h"


def test_a_range_that_is_no_number_is_marked_and_not_stored(labs: LabsHost) -> None:
    labs.go_to("serum_phosphate")
    labs.press(Key.Key_F2, SHIFT)
    line = labs.page.details.lines["ref_low"]
    line.setFocus()
    labs.type("low")
    labs.press(Key.Key_Tab)
    assert line.property("problem") == "error"
    assert line.text() == "low"
    assert labs.stored("serum_phosphate")[0].ref_low == ""


def test_the_inspector_tells_who_entered_a_result_and_which_range_was_used(
    labs: LabsHost,
) -> None:
    labs.go_to("serum_phosphate")
    labs.page.inspecting.inspect()
    said = " ".join(label.accessibleName() for label in labs.page.inspector.findChildren(QLabel))
    assert "by a test, not edited." in said
    assert "3.1–4.7 mg/dL" in said


def test_a_column_is_noted_as_fasting_in_one_step(labs: LabsHost) -> None:
    grid = labs.page.grid
    assert grid is not None
    labs.page.commands.note_column(grid.columns[0], "fasting", "yes")
    assert labs.stored("serum_phosphate")[0].fasting == "yes"
    assert labs.session.undo_text == "Note on 1 sample"


def test_a_result_changed_by_somebody_else_is_not_overwritten(labs: LabsHost) -> None:
    assert labs.session.registry is not None
    other = replace(labs.case.labs[0], value="5.3")
    labs.session.registry.change("Elsewhere", lambda edit: edit.put(other))
    labs.go_to("serum_phosphate")
    labs.enter("5.9")
    assert "changed by someone else" in labs.told()
    assert labs.view("serum_phosphate").text == "5.9"
    assert labs.view("serum_phosphate").kind == "draft"
    found = labs.session.registry.case("lena").labs_of("serum_phosphate")
    assert [lab.value for lab in found] == ["5.3"]


def test_tests_are_added_by_name_and_records_are_found(labs: LabsHost) -> None:
    labs.page.toolbar.add_test.setText("Ferritin")
    labs.page.toolbar.add_test.setFocus()
    labs.press(Key.Key_Return)
    assert labs.here[0] == "ferritin"
    assert labs.page.show_record("p1")
    assert labs.here == ("serum_phosphate", "2025-06-17")
    assert not labs.page.show_record("mm1")
    labs.page.toolbar.add_test.setText("Phlogiston")
    labs.page.toolbar.add_test.setFocus()
    labs.press(Key.Key_Return)
    assert "No test is called" in labs.told()


def test_menus_ask_for_targets_and_hold_what_fits_the_cell(labs: LabsHost) -> None:
    grid = labs.page.grid
    assert grid is not None
    row = next(row for row in grid.rows if row.key == "serum_phosphate")
    asked: list[tuple[str, object]] = []
    labs.session.asks.add.connect(lambda table, found: asked.append((table, found)))
    menu = cell_menu(labs.page, row, grid.columns[0])
    menu.actions()[-1].trigger()
    assert asked == [("targets", {"analyte": "serum_phosphate", "unit": "mg/dL"})]
    texts = [action.text() for action in column_menu(labs.page, 5, grid.columns[0]).actions()]
    assert "Change the date…" in texts


def test_a_patient_without_results_is_told_how_to_begin(labs: LabsHost) -> None:
    labs.session.open_patient("omar")
    assert labs.page.empty.isVisible()
    labs.page.new_column()
    assert labs.page.empty.isHidden()
    labs.enter("5.1")
    assert labs.stored("serum_phosphate")[0].value == "5.1"
    labs.page.show_dossier(None)
    assert labs.page.grid is None


def test_the_main_window_shows_the_page_and_finds_its_problems(window: WindowPage) -> None:
    window.open_patient("Lena")
    window.main.session.asks.show_page.emit("labs")
    page = window.main.findChild(LabsPage)
    assert page is not None
    assert page.isVisible()
    page.new_column()
    window.keys.type("5")
    window.keys.type(".1x")
    window.keys.press(Key.Key_Return)
    assert [lab.id for lab in window.case.labs] == ["p1"]
    window.shortcut(Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    window.keys.press(Key.Key_F2)
    window.keys.press(Key.Key_Backspace)
    window.keys.press(Key.Key_Return)
    assert [lab.value for lab in window.case.labs] == ["5.2", "5.1"]
    window.shortcut(Key.Key_Z)
    assert [lab.value for lab in window.case.labs] == ["5.2"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_grid_is_painted_in_both_themes_and_large_text(
    labs: LabsHost, qapp: object, theme: str, scale: float
) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    target = r.Target(patient="lena", analyte="serum_phosphate", high="4.9", unit="mg/dL")
    labs.session.change("Set a target", lambda edit: edit.put(target))
    apply_theme(qapp, theme, text_scale=scale)  # type: ignore[arg-type]
    labs.page.new_column()
    labs.enter("abc")
    labs.page.compact(True)
    image = labs.page.view.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, 300, 7)}
    assert len(colors) > 5
    apply_theme(qapp, "light")
