"""The right side of a form: what the typed values mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.domain.language import say
from desktop.ui.forms.previews import preview
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import clear, label

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.ui.forms.previews import Line


class PreviewPanel(QFrame):
    """Shows the lines of a preview, large to small."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setFixedWidth(theme().px(300))
        self.setAccessibleName(say("What these values mean"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)

    def show_record(self, record: Record, case: Case) -> None:
        """Say what a record that is being typed means."""
        self.show_lines(preview(record, case))

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Replace all lines."""
        clear(self._column)
        for line in lines:
            self._column.addWidget(label(line.text, line.role, wrap=True))
        self._column.addStretch(1)
        self.setAccessibleDescription(" ".join(line.text for line in lines))

    def texts(self) -> list[str]:
        """What is said now."""
        items = [self._column.itemAt(place) for place in range(self._column.count())]
        shown = [item.widget() for item in items if item is not None]
        return [part.text() for part in shown if isinstance(part, QLabel)]
