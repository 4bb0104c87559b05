"""The settings page: everything applies at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.ranges import COLUMNS, RegistryRange
from desktop.ui.settings import LANGUAGE, PAPER, Settings
from desktop.ui.theme import theme
from desktop.ui.views.settings import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.pages import WindowPage

OWN = RegistryRange(analyte="serum_phosphate", unit="mg/dL", low=2.6, high=4.4)


@pytest.fixture
def page(window: WindowPage) -> SettingsPage:
    window.main.commands["show_settings"].trigger()
    found = window.main.navigation.place("settings")
    assert isinstance(found, SettingsPage)
    found.ranges._dialogs = window.answers
    return found


def test_colors_and_text_size_apply_at_once_and_the_menu_agrees(
    window: WindowPage, page: SettingsPage
) -> None:
    page.look.themes.buttons["dark"].click()
    assert theme().name == "dark"
    assert window.main.commands["theme_dark"].isChecked()
    page.look.sizes.set_typed("150")
    assert theme().text_scale == 1.5
    assert page.look.themes.value == "dark"
    window.main.commands["text_100"].trigger()
    assert page.look.sizes.typed() == "100"


def test_units_apply_at_once_and_follow_the_menu(window: WindowPage, page: SettingsPage) -> None:
    page.look.units.buttons["si"].click()
    assert window.main.session.units == "si"
    window.main.commands["units_conventional"].trigger()
    assert page.look.units.value == "conventional"


def test_the_language_waits_for_the_next_start_and_says_so(page: SettingsPage) -> None:
    assert page.look.language_hint.text() == "Takes effect at the next start."
    page.look.language.set_typed("es")
    assert Settings().read(LANGUAGE) == "es"
    assert page.look.language_hint.text() == "Español from the next start on."


def test_the_name_is_that_of_the_history(window: WindowPage, page: SettingsPage) -> None:
    window.answers.texts.append("Front desk")
    page.person.name_button.click()
    assert page.person.name.text() == "Front desk"
    assert window.main.session.registry is not None
    assert window.main.session.registry.who == "Front desk"


def test_the_paper_is_kept(page: SettingsPage) -> None:
    page.person.paper.buttons["letter"].click()
    assert Settings().read(PAPER) == "letter"


def test_a_range_is_in_force_once_it_is_right_and_is_taken_back(
    window: WindowPage, page: SettingsPage
) -> None:
    registry = window.main.session.registry
    assert registry is not None
    model = page.ranges.model
    row = model.add_row()
    for column, text in (("analyte", "serum_phosphate"), ("unit", "mg/dL"), ("high", "4.4")):
        assert registry.ranges() == ()
        model.setData(model.index(row, COLUMNS.index(column)), text)
    window.bot.waitUntil(lambda: len(registry.ranges()) == 1)
    page.ranges.back_button.click()
    assert registry.ranges() == ()
    assert model.rowCount() == 0
    assert not page.ranges.back_button.isEnabled()


def test_the_open_patient_is_judged_by_the_new_range(
    window: WindowPage, page: SettingsPage
) -> None:
    window.open_patient("fiktiva")
    window.main.commands["show_settings"].trigger()
    page.ranges.put((OWN,))
    assert window.case.ranges == (OWN,)
    assert window.main.stack.currentWidget() is page


def test_a_table_replaces_all_ranges_or_none(
    window: WindowPage, page: SettingsPage, tmp_path: Path
) -> None:
    registry = window.main.session.registry
    assert registry is not None
    table = tmp_path / "ranges.csv"
    table.write_text("analyte,unit,low,high\nserum_phosphate,mg/dL,2.6,44\n", encoding="utf-8")
    window.answers.paths.extend([table, table])
    page.ranges.replace_from_table()
    assert registry.ranges() == ()
    assert "Row 2, high “44”" in page.ranges.message.text.text()
    table.write_text("analyte,unit,low,high\nserum_phosphate,mg/dL,2.6,4.4\n", encoding="utf-8")
    page.ranges.replace_from_table()
    assert registry.ranges() == (OWN,)
    assert page.ranges.model.rowCount() == 1


def test_the_files_in_use_are_named(
    window: WindowPage, page: SettingsPage, registry_path: Path
) -> None:
    assert window.main.session.registry is not None
    assert page.places.path_labels["registry"][0].text() == str(registry_path)


@pytest.mark.parametrize("size", ["150", "200"])
def test_no_text_is_cut_at_large_sizes(page: SettingsPage, size: str) -> None:
    page.look.sizes.set_typed(size)
    for part in (*page.look.themes.buttons.values(), *page.look.units.buttons.values()):
        assert part.width() >= part.sizeHint().width()
    assert page.width() >= page.minimumSizeHint().width()


def test_changes_of_the_registry_are_listed_with_who_and_when(
    window: WindowPage, page: SettingsPage
) -> None:
    assert page.steps.list.topLevelItemCount() == 0
    assert page.steps.remark.text() == "Nothing was imported, and no range was set."
    page.ranges.put((OWN,))
    (row,) = [page.steps.list.topLevelItem(n) for n in range(page.steps.list.topLevelItemCount())]
    assert row is not None
    registry = window.main.session.registry
    assert registry is not None
    assert row.text(1) == registry.who
    assert row.text(2) == "Changed: Set reference ranges"


def test_new_ranges_are_told_and_undo_does_not_know_them(
    window: WindowPage, page: SettingsPage
) -> None:
    told: list[str] = []
    window.main.session.changed.connect(lambda changes: told.append(changes.what))
    before = window.main.session.undo_text
    page.ranges.put((OWN,))
    assert told == ["Set reference ranges"]
    assert window.main.session.undo_text == before
    assert window.main.session.saved_at is not None
