"""The room for files that nobody has chosen yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.widgets.basics import label


def drop_room() -> QWidget:
    """A dashed box that says what to do."""
    made = QWidget()
    around = QVBoxLayout(made)
    around.setContentsMargins(16, 16, 16, 16)
    box = QFrame()
    box.setProperty("empty", "true")
    inner = QVBoxLayout(box)
    inner.addStretch(1)
    for text, role in (
        (say("Drop files or a folder here, or choose them below."), "strong"),
        (say("Several files at once are one import, and one undo takes all of it back."), "hint"),
    ):
        line = label(text, role, wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(line)
    inner.addStretch(1)
    around.addWidget(box, 1)
    return made
