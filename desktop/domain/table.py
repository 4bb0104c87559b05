"""What a table is made of: its columns, and what one cell of each may hold."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.records import Record

Extra = tuple[tuple[str, str], ...]
"""Columns that the table does not know, as pairs of name and cell."""


def new_id() -> str:
    """A fresh opaque identifier; random, so two files never collide."""
    return uuid.uuid4().hex


class Cell(Enum):
    """What kind of text a cell holds."""

    TEXT = "text"
    WHEN = "when"
    NUMBER = "number"
    SIZE = "size"  # a number above zero
    CHOICE = "choice"
    FEATURE = "feature"
    ANALYTE = "analyte"
    AGENT = "agent"
    SITE = "site"
    MASS = "mass"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the CSV table, what it holds, and the choices where closed."""

    name: str
    cell: Cell = Cell.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each: identity is enough
class Table:
    """One record kind: the name of its CSV table and of its SQL table, its class, its columns."""

    name: str
    record: type[Record]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names without ``patient_id``."""
        return tuple(column.name for column in self.columns)


def texts(*names: str) -> tuple[Column, ...]:
    """Columns of free text."""
    return tuple(Column(name) for name in names)


def when_column(name: str = "when", *, required: bool = False) -> Column:
    """A column that holds a time."""
    return Column(name, Cell.WHEN, required)


def choice_column(name: str, choices: str, *, required: bool = False) -> Column:
    """A column of closed choices, given with blanks between them."""
    return Column(name, Cell.CHOICE, required, tuple(choices.split()))
