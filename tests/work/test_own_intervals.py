"""A patient's own interval of monitoring: in place of the rule's, and shown as such."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import UserError
from desktop.guidance.monitoring import is_interval
from desktop.work.own_intervals import own_interval
from tests.guidance.making import assessment_of, case_of, lab, takes

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Monitoring

RULE = "watch-acetazolamide"
CASE = case_of(
    takes("acetazolamide", start="2020-03-04"),
    lab("bicarbonate", "24", "mmol/L", "2025-11-01"),
    lab("potassium", "4", "mmol/L", "2025-11-01"),
)


def item(case: Case) -> Monitoring:
    """The monitoring of acetazolamide."""
    return next(one for one in assessment_of(case).monitoring if one.id == RULE)


def own(every: str, reason: str = "Stable for years") -> Case:
    """The case with an own interval."""
    record = own_interval(
        CASE, RULE, every=every, reason=reason, who="Dr. Example", when="2025-12-01"
    )
    return replace(CASE, own_intervals=(record,))


def test_monitoring_names_the_drug_that_asks_for_it() -> None:
    found = item(CASE)
    assert found.own is None
    assert len(found.because) == 1
    assert found.because[0].startswith("Acetazolamide since")
    assert found.is_expert_opinion
    assert "expert opinion" in found.basis


def test_an_own_interval_moves_the_day_on_which_it_is_due() -> None:
    assert (item(CASE).every, item(CASE).due) == ("P3M", "2026-02-01")
    found = item(own("P1Y"))
    assert (found.every, found.last, found.due) == ("P1Y", "2025-11-01", "2026-11-01")
    assert found.own is not None
    assert (found.own.usual, found.own.who) == ("P3M", "Dr. Example")
    assert found.own.reason == "Stable for years"


def test_a_shorter_own_interval_makes_it_overdue() -> None:
    assert not item(CASE).is_overdue
    assert item(own("P1M")).is_overdue


def test_never_takes_the_day_away_but_leaves_it_in_the_list() -> None:
    found = item(own("never"))
    assert (found.every, found.last, found.due) == ("never", "2025-11-01", None)
    assert not found.is_overdue


def test_an_interval_that_cannot_be_read_leaves_that_of_the_rule() -> None:
    record = replace(own("P1Y").own_intervals[0], every="now and then")
    found = item(replace(CASE, own_intervals=(record,)))
    assert (found.every, found.own) == ("P3M", None)


def test_the_interval_written_last_counts_and_a_new_one_replaces_it() -> None:
    case = own("P1Y")
    again = own_interval(case, RULE, every="P2M", reason="", who="x", when="2025-12-02")
    assert again.id == case.own_intervals[0].id
    assert item(replace(case, own_intervals=(*case.own_intervals, again))).every == "P2M"


@pytest.mark.parametrize("every", ["", "often", "P", "P0D", "P0.5M", "PT3H", "3 months"])
def test_what_is_no_interval_is_refused(every: str) -> None:
    assert not is_interval(every)
    with pytest.raises(UserError, match="is no interval"):
        own_interval(CASE, RULE, every=every, reason="x", who="x", when="2025-12-01")


def test_giving_monitoring_up_needs_a_reason_and_a_rule() -> None:
    with pytest.raises(UserError, match="only with a reason"):
        own("never", reason=" ")
    with pytest.raises(UserError, match="no rule of monitoring"):
        own_interval(CASE, "avoid-burosumab", every="P1Y", reason="x", who="x", when="2025")


def test_an_interval_beyond_all_time_is_refused() -> None:
    assert not is_interval("P9999Y")
    assert is_interval("never")
    assert is_interval("P2W")
