"""The registry's own ranges stand between the laboratory's and the built-in ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.ranges import RegistryRange
from desktop.measures.intervals import interval_for, judge, judge_value, steps
from desktop.measures.tubular import DIRECT, KENNY_GLEN
from desktop.measures.values import DerivedValue
from tests.measures.making import case_of, lab

if TYPE_CHECKING:
    from desktop.domain.case import Case

ADULTS = RegistryRange(
    analyte="serum_phosphate",
    unit="mmol/L",
    low=0.9,
    high=1.7,
    age_low_years=18,
    source="own laboratory, 2025",
)


def with_ranges(*ranges: RegistryRange, sex: str = "female", birth: str = "") -> Case:
    return replace(case_of(sex=sex, birth=birth), ranges=ranges)


def test_the_registrys_range_wins_over_the_built_in_one_and_is_named() -> None:
    # 5.0 mg/dL is above every built-in adult range (Mayo Clinic: 2.5 to 4.5) and within
    # 1.7 mmol/L = 5.26 mg/dL.
    result = lab("serum_phosphate", 5.0, "mg/dL", "P40Y")
    assert judge(result, case_of()).verdict == "high"
    found = judge(result, with_ranges(ADULTS))
    assert found.verdict == "normal"
    assert found.interval is not None
    assert found.interval.origin == "registry"
    assert "own laboratory, 2025" in found.interval.source
    assert "registry's own range" in found.reason
    assert found.interval.high == pytest.approx(1.7 / 0.3229)


def test_the_laboratorys_own_range_wins_over_the_registrys() -> None:
    result = lab("serum_phosphate", 5.0, "mg/dL", "P40Y", ref_low="2.5", ref_high="4.5")
    found = judge(result, with_ranges(ADULTS))
    assert found.verdict == "high"
    assert found.interval is not None
    assert found.interval.origin == "laboratory"


def test_the_laboratorys_flag_wins_and_the_difference_is_said() -> None:
    result = lab("serum_phosphate", 5.0, "mg/dL", "P40Y", flag="high")
    found = judge(result, with_ranges(ADULTS))
    assert found.verdict == "high"
    assert "the registry range differs" in found.reason


def test_outside_its_ages_the_built_in_range_is_used() -> None:
    child = interval_for(lab("serum_phosphate", 5.0, "mg/dL", "P10Y"), with_ranges(ADULTS))
    assert child is not None
    assert child.origin == "built-in"


def test_a_range_for_one_sex_leaves_the_other_alone() -> None:
    women = replace(ADULTS, sex="female")
    result = lab("serum_phosphate", 5.0, "mg/dL", "P40Y")
    assert judge(result, with_ranges(women, sex="female")).verdict == "normal"
    assert judge(result, with_ranges(women, sex="male")).verdict == "high"
    assert judge(result, with_ranges(women, sex="unknown")).verdict == "unknown"


def test_an_age_on_both_sides_of_its_limit_leaves_the_range_open() -> None:
    case = with_ranges(ADULTS, birth="2000")
    assert interval_for(lab("serum_phosphate", 5.0, "mg/dL", "2018-06-01"), case) is None


def test_a_range_for_a_method_holds_for_that_method_alone_and_before_a_general_one() -> None:
    general = RegistryRange(analyte="pth", unit="pg/mL", low=10.0, high=60.0)
    jaffe = RegistryRange(analyte="pth", unit="pg/mL", low=10.0, high=80.0, method="Elecsys")
    case = with_ranges(general, jaffe)
    for method, high in (("Elecsys PTH", 80.0), ("other", 60.0), ("non-Elecsys", 60.0)):
        found = interval_for(lab("pth", 70, "pg/mL", "P40Y", method=method), case)
        assert found is not None
        assert found.high == high, method


def test_an_analyte_without_a_built_in_range_is_judged_by_the_registrys() -> None:
    result = lab("magnesium", 3.0, "mg/dL", "P40Y")
    assert judge(result, case_of()).verdict == "unknown"
    own = RegistryRange(analyte="magnesium", unit="mg/dL", low=1.7, high=2.4)
    assert judge(result, with_ranges(own)).verdict == "high"


def test_ranges_of_tmp_gfr_are_never_used_for_the_other_method() -> None:
    own = RegistryRange(analyte="tmp_gfr", unit="mg/dL", low=2.0, high=5.0, method="direct")
    case = with_ranges(own)
    direct = DerivedValue(when="P10Y", value=6.0, unit="mg/dL", method=DIRECT)
    kenny = DerivedValue(when="P10Y", value=6.0, unit="mg/dL", method=KENNY_GLEN)
    found = judge_value(direct, "tmp_gfr", case)
    assert found.verdict == "high"
    assert found.interval is not None
    assert found.interval.origin == "registry"
    assert judge_value(direct, "tmp_gfr", case_of()).verdict == "unknown"
    assert judge_value(kenny, "tmp_gfr", case) == judge_value(kenny, "tmp_gfr", case_of())


def test_the_steps_of_a_chart_take_the_registrys_range_where_it_holds() -> None:
    built_in = steps("serum_phosphate", "female", "mg/dL")
    own = steps("serum_phosphate", "female", "mg/dL", ranges=(ADULTS,))
    adult = [step for step in own if step.age_low_days >= 18 * 365.25]
    assert len(adult) == 1
    assert adult[0].high == pytest.approx(1.7 / 0.3229)
    assert "own laboratory" in adult[0].source
    child = [step for step in own if step.age_high_days <= 18 * 365.25]
    assert child == [step for step in built_in if step.age_high_days <= 18 * 365.25]


def test_a_range_for_one_method_is_not_drawn_for_all_results() -> None:
    bound = replace(ADULTS, method="photometric")
    assert steps("serum_phosphate", "female", "mg/dL", ranges=(bound,)) == steps(
        "serum_phosphate", "female", "mg/dL"
    )
