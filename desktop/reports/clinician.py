"""The clinical summary: one patient on a few pages, for the file and for the next clinic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from reportlab.platypus import KeepTogether

from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.domain.naming import born, full_name, hospital_number, identity_line
from desktop.domain.terms import feature, place_label
from desktop.domain.when import parse_when, shown, shown_day
from desktop.reports.advice import monitoring_section, plan_section, treatment_lines
from desktop.reports.draw import drawing_of, label_width
from desktop.reports.fit import best_fit_section
from desktop.reports.frame import PageFrame, built
from desktop.reports.lumps import masses_section
from desktop.reports.results import results_section
from desktop.reports.safety import patient_line, safety_box
from desktop.reports.sources import sources_section
from desktop.reports.style import PAGE_HEIGHT, WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph, section
from desktop.reports.wording import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.charts.spec import ChartSpec
    from desktop.domain.case import Case
    from desktop.domain.records import Finding, Variant
    from desktop.guidance.assessment import Assessment
    from desktop.measures.values import Derived
    from desktop.reports.tables import Flow

TITLE = "Clinical summary"


def clinician_pdf(
    case: Case,
    derived: Derived,
    assessment: Assessment,
    *,
    registry_name: str,
    version: str,
    units: str = "conventional",
) -> bytes:
    """The clinical summary of one patient as PDF, A4.

    ``case``, ``derived`` and ``assessment`` must belong together; ``units`` is
    ``conventional`` or ``si``. The day on the page is the case's day of looking, and the
    same case gives the same bytes. Raises ValueError if the assessment is another patient's.
    """
    if assessment.patient_id != case.patient.patient_id:
        message = "the assessment is about another patient than the case"
        raise ValueError(message)
    frame = PageFrame(
        title=TITLE,
        identity=identity_line(case),
        heading=(
            ("", full_name(case) or "name not recorded"),
            ("Born", born(case) or "not recorded"),
            ("Registry ID", case.patient.patient_id),
            ("MRN", hospital_number(case) or "not recorded"),
        ),
        corner=(
            f"As of {shown_day(case.as_of)}",
            f"{registry_name} · Calcinosis Registry {version}"
            f" · guidance {assessment.guidance_version}",
        ),
        is_fictional=case.is_fictional,
        author=f"Calcinosis Registry {version}",
        subject=f"{TITLE} of {case.patient.patient_id}",
    )
    story = partial(_story, case, derived, assessment, units=units)
    return built(frame, [partial(story, findings=place) for place in _PLACES])


_Place = Literal["after the fit", "after the trend", "before the trend"]
_PLACES: tuple[_Place, ...] = ("after the fit", "after the trend", "before the trend")
"""Where the findings may stand: short enough to fill what a chart leaves of a page."""


def _story(
    case: Case, derived: Derived, assessment: Assessment, *, units: str, findings: _Place
) -> list[Flow]:
    text = summary(case, derived, assessment, units=units)
    unit: Literal["mg/dL", "mmol/L"] = "mmol/L" if units == "si" else "mg/dL"
    trend, masses = phosphate_trend(case, derived, unit=unit), mass_growth(case, derived)
    beside = max(label_width(trend), label_width(masses))  # so that the years align
    end = [*sources_section(assessment), *_publication(case)]
    found = _findings_section(case)
    return [
        *patient_line(case),
        safety_box(case, assessment),
        *section("Summary", [paragraph(text), *_note(case)], keep=True),
        *results_section(case, derived, units=units),
        *(found if findings == "before the trend" else ()),
        *_chart("Phosphate and treatment", trend, height=92, beside=beside),
        *treatment_lines(case),
        *(found if findings == "after the trend" else ()),
        *masses_section(case, derived),
        *_chart("Mass growth", masses, height=108, beside=beside),
        *best_fit_section(assessment),
        *(found if findings == "after the fit" else ()),
        *plan_section(assessment),
        *monitoring_section(assessment),
        *_signed(end),
    ]


def _signed(end: Sequence[Flow]) -> list[Flow]:
    """The last section with the signature, which never stands alone on a page.

    A signature by itself could be laid under anything, so the last two lines stay with it.
    """
    *before, last = end
    height = last.wrap(WIDTH, PAGE_HEIGHT)[1]
    kept = 2 * last.style.leading
    parts = last.split(WIDTH, height - kept) if height > 2 * kept else [last]
    return [*before, *parts[:-1], KeepTogether([*parts[-1:], *_signature()])]


def _note(case: Case) -> list[Flow]:
    if not case.patient.note.strip():
        return []
    return [gap(2), paragraph(f"{bold('Note: ')}{markup(cut(case.patient.note))}", "small")]


def _chart(title: str, spec: ChartSpec, *, height: float, beside: float) -> list[Flow]:
    notes = [paragraph(quiet(cut(line)), "small") for line in spec.left_out]
    if spec.empty:
        return section(title, [paragraph(italic(spec.empty)), *notes], keep=True)
    drawing = drawing_of(spec, width=WIDTH, height=height, beside=beside)
    return section(title, [drawing, *notes], note=spec.subtitle, keep=True)


def _findings_section(case: Case) -> list[Flow]:
    present = [f for f in case.findings if f.status == "present"]
    absent = [f for f in case.findings if f.status == "absent"]
    lines = [
        _listed("Present", (_finding(f) for f in present)),
        _listed("Absent (looked for)", (_finding(f) for f in absent)),
        _listed("Variants", (_variant(v) for v in case.variants)),
    ]
    body = [paragraph(line, "small") for line in lines if line]
    if not body:
        body = [paragraph(italic("No finding and no variant recorded."))]
    return section("Findings and genetics", body, room=50)


def _listed(title: str, items: Iterable[str]) -> str:
    listed = "; ".join(dict.fromkeys(items))
    return f"{bold(title + ': ')}{markup(cut(listed, 4000))}." if listed else ""


def _finding(finding: Finding) -> str:
    term = feature(finding.feature)
    name = term.label if term else finding.feature
    place = place_label(finding.site, finding.side) if finding.site else ""
    when = parse_when(finding.when)
    details = ", ".join(part for part in (place, shown(when) if when else "") if part)
    return f"{name} ({details})" if details else name


def _variant(variant: Variant) -> str:
    parts = (variant.gene, variant.hgvs_c, variant.hgvs_p)
    name = " ".join(part for part in parts if part.strip())
    zygosity = variant.zygosity.replace("_", " ") or "zygosity not recorded"
    classification = variant.classification.replace("_", " ") or "not classified"
    return f"{name} ({zygosity}, {classification})"


def _publication(case: Case) -> list[Flow]:
    if not case.sources:
        return []
    listed = [
        ", ".join(part for part in (s.title, s.year, s.identifier, s.url) if part.strip())
        for s in case.sources
    ]
    lines = [paragraph(markup(cut(line)), "small") for line in listed]
    return section("Published case", lines)


def _signature() -> list[Flow]:
    cells = [
        [
            paragraph(quiet(text), "small")
            for text in ("Reviewed by (name, role)", "Signature and date")
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
