"""Rows of the tables that hang on a patient: new ones go in, rows already there stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.checks import Problem
from desktop.domain.columns import Table, table_named
from desktop.domain.when import EMPTY, parse_when
from desktop.exchange.csv_tables import ReadRow, RowReader, TableFile, content
from desktop.measures.questions import LastResults
from desktop.work.import_outcome import fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.db.registry import Registry
    from desktop.domain.when import When
    from desktop.work.import_outcome import Outcome
    from desktop.work.import_patients import People

_Content = tuple[str | r.Extra, ...]


@dataclass(slots=True)
class ClinicalRows:
    """Reads clinical tables against the people and masses that there are.

    Attributes:
        new: the records to be written, in the order of the files.
    """

    registry: Registry
    people: People
    outcome: Outcome
    new: list[r.Record] = field(default_factory=list)
    _masses: dict[tuple[str, str], r.Mass] = field(default_factory=dict)
    _results: LastResults = field(default_factory=LastResults)
    _births: dict[str, When] = field(default_factory=dict)
    _stored: dict[str, Counter[tuple[str, _Content]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the masses that the registry holds."""
        for mass in self.registry.records(table_named("masses")):
            assert isinstance(mass, r.Mass)  # noqa: S101 - the table says so
            self._masses[mass.patient, mass.mass_id.strip()] = mass

    def read(self, file: TableFile, rows: Iterable[ReadRow]) -> None:
        """Take the rows of one table in; nothing is written yet."""
        reader = RowReader(file)
        stored = self._stored_rows(file.table)
        tally = self.outcome.tallies[file.table.name]
        for row in rows:
            key = reader.patient_id(row).strip()
            patient = self.people.known.get(key)
            problem = fault(row.fault) if row.fault else _nobody(key, patient)
            if problem or patient is None:
                self.outcome.refuse(file, row, problem or fault("no patient"))
                continue
            record = reader.record(row, patient.id)
            same = (patient.id, content(record, file.table))
            if stored[same]:
                stored[same] -= 1
                tally.unchanged += 1
            elif self.outcome.passes(file, row, record, patient):
                self._admit(file, row, key, record)

    def _stored_rows(self, table: Table) -> Counter[tuple[str, _Content]]:
        """What the registry holds of a table, counted: the nth identical row is the nth record."""
        if table.name not in self._stored:
            stored = self.registry.records(table)
            for record in stored:
                self._met(record)
            self._stored[table.name] = Counter((s.patient, content(s, table)) for s in stored)
        return self._stored[table.name]

    def _admit(self, file: TableFile, row: ReadRow, key: str, record: r.Record) -> None:
        problem = self._against_the_registry(key, record)
        if problem is None and isinstance(record, r.Mass):
            known = self._masses.get((record.patient, record.mass_id.strip()))
            if known is not None:
                self._known_mass(file, row, known, record)
                return
            self._masses[record.patient, record.mass_id.strip()] = record
        if problem:
            self.outcome.refuse(file, row, problem)
            return
        self.outcome.tallies[file.table.name].added += 1
        self.new.append(record)
        if isinstance(record, r.LabResult):
            question = self._results.question(record, self._birth_of(record.patient))
            if question:
                problem = Problem("warning", "value", record.value, question)
                self.outcome.warn(file, row, problem)
            self._met(record)

    def _met(self, record: r.Record) -> None:
        """Remember a result, so that a jump from it to the next one is asked about."""
        if isinstance(record, r.LabResult):
            self._results.add(record, self._birth_of(record.patient))

    def _birth_of(self, patient: str) -> When:
        if not self._births:
            known = self.people.known.values()
            self._births = {person.id: parse_when(person.birth_date) for person in known}
        return self._births.get(patient, EMPTY)

    def _against_the_registry(self, key: str, record: r.Record) -> Problem | None:
        if key in self.people.conflicting:
            rule = "the patient's own row does not agree with the registry: is it the same person"
            return fault(rule, column="patient_id", value=key)
        if isinstance(record, r.MassMeasurement):
            mass = self._masses.get((record.patient, record.mass_id.strip()))
            if mass is None or mass.mass_id != record.mass_id:
                accepted = "a mass of masses.csv or of the registry"
                rule = "this patient has no such mass"
                return fault(rule, column="mass_id", value=record.mass_id, accepted=accepted)
        return None

    def _known_mass(self, file: TableFile, row: ReadRow, known: r.Mass, given: r.Mass) -> None:
        """A mass is one by its number: the same facts change nothing, others are a conflict."""
        for name in file.table.names:
            old, new = getattr(known, name), getattr(given, name)
            if new != old:
                rule = f"mass {given.mass_id} is known already, with {old!r}"
                accepted = "the same value, or another mass_id; change it in the program"
                problem = fault(rule, column=name, value=new, accepted=accepted)
                self.outcome.refuse(file, row, problem)
                return
        self.outcome.tallies[file.table.name].unchanged += 1


def _nobody(key: str, patient: r.Patient | None) -> Problem | None:
    if patient is not None:
        return None
    if not key:
        return fault("a value is required", column="patient_id")
    accepted = "an ID of patients.csv or of the registry"
    return fault("no such patient", column="patient_id", value=key, accepted=accepted)
