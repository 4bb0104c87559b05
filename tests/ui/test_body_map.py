from __future__ import annotations

from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.charts.body import markers
from desktop.domain import records as r
from desktop.domain.terms import sites
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.body_shapes import (
    Spot,
    apart,
    label_boxes,
    marker_radius,
)
from desktop.ui.widgets.mass_rows import mass_rows
from tests.ui.chart_specs import bare_patient, delete_closed_widgets, flagship

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _no_widgets_left() -> Iterator[None]:
    yield
    delete_closed_widgets()


def shown(qtbot: QtBot, dossier: Dossier) -> BodyMap:
    body = BodyMap()
    qtbot.addWidget(body)
    body.resize(322, 356)
    on_map, _ = markers(dossier.case, dossier.derived)
    body.show_masses(on_map, mass_rows(dossier))
    body.show()
    qtbot.waitExposed(body)
    body.picked.connect(body.select)
    return body


@pytest.fixture
def body(qtbot: QtBot) -> BodyMap:
    return shown(qtbot, flagship())


def spot_of(body: BodyMap, mass_id: str) -> Spot:
    return next(spot for spot in body.spots if spot.mass_id == mass_id)


def with_masses(*masses: tuple[str, str]) -> Dossier:
    found = tuple(
        r.Mass(patient="x", mass_id=f"M{i}", site=site, side=side)
        for i, (site, side) in enumerate(masses, 1)
    )
    return dossier_of(bare_patient(masses=found))


def test_every_site_of_the_vocabulary_is_on_the_map_or_named_beside_it(qtbot: QtBot) -> None:
    wanted = [(site, side) for site in sites() for side in ("left", "right", "midline", "")]
    dossier = with_masses(*wanted, ("somewhere in free text", "left"))
    on_map, without = markers(dossier.case, dossier.derived)
    body = shown(qtbot, dossier)
    placed = {spot.mass_id for spot in body.spots}
    named = {line.partition(":")[0] for line in without}
    everything = {mass.mass_id for mass in dossier.case.masses}
    assert len(everything) == 4 * 66 + 1
    assert placed | named == everything
    assert not placed & named
    assert len(on_map) == len(body.spots)


def test_a_paired_site_without_a_side_is_not_guessed() -> None:
    dossier = with_masses(("elbow", ""))
    on_map, without = markers(dossier.case, dossier.derived)
    assert on_map == ()
    assert "side not recorded" in without[0]


def test_a_site_of_several_places_is_named_not_drawn() -> None:
    for site in ("multiple", "unspecified", "a site in free text"):
        dossier = with_masses((site, "left"))
        assert markers(dossier.case, dossier.derived)[0] == ()
        assert mass_rows(dossier)[0].mass_id == "M1"


def test_a_bilateral_mass_has_a_marker_on_each_side(qtbot: QtBot) -> None:
    body = shown(qtbot, with_masses(("knee", "bilateral")))
    left, right = sorted(spot.x for spot in body.spots)
    assert {spot.mass_id for spot in body.spots} == {"M1"}
    assert right - left > 20


def test_the_front_faces_the_reader_and_the_back_is_not_mirrored(qtbot: QtBot) -> None:
    dossier = with_masses(("knee", "right"), ("knee", "left"), ("heel", "left"), ("heel", "right"))
    body = shown(qtbot, dossier)
    front, back = body.width() * 0.29, body.width() * 0.765
    assert spot_of(body, "M1").x < front < spot_of(body, "M2").x
    assert spot_of(body, "M3").x < back < spot_of(body, "M4").x


@pytest.mark.parametrize(
    ("milliliters", "radius"),
    # max(6, 3 x cube root): 70 mL 12.36, 9 mL 6.24, 1 mL and unknown at the least of 6
    [(70.0, 12.364), (9.0, 6.240), (1.0, 6.0), (None, 6.0), (0.0, 6.0), (10_000.0, 34.0)],
)
def test_the_radius_grows_with_the_cube_root_of_the_volume(
    milliliters: float | None, radius: float
) -> None:
    assert marker_radius(milliliters) == pytest.approx(radius, abs=0.001)


