"""The records that say who somebody is: person, name, relatives, consent.

``desktop.domain.records`` gives them with all the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.table import Extra, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A person in the registry, without name: the clinical side of ``patients.csv``."""

    id: str = field(default_factory=new_id)
    patient_id: str
    sex: str = ""
    birth_date: str = ""
    death_when: str = ""
    family_id: str = ""
    diagnosis: str = ""
    diagnosis_status: str = ""
    enrolled_when: str = ""
    consent: str = ""
    note: str = ""
    extra: Extra = ()

    @property
    def patient(self) -> str:
        """The person whom this record is about: itself."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What names a person; kept in a table of its own so that a file can go without it."""

    id: str = field(default_factory=new_id)
    patient: str
    given_name: str = ""
    family_name: str = ""
    mrn: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A relative of the patient, enrolled (``relative_id``) or not."""

    id: str = field(default_factory=new_id)
    patient: str
    relation: str
    relative_id: str = ""
    affected: str = ""
    carrier: str = ""
    sex: str = ""
    birth_date: str = ""
    deceased: str = ""
    label: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a person agreed to, or did not, for one purpose."""

    id: str = field(default_factory=new_id)
    patient: str
    purpose: str
    status: str
    when: str = ""
    note: str = ""
    extra: Extra = ()
