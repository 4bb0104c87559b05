"""The differential as a physician would check it, case by case made up for the purpose."""

from __future__ import annotations

import pytest

from desktop.domain import records as r
from desktop.domain.disorders import DISORDER_KEYS
from tests.guidance.making import (
    absent,
    assessed,
    first_of,
    flagged,
    key_of,
    lab,
    mass,
    present,
    standing_of,
    takes,
    variant,
)

HFTC = "hyperphosphatemic_tumoral_calcinosis"
NFTC = "normophosphatemic_tumoral_calcinosis"
DIALYSIS = "acquired_hyperphosphatemic_calcinosis.dialysis_hyperparathyroidism"
HYPOPARA = "acquired_hyperphosphatemic_calcinosis.hypoparathyroidism"
PHP = "acquired_hyperphosphatemic_calcinosis.pseudohypoparathyroidism"
LYSIS = "acquired_hyperphosphatemic_calcinosis.tumor_lysis"
SARCOID = "hypercalcemic_metastatic_calcification.sarcoidosis"
VITAMIN_D = "hypercalcemic_metastatic_calcification.vitamin_d_intoxication"
ALKALI = "hypercalcemic_metastatic_calcification.milk_alkali"
PHPT = "hypercalcemic_metastatic_calcification.primary_hyperparathyroidism"
TRAUMA = "posttraumatic_dystrophic_calcification"
MO = "myositis_ossificans"
POH = "progressive_osseous_heteroplasia"


def seen(features: str) -> tuple[r.Record, ...]:
    return tuple(present(feature) for feature in features.split())


HIGH_P, NORMAL_P = flagged("serum_phosphate", "high"), flagged("serum_phosphate", "normal")
HIGH_CA, LOW_CA = flagged("serum_calcium_total", "high"), flagged("serum_calcium_total", "low")
HIGH_PTH, LOW_PTH = flagged("pth", "high"), flagged("pth", "low")
KIDNEY_OK = flagged("creatinine", "normal")
HIP = mass("M1", "hip")

PICTURES: dict[str, tuple[str, tuple[r.Record, ...]]] = {
    "phosphate and mass": (HFTC, (HIGH_P, HIP, KIDNEY_OK)),
    "siblings without a mass": (HFTC, (HIGH_P, KIDNEY_OK, *seen("affected_sibling"))),
    "hyperostosis and phosphate": (HFTC, (HIGH_P, *seen("diaphyseal_hyperostosis"))),
    "teeth and phosphate": (HFTC, (HIGH_P, *seen("short_dental_roots"))),
    "autoantibodies": (HFTC, (HIGH_P, *seen("fgf23_autoantibodies"))),
    "Klotho with high calcium and PTH": (HFTC, (HIGH_P, HIGH_CA, HIGH_PTH, HIP, variant("KL"))),
    "mass with normal phosphate": (NFTC, (NORMAL_P, HIP, KIDNEY_OK)),
    "SAMD9": (NFTC, (variant("SAMD9"), NORMAL_P, HIP)),
    "dialysis with masses": (DIALYSIS, (HIP, HIGH_P, HIGH_PTH, *seen("dialysis"))),
    "dialysis told by treatment": (DIALYSIS, (takes("peritoneal_dialysis"), HIP, HIGH_P)),
    "low calcium and low PTH": (HYPOPARA, (LOW_CA, LOW_PTH, HIGH_P)),
    "tetany and low PTH": (HYPOPARA, (LOW_PTH, HIGH_P, *seen("tetany_or_seizure"))),
    "low calcium and high PTH": (PHP, (LOW_CA, HIGH_PTH, HIGH_P, KIDNEY_OK)),
    "build and skin bone": (PHP, seen("short_metacarpal obesity subcutaneous_ossification")),
    "leukemia and chemotherapy": (
        LYSIS,
        (HIGH_P, *seen("haematological_malignancy recent_chemotherapy acute_kidney_injury")),
    ),
    "granulomas": (SARCOID, (HIGH_CA, LOW_PTH, *seen("granuloma_on_biopsy"))),
    "vitamin D in excess": (
        VITAMIN_D,
        (HIGH_CA, *seen("vitamin_d_excess_intake nephrocalcinosis")),
    ),
    "antacid and alkalosis": (
        ALKALI,
        (HIGH_CA, *seen("calcium_or_antacid_intake metabolic_alkalosis")),
    ),
    "parathyroid adenoma": (PHPT, (HIGH_CA, HIGH_PTH, KIDNEY_OK, *seen("parathyroid_tumour"))),
    "old leg injury": (
        TRAUMA,
        (mass("M1", "leg"), *seen("trauma_history peripheral_rim_calcification")),
    ),
    "lupus with nodules": (
        "calcinosis_circumscripta",
        seen("systemic_lupus_erythematosus subcutaneous_calcification"),
    ),
    "dermatomyositis with a shell": (
        "calcinosis_universalis",
        seen("dermatomyositis widespread_subcutaneous_calcification"),
    ),
    "bone after head injury": (
        MO,
        seen("neurological_injury heterotopic_ossification restricted_joint_motion"),
    ),
    "thigh after a kick": (
        MO,
        (mass("M1", "thigh"), *seen("trauma_history soft_tissue_calcification")),
    ),
    "toes and back masses": ("fop", seen("great_toe_malformation neck_back_hard_masses")),
    "ACVR1": ("fop", (variant("ACVR1", "heterozygous"),)),
    "one limb": (POH, seen("ossification_limited_to_one_limb heterotopic_ossification")),
    "skin bone that grows deep": (
        POH,
        seen("subcutaneous_ossification deep_extension_of_skin_lesion"),
    ),
    "black skin on dialysis": ("calciphylaxis", seen("dialysis skin_necrosis")),
    "urate crystals": ("gout_tophus", (mass("M1", "elbow"), *seen("urate_crystals_on_biopsy"))),
    "tendon deposit": (
        "calcific_tendinitis",
        seen("tendon_insertion_calcification sudden_severe_pain"),
    ),
    "loose bodies": ("synovial_chondromatosis", seen("intraarticular_loose_bodies joint_pain")),
    "solid part": (
        "soft_tissue_sarcoma",
        seen("soft_tissue_calcified_mass solid_or_infiltrative_component"),
    ),
}


