"""The fields of one laboratory result that the grid has no room for; each is saved when left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QWidget

from desktop.domain.columns import table_named
from desktop.domain.language import mark, say
from desktop.ui.forms.typed import NotReadable, typed_number
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import label, restyle

if TYPE_CHECKING:
    from desktop.domain.records import LabResult

LINES = (
    ("method", mark("Method")),
    ("specimen", mark("Specimen")),
    ("ref_low", mark("Lab range from")),
    ("ref_high", mark("to")),
)
CHOICES = (
    ("fasting", mark("Fasting")),
    ("hemolyzed", mark("Hemolyzed")),
    ("on_binder", mark("On binder")),
    ("dialysis", mark("Dialysis")),
    ("flag", mark("Flag by lab")),
)
NOTE = mark("Note")
_WORDS = {
    "": mark("Not recorded"),
    "yes": mark("Yes"),
    "no": mark("No"),
    "before": mark("Before"),
    "after": mark("After"),
    "between": mark("Between sessions"),
    "low": mark("Low"),
    "normal": mark("Normal"),
    "high": mark("High"),
}
IN_A_ROW, LEAST_WIDTH = 4, 96
_NUMBERS = frozenset({"ref_low", "ref_high"})


class LabDetails(QFrame):
    """``edited`` carries the name of a cell of the result and its new text."""

    edited = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        self.choices: dict[str, QComboBox] = {}
        self._lab: LabResult | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (name, words) in enumerate(LINES):
            self._put(grid, place, say(words), self._line(name, say(words)))
        for place, (name, words) in enumerate(CHOICES, len(LINES)):
            self._put(grid, place, say(words), self._choice(name, say(words)))
        note = self._line("note", say(NOTE))
        self._put(grid, len(LINES) + len(CHOICES), say(NOTE), note)
        grid.addWidget(note, 2, 3, 1, 2 * IN_A_ROW - 3)
        for place in range(IN_A_ROW):
            grid.setColumnStretch(2 * place + 1, 1)
        self.hide()

    def _put(self, grid: QGridLayout, place: int, words: str, field: QWidget) -> None:
        row, place = place // IN_A_ROW, place % IN_A_ROW
        text = label(words, "label")
        text.setBuddy(field)
        text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setMinimumWidth(theme().px(LEAST_WIDTH))
        grid.addWidget(text, row, 2 * place)
        grid.addWidget(field, row, 2 * place + 1)

    def _line(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(words)
        made.editingFinished.connect(lambda: self._take(name))
        made.installEventFilter(self)
        self.lines[name] = made
        return made

    def _choice(self, name: str, words: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(words)
        column = next(c for c in table_named("labs").columns if c.name == name)
        for value in ("", *column.choices):
            made.addItem(say(_WORDS[value]), value)
        made.activated.connect(lambda _place: self._choose(name))
        made.installEventFilter(self)
        self.choices[name] = made
        return made

    def show_lab(self, lab: LabResult | None) -> None:
        """Show a result; a line in which the user is typing is left alone."""
        is_same = lab is not None and self._lab is not None and lab.id == self._lab.id
        self._lab = lab
        self.setEnabled(lab is not None)
        for name, line in self.lines.items():
            if is_same and line.hasFocus() and line.isModified():
                continue
            line.setText(getattr(lab, name) if lab else "")
            self._mark(line, "")
        for name, choice in self.choices.items():
            choice.setCurrentIndex(max(choice.findData(getattr(lab, name) if lab else ""), 0))

    def _take(self, name: str) -> None:
        line = self.lines[name]
        if self._lab is None or not line.isModified():
            return
        text = line.text().strip()
        if name in _NUMBERS and text:
            try:
                comparator, text = typed_number(text)
            except NotReadable as reason:
                self._mark(line, str(reason))
                return
            if comparator:
                self._mark(line, say("A limit is a number without a sign before it."))
                return
        self._mark(line, "")
        line.setModified(False)
        if text != getattr(self._lab, name):
            self.edited.emit(name, text)

    def _choose(self, name: str) -> None:
        value = str(self.choices[name].currentData())
        if self._lab is not None and value != getattr(self._lab, name):
            self.edited.emit(name, value)

    @staticmethod
    def _mark(line: QLineEdit, problem: str) -> None:
        line.setProperty("problem", "error" if problem else "")
        line.setToolTip(problem)
        line.setAccessibleDescription(problem)
        restyle(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back to the grid; what was saved stays."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """Begin with the method."""
        self.lines["method"].setFocus(Qt.FocusReason.ShortcutFocusReason)
