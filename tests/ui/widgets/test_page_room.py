"""The room for pages: a page that is turned to is laid out first and painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.widgets.page_room import PageRoom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Later(QObject):
    """Hears what a widget is asked to do later on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QEvent.Type] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.UpdateLater, QEvent.Type.LayoutRequest):
            self.asked.append(event.type())
        return False


def made_page() -> tuple[QWidget, QLabel]:
    page, text = QWidget(), QLabel("a text")
    column = QVBoxLayout(page)
    for part in (QLabel("above"), text, QLabel("below")):
        column.addWidget(part)
    return page, text


@pytest.fixture
def room(qtbot: QtBot) -> PageRoom:
    made = PageRoom(QStackedWidget())
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def stack_of(room: PageRoom) -> QStackedWidget:
    stack = room.widget()
    assert isinstance(stack, QStackedWidget)
    return stack


def test_a_page_is_laid_out_when_it_is_turned_to_and_painted_once_for_all(
    qtbot: QtBot, room: PageRoom
) -> None:
    """Whoever is asked later is painted a second time, after the page was painted already."""
    stack, pages, later = stack_of(room), [made_page() for _ in range(2)], Later()
    for page, _ in pages:
        stack.addWidget(page)
    room.show()
    qtbot.waitExposed(room)
    qtbot.wait(30)
    stack.setCurrentIndex(1)
    for part in pages[1]:
        part.installEventFilter(later)
    qtbot.wait(30)
    assert later.asked == []
    assert not stack.autoFillBackground()


def test_a_page_that_needs_more_than_there_is_can_be_scrolled(qtbot: QtBot, room: PageRoom) -> None:
    stack, (page, _) = stack_of(room), made_page()
    page.setMinimumSize(QSize(280, 900))
    stack.addWidget(page)
    room.show()
    qtbot.waitExposed(room)
    assert page.height() == 900
    assert room.verticalScrollBar().maximum() > 0
    assert room.horizontalScrollBar().maximum() == 0
