"""What a worklist needs to know of a whole registry at once, in a few quick queries.

It opens the file for itself, so that it may run beside the window in a thread of its own.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from desktop.db import rows
from desktop.db.connection import connect
from desktop.domain.columns import table_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.db.connection import Connection
    from desktop.domain.records import WorklistMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The cells of one patient that a list shows, and that tell whether key data are missing."""

    patient_id: str
    family_name: str
    given_name: str
    sex: str
    birth_date: str
    death_when: str
    diagnosis: str
    diagnosis_status: str

    @property
    def name(self) -> str:
        """``SURNAME, Forename``, or an empty text in a file without names."""
        return ", ".join(part for part in (self.family_name.upper(), self.given_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The registry at one moment; patients are named by our ids, in the order they came in.

    ``versions`` grow with each change that concerns a patient: the same version of a patient
    on the same day gives the same worklist.
    """

    people: Mapping[str, Person]
    versions: Mapping[str, int]
    without_allergies: frozenset[str]
    marks: tuple[WorklistMark, ...]


def glance(path: Path) -> Glance:
    """Look at a registry file: at its small tables alone, for results and sizes are many.

    Raises UserError for a file that cannot be opened.
    """
    with closing(connect(path)) as connection:
        people = _people(connection)
        return Glance(
            people=people,
            versions=_versions(connection, people),
            without_allergies=_without_allergies(connection),
            marks=_marks(connection),
        )


def marks(path: Path) -> tuple[WorklistMark, ...]:
    """What was done about the worklist so far, oldest first."""
    with closing(connect(path)) as connection:
        return _marks(connection)


def _people(connection: Connection) -> dict[str, Person]:
    found = connection.execute(
        "SELECT p.id, p.patient_id, coalesce(i.family_name, ''), coalesce(i.given_name, ''),"
        " coalesce(p.sex, ''), coalesce(p.birth_date, ''), coalesce(p.death_when, ''),"
        " coalesce(p.diagnosis, ''), coalesce(p.diagnosis_status, '')"
        " FROM patients p LEFT JOIN identities i ON i.patient = p.id ORDER BY p.rowid"
    )
    return {
        own: Person(
            patient_id=patient_id,
            family_name=family,
            given_name=given,
            sex=sex,
            birth_date=birth,
            death_when=death,
            diagnosis=diagnosis,
            diagnosis_status=status,
        )
        for own, patient_id, family, given, sex, birth, death, diagnosis, status in found
    }


def _versions(connection: Connection, people: Mapping[str, Person]) -> dict[str, int]:
    """Imports and settings of the registry are not journaled by patient: they concern all."""
    for_all = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM transactions WHERE batch IS NOT NULL AND batch <> ''"
    ).fetchone()[0]
    by_patient: dict[str, int] = dict(
        connection.execute("SELECT patient, max(seq) FROM journal GROUP BY patient").fetchall()
    )
    for_all = max(for_all, by_patient.get("", 0))
    return {own: max(for_all, by_patient.get(own, 0)) for own in people}


def _without_allergies(connection: Connection) -> frozenset[str]:
    """The patients of whom it was never asked, or never written down."""
    found = connection.execute(
        "SELECT p.id FROM patients p WHERE NOT EXISTS"
        " (SELECT 1 FROM allergies a WHERE a.patient = p.id)"
    )
    return frozenset(own for (own,) in found)


def _marks(connection: Connection) -> tuple[WorklistMark, ...]:
    table = table_named("worklist_marks")
    query = f"{rows.select(table)} ORDER BY rowid"
    found = [rows.record_from(table, row) for row in connection.execute(query)]
    return tuple(cast("list[WorklistMark]", found))
