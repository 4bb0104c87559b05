"""Headings, paragraphs and tables as every section uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak, KeepTogether, Paragraph, Spacer, Table, TableStyle

from desktop.domain.language import say
from desktop.reports.fonts import REGULAR
from desktop.reports.style import TABLE, WIDTH, ink, markup, quiet, styles

if TYPE_CHECKING:
    from collections.abc import Sequence

Flow = Any
"""Whatever flows down a page; reportlab has no type for it."""

MOST_CHARACTERS = 1200
"""A cell longer than this is cut, visibly: a row must fit on one page."""

ROOM_FOR_TABLE = 90.0
"""Points that must be left on a page for a heading with the first rows below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, its share of the width in points, and how its cells stand."""

    title: str
    width: float
    is_number: bool = False


def cut(text: str, most: int = MOST_CHARACTERS) -> str:
    """``text``, or its beginning with a word on where the rest is."""
    if len(text) <= most:
        return text
    return say("{text} … (cut; whole text in registry)", text=text[:most].rstrip())


def paragraph(text: str, style: str = "body") -> Flow:
    """A paragraph of ready markup; patient text must have gone through ``style.markup``."""
    return Paragraph(text, styles()[style])


def heading(text: str, note: str = "") -> Flow:
    """A section's heading over its rule; it becomes a bookmark of the file."""
    shown = f"<b>{markup(text)}</b>"
    if note:
        shown += f'&nbsp; <font size="8.4">{quiet(note)}</font>'
    bar = grid(
        [[Paragraph(shown, styles()["heading"])]],
        [WIDTH],
        [
            ("LINEBELOW", (0, 0), (-1, 0), 1.0, ink("ink")),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ],
    )
    bar.spaceBefore, bar.spaceAfter = 6, 2.5
    bar.outline = text
    return bar


def section(
    title: str,
    body: Sequence[Flow],
    *,
    note: str = "",
    keep: bool = False,
    room: float = ROOM_FOR_TABLE,
) -> list[Flow]:
    """A heading with what belongs to it; ``keep`` never lets a page end within.

    Without ``keep`` the heading still never stands alone at the foot of a page: ``room``
    points must be left there.
    """
    flows = [heading(title, note), *body]
    return [KeepTogether(flows)] if keep else [CondPageBreak(room), *flows]


def gap(points: float = 4.0) -> Flow:
    """Empty space."""
    return Spacer(1, points)


def grid(
    cells: Sequence[Sequence[Flow]],
    widths: Sequence[float],
    commands: Sequence[tuple[object, ...]],
    *,
    header_rows: int = 0,
) -> Flow:
    """A table of flowables, ranged left; its style names our font, or a standard one comes in."""
    made = Table(cells, colWidths=list(widths), repeatRows=header_rows)
    made.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), REGULAR, TABLE), *commands]))
    made.hAlign = "LEFT"
    return made


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Flow | str]],
    *,
    padding: float = 2.6,
    beside: float = 4.0,
    style: str = "cell",
) -> Flow:
    """A table whose header is repeated on each page and whose rows are never split.

    Cells are ready markup, or drawings; ``style`` is ``cell``, or ``fine`` for tables of
    sentences. Widths are in points, and so is the ``padding`` above, below and ``beside``.
    """
    cells = [[_head(column) for column in columns]]
    cells += [
        [_cell(cell, column, style) for cell, column in zip(row, columns, strict=True)]
        for row in rows
    ]
    return grid(
        cells,
        [column.width for column in columns],
        [
            ("BACKGROUND", (0, 0), (-1, 0), ink("head")),
            ("LINEBELOW", (0, 0), (-1, 0), 0.75, ink("line2")),
            ("LINEBELOW", (0, 1), (-1, -1), 0.75, ink("line")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), beside),
            ("RIGHTPADDING", (0, 0), (-1, -1), beside),
            ("TOPPADDING", (0, 0), (-1, -1), padding - 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 0.6),
        ],
        header_rows=1,
    )


def _head(column: Column) -> Flow:
    style = "head_number" if column.is_number else "head"
    return paragraph(f"<b>{quiet(column.title)}</b>", style)


def _cell(cell: Flow | str, column: Column, style: str) -> Flow:
    if not isinstance(cell, str):
        return cell
    return paragraph(cell, "number" if column.is_number else style)
