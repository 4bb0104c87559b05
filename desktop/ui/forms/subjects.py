"""What a form is about: which columns, what they begin with, and which records they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from desktop.domain import records as r
from desktop.domain.checks import Problem, check
from desktop.domain.columns import IDENTITIES, PATIENTS, Column, Table
from desktop.domain.consent_checks import against_others
from desktop.domain.language import say
from desktop.domain.when import parse_when
from desktop.measures.questions import unit_question
from desktop.ui.forms.summary import summary
from desktop.ui.forms.words import table_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from desktop.db.search import PatientRow
    from desktop.domain.case import Case


T = TypeVar("T", bound=r.Record)


class Subject(Protocol):
    """What a form needs to know of what it enters."""

    @property
    def title(self) -> str:
        """The title of the dialog."""

    @property
    def case(self) -> Case | None:
        """The patient; None for one who is new."""

    @property
    def today(self) -> date:
        """The day of looking."""

    @property
    def key(self) -> tuple[str, str]:
        """Under which an unfinished entry is kept."""

    @property
    def layout(self) -> str:
        """The table whose rows the form takes."""

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """The columns with the names of their tables."""

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The stored records that are edited; none when something is added."""

    def start(self) -> Mapping[str, str]:
        """The cells to begin with."""

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """The records that the cells make."""

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """What is wrong or unlikely about them."""


def what(subject: Subject, records: tuple[r.Record, ...]) -> str:
    """The name of the step, for undo and the history."""
    is_stored = any(original.id == records[0].id for original in subject.originals)
    kind = table_name(subject.layout).lower()
    said = summary(records[0])
    if said.lower() == kind:
        return _verb(kind, is_change=is_stored)
    if is_stored:
        return say("Change {kind}: {what}", kind=kind, what=said)
    return say("Add {kind}: {what}", kind=kind, what=said)


def _verb(kind: str, *, is_change: bool) -> str:
    return say("Change {kind}", kind=kind) if is_change else say("Add {kind}", kind=kind)


def _new(kind: type[T], cells: Mapping[str, str], **fixed: str) -> T:
    """A record of a kind; the names of its cells come from its table."""
    return cast("Callable[..., T]", kind)(**cells, **fixed)


def _changed(record: T, cells: Mapping[str, str]) -> T:
    return cast("Callable[..., T]", replace)(record, **cells)


def later_than(records: Sequence[r.Record], today: date) -> list[Problem]:
    """Warnings for days that have not come yet: usually a slip in the year."""
    found = []
    for record in records:
        for name in ("when", "birth_date", "first_when", "death_when", "enrolled_when"):
            day = parse_when(getattr(record, name, "")).day
            if day is not None and day > today:
                found.append(Problem("warning", name, day.isoformat(), say("a day in the future")))
    return found


