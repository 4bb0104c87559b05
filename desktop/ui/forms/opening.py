"""Which form opens for what, and what "Save and next" begins with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.columns import table_named
from desktop.domain.language import say
from desktop.domain.records import MassMeasurement, new_id
from desktop.domain.terms import place_label
from desktop.ui.forms.mass_steps import MergingSubject, step_subject
from desktop.ui.forms.measurement import MeasurementSubject, Walk
from desktop.ui.forms.measurement_panel import MeasurementPanel
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.subjects import ClinicalSubject, PatientSubject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.ui.forms.form_page import FormPage
    from desktop.ui.forms.mass_steps import StepSubject
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


def add_form(
    session: Session, table: str, parent: QWidget, *, cells: Mapping[str, str] | None = None
) -> RecordForm:
    """A form that adds a record to the open patient, or a patient to the registry.

    It begins with these ``cells``, where there are any.
    """
    if table == "patients":
        subject = PatientSubject(tuple(session.patients), date.today())  # noqa: DTZ011
        return RecordForm(session, subject, parent=parent)
    case = _open_case(session)
    if table == "mass_measurements":
        return _measurement_form(session, parent, dict(cells or {}))
    if step := _step(case, table, cells or {}):
        form = RecordForm(session, step, parent=parent)
        if not form.message.isVisibleTo(form):  # else it tells of an unfinished entry
            told = say("{title}. {explanation}", title=step.title, explanation=step.explanation)
            form.message.show_message("info", told)
        return form
    subject_of = _following(session, table)
    given = tuple((_first_cells(table, case) | dict(cells or {})).items())
    first = ClinicalSubject(table_named(table), case, given=given)
    return RecordForm(session, first, following=subject_of, parent=parent)


def edit_form(session: Session, record: Record, table: str, parent: QWidget) -> RecordForm:
    """A form that changes a stored record."""
    case = _open_case(session)
    if isinstance(record, MassMeasurement):
        changed = MeasurementSubject(case, new_id(), new_id(), original=record)
        return RecordForm(session, changed, beside=MeasurementPanel(), parent=parent)
    subject = ClinicalSubject(table_named(table), case, record)
    return RecordForm(session, subject, parent=parent)


def edit_patient_form(session: Session, parent: QWidget) -> RecordForm:
    """A form that changes the open patient's own record and name."""
    case = _open_case(session)
    subject = PatientSubject(tuple(session.patients), case.as_of, case)
    return RecordForm(session, subject, parent=parent)


def _open_case(session: Session) -> Case:
    assert session.dossier is not None  # noqa: S101 - the action rests while no patient is open
    return session.dossier.case


def _step(case: Case, table: str, cells: Mapping[str, str]) -> StepSubject | MergingSubject | None:
    """The form of an excision, recurrence, division or merging, where the cells name one."""
    given = dict(cells)
    if table == "masses" and "merged_into" in given:
        merged = next((m for m in case.masses if m.mass_id == given.get("mass_id")), None)
        return MergingSubject(case, merged, new_id()) if merged else None
    if table == "masses":
        given = {"mass_id": next_mass_id(case)} | given
    return step_subject(case, table, given)


def _measurement_form(session: Session, parent: QWidget, cells: dict[str, str]) -> RecordForm:
    """The form of a measurement, which can walk through all masses of a visit."""
    case, walk = _open_case(session), Walk()
    only = case.masses[0].mass_id if len(case.masses) == 1 else ""
    given = {"mass_id": session.mass_id or only} | cells

    def subject(begin: Mapping[str, str]) -> MeasurementSubject:
        held = tuple(begin.items())
        return MeasurementSubject(_open_case(session), new_id(), new_id(), given=held)

    def following(_saved: Record) -> MeasurementSubject | None:
        fields = form.page.fields
        walk.done(fields["mass_id"].typed)
        left = walk.left(_open_case(session), fields["mass_id"].typed)
        if not left:
            return None
        kept = form.page.readable_cells()
        begin = {name: kept.get(name, "") for name in KEPT["mass_measurements"]}
        session.select_mass(left[0].mass_id)
        return subject(begin | {"mass_id": left[0].mass_id})

    def ahead(page: FormPage) -> str:
        left = walk.left(_open_case(session), page.fields["mass_id"].typed)
        if not left:
            return say("This is the last mass.")
        place = place_label(left[0].site, left[0].side)
        name = left[0].mass_id
        return say("Next: {mass} {place}, {n} left", mass=name, place=place, n=len(left))

    form = RecordForm(
        session,
        subject(given),
        following=following,
        beside=MeasurementPanel(),
        ahead=ahead,
        parent=parent,
    )
    return form


def _first_cells(table: str, case: Case) -> dict[str, str]:
    """The next number for a mass; else nothing."""
    return {"mass_id": next_mass_id(case)} if table == "masses" else {}


def next_mass_id(case: Case) -> str:
    """The first free number: ``M6`` after ``M1`` to ``M5``."""
    taken = {mass.mass_id.strip().upper() for mass in case.masses}
    number = len(taken) + 1
    while f"M{number}" in taken:
        number += 1
    return f"M{number}"


def _following(session: Session, table: str) -> Callable[[Record], ClinicalSubject]:
    def subject(saved: Record) -> ClinicalSubject:
        case = _open_case(session)
        cells = {name: getattr(saved, name) for name in KEPT.get(table, ())}
        if table == "masses":
            cells["mass_id"] = next_mass_id(case)
        return ClinicalSubject(table_named(table), case, given=tuple(cells.items()))

    return subject
