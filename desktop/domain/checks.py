"""Checks of a record before it is kept: errors are impossible, warnings unlikely.

The same checks serve forms, grids and imports. A number is never refused for its size:
outside the plausible limits it is kept with a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain import records as r
from desktop.domain.cell_checks import check_cell as check_cell
from desktop.domain.columns import TABLES, Cell, table_of
from desktop.domain.consent_checks import against_patient
from desktop.domain.lab_checks import lab_problems
from desktop.domain.language import say
from desktop.domain.problems import Problem as Problem
from desktop.domain.problems import errors as errors
from desktop.domain.when import NotATime, parse_when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.when import When

NEVER = "never"
"""The own interval of a patient who is not to be monitored for something."""


def check(record: r.Record, patient: r.Patient | None = None) -> tuple[Problem, ...]:
    """The problems of one record; ``patient`` allows checks against birth, death and consent.

    Cells that stand alone first, then what cells must be together, then times against the
    patient's own.
    """
    table = table_of(type(record))
    problems: list[Problem] = []
    for column in table.columns:
        problems.extend(check_cell(column, getattr(record, column.name)))
    if not any(problem.level == "error" for problem in problems):
        together = _TOGETHER.get(type(record))
        if together:
            problems.extend(together(record))
        if patient is not None:
            problems.extend(_against(record, patient))
    return tuple(problems)


def _against(record: r.Record, patient: r.Patient) -> Iterator[Problem]:
    yield from _times(record, patient)
    if isinstance(record, r.Consent):
        yield from against_patient(record, patient)
    own_id = patient.patient_id.strip()
    if isinstance(record, r.Relative) and own_id and record.relative_id.strip() == own_id:
        rule = say("the patient cannot be their own relative")
        yield Problem("error", "relative_id", record.relative_id, rule, say("another registry ID"))


def _mass(mass: r.Mass) -> Iterator[Problem]:
    own = mass.mass_id.strip()
    if mass.split_from.strip() == own:
        rule = say("a mass cannot have split from itself")
        yield Problem("error", "split_from", mass.split_from, rule, say("another mass"))
    if mass.merged_into.strip() == own:
        rule = say("a mass cannot have merged into itself")
        yield Problem("error", "merged_into", mass.merged_into, rule, say("another mass"))
    if mass.recurrence_of.strip() == own:
        rule = say("a recurrence of itself; name the mass that was there before")
        yield Problem("warning", "recurrence_of", mass.recurrence_of, rule)


def _measurement(measured: r.MassMeasurement) -> Iterator[Problem]:
    columns = ("length_mm", "width_mm", "depth_mm", "volume_ml")
    sizes = [name for name in columns if getattr(measured, name).strip()]
    if measured.not_detectable.strip() and sizes:
        rule = say("not detectable, yet a size is given")
        given = getattr(measured, sizes[0])
        yield Problem("error", sizes[0], given, rule, say("one or the other"))
    if not measured.not_detectable.strip() and not sizes:
        rule = say("no size given: the mass counts as seen")
        yield Problem("warning", "length_mm", "", rule)
    pain = an.number(measured.pain)
    if pain is not None and not 0 <= pain <= 10:
        rule = say("pain is told from 0 to 10")
        yield Problem("error", "pain", measured.pain, rule, say("0 to 10"))


def _treatment(treatment: r.Treatment) -> Iterator[Problem]:
    start, stop = parse_when(treatment.start_when), parse_when(treatment.stop_when)
    if _is_before(stop, start):
        rule, accepted = say("before the start"), say("a later time")
        yield Problem("error", "stop_when", treatment.stop_when, rule, accepted)


def _variant(variant: r.Variant) -> Iterator[Problem]:
    gene = variant.gene.strip()
    if gene != gene.upper() and "orf" not in gene:
        rule = say("HGNC symbols of human genes are in capitals")
        yield Problem("warning", "gene", gene, rule)


def _relative(relative: r.Relative) -> Iterator[Problem]:
    usual = {"mother": "female", "father": "male"}.get(relative.relation.strip())
    sex = relative.sex.strip()
    if usual and sex in {"female", "male"} and sex != usual:
        yield Problem("warning", "sex", sex, say("unusual for this relation, please confirm"))


def _silence(silence: r.Silence) -> Iterator[Problem]:
    if _is_before(parse_when(silence.ended), parse_when(silence.when)):
        rule, accepted = say("before the start"), say("a later time")
        yield Problem("error", "ended", silence.ended, rule, accepted)


def _own_interval(own: r.OwnInterval) -> Iterator[Problem]:
    every = own.every.strip()
    if every == NEVER:
        return
    try:
        interval = parse_when(every)
        is_interval = interval.kind == "age" and interval.span.first >= 1
    except NotATime:
        is_interval = False
    if not is_interval:
        rule, accepted = say("not an interval"), say("such as P3M, P2W or P1Y, or never")
        yield Problem("error", "every", own.every, rule, accepted)


def _worklist_mark(mark: r.WorklistMark) -> Iterator[Problem]:
    if mark.action.strip() == "snoozed":
        for name in ("until_when", "reason"):
            if not getattr(mark, name).strip():
                yield Problem("error", name, "", say("needed where something is put off"))
    if mark.action.strip() == "noted" and not mark.reason.strip():
        yield Problem("error", "reason", "", say("needed for a note"))
    if _is_before(parse_when(mark.until_when), parse_when(mark.when)):
        rule, accepted = say("before the start"), say("a later time")
        yield Problem("error", "until_when", mark.until_when, rule, accepted)


_TOGETHER: dict[type[r.Record], Callable[..., Iterator[Problem]]] = {
    r.LabResult: lab_problems,
    r.Mass: _mass,
    r.MassMeasurement: _measurement,
    r.Treatment: _treatment,
    r.Variant: _variant,
    r.Relative: _relative,
    r.Silence: _silence,
    r.OwnInterval: _own_interval,
    r.WorklistMark: _worklist_mark,
}


_WHEN_COLUMNS = {
    table.record: tuple(c.name for c in table.columns if c.cell is Cell.WHEN) for table in TABLES
}
_OF_OTHERS = frozenset({r.Relative})
"""Kinds whose times are not the patient's own: a mother is born before her child."""


def _times(record: r.Record, patient: r.Patient) -> Iterator[Problem]:
    birth, death = parse_when(patient.birth_date), parse_when(patient.death_when)
    if type(record) in _OF_OTHERS or (not birth and not death):
        return
    for name in _WHEN_COLUMNS[type(record)]:
        when = parse_when(getattr(record, name))
        if _is_before(when, birth) and name != "birth_date":
            rule = say("before the birth of the patient")
            accepted = say("a time from {birth} on", birth=birth.text)
            yield Problem("error", name, when.text, rule, accepted)
        if _is_before(death, when) and name != "death_when":
            yield Problem("warning", name, when.text, say("after the death of the patient"))


def _is_before(one: When, other: When) -> bool:
    """True only where every reading of ``one`` lies before every reading of ``other``."""
    if not one or not other or one.kind != other.kind:
        return False
    return one.span.last < other.span.first