def test_arrow_keys_go_from_marker_to_marker_in_the_order_of_the_list(body: BodyMap) -> None:
    picked: list[str] = []
    body.picked.connect(picked.append)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    for key in (*keys, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Up):
        QTest.keyClick(body, key)
    assert picked == ["M1", "M2", "M3", "M2", "M5", "M5", "M1", "M1"]


def test_other_keys_are_left_to_the_window(body: BodyMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(body.picked):
        QTest.keyClick(body, Qt.Key.Key_A)


def test_a_click_on_a_marker_picks_its_mass(body: BodyMap, qtbot: QtBot) -> None:
    spot = spot_of(body, "M4")
    with qtbot.waitSignal(body.picked) as picked:
        QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x), round(spot.y)))
    assert picked.args == ["M4"]


def test_a_small_marker_has_a_target_of_24_pixels(body: BodyMap) -> None:
    spot = spot_of(body, "M5")
    assert spot.radius == 6.0
    for dx, dy in ((-11, 0), (0, 11), (8, -8)):
        assert body.mass_at(QPointF(spot.x + dx, spot.y + dy)) == "M5"
    assert body.mass_at(QPointF(spot.x, spot.y + 20)) == ""


def test_a_click_on_a_label_picks_its_mass_too(body: BodyMap) -> None:
    index = [spot.mass_id for spot in body.spots].index("M1")
    left, top, right, bottom = body.labels[index]
    assert body.mass_at(QPointF((left + right) / 2, (top + bottom) / 2)) == "M1"


def test_labels_cover_neither_each_other_nor_markers(body: BodyMap) -> None:
    for one, two in combinations(body.labels, 2):
        assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
    for spot in body.spots:
        for left, top, right, bottom in body.labels:
            dx = max(left - spot.x, 0, spot.x - right)
            dy = max(top - spot.y, 0, spot.y - bottom)
            assert hypot(dx, dy) >= spot.radius


def test_labels_stay_inside_the_map_even_where_it_is_narrow(qtbot: QtBot) -> None:
    body = shown(qtbot, flagship())
    body.resize(286, 330)
    for left, top, right, bottom in body.labels:
        assert left >= 0
        assert top >= 0
        assert right <= body.width()
        assert bottom <= body.height()


def test_masses_at_one_place_can_each_be_hit(qtbot: QtBot) -> None:
    body = shown(qtbot, with_masses(*[("hip", "right")] * 4))
    assert {body.mass_at(QPointF(spot.x, spot.y)) for spot in body.spots} == {
        "M1",
        "M2",
        "M3",
        "M4",
    }


def test_twenty_markers_at_few_places_keep_all_labels() -> None:
    spots = apart([Spot(f"M{i}", 60.0 + i % 3 * 20, 100.0 + i * 12, 8.0, True) for i in range(20)])
    boxes = label_boxes(spots, [(24.0, 15.0)] * 20, (0.0, 0.0, 322.0, 356.0))
    assert len(boxes) == 20
    assert len({box[:2] for box in boxes}) == 20


def test_the_map_tells_all_masses_to_screen_readers(body: BodyMap) -> None:
    spoken = body.accessibleDescription()
    assert spoken.startswith("5 of 5 masses on the map.")
    assert "M2, Left shoulder, recurred: 9.0 mL" in spoken


def test_a_mass_in_a_list_says_why_there_is_no_rate() -> None:
    rows = {row.mass_id: row for row in mass_rows(flagship())}
    assert rows["M5"].chip == "1 value"
    assert rows["M5"].state == "too_few"
    assert rows["M2"].chip.startswith("+")
    assert rows["M2"].remark == "recurred"


def test_a_mass_never_measured_has_no_size_rather_than_none() -> None:
    (row,) = mass_rows(with_masses(("hip", "left")))
    assert (row.volume, row.chip, row.has_number) == ("no size", "no value", False)
    assert row.spoken == "M1, Left hip: no size, too few values for a rate, never measured."
