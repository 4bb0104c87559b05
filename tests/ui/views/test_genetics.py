"""The page of genes and family in the whole window: pedigree by keyboard, links, jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.domain import records as r
from desktop.ui.views.genetics import GeneticsPage

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit
    from tests.ui.pages import WindowPage


def _fill(edit: Edit) -> None:
    edit.put(
        r.Variant(
            id="v1",
            patient="lena",
            gene="GALNT3",
            hgvs_c="c.1524+1G>A",
            zygosity="heterozygous",
            classification="pathogenic",
        )
    )
    edit.put(r.Relative(id="f1", patient="lena", relation="mother", affected="no", carrier="yes"))
    edit.put(
        r.Relative(
            id="f2", patient="lena", relation="sibling", relative_id="CR-0011", affected="unknown"
        )
    )
    edit.put(r.Relative(id="f3", patient="lena", relation="other", label="cousin of the mother"))


@pytest.fixture
def page(window: WindowPage) -> GeneticsPage:
    registry = window.main.session.registry
    assert registry is not None
    registry.change("Fill", _fill)
    window.main.session.read_again()
    window.open_patient("CR-0007")
    window.shortcut(Qt.Key.Key_5)
    shown = window.main.navigation.show_tab("genetics")
    assert isinstance(shown, GeneticsPage)
    window.bot.waitUntil(lambda: shown.family._ties is not None)
    return shown


def people(page: GeneticsPage) -> list[str]:
    model = page.family.model
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_the_table_has_everybody_whom_the_pedigree_draws(page: GeneticsPage) -> None:
    drawn = {one.member.key for one in page.family.pedigree.drawn()}
    assert drawn == {member.key for member in page.family.model.members}
    assert people(page) == ["Patient", "Mother", "Brother", "Father", "Other, cousin of the mother"]


def test_arrows_move_in_the_pedigree_and_the_table_follows(
    window: WindowPage, page: GeneticsPage
) -> None:
    page.family.pedigree.setFocus()
    window.keys.press(Qt.Key.Key_Up)
    first = page.family.chosen()
    assert first is not None
    assert first.kinship in ("mother", "father")
    window.keys.press(Qt.Key.Key_Down)
    window.keys.press(Qt.Key.Key_Home)
    assert page.family.chosen_key == "CR-0007"
    window.keys.press(Qt.Key.Key_Right)
    window.keys.press(Qt.Key.Key_Left)
    assert page.family.pedigree.current == page.family.chosen_key


def test_enter_on_an_enrolled_brother_opens_him_on_the_same_page(
    window: WindowPage, page: GeneticsPage
) -> None:
    page.family.table.selectRow(page.family.model.row_of("CR-0011"))
    page.family.pedigree.setFocus()
    window.keys.press(Qt.Key.Key_Return)
    assert window.case.patient.patient_id == "CR-0011"
    assert window.main.navigation.shown_name == "genetics"


def test_enter_on_somebody_not_enrolled_opens_the_record(
    window: WindowPage, page: GeneticsPage
) -> None:
    assert page.show_record("f1")
    window.keys.press(Qt.Key.Key_Return)
    assert window.form.typed("relation") == "mother"
    window.form.leave()


def test_the_missing_side_of_a_link_is_added_in_one_step_and_undone(
    window: WindowPage, page: GeneticsPage
) -> None:
    registry = window.main.session.registry
    assert registry is not None
    (entry,) = page.family.links.entries.entries
    assert entry.title == "CR-0007 names CR-0011, but CR-0011 does not name CR-0007."
    page.family.links.setFocus()
    window.keys.press(Qt.Key.Key_Return)
    (added,) = registry.case("omar").family
    assert (added.relation, added.relative_id) == ("sibling", "CR-0007")
    assert page.family.links.entries.entries == ()
    window.shortcut(Qt.Key.Key_Z)
    assert registry.case("omar").family == ()


def test_somebody_who_is_named_sees_who_names_him(window: WindowPage, page: GeneticsPage) -> None:
    window.open_patient("CR-0011")
    window.main.navigation.show_tab("genetics")
    window.bot.waitUntil(lambda: len(people(page)) > 1)
    assert "CR-0007" in {member.registry_id for member in page.family.model.members}
    (entry,) = page.family.links.entries.entries
    assert entry.actions[0].text == "Also add to CR-0011’s family"


def test_a_relative_is_removed_by_keyboard_and_comes_back(
    window: WindowPage, page: GeneticsPage
) -> None:
    assert page.show_record("f3")
    window.keys.press(Qt.Key.Key_Delete)
    assert "Other, cousin of the mother" not in people(page)
    window.shortcut(Qt.Key.Key_Z)
    assert "Other, cousin of the mother" in people(page)


def test_a_variant_is_edited_by_keyboard_and_its_hint_stands_below(
    window: WindowPage, page: GeneticsPage
) -> None:
    assert "does not explain a recessive disorder" in page.hints.entries.entries[0].title
    page.focus_first()
    window.keys.press(Qt.Key.Key_F2)
    assert window.form.typed("gene") == "GALNT3"
    window.form.leave()


def test_the_sources_of_a_variant_are_told_in_words(page: GeneticsPage) -> None:
    page._act_on_variant("v1", "sources")
    assert page.sources.isVisible()
    assert page.sources.list.entries.entries[0].mark is not None


def test_the_pedigree_tells_itself_to_screen_readers(page: GeneticsPage) -> None:
    told = QAccessible.queryAccessibleInterface(page.family.pedigree)
    assert told.text(QAccessible.Text.Name) == "Pedigree"
    words = told.text(QAccessible.Text.Description)
    assert "5 people" in words or "4 people" in words
    assert "Chosen: Patient, CR-0007" in words


def test_without_relatives_it_says_that_nothing_is_known(
    window: WindowPage, page: GeneticsPage
) -> None:
    registry = window.main.session.registry
    assert registry is not None

    def empty(edit: Edit) -> None:
        for relative in registry.case("lena").family:
            edit.remove(relative)

    registry.change("Empty", empty)
    window.main.session.read_again()
    window.main.navigation.show_tab("genetics")
    assert "No relative recorded" in page.family.notes.text()


def test_the_pedigree_draws_light_and_dark_without_a_patient_too(
    page: GeneticsPage, tmp_path: Path
) -> None:
    assert page.family.pedigree.grab().save(str(tmp_path / "pedigree.png"))
    page.show_dossier(None)
    assert page.family.pedigree.drawn() == []
    assert not page.family.pedigree.grab().isNull()
