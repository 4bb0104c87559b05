"""Text in spreadsheets: no cell is ever taken for a formula, and each comes back as it was."""

from __future__ import annotations

import re

# What spreadsheets, and programs fed by them, take for the beginning of something to work out.
_RISKY = re.compile(r"'*[=+\-@|%\t\r\n]")
_HARMLESS = re.compile(
    r"[+-](?:\d[\d .,]*(?:[eE][+-]?\d+)?)?"  # a number, a telephone number, a lone sign
    r"(?: ?\(?[^\W\d_][\w ,]*\)?)?",  # words behind it: -0.8 (base excess)
)
_MARK = "'"

# Excel's own spelling of a character that XML cannot hold, or that XML would fold.
_UNHELD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def marked(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would work it out.

    Numbers and signs before plain words are left alone; ``unmarked`` takes the mark away.
    """
    if not _RISKY.match(cell) or _HARMLESS.fullmatch(cell):
        return cell
    return f"{_MARK}{cell}"


def unmarked(cell: str) -> str:
    """The cell as it was before ``marked``."""
    if not cell.startswith(_MARK) or not _RISKY.match(cell):
        return cell
    bare = cell[1:]
    return cell if _HARMLESS.fullmatch(bare) else bare


def escaped(cell: str) -> str:
    """The cell as a workbook holds it: control characters as ``_x000D_``, as Excel writes them."""
    return _UNHELD.sub(lambda found: f"_x{ord(found.group()):04X}_", cell)


def unescaped(cell: str) -> str:
    """The cell as it was before ``escaped``."""
    if "_x" not in cell:
        return cell
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), cell)