@pytest.mark.parametrize("picture", PICTURES)
def test_a_textbook_picture_puts_its_disorder_first(picture: str) -> None:
    expected, rows = PICTURES[picture]
    assessment = assessed(*rows)
    assert first_of(assessment) == expected
    assert standing_of(assessment, expected) in ("established", "probable")


def test_every_key_comes_exactly_once_and_without_records_nothing_is_possible() -> None:
    assessment = assessed()
    assert sorted(key_of(c) for c in assessment.differential) == sorted(DISORDER_KEYS)
    assert {c.standing for c in assessment.differential} == {"unlikely"}


def test_pth_outranks_kidney_failure_with_a_mass() -> None:
    assessment = assessed(
        present("renal_impairment"),
        HIP,
        HIGH_CA,
        HIGH_P,
        LOW_PTH,
        present("vitamin_d_excess_intake"),
    )
    assert first_of(assessment) == VITAMIN_D
    low = next(c for c in assessment.differential if key_of(c) == DIALYSIS)
    met = [c.id for c in low.criteria if c.polarity == "against" and c.status == "met"]
    assert "dialysis-pth-low" in met


def test_no_recalled_injury_does_not_exclude_myositis_ossificans() -> None:
    rows = (present("zonal_peripheral_ossification"), absent("trauma_history"))
    assessment = assessed(*rows)
    assert first_of(assessment) == MO
    assert standing_of(assessment, MO) == "probable"


def test_a_mass_is_not_required_for_the_hyperphosphatemic_form() -> None:
    rows = (HIGH_P, KIDNEY_OK, absent("periarticular_calcified_mass"), variant("GALNT3"))
    assert standing_of(assessed(*rows), HFTC) == "established"


def test_phosphate_alone_tells_the_two_tumoral_forms_apart() -> None:
    open_case = assessed(HIP)
    assert {standing_of(open_case, HFTC), standing_of(open_case, NFTC)} == {"possible"}
    assert standing_of(assessed(HIP, HIGH_P), NFTC) == "unlikely"
    assert standing_of(assessed(HIP, NORMAL_P), HFTC) == "unlikely"


def test_phosphate_that_is_normal_under_treatment_does_not_speak_against() -> None:
    rows = (
        HIP,
        flagged("serum_phosphate", "high", "2020-01-01"),
        flagged("serum_phosphate", "normal", "2022-01-01"),
        takes("sevelamer"),
    )
    assert first_of(assessed(*rows)) == HFTC


