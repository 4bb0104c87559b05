"""Units: only what belongs is converted, there and back gives the same number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.analytes import (
    Quantity,
    analyte_named,
    analytes,
    canonical_quantity,
    conversion,
    converted,
    is_loinc,
    number,
    quantity_of,
)
from desktop.domain.terms import vocabulary_rows

WITHOUT_CONVERSION = {
    ("serum_calcium_total", "nmol/L"),
    ("egfr", "mL/min"),
    ("creatinine_clearance", "mL/min/{1.73_m2}"),
    ("pthrp", "pg/mL"),
    ("urine_magnesium", "mmol/L"),
}
CONVERTIBLE = [
    (analyte.key, unit)
    for analyte in analytes().values()
    for unit in analyte.units
    if (analyte.key, unit) not in WITHOUT_CONVERSION
]


def lab(analyte: str, value: str, unit: str, comparator: str = "") -> r.LabResult:
    return r.LabResult(patient="p", analyte=analyte, value=value, unit=unit, comparator=comparator)


def shown(analyte: str, value: float, unit: str, *, wanted: str) -> float | None:
    found = converted(Quantity(value, unit), analytes()[analyte], wanted)
    return found.value if found else None


@pytest.mark.parametrize(
    ("analyte", "value", "unit", "wanted", "expected"),
    [
        # Factors of the unit tables named in units.csv, multiplied by hand.
        ("serum_phosphate", 6.9, "mg/dL", "mmol/L", 2.22801),
        ("serum_calcium_total", 9.6, "mg/dL", "mmol/L", 2.3952),
        ("serum_calcium_total", 4.79, "meq/L", "mmol/L", 2.395),
        ("serum_calcium_ionised", 4.8, "mg/dL", "mmol/L", 1.1976),
        ("creatinine", 0.5, "mg/dL", "umol/L", 44.2),
        ("albumin", 42, "g/L", "g/dL", 4.2),
        ("25_oh_vitamin_d", 26, "ng/mL", "nmol/L", 64.896),
        ("1_25_oh2_vitamin_d", 62, "pg/mL", "pmol/L", 148.8),
        ("pth", 65, "pg/mL", "pmol/L", 6.89),
        ("pth", 0.1, "ug/L", "pg/mL", 100),
        ("urine_calcium_creatinine", 0.22, "mg/mg{creat}", "mol/mol{creat}", 0.62095),
        ("urine_creatinine", 5.304, "mmol/L", "mg/dL", 60),
        ("urine_phosphate_24h", 10, "mmol/d", "mg/d", 309.6934),
        ("urine_calcium_24h", 5, "mmol/d", "mg/d", 200.4008),
        ("calcium_phosphate_product", 70, "mg2/dL2", "mmol2/L2", 5.6395),
        ("urea", 28.01, "mg/dL", "mmol/L", 9.99957),
        ("urate", 490, "umol/L", "mg/dL", 8.238),
        ("magnesium", 1.64, "meq/L", "mmol/L", 0.82),
        ("hba1c", 53, "mmol/mol", "%", 7.0004),
        ("wbc", 219000, "/uL", "10*9/L", 219),
        ("trp", 0.97, "1", "%", 97),
        ("hemoglobin", 6.5, "mmol/L", "g/dL", 10.474),
    ],
)
def test_worked_conversions(
    analyte: str, value: float, unit: str, wanted: str, expected: float
) -> None:
    assert shown(analyte, value, unit, wanted=wanted) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("analyte", "unit"),
    [
        ("serum_phosphate", "meq/L"),
        ("fgf23_intact", "RU/mL"),
        ("fgf23_c_terminal", "pg/mL"),
        ("serum_calcium_total", "nmol/L"),
        ("egfr", "mL/min"),
        ("serum_phosphate", ""),
        ("serum_phosphate", "mg/L"),
    ],
)
def test_a_unit_that_does_not_belong_is_never_converted(analyte: str, unit: str) -> None:
    known = analytes()[analyte]
    assert converted(Quantity(5, unit), known, known.unit) is None


def test_the_table_converts_every_unit_that_belongs_but_those_that_cannot() -> None:
    found = {
        (analyte.key, unit)
        for analyte in analytes().values()
        for unit in analyte.units
        if conversion(analyte, unit) is None
    }
    assert found == WITHOUT_CONVERSION


def test_the_table_holds_no_unit_that_belongs_to_no_analyte() -> None:
    for row in vocabulary_rows("units"):
        analyte = analytes()[row["analyte"]]
        assert row["unit"] in analyte.other_units
        assert float(row["factor"]) > 0, "a comparator would turn round"
        assert row["source"]


@given(st.sampled_from(CONVERTIBLE), st.floats(1e-3, 1e5), st.sampled_from(["", "<", ">", "<="]))
def test_there_and_back_gives_the_number_and_its_comparator(
    key_and_unit: tuple[str, str], value: float, comparator: str
) -> None:
    key, unit = key_and_unit
    analyte = analytes()[key]
    there = converted(Quantity(value, analyte.unit, comparator), analyte, unit)
    assert there is not None
    back = converted(there, analyte, analyte.unit)
    assert back is not None
    assert back.value == pytest.approx(value, rel=1e-9)
    assert back.comparator == there.comparator == comparator


@given(st.sampled_from(CONVERTIBLE), st.floats(0, 1e5), st.floats(1e-3, 1e5))
def test_more_in_one_unit_is_more_in_every_unit(
    key_and_unit: tuple[str, str], value: float, more: float
) -> None:
    key, unit = key_and_unit
    analyte = analytes()[key]
    small = converted(Quantity(value, unit), analyte, analyte.unit)
    large = converted(Quantity(value + more, unit), analyte, analyte.unit)
    assert small is not None
    assert large is not None
    assert small.value < large.value


@pytest.mark.parametrize(
    ("cell", "value"),
    [("5.0", 5.0), (" 5 ", 5.0), ("", None), ("5,0", None), ("<5", None), ("1e3", 1000.0)],
)
def test_a_cell_is_a_number_with_a_point_or_none(cell: str, value: float | None) -> None:
    assert number(cell) == value


def test_a_result_is_read_as_entered_and_in_the_canonical_unit() -> None:
    entered = lab("14879-1", "1.5", "mmol/L", ">")
    assert quantity_of(entered) == Quantity(1.5, "mmol/L", ">")
    canonical = canonical_quantity(entered)
    assert canonical is not None
    assert canonical.value == pytest.approx(4.6454, abs=1e-4)
    assert (canonical.unit, canonical.comparator) == ("mg/dL", ">")


def test_a_flag_alone_and_an_unknown_analyte_have_no_number() -> None:
    assert quantity_of(lab("serum_phosphate", "", "")) is None
    assert canonical_quantity(lab("2857-1", "31.6", "ug/L")) is None


def test_mass_and_molar_codes_name_the_same_analyte() -> None:
    assert analyte_named("2777-1") is analyte_named("14879-1") is analytes()["serum_phosphate"]


@pytest.mark.parametrize("code", ["2777-1", "14879-1", "17861-6", "2160-0", "62292-8"])
def test_check_digits_of_known_codes_are_right(code: str) -> None:
    assert is_loinc(code)


@pytest.mark.parametrize("code", ["2777-2", "14879", "LP1234-5", "", "1-"])
def test_a_wrong_check_digit_is_told(code: str) -> None:
    assert not is_loinc(code)
