"""How one table of an import is read: which it is, what it holds, how dates and numbers stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.models import import_words as words
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.import_patient import PatientField

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_GRIDS = ("kind", "header", "dates", "decimals")


class GridOptions(QWidget):
    """A row of choices above the columns; those that do not apply are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.which = _choice([], say("Table"))
        self.kind = _choice([(key, say(text)) for key, text in words.TABLES], say("It holds"))
        self.header = _choice([], say("Names of columns stand in row"))
        self.dates = _choice([(key, say(text)) for key, text in words.DATES], say("Dates"))
        self.decimals = _choice([(k, say(text)) for k, text in words.DECIMALS], say("Numbers"))
        self.patient = PatientField(say("Whose results they are"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._parts: dict[str, QWidget] = {}
        for name, caption, part in (
            ("which", say("Table"), self.which),
            ("kind", say("It holds"), self.kind),
            ("header", say("Column names in row"), self.header),
            ("dates", say("Dates"), self.dates),
            ("decimals", say("Numbers"), self.decimals),
            ("patient", say("Whose results"), self.patient),
        ):
            made = _captioned(caption, part)
            self._parts[name] = made
            row.addWidget(made, 2 if name in ("which", "patient") else 1)

    def show_for(self, *, is_grid: bool, lacks_patient: bool) -> None:
        """Show what applies to the table."""
        for name in _OF_GRIDS:
            self._parts[name].setVisible(is_grid)
        self._parts["patient"].setVisible(is_grid and lacks_patient)

    def show_tables(self, names: Sequence[str]) -> None:
        """Offer these tables; the one that was chosen stays chosen."""
        kept = self.which.typed()
        self.which.blockSignals(True)
        self.which.clear()
        for number, name in enumerate(names):
            self.which.addItem(name, str(number))
        if kept and int(kept) < len(names):
            self.which.setCurrentIndex(int(kept))
        self.which.blockSignals(False)

    def show_headers(self, rows: Sequence[int], row: int) -> None:
        """Offer these rows as that of the column names."""
        self.header.blockSignals(True)
        self.header.clear()
        for number in rows:
            self.header.addItem(str(number), str(number))
        self.header.set_typed(str(row))
        self.header.blockSignals(False)

    def show_spelling(self, kind: str, dates: str, decimal: str) -> None:
        """Show what it holds, and what was said about dates and numbers."""
        for editor, value in ((self.kind, kind), (self.dates, dates), (self.decimals, decimal)):
            editor.blockSignals(True)
            editor.set_typed(value)
            editor.blockSignals(False)

    @property
    def place(self) -> int:
        """The number of the chosen table; -1 for none."""
        return int(self.which.typed() or -1)


def _choice(choices: list[tuple[str, str]], name: str) -> ChoiceEditor:
    made = ChoiceEditor(choices)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(ChoiceEditor.SizeAdjustPolicy.AdjustToContents)
    return made


def _captioned(words_: str, part: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    caption = label(words_, "caption")
    caption.setBuddy(part)
    column.addWidget(caption)
    column.addWidget(part)
    return made
