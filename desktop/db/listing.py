"""What the registry holds in short: its patients for a list, and how many records of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.db.search import PatientRow, folded, patient_row
from desktop.domain.columns import TABLES

if TYPE_CHECKING:
    from desktop.db.connection import Connection


def patients(connection: Connection) -> list[PatientRow]:
    """Every patient, light enough for a list of 10,000, by surname and registry ID."""
    found = connection.execute(
        "SELECT p.id, p.patient_id, coalesce(i.family_name, ''), coalesce(i.given_name, ''),"
        " coalesce(i.mrn, ''), coalesce(p.sex, ''), coalesce(p.birth_date, ''),"
        " coalesce(p.death_when, ''), coalesce(p.diagnosis, ''),"
        " coalesce(p.diagnosis_status, '')"
        " FROM patients p LEFT JOIN identities i ON i.patient = p.id"
    )
    listed = [patient_row(row) for row in found]
    return sorted(listed, key=lambda row: (row.name == "", folded(row.name), row.patient_id))


def counts(connection: Connection) -> dict[str, int]:
    """How many records each table holds."""
    return {
        table.name: int(
            connection.execute(
                f"SELECT count(*) FROM {table.name}"  # noqa: S608 - our own table names
            ).fetchone()[0]
        )
        for table in TABLES
    }
