"""The blocks of the guidance column: a tint, a heading, texts and chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop.ui.sources import sources_of
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import IconLabel, label
from desktop.ui.widgets.source_chips import SourceChips

if TYPE_CHECKING:
    from desktop.ui.sources import Grounded


class Section(QFrame):
    """One block of the column on its tint."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._token))
        painter.end()


def section(title: str, icon: str = "", *, level: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A section with its heading; ``level`` is ``solid``, ``stop`` or ``warn`` for a tinted one."""
    ground = {"": "surface", "solid": "stopline"}.get(level, f"{level}bg")
    ink = {"": "ink2", "solid": "onstop"}.get(level, level)
    frame = Section(ground)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 9, 12, 9)
    column.setSpacing(3)
    row = QHBoxLayout()
    row.setSpacing(6)
    if icon:
        row.addWidget(IconLabel(icon, ink, 15))
    roles = {"stop": "error", "warn": "warning", "solid": "alert-stop"}
    heading = label(title, roles.get(level, "caption"))
    heading.setFont(theme().font(12, 600))
    row.addWidget(heading)
    row.addStretch(1)
    column.addLayout(row)
    return frame, column


def text(words: str, role: str = "", *, is_rich: bool = False) -> QLabel:
    """A text that wraps."""
    made = label(words, role, wrap=True)
    if is_rich:
        made.setTextFormat(Qt.TextFormat.RichText)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def add_sources(column: QVBoxLayout, item: Grounded) -> None:
    """The chips of what something rests on."""
    if sources := sources_of(item):
        column.addWidget(SourceChips(sources))


def part(column: QVBoxLayout, index: int) -> None:
    """Room between one item of a section and the next."""
    if index:
        column.addSpacing(5)
