"""A REDCap export (CSV) in the layout of the rare-disease common data model as rows of ours.

One row of the file holds one event or one instance of a repeating form; blanks are what was
not asked in it, never an answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.fhir_parts import Unfit
from desktop.exchange.limits import LARGEST_DOCUMENT, refused
from desktop.exchange.redcap_forms import FORMS, Instance
from desktop.exchange.redcap_layout import OWN_PERSON
from desktop.exchange.redcap_own import own_row, person_cells, without_repetitions
from desktop.exchange.spreadsheet_text import unmarked
from desktop.exchange.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.domain.errors import UserError
    from desktop.exchange.csv_tables import TableFile
    from desktop.exchange.delimited import Row
    from desktop.exchange.redcap_layout import Layout

Cells = dict[str, str]


@dataclass(slots=True)
class _Record:
    """What a project holds of one patient."""

    first_row: int
    person: Cells = field(default_factory=dict)
    is_ours: bool = False
    rows: list[tuple[int, str, Cells]] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)


def read_redcap(
    path: Path, rows: Iterable[Row], layout: Layout
) -> tuple[tuple[TableFile, ...], tuple[str, ...]]:
    """The tables in a project's data (``rows`` begin below the header), and remarks with counts.

    Raises UserError for a file that is too large to be gathered by patient.
    """
    if path.stat().st_size > LARGEST_DOCUMENT:
        raise refused(
            say(
                "{file} is larger than {limit} MB.",
                file=path.name,
                limit=LARGEST_DOCUMENT // 1024**2,
            ),
            remedy=say("Export it in several smaller files."),
        )
    staging = Staging(path)
    records: dict[str, _Record] = {}
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            _take(number, cells, layout, records, staging)
    for name, record in records.items():
        _stage(name, record, staging)
    return staging.tables(), tuple(_notes(path, staging))


def unknown_layout(path: Path, header: Sequence[str]) -> UserError:
    """Why the export of another project, or one without its dictionary, is refused."""
    if any(name.startswith("rarelink_") for name in header):
        return refused(
            say(
                "{file} is a REDCap export of the common data model, in codes that the data"
                " dictionary of the project explains.",
                file=path.name,
            ),
            remedy=say(
                "Put that dictionary (CSV, from REDCap) into the same folder, or export with"
                " labels."
            ),
        )
    return refused(
        say("{file} is an export of a REDCap project with fields of its own.", file=path.name),
        remedy=say("Say which columns are which, or put its data dictionary into the same folder."),
    )


def _take(
    number: int, cells: Sequence[str], layout: Layout, records: dict[str, _Record], staging: Staging
) -> None:
    width = len(layout.header)
    if len(cells) > width and any(cells[width:]):
        rule = say("{cells} cells in a table of {width} columns", cells=len(cells), width=width)
        staging.add("patients", number, {}, rule)
        return
    if any("\0" in cell for cell in cells):
        staging.add("patients", number, {}, say("a cell holds a NUL character"))
        return
    name = cells[layout.record] if layout.record < len(cells) else ""
    told = {
        own: unmarked(cells[place])
        for place, own in layout.own.items()
        if place < len(cells) and cells[place]
    }
    name = told.get(OWN_PERSON) or (unmarked(name) if layout.own else name)
    if not name.strip():
        staging.add("patients", number, {}, say("the row names no record"))
        return
    record = records.setdefault(name, _Record(number))
    if OWN_PERSON in told:
        record.is_ours, record.person = True, person_cells(told)
    if made := own_row(told):
        record.rows.append((number, *made))
    for place, other in layout.others.items():
        if place < len(cells) and cells[place].strip():
            staging.skipped[other] += 1
    _take_instances(number, cells, layout, name, record)


def _take_instances(
    number: int, cells: Sequence[str], layout: Layout, name: str, record: _Record
) -> None:
    by_form: dict[str, Cells] = defaultdict(dict)
    titles: dict[str, str] = {}
    strange: set[str] = set()
    for place, one in layout.model.items():
        cell = cells[place] if place < len(cells) else ""
        cell = unmarked(cell) if layout.own else cell  # a mark that an export of ours made
        if not cell.strip():
            continue
        label = one.choices.get(cell.strip(), cell)
        if one.choices and label is cell and cell not in one.choices.values():
            strange.add(one.key)
        by_form[one.form].setdefault(one.key, label)
        titles[one.key] = one.title
    for form, filled in by_form.items():
        made = Instance(form, number, name, filled, titles, frozenset(strange))
        record.instances.append(made)


def _stage(name: str, record: _Record, staging: Staging) -> None:
    key = {"patient_id": name}
    instances = record.instances
    if record.is_ours:
        rows = [(table, cells) for _, table, cells in record.rows]
        instances = without_repetitions(instances, record.person, rows)
    for number, table, cells in record.rows:
        staging.add(table, number, key | cells)
    has_died = False
    for one in instances:
        for table, cells in _rows(one, staging):
            if table == "patients":
                _gain(record, cells, one, staging)
            elif table == "events" and (has_died or _has_death(record)):
                continue
            else:
                has_died = has_died or table == "events"
                staging.add(table, one.number, key | cells)
        for title in one.left:
            staging.skipped[title] += 1
    staging.add("patients", record.first_row, record.person | key)


def _rows(one: Instance, staging: Staging) -> list[tuple[str, Cells]]:
    if one.form not in FORMS:
        return []
    name, table, read = FORMS[one.form]
    try:
        return list(read(one))
    except Unfit as error:
        one.taken.update(one.cells)
        key = {"patient_id": one.record}
        staging.add(table, one.number, key, f"{one.form} {say(name)}: {error}")
        return []


def _gain(record: _Record, cells: Cells, one: Instance, staging: Staging) -> None:
    """What a form tells about the person; two answers to one question are a conflict."""
    for name, cell in cells.items():
        before = record.person.get(name, "")
        if before and cell and before != cell:
            rule = say(
                "{column}: another form of this record says {other}", column=name, other=before
            )
            staging.add("patients", one.number, {"patient_id": one.record} | cells, rule)
            return
    record.person |= {name: cell for name, cell in cells.items() if cell}


def _has_death(record: _Record) -> bool:
    if record.person.get("death_when", "").strip():
        return True
    return any(table == "events" and cells["kind"] == "death" for _, table, cells in record.rows)


def _notes(path: Path, staging: Staging) -> list[str]:
    if not +staging.skipped:
        return []
    found = sorted((+staging.skipped).items(), key=lambda pair: _in_order(pair[0]))
    counts = ", ".join(f"{n} {kind}" for kind, n in found)
    return [say("{file}: left out, no place here: {counts}.", file=path.name, counts=counts)]


def _in_order(title: str) -> tuple[list[int], str]:
    """By the number of the model: 6.1.10 comes behind 6.1.9, what has none at the end."""
    number = re.match(r"[\d.]+", title)
    parts = [int(part) for part in number[0].split(".") if part] if number else [99]
    return parts, title
