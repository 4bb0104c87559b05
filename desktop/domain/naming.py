"""Who a case is about, in words for banners, pages and files; nothing is ever made up.

Every function gives an empty text where nothing is recorded: the caller says so in its own
words ("name not recorded") and shows them as missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.when import completed_age, parse_when, shown

if TYPE_CHECKING:
    from desktop.domain.case import Case


def full_name(case: Case) -> str:
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
    """The date of birth with the age on the day of looking, or at death.

    A death without a day gives no age: ``14-May-2009 (16 y 6 m)`` or ``14-May-2009``.
    """
    if not case.birth:
        return ""
    death = parse_when(case.patient.death_when)
    day = death.day if death else case.as_of
    age = completed_age(case.birth, day) if day else ""
    return f"{born(case)} ({age})" if age else born(case)


def died(case: Case) -> str:
    """The time of death; empty for a patient not known to have died."""
    death = parse_when(case.patient.death_when)
    return shown(death) if death else ""


def hospital_number(case: Case) -> str:
    """The hospital's number; empty where none is recorded."""
    return case.identity.mrn.strip() if case.identity else ""


def identity_line(case: Case) -> str:
    """Name, birth and registry ID in one line, with words for what is not recorded."""
    name = full_name(case) or say("name not recorded")
    birth = born(case) or say("birth date not recorded")
    return f"{name} · {birth} · {case.patient.patient_id}"
