"""One family out of the records of its enrolled members, and links that stand on one side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.work.family import (
    Family,
    Member,
    Ties,
    answering,
    enrolled_relatives,
    family_of,
    missing_links,
    ties_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit

AS_OF = date(2026, 1, 1)


def case_of(number: str, *relatives: r.Relative, sex: str = "female", **cells: str) -> Case:
    patient = r.Patient(
        id=f"own-{number}",
        patient_id=number,
        sex=sex,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )
    return Case(patient=patient, as_of=AS_OF, family=relatives)


def kin(relation: str, linked: str = "", **cells: str) -> r.Relative:
    return r.Relative(
        patient="p",
        relation=relation,
        relative_id=linked,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def one(family: Family, **wanted: str) -> Member:
    (found,) = [
        member
        for member in family.members
        if all(getattr(member, name) == value for name, value in wanted.items())
    ]
    return found


def test_parents_siblings_and_children_stand_in_their_generations() -> None:
    family = family_of(
        case_of("A", kin("mother"), kin("father"), kin("sibling", sex="male"), kin("child"))
    )
    found = {member.kinship: member.generation for member in family.members}
    assert found == {"": 0, "mother": -1, "father": -1, "sibling": 0, "child": 1}
    sibling, patient = one(family, kinship="sibling"), family.members[0]
    assert (sibling.mother, sibling.father) == (patient.mother, patient.father)
    assert one(family, kinship="child").mother == "A"


def test_siblings_without_recorded_parents_get_placeholders_that_say_so() -> None:
    family = family_of(case_of("A", kin("sibling")))
    made = [member for member in family.members if member.is_made]
    assert {member.sex for member in made} == {"female", "male"}
    assert all(not member.record and not member.affected for member in made)


def test_a_mother_told_by_two_children_is_one_person() -> None:
    first = case_of("A", kin("mother", affected="no"), kin("sibling", "B"))
    second = case_of("B", kin("mother", carrier="yes"), kin("sibling", "A"))
    family = family_of(first, (second,))
    mother = one(family, kinship="mother")
    assert (mother.affected, mother.carrier) == ("no", "yes")
    assert len(family.members) == 4  # two siblings, the mother, a father nobody recorded


def test_what_two_records_contradict_each_other_about_is_unknown_and_noted() -> None:
    first = case_of("A", kin("mother", affected="no"), kin("sibling", "B"))
    second = case_of("B", kin("mother", affected="yes"))
    family = family_of(first, (second,))
    assert one(family, kinship="mother").affected == "unknown"
    assert any("affected or not" in note for note in family.notes)


def test_an_enrolled_relative_is_known_from_the_own_record() -> None:
    sister = case_of("B", birth_date="2001-02-03", death_when="2020", diagnosis_status="confirmed")
    member = one(family_of(case_of("A", kin("sibling", "B")), (sister,)), key="B")
    assert (member.patient, member.birth, member.sex) == ("own-B", "2001-02-03", "female")
    assert (member.affected, member.deceased) == ("yes", "yes")
    assert member.born == date(2001, 2, 3).toordinal()


def test_the_family_of_an_enrolled_mother_is_drawn_above_her() -> None:
    mother = case_of("M", kin("mother"), kin("sibling", "T"), kin("child", "A"))
    aunt = case_of("T", kin("child", sex="male"))
    family = family_of(case_of("A", kin("mother", "M")), (mother, aunt))
    found = {member.kinship for member in family.members}
    assert {"grandparent", "aunt_uncle", "cousin"} <= found
    assert one(family, kinship="cousin").told_by == "T"
    assert one(family, key="M").kinship == "mother"


def test_a_sibling_without_id_in_the_records_of_another_is_not_drawn_twice() -> None:
    first = case_of("A", kin("sibling", "B"), kin("sibling", label="Jo"))
    second = case_of("B", kin("sibling", "A"), kin("sibling"))
    family = family_of(first, (second,))
    assert sum(member.kinship == "sibling" for member in family.members) == 2
    assert any("B names 1 relative without a registry ID" in note for note in family.notes)


def test_somebody_who_names_the_patient_is_placed_although_the_patient_does_not_answer() -> None:
    family = family_of(case_of("A"), (case_of("B", kin("child", "A")),))
    assert one(family, key="B").kinship == "mother"
    assert one(family, key="B").told_by == "B"


def test_whom_only_the_family_id_joins_stands_apart() -> None:
    family = family_of(case_of("A"), (case_of("B"),))
    assert not one(family, key="B").is_placed


def test_a_mother_who_is_also_called_a_sibling_does_not_tangle_the_family() -> None:
    family = family_of(case_of("A", kin("mother", "M"), kin("sibling", "M")))
    assert one(family, key="M").generation == -1
    assert any("generation" in note for note in family.notes)


def test_related_parents_are_told_by_the_finding() -> None:
    patient = r.Patient(id="own-A", patient_id="A")
    finding = r.Finding(patient="own-A", feature="consanguinity", status="present")
    relatives = (kin("mother"), kin("father"))
    family = family_of(Case(patient=patient, as_of=AS_OF, family=relatives, findings=(finding,)))
    held = family.members[0]
    assert family.related == {(held.father, held.mother)}


@pytest.mark.parametrize(
    ("relation", "sex", "answer"),
    [
        ("mother", "male", "child"),
        ("father", "", "child"),
        ("child", "female", "mother"),
        ("child", "male", "father"),
        ("child", "intersex", ""),
        ("sibling", "female", "sibling"),
    ],
)
def test_the_answer_to_a_relation(relation: str, sex: str, answer: str) -> None:
    assert answering(relation, sex) == answer


def test_a_link_on_one_side_proposes_the_other() -> None:
    first, second = case_of("A", kin("mother", "B")), case_of("B")
    (link,) = missing_links(first, (second,))
    assert link.missing_in is second
    assert (link.add.relation, link.add.relative_id, link.add.patient) == ("child", "A", "own-B")
    answered = case_of("B", kin("child", "A"))
    assert missing_links(first, (answered,)) == ()


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    made = Registry.create(tmp_path / "r.registry", who="t")

    def fill(edit: Edit) -> None:
        for number in "ABCD":
            family = "F-1" if number in "AD" else ""
            edit.put(r.Patient(id=f"own-{number}", patient_id=number, family_id=family))
        edit.put(r.Relative(patient="own-A", relation="sibling", relative_id="B"))
        edit.put(r.Relative(patient="own-B", relation="child", relative_id="C"))
        edit.put(r.Relative(patient="own-A", relation="father", relative_id="X-not-here"))

    made.change("fill", fill)
    return made


def test_enrolled_relatives_are_found_step_by_step_and_by_family_id(registry: Registry) -> None:
    ties = ties_of(registry)
    assert ties.by_family == {"F-1": ("A", "D")}
    assert ties.named_by["B"] == ("A",)
    found = enrolled_relatives(registry, registry.case("own-A", AS_OF), ties)
    assert {case.patient.patient_id for case in found} == {"B", "C", "D"}
    quick = enrolled_relatives(registry, registry.case("own-A", AS_OF), Ties())
    assert {case.patient.patient_id for case in quick} == {"B", "C"}


def test_adding_the_missing_side_is_one_step_that_gives_one_family_id(registry: Registry) -> None:
    case = registry.case("own-A", AS_OF)
    others = enrolled_relatives(registry, case, Ties())
    link = next(one for one in missing_links(case, others) if one.add.relative_id == "A")
    registry.change("link", link.apply)
    held = registry.case("own-B", AS_OF)
    assert "A" in [relative.relative_id for relative in held.family]
    assert held.patient.family_id == "F-1"
    registry.undo()
    undone = registry.case("own-B", AS_OF)
    assert undone.patient.family_id == ""
    assert "A" not in [relative.relative_id for relative in undone.family]
    registry.close()
