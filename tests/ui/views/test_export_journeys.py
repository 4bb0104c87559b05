"""Exports as somebody makes them: what and for whom, the release report, and only then a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.ui.session import Session
from desktop.ui.views.export_page import DONE, FORM, REPORT, ExportPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.db.edit import Edit
    from tests.ui.answers import Answers

LONGEST_MS = 30_000


class Leaving:
    """The export page, by what is on it; every job is waited for."""

    def __init__(self, bot: QtBot, page: ExportPage, session: Session) -> None:
        self.bot, self.page, self.session = bot, page, session

    def wait(self) -> None:
        self.bot.waitUntil(lambda: self.page.task is None, timeout=LONGEST_MS)
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(self.page if focused is None else focused, key)
        self.wait()

    def wish(self, kind: str, output: Path, *, recipient: str = "") -> None:
        form = self.page.form
        form.format.set_typed(kind)
        form.output.field.set_typed(str(output))
        form.recipient.set_typed(recipient)

    def whole(self) -> None:
        """As they are, for oneself: nobody is asked for consent."""
        self.page.form.protection.buttons["whole"].click()
        self.page.form.purpose.set_typed("")

    def texts(self) -> str:
        QApplication.processEvents()
        shown = [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]
        release = self.page.release
        cells = [
            cell.text
            for table in (release.risks, release.balance, release.general, self.page.done.table)
            if table.isVisible()
            for line in table.cells.lines
            for cell in line
        ]
        return "\n".join(shown + cells)


def _agree(edit: Edit) -> None:
    edit.put(r.Consent(patient="lena", when="2024-01-01", purpose="research", status="given"))
    edit.put(r.Variant(patient="lena", gene="GALNT3", hgvs_c="c.1524+1G>A", zygosity="homozygous"))


@pytest.fixture
def leaving(qtbot: QtBot, registry_path: Path, answers: Answers) -> Iterator[Leaving]:
    session = Session()
    session.open_registry(Registry.open(registry_path))
    session.change("Agree", _agree)
    page = ExportPage(session, dialogs=answers)
    qtbot.addWidget(page)
    page.resize(1360, 820)
    page.read_again()
    page.show()
    qtbot.waitExposed(page)
    yield Leaving(qtbot, page, session)
    session.close()


def test_a_deidentified_export_is_written_after_its_report_was_accepted(
    leaving: Leaving, tmp_path: Path
) -> None:
    page, out = leaving.page, tmp_path / "out"
    leaving.wish("csv", out, recipient="University of Example")
    leaving.press(Qt.Key.Key_Return)
    assert page.step == REPORT
    told = leaving.texts()
    assert "pseudonymized, never anonymous" in told
    assert "2 in the registry = 1 exported + 1 excluded" in told
    assert "no consent for this purpose recorded" in told
    assert "female · 10 to 19 years · Hyperphosphatemic tumoral calcinosis" in told
    assert "GALNT3 c.1524+1G>A" in told
    assert not page.next_button.isEnabled()
    assert not out.exists()
    page.release.accepted.click()
    leaving.press(Qt.Key.Key_Return)
    assert page.step == DONE
    manifest = json.loads((out / "about" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["recipient"] == "University of Example"
    assert manifest["patients"]["exported"] == 1
    content = "".join(one.read_text(encoding="utf-8") for one in out.glob("*.csv"))
    assert "CR-0007" not in content
    assert "Fiktiva" not in content
    assert str(out) in leaving.texts()


def test_a_report_that_is_declined_writes_no_file(leaving: Leaving, tmp_path: Path) -> None:
    page, out = leaving.page, tmp_path / "bundle.json"
    leaving.wish("fhir", out, recipient="University of Example")
    leaving.press(Qt.Key.Key_Return)
    leaving.press(Qt.Key.Key_Return)
    assert page.step == REPORT, "Enter does not accept a report"
    leaving.press(Qt.Key.Key_Escape)
    assert page.step == FORM
    assert page.form.recipient.typed() == "University of Example"
    assert [one.name for one in tmp_path.iterdir() if "bundle" in one.name] == []


def test_a_change_of_the_wish_drops_what_was_accepted(leaving: Leaving, tmp_path: Path) -> None:
    page = leaving.page
    leaving.wish("csv", tmp_path / "out", recipient="One")
    leaving.press(Qt.Key.Key_Return)
    page.release.accepted.click()
    leaving.press(Qt.Key.Key_Escape)
    page.form.recipient.set_typed("Another")
    assert page.prepared is None
    leaving.press(Qt.Key.Key_Return)
    assert not page.release.accepted.isChecked()
    assert "may go to Another" in page.release.accepted.text()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "fhir", "phenopackets", "redcap", "eucde"])
def test_every_format_is_written_for_oneself(leaving: Leaving, tmp_path: Path, kind: str) -> None:
    leaving.wish(kind, tmp_path / "out")
    leaving.whole()
    leaving.press(Qt.Key.Key_Return)
    assert "Names, dates and everything else leave" in leaving.texts()
    assert "2 in the registry = 2 exported + 0 excluded" in leaving.texts()
    leaving.press(Qt.Key.Key_Return)
    assert leaving.page.step == DONE
    assert leaving.page.done.written is not None
    made = list(tmp_path.glob("out*"))
    assert any("manifest" in one.name for path in made for one in (path, *path.rglob("*")))


def test_one_patient_or_the_filtered_list_leave_and_the_rest_is_counted(
    leaving: Leaving, tmp_path: Path
) -> None:
    page = leaving.page
    leaving.session.open_patient("omar")
    page.listed = lambda: ("lena",)
    page.read_again()
    choices = [page.form.who.itemText(n) for n in range(page.form.who.count())]
    assert choices == [
        "All: 2 patients",
        "The list as it is filtered: 1 patient",
        "The open patient: CR-0011",
    ]
    for who, number in (("open", "omar"), ("listed", "lena")):
        leaving.wish("eucde", tmp_path / f"{number}.csv")
        leaving.whole()
        page.form.who.set_typed(who)
        leaving.press(Qt.Key.Key_Return)
        assert "2 in the registry = 1 exported + 1 excluded (not chosen for this export: 1)" in (
            leaving.texts()
        )
        leaving.press(Qt.Key.Key_Return)
        assert page.step == DONE
        leaving.press(Qt.Key.Key_Return)


def test_tables_are_replaced_only_after_a_yes(leaving: Leaving, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "patients.csv").write_text("mine", encoding="utf-8")
    leaving.wish("csv", folder)
    leaving.whole()
    leaving.press(Qt.Key.Key_Return)
    assert "copy holds tables already" in leaving.texts()
    assert not leaving.page.next_button.isEnabled()
    assert (folder / "patients.csv").read_text(encoding="utf-8") == "mine"
    leaving.page.release.accepted.click()
    leaving.press(Qt.Key.Key_Return)
    assert "CR-0007" in (folder / "patients.csv").read_text(encoding="utf-8")


def test_an_export_that_would_do_harm_is_refused_in_the_page(
    leaving: Leaving, tmp_path: Path
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "other.txt").write_text("mine", encoding="utf-8")
    leaving.wish("phenopackets", folder)
    leaving.whole()
    leaving.press(Qt.Key.Key_Return)
    assert leaving.page.step == FORM
    assert "full is not empty." in leaving.texts()


def test_a_chosen_folder_that_is_in_use_gets_a_new_one_inside(
    leaving: Leaving, tmp_path: Path, answers: Answers
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "other.txt").write_text("mine", encoding="utf-8")
    answers.paths.append(folder)
    leaving.page.form.format.set_typed("redcap")
    leaving.page.form.output.choose_button.click()
    assert leaving.page.form.output.text.startswith(f"{folder}/clinic-redcap-")
