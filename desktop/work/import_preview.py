"""How rows would arrive: every cell as it would be kept, each problem with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.checks import Problem, check
from desktop.domain.columns import PATIENTS
from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.asking import NO_UNIT, UNKNOWN_ANALYTE, UNKNOWN_CODE, value_in
from desktop.exchange.csv_tables import KEY, RowReader
from desktop.exchange.grids import Grid, mapped_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.exchange.csv_tables import ReadRow, TableFile
    from desktop.exchange.mapping import TableMapping
    from desktop.work.import_survey import Sheet


@dataclass(frozen=True, slots=True)
class Arriving:
    """One row as it would arrive: its cells by column, and what is wrong with it."""

    number: int
    cells: dict[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether the row would stay out."""
        return any(problem.level == "error" for problem in self.problems)

    def problem_of(self, column: str) -> Problem | None:
        """What is wrong with one cell."""
        return next((one for one in self.problems if one.column == column), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first rows of a mapped table; ``error`` is why there are none, or what must be asked.

    ``tests`` are the names of tests that are not known here, ``unitless`` those without a
    unit, each with the number of their rows.
    """

    rows: tuple[Arriving, ...] = ()
    error: UserError | None = None
    tests: tuple[tuple[str, int], ...] = ()
    unitless: tuple[tuple[str, int], ...] = ()


def arriving(file: TableFile, rows: Iterable[ReadRow]) -> tuple[Arriving, ...]:
    """Rows of ours with what the checks of the registry say about each of them."""
    reader = RowReader(file)
    return tuple(_arriving(file, reader, row) for row in rows)


def _arriving(file: TableFile, reader: RowReader, row: ReadRow) -> Arriving:
    cells = dict(zip(file.header, row.cells, strict=False))
    if row.fault:
        return Arriving(row.number, cells, (placed(row, file.header),))
    problems = list(check(reader.record(row, "")))
    if not reader.patient_id(row).strip() and file.table is not PATIENTS:
        problems.append(Problem("error", KEY, "", say("a value is required")))
    return Arriving(row.number, cells, tuple(problems))


def placed(row: ReadRow, header: Sequence[str]) -> Problem:
    """The fault of a row with the column that it begins with, and the cell that it ends in."""
    column, sign, rule = row.fault.partition(": ")
    if not sign or column not in header:
        return Problem("error", "", "", row.fault)
    value = value_in(row.fault)
    bare = rule.removesuffix(f" [{value}]")
    # What a lacking unit names is the test, so that the command can ask for it.
    return Problem("error", column, "" if bare == say(NO_UNIT) else value, bare)


def preview(
    path: Path, sheet: Sheet, mapping: TableMapping, *, header_row: int, whose: str = ""
) -> Preview:
    """The first rows of a sheet as this mapping brings them in."""
    start = [(number, list(cells)) for number, cells in sheet.rows]
    grid = Grid(path, sheet.name, lambda: iter(start), is_sheet=True)
    try:
        file = mapped_table(grid, header_row, mapping, whose)
        found = arriving(file, file.source())
    except UserError as error:
        return Preview(error=error)
    return Preview(
        rows=found,
        tests=_counted(_unknown_tests(found)),
        unitless=_counted(_without_unit(found)),
    )


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(name for name in names if name).most_common())


def _unknown_tests(rows: Iterable[Arriving]) -> Iterable[str]:
    rules = (say(UNKNOWN_ANALYTE), say(UNKNOWN_CODE))
    for row in rows:
        for problem in row.problems:
            if any(rule in problem.rule for rule in rules):
                yield row.cells.get("analyte", "").strip() or problem.value


def _without_unit(rows: Iterable[Arriving]) -> Iterable[str]:
    for row in rows:
        if any(say(NO_UNIT) in problem.rule for problem in row.problems):
            yield row.cells.get("analyte", "").strip()


def unknown_codes(faults: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The codes of a sender that are not known here, with the number of their results."""
    return _counted(value_in(fault) for fault in faults if say(UNKNOWN_CODE) in fault)
