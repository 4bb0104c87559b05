"""The help on keys: made from the table of actions, so it cannot be wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.actions import ACTIONS, ADD_MENU
from desktop.ui.widgets.basics import chip, label

FORM_KEYS = (
    ("Ctrl+Enter", "Save the form; again to keep an unusual entry"),
    ("Ctrl+Shift+Enter", "Save and begin the next entry"),
    ("Tab, Enter", "Next field"),
    ("↓", "Choose from what is offered while typing"),
    ("Esc", "Leave; what was typed is there when the form is opened next"),
)
LIST_KEYS = (
    ("Enter, F2", "Open a patient; edit a record"),
    ("Del", "Remove a record; Ctrl+Z brings it back"),
    ("Ctrl+T", "Chart as table"),
)


class ShortcutsHelp(QDialog):
    """Lists every key and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsHelp")
        self.setWindowTitle("Keyboard shortcuts")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keyed = [(s.shortcut, s.plain) for s in (*ACTIONS, ADD_MENU) if s.shortcut]
        page = QWidget()
        page.setProperty("page", "true")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(14)
        row = 0
        for title, keys in (
            ("Everywhere", keyed),
            ("In lists", LIST_KEYS),
            ("In forms", FORM_KEYS),
        ):
            grid.addWidget(label(title, "caption"), row, 0, 1, 2)
            for row_in_group, (key, text) in enumerate(keys, start=row + 1):
                grid.addWidget(chip(key, "key"), row_in_group, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label(text), row_in_group, 1)
            row += len(keys) + 1
        grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.resize(520, 600)
