"""The clinical summary: one patient on a few pages, for the file and for the next clinic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from reportlab.platypus import KeepTogether

from desktop.domain.language import say
from desktop.reports.clinical_parts import SECTIONS, ClinicalParts, Section
from desktop.reports.frame import built
from desktop.reports.imprint import PAPERS
from desktop.reports.safety import patient_line, safety_box
from desktop.reports.style import WIDTH, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph, section
from desktop.reports.whose import clinical_frame

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.reports.tables import Flow


def clinician_pdf(
    dossier: Dossier, imprint: Imprint, *, sections: Collection[Section] = tuple(SECTIONS)
) -> bytes:
    """The clinical summary of one patient as PDF.

    The day on the page is the case's day of looking, and the same dossier gives the same
    bytes. What was left out is named on the page. Raises ValueError if the assessment is
    another patient's.
    """
    frame = clinical_frame(dossier, imprint, say("Clinical summary"))
    story = partial(_story, dossier, imprint, sections)
    places = _PLACES if "findings" in sections else _PLACES[:1]
    lower = [partial(story, place=place, scale=LOWER) for place in places]
    return built(frame, [partial(story, place=places[0]), *lower])


LOWER = 0.7
"""The share of their height that the charts take where that saves a page."""

_Place = Literal["after the fit", "after the trend", "before the trend"]
_PLACES: tuple[_Place, ...] = ("after the fit", "after the trend", "before the trend")
"""Where the findings may stand: short enough to fill what a chart leaves of a page."""


def _story(
    dossier: Dossier,
    imprint: Imprint,
    sections: Collection[Section],
    *,
    place: _Place,
    scale: float = 1.0,
) -> list[Flow]:
    parts = ClinicalParts(dossier, imprint, scale)

    def of(section: Section) -> list[Flow]:
        return parts.of(section) if section in sections else []

    found = of("findings")
    return [
        *patient_line(dossier.case),
        safety_box(dossier.case, dossier.assessment),
        *of("summary"),
        *of("results"),
        *(found if place == "before the trend" else ()),
        *of("phosphate"),
        *(found if place == "after the trend" else ()),
        *of("masses"),
        *of("criteria"),
        *(found if place == "after the fit" else ()),
        *of("plan"),
        *signed([*of("sources"), *_publication(dossier.case), *_left_out(sections)]),
    ]


def _left_out(sections: Collection[Section]) -> list[Flow]:
    left_out = [say(text) for key, text in SECTIONS.items() if key not in sections]
    if not left_out:
        return []
    words = say("Left out of this print: {sections}.", sections=", ".join(left_out))
    return [gap(6), paragraph(italic(words), "small")]


def signed(end: Sequence[Flow]) -> list[Flow]:
    """The last section with the signature, which never stands alone on a page.

    A signature by itself could be laid under anything, so the last two lines stay with it.
    """
    *before, last = end
    height = last.wrap(WIDTH, PAPERS["letter"].height)[1]
    kept = 2 * last.style.leading
    parts = last.split(WIDTH, height - kept) if height > 2 * kept else [last]
    return [*before, *parts[:-1], KeepTogether([*parts[-1:], *_signature()])]


def _publication(case: Case) -> list[Flow]:
    if not case.sources:
        return []
    listed = [
        ", ".join(part for part in (s.title, s.year, s.identifier, s.url) if part.strip())
        for s in case.sources
    ]
    lines = [paragraph(markup(cut(line)), "small") for line in listed]
    return section(say("Published case"), lines)


def _signature() -> list[Flow]:
    cells = [
        [
            paragraph(quiet(text), "small")
            for text in (say("Reviewed by (name, role)"), say("Signature and date"))
        ]
    ]
    lines = grid(
        cells,
        [WIDTH * 0.48, WIDTH * 0.48],
        [
            ("LINEABOVE", (0, 0), (0, 0), 0.9, ink("ink")),
            ("LINEABOVE", (1, 0), (1, 0), 0.9, ink("ink")),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )
    return [gap(17), lines]
