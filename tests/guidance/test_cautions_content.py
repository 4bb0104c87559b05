"""Cautions with drugs, urgent states and warning signs, with and without their cause."""

from __future__ import annotations

import pytest

from desktop.domain import records as r
from tests.guidance.making import (
    absent,
    alert_ids,
    assessed,
    assessment_of,
    case_of,
    flagged,
    forbidden,
    lab,
    mass,
    present,
    standing_of,
    takes,
    variant,
)

HIGH_P = flagged("serum_phosphate", "high")
HIGH_CA, LOW_CA = flagged("serum_calcium_total", "high"), flagged("serum_calcium_total", "low")
HIP = mass("M1", "hip")
HFTC = (HIGH_P, HIP, flagged("creatinine", "normal"))
LUMP = present("soft_tissue_mass")
SARCOMA = "soft_tissue_sarcoma"


def size(length: str) -> r.MassMeasurement:
    return r.MassMeasurement(patient="p", mass_id="M1", length_mm=length, when="2025-01-01")


CAUTIONS: dict[str, tuple[tuple[r.Record, ...], tuple[r.Record, ...]]] = {
    "acetazolamide-illness": ((*HFTC, present("cirrhosis")), HFTC),
    "acetazolamide-illness-running": (
        (takes("acetazolamide"), present("HP:0008207")),
        (takes("acetazolamide"), absent("HP:0008207")),
    ),
    "acetazolamide-acidosis": ((*HFTC, flagged("bicarbonate", "low")), HFTC),
    "acetazolamide-acidosis-running": (
        (takes("acetazolamide"), flagged("bicarbonate", "low")),
        (takes("acetazolamide"), flagged("bicarbonate", "normal")),
    ),
    "acetazolamide-same-class": (
        (takes("acetazolamide"), takes("topiramate 50 mg")),
        (takes("acetazolamide"), takes("topiramate", stop="2021-01-01")),
    ),
    "acetazolamide-pregnancy": (
        (takes("acetazolamide"), present("pregnancy", "2025-11-01")),
        (takes("acetazolamide"), present("pregnancy", "2019-11-01")),
    ),
    "sevelamer-spacing": (
        (takes("sevelamer"), takes("ciprofloxacin")),
        (takes("sevelamer"), takes("paracetamol")),
    ),
    "binder-bowel": ((takes("lanthanum"), present("ileus")), (takes("lanthanum"),)),
    "binder-spacing": ((takes("lanthanum"), takes("levothyroxine")), (takes("lanthanum"),)),
    "probenecid-interactions": (
        (takes("probenecid"), takes("Amoxicillin")),
        (takes("probenecid"),),
    ),
    "probenecid-stones": ((takes("probenecid"), present("nephrolithiasis")), ()),
    "aluminum-citrate": ((takes("aluminium_hydroxide"), takes("potassium citrate")), ()),
    "palovarotene-pregnant": (
        (takes("palovarotene"), present("pregnancy")),
        (takes("palovarotene"),),
    ),
    "palovarotene-drugs": ((takes("palovarotene"), takes("minocycline")), (takes("minocycline"),)),
    "denosumab-calcium": ((takes("denosumab"), LOW_CA), (takes("denosumab"), HIGH_CA)),
    "bisphosphonate-limits": ((takes("alendronate"), LOW_CA), (takes("alendronate"),)),
    "cinacalcet-calcium": ((takes("cinacalcet"), LOW_CA), (takes("cinacalcet"),)),
    "teriparatide-limits": ((takes("teriparatide"), HIGH_CA), (takes("teriparatide"),)),
    "thiazide-calcium": ((takes("thiazide"), HIGH_CA), (takes("thiazide"),)),
    "digoxin-calcium": ((takes("digoxin"), HIGH_CA), (takes("digoxin"),)),
    "il1-infection": ((takes("anakinra"), present("skin_infection")), (takes("anakinra"),)),
    "methotrexate-kidney": ((takes("methotrexate"), present("renal_impairment")), ()),
    "colchicine-limits": ((takes("colchicine"), takes("clarithromycin")), (takes("colchicine"),)),
    "thiosulfate-limits": ((takes("sodium_thiosulfate"), flagged("bicarbonate", "low")), ()),
    "rasburicase-g6pd": ((takes("rasburicase"), present("G6PD deficiency")), ()),
    "calcium-low-urgent": ((LOW_CA, present("tetany_or_seizure")), (LOW_CA,)),
    "calcium-high-on-treatment": ((HIGH_CA, present("hypoparathyroidism")), (HIGH_CA,)),
    "tumor-lysis-urgent": (
        (HIGH_P, present("tumor_lysis_syndrome"), flagged("potassium", "high")),
        (HIGH_P,),
    ),
    "calciphylaxis-urgent": ((present("dialysis"), present("skin_necrosis")), ()),
}


