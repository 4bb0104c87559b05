"""Which form opens for what, and what "Save and next" begins with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.columns import table_named
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.subjects import ClinicalSubject, PatientSubject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.ui.session import Session

KEPT = {
    "labs": ("when", "specimen", "fasting"),
    "mass_measurements": ("when", "modality", "observer"),
    "findings": ("when",),
    "treatments": ("start_when",),
    "procedures": ("when",),
    "events": ("when",),
}
"""What the next entry takes over from the one just saved: the visit, never a value."""


def add_form(session: Session, table: str, parent: QWidget) -> RecordForm:
    """A form that adds a record to the open patient, or a patient to the registry."""
    if table == "patients":
        subject = PatientSubject(tuple(session.patients), date.today())  # noqa: DTZ011
        return RecordForm(session, subject, parent=parent)
    case = _open_case(session)
    subject_of = _following(session, table)
    given = tuple(_first_cells(session, table, case).items())
    first = ClinicalSubject(table_named(table), case, given=given)
    return RecordForm(session, first, following=subject_of, parent=parent)


def edit_form(session: Session, record: Record, table: str, parent: QWidget) -> RecordForm:
    """A form that changes a stored record."""
    subject = ClinicalSubject(table_named(table), _open_case(session), record)
    return RecordForm(session, subject, parent=parent)


def edit_patient_form(session: Session, parent: QWidget) -> RecordForm:
    """A form that changes the open patient's own record and name."""
    case = _open_case(session)
    subject = PatientSubject(tuple(session.patients), case.as_of, case)
    return RecordForm(session, subject, parent=parent)


def _open_case(session: Session) -> Case:
    assert session.dossier is not None  # noqa: S101 - the action rests while no patient is open
    return session.dossier.case


def _first_cells(session: Session, table: str, case: Case) -> dict[str, str]:
    """The chosen or only mass for a measurement, the next number for a mass; else nothing."""
    if table == "mass_measurements":
        only = case.masses[0].mass_id if len(case.masses) == 1 else ""
        return {"mass_id": session.mass_id or only}
    if table == "masses":
        return {"mass_id": next_mass_id(case)}
    return {}


def next_mass_id(case: Case) -> str:
    """The first free number: ``M6`` after ``M1`` to ``M5``."""
    taken = {mass.mass_id.strip().upper() for mass in case.masses}
    number = len(taken) + 1
    while f"M{number}" in taken:
        number += 1
    return f"M{number}"


def _next_mass(case: Case, after: str) -> str:
    """The mass behind this one in the order of the record, for walking through all."""
    ids = [mass.mass_id for mass in case.masses]
    place = ids.index(after) + 1 if after in ids else 0
    return ids[place] if place < len(ids) else ""


def _following(session: Session, table: str) -> Callable[[Record], ClinicalSubject]:
    def subject(saved: Record) -> ClinicalSubject:
        case = _open_case(session)
        cells = {name: getattr(saved, name) for name in KEPT.get(table, ())}
        if table == "mass_measurements":
            cells["mass_id"] = _next_mass(case, getattr(saved, "mass_id", ""))
        elif table == "masses":
            cells["mass_id"] = next_mass_id(case)
        return ClinicalSubject(table_named(table), case, given=tuple(cells.items()))

    return subject
