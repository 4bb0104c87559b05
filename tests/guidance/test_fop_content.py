"""A child with unexplained bone in soft tissue: FOP is possible until the toes are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guidance.making import absent, assessed, forbidden, present, standing_of

if TYPE_CHECKING:
    from desktop.domain import records as r

CHILD = "2015-01-01"
BONE = present("muscle_ossification", "2023-05-01")
STOPS = {"surgical_excision", "biopsy", "intramuscular_injection", "mandibular_block"}


def test_bone_in_a_childs_muscle_stops_surgery_until_the_toes_are_examined() -> None:
    told = assessed(BONE, birth=CHILD)
    assert standing_of(told, "fop") == "possible"
    assert forbidden(told, "contraindication") >= STOPS
    assert "test-great-toe" in {test.id for test in told.next_tests}


@pytest.mark.parametrize(
    "explained_by",
    [
        absent("great_toe_malformation"),
        present("trauma_history"),
        present("zonal_peripheral_ossification"),
        present("neurological_injury"),
        present("subcutaneous_ossification"),
        present("subcutaneous_nodules"),
    ],
)
def test_bone_in_a_child_that_something_explains_stops_nothing(explained_by: r.Finding) -> None:
    told = assessed(BONE, explained_by, birth=CHILD)
    assert not forbidden(told, "contraindication") & STOPS


def test_bone_that_began_in_an_adult_stops_nothing() -> None:
    told = assessed(BONE, birth="1965-01-01")
    assert not forbidden(told, "contraindication") & STOPS
