"""The laboratory grid as tab-separated text, for a spreadsheet. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.figures import MINUS, unit_text
from desktop.domain.language import say
from desktop.ui.models.labs_cells import NOT_MEASURED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row


def whole_table(grid: Grid) -> str:
    """All that is shown, with tests, units, ranges and ISO dates; groups are left out."""
    heading = [say("Test"), say("Unit"), say("Range"), *(_time(one) for one in grid.columns)]
    lines = [heading]
    for row in grid.rows:
        if row.kind == "group":
            continue
        cells = [cell_text(grid, row, column) for column in grid.columns]
        lines.append([_name(row), unit_text(row.unit), grid.range_text(row), *cells])
    return _joined(lines)


def cells(grid: Grid, places: Iterable[tuple[Row, Column]]) -> str:
    """The chosen cells as a block, empty where a cell of the block was not chosen."""
    chosen = {(row.key, column.key): (row, column) for row, column in places}
    rows = list(dict.fromkeys(row for row, _ in chosen))
    order = [column.key for column in grid.columns]
    columns = sorted({column for _, column in chosen}, key=order.index)
    return _joined(
        [
            [
                cell_text(grid, *chosen[row, column]) if (row, column) in chosen else ""
                for column in columns
            ]
            for row in rows
        ]
    )


def cell_text(grid: Grid, row: Row, column: Column) -> str:
    """A cell as plain text: the number as shown with a plain minus, or its word."""
    view = grid.view(row, column)
    text = say("not measured") if view.text == NOT_MEASURED else view.text
    return text.replace(MINUS, "-")


def _time(column: Column) -> str:
    return column.when.replace("T", " ") or column.title


def _name(row: Row) -> str:
    """A calculated row says so: pasted back it must not become a reported result."""
    return say("{test}, calculated", test=row.name) if row.kind == "calculated" else row.name


def _joined(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(_quoted(cell) for cell in line) for line in lines)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
