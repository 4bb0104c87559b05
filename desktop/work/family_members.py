"""The people of one family, and who in a whole registry belongs to which family."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.measures.pedigree import Kin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of a family. ``affected``, ``carrier``, ``deceased``: yes, no, unknown or ''.

    ``relation`` is what the open patient's own record calls the person, ``record`` the id of
    that record, ``kinship`` what the lines between the people tell. ``patient`` is the internal
    id of somebody enrolled, ``told_by`` the registry ID of whose records tell of a person whom
    the open patient's do not. A placeholder, ``is_made``, stands for a parent nobody recorded.
    One who is not ``is_placed`` has no known line.
    """

    key: str
    generation: int = 0
    relation: str = ""
    record: str = ""
    patient: str = ""
    registry_id: str = ""
    label: str = ""
    sex: str = ""
    birth: str = ""
    born: float | None = None
    affected: str = ""
    carrier: str = ""
    deceased: str = ""
    mother: str = ""
    father: str = ""
    kinship: str = ""
    told_by: str = ""
    note: str = ""
    is_patient: bool = False
    is_made: bool = False
    is_placed: bool = True

    @property
    def kin(self) -> Kin:
        """The person as the layout sees one."""
        return Kin(
            key=self.key,
            generation=self.generation,
            mother=self.mother,
            father=self.father,
            born=self.born,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The members, the open patient first; ``related`` are couples who are blood relatives."""

    members: tuple[Member, ...]
    related: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[str, ...] = ()

    def member(self, key: str) -> Member | None:
        """The person with this key."""
        return next((one for one in self.members if one.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Who in the whole registry shares a family ID, and who names whom: by registry ID."""

    by_family: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def affected_by_record(case: Case) -> str:
    """Whether somebody enrolled is affected: by masses or a diagnosis, else empty."""
    if case.masses or case.patient.diagnosis_status in ("confirmed", "suspected"):
        return "yes"
    return ""
