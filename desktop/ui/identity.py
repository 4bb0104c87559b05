"""Who a patient is, in the words of banners, dialogs and file names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import naming
from desktop.domain.disorders import disorder_name

if TYPE_CHECKING:
    from desktop.domain.case import Case

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Fact:
    """One label with its value; ``is_known`` False is shown in words and italics."""

    label: str
    value: str
    is_known: bool = True


def name_of(case: Case) -> Fact:
    """``SURNAME, Forename``."""
    name = naming.full_name(case)
    return Fact("Name", name or "Name not recorded", bool(name))


def born(case: Case) -> Fact:
    """The date of birth with the age on the day of looking; the dead have none."""
    is_dead = bool(case.patient.death_when)
    birth = naming.born(case) if is_dead else naming.born_with_age(case)
    return Fact("Born", birth or NOT_RECORDED, bool(birth))


def died(case: Case) -> Fact | None:
    """The time of death; None for a patient not known to have died."""
    death = naming.died(case)
    return Fact("Died", death) if death else None


def sex(case: Case) -> Fact:
    """The sex as recorded; the recorded word ``unknown`` is not ``not recorded``."""
    recorded = case.patient.sex
    return Fact("Sex", recorded.capitalize() or NOT_RECORDED, bool(recorded))


def registry_id(case: Case) -> Fact:
    """The registry ID."""
    return Fact("Registry ID", case.patient.patient_id)


def mrn(case: Case) -> Fact:
    """The hospital's number."""
    number = naming.hospital_number(case)
    return Fact("MRN", number or NOT_RECORDED, bool(number))


def diagnosis(case: Case) -> Fact:
    """The diagnosis that the clinician holds, with its status."""
    key, status = case.patient.diagnosis, case.patient.diagnosis_status
    if not key:
        return Fact("Diagnosis", "open", is_known=False)
    words = {"ruled_out": "ruled out", "": "status not recorded"}.get(status, status)
    return Fact("Diagnosis", f"{disorder_name(key)}, {words}")
