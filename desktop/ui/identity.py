"""Who a patient is, in the words of banners, dialogs and file names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import naming
from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from desktop.domain.case import Case

_SEXES = {
    "female": mark("Female"),
    "male": mark("Male"),
    "intersex": mark("Intersex"),
    "unknown": mark("Unknown"),
}
_STATUSES = {
    "suspected": mark("suspected"),
    "confirmed": mark("confirmed"),
    "ruled_out": mark("ruled out"),
    "": mark("status not recorded"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One label with its value; ``is_known`` False is shown in words and italics.

    ``may_shrink`` tells that the end of a long value may be cut where room is scarce.
    """

    label: str
    value: str
    is_known: bool = True
    may_shrink: bool = False


def sex_words(sex: str) -> str:
    """A recorded sex for people; a word outside the choices as it came."""
    return say(_SEXES[sex]) if sex in _SEXES else sex or say("not recorded")


def status_words(status: str) -> str:
    """How sure the diagnosis is, for people; empty reads as not recorded."""
    return say(_STATUSES[status]) if status in _STATUSES else status


def name_of(case: Case) -> Fact:
    """``SURNAME, Forename``."""
    name = naming.full_name(case)
    return Fact(say("Name"), name or say("Name not recorded"), bool(name))


def born(case: Case) -> Fact:
    """The date of birth with the age on the day of looking; the dead have none."""
    is_dead = bool(case.patient.death_when)
    birth = naming.born(case) if is_dead else naming.born_with_age(case)
    return Fact(say("Born"), birth or say("not recorded"), bool(birth))


def died(case: Case) -> Fact | None:
    """The time of death; None for a patient not known to have died."""
    death = naming.died(case)
    return Fact(say("Died"), death) if death else None


def sex(case: Case) -> Fact:
    """The sex as recorded; the recorded word ``unknown`` is not ``not recorded``."""
    recorded = case.patient.sex
    return Fact(say("Sex"), sex_words(recorded), bool(recorded))


def registry_id(case: Case) -> Fact:
    """The registry ID."""
    return Fact(say("Registry ID"), case.patient.patient_id)


def mrn(case: Case) -> Fact:
    """The hospital's number."""
    number = naming.hospital_number(case)
    return Fact(say("MRN"), number or say("not recorded"), bool(number))


def diagnosis(case: Case) -> Fact:
    """The diagnosis that the clinician holds, with its status."""
    key, status = case.patient.diagnosis, case.patient.diagnosis_status
    if not key:
        return Fact(say("Diagnosis"), say("open"), is_known=False, may_shrink=True)
    held = f"{disorder_name(key)}, {status_words(status)}"
    return Fact(say("Diagnosis"), held, may_shrink=True)
