"""The columns of one grid: what each may be, how it is spelled, and how many of its cells fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.exchange.mapping import TableMapping, WideColumn
from desktop.ui.forms.terms import preferred_unit, units_for
from desktop.ui.models.import_cells import CellView, Tone
from desktop.ui.models.import_words import WIDE, field_word, test_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.ui.models.import_cells import Line
    from desktop.work.import_preview import Arriving, Preview
    from desktop.work.import_survey import Sheet

SHOWN_ROWS = 300
"""Rows of a preview that are shown."""
_LAB_COLUMNS = ("patient_id", "when", "analyte", "value", "unit", "ref_low", "ref_high", "flag")


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of a file: its name, what it is, its unit, its first value."""

    name: str
    field: str
    unit: str
    first: str


def column_lines(sheet: Sheet, header_row: int, mapping: TableMapping) -> list[ColumnLine]:
    """The columns of a grid in their order."""
    header = sheet.header_in(header_row)
    ours = {theirs: column for column, theirs in mapping.columns.items()}
    found = []
    for place, name in enumerate(header):
        below = (cells for number, cells in sheet.rows if number > header_row)
        values = (cells[place].strip() for cells in below if place < len(cells))
        first = next((value for value in values if value), "")
        wide = mapping.wide.get(name)
        meant = f"{WIDE}{wide.analyte}" if wide else ours.get(name, "")
        found.append(ColumnLine(name, meant, wide.unit if wide else "", first))
    return found


def with_field(mapping: TableMapping, name: str, meant: str, units: str) -> TableMapping:
    """The mapping after one column was chosen to mean something else.

    A field of ours is one column only: the one that had it before is free then.
    """
    columns = {ours: theirs for ours, theirs in mapping.columns.items() if theirs != name}
    wide = {theirs: one for theirs, one in mapping.wide.items() if theirs != name}
    if meant.startswith(WIDE):
        analyte = meant.removeprefix(WIDE)
        before = mapping.wide.get(name)
        unit = before.unit if before and before.unit in units_for(analyte) else ""
        wide[name] = WideColumn(analyte=analyte, unit=unit or preferred_unit(analyte, units))
    elif meant:
        columns = {ours: theirs for ours, theirs in columns.items() if ours != meant}
        columns[meant] = name
    return replace(mapping, columns=columns, wide=wide)


def with_unit(mapping: TableMapping, name: str, unit: str) -> TableMapping:
    """The mapping after the unit of a column with one test's results was chosen."""
    wide = dict(mapping.wide)
    wide[name] = replace(wide[name], unit=unit)
    return replace(mapping, wide=wide)


def with_table(mapping: TableMapping, table: str, header: Sequence[str]) -> TableMapping:
    """The mapping for another table of ours, its columns as far as their names tell."""
    from desktop.exchange.column_names import column_names, folded

    names = column_names(table)
    columns: dict[str, str] = {}
    for theirs in header:
        ours = names.get(folded(theirs))
        if ours and ours not in columns:
            columns[ours] = theirs
    return replace(mapping, table=table, columns=columns, wide={})


def check_of(line: ColumnLine, shown: Preview) -> CellView:
    """How the cells of a column fit, with the first one as it would be kept."""
    if not line.field:
        return CellView("")
    if shown.error is not None:
        return CellView(say("waits for an answer"), "warning", has_icon=True)
    if not shown.rows:
        return CellView("")
    if line.field.startswith(WIDE):
        rows = [one for one in shown.rows if one.cells.get("analyte") == line.field[len(WIDE) :]]
        column = "value"
    else:
        rows, column = list(shown.rows), line.field
    bad = sum(one.problem_of(column) is not None for one in rows)
    if bad:
        told = say_count(
            bad,
            "{n} of {all} rows has a problem",
            "{n} of {all} rows have a problem",
            all=len(rows),
        )
        return CellView(told, "warning", has_icon=True)
    kept = next((shown_cell(column, one.cells) for one in rows if one.cells.get(column)), "")
    if column == "value" and rows:
        first = next((one for one in rows if one.cells.get("value")), rows[0])
        kept = f"{first.cells.get('value', '')} {first.cells.get('unit', '')}".strip()
    told = say("kept as {value}", value=kept) if kept else say("empty")
    return CellView(told, "ok", has_icon=True)


def preview_headings(table: str, rows: Sequence[Arriving]) -> tuple[str, ...]:
    """The columns of a preview: those of the table that hold anything."""
    own = _LAB_COLUMNS if table == "labs" else None
    filled = Counter(name for one in rows for name, cell in one.cells.items() if cell.strip())
    if own is None:
        return tuple(dict.fromkeys(("patient_id", *filled)))
    always = own[:5]
    return (*always, *(name for name in own[5:] if filled[name]))


def preview_lines(
    columns: Sequence[str], rows: Iterable[Arriving], *, only_problems: bool
) -> list[Line]:
    """The rows of a preview, each problem in its cell and at the end of its row."""
    found: list[Line] = []
    for one in rows:
        if only_problems and not one.problems:
            continue
        found.append(_preview_line(columns, one))
        if len(found) >= SHOWN_ROWS:
            break
    return found


def _preview_line(columns: Sequence[str], one: Arriving) -> Line:
    state: Tone = "error" if one.is_refused else "warning" if one.problems else "ok"
    words = {"error": say("Error"), "warning": say("Check"), "ok": say("Ready")}[state]
    cells = [CellView(f"{one.number}", is_number=True), CellView(words, state, has_icon=True)]
    for name in columns:
        problem = one.problem_of(name)
        shown = shown_cell(name, one.cells)
        if problem is None:
            cells.append(CellView(shown))
        else:
            text = shown or problem.value or say("empty")
            cells.append(CellView(text, problem.level, problem.rule))
    cells.append(CellView("; ".join(dict.fromkeys(_said(p) for p in one.problems))))
    return tuple(cells)


def _said(problem: object) -> str:
    rule = str(getattr(problem, "rule", ""))
    accepted = str(getattr(problem, "accepted", ""))
    if not accepted:
        return rule
    return say("{problem} (accepted: {accepted})", problem=rule, accepted=accepted)


def shown_cell(name: str, cells: dict[str, str]) -> str:
    """A cell as it is read by people: tests by their names, results with their sign."""
    cell = cells.get(name, "")
    if name == "analyte":
        return test_word(cell) if cell.strip() else ""
    if name == "value":
        return f"{cells.get('comparator', '')}{cell}"
    return cell


def heading(table: str, column: str) -> str:
    """The heading of a preview's column: our word for it, or the file's own."""
    try:
        return field_word(table, column)
    except KeyError:
        return column
