"""What the form says about a size: the trend, the error, and what looks like a slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.measures.masses import growth
from desktop.ui.forms.measurement_checks import last_volume, parted, remarks, slips
from tests.measures.making import case_of, measured

if TYPE_CHECKING:
    from desktop.domain.case import Case

LEFT = r.Mass(patient="p", mass_id="M2", site="shoulder", side="left")
RIGHT = r.Mass(patient="p", mass_id="M4", site="shoulder", side="right")
LAST = measured("M2", "2025-06-17", 33, 26, 20)  # 8.98 mL
OTHER = measured("M4", "2025-06-17", 45, 35, 30)  # 24.74 mL
CASE = case_of(LEFT, RIGHT, LAST, OTHER)


def typed(*cells: str, modality: str = "ct", when: str = "2025-11-20") -> r.MassMeasurement:
    length, width, depth = cells
    return r.MassMeasurement(
        patient="p",
        mass_id="M2",
        when=when,
        modality=modality,
        length_mm=length,
        width_mm=width,
        depth_mm=depth,
    )


def said(entry: r.MassMeasurement, case: Case = CASE) -> list[str]:
    return [one.text for one in remarks(entry, case, growth(case))]


def warned(entry: r.MassMeasurement, case: Case = CASE) -> list[str]:
    return [one.text for one in slips(entry, case)]


def test_an_ordinary_size_has_no_problem() -> None:
    found = remarks(typed("35", "27", "21"), CASE, growth(CASE))
    assert [one.level for one in found] == ["ok", "info"]
    assert found[0].text == "No entry problem found."
    assert "within 30 %" in found[1].text


def test_millimeters_typed_ten_times_too_large_are_told_with_what_was_meant() -> None:
    # pi/6 x 350 x 270 x 210 mm = 10,391 mL; the last one was 8.98 mL: 1,156 times.
    (text,) = warned(typed("350", "270", "210"))
    assert text.startswith("1156 times the last volume. Meant 35 × 27 × 21 mm?")
    assert "10.4 mL" in text


def test_centimeters_typed_as_millimeters_are_told() -> None:
    (text,) = warned(typed("3.5", "2.7", "2.1"))
    # 33 x 26 x 20 / (3.5 x 2.7 x 2.1) = 864.7
    assert text == ("1/865 of the last volume. Meant 35 × 27 × 21 mm? That would be 10.4 mL.")


def test_one_axis_with_a_shifted_decimal_mark_is_told() -> None:
    # pi/6 x 330 x 26 x 20 mm = 89.8 mL: ten times, which two other axes would not show.
    (text,) = warned(typed("330", "26", "20"))
    assert text == "Length 330 mm, last time 33 mm. Meant 33 mm?"


def test_a_first_measurement_of_a_few_millimeters_may_be_centimeters() -> None:
    (text,) = warned(typed("3.5", "2.7", "2.1"), case_of(LEFT))
    assert text == "Are these centimeters? 35 × 27 × 21 mm would be 10 mL."
    assert warned(typed("35", "27", "21"), case_of(LEFT)) == []


def test_a_size_that_fits_the_other_side_better_is_told() -> None:
    (text,) = warned(typed("45", "36", "30"))
    assert "Fits M4, Right shoulder, better" in text
    assert warned(replace(typed("45", "36", "30"), mass_id="M4")) == []


def test_a_mass_of_the_same_side_is_no_exchange() -> None:
    same = replace(RIGHT, side="left")
    assert warned(typed("45", "36", "30"), case_of(LEFT, same, LAST, OTHER)) == []


def test_axes_in_another_order_are_told_and_are_no_problem() -> None:
    found = remarks(typed("21", "35", "27"), CASE, growth(CASE))
    assert any("another order" in one.text and one.level == "info" for one in found)
    assert not any("another order" in text for text in said(typed("35", "27", "21")))


# The worked example of the formula vectors: ln(V) on days has slope 0.00088359 a day.
DAYS = ["2020-01-01", "2020-04-30", "2020-09-17", "2021-02-04", "2021-09-02"]
SIZES = ["30", "33", "38.5", "41", "52"]
GROWN = case_of(
    LEFT,
    *[
        r.MassMeasurement(patient="p", mass_id="M2", when=day, modality="ct", volume_ml=size)
        for day, size in zip(DAYS, SIZES, strict=True)
    ],
)


def volume(milliliters: str, when: str = "2022-03-01") -> r.MassMeasurement:
    return r.MassMeasurement(
        patient="p", mass_id="M2", when=when, modality="ct", volume_ml=milliliters
    )


def test_a_volume_on_the_trend_is_inside_the_prediction_range() -> None:
    # 790 days after the first value: 29.874 x exp(0.00088359 x 790) = 60.0 mL.
    text = next(t for t in said(volume("60"), GROWN) if "prediction" in t)
    assert "60.0 mL is inside the 95 % prediction range" in text
    assert "n = 5" in text
    assert "0\u00a0% from the fitted 60 mL" in text


@pytest.mark.parametrize("milliliters", ["40", "95"])
def test_a_volume_off_the_trend_is_outside(milliliters: str) -> None:
    found = remarks(volume(milliliters), GROWN, growth(GROWN))
    assert found[0].level == "warn"
    assert "outside the 95 % prediction range" in found[0].text
    assert not any("No entry problem" in one.text for one in found)


def test_a_volume_by_another_method_is_not_held_against_the_trend() -> None:
    found = said(replace(volume("95"), modality="ultrasound"), GROWN)
    assert not any("prediction" in text or "error set here" in text for text in found)


def test_what_is_left_after_an_excision_is_no_slip() -> None:
    cut = r.Procedure(patient="p", kind="excision", when="2025-08-01", mass_id="M2")
    case = replace(CASE, procedures=(cut,))
    small = typed("6", "5", "4")
    assert warned(small) != []
    assert warned(small, case) == []
    assert said(small, case) == ["No entry problem found."]


def test_a_mass_that_took_another_in_is_not_compared_with_itself_before() -> None:
    event = r.ClinicalEvent(patient="p", kind="other", mass_id="M4", when="2025-08-01")
    merged = replace(CASE, masses=(LEFT, replace(RIGHT, merged_into="M2")), events=(event,))
    assert parted(LAST, typed("45", "36", "30"), merged) == "merging"
    assert parted(LAST, typed("45", "36", "30"), CASE) == ""


def test_nothing_is_said_without_a_volume() -> None:
    assert said(r.MassMeasurement(patient="p", mass_id="M2", not_detectable="yes")) == []
    assert said(typed("", "", "")) == []


def test_the_last_volume_is_the_one_before_and_not_itself() -> None:
    found = last_volume(LAST, CASE)
    assert found is None
    later = last_volume(typed("35", "27", "21"), CASE)
    assert later is not None
    assert later[0] is LAST
