"""Records in words for evidence: what was found, with value, unit, range and date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import records as r
from desktop.domain.analytes import analyte_named
from desktop.domain.columns import table_of
from desktop.domain.language import mark, say
from desktop.domain.terms import feature, place_label, treatment_label
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.measures.values import DerivedValue, Judgement, ReferenceInterval

_ANALYTES = {
    "serum_phosphate": mark("Phosphate"),
    "serum_calcium_total": mark("Calcium"),
    "serum_calcium_ionised": mark("Ionized calcium"),
    "serum_calcium_corrected": mark("Calcium, corrected"),
    "pth": mark("PTH"),
    "alp": mark("ALP"),
    "creatinine": mark("Creatinine"),
    "1_25_oh2_vitamin_d": mark("1,25-dihydroxyvitamin D"),
    "25_oh_vitamin_d": mark("25-hydroxyvitamin D"),
    "trp": mark("Tubular reabsorption of phosphate"),
    "calcium_phosphate_product": mark("Calcium × phosphate"),
    "fgf23_intact": mark("Intact FGF23"),
    "fgf23_c_terminal": mark("C-terminal FGF23"),
    "crp": mark("CRP"),
    "esr": mark("ESR"),
    "egfr": mark("eGFR"),
}
_DERIVED = {
    "calcium_phosphate_product": mark("Calcium × phosphate (calculated)"),
    "trp": mark("Tubular reabsorption of phosphate (calculated)"),
    "tmp_gfr": mark("TmP/GFR (calculated)"),
    "egfr": mark("eGFR (calculated)"),
    "corrected_calcium": mark("Calcium corrected for albumin (calculated)"),
}
_EVENTS = {
    "ulceration": mark("Ulceration"),
    "drainage": mark("Drainage"),
    "infection": mark("Infection"),
    "nerve_compression": mark("Nerve compression"),
    "flare": mark("Flare"),
    "recurrence": mark("Recurrence"),
    "joint_ankylosis": mark("Joint ankylosis"),
    "fracture": mark("Fracture"),
    "death": mark("Death"),
    "other": mark("Other event"),
}
_PROCEDURES = {
    "excision": mark("Excision"),
    "biopsy": mark("Biopsy"),
    "injection": mark("Injection"),
    "drainage": mark("Drainage"),
    "dental": mark("Dental visit"),
    "imaging": mark("Imaging"),
    "parathyroidectomy": mark("Parathyroidectomy"),
    "dialysis_start": mark("Dialysis start"),
    "transplant": mark("Transplant"),
    "other": mark("Other procedure"),
}
_COMPLETENESS = {"complete": mark("complete"), "incomplete": mark("incomplete")}
_VERDICTS = {
    "low": mark("low"),
    "normal": mark("normal"),
    "high": mark("high"),
    "borderline": mark("borderline"),
}
_ZYGOSITY = {
    "homozygous": mark("homozygous"),
    "compound_heterozygous": mark("compound heterozygous"),
    "heterozygous": mark("heterozygous"),
    "hemizygous": mark("hemizygous"),
}
_CLASSES = {
    "pathogenic": mark("pathogenic"),
    "likely_pathogenic": mark("likely pathogenic"),
    "vus": mark("uncertain significance"),
    "likely_benign": mark("likely benign"),
    "benign": mark("benign"),
}
_RELATIONS = {
    "mother": mark("Mother"),
    "father": mark("Father"),
    "sibling": mark("Sibling"),
    "child": mark("Child"),
    "other": mark("Other relative"),
}
_TABLES = {
    "patients": mark("Personal details"),
    "mass_measurements": mark("Mass measured"),
    "sources": mark("Source"),
    "body": mark("Height or weight"),
    "targets": mark("Target"),
    "visits": mark("Visit"),
    "consents": mark("Consent"),
}


def analyte_words(cell: str) -> str:
    """The short name of an analyte as people say it."""
    analyte = analyte_named(cell)
    if analyte is None:
        return cell
    return say(_ANALYTES.get(analyte.key, analyte.label))


def dated(text: str, when: str) -> str:
    """A text with its date behind it; without one where none is recorded."""
    moment = parse_when(when)
    return f"{text}, {shown(moment)}" if moment else text


def first_seen_words(when: str) -> str:
    """``First seen, 14 y``."""
    return dated(say("First seen"), when)


def unit_words(unit: str) -> str:
    """A unit as people read it: ``mL/min/1.73_m2`` without UCUM's braces."""
    plain = unit.replace("{", "").replace("}", "").replace("_m2", " m²")
    return plain.replace("mg2/dL2", "mg²/dL²").replace("mmol2/L2", "mmol²/L²")


