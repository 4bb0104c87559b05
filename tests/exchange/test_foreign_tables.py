"""Laboratory lists of other makes: the same results in many dialects, or a question."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import UserError
from desktop.exchange.csv_tables import ReadRow, TableFile, read_rows
from desktop.exchange.intake import find_tables
from desktop.exchange.mapping import Answers, TableMapping, WideColumn, mapping_from, suggested

if TYPE_CHECKING:
    from pathlib import Path

_Result = tuple[str, str, str, str, str, str]
EXPECTED: list[_Result] = [
    ("P1", "2013-07-31", "serum_phosphate", "", "3.4", "mg/dL"),
    ("P1", "2013-08-01", "serum_calcium_total", "", "9.25", "mg/dL"),
    ("P2", "2014-02-03", "creatinine", "<", "0.9", "mg/dL"),
]


def found(path: Path, answers: Answers | None = None) -> tuple[TableFile, list[ReadRow]]:
    (file,) = find_tables([path], answers).tables
    return file, list(read_rows(file))


def results(path: Path, answers: Answers | None = None) -> list[_Result]:
    file, rows = found(path, answers)
    names = ("patient_id", "when", "analyte", "comparator", "value", "unit")
    places = [file.header.index(name) for name in names]
    assert not [row.fault for row in rows if row.fault]
    return [tuple(row.cells[place] for place in places) for row in rows]  # type: ignore[misc]


ISO = """patient,date,test,result,units
P1,2013-07-31,PHOS,3.4,mg/dL
P1,2013-08-01,Calcium,9.25,mg/dL
P2,2014-02-03,CREAT,<0.9,mg/dL
"""
GERMAN = """Patientennummer;Datum;Parameter;Messwert;Einheit
P1;31.07.2013;Phosphat;3,4;mg/dL
P1;01.08.2013;Kalzium;9,25;mg/dL
P2;03.02.2014;Kreatinin;<0,9;mg/dL
"""
NAMED = """Report of the laboratory

