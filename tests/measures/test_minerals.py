"""Calcium and phosphate: published worked examples, limits and monotony."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.measures import minerals
from desktop.measures.refusal import Refused

AMOUNT = st.floats(0.05, 500)


def trp(sp: float, up: float, scr: float, ucr: float) -> float:
    return minerals.trp(
        serum_phosphate=sp, urine_phosphate=up, serum_creatinine=scr, urine_creatinine=ucr
    )


def test_a_child_with_high_reabsorption_differs_by_a_third_between_the_two_forms() -> None:
    fraction = trp(7.2, 30, 0.4, 60)
    assert minerals.tmp_gfr_kenny_glen(7.2, fraction) == pytest.approx(9.45, abs=1e-9)
    assert minerals.tmp_gfr_direct(7.2, fraction) == pytest.approx(7.0, abs=1e-9)


def test_the_rule_of_kenny_and_glen_jumps_down_at_86_percent() -> None:
    below, above = minerals.kenny_glen_alpha(0.86), minerals.kenny_glen_alpha(0.860001)
    assert below == pytest.approx(0.86)
    assert above == pytest.approx(0.826925, abs=1e-5)


@pytest.mark.parametrize("zero", range(4))
@pytest.mark.parametrize("amount", [0, -1, float("nan"), float("inf")])
def test_an_input_that_is_not_above_zero_is_refused(zero: int, amount: float) -> None:
    inputs = [7.2, 30.0, 0.4, 60.0]
    inputs[zero] = amount
    with pytest.raises(Refused, match="above 0"):
        trp(*inputs)


def test_a_reabsorption_below_zero_is_refused_with_the_number() -> None:
    with pytest.raises(Refused, match=r"-733.* %"):
        trp(3.0, 200, 5.0, 40)


@pytest.mark.parametrize("fraction", [-0.1, 0, 1.01])
def test_no_threshold_is_given_for_an_impossible_reabsorption(fraction: float) -> None:
    with pytest.raises(Refused):
        minerals.tmp_gfr_kenny_glen(5, fraction)
    with pytest.raises(Refused):
        minerals.tmp_gfr_direct(5, fraction)
    with pytest.raises(Refused):
        minerals.fepi(fraction)


@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT, st.floats(1.001, 3))
def test_reabsorption_falls_with_urine_phosphate_and_rises_with_serum_phosphate(
    sp: float, up: float, scr: float, ucr: float, more: float
) -> None:
    assume(1 - (up * more * scr) / (sp * ucr) > 0)
    assert trp(sp, up * more, scr, ucr) < trp(sp, up, scr, ucr) < trp(sp * more, up, scr, ucr)


@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT, st.floats(0.01, 100), st.floats(0.01, 100))
def test_reabsorption_does_not_depend_on_the_units(
    sp: float, up: float, scr: float, ucr: float, phosphate: float, creatinine: float
) -> None:
    assume(1 - (up * scr) / (sp * ucr) > 0.001)
    other = trp(sp * phosphate, up * phosphate, scr * creatinine, ucr * creatinine)
    assert other == pytest.approx(trp(sp, up, scr, ucr), abs=1e-9)


@given(st.floats(0.861, 0.9999), st.floats(0.00001, 0.1), st.floats(0.5, 15))
def test_above_the_jump_the_threshold_rises_with_reabsorption(
    fraction: float, step: float, phosphate: float
) -> None:
    assume(fraction + step <= 1)
    lower = minerals.tmp_gfr_kenny_glen(phosphate, fraction)
    assert lower < minerals.tmp_gfr_kenny_glen(phosphate, fraction + step) <= 1.5001 * phosphate


@given(st.floats(4, 18), st.floats(1, 6))
def test_both_forms_of_corrected_calcium_agree_within_a_hundredth_per_gram(
    calcium: float, albumin: float
) -> None:
    conventional = minerals.corrected_calcium_mg_dl(calcium, albumin)
    molar = minerals.corrected_calcium_mmol_l(calcium * 0.2495, albumin * 10) / 0.2495
    assert molar == pytest.approx(conventional, abs=0.01)


def test_low_albumin_raises_and_high_albumin_lowers_corrected_calcium() -> None:
    assert minerals.corrected_calcium_mg_dl(8.0, 2.5) == pytest.approx(9.2)
    assert minerals.corrected_calcium_mg_dl(9.8, 4.6) == pytest.approx(9.32)
