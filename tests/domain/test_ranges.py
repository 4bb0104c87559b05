"""Which rows are reference ranges, and which are refused with what reason."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ranges import COLUMNS, RegistryRange, cells_of, first_overlap, read_range
from desktop.measures.bands import _KEYS
from desktop.paths import resource

GOOD = {"analyte": "serum_phosphate", "low": "2.5", "high": "4.5", "unit": "mg/dL"}


def test_a_row_needs_only_analyte_unit_and_one_limit() -> None:
    found = read_range({"analyte": "fgf23_intact", "high": "52", "unit": "pg/ml"})
    assert found == RegistryRange(analyte="fgf23_intact", unit="pg/mL", high=52.0)


def test_a_loinc_code_names_the_analyte_and_a_usual_spelling_the_unit() -> None:
    found = read_range({**GOOD, "analyte": "2777-1", "unit": "mg/dl", "sex": "both"})
    assert isinstance(found, RegistryRange)
    assert (found.analyte, found.unit, found.sex) == ("serum_phosphate", "mg/dL", "")


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ({"analyte": "phosphat"}, "analyte", "no analyte"),
        ({"analyte": "2345-7"}, "analyte", "LOINC"),
        ({"unit": "meq/L"}, "unit", "no unit of"),
        ({"unit": ""}, "unit", "no unit of"),
        ({"sex": "F"}, "sex", "no such choice"),
        ({"age_low_years": "two"}, "age_low_years", "not an age"),
        ({"age_high_years": "-1"}, "age_high_years", "not an age"),
        ({"age_low_years": "18", "age_high_years": "18"}, "age_high_years", "leave nobody"),
        ({"low": "2,5"}, "low", "not a number"),
        ({"low": "", "high": ""}, "low", "needs a limit"),
        ({"low": "4.5", "high": "2.5"}, "high", "not above"),
        ({"high": "450"}, "high", "not plausible"),
        ({"analyte": "tmp_gfr"}, "method", "mixed up"),
    ],
)
def test_a_wrong_row_is_refused_by_column_and_rule(
    cells: dict[str, str], column: str, rule: str
) -> None:
    found = read_range({**GOOD, **cells})
    assert isinstance(found, tuple)
    assert [(one.column, one.level) for one in found] == [(column, "error")]
    assert rule in found[0].rule


def test_the_same_people_by_the_same_method_have_one_range() -> None:
    child = RegistryRange(analyte="pth", unit="pg/mL", high=60.0, age_high_years=18)
    adult = RegistryRange(analyte="pth", unit="pg/mL", high=65.0, age_low_years=18)
    boys = RegistryRange(analyte="pth", unit="pg/mL", high=62.0, sex="male", age_low_years=10)
    other = RegistryRange(analyte="pth", unit="pg/mL", high=62.0, method="Elecsys")
    assert first_overlap([child, adult, other]) is None
    assert first_overlap([child, adult, boys]) == (0, 2)


def test_the_built_in_table_would_pass_the_rules() -> None:
    letters = {"F": "female", "M": "male", "both": "both"}
    path = resource("reference", "reference_intervals.csv")
    with path.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            cells = {name: row[name] for name in COLUMNS if name in row}
            cells |= {"analyte": _KEYS[row["analyte"]], "sex": letters[row["sex"]]}
            found = read_range({**cells, "method": "Kenny-Glen"})
            assert isinstance(found, RegistryRange), (row, found)


@given(
    low=st.floats(0.5, 8, allow_nan=False),
    width=st.floats(0.01, 8, allow_nan=False),
    first=st.floats(0, 80, allow_nan=False),
    stretch=st.floats(0.01, 60, allow_nan=False),
)
def test_a_written_range_is_read_back_the_same(
    low: float, width: float, first: float, stretch: float
) -> None:
    one = RegistryRange(
        analyte="serum_phosphate",
        unit="mg/dL",
        sex="female",
        age_low_years=first,
        age_high_years=first + stretch,
        low=low,
        high=low + width,
        method="photometric",
        source="own laboratory, 2025",
    )
    assert read_range(cells_of(one)) == one
