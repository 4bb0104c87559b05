"""Reading and writing the CSV tables, apart from any registry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import CLINICAL, PATIENTS
from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import RowReader, columns_of, find_tables, read_rows, write_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_patients_are_read_before_what_hangs_on_them(tmp_path: Path) -> None:
    (tmp_path / "labs.csv").write_text("patient_id,analyte\n")
    (tmp_path / "patients.csv").write_text("patient_id\n")
    assert [file.table.name for file in find_tables([tmp_path]).tables] == ["patients", "labs"]


def test_an_empty_folder_is_told_apart_from_an_empty_registry(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no CSV table"):
        find_tables([tmp_path])


def test_rows_are_numbered_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "allergies.csv"
    path.write_text('patient_id,substance,note\nP1,latex,"two\nlines"\n\nP1,dust\n')
    (file,) = find_tables([path]).tables
    rows = list(read_rows(file))
    assert [(row.number, bool(row.fault)) for row in rows] == [(2, False), (4, True)]
    assert rows[0].cells == ("P1", "latex", "two\nlines")


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "allergies.csv"
    path.write_text("note,substance,patient_id\nrash,latex,P1\n")
    (file,) = find_tables([path]).tables
    (row,) = read_rows(file)
    record = RowReader(file).record(row, "p")
    assert isinstance(record, r.Allergy)
    assert (record.substance, record.note) == ("latex", "rash")


def test_an_export_holds_every_table_even_the_empty_ones(tmp_path: Path) -> None:
    case = Case(patient=r.Patient(patient_id="P1"), as_of=date(2026, 1, 1))
    write_folder(tmp_path / "out", [case])
    written = {path.stem for path in (tmp_path / "out").iterdir()}
    assert written == {"patients", *(table.name for table in CLINICAL)}
    header = (tmp_path / "out" / "patients.csv").read_text().splitlines()[0].split(",")
    assert header == ["patient_id", *columns_of(PATIENTS)]
