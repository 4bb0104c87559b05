"""Imports as somebody makes them: files, columns, patients, rows, and only then the registry."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.db.registry import Registry
from desktop.domain.columns import table_named
from desktop.domain.records import LabResult
from desktop.ui.session import Session
from desktop.ui.views.import_page import ImportPage
from desktop.ui.widgets.import_foot import COLUMNS, DONE, FILES, PEOPLE, ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.answers import Answers

LONGEST_MS = 30_000
GERMAN = """\
Patientennummer;Abnahmedatum;Phosphat (mmol/l);Calcium (mmol/l)
CR-0007;13.02.2025;1,95;2,40
CR-0007;14.03.2025;1,88;
CR-0011;31.02.2025;1,10;2,31
CR-0011;02.04.2025;abc;2,35
"""
HL7 = (
    "MSH|^~\\&|LAB|CITY|||202501021200||ORU^R01|7|P|2.5\r"
    "PID|1||||Fiktiva^Lena||20090514|F\r"
    "OBR|1||A1|PANEL|||20250102\r"
    "OBX|1|NM|2777-1^Phosphate^LN||5.1|mg/dL|||||F|||20250102\r"
)
BUNDLE = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {
            "fullUrl": "urn:uuid:1",
            "resource": {
                "resourceType": "Patient",
                "id": "CR-0007",
                "gender": "female",
                "birthDate": "2009-05-14",
            },
        },
        {
            "resource": {
                "resourceType": "Observation",
                "id": "o1",
                "status": "final",
                "subject": {"reference": "urn:uuid:1"},
                "code": {"coding": [{"system": "http://loinc.org", "code": "2777-1"}]},
                "effectiveDateTime": "2025-05-06",
                "valueQuantity": {
                    "value": 4.4,
                    "unit": "mg/dL",
                    "system": "http://unitsofmeasure.org",
                    "code": "mg/dL",
                },
            }
        },
        {"resource": {"resourceType": "Appointment", "id": "a1", "status": "booked"}},
    ],
}


class Journey:
    """The import page, by what is on it; every job is waited for."""

    def __init__(self, bot: QtBot, page: ImportPage) -> None:
        self.bot, self.page = bot, page

    def wait(self) -> None:
        self.bot.waitUntil(lambda: not self.page.work.is_busy, timeout=LONGEST_MS)
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    def take(self, *paths: Path) -> None:
        self.page.take(list(paths))
        self.wait()

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(self.page if focused is None else focused, key)
        self.wait()

    def go_on(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Return)

    def texts(self) -> str:
        """Every word in sight."""
        QApplication.processEvents()  # what was just put in is shown then
        shown = [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]
        tables = [
            self.page.files.table,
            self.page.columns.rows_card.table,
            self.page.people.table,
            self.page.rows.table,
        ]
        cells = [
            cell.text
            for table in tables
            if table.isVisible()
            for line in table.cells.lines
            for cell in line
        ]
        return "\n".join(shown + cells)

    @property
    def labs(self) -> list[tuple[str, str, str, str]]:
        """Analyte, value, unit and time of every result that the registry holds."""
        assert self.page._session.registry is not None
        with Registry.open(self.page._session.registry.path) as registry:
            found = registry.records(table_named("labs"))
        labs = [one for one in found if isinstance(one, LabResult)]
        return sorted((one.analyte, one.value, one.unit, one.when) for one in labs)

    def states(self) -> dict[str, str]:
        """The people of the files, and how they stand."""
        return {line[0].text: line[1].text for line in self.page.people.table.cells.lines}


@pytest.fixture
def journey(qtbot: QtBot, registry_path: Path, answers: Answers) -> Iterator[Journey]:
    session = Session()
    session.open_registry(Registry.open(registry_path))
    page = ImportPage(session, dialogs=answers)
    qtbot.addWidget(page)
    page.resize(1360, 820)
    page.read_again()
    page.show()
    qtbot.waitExposed(page)
    yield Journey(qtbot, page)
    session.close()


def saved(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


BEFORE = ("serum_phosphate", "5.2", "mg/dL", "2025-06-17")
NEW = [
    ("serum_calcium_total", "2.35", "mmol/l", "2025-04-02"),
    ("serum_calcium_total", "2.40", "mmol/l", "2025-02-13"),
    ("serum_phosphate", "1.88", "mmol/l", "2025-03-14"),
    ("serum_phosphate", "1.95", "mmol/l", "2025-02-13"),
]


def test_a_german_table_with_a_column_for_each_test_comes_in(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "labor.csv", GERMAN, "cp1252"))
    assert "semicolon" in journey.texts()
    journey.go_on()
    page = journey.page
    assert page.step == COLUMNS
    fields = {name: one.currentText() for name, one in page.columns.rows.fields.items()}
    assert fields == {
        "Patientennummer": "Registry ID",
        "Abnahmedatum": "Sample date",
        "Phosphat (mmol/l)": "Results: Phosphate",
        "Calcium (mmol/l)": "Results: Calcium, total",
    }
    assert page.columns.options.dates.itemText(0) == "found: day, month, year"
    journey.go_on()
    assert page.step == PEOPLE
    assert journey.states() == {"CR-0007": "known", "CR-0011": "known"}
    journey.go_on()
    assert page.step == ROWS
    assert page.foot.next_button.text() == "Import 4 rows"
    assert journey.labs == [BEFORE], "nothing is written before the last step"
    journey.go_on()
    assert page.step == DONE
    assert journey.labs == sorted([BEFORE, *NEW])
    assert "7 rows read: 4 added, 0 filled in, 0 there already, 3 refused" in journey.texts()


def test_the_same_file_again_changes_nothing_and_one_undo_takes_it_all_back(
    journey: Journey, tmp_path: Path
) -> None:
    path = saved(tmp_path / "labor.csv", GERMAN)
    journey.take(path)
    journey.go_on(4)
    journey.take(path)
    journey.go_on(3)
    assert journey.page.step == ROWS
    assert "is in the registry already" in journey.texts()
    assert not journey.page.foot.next_button.isEnabled()
    assert len(journey.labs) == 5
    journey.page._session.undo()
    assert journey.labs == [BEFORE]


def test_each_cell_with_a_problem_is_marked_with_its_reason(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "labor.csv", GERMAN))
    journey.go_on()
    columns = journey.page.columns.rows_card
    columns.only.buttons["problems"].click()
    marked = {
        (line[0].text, cell.text): cell.why
        for line in columns.table.cells.lines
        for cell in line
        if cell.tone == "error" and not cell.has_icon
    }
    assert set(marked) == {("4", "31.02.2025"), ("5", "abc")}
    assert "not a number" in marked["5", "abc"]
    index = next(
        columns.table.cells.index(row, column)
        for row, line in enumerate(columns.table.cells.lines)
        for column, cell in enumerate(line)
        if cell.text == "abc"
    )
    assert "not a number" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_workbook_comes_in_with_its_own_days(journey: Journey, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "results"
    sheet.append(["patient", "date", "test", "result", "units"])
    sheet.append(["CR-0007", datetime.date(2024, 7, 31), "PHOS", 3.4, "mg/dL"])
    book.create_sheet("about").append(["nothing here"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    journey.take(path)
    assert "Excel workbook" in journey.texts()
    assert "“about” was left out" in journey.texts()
    journey.go_on(4)
    assert journey.page.step == DONE
    assert ("serum_phosphate", "3.4", "mg/dL", "2024-07-31") in journey.labs


def test_a_fhir_bundle_needs_no_matching_and_tells_what_was_skipped(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "bundle.json", json.dumps(BUNDLE)))
    told = journey.texts()
    assert "FHIR R4" in told
    assert "1 Appointment" in told
    journey.go_on()
    assert "Nothing needs to be matched" in journey.texts()
    journey.go_on(3)
    assert journey.page.step == DONE
    assert ("2777-1", "4.4", "mg/dL", "2025-05-06") in journey.labs


def test_a_message_that_names_nobody_asks_whose_results_they_are(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "message.hl7", HL7))
    assert "Whose results are they?" in journey.texts()
    assert not journey.page.foot.next_button.isEnabled()
    field = journey.page.files.patient
    assert journey.page.focusWidget() is field
    QTest.keyClicks(field, "cr-0007")
    journey.go_on()
    assert "needs an answer" not in journey.texts()
    journey.go_on(2)
    assert journey.states() == {"CR-0007": "known"}
    journey.go_on(2)
    assert journey.page.step == DONE
    assert ("2777-1", "5.1", "mg/dL", "2025-01-02") in journey.labs


AMBIGUOUS = "patient,date,test,result,units\nCR-0007,03/04/2013,PHOS,3.4,mg/dL\n"


def test_an_order_of_dates_that_nothing_shows_is_asked_and_never_an_option_named(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "labs.csv", AMBIGUOUS))
    page = journey.page
    assert "In which order are day and month in 03/04/2013?" in journey.texts()
    assert "--" not in journey.texts()
    assert not page.foot.next_button.isEnabled()
    assert page.files.choice is not None
    page.files.choice.setCurrentIndex(page.files.choice.findData("dmy"))
    journey.go_on()
    assert page.step == FILES
    journey.go_on(4)
    assert ("serum_phosphate", "3.4", "mg/dL", "2013-04-03") in journey.labs


UNKNOWN = """\
patient,date,test,result
CR-0007,2024-01-02,P-anorg,1.4
CR-0007,2024-01-03,P-anorg,1.5
"""


def test_unknown_tests_and_lacking_units_are_answered_once_and_kept(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "first.csv", UNKNOWN))
    journey.go_on()
    tests = journey.page.columns.tests
    tests.tests["P-anorg"].set_typed("serum_phosphate")
    assert set(tests.units) == {"serum_phosphate"}
    tests.units["serum_phosphate"].set_typed("mmol/L")
    journey.go_on(3)
    assert ("serum_phosphate", "1.4", "mmol/L", "2024-01-02") in journey.labs
    later = UNKNOWN.replace("2024", "2025")
    journey.take(saved(tmp_path / "second.csv", later))
    journey.go_on()
    assert "as in an earlier file with the same columns" in journey.texts()
    journey.go_on(3)
    assert ("serum_phosphate", "1.5", "mmol/L", "2025-01-03") in journey.labs


def test_columns_that_nobody_knows_are_matched_and_going_back_loses_nothing(
    journey: Journey, tmp_path: Path
) -> None:
    content = "wer;wann;was\nCR-0007;02.01.2024;1,4\n"
    journey.take(saved(tmp_path / "odd.csv", content))
    page = journey.page
    journey.go_on()
    assert page.step == COLUMNS
    assert not page.foot.next_button.isEnabled()
    page.columns.rows.fields["wer"].set_typed("patient_id")
    page.columns.rows.fields["wann"].set_typed("when")
    page.columns.rows.fields["was"].set_typed("wide:serum_phosphate")
    page.columns.rows.units["was"].set_typed("mmol/L")
    journey.press(Qt.Key.Key_Escape)
    assert page.step == FILES
    journey.go_on()
    chosen = {name: one.typed() for name, one in page.columns.rows.fields.items()}
    assert chosen == {"wer": "patient_id", "wann": "when", "was": "wide:serum_phosphate"}
    journey.go_on(3)
    assert ("serum_phosphate", "1.4", "mmol/L", "2024-01-02") in journey.labs


def test_a_table_without_patients_asks_whose_it_is(journey: Journey, tmp_path: Path) -> None:
    content = "date,test,result,units\n2024-01-02,PHOS,3.4,mg/dL\n"
    journey.take(saved(tmp_path / "mine.csv", content))
    journey.go_on()
    columns = journey.page.columns
    assert "Whose results are they?" in journey.texts()
    assert not journey.page.foot.next_button.isEnabled()
    columns.options.patient.set_typed("CR-0011")
    columns.options.patient.left.emit()
    journey.go_on(3)
    assert journey.page.step == DONE
    assert ("serum_phosphate", "3.4", "mg/dL", "2024-01-02") in journey.labs


STRANGERS = """\
patient,date,test,result,units
CR-0070,2024-01-02,PHOS,3.4,mg/dL
CR-0011,2024-01-02,PHOS,3.5,mg/dL
"""


def test_a_number_that_nobody_has_is_never_corrected_by_itself(
    journey: Journey, tmp_path: Path
) -> None:
    journey.take(saved(tmp_path / "labs.csv", STRANGERS))
    journey.go_on(2)
    page = journey.page
    assert journey.states() == {"CR-0070": "nobody fits", "CR-0011": "known"}
    assert "CR-0007 · FIKTIVA, Lena" in journey.texts(), "the nearest one is offered"
    page.people.use("CR-0070", "CR-0007")
    journey.wait()
    assert journey.states() == {"CR-0070": "known", "CR-0011": "known"}
    page.people.use("CR-0011", "")
    journey.wait()
    assert journey.states()["CR-0011"] == "left out"
    journey.go_on(2)
    assert page.step == DONE
    assert sorted(value for _, value, *_ in journey.labs) == ["3.4", "5.2"]


def test_somebody_who_does_not_agree_is_a_conflict_and_nothing_is_merged(
    journey: Journey, tmp_path: Path
) -> None:
    content = "patient_id,sex,birth_date\nCR-0007,male,2009-05-14\nCR-0020,female,1980-01-02\n"
    journey.take(saved(tmp_path / "patients.csv", content))
    journey.go_on(2)
    assert journey.states() == {"CR-0007": "conflict", "CR-0020": "new patient"}
    assert "another person, or a mistake" in journey.texts()


def test_refused_rows_are_saved_as_a_table_that_can_be_mended(
    journey: Journey, tmp_path: Path, answers: Answers
) -> None:
    journey.take(saved(tmp_path / "labor.csv", GERMAN))
    journey.go_on(3)
    answers.paths.append(tmp_path / "refused")
    journey.page.foot.save_button.click()
    journey.wait()
    table = tmp_path / "refused" / "labs.csv"
    content = table.read_text(encoding="utf-8")
    assert "31.02.2025" in content
    assert journey.labs == [BEFORE]
    table.write_text(content.replace("31.02.2025", "2025-02-28").replace("abc", "1.10"))
    journey.take(table)
    journey.page.draft.drop(tmp_path / "labor.csv")
    journey.page.files.read_again()
    journey.go_on(4)
    assert ("serum_phosphate", "1.10", "mmol/l", "2025-04-02") in journey.labs


def test_a_file_that_cannot_be_read_says_why_and_the_others_come_in(
    journey: Journey, tmp_path: Path
) -> None:
    saved(tmp_path / "a.csv", GERMAN)
    saved(tmp_path / "b.json", '{"resourceType": "Bundle", ')
    journey.take(tmp_path)
    states = {line[0].text: line[3].text for line in journey.page.files.table.cells.lines}
    assert states == {"a.csv": "read", "b.json": "cannot be read"}
    journey.page.files.table.choose(1)
    assert "not sound JSON" in journey.texts()
    journey.go_on(4)
    assert len(journey.labs) == 5


def test_stop_leaves_everything_as_it_was(journey: Journey, tmp_path: Path) -> None:
    journey.take(saved(tmp_path / "labor.csv", GERMAN))
    journey.go_on()
    journey.page.go_on()
    assert journey.page.work.is_busy
    journey.page.foot.progress.stop.click()
    journey.wait()
    assert journey.page.step == COLUMNS
    assert "nothing was written" in journey.texts()
    assert journey.labs == [BEFORE]
    journey.go_on()
    assert journey.page.step == PEOPLE


def test_another_registry_begins_anew(journey: Journey, tmp_path: Path) -> None:
    journey.take(saved(tmp_path / "labor.csv", GERMAN))
    with Registry.create(tmp_path / "other.registry"):
        pass
    journey.page._session.open_registry(Registry.open(tmp_path / "other.registry"))
    journey.page.read_again()
    assert journey.page.step == FILES
    assert not journey.page.draft.surveys
