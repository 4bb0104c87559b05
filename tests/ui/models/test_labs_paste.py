from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.analytes import analytes
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_block import block_time, dates_are_ambiguous, matrix_of
from desktop.ui.models.labs_names import named_test
from desktop.ui.models.labs_paste import read_block
from desktop.ui.models.labs_words import test_name as short_name

TODAY = date(2026, 3, 15)


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.test, one.value, one.unit, one.when) for one in read_block(text).values]


def test_names_values_and_units_without_a_heading() -> None:
    assert told("Phosphate\t1,58\tmmol/L\nMagnesium\t0.82\t") == [
        ("Phosphate", "1,58", "mmol/L", ""),
        ("Magnesium", "0.82", "", ""),
    ]


def test_a_heading_with_dates_over_several_columns() -> None:
    block = "Test\tUnit\t2024-05-01\t12-Nov-2024\nPhosphate\tmg/dL\t5.1 H\t4.9\nPTH\tpg/mL\t\t24"
    assert told(block) == [
        ("Phosphate", "5.1 H", "mg/dL", "2024-05-01"),
        ("Phosphate", "4.9", "mg/dL", "12-Nov-2024"),
        ("PTH", "24", "pg/mL", "12-Nov-2024"),
    ]


def test_tests_across_with_a_row_of_units_and_a_column_of_dates() -> None:
    block = "Date\tPhosphate\tCalcium\n\tmg/dL\tmg/dL\n2024-05-01\t5,1\t9.4\n2024-06-01\t5.0\t"
    assert told(block) == [
        ("Phosphate", "5,1", "mg/dL", "2024-05-01"),
        ("Phosphate", "5.0", "mg/dL", "2024-06-01"),
        ("Calcium", "9.4", "mg/dL", "2024-05-01"),
    ]


def test_a_laboratory_report_with_flag_range_and_date_of_collection() -> None:
    block = (
        "Test\tResult\tFlag\tUnits\tReference range\tCollected\n"
        "Phosphorus\t5.6\tH\tmg/dL\t2.5-4.5\t2024-05-11\n"
    )
    (one,) = read_block(block).values
    assert (one.value, one.flag, one.unit, one.range, one.when) == (
        "5.6",
        "H",
        "mg/dL",
        "2.5-4.5",
        "2024-05-11",
    )


def test_bare_values_stand_where_they_are_pasted() -> None:
    block = read_block("5.1\t5.2\n9.4\t")
    assert [(one.down, one.right, one.value) for one in block.values] == [
        (0, 0, "5.1"),
        (0, 1, "5.2"),
        (1, 0, "9.4"),
    ]


def test_flags_beside_several_values_are_left_over_rather_than_given_to_the_wrong_one() -> None:
    block = read_block("Phosphate\t5.1\tH\t3.9\tL")
    assert all(not one.flag for one in block.values)
    assert {cell for *_, cell in block.left_over} == {"H", "L"}


def test_quoted_cells_keep_their_line_breaks_and_bad_quotes_are_taken_as_they_stand() -> None:
    assert matrix_of('"a\nb"\tc') == [["a\nb", "c"]]
    assert matrix_of('"a\tc\nd') == [['"a', "c"], ["d", ""]]


cells = st.one_of(
    st.sampled_from(
        (
            *("", "", "Phosphate", "Calcium", "mg/dL", "mmol/L", "5.1", "<0,5", "1,234", "H"),
            *("L", "2024-05-01", "3.4.2021", "Test", "Unit", "Date", "2.5-4.5", "2024", "Foo"),
        )
    ),
    st.text(max_size=8),
)


@given(st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_cell_of_a_block_is_lost_or_changed(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    matrix, block = matrix_of(text), read_block(text)
    places = {
        (row, column): cell
        for row, line in enumerate(matrix)
        for column, cell in enumerate(line)
        if cell
    }
    used = dict(block.roles)
    left = {(row, column): cell for row, column, cell in block.left_over}
    assert used.keys() | left.keys() == places.keys()
    assert not used.keys() & left.keys()
    assert all(places[place] == cell for place, cell in left.items())
    values = {(one.row, one.column): one.value for one in block.values}
    assert values == {place: places[place] for place, role in used.items() if role == "value"}
    for one in block.values:
        beside = (one.test, one.unit, one.when, one.flag, one.range, one.note)
        assert all(not cell or cell in places.values() for cell in beside)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=5))
def test_every_cell_that_has_a_part_has_it_in_a_value_or_a_heading(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    block, matrix = read_block(text), matrix_of(text)
    said = {
        cell
        for one in block.values
        for cell in (
            *(one.value, one.test, one.unit, one.when, one.flag),
            *(one.range, one.method, one.specimen, one.note),
        )
    }
    for (row, column), role in block.roles:
        assert role == "heading" or matrix[row][column] in said or not block.values, role


def test_dates_with_two_readings_are_settled_for_the_whole_block() -> None:
    block = read_block("Date\tPhosphate\n11/05/2024\t5.1\n25/05/2024\t5.0")
    assert dates_are_ambiguous(block.values, TODAY)
    with pytest.raises(NotReadable):
        block_time("11/05/2024", TODAY)
    assert block_time("11/05/2024", TODAY, day_first=True) == "2024-05-11"
    assert block_time("11/05/2024", TODAY, day_first=False) == "2024-11-05"


def test_every_analyte_is_found_by_its_names_and_no_name_means_two() -> None:
    for analyte in analytes().values():
        for name in (analyte.key, analyte.label, short_name(analyte.key)):
            assert named_test(name) is analyte, name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Phosphorus", "serum_phosphate"),
        ("ALP", "alp"),
        ("25-OH Vitamin D", "25_oh_vitamin_d"),
        ("1,25-(OH)2 vitamin D", "1_25_oh2_vitamin_d"),
        ("Urine phosphate", "urine_phosphate"),
        ("2777-1", "serum_phosphate"),
        ("Vitamin D", "vitamin_d_unspecified"),
        ("K", "potassium"),
    ],
)
def test_usual_names(name: str, key: str) -> None:
    found = named_test(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["Phosphat ase", "FGF23", "Calcium/Phosphate", "GFR?", "serum"])
def test_half_a_name_is_no_test(name: str) -> None:
    assert named_test(name) is None
