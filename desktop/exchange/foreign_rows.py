"""Rows of a mapped foreign table as rows of ours, with the fault of each that does not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.columns import PATIENTS, table_named
from desktop.domain.language import say
from desktop.exchange.asking import NO_UNIT, UNKNOWN_ANALYTE
from desktop.exchange.cell_reading import padded
from desktop.exchange.column_names import absence_of, analyte_key, flag_of, sex_of
from desktop.exchange.csv_tables import KEY, ReadRow, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.exchange.cell_reading import Spelling
    from desktop.exchange.delimited import Row
    from desktop.exchange.mapping import TableMapping

_RANGE = re.compile(r"\s*([^\s<>=–-]+)\s*(?:-|–|to|bis|a)\s*([^\s<>=–-]+)\s*")
_LIMIT = re.compile(r"\s*(<=?|>=?|≤|≥)\s*([^\s<>=]+)\s*")


@dataclass(slots=True)
class _Cells:
    """The cells of one row of ours in the making, and what is wrong with it first."""

    by_name: dict[str, str]
    fault: str = ""

    def blame(self, column: str, cell: str, rule: str) -> None:
        if not self.fault:
            self.fault = f"{column}: {rule} [{cell}]"


@dataclass(slots=True)
class ForeignRows:
    """Turns the rows of one foreign table into rows of ours.

    Attributes:
        header: our columns, then theirs that are not mapped.
        whose: the registry ID of the patient, for a table whose columns do not tell.
    """

    mapping: TableMapping
    theirs: tuple[str, ...]
    spelling: Spelling
    header: tuple[str, ...] = ()
    whose: str = ""
    _places: dict[str, int] = None  # type: ignore[assignment]
    _extras: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Look the places of the columns up."""
        place_of = {name: place for place, name in reversed(list(enumerate(self.theirs)))}
        self._places = {ours: place_of[name] for ours, name in self.mapping.columns.items()}
        own = (KEY, *columns_of(table_named(self.mapping.table)))
        used = {*self._places.values(), *(place_of[name] for name in self.mapping.wide)}
        extras = []
        for place, name in enumerate(self.theirs):
            if place not in used:
                extras.append((f"{name} (2)" if name in own else name, place))
        self._extras = tuple(extras)
        self.header = (*own, *(name for name, _ in extras))

    def look(self, row: Sequence[str]) -> None:
        """Take one row of theirs in as evidence for the spelling of times and numbers."""
        cells = padded(row, len(self.theirs))
        for ours, place in self._places.items():
            self.spelling.see(ours, (cells[place],))
        for name in self.mapping.wide:
            self.spelling.see("value", (cells[self.theirs.index(name)],))

    def rows(self, found: Row) -> Iterator[ReadRow]:
        """The rows of ours that one row of theirs holds; none for an empty one."""
        number, given = found
        if not any(cell.strip() for cell in given):
            return
        if len(given) > len(self.theirs) and any(given[len(self.theirs) :]):
            rule = say(
                "{cells} cells in a table of {width} columns",
                cells=len(given),
                width=len(self.theirs),
            )
            raw = self._raw(padded(given, len(self.theirs)))
            yield ReadRow(number, self._cut(raw), rule)
            return
        cells = padded(given, len(self.theirs))
        if self.mapping.wide:
            yield from self._wide(number, cells)
        else:
            yield self._one(number, self._raw(cells))

    def _raw(self, cells: Sequence[str]) -> _Cells:
        by_name = {ours: cells[place] for ours, place in self._places.items()}
        by_name |= {name: cells[place] for name, place in self._extras}
        return _Cells(by_name)

    def _cut(self, row: _Cells) -> tuple[str, ...]:
        return tuple(row.by_name.get(name, "") for name in self.header)

    def _wide(self, number: int, cells: Sequence[str]) -> Iterator[ReadRow]:
        for name, column in self.mapping.wide.items():
            value = cells[self.theirs.index(name)]
            if value.strip():
                row = self._raw(cells)
                row.by_name |= {"analyte": column.analyte, "unit": column.unit, "value": value}
                yield self._one(number, row)

    def _one(self, number: int, row: _Cells) -> ReadRow:
        row.by_name.setdefault(KEY, row.by_name.get("mrn", "") or self.whose)
        if any("\0" in cell for cell in row.by_name.values()):
            return ReadRow(number, self._cut(row), say("a cell holds a NUL character"))
        for column in self.spelling.times() & row.by_name.keys():
            cell = row.by_name[column]
            row.by_name[column], rule = self.spelling.time(column, cell)
            if rule:
                row.blame(column, cell, rule)
        if self.mapping.table == PATIENTS.name:
            row.by_name["sex"] = sex_of(row.by_name.get("sex", ""))
        else:
            self._lab(row)
        return ReadRow(number, self._cut(row), row.fault)

    def _lab(self, row: _Cells) -> None:
        cells = row.by_name
        name = cells.get("analyte", "").strip()
        key = self.mapping.analytes.get(name) or analyte_key(name, cells.get("specimen", ""))
        if key:
            cells["analyte"] = key
        else:
            row.blame("analyte", name, say(UNKNOWN_ANALYTE))
        if not cells.get("unit", "").strip():
            cells["unit"] = self.mapping.units.get(name) or self.mapping.units.get(key) or ""
        if flag := cells.get("flag", ""):
            cells["flag"] = flag_of(flag)
            if not cells["flag"]:
                cells["note"] = _joined(cells.get("note", ""), say("flag: {flag}", flag=flag))
        self._range(row)
        self._value(row)

    def _value(self, row: _Cells) -> None:
        cells = row.by_name
        cell = cells.get("value", "")
        if not cell.strip():
            row.blame("value", cell, say("no result in this row"))
            return
        state, is_hemolyzed = absence_of(cell)
        if state:
            cells |= {"value": "", "state": state, "flag": ""}
            cells["hemolyzed"] = "yes" if is_hemolyzed else ""
            cells["note"] = _joined(cells.get("note", ""), cell)
            return
        if flag_of(cell) and len(cell.strip()) > 2:
            cells |= {"value": "", "unit": "", "flag": flag_of(cell)}
            return
        found = self.spelling.number("value", cell)
        if found.fault:
            row.blame("value", cell, found.fault)
            return
        cells |= {
            "value": found.text,
            "comparator": found.comparator or cells.get("comparator", ""),
        }
        if not cells.get("unit", "").strip():
            row.blame("unit", cells.get("analyte", ""), say(NO_UNIT))

    def _range(self, row: _Cells) -> None:
        cells = row.by_name
        for column in ("ref_low", "ref_high"):
            if limit := cells.get(column, "").strip():
                cells[column] = self._limit(row, column, limit)
        text = cells.pop("range", "")
        if not text.strip():
            return
        if found := _RANGE.fullmatch(text):
            cells["ref_low"] = self._limit(row, "ref_low", found[1])
            cells["ref_high"] = self._limit(row, "ref_high", found[2])
        elif found := _LIMIT.fullmatch(text):
            column = "ref_high" if found[1] in {"<", "<=", "≤"} else "ref_low"
            cells[column] = self._limit(row, column, found[2])
        else:
            cells["note"] = _joined(cells.get("note", ""), say("range: {range}", range=text))

    def _limit(self, row: _Cells, column: str, limit: str) -> str:
        found = self.spelling.number(column, limit)
        if found.fault or found.comparator:
            told = say("{column}: {limit}", column=column, limit=limit)
            row.by_name["note"] = _joined(row.by_name.get("note", ""), told)
            return ""
        return found.text


def _joined(note: str, more: str) -> str:
    return f"{note}; {more}" if note.strip() else more
