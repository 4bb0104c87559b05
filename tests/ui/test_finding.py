"""The search box: patients by any usual date, commands with their keys, the last used first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.hit import Hit
from desktop.ui.widgets.hit_list import HitModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.ui.pages import WindowPage


def hits(window: WindowPage, text: str) -> list[Hit]:
    window.shortcut(Qt.Key.Key_K)
    window.keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.keys.press(Qt.Key.Key_Delete)
    window.keys.type(text)
    return window.main.search.popup.model.hits


@pytest.mark.parametrize(
    "typed", ["14.05.2009", "5/14/2009", "2009-05-14", "14 May 2009", "20090514", "14.5.09"]
)
def test_a_birth_date_is_found_in_every_usual_spelling(window: WindowPage, typed: str) -> None:
    assert [hit.key for hit in hits(window, typed) if hit.kind == "patient"] == ["lena"]


def test_pages_and_commands_come_with_their_keys(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    found = {hit.key: hit for hit in hits(window, "guid")}
    assert found["show_guidance"].shortcut == "Ctrl+6"
    added = {hit.key: hit for hit in hits(window, "add all")}
    assert added["add_allergies"].shortcut == "Ctrl+N, A"


def test_what_does_not_apply_stands_last_with_its_reason(window: WindowPage) -> None:
    found = hits(window, "show")
    reasons = [hit.reason for hit in found]
    assert reasons == sorted(reasons, key=bool)
    assert "Open a patient first." in reasons


def test_an_empty_search_offers_what_was_used_last(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    hits(window, "all records")
    window.keys.press(Qt.Key.Key_Return)
    assert window.main.navigation.shown_name == "records"
    found = hits(window, "")
    assert (found[0].kind, found[0].key) == ("patient", "lena")
    assert (found[1].kind, found[1].key) == ("command", "show_records")


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    model.show_hits([Hit("command", "a", "One", "point", "F1"), Hit("command", "b", "Two", "x")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_rule_is_found_by_its_words_or_its_statement_and_is_shown(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    assert window.main.session.dossier is not None
    alert = next(a for a in window.main.session.dossier.assessment.management if a.statements)
    by_source = [hit for hit in hits(window, alert.statements[0]) if hit.kind == "rule"]
    assert alert.id in [hit.key for hit in by_source]
    assert all(hit.is_enabled for hit in by_source)
    found = next(hit for hit in by_source if hit.key == alert.id)
    window.main.search.chosen.emit(found)
    assert window.main.navigation.shown_name == "guidance"


def test_without_a_patient_a_rule_says_why_it_leads_nowhere(window: WindowPage) -> None:
    found = [hit for hit in hits(window, "burosumab") if hit.kind == "rule"]
    assert found
    assert {hit.reason for hit in found} == {"Open a patient first."}
