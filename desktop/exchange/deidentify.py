"""Cases without the people: random pseudonyms, ages for dates, no free text.

The result is pseudonymized, not anonymous: rare disorders, variants and places of masses can
single out a person for somebody who knows them. The release report says how far.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.case import FICTIONAL, Case
from desktop.domain.columns import BOOKKEEPING, CLINICAL, PATIENTS
from desktop.domain.language import mark
from desktop.domain.records import LabResult, Patient, Target
from desktop.domain.table import Cell
from desktop.exchange.csv_writing import cells_of
from desktop.exchange.deidentify_cells import Hiding, Release
from desktop.exchange.deidentify_times import Clock
from desktop.exchange.deidentify_words import Names, is_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.columns import Table
    from desktop.domain.records import Record
    from desktop.domain.table import Extra

_TRACE = "source_"
"""How the columns begin in which an import keeps where a result came from."""

BIRTH_DATES = mark("birth dates left out, of patients and relatives")
SOURCES = mark("sources of published cases left out")
BOOKKEPT = mark("notes of the program about its own work left out: silences, marks, assessments")
UNNAMED = mark("rows left out, because what they are about is free text")
UNITS = mark("results and targets left out, because their unit is free text")


@dataclass(frozen=True, slots=True)
class Deidentified:
    """The cases under their pseudonyms, in the order of these, and what was done to them.

    ``pseudonyms`` leads back from registry ID to pseudonym: it stays in the clinic.
    """

    cases: tuple[Case, ...]
    pseudonyms: Mapping[str, str]
    counted: Mapping[str, int]


def deidentified(
    cases: Sequence[Case], *, people: Sequence[Case] = (), keeps_free_text: bool = False
) -> Deidentified:
    """The cases without what names or dates a person; every release draws new pseudonyms.

    ``people`` are all of the registry, also those who are not in the release: their names are
    looked for in free text too. Staff, relatives' labels and sources never leave.
    """
    release = Release(Names(people or cases), keeps_free_text)
    pseudonyms = {
        case.patient.patient_id: release.patients.of(case.patient.patient_id) for case in cases
    }
    hidden = [_hidden_case(case, release) for case in cases]
    hidden.sort(key=lambda case: case.patient.patient_id)
    return Deidentified(tuple(hidden), pseudonyms, release.counted)


def _hidden_case(case: Case, release: Release) -> Case:
    hiding = Hiding(release, case, Clock(case), _masses(case))
    patient = _row(hiding, PATIENTS, case.patient, patient="")
    assert isinstance(patient, Patient)  # noqa: S101 - a patient always has a pseudonym
    if case.is_fictional:
        patient = replace(patient, note=FICTIONAL)
    tables: dict[str, tuple[Record, ...]] = {}
    for table in CLINICAL:
        held = getattr(case, table.name)
        if table.name in BOOKKEEPING or table.name == "sources":
            release.counted[SOURCES if table.name == "sources" else BOOKKEPT] += len(held)
        else:
            tables[table.name] = tuple(_rows(hiding, table, held, patient.id))
    return Case(patient=patient, as_of=case.as_of, **tables)  # type: ignore[arg-type]


def _masses(case: Case) -> dict[str, str]:
    named = [mass.mass_id.strip() for mass in case.masses]
    told = [one.mass_id.strip() for one in case.mass_measurements]
    told += [one.mass_id.strip() for one in case.procedures]
    told += [one.mass_id.strip() for one in case.events]
    linked = [
        cell.strip()
        for mass in case.masses
        for cell in (mass.recurrence_of, mass.split_from, mass.merged_into)
    ]
    known = dict.fromkeys(name for name in (*named, *told, *linked) if name)
    return {name: f"M{number}" for number, name in enumerate(known, start=1)}


def _rows(hiding: Hiding, table: Table, held: Sequence[Record], patient: str) -> Iterator[Record]:
    for record in held:
        if isinstance(record, (LabResult, Target)) and _has_unknown_unit(record):
            if not hiding.release.keeps_free_text:
                hiding.release.counted[UNITS] += 1
                continue
            record = replace(record, unit=hiding.free_text(record.unit))
        row = _row(hiding, table, record, patient=patient)
        if row is None:
            hiding.release.counted[UNNAMED] += 1
        else:
            yield row


def _has_unknown_unit(record: LabResult | Target) -> bool:
    return bool(record.unit.strip()) and not is_unit(record.analyte, record.unit)


def _row(hiding: Hiding, table: Table, record: Record, *, patient: str) -> Record | None:
    """The record with every cell hidden; None where a cell that it needs is gone.

    A time that is needed may be gone: the days since the first record stand in its place.
    """
    given: dict[str, str] = {}
    beside: list[tuple[str, str]] = []
    cells = cells_of(record, table)
    for column in table.columns:
        cell = cells.pop(column.name)
        if column.name == "birth_date":
            hiding.release.counted[BIRTH_DATES] += bool(cell.strip())
            given[column.name] = ""
        elif column.cell is Cell.WHEN:
            given[column.name] = _time(hiding, column.name, cell, beside)
        else:
            given[column.name] = hiding.hidden(table.name, column, cell)
            if column.required and not given[column.name]:
                return None
    extra: Extra = (*beside, *_extras(hiding, cells))
    if patient:
        given["patient"] = patient
    return table.record(**given, extra=extra)


def _time(hiding: Hiding, name: str, cell: str, beside: list[tuple[str, str]]) -> str:
    time = hiding.clock.hidden(cell)
    if time.counted:
        hiding.release.counted[time.counted] += 1
    if time.days:
        beside.append((f"{name}_days", time.days))
    if time.remark:
        beside.append((f"{name}_generalized", time.remark))
    return time.text


def _extras(hiding: Hiding, cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Columns of the clinic's own: free text, their names too; traces of imports never leave."""
    for name, cell in cells.items():
        if name.startswith(_TRACE):
            continue
        kept = hiding.free_text(cell)
        if kept:
            yield hiding.release.names.removed_from(name, hiding.case), kept
