"""A field for a place on disk with the dialog of the system behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.forms.editors import LineEditor
from desktop.ui.widgets.basics import button

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class PathField(QWidget):
    """``changed`` tells that another place stands in the field; ``ask`` opens the dialog."""

    changed = Signal()

    def __init__(self, name: str, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.field = LineEditor()
        self.field.setAccessibleName(name)
        self.choose_button = button(say("Choose…"))
        self.choose_button.setAccessibleName(say("Choose: {name}", name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self.changed)
        self.choose_button.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for a place; a cancelled dialog leaves what stands there."""
        path = self._ask()
        if path is not None:
            self.field.set_typed(str(path))

    @property
    def text(self) -> str:
        """The place as it stands in the field."""
        return self.field.typed().strip()
