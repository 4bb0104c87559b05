"""Where keys lead in the laboratory grid: next cells, next filled cells, ends of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.models.labs import FROZEN

if TYPE_CHECKING:
    from desktop.ui.models.labs import LabsModel

Place = tuple[int, int]


def next_row(model: LabsModel, row: int, step: int, *, only_editable: bool = False) -> int | None:
    """The next row that is no heading of a group; None at the end."""
    row += step
    while (own := model.row_at(row)) is not None:
        if own.kind != "group" and (own.is_editable or not only_editable):
            return row
        row += step
    return None


def beside(
    model: LabsModel, at: Place, down: int, right: int, *, only_editable: bool = False
) -> Place:
    """The next cell in a direction; headings of groups are passed over.

    With ``only_editable`` calculated rows are passed over as well. Right of the last column
    the next row begins, left of the first one the row before ends. At an end the place stays.
    """
    row, column = at
    last = model.columnCount() - 1
    if right:
        column += right
        if FROZEN <= column <= last:
            return row, column
        column, down = (FROZEN, 1) if column > last else (last, -1)
    found = next_row(model, row, down, only_editable=only_editable)
    if found is None:
        return at
    return found, column


def jumped(model: LabsModel, at: Place, down: int, right: int) -> Place:
    """The next filled cell in a direction, or the last cell there is."""
    grid = model.grid
    row, column = at
    last = at
    while grid is not None:
        row, column = row + down, column + right
        own, sampled = model.row_at(row), model.column_at(column)
        if own is None or sampled is None:
            break
        if own.kind == "group":
            continue
        last = (row, column)
        if grid.is_filled(own, sampled):
            break
    return last


def at_end(model: LabsModel, at: Place, *, is_home: bool, is_corner: bool) -> Place:
    """The first or last cell of the row, or of the whole grid."""
    row, column = at[0], FROZEN if is_home else model.columnCount() - 1
    if is_corner:
        start, step = (-1, 1) if is_home else (model.rowCount(), -1)
        found = next_row(model, start, step)
        row = row if found is None else found
    return row, column
