"""Where the files of the program are, and its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop import __version__
from desktop.domain.language import mark, say
from desktop.paths import user_folder
from desktop.ui.widgets.basics import Card, button, label

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.session import Session

KEYS = (
    ("shortcuts", mark("Sheet of keys   Ctrl+F1")),
    ("help", mark("Help for this page   F1")),
    ("about", mark("About the program")),
)


class PlacesCard(Card):
    """Registry, settings, own folder; each folder can be opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(say("Where files are"), icon="table")
        self._session = session
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.path_labels: dict[str, tuple[QLabel, QPushButton]] = {}
        for name, text in (
            ("registry", say("Registry open now")),
            ("folder", say("Your registries and settings")),
            ("settings", say("Settings file")),
        ):
            self._add(name, text)
        version = label(say("Program version {version}", version=__version__), "hint")
        version.setContentsMargins(12, 6, 12, 10)
        self.body.addWidget(version)
        self.read_again()

    def _add(self, name: str, text: str) -> None:
        path = label("", wrap=True)
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        opens = button(say("Open folder"), "header")
        opens.setAccessibleName(say("Open the folder: {what}", what=text))
        opens.clicked.connect(partial(self._open, name))
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(text, "caption"))
        words.addWidget(path)
        row.addLayout(words, 1)
        row.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)
        self.path_labels[name] = (path, opens)

    def _places(self) -> dict[str, Path | None]:
        registry = self._session.registry
        return {
            "registry": registry.path if registry else None,
            "folder": user_folder(),
            "settings": user_folder() / "settings.ini",
        }

    def read_again(self) -> None:
        """Show the files in use."""
        for name, path in self._places().items():
            shown, opens = self.path_labels[name]
            shown.setText(str(path) if path else say("No registry is open."))
            shown.setToolTip(str(path) if path else "")
            opens.setEnabled(path is not None)

    def _open(self, name: str) -> None:
        path = self._places()[name]
        if path is not None:
            folder = path if path.is_dir() else path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class KeysCard(Card):
    """Everything can be done with the keyboard: where to read how."""

    def __init__(self, session: Session) -> None:
        super().__init__(say("Keyboard and help"), icon="info-circle")
        column = QVBoxLayout()
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for name, text in KEYS:
            made = button(say(text))
            made.clicked.connect(partial(session.asks.command.emit, name))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons[name] = made
        self.body.addLayout(column)
        self.body.addStretch(1)
