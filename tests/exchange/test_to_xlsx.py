"""A workbook holds every cell as text, and nothing in it is worked out."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.columns import PATIENTS
from desktop.domain.errors import UserError
from desktop.exchange.spreadsheet_text import unescaped
from desktop.exchange.to_tables import FilledTable
from desktop.exchange.to_xlsx import LONGEST_CELL, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

TEXT = st.text(st.one_of(st.sampled_from("'=+-@#N/A\t\r\n _x0D"), st.characters(codec="utf-8")))
NAMES = ("patient_id", "note")


def _filled(*cells: str) -> FilledTable:
    rows = tuple({"patient_id": f"P{n}", "note": cell} for n, cell in enumerate(cells))
    return FilledTable(PATIENTS, NAMES, rows)


def _read(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path)["patients"]
    return [unescaped(str(row[1] or "")) for row in sheet.iter_rows(min_row=2, values_only=True)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cells=st.lists(TEXT, max_size=8))
def test_every_cell_comes_back_character_for_character(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    path = tmp_path_factory.mktemp("book") / "out.xlsx"
    assert write_workbook(path, [_filled(*cells)]) == {"patients": len(cells)}
    assert _read(path) == cells


@pytest.mark.parametrize("cell", ["=1+1", "5.0", "007", "2021-03-04", "1e5", "#N/A", "TRUE"])
def test_nothing_is_taken_for_a_formula_a_number_or_a_date(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(path, [_filled(cell)])
    held = openpyxl.load_workbook(path)["patients"]["B2"]
    assert (held.value, held.data_type, held.number_format) == (cell, "s", "@")
    assert held.quotePrefix
    with zipfile.ZipFile(path) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_a_cell_longer_than_a_sheet_holds_is_refused_and_never_cut(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    with pytest.raises(UserError, match="longer than a sheet can hold"):
        write_workbook(path, [_filled("x" * (LONGEST_CELL + 1))])
    assert list(tmp_path.iterdir()) == []
