"""The navigation rail at the left: the places of the program, each with icon and word."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop.ui.icons import dress
from desktop.ui.theme import theme

WIDTH = 76
COMPACT_WIDTH = 52


class Rail(QFrame):
    """A column of places; in small windows the words become tooltips."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Navigation")
        self._group = QButtonGroup(self)
        self._is_compact = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._places: list[QToolButton] = []
        self._fit()

    def add_place(self, name: str, text: str, icon: str) -> QToolButton:
        """Add a place that can be the current one."""
        made = self._entry(name, text, icon)
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def add_command(self, name: str, text: str, icon: str) -> QToolButton:
        """Add an entry that does something and is never the current one."""
        return self._entry(name, text, icon)

    def _entry(self, name: str, text: str, icon: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(text)
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(made, icon, color="railink2", size=20, checked="railink")
        self._column.insertWidget(len(self._places), made)
        self._places.append(made)
        self._fit()
        return made

    def compact(self, is_compact: bool) -> None:
        """Show icons alone in a narrow column."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(COMPACT_WIDTH if self._is_compact else theme().px(WIDTH))
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if self._is_compact
            else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        )
        for place in self._places:
            place.setToolButtonStyle(style)
            place.setFixedHeight(46 if self._is_compact else theme().px(54))
            place.setIconSize(QSize(theme().px(20), theme().px(20)))