@pytest.mark.parametrize("alert", CAUTIONS)
def test_a_caution_appears_with_its_cause_and_not_without(alert: str) -> None:
    with_cause, without = CAUTIONS[alert]
    assert alert in alert_ids(assessed(*with_cause))
    assert alert not in alert_ids(assessed(*without))


def test_denosumab_in_the_young_warns_of_the_rebound() -> None:
    young = assessed(takes("denosumab"), birth="2014-01-01")
    grown = assessed(takes("denosumab"), birth="1974-01-01")
    assert "denosumab-rebound" in alert_ids(young)
    assert "denosumab-rebound" not in alert_ids(grown)


# Calcium and vitamin D are treatment while calcium is low, and in hypoparathyroidism.


@pytest.mark.parametrize(
    "rows",
    [
        (HIGH_P, LOW_CA),
        (HIGH_P, LOW_CA, flagged("pth", "high")),
        (HIGH_P, LOW_CA, flagged("1_25_oh2_vitamin_d", "normal"), takes("calcitriol")),
        (HIGH_P, HIGH_CA, present("hypoparathyroidism"), takes("calcium_carbonate")),
        (
            HIGH_P,
            present("pseudohypoparathyroidism"),
            takes("calcitriol"),
            takes("calcium_acetate"),
        ),
        (HIGH_P, present("dialysis"), HIP, LOW_CA, takes("calcium_carbonate")),
    ],
)
def test_calcium_and_vitamin_d_are_never_forbidden_where_they_are_treatment(
    rows: tuple[r.Record, ...],
) -> None:
    assert not forbidden(assessed(*rows)) & {"calcium_based_binder", "vitamin_d"}
    assert "calcium-specialist" in alert_ids(assessed(*rows))


def test_vitamin_d_that_is_avoided_is_the_active_or_excess_one() -> None:
    for rows in ((HIGH_CA,), (*HFTC, flagged("1_25_oh2_vitamin_d", "high"))):
        told = [a for a in assessed(*rows).alerts if "vitamin_d" in a.forbids]
        assert told
        assert all("active vitamin D" in a.text and "deficiency" in a.text for a in told)


# FOP stops leave room for emergencies, and never silence a sarcoma.


def test_every_fop_stop_says_that_care_that_saves_life_comes_first() -> None:
    told = assessed(present("great_toe_malformation"))
    stops = [a for a in told.alerts if a.severity == "contraindication"]
    assert len(stops) == 4
    spoken = [a for a in stops if "saves life" in a.text or "in danger comes first" in a.text]
    assert spoken == stops


@pytest.mark.parametrize(
    "rows",
    [
        (LUMP, present("solid_or_infiltrative_component")),
        (LUMP, present("rapid_mass_growth"), present("adjacent_bone_or_joint_destruction")),
        (mass("M1", "thigh"), present("rapid_mass_growth")),
        (mass("M1", "foot", plane="intramuscular"), size("72")),
        (mass("M1", "foot"), size("72"), present("rapid_mass_growth")),
        (LUMP, present("rapid_mass_growth"), present("pulmonary_nodules_or_infiltrates")),
    ],
)
def test_red_flags_of_a_sarcoma_are_raised_with_and_without_signs_of_fop(
    rows: tuple[r.Record, ...],
) -> None:
    toes = present("great_toe_malformation")
    for extra in ((), (toes,)):
        told = assessed(*rows, *extra)
        flag = next(a for a in told.alerts if a.id == "sarcoma-red-flag")
        assert "ACVR1 first" in flag.text
        assert not flag.forbids
    assert "biopsy" in forbidden(assessed(*rows, toes))


