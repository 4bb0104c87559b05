"""The axis of time of a case, and how dates and ages meet on it."""

from __future__ import annotations

from datetime import date

from desktop.domain import records as r
from desktop.domain.case import Case

DAY = date(2026, 1, 1)


def case(birth: str, *labs: r.LabResult) -> Case:
    """A case with these results."""
    return Case(patient=r.Patient(id="p", patient_id="P1", birth_date=birth), as_of=DAY, labs=labs)


def phosphate(when: str, analyte: str = "serum_phosphate") -> r.LabResult:
    """A phosphate result at a time."""
    return r.LabResult(patient="p", analyte=analyte, value="5", unit="mg/dL", when=when)


def test_a_case_told_in_ages_has_an_axis_of_ages() -> None:
    told = case("", phosphate("P14Y"))
    assert told.axis == "age"
    assert told.place("P14Y") is not None
    assert told.place("2020") is None


def test_with_a_birth_date_ages_and_dates_share_one_axis() -> None:
    told = case("2000-01-01", phosphate("P10Y"), phosphate("2005-01-01"))
    assert told.axis == "date"
    assert [lab.when for lab in told.labs_of("serum_phosphate")] == ["2005-01-01", "P10Y"]


def test_an_age_among_dates_without_a_birth_date_cannot_be_placed_and_comes_last() -> None:
    told = case("", phosphate("P10Y"), phosphate("2005-01-01"))
    assert [lab.when for lab in told.labs_of("serum_phosphate")] == ["2005-01-01", "P10Y"]
    assert told.place("P10Y") is None


def test_results_are_found_by_key_and_by_any_loinc_code() -> None:
    told = case("2000", phosphate("2005", "2777-1"), phosphate("2006", "14879-1"))
    assert len(told.labs_of("serum_phosphate")) == 2


def test_a_test_without_a_result_is_never_a_result() -> None:
    waiting = [
        r.LabResult(patient="p", analyte="serum_phosphate", when="2021-01-01", state=state)
        for state in ("pending", "not_measured", " pending ")
    ]
    given = phosphate("2020-01-01")
    told = case("", given, *waiting)
    assert told.labs_of("serum_phosphate") == (given,)
    assert told.results == (given,)
    assert told.awaited == tuple(waiting)
    assert len(told.labs) == 4


def test_measurements_belong_to_a_mass_whatever_blanks_stand_around_its_number() -> None:
    measured = r.MassMeasurement(patient="p", mass_id="M1 ", length_mm="4")
    told = Case(
        patient=r.Patient(id="p", patient_id="P1"), as_of=DAY, mass_measurements=(measured,)
    )
    assert told.measurements_of(" M1") == (measured,)
