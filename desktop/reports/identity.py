"""Who the page is about, in words that never leave a gap: "name not recorded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.when import completed_age, parse_when, shown

if TYPE_CHECKING:
    from desktop.domain.case import Case


def name_of(case: Case) -> str:
    """``SURNAME, Forename``; empty where no name is recorded."""
    identity = case.identity
    if identity is None:
        return ""
    parts = (identity.family_name.strip().upper(), identity.given_name.strip())
    return ", ".join(part for part in parts if part)


def born(case: Case) -> str:
    """The date of birth; empty where none is recorded."""
    return shown(case.birth) if case.birth else ""


def born_with_age(case: Case) -> str:
    """The date of birth with the age on the day of the report, or at death."""
    if not case.birth:
        return ""
    death = parse_when(case.patient.death_when)
    day = death.day if death else case.as_of
    age = completed_age(case.birth, day) if day else ""
    return f"{born(case)} ({age})" if age else born(case)


def died(case: Case) -> str:
    """The time of death, empty for a patient not known to have died."""
    death = parse_when(case.patient.death_when)
    return shown(death) if death else ""


def mrn_of(case: Case) -> str:
    """The hospital's number; empty where none is recorded."""
    return case.identity.mrn.strip() if case.identity else ""


def identity_line(case: Case) -> str:
    """Name, birth and registry ID in one line, for the foot of every page."""
    name = name_of(case) or "name not recorded"
    birth = born(case) or "birth date not recorded"
    return f"{name} · {birth} · {case.patient.patient_id}"
