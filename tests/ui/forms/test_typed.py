"""What people type is read for certain or asked back."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.ui.forms.typed import NotReadable, typed_number, typed_size, typed_when

TODAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "comparator", "number"),
    [
        ("5.1", "", "5.1"),
        ("5,0", "", "5.0"),
        ("<0.5", "<", "0.5"),
        ("> 7,2", ">", "7.2"),
        ("≤5", "<=", "5"),
        (" 12 ", "", "12"),
        ("0,123", "", "0.123"),
        ("\N{MINUS SIGN}3", "", "-3"),
    ],
)
def test_numbers_keep_their_digits(text: str, comparator: str, number: str) -> None:
    assert typed_number(text) == (comparator, number)


@pytest.mark.parametrize("text", ["", "abc", "1 2", "1,234", "5.1.1", "1.234,5", "5 mg"])
def test_numbers_that_are_not_certain_are_asked_back(text: str) -> None:
    with pytest.raises(NotReadable):
        typed_number(text)


@pytest.mark.parametrize(
    ("text", "cell"),
    [("35", "35"), ("3.5 cm", "35"), ("3,5cm", "35"), ("35 mm", "35"), ("0.35 cm", "3.5")],
)
def test_diameters_are_millimeters(text: str, cell: str) -> None:
    assert typed_size(text, "mm") == cell


@pytest.mark.parametrize(("text", "cell"), [("10.4 mL", "10.4"), ("9 cm3", "9"), ("9 cc", "9")])
def test_volumes_are_milliliters(text: str, cell: str) -> None:
    assert typed_size(text, "mL") == cell


@pytest.mark.parametrize(("text", "unit"), [("35 kg", "mm"), ("3 cm", "mL"), ("<5", "mm")])
def test_sizes_in_other_units_are_asked_back(text: str, unit: str) -> None:
    with pytest.raises(NotReadable):
        typed_size(text, unit)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("t", "2025-11-20"),
        ("Today", "2025-11-20"),
        ("y", "2025-11-19"),
        ("2021-03-04", "2021-03-04"),
        ("2021", "2021"),
        ("25.12.2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("5.5.2021", "2021-05-05"),
        ("4 Mar 2021", "2021-03-04"),
        ("04\N{NON-BREAKING HYPHEN}Mar\N{NON-BREAKING HYPHEN}2021", "2021-03-04"),
        ("March 2021", "2021-03"),
        ("14y 6m", "P14Y6M"),
        ("14 y 6 m", "P14Y6M"),
        ("3 weeks", "P3W"),
        ("P14Y", "P14Y"),
    ],
)
def test_times_in_the_usual_spellings(text: str, cell: str) -> None:
    assert typed_when(text, TODAY) == cell


@pytest.mark.parametrize("text", ["4.3.2021", "31.2.2021", "30 Feb 2021", "soon", "14"])
def test_times_that_are_not_certain_are_asked_back(text: str) -> None:
    with pytest.raises(NotReadable):
        typed_when(text, TODAY)
