"""Body size and joints."""

from __future__ import annotations

import pytest

from desktop.measures import body
from desktop.measures.refusal import Refused


def test_the_surface_of_a_small_child() -> None:
    # The vector UNI11: 110 cm and 19 kg, 0.7619 m2.
    assert body.body_surface_m2(110, 19) == pytest.approx(0.7619, abs=1e-4)


@pytest.mark.parametrize("scores", [[0] * 14, [0] * 14 + [3], [0] * 16])
def test_the_joint_scale_needs_all_its_sites(scores: list[int]) -> None:
    with pytest.raises(Refused, match="15 sites"):
        body.joint_scale(scores)


def test_sizes_that_are_not_above_zero_are_refused() -> None:
    with pytest.raises(Refused):
        body.body_mass_index(0, 20)
    with pytest.raises(Refused):
        body.motion_deficit_percent(-5, 130)
