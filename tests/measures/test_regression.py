"""The straight line and the t quantile, against printed tables and exact cases."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.measures.refusal import Refused
from desktop.measures.regression import fitted
from desktop.measures.student import t_quantile


@pytest.mark.parametrize(
    ("degrees", "printed"),
    # Two-sided 95 % points of the usual printed table.
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (8, 2.306), (30, 2.042), (120, 1.980)],
)
def test_quantiles_are_those_of_the_printed_table(degrees: int, printed: float) -> None:
    assert t_quantile(degrees) == pytest.approx(printed, abs=5e-4)


def test_one_and_two_degrees_have_exact_quantiles() -> None:
    p = 0.975
    assert t_quantile(1) == pytest.approx(math.tan(math.pi * (p - 0.5)), rel=1e-10)
    exact = (2 * p - 1) * math.sqrt(2 / (1 - (2 * p - 1) ** 2))
    assert t_quantile(2) == pytest.approx(exact, rel=1e-10)


def test_many_degrees_approach_the_normal_distribution() -> None:
    assert t_quantile(1_000_000) == pytest.approx(1.959966, abs=1e-5)


@pytest.mark.parametrize(("degrees", "probability"), [(0, 0.975), (5, 1.0), (5, 0.2)])
def test_no_quantile_outside_the_limits(degrees: int, probability: float) -> None:
    with pytest.raises(ValueError, match="no t quantile"):
        t_quantile(degrees, probability)


def test_two_points_are_refused_because_they_always_lie_on_a_line() -> None:
    with pytest.raises(Refused, match="2 of at least 3"):
        fitted([0, 1], [1, 2])


def test_points_of_one_day_are_refused() -> None:
    with pytest.raises(Refused, match="one time"):
        fitted([5, 5, 5], [1, 2, 3])


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(Refused, match="finite"):
        fitted([0, 1, 2], [1, math.inf, 2])


def test_values_that_never_change_have_a_slope_of_exactly_zero() -> None:
    line = fitted([730000, 730100, 730333], [math.log(5.1)] * 3)
    assert line.slope == 0
    assert line.slope_ci95[0] <= 0 <= line.slope_ci95[1]


@given(
    st.lists(st.integers(0, 20000), min_size=3, max_size=12, unique=True),
    st.floats(-0.01, 0.01),
    st.floats(-5, 5),
)
def test_points_on_a_line_give_that_line_even_far_from_the_origin(
    days: list[int], slope: float, at_start: float
) -> None:
    x = [730000.0 + day for day in days]
    line = fitted(x, [at_start + slope * day for day in days])
    assert line.slope == pytest.approx(slope, abs=1e-9)
    assert line.mean_y == pytest.approx(at_start + slope * (line.mean_x - 730000), abs=1e-7)


@given(st.lists(st.tuples(st.integers(0, 9000), st.floats(-3, 6)), min_size=3, max_size=12))
def test_the_order_of_points_does_not_matter(points: list[tuple[int, float]]) -> None:
    assume(len({day for day, _ in points}) > 2)
    forward = fitted([p[0] for p in points], [p[1] for p in points])
    backward = fitted([p[0] for p in reversed(points)], [p[1] for p in reversed(points)])
    assert forward.slope == pytest.approx(backward.slope, rel=1e-9, abs=1e-12)
    assert forward.slope_error == pytest.approx(backward.slope_error, rel=1e-6, abs=1e-9)
