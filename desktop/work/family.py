"""The family of a patient across the registry: who is enrolled, and which links are missing.

Each patient's ``family`` records tell relatives from that patient's side; the registry IDs in
them lead to the records of others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.columns import table_named
from desktop.domain.records import Patient, Relative
from desktop.work.family_building import Building
from desktop.work.family_members import Family as Family
from desktop.work.family_members import Member as Member
from desktop.work.family_members import Ties as Ties
from desktop.work.family_members import affected_by_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.db.edit import Edit
    from desktop.db.registry import Registry
    from desktop.domain.case import Case

MOST_STEPS, MOST_PEOPLE = 4, 60
"""How far links between enrolled patients are followed, and how many people at most."""

NEEDED = ("family", "findings", "masses", "events", "variants")


def ties_of(registry: Registry) -> Ties:
    """Read all families of a registry; some 0.1 s for 10,000 patients."""
    by_family: dict[str, list[str]] = {}
    registry_ids: dict[str, str] = {}
    for patient in registry.records(table_named("patients")):
        if isinstance(patient, Patient):
            registry_ids[patient.id] = patient.patient_id.strip()
            if family := patient.family_id.strip():
                by_family.setdefault(family, []).append(patient.patient_id.strip())
    named_by: dict[str, list[str]] = {}
    for relative in registry.records(table_named("family")):
        if isinstance(relative, Relative) and (named := relative.relative_id.strip()):
            named_by.setdefault(named, []).append(registry_ids.get(relative.patient, ""))
    return Ties(
        by_family={family: tuple(ids) for family, ids in by_family.items()},
        named_by={named: tuple(ids) for named, ids in named_by.items()},
    )


def enrolled_relatives(registry: Registry, case: Case, ties: Ties) -> tuple[Case, ...]:
    """The enrolled patients whom a patient's family leads to, step by step."""
    known = registry.ids()
    own = case.patient.patient_id.strip()
    found: dict[str, Case] = {}
    edge = [case]
    for _ in range(MOST_STEPS):
        wanted = [i for one in edge for i in _leads(one, ties) if i != own and i not in found]
        edge = []
        for registry_id in dict.fromkeys(wanted):
            if registry_id in known and len(found) < MOST_PEOPLE:
                tables = tuple(table_named(name) for name in NEEDED)
                found[registry_id] = registry.case(known[registry_id], case.as_of, tables=tables)
                edge.append(found[registry_id])
        if not edge:
            break
    return tuple(found.values())


def _leads(case: Case, ties: Ties) -> list[str]:
    own, family = case.patient.patient_id.strip(), case.patient.family_id.strip()
    named = [relative.relative_id.strip() for relative in case.family]
    return [i for i in (*named, *ties.named_by.get(own, ()), *ties.by_family.get(family, ())) if i]


def family_of(case: Case, others: Sequence[Case] = ()) -> Family:
    """The family of a patient, out of the patient's records and those of enrolled relatives."""
    own = case.patient.patient_id.strip()
    return Building({one.patient.patient_id.strip(): one for one in (case, *others)}, own).family()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLink:
    """A relative whose own records do not name the person who names them.

    ``add`` is the record that would answer, in the records of ``missing_in``; ``named`` is the
    one that is there. Where only one of the two has a family ID, ``patients`` are both with it.
    """

    missing_in: Case
    named: Relative
    add: Relative
    patients: tuple[tuple[Patient, Patient], ...] = ()

    def apply(self, edit: Edit) -> None:
        """Add the answer, and give both people one family ID, in one step."""
        edit.put(self.add)
        for stored, changed in self.patients:
            edit.put(changed, replacing=stored)


def missing_links(case: Case, others: Sequence[Case]) -> tuple[MissingLink, ...]:
    """The links between a patient and enrolled relatives that stand on one side alone."""
    found = []
    for other in others:
        for teller, silent in ((case, other), (other, case)):
            named = _naming(teller, silent)
            if named is not None and _naming(silent, teller) is None:
                relation = answering(named.relation, teller.patient.sex)
                if relation:
                    found.append(_missing(teller, silent, named, relation))
    return tuple(found)


def _naming(teller: Case, named: Case) -> Relative | None:
    wanted = named.patient.patient_id.strip()
    return next((one for one in teller.family if one.relative_id.strip() == wanted), None)


def answering(relation: str, sex: str) -> str:
    """What somebody of this sex is called by the one whom they call ``relation``.

    Empty where that cannot be told: the parent of a child may be mother or father.
    """
    if relation in ("mother", "father"):
        return "child"
    if relation == "child":
        return {"female": "mother", "male": "father"}.get(sex, "")
    return relation


def _missing(teller: Case, silent: Case, named: Relative, relation: str) -> MissingLink:
    person = teller.patient
    add = Relative(
        patient=silent.patient.id,
        relation=relation,
        relative_id=person.patient_id.strip(),
        affected=affected_by_record(teller) or "unknown",
        sex=person.sex,
        birth_date=person.birth_date,
    )
    return MissingLink(
        missing_in=silent, named=named, add=add, patients=_one_family(person, silent.patient)
    )


def _one_family(one: Patient, other: Patient) -> tuple[tuple[Patient, Patient], ...]:
    """The patient without a family ID, with that of the other; nobody where both have their own."""
    first, second = one.family_id.strip(), other.family_id.strip()
    if first and not second:
        return ((other, replace(other, family_id=first)),)
    if second and not first:
        return ((one, replace(one, family_id=second)),)
    return ()
