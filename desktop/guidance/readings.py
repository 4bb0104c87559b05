"""Laboratory results as verdicts in order of time, with the impressions that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import analyte_named, canonical_quantity, number
from desktop.domain.terms import feature
from desktop.domain.when import DAYS_PER_YEAR
from desktop.guidance.facts import Evidence
from desktop.guidance.words import derived_words, finding_words, lab_words
from desktop.measures.intervals import judge, judge_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import records as r
    from desktop.domain.analytes import Quantity
    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.measures.values import Derived, DerivedValue, Judgement

Verdict = Literal["low", "normal", "high", "borderline", "disputed"]

BASES = {
    "serum_phosphate": "phosphate",
    "serum_calcium_ionised": "calcium",
    "serum_calcium_corrected": "calcium",
    "serum_calcium_total": "calcium",
    "pth": "pth",
    "alp": "alp",
    "creatinine": "creatinine",
    "1_25_oh2_vitamin_d": "calcitriol",
    "25_oh_vitamin_d": "calcidiol",
    "vitamin_d_unspecified": "vitamin_d_unspecified",
    "fgf23_intact": "fgf23_intact",
    "fgf23_c_terminal": "fgf23_c_terminal",
    "trp": "trp",
    "tmp_gfr": "tmp_gfr",
    "calcium_phosphate_product": "product",
    "urine_calcium": "urine_calcium",
    "urine_calcium_24h": "urine_calcium",
    "urine_calcium_creatinine": "urine_calcium",
    "urine_phosphate": "urine_phosphate",
    "urine_phosphate_24h": "urine_phosphate",
    "crp": "crp",
    "esr": "esr",
    "ace": "ace",
    "urate": "urate",
    "potassium": "potassium",
    "ldh": "ldh",
    "bicarbonate": "bicarbonate",
    "magnesium": "magnesium",
    "egfr": "egfr",
    "creatinine_clearance": "egfr",
}
"""Which facts an analyte speaks for; each is judged by its own range."""

THRESHOLDS: dict[str, tuple[str, str, float]] = {
    "product_above_75": ("product", ">", 75.0),
    "product_above_55": ("product", ">", 55.0),
    "trp_above_85": ("trp", ">", 85.0),
    "urate_above_saturation": ("urate", ">", 6.8),
    "egfr_below_60": ("egfr", "<", 60.0),
    "egfr_below_30": ("egfr", "<", 30.0),
    "calcium_above_14": ("calcium", ">", 14.0),
    "calcium_below_7_5": ("calcium", "<", 7.5),
    "calcium_below_5_5": ("calcium", "<", 5.5),
    "potassium_below_3_5": ("potassium", "<", 3.5),
    "potassium_above_6": ("potassium", ">", 6.0),
    "bicarbonate_below_18": ("bicarbonate", "<", 18.0),
}
"""Facts that are a number against a fixed limit, in the analyte's canonical unit.

