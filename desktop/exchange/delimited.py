"""Delimited text of any make: separator and first table row found, rows given one by one."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.encodings import encoding_of
from desktop.exchange.limits import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60
_LONGEST_CELL = 10_000_000

Row = tuple[int, list[str]]
"""The number of a row as a spreadsheet counts, and its cells."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file holds its rows: encoding and separator."""

    encoding: str = "utf-8-sig"
    separator: str = ","


def dialect_of(path: Path, encoding: str = "") -> Dialect:
    """The dialect of a file by evidence.

    The separator is the one that cuts most lines of the beginning into the same number of
    cells. Raises UserError where the encoding cannot be told.
    """
    found = encoding_of(path, encoding)
    widths = {sign: _agreement(path, Dialect(found, sign)) for sign in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda sign: widths[sign])
    return Dialect(found, best)


def _agreement(path: Path, dialect: Dialect) -> tuple[int, int]:
    """How many rows agree on a width above one, and that width."""
    widths = [len(cells) for _, cells in islice(rows_of(path, dialect), _SAMPLE) if any(cells)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return (0, 0)
    width = max(sorted(set(wide)), key=wide.count)
    return (wide.count(width), width)


def rows_of(path: Path, dialect: Dialect) -> Iterator[Row]:
    """Every row, numbered from 1, empty ones too; the file is never held as a whole.

    Raises UserError for text that cannot be cut into rows.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(newline="", encoding=dialect.encoding) as handle:
            yield from enumerate(csv.reader(handle, delimiter=dialect.separator), start=1)
    except UnicodeError as error:
        what = say("{file} is not sound {encoding} text.", file=path.name, encoding=error.encoding)  # type: ignore[attr-defined]
        raise refused(what) from error
    except csv.Error as error:
        raise refused(
            say("{file} cannot be read: {error}.", file=path.name, error=error)
        ) from error
