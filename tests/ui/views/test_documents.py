"""The documents page: the very pages that are saved and printed, of the patient shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from desktop.domain.language import language
from desktop.ui import printing
from desktop.ui.printing import print_pages, print_text
from desktop.ui.settings import PAPER
from desktop.ui.views.documents import DocumentsPage
from desktop.ui.views.documents_batch import BatchDialog
from tests.reports.reading import read

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.answers import Answers
    from tests.ui.pages import WindowPage


@pytest.fixture
def page(qtbot: QtBot, window: WindowPage, answers: Answers) -> DocumentsPage:
    """The page of Lena, with her clinical summary made."""
    window.main.session.open_patient("lena")
    window.main.session.asks.show_page.emit("documents")
    found = window.main.findChild(DocumentsPage)
    assert isinstance(found, DocumentsPage)
    found.dialogs = answers
    qtbot.waitUntil(lambda: bool(found.pdf))
    return found


def _choose(qtbot: QtBot, page: DocumentsPage, kind: str) -> None:
    before = page.pdf
    page.options.choose(next(known for known in page.options.kinds if known == kind))
    qtbot.waitUntil(lambda: page.pdf != before)


def test_the_preview_shows_the_bytes_that_are_saved(
    page: DocumentsPage, answers: Answers, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "summary")
    page.save_button.click()
    saved = (tmp_path / "summary.pdf").read_bytes()
    assert saved == page.pdf
    assert page.preview.pages == len(pypdfium2.PdfDocument(saved))
    assert "FIKTIVA, Lena" in read(saved).text
    assert page.message.text.text() == "Saved summary.pdf"


def test_each_kind_is_made_when_it_is_chosen(qtbot: QtBot, page: DocumentsPage) -> None:
    titles = {
        "patient": "Your calcinosis summary",
        "letter": "Referral letter",
        "emergency": "Emergency card",
        "timeline": "Timeline",
        "clinician": "Clinical summary",
    }
    for kind, title in titles.items():
        _choose(qtbot, page, kind)
        assert read(page.pdf).title == title


def test_safety_cannot_be_switched_off_and_a_section_can(qtbot: QtBot, page: DocumentsPage) -> None:
    assert page.options.safety.isChecked()
    assert not page.options.safety.isEnabled()
    before = page.pdf
    page.options.sections["results"].setChecked(False)
    qtbot.waitUntil(lambda: page.pdf != before)
    made = read(page.pdf)
    assert "Results" not in made.bookmarks
    assert "Safety" in made.bookmarks
    assert "Left out of this print: Results." in made.text


def test_another_patient_takes_the_pages_of_the_first_away_at_once(
    qtbot: QtBot, window: WindowPage, page: DocumentsPage
) -> None:
    window.main.session.open_patient("omar")
    assert page.pdf == b"" or "ERFUNDEN" in read(page.pdf).text
    qtbot.waitUntil(lambda: bool(page.pdf))
    text = read(page.pdf).text
    assert "ERFUNDEN, Omar" in text
    assert "FIKTIVA" not in text


def test_what_cannot_be_made_for_a_patient_says_why_and_is_not_saved(
    qtbot: QtBot, window: WindowPage, page: DocumentsPage
) -> None:
    window.main.session.open_patient("omar")
    qtbot.waitUntil(lambda: bool(page.pdf))
    page.options.choose("emergency")
    qtbot.waitUntil(lambda: not page.pdf)
    assert "no emergency card" in page.empty.text()
    assert not page.save_button.isEnabled()
    assert not page.print_button.isEnabled()


def test_a_letter_that_is_typed_is_printed_and_kept_for_its_patient(
    qtbot: QtBot, window: WindowPage, page: DocumentsPage
) -> None:
    _choose(qtbot, page, "letter")
    before = page.pdf
    page.letter.setPlainText("Dear Dr Example, please see her.")
    qtbot.waitUntil(lambda: page.pdf != before)
    assert "Dear Dr Example, please see her." in read(page.pdf).text
    window.main.session.open_patient("omar")
    qtbot.waitUntil(lambda: bool(page.pdf))
    assert "Dear Dr Example" not in read(page.pdf).text
    window.main.session.open_patient("lena")
    qtbot.waitUntil(lambda: bool(page.pdf) and "FIKTIVA" in read(page.pdf).text)
    assert page.letter.toPlainText() == "Dear Dr Example, please see her."


def test_pages_that_cannot_be_made_leave_plain_text_with_the_reason(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.reports.refusal import DoesNotFit

    def fails(*_: object) -> bytes:
        raise DoesNotFit("too tall.")

    monkeypatch.setattr("desktop.ui.views.documents.document", fails)
    page.make()
    assert "too tall." in page.message.text.text()
    assert "FIKTIVA, Lena" in page.plain.toPlainText()
    assert not page.save_button.isEnabled()
    assert page.print_button.isEnabled()


def test_pages_and_plain_text_reach_a_printer(page: DocumentsPage, tmp_path: Path) -> None:
    for name in ("pages.pdf", "text.pdf"):
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / name))
        if name == "pages.pdf":
            assert print_pages(page.pdf, printer) == page.preview.pages
        else:
            print_text("The plain text", printer)
    assert len(pypdfium2.PdfDocument(tmp_path / "pages.pdf")) == page.preview.pages
    text = pypdfium2.PdfDocument(tmp_path / "text.pdf")[0].get_textpage().get_text_bounded()
    assert "The plain text" in text


def test_the_text_of_each_page_can_be_read_out(page: DocumentsPage) -> None:
    sheet = page.preview._sheets[0]
    assert sheet.accessibleName() == f"Page 1 of {page.preview.pages}"
    assert "FIKTIVA, Lena" in sheet.accessibleDescription()


def test_zoom_and_pages_follow_the_buttons(page: DocumentsPage) -> None:
    before = page.preview.zoom
    page.preview.in_button.click()
    assert page.preview.zoom > before
    page.preview.fit_button.click()
    assert page.preview.fit_button.isChecked()
    assert page.preview.percent.text() == f"{page.preview.zoom * 100:.0f} %"
    page.preview.go_to(page.preview.pages)
    assert page.preview.number.text() == str(page.preview.pages)


def test_units_and_paper_change_the_pages(qtbot: QtBot, page: DocumentsPage) -> None:
    before = page.pdf
    page.options.paper.set_typed("letter")
    qtbot.waitUntil(lambda: page.pdf != before)
    assert round(pypdfium2.PdfDocument(page.pdf)[0].get_width()) == 612
    before = page.pdf
    page.options.units.set_typed("si")
    qtbot.waitUntil(lambda: page.pdf != before)
    assert "mmol/L" in read(page.pdf).text


def test_a_phone_number_is_kept_for_the_next_sheet(qtbot: QtBot, page: DocumentsPage) -> None:
    _choose(qtbot, page, "patient")
    before = page.pdf
    page.options.phones[0].setText("555 0142")
    page.options.phones[0].editingFinished.emit()
    qtbot.waitUntil(lambda: page.pdf != before)
    assert "555 0142" in read(page.pdf).text


def test_a_batch_shows_progress_and_tells_who_got_none(
    qtbot: QtBot, window: WindowPage, page: DocumentsPage, answers: Answers, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "cards")
    page.options.choose("emergency")
    dialog = BatchDialog(window.main.session, page.options, answers, page)
    qtbot.addWidget(dialog)
    assert dialog.who.currentText() == "All: 2 patients"
    dialog.start_button.click()
    run = dialog.run
    assert run is not None
    qtbot.waitUntil(lambda: not run.is_running)
    assert [file.name for file in (tmp_path / "cards").iterdir()] == ["CR-0007-emergency.pdf"]
    assert dialog.message.text.text() == "2 asked for = 1 written + 1 not made"
    assert dialog.refused.toPlainText().startswith("CR-0011: ")
    assert language() == "en"


def test_a_batch_can_be_stopped(
    window: WindowPage, page: DocumentsPage, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "out")
    dialog = BatchDialog(window.main.session, page.options, answers, page)
    qtbot.addWidget(dialog)
    dialog.start_button.click()
    dialog.stop_button.click()
    assert dialog.message.text.text().startswith("Stopped. 0 patients were done")
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_the_registry_report_is_written_from_the_same_panel(
    window: WindowPage, page: DocumentsPage, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "all.pdf")
    dialog = BatchDialog(window.main.session, page.options, answers, page)
    qtbot.addWidget(dialog)
    dialog.registry_button.click()
    assert "2 patients" in read((tmp_path / "all.pdf").read_bytes()).text


def test_the_paper_begins_as_the_settings_have_it(window: WindowPage) -> None:
    window.main.settings.write(PAPER, "letter")
    window.main.session.open_patient("lena")
    page = window.main.navigation.show_tab("documents")
    assert isinstance(page, DocumentsPage)
    assert page.options.paper.typed() == "letter"
    page.options.paper.set_typed("a4")
    window.main.navigation.show_tab("overview")
    window.main.navigation.show_tab("documents")
    assert page.options.paper.typed() == "a4"


def test_export_saves_the_kind_that_is_shown(
    qtbot: QtBot, page: DocumentsPage, window: WindowPage, answers: Answers, tmp_path: Path
) -> None:
    _choose(qtbot, page, "emergency")
    answers.paths.append(tmp_path / "card.pdf")
    window.shortcut(Qt.Key.Key_E)
    assert read((tmp_path / "card.pdf").read_bytes()).title == "Emergency card"
    assert handed_out(window) == ["emergency"]


def handed_out(window: WindowPage) -> list[str]:
    """The documents about the open patient that the audit tells of."""
    session = window.main.session
    assert session.registry is not None
    rows = session.registry.audit(kinds=["print"])
    return [row.details["document"] for row in rows if row.patient == session.patient_id]


def test_printing_from_another_page_prints_the_document_of_the_open_patient(
    page: DocumentsPage, window: WindowPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(printing, "ask_printer", lambda *_args, **_named: printer)
    window.main.navigation.show_tab("overview")
    page.options.choose("emergency")
    window.shortcut(Qt.Key.Key_P)
    assert window.main.navigation.shown_name == "documents"
    assert read(page.pdf).title == "Emergency card"
    assert (tmp_path / "printed.pdf").stat().st_size > 0
    assert handed_out(window) == ["emergency"]


def test_a_small_window_says_whose_documents_these_are(qtbot: QtBot, window: WindowPage) -> None:
    window.main.resize(1366, 768)
    window.main.session.open_patient("lena")
    page = window.main.navigation.show_tab("documents")
    assert isinstance(page, DocumentsPage)
    assert window.main.is_compact
    qtbot.waitUntil(lambda: "CR-0007" in page.whose.text())
    assert page.whose.isVisible()
    assert page.many_button.width() < 300


def test_tabs_that_do_not_fit_are_read_by_their_words_alone(window: WindowPage) -> None:
    window.main.session.open_patient("lena")
    patient = window.main.navigation.patient_page
    assert not patient.tabs.tabIcon(0).isNull()
    patient.resize(900, 700)
    assert all(patient.tabs.tabIcon(n).isNull() for n in range(patient.tabs.count()))
    patient.resize(1400, 700)
    assert not patient.tabs.tabIcon(0).isNull()
