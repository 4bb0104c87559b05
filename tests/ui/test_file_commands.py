"""Registries, import, export and the PDF, from the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.db.registry import Registry
from desktop.ui.widgets.import_foot import DONE, FILES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.views.export_page import ExportPage
    from desktop.ui.views.import_page import ImportPage
    from tests.ui.pages import WindowPage


def run(window: WindowPage, action: str) -> None:
    """Trigger an action and wait until its task has ended."""
    window.main.commands[action].trigger()
    wait(window)


def wait(window: WindowPage) -> None:
    window.bot.waitUntil(lambda: not window.main.is_paused, timeout=20_000)


def import_page(window: WindowPage) -> ImportPage:
    return cast("ImportPage", window.main.navigation.place("import"))


def export_page(window: WindowPage) -> ExportPage:
    return cast("ExportPage", window.main.navigation.place("export"))


def go_on_to(window: WindowPage, step: int) -> None:
    """Press the primary button until a step of the import is reached."""
    page = import_page(window)
    for wanted in range(page.step + 1, step + 1):
        page.foot.next_button.click()
        window.bot.waitUntil(partial(_is_at, page, wanted), timeout=20_000)


def _is_at(page: ImportPage, step: int) -> bool:
    return page.step == step


def table(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_another_registry_is_opened_and_remembered(window: WindowPage, tmp_path: Path) -> None:
    other = tmp_path / "other.registry"
    Registry.create(other).close()
    window.open_patient("fiktiva")
    window.answers.paths.append(other)
    window.shortcut(Qt.Key.Key_O)
    assert window.main.session.dossier is None
    assert window.main.settings.last_registry == other


def test_a_folder_is_imported_and_one_undo_takes_it_back(
    window: WindowPage, tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    table(folder / "patients.csv", "patient_id,sex\nCR-0100,male\nCR-0101,female\n")
    window.answers.paths.append(folder)
    run(window, "import_folder")
    page = import_page(window)
    window.bot.waitUntil(lambda: bool(page.draft.surveys), timeout=20_000)
    go_on_to(window, DONE)
    assert len(window.main.session.patients) == 4
    assert "2 added" in page.done.message.text.text()
    window.shortcut(Qt.Key.Key_0)
    assert window.main.navigation.list_page.model.rowCount() == 4
    window.shortcut(Qt.Key.Key_Z)
    assert len(window.main.session.patients) == 2


def test_edits_rest_while_files_are_looked_at(window: WindowPage, tmp_path: Path) -> None:
    window.open_patient("fiktiva")
    source = table(tmp_path / "patients.csv", "patient_id\nCR-0100\n")
    window.answers.paths.append(source)
    window.main.commands["import_file"].trigger()
    assert window.main.is_paused
    assert not window.main.commands["add_labs"].isEnabled()
    wait(window)
    assert window.main.commands["add_labs"].isEnabled()


def test_a_path_that_is_gone_is_told_in_the_page(window: WindowPage, tmp_path: Path) -> None:
    window.answers.paths.append(tmp_path / "gone.csv")
    run(window, "import_file")
    page = import_page(window)
    window.bot.waitUntil(page.message.isVisible, timeout=20_000)
    assert "There is no file or folder" in page.message.text.text()
    assert page.step == FILES


def test_a_second_job_waits_for_the_first_and_leaves_the_page_ready(
    window: WindowPage, tmp_path: Path
) -> None:
    window.answers.paths.append(table(tmp_path / "patients.csv", "patient_id\nCR-0100\n"))
    window.main.commands["import_file"].trigger()
    page = export_page(window)
    window.main.navigation.show_place("export")
    page.form.protection.buttons["whole"].click()
    page.form.output.field.set_typed(str(tmp_path / "out"))
    with window.bot.captureExceptions() as raised:
        page.next_button.click()
    assert "Another job is still running" in str(raised[0][1])
    assert page.task is None
    wait(window)
    assert page.next_button.isEnabled()


def test_the_filtered_list_can_be_exported(window: WindowPage) -> None:
    window.main.navigation.show_matches("fiktiva")
    window.main.commands["export_csv"].trigger()
    page = export_page(window)
    assert page.isVisible()
    choices = [page.form.who.itemText(n) for n in range(page.form.who.count())]
    assert "The list as it is filtered: 1 patient" in choices


def test_the_pdf_is_named_by_the_registry_id_alone(window: WindowPage, tmp_path: Path) -> None:
    window.open_patient("fiktiva")
    window.answers.paths.append(tmp_path / "summary")
    run(window, "export_pdf")
    assert window.answers.suggested == ["CR-0007-clinician.pdf"]
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    window.bot.waitUntil(lambda: window.main.status.note.text() == "Saved summary.pdf")


def test_a_cancelled_dialog_changes_nothing(window: WindowPage) -> None:
    for action in ("new_registry", "open_registry", "import_folder", "import_file"):
        window.answers.paths.append(None)
        window.main.commands[action].trigger()
    assert len(window.main.session.patients) == 2
    assert not import_page(window).draft.surveys


def drop(window: WindowPage, path: Path) -> bool:
    """Drop a file onto the middle of the window; whether it was taken."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    left, place = Qt.MouseButton.LeftButton, QPointF(700, 400)
    entering = QDragEnterEvent(place.toPoint(), copy, dragged, left, none)
    QApplication.sendEvent(window.main, entering)
    QApplication.sendEvent(window.main, QDropEvent(place, copy, dragged, left, none))
    return entering.isAccepted()


def test_a_file_dropped_on_the_window_is_looked_at_by_the_import(
    window: WindowPage, tmp_path: Path
) -> None:
    path = table(tmp_path / "patients.csv", "patient_id,sex\nCR-0100,male\n")
    assert drop(window, path)
    page = import_page(window)
    window.bot.waitUntil(lambda: list(page.draft.surveys) == [path], timeout=20_000)
    wait(window)
    assert page.isVisible()


def test_without_a_registry_nothing_can_be_dropped(window: WindowPage, tmp_path: Path) -> None:
    path = table(tmp_path / "patients.csv", "patient_id,sex\nCR-0100,male\n")
    window.main.session.close()
    assert not drop(window, path)


def test_the_list_as_it_is_filtered_is_what_is_exported(window: WindowPage) -> None:
    window.main.session.asks.export_listed.emit(("lena",))
    page = export_page(window)
    assert page.isVisible()
    assert page.form.who.currentText() == "The list as it is filtered: 1 patient"
    assert page.draft.wish().patients
