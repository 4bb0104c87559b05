"""A day of work leaves no more memory taken than its beginning."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.children.watch import memory_mb
from tests.benchmarks.day import spend
from tests.ui.touring import BY_AGE, DECEASED, RICH, Sight, Tour, wait_for_work

if TYPE_CHECKING:
    from pathlib import Path

WARM_UP, ROUNDS = 3, 3
MOST_GROWTH = 1.10


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells memory in another way")
def test_memory_stays_within_a_tenth_of_what_it_was_after_the_first_rounds(
    tour_registry: Path,
) -> None:
    tour = Tour(tour_registry, Sight())
    try:
        ids = tour.main.session.registry.ids() if tour.main.session.registry else {}
        patients = [ids[one] for one in (RICH, DECEASED, BY_AGE)]
        spend(tour.main, patients, WARM_UP)
        wait_for_work()
        gc.collect()
        early = memory_mb()
        spend(tour.main, patients, ROUNDS)
        wait_for_work()
        gc.collect()
        late = memory_mb()
    finally:
        tour.close()
    assert 0 < late < MOST_GROWTH * early, f"{early:.0f} MB, then {late:.0f} MB"
