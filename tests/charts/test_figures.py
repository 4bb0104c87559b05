"""Numbers and units as people read them."""

from __future__ import annotations

import pytest

from desktop.charts.figures import (
    display_unit,
    figure,
    percent,
    range_text,
    unit_text,
    value_text,
    volume_text,
)
from desktop.domain.analytes import Quantity, analytes


@pytest.mark.parametrize(
    ("value", "text"),
    [(49.04, "49.0"), (1250.4, "1250"), (0.6149, "0.615"), (-2.5, "−2.50"), (0.0, "0")],
)
def test_a_figure_has_three_significant_digits_and_no_power_of_ten(value: float, text: str) -> None:
    assert figure(value) == text


@pytest.mark.parametrize(
    ("volume", "text"),
    [
        (168.4, "168"),
        (70.2, "70"),
        (9.0, "9.0"),
        (0.2, "0.2"),
        (0.254, "0.25"),
        (0.0001, "under 0.001"),
    ],
)
def test_a_volume_has_two_significant_digits(volume: float, text: str) -> None:
    assert volume_text(volume) == text


def test_percentages_carry_their_sign_and_a_space_that_does_not_break() -> None:
    assert [percent(value) for value in (232.6, -4.7, 0.2)] == [
        "+233\u00a0%",
        "−5\u00a0%",
        "0\u00a0%",
    ]


def test_limits_of_a_range_have_equally_many_decimals() -> None:
    assert range_text(8.9, 10.0) == "8.9–10.0"
    assert range_text(None, 75.0) == "≤\u00a075"
    assert range_text(60.0, None) == "≥\u00a060"
    assert range_text(None, None) == ""


def test_a_value_in_its_own_unit_stays_as_it_was_entered() -> None:
    assert value_text("5.10", Quantity(5.1, "mg/dL"), "mg/dL", "serum_phosphate") == "5.10"


def test_a_converted_value_keeps_its_comparator_and_three_digits() -> None:
    # 0.5 mg/dL x 0.3229 = 0.16145 mmol/L
    text = value_text("0.5", Quantity(0.5, "mg/dL", "<"), "mmol/L", "serum_phosphate")
    assert text == "<0.161"


def test_a_value_that_cannot_be_converted_shows_its_own_unit() -> None:
    text = value_text("7", Quantity(7.0, "IU/x"), "mg/dL", "serum_phosphate")
    assert text == "7\u00a0IU/x"


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        ("serum_phosphate", "mmol/L"),
        ("creatinine", "umol/L"),
        ("pth", "pmol/L"),
        ("25_oh_vitamin_d", "nmol/L"),
        ("hemoglobin", "g/L"),
        ("alp", "U/L"),
        ("calcium_phosphate_product", "mmol2/L2"),
    ],
)
def test_every_analyte_has_its_si_unit_or_keeps_its_own(key: str, unit: str) -> None:
    assert display_unit(analytes()[key], "si") == unit


def test_conventional_units_are_the_canonical_ones() -> None:
    assert all(display_unit(a, "conventional") == a.unit for a in analytes().values())


def test_units_are_printed_without_computer_spelling() -> None:
    assert unit_text("mL/min/{1.73_m2}") == "mL/min/1.73 m²"
    assert unit_text("umol/L") == "µmol/L"
    assert unit_text("mg/dL") == "mg/dL"
