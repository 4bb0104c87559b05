"""A registry's own reference ranges as a CSV table: reading with reasons, writing."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.checks import Problem
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say
from desktop.domain.ranges import COLUMNS, REQUIRED, RegistryRange, read_range

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEPT = mark("The ranges are as they were.")


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One row, ``number`` as a spreadsheet counts (header = 1): a range, or what is wrong."""

    number: int
    read: RegistryRange | tuple[Problem, ...]


def read_ranges(path: Path) -> list[RangeRow]:
    """The rows of a table of ranges; empty lines are skipped.

    Raises UserError for a file that is missing, not UTF-8, or not such a table: a column
    that it does not know is refused, because a misspelled limit would be an open one.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as handle:
            return list(_rows(csv.reader(handle), path.name))
    except OSError as error:
        raise UserError(
            say("{file} cannot be read: {error}.", file=path, error=error.strerror),
            kept=say(_KEPT),
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError(
            say("{file} is no CSV table in UTF-8: {error}.", file=path.name, error=error),
            kept=say(_KEPT),
            remedy=say("Save it as “CSV UTF-8” and set it again."),
        ) from error


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[RangeRow]:
    header = [cell.strip() for cell in next(reader, [])]
    missing = [column for column in REQUIRED if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    if missing or unknown or len(set(header)) < len(header):
        raise UserError(
            say("{file} is no table of reference ranges: its first row does not fit.", file=name),
            kept=say(_KEPT),
            remedy=say(
                "The columns are {columns}; needed are {required}.",
                columns=", ".join(COLUMNS),
                required=", ".join(REQUIRED),
            ),
        )
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            rule = say(
                "{cells} cells in a table of {width} columns", cells=len(cells), width=len(header)
            )
            yield RangeRow(number, (Problem("error", "", "", rule),))
            continue
        yield RangeRow(number, read_range(dict(zip(header, cells, strict=True))))
