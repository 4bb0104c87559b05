"""What a trial import found, row by row: refusals and doubts in one list, counts per table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import say
from desktop.ui.models.import_cells import CellView
from desktop.ui.models.import_columns import heading, shown_cell
from desktop.ui.models.import_words import counts, table_word
from desktop.work.import_preview import placed

if TYPE_CHECKING:
    from desktop.ui.models.import_cells import Line
    from desktop.work.import_outcome import Outcome, Remark

MOST = 5000
"""Rows with a problem that are listed; the file of refused rows has them all."""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One remark of the trial with the cells of its row, where they are known."""

    remark: Remark
    level: Literal["error", "warning"]
    table: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def patient(self) -> str:
        """The number of the patient as the file has it."""
        return dict(self.cells).get("patient_id", "")


def problem_rows(outcome: Outcome) -> list[ProblemRow]:
    """Refusals first, then what goes in and should be looked at."""
    rows = iter(outcome.refused_rows)
    found = []
    for told_remark in outcome.refusals[:MOST]:
        remark = told_remark
        if remark.row:
            file, row, _ = next(rows)
            cells = tuple(zip(file.header, row.cells, strict=False))
            if row.fault and not remark.column:
                told = placed(row, file.header)
                remark = replace(remark, column=told.column, value=told.value, rule=told.rule)
            found.append(ProblemRow(remark, "error", file.table.name, cells))
        else:
            found.append(ProblemRow(remark, "error"))
    found += [ProblemRow(remark, "warning") for remark in outcome.warnings[:MOST]]
    return found


def problem_line(one: ProblemRow, *, has_files: bool) -> Line:
    """One row of the list of problems."""
    is_error = one.level == "error"
    remark = one.remark
    where = f"{remark.row:,}" if remark.row else ""
    state = CellView(say("Error") if is_error else say("Check"), one.level, has_icon=True)
    cells = dict(one.cells)
    value = shown_cell(remark.column, cells) if cells.get(remark.column) else remark.value
    file = (CellView(remark.file),) if has_files else ()
    return (
        *file,
        CellView(where, is_number=True),
        state,
        CellView(one.patient),
        CellView(heading(one.table or "labs", remark.column) if remark.column else ""),
        CellView(value, one.level if value else "", remark.rule),
        CellView(_sentence(remark)),
    )


def problem_words(one: ProblemRow) -> str:
    """What is wrong with a row, as a sentence that names the field."""
    remark = one.remark
    if not remark.column:
        return _sentence(remark)
    name = heading(one.table or "labs", remark.column)
    return say("{heading}: {problem}", heading=name, problem=_sentence(remark))


def _sentence(remark: Remark) -> str:
    if not remark.accepted:
        return remark.rule
    return say("{problem} (accepted: {accepted})", problem=remark.rule, accepted=remark.accepted)


def count_lines(outcome: Outcome) -> list[Line]:
    """What becomes of the rows, table by table, and all together."""
    found: list[Line] = []
    for name, tally in outcome.tallies.items():
        numbers = (tally.read, tally.added, tally.updated, tally.unchanged, tally.refused)
        found.append((CellView(table_word(name)), *map(_number, numbers)))
    if len(found) > 1:
        found.append((CellView(say("All")), *map(_number, counts(outcome))))
    return found


def _number(count: int) -> CellView:
    return CellView(f"{count:,}", is_number=True)
