"""Erasing a person for good: why, what remains, and the registry ID typed once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.widgets.banner import PatientBanner
from desktop.ui.widgets.basics import InlineMessage, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.case import Case

WIDTH = 600


class EraseForm(QDialog):
    """``agreed`` carries the reason, once the registry ID was typed as it stands above."""

    agreed = Signal(str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = case.patient.patient_id.strip()
        self.setObjectName("recordForm")
        self.setWindowTitle(say("Erase this person"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.reason = QLineEdit()
        self.reason.setAccessibleName(say("Reason"))
        self.confirmed = QLineEdit()
        self.confirmed.setAccessibleName(say("Registry ID of the person, to confirm"))
        self.cancel_button = button(say("Cancel   {keys}", keys="Esc"))
        self.erase_button = button(say("Erase for good"), "primary")
        self._lay_out(case)
        for line in (self.reason, self.confirmed):
            line.textChanged.connect(self._follow)
        self.cancel_button.clicked.connect(self.reject)
        self.erase_button.clicked.connect(self.erase)
        self._follow()
        self.reason.setFocus()

    def _lay_out(self, case: Case) -> None:
        banner = PatientBanner("dialog")
        banner.show_case(case)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 10)
        inner.setSpacing(6)
        goes = say(
            "All records, drafts and earlier states of this person are deleted, and the key to "
            "what the history kept of them is destroyed. Ctrl+Z does not bring them back."
        )
        remains = say(
            "What remains: that and when something was done, without its content; backups made "
            "before today, until they are thinned or deleted; exports and documents that were "
            "handed out; lists of pseudonyms that the clinic keeps."
        )
        self.message.show_message("stop", goes)
        inner.addWidget(self.message)
        inner.addWidget(label(remains, wrap=True))
        inner.addSpacing(6)
        typed = say("Type {patient_id} to confirm", patient_id=self._wanted)
        for name, line in ((say("Reason *"), self.reason), (typed, self.confirmed)):
            caption = label(name, "label")
            caption.setBuddy(line)
            inner.addWidget(caption)
            inner.addWidget(line)
            inner.addSpacing(4)
        inner.addWidget(label(say("The reason is kept in the audit. Name nobody in it."), "hint"))
        inner.addStretch(1)
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.erase_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(banner)
        outer.addLayout(inner, 1)
        outer.addWidget(footer)
        self.resize(theme().px(WIDTH), self.sizeHint().height())

    def _follow(self) -> None:
        is_typed = self.confirmed.text().strip() == self._wanted
        self.erase_button.setEnabled(is_typed and bool(self.reason.text().strip()))

    def erase(self) -> None:
        """Agree to it."""
        if self.erase_button.isEnabled():
            reason = self.reason.text().strip()
            self.accept()
            self.agreed.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field and never erases."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
