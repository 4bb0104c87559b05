"""The referral letter: a text that its writer edits, then the sections that were chosen.

Identity and the safety box come from the dossier and cannot be edited or left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import unescape

from desktop.domain.language import say
from desktop.domain.naming import born, full_name, hospital_number
from desktop.reports.clinical_parts import ClinicalParts, Section
from desktop.reports.clinician import signed
from desktop.reports.frame import built
from desktop.reports.safety import patient_line, safety_box
from desktop.reports.style import markup
from desktop.reports.tables import gap, paragraph
from desktop.reports.whose import clinical_frame
from desktop.reports.wording import summary

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.reports.tables import Flow

SECTIONS: tuple[Section, ...] = ("results", "phosphate", "masses", "findings", "criteria", "plan")
"""What may follow the letter, in this order; the summary is part of its text."""

CHOSEN: tuple[Section, ...] = ("results", "phosphate", "masses")
"""What follows where nothing else is chosen."""

_TAG = re.compile(r"<[^<>]*>")
_LONGEST_PARAGRAPH = 3000


def letter_draft(dossier: Dossier, imprint: Imprint) -> str:
    """The text to begin with, as plain paragraphs; every number in it carries its date."""
    case = dossier.case
    told = summary(case, dossier.derived, dossier.assessment, units=imprint.units)
    name = full_name(case) or say("name not recorded")
    birth = born(case) or say("birth date not recorded")
    mrn = hospital_number(case) or say("not recorded")
    about = say(
        "Re: {name}, born {birth}, MRN {mrn}, registry ID {registry_id}",
        name=name,
        birth=birth,
        mrn=mrn,
        registry_id=case.patient.patient_id,
    )
    return "\n\n".join(
        (
            say("Dear colleague,"),
            about,
            say("Thank you for seeing this patient. The question is: "),
            _plain(told),
            say("Please read the safety box above before any procedure or prescription."),
            say("With kind regards,"),
            imprint.printed_by,
        )
    ).rstrip()


def _plain(marked_up: str) -> str:
    """Ready markup as the text that it shows."""
    return unescape(_TAG.sub("", marked_up))


def letter_pdf(
    dossier: Dossier,
    imprint: Imprint,
    *,
    text: str | None = None,
    sections: Collection[Section] = CHOSEN,
) -> bytes:
    """The letter as PDF: identity, safety box, ``text`` (or the draft), the chosen sections."""
    written = letter_draft(dossier, imprint) if text is None else text
    frame = clinical_frame(dossier, imprint, say("Referral letter"))
    return built(frame, [lambda: _story(dossier, imprint, written, sections)])


def _story(
    dossier: Dossier, imprint: Imprint, text: str, sections: Collection[Section]
) -> list[Flow]:
    parts = ClinicalParts(dossier, imprint)
    paragraphs = [
        flow
        for block in re.split(r"\n\s*\n", text.strip())
        for piece in _pieces(block)
        for flow in (paragraph(piece), gap(6))
    ]
    chosen = [section for section in SECTIONS if section in sections]
    return [
        *patient_line(dossier.case),
        safety_box(dossier.case, dossier.assessment),
        gap(10),
        *signed(paragraphs[:-1] or [paragraph("")]),
        *(flow for section in chosen for flow in parts.of(section)),
    ]


def _pieces(block: str) -> list[str]:
    """A paragraph with its line ends, in pieces that a page can hold."""
    lines = [block[i : i + _LONGEST_PARAGRAPH] for i in range(0, len(block), _LONGEST_PARAGRAPH)]
    return ["<br/>".join(markup(line) for line in piece.split("\n")) for piece in lines]
