"""The volumes of one mass as a series: which points are comparable, and where it breaks.

A series breaks at an excision, at a drainage or an ulceration that emptied the mass, where a
mass was not detectable between two volumes, and where masses merged or one was divided.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.language import mark, say, say_count
from desktop.domain.when import Span, shown
from desktop.domain.when import parse_when as parsed
from desktop.measures.lineage import merged_into, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Mass
    from desktop.measures.values import DerivedValue


BREAKS = {
    "excision": mark("excision"),
    "drainage": mark("drainage"),
    "ulceration": mark("ulceration"),
    "not detectable": mark("not detectable"),
    "merging": mark("merging"),
    "division": mark("division"),
}
"""What ends a series, in words."""


class VolumePoint(NamedTuple):
    """One volume on the case's axis of days."""

    day: float
    span: Span
    volume_ml: float
    method: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points since the last break that one method made, and what was left out and why.

    ``number`` counts the series of the mass from 1.
    """

    number: int
    points: tuple[VolumePoint, ...]
    method: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Break:
    span: Span | None
    kind: str


def last_series(
    case: Case, mass_id: str, *, volumes: Sequence[DerivedValue], gone: Sequence[str]
) -> Series:
    """The latest series of one mass.

    ``volumes`` are those of this mass, ``gone`` the times at which it was looked for and
    not detectable. Points are left out, each with its reason: without a time, of a partial
    date that leaves the order open, on an unknown side of a break, by another method than
    the one with most points.
    """
    left_out: list[str] = []
    points = _placed(case, volumes, left_out)
    breaks = [*_breaks(case, mass_id), *_reappearances(case, gone, points)]
    points, series = _since_last_break(points, breaks, left_out)
    chosen, method = _by_one_method(points, left_out)
    chosen = _ordered(chosen, left_out)
    if gone_after := _gone_after(case, gone, points):
        left_out.append(
            say(
                "last seen as not detectable, {when}: not counted as zero",
                when=shown(parsed(gone_after)),
            )
        )
    if into := merged_into(case, mass_id):
        left_out.insert(0, say("merged into {mass}", mass=into))
    return Series(series, tuple(chosen), method, tuple(left_out))


def break_spans(case: Case, mass_id: str) -> tuple[Span | None, ...]:
    """When volumes of a mass stopped being current; None for a break without a time."""
    return tuple(one.span for one in _breaks(case, mass_id))


def break_between(case: Case, mass_id: str, earlier: str, *, later: str) -> str:
    """What makes volumes of two times incomparable, a key of BREAKS; empty where nothing does.

    A break on the day of the earlier volume lies behind it. One whose time is not known may
    lie between.
    """
    start, end = case.place(earlier), case.place(later) if later.strip() else None
    for one in reversed(list(_breaks(case, mass_id))):
        if one.span is None or (
            (start is None or start.first <= one.span.last)
            and (end is None or one.span.last < end.first)
        ):
            return one.kind
    return ""


def _placed(case: Case, volumes: Sequence[DerivedValue], left_out: list[str]) -> list[VolumePoint]:
    points = []
    for volume in volumes:
        span = case.place(volume.when)
        if span is not None:
            points.append(VolumePoint(span.middle, span, volume.value, volume.method))
    if missing := len(volumes) - len(points):
        left_out.append(say("{values} without a usable time left out", values=_values(missing)))
    return sorted(points, key=lambda point: (point.day, point.method, point.volume_ml))


def _ordered(points: list[VolumePoint], left_out: list[str]) -> list[VolumePoint]:
    """Without points of partial dates that may lie on either side of another point."""
    certain = [
        point
        for place, point in enumerate(points)
        if point.span.width == 0
        or not any(
            _overlap(point.span, other.span) for at, other in enumerate(points) if at != place
        )
    ]
    if doubtful := len(points) - len(certain):
        left_out.append(
            say("{values} of a partial date with an open order left out", values=_values(doubtful))
        )
    if partial := sum(point.span.width > 0 for point in certain):
        left_out.append(
            say("{values} of a partial date placed at its middle", values=_values(partial))
        )
    return certain


def _overlap(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


def _breaks(case: Case, mass_id: str) -> Iterator[_Break]:
    mass = next((mass for mass in case.masses if mass.mass_id == mass_id), None)
    for procedure in case.procedures:
        if procedure.kind in {"excision", "drainage"} and _concerns(
            mass, mass_id, procedure.mass_id, procedure.site, procedure.side
        ):
            yield _Break(case.place(procedure.when), procedure.kind)
    for event in case.events:
        if event.kind in {"drainage", "ulceration"} and event.mass_id == mass_id:
            yield _Break(case.place(event.when), event.kind)
    for turn in turns(case, mass_id):
        yield _Break(turn.span, turn.kind)


def _concerns(mass: Mass | None, mass_id: str, named: str, site: str, side: str) -> bool:
    """True where a procedure names the mass, or no mass but its very place."""
    if named.strip():
        return named.strip() == mass_id
    if mass is None or not site.strip() or site.strip() != mass.site.strip():
        return False
    return not side.strip() or not mass.side.strip() or side.strip() == mass.side.strip()


def _reappearances(
    case: Case, gone: Sequence[str], points: Sequence[VolumePoint]
) -> Iterator[_Break]:
    """A mass that was not detectable between two volumes has come back: a new series."""
    for when in gone:
        span = case.place(when)
        if (
            span
            and any(point.span.last < span.first for point in points)
            and any(point.span.first > span.last for point in points)
        ):
            yield _Break(span, "not detectable")


def _since_last_break(
    points: list[VolumePoint], breaks: list[_Break], left_out: list[str]
) -> tuple[list[VolumePoint], int]:
    """The points after the last break; those on the day of a break count as before it."""
    if undated := [one for one in breaks if one.span is None]:
        if points:
            kind = say(BREAKS[undated[0].kind])
            text = say("{kind} of this mass without a date: the series is open", kind=kind)
            left_out.append(text)
        return [], len(breaks) + 1
    spans = [one.span for one in breaks if one.span is not None]
    if not spans:
        return points, 1
    last = max(span.last for span in spans)
    after = [point for point in points if point.span.first > last]
    before = len(points) - len(after)
    if before:
        kind = say(BREAKS[_latest(breaks)])
        text = say("{values} not after the last {kind} left out", values=_values(before), kind=kind)
        left_out.append(text)
    return after, 1 + len({(span.first, span.last) for span in spans})


def _latest(breaks: Sequence[_Break]) -> str:
    return max(breaks, key=lambda one: one.span.last if one.span else 0.0).kind


def _by_one_method(points: list[VolumePoint], left_out: list[str]) -> tuple[list[VolumePoint], str]:
    """The points of the method with most of them; of equals, that of the latest point."""
    if not points:
        return [], ""
    counts = Counter(point.method for point in points)
    latest = {point.method: point.day for point in points}
    method = max(counts, key=lambda name: (counts[name], latest[name], name))
    for other, count in sorted(counts.items()):
        if other != method:
            values = _values(count)
            text = say("{values} by another method left out ({other})", values=values, other=other)
            left_out.append(text)
    return [point for point in points if point.method == method], method


def _gone_after(case: Case, gone: Sequence[str], points: Sequence[VolumePoint]) -> str:
    """The last time at which the mass was not detectable, if that is its latest state."""
    after = []
    for when in gone:
        span = case.place(when)
        if span and all(span.first > point.span.last for point in points):
            after.append((span.last, when))
    return max(after)[1] if after else ""


def _values(count: int) -> str:
    return say_count(count, "{n} value", "{n} values")
