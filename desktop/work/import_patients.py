"""Rows of ``patients.csv``: new people, people known already, and people who do not agree."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import records as r
from desktop.domain.columns import IDENTITIES, PATIENTS, table_of
from desktop.domain.language import say
from desktop.exchange.csv_tables import ReadRow, RowReader, TableFile
from desktop.work.import_outcome import fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain.checks import Problem
    from desktop.work.import_outcome import Match, Outcome

_AGREE = frozenset({"sex", "birth_date", "given_name", "family_name", "mrn", "consent"})
"""Cells that must not differ for one registry ID: another person, or another consent."""

_Person = TypeVar("_Person", r.Patient, r.Identity)


@dataclass(slots=True)
class People:
    """The people of the registry and of the import so far.

    Attributes:
        known: by registry ID without surrounding blanks.
        identities: by our id of the patient.
        aliases: registry IDs by the number under which another document names the patient.
        conflicting: registry IDs whose row in the import does not agree with the registry.
        said: who is meant by a number in the files, as the user said: a registry ID, or empty
            for somebody who is left out.
    """

    known: dict[str, r.Patient] = field(default_factory=dict)
    identities: dict[str, r.Identity] = field(default_factory=dict)
    conflicting: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    _new: dict[str, r.Patient] = field(default_factory=dict)
    _touched: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, registry: Registry, said: Mapping[str, str] | None = None) -> People:
        """The people that the registry holds now."""
        people = cls(said=said or {})
        for patient in registry.records(PATIENTS):
            assert isinstance(patient, r.Patient)  # noqa: S101 - the table says so
            people.known[patient.patient_id.strip()] = patient
        for identity in registry.records(IDENTITIES):
            assert isinstance(identity, r.Identity)  # noqa: S101 - the table says so
            people.identities[identity.patient] = identity
        return people

    def find(self, key: str) -> r.Patient | None:
        """The patient whom a registry ID names, or whom another document calls so."""
        key = self.said.get(key, key)
        return self.known.get(self.aliases.get(key, key))

    def by_mrn(self, mrn: str) -> r.Patient | None:
        """The one patient with this hospital number; None for nobody, and for several."""
        if not mrn:
            return None
        if mrn in self.said:
            return self.known.get(self.said[mrn])
        wanted = {i.patient for i in self.identities.values() if i.mrn.strip() == mrn}
        found = [person for person in self.known.values() if person.id in wanted]
        return found[0] if len(found) == 1 else None

    def read(self, file: TableFile, rows: Iterable[ReadRow], outcome: Outcome) -> None:
        """Take the rows of one ``patients.csv`` in; nothing is written yet."""
        reader = RowReader(file)
        for row in rows:
            if row.fault:
                outcome.refuse(file, row, fault(row.fault))
                continue
            patient = reader.record(row, "")
            assert isinstance(patient, r.Patient)  # noqa: S101 - the table says so
            self._meet(file, row, patient, reader.identity(row, patient.id), outcome)

    def _meet(
        self, file: TableFile, row: ReadRow, patient: r.Patient, named: r.Identity, outcome: Outcome
    ) -> None:
        """Take one person in, or tell why not."""
        key = patient.patient_id.strip()
        met = outcome.meet(file, key)
        if self.said.get(key) == "":
            met.match, met.reason = "left_out", say("left out, as you said")
            outcome.refuse(file, row, fault(met.reason))
            return
        if not outcome.passes(file, row, patient, patient):
            met.reason = outcome.refusals[-1].reason
            return
        if file.is_keyed or key in self.said:
            patient = self._matched(patient, named)
        problem, match = self._take(patient, named, outcome)
        if met.match in ("unknown", "known") or problem:
            met.match, met.patient_id = match, patient.patient_id.strip()
        if problem:
            outcome.refuse(file, row, problem)
            met.reason = outcome.refusals[-1].reason

    def _matched(self, patient: r.Patient, named: r.Identity) -> r.Patient:
        """The patient under the registry ID that their hospital number has here already."""
        key = patient.patient_id.strip()
        if said := self.said.get(key):
            self.aliases[key] = said
            return replace(patient, patient_id=said)
        if key in self.known:
            return patient
        known = self.by_mrn(named.mrn.strip()) or self.by_mrn(key)
        if known is None:
            return patient
        self.aliases[key] = known.patient_id.strip()
        return replace(patient, patient_id=known.patient_id)

    def _take(
        self, patient: r.Patient, named: r.Identity, outcome: Outcome
    ) -> tuple[Problem | None, Match]:
        tally = outcome.tallies[PATIENTS.name]
        key = patient.patient_id.strip()
        known = self.known.get(key)
        if known is None:
            self.known[key] = self._new[patient.id] = patient
            self.identities[patient.id] = named
            tally.added += 1
            return None, "new"
        identity = self.identities.get(known.id) or r.Identity(patient=known.id)
        named = _in_known_capitals(identity, named)
        problem = _conflict(known, patient) or _conflict(identity, named)
        if problem:
            self.conflicting.add(key)
            return problem, "conflict"
        merged, merged_identity = _merged(known, patient), _merged(identity, named)
        if (merged, merged_identity) == (known, identity):
            tally.unchanged += 1
            return None, "known"
        self.known[key], self.identities[known.id] = merged, merged_identity
        if known.id in self._new:
            self._new[known.id] = merged
        else:
            self._touched[key] = None
        tally.updated += 1
        return None, "filled"

    def write(self, edit: Edit) -> None:
        """Write new people as part of the batch, changed ones with a journal entry each."""
        edit.add_many(list(self._new.values()))
        named = (self.identities[patient] for patient in self._new)
        edit.add_many([identity for identity in named if _is_filled(identity)])
        for key in self._touched:
            patient = self.known[key]
            edit.put(patient)
            if _is_filled(self.identities.get(patient.id)):
                edit.put(self.identities[patient.id])


def _in_known_capitals(known: r.Identity, given: r.Identity) -> r.Identity:
    """Names that differ in capitals alone are the same names, spelled as they are known."""
    same = {
        name: old
        for name in ("given_name", "family_name")
        if (old := getattr(known, name)).strip().casefold()
        == getattr(given, name).strip().casefold()
    }
    return replace(given, **same)


def _is_filled(identity: r.Identity | None) -> bool:
    return identity is not None and any(getattr(identity, name) for name in IDENTITIES.names)


def _conflict(known: _Person, given: _Person) -> Problem | None:
    for name in table_of(type(known)).names:
        if name not in _AGREE:
            continue
        old, new = getattr(known, name).strip(), getattr(given, name).strip()
        if old and new and old != new and "unknown" not in (old, new):
            rule = say(
                "differs from the registry, which has {value}: another person, or a mistake",
                value=repr(old),
            )
            accepted = say("the same value, or an empty cell; change it in the program")
            return fault(rule, column=name, value=new, accepted=accepted)
    return None


def _merged(known: _Person, given: _Person) -> _Person:
    """The known person with every cell that the import fills or changes."""
    cells = {}
    for name in table_of(type(known)).names:
        old, new = getattr(known, name).strip(), getattr(given, name)
        says_less = not new.strip() or (new.strip() == "unknown" and old)
        if name != "patient_id" and not says_less:
            cells[name] = new
    extra = dict(known.extra) | dict(given.extra)
    return replace(known, **cells, extra=tuple(extra.items()))