def test_low_calcium_with_high_pth_first_makes_a_later_adenoma_not_primary() -> None:
    rows = (
        flagged("serum_calcium_total", "low", "1980-01-01"),
        flagged("pth", "high", "1980-01-01"),
        flagged("serum_calcium_total", "high", "2020-01-01"),
        flagged("pth", "high", "2020-01-01"),
        present("parathyroid_tumour"),
    )
    assert first_of(assessed(*rows)) == PHP


def test_low_calcium_after_parathyroid_surgery_is_not_hypoparathyroidism_by_itself() -> None:
    rows = (present("dialysis"), HIP, LOW_CA, LOW_PTH, present("parathyroidectomy_history"))
    assert first_of(assessed(*rows)) == DIALYSIS


def test_unknown_findings_are_neutral() -> None:
    bare = assessed(HIGH_P, HIP)
    hftc = next(c for c in bare.differential if key_of(c) == HFTC)
    assert hftc.count("unknown") > 5
    assert hftc.count("not_met") == 0


def test_findings_that_have_nothing_to_do_with_a_disorder_leave_it_alone() -> None:
    before = assessed(HIGH_P, HIP)
    after = assessed(HIGH_P, HIP, present("cough_or_dyspnea"), present("anemia"))
    score = {key_of(c): c.score for c in before.differential}
    assert {key_of(c): c.score for c in after.differential} == score


def test_a_disorder_ruled_out_in_the_record_is_excluded_and_says_so() -> None:
    assessment = assessed(
        present("great_toe_malformation"), diagnosis="fop", diagnosis_status="ruled_out"
    )
    assert standing_of(assessment, "fop") == "excluded"
    fop = next(c for c in assessment.differential if c.disorder == "fop")
    assert "Ruled out" in fop.reason


def test_a_diagnosis_confirmed_by_the_clinician_is_established() -> None:
    assessment = assessed(HIP, diagnosis=HFTC, diagnosis_status="confirmed")
    assert standing_of(assessment, HFTC) == "established"
    suspected = assessed(diagnosis=HFTC, diagnosis_status="suspected")
    assert standing_of(suspected, HFTC) == "possible"


def test_every_met_criterion_names_what_in_the_record_decided_it() -> None:
    assessment = assessed(HIGH_P, mass("M1", "hip", first_when="P8Y"), KIDNEY_OK)
    for candidate in assessment.differential:
        for criterion in candidate.criteria:
            if criterion.status == "met":
                assert criterion.evidence, criterion.id
                assert criterion.because, criterion.id


def test_the_weaker_argument_is_listed_only_while_it_holds() -> None:
    with_mass = next(c for c in assessed(HIP).differential if key_of(c) == HFTC)
    assert "hftc-uncalcified-mass" not in {c.id for c in with_mass.criteria}
    vague = assessed(HIP, present("soft_tissue_mass"))
    without = next(c for c in vague.differential if key_of(c) == HFTC)
    assert "hftc-uncalcified-mass" in {c.id for c in without.criteria}


def test_alternatives_that_exclude_each_other_never_count_against() -> None:
    low_pth = assessed(HIGH_P, HIP, flagged("pth", "low"), flagged("serum_calcium_total", "normal"))
    listed = {c.id: c.status for c in low_pth.differential[0].criteria}
    assert listed["hftc-pth-low"] == "met"
    assert "hftc-pth-normal" not in listed
    abnormal = assessed(HIGH_P, HIP, flagged("pth", "high"))
    hftc = next(c for c in abnormal.differential if key_of(c).startswith("hyperphosphatemic_t"))
    assert {c.id: c.status for c in hftc.criteria}["hftc-pth-normal"] == "not_met"


def test_what_later_knowledge_superseded_does_not_count_against() -> None:
    rows = (HIGH_P, HIP, present("painful_mass"), present("restricted_joint_motion"))
    first = assessed(*rows, lab("calcium_phosphate_product", "63", "mg2/dL2")).differential[0]
    assert first.count("not_met") == 0


def test_one_variant_of_a_recessive_disease_is_a_carrier() -> None:
    carrier = assessed(variant("GALNT3", "heterozygous", "pathogenic"))
    assert standing_of(carrier, "hyperphosphatemic_tumoral_calcinosis") == "possible"
    both = assessed(variant("GALNT3", "homozygous", "pathogenic"))
    assert standing_of(both, "hyperphosphatemic_tumoral_calcinosis") == "established"
