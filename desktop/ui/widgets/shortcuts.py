"""The sheet of keys: made from the table of actions, so it cannot be wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.language import mark, say
from desktop.ui.action_table import ACTIONS, ADD_MENU, MENUS
from desktop.ui.widgets.basics import chip, label

FORM_KEYS = (
    ("Ctrl+Enter", mark("Save the form; again to keep an unusual entry")),
    ("Ctrl+Shift+Enter", mark("Save and begin the next entry")),
    ("Tab, Enter", mark("Next field")),
    ("↓", mark("Choose from what is offered while typing")),
    ("Esc", mark("Leave; what was typed is there when the form is opened next")),
    ("t, y", mark("In a date: today, yesterday")),
    ("-2w, +3d", mark("In a date: so many days, weeks (w), months (m) or years (y) from today")),
    ("3/2024, 14y6m", mark("In a date: a month alone, an age")),
)
LIST_KEYS = (
    ("Enter, F2", mark("Open a patient; edit a record")),
    ("Del", mark("Remove a record; Ctrl+Z brings it back")),
)
WORKLIST_KEYS = (
    ("Enter", mark("Open the patient where the reason is shown")),
    ("Space", mark("Mark as done; Ctrl+Z brings it back")),
    ("S", mark("Snooze with a reason")),
    ("A", mark("Give it to somebody")),
    ("N", mark("Add a note")),
    ("M", mark("One’s own rows, or all again")),
)


class ShortcutsHelp(QDialog):
    """Lists every key and what it does, by menu; a word narrows the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsHelp")
        self.setWindowTitle(say("Keyboard"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Key or action"))
        self.field.setAccessibleName(say("Find a key or an action"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.narrow)
        self._lines: list[tuple[str, QWidget]] = []
        page = QWidget()
        page.setProperty("page", "true")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(16, 6, 16, 14)
        self._grid.setHorizontalSpacing(14)
        for title, keys in _groups():
            self._add_group(title, keys)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setAccessibleName(say("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(scroll)
        self.resize(600, 640)

    def _add_group(self, title: str, keys: list[tuple[str, str]]) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(title, "caption"), row, 0)
        for place, (key, text) in enumerate(keys, start=row + 1):
            line = QWidget()
            inner = QHBoxLayout(line)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(14)
            said = label(text, wrap=True)
            inner.addWidget(said, 1)
            inner.addWidget(chip(key, "key"), 0, Qt.AlignmentFlag.AlignRight)
            line.setAccessibleName(f"{text}, {key}")
            self._grid.addWidget(line, place, 0)
            self._lines.append((f"{text} {key}".casefold(), line))

    def narrow(self, text: str) -> None:
        """Show the lines that hold every word."""
        words = text.casefold().split()
        for told, line in self._lines:
            line.setVisible(all(word in told for word in words))


def _groups() -> list[tuple[str, list[tuple[str, str]]]]:
    made = [
        (
            say(menu).replace("&", ""),
            [(spec.keys, spec.plain) for spec in ACTIONS if spec.menu == menu and spec.keys],
        )
        for menu in MENUS
    ]
    made[3][1].insert(0, (ADD_MENU.keys, ADD_MENU.plain))
    for title, keys in (
        (say("In lists"), LIST_KEYS),
        (say("In the worklist"), WORKLIST_KEYS),
        (say("In forms"), FORM_KEYS),
    ):
        made.append((title, [(key, say(text)) for key, text in keys]))
    return made
