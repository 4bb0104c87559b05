"""The measurement of a mass with the visit at which it was made, entered together.

The visit names the regions that were examined, so that a mass elsewhere stays "not assessed"
and never seems to be gone. A mass that nobody looked at makes no measurement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.checks import Problem, check
from desktop.domain.columns import Column, table_named
from desktop.domain.language import say
from desktop.measures.looks import is_ended, regions_of
from desktop.ui.forms.measurement_checks import slips
from desktop.ui.forms.regions import region_of
from desktop.ui.forms.segments import NOT_ASSESSED
from desktop.ui.forms.subjects import later_than

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.domain.case import Case

MEASURED = table_named("mass_measurements")
VISIT_COLUMN = "regions_examined"
_ENTERED = (
    "length_mm",
    "width_mm",
    "depth_mm",
    "volume_ml",
    "pain",
    "motion",
    "ulcer",
    "drainage",
    "note",
)
"""What makes an entry a look at the mass."""


@dataclass(frozen=True)
class MeasurementSubject:
    """One look at one mass: added with its visit, or a stored measurement changed.

    ``measured_id`` and ``visit_id`` are the ids of the records to make.
    """

    case: Case
    measured_id: str
    visit_id: str
    original: r.MassMeasurement | None = None
    given: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """``Add mass measurement`` or ``Change mass measurement``."""
        return say("Change mass measurement") if self.original else say("Add mass measurement")

    @property
    def key(self) -> tuple[str, str]:
        """One unfinished entry per patient, or per record."""
        owner = self.original.id if self.original else self.case.patient.id
        return (MEASURED.name, owner)

    @property
    def today(self) -> date:
        """The day of looking at the patient."""
        return self.case.as_of

    @property
    def layout(self) -> str:
        """The rows of measurements."""
        return MEASURED.name

    @property
    def columns(self) -> Sequence[tuple[str, Column]]:
        """The columns of the measurement, and the regions of the visit for a new one."""
        own = [(MEASURED.name, column) for column in MEASURED.columns]
        return own if self.original else [*own, ("visits", Column(VISIT_COLUMN))]

    @property
    def originals(self) -> tuple[r.Record, ...]:
        """The measurement that is changed, and the visits, so that none is overwritten."""
        return ((self.original,) if self.original else ()) + self.case.visits

    def start(self) -> Mapping[str, str]:
        """The stored cells; else today, the last method, and the regions this visit names."""
        if self.original is not None:
            return {name: getattr(self.original, name) for name in MEASURED.names}
        given = self._with_last_method({"when": self._likely_day} | dict(self.given))
        visit = self.visit_of(given.get("when", ""), given.get("modality", ""))
        return given | {VISIT_COLUMN: visit.regions_examined if visit else ""}

    @property
    def _likely_day(self) -> str:
        """Today; nothing for a case that is told in ages, and after a death."""
        is_told_in_ages = self.case.axis == "age" and any(
            when.kind == "age" for when in self.case.times()
        )
        if is_told_in_ages or self.case.patient.death_when.strip():
            return ""
        return self.today.isoformat()

    def _with_last_method(self, given: dict[str, str]) -> dict[str, str]:
        """The method by which this mass was measured last, for all to see and to change."""
        measured = self.case.measurements_of(given.get("mass_id", ""))
        if given.get("modality") or not measured:
            return given
        return given | {"modality": measured[-1].modality}

    def visit_of(self, when: str, modality: str) -> r.Visit | None:
        """The stored visit at this time by this method; one without regions may be taken over."""
        same = [v for v in self.case.visits if when.strip() and v.when.strip() == when.strip()]
        fitting = [v for v in same if v.modality.strip() == modality.strip()]
        free = [v for v in same if not v.modality.strip() and not regions_of(v)]
        return next(iter((*fitting, *free)), None)

    def records(self, cells: Mapping[str, str]) -> tuple[r.Record, ...]:
        """The measurement and the visit; the visit alone for a mass that was not assessed."""
        own = {name: cells.get(name, "") for name in MEASURED.names}
        base = self.original or r.MassMeasurement(
            id=self.measured_id, patient=self.case.patient.id, mass_id=""
        )
        measured = _with(base, own)
        if self.original is not None:
            return (measured,)
        is_assessed = cells.get("not_detectable") != NOT_ASSESSED
        visit = self._visit(cells, own["mass_id"] if is_assessed else "")
        if not is_assessed and visit is not None and not any(own[name] for name in _ENTERED):
            return (visit,)
        return (measured, visit) if visit is not None else (measured,)

    def _visit(self, cells: Mapping[str, str], mass_id: str) -> r.Visit | None:
        when = cells.get("when", "").strip()
        if not when:
            return None
        found = self.visit_of(when, cells.get("modality", ""))
        began = _parts(self.start()[VISIT_COLUMN])
        ticked = _parts(cells.get(VISIT_COLUMN, ""))
        kept = [part for part in (regions_of(found) if found else ()) if part not in began]
        own = [region_of(m, self.case.masses) for m in self.case.masses if m.mass_id == mass_id]
        regions = ";".join(dict.fromkeys([*kept, *ticked, *own]))
        base = found or r.Visit(id=self.visit_id, patient=self.case.patient.id, when=when)
        return replace(
            base,
            regions_examined=regions,
            modality=base.modality or cells.get("modality", ""),
            clinician=base.clinician or cells.get("observer", ""),
        )

    def problems(self, records: tuple[r.Record, ...]) -> tuple[Problem, ...]:
        """The checks of the records, days in the future, and slips that sizes suggest."""
        measured = records[0]
        if isinstance(measured, r.MassMeasurement) and measured.not_detectable == NOT_ASSESSED:
            return (_not_both(measured),)
        found = [p for one in records for p in check(one, self.case.patient)]
        if any(problem.level == "error" for problem in found):
            return tuple(found)
        found += later_than(records[:1], self.case.as_of)
        if isinstance(measured, r.MassMeasurement):
            found += [
                Problem("warning", "length_mm", "", slip.text.rstrip("."))
                for slip in slips(measured, without(self.case, measured))
            ]
        return tuple(found)


def _not_both(measured: r.MassMeasurement) -> Problem:
    if not measured.when.strip():
        rule = say("a mass that was not assessed needs the time of the visit")
        return Problem("error", "when", "", rule)
    rule = say("not assessed, yet a size or a complaint is entered")
    return Problem("error", "not_detectable", "", rule, say("one or the other"))


def _with(base: r.MassMeasurement, cells: Mapping[str, str]) -> r.MassMeasurement:
    return replace(base, **cells)  # type: ignore[arg-type]  # the cells are those of its table


def _parts(cell: str) -> list[str]:
    return [part for text in cell.split(";") if (part := text.strip())]


def without(case: Case, measured: r.MassMeasurement) -> Case:
    """The case as it is without a measurement, for comparing it with the others."""
    others = tuple(one for one in case.mass_measurements if one.id != measured.id)
    return replace(case, mass_measurements=others)


def open_masses(case: Case) -> list[r.Mass]:
    """The masses to walk through: those that are still there by themselves."""
    return [mass for mass in case.masses if not is_ended(case, mass.mass_id)]


class Walk:
    """The way through all masses of a patient with "Save and next mass"."""

    def __init__(self) -> None:
        self._done: list[str] = []

    def done(self, mass_id: str) -> None:
        """This mass was entered."""
        self._done.append(mass_id)

    def left(self, case: Case, at: str) -> list[r.Mass]:
        """The masses still to come behind ``at``, in their order, then from the first one."""
        masses = open_masses(case)
        names = [mass.mass_id for mass in masses]
        start = names.index(at) + 1 if at in names else 0
        turned = masses[start:] + masses[:start]
        return [m for m in turned if m.mass_id not in self._done and m.mass_id != at]
