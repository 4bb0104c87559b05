"""Records of a REDCap export of ours: our forms cell by cell, and what the model repeats of them.

An export of ours tells most things twice, in our own forms and in those of the model. Our
forms are read; an instance of the model that says the same is a repetition, any other one was
added in REDCap and is read as everybody's.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.case import Case
from desktop.domain.columns import PATIENTS
from desktop.domain.records import Patient
from desktop.exchange.redcap_layout import OWN_TABLES, model_field
from desktop.exchange.to_redcap import model_rows, own_name
from desktop.exchange.to_redcap_fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.columns import Table
    from desktop.domain.records import Record
    from desktop.exchange.redcap_forms import Instance

Told = dict[str, str]
_Sayings = dict[str, frozenset[str]]
"""What a cell of the model may hold where it repeats our own forms, in small letters, by key."""
_FIELDS = {one.name: (model_field(one.title, {}), dict(one.choices)) for one in FIELDS}
_CONSENTS = next(dict(one.choices) for one in FIELDS if one.number == "7.1")
_OURS = tuple(OWN_TABLES.values())
_DAY = 10
_ANY_DAY = date(2000, 1, 1)


def person_cells(told: Mapping[str, str]) -> Told:
    """The cells of a patient from the fields of our form."""
    return {name: told.get(own_name(PATIENTS, name), "") for name in PATIENTS.names}


def own_row(told: Mapping[str, str]) -> tuple[str, Told] | None:
    """The table and the cells that a row of one of our forms holds; None where it holds none."""
    for table in _OURS:
        cells = {name: told.get(own_name(table, name), "") for name in table.names}
        if any(cells.values()):
            return table.name, cells
    return None


def without_repetitions(
    instances: list[Instance], person: Told, rows: list[tuple[str, Told]]
) -> list[Instance]:
    """The instances that say something else than our own forms of the same record."""
    told = list(_repeated(person, rows))
    kept = []
    for one in instances:
        match = next((cells for cells in told if _says_the_same(one.cells, cells)), None)
        if match is None:
            kept.append(one)
        elif one.form.startswith(("5", "6")):
            told.remove(match)  # the nth identical instance is the nth record
    return kept


def _repeated(person: Told, rows: list[tuple[str, Told]]) -> Iterator[_Sayings]:
    """What the forms of the model repeat of a record of ours."""
    record = PATIENTS.record(**person, extra=())
    tables: dict[str, Any] = {table.name: _records(table, record, rows) for table in _OURS}
    assert isinstance(record, Patient)  # noqa: S101 - the table says so
    case = Case(patient=record, as_of=_ANY_DAY, **tables)
    for row in model_rows(case):
        sayings: _Sayings = {}
        for name, cell in row.items():
            field, choices = _FIELDS.get(name, (None, {}))
            if field is not None and cell:
                told = choices.get(cell.strip(), cell)
                sayings[field.key] = frozenset({told.casefold(), told[:_DAY].casefold()})
        if "1.1" in sayings:
            sayings |= _answers(case)
        if sayings:
            yield sayings


def _answers(case: Case) -> _Sayings:
    """Which consent held on the day of the export is not known here: any that was recorded."""
    given = {
        purpose: {one.status.strip() for one in case.consents if one.purpose.strip() == purpose}
        for purpose in ("research", "contact")
    }
    plain = {
        name: frozenset("yes" if status == "given" else "no" for status in statuses)
        for name, statuses in given.items()
    }
    whole = frozenset(_CONSENTS.get(status, "").casefold() for status in given["research"])
    return {"7.1": whole, "7.4": plain["contact"], "7.5": plain["research"]}


def _records(table: Table, patient: Record, rows: list[tuple[str, Told]]) -> tuple[Record, ...]:
    own = [cells for name, cells in rows if name == table.name]
    return tuple(table.record(**(cells | {"patient": patient.id}), extra=()) for cells in own)


def _says_the_same(found: Told, told: _Sayings) -> bool:
    """Every cell is one that was told, perhaps cut to its day."""
    return all(key in told and cell.casefold() in told[key] for key, cell in found.items())