@dataclass(frozen=True)
class ClinicalSubject:
    """A record that hangs on a patient: added, or one of theirs changed."""

    table: Table
    case: Case
    original: r.Record | None = None
    given: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """``Add mass measurement``, ``Change treatment``."""
        return _verb(table_name(self.table.name).lower(), is_change=self.original is not None)

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished entry per patient and kind, or per record."""
        owner = self.original.id if self.original else self.case.patient.id
        return (self.table.name, owner)

    @property
    def today(self) -> date:
        """The day of looking at the patient."""
        return self.case.as_of

    @property
    def layout(self) -> str:
        """The table's own rows."""
        return self.table.name

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """The table's columns."""
        return [(self.table.name, column) for column in self.table.columns]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The record that is changed."""
        return (self.original,) if self.original else ()

    def start(self) -> Mapping[str, str]:
        """The stored cells, or the given ones."""
        if self.original is None:
            return dict(self.given)
        return {name: getattr(self.original, name) for name in self.table.names}

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """One record."""
        if self.original is not None:
            return (_changed(self.original, cells),)
        return (_new(self.table.record, cells, patient=self.case.patient.id),)

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """The checks of the domain, days in the future, and a leap that may be a unit."""
        found = check(records[0], self.case.patient)
        if any(problem.level == "error" for problem in found):
            return found
        later = later_than(records, self.case.as_of)
        return (*found, *later, *_in_the_case(records[0], self.case))


def _in_the_case(record: r.Record, case: Case) -> tuple[Problem, ...]:
    """What only the other records of the patient tell."""
    if isinstance(record, r.Consent):
        return tuple(against_others(record, case.consents))
    return _leap(record, case)


def _leap(record: r.Record, case: Case) -> tuple[Problem, ...]:
    """The question about a result 2 to 4 times the last one, which may be in another unit."""
    if not isinstance(record, r.LabResult):
        return ()
    question = unit_question(record, case)
    return (Problem("warning", "value", record.value, question),) if question else ()


@dataclass(frozen=True)
class PatientSubject:
    """A person: the clinical record and the name, entered together, stored apart."""

    rows: tuple[PatientRow, ...]
    today: date
    case: Case | None = None

    @property
    def title(self) -> str:
        """``New patient`` or ``Change patient``."""
        return say("Change patient") if self.case else say("New patient")

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished new patient, or one per patient."""
        return ("patients", self.case.patient.id if self.case else "")

    @property
    def layout(self) -> str:
        """The patient's rows."""
        return "patients"

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """The columns of both tables."""
        return [(t.name, column) for t in (PATIENTS, IDENTITIES) for column in t.columns]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The stored person and, where there is one, the name."""
        if self.case is None:
            return ()
        return (self.case.patient, *((self.case.identity,) if self.case.identity else ()))

    def start(self) -> Mapping[str, str]:
        """The stored cells; nothing for a new person."""
        cells: dict[str, str] = {}
        for table, original in zip((PATIENTS, IDENTITIES), self.originals, strict=False):
            cells |= {name: getattr(original, name) for name in table.names}
        return cells

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """The person, and the name if there is one."""
        own = {name: cells[name] for name in PATIENTS.names}
        names = {name: cells[name] for name in IDENTITIES.names}
        if self.case is None:
            patient = _new(r.Patient, own)
            has_name = any(names.values())
            return (
                (patient, _new(r.Identity, names, patient=patient.id)) if has_name else (patient,)
            )
        patient = _changed(self.case.patient, own)
        identity = self.case.identity or r.Identity(patient=patient.id)
        changed = _changed(identity, names)
        keeps_name = self.case.identity is not None or any(names.values())
        return (patient, changed) if keeps_name else (patient,)

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """The checks of the domain, a taken registry ID, somebody of the same name and birth."""
        patient = cast("r.Patient", records[0])
        found = [problem for record in records for problem in check(record)]
        others = [row for row in self.rows if row.id != patient.id]
        if any(row.patient_id.strip() == patient.patient_id.strip() for row in others):
            rule = say("this registry ID is taken")
            found.append(Problem("error", "patient_id", patient.patient_id, rule))
        if any(problem.level == "error" for problem in found):
            return tuple(found)
        return (*found, *later_than(records, self.today), *_twins(records, others))


def _twins(records: tuple[r.Record, ...], others: Sequence[PatientRow]) -> list[Problem]:
    if len(records) < 2:
        return []
    patient, identity = cast("r.Patient", records[0]), cast("r.Identity", records[1])
    wanted = (identity.family_name.casefold(), identity.given_name.casefold(), patient.birth_date)
    found = []
    for row in others:
        told = (row.family_name.casefold(), row.given_name.casefold(), row.birth_date)
        same_mrn = bool(identity.mrn) and row.mrn == identity.mrn
        if same_mrn or (all(wanted) and told == wanted):
            column = "mrn" if same_mrn else "family_name"
            rule = say(
                "the same as {patient_id} has; is this the same person?", patient_id=row.patient_id
            )
            found.append(Problem("warning", column, "", rule))
    return found
