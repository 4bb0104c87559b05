"""The whole course of a patient on one axis of time: a test, masses, drugs, surgery, flares.

Two charts share the frame, so that cause and effect line up: one laboratory test with the
courses of treatment below it, and the masses. One table says all of it in order of time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.charts.course_labs import course_analytes, lab_series
from desktop.charts.course_table import HEADER, course_rows
from desktop.charts.course_total import total_growth
from desktop.charts.doses import dose_text
from desktop.charts.masses import mass_growth
from desktop.charts.spec import Mark
from desktop.charts.timeline import Timeline, timeline
from desktop.domain.analytes import analyte_label
from desktop.domain.language import mark, say, say_count
from desktop.domain.terms import treatment_label
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.charts.figures import Units
    from desktop.charts.spec import ChartSpec, Lane
    from desktop.domain.case import Case
    from desktop.domain.records import ClinicalEvent, Treatment
    from desktop.measures.values import Derived

EVENTS: Mapping[str, str] = {
    "flare": mark("Flare"),
    "ulceration": mark("Ulceration"),
    "drainage": mark("Drainage"),
    "infection": mark("Infection"),
    "nerve_compression": mark("Nerve compression"),
    "recurrence": mark("Recurrence"),
    "fracture": mark("Fracture"),
    "joint_ankylosis": mark("Joint ankylosis"),
}
"""The events that are marked; a death ends the axis by itself."""

MOST_MARKED = 12
"""More events than this would hide the curves; the oldest are then counted in words."""


@dataclass(frozen=True, kw_only=True)  # no slots: the table is worked out once and kept
class Course:
    """Two charts on one axis, and the table that says the same as both."""

    case: Case
    derived: Derived
    labs: ChartSpec
    masses: ChartSpec

    @cached_property
    def table(self) -> ChartSpec:
        """Everything in order of time; made when it is asked for, which is seldom."""
        rows = course_rows(self.case, self.derived, self.labs, event_text=event_text)
        return _table(rows, self.labs, self.masses)


def course(
    case: Case,
    derived: Derived,
    *,
    analyte: str = "serum_phosphate",
    units: Units = "conventional",
    is_total: bool = False,
    selected: str = "",
) -> Course:
    """The course of a case with one laboratory test; ``is_total`` adds up the masses.

    ``selected`` is the mass that is brought out and fitted.
    """
    frame = course_frame(case)
    labs = lab_series(case, frame, analyte=analyte, units=units)
    growth = (
        total_growth(case, derived) if is_total else mass_growth(case, derived, selected=selected)
    )
    masses = replace(growth, x=frame.x, marks=frame.marks)
    return Course(case=case, derived=derived, labs=labs, masses=masses)


def course_frame(case: Case) -> Timeline:
    """The axis of the whole course, with changes of dose in the lanes and events as marks."""
    base = timeline(case, further=_further(case))
    events, left_out = _events(case)
    marks = sorted((*base.marks, *events), key=lambda one: one.x)
    return replace(
        base,
        lanes=_doses(case, base.lanes),
        marks=tuple(marks),
        left_out=(*base.left_out, *left_out),
    )


def _further(case: Case) -> Iterator[str]:
    for analyte in course_analytes():
        yield from (lab.when for lab in case.labs_of(analyte))
    yield from (event.when for event in case.events if event.kind in EVENTS)


def _doses(case: Case, lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes by drug, so that a changed dose stands right below the one before.

    What is still running comes first: where there is no room, past drugs are left out.
    """
    by_id = {treatment.id: treatment for treatment in case.treatments}
    first: dict[str, float] = {}
    running: set[str] = set()
    for lane in lanes:
        agent = by_id[lane.record].agent
        first[agent] = min(first.get(agent, lane.start), lane.start)
        if lane.stop is None:
            running.add(agent)

    def order(lane: Lane) -> tuple[bool, float, str, float]:
        agent = by_id[lane.record].agent
        return agent not in running, first[agent], agent, lane.start

    told: list[Lane] = []
    for lane in sorted(lanes, key=order):
        before = told[-1] if told else None
        treatment = by_id[lane.record]
        if before is not None and _is_change(case, by_id[before.record], treatment):
            lane = replace(lane, text=changed_text(treatment))
        told.append(lane)
    return tuple(told)


def _is_change(case: Case, before: Treatment, after: Treatment) -> bool:
    """True where a course goes on with another dose on the day the one before ended."""
    stop, start = case.place(before.stop_when), case.place(after.start_when)
    if before.agent != after.agent or stop is None or start is None:
        return False
    return 0 <= start.first - stop.last <= 1 and dose_text(before) != dose_text(after)


def changed_text(treatment: Treatment) -> str:
    """A course that goes on with another dose: ``Sevelamer, changed to 1600 mg daily``."""
    name, dose = treatment_label(treatment.agent), dose_text(treatment)
    if not dose:
        return say("{drug}, dose changed, not recorded", drug=name)
    return say("{drug}, changed to {dose}", drug=name, dose=dose)


def event_text(event: ClinicalEvent) -> str:
    """An event with its mass: ``Flare of M2``."""
    kind = say(EVENTS[event.kind]) if event.kind in EVENTS else event.kind
    return say("{event} of {mass}", event=kind, mass=event.mass_id) if event.mass_id else kind


def _events(case: Case) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    found = [event for event in case.events if event.kind in EVENTS]
    placed = [(span, event) for event in found if (span := case.place(event.when)) is not None]
    placed.sort(key=lambda one: one[0])
    marks = []
    for span, group in groupby(placed, key=lambda one: one[0]):
        events = [event for _, event in group]
        names = ", ".join(dict.fromkeys(event_text(event) for event in events))
        when = shown(parse_when(events[0].when))
        text = say("{event} {when}", event=names, when=when)
        marks.append(Mark(x=span.middle, text=text, kind="event"))
    hidden = max(len(marks) - MOST_MARKED, 0)
    left_out = []
    if hidden:
        left_out.append(
            say_count(
                hidden,
                "{n} earlier event is not marked; it stands in the table.",
                "{n} earlier events are not marked; they stand in the table.",
            )
        )
    if undated := len(found) - len(placed):
        left_out.append(
            say_count(
                undated,
                "{n} event without a usable time is not marked.",
                "{n} events without a usable time are not marked.",
            )
        )
    return tuple(marks[hidden:]), tuple(left_out)


def _table(rows: tuple[tuple[str, ...], ...], labs: ChartSpec, masses: ChartSpec) -> ChartSpec:
    return replace(
        masses,
        name="course",
        title=say("Timeline"),
        subtitle="",
        summary=" ".join(part for part in (labs.summary, masses.summary) if part),
        left_out=tuple(dict.fromkeys((*labs.left_out, *masses.left_out))),
        table_header=tuple(say(text) for text in HEADER),
        table=rows,
        empty="" if rows else say("Nothing is recorded yet."),
    )


def analyte_choices() -> tuple[tuple[str, str], ...]:
    """The tests that the timeline offers: key and name."""
    return tuple((key, analyte_label(key)) for key in course_analytes())
