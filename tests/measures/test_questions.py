"""Slips that are worth a question when a result is entered."""

from __future__ import annotations

from desktop.domain.when import EMPTY, parse_when
from desktop.measures.questions import LastResults, questions, unit_question
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


def test_a_result_not_yet_dated_is_compared_with_the_last_one() -> None:
    assert "factor of 3.1" in unit_question(lab("serum_phosphate", 13.0, "mg/dL"), case_of(LAST))


def test_a_result_is_compared_with_the_last_before_it_not_the_last_entered() -> None:
    met = LastResults()
    for value, when in ((4.0, "2020"), (13.0, "2022"), (4.1, "2021")):
        met.add(lab("serum_phosphate", value, "mg/dL", when), EMPTY)
    assert "differs" not in met.question(lab("serum_phosphate", 12.0, "mg/dL", "2023"), EMPTY)
    assert "(4.1 mg/dL, 2021)" in met.question(lab("serum_phosphate", 12.0, "mg/dL", "2022"), EMPTY)


def test_ages_and_dates_are_compared_where_the_birth_is_known_and_not_otherwise() -> None:
    born = parse_when("2000-01-01")
    at_ten, later = (
        lab("serum_phosphate", *cells)
        for cells in ((4.0, "mg/dL", "P10Y"), (12.0, "mg/dL", "2015-01-01"))
    )
    for birth, question in ((born, "factor of 3.0"), (EMPTY, "")):
        met = LastResults()
        met.add(at_ten, birth)
        found = met.question(later, birth)
        assert (question in found) if question else found == ""


def test_limits_of_an_assay_and_urine_are_not_asked_about() -> None:
    below = lab("serum_phosphate", 1.4, "mg/dL", "2020-06-01", comparator="<")
    assert unit_question(below, case_of(LAST)) == ""
    first, second = (
        lab("urine_phosphate", value, "mg/dL", when)
        for value, when in ((20.0, "2020-01-01"), (60.0, "2020-02-01"))
    )
    assert unit_question(second, case_of(first)) == ""
