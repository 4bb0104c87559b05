"""Records as rows and back: an empty cell is NULL in the file and ``''`` in a record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.db.personal_keys import ERASED
from desktop.domain.columns import Table, table_named, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.records import Record

_encode = msgspec.json.Encoder(order="deterministic").encode
_ORIGIN = "import_id"


@cache
def fields(table: Table) -> tuple[str, ...]:
    """The columns of a record in its SQL table, in the order of ``record_from``."""
    own = ("id",) if table.name == "patients" else ("id", "patient")
    return (*own, *table.names, "extra")


@cache
def columns(table: Table) -> str:
    """What to SELECT for ``record_from``: every cell a text, ``extra`` alone may be NULL.

    SQLite makes empty texts of NULLs in a fraction of the time that Python takes.
    """
    cells = (f"""coalesce("{name}", '')""" for name in fields(table)[:-1])
    return ", ".join((*cells, '"extra"'))


@cache
def select(table: Table) -> str:
    """SELECT of every record column, without WHERE."""
    return f"SELECT {columns(table)} FROM {table.name}"  # noqa: S608 - names of our own tables


def owner(table: Table) -> str:
    """The column that names the patient."""
    return "id" if table.name == "patients" else "patient"


def table_name(record: Record) -> str:
    """The name of the table of a record."""
    return table_of(type(record)).name


def cells(record: Record) -> tuple[str | None, ...]:
    """The record as the values of ``fields``."""
    table = table_of(type(record))
    values: list[str | None] = [getattr(record, name) or None for name in fields(table)[:-1]]
    values.append(_encode(record.extra).decode() if record.extra else None)
    return tuple(values)


def row(record: Record) -> dict[str, str | None]:
    """The record as column names and values, for sqlite-utils."""
    return dict(zip(fields(table_of(type(record))), cells(record), strict=True))


def record_from(table: Table, values: Sequence[Any]) -> Record:
    """The record that a row of ``columns(table)`` holds."""
    given: dict[str, Any] = dict(zip(fields(table), values, strict=True))
    extra = given["extra"]
    pairs = tuple((name, cell) for name, cell in msgspec.json.decode(extra)) if extra else ()
    given["extra"] = pairs
    return table.record(**given)


def image(record: Record | None, *, origin: str = "") -> str | None:
    """The record as the journal keeps it: JSON of its filled columns.

    ``origin`` is the import that a removed record came from.
    """
    if record is None:
        return None
    filled = {name: value for name, value in row(record).items() if value}
    if origin:
        filled[_ORIGIN] = origin
    return _encode(filled).decode()


def origin_in_image(image_text: str) -> str:
    """The import that a journal image names; empty if it names none, or was erased."""
    if image_text == ERASED:
        return ""
    stored: dict[str, str] = msgspec.json.decode(image_text)
    return stored.get(_ORIGIN, "")


def record_from_image(table_name: str, image_text: str | None) -> Record | None:
    """The record that a journal image holds; None for no image, and for an erased one."""
    if image_text is None or image_text == ERASED:
        return None
    table = table_named(table_name)
    stored: dict[str, str] = msgspec.json.decode(image_text)
    return record_from(table, [stored.get(name, "") for name in fields(table)])


def encoded(counts: dict[str, int]) -> str:
    """Counts as JSON text, for the record of an import."""
    return _encode(counts).decode()
