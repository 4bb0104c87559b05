"""Lists of guidance entries: keyboard, mouse, screen readers, and nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.models.entries import Action, Entry, EntryModel, Line
from desktop.ui.sources import Source
from desktop.ui.theme import apply_theme
from desktop.ui.widgets.entry_layout import lay_out
from desktop.ui.widgets.entry_list import SOURCES, EntryList

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

CHIP = Source("TC-05", "TC-05", "statement", "Primary defect.")
ONE = Entry(
    key="one",
    title="Do not give burosumab, whose action is already too low in this disease",
    icon="ban",
    lines=(Line("Because of a reason that takes more than one line in a narrow column"),),
    sources=(CHIP,),
    actions=(Action("set_aside", "Set aside…"),),
)
TWO = Entry(key="two", title="Show me", actions=(Action("show", "Show"),))


@pytest.fixture
def shown(qtbot: QtBot) -> EntryList:
    made = EntryList("Alerts")
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_entries([ONE, TWO])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    model.show_entries([ONE, TWO])
    assert model.rowCount() == 2
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_screen_reader_is_told_all_that_is_painted(shown: EntryList) -> None:
    spoken = shown.entries.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Do not give burosumab", "Because of a reason", "TC-05"):
        assert words in spoken
    told = shown.entries.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told == "TC-05 (source text): Primary defect."


def test_enter_does_the_only_thing_that_can_be_done(shown: EntryList, qtbot: QtBot) -> None:
    shown.choose("two")
    with qtbot.waitSignal(shown.acted) as caught:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert caught.args == ["two", "show"]


def test_enter_offers_a_choice_where_there_are_several(shown: EntryList, qtbot: QtBot) -> None:
    shown.choose("one")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.menu is not None
    assert [action.text() for action in shown.menu.actions()] == [
        "Set aside…",
        "Show what it rests on",
    ]
    with qtbot.waitSignal(shown.acted) as caught:
        QTest.keyClick(shown.menu, Qt.Key.Key_Return)
    assert caught.args == ["one", "set_aside"]


def test_a_click_on_a_link_acts_and_one_on_a_chip_asks_for_the_source(
    shown: EntryList, qtbot: QtBot
) -> None:
    made = shown.delegate.laid_out(ONE)
    corner = shown.row_rect(0).topLeft()
    ((link, _),) = made.links
    ((chip, _),) = made.chips
    for rect, name in ((link, "set_aside"), (chip, SOURCES)):
        at = corner + QPoint(round(rect.center().x()), round(rect.center().y()))
        with qtbot.waitSignal(shown.acted) as caught:
            QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert caught.args == ["one", name]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_lies_outside_the_entry_at_any_size_of_text(
    qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, "light", text_scale=scale)
    for width in (240, 300, 420):
        made = lay_out(ONE, width)
        for text, at, _ in made.texts:
            assert at.x() + text.boundingRect().width() <= width
            assert at.y() + text.boundingRect().height() <= made.height
        for rect, _ in (*made.chips, *made.links):
            assert rect.right() <= width
            assert rect.bottom() <= made.height


def test_the_list_is_as_high_as_its_entries(shown: EntryList) -> None:
    total = sum(shown.row_rect(row).height() for row in range(2))
    assert shown.height() >= total
    assert shown.verticalScrollBar().maximum() == 0


def test_the_chosen_entry_stays_chosen_when_the_others_change(shown: EntryList) -> None:
    shown.choose("two")
    shown.show_entries([TWO, ONE])
    assert shown.current_key() == "two"
