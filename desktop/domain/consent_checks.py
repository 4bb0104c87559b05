"""Where what a person agreed to is told in two ways; always a warning, for both are kept.

The patient's own record says how far the consent goes (registry, research, none, withdrawn);
a consent record says what was answered for one purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.records import Consent, Patient

_COVERED = {"registry": {"registry"}, "research": {"registry", "research"}}
"""The purposes that the patient's own record agrees to."""


def against_patient(consent: Consent, patient: Patient) -> Iterator[Problem]:
    """A consent for a purpose that does not agree with the patient's own record."""
    told, purpose, status = patient.consent.strip(), consent.purpose.strip(), consent.status.strip()
    if not told:
        return
    covered = _COVERED.get(told, set())
    is_given = status == "given"
    if told in {"none", "withdrawn"} and is_given:
        rule = say("given here, while the patient's own record has no consent or a withdrawn one")
        yield Problem("warning", "status", status, rule)
    elif purpose == "research" and is_given and told == "registry":
        rule = say("given here, while the patient's own record has consent for the registry alone")
        yield Problem("warning", "status", status, rule)
    elif purpose in covered and not is_given:
        rule = say("not given here, while the patient's own record still has this consent")
        yield Problem("warning", "status", status, rule)


def against_others(consent: Consent, others: Iterable[Consent]) -> Iterator[Problem]:
    """Another answer of the same person for the same purpose at the same time."""
    for other in others:
        same = other.purpose.strip() == consent.purpose.strip()
        at_once = other.when.strip() == consent.when.strip()
        differs = other.status.strip() != consent.status.strip()
        if other.id != consent.id and same and at_once and differs:
            rule = say("another entry of the same time says otherwise for this purpose")
            yield Problem("warning", "status", consent.status, rule)
            return
