"""What an entry rests on, shown below the list it stands in until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.models.entries import Entry, Line
from desktop.ui.sources import KIND_WORDS
from desktop.ui.widgets.basics import button, label
from desktop.ui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.sources import Source

MOST_HEIGHT = 170


class SourcesNote(QWidget):
    """The sources of one entry in full words; hidden until they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "cardtitle")
        self.title.setContentsMargins(12, 6, 12, 2)
        self.list = EntryList(say("What it rests on"), most=MOST_HEIGHT)
        self.close_button = button(say("Close"), "link")
        self.close_button.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.list)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_sources(self, about: str, sources: Sequence[Source]) -> None:
        """Show what an entry rests on."""
        self.title.setText(about)
        self.show()
        self.list.show_entries(
            [
                Entry(
                    key=f"{place}",
                    title=one.said(),
                    mark=one,
                    is_light=True,
                    lines=(Line(say(KIND_WORDS[one.kind]), "ink3", is_italic=True),),
                )
                for place, one in enumerate(sources)
            ]
        )
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
