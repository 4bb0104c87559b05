from __future__ import annotations

import itertools
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget

from desktop.charts.spec import Lane, Tick
from desktop.ui.plot import ChartView
from desktop.ui.plot_lanes import LaneStrip
from desktop.ui.plot_view import Viewport, spread, thinned, ticks_between
from desktop.ui.plot_writer import Dots
from desktop.ui.theme import apply_theme, theme
from tests.ui.chart_specs import X, chart, delete_closed_widgets, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.charts.spec import Series
    from desktop.ui.plot_canvas import Canvas


@pytest.fixture(autouse=True)
def _no_widgets_left() -> Iterator[None]:
    yield
    delete_closed_widgets()


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(664, 277)
    view.show_spec(chart(series("M1", 1.8), series("M2", 1.0, color="c2"), series("M3", 0.2)))
    view.show()
    qtbot.waitExposed(view)
    return view


def canvas_of(view: ChartView) -> Canvas:
    assert view.canvas is not None
    return view.canvas


def click(view: ChartView, x: float, y: float) -> None:
    target = canvas_of(view)._view.viewport()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def test_pyqtgraph_is_imported_only_when_a_chart_is_seen() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desktop.ui.plot import ChartView; view = ChartView();"
        "print('pyqtgraph' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"


def test_a_click_on_a_point_picks_its_series(view: ChartView, qtbot: QtBot) -> None:
    area = canvas_of(view).viewport_area()
    with qtbot.waitSignal(view.picked) as picked:
        click(view, area.px(738700.0) + 3, area.py(1.0) - 3)
    assert picked.args == ["M2"]


def test_a_click_on_the_line_between_points_picks_its_series(view: ChartView, qtbot: QtBot) -> None:
    area = canvas_of(view).viewport_area()
    with qtbot.waitSignal(view.picked) as picked:
        click(view, area.px(738450.0), area.py(0.2) + 2)
    assert picked.args == ["M3"]


def test_a_click_on_a_direct_label_picks_its_series(view: ChartView, qtbot: QtBot) -> None:
    view.grab()  # labels take their places when they are painted
    area = canvas_of(view).viewport_area()
    with qtbot.waitSignal(view.picked) as picked:
        click(view, area.right + 40, area.py(1.8))
    assert picked.args == ["M1"]


def test_a_click_on_nothing_picks_nothing(view: ChartView, qtbot: QtBot) -> None:
    area = canvas_of(view).viewport_area()
    with qtbot.assertNotEmitted(view.picked):
        click(view, area.px(738450.0), area.py(1.4))


def test_up_and_down_go_from_series_to_series(view: ChartView) -> None:
    picked: list[str] = []
    view.picked.connect(picked.append)
    view.picked.connect(view.select)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert picked == ["M1", "M2", "M3", "M3", "M2"]


def test_ctrl_t_shows_a_table_that_says_the_same_as_the_chart(
    view: ChartView, qtbot: QtBot
) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = view.findChild(QTableWidget)
    assert table is not None
    assert table.isVisible()
    rows = [[_cell(table, i, j) for j in range(2)] for i in range(3)]
    assert rows == [["M1", "1.8"], ["M2", "1"], ["M3", "0.2"]]
    assert _cell(table, 3, 0) == "1 result reported only as high is not drawn."
    assert "all steady" in table.accessibleDescription()
    QTest.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not table.isVisible()


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def test_the_table_follows_the_next_patient(view: ChartView) -> None:
    view.table_action.trigger()
    view.show_spec(chart(series("M9", 0.5)))
    assert view.table is not None
    assert _cell(view.table, 0, 0) == "M9"


def test_the_wheel_zooms_along_time_only_and_a_double_click_resets(view: ChartView) -> None:
    canvas = canvas_of(view)
    before = canvas.viewport_area()
    at = QPointF(before.px(738700.0), before.py(1.0))
    target = canvas._view.viewport()
    wheel = QWheelEvent(
        at,
        target.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, wheel)
    zoomed = canvas.viewport_area()
    assert zoomed.x1 - zoomed.x0 < 0.9 * (before.x1 - before.x0)
    assert (zoomed.y0, zoomed.y1) == (before.y0, before.y1)
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert canvas.x_range() == (X.low, X.high)


def test_two_charts_of_one_patient_align_and_move_together(view: ChartView, qtbot: QtBot) -> None:
    other = ChartView()
    qtbot.addWidget(other)
    other.resize(664, 200)
    other.show_spec(chart(series("P", 1.0), title="Phosphate"))
    other.show()
    qtbot.waitUntil(lambda: canvas_of(other).viewport_area().left == 44)
    one, two = canvas_of(view).viewport_area(), canvas_of(other).viewport_area()
    assert (one.left, one.right) == (two.left, two.right)
    view.zoomed.connect(other.follow)
    other.zoomed.connect(view.follow)
    canvas_of(view).show_x_range(738400.0, 738900.0)
    assert canvas_of(other).x_range() == (738400.0, 738900.0)


