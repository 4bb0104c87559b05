"""Puts the records of all enrolled members of a family together into one family.

What two records say of one person is put together; where they contradict each other nothing is
chosen, and a note says so. Brothers and sisters are taken as children of the same two parents.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count
from desktop.domain.when import is_when, parse_when
from desktop.work.family_kinship import kinships
from desktop.work.family_members import Family, Member, affected_by_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import Relative

_PARENTS = ("mother", "father")
_SEX_OF = {"mother": "female", "father": "male"}
_STEP = {"mother": 1, "father": 1, "sibling": 0, "child": -1}
"""How many generations below a relative somebody stands who calls that relative so."""


@dataclass(slots=True)
class Building:
    """Puts the records together, beginning with the open patient."""

    cases: Mapping[str, Case]
    own: str
    members: dict[str, Member] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    related: set[str] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)

    def family(self) -> Family:
        """Everybody, in the order in which the records name them."""
        self._ensure(Member(key=self.own, is_patient=True))
        waiting, done = [self.own], set[str]()
        while waiting:
            key = waiting.pop(0)
            if key in done or key not in self.cases:
                continue
            done.add(key)
            waiting += self._read(key)
            if not waiting:
                waiting += self._attached(done)
        for key in self.cases.keys() - done:
            if key not in self.members:
                self._ensure(Member(key=key, is_placed=False, told_by=key))
        couples = frozenset(
            (member.father, member.mother)
            for key in self.related
            if (member := self.members.get(self._of(key))) and member.father and member.mother
        )
        known = kinships(self.members, self.own)
        members = tuple(
            replace(self._dated(member), kinship=known.get(member.key, ""))
            for member in self.members.values()
        )
        return Family(members=members, related=couples, notes=tuple(self.notes))

    def _read(self, key: str) -> list[str]:
        """Take in what one enrolled patient's records tell; gives whom they name."""
        case = self.cases[key]
        if any(f.feature == "consanguinity" and f.status == "present" for f in case.findings):
            self.related.add(key)
        skipped = 0
        for relative in case.family:
            if key != self.own and self._is_doubtful(key, relative):
                skipped += 1
            else:
                self._link(key, relative)
        if skipped:
            words = say_count(
                skipped,
                "{patient} names {n} relative without a registry ID who may stand here already.",
                "{patient} names {n} relatives without registry IDs who may stand here already.",
                patient=key,
            )
            self.notes[words] = None
        return [relative.relative_id.strip() for relative in case.family if relative.relative_id]

    def _is_doubtful(self, key: str, relative: Relative) -> bool:
        """True for somebody whom another enrolled member's records may name too."""
        if relative.relative_id.strip() or relative.relation not in ("sibling", "child"):
            return False
        member = self.members[self._of(key)]
        if relative.relation == "sibling":
            held = (member.mother, member.father)
            near = [m for m in self.members.values() if any(held) and (m.mother, m.father) == held]
        else:
            near = [m for m in self.members.values() if member.key in (m.mother, m.father)]
        return any(one.registry_id and one.key != member.key for one in near)

    def _link(self, key: str, relative: Relative) -> None:
        person = self.members[self._of(key)]
        told = self._told(key, relative)
        if relative.relation in _PARENTS:
            told = replace(told, generation=person.generation - 1)
            if person.is_placed and self._ensure(told):
                self._set_parent(person.key, relative.relation, told.key)
        elif relative.relation == "sibling" and person.is_placed:
            if self._ensure(replace(told, generation=person.generation)):
                self._join_siblings(person.key, told.key)
        elif relative.relation == "child" and person.is_placed:
            if self._ensure(replace(told, generation=person.generation + 1)):
                slot = "mother" if person.sex == "female" else "father"
                self._set_parent(self._of(told.key), slot, person.key)
        elif self._of(told.key) not in self.members:
            self._ensure(replace(told, is_placed=False))

    def _told(self, key: str, relative: Relative) -> Member:
        """A relative as one record tells."""
        is_own = key == self.own
        linked = relative.relative_id.strip()
        return Member(
            key=linked or relative.id,
            relation=relative.relation if is_own else "",
            record=relative.id if is_own else "",
            registry_id=linked,
            label=relative.label.strip(),
            sex=relative.sex.strip() or _SEX_OF.get(relative.relation, ""),
            birth=relative.birth_date.strip(),
            affected=relative.affected.strip(),
            carrier=relative.carrier.strip(),
            deceased=relative.deceased.strip(),
            told_by="" if is_own else key,
            note=relative.note.strip() if is_own else "",
        )

    def _ensure(self, told: Member) -> bool:
        """Have a person, with what is told added; False where the generations contradict."""
        told = self._with_own_record(told)
        held = self.members.get(self._of(told.key))
        if held is None:
            self.members[told.key] = told
            return True
        if not held.is_placed and told.is_placed:
            held = replace(held, is_placed=True, generation=told.generation)
        if told.is_placed and held.generation != told.generation:
            self._contradicted(held, say("generation"))
            return False
        self.members[held.key] = self._together(held, told)
        return True

    def _with_own_record(self, told: Member) -> Member:
        """Somebody enrolled is known best from the own record."""
        case = self.cases.get(told.key)
        if case is None:
            return told
        patient = case.patient
        is_dead = bool(patient.death_when.strip()) or any(e.kind == "death" for e in case.events)
        return replace(
            told,
            patient=patient.id,
            registry_id=patient.patient_id.strip(),
            sex=patient.sex.strip() or told.sex,
            birth=patient.birth_date.strip() or told.birth,
            affected=affected_by_record(case) or told.affected,
            deceased="yes" if is_dead else "no",
        )

    def _together(self, held: Member, told: Member) -> Member:
        changes: dict[str, str] = {}
        for name in ("sex", "affected", "carrier", "deceased"):
            changes[name] = self._agreed(held, getattr(held, name), getattr(told, name), name)
        for name in ("relation", "record", "patient", "registry_id", "label", "birth", "note"):
            changes[name] = getattr(held, name) or getattr(told, name)
        return replace(
            held,
            is_patient=held.is_patient or told.is_patient,
            is_made=held.is_made and told.is_made,
            told_by="" if changes["record"] or held.is_patient else held.told_by or told.told_by,
            relation=changes["relation"],
            record=changes["record"],
            patient=changes["patient"],
            registry_id=changes["registry_id"],
            label=changes["label"],
            birth=changes["birth"],
            note=changes["note"],
            sex=changes["sex"],
            affected=changes["affected"],
            carrier=changes["carrier"],
            deceased=changes["deceased"],
        )

    def _agreed(self, held: Member, one: str, other: str, name: str) -> str:
        """What both say; nobody is chosen between a yes and a no."""
        known = [value for value in (one, other) if value not in ("", "unknown")]
        if len(set(known)) > 1:
            words = {
                "sex": say("sex"),
                "affected": say("affected or not"),
                "carrier": say("carrier or not"),
                "deceased": say("deceased or not"),
            }
            self._contradicted(held, words[name])
            return "unknown"
        return known[0] if known else one or other

    def _contradicted(self, held: Member, what: str) -> None:
        name = held.registry_id or held.label or held.relation or say("a relative")
        told = say(
            "Records of this family contradict each other about {who}: {what}.", who=name, what=what
        )
        self.notes[told] = None

    def _set_parent(self, child: str, slot: str, parent: str) -> None:
        child, parent = self._of(child), self._of(parent)
        person = self.members[child]
        held = person.mother if slot == "mother" else person.father
        if held and held != parent:
            if not self._merge(held, parent):
                return
            parent = self._of(parent)
        person = self.members[child]
        if slot == "mother":
            self.members[child] = replace(person, mother=parent)
        else:
            self.members[child] = replace(person, father=parent)

    def _join_siblings(self, one: str, other: str) -> None:
        """Give two siblings the same parents, made up where nobody recorded them."""
        for slot in _PARENTS:
            first, second = self.members[self._of(one)], self.members[self._of(other)]
            held, also = (
                (first.mother, second.mother) if slot == "mother" else (first.father, second.father)
            )
            key = held or also or f"{first.key}/{slot}"
            if key not in self.members:
                made = Member(
                    key=key, generation=first.generation - 1, sex=_SEX_OF[slot], is_made=True
                )
                self.members[key] = made
            self._set_parent(one, slot, key)
            self._set_parent(other, slot, key)

    def _merge(self, one: str, other: str) -> bool:
        """Take two records as one person, unless both are enrolled: then they contradict."""
        first, second = self.members[self._of(one)], self.members[self._of(other)]
        if first.key == second.key:
            return True
        if first.registry_id and second.registry_id:
            self._contradicted(first, say("who the parents are"))
            return False
        kept, gone = (second, first) if second.registry_id or first.is_made else (first, second)
        self.members[kept.key] = replace(
            self._together(kept, gone),
            mother=kept.mother or gone.mother,
            father=kept.father or gone.father,
        )
        del self.members[gone.key]
        self.same[gone.key] = kept.key
        for key, member in self.members.items():
            self.members[key] = replace(
                member,
                mother=kept.key if member.mother == gone.key else member.mother,
                father=kept.key if member.father == gone.key else member.father,
            )
        return True

    def _of(self, key: str) -> str:
        while key in self.same:
            key = self.same[key]
        return key

    def _attached(self, done: set[str]) -> list[str]:
        """Enrolled people nobody here names, but who name somebody here themselves."""
        for key in self.cases:
            if key in done or self._is_placed(key):
                continue
            for relative in self.cases[key].family:
                named = relative.relative_id.strip()
                if relative.relation in _STEP and named != key and self._is_placed(named):
                    below = _STEP[relative.relation]
                    generation = self.members[self._of(named)].generation + below
                    self._ensure(Member(key=key, generation=generation, told_by=key))
                    return [key]
        return []

    def _is_placed(self, key: str) -> bool:
        held = self.members.get(self._of(key))
        return held is not None and held.is_placed

    @staticmethod
    def _dated(member: Member) -> Member:
        birth = parse_when(member.birth) if is_when(member.birth) else None
        has_day = birth is not None and birth.kind == "date"
        return replace(member, born=birth.span.first if birth and has_day else None)
