"""What the people of a family are to the patient, read off the lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.work.family_members import Member


def kinships(members: Mapping[str, Member], own: str) -> dict[str, str]:
    """The kinship by key: ``grandparent``, ``aunt_uncle``, ``cousin``; nobody further away."""
    patient = members[own]
    parents = _held(members, (patient.mother, patient.father))
    grandparents = _parents(members, parents)
    aunts = _children(members, grandparents) - parents
    siblings = _children(members, parents) - {own}
    children = _children(members, {own})
    found: dict[str, str] = {}
    for name, people in (
        ("grandchild", _children(members, children)),
        ("niece_nephew", _children(members, siblings)),
        ("cousin", _children(members, aunts)),
        ("aunt_uncle", aunts),
        ("grandparent", grandparents),
        ("partner", _parents(members, children) - {own}),
        ("child", children),
        ("sibling", siblings),
        ("mother", _held(members, (patient.mother,))),
        ("father", _held(members, (patient.father,))),
    ):
        found |= dict.fromkeys(people - {own}, name)  # the nearer kinship comes later
    return found


def _held(members: Mapping[str, Member], keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key in members}


def _parents(members: Mapping[str, Member], people: Iterable[str]) -> set[str]:
    return {
        parent
        for key in people
        for parent in _held(members, (members[key].mother, members[key].father))
    }


def _children(members: Mapping[str, Member], people: Iterable[str]) -> set[str]:
    wanted = set(people)
    return {one.key for one in members.values() if wanted & {one.mother, one.father}}
