"""The growth chart by method, on a plain scale, after merging, and beside the entry form."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from desktop.charts.mass_entry import ENTRY, entry_chart
from desktop.charts.masses import mass_growth
from desktop.charts.spec import ChartSpec, Series
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.derived import derive
from tests.measures.making import absent, case_of, sized
from tests.reports.examples import full_case

HIP = r.Mass(patient="p", mass_id="M1", site="hip", side="right")


def spec_of(case: Case, *, modality: str = "", is_linear: bool = False) -> ChartSpec:
    return mass_growth(case, derive(case), modality=modality, is_linear=is_linear)


def runs(spec: ChartSpec, mass_id: str = "M1") -> list[Series]:
    return [series for series in spec.series if series.key == mass_id]


BY_TWO = case_of(
    HIP,
    sized("M1", "2020-01-01", 10, "ct"),
    sized("M1", "2020-07-01", 14, "ultrasound"),
    sized("M1", "2021-01-01", 11, "ct"),
    sized("M1", "2021-07-01", 15, "ultrasound"),
)


def test_each_method_is_a_line_of_its_own_and_never_joined_to_another() -> None:
    found = [[round(10**p.y) for p in one.points] for one in runs(spec_of(BY_TWO))]
    assert found == [[10, 11], [14, 15]]


def test_a_look_that_found_nothing_parts_the_lines_of_all_methods() -> None:
    case = case_of(HIP, *BY_TWO.mass_measurements, absent("M1", "2020-10-01"))
    found = [len(one.points) for one in runs(spec_of(case))]
    assert sorted(found) == [1, 1, 1, 1, 1]


def test_one_method_can_be_shown_alone() -> None:
    found = runs(spec_of(BY_TWO, modality="ultrasound"))
    assert [[round(10**p.y) for p in one.points] for one in found] == [[14, 15]]


def test_the_fit_is_shown_with_its_own_method_alone() -> None:
    three = case_of(HIP, *BY_TWO.mass_measurements, sized("M1", "2022-01-01", 12, "ct"))
    assert len(spec_of(three).fits) == 1
    assert len(spec_of(three, modality="ct").fits) == 1
    assert spec_of(three, modality="ultrasound").fits == ()


def test_the_plain_scale_begins_at_zero_and_holds_every_volume() -> None:
    spec = spec_of(BY_TWO, is_linear=True)
    assert not spec.y.is_log10
    assert (spec.y.low, spec.y.unit) == (0, "mL")
    assert [p.y for one in runs(spec) for p in one.points] == [10, 11, 14, 15]
    assert spec.y.high >= 15
    assert [tick.at for tick in spec.y.ticks][:2] == [0, 5]


def test_the_fit_on_the_plain_scale_is_that_of_the_logarithms() -> None:
    case = full_case()
    log, plain = spec_of(case).fits[0], spec_of(case, is_linear=True).fits[0]
    assert plain.middle == pytest.approx([10**y for y in log.middle])
    assert plain.upper == pytest.approx([10**y for y in log.upper])


def test_a_merged_mass_ends_and_says_so() -> None:
    gone = r.Mass(patient="p", mass_id="M2", site="hip", side="right", merged_into="M1")
    case = case_of(HIP, gone, sized("M1", "2020-01-01", 10), sized("M2", "2020-01-01", 5))
    case = replace(
        case,
        mass_measurements=(*case.mass_measurements, sized("M1", "2021-01-01", 16)),
        events=(r.ClinicalEvent(patient="p", kind="other", mass_id="M2", when="2020-06-01"),),
    )
    spec = spec_of(case)
    assert [len(one.points) for one in runs(spec)] == [1, 1]
    (ended,) = runs(spec, "M2")
    assert ended.end_label is not None
    assert ended.end_label.lines == ("merged into M1",)
    assert "M2, right hip: merged into M1; before it 5.0 mL" in spec.summary


def test_the_chart_of_an_entry_shows_one_mass_and_the_typed_value() -> None:
    case = full_case()
    at = case.place("2025-11-20")
    spec = entry_chart(case, derive(case), mass_id="M2", at=at, milliliters=10.39)
    assert {series.key for series in spec.series} == {"M2", ENTRY}
    typed = spec.series[-1].points[0]
    assert typed.y == pytest.approx(math.log10(10.39))
    assert (typed.is_filled, typed.text) == (False, "10.4 mL")
    assert spec.y.low <= typed.y <= spec.y.high


def test_the_typed_value_does_not_pull_the_fit() -> None:
    case = full_case()
    derived, at = derive(case), case.place("2025-11-20")
    without = entry_chart(case, derived, mass_id="M2")
    far = entry_chart(case, derived, mass_id="M2", at=at, milliliters=900)
    assert without.fits == far.fits
    assert far.y.high >= math.log10(900)


def test_a_first_value_stands_alone_in_its_chart() -> None:
    case = case_of(HIP, birth="2009-05-14")
    at = case.place("2025-11-20")
    empty = entry_chart(case, derive(case), mass_id="M1")
    assert (empty.series, empty.empty) == ((), "No earlier value of this mass.")
    first = entry_chart(case, derive(case), mass_id="M1", at=at, milliliters=3)
    assert [series.key for series in first.series] == [ENTRY]
