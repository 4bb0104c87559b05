"""The row above the laboratory grid gives way in narrow windows, and stays readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.lab_toolbar import LabToolbar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def toolbar(qtbot: QtBot) -> Iterator[LabToolbar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1340, 60)
    made = LabToolbar()
    made.setParent(page)
    made.resize(1340, 28)
    page.show()
    qtbot.waitExposed(page)
    yield made
    page.close()


def test_where_there_is_room_everything_is_said(toolbar: LabToolbar) -> None:
    assert toolbar.key.isVisible()
    assert toolbar.copy_button.text() == "Copy table"


def test_the_key_gives_way_before_the_words_of_buttons(qtbot: QtBot, toolbar: LabToolbar) -> None:
    toolbar.resize(900, 28)
    qtbot.waitUntil(lambda: not toolbar.key.isVisible())
    assert toolbar.copy_button.text() == "Copy table"


def test_a_button_without_words_keeps_its_name_and_its_hint(
    qtbot: QtBot, toolbar: LabToolbar
) -> None:
    toolbar.resize(620, 28)
    qtbot.waitUntil(lambda: toolbar.copy_button.text() == "")
    assert toolbar.copy_button.accessibleName() == "Copy table"
    assert toolbar.rows_button.toolTip() == "Rows"
    toolbar.resize(1340, 28)
    assert toolbar.copy_button.text() == "Copy table"
    assert toolbar.key.isVisible()


def test_small_windows_go_without_the_key(toolbar: LabToolbar) -> None:
    toolbar.compact(True)
    assert not toolbar.key.isVisible()
