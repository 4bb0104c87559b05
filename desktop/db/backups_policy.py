"""When a backup is due, which ones are kept, when a registry has gone too long without one.

Pure rules with the time given from outside. The thinning is that of Anki, which has kept the
collections of millions of people: two days whole, then 12 daily, 10 weekly and 9 monthly ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INTERVAL = timedelta(minutes=30)
STALE = timedelta(days=7)
KEPT_BEFORE_MIGRATION = timedelta(days=30)
DAILY, WEEKLY, MONTHLY = 12, 10, 9

_SLACK = timedelta(days=1)
"""A stamp further in the future than this was written by a clock that was wrong."""

Stage = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the rules have to know of one backup; times have a zone."""

    name: str
    made_at: datetime
    is_before_migration: bool = False
    is_verified: bool = True


def is_due(last_made: datetime | None, now: datetime, *, is_changed: bool) -> bool:
    """Whether to make a backup now: something changed, and the last one is 30 minutes old.

    One from the future says nothing: the clock was wrong then, or is wrong now.
    """
    if not is_changed:
        return False
    return last_made is None or not timedelta() <= now - last_made < INTERVAL


def is_stale(verified: Iterable[datetime], now: datetime, *, since: datetime | None) -> bool:
    """Whether there was no verified backup for 7 days.

    ``since`` is when the registry was begun, None while nothing is in it.
    """
    if since is None:
        return False
    believed = [at for at in verified if at <= now + _SLACK]
    return now - max(believed, default=since) > STALE


def to_thin(backups: Sequence[Kept], now: datetime) -> list[str]:
    """The names of the backups that are not needed any more, oldest last.

    Never the newest, never the last verified one, and none made before an upgrade of the file
    within the last 30 days.
    """
    newest_first = sorted(backups, key=lambda one: one.made_at, reverse=True)
    verified = [one.name for one in newest_first if one.is_verified]
    spared = {one.name for one in newest_first[:1]} | set(verified[:1])
    sieve = _Sieve(now)
    obsolete = []
    for one in newest_first:
        is_wanted = sieve.keeps(one.made_at)
        is_young = now - one.made_at < KEPT_BEFORE_MIGRATION
        is_spared = one.name in spared or (one.is_before_migration and is_young)
        if not is_wanted and not is_spared:
            obsolete.append(one.name)
    return obsolete


class _Sieve:
    """Takes backups newest first and keeps one a day, then one a week, then one a month."""

    def __init__(self, now: datetime) -> None:
        self._zone = now.tzinfo
        self._yesterday = (now - timedelta(days=1)).date()
        self._left: dict[Stage, int] = {"day": DAILY, "week": WEEKLY, "month": MONTHLY}
        self._last: dict[Stage, tuple[int, ...]] = {}

    def keeps(self, made_at: datetime) -> bool:
        """Whether the backup of this time stays."""
        day = made_at.astimezone(self._zone).date()
        spans: dict[Stage, tuple[int, ...]] = {
            "day": (day.toordinal(),),
            "week": tuple(day.isocalendar())[:2],
            "month": (day.year, day.month),
        }
        if day >= self._yesterday:
            self._last = spans
            return True
        for stage, span in spans.items():
            if self._left[stage]:
                is_next = stage not in self._last or span < self._last[stage]
                if is_next:
                    self._left[stage] -= 1
                    self._last = spans
                return is_next
        return False
