"""The columns of a file, each with the field that it fills, its unit, and how its cells fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.language import say
from desktop.ui.forms.editors import ChoiceEditor
from desktop.ui.forms.terms import units_for
from desktop.ui.models.import_columns import ColumnLine, check_of
from desktop.ui.models.import_words import WIDE, field_choices, test_choices, test_word
from desktop.ui.theme import theme
from desktop.ui.widgets.basics import IconLabel, label
from desktop.ui.widgets.card import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.work.import_preview import Preview

_SIGNS = {"ok": ("check", "ok"), "warning": ("alert-triangle", "warn")}


class _Rows(QScrollArea):
    """A grid of controls under headings, scrolled up and down."""

    def __init__(self, headings: Sequence[str], stretches: Sequence[int]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._headings, self._stretches = tuple(headings), tuple(stretches)
        self._grid = self._fresh()

    def _fresh(self) -> QGridLayout:
        if (old := self.takeWidget()) is not None:
            old.deleteLater()  # later: one of its controls may be telling its choice right now
        inner = QWidget()
        inner.setProperty("page", "true")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        column.addLayout(grid)
        column.addStretch(1)
        for place, (words, stretch) in enumerate(zip(self._headings, self._stretches, strict=True)):
            grid.addWidget(label(words, "caption"), 0, place)
            grid.setColumnStretch(place, stretch)
        self.setWidget(inner)
        return grid


class _Check(QWidget):
    """A sign and a few words on how a column fits."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel("check", "ok", 14)
        self.words = ElidedLabel("", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)

    def show_check(self, line: ColumnLine, shown: Preview) -> None:
        """Say how the column fits now."""
        found = check_of(line, shown)
        self._sign.setVisible(bool(found.tone))
        if found.tone in _SIGNS:
            self._sign.set_icon(*_SIGNS[found.tone], 14)
        self.words.show_text(found.text)


class ColumnRows(_Rows):
    """``chosen`` carries the name of a column and its field, ``unit_chosen`` its unit."""

    chosen = Signal(str, str)
    unit_chosen = Signal(str, str)

    def __init__(self) -> None:
        headings = (
            say("In the file"),
            say("Field of the registry"),
            say("Unit"),
            say("First value"),
            say("Check"),
        )
        super().__init__(headings, (2, 3, 1, 2, 4))
        self.fields: dict[str, ChoiceEditor] = {}
        self.units: dict[str, ChoiceEditor] = {}
        self.checks: dict[str, _Check] = {}

    def show_columns(self, table: str, lines: Sequence[ColumnLine], shown: Preview) -> None:
        """Show these columns; controls of the same ones stay, and so does the keyboard."""
        if [line.name for line in lines] != list(self.fields) or table != self.property("table"):
            self._build(table, lines)
        for line in lines:
            field = self.fields[line.name]
            field.blockSignals(True)
            field.set_typed(line.field)
            field.blockSignals(False)
            self._show_unit(line)
            self.checks[line.name].show_check(line, shown)

    def _build(self, table: str, lines: Sequence[ColumnLine]) -> None:
        self._grid = self._fresh()
        self.setProperty("table", table)
        self.fields, self.units, self.checks = {}, {}, {}
        choices = field_choices(table)
        for row, line in enumerate(lines, start=1):
            name = ElidedLabel(line.name, "strong")
            field, unit, check = ChoiceEditor(choices), ChoiceEditor([]), _Check()
            field.setAccessibleName(say("Field for the column {name}", name=line.name))
            unit.setAccessibleName(say("Unit of the column {name}", name=line.name))
            for editor in (field, unit):
                _narrow(editor)
            field.setMinimumWidth(theme().px(190))
            field.edited.connect(partial(self._field_chosen, line.name))
            unit.edited.connect(partial(self._unit_chosen, line.name))
            self.fields[line.name], self.units[line.name] = field, unit
            self.checks[line.name] = check
            first = ElidedLabel(line.first, "label")
            for place, part in enumerate((name, field, unit, first, check)):
                self._grid.addWidget(part, row, place)

    def _show_unit(self, line: ColumnLine) -> None:
        unit = self.units[line.name]
        is_wide = line.field.startswith(WIDE)
        policy = unit.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        unit.setSizePolicy(policy)
        unit.setVisible(is_wide)
        if not is_wide:
            return
        units = list(units_for(line.field.removeprefix(WIDE)))
        unit.blockSignals(True)
        unit.clear()
        for one in units:
            unit.addItem(one, one)
        unit.set_typed(line.unit)
        unit.blockSignals(False)

    def _field_chosen(self, name: str) -> None:
        self.chosen.emit(name, self.fields[name].typed())

    def _unit_chosen(self, name: str) -> None:
        self.unit_chosen.emit(name, self.units[name].typed())


