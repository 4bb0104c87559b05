"""The worklist as a user finds it: home of the program, driven by Enter, Space and S."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui import worklist_feed
from desktop.ui.models.worklist import EVIDENCE, PATIENT, WHY, WorklistModel
from desktop.ui.views.worklist_batch import ListedDocuments
from desktop.ui.widgets.snooze_form import SnoozeForm
from desktop.ui.widgets.worklist_forms import AssignForm, NoteForm
from tests.ui.pages import WorklistSheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester

    from tests.ui.pages import WindowPage


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worklist_feed, "FIRST_PAUSE_S", 0.0)
    monkeypatch.setattr(worklist_feed, "PAUSE_S", 0.0)


def pending() -> r.LabResult:
    return r.LabResult(
        id="sent", patient="lena", analyte="fgf23_intact", state="pending", when="2025-10-03"
    )


@pytest.fixture
def sheet(window: WindowPage) -> WorklistSheet:
    """The worklist once everything was worked out, with one awaited result."""
    window.main.session.change("Add result", lambda edit: edit.put(pending()))
    found = WorklistSheet(window)
    found.wait_for("awaited:sent")
    return found


def test_the_worklist_is_home_and_tells_why(sheet: WorklistSheet) -> None:
    assert sheet.page.isVisible()
    row = sheet.choose("awaited:sent")
    assert row.name == "FIKTIVA, Lena"
    assert "CR-0007" in row.person
    told = sheet.preview_texts()
    assert "Sent 03\u2011Oct\u20112025." in told
    assert "A pending result is neither normal nor absent." in told
    assert sheet.page.preview.name.text() == "FIKTIVA, Lena"


def test_enter_opens_the_patient_where_the_reason_is_shown(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_Return)
    assert sheet.window.case.patient.id == "lena"
    assert sheet.window.main.navigation.patient_page.isVisible()


def test_space_marks_as_done_and_undo_brings_the_row_back(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_Space)
    assert "awaited:sent" not in sheet.listed()
    assert sheet.window.main.session.undo_text.startswith("Mark as done: ")
    assert sheet.window.answers.asked == []
    sheet.window.shortcut(Qt.Key.Key_Z)
    sheet.wait_for("awaited:sent")


def test_new_evidence_brings_a_done_row_back(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_Space)
    sheet.wait_without("awaited:sent")
    moved = r.LabResult(
        id="sent", patient="lena", analyte="fgf23_intact", state="pending", when="2025-11-01"
    )
    sheet.window.main.session.change("Change", lambda edit: edit.put(moved))
    sheet.wait_for("awaited:sent")


def test_s_snoozes_with_a_reason_and_the_mark_is_kept(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_S)
    form = sheet.page.steps.form
    assert isinstance(form, SnoozeForm)
    sheet.window.bot.waitUntil(form.isActiveWindow)
    form.save()
    assert "reason" in form.message.text.text()
    form.reason.setText("laboratory called")
    form.until.setText("+3d")
    form.save()
    assert "awaited:sent" not in sheet.listed()
    sheet.window.main.session.open_patient("lena")
    mark = sheet.window.case.worklist_marks[0]
    assert (mark.action, mark.reason, mark.item) == ("snoozed", "laboratory called", "awaited:sent")


def test_a_gives_a_row_to_somebody_and_undo_takes_it_back(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_A)
    form = sheet.page.steps.form
    assert isinstance(form, AssignForm)
    sheet.window.bot.waitUntil(form.isActiveWindow)
    form.field.setText("Dr. Ito")
    sheet.window.keys.press(Qt.Key.Key_Return)
    assert sheet.choose("awaited:sent").whose == "Given to Dr. Ito"
    assert any("Dr. Ito" in text for text in sheet.preview_texts())
    assert sheet.window.main.session.undo_text.startswith("Give to somebody: ")
    sheet.window.shortcut(Qt.Key.Key_Z)
    sheet.window.bot.waitUntil(lambda: sheet.choose("awaited:sent").deeds.to == "")


def test_m_shows_what_is_mine(sheet: WorklistSheet) -> None:
    registry = sheet.window.main.session.registry
    assert registry is not None
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_M)
    assert "awaited:sent" not in sheet.listed()
    sheet.page.tools.toggle_mine()
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_A)
    form = sheet.page.steps.form
    assert isinstance(form, AssignForm)
    assert form.field.text() == registry.who  # Enter takes it oneself
    form.save()
    sheet.page.tools.toggle_mine()
    assert sheet.listed() == ["awaited:sent"]


def test_n_notes_something_and_the_row_stays_where_it_is(sheet: WorklistSheet) -> None:
    before = sheet.listed()
    sheet.choose("awaited:sent")
    sheet.window.keys.press(Qt.Key.Key_N)
    form = sheet.page.steps.form
    assert isinstance(form, NoteForm)
    form.save()
    assert "note" in form.message.text.text()
    form.field.setText("sent again on Monday")
    form.save()
    assert sheet.listed() == before
    assert sheet.choose("awaited:sent").note == "Note: sent again on Monday"
    assert any("sent again on Monday" in text for text in sheet.preview_texts())
    sheet.window.main.session.open_patient("lena")
    mark = sheet.window.case.worklist_marks[0]
    assert (mark.action, mark.reason) == ("noted", "sent again on Monday")


def test_documents_are_made_for_the_list_as_it_is_filtered(
    sheet: WorklistSheet, tmp_path: Path
) -> None:
    page = sheet.page
    page.tools.field.setText("a word that nobody has")
    assert page.listed_patients() == ()
    assert not page.tools.list_button.isEnabled()
    page.tools.field.setText("fiktiva lena")
    assert page.listed_patients() == ("lena",)
    session, answers = sheet.window.main.session, sheet.window.answers
    answers.paths.append(tmp_path / "pdf")
    dialog = ListedDocuments(session, page.listed_patients(), dialogs=answers)
    sheet.window.bot.addWidget(dialog)
    dialog.kind.set_typed("emergency")
    dialog.start()
    assert dialog.run is not None
    run = dialog.run
    sheet.window.bot.waitUntil(lambda: not run.is_running, timeout=10_000)
    assert len(list((tmp_path / "pdf").glob("*.pdf"))) == 1
    assert "1 asked for = 1 written" in dialog.message.text.text()


def test_a_tile_narrows_the_list_and_says_so(sheet: WorklistSheet) -> None:
    tile = sheet.page.tiles.tiles["missing"]
    tile.click()
    assert sheet.listed()
    assert {key.partition(":")[0] for key in sheet.listed()} == {"missing"}
    assert tile.note.text().startswith("filtered")
    tile.click()
    assert "awaited:sent" in sheet.listed()


def test_typing_narrows_the_list(sheet: WorklistSheet) -> None:
    sheet.window.shortcut(Qt.Key.Key_F)
    sheet.window.keys.type("fiktiva awaited")
    assert sheet.listed() == ["awaited:sent"]


def test_another_registry_shows_nobody_of_the_one_before(
    sheet: WorklistSheet, tmp_path: Path
) -> None:
    sheet.page.read_again()  # still at work when the other one is opened
    other = Registry.create(tmp_path / "other.registry", who="a test")
    other.change("Add", lambda edit: edit.put(r.Patient(id="nils", patient_id="CR-0001")))
    shown: list[set[str]] = []
    sheet.page.feed.ready.connect(lambda board: shown.append({one.patient for one in board.items}))
    sheet.window.main.session.open_registry(other)
    sheet.window.bot.waitUntil(lambda: {"nils"} in shown, timeout=10_000)
    sheet.window.bot.wait(300)
    assert set().union(*shown) == {"nils"}
    assert {one.patient for one in sheet.page.items} == {"nils"}


def test_letters_in_the_list_never_search(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    sheet.window.keys.type("f")
    row = sheet.page.view.row
    assert row is not None
    assert row.item.key == "awaited:sent"


def test_screen_readers_hear_whole_cells(sheet: WorklistSheet) -> None:
    sheet.choose("awaited:sent")
    index = sheet.page.view.currentIndex()
    spoken = [
        index.siblingAtColumn(column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in (PATIENT, WHY, EVIDENCE)
    ]
    assert spoken[0].startswith("Patient: FIKTIVA, Lena")
    assert "awaited" in spoken[1]
    assert spoken[2] == "Evidence: No result yet"


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, sheet: WorklistSheet) -> None:
    board = sheet.page._board
    assert board is not None
    model = WorklistModel()
    model.show_items(board.items, board.seen, board.day)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
