"""Which range is used for a result, and what follows when age, sex or source leave doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.analytes import Quantity, analytes
from desktop.measures.bands import bands
from desktop.measures.intervals import interval_for, judge, judge_value, steps
from desktop.measures.tubular import DIRECT, KENNY_GLEN
from desktop.measures.values import DerivedValue, Verdict
from desktop.measures.verdicts import verdict_of
from tests.measures.making import case_of, flagged, lab

BORN = "2009-05-14"


def verdict(analyte: str, value: float, unit: str, when: str, **who: str) -> Verdict:
    case = case_of(birth=who.get("birth", BORN), sex=who.get("sex", "female"))
    return judge(lab(analyte, value, unit, when), case).verdict


def phosphate(value: float, when: str, **who: str) -> Verdict:
    return verdict("serum_phosphate", value, "mg/dL", when, **who)


def test_the_laboratorys_own_range_wins_over_the_built_in_one() -> None:
    result = lab("serum_phosphate", 6.0, "mg/dL", "P30Y", ref_low="4", ref_high="7")
    found = judge(result, case_of())
    assert found.verdict == "normal"
    assert found.interval is not None
    assert found.interval.origin == "laboratory"


def test_the_range_is_the_one_for_the_age_at_sampling_not_today() -> None:
    case = case_of(birth=BORN)
    at_14 = interval_for(lab("serum_phosphate", 5.0, "mg/dL", "2023-12-12"), case)
    at_16 = interval_for(lab("serum_phosphate", 5.0, "mg/dL", "2025-11-11"), case)
    assert at_14 is not None
    assert at_16 is not None
    # Mayo Clinic Laboratories PHOS, girls: 3.5-4.9 from 14, 3.1-4.7 from 16 years.
    assert (at_14.low, at_14.high) == (3.5, 4.9)
    assert (at_16.low, at_16.high) == (3.1, 4.7)
    assert "Mayo" in at_14.source
    assert at_14.applies_to == "female, 14 y to under 16 y"


def test_a_band_begins_on_the_birthday_itself() -> None:
    case = case_of(birth=BORN)
    eve = interval_for(lab("serum_phosphate", 5.0, "mg/dL", "2023-05-13"), case)
    birthday = interval_for(lab("serum_phosphate", 5.0, "mg/dL", "2023-05-14"), case)
    assert eve is not None
    assert birthday is not None
    assert (eve.high, birthday.high) == (5.2, 4.9)


def test_the_same_phosphate_is_normal_in_an_infant_and_high_in_an_adult() -> None:
    assert phosphate(6.5, "P3M") == "normal"
    assert phosphate(6.5, "P30Y") == "high"


def test_boys_and_girls_have_their_own_ranges() -> None:
    at_nine = {
        sex: interval_for(lab("serum_phosphate", 5, "mg/dL", "P9Y"), case_of(sex=sex))
        for sex in ("female", "male")
    }
    assert {sex: (i.low, i.high) for sex, i in at_nine.items() if i} == {
        "female": (4.0, 5.2),
        "male": (3.7, 5.4),
    }


@pytest.mark.parametrize("sex", ["unknown", "intersex", ""])
def test_an_unknown_sex_gets_a_verdict_only_where_both_sexes_agree(sex: str) -> None:
    assert phosphate(8.5, "P9Y", sex=sex) == "high"
    assert phosphate(4.5, "P9Y", sex=sex) == "normal"
    # Alkaline phosphatase of adults: women up to 104, men up to 129 U/L (Mayo).
    assert verdict("alp", 110, "U/L", "P40Y", sex=sex) == "unknown"
    assert interval_for(lab("alp", 110, "U/L", "P40Y"), case_of(sex=sex)) is None


def test_an_age_that_spans_two_bands_gets_a_verdict_only_where_both_agree() -> None:
    # Born in 2009, sampled in 2025: 15 to 17 years, whose upper limits are 4.9 and 4.7.
    assert phosphate(7.5, "2025", birth="2009") == "high"
    assert phosphate(4.0, "2025", birth="2009") == "normal"
    result = lab("serum_phosphate", 4.0, "mg/dL", "2025")
    assert interval_for(result, case_of(birth="2009")) is None


def test_a_result_that_is_not_dated_is_judged_only_where_every_age_agrees() -> None:
    assert phosphate(11.0, "") == "high"
    assert phosphate(6.5, "") == "unknown"  # normal in infancy, high at 16


def test_without_age_and_birth_every_age_is_possible() -> None:
    assert phosphate(5.0, "2020-01-01", birth="") == "unknown"
    assert phosphate(1.2, "2020-01-01", birth="") == "low"


def test_where_sources_disagree_near_a_limit_it_depends_on_the_laboratory() -> None:
    # Boys of 8: Mayo up to 5.4, KDOQI up to 5.8, Quest up to 6.0.
    case = case_of(sex="male")
    found = judge(lab("serum_phosphate", 5.6, "mg/dL", "P8Y"), case)
    assert found.verdict == "borderline"
    assert "depends on the laboratory" in found.reason
    assert judge(lab("serum_phosphate", 6.5, "mg/dL", "P8Y"), case).verdict == "high"


@pytest.mark.parametrize("age", ["P13Y", "P14Y6M", "P15Y"])
def test_the_band_of_a_guideline_that_over_calls_adolescents_is_not_used(age: str) -> None:
    # KDOQI gives 2.3 to 4.5 mg/dL for 13 to 20 years, lower than every laboratory's range.
    assert phosphate(4.7, age) == "normal"
    assert not any(
        band.source.startswith("KDOQI") and band.age_low >= 13
        for band in bands()["serum_phosphate"]
    )


def test_a_gap_in_the_table_gives_no_range_and_no_verdict() -> None:
    # Albumin has a range from 12 months on, ionized calcium from 14 days on.
    for analyte, value, unit, age in (
        ("albumin", 2.0, "g/dL", "P5M"),
        ("serum_calcium_ionised", 5.5, "mg/dL", "P3D"),
        ("crp", 90.0, "mg/L", "P30Y"),
    ):
        result = lab(analyte, value, unit, age)
        assert interval_for(result, case_of()) is None
        found = judge(result, case_of())
        assert found.verdict == "unknown"
        assert "no range" in found.reason


def test_a_flag_alone_is_the_verdict() -> None:
    found = judge(flagged("serum_phosphate", "high"), case_of())
    assert (found.verdict, found.interval) == ("high", None)


def test_without_flag_and_number_the_verdict_is_unknown() -> None:
    assert judge(flagged("serum_phosphate", ""), case_of()).verdict == "unknown"


def test_the_laboratorys_flag_rests_on_its_own_range_and_beats_the_built_in_one() -> None:
    # A published total calcium of 4.8 mg/dL called normal: it is ionized calcium.
    result = lab("serum_calcium_total", 4.8, "mg/dL", "P7Y", flag="normal")
    found = judge(result, case_of())
    assert found.verdict == "normal"
    assert "confirm value, unit and fraction" in found.reason


def test_a_flag_that_contradicts_the_printed_range_is_named() -> None:
    result = lab("serum_phosphate", 7.2, "mg/dL", "P6Y", ref_high="6.3", flag="normal")
    found = judge(result, case_of())
    assert found.verdict == "high"
    assert "slip" in found.reason


def test_a_number_that_is_not_plausible_is_never_judged() -> None:
    found = judge(lab("25_oh_vitamin_d", 26, "ng/dL", "P30Y"), case_of())
    assert found.verdict == "unknown"
    assert "unit" in found.reason


def test_a_unit_without_a_conversion_is_never_judged() -> None:
    found = judge(lab("serum_calcium_total", 2400, "nmol/L", "P30Y"), case_of())
    assert found.verdict == "unknown"
    assert "cannot be converted" in found.reason


def test_a_range_is_shown_in_the_unit_of_the_result() -> None:
    found = interval_for(lab("serum_phosphate", 1.5, "mmol/L", "P30Y"), case_of())
    assert found is not None
    assert found.unit == "mmol/L"
    assert found.high == pytest.approx(4.5 * 0.3229, rel=1e-6)


@pytest.mark.parametrize(
    ("value", "comparator", "expected"),
    [
        (2.4, "<", "low"),
        (2.5, "<", "low"),
        (2.5, "<=", "unknown"),
        (4.0, "<", "unknown"),
        (4.5, ">", "high"),
        (4.5, ">=", "unknown"),
        (9.0, ">", "high"),
        (9.0, "<", "unknown"),
        (2.5, "", "normal"),
        (4.5, "", "normal"),
        (4.51, "", "high"),
    ],
)
def test_a_comparator_decides_only_what_it_can(
    value: float, comparator: str, expected: str
) -> None:
    assert verdict_of(Quantity(value, "mg/dL", comparator), 2.5, 4.5) == expected


def test_an_open_limit_calls_nothing_low() -> None:
    # Intact FGF23 has an upper limit of 52 pg/mL in children and no lower one.
    assert verdict("fgf23_intact", 4, "pg/mL", "P9Y") == "normal"
    assert verdict("fgf23_intact", 13000, "pg/mL", "P9Y") == "high"
    assert verdict_of(Quantity(52, "pg/mL", "<"), None, 52) == "normal"


def test_an_assay_named_in_the_method_singles_out_its_own_range() -> None:
    case = case_of()
    liaison = lab("fgf23_intact", 80, "pg/mL", "P40Y", method="DiaSorin LIAISON")
    unnamed = lab("fgf23_intact", 80, "pg/mL", "P40Y")
    assert judge(liaison, case).verdict == "normal"
    assert judge(unnamed, case).verdict == "borderline"


def threshold(method: str, value: float, when: str) -> DerivedValue:
    return DerivedValue(when=when, value=value, unit="mg/dL", method=method)


def test_a_threshold_is_judged_by_the_range_of_its_own_method_only() -> None:
    case = case_of()
    # Payne 1998, women 15 to 35 years: up to 1.44 mmol/L, that is 4.46 mg/dL.
    assert judge_value(threshold(KENNY_GLEN, 8.5, "P30Y"), "tmp_gfr", case).verdict == "high"
    found = judge_value(threshold(DIRECT, 8.5, "P30Y"), "tmp_gfr", case)
    assert (found.verdict, found.interval) == ("unknown", None)
    assert "Kenny" in found.reason


def test_a_reported_threshold_without_method_and_range_is_not_judged() -> None:
    assert judge(lab("tmp_gfr", 2.9, "mmol/L", "P17Y"), case_of()).verdict == "unknown"
    named = lab("tmp_gfr", 2.9, "mmol/L", "P17Y", method="Walton-Bijvoet nomogram")
    assert judge(named, case_of()).verdict == "high"


def test_steps_for_a_girl_are_the_bands_of_the_laboratory_with_infancy_from_the_guideline() -> None:
    found = steps("serum_phosphate", "female", "mg/dL")
    years = [(round(s.age_low_days / 365.25, 2), s.low, s.high) for s in found]
    assert years == [
        (0, 5.2, 8.4),
        (0.5, 5.0, 7.8),
        (1, 4.3, 5.4),
        (8, 4.0, 5.2),
        (14, 3.5, 4.9),
        (16, 3.1, 4.7),
        (18, 2.5, 4.5),
    ]


def test_steps_for_an_unknown_sex_leave_out_ages_at_which_the_sexes_differ() -> None:
    found = steps("serum_phosphate", "unknown", "mg/dL")
    covered = [(s.age_low_days / 365.25, s.age_high_days / 365.25) for s in found]
    assert not any(low < 9 < high for low, high in covered)
    assert any(low < 30 < high for low, high in covered)


def test_steps_come_in_the_unit_asked_for() -> None:
    last = steps("serum_phosphate", "male", "mmol/L")[-1]
    assert last.high == pytest.approx(1.45305, rel=1e-5)
    assert steps("serum_phosphate", "male", "meq/L") == ()
    assert steps("crp", "male", "mg/L") == ()


def test_every_band_of_the_table_is_in_the_canonical_unit_with_limits_in_order() -> None:
    for key, listed in bands().items():
        for band in listed:
            assert band.unit == analytes()[key].unit
            assert band.age_low < band.age_high
            assert band.low is not None or band.high is not None
            if band.low is not None and band.high is not None:
                assert band.low < band.high


@given(
    st.floats(0.3, 34),
    st.floats(0.3, 34),
    st.sampled_from(["P1M", "P8M", "P2Y", "P7Y", "P13Y", "P15Y", "P17Y", "P40Y", "P70Y"]),
    st.sampled_from(["female", "male"]),
)
def test_a_higher_value_is_never_judged_lower(one: float, two: float, age: str, sex: str) -> None:
    order = ["low", "borderline", "normal", "high"]
    small, large = sorted((one, two))
    first, second = phosphate(small, age, sex=sex), phosphate(large, age, sex=sex)
    if "borderline" not in {first, second}:
        assert order.index(first) <= order.index(second)
    assert not (first == "high" and second != "high")
    assert not (second == "low" and first != "low")
