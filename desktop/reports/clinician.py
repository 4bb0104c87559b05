"""The clinical summary: one patient on a few pages, for the file and for the next clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reportlab.platypus import KeepTogether

from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.domain.terms import feature, place_label
from desktop.domain.when import parse_when, shown, shown_day
from desktop.reports.advice import monitoring_section, plan_section, treatment_section
from desktop.reports.draw import drawing_of, label_width
from desktop.reports.fit import best_fit_section
from desktop.reports.frame import PageFrame, built
from desktop.reports.identity import born, identity_line, mrn_of, name_of
from desktop.reports.lumps import masses_section
from desktop.reports.results import results_section
from desktop.reports.safety import patient_line, safety_box
from desktop.reports.sources import sources_section
from desktop.reports.style import WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph, section
from desktop.reports.wording import summary

if TYPE_CHECKING:
    from collections.abc import Iterable

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
            ("", name_of(case) or "name not recorded"),
            ("Born", born(case) or "not recorded"),
            ("Registry ID", case.patient.patient_id),
            ("MRN", mrn_of(case) or "not recorded"),
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
    return built(frame, lambda: _story(case, derived, assessment, units=units))


def _story(case: Case, derived: Derived, assessment: Assessment, *, units: str) -> list[Flow]:
    text = summary(case, derived, assessment, units=units)
    unit: Literal["mg/dL", "mmol/L"] = "mmol/L" if units == "si" else "mg/dL"
    trend, masses = phosphate_trend(case, derived, unit=unit), mass_growth(case, derived)
    beside = max(label_width(trend), label_width(masses))  # so that the years align
    end = [*sources_section(assessment), *_publication(case)]
    return [
        *patient_line(case),
        safety_box(case, assessment),
        *section("Summary", [paragraph(text), *_note(case)], keep=True),
        *results_section(case, derived, units=units),
        *_chart("Phosphate and treatment", trend, height=92, beside=beside),
        *masses_section(case, derived),
        *best_fit_section(assessment),
        *_chart("Mass growth", masses, height=108, beside=beside),
        *plan_section(assessment),
        *treatment_section(case),
        *monitoring_section(assessment),
        *_findings_section(case),
        *end[:-2],
        # A signature alone on a page could be laid under anything.
        KeepTogether([*end[-2:], *_signature()]),
    ]


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
    body = [paragraph(line) for line in lines if line]
    if not body:
        body = [paragraph(italic("No finding and no variant recorded."))]
    return section("Findings and genetics", body)


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
        [paragraph(quiet(text)) for text in ("Reviewed by (name, role)", "Signature and date")]
    ]
    lines = grid(
        cells,
        [WIDTH * 0.48, WIDTH * 0.48],
        [
            ("LINEABOVE", (0, 0), (0, 0), 0.9, ink("ink")),
            ("LINEABOVE", (1, 0), (1, 0), 0.9, ink("ink")),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
        ],
    )
    return [gap(26), lines]
