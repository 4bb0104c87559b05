"""Volumes, growth and the sum over masses, as clinicians measure and operate them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.measures.masses import (
    fit_at,
    growth,
    growth_state,
    prediction_at,
    total_volume,
    volumes,
)
from desktop.measures.refusal import Refused
from desktop.measures.sizes import real_change
from desktop.measures.values import MassGrowth
from desktop.measures.volumes import outcomes
from tests.measures.making import absent, case_of, measured, sized

# The worked example of the fit: days 0, 120, 260, 400, 610 from 2020-01-01.
DAYS = ["2020-01-01", "2020-04-30", "2020-09-17", "2021-02-04", "2021-09-02"]
SIZES = [30.0, 33.0, 38.5, 41.0, 52.0]
WORKED = [sized("M1", day, size) for day, size in zip(DAYS, SIZES, strict=True)]


def excision(when: str, mass_id: str = "M1", **cells: str) -> r.Procedure:
    return r.Procedure(
        patient="p",
        kind="excision",
        when=when,
        mass_id=mass_id,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def only(*rows: r.MassMeasurement | r.Procedure | r.ClinicalEvent | r.Mass) -> MassGrowth:
    (found,) = growth(case_of(*rows))
    return found


def test_three_diameters_give_an_ellipsoid() -> None:
    (found,) = volumes(case_of(measured("M1", "2020-01-01", 50, 40, 30)))
    assert found.value == pytest.approx(31.415927, abs=1e-6)
    assert (found.unit, found.method, found.note) == ("mL", "ellipsoid, ct", "")
    assert found.formula == "π/6 × 50 × 40 × 30 mm = 31.42 mL"


def test_a_recorded_volume_wins_over_diameters() -> None:
    row = r.MassMeasurement(
        patient="p", mass_id="M1", length_mm="50", width_mm="40", depth_mm="30", volume_ml="28"
    )
    (found,) = volumes(case_of(row))
    assert (found.value, found.method) == (28, "volume as recorded, modality not stated")


def test_two_diameters_are_an_approximation_and_say_how() -> None:
    (found,) = volumes(case_of(measured("M1", "2020-01-01", 40, 10)))
    assert found.value == pytest.approx(math.pi / 6 * 40 * 10 * 20 / 1000)
    assert "geometric mean" in found.note
    assert found.method.startswith("approximation from 2 diameters")


def test_one_diameter_is_taken_as_a_sphere_and_says_so() -> None:
    (found,) = volumes(case_of(measured("M1", "2020-01-01", 20)))
    assert found.value == pytest.approx(4.18879, abs=1e-5)
    assert "sphere" in found.note


def test_not_detectable_has_no_volume_and_is_no_refusal() -> None:
    assert outcomes(case_of(absent("M1", "2020-01-01"))) == ()


@pytest.mark.parametrize("cell", ["0", "-3", "big", "1e999"])
def test_a_size_that_is_no_number_above_zero_is_refused_with_the_reason(cell: str) -> None:
    row = r.MassMeasurement(patient="p", mass_id="M1", length_mm=cell)
    assert volumes(case_of(row)) == ()
    (refused,) = outcomes(case_of(row))
    assert "not a number above 0" in getattr(refused, "reason", "")


def test_the_worked_example_grows_by_38_percent_a_year() -> None:
    found = only(*WORKED)
    # The fit of the formula vectors: SGR 0.08836 %/d (0.07020-0.10652), 784.5 d, 38.09 %/y.
    assert (found.state, found.n, found.series) == ("growing", 5, 1)
    assert found.percent_per_year == pytest.approx(38.0894, abs=1e-3)
    assert found.doubling_time_days == pytest.approx(784.467, abs=1e-2)
    expected = tuple((math.exp(s * 365.25) - 1) * 100 for s in (0.00070199, 0.00106519))
    assert found.ci95_percent_per_year == pytest.approx(expected, abs=0.01)


def test_a_halving_mass_has_a_negative_doubling_time() -> None:
    halving = [sized("M1", f"{year}-01-01", 64 / 2 ** (year - 2018)) for year in range(2018, 2022)]
    found = only(*halving)
    assert found.state == "shrinking"
    assert found.doubling_time_days == pytest.approx(-365.25, abs=0.5)


def test_a_mass_that_never_changes_is_stable_without_a_doubling_time() -> None:
    found = only(*[sized("M1", f"{year}-01-01", 5.1) for year in range(2018, 2022)])
    assert (found.state, found.percent_per_year, found.doubling_time_days) == ("stable", 0, None)


@pytest.mark.parametrize(
    ("rate", "interval", "state"),
    [
        (12, (1, 24), "growing"),
        (-12, (-24, -1), "shrinking"),
        (5, (-6, 18), "stable"),
        (10, (-1, 22), "stable"),
        (15, (-6, 40), "unclear"),
        (-15, (-40, 6), "unclear"),
        (5, (0, 10), "stable"),
    ],
)
def test_states_follow_the_interval_first(
    rate: float, interval: tuple[float, float], state: str
) -> None:
    assert growth_state(rate, interval) == state


def test_two_values_are_too_few() -> None:
    found = only(*WORKED[:2])
    assert (found.state, found.n, found.percent_per_year) == ("too_few", 2, None)
    assert "2 of at least 3" in found.reason


def test_values_of_a_few_weeks_are_not_stretched_to_a_year() -> None:
    found = only(*[sized("M1", f"2020-01-{day:02d}", day) for day in (1, 10, 20, 30)])
    assert (found.state, found.percent_per_year) == ("too_few", None)
    assert "under 90" in found.reason


def test_not_detectable_never_enters_the_fit_as_zero() -> None:
    before, after = only(*WORKED), only(*WORKED, absent("M1", "2022-01-01"))
    assert (after.n, after.slope) == (before.n, before.slope)
    assert "not detectable" in after.reason


def test_a_mass_that_was_gone_and_came_back_starts_a_new_series() -> None:
    back = [sized("M1", f"2023-{month:02d}-01", 3.0 ** (month / 4)) for month in (1, 5, 9)]
    found = only(*WORKED, absent("M1", "2022-01-01"), *back)
    assert (found.n, found.series, found.state) == (3, 2, "growing")


def test_an_excision_starts_a_new_series() -> None:
    back = [sized("M1", f"2022-{month:02d}-01", size) for month, size in ((1, 1), (6, 2), (12, 4))]
    found = only(*WORKED, excision("2021-10-01"), *back)
    assert (found.n, found.series) == (3, 2)
    assert found.first is not None
    assert found.first > WORKED_END
    assert "5 values not after the last excision left out" in found.reason


WORKED_END = 738000.0  # a day in July 2021, between the two series


def test_a_measurement_on_the_day_of_the_excision_belongs_before_it() -> None:
    found = only(*WORKED, excision(DAYS[-1]))
    assert (found.n, found.state, found.series) == (0, "too_few", 2)


def test_an_excision_of_another_mass_changes_nothing() -> None:
    elsewhere = r.Mass(patient="p", mass_id="M2", site="hip")
    here = r.Mass(patient="p", mass_id="M1", site="shoulder", side="left")
    found = growth(case_of(here, elsewhere, *WORKED, excision("2020-06-01", "M2")))
    assert [one.n for one in found] == [5, 0]


def test_an_excision_at_the_place_of_a_mass_without_its_name_breaks_the_series() -> None:
    here = r.Mass(patient="p", mass_id="M1", site="shoulder", side="left")
    cut = excision("2020-06-01", "", site="shoulder", side="left")
    other_side = excision("2020-06-01", "", site="shoulder", side="right")
    assert growth(case_of(here, *WORKED, cut))[0].n == 3
    assert growth(case_of(here, *WORKED, other_side))[0].n == 5


def test_an_excision_without_a_date_leaves_no_usable_value() -> None:
    found = only(*WORKED, excision(""))
    assert (found.n, found.state) == (0, "too_few")
    assert "without a date" in found.reason


@pytest.mark.parametrize("kind", ["drainage", "ulceration"])
def test_a_mass_that_emptied_itself_starts_a_new_series(kind: str) -> None:
    emptied = r.ClinicalEvent(patient="p", kind=kind, when="2020-06-01", mass_id="M1")
    assert only(*WORKED, emptied).n == 3


def test_methods_are_never_mixed_in_one_fit() -> None:
    ultrasound = [sized("M1", f"2020-0{n}-15", 90, "ultrasound") for n in (2, 6)]
    found = only(*WORKED, *ultrasound)
    assert (found.n, found.slope) == (5, only(*WORKED).slope)
    assert "2 values by another method left out" in found.reason
    assert found.method == "log-linear fit of volume as recorded, ct"


def test_approximations_are_not_joined_with_measured_volumes() -> None:
    rough = [measured("M1", f"2020-0{n}-15", 40) for n in (2, 6)]
    assert only(*WORKED, *rough).n == 5


def test_values_without_a_time_are_left_out_and_counted() -> None:
    found = only(*WORKED, sized("M1", "", 500))
    assert found.n == 5
    assert "1 value without a usable time left out" in found.reason


def test_a_partial_date_counts_at_its_middle_where_the_order_is_certain() -> None:
    found = only(*WORKED, sized("M1", "2023", 70))
    assert found.n == 6
    assert found.last is not None
    assert found.last == pytest.approx(738703, abs=1)  # 2 July 2023
    assert "placed at its middle" in found.reason


def test_a_partial_date_among_other_values_of_that_year_is_left_out() -> None:
    found = only(*WORKED, sized("M1", "2020", 70))
    assert found.n == 5
    assert "open order" in found.reason


def test_published_ages_are_enough_for_a_fit() -> None:
    found = only(*[sized("M1", f"P{age}Y", 2.0 ** (age - 8)) for age in (8, 9, 10, 12)])
    assert (found.state, found.n) == ("growing", 4)
    assert found.percent_per_year == pytest.approx(100, abs=0.5)


def test_the_interval_of_the_fit_is_narrowest_in_the_middle() -> None:
    found = only(*WORKED)
    assert found.mean_day is not None
    assert found.first is not None
    low, middle, high = fit_at(found, found.mean_day)
    assert low < middle < high
    wide = fit_at(found, found.first)
    assert wide[2] - wide[0] > high - low
    assert math.exp(fit_at(found, found.first)[1]) == pytest.approx(29.87428, abs=1e-4)


def test_a_growth_without_a_fit_has_no_value_at_any_day() -> None:
    with pytest.raises(Refused, match="no fit"):
        fit_at(only(*WORKED[:2]), 738000)


@given(st.lists(st.floats(0.05, 3000), min_size=4, max_size=8), st.floats(0.001, 1000))
def test_the_rate_does_not_depend_on_the_unit_of_volume(volumes: list[float], scale: float) -> None:
    days = [f"{2010 + n}-06-15" for n in range(len(volumes))]
    plain = only(*[sized("M1", d, v) for d, v in zip(days, volumes, strict=True)])
    scaled = only(*[sized("M1", d, v * scale) for d, v in zip(days, volumes, strict=True)])
    assert plain.slope == pytest.approx(scaled.slope, rel=1e-6, abs=1e-9)


@given(st.permutations(WORKED))
def test_the_order_of_entry_does_not_matter(rows: list[r.MassMeasurement]) -> None:
    assert only(*rows).slope == only(*WORKED).slope


def test_the_sum_says_how_many_masses_it_holds() -> None:
    masses = [r.Mass(patient="p", mass_id=f"M{n}", site="hip") for n in range(1, 6)]
    case = case_of(
        *masses,
        sized("M1", "2025-06-17", 70),
        sized("M2", "2025-06-10", 9),
        absent("M3", "2025-06-17"),
        sized("M4", "2021-01-01", 500),
    )
    found = total_volume(case)
    assert (found.value_ml, found.assessed, found.masses) == (79, 3, 5)
    assert found.when == "2025-06-17"


def test_without_measurements_the_sum_is_unknown_not_zero() -> None:
    found = total_volume(case_of(r.Mass(patient="p", mass_id="M1", site="hip")))
    assert (found.value_ml, found.assessed, found.masses) == (None, 0, 1)


def test_a_mass_completely_excised_since_is_no_longer_counted() -> None:
    case = case_of(
        sized("M1", "2025-01-01", 70),
        sized("M2", "2025-01-01", 9),
        excision("2025-02-01", "M1", completeness="complete"),
    )
    found = total_volume(case)
    assert (found.value_ml, found.assessed, found.masses) == (9, 1, 1)


def test_a_change_counts_only_beyond_error_and_within_one_method() -> None:
    assert real_change(30, 36, same_method=True) == "within error"
    assert real_change(30, 45, same_method=True) == "larger"
    assert real_change(30, 15, same_method=True) == "smaller"
    assert real_change(30, 90, same_method=False) == "cannot tell"


def test_a_new_measurement_scatters_more_widely_than_the_fit() -> None:
    found = only(*WORKED)
    fit, single = fit_at(found, 738100), prediction_at(found, 738100)
    assert single[0] < fit[0] < fit[1] < fit[2] < single[2]
    assert single[1] == fit[1]
