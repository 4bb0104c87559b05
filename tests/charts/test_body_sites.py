"""A place that is pointed at on the map proposes a named site with its side in words."""

from __future__ import annotations

import pytest

from desktop.charts.body import CENTER, PLACES, View
from desktop.charts.body_sites import nearest_site


@pytest.mark.parametrize(
    ("view", "x", "y", "words"),
    # The front faces the reader: the patient's left is on the right of the picture.
    [
        ("front", 124, 312, "Left knee, front"),
        ("front", 76, 312, "Right knee, front"),
        ("back", 76, 312, "Left popliteal fossa, back"),
        ("back", 124, 312, "Right popliteal fossa, back"),
        ("back", 47, 162, "Left elbow, back"),
        ("back", 120, 215, "Right gluteal region, back"),
        ("front", 100, 108, "Midline sternum, front"),
        ("front", 144, 97, "Left shoulder, front"),
    ],
)
def test_the_nearest_site_is_named(view: View, x: float, y: float, words: str) -> None:
    found = nearest_site(view, x, y)
    assert found is not None
    assert found.words == words


def test_a_place_far_from_every_site_names_none() -> None:
    assert nearest_site("front", 2, 10) is None


def test_organs_are_never_proposed() -> None:
    organs = {"lung", "kidney", "brain", "heart", "liver", "eye", "retroperitoneum"}
    views: tuple[View, ...] = ("front", "back")
    for view in views:
        for x in range(0, 201, 4):
            for y in range(0, 441, 4):
                found = nearest_site(view, x, y)
                assert found is None or found.site not in organs


def test_a_site_pointed_at_where_it_is_drawn_is_proposed() -> None:
    for site in ("shoulder", "elbow", "hip", "knee", "ankle", "gluteal", "heel", "hand"):
        place = PLACES[site]
        x = CENTER + (place.aside if place.view == "front" else -place.aside)
        found = nearest_site(place.view, x, place.down)
        assert found is not None
        assert (found.site, found.side) == (site, "left")
