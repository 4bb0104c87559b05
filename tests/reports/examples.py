"""Fictional patients for the tests of charts and paper, with measures computed for real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain import records as r
from desktop.domain.case import FICTIONAL, Case
from desktop.guidance.assessment import (
    Advice,
    Alert,
    Assessment,
    Candidate,
    Criterion,
    Monitoring,
    NextTest,
    Status,
)
from desktop.guidance.dossier import Dossier
from desktop.measures.derived import derive
from desktop.reports.imprint import Imprint

AS_OF = date(2025, 11, 20)
P = "p1"

_PHOSPHATE = {
    "2022-02-08": "6.8",
    "2022-05-10": "6.9",
    "2022-08-16": "6.6",
    "2023-02-14": "6.7",
    "2023-06-13": "6.2",
    "2023-12-12": "6.0",
    "2024-06-11": "6.1",
    "2024-12-10": "5.5",
    "2025-03-11": "5.4",
    "2025-06-17": "5.2",
    "2025-11-11": "5.1",
}
_PANEL = {
    "serum_calcium_total": (
        "mg/dL",
        {"2022-02-08": "9.6", "2025-06-17": "9.6", "2025-11-11": "9.6"},
    ),
    "1_25_oh2_vitamin_d": ("pg/mL", {"2022-02-08": "92", "2025-06-17": "81"}),
    "pth": ("pg/mL", {"2022-02-08": "18", "2025-06-17": "33", "2025-11-11": "34"}),
    "creatinine": ("mg/dL", {"2022-02-08": "0.52", "2025-06-17": "0.61", "2025-11-11": "0.61"}),
    "bicarbonate": ("mmol/L", {"2025-06-17": "22"}),
    "urine_phosphate": ("mg/dL", {"2022-02-08": "21", "2025-11-11": "30"}),
    "urine_creatinine": ("mg/dL", {"2022-02-08": "95", "2025-11-11": "90"}),
}
_CT = {
    "M1": {
        "2022-02-08": "33",
        "2022-08-16": "41",
        "2023-02-14": "52",
        "2023-12-12": "66",
        "2024-06-11": "69",
        "2024-12-10": "71",
        "2025-06-17": "70",
    },
    "M2": {
        "2022-02-08": "63",
        "2022-05-10": "74",
        "2022-08-16": "",
        "2023-02-14": "",
        "2023-12-12": "1.5",
        "2024-06-11": "3.6",
        "2024-12-10": "6.5",
        "2025-06-17": "9.0",
    },
    "M3": {
        "2023-02-14": "2.1",
        "2023-12-12": "2.3",
        "2024-06-11": "2.4",
        "2024-12-10": "2.2",
        "2025-06-17": "2.2",
    },
    "M4": {
        "2022-08-16": "17",
        "2023-02-14": "21",
        "2023-12-12": "20",
        "2024-06-11": "17",
        "2024-12-10": "13.5",
        "2025-06-17": "11",
    },
    "M5": {"2025-06-17": "0.2"},
}
_SITES = {
    "M1": ("hip", "right"),
    "M2": ("scapula", "left"),
    "M3": ("elbow", "left"),
    "M4": ("gluteal", "right"),
    "M5": ("heel", "left"),
}


def lab(analyte: str, value: str, unit: str, when: str, *, fasting: str = "") -> r.LabResult:
    """One result; the record id tells what it is."""
    return r.LabResult(
        id=f"lab-{analyte}-{when}-{value}",
        patient=P,
        analyte=analyte,
        value=value,
        unit=unit,
        when=when,
        fasting=fasting,
    )


def measured(mass_id: str, when: str, volume: str) -> r.MassMeasurement:
    """One CT volume; an empty one means looked for and not detectable."""
    return r.MassMeasurement(
        id=f"size-{mass_id}-{when}",
        patient=P,
        mass_id=mass_id,
        when=when,
        modality="ct",
        volume_ml=volume,
        not_detectable="" if volume else "yes",
    )


def full_case() -> Case:
    """A fictional patient with 11 phosphates, 5 masses, an excision and three treatments."""
    labs = [lab("serum_phosphate", v, "mg/dL", w, fasting="yes") for w, v in _PHOSPHATE.items()]
    for analyte, (unit, values) in _PANEL.items():
        labs += [lab(analyte, value, unit, when) for when, value in values.items()]
    return Case(
        patient=r.Patient(
            id=P,
            patient_id="CR-0142",
            sex="female",
            birth_date="2009-05-14",
            diagnosis="hyperphosphatemic_tumoral_calcinosis",
            diagnosis_status="suspected",
            note=f"{FICTIONAL} for demonstration.",
        ),
        as_of=AS_OF,
        identity=r.Identity(
            id="i1", patient=P, given_name="Lucia", family_name="Romero-Vance", mrn="448 120 936"
        ),
        labs=tuple(labs),
        masses=tuple(
            r.Mass(
                id=f"mass-{name}",
                patient=P,
                mass_id=name,
                site=site,
                side=side,
                first_when=next(iter(_CT[name])),
            )
            for name, (site, side) in _SITES.items()
        ),
        mass_measurements=tuple(
            measured(name, when, volume)
            for name, volumes in _CT.items()
            for when, volume in volumes.items()
        ),
        treatments=(
            _treatment("low_phosphate_diet", "2022-03-01"),
            _treatment("sevelamer", "2023-03-06", "800", "mg", "3 times daily"),
            _treatment("acetazolamide", "2024-09-02", "250", "mg", "2 times daily"),
        ),
        procedures=(
            r.Procedure(
                id="op1",
                patient=P,
                kind="excision",
                when="2022-06-21",
                mass_id="M2",
                completeness="incomplete",
            ),
        ),
        allergies=(
            r.Allergy(
                id="al1", patient=P, substance="co-trimoxazole", reaction="rash", when="2017"
            ),
        ),
        variants=(
            r.Variant(
                id="v1",
                patient=P,
                gene="GALNT3",
                hgvs_c="c.1524+1G>A",
                zygosity="heterozygous",
                classification="pathogenic",
            ),
        ),
        findings=(
            r.Finding(id="f1", patient=P, feature="periarticular_calcified_mass", status="present"),
        ),
    )


def _treatment(
    agent: str, start: str, dose: str = "", unit: str = "", frequency: str = ""
) -> r.Treatment:
    return r.Treatment(
        id=f"tx-{agent}",
        patient=P,
        agent=agent,
        start_when=start,
        dose=dose,
        dose_unit=unit,
        frequency=frequency,
    )


def criterion(name: str, status: Status, text: str, *because: str, **more: str) -> Criterion:
    """One criterion with its evidence in words."""
    return Criterion(
        id=name,
        status=status,
        polarity="against" if more.get("polarity") == "against" else "for",
        weight=more.get("weight", "minor"),
        text=text,
        statements=(more["statement"],) if "statement" in more else (),
        references=(more["reference"],) if "reference" in more else (),
        because=because,
    )


def full_assessment(patient_id: str = "CR-0142") -> Assessment:
    """An assessment made by hand, with every kind of item that a page can show."""
    best = Candidate(
        disorder="hyperphosphatemic_tumoral_calcinosis",
        cause=None,
        name="Hyperphosphatemic tumoral calcinosis",
        standing="probable",
        score=0.8,
        reason="Phosphate high for age with normal kidney function and periarticular masses",
        criteria=(
            criterion(
                "c1",
                "met",
                "Calcified masses near major joints, outside the capsule",
                "CT 08-Feb-2022: M1 right hip, M2 left shoulder",
                weight="decisive",
                statement="TC-01",
            ),
            criterion(
                "c2",
                "met",
                "Phosphate high for age",
                "6.8 mg/dL H (4.0–5.2), 08-Feb-2022",
                weight="decisive",
                statement="TC-14",
            ),
            criterion("c3", "met", "Calcium normal", "9.6 mg/dL, 08-Feb-2022", statement="TC-15"),
            criterion(
                "c4", "not_met", "Ca × P above 75", "Highest 65.5 mg²/dL²", statement="TC-06"
            ),
            criterion("c5", "unknown", "Urine calcium low", weight="major", statement="TC-17"),
            criterion(
                "c6", "unknown", "Two variants in GALNT3, FGF23 or KL", reference="PMID:11111111"
            ),
        ),
    )
    others = (
        _other("normophosphatemic_tumoral_calcinosis", "Normophosphatemic tumoral calcinosis"),
        _other("fop", "Fibrodysplasia ossificans progressiva (FOP)"),
    )
    return Assessment(
        patient_id=patient_id,
        guidance_version="2025.3",
        differential=(best, *others),
        alerts=(
            Alert(
                id="a1",
                severity="warning",
                text="Avoid calcium-based binders and vitamin D supplements.",
                short="Avoid calcium and vitamin D",
                references=("PMID:22222222",),
                because=("phosphate 5.1 mg/dL high on 11-Nov-2025",),
            ),
            Alert(
                id="a2",
                severity="contraindication",
                text="No excision, no biopsy, no intramuscular injection while FOP is possible.",
                short="No excision",
                forbids=("surgical_excision",),
                statements=("FOP-08",),
                cleared=True,
            ),
        ),
        management=(
            Advice(
                id="m1",
                action="low_phosphate_diet",
                text="Continue the low-phosphate diet with a binder.",
                strength="source",
                statements=("TX-02",),
                because=("phosphate above range for age",),
            ),
        ),
        next_tests=(
            NextTest(
                test="galnt3",
                text="GALNT3 deletion and duplication analysis, FGF23 and KL",
                separates=("hyperphosphatemic tumoral calcinosis",),
                why="One variant found, second allele unknown.",
                references=("PMID:11111111",),
            ),
        ),
        monitoring=(
            Monitoring(
                what="phosphate",
                text="Phosphate, calcium, creatinine",
                every="P3M",
                last="2025-11-11",
                due="2026-02-11",
                statements=("TC-12",),
            ),
            Monitoring(what="dental", text="Dental X-ray", every="P1Y", last=None, due=None),
        ),
        missing=("Urine calcium was never measured",),
    )


def _other(key: str, name: str) -> Candidate:
    return Candidate(
        disorder=key, cause=None, name=name, standing="unlikely", score=0.1, reason="phosphate high"
    )


def empty_case() -> Case:
    """A case with nothing but an id."""
    return Case(patient=r.Patient(id=P, patient_id="X-1"), as_of=AS_OF)


def empty_assessment(patient_id: str = "X-1") -> Assessment:
    """An assessment that found nothing."""
    return Assessment(patient_id=patient_id, guidance_version="2025.3", differential=())


def named(case: Case, given: str, family: str) -> Case:
    """The same case under another name."""
    identity = r.Identity(id="i2", patient=P, given_name=given, family_name=family)
    return replace(case, identity=identity)


IMPRINT = Imprint(
    registry_name="registry-main",
    version="0.1.0",
    printed_by="Front desk",
    head="1234·9f3c2a10",
)


def dossier(case: Case, assessment: Assessment | None = None) -> Dossier:
    """The case with its real measures and an assessment made by hand, by default the full one."""
    given = assessment or full_assessment(case.patient.patient_id)
    return Dossier(case, derive(case), given)


def full_dossier() -> Dossier:
    """The full case with the full assessment."""
    return dossier(full_case())


def empty_dossier() -> Dossier:
    """The empty case with the empty assessment."""
    return dossier(empty_case(), empty_assessment())
