"""What happens to a mass beyond measuring: excised, come back, divided, grown into another.

Each is a small form of its own and one step that can be undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from desktop.domain import records as r
from desktop.domain.checks import Problem, check
from desktop.domain.columns import Column, table_named
from desktop.domain.language import say
from desktop.measures.lineage import MERGING_EVENT, merged_into
from desktop.ui.forms.subjects import ClinicalSubject, later_than

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.domain.case import Case

_ASKED = {
    "excision": ("when", "completeness", "note"),
    "recurrence": ("mass_id", "site", "side", "plane", "first_when", "note"),
    "division": ("mass_id", "site", "side", "plane", "first_when", "note"),
}
"""The columns that each form asks for; the others stand fast."""


@dataclass(frozen=True)
class StepSubject:
    """An excision, a recurrence or the division of a mass; ``kind`` tells which."""

    kind: str
    mass_id: str
    inner: ClinicalSubject

    @property
    def title(self) -> str:
        """``Excision of M2``."""
        if self.kind == "excision":
            return say("Excision of {mass}", mass=self.mass_id)
        if self.kind == "recurrence":
            return say("Recurrence of {mass}", mass=self.mass_id)
        return say("Division of {mass}: the smaller part", mass=self.mass_id)

    @property
    def explanation(self) -> str:
        """What the step does, for the head of the form."""
        mass = self.mass_id
        if self.kind == "excision":
            return say("What is measured after it is a new series of {mass}.", mass=mass)
        if self.kind == "recurrence":
            return say("A new mass where {mass} was, with a series of its own.", mass=mass)
        return say(
            "{mass} goes on as the larger part. Sizes from the day of division on are those of "
            "the parts, and both begin a new series.",
            mass=mass,
        )

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished entry per patient and table."""
        return self.inner.key

    @property
    def case(self) -> Case:
        """The patient."""
        return self.inner.case

    @property
    def today(self) -> date:
        """The day of looking."""
        return self.inner.today

    @property
    def layout(self) -> str:
        """The rows of the table."""
        return self.inner.layout

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """The columns that are asked for."""
        asked = _ASKED[self.kind]
        return [(table, column) for table, column in self.inner.columns if column.name in asked]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """None: all of these add."""
        return ()

    def start(self) -> Mapping[str, str]:
        """The cells to begin with."""
        return self.inner.start()

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """One record, of what was asked and what stands fast."""
        return self.inner.records({**self.inner.start(), **cells})

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """The checks of the record; a division or a recurrence should have its time."""
        found = self.inner.problems(records)
        record = records[0]
        when = record.when if isinstance(record, r.Procedure) else getattr(record, "first_when", "")
        if when.strip() or any(problem.level == "error" for problem in found):
            return found
        name = "when" if isinstance(record, r.Procedure) else "first_when"
        rule = say("without a time the series of {mass} stays open", mass=self.mass_id)
        return (*found, Problem("warning", name, "", rule))


def step_subject(case: Case, table: str, given: Mapping[str, str]) -> StepSubject | None:
    """The form of a step for the cells that it begins with; None where they name no step."""
    kinds = {
        "excision": given.get("mass_id", "") if given.get("kind") == "excision" else "",
        "recurrence": given.get("recurrence_of", ""),
        "division": given.get("split_from", ""),
    }
    wanted = ("excision",) if table == "procedures" else ("recurrence", "division")
    for kind in wanted:
        if kinds[kind]:
            inner = ClinicalSubject(table_named(table), case, given=tuple(given.items()))
            return StepSubject(kind, kinds[kind], inner)
    return None


@dataclass(frozen=True)
class MergingSubject:
    """A mass that grew into another: the mass says into which, an event says when."""

    case: Case
    mass: r.Mass
    event_id: str

    @property
    def title(self) -> str:
        """``M3 merged into another mass``."""
        return say("{mass} merged into another mass", mass=self.mass.mass_id)

    @property
    def explanation(self) -> str:
        """What the step does, for the head of the form."""
        return say(
            "The series of {mass} ends; its sizes are kept. The mass that stays begins a new one.",
            mass=self.mass.mass_id,
        )

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished entry per mass."""
        return ("masses", self.mass.id)

    @property
    def today(self) -> date:
        """The day of looking."""
        return self.case.as_of

    @property
    def layout(self) -> str:
        """The rows of masses."""
        return "masses"

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """Into which mass, when, a note."""
        own = {column.name: column for column in table_named("masses").columns}
        event = {column.name: column for column in table_named("events").columns}
        into = replace(own["merged_into"], required=True)
        return [("masses", into), ("events", event["when"]), ("events", event["note"])]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The mass that is changed."""
        return (self.mass,)

    def start(self) -> Mapping[str, str]:
        """Nothing is chosen ahead."""
        return {}

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """The mass, and the event that dates the merging."""
        event = r.ClinicalEvent(
            id=self.event_id,
            patient=self.mass.patient,
            kind=MERGING_EVENT,
            mass_id=self.mass.mass_id,
            when=cells["when"],
            note=cells["note"],
        )
        return replace(self.mass, merged_into=cells["merged_into"]), event

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """Never into itself or into one that is merged itself; better with a time."""
        mass, event = cast("tuple[r.Mass, r.ClinicalEvent]", records)
        into, own = mass.merged_into.strip(), mass.mass_id
        if not into:
            return (Problem("error", "merged_into", "", say("choose the mass that stays")),)
        if into == own:
            return (Problem("error", "merged_into", into, say("this is the mass itself")),)
        if merged_into(self.case, into):
            rule = say("this mass is itself merged into another")
            return (Problem("error", "merged_into", into, rule),)
        found = [problem for one in records for problem in check(one, self.case.patient)]
        found += later_than(records, self.case.as_of)
        if not event.when.strip():
            rule = say("without a time the merging counts from the last look at {mass}", mass=own)
            found.append(Problem("warning", "when", "", rule))
        return tuple(found)
