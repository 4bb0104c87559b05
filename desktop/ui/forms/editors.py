"""The three kinds of input of a form: a line, a note, a closed choice. Never a spin box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit

from desktop.ui.forms.segments import SegmentEditor
from desktop.ui.forms.terms import suggestions
from desktop.ui.icons import pixmap
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent

    from desktop.ui.forms.terms import Entry


class LineEditor(QLineEdit):
    """A line of text; with entries it offers their labels while one types."""

    edited = Signal()
    left = Signal()

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = entries
        self._labels = QStringListModel(self)
        self.textChanged.connect(self.edited)
        self.editingFinished.connect(self.left)
        self.textEdited.connect(self._offer)
        if entries:
            self._make_completer()

    def _make_completer(self) -> None:
        offering = QCompleter(self._labels, self)
        offering.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        offering.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offering.setMaxVisibleItems(10)
        popup = QListView()
        popup.setProperty("popup", "true")
        offering.setPopup(popup)
        self.setCompleter(offering)

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer other entries from now on."""
        self._entries = entries
        if entries and self.completer() is None:
            self._make_completer()
        self._labels.setStringList([entry.label for entry in entries])

    def _offer(self, text: str) -> None:
        if self._entries:
            self._labels.setStringList([e.label for e in suggestions(text, self._entries)])

    def typed(self) -> str:
        """What stands in the field."""
        return self.text()

    def set_typed(self, text: str) -> None:
        """Put a text into the field."""
        self.setText(text)
        self.setCursorPosition(0)


class NoteEditor(QPlainTextEdit):
    """Some lines of text; Tab goes on to the next field."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(52))
        self.textChanged.connect(self.edited)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def typed(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    def set_typed(self, text: str) -> None:
        """Put a text into the field."""
        self.setPlainText(text)


class ChoiceEditor(QComboBox):
    """A closed list of choices. The wheel never changes it: that happens unseen."""

    edited = Signal()
    left = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        for cell, text in choices:
            self.addItem(text, cell)
        self.setMaxVisibleItems(16)
        self.currentIndexChanged.connect(self._changed)

    def _changed(self) -> None:
        self.edited.emit()
        self.left.emit()

    def typed(self) -> str:
        """The cell of the current choice."""
        return str(self.currentData() or "")

    def set_typed(self, text: str) -> None:
        """Choose a cell; one outside the list is added, so that it is not lost."""
        place = self.findData(text)
        if place < 0:
            self.addItem(text, text)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll instead."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the theme's color; the style sheet takes the style's own away."""
        super().paintEvent(event)
        arrow = pixmap("chevron-down", "ink2", 14)
        side = theme().px(14)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(self.width() - side - 8, (self.height() - side) // 2), arrow)
        painter.end()


Editor = LineEditor | NoteEditor | ChoiceEditor | SegmentEditor
