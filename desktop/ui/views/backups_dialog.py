"""The backups of a registry that cannot be opened, over the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.views.backups import BackupsPanel

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

SIZE = (920, 460)


class BackupsDialog(QDialog):
    """Closes itself once a backup is being brought back."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self.setWindowTitle(say("Backups of {registry}", registry=path.stem))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = BackupsPanel(window.session)
        self.panel.dialogs = window.dialogs
        self.panel.show_path(path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        window.session.registry_changed.connect(self.accept)
        self.resize(theme().px(SIZE[0]), theme().px(SIZE[1]))
