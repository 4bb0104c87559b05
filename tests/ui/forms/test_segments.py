"""A choice as a row of buttons is one stop of the keyboard, and loses no cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.ui.forms.segments import NOT_ASSESSED, SEGMENTS, SegmentEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def editor(qtbot: QtBot, column: str) -> SegmentEditor:
    made = SegmentEditor(SEGMENTS[column])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("letters", "cell"),
    [("CT", "ct"), ("u", "ultrasound"), ("cl", "clinical"), ("m", "mri"), ("x", "radiograph")],
)
def test_letters_choose(qtbot: QtBot, letters: str, cell: str) -> None:
    made = editor(qtbot, "modality")
    QTest.keyClicks(made, letters)
    assert made.typed() == cell


def test_words_with_a_space_choose(qtbot: QtBot) -> None:
    made = editor(qtbot, "not_detectable")
    QTest.keyClicks(made, "Not a")
    assert made.typed() == NOT_ASSESSED


def test_the_same_letter_again_goes_to_the_next(qtbot: QtBot) -> None:
    made = editor(qtbot, "not_detectable")
    QTest.keyClicks(made, "nn")
    assert made.typed() == NOT_ASSESSED


def test_arrows_go_along_and_stop_at_the_ends(qtbot: QtBot) -> None:
    made = editor(qtbot, "modality")
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.typed() == "ct"
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert made.typed() == "ct"
    for _ in range(9):
        QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.typed() == "other"


def test_nothing_recorded_is_no_choice_and_can_be_had_again(qtbot: QtBot) -> None:
    made = editor(qtbot, "modality")
    assert made.typed() == ""
    made.set_typed("ct")
    QTest.keyClick(made, Qt.Key.Key_Backspace)
    assert made.typed() == ""


def test_a_cell_outside_the_choices_is_kept(qtbot: QtBot) -> None:
    made = editor(qtbot, "modality")
    made.set_typed("xeroradiography")
    assert made.typed() == "xeroradiography"


def test_every_choice_has_a_name_in_full(qtbot: QtBot) -> None:
    made = editor(qtbot, "modality")
    names = [part.accessibleName() for part in made.findChildren(QPushButton)]
    assert "Magnetic resonance imaging" in names
    assert all(names)
    made.set_typed("mri")
    assert made.accessibleDescription() == "Magnetic resonance imaging"


def test_tab_and_enter_are_left_to_the_form(qtbot: QtBot) -> None:
    made = editor(qtbot, "modality")
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.typed() == ""
