"""Doses in words that cannot be misread."""

from __future__ import annotations

import pytest

from desktop.charts.doses import amount_text, dose_text, treatment_text
from desktop.domain.records import Treatment


# Expected values: ISMP list of error-prone abbreviations, symbols and dose designations.
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.0", "1"),
        (".5", "0.5"),
        ("0.50", "0.5"),
        ("800", "800"),
        ("00.25", "0.25"),
        ("5.", "5"),
        ("1,5", "1,5"),
        ("1-2", "1-2"),
        ("", ""),
        (".", "."),
        ("100", "100"),
    ],
)
def test_a_dose_has_no_trailing_zero_and_a_leading_one(typed: str, shown: str) -> None:
    assert amount_text(typed) == shown


@pytest.mark.parametrize(
    ("unit", "frequency", "shown"),
    [
        ("ug", "BID", "0.5 mcg 2 times daily"),
        ("µg", "qd", "0.5 mcg daily"),
        ("[IU]", "TID", "0.5 units 3 times daily"),
        ("mg", "3 times daily with meals", "0.5 mg 3 times daily with meals"),
        ("drops", "", "0.5 drops"),
    ],
)
def test_units_and_frequencies_are_written_out(unit: str, frequency: str, shown: str) -> None:
    drug = Treatment(
        patient="p", agent="calcitriol", dose=".50", dose_unit=unit, frequency=frequency
    )
    assert dose_text(drug) == shown


def test_a_drug_without_a_dose_is_its_name_alone() -> None:
    assert treatment_text(Treatment(patient="p", agent="sevelamer")) == "Sevelamer"
    assert treatment_text(Treatment(patient="p", agent="a local cream")) == "a local cream"
