"""Records in words for evidence: what was found, with value, unit, range and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named
from desktop.domain.terms import feature, place_label, treatment_label
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from desktop.domain import records as r
    from desktop.measures.values import DerivedValue, Judgement, ReferenceInterval

_ANALYTES = {
    "serum_phosphate": "Phosphate",
    "serum_calcium_total": "Calcium",
    "serum_calcium_ionised": "Ionized calcium",
    "serum_calcium_corrected": "Calcium, corrected",
    "pth": "PTH",
    "alp": "ALP",
    "creatinine": "Creatinine",
    "1_25_oh2_vitamin_d": "1,25-dihydroxyvitamin D",
    "25_oh_vitamin_d": "25-hydroxyvitamin D",
    "trp": "Tubular reabsorption of phosphate",
    "calcium_phosphate_product": "Calcium × phosphate",
    "fgf23_intact": "Intact FGF23",
    "fgf23_c_terminal": "C-terminal FGF23",
    "crp": "CRP",
    "esr": "ESR",
    "egfr": "eGFR",
}
_DERIVED = {
    "calcium_phosphate_product": "Calcium × phosphate (calculated)",
    "trp": "Tubular reabsorption of phosphate (calculated)",
    "tmp_gfr": "TmP/GFR (calculated)",
    "egfr": "eGFR (calculated)",
    "corrected_calcium": "Calcium corrected for albumin (calculated)",
}
_EVENTS = {
    "ulceration": "Ulceration",
    "drainage": "Drainage",
    "infection": "Infection",
    "nerve_compression": "Nerve compression",
    "flare": "Flare",
    "recurrence": "Recurrence",
    "joint_ankylosis": "Joint ankylosis",
}


def analyte_words(cell: str) -> str:
    """The short name of an analyte as people say it."""
    analyte = analyte_named(cell)
    if analyte is None:
        return cell
    return _ANALYTES.get(analyte.key, analyte.label)


def dated(text: str, when: str) -> str:
    """A text with its date behind it; without one where none is recorded."""
    moment = parse_when(when)
    return f"{text}, {shown(moment)}" if moment else text


def unit_words(unit: str) -> str:
    """A unit as people read it: ``mL/min/1.73_m2`` without UCUM's braces."""
    plain = unit.replace("{", "").replace("}", "").replace("_m2", " m²")
    return plain.replace("mg2/dL2", "mg²/dL²").replace("mmol2/L2", "mmol²/L²")


def lab_words(lab: r.LabResult, judgement: Judgement) -> str:
    """``Phosphate 6.8 mg/dL, high (range 4–5.2), 04-Mar-2021``."""
    name = analyte_words(lab.analyte)
    value = f"{lab.comparator}{lab.value} {unit_words(lab.unit)}".strip() if lab.value else ""
    verdict = "" if judgement.verdict == "unknown" else judgement.verdict
    if not value:
        return dated(f"{name} reported as {verdict or 'not judged'}", lab.when)
    limits = _limits(judgement.interval, lab.unit)
    told = f"{name} {value}" + (f", {verdict}" if verdict else "") + limits
    return dated(told, lab.when)


def _limits(interval: ReferenceInterval | None, unit: str) -> str:
    if interval is None or interval.unit != unit.strip():
        return ""
    if interval.low is None and interval.high is None:
        return ""
    if interval.low is None:
        return f" (range up to {interval.high:.4g})"
    if interval.high is None:
        return f" (range from {interval.low:.4g})"
    return f" (range {interval.low:.4g}–{interval.high:.4g})"


def derived_words(quantity: str, value: DerivedValue) -> str:
    """``Calcium × phosphate (calculated) 65.3 mg²/dL², 04-Mar-2021``."""
    number = f"{value.comparator}{value.value:.3g} {unit_words(value.unit)}"
    return dated(f"{_DERIVED[quantity]} {number}", value.when)


def finding_words(finding: r.Finding) -> str:
    """``Painful or tender mass: absent, 14 y``; the record's own words where it has a note."""
    term = feature(finding.feature)
    label = term.label if term else finding.feature
    place = f" ({place_label(finding.site, finding.side)})" if finding.site else ""
    state = ": absent" if finding.status == "absent" else ""
    note = f" – {finding.note}" if finding.note else ""
    return dated(f"{label}{place}{state}{note}", finding.when)


def mass_words(mass: r.Mass) -> str:
    """``Mass M1, left shoulder, 2019``."""
    place = place_label(mass.site, mass.side)
    return dated(f"Mass {mass.mass_id}, {place[:1].lower()}{place[1:]}", mass.first_when)


def treatment_words(treatment: r.Treatment) -> str:
    """``Sevelamer since 06-Mar-2023``, or until when it was given."""
    name = treatment_label(treatment.agent)
    start, stop = parse_when(treatment.start_when), parse_when(treatment.stop_when)
    since = f" since {shown(start)}" if start else ""
    until = f" until {shown(stop)}" if stop else ""
    return f"{name}{since}{until}"


def event_words(event: r.ClinicalEvent) -> str:
    """``Ulceration, 04-Mar-2021``."""
    return dated(_EVENTS.get(event.kind, event.kind.capitalize()), event.when)


def procedure_words(procedure: r.Procedure) -> str:
    """``Excision, incomplete, 04-Mar-2021``."""
    kind = procedure.kind.replace("_", " ").capitalize()
    completeness = f", {procedure.completeness}" if procedure.completeness else ""
    return dated(f"{kind}{completeness}", procedure.when)


def variant_words(variant: r.Variant) -> str:
    """``GALNT3 c.1524+1G>A, homozygous, pathogenic``."""
    name = " ".join(part for part in (variant.gene, variant.hgvs_c or variant.hgvs_p) if part)
    zygosity = "" if variant.zygosity == "unknown" else variant.zygosity.replace("_", " ")
    parts = (name, zygosity, variant.classification.replace("_", " "))
    return ", ".join(part for part in parts if part)


def relative_words(relative: r.Relative) -> str:
    """``Sibling affected``."""
    state = {"yes": "affected", "no": "not affected"}.get(relative.affected, "not known")
    return f"{relative.relation.capitalize()} {state}"