75 is the source's product, 55 the KDOQI limit; 85 % is the least TRP of health; 6.8 mg/dL is
where urate begins to crystallize (general knowledge); 60 and 30 mL/min/1.73 m² are the limits
of reduced and of severely reduced kidney function (KDIGO). Calcium is total or corrected, never
ionized: above 14 and below 7.5 mg/dL it is an emergency; below 5.5 mg/dL it has the size of
ionized calcium (general knowledge). There is no built-in range for potassium and bicarbonate:
3.5 and 6.0 mmol/L, and 18 mmol/L, stand in where a report prints none (general knowledge).
"""

COUNTED = frozenset(base for base, _, _ in THRESHOLDS.values())
"""The bases whose number itself is held against a fixed limit, beside the range."""

UNCOUNTED = frozenset({"serum_calcium_ionised"})
"""Analytes of such a base that the limits are not meant for: their numbers are of another size."""

IMPRESSIONS: dict[str, tuple[str, Verdict]] = {
    "hyperphosphatemia": ("phosphate", "high"),
    "hypophosphatemia": ("phosphate", "low"),
    "hypercalcemia": ("calcium", "high"),
    "hypocalcemia": ("calcium", "low"),
    "elevated_pth": ("pth", "high"),
    "low_pth": ("pth", "low"),
    "elevated_alp": ("alp", "high"),
    "high_serum_calcitriol": ("calcitriol", "high"),
    "increased_tubular_phosphate_reabsorption": ("trp", "high"),
    "high_calcium_phosphate_product": ("product", "high"),
    "hypercalciuria": ("urine_calcium", "high"),
    "hypocalciuria": ("urine_calcium", "low"),
    "elevated_inflammatory_markers": ("crp", "high"),
    "metabolic_alkalosis": ("bicarbonate", "high"),
}
"""Features that state how a result was, without the result."""

_CALCIUM_RANK = ("serum_calcium_ionised", "serum_calcium_corrected", "serum_calcium_total")
_LATER_AGES = ("P1Y", "P3Y", "P6Y", "P10Y", "P14Y", "P17Y", "P30Y", "P70Y")
_ADULT_AGES = 2
NORMAL_ALBUMIN = 4.0
"""g/dL: at and above it calcium is not corrected, because the formula would then lower a normal
calcium to "low" (the formula itself is about this value)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One verdict at one time; ``quantity`` is in the analyte's canonical unit, if COUNTED.

    ``excess`` is how far beyond its limit a number lies, as a ratio; 1 where that is not known.
    """

    analyte: str
    base: str
    verdict: Verdict | None
    when: str
    span: Span | None
    evidence: Evidence
    quantity: Quantity | None = None
    excess: float = 1.0


def readings(case: Case, derived: Derived) -> dict[str, list[Reading]]:
    """The readings of every base, oldest first, the undated last."""
    found: dict[str, list[Reading]] = {}
    for reading in (*_of_labs(case), *_of_measures(case, derived), *_of_findings(case)):
        found.setdefault(reading.base, []).append(reading)
    if "calcium" in found:
        found["calcium"] = _foremost(found["calcium"])
    for rows in found.values():
        rows.sort(key=_order)
    return found


def _order(reading: Reading) -> tuple[int, float, float]:
    span = reading.span
    return (1, 0.0, 0.0) if span is None else (0, span.first, span.last)


def _of_labs(case: Case) -> Iterator[Reading]:
    is_past_infancy = _is_past_infancy(case)
    for lab in case.results:
        analyte = analyte_named(lab.analyte)
        base = BASES.get(analyte.key) if analyte else None
        if analyte is None or base is None:
            continue
        judgement = judge(lab, case, told=False)
        if base == "phosphate" and judgement.verdict == "unknown" and is_past_infancy:
            judgement = _at_any_later_age(lab, case, judgement)
        verdict: Verdict | None = None if judgement.verdict == "unknown" else judgement.verdict
        if base == "phosphate":
            verdict = _phosphate_verdict(verdict, lab, case)
        said = Evidence(f"lab:{lab.id}", partial(lab_words, lab, judgement))
        yield Reading(
            analyte.key,
            base,
            verdict,
            lab.when,
            case.place(lab.when),
            said,
            canonical_quantity(lab) if base in COUNTED and analyte.key not in UNCOUNTED else None,
            _excess(lab, judgement),
        )


def _is_past_infancy(case: Case) -> bool:
    """True unless the record tells of the first two years of life."""
    cells = [case.patient.enrolled_when, *(f.when for f in case.findings)]
    cells += [mass.first_when for mass in case.masses]
    known = [age for cell in cells if (age := case.age(cell)) is not None]
    today = case.age_today if case.birth else None
    return all(age.first >= 2 * DAYS_PER_YEAR for age in (*known, *([today] if today else [])))


def _at_any_later_age(lab: r.LabResult, case: Case, unknown: Judgement) -> Judgement:
    """A result without an age, as far as the ages after infancy agree.

    High is what is high at every age. Normal is what is high at no age and normal in adults:
    it cannot be the high phosphate that matters here.
    """
    if not lab.value or case.age(lab.when) is not None:
        return unknown
    judged = [judge(replace(lab, when=age), case, told=False) for age in _LATER_AGES]
    verdicts = [one.verdict for one in judged]
    if all(verdict == "high" for verdict in verdicts):
        return judged[0]
    is_normal_later = all(verdict == "normal" for verdict in verdicts[-_ADULT_AGES:])
    return judged[-1] if is_normal_later and "high" not in verdicts else unknown


def _excess(lab: r.LabResult, judgement: Judgement) -> float:
    value, interval = number(lab.value), judgement.interval
    if value is None or interval is None or interval.unit != lab.unit.strip():
        return 1.0
    if judgement.verdict == "high" and interval.high:
        return value / interval.high
    return interval.low / value if judgement.verdict == "low" and interval.low and value else 1.0


def _phosphate_verdict(verdict: Verdict | None, lab: r.LabResult, case: Case) -> Verdict | None:
    if verdict == "normal" and _is_disputed(lab, case):
        return "disputed"
    # The upper limit falls with age: what is normal in the old is near a lower limit only.
    if verdict == "borderline":
        old = judge(replace(lab, when=_LATER_AGES[-1]), case, told=False)
        return "normal" if old.verdict == "normal" else verdict
    return verdict


def _is_disputed(lab: r.LabResult, case: Case) -> bool:
    """True where the printed range calls normal what is clearly high for the age."""
    if not lab.value or not (lab.ref_high or lab.ref_low):
        return False
    bare = replace(lab, ref_low="", ref_high="", flag="")
    return judge(bare, case, told=False).verdict == "high"


def _of_measures(case: Case, derived: Derived) -> Iterator[Reading]:
    product = "calcium_phosphate_product"
    corrected = [value for value in derived.corrected_calcium if _is_albumin_low(case, value)]
    rows = (
        ("corrected_calcium", "serum_calcium_corrected", corrected),
        (product, product, derived.calcium_phosphate_product),
        ("trp", "trp", derived.trp),
        ("tmp_gfr", "tmp_gfr", derived.tmp_gfr),
        ("egfr", "egfr", derived.egfr),
    )
    for name, analyte, values in rows:
        for value in values:
            yield _of_measure(case, name, analyte, value)


def _is_albumin_low(case: Case, value: DerivedValue) -> bool:
    """True where albumin is low enough for the corrected calcium to say more than the total."""
    for lab in case.labs_of("albumin"):
        if lab.id in value.inputs:
            albumin = canonical_quantity(lab)
            return albumin is not None and albumin.value < NORMAL_ALBUMIN
    return False


def _of_measure(case: Case, name: str, analyte: str, value: DerivedValue) -> Reading:
    judged = judge_value(value, analyte, case, told=False).verdict
    if judged == "unknown" and analyte == "serum_calcium_corrected":
        judged = judge_value(value, "serum_calcium_total", case, told=False).verdict
    said = Evidence(f"derived:{name}:{','.join(value.inputs)}", partial(derived_words, name, value))
    verdict: Verdict | None = None if judged == "unknown" else judged
    place = case.place(value.when)
    quantity = _canonical(analyte, value)
    return Reading(analyte, BASES[analyte], verdict, value.when, place, said, quantity)


def _canonical(analyte: str, value: DerivedValue) -> Quantity | None:
    from desktop.domain.analytes import Quantity, analytes, converted

    known = analytes()[analyte]
    return converted(Quantity(value.value, value.unit, value.comparator), known, known.unit)


def _of_findings(case: Case) -> Iterator[Reading]:
    for finding in case.findings:
        term = feature(finding.feature)
        if term is None:
            continue
        said = Evidence(f"finding:{finding.id}", partial(finding_words, finding))
        place = case.place(finding.when)
        is_panel = term.key == "abnormal_mineral_metabolism_tests"
        if is_panel and finding.status == "absent":
            for base in ("phosphate", "calcium"):
                yield Reading("", base, "normal", finding.when, place, said)
        if term.key in IMPRESSIONS:
            base, verdict = IMPRESSIONS[term.key]
            shown = verdict if finding.status == "present" else "normal"
            yield Reading("", base, shown, finding.when, place, said)


def _foremost(rows: list[Reading]) -> list[Reading]:
    """Ionized before corrected before total calcium, where a time has more than one of them."""
    best: dict[str, int] = {}
    for row in rows:
        if row.analyte and row.verdict is not None:
            rank = _CALCIUM_RANK.index(row.analyte)
            best[row.when] = min(rank, best.get(row.when, rank))
    return [
        row
        for row in rows
        if not row.analyte or _CALCIUM_RANK.index(row.analyte) <= best.get(row.when, 9)
    ]
