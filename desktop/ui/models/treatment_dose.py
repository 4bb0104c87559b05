"""A change of dose: the running course ends and another one begins, as one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from desktop.charts.doses import dose_text
from desktop.domain import records as r
from desktop.domain.checks import Problem, check
from desktop.domain.columns import Column, table_named
from desktop.domain.language import say
from desktop.domain.terms import treatment_label
from desktop.ui.forms.subjects import later_than

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.domain.case import Case

ASKED = ("start_when", "dose", "dose_unit", "frequency", "note")
"""What the form asks for; the drug stands fast."""


@dataclass(frozen=True)
class DoseSubject:
    """The new dose of a running drug; ``new_id`` is the id of the course that begins."""

    case: Case
    running: r.Treatment
    new_id: str

    @property
    def title(self) -> str:
        """``New dose of sevelamer``."""
        return say("New dose: {drug}", drug=treatment_label(self.running.agent))

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished change per course, never mixed up with the editing of that course."""
        return ("treatments", f"{self.running.id}/dose")

    @property
    def today(self) -> date:
        """The day of looking."""
        return self.case.as_of

    @property
    def layout(self) -> str:
        """The rows of treatments."""
        return "treatments"

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """From when, and how much."""
        own = {column.name: column for column in table_named("treatments").columns}
        since = replace(own["start_when"], required=True)
        return [("treatments", since if name == since.name else own[name]) for name in ASKED]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The course that ends."""
        return (self.running,)

    def start(self) -> Mapping[str, str]:
        """Today, with the dose as it was."""
        today = self.case.as_of.isoformat() if self.case.axis == "date" else ""
        return {
            "start_when": today,
            "dose": self.running.dose,
            "dose_unit": self.running.dose_unit,
            "frequency": self.running.frequency,
            "note": "",
        }

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """The course that ends on the day, and the one that begins on it."""
        held = {**self.start(), **cells}
        since = held["start_when"]
        begun = replace(
            self.running,
            id=self.new_id,
            start_when=since,
            stop_when="",
            dose=held["dose"],
            dose_unit=held["dose_unit"],
            frequency=held["frequency"],
            response="",
            note=held["note"],
            extra=(),
        )
        return replace(self.running, stop_when=since), begun

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """A time is needed, not before the course began, and a dose that differs."""
        ended, begun = cast("tuple[r.Treatment, r.Treatment]", records)
        since = begun.start_when.strip()
        if not since:
            return (Problem("error", "start_when", "", say("from when is the new dose taken?")),)
        first, day = self.case.place(ended.start_when), self.case.place(since)
        if first is not None and day is not None and day.last < first.first:
            rule = say("this is before the drug was started")
            return (Problem("error", "start_when", since, rule),)
        found = [problem for one in records for problem in check(one, self.case.patient)]
        if dose_text(begun) == dose_text(self.running):
            found.append(Problem("error", "dose", begun.dose, say("the dose is the same")))
        if not found:
            found += later_than(records, self.case.as_of)
        return tuple(found)
