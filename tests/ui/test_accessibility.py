"""The whole window through Qt's accessibility interface and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.ui.pages import patient_pages, registry_pages
from desktop.ui.plot import ChartView
from desktop.ui.views.overview import OverviewPage
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.lab_tables import LabTable
from tests.ui.accessible import (
    TabWalk,
    cells_of,
    controls,
    description_of,
    name_of,
    silent_rows,
    unnamed,
)
from tests.ui.inspecting import in_sight, named
from tests.ui.touring import EMPTY, RICH, Sight, Tour, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PLACES = [page.name for page in registry_pages()]
TABS = [page.name for page in patient_pages()]
LABS_CHART_PAUSE_MS = 200


@pytest.fixture
def tour(tour_registry: Path) -> Iterator[Tour]:
    QAccessible.setActive(True)
    made = Tour(tour_registry, Sight())
    yield made
    made.close()


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_every_control_has_a_name_and_a_role(tour: Tour, qtbot: QtBot) -> None:
    found = set()
    for stop in tour.stops(RICH, EMPTY):
        if stop.name == "labs":
            qtbot.wait(LABS_CHART_PAUSE_MS)
        found |= {f"{stop}: {words}" for words in unnamed(tour.main)}
    assert not found, "\n".join(sorted(found))


def test_every_row_of_lists_and_tables_can_be_read(tour: Tour) -> None:
    found, seen = set(), 0
    for stop in tour.stops(RICH):
        found |= {f"{stop}: {words}" for words in silent_rows(tour.main)}
        seen += sum(isinstance(part, QAbstractItemView) for part in in_sight(tour.main))
    assert seen > len(TABS)
    assert not found, "\n".join(sorted(found))


def test_tab_reaches_every_control_of_a_page_and_shows_where_it_is(tour: Tour) -> None:
    faults = []
    for stop in tour.stops(RICH):
        first = next(part for part in controls(tour.main) if not isinstance(part, LabTable))
        walk = TabWalk(tour.main, first)
        faults += [f"{stop}: Tab never reaches {part}" for part in walk.missed()]
        faults += [f"{stop}: nothing shows the keyboard on {part}" for part in walk.unmarked]
        if walk.trapped:
            faults.append(f"{stop}: Tab does not leave {walk.trapped}")
    assert not faults, "\n".join(faults)


def test_shift_tab_goes_the_same_way_back(tour: Tour) -> None:
    tour.open(RICH)
    tour.show_tab("masses")
    first = tour.main.navigation.patient_page.tabs
    forth = TabWalk(tour.main, first).reached
    first.setFocus(Qt.FocusReason.TabFocusReason)
    back: list[QWidget] = [first]
    for _ in forth[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        back.append(focused())
    assert [named(part) for part in back[1:]] == [named(part) for part in reversed(forth[1:])]


def test_every_chart_has_a_table_that_says_the_same(tour: Tour, qtbot: QtBot) -> None:
    seen = 0
    for stop in tour.stops(RICH):
        if stop.name == "labs":
            qtbot.wait(LABS_CHART_PAUSE_MS)
        for chart in [one for one in in_sight(tour.main) if isinstance(one, ChartView)]:
            assert chart.spec is not None, str(stop)
            assert chart.spec.title in name_of(chart)
            assert description_of(chart) == chart.spec.summary
            chart.setFocus()
            tour.main.commands["chart_table"].trigger()
            settle()
            table = chart.table
            assert table is not None, f"{stop}: {chart.spec.title}"
            assert table.isVisible(), f"{stop}: {chart.spec.title}"
            assert table.rowCount() == len(chart.spec.table) + len(chart.spec.left_out)
            told = cells_of(table)
            for text in (*chart.spec.table_header, *chart.spec.table[0]):
                assert text in told
            points = sum(len(series.points) for series in chart.spec.series)
            assert len(chart.spec.table) >= min(points, 1)
            tour.main.commands["chart_table"].trigger()
            settle()
            assert not table.isVisible()
            seen += 1
    assert seen >= 6


@pytest.mark.parametrize("name", ["overview", "masses"])
def test_a_body_map_is_told_and_has_an_equal_table(tour: Tour, name: str) -> None:
    tour.open(RICH)
    tour.show_tab(name)
    page = tour.main.navigation.patient_page.page(name)
    shown = page.findChild(BodyMap)
    assert shown is not None
    assert tour.main.session.dossier is not None
    masses = [mass.mass_id for mass in tour.main.session.dossier.case.masses]
    table = page.list if isinstance(page, OverviewPage) else getattr(page, "table", None)
    assert isinstance(table, QAbstractItemView)
    assert table.model().rowCount() == len(masses)
    told = cells_of(table)
    for mass_id in masses:
        assert any(text.startswith(mass_id) for text in told), mass_id
        assert f"{mass_id}," in description_of(shown)


def test_a_value_out_of_range_says_so_in_words_and_letters(tour: Tour) -> None:
    tour.open(RICH)
    tour.show_tab("overview")
    overview = tour.main.navigation.patient_page.page("overview")
    assert isinstance(overview, OverviewPage)
    flagged = {
        view.cell.flag: view for view in overview.strip.cells if view.cell and view.cell.flag
    }
    assert "H" in flagged
    assert "high" in description_of(flagged["H"])
    tour.show_tab("labs")
    grid = tour.main.navigation.patient_page.page("labs").findChildren(LabTable)[-1]
    model, words = grid.model(), {"H": "high", "L": "low"}
    seen = set()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            shown = str(index.data(Qt.ItemDataRole.DisplayRole) or "").split()
            for letter in set(shown) & set(words):
                assert words[letter] in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
                seen.add(letter)
    assert seen


def test_f6_goes_through_all_panes_and_comes_back(tour: Tour) -> None:
    tour.open(RICH)
    tour.show_tab("labs")
    QApplication.processEvents()
    start = focused()
    assert isinstance(start, LabTable)
    seen: list[QWidget] = [start]
    for _ in range(12):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        seen.append(focused())
        if seen[-1] is start:
            break
    assert seen[-1] is start
    patient = tour.main.navigation.patient_page
    for pane in (tour.main.rail, patient.alerts, tour.main.menu_row):
        assert any(pane.isAncestorOf(part) for part in seen), named(pane)
    assert patient.tabs in seen
