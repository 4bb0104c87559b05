"""Where masses lie on the silhouettes, and which are named instead of guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.charts.body import HEIGHT, PLACES, WIDTH, MassMarker, markers
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.terms import sites
from desktop.measures.derived import derive
from tests.reports.examples import P, full_case

NOWHERE = {"scar", "skin", "deep_soft_tissue", "multiple", "unspecified"}


def _placed(case: Case) -> tuple[dict[str, MassMarker], tuple[str, ...]]:
    found, without = markers(case, derive(case))
    return {marker.mass_id: marker for marker in found}, without


def _one(site: str, side: str) -> tuple[tuple[MassMarker, ...], tuple[str, ...]]:
    case = replace(
        full_case(),
        masses=(r.Mass(id="m", patient=P, mass_id="M1", site=site, side=side),),
        mass_measurements=(),
        procedures=(),
    )
    return markers(case, derive(case))


def test_every_site_of_the_vocabulary_has_a_place_or_is_known_to_have_none() -> None:
    assert set(sites()) - set(PLACES) == NOWHERE
    assert set(PLACES) <= set(sites())
    for place in PLACES.values():
        assert 0 <= place.aside <= WIDTH / 2
        assert 0 < place.down < HEIGHT


@pytest.mark.parametrize(
    ("site", "side", "is_left_of_picture"),
    [
        ("knee", "right", True),  # the front view faces the reader
        ("knee", "left", False),
        ("gluteal", "right", False),  # the back view is not mirrored
        ("gluteal", "left", True),
    ],
)
def test_right_and_left_are_the_patients(site: str, side: str, *, is_left_of_picture: bool) -> None:
    (marker,), _ = _one(site, side)
    assert (marker.x < WIDTH / 2) is is_left_of_picture


def test_a_bilateral_mass_is_marked_on_both_sides() -> None:
    found, _ = _one("hip", "bilateral")
    assert {marker.x for marker in found} == {68.0, 132.0}


def test_a_paired_site_without_a_side_is_named_instead_of_guessed() -> None:
    found, without = _one("knee", "")
    assert found == ()
    assert without == ("M1: Knee, side not recorded",)


def test_a_site_of_the_midline_needs_no_side() -> None:
    (marker,), without = _one("sternum", "")
    assert marker.x == WIDTH / 2
    assert without == ()


def test_free_text_and_several_sites_are_named() -> None:
    assert _one("multiple", "")[1] == ("M1: Several sites has no place here",)
    assert _one("left big thing", "")[1] == ("M1: left big thing has no place here",)


def test_markers_carry_latest_volume_and_growth_state() -> None:
    found, without = _placed(full_case())
    assert without == ()
    assert found["M2"].volume == 9.0
    assert (found["M2"].state, found["M3"].state, found["M5"].state) == (
        "growing",
        "stable",
        "too_few",
    )


def test_a_mass_completely_excised_is_named_and_an_incomplete_one_stays_unknown() -> None:
    case = full_case()
    late = replace(case.procedures[0], mass_id="M1", when="2025-07-01", completeness="complete")
    found, without = _placed(replace(case, procedures=(late,)))
    assert "M1" not in found
    assert without == ("M1: completely excised, not seen since",)
    partly = replace(late, completeness="incomplete")
    found, _ = _placed(replace(case, procedures=(partly,)))
    assert (found["M1"].volume, found["M1"].state) == (None, "too_few")
