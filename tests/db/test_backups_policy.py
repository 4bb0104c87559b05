"""When a backup is made, which ones stay, and when a registry has gone too long without one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from desktop.db.backups_policy import Kept, is_due, is_stale, to_thin

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "is_changed", "expected"),
    [(29, True, False), (30, True, True), (600, False, False), (-5, True, True)],
)
def test_a_backup_is_due_thirty_minutes_after_the_last_one_if_something_changed(
    minutes: int, is_changed: bool, expected: bool
) -> None:
    last = NOW - timedelta(minutes=minutes)
    assert is_due(last, NOW, is_changed=is_changed) is expected


def test_the_first_backup_is_due_at_the_first_change() -> None:
    assert is_due(None, NOW, is_changed=True)
    assert not is_due(None, NOW, is_changed=False)


def test_seven_days_without_a_verified_backup_are_too_long() -> None:
    begun = NOW - timedelta(days=100)
    assert is_stale([], NOW, since=begun)
    assert is_stale([NOW - timedelta(days=7, minutes=1)], NOW, since=begun)
    assert not is_stale([NOW - timedelta(days=7)], NOW, since=begun)
    assert not is_stale([], NOW, since=NOW - timedelta(days=6))
    assert not is_stale([], NOW, since=None)


def test_a_backup_from_the_future_proves_nothing() -> None:
    """A clock that was ten years ahead must not silence the warning for ten years."""
    ahead = NOW + timedelta(days=3652)
    assert is_stale([ahead], NOW, since=NOW - timedelta(days=100))


def daily(days: int) -> list[Kept]:
    """One backup a day at noon for so many days, the last one yesterday."""
    noon = NOW.replace(hour=12)
    return [
        Kept(name=f"{number}", made_at=noon - timedelta(days=number))
        for number in range(1, days + 1)
    ]


def kept_of(backups: list[Kept]) -> list[int]:
    """How many days old the backups are that stay."""
    dropped = set(to_thin(backups, NOW))
    return [(NOW - one.made_at).days for one in backups if one.name not in dropped]


def test_a_year_of_daily_backups_keeps_days_then_weeks_then_months() -> None:
    kept = kept_of(daily(400))
    # Yesterday whole, 12 days, 10 weeks, 9 months: as Anki keeps them.
    assert len(kept) == 1 + 12 + 10 + 9
    assert kept[:13] == list(range(1, 14))
    weeks = [later - earlier for earlier, later in pairwise(kept[13:23])]
    assert set(weeks) == {7}
    months = [later - earlier for earlier, later in pairwise(kept[23:])]
    assert all(28 <= days <= 31 for days in months)


def test_every_backup_of_today_and_yesterday_stays() -> None:
    hourly = [Kept(name=f"{n}", made_at=NOW - timedelta(hours=n)) for n in range(1, 40)]
    assert to_thin(hourly, NOW) == []


def test_thinning_again_drops_nothing_more() -> None:
    backups = daily(400)
    dropped = set(to_thin(backups, NOW))
    rest = [one for one in backups if one.name not in dropped]
    assert to_thin(rest, NOW) == []


def test_the_newest_the_last_verified_and_the_one_before_an_upgrade_are_never_dropped() -> None:
    old = NOW - timedelta(days=900)
    years = [
        Kept(name=f"{number}", made_at=old - timedelta(days=31 * number), is_verified=number == 40)
        for number in range(60)
    ]
    dropped = to_thin(years, NOW)
    assert "0" not in dropped
    assert "40" not in dropped
    assert dropped == [str(number) for number in range(31, 60) if number != 40]
    twice = NOW - timedelta(days=20)
    pair = [
        Kept(name="before", made_at=twice, is_before_migration=True),
        Kept(name="after", made_at=twice + timedelta(hours=1)),
        Kept(name="newest", made_at=NOW),
    ]
    assert to_thin(pair, NOW) == []
    assert to_thin(pair, NOW + timedelta(days=11)) == ["before"]
