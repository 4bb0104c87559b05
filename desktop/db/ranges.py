"""The registry's own reference ranges in its file: read whole, replaced whole."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import TYPE_CHECKING

import msgspec

from desktop.db.journal import Setting
from desktop.domain.errors import UserError
from desktop.domain.language import mark, say
from desktop.domain.ranges import RegistryRange, first_overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.connection import Connection

TABLE = "reference_ranges"
WHAT = mark("Set reference ranges")
"""How the step is called in the journal; said when it is written."""

_NAMES = tuple(field.name for field in fields(RegistryRange))
_COLUMNS = ", ".join(_NAMES)
_MARKS = ", ".join("?" for _ in _NAMES)


def read(connection: Connection) -> tuple[RegistryRange, ...]:
    """The ranges in the order in which they were set."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM {TABLE} ORDER BY rowid")  # noqa: S608
    return tuple(RegistryRange(**dict(zip(_NAMES, row, strict=True))) for row in found)


def replace(connection: Connection, new: Sequence[RegistryRange]) -> Setting | None:
    """Write ``new`` in place of all ranges, inside the caller's transaction.

    Gives what the journal is to keep; None, with nothing written, where nothing changes.
    Raises UserError for two ranges that would hold for one result.
    """
    if clash := first_overlap(new):
        one, other = (new[place] for place in clash)
        raise UserError(
            say(
                "Two ranges for {analyte} hold for the same people: from {low} and from {high}"
                " years.",
                analyte=one.analyte,
                low=f"{one.age_low_years:g}",
                high=f"{other.age_low_years:g}",
            ),
            kept=say("The ranges are as they were."),
            remedy=say("Let one end at the age at which the other begins."),
        )
    before = read(connection)
    if before == tuple(new):
        return None
    connection.execute(f"DELETE FROM {TABLE}")  # noqa: S608
    connection.executemany(
        f"INSERT INTO {TABLE} ({_COLUMNS}) VALUES ({_MARKS})",  # noqa: S608
        [astuple(one) for one in new],
    )
    return Setting(table=TABLE, before=_image(before), after=_image(new))


def _image(ranges: Sequence[RegistryRange]) -> str:
    return msgspec.json.encode(ranges).decode()


def from_image(image_text: str) -> tuple[RegistryRange, ...]:
    """The ranges that the journal kept."""
    return tuple(msgspec.json.decode(image_text, type=list[RegistryRange]))
