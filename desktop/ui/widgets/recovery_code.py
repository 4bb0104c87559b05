"""The recovery code, shown once: to be printed or written down, and kept away from the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.widgets.basics import IconLabel, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

TITLE_PT, CODE_PT, TEXT_PT = 16, 18, 11


class RecoveryCode(QWidget):
    """Shows a code with Print and Copy; ``kept`` tells whether somebody says it is kept."""

    kept = Signal(bool)

    def __init__(self, code: str, registry_name: str) -> None:
        super().__init__()
        self._code, self._registry = code, registry_name
        self.code = label(code, "number")
        self.code.setWordWrap(True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(say("Recovery code {code}", code=code))
        self.print_button = button(say("Print…"), icon="printer")
        self.copy_button = button(say("Copy"), icon="copy")
        self.note = label("", "hint", wrap=True)
        self.check = QCheckBox(say("I have kept the recovery code"))
        self._lay_out()
        self.print_button.clicked.connect(self._print)
        self.copy_button.clicked.connect(self._copy)
        self.check.toggled.connect(self.kept)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        told = say(
            "This code opens the registry when every passphrase is lost. It is shown only now. "
            "Print it, or write it down, and keep it in a closed envelope away from this computer."
        )
        column.addWidget(label(told, wrap=True))
        box = QFrame()
        box.setProperty("card", "true")
        inner = QHBoxLayout(box)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        inner.addWidget(IconLabel("lock", "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.code, 1)
        column.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.note, 1)
        column.addLayout(row)
        column.addWidget(self.check)
        column.addStretch(1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.note.setText(say("Copied. The clipboard is emptied when the window is locked."))

    def _print(self) -> None:
        from desktop.ui.printing import ask_printer  # only when it is printed

        printer = ask_printer(self, is_letter=False, pages=1)
        if printer is not None:
            self.print_on(printer)
            self.note.setText(say("Sent to the printer."))

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Draw the sheet for the envelope."""
        from PySide6.QtGui import QTextDocument

        sheet = QTextDocument()
        lines = (
            (TITLE_PT, say("Recovery code of a registry")),
            (TEXT_PT, self._registry),
            (CODE_PT, self._code),
            (
                TEXT_PT,
                say(
                    "Whoever holds this code and the registry file can read every patient. "
                    "Keep it closed, away from the computer. Each use is written to the audit."
                ),
            ),
        )
        written = (f'<p style="font-size:{pt}pt">{_plain(text)}</p>' for pt, text in lines)
        sheet.setHtml("".join(written))
        sheet.print_(device)


def _plain(text: str) -> str:
    from html import escape

    return escape(text)
