"""Filtration equations hold for their ages only, and say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.measures import kidney
from desktop.measures.refusal import Refused


def test_the_adult_equation_gives_the_published_check_value() -> None:
    assert kidney.ckd_epi_2021(1.2, 55, sex="male") == pytest.approx(71.418, abs=1e-3)


@pytest.mark.parametrize("age", [0.5, 12, 17.99])
def test_the_adult_equation_is_refused_below_18_years(age: float) -> None:
    with pytest.raises(Refused, match="18 years and over"):
        kidney.ckd_epi_2021(0.6, age, sex="female")


@pytest.mark.parametrize("age", [0.9, 18, 40])
def test_the_bedside_equation_is_refused_outside_childhood(age: float) -> None:
    with pytest.raises(Refused, match="1 to 18 years"):
        kidney.bedside_schwartz(0.5, 100, age_years=age)


@pytest.mark.parametrize("age", [0.5, 25, 60])
def test_the_equation_to_25_years_is_refused_outside_its_ages(age: float) -> None:
    with pytest.raises(Refused, match="1 to 25 years"):
        kidney.ckid_u25(0.5, 1.2, age_years=age, sex="male")


def test_a_boy_has_the_rate_that_a_public_readme_prints_for_a_girl() -> None:
    # The readme labels its example female; by the equation 63.1 belongs to a boy, 58.4 to a girl.
    boy = kidney.ckid_u25(0.8, 1.32, age_years=9.5, sex="male")
    girl = kidney.ckid_u25(0.8, 1.32, age_years=9.5, sex="female")
    assert (round(boy, 1), round(girl, 1)) == (63.1, 58.4)


@pytest.mark.parametrize("sex", ["female", "male"])
def test_the_factor_to_25_years_changes_at_18_and_not_at_15(sex: kidney.Sex) -> None:
    def factor(age: float) -> float:
        return kidney.ckid_u25(1.0, 1.0, age_years=age, sex=sex)

    assert factor(15.001) == pytest.approx(factor(14.999), rel=1e-3)
    assert factor(20) == factor(18) == {"female": 41.4, "male": 50.8}[sex]


@given(
    st.floats(0.1, 15), st.floats(1.001, 2), st.floats(18, 100), st.sampled_from(["female", "male"])
)
def test_more_creatinine_means_less_filtration(
    creatinine: float, more: float, age: float, sex: kidney.Sex
) -> None:
    rate = kidney.ckd_epi_2021(creatinine, age, sex=sex)
    assert kidney.ckd_epi_2021(creatinine * more, age, sex=sex) < rate
    assert kidney.ckd_epi_2021(creatinine, age + 1, sex=sex) < rate


@pytest.mark.parametrize(
    ("rate", "category"),
    [(90, "G1"), (89.9, "G2"), (60, "G2"), (59, "G3a"), (44, "G3b"), (29, "G4"), (14.9, "G5")],
)
def test_categories_begin_at_their_limits(rate: float, category: str) -> None:
    assert kidney.gfr_category(rate) == category


def test_a_negative_rate_has_no_category() -> None:
    with pytest.raises(Refused):
        kidney.gfr_category(-1)