def lab_words(lab: r.LabResult, judgement: Judgement) -> str:
    """``Phosphate 6.8 mg/dL, high (range 4–5.2), 04-Mar-2021``."""
    name = analyte_words(lab.analyte)
    value = f"{lab.comparator}{lab.value} {unit_words(lab.unit)}".strip() if lab.value else ""
    known = _VERDICTS.get(judgement.verdict)
    if not value:
        told = say(known) if known else say("not judged")
        return dated(say("{what} reported as {verdict}", what=name, verdict=told), lab.when)
    verdict = f", {say(known)}" if known else ""
    return dated(f"{name} {value}{verdict}{_limits(judgement.interval, lab.unit)}", lab.when)


def _limits(interval: ReferenceInterval | None, unit: str) -> str:
    if interval is None or interval.unit != unit.strip():
        return ""
    if interval.low is None and interval.high is None:
        return ""
    low = "" if interval.low is None else f"{interval.low:.4g}"
    high = "" if interval.high is None else f"{interval.high:.4g}"
    if not low:
        return f" ({say('range up to {high}', high=high)})"
    if not high:
        return f" ({say('range from {low}', low=low)})"
    return f" ({say('range {low}–{high}', low=low, high=high)})"


def derived_words(quantity: str, value: DerivedValue) -> str:
    """``Calcium × phosphate (calculated) 65.3 mg²/dL², 04-Mar-2021``."""
    number = f"{value.comparator}{value.value:.3g} {unit_words(value.unit)}"
    return dated(f"{say(_DERIVED[quantity])} {number}", value.when)


def finding_words(finding: r.Finding) -> str:
    """``Painful or tender mass: absent, 14 y``; the record's own words where it has a note."""
    term = feature(finding.feature)
    label = term.label if term else finding.feature
    place = f" ({place_label(finding.site, finding.side)})" if finding.site else ""
    told = f"{label}{place}"
    if finding.status == "absent":
        told = say("{finding}: absent", finding=told)
    note = f" – {finding.note}" if finding.note else ""
    return dated(f"{told}{note}", finding.when)


def mass_words(mass: r.Mass) -> str:
    """``Mass M1, left shoulder, 2019``."""
    place = place_label(mass.site, mass.side)
    told = say("Mass {mass}, {place}", mass=mass.mass_id, place=f"{place[:1].lower()}{place[1:]}")
    return dated(told, mass.first_when)


def treatment_words(treatment: r.Treatment) -> str:
    """``Sevelamer since 06-Mar-2023``, or until when it was given."""
    name = treatment_label(treatment.agent)
    start, stop = parse_when(treatment.start_when), parse_when(treatment.stop_when)
    if start and stop:
        return say(
            "{drug} since {start} until {stop}", drug=name, start=shown(start), stop=shown(stop)
        )
    if stop:
        return say("{drug} until {stop}", drug=name, stop=shown(stop))
    return say("{drug} since {start}", drug=name, start=shown(start)) if start else name


def event_words(event: r.ClinicalEvent) -> str:
    """``Ulceration, 04-Mar-2021``."""
    return dated(say(_EVENTS.get(event.kind, event.kind)), event.when)


def procedure_words(procedure: r.Procedure) -> str:
    """``Excision, incomplete, 04-Mar-2021``."""
    kind = say(_PROCEDURES.get(procedure.kind, procedure.kind))
    completeness = _COMPLETENESS.get(procedure.completeness)
    return dated(f"{kind}, {say(completeness)}" if completeness else kind, procedure.when)


def variant_words(variant: r.Variant) -> str:
    """``GALNT3 c.1524+1G>A, homozygous, pathogenic``."""
    name = " ".join(part for part in (variant.gene, variant.hgvs_c or variant.hgvs_p) if part)
    parts = (name, _ZYGOSITY.get(variant.zygosity), _CLASSES.get(variant.classification))
    return ", ".join(say(part) for part in parts if part)


def relative_words(relative: r.Relative) -> str:
    """``Sibling affected``."""
    name = say(_RELATIONS.get(relative.relation, relative.relation))
    if relative.affected == "yes":
        return say("{relative} affected", relative=name)
    if relative.affected == "no":
        return say("{relative} not affected", relative=name)
    return say("{relative} not known", relative=name)


def allergy_words(allergy: r.Allergy) -> str:
    """``Co-trimoxazole (rash), 2017``: the substance, the reaction and the date."""
    reaction = f" ({allergy.reaction})" if allergy.reaction else ""
    return dated(f"{allergy.substance}{reaction}", allergy.when)


def record_words(record: r.Record, case: Case) -> str:
    """Any record of a case in words; of those without words of their own, what it is and when."""
    worded = _WORDED.get(type(record))
    if isinstance(record, r.LabResult):
        return lab_words(record, judge(record, case))
    if worded is not None:
        told: str = worded(record)
        return told
    table = table_of(type(record)).name
    return dated(say(_TABLES.get(table, table)), getattr(record, "when", ""))


_WORDED: dict[type, Callable[[Any], str]] = {
    r.Finding: finding_words,
    r.Mass: mass_words,
    r.Treatment: treatment_words,
    r.Procedure: procedure_words,
    r.ClinicalEvent: event_words,
    r.Variant: variant_words,
    r.Relative: relative_words,
    r.Allergy: allergy_words,
}
