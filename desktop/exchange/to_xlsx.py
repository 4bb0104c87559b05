"""A workbook with one sheet for each table: every cell is text, none is ever worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import say
from desktop.exchange.spreadsheet_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from desktop.exchange.to_tables import FilledTable

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""


def write_workbook(path: Path, tables: Iterable[FilledTable]) -> dict[str, int]:
    """Write the tables as sheets; gives the number of rows of each.

    The file is whole or not there. Numbers too are written as text, digit for digit, for a
    spreadsheet would take 5.0 for 5 and turn an identifier into a date. Raises UserError for
    a cell or a table that is longer than a workbook can hold; nothing is cut.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    counts: dict[str, int] = {}
    for filled in tables:
        name = filled.table.name
        if len(filled.rows) > MOST_ROWS:
            what = say("The table {table} has more rows than a sheet can hold.", table=name)
            raise _too_large(what)
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "B2"
        sheet.append(_cells(sheet, filled.names, name, is_header=True))
        for row in filled.rows:
            sheet.append(_cells(sheet, [row.get(n, "") for n in filled.names], name))
        counts[name] = len(filled.rows)
    part = path.with_name(f"{path.name}.part")
    book.save(part)
    part.replace(path)
    return counts


def _too_large(what: str) -> UserError:
    return UserError(
        what,
        kept=say("Nothing was written."),
        remedy=say("Export CSV tables, which have no such limit."),
    )


def _cells(
    sheet: WriteOnlyWorksheet, texts: Sequence[str], table: str, *, is_header: bool = False
) -> Iterator[WriteOnlyCell | None]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    for text in texts:
        if not text:
            yield None
            continue
        shown = escaped(text)
        if len(shown) > LONGEST_CELL:
            raise _too_large(say("A cell of {table} is longer than a sheet can hold.", table=table))
        cell = WriteOnlyCell(sheet, shown)
        cell.data_type = "s"  # also what looks like a formula or an error value
        cell.number_format = "@"
        cell.quotePrefix = True  # it stays text when somebody edits it
        if is_header:
            cell.font = Font(bold=True)
        yield cell
