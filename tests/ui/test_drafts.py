"""What was typed and not saved outlives a crash of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtTest import QTest

from desktop.db.registry import Registry
from desktop.ui import drafts
from desktop.ui.app import make_window
from tests.ui.pages import WindowPage

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.views.guidance import GuidancePage


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE_MS", 20)


def in_file(path: Path) -> list[dict[str, str]]:
    with Registry.open(path) as registry:
        return [draft.cells for draft in registry.drafts()]


def test_an_entry_is_in_the_file_while_it_is_being_typed(
    window: WindowPage, registry_path: Path
) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    window.form.enter("value", "5.4")
    window.bot.waitUntil(lambda: bool(in_file(registry_path)))
    assert in_file(registry_path)[0]["value"] == "5.4"


def test_after_a_crash_the_status_row_names_it_and_the_form_offers_it(
    window: WindowPage, registry_path: Path
) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    window.form.enter("value", "5.4")
    window.bot.waitUntil(lambda: bool(in_file(registry_path)))
    # Another window on the file as the crashed one left it.
    again = make_window(window.main.settings, window.answers)
    window.bot.addWidget(again)
    again.show()
    again.start(registry_path)
    told = again.status.unfinished.text()
    assert told.startswith("Unfinished: Laboratory result, CR-0007, ")
    again.activateWindow()
    again.status.unfinished.click()
    other = WindowPage(window.bot, again, window.answers)
    assert other.case.patient.id == "lena"
    assert other.form.typed("value") == "5.4"
    assert other.form.message.startswith("Unfinished entry from ")
    other.form.leave()


def test_saving_takes_the_draft_away(window: WindowPage, registry_path: Path) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    form = window.form
    form.pick("analyte", "phosph")
    form.enter("value", "5.4")
    form.enter("when", "-2w")
    window.bot.waitUntil(lambda: bool(in_file(registry_path)))
    form.save()
    assert not window.has_form
    assert in_file(registry_path) == []
    assert not window.main.status.unfinished.isVisible()


def test_starting_empty_takes_the_draft_away(window: WindowPage, registry_path: Path) -> None:
    window.open_patient("fiktiva")
    window.add("labs")
    window.form.enter("value", "5.4")
    window.form.leave()
    window.add("labs")
    window.form.form.message.action.click()
    assert window.form.typed("value") == ""
    assert in_file(registry_path) == []
    window.form.leave()


def test_a_decision_that_was_begun_is_offered_again(
    window: WindowPage, registry_path: Path
) -> None:
    window.open_patient("fiktiva")
    page = cast("GuidancePage", window.main.navigation.show_tab("guidance"))
    key = next(iter(dict(page.deeds.items())))
    page.deeds.set_aside(key)
    dialog = page.deeds.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.reason.edit, "known since 2019")
    dialog.reject()
    window.bot.waitUntil(lambda: bool(in_file(registry_path)))
    assert in_file(registry_path) == [{"reason": "known since 2019"}]
    told = window.main.status.unfinished
    assert told.text().startswith("Unfinished: Decision on guidance, CR-0007")
    window.open_patient("erfunden")
    told.click()
    again = cast("GuidancePage", window.main.navigation.shown_page).deeds.dialog
    assert again is not None
    assert window.case.patient.id == "lena"
    assert again.reason.edit.text() == "known since 2019"
    again.decide()
    assert in_file(registry_path) == []
    assert len(window.case.silences) == 1
