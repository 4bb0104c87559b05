"""A document as plain text, for the day on which its pages cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.naming import hospital_number
from desktop.domain.when import shown_day
from desktop.work.summary import assessment_summary, patient_summary

if TYPE_CHECKING:
    from desktop.guidance.dossier import Dossier


def plain_text(dossier: Dossier, reason: str, *, text: str = "") -> str:
    """Identity, why this is no page, allergies, guidance and records of one patient in words.

    ``text`` is a letter that was being written; it comes first, whole.
    """
    from desktop.reports.imprint import identity_of

    case = dossier.case
    parts = [
        identity_of(case),
        say("MRN {mrn}", mrn=hospital_number(case) or say("not recorded")),
        say("As of {day}", day=shown_day(case.as_of)),
        say("DEMO DATA") if case.is_fictional else "",
        say("Decision support. Not a diagnosis."),
        "",
        say("The formatted document could not be made: {reason}", reason=reason),
        "",
        *([text, ""] if text.strip() else []),
        _allergies(dossier),
        "",
        assessment_summary(dossier.assessment),
        "",
        patient_summary(case, dossier.derived),
    ]
    return "\n".join(part for i, part in enumerate(parts) if part or i > 3)


def _allergies(dossier: Dossier) -> str:
    present = [a.substance for a in dossier.case.allergies if a.status in {"", "present"}]
    if present:
        return say("Allergies: {substances}", substances=", ".join(present))
    if any(a.status == "none_known" for a in dossier.case.allergies):
        return say("No known allergies")
    return say("Allergies not recorded")
