"""Records of one table read from the file, and the case that they make together."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.db import rows
from desktop.domain.case import Case
from desktop.domain.columns import IDENTITIES, PATIENTS, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.db.connection import Connection
    from desktop.domain import records as r
    from desktop.domain.ranges import RegistryRange


def records(connection: Connection, table: Table, patient: str = "") -> list[r.Record]:
    """The records of one table, of one patient or of all, in the order they came in."""
    where = f" WHERE {rows.owner(table)} = ?" if patient else ""
    query = f"{rows.select(table)}{where} ORDER BY rowid"
    values = (patient,) if patient else ()
    return [rows.record_from(table, row) for row in connection.execute(query, values)]


def case_of(
    held: Mapping[str, Sequence[r.Record]], *, as_of: date, ranges: tuple[RegistryRange, ...]
) -> Case | None:
    """The case of one patient from the records by the name of their table; None for nobody."""
    people, identities = held[PATIENTS.name], held[IDENTITIES.name]
    if not people:
        return None
    own = (PATIENTS.name, IDENTITIES.name)
    hanging = {name: tuple(found) for name, found in held.items() if name not in own}
    return Case(
        patient=cast("r.Patient", people[0]),
        identity=cast("r.Identity", identities[0]) if identities else None,
        as_of=as_of,
        ranges=ranges,
        **hanging,  # type: ignore[arg-type]  # one tuple per field, by the table's name
    )
