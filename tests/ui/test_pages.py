"""The table of pages, and what the window does when a page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.domain.columns import SHOWN_TABLES
from desktop.domain.errors import UserError
from desktop.ui.pages import (
    HOME,
    PATIENT_TABLE,
    REGISTRY_TABLE,
    page_of,
    patient_pages,
    registry_pages,
)
from desktop.ui.views.records import RecordsPage

if TYPE_CHECKING:
    from tests.ui.pages import WindowPage


def test_pages_have_names_and_keys_of_their_own() -> None:
    pages = (*PATIENT_TABLE, *REGISTRY_TABLE)
    assert len({page.name for page in pages}) == len(pages)
    assert len({page.shortcut for page in pages}) == len(pages)
    assert HOME in {page.name for page in registry_pages()}


def test_every_page_that_exists_can_be_shown(window: WindowPage) -> None:
    for page in registry_pages():
        shown = window.main.navigation.show_place(page.name)
        assert shown.isVisible()
        assert window.main.navigation.shown_name == page.name
        assert window.main.rail.findChild(type(window.main.navigation.rail_places[page.name]))
        assert window.main.navigation.rail_places[page.name].isChecked()
    window.open_patient("fiktiva")
    for page in patient_pages():
        assert window.main.navigation.show_tab(page.name).isVisible()
        assert window.main.navigation.shown_name == page.name


@pytest.mark.parametrize("table", SHOWN_TABLES, ids=lambda table: table.name)
def test_every_kind_of_record_has_its_page(table: object) -> None:
    assert page_of(getattr(table, "name", "")) in {page.name for page in patient_pages()}


def test_a_page_asks_for_a_command(window: WindowPage) -> None:
    window.main.session.asks.command.emit("show_patients")
    assert window.main.navigation.list_page.isVisible()


def test_a_page_asks_for_a_form_that_begins_with_cells(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    window.main.session.asks.add.emit("labs", {"analyte": "pth", "when": "2026-01-02"})
    form = window.form
    assert form.form.windowTitle() == "Add laboratory result"
    assert form.form.page.readable_cells()["analyte"] == "pth"
    assert form.form.page.readable_cells()["when"] == "2026-01-02"


def test_a_page_asks_to_edit_and_to_remove(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    lab = window.case.labs[0]
    window.main.session.asks.edit.emit(lab)
    assert window.form.form.windowTitle() == "Change laboratory result"
    window.form.leave()
    window.main.session.asks.remove.emit(lab)
    assert not any(window.case.labs)


def test_a_record_is_shown_where_it_belongs(window: WindowPage) -> None:
    window.open_patient("fiktiva")
    finding = r.Finding(id="f1", patient="lena", feature="hallux_valgus", status="absent")
    window.main.session.change("Add finding", lambda edit: edit.put(finding))
    window.main.session.asks.show_record.emit("f1")
    page = window.main.navigation.shown_page
    assert isinstance(page, RecordsPage)
    current = page.current()
    assert current is not None
    assert current.id == "f1"
    window.main.session.asks.show_record.emit("no such record")
    assert window.main.navigation.shown_page is page


def test_a_patient_is_opened_on_a_page(window: WindowPage) -> None:
    window.main.session.asks.open_patient.emit("omar", "records")
    assert window.case.patient.id == "omar"
    assert window.main.navigation.shown_name == "records"
    dossier = window.main.session.dossier
    window.main.navigation.show_place("patients")
    window.main.session.asks.open_patient.emit("omar", "")
    assert window.main.session.dossier is dossier
    assert window.main.navigation.shown_name == "records"


def test_a_patient_who_is_gone_is_told_in_words(window: WindowPage) -> None:
    with window.bot.captureExceptions() as raised:
        window.main.session.asks.open_patient.emit("nobody", "")
    assert [kind for kind, _, _ in raised] == [UserError]
    assert "no longer in the registry" in str(raised[0][1])
    assert window.main.session.dossier is None


def test_a_list_out_of_sight_is_filled_when_it_is_shown(window: WindowPage) -> None:
    window.main.navigation.show_place("patients")
    window.main.navigation.show_place("worklist")
    new = r.Patient(patient_id="CR-0090")
    window.main.session.change("Add patient", lambda edit: edit.put(new))
    assert len(window.main.navigation.list_page.model.rows) == 2
    window.main.navigation.show_place("patients")
    assert len(window.main.navigation.list_page.model.rows) == 3
