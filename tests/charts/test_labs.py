"""The phosphate trend: what is drawn, what is not, and that nothing vanishes without a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.charts.labs import phosphate_trend
from desktop.charts.masses import mass_growth
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.derived import derive
from desktop.measures.values import Derived
from tests.reports.examples import AS_OF, P, empty_case, full_case, lab

PHOSPHATE = "serum_phosphate"


def _with(*labs: r.LabResult, case: Case | None = None) -> Case:
    return replace(case or full_case(), labs=labs)


def _flagged(when: str, flag: str) -> r.LabResult:
    return r.LabResult(id=f"{flag}{when}", patient=P, analyte=PHOSPHATE, flag=flag, when=when)


def test_results_out_of_range_are_filled_and_those_within_are_hollow() -> None:
    case = _with(
        lab(PHOSPHATE, "6.8", "mg/dL", "2022-02-08"), lab(PHOSPHATE, "4.5", "mg/dL", "2022-05-08")
    )
    points = phosphate_trend(case, Derived()).series[0].points
    assert [(point.y, point.is_filled, point.flag) for point in points] == [
        (6.8, True, "H"),
        (4.5, False, ""),
    ]
    assert points[0].x == date(2022, 2, 8).toordinal()


def test_only_first_and_last_carry_their_value() -> None:
    points = phosphate_trend(full_case(), Derived()).series[0].points
    assert len(points) == 11
    assert [point.text for point in points if point.text] == ["6.8", "5.1"]


def test_the_end_label_tells_the_distance_from_the_laboratorys_own_range() -> None:
    last = replace(lab(PHOSPHATE, "5.1", "mg/dL", "2025-11-11"), ref_low="3.1", ref_high="4.7")
    label = phosphate_trend(_with(last), Derived()).series[0].end_label
    assert label is not None
    assert (label.title, label.flag) == ("5.1", "H")
    assert label.lines == ("11\u2011Nov\u20112025", "0.4 above range")


def test_in_si_units_values_ranges_and_distance_are_converted() -> None:
    last = replace(lab(PHOSPHATE, "5.1", "mg/dL", "2025-11-11"), ref_low="3.1", ref_high="4.7")
    spec = phosphate_trend(_with(last), Derived(), unit="mmol/L")
    series = spec.series[0]
    assert spec.y.unit == "mmol/L"
    assert series.points[0].y == pytest.approx(5.1 * 0.3229, abs=1e-4)
    assert series.end_label is not None
    # (5.1 - 4.7) x 0.3229 = 0.129
    assert series.end_label.lines[-1] == "0.13 above range"
    assert spec.ranges[-1].high == pytest.approx(4.7 * 0.3229, abs=1e-3)


def test_the_range_steps_with_age_at_that_day() -> None:
    spec = phosphate_trend(full_case(), Derived())
    # Mayo Clinic Laboratories, female: 8 to 13 y, 14 to 15 y, 16 to 17 y.
    assert [(step.low, step.high) for step in spec.ranges] == [(4.0, 5.2), (3.5, 4.9), (3.1, 4.7)]
    assert [step.text for step in spec.ranges] == [
        "8–13 y: 4.0–5.2",
        "14–15 y: 3.5–4.9",
        "16–17 y: 3.1–4.7",
    ]
    birth = date(2009, 5, 14).toordinal()
    assert spec.ranges[0].x1 == birth + 14 * DAYS_PER_YEAR
    assert spec.ranges[0].x0 == spec.x.low
    assert spec.ranges[-1].x1 == spec.x.high


def test_without_a_birth_date_there_is_no_band_and_the_chart_says_so() -> None:
    case = full_case()
    spec = phosphate_trend(replace(case, patient=replace(case.patient, birth_date="")), Derived())
    assert spec.ranges == ()
    assert "birth date is not recorded" in spec.subtitle
    assert len(spec.series[0].points) == 11


def test_a_partial_birth_date_gives_a_band_that_admits_its_doubt() -> None:
    case = full_case()
    spec = phosphate_trend(
        replace(case, patient=replace(case.patient, birth_date="2009")), Derived()
    )
    assert spec.ranges
    assert "birth date partly known" in spec.subtitle


def test_a_case_told_in_ages_is_drawn_on_an_axis_of_ages() -> None:
    case = Case(
        patient=r.Patient(id=P, patient_id="P212", sex="male"),
        as_of=AS_OF,
        labs=(lab(PHOSPHATE, "6.91", "mg/dL", "P17Y"),),
    )
    spec = phosphate_trend(case, Derived())
    point = spec.series[0].points[0]
    assert spec.x.unit == "age, months" or spec.x.unit == "age, years"
    assert 17 * DAYS_PER_YEAR <= point.x < 18 * DAYS_PER_YEAR
    assert point.half_width == pytest.approx((DAYS_PER_YEAR - 1) / 2)
    assert spec.ranges


def test_partial_dates_carry_their_doubt() -> None:
    points = (
        phosphate_trend(_with(lab(PHOSPHATE, "6", "mg/dL", "2021")), Derived()).series[0].points
    )
    assert points[0].half_width == 182.0


def test_comparators_are_drawn_with_their_sign() -> None:
    less = replace(lab(PHOSPHATE, "0.5", "mg/dL", "2022-05-08"), comparator="<")
    case = _with(
        lab(PHOSPHATE, "6.8", "mg/dL", "2022-02-08"),
        less,
        lab(PHOSPHATE, "4.5", "mg/dL", "2023-02-08"),
    )
    assert [p.text for p in phosphate_trend(case, Derived()).series[0].points] == [
        "6.8",
        "<0.5",
        "4.5",
    ]


def test_flags_alone_undated_and_foreign_units_are_counted_in_words() -> None:
    case = _with(
        _flagged("2020", "high"),
        _flagged("2021", "high"),
        _flagged("", "normal"),
        lab(PHOSPHATE, "6", "mg/dL", ""),
        lab(PHOSPHATE, "6", "furlongs", "2020-01-01"),
        lab(PHOSPHATE, "6.8", "mg/dL", "2022-02-08"),
    )
    spec = phosphate_trend(replace(case, treatments=()), Derived())
    assert len(spec.series[0].points) == 1
    assert spec.left_out == (
        "2 results reported only as high are not drawn.",
        "1 result reported only as normal is not drawn.",
        "1 result in a unit that cannot be converted is not drawn.",
        "1 result without a usable date or age is not drawn.",
    )
    assert len(spec.table) == 6
    assert all(len(row) == len(spec.table_header) for row in spec.table)


def test_the_own_target_is_drawn_in_the_unit_of_the_chart() -> None:
    target = r.Target(id="t", patient=P, analyte=PHOSPHATE, low="1.0", high="1.5", unit="mmol/L")
    spec = phosphate_trend(replace(full_case(), targets=(target,)), Derived())
    assert spec.target is not None
    # 1.0 / 0.3229 = 3.097 mg/dL
    assert spec.target[0] == pytest.approx(3.097, abs=1e-3)
    assert spec.target[2] == "own target 3.10–4.65"


def test_a_patient_without_results_has_words_instead_of_a_chart() -> None:
    spec = phosphate_trend(empty_case(), Derived())
    assert spec.empty == "No phosphate result recorded."
    assert spec.series == ()
    assert spec.summary == "No phosphate result recorded."


def test_the_summary_counts_verdicts_and_names_both_ends() -> None:
    summary = phosphate_trend(full_case(), Derived()).summary
    assert summary.startswith("Phosphate: 11 results, ")
    assert "First 6.8 mg/dL (08\u2011Feb\u20112022, high)" in summary
    assert "last 5.1 mg/dL (11\u2011Nov\u20112025, " in summary


def test_both_charts_share_their_limits_of_time() -> None:
    case = full_case()
    derived = derive(case)
    assert phosphate_trend(case, derived).x == mass_growth(case, derived).x
