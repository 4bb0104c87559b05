"""Charts of a whole registry."""

from __future__ import annotations

import pytest

from desktop.charts.cohort import MOST_POINTS, Reading, phosphate_by_age
from desktop.charts.cohort_treatments import Change, treatment_changes

# Phosphorus: 1 mg/dL is 0.3229 mmol/L (molar mass 30.974 g/mol).
MMOL = 10 / 30.974


def readings(count: int) -> list[Reading]:
    return [
        Reading(
            value=4.0 + n % 3, age_years=20 + n % 40, verdict="normal" if n % 3 == 0 else "high"
        )
        for n in range(count)
    ]


def test_each_patient_is_a_point_at_age_and_value() -> None:
    spec = phosphate_by_age([Reading(value=6.0, age_years=14.0, verdict="high")])
    (series,) = spec.series
    assert series.key == "high"
    (point,) = series.points
    assert (point.x, point.y) == (14.0 * 365.25, 6.0)
    assert point.is_filled
    assert point.record == ""
    assert spec.ranges


def test_values_follow_the_unit() -> None:
    one = Reading(value=6.0, age_years=30.0, verdict="high")
    spec = phosphate_by_age([one], unit="mmol/L")
    assert spec.series[0].points[0].y == pytest.approx(6.0 * MMOL, rel=1e-3)
    assert spec.y.unit == "mmol/L"
    adult = spec.ranges[-1]
    assert adult.low == pytest.approx(2.5 * MMOL, rel=1e-2)


def test_very_many_patients_are_drawn_as_medians_and_the_middle_four_fifths() -> None:
    spec = phosphate_by_age(readings(MOST_POINTS + 200))
    assert [series.key for series in spec.series] == ["median"]
    assert len(spec.series[0].points) < 12
    (fit,) = spec.fits
    assert all(
        low <= middle <= high
        for low, middle, high in zip(fit.lower, fit.middle, fit.upper, strict=True)
    )


def test_the_table_counts_everybody_who_is_drawn() -> None:
    spec = phosphate_by_age(readings(50), left_out=3)
    assert sum(int(row[1]) for row in spec.table) == 50
    assert spec.left_out == ("3 latest results without a plain number or an age are not drawn.",)
    assert len(spec.table_header) == len(spec.table[0])


def test_nobody_measured_says_so() -> None:
    assert phosphate_by_age([]).empty
    assert treatment_changes([]).empty


def test_treatments_go_from_before_to_under_with_their_number() -> None:
    changes = [
        Change(agent=f"a{n}", name=f"Agent {n}", n=9 - n, before=7.0, under=5.5) for n in range(8)
    ]
    spec = treatment_changes(changes)
    assert [point.y for point in spec.series[0].points] == [7.0, 5.5]
    assert len(spec.series) == 6
    assert len(spec.table) == 8
    assert spec.table[0] == ("Agent 0", "9", "7.0", "5.5")
    assert spec.left_out
