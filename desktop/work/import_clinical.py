"""Rows of the tables that hang on a patient: new ones go in, rows already there stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.checks import Problem
from desktop.domain.columns import table_named
from desktop.domain.language import say
from desktop.domain.when import EMPTY, parse_when
from desktop.exchange.csv_tables import ReadRow, RowReader, TableFile
from desktop.work.import_known import ResultQuestions, StoredRows
from desktop.work.import_outcome import fault
from desktop.work.import_results import KeyedResults, is_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.db.registry import Registry
    from desktop.domain.when import When
    from desktop.work.import_outcome import Outcome
    from desktop.work.import_patients import People

_CHUNK = 2000
"""New rows that wait to be written together."""


@dataclass(slots=True)
class ClinicalRows:
    """Reads clinical tables against the people and masses that there are.

    Attributes:
        results: what senders know by a number; written after all files are read.
    """

    registry: Registry
    people: People
    outcome: Outcome
    results: KeyedResults = field(init=False)
    _new: list[r.Record] = field(default_factory=list)
    _masses: dict[tuple[str, str], r.Mass] = field(default_factory=dict)
    _questions: ResultQuestions = field(init=False)
    _stored: StoredRows = field(init=False)
    _births: dict[str, When] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the masses that the registry holds."""
        self.results = KeyedResults(self.registry, self.outcome)
        self._questions = ResultQuestions(self.registry)
        self._stored = StoredRows(self.registry)
        for mass in self.registry.records(table_named("masses")):
            assert isinstance(mass, r.Mass)  # noqa: S101 - the table says so
            self._masses[mass.patient, mass.mass_id.strip()] = mass

    def read(self, file: TableFile, rows: Iterable[ReadRow]) -> Iterator[list[r.Record]]:
        """Take the rows of one table in; gives the new records bit by bit, to be written."""
        reader = RowReader(file)
        found: dict[str, r.Patient | None] = {}
        for row in rows:
            key = reader.patient_id(row).strip()
            if key not in found:
                found[key] = self._whose(file, key)
            patient = found[key]
            self.outcome.people[key].rows += 1
            problem = fault(row.fault) if row.fault else _nobody(key, patient)
            if problem or patient is None:
                self.outcome.refuse(file, row, problem or fault(say("no such patient")))
                continue
            record = reader.record(row, patient.id)
            if not self._is_known(file, row, record) and self.outcome.passes(
                file, row, record, patient
            ):
                self._admit(file, row, patient.patient_id.strip(), record)
            if len(self._new) >= _CHUNK:
                yield self._new
                self._new = []
        yield self._new
        self._new = []

    def _whose(self, file: TableFile, key: str) -> r.Patient | None:
        """The patient whom a file calls so, told among the people that were met."""
        met = self.outcome.meet(file, key)
        patient = self.people.by_mrn(key) if file.key_is_mrn else self.people.find(key)
        if self.people.said.get(key) == "":
            met.match, met.reason = "left_out", say("left out, as you said")
        elif met.match == "unknown" and patient is not None:
            met.match, met.patient_id = "known", patient.patient_id.strip()
            met.reason = say("by the hospital number") if file.key_is_mrn else ""
        elif patient is None and not met.reason:
            problem = _nobody(key, None)
            met.reason = problem.rule if problem else ""
        return patient

    def _is_known(self, file: TableFile, row: ReadRow, record: r.Record) -> bool:
        """Whether the row is here already, or settled in another way."""
        tally = self.outcome.tallies[file.table.name]
        if file.is_keyed and is_numbered(record):
            if self.results.settles(file, row, record):
                return True
            is_here = self._stored.takes_result(record, file.table)
            tally.unchanged += is_here
            return is_here
        if not file.is_list:
            if not self._stored.takes(record, file.table):
                return False
            tally.unchanged += 1
            return True
        is_stored, is_repeated = self._stored.has_in_list(record, file.table)
        if is_repeated and not is_stored:
            rule = say("the same result stands in the file twice: taken once")
            self.outcome.warn(file, row, Problem("warning", "value", "", rule))
        tally.unchanged += is_stored or is_repeated
        return is_stored or is_repeated

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
        if isinstance(record, r.LabResult):
            question = self._questions.question(record, self._birth_of(record.patient))
            if question:
                problem = Problem("warning", "value", record.value, question)
                self.outcome.warn(file, row, problem)
            if file.is_keyed and is_numbered(record):
                self.results.add(record)
                return
        self._new.append(record)

    def _birth_of(self, patient: str) -> When:
        if not self._births:
            known = self.people.known.values()
            self._births = {person.id: parse_when(person.birth_date) for person in known}
        return self._births.get(patient, EMPTY)

    def _against_the_registry(self, key: str, record: r.Record) -> Problem | None:
        if key in self.people.conflicting:
            rule = say(
                "the patient's own row does not agree with the registry: is it the same person"
            )
            return fault(rule, column="patient_id", value=key)
        if isinstance(record, r.MassMeasurement):
            mass = self._masses.get((record.patient, record.mass_id.strip()))
            if mass is None or mass.mass_id != record.mass_id:
                accepted = say("a mass of masses.csv or of the registry")
                rule = say("this patient has no such mass")
                return fault(rule, column="mass_id", value=record.mass_id, accepted=accepted)
        return None

    def _known_mass(self, file: TableFile, row: ReadRow, known: r.Mass, given: r.Mass) -> None:
        """A mass is one by its number: the same facts change nothing, others are a conflict.

        Columns that the file does not have say nothing.
        """
        for name in (name for name in file.table.names if name in file.header):
            old, new = getattr(known, name), getattr(given, name)
            if new != old:
                rule = say(
                    "mass {mass_id} is known already, with {value}",
                    mass_id=given.mass_id,
                    value=repr(old),
                )
                accepted = say("the same value, or another mass_id; change it in the program")
                problem = fault(rule, column=name, value=new, accepted=accepted)
                self.outcome.refuse(file, row, problem)
                return
        self.outcome.tallies[file.table.name].unchanged += 1


def _nobody(key: str, patient: r.Patient | None) -> Problem | None:
    if patient is not None:
        return None
    if not key:
        return fault(say("a value is required"), column="patient_id")
    accepted = say("an ID of patients.csv or of the registry")
    return fault(say("no such patient"), column="patient_id", value=key, accepted=accepted)
