"""Masses that merge or are divided: series break there, and no volume is counted twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.lineage import merged_into, merging_when, turns
from desktop.measures.masses import growth, total_volume
from desktop.measures.series import break_between
from desktop.measures.values import MassGrowth
from tests.measures.making import case_of, sized


def mass(mass_id: str, *, first: str = "", into: str = "", source: str = "") -> r.Mass:
    return r.Mass(
        patient="p",
        mass_id=mass_id,
        site="shoulder",
        side="left",
        first_when=first,
        merged_into=into,
        split_from=source,
    )


def merging(mass_id: str, when: str) -> r.ClinicalEvent:
    return r.ClinicalEvent(patient="p", kind="other", mass_id=mass_id, when=when)


def grown(case: Case, mass_id: str) -> MassGrowth:
    return next(one for one in growth(case) if one.mass_id == mass_id)


# Two masses of 10 and 20 mL that touch in 2021; what is one mass then grows by 10 % a year.
APART = [
    sized("M1", "2018-01-01", 10),
    sized("M1", "2019-01-01", 10),
    sized("M1", "2020-01-01", 10),
    sized("M2", "2018-01-01", 20),
    sized("M2", "2019-01-01", 20),
    sized("M2", "2020-01-01", 20),
]
AS_ONE = [
    sized("M1", "2022-01-01", 30),
    sized("M1", "2023-01-01", 33),
    sized("M1", "2024-01-01", 36.3),
    sized("M1", "2025-01-01", 39.93),
]
MERGED = case_of(mass("M1"), mass("M2", into="M1"), *APART, *AS_ONE, merging("M2", "2021-06-01"))


def test_the_series_of_a_merged_mass_ends_with_the_reason() -> None:
    found = grown(MERGED, "M2")
    assert (found.state, found.n) == ("too_few", 0)
    assert "merged into M1" in found.reason


def test_the_mass_that_stays_starts_a_new_series_at_the_merging() -> None:
    found = grown(MERGED, "M1")
    assert (found.n, found.series, found.state) == (4, 2, "growing")
    assert found.percent_per_year == pytest.approx(10, abs=0.1)


def test_without_the_merging_both_would_have_been_one_leap() -> None:
    as_if = replace(MERGED, masses=(mass("M1"), mass("M2")))
    assert grown(as_if, "M1").n == 7


def test_a_merged_mass_is_neither_counted_nor_missing_in_the_sum() -> None:
    found = total_volume(MERGED)
    assert found.value_ml == pytest.approx(39.93)
    assert (found.assessed, found.masses) == (1, 1)


def test_a_volume_from_before_the_merging_is_not_that_of_the_mass_now() -> None:
    case = case_of(mass("M1"), mass("M2", into="M1"), *APART, merging("M2", "2021-06-01"))
    found = total_volume(case)
    assert (found.value_ml, found.assessed, found.masses) == (None, 0, 1)


def test_a_size_of_the_very_day_of_the_merging_is_of_the_whole() -> None:
    case = case_of(
        mass("M1"),
        mass("M2", into="M1"),
        *APART,
        sized("M1", "2021-06-01", 30),
        merging("M2", "2021-06-01"),
    )
    assert grown(case, "M1").n == 1
    assert total_volume(case).value_ml == 30


def test_a_merging_without_a_time_counts_from_the_last_look_at_the_mass() -> None:
    case = case_of(mass("M1"), mass("M2", into="M1"), *APART, *AS_ONE)
    assert grown(case, "M1").n == 4


def test_a_mass_measured_apart_after_the_told_merging_moves_its_end() -> None:
    later = [sized("M2", "2022-01-01", 22)]
    case = case_of(
        mass("M1"), mass("M2", into="M1"), *APART, *AS_ONE, *later, merging("M2", "2021-06-01")
    )
    # On 2022-01-01 both were still measured, so M1's value of that day is M1's alone.
    assert grown(case, "M1").n == 3


def test_a_merging_of_which_no_time_is_known_leaves_no_comparable_value() -> None:
    case = case_of(mass("M1"), mass("M2", into="M1"), *AS_ONE)
    found = grown(case, "M1")
    assert (found.n, found.state) == (0, "too_few")
    assert "without a date" in found.reason


# A mass of 40 mL is divided in 2021 into parts of 25 and 15 mL.
WHOLE = [sized("M1", f"{year}-01-01", 40) for year in (2018, 2019, 2020)]
PARTS = [sized("M1", f"{year}-01-01", 25) for year in (2022, 2023, 2024)]
OTHER = [sized("M3", f"{year}-01-01", 15) for year in (2022, 2023, 2024)]
DIVIDED = (mass("M1"), mass("M3", first="2021-06-01", source="M1"))


def test_a_divided_mass_starts_a_new_series() -> None:
    found = grown(case_of(*DIVIDED, *WHOLE, *PARTS, *OTHER), "M1")
    assert (found.n, found.series, found.state) == (3, 2, "stable")


def test_the_part_has_a_series_of_its_own() -> None:
    found = grown(case_of(*DIVIDED, *WHOLE, *PARTS, *OTHER), "M3")
    assert (found.n, found.series, found.state) == (3, 1, "stable")


def test_the_sum_holds_each_part_once() -> None:
    found = total_volume(case_of(*DIVIDED, *WHOLE, *PARTS, *OTHER))
    assert (found.value_ml, found.assessed, found.masses) == (40, 2, 2)


def test_the_whole_is_never_added_to_its_part() -> None:
    newest = [sized("M3", "2020-01-20", 15)]
    divided = (mass("M1"), mass("M3", first="2020-01-15", source="M1"))
    found = total_volume(case_of(*divided, *WHOLE, *newest))
    assert (found.value_ml, found.assessed, found.masses) == (15, 1, 2)


def test_a_part_without_a_first_time_counts_from_its_first_look() -> None:
    divided = (mass("M1"), mass("M3", source="M1"))
    assert grown(case_of(*divided, *WHOLE, *PARTS, *OTHER), "M1").n == 3


LATER = sized("M2", "2025-02-05", 9)


def test_a_volume_from_before_an_incomplete_excision_is_not_that_of_the_mass_now() -> None:
    cut = r.Procedure(
        patient="p", kind="excision", when="2025-02-01", mass_id="M1", completeness="incomplete"
    )
    case = case_of(mass("M1"), mass("M2"), sized("M1", "2025-01-20", 70), cut)
    found = total_volume(replace(case, mass_measurements=(*case.mass_measurements, LATER)))
    assert (found.value_ml, found.assessed, found.masses) == (9, 1, 2)


def test_a_mass_that_names_itself_is_left_alone() -> None:
    case = case_of(mass("M1", into="M1", source="M1"), *WHOLE)
    assert merged_into(case, "M1") == ""
    assert list(turns(case, "M1")) == []
    assert grown(case, "M1").n == 3


def test_the_time_of_the_merging_is_as_it_was_entered() -> None:
    assert merging_when(MERGED, "M2") == "2021-06-01"
    assert merging_when(MERGED, "M1") == ""


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("2019-01-01", "2020-01-01", ""),
        ("2020-01-01", "2022-01-01", "merging"),
        ("2021-05-31", "2021-06-01", "merging"),
        ("2021-06-01", "2022-01-01", ""),
        ("2022-01-01", "2023-01-01", ""),
        ("2020-01-01", "", "merging"),
    ],
)
def test_volumes_compare_only_where_nothing_lies_between(
    earlier: str, later: str, between: str
) -> None:
    assert break_between(MERGED, "M1", earlier, later=later) == between
