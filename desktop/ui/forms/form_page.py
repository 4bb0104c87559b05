"""The fields of a form: built from the subject's columns, read and marked together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from desktop.ui.forms.fields import Field, field_for
from desktop.ui.forms.layouts import BEGIN, ROW_NAMES, TOGETHER, rows_of
from desktop.ui.forms.units import UnitLink
from desktop.ui.forms.words import sentence
from desktop.ui.widgets.basics import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.checks import Problem
    from desktop.ui.forms.subjects import Subject


class FormPage(QWidget):
    """One row per line of the layout; ``edited`` follows every change of a field."""

    edited = Signal()

    def __init__(self, subject: Subject, units: str) -> None:
        super().__init__()
        self.setProperty("page", "true")
        self.fields: dict[str, Field] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(16, 10, 16, 10)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._begin = BEGIN.get(subject.layout, "")
        columns = {column.name: (table, column) for table, column in subject.columns}
        for row in rows_of(subject.layout, list(columns)):
            self._add_row(row, [field_for(*columns[n], subject.case, subject.today) for n in row])
        self._units = UnitLink(self.fields, units)
        for field in self.fields.values():
            field.edited.connect(self.edited)

    def _add_row(self, names: Sequence[str], fields: Sequence[Field]) -> None:
        text = ROW_NAMES.get(tuple(names)) or ", ".join(field.name for field in fields)
        named = label(text + (" *" if any(f.column.required for f in fields) else ""), "label")
        named.setBuddy(fields[0].editor)
        named.setMinimumHeight(28)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in fields:
            self.fields[field.column.name] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._form.addRow(named, line)

    def show_cells(self, cells: Mapping[str, str]) -> None:
        """Show stored cells in all fields."""
        for field in self.fields.values():
            field.show_cells(cells)
            field.hint("")

    def cells(self) -> dict[str, str] | None:
        """The cells of all fields; None if one cannot be read, which is then marked."""
        found: dict[str, str] = {}
        unreadable = False
        for field in self.fields.values():
            try:
                found |= field.cells()
            except ValueError as error:
                field.mark("error", str(error))
                unreadable = True
        return None if unreadable else self._whole(found)

    def readable_cells(self) -> dict[str, str]:
        """The cells that can be read now, the others empty; for the preview."""
        found: dict[str, str] = {}
        for field in self.fields.values():
            try:
                found |= field.cells()
            except ValueError:
                found[field.column.name] = ""
        return self._whole(found)

    @staticmethod
    def _whole(found: dict[str, str]) -> dict[str, str]:
        if "value" not in found:
            return found
        return dict.fromkeys(TOGETHER, "") | found

    def mark(self, problems: Sequence[Problem]) -> list[str]:
        """Mark the fields; gives the problems of columns that have no field here."""
        elsewhere = []
        for field in self.fields.values():
            field.hint("")
        for level in ("warning", "error"):
            for problem in problems:
                said = sentence(problem.rule, problem.value, problem.accepted)
                if problem.level != level:
                    continue
                if problem.column in self.fields:
                    self.fields[problem.column].mark(level, said)
                else:
                    elsewhere.append(said)
        return elsewhere

    def focus_first(self) -> None:
        """Begin with the first empty field that is needed, else with the first."""
        ordered = list(self.fields.values())
        empty = [f for f in ordered if f.column.required and not f.typed]
        begin = [self.fields[self._begin]] if self._begin in self.fields else []
        (empty or begin or ordered)[0].editor.setFocus()

    def focus_problem(self) -> None:
        """Go to the first field that is marked."""
        for level in ("error", "warning"):
            for field in self.fields.values():
                if field.editor.property("problem") == level:
                    field.editor.setFocus()
                    return

    def typed(self) -> dict[str, str]:
        """What stands in the fields that were touched."""
        return {n: f.typed for n, f in self.fields.items() if not f.is_untouched}

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """Put an unfinished entry back."""
        for name, text in typed.items():
            if name in self.fields:
                self.fields[name].editor.set_typed(text)
