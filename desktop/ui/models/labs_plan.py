"""What pasting a block would store: each value with test, time, unit and problems. No Qt.

Nothing is stored from here. What is not certain is asked, and what was already there is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, unit_text
from desktop.charts.readings import read_result
from desktop.domain import records as r
from desktop.domain.analytes import Analyte, quantity_of, unit_of
from desktop.domain.columns import Cell
from desktop.domain.language import say
from desktop.measures.questions import LastResults
from desktop.ui.forms.terms import entries_for, suggestions
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_block import block_time
from desktop.ui.models.labs_cells import flag_of, warning_on
from desktop.ui.models.labs_change import checked
from desktop.ui.models.labs_columns import tidy, time_of
from desktop.ui.models.labs_entry import Entry, read_entry
from desktop.ui.models.labs_names import named_test
from desktop.ui.models.labs_planned import (
    Ask,
    Choices,
    Planned,
    identity,
    is_bare_number,
    is_there,
    onto,
    read_range,
)
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from datetime import date

    from desktop.ui.models.labs_block import Block, Pasted
    from desktop.ui.models.labs_grid import Grid


class _Asked(Exception):  # noqa: N818 - reads as the fact that it states
    """Something about a value must be decided first."""

    def __init__(self, ask: Ask, problem: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(problem)
        self.ask: Ask = ask
        self.options = options


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans a block onto a grid.

    Values without a test begin at the row with the key ``row``, values without a time at
    place ``column`` of ``columns``, the times of the grid when the block was pasted.
    """

    grid: Grid
    row: str
    column: int
    columns: tuple[str, ...]
    units: str
    today: date

    def plan(self, block: Block, choices: Choices) -> tuple[Planned, ...]:
        """What each value of the block would become."""
        planned: list[Planned] = []
        earlier = self._earlier()
        seen: set[tuple[str, str, str, str]] = set()
        for pasted in block.values:
            if (pasted.row, pasted.column) in choices.stored:
                continue
            one = self._planned(pasted, choices)
            lab = one.lab
            if lab is not None and one.status == "ready":
                told = identity(lab)
                if told in seen:
                    twice = say("twice in the block, stored once")
                    one = replace(one, status="same", problem=twice)
                seen.add(told)
                asked = earlier.question(lab, self.grid.case.birth)
                one = replace(one, warning="; ".join(filter(None, (one.warning, asked))))
            planned.append(one)
        return tuple(planned)

    def _earlier(self) -> LastResults:
        """The recorded results: a value in the wrong unit stands out beside them."""
        met = LastResults()
        for lab in self.grid.case.labs:
            met.add(lab, self.grid.case.birth)
        return met

    def _planned(self, pasted: Pasted, choices: Choices) -> Planned:
        name = pasted.test
        when = ""
        try:
            analyte, key = self._test(pasted, choices)
            name = test_name(key)
            when = self._when(pasted, choices)
            lab = self._result(pasted, analyte, key, when, choices)
        except _Asked as asked:
            return self._open(pasted, name, when, asked, choices)
        except NotReadable as reason:
            return self._open(pasted, name, when, _Asked("value", str(reason)), choices)
        return self._against_existing(self._ready(pasted, name, lab), choices)

    def _open(
        self, pasted: Pasted, name: str, when: str, asked: _Asked, choices: Choices
    ) -> Planned:
        place = (pasted.row, pasted.column)
        return Planned(
            pasted=pasted,
            name=name or say("no test"),
            status="skipped" if place in choices.skipped else "asked",
            when=when,
            entered=" ".join(part for part in (pasted.value, pasted.unit) if part),
            problem=str(asked),
            ask=asked.ask,
            options=asked.options,
        )

    def _test(self, pasted: Pasted, choices: Choices) -> tuple[Analyte | None, str]:
        if not pasted.test:
            start = next((n for n, row in enumerate(self.grid.rows) if row.key == self.row), 0)
            rows = [row for row in self.grid.rows[start:] if row.is_editable]
            if pasted.down >= len(rows):
                raise _Asked("value", say("below the last row of the grid"))
            row = rows[pasted.down]
            return named_test(row.analyte), row.analyte
        chosen = choices.tests.get(pasted.test)
        found = named_test(chosen or pasted.test)
        if found is None:
            near = suggestions(pasted.test, entries_for(Cell.ANALYTE))[:3]
            problem = say("“{test}” is no test of the vocabulary", test=pasted.test)
            raise _Asked("test", problem, tuple(entry.key for entry in near))
        return found, found.key

    def _when(self, pasted: Pasted, choices: Choices) -> str:
        if pasted.when:
            try:
                return tidy(block_time(pasted.when, self.today, day_first=choices.day_first))
            except NotReadable as reason:
                raise _Asked("time", str(reason)) from reason
        place = self.column + pasted.right
        if not 0 <= place < len(self.columns):
            problem = say("right of the last column: make a column first, or paste dates as well")
            raise _Asked("value", problem)
        return self.columns[place]

    def _result(
        self, pasted: Pasted, analyte: Analyte | None, key: str, when: str, choices: Choices
    ) -> r.LabResult:
        entry = self._entry(pasted, analyte, key, choices)
        low, high, note = read_range(pasted.range)
        notes = (pasted.note, note, entry.remark)
        lab = r.LabResult(
            patient=self.grid.case.patient.id,
            analyte=key,
            when=when,
            method=pasted.method,
            specimen=pasted.specimen,
            ref_low=low if entry.value else "",
            ref_high=high if entry.value else "",
            note="; ".join(part for part in notes if part),
        )
        return checked(replace(entry, remark="").on(lab), self.grid.case)

    def _entry(self, pasted: Pasted, analyte: Analyte | None, key: str, choices: Choices) -> Entry:
        unit = choices.units.get(pasted.test) or pasted.unit
        if not unit and not pasted.test:
            unit = self._row_unit(analyte, key)
        if analyte is not None and unit and unit_of(analyte, unit) is None:
            problem = say("{unit} is not a unit of {test}", unit=unit, test=test_name(key))
            raise _Asked("unit", problem, analyte.units)
        try:
            entry = read_entry(pasted.value, analyte=key, unit=unit)
        except NotReadable as reason:
            if analyte is not None and not unit and is_bare_number(pasted.value):
                problem = say("{test} has no unit", test=test_name(key))
                raise _Asked("unit", problem, analyte.units) from reason
            raise
        return self._with_flag(entry, pasted.flag, key)

    def _row_unit(self, analyte: Analyte | None, key: str) -> str:
        """Values without a name are in the unit of the row in which they are shown."""
        if analyte is not None:
            return display_unit(analyte, self.units)
        return next((row.unit for row in self.grid.rows if row.analyte == key), "")

    def _with_flag(self, entry: Entry, cell: str, key: str) -> Entry:
        if not cell or entry.flag or not entry.value:
            return entry
        try:
            read = read_entry(cell, analyte=key, unit="")
        except NotReadable:
            return replace(entry, remark=say("flag as pasted: {flag}", flag=cell))
        if not read.flag:
            return replace(entry, remark=say("flag as pasted: {flag}", flag=cell))
        return replace(entry, flag=read.flag, remark=read.remark)

    def _ready(self, pasted: Pasted, name: str, lab: r.LabResult) -> Planned:
        row = next((row for row in self.grid.rows if row.analyte == lab.analyte), None)
        analyte = named_test(lab.analyte)
        own = display_unit(analyte, self.units) if analyte else (row.unit if row else "")
        reading = read_result(self.grid.case, lab, unit=own)
        entered = f"{lab.comparator}{lab.value} {unit_text(lab.unit)}".strip()
        in_words = {"pending": say("pending"), "not_measured": say("not measured")}
        words = in_words.get(lab.state, lab.flag)
        unit = unit_text(own) if reading.quantity is not None else ""
        return Planned(
            pasted=pasted,
            name=name,
            status="ready",
            when=lab.when,
            entered=entered or words,
            shown=f"{reading.text} {unit}".strip() or words,
            flag=flag_of(reading.judgement, quantity_of(lab), lab.analyte),
            warning=warning_on(lab),
            lab=lab,
        )

    def _against_existing(self, one: Planned, choices: Choices) -> Planned:
        """Compare with what the case holds for this test and time."""
        lab = one.lab
        assert lab is not None  # noqa: S101 - only what is ready comes here
        analyte = named_test(lab.analyte)
        there = [
            other
            for other in self.grid.case.labs
            if named_test(other.analyte) == analyte and time_of(other) == time_of(lab)
        ]
        if any(is_there(lab, other) for other in there):
            return replace(one, status="same", problem=say("already recorded"))
        if one.place in choices.skipped:
            return replace(one, status="skipped")
        waiting = next((other for other in there if other.state.strip()), None)
        if waiting is not None and lab.value:
            return replace(one, lab=onto(lab, waiting), before=waiting)
        decided = choices.existing.get(one.place)
        if not there or decided == "both":
            return one
        other = there[-1]
        if decided == "replace":
            return replace(one, lab=onto(lab, other), before=other)
        value = f"{other.comparator}{other.value} {unit_text(other.unit)}".strip() or other.flag
        problem = say("{value} is recorded for this time", value=value)
        options = ("both", "replace")
        return replace(one, status="asked", ask="existing", problem=problem, options=options)
