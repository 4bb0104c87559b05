"""The timeline sheet: phosphate, masses, treatments and what happened, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.timeline import treatment_text
from desktop.domain.language import mark, say, say_count
from desktop.domain.naming import died
from desktop.domain.terms import place_label, site_label
from desktop.domain.when import parse_when, shown
from desktop.reports.clinical_parts import ClinicalParts, chart_section
from desktop.reports.draw import label_width
from desktop.reports.frame import built, pages_of
from desktop.reports.safety import patient_line
from desktop.reports.style import WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph, section
from desktop.reports.whose import clinical_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.reports.frame import PageFrame
    from desktop.reports.imprint import Imprint
    from desktop.reports.tables import Flow

Entry = tuple[str, str]
"""A time as it was entered, and what happened."""

MOST_ENTRIES = 60
_PROCEDURES: Mapping[str, str] = {
    "excision": mark("Excision"),
    "biopsy": mark("Biopsy"),
    "injection": mark("Injection"),
    "drainage": mark("Drainage"),
    "dental": mark("Dental treatment"),
    "imaging": mark("Imaging"),
    "parathyroidectomy": mark("Parathyroidectomy"),
    "dialysis_start": mark("Dialysis started"),
    "transplant": mark("Transplant"),
    "other": mark("Procedure"),
}
_EVENTS: Mapping[str, str] = {
    "ulceration": mark("Ulceration"),
    "drainage": mark("Drainage of a mass"),
    "infection": mark("Infection"),
    "nerve_compression": mark("Nerve compression"),
    "flare": mark("Flare"),
    "recurrence": mark("Recurrence"),
    "fracture": mark("Fracture"),
    "joint_ankylosis": mark("Joint ankylosis"),
    "death": mark("Death"),
    "other": mark("Event"),
}


def timeline_pdf(dossier: Dossier, imprint: Imprint) -> bytes:
    """The course of one patient on one page.

    Where it does not fit, the charts get lower and the oldest entries are counted in words,
    never dropped in silence.
    """
    frame = clinical_frame(dossier, imprint, say("Timeline"))
    entries = list(happened(dossier.case))
    height, most = _fitting(frame, dossier, imprint, entries=entries)
    return built(frame, [lambda: _story(dossier, imprint, entries, height=height, most=most)])


def _fitting(
    frame: PageFrame, dossier: Dossier, imprint: Imprint, *, entries: Sequence[Entry]
) -> tuple[float, int]:
    """The height of the charts and the number of entries with which all stands on one page."""
    for height in (150.0, 120.0, 90.0):
        for most in _fewer(min(len(entries), MOST_ENTRIES), is_last=height == 90.0):
            story = _story(dossier, imprint, entries, height=height, most=most)
            if pages_of(frame, story) == 1:
                return height, most
    return 90.0, 0


def _fewer(most: int, *, is_last: bool) -> Iterator[int]:
    """All entries first; a lower page with fewer is only tried once the charts are lowest."""
    yield most
    while is_last and most > 0:
        most = most * 2 // 3
        yield most


def happened(case: Case) -> Iterator[Entry]:
    """Procedures, events, treatments begun and ended, and death, oldest first, undated last."""
    found: list[Entry] = []
    for procedure in case.procedures:
        place = place_label(procedure.site, procedure.side) if procedure.site.strip() else ""
        words = _named(_PROCEDURES, procedure.kind)
        found.append(
            (procedure.when, _with(words, procedure.mass_id, place, procedure.completeness))
        )
    for event in case.events:
        place = site_label(event.site) if event.site.strip() else ""
        found.append((event.when, _with(_named(_EVENTS, event.kind), event.mass_id, place)))
    for treatment in case.treatments:
        name = treatment_text(treatment)
        found.append((treatment.start_when, say("{treatment} started", treatment=name)))
        if treatment.stop_when.strip():
            found.append((treatment.stop_when, say("{treatment} stopped", treatment=name)))
    if died(case):
        found.append((case.patient.death_when, say("Died")))
    yield from sorted(found, key=lambda entry: case.order(entry[0]))


def _named(words: Mapping[str, str], kind: str) -> str:
    return say(words[kind]) if kind in words else kind


def _with(what: str, *details: str) -> str:
    told = ", ".join(detail.strip() for detail in details if detail.strip())
    return f"{what} ({told})" if told else what


def _story(
    dossier: Dossier, imprint: Imprint, entries: Sequence[Entry], *, height: float, most: int
) -> list[Flow]:
    trend, masses = ClinicalParts(dossier, imprint).charts()
    beside = max(label_width(trend), label_width(masses))
    return [
        *patient_line(dossier.case),
        *_alerts(dossier),
        *chart_section(say("Phosphate and treatment"), trend, height=height, beside=beside),
        *chart_section(say("Mass growth"), masses, height=height, beside=beside),
        *section(say("What happened"), _listed(entries, most), keep=True),
    ]


def _alerts(dossier: Dossier) -> list[Flow]:
    """The contraindications in one line each: a page that is handed over must carry them."""
    standing = [
        alert.short
        for alert in dossier.assessment.alerts
        if alert.severity == "contraindication" and not alert.cleared
    ]
    if not standing:
        return []
    told = f"{bold(say('Contraindicated'))}: {markup(cut('; '.join(standing), 700))}"
    box = grid(
        [[paragraph(told, "small")]],
        [WIDTH],
        [
            ("BOX", (0, 0), (-1, -1), 1.1, ink("ink")),
            ("LINEBEFORE", (0, 0), (0, -1), 6, ink("ink"), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ],
    )
    return [gap(4), box]


def _listed(entries: Sequence[Entry], most: int) -> list[Flow]:
    """The latest entries in two columns, oldest first, and how many older ones there are."""
    if not entries:
        return [paragraph(italic(say("Nothing recorded.")), "small")]
    shown_ones = entries[len(entries) - most :]
    lines = [
        paragraph(f"{bold(shown(parse_when(when)))}  {markup(cut(what, 160))}", "small")
        for when, what in shown_ones
    ]
    half = (len(lines) + 1) // 2
    flows: list[Flow] = []
    if hidden := len(entries) - len(shown_ones):
        words = say_count(
            hidden,
            "{n} older entry is not shown; the registry holds it.",
            "{n} older entries are not shown; the registry holds them.",
        )
        flows.append(paragraph(quiet(words), "small"))
    if lines:
        columns = grid(
            [[lines[:half], lines[half:]]],
            [WIDTH / 2, WIDTH / 2],
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ],
        )
        flows.append(columns)
    return flows