patient|date|test|result|units
P1|31-Jul-13|PHOS|3.4|mg/dL
P1|1 ago 2013|CA|9.25|mg/dL
P2|February 3, 2014|CREAT|<0.9|mg/dL
"""
WIDE = """patient,date,PHOS (mg/dL),Calcium [mg/dL],CREAT (mg/dL)
P1,07/31/2013,3.4,,
P1,08/01/2013,,9.25,
P2,02/03/2014,,,<0.9
"""


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ISO.encode(), id="plain"),
        pytest.param(ISO.encode("utf-8-sig"), id="with a byte order mark"),
        pytest.param(ISO.replace("\n", "\r").encode(), id="lines of an old Mac"),
        pytest.param(ISO.replace(",", "\t").encode("utf-16"), id="Unicode text of Excel"),
        pytest.param(ISO.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(GERMAN.encode("cp1252"), id="semicolons and decimal commas"),
        pytest.param(NAMED.encode(), id="preamble, bars and months in words"),
        pytest.param(WIDE.encode(), id="a column per analyte, month first"),
    ],
)
def test_the_same_results_in_another_dialect_are_the_same_rows(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "results.txt"
    path.write_bytes(content)
    assert results(path) == EXPECTED


@pytest.mark.parametrize("is_1904", [False, True])
def test_a_workbook_gives_its_days_by_its_own_epoch(tmp_path: Path, is_1904: bool) -> None:
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - a day of the calendar
    sheet = book.active
    sheet.append(["Central laboratory"])
    sheet.append(["patient", "date", "test", "result", "units"])
    sheet.append(["P1", datetime.date(2013, 7, 31), "PHOS", 3.4, "mg/dL"])
    sheet.append(["P1", "2013-08-01", "CA", "9.25", "mg/dL"])
    sheet.append(["P2", datetime.date(2014, 2, 3), "CREAT", "<0.9", "mg/dL"])
    book.create_sheet("about").append(["nothing here"])
    path = tmp_path / "book.bin"
    book.save(path)
    assert results(path) == EXPECTED
    assert "about" in find_tables([path]).notes[0]


def test_a_formula_that_was_never_calculated_is_refused_not_taken_for_nothing(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["patient", "date", "test", "result", "units"])
    book.active.append(["P1", "2013-08-01", "CA", "=4+5", "mg/dL"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    _, rows = found(path)
    assert "not a number [=4+5]" in rows[0].fault


AMBIGUOUS = "patient,date,test,result,units\nP1,03/04/2013,PHOS,3.4,mg/dL\n"


def test_an_order_of_dates_that_nothing_proves_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "labs of may.csv"
    path.write_text(AMBIGUOUS)
    with pytest.raises(UserError, match="--dates dmy"):
        find_tables([path])
    assert results(path, Answers(dates="dmy"))[0][1] == "2013-04-03"
    assert results(path, Answers(dates="mdy"))[0][1] == "2013-03-04"


def test_numbers_as_dates_ask_for_the_epoch(tmp_path: Path) -> None:
    path = tmp_path / "serial.csv"
    path.write_text("patient,date,test,result,units\nP1,41466,PHOS,3.4,mg/dL\n")
    with pytest.raises(UserError, match="--dates 1900"):
        find_tables([path])
    # Microsoft: 41466 is 11 July 2013 in the 1900 system, 1462 days later in the other.
    assert results(path, Answers(dates="1900"))[0][1] == "2013-07-11"
    assert results(path, Answers(dates="1904"))[0][1] == "2017-07-12"


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ('"1,234"', "thousands or decimals"),
        ("12..3", "decimals"),
        ("five", "not a number"),
        ("", "no result"),
        ("-", "not a number"),
    ],
)
def test_a_value_in_doubt_stays_out_with_its_reason(tmp_path: Path, cell: str, fault: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"patient,date,test,result,units\nP1,2013-08-01,PTH,{cell},pg/mL\n")
    _, rows = found(path)
    assert fault in rows[0].fault


def test_a_decimal_mark_that_was_said_settles_thousands(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('patient,date,test,result,units\nP1,2013-08-01,PTH,"1,234",pg/mL\n')
    assert results(path, Answers(decimal="point"))[0][4] == "1234"
    assert results(path, Answers(decimal="comma"))[0][4] == "1.234"


def test_words_instead_of_a_result_are_kept_as_such(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("patient,date,test,result,units\nP1,2013-08-01,PHOS,haemolysed,mg/dL\n")
    file, (row,) = found(path)
    cells = dict(zip(file.header, row.cells, strict=True))
    assert (cells["value"], cells["state"], cells["hemolyzed"]) == ("", "not_measured", "yes")
    assert cells["note"] == "haemolysed"


def test_a_list_without_units_asks_for_them(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("patient,date,test,result\nP1,2013-08-01,PHOS,3.4\n")
    _, (row,) = found(path)
    assert "no unit [serum_phosphate]" in row.fault
    assert results(path, Answers(units={"PHOS": "mg/dL"}))[0][5] == "mg/dL"
    assert results(path, Answers(units={"serum_phosphate": "mg/dL"}))[0][5] == "mg/dL"


def test_names_of_the_blood_are_not_given_to_urine(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "patient,date,test,result,units,specimen\nP1,2013-08-01,PHOS,34,mg/dL,urine\n"
        "P1,2013-08-01,PHOS,3.4,mg/dL,Serum\n"
    )
    _, rows = found(path)
    assert "not an analyte known here" in rows[0].fault
    assert not rows[1].fault


def test_a_unit_may_stand_behind_the_name_without_brackets() -> None:
    header = ["Patient", "Datum", "Phosphat mmol/l", "Kalzium, mmol/l", "PTH pg/mL"]
    mapping = suggested([*header, "Calcium remark", "PTH mg"])
    assert mapping is not None
    assert mapping.wide == {
        "Phosphat mmol/l": WideColumn(analyte="serum_phosphate", unit="mmol/l"),
        "Kalzium, mmol/l": WideColumn(analyte="serum_calcium_total", unit="mmol/l"),
        "PTH pg/mL": WideColumn(analyte="pth", unit="pg/mL"),
    }


def test_a_mapping_says_what_names_do_not(tmp_path: Path) -> None:
    mapping = TableMapping(
        table="labs",
        columns={"patient_id": "who", "when": "day"},
        wide={"x1": WideColumn(analyte="serum_phosphate", unit="mg/dL")},
        dates="dmy",
    )
    path = tmp_path / "list.csv"
    path.write_text("who,day,x1\nP1,03/04/2013,3.4\n")
    again = mapping_from(mapping.as_json(), "mapping.json")
    assert again == mapping
    assert results(path, Answers(mapping=again)) == [
        ("P1", "2013-04-03", "serum_phosphate", "", "3.4", "mg/dL")
    ]


def test_too_few_known_columns_suggest_nothing() -> None:
    assert suggested(["a", "b", "c"]) is None
    assert suggested(["patient", "value"]) is None


def test_letters_that_cannot_be_told_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "patients.csv"
    path.write_bytes("patient_id,family_name\nP1,Łódź\n".encode("cp1250"))
    with pytest.raises(UserError, match="--encoding"):
        find_tables([path])
    _, (row,) = found(path, Answers(encoding="cp1250"))
    assert row.cells == ("P1", "Łódź")
    with pytest.raises(UserError, match="no encoding"):
        find_tables([path], Answers(encoding="nonsense"))


def test_our_own_table_in_iso_keeps_its_faults_as_faults(tmp_path: Path) -> None:
    """A date in another order among ISO dates is a slip, not a dialect."""
    path = tmp_path / "labs.csv"
    path.write_text(
        "patient_id,analyte,value,unit,when\n"
        "P1,albumin,4.5,g/dL,2020-01-02\nP1,albumin,4,g/dL,13/04/2020\n"
        'P1,albumin,"4,5",g/dL,2020-01-03\n'
    )
    _, rows = found(path)
    assert [row.cells[2] for row in rows] == ["4.5", "4", "4,5"]
    assert rows[1].cells[4] == "13/04/2020"


def test_our_own_table_with_a_column_more_stays_our_own(tmp_path: Path) -> None:
    path = tmp_path / "labs.csv"
    path.write_text(
        "patient_id,analyte,value,unit,when,comment\nP1,albumin,4,g/dL,2020-01-02,first\n"
    )
    file, (row,) = found(path)
    assert file.unknown_columns == ("comment",)
    assert not file.is_list
    assert row.cells[-1] == "first"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<Patient xmlns='http://hl7.org/fhir'/>", "FHIR XML"),
        (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "XML"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "old Excel"),
        (b"PK\x03\x04cut off", "damaged"),
        (b"   \n", "empty"),
    ],
)
def test_what_is_no_table_is_refused_by_its_name(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=reason):
        find_tables([path])


@settings(max_examples=150, deadline=None)
@given(
    head=st.sampled_from(
        [
            b"",
            b"patient,date,test,result,units\n",
            b"patient_id,analyte,value,unit,when\n",
            b"PK\x03\x04",
        ]
    ),
    garbage=st.binary(max_size=200) | st.text(max_size=120).map(lambda t: t.encode()),
)
def test_no_text_does_anything_but_come_in_or_be_refused(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, garbage: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "file"
    path.write_bytes(head + garbage)
    try:
        tables = find_tables([path]).tables
    except UserError:
        return
    for file in tables:
        assert all(row.fault or len(row.cells) == len(file.header) for row in read_rows(file))
