"""A case: everything the registry holds about one person, immutable, and its axis of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import analyte_named
from desktop.domain.when import Span, When, age_span, date_span, parse_when

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.domain import records as r
    from desktop.domain.ranges import RegistryRange


@dataclass(frozen=True, kw_only=True)  # no slots: the axis is worked out once and kept
class Case:
    """One patient's records as of a day; all measures and guidance are computed from it.

    ``identity`` is None in a file without names. ``as_of`` is the day of looking, so that
    the same case always gives the same results. ``ranges`` are the registry's own, for all
    its patients alike.
    """

    patient: r.Patient
    as_of: date
    identity: r.Identity | None = None
    findings: tuple[r.Finding, ...] = ()
    labs: tuple[r.LabResult, ...] = ()
    masses: tuple[r.Mass, ...] = ()
    mass_measurements: tuple[r.MassMeasurement, ...] = ()
    treatments: tuple[r.Treatment, ...] = ()
    procedures: tuple[r.Procedure, ...] = ()
    events: tuple[r.ClinicalEvent, ...] = ()
    variants: tuple[r.Variant, ...] = ()
    family: tuple[r.Relative, ...] = ()
    sources: tuple[r.Source, ...] = ()
    allergies: tuple[r.Allergy, ...] = ()
    body: tuple[r.BodySize, ...] = ()
    targets: tuple[r.Target, ...] = ()
    visits: tuple[r.Visit, ...] = ()
    consents: tuple[r.Consent, ...] = ()
    silences: tuple[r.Silence, ...] = ()
    own_intervals: tuple[r.OwnInterval, ...] = ()
    assessments: tuple[r.StoredAssessment, ...] = ()
    worklist_marks: tuple[r.WorklistMark, ...] = ()
    ranges: tuple[RegistryRange, ...] = ()

    @property
    def birth(self) -> When:
        """The date of birth, perhaps partial or empty."""
        return parse_when(self.patient.birth_date)

    @cached_property
    def axis(self) -> Literal["date", "age"]:
        """The axis on which this patient's times can be compared.

        ``date`` where a birth date or any dated record exists, ``age`` for a case told in
        ages alone (days since birth).
        """
        dated = self.birth.kind == "date" or any(w.kind == "date" for w in self.times())
        return "date" if dated else "age"

    def times(self) -> Iterator[When]:
        """Every time that a record of this case states."""
        rows: tuple[r.LabResult | r.MassMeasurement | r.Procedure | r.ClinicalEvent, ...]
        rows = (*self.labs, *self.mass_measurements, *self.procedures, *self.events)
        for row in rows:
            yield parse_when(row.when)
        for finding in self.findings:
            yield parse_when(finding.when)
        for treatment in self.treatments:
            yield parse_when(treatment.start_when)
            yield parse_when(treatment.stop_when)
        for mass in self.masses:
            yield parse_when(mass.first_when)

    def place(self, when: str | When) -> Span | None:
        """Where a time lies on this case's axis; None where it cannot be placed."""
        text = when if isinstance(when, str) else when.text
        if text not in self._placed:
            moment = parse_when(text)
            if self.axis == "date":
                self._placed[text] = date_span(moment, self.birth)
            else:
                self._placed[text] = moment.span if moment.kind == "age" else None
        return self._placed[text]

    @cached_property
    def _placed(self) -> dict[str, Span | None]:
        """The times placed so far; measures and charts ask for the same ones many times."""
        return {}

    def age(self, when: str | When) -> Span | None:
        """Days since birth at a time; None where it cannot be known."""
        moment = parse_when(when) if isinstance(when, str) else when
        return age_span(moment, self.birth)

    @property
    def age_today(self) -> Span | None:
        """Days since birth on the day of looking; needs a date of birth."""
        return self.age(self.as_of.isoformat())

    def order(self, when: str) -> tuple[int, float, float]:
        """A sort key for times: placed ones in order of their first day, then the undated."""
        span = self.place(when)
        return (1, 0.0, 0.0) if span is None else (0, span.first, span.last)

    @cached_property
    def results(self) -> tuple[r.LabResult, ...]:
        """The laboratory results that are there: what may be read as a number or a flag."""
        return tuple(lab for lab in self.labs if not lab.state.strip())

    @cached_property
    def awaited(self) -> tuple[r.LabResult, ...]:
        """The tests without a result, pending or not measured: never a result of any kind."""
        return tuple(lab for lab in self.labs if lab.state.strip())

    def labs_of(self, analyte: str) -> tuple[r.LabResult, ...]:
        """The results of one analyte, by key or any of its LOINC codes, oldest first.

        A test without a result is not among them; see ``awaited``.
        """
        return self._labs_by_analyte.get(analyte, ())

    @cached_property
    def _labs_by_analyte(self) -> dict[str, tuple[r.LabResult, ...]]:
        found: dict[str, list[r.LabResult]] = {}
        for lab in sorted(self.results, key=lambda lab: self.order(lab.when)):
            found.setdefault(_key(lab.analyte), []).append(lab)
        return {key: tuple(labs) for key, labs in found.items()}

    def ranges_of(self, analyte: str) -> tuple[RegistryRange, ...]:
        """The registry's own ranges for one analyte, by its vocabulary key."""
        return tuple(own for own in self.ranges if own.analyte == analyte)

    def measurements_of(self, mass_id: str) -> tuple[r.MassMeasurement, ...]:
        """The measurements of one mass, oldest first, the undated last."""
        return self._measurements_by_mass.get(mass_id.strip(), ())

    @cached_property
    def _measurements_by_mass(self) -> dict[str, tuple[r.MassMeasurement, ...]]:
        found: dict[str, list[r.MassMeasurement]] = {}
        for measurement in sorted(self.mass_measurements, key=lambda m: self.order(m.when)):
            found.setdefault(measurement.mass_id.strip(), []).append(measurement)
        return {mass_id: tuple(own) for mass_id, own in found.items()}

    @property
    def is_fictional(self) -> bool:
        """True for a patient of the demonstration."""
        return self.patient.note.startswith(FICTIONAL)


FICTIONAL = "Fictional patient"
"""How the note of every demonstration patient begins."""


def _key(cell: str) -> str:
    analyte = analyte_named(cell)
    return analyte.key if analyte else cell
