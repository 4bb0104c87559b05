"""Registries, import, export and the PDF, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.db.registry import Registry

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.pages import WindowPage


def run(window: WindowPage, action: str) -> None:
    """Trigger an action and wait until its task has ended."""
    window.main.commands[action].trigger()
    window.bot.waitUntil(lambda: not window.main.is_paused, timeout=20_000)


def table(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_registry_is_made_and_opened(window: WindowPage, tmp_path: Path) -> None:
    window.answers.paths.append(tmp_path / "second")
    window.main.commands["new_registry"].trigger()
    assert (tmp_path / "second.registry").is_file()
    assert window.main.session.patients == []
    window.shortcut(Qt.Key.Key_0)
    assert "No patients yet" in window.main.navigation.list_page.empty.text()


def test_another_registry_is_opened_and_remembered(window: WindowPage, tmp_path: Path) -> None:
    other = tmp_path / "other.registry"
    Registry.create(other).close()
    window.open_patient("fiktiva")
    window.answers.paths.append(other)
    window.shortcut(Qt.Key.Key_O)
    assert window.main.session.dossier is None
    assert window.main.settings.last_registry == other


def test_a_folder_of_tables_is_imported(window: WindowPage, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    table(folder / "patients.csv", "patient_id,sex\nCR-0100,male\nCR-0101,female\n")
    window.answers.paths.append(folder)
    run(window, "import_folder")
    assert len(window.main.session.patients) == 4
    assert "2 added" in window.main.status.note.text()
    window.shortcut(Qt.Key.Key_0)
    assert window.main.navigation.list_page.model.rowCount() == 4


def test_refused_rows_are_told_and_can_be_written_out(window: WindowPage, tmp_path: Path) -> None:
    source = table(tmp_path / "patients.csv", "patient_id,sex\nCR-0100,male\nCR-0101,both\n")
    window.answers.paths.extend([source, tmp_path / "refused"])
    window.answers.agrees.append(True)
    run(window, "import_file")
    window.bot.waitUntil(lambda: (tmp_path / "refused" / "patients.csv").is_file(), timeout=20_000)
    assert "1 refused" in window.answers.told[0]
    assert "both" in window.answers.told[0]
    assert "CR-0101" in (tmp_path / "refused" / "patients.csv").read_text(encoding="utf-8")


def test_edits_rest_while_an_import_runs(window: WindowPage, tmp_path: Path) -> None:
    window.open_patient("fiktiva")
    source = table(tmp_path / "patients.csv", "patient_id\nCR-0100\n")
    window.answers.paths.append(source)
    window.main.commands["import_file"].trigger()
    assert window.main.is_paused
    assert not window.main.commands["add_labs"].isEnabled()
    window.bot.waitUntil(lambda: not window.main.is_paused, timeout=20_000)
    assert window.main.commands["add_labs"].isEnabled()


def test_a_failed_import_is_told_and_changes_nothing(window: WindowPage, tmp_path: Path) -> None:
    source = table(tmp_path / "unknown.csv", "a,b\n1,2\n")
    window.answers.paths.append(source)
    run(window, "import_file")
    assert len(window.answers.told) == 1
    assert len(window.main.session.patients) == 2


def test_tables_are_exported_with_their_balance(window: WindowPage, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    window.answers.paths.append(folder)
    run(window, "export_csv")
    assert (folder / "patients.csv").is_file()
    assert "2 in the registry = 2 exported + 0 excluded" in window.main.status.note.text()


def test_tables_are_not_replaced_without_a_question(window: WindowPage, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    table(folder / "patients.csv", "mine")
    window.answers.paths.append(folder)
    window.answers.agrees.append(False)
    run(window, "export_csv")
    assert (folder / "patients.csv").read_text(encoding="utf-8") == "mine"


def test_the_pdf_is_named_by_the_registry_id_alone(window: WindowPage, tmp_path: Path) -> None:
    window.open_patient("fiktiva")
    window.answers.paths.append(tmp_path / "summary")
    run(window, "export_pdf")
    assert window.answers.suggested == ["CR-0007-clinician.pdf"]
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert window.main.status.note.text() == "Saved summary.pdf"


def test_a_cancelled_dialog_changes_nothing(window: WindowPage) -> None:
    for action in ("new_registry", "open_registry", "import_folder", "import_file", "export_csv"):
        window.answers.paths.append(None)
        window.main.commands[action].trigger()
    assert len(window.main.session.patients) == 2
