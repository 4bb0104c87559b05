"""A recovery code that holds from now on, over the window until somebody says that it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import InlineMessage, button, label
from desktop.ui.widgets.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

WIDTH = 540


class RecoveryDialog(QDialog):
    """The code that was used before is void by now, so this one must not be lost."""

    def __init__(self, code: str, registry_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordForm")
        self.setWindowTitle(say("New recovery code"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.code = RecoveryCode(code, registry_name)
        self.done_button = button(say("Done"), "primary")
        self.done_button.setEnabled(False)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 10)
        inner.setSpacing(10)
        inner.addWidget(label(registry_name, "title"))
        told = say("The recovery code of before is void. Destroy the sheet that it stands on.")
        inner.addWidget(label(told, wrap=True))
        inner.addWidget(self.message)
        inner.addWidget(self.code)
        footer = QFrame()
        footer.setObjectName("dialogFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.addStretch(1)
        row.addWidget(self.done_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(footer)
        self.code.kept.connect(self.done_button.setEnabled)
        self.done_button.clicked.connect(self.accept)
        self.resize(theme().px(WIDTH), self.sizeHint().height())

    def reject(self) -> None:
        """Esc leaves it only once the code is kept."""
        if self.code.check.isChecked():
            self.accept()
        else:
            told = say("Keep the recovery code first: it is never shown again.")
            self.message.show_message("warn", told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes it by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
