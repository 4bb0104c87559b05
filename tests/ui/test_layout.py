"""No page cuts a text, lets parts overlap or shrinks a target, at any size of window or text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import Card, button, label
from tests.ui.inspecting import faults, in_sight
from tests.ui.touring import BY_AGE, DECEASED, EMPTY, RICH, Sight, Tour, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

EVERYBODY = (RICH, EMPTY, BY_AGE, DECEASED)

SIGHTS = (
    (Sight(), EVERYBODY),
    (Sight(theme="dark", width=1366, height=720), (RICH, BY_AGE)),
    (Sight(width=1180, height=660), (RICH,)),
    (Sight(width=1366, height=720, text=150), (RICH, DECEASED)),
    (Sight(theme="dark", text=200), (RICH, EMPTY)),
)


@pytest.mark.parametrize(("sight", "patients"), SIGHTS, ids=lambda one: str(one))
def test_every_page_has_room_for_what_it_says(
    tour_registry: Path, sight: Sight, patients: tuple[str, ...]
) -> None:
    tour = Tour(tour_registry, sight)
    try:
        found = {
            f"{stop}: {fault}" for stop in tour.stops(*patients) for fault in faults(tour.main)
        }
    finally:
        tour.close()
    assert not found, "\n".join(sorted(found))


@pytest.fixture
def usual(tour_registry: Path) -> Iterator[Tour]:
    tour = Tour(tour_registry, Sight())
    yield tour
    tour.close()


def test_every_tab_is_in_sight_at_the_size_of_the_design(usual: Tour) -> None:
    usual.open(RICH)
    for stop in usual.tabs():
        tabs = usual.main.navigation.patient_page.tabs
        last = tabs.tabRect(tabs.count() - 1)
        assert last.right() <= tabs.width(), f"{stop}: {tabs.tabText(tabs.count() - 1)}"


def test_larger_text_is_followed_by_an_open_window(usual: Tour) -> None:
    usual.open(RICH)
    usual.show_tab("records")
    usual.main.commands["text_150"].trigger()
    settle()
    found = faults(usual.main)
    usual.main.commands["text_100"].trigger()
    settle()
    assert not found, "\n".join(found)


def test_the_search_for_faults_finds_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    cut, low, small = label("Total mass volume of all masses"), Card("Masses"), button("Measure")
    cut.setFixedWidth(60)
    low.setFixedHeight(12)
    small.setFixedSize(14, 14)
    small.setStyleSheet("min-height: 0; padding: 0;")
    for part in (cut, low, small):
        column.addWidget(part)
    lies_over = label("Over", "title")
    column.addWidget(lies_over)
    outside = button("Outside")
    outside.setParent(window)
    tabs = QTabBar(window)
    tabs.setUsesScrollButtons(False)
    window.resize(220, 160)
    window.show()
    settle()
    column.setEnabled(False)
    lies_over.setGeometry(cut.geometry())
    outside.move(200, 140)
    outside.show()
    found = "\n".join(faults(window))
    assert len(in_sight(window)) > 5
    assert "“Total mass volume of all masses”: needs" in found
    assert "Card “”: is 12 px high" in found
    assert "“Measure”: is a target of 14x14 px only" in found
    assert "overlap by" in found
    assert "“Outside”: runs out of QWidget" in found
