"""Last step of an export: what was written, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models.import_cells import CellView
from desktop.ui.widgets.basics import Card, InlineMessage, button, label
from desktop.ui.widgets.import_table import ImportTable

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.work.export import Prepared
    from desktop.work.export_files import Written


class ExportDone(QWidget):
    """What was written, where, and what the format had no place for."""

    def __init__(self) -> None:
        super().__init__()
        self.written: Path | None = None
        self.message = InlineMessage()
        self.card = Card(say("What was written"), icon="circle-check")
        self.table = ImportTable(say("What was written"), (say("What"), say("Number")))
        self.place = label("", "label", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = button(say("Open the folder"), icon="table")
        deeds = QHBoxLayout()
        deeds.setContentsMargins(12, 8, 12, 12)
        deeds.setSpacing(8)
        deeds.addWidget(self.open_button)
        deeds.addWidget(self.place, 1)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addLayout(deeds)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(10)
        page.addWidget(self.message)
        page.addWidget(self.card, 1)
        self.open_button.clicked.connect(self.open_folder)

    def show_written(self, written: Written, prepared: Prepared) -> None:
        """Show what is in the export."""
        self.written = written.path if written.path.is_dir() else written.path.parent
        lines = [_line(name, number) for name, number in written.counts.items()]
        lines += [
            _line(say("No place in this format: {what}", what=name), number)
            for name, number in written.not_held.items()
        ]
        self.table.cells.show_lines(lines)
        told = say("Exported: {balance}", balance=prepared.balance.text)
        self.message.show_message("ok", told)
        self.place.setText(
            say("{path}. Its manifest: {manifest}", path=written.path, manifest=written.manifest)
        )

    def open_folder(self) -> None:
        """Show the folder in the file manager of the system."""
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))

    def focus_first(self) -> None:
        """Begin at the way to the folder."""
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(name: str, number: int) -> tuple[CellView, ...]:
    return (CellView(name), CellView(f"{number:,}", is_number=True))