@pytest.mark.parametrize(
    "rows",
    [
        (mass("M1", "foot"), size("72")),
        (HIGH_P, mass("M1", "thigh"), present("rapid_mass_growth")),
        (
            mass("M1", "thigh"),
            present("rapid_mass_growth"),
            present("zonal_peripheral_ossification"),
        ),
        (present("dialysis"), mass("M1", "thigh"), size("90")),
        (
            mass("M1", "hip", plane="periarticular"),
            size("120"),
            present("soft_tissue_calcification"),
        ),
    ],
)
def test_size_alone_or_an_explained_mass_raises_no_red_flag(rows: tuple[r.Record, ...]) -> None:
    assert "sarcoma-red-flag" not in alert_ids(assessed(*rows))


def test_fast_growth_alone_makes_a_sarcoma_possible_and_asks_for_a_scan() -> None:
    told = assessed(LUMP, present("rapid_mass_growth"))
    assert standing_of(told, SARCOMA) == "possible"
    assert "mass-growing-fast" in alert_ids(told)
    assert "test-mri" in [test.id for test in told.next_tests]
    assert "test-biopsy" not in [test.id for test in told.next_tests]


def test_loose_bodies_alone_make_chondromatosis_possible_no_more() -> None:
    alone = assessed(present("intraarticular_loose_bodies"))
    painful = assessed(present("intraarticular_loose_bodies"), present("joint_pain"))
    assert standing_of(alone, "synovial_chondromatosis") == "possible"
    assert standing_of(painful, "synovial_chondromatosis") == "probable"


# Later readings of the record.


def test_injuries_are_not_asked_for_once_fop_is_probable() -> None:
    known = assessed(variant("ACVR1", "heterozygous"), present("heterotopic_ossification"))
    assert "test-injury" not in [test.id for test in known.next_tests]
    bone = assessed(present("heterotopic_ossification"))
    assert "test-injury" in [test.id for test in bone.next_tests]


@pytest.mark.parametrize(("value", "told"), [("3.6", True), ("2.9", True), ("4.4", None)])
def test_an_adult_phosphate_without_an_age_is_normal_where_no_age_calls_it_high(
    value: str, told: bool | None
) -> None:
    nftc = "normophosphatemic_tumoral_calcinosis"
    standing = standing_of(assessed(HIP, lab("serum_phosphate", value, "mg/dL")), nftc)
    assert (standing == "probable") is bool(told)


def test_adynamic_bone_does_not_take_dialysis_masses_from_uremic_calcinosis() -> None:
    key = "acquired_hyperphosphatemic_calcinosis.dialysis_hyperparathyroidism"
    rows = (present("dialysis"), HIP, HIGH_P, flagged("pth", "low"))
    assert standing_of(assessed(*rows), key) == "probable"


def test_dialysis_for_high_calcium_is_no_kidney_failure() -> None:
    tumor = (HIGH_CA, present("parathyroid_tumour"), takes("haemodialysis"))
    key = "hypercalcemic_metastatic_calcification.primary_hyperparathyroidism"
    assert standing_of(assessed(*tumor), key) == "probable"


def test_a_drug_brings_its_own_monitoring() -> None:
    agents = {
        "acetazolamide": "Bicarbonate, potassium",
        "sevelamer": "Calcium, bicarbonate, vitamin D (sevelamer)",
        "lanthanum": "Phosphate and calcium (lanthanum)",
        "probenecid": "Creatinine, urate, blood count (probenecid)",
        "denosumab": "Calcium and vitamin D (denosumab)",
        "zoledronic_acid": "Calcium and creatinine (bisphosphonate)",
        "palovarotene": "Growth and growth plates (palovarotene)",
        "glucocorticoid": "Glucose, growth, bone and eyes (glucocorticoid)",
        "sodium_thiosulfate": "Bicarbonate and calcium (thiosulfate)",
        "cinacalcet": "Calcium and PTH (cinacalcet)",
        "canakinumab": "Blood count and CRP (IL-1 blocker)",
        "calcitriol": "Calcium, urine calcium (active vitamin D)",
    }
    for agent, what in agents.items():
        assert what in [item.what for item in assessed(takes(agent)).monitoring], agent
        ended = assessed(takes(agent, stop="2021-01-01"))
        assert what not in [item.what for item in ended.monitoring], agent


def test_a_case_without_a_record_raises_no_drug_alert() -> None:
    assert not forbidden(assessment_of(case_of()))
