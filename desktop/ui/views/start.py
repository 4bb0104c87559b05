"""What the window shows while no registry is open: one sentence, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.widgets.basics import InlineMessage, button, clear, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Way = tuple[str, Callable[[], object]]


class StartPage(QWidget):
    """Offers to open a registry or to make one; says why the last one is not open.

    ``ways`` are the buttons with which one gets on from what was said.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = InlineMessage()
        self.text = label(say("Opening the registry…"), "cardtitle")
        self.open_button = button(say("Open registry…"), icon="table")
        self.new_button = button(say("New registry…"), icon="plus")
        self.ways: list[QPushButton] = []
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        box = QFrame()
        box.setProperty("empty", "true")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(40, 28, 40, 28)
        inner.setSpacing(14)
        inner.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.new_button)
        inner.addLayout(row)
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        page.setSpacing(10)
        page.addWidget(self.message)
        page.addLayout(self._ways)
        page.addStretch(1)
        page.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(2)
        self._offer(is_offered=False)

    def _offer(self, *, is_offered: bool) -> None:
        self.open_button.setVisible(is_offered)
        self.new_button.setVisible(is_offered)

    def show_busy(self, text: str) -> None:
        """Something is being done to the registry, which is closed meanwhile."""
        self.text.setText(text)
        self._offer(is_offered=False)
        self.message.hide()
        self.show_ways(())

    def show_closed(self, problem: str = "") -> None:
        """No registry is open, perhaps because of a problem."""
        self.text.setText(say("No registry is open"))
        self._offer(is_offered=True)
        self.show_ways(())
        if problem:
            self.message.show_message("stop", problem)
        else:
            self.message.hide()

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Offer what can be done about the problem."""
        clear(self._ways)
        self.ways = []
        for text, do in ways:
            made = button(text)
            made.clicked.connect(lambda _checked=False, do=do: do())
            self._ways.addWidget(made)
            self.ways.append(made)
        self._ways.addStretch(1)
