from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.analytes import analytes, unit_of
from desktop.ui.forms.typed import NotReadable
from desktop.ui.models.labs_entry import Entry, read_entry, read_time, typed_again

TODAY = date(2026, 3, 15)


def phosphate(text: str) -> Entry:
    return read_entry(text, analyte="serum_phosphate", unit="mg/dL")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.1", Entry(value="5.1", unit="mg/dL")),
        ("5,1", Entry(value="5.1", unit="mg/dL")),
        ("5.10", Entry(value="5.10", unit="mg/dL")),
        (" <0,5 ", Entry(value="0.5", comparator="<", unit="mg/dL")),
        ("≥ 12", Entry(value="12", comparator=">=", unit="mg/dL")),
        ("5.1 H", Entry(value="5.1", unit="mg/dL", flag="high")),
        ("5.1L", Entry(value="5.1", unit="mg/dL", flag="low")),
        ("1.2 mmol/L", Entry(value="1.2", unit="mmol/L")),
        ("1.2 mmol/l (H)", Entry(value="1.2", unit="mmol/l", flag="high")),
        ("12 HH", Entry(value="12", unit="mg/dL", flag="high", remark="Reported as HH")),
        ("pending", Entry(state="pending")),
        ("·", Entry(state="not_measured")),
        ("nm", Entry(state="not_measured")),
        ("H", Entry(flag="high")),
        ("", Entry()),
    ],
)
def test_a_cell_is_read_as_it_was_typed(text: str, expected: Entry) -> None:
    assert phosphate(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("abc", "not a number"),
        ("5.1 g/L", "not a unit of Phosphate"),
        ("1,234", "may be 1.234 or 1234"),
        ("5.1 5.2", "not a unit"),
        ("5..1", "not a number"),
    ],
)
def test_what_cannot_be_read_for_certain_is_asked_back(text: str, told: str) -> None:
    with pytest.raises(NotReadable, match=told):
        phosphate(text)


def test_a_number_without_any_unit_is_refused() -> None:
    with pytest.raises(NotReadable, match="has no unit"):
        read_entry("5.1", analyte="serum_phosphate", unit="")


def test_a_test_that_the_vocabulary_lacks_keeps_its_unit_but_not_two_numbers() -> None:
    assert read_entry("5 zz/L", analyte="mystery", unit="").unit == "zz/L"
    with pytest.raises(NotReadable, match="two numbers"):
        read_entry("1 234", analyte="mystery", unit="")


def test_the_liter_at_the_end_of_a_unit_is_not_the_flag_low() -> None:
    for analyte in analytes().values():
        for unit in analyte.units:
            entry = read_entry(f"5 {unit}", analyte=analyte.key, unit=analyte.unit)
            assert (entry.value, entry.unit, entry.flag) == ("5", unit, ""), (analyte.key, unit)


@given(
    number=st.decimals(min_value=0, max_value=9999, places=3).map(str),
    comparator=st.sampled_from(["", "<", ">", "<=", ">="]),
    flag=st.sampled_from(["", "low", "normal", "high"]),
    unit=st.sampled_from(["mg/dL", "mmol/L", "mg/dl"]),
    state=st.sampled_from(["", "", "pending", "not_measured"]),
)
def test_editing_without_changing_anything_gives_the_same_cells(
    number: str, comparator: str, flag: str, unit: str, state: str
) -> None:
    lab = r.LabResult(
        patient="p",
        analyte="serum_phosphate",
        value="" if state else number,
        comparator="" if state else comparator,
        unit="" if state else unit,
        flag="" if state else flag,
        state=state,
    )
    assert phosphate(typed_again(lab, "mg/dL")).on(lab) == lab


@given(st.text(max_size=30))
def test_any_text_is_read_or_asked_back_and_never_becomes_another_unit(text: str) -> None:
    try:
        entry = phosphate(text)
    except NotReadable:
        return
    if entry.value:
        assert unit_of(analytes()["serum_phosphate"], entry.unit)
        digits = [c for c in entry.value if c.isdigit()]
        assert digits == [c for c in text if c.isascii() and c.isdigit()][: len(digits)]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("t", "2026-03-15"),
        ("-2w", "2026-03-01"),
        ("-1m", "2026-02-15"),
        ("3/2024", "2024-03"),
        ("14y6m", "P14Y6M"),
        ("2025-11-11 8:15", "2025-11-11T08:15"),
        ("11 Nov 2025", "2025-11-11"),
        ("25.12.2025 14:30", "2025-12-25T14:30"),
        ("2021", "2021"),
    ],
)
def test_fast_dates_and_times(text: str, cell: str) -> None:
    assert read_time(text, TODAY) == cell


@pytest.mark.parametrize("text", ["", "soon", "4.3.2021", "2025-02-30"])
def test_a_time_that_is_none_or_two_is_asked_back(text: str) -> None:
    with pytest.raises(NotReadable):
        read_time(text, TODAY)