class TestRows(_Rows):
    """Tests that are not known here, or have no unit: ``said`` carries name, test and unit."""

    said = Signal(str, str, str)

    def __init__(self) -> None:
        headings = (say("In the file"), say("Rows"), say("Test"), say("Unit"))
        super().__init__(headings, (3, 1, 4, 2))
        self.tests: dict[str, ChoiceEditor] = {}
        self.units: dict[str, ChoiceEditor] = {}

    def show_tests(
        self,
        unknown: Sequence[tuple[str, int]],
        unitless: Sequence[tuple[str, int]],
        said: tuple[dict[str, str], dict[str, str]],
    ) -> None:
        """Show what is open, and what was said before; said ones stay in sight."""
        counts = dict(unknown) | dict(unitless)
        asked = dict.fromkeys([name for name, _ in unknown] + list(said[0]))
        lacking = dict.fromkeys([name for name, _ in unitless] + list(said[1]))
        names = list(dict.fromkeys([*asked, *lacking]))
        shown = (set(self.tests), set(self.units))
        if shown != (set(asked), set(lacking)):
            focused = [name for name, one in self.tests.items() if one.hasFocus()]
            self._build(names, asked, lacking, counts)
            if focused and focused[0] in self.tests:
                self.tests[focused[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        for name, editor in self.tests.items():
            _set(editor, said[0].get(name, ""))
        for name, editor in self.units.items():
            self._fill_units(editor, said[0].get(name, name), said[1].get(name, ""))

    def _build(
        self,
        names: Sequence[str],
        asked: dict[str, None],
        lacking: dict[str, None],
        counts: dict[str, int],
    ) -> None:
        self._grid = self._fresh()
        self.tests, self.units = {}, {}
        tests = [("", say("Not answered yet")), *test_choices()]
        for row, name in enumerate(names, start=1):
            shown = name if name in asked else test_word(name)
            called = ElidedLabel(shown, "strong")
            called.setMinimumWidth(theme().px(110))
            self._grid.addWidget(called, row, 0)
            rows = counts.get(name, 0)
            self._grid.addWidget(label(f"{rows:,}" if rows else "", "label"), row, 1)
            if name in asked:
                editor = ChoiceEditor(tests)
                _narrow(editor)
                editor.setAccessibleName(say("What the test {name} is", name=shown))
                editor.edited.connect(partial(self._tell, name))
                self.tests[name] = editor
                self._grid.addWidget(editor, row, 2)
            else:
                self._grid.addWidget(label(shown, "label"), row, 2)
            if name in lacking:
                unit = ChoiceEditor([("", say("Not answered yet"))])
                _narrow(unit)
                unit.setAccessibleName(say("Unit of {name}", name=shown))
                unit.edited.connect(partial(self._tell, name))
                self.units[name] = unit
                self._grid.addWidget(unit, row, 3)

    def _fill_units(self, editor: ChoiceEditor, test: str, unit: str) -> None:
        choices = ["", *units_for(test)]
        if [editor.itemData(n) for n in range(editor.count())] != choices:
            editor.blockSignals(True)
            editor.clear()
            for one in choices:
                editor.addItem(one or say("Not answered yet"), one)
            editor.blockSignals(False)
        _set(editor, unit)

    def _tell(self, name: str) -> None:
        test = self.tests[name].typed() if name in self.tests else ""
        unit = self.units[name].typed() if name in self.units else ""
        self.said.emit(name, test, unit)


def _narrow(editor: ChoiceEditor) -> None:
    """Let a choice be narrower than the longest thing that it offers, not than what is usual."""
    policy = ChoiceEditor.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    editor.setSizeAdjustPolicy(policy)
    editor.setMinimumContentsLength(len(say("Not answered yet")))


def _set(editor: ChoiceEditor, value: str) -> None:
    editor.blockSignals(True)
    editor.set_typed(value)
    editor.blockSignals(False)
