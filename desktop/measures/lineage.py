"""Masses that grew together and masses that were divided: where their volumes stop comparing.

A merged mass ends with the last thing that is recorded about it: its merging is entered as an
event of kind ``other`` on it, and without one its last measurement counts. A divided mass goes
on as its larger part; the other part is a mass of its own, first seen at the division.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.domain.when import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case
    from desktop.domain.records import Mass

MERGING_EVENT = "other"
"""The kind of the event that dates a merging."""


class Turn(NamedTuple):
    """A merging or a division; volumes up to the end of ``span`` belong before it.

    ``span`` is None where the time is not known.
    """

    span: Span | None
    kind: Literal["merging", "division"]


def merged_into(case: Case, mass_id: str) -> str:
    """The mass that this one became a part of; empty for one that stands by itself."""
    for mass in case.masses:
        if mass.mass_id == mass_id:
            into = mass.merged_into.strip()
            return "" if into == mass_id else into
    return ""


def turns(case: Case, mass_id: str) -> Iterator[Turn]:
    """The mergings and divisions that concern one mass, in the order of the masses."""
    for mass in case.masses:
        into, source = mass.merged_into.strip(), mass.split_from.strip()
        if mass.mass_id == into or mass.mass_id == source:
            continue
        if into and mass_id in {mass.mass_id, into}:
            yield Turn(_end(case, mass), "merging")
        if source and source == mass_id:
            yield Turn(_start(case, mass), "division")


def merging_when(case: Case, mass_id: str) -> str:
    """The time of the merging of a mass as it was entered; empty where none was."""
    told = [e.when for e in case.events if e.mass_id == mass_id and e.kind == MERGING_EVENT]
    placed = [when for when in told if case.place(when) is not None]
    return max(placed, key=case.order, default="")


def _end(case: Case, mass: Mass) -> Span | None:
    """The last day on which a mass was there by itself."""
    looks = (case.place(measured.when) for measured in case.measurements_of(mass.mass_id))
    days = [span.last for span in looks if span]
    for event in case.events:
        if event.mass_id == mass.mass_id and (span := case.place(event.when)):
            is_merging = event.kind == MERGING_EVENT
            days.append(_day_before(span).last if is_merging else span.last)
    return Span(max(days), max(days)) if days else None


def _start(case: Case, part: Mass) -> Span | None:
    """The last day on which a part that was divided off still belonged to the whole."""
    first = case.place(part.first_when)
    if first is None:
        looks = (case.place(measured.when) for measured in case.measurements_of(part.mass_id))
        first = min((span for span in looks if span), default=None)
    return None if first is None else _day_before(first)


def _day_before(span: Span) -> Span:
    """What is measured on the very day of a turn is measured after it."""
    return span if span.width else Span(span.first - 1, span.last - 1)
