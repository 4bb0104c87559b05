"""Adding a person, changing their role, giving them a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import mark, say
from desktop.domain.roles import ROLE_WORDS, ROLES
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.passphrase import NewPassphrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.roles import Role

Purpose = Literal["add", "role", "passphrase"]

WIDTH = 460
TITLES: Mapping[Purpose, str] = {
    "add": mark("Add person"),
    "role": mark("Change role"),
    "passphrase": mark("New passphrase"),
}
RIGHTS: Mapping[Role, str] = {
    "viewer": mark("Reads and prints. Changes nothing."),
    "clinician": mark("Also enters, changes, signs and takes back."),
    "keeper": mark("Also imports, exports, restores backups and erases people."),
    "administrator": mark("Also decides who may open the registry, and in which role."),
}


class PersonForm(QDialog):
    """``agreed`` carries name, role and passphrase; what was not asked for is empty."""

    agreed = Signal(str, str, str)

    def __init__(
        self,
        purpose: Purpose,
        *,
        user: str = "",
        role: Role = "clinician",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._purpose: Purpose = purpose
        self.setObjectName("recordForm")
        self.setWindowTitle(say(TITLES[purpose]))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.user = QLineEdit(user)
        self.user.setAccessibleName(say("Name"))
        self.user.setReadOnly(purpose != "add")
        self.role = ChoiceEditor([(one, say(ROLE_WORDS[one])) for one in ROLES])
        self.role.setAccessibleName(say("Role"))
        self.role.set_typed(role)
        self.rights = label("", "hint", wrap=True)
        self.passphrase = NewPassphrase()
        self.problem = label("", "hint", wrap=True)
        self.cancel_button = button(say("Cancel   {keys}", keys="Esc"))
        self.go_button = button(say(TITLES[purpose]), "primary")
        self._lay_out()
        self.user.textChanged.connect(self._follow)
        self.user.returnPressed.connect(self.role.setFocus)
        self.role.edited.connect(self._follow)
        self.passphrase.edited.connect(self._follow)
        self.passphrase.entered.connect(self.go)
        self.cancel_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self.go)
        self._follow()
        first = {"add": self.user, "role": self.role, "passphrase": self.passphrase}[purpose]
        first.setFocus()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 10)
        inner.setSpacing(4)
        named = label(say("Name"), "label")
        named.setBuddy(self.user)
        inner.addWidget(named)
        inner.addWidget(self.user)
        inner.addSpacing(8)
        if self._purpose != "passphrase":
            caption = label(say("Role"), "label")
            caption.setBuddy(self.role)
            for part in (caption, self.role, self.rights):
                inner.addWidget(part)
            inner.addSpacing(8)
        if self._purpose != "role":
            told = say("Tell it to the person by word of mouth; they can change it themselves.")
            if self._purpose == "passphrase":
                told = say("The passphrase of before is void at once.")
            inner.addWidget(self.passphrase)
            inner.addWidget(label(told, "hint", wrap=True))
        inner.addStretch(1)
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.problem, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.go_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(footer)
        self.resize(theme().px(WIDTH), self.sizeHint().height())

    @property
    def _lacks(self) -> str:
        if not self.user.text().strip():
            return say("Type the name of the person.")
        return "" if self._purpose == "role" else self.passphrase.problem

    def _follow(self) -> None:
        self.rights.setText(say(RIGHTS[cast("Role", self.role.typed())]))
        lacks = self._lacks
        self.problem.setText(lacks)
        self.go_button.setEnabled(not lacks)

    def go(self) -> None:
        """Agree to what stands in the form."""
        if self._lacks:
            return
        asks_role = self._purpose != "passphrase"
        asks_passphrase = self._purpose != "role"
        user, role = self.user.text().strip(), self.role.typed() if asks_role else ""
        passphrase = self.passphrase.text if asks_passphrase else ""
        self.accept()
        self.agreed.emit(user, role, passphrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the form by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
