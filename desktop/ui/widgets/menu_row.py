"""The row under the title bar: menus left; search, units and the user right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenuBar, QPushButton, QWidget

from desktop.domain.language import say
from desktop.domain.roles import ROLE_WORDS
from desktop.ui.theme import theme, theme_signals
from desktop.ui.widgets.basics import button

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.domain.roles import Role
    from desktop.ui.widgets.search_box import SearchBox

HEIGHT = 42


class UnitsSwitch(QWidget):
    """Two joined buttons: conventional or SI units of what is shown."""

    def __init__(self, conventional: QAction, si: QAction) -> None:
        super().__init__()
        self.setAccessibleName(say("Units of shown values"))
        self.conventional = _segment("mg/dL", "first", say("Conventional units"))
        self.si = _segment("mmol/L", "last", say("SI units"))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, action in ((self.conventional, conventional), (self.si, si)):
            group.addButton(part)
            row.addWidget(part)
            part.clicked.connect(action.trigger)
            action.toggled.connect(part.setChecked)


def _segment(text: str, place: str, spoken: str) -> QPushButton:
    made = button(text)
    made.setProperty("segment", place)
    made.setCheckable(True)
    made.setAccessibleName(spoken)
    told = say("{units}: changes what is shown, never what was entered", units=spoken)
    made.setToolTip(told)
    return made


class MenuRow(QFrame):
    """Holds the menu bar, the search box, the units switch and the user's name."""

    def __init__(self, search: SearchBox, units: UnitsSwitch) -> None:
        super().__init__()
        self.setObjectName("menuRow")
        self._fit()
        theme_signals.changed.connect(self._fit)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.search = search
        self.units = units
        self.user = button("", "flat", icon="user")
        self.user.setObjectName("userName")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(search)
        row.addWidget(units)
        row.addWidget(self.user)

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(HEIGHT))

    def show_user(self, name: str, *, role: Role | None = None) -> None:
        """The name that is written beside each change, with the role of who signed in."""
        self.user.setText(name)
        told = say("The name written beside each change. Press to change it.")
        if role is not None:
            told = say("Signed in as {role}.", role=say(ROLE_WORDS[role]))
        self.user.setToolTip(told)
        self.user.setAccessibleName(say("User {name}", name=name))
