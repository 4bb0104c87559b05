"""The dialogs of the system behind one seam, so that a test can answer them.

Nothing here is for saving or for edits that undo takes back: those ask nothing. Qt's dialogs
are imported when one is shown: the window's first paint does not wait for them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REGISTRY_FILES = mark("Registry files (*.registry);;All files (*)")
PDF_FILES = mark("PDF files (*.pdf)")
IMPORT_FILES = mark(
    "Files to import (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.hl7);;All files (*)"
)
CSV_FILES = mark("CSV tables (*.csv);;All files (*)")


class Dialogs:
    """Asks for files, folders and answers, and shows messages."""

    def open_file(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """An existing file; None if the user cancelled."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(parent, title, "", say(kinds))
        return Path(name) if name else None

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        """Existing files; none if the user cancelled."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(parent, title, "", say(kinds))
        return [Path(name) for name in names]

    def save_file(
        self, parent: QWidget | None, title: str, kinds: str, *, suggested: str
    ) -> Path | None:
        """A file to write, asked back if it exists; None if the user cancelled."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(parent, title, suggested, say(kinds))
        return Path(name) if name else None

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        """A folder; None if the user cancelled."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None

    def confirm(self, parent: QWidget | None, title: str, text: str, *, yes: str) -> bool:
        """True if the user presses the button ``yes``; Cancel is the default."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is agreed

    def text(self, parent: QWidget | None, title: str, label: str, *, start: str) -> str | None:
        """A line of text; None if the user cancelled."""
        from PySide6.QtWidgets import QInputDialog

        value, agreed = QInputDialog.getText(parent, title, label, text=start)
        return value.strip() if agreed else None

    def tell(self, parent: QWidget | None, title: str, text: str, *, details: str = "") -> None:
        """Show a message, with technical text behind a button where there is any."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if details:
            box.setDetailedText(details)
        box.exec()