def test_two_hundred_charts_leave_no_items_behind(view: ChartView) -> None:
    counts = []
    for i in range(200):
        view.show_spec(chart(*(series(f"M{k}", 0.1 + 0.3 * k) for k in range(1 + i % 5))))
        counts.append(canvas_of(view).item_count)
    assert set(counts[5:]) == {counts[4]}  # the largest chart so far made the last items


def test_a_chart_without_anything_to_draw_says_why(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_spec(chart(empty="No mass recorded."))
    view.show()
    assert view.canvas is None
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert shown == ["No mass recorded."]


def test_treatments_are_drawn_where_there_is_no_result(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    lane = Lane(text="Sevelamer", start=738100.0, stop=None, color="t1")
    view.show_spec(chart(lanes=(lane,), empty="No phosphate result recorded."))
    view.show()
    assert view.canvas is not None
    strip = view.findChild(LaneStrip)
    assert strip is not None
    assert strip.isVisible()


def test_what_is_not_drawn_is_said_under_the_chart(view: ChartView) -> None:
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert shown == ["1 result reported only as high is not drawn."]


def test_the_chart_has_a_name_and_a_summary_for_screen_readers(view: ChartView) -> None:
    assert view.accessibleName() == "Masses chart"
    assert view.accessibleDescription() == "Three masses, all steady."


def test_the_observation_under_the_pointer_is_said(view: ChartView) -> None:
    area = canvas_of(view).viewport_area()
    assert view.spoken_at(QPointF(area.px(738700.0), area.py(1.0))) == "M2 at 738700"
    assert view.spoken_at(QPointF(area.px(738500.0), area.py(1.4))) == "M1 excised 11-Dec-2022"
    assert view.spoken_at(QPointF(area.px(738900.0), area.py(1.5))) == ""


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_plot_takes_the_colors_of_the_theme(
    view: ChartView, qapp: QApplication, name: str
) -> None:
    apply_theme(qapp, "dark" if name == "dark" else "light")
    area = canvas_of(view).viewport_area()
    image = view.grab().toImage()
    beside = image.pixelColor(round(area.right) + 6, round(area.bottom) + 10)
    assert beside == theme().color("surface")


def test_a_selected_series_is_brought_out_by_its_label(view: ChartView) -> None:
    view.select("M2")
    area = canvas_of(view).viewport_area()
    image = view.grab().toImage()
    tint = image.pixelColor(round(area.right) + 100, round(area.py(1.0)))
    assert tint == theme().color("selected")


def test_copy_as_image_puts_the_chart_on_the_clipboard(view: ChartView) -> None:
    view.copy_action.trigger()
    assert QGuiApplication.clipboard().image().size() == view.size() * view.devicePixelRatio()


VIEWPORT = Viewport(44, 22, 552, 200, X.low, X.high, 0, 2)


def test_labels_are_moved_apart_and_stay_inside() -> None:
    tops = spread([50, 52, 51, 180, 195], [28] * 5, 0, 210)
    ordered = sorted(tops)
    assert all(b - a >= 28 for a, b in itertools.pairwise(ordered))
    assert ordered[0] >= 0
    assert ordered[-1] + 28 <= 210
    assert sorted(range(5), key=lambda i: tops[i]) == [0, 2, 1, 3, 4]


def test_labels_without_room_never_cover_each_other() -> None:
    ordered = sorted(spread([10, 10, 10], [30, 30, 30], 0, 60))
    assert all(b - a >= 30 for a, b in itertools.pairwise(ordered))


def test_zoomed_in_the_axis_shows_months() -> None:
    # 738500 is 11 December 2022 by date.fromordinal
    texts = [tick.text for tick in ticks_between(X, 738500.0, 738640.0)]
    assert texts == ["2023", "Feb 2023", "Mar 2023", "Apr 2023"]


def test_the_whole_axis_shows_its_own_ticks() -> None:
    assert ticks_between(X, X.low, X.high) == X.ticks


def test_crowded_ticks_are_thinned_evenly() -> None:
    ticks = [Tick(at=float(i), text=str(i)) for i in range(7)]
    assert [t.text for t in thinned(ticks, 25.0, lambda at: 10 * at)] == ["0", "3", "6"]


def lanes(*courses: tuple[str, float, float | None]) -> tuple[Lane, ...]:
    return tuple(Lane(text=t, start=a, stop=b, color="t1") for t, a, b in courses)


def placed(qtbot: QtBot, shown: tuple[Lane, ...]) -> LaneStrip:
    strip = LaneStrip()
    qtbot.addWidget(strip)
    strip.resize(664, 100)
    strip.feed(chart(series("P", 1.0), lanes=shown))
    strip.place(VIEWPORT)
    return strip


def test_courses_that_follow_each_other_share_a_row(qtbot: QtBot) -> None:
    strip = placed(qtbot, lanes(("Diet", 738010, 738400), ("Binder", 738900, None)))
    assert [lane.row for lane in strip._placed] == [0, 0]


def test_courses_at_one_time_take_rows_of_their_own(qtbot: QtBot) -> None:
    strip = placed(qtbot, lanes(("Diet", 738010, None), ("Binder", 738100, None)))
    assert [lane.row for lane in strip._placed] == [0, 1]


def test_the_text_of_a_short_course_stands_left_of_its_bar(qtbot: QtBot) -> None:
    strip = placed(qtbot, lanes(("Acetazolamide 250 mg twice daily", 739300, 739390)))
    (lane,) = strip._placed
    assert lane.text_left + lane.text_width <= lane.left


def test_a_running_course_ends_today(qtbot: QtBot) -> None:
    strip = placed(qtbot, lanes(("Diet", 738010, None)))
    assert strip._placed[0].right == pytest.approx(VIEWPORT.px(739400.0))


def test_courses_without_a_row_are_counted(qtbot: QtBot) -> None:
    strip = placed(qtbot, lanes(*((f"Agent {i}", 738010.0 + i, None) for i in range(8))))
    assert strip._hidden == 4  # four are drawn, the fifth row holds the words


def test_the_doubt_about_a_time_is_drawn_as_a_bar(view: ChartView) -> None:
    spec = view.spec
    assert spec is not None
    wide = replace(spec, series=(_blurred(spec.series[0], by=120.0),), fits=())
    sharp = replace(spec, series=(_blurred(spec.series[0], by=0.0),), fits=())
    area = canvas_of(view).viewport_area()
    x, y = round(area.px(738200.0) - 20), round(area.py(1.8))  # left of the first point
    view.show_spec(sharp)
    assert view.grab().toImage().pixelColor(x, y) == theme().color("surface")
    view.show_spec(wide)
    bar = view.grab().toImage().pixelColor(x, y)
    assert bar.blue() > bar.red() + 30  # the blue of the first series


def _blurred(shown: Series, *, by: float) -> Series:
    return replace(shown, points=tuple(replace(p, half_width=by) for p in shown.points))


def long_series(points: int) -> Series:
    one = series("M1", 1.0)
    days = [738000.0 + 1000.0 * i / points for i in range(points)]
    made = tuple(replace(one.points[0], x=x, y=1 + i % 5 / 3) for i, x in enumerate(days))
    return replace(one, points=made)


def test_a_long_line_is_drawn_roughly_while_it_moves_and_smoothly_at_rest(
    qtbot: QtBot, view: ChartView
) -> None:
    view.show_spec(chart(long_series(300)))
    canvas = canvas_of(view)
    line = canvas._items._long[0]
    assert line.opts["antialias"]
    canvas.zoom(0.5)
    assert not line.opts["antialias"]
    qtbot.waitUntil(lambda: line.opts["antialias"])


def test_words_keep_clear_of_every_observation_in_view() -> None:
    spec = chart(long_series(300))
    area = Viewport(44, 22, 544, 222, 738200.0, 738700.0, 0.0, 4.0)
    shown = [p for p in spec.series[0].points if area.shows(p.x)]
    squares = [QRectF(area.px(p.x) - 4, area.py(p.y) - 4, 8, 8) for p in shown]
    dots = Dots(spec)
    for left, top, width in ((10, 30, 60), (100, 100, 3), (300, 150, 90), (500, 20, 200)):
        words = QRectF(left, top, width, 14)
        met = sum(words.intersects(square) for square in squares)
        assert len([*dots.met(words, area)]) == met


def test_the_strip_for_not_detectable_has_no_number_of_the_scale(view: ChartView) -> None:
    spec = chart(series("M1", 1.0))
    ticks = tuple(
        Tick(at=at, text=text) for at, text in ((-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1"))
    )
    low = replace(spec, floor=(-2.0, "ND"), y=replace(spec.y, low=-2.0, ticks=ticks))
    view.show_spec(low)
    levels = canvas_of(view)._left._tickLevels
    assert [text for _, text in levels[0]] == ["0.1", "1"]
