"""Reading and writing the CSV tables, apart from any registry."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.columns import BOOKKEEPING, PATIENTS, SHOWN_TABLES, table_named
from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import RowReader, columns_of, content, read_rows
from desktop.exchange.csv_writing import write_folder
from desktop.exchange.intake import find_tables

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


def test_an_export_holds_every_shown_table_even_the_empty_ones(tmp_path: Path) -> None:
    case = Case(patient=r.Patient(patient_id="P1"), as_of=date(2026, 1, 1))
    counts = write_folder(tmp_path / "out", [case])
    written = {path.stem for path in (tmp_path / "out").iterdir()}
    assert written == {"patients", *(table.name for table in SHOWN_TABLES)} == set(counts)
    header = (tmp_path / "out" / "patients.csv").read_text().splitlines()[0].split(",")
    assert header == ["patient_id", *columns_of(PATIENTS)]


def test_what_was_done_about_patients_is_written_where_there_is_any(tmp_path: Path) -> None:
    patient = r.Patient(patient_id="P1")
    silence = r.Silence(patient=patient.id, rule="a", reason="known")
    case = Case(patient=patient, as_of=date(2026, 1, 1), silences=(silence,))
    assert write_folder(tmp_path / "out", [case])["silences"] == 1
    written = {path.stem for path in (tmp_path / "out").iterdir()}
    assert written & BOOKKEEPING == {"silences"}


def test_no_table_of_an_older_export_is_left_standing(tmp_path: Path) -> None:
    (tmp_path / "silences.csv").write_text("patient_id,rule,reason\nP9,a,old\n")
    write_folder(tmp_path, [Case(patient=r.Patient(patient_id="P1"), as_of=date(2026, 1, 1))])
    assert len((tmp_path / "silences.csv").read_text().splitlines()) == 1


def test_a_cell_kept_from_an_older_release_stands_in_its_column_until_it_is_entered(
    tmp_path: Path,
) -> None:
    """``sex`` of a relative was an unknown column once."""
    patient = r.Patient(patient_id="P1")
    kept = r.Relative(patient=patient.id, relation="mother", extra=(("sex", "F"), ("own", "x")))
    entered = replace(kept, sex="female")
    for relative, sex in ((kept, "F"), (entered, "female")):
        case = Case(patient=patient, as_of=date(2026, 1, 1), family=(relative,))
        write_folder(tmp_path, [case])
        with (tmp_path / "family.csv").open(newline="") as handle:
            (row,) = csv.DictReader(handle)
        assert (row["sex"], row["own"]) == (sex, "x")


def test_a_row_is_the_same_whether_its_column_was_known_when_it_came_or_not() -> None:
    known = r.Relative(patient="p", relation="mother", sex="female", extra=(("own", "x"),))
    kept = r.Relative(patient="p", relation="mother", extra=(("sex", "female"), ("own", "x")))
    family = table_named("family")
    assert content(known, family) == content(kept, family)
    assert content(known, family) != content(replace(known, extra=()), family)


def test_a_carriage_return_in_a_cell_does_not_end_the_row(tmp_path: Path) -> None:
    patient = r.Patient(id="p1", patient_id="P1", note="one\rtwo")
    write_folder(tmp_path, [Case(patient=patient, as_of=date(2026, 6, 1))])
    with (tmp_path / "patients.csv").open(encoding="utf-8", newline="") as file:
        assert [row["note"] for row in csv.DictReader(file)] == ["one\rtwo"]
