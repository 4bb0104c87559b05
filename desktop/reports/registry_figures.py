"""The figures of a whole registry, counted case by case: no name, no date of one person.

What is not recorded is counted as not recorded, never left out: the rows of each table add up
to all patients.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from desktop.charts.history import histories
from desktop.charts.labs import PHOSPHATE
from desktop.domain.columns import CLINICAL
from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.domain.terms import treatment_label
from desktop.domain.when import DAYS_PER_MONTH, DAYS_PER_YEAR, date_span, parse_when
from desktop.measures.intervals import judge
from desktop.reports.patient_sheet import running
from desktop.reports.wording import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.domain.when import Span
    from desktop.measures.values import Derived

COMPLETE: Mapping[str, Callable[[Case], bool]] = {
    mark("sex"): lambda case: case.patient.sex not in {"", "unknown"},
    mark("date of birth"): lambda case: bool(case.birth),
    mark("diagnosis held"): lambda case: bool(case.patient.diagnosis),
    mark("consent"): lambda case: bool(case.patient.consent),
    mark("allergies, also none known"): lambda case: bool(case.allergies),
    mark("phosphate"): lambda case: bool(case.labs_of(PHOSPHATE)),
    mark("calcium"): lambda case: bool(case.labs_of("serum_calcium_total")),
    mark("creatinine"): lambda case: bool(case.labs_of("creatinine")),
    mark("PTH"): lambda case: bool(case.labs_of("pth")),
    mark("1,25-dihydroxyvitamin D"): lambda case: bool(case.labs_of("1_25_oh2_vitamin_d")),
    mark("urine for TRP and TmP/GFR"): lambda case: bool(
        case.labs_of("urine_phosphate") and case.labs_of("urine_creatinine")
    ),
    mark("a measured mass, of those with a mass"): lambda case: bool(
        case.mass_measurements or not case.masses
    ),
    mark("a genetic variant"): lambda case: bool(case.variants),
    mark("relatives"): lambda case: bool(case.family),
    mark("a visit"): lambda case: bool(case.visits),
}
"""What a complete record holds, and how it is seen."""

QUALITY: Mapping[str, Callable[[Case], tuple[int, int]]] = {
    mark("results without a date or age"): lambda case: (
        sum(not lab.when.strip() for lab in case.results),
        len(case.results),
    ),
    mark("results as a flag without a number"): lambda case: (
        sum(not lab.value.strip() and not lab.state for lab in case.results),
        len(case.results),
    ),
    mark("results without the laboratory's own range"): lambda case: (
        sum(not (lab.ref_low.strip() or lab.ref_high.strip()) for lab in case.results),
        len(case.results),
    ),
    mark("phosphate results not marked as fasting or not"): lambda case: (
        sum(not lab.fasting.strip() for lab in case.labs_of(PHOSPHATE)),
        len(case.labs_of(PHOSPHATE)),
    ),
    mark("masses never measured"): lambda case: (
        len({m.mass_id for m in case.masses} - {m.mass_id for m in case.mass_measurements}),
        len(case.masses),
    ),
    mark("measurements without a date or age"): lambda case: (
        sum(not m.when.strip() for m in case.mass_measurements),
        len(case.mass_measurements),
    ),
    mark("treatments without a start"): lambda case: (
        sum(not t.start_when.strip() for t in case.treatments),
        len(case.treatments),
    ),
    mark("procedures without a date or age"): lambda case: (
        sum(not p.when.strip() for p in case.procedures),
        len(case.procedures),
    ),
}
"""Records with something missing, and of how many."""

LAST_SEEN = (
    (6.0, mark("in the last 6 months")),
    (12.0, mark("6 to 12 months ago")),
    (24.0, mark("1 to 2 years ago")),
    (60.0, mark("2 to 5 years ago")),
    (float("inf"), mark("more than 5 years ago")),
)
"""Months since the last dated record, and its words."""

NO_DATE = mark("no dated record (published cases have ages)")
_NOT_RECORDED = mark("not recorded")
_VERDICTS = {
    "high": mark("high"),
    "borderline": mark("borderline"),
    "normal": mark("within range"),
    "low": mark("low"),
    "unknown": mark("not judged"),
}
NEVER_MEASURED = mark("never measured")


@dataclass(slots=True)
class RegistryFigures:
    """Counts over all patients seen so far; ``add`` one case after the other.

    Keys are texts in the language that is shown. ``followed`` holds years from first to last
    dated record.
    """

    patients: int = 0
    fictional: int = 0
    deceased: int = 0
    results: int = 0
    measurements: int = 0
    sexes: Counter[str] = field(default_factory=Counter)
    ages: Counter[int] = field(default_factory=Counter)
    age_unknown: int = 0
    consents: Counter[str] = field(default_factory=Counter)
    diagnoses: Counter[tuple[str, str]] = field(default_factory=Counter)
    enrolled: Counter[int] = field(default_factory=Counter)
    complete: Counter[str] = field(default_factory=Counter)
    lacking: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    last_seen: Counter[str] = field(default_factory=Counter)
    followed: list[float] = field(default_factory=list)
    phosphate: Counter[str] = field(default_factory=Counter)
    growth: Counter[str] = field(default_factory=Counter)
    treatments: Counter[str] = field(default_factory=Counter)

    def add(self, case: Case, derived: Derived) -> None:
        """Count one patient."""
        patient = case.patient
        self.patients += 1
        self.fictional += case.is_fictional
        self.deceased += bool(patient.death_when.strip())
        self.results += len(case.results)
        self.measurements += len(case.mass_measurements)
        self.sexes[say(patient.sex or _NOT_RECORDED)] += 1
        self.consents[say((patient.consent or _NOT_RECORDED).replace("_", " "))] += 1
        self.diagnoses[_diagnosis(case)] += 1
        self._count_ages(case)
        self._count_time(case)
        for text, is_there in COMPLETE.items():
            self.complete[text] += is_there(case)
        for text, count in QUALITY.items():
            lacking, every = count(case)
            self.lacking[text] += lacking
            self.of[text] += every
        self._count_disease(case, derived)

    def _count_ages(self, case: Case) -> None:
        age = None if case.patient.death_when.strip() else case.age_today
        if age is None:
            self.age_unknown += 1
        else:
            self.ages[int(age.first / DAYS_PER_YEAR) // 10 * 10] += 1

    def _count_time(self, case: Case) -> None:
        enrolled = date_span(parse_when(case.patient.enrolled_when), case.birth)
        if enrolled is not None:
            self.enrolled[date.fromordinal(int(enrolled.middle)).year] += 1
        days = _dated(case)
        if not days:
            self.last_seen[NO_DATE] += 1
            return
        self.followed.append((max(days) - min(days)) / DAYS_PER_YEAR)
        months = (case.as_of.toordinal() - max(days)) / DAYS_PER_MONTH
        self.last_seen[next(text for most, text in LAST_SEEN if months <= most)] += 1

    def _count_disease(self, case: Case, derived: Derived) -> None:
        latest = _latest(case)
        verdict = _VERDICTS[judge(latest, case).verdict] if latest else NEVER_MEASURED
        self.phosphate[verdict] += 1
        growth = {g.mass_id: g for g in derived.mass_growth}
        for mass in histories(case, derived):
            self.growth[say(state_of(mass, growth.get(mass.mass_id)))] += 1
        for agent in {treatment_label(t.agent) for t in running(case)}:
            self.treatments[agent] += 1

    @property
    def median_follow_up(self) -> float | None:
        """Years from first to last dated record, the median; None without any."""
        return median(self.followed) if self.followed else None


def figures_of(cases: Iterable[tuple[Case, Derived]]) -> RegistryFigures:
    """The figures of all cases, read one after the other so that memory stays flat."""
    figures = RegistryFigures()
    for case, derived in cases:
        figures.add(case, derived)
    return figures


def _diagnosis(case: Case) -> tuple[str, str]:
    key = case.patient.diagnosis
    if not key:
        return say("open: no diagnosis held"), ""
    return disorder_name(key), case.patient.diagnosis_status


def _latest(case: Case) -> LabResult | None:
    """The latest phosphate that has a time, as in the cohort; one without, where no other is."""
    found = case.labs_of(PHOSPHATE)
    timed = (lab for lab in reversed(found) if case.place(lab.when))
    return next(timed, found[-1] if found else None)


def _dated(case: Case) -> list[float]:
    """The days of all dated records of a case that lie in the past."""
    spans: list[Span] = []
    for table in CLINICAL:
        for record in getattr(case, table.name, ()):
            when = getattr(record, "when", "")
            span = date_span(parse_when(when), case.birth) if when else None
            if span is not None:
                spans.append(span)
    today = case.as_of.toordinal()
    return [span.last for span in spans if span.last <= today]
