"""The frame of a document about one patient: identity and data come from one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.naming import born, full_name, hospital_number
from desktop.domain.when import shown_day
from desktop.reports.frame import PageFrame
from desktop.reports.imprint import PAPERS, identity_of

if TYPE_CHECKING:
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint


def clinical_frame(dossier: Dossier, imprint: Imprint, title: str) -> PageFrame:
    """The frame of a page for clinicians.

    Raises ValueError if the assessment is about another patient than the case.
    """
    case, guidance = dossier.case, _guidance(dossier)
    patient_id = case.patient.patient_id
    return PageFrame(
        title=title,
        identity=identity_of(case),
        heading=(
            ("", full_name(case) or say("name not recorded")),
            (say("Born"), born(case) or say("not recorded")),
            (say("Registry ID"), patient_id),
            (say("MRN"), hospital_number(case) or say("not recorded")),
        ),
        corner=(
            say("As of {day}", day=shown_day(case.as_of)),
            f"{imprint.registry_name} · {imprint.program} · "
            + say("guidance {version}", version=guidance),
        ),
        made=imprint.made(case.as_of, guidance),
        mark=imprint.mark,
        is_fictional=case.is_fictional,
        author=imprint.program,
        subject=f"{title} · {patient_id}",
        paper=PAPERS[imprint.paper],
    )


def plain_frame(dossier: Dossier, imprint: Imprint, title: str, day: str) -> PageFrame:
    """The frame of a page for the patient: a larger title, the day in words, few figures.

    Raises ValueError if the assessment is about another patient than the case.
    """
    case, guidance = dossier.case, _guidance(dossier)
    return PageFrame(
        title=title,
        identity=identity_of(case),
        heading=(("", day),),
        corner=(day,),
        made=imprint.made(case.as_of, guidance),
        mark=imprint.mark,
        is_fictional=case.is_fictional,
        author=imprint.program,
        subject=f"{title} · {case.patient.patient_id}",
        paper=PAPERS[imprint.paper],
        title_size=19.0,
        disclaimer=say("To talk over with your team. Not a diagnosis."),
    )


def _guidance(dossier: Dossier) -> str:
    assessment = dossier.assessment
    if assessment.patient_id != dossier.case.patient.patient_id:
        message = "the assessment is about another patient than the case"
        raise ValueError(message)
    return assessment.guidance_version
