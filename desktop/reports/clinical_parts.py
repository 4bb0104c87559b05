"""The sections of a page for clinicians, each made on its own, for summaries and letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.domain.language import mark, say
from desktop.domain.terms import feature, place_label
from desktop.domain.when import parse_when, shown
from desktop.reports.advice import monitoring_section, plan_section, treatment_lines
from desktop.reports.draw import drawing_of, label_width
from desktop.reports.fit import best_fit_section
from desktop.reports.lumps import masses_section
from desktop.reports.results import results_section
from desktop.reports.sources import sources_section
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import cut, gap, paragraph, section
from desktop.reports.wording import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.charts.spec import ChartSpec
    from desktop.domain.case import Case
    from desktop.domain.records import Finding, Variant
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.reports.tables import Flow

Section = Literal[
    "summary", "results", "phosphate", "findings", "masses", "criteria", "plan", "sources"
]
SECTIONS: Mapping[Section, str] = {
    "summary": mark("Summary"),
    "results": mark("Results"),
    "phosphate": mark("Phosphate and treatment"),
    "findings": mark("Findings and genetics"),
    "masses": mark("Masses and growth"),
    "criteria": mark("Criteria and evidence"),
    "plan": mark("Plan and monitoring"),
    "sources": mark("Sources"),
}
"""What may be left out. Identity, safety box and signature never are."""


@dataclass(frozen=True, slots=True)
class ClinicalParts:
    """What the pages about one patient are made of; ``scale`` below 1 lowers the charts."""

    dossier: Dossier
    imprint: Imprint
    scale: float = 1.0

    def of(self, section: Section) -> list[Flow]:
        """One section, laid out anew at each call."""
        made: Mapping[Section, Callable[[], list[Flow]]] = {
            "summary": self._summary,
            "results": self._results,
            "phosphate": self._phosphate,
            "findings": lambda: findings_section(self.dossier.case),
            "masses": self._masses,
            "criteria": lambda: best_fit_section(self.dossier.assessment),
            "plan": self._plan,
            "sources": lambda: sources_section(self.dossier.assessment),
        }
        return made[section]()

    def _summary(self) -> list[Flow]:
        case, dossier = self.dossier.case, self.dossier
        text = summary(case, dossier.derived, dossier.assessment, units=self.imprint.units)
        return section(say("Summary"), [paragraph(text), *_note(case)], keep=True)

    def _results(self) -> list[Flow]:
        units = self.imprint.units
        return results_section(self.dossier.case, self.dossier.derived, units=units)

    def _phosphate(self) -> list[Flow]:
        trend, masses = self.charts()
        title = say("Phosphate and treatment")
        beside = max(label_width(trend), label_width(masses))
        drawn = chart_section(title, trend, height=92 * self.scale, beside=beside)
        return [*drawn, *treatment_lines(self.dossier.case)]

    def _masses(self) -> list[Flow]:
        trend, masses = self.charts()
        beside = max(label_width(trend), label_width(masses))
        drawn = chart_section(say("Mass growth"), masses, height=108 * self.scale, beside=beside)
        return [*masses_section(self.dossier.case, self.dossier.derived), *drawn]

    def charts(self) -> tuple[ChartSpec, ChartSpec]:
        """Phosphate and masses over the same years; drawn with one room beside, they align."""
        case, derived = self.dossier.case, self.dossier.derived
        trend = phosphate_trend(case, derived, unit=self.imprint.unit)
        return trend, mass_growth(case, derived)

    def _plan(self) -> list[Flow]:
        assessment = self.dossier.assessment
        return [*plan_section(assessment), *monitoring_section(assessment)]


def _note(case: Case) -> list[Flow]:
    if not case.patient.note.strip():
        return []
    return [gap(2), paragraph(f"{bold(say('Note: '))}{markup(cut(case.patient.note))}", "small")]


def chart_section(title: str, spec: ChartSpec, *, height: float, beside: float) -> list[Flow]:
    """A chart under its title, never parted from it, with what it leaves out in words."""
    notes = [paragraph(quiet(cut(line)), "small") for line in spec.left_out]
    if spec.empty:
        return section(title, [paragraph(italic(spec.empty)), *notes], keep=True)
    drawing = drawing_of(spec, width=WIDTH, height=height, beside=beside)
    return section(title, [drawing, *notes], note=spec.subtitle, keep=True)


def findings_section(case: Case) -> list[Flow]:
    """What was found, what was looked for and absent, and the variants."""
    present = [f for f in case.findings if f.status == "present"]
    absent = [f for f in case.findings if f.status == "absent"]
    lines = [
        _listed(say("Present"), (_finding(f) for f in present)),
        _listed(say("Absent (looked for)"), (_finding(f) for f in absent)),
        _listed(say("Variants"), (_variant(v) for v in case.variants)),
    ]
    body = [paragraph(line, "small") for line in lines if line]
    if not body:
        body = [paragraph(italic(say("No finding and no variant recorded.")))]
    return section(say("Findings and genetics"), body, room=50)


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
    zygosity = variant.zygosity.replace("_", " ")
    classification = variant.classification.replace("_", " ")
    zygosity = say(zygosity) if zygosity else say("zygosity not recorded")
    classification = say(classification) if classification else say("not classified")
    return f"{name} ({zygosity}, {classification})"
