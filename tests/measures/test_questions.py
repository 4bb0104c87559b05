"""Slips that are worth a question when a result is entered."""

from __future__ import annotations

from desktop.measures.questions import questions
from tests.measures.making import case_of, lab

LAST = lab("serum_phosphate", 4.2, "mg/dL", "2020-01-01")


def asked(
    value: float, unit: str, when: str = "2020-06-01", analyte: str = "serum_phosphate"
) -> str:
    new = lab(analyte, value, unit, when)
    return "; ".join(questions(new, case_of(LAST, new)))


def test_a_number_in_the_other_unit_is_asked_about() -> None:
    assert "factor of 3.1" in asked(13.0, "mg/dL")
    assert "is the unit right?" in asked(1.36, "mg/dL")


def test_an_ordinary_change_is_not_asked_about() -> None:
    assert asked(5.1, "mg/dL") == ""
    assert asked(1.5, "mmol/L") == ""


def test_only_earlier_results_count() -> None:
    assert asked(13.0, "mg/dL", "2019-01-01") == ""


def test_analytes_without_such_units_are_never_asked_about() -> None:
    first, second = lab("alp", 100, "U/L", "2020-01-01"), lab("alp", 300, "U/L", "2020-06-01")
    assert questions(second, case_of(first, second)) == ()


def test_a_molar_unit_under_a_mass_code_is_asked_about() -> None:
    # A published laboratory message: phosphate 1.92 mmol/L under 2777-1, a mass code.
    assert "2777-1" in asked(1.92, "mmol/L", analyte="2777-1")
    assert asked(1.92, "mmol/L", analyte="14879-1") == ""
