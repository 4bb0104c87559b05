"""Trouble at the amounts of a commit, or those of ``CALCINOSIS_RELIABILITY``."""

from __future__ import annotations

import sys

import pytest

from tests.reliability.__main__ import CONTROL_FAILS, wanted
from tests.reliability.running import run
from tests.reliability.tiers import chosen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the trials fork")

AMOUNTS = wanted(chosen())


@pytest.mark.parametrize("name", [name for name in AMOUNTS if not name.startswith("unsynced")])
def test_nothing_is_lost_or_half_written_in_trouble(name: str) -> None:
    outcome = run(name, AMOUNTS[name])
    assert outcome.failures == []
    assert outcome.count >= AMOUNTS[name] or name == "three_writers"
    assert outcome.count > 0


def test_the_trial_of_power_cuts_finds_damage_where_nothing_is_synced() -> None:
    name = "unsynced_power_cuts"
    outcome = run(name, AMOUNTS[name])
    assert len(outcome.failures) > CONTROL_FAILS * outcome.count
