"""Facts of a case: ever and now, ranges by age, flags, patterns, and what stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.terms import features
from desktop.guidance.attempts import Attempts
from desktop.guidance.catalog import facts_of
from desktop.guidance.loader import guidance_pack
from desktop.measures.derived import derive
from tests.guidance.making import (
    absent,
    allergy,
    assessment_of,
    case_of,
    flagged,
    lab,
    mass,
    present,
    takes,
    variant,
)

if TYPE_CHECKING:
    from desktop.guidance.facts import Facts


def facts(*rows: r.Record, sex: str = "female", birth: str = "") -> Facts:
    case = case_of(*rows, sex=sex, birth=birth)
    return facts_of(case, derive(case), guidance_pack(), Attempts())


def test_an_earlier_high_phosphate_is_not_erased_by_a_later_normal_one() -> None:
    found = facts(
        flagged("serum_phosphate", "high", "2020-01-01"),
        flagged("serum_phosphate", "normal", "2021-01-01"),
    )
    assert found.truth("phosphate_high") is True
    assert found.truth("phosphate_high_now") is False
    assert found.truth("phosphate_normal") is False


def test_phosphate_stays_raised_while_treatment_that_lowers_it_is_running() -> None:
    rows = (
        flagged("serum_phosphate", "high", "2020-01-01"),
        flagged("serum_phosphate", "normal", "2021-01-01"),
    )
    assert facts(*rows, takes("sevelamer")).truth("phosphate_raised") is True
    stopped = facts(*rows, takes("sevelamer", stop="2020-06-01"))
    assert stopped.truth("phosphate_raised") is not True
    assert facts(*rows).truth("phosphate_raised") is not True


@pytest.mark.parametrize(
    ("birth", "when", "expected"),
    [
        # 6.0 mg/dL: within KDOQI's and Quest's ranges at one year, above all adult ranges.
        ("2019-01-01", "2020-02-01", False),
        ("1980-01-01", "2020-02-01", True),
    ],
)
def test_phosphate_is_judged_by_the_age_at_sampling(birth: str, when: str, expected: bool) -> None:
    found = facts(lab("serum_phosphate", "6.0", "mg/dL", when), birth=birth)
    assert found.truth("phosphate_high") in ({True} if expected else {False, None})


@pytest.mark.parametrize(
    ("value", "cells", "expected"),
    [
        ("7.2", {}, True),  # above 6.5 mg/dL, the highest limit from the first birthday on
        ("5.2", {}, None),  # high in adults, normal in children
        ("7.2", {"enrolled_when": "P3M"}, None),  # normal in an infant
    ],
)
def test_a_phosphate_without_an_age_is_high_only_if_it_is_high_at_every_age_past_infancy(
    value: str, cells: dict[str, str], expected: bool | None
) -> None:
    case = case_of(lab("serum_phosphate", value, "mg/dL"), **cells)
    found = facts_of(case, derive(case), guidance_pack(), Attempts())
    assert found.truth("phosphate_high") is expected


def test_a_printed_range_that_does_not_fit_the_age_is_disputed_not_believed() -> None:
    # 7.0 mg/dL with a printed range of 4 to 7, in an adult (a published case prints this).
    printed = lab("serum_phosphate", "7.0", "mg/dL", "P23Y", ref_low="4", ref_high="7")
    found = facts(printed, sex="male")
    assert found.truth("phosphate_disputed") is True
    assert found.truth("phosphate_high") is None
    assert found.truth("phosphate_normal") is None
    assert found.truth("phosphate_raised") is True


def test_calcium_corrected_for_albumin_beats_total_calcium_of_the_same_time() -> None:
    # Payne 1973: 8.0 mg/dL at albumin 2.5 g/dL is 9.2 mg/dL corrected: not low.
    found = facts(
        lab("serum_calcium_total", "8.0", "mg/dL", "2020-01-01"),
        lab("albumin", "2.5", "g/dL", "2020-01-01"),
        birth="1980-01-01",
    )
    assert found.truth("calcium_low") is False


@pytest.mark.parametrize(
    ("albumin", "low", "normal"),
    [("4.6", False, True), ("4.0", False, True), ("3.0", False, False)],
)
def test_albumin_that_is_not_low_never_makes_a_normal_calcium_low(
    albumin: str, low: bool, normal: bool
) -> None:
    # 9.6 + 0.8 x (4.0 - 4.6) = 9.1 mg/dL would lie below the printed and the built-in range;
    # with albumin 3.0 it is 10.4 mg/dL, above the printed one of 10.2.
    when = "2026-06-17"
    found = facts(
        lab("serum_calcium_total", "9.6", "mg/dL", when, ref_low="9.3", ref_high="10.2"),
        lab("albumin", albumin, "g/dL", when),
        birth="2011-05-14",
    )
    assert (found.truth("calcium_low") is True) is low
    assert found.truth("calcium_normal") is True or not normal


def test_ionized_calcium_beats_total_calcium_of_the_same_time() -> None:
    found = facts(
        flagged("serum_calcium_total", "low", "2020-01-01"),
        flagged("serum_calcium_ionised", "normal", "2020-01-01"),
    )
    assert found.truth("calcium_low") is False


def test_calcium_and_pth_make_a_pattern_only_within_one_time() -> None:
    found = facts(
        flagged("serum_calcium_total", "low", "2000-01-01"),
        flagged("pth", "high", "2000-01-05"),
        flagged("serum_calcium_total", "high", "2020-01-01"),
        flagged("pth", "low", "2010-01-01"),
    )
    assert found.truth("calcium_low_with_pth_high") is True
    assert found.truth("calcium_high_with_pth_low") is False


def test_results_that_never_changed_make_a_pattern_without_dates() -> None:
    found = facts(flagged("serum_calcium_total", "high"), present("low_pth"))
    assert found.truth("calcium_high_with_pth_low") is True


def test_undated_results_that_disagree_leave_the_present_unknown() -> None:
    found = facts(flagged("serum_phosphate", "high"), flagged("serum_phosphate", "normal"))
    assert found.truth("phosphate_high") is True
    assert found.truth("phosphate_high_now") is None


@pytest.mark.parametrize(
    ("value", "comparator", "above_75", "above_55"),
    [
        ("60", ">", None, True),
        ("75", "", False, True),
        ("75", ">", True, True),
        ("50", "<", False, False),
    ],
)
def test_a_comparator_decides_only_what_it_can(
    value: str, comparator: str, above_75: bool | None, above_55: bool | None
) -> None:
    row = lab("calcium_phosphate_product", value, "mg2/dL2", comparator=comparator)
    found = facts(row)
    assert found.truth("product_above_75") is above_75
    assert found.truth("product_above_55") is above_55


def test_a_panel_reported_normal_counts_for_calcium_and_phosphate() -> None:
    found = facts(absent("abnormal_mineral_metabolism_tests"))
    assert found.truth("phosphate_normal") is True
    assert found.truth("calcium_normal") is True
    assert found.truth("pth_normal") is None


def test_general_routine_tests_say_nothing_about_phosphate() -> None:
    found = facts(absent("abnormal_routine_laboratory_tests"))
    assert found.truth("phosphate_high") is None


def test_what_nobody_recorded_is_unknown() -> None:
    found = facts()
    for name in features():
        assert found.truth(name) is None, name


def test_a_finding_present_at_any_time_beats_an_absence_at_another() -> None:
    found = facts(
        absent("periarticular_calcified_mass", "2019"),
        present("periarticular_calcified_mass", "2022"),
    )
    assert found.truth("periarticular_calcified_mass") is True


def test_kinds_entail_the_general_and_its_absence_rules_them_out() -> None:
    assert facts(present("systemic_sclerosis")).truth("connective_tissue_disease") is True
    ruled_out = facts(absent("connective_tissue_disease"))
    assert ruled_out.truth("dermatomyositis") is False
    assert facts(present("muscle_ossification")).truth("deep_bone") is True


def test_a_recorded_mass_at_a_joint_is_a_calcified_mass_unless_told_otherwise() -> None:
    assert facts(mass("M1", "hip")).truth("calcified_mass_at_joint") is True
    vague = facts(mass("M1", "hip"), present("soft_tissue_mass"))
    assert vague.truth("calcified_mass_at_joint") is not True
    assert vague.truth("uncalcified_mass_at_joint") is True
    bone = facts(mass("M1", "hip"), present("heterotopic_ossification"))
    assert bone.truth("calcified_mass_at_joint") is not True
    assert facts(mass("M1", "thigh")).truth("calcified_mass_at_joint") is None


def test_an_hpo_id_means_the_feature() -> None:
    assert facts(present("HP:0001844")).truth("great_toe_malformation") is True
    assert facts(present("HP:0010109")).truth("great_toe_malformation") is True
    assert facts(present("HP:9999999")).truth("great_toe_malformation") is None


@pytest.mark.parametrize(
    ("row", "biallelic", "reported"),
    [
        (variant("GALNT3"), True, True),
        (variant("GALNT3", "compound_heterozygous"), True, True),
        (variant("GALNT3", "heterozygous"), None, True),
        (variant("GALNT3", "unknown"), None, True),
        (variant("GALNT3", classification="benign"), None, None),
        (variant("GALNT3", classification="vus"), None, None),
    ],
)
def test_a_variant_without_classification_counts_and_a_benign_one_never(
    row: r.Variant, biallelic: bool | None, reported: bool | None
) -> None:
    found = facts(row)
    assert found.truth("hftc_gene_biallelic") is biallelic
    assert found.truth("hftc_gene_reported") is reported


def test_two_different_heterozygous_variants_of_one_gene_count_as_both_copies() -> None:
    one = variant("KL", "heterozygous")
    other = r.Variant(patient="p", gene="KL", hgvs_c="c.2T>C", zygosity="heterozygous")
    assert facts(one, other).truth("hftc_gene_biallelic") is True
    elsewhere = r.Variant(patient="p", gene="FGF23", hgvs_c="c.2T>C", zygosity="heterozygous")
    assert facts(one, elsewhere).truth("hftc_gene_biallelic") is None


def test_treatments_are_running_until_they_stop_and_free_text_is_understood() -> None:
    assert facts(takes("sevelamer")).truth("taking.sevelamer") is True
    stopped = facts(takes("sevelamer", stop="2021-01-01"))
    assert stopped.truth("taking.sevelamer") is None
    assert stopped.truth("took.sevelamer") is True
    planned = facts(takes("sevelamer", start="2030-01-01"))
    assert planned.truth("taking.sevelamer") is None
    assert facts(takes("Sevelamer carbonate 800 mg")).truth("taking.sevelamer") is True


def test_dialysis_for_an_acute_injury_is_not_kidney_failure() -> None:
    assert facts(takes("haemodialysis")).truth("kidney_failure") is True
    acute = facts(takes("haemodialysis"), present("acute_kidney_injury"))
    assert acute.truth("kidney_failure") is None
    assert acute.truth("kidney_reduced") is True


def test_onset_is_the_youngest_sign_and_an_old_injury_is_told_from_a_fresh_one() -> None:
    found = facts(
        present("trauma_history", "P20Y"), mass("M1", "leg", first_when="P40Y"), sex="male"
    )
    assert found.truth("childhood_onset") is False
    assert found.truth("injury_long_before") is True
    fresh = facts(present("trauma_history", "P20Y"), mass("M1", "thigh", first_when="P20Y"))
    assert fresh.truth("injury_recent") is True
    assert fresh.truth("injury_long_before") is None


def test_an_allergy_belongs_to_its_group() -> None:
    assert facts(allergy("Co-trimoxazole")).truth("allergy.sulfonamide") is True
    assert facts(allergy("Penicillin")).truth("allergy.sulfonamide") is None
    none = facts(allergy("none", status="none_known"))
    assert none.truth("allergy_present") is None
    assert none.truth("allergies_recorded") is True
    assert facts().truth("allergies_recorded") is False


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("Cotrimoxazol", "sulfonamide"),
        ("sulfonamidas", "sulfonamide"),
        ("Penicilina G", "penicillin"),
        ("amoxicilina/ácido clavulánico", "penicillin"),
        ("lidocaína", "local_anesthetic"),
        ("ácido acetilsalicílico", "salicylate"),
    ],
)
def test_an_allergy_written_in_spanish_belongs_to_the_same_group(written: str, group: str) -> None:
    assert facts(allergy(written)).truth(f"allergy.{group}") is True


def test_evidence_says_value_unit_range_and_date() -> None:
    row = lab("serum_phosphate", "6.8", "mg/dL", "2021-03-04", ref_low="4.0", ref_high="5.2")
    (evidence,) = facts(row).evidence(["phosphate_high"])
    assert evidence.record == f"lab:{row.id}"
    told = evidence.say().replace("\u2011", "-")
    assert told == "Phosphate 6.8 mg/dL, high (range 4–5.2), 04-Mar-2021"


ANY_FINDING = st.builds(
    r.Finding,
    patient=st.just("p"),
    feature=st.sampled_from([*features(), "HP:0000670", "free words"]),
    status=st.sampled_from(["present", "absent"]),
    when=st.sampled_from(["", "2019", "2021-03-04", "P3W", "P14Y6M", "P70Y"]),
    site=st.sampled_from(["", "hip", "back", "nowhere known"]),
)
ANY_LAB = st.builds(
    r.LabResult,
    patient=st.just("p"),
    analyte=st.sampled_from(["serum_phosphate", "serum_calcium_total", "pth", "2777-1", "x"]),
    value=st.sampled_from(["", "5.0", "1e3", "0"]),
    unit=st.sampled_from(["mg/dL", "mmol/L", "pg/mL", ""]),
    comparator=st.sampled_from(["", "<", ">="]),
    flag=st.sampled_from(["", "low", "normal", "high"]),
    when=st.sampled_from(["", "2020-01-01", "2021", "P14Y"]),
)


@given(
    st.lists(ANY_FINDING, max_size=6),
    st.lists(ANY_LAB, max_size=5),
    st.sampled_from(["", "2006-05", "2006-05-14"]),
)
def test_no_mixture_of_records_makes_a_rule_fail(
    findings: list[r.Finding], labs: list[r.LabResult], birth: str
) -> None:
    assessment = assessment_of(case_of(*findings, *labs, birth=birth))
    assert not [alert for alert in assessment.alerts if alert.id.startswith("failed.")]
    scores = [candidate.score for candidate in assessment.differential]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert all(0 <= score <= 1 for score in scores)
