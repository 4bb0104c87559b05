"""Parts of the settings: a row of choices, and a field with its name and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel


class ChoiceRow(QWidget):
    """Choices side by side, one of them in force; arrows and Tab reach each of them.

    ``chosen`` carries the value that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (value, text) in enumerate(choices):
            made = button(text)
            ends = {0: "first", len(choices) - 1: "last"}
            made.setProperty("segment", ends.get(place, "middle"))
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            made.clicked.connect(lambda _checked=False, one=value: self.chosen.emit(one))
            self._group.addButton(made)
            self.buttons[value] = made
            row.addWidget(made)
        row.addStretch(1)

    def show_value(self, value: str) -> None:
        """Mark the choice that is in force."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    @property
    def value(self) -> str:
        """The choice that is marked."""
        return next((value for value, one in self.buttons.items() if one.isChecked()), "")


def setting_row(name: str, part: QWidget, hint: str = "") -> tuple[QWidget, QLabel]:
    """A named field with a line below it that says what it does; gives the line too."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(4)
    caption = label(name, "caption")
    caption.setBuddy(part)
    told = label(hint, "hint", wrap=True)
    told.setVisible(bool(hint))
    for one in (caption, part, told):
        column.addWidget(one)
    return made, told
