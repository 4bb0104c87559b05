"""A REDCap project: its data dictionary, and the data as REDCap imports them.

The forms of the common data model come first. What that model cannot hold (limits of
detection, masses and their sizes, treatments, partial dates) stands in forms of our own, one
for each table, cell by cell.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import analytes as an
from desktop.domain.columns import BOOKKEEPING, CLINICAL, PATIENTS
from desktop.domain.when import NotATime, parse_when
from desktop.exchange import to_codes
from desktop.exchange import to_redcap_fields as forms
from desktop.exchange.codebook import described
from desktop.exchange.csv_writing import write_rows
from desktop.exchange.release_consent import latest_answer
from desktop.exchange.spreadsheet_text import marked
from desktop.exchange.to_redcap_fields import FIELDS, RECORD, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.columns import Table
    from desktop.exchange.to_redcap_names import FieldNames

_HEADER = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
_INSTRUMENT, _INSTANCE = "redcap_repeat_instrument", "redcap_repeat_instance"
OWN_FORM = "calcinosis_"
"""Beginning of the names of our own forms, one for each table."""
_DATED = frozenset(
    {"rdcdm_1_2", "rdcdm_2_1", "rdcdm_3_2", "rdcdm_6_2_3", "rdcdm_6_3_5"},
)
"""The fields that hold a whole date in a project of the model itself."""
_DISEASE_FIELDS = {
    "MONDO": ("mondo", "rdcdm_5_1_mondo"),
    "ORPHA": ("ordo", "rdcdm_5_1_ordo"),
    "OMIM": ("omim", "rdcdm_5_1_omim"),
}

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Project:
    """The two files of a project, and what a foreign dictionary had no place for, by field."""

    dictionary: str
    data: str
    records: int
    not_held: Counter[str]


def redcap_project(cases: Sequence[Case], names: FieldNames | None = None) -> Project:
    """The project of these cases; ``names`` are those of a dictionary that the clinic has."""
    tables = [table for table in CLINICAL if table.name not in BOOKKEEPING]
    own = [field for table in (PATIENTS, *tables) for field in _own_fields(table)]
    fields = [*FIELDS, *own]
    not_held: Counter[str] = Counter()
    for case in cases:
        not_held["names and record numbers"] += case.identity is not None
        not_held["columns that no table knows"] += _unknown(case, tables)
    made = (_renamed(row, names, not_held) for case in cases for row in _rows(case, tables))
    rows = [row for row in made if row]
    known = {field.name: names.of(field) if names else field.name for field in fields}
    columns = [RECORD, _INSTRUMENT, _INSTANCE]
    columns += [name for name in known.values() if name and name not in columns]
    out = io.StringIO()
    write_rows(out, columns, ({name: marked(cell) for name, cell in row.items()} for row in rows))
    # The clinic has the dictionary of the model already: only our own forms are added to it.
    shown = fields if names is None else [one for one in fields if one.form.startswith(OWN_FORM)]
    return Project(_dictionary(shown), out.getvalue(), len(rows), +not_held)


def model_rows(case: Case, names: FieldNames | None = None) -> Iterator[Row]:
    """The rows of a case in the forms of the model alone, as ``redcap_project`` writes them."""
    told = {own_name(PATIENTS, name) for name in PATIENTS.names}
    for row in _rows(case, ()):
        made = _renamed(row, names, Counter())
        if made:
            yield {name: cell for name, cell in made.items() if name not in told}


def _unknown(case: Case, tables: Sequence[Table]) -> int:
    held = (record for table in tables for record in getattr(case, table.name))
    return len(case.patient.extra) + sum(len(record.extra) for record in held)


def _dictionary(fields: Iterable[Field]) -> str:
    out = io.StringIO()
    rows: list[Row] = []
    for field in fields:
        choices = " | ".join(f"{code}, {label}" for code, label in field.choices)
        values = (field.name, field.form, "dropdown" if choices else "text", field.title, choices)
        rows.append(dict(zip((*_HEADER[:2], *_HEADER[3:6]), values, strict=True)))
    write_rows(out, _HEADER, rows)
    return out.getvalue()


def _own_fields(table: Table) -> Iterator[Field]:
    """A field for each column of a table; choices whose codes REDCap refuses stay text."""
    for column in table.columns:
        unit, meaning = described(table.name, column.name)
        label = f"{meaning} [{unit}]" if unit else meaning
        codable = all(choice.replace("_", "").isalnum() for choice in column.choices)
        choices = tuple((choice, choice) for choice in column.choices) if codable else ()
        yield Field(own_name(table, column.name), f"{OWN_FORM}{table.name}", "", label, choices)


def own_name(table: Table, column: str) -> str:
    """The name of the field that holds a column of one of our tables."""
    return f"{table.name}_{column}"


def _rows(case: Case, tables: Sequence[Table]) -> Iterator[Row]:
    """The row of the person, then one for each instance of a repeating form."""
    record = {RECORD: case.patient.patient_id}
    yield record | _person(case)
    repeated = (
        (forms.DISEASE, _diseases(case)),
        (forms.GENETICS, _genetics(case)),
        (forms.FEATURES, _features(case)),
        (forms.MEASURED, _measured(case)),
        (forms.FAMILY, _family(case)),
        *((f"{OWN_FORM}{table.name}", _own_rows(case, table)) for table in tables),
    )
    for form, rows in repeated:
        for number, row in enumerate(rows, start=1):
            yield record | {_INSTRUMENT: form, _INSTANCE: str(number)} | row


def _person(case: Case) -> Row:
    own = case.patient
    is_dead = bool(own.death_when.strip()) or "death_when_generalized" in dict(own.extra)
    undiagnosed = "no" if own.diagnosis_status.strip() == "confirmed" else ""
    reuse = latest_answer(case, "research")
    contact = latest_answer(case, "contact")
    told = {own_name(PATIENTS, name): getattr(own, name) for name in PATIENTS.names}
    return told | {
        "rdcdm_1_1": own.patient_id,
        "rdcdm_1_2": own.enrolled_when,
        "rdcdm_2_1": own.birth_date,
        "rdcdm_2_2": own.sex.strip(),
        "rdcdm_3_1": "dead" if is_dead else "",
        "rdcdm_3_2": own.death_when,
        "rdcdm_3_6": undiagnosed if own.diagnosis.strip() else "yes",
        "rdcdm_7_1": reuse,
        "rdcdm_7_4": _yes_no(contact),
        "rdcdm_7_5": _yes_no(reuse),
    }


def _yes_no(answer: str) -> str:
    return {"given": "yes", "": ""}.get(answer, "no")


def _diseases(case: Case) -> Iterator[Row]:
    for system, code in to_codes.disorder(case):
        coding, name = _DISEASE_FIELDS[system]
        status = case.patient.diagnosis_status.strip()
        text = code if ":" in code else f"{system}:{code}"
        yield {"disease_coding": coding, name: text, "rdcdm_5_2": status}


def _genetics(case: Case) -> Iterator[Row]:
    for one in case.variants:
        yield {
            "rdcdm_6_1_8": one.hgvs_c,
            "rdcdm_6_1_9": one.hgvs_p,
            "rdcdm_6_1_10": to_codes.gene_id(one.gene) or one.gene,
            "rdcdm_6_1_11": one.zygosity.strip(),
            "rdcdm_6_1_14": one.classification.strip(),
        }


def _features(case: Case) -> Iterator[Row]:
    for one in case.findings:
        if known := to_codes.hpo(one.feature):
            status = one.status.strip()
            yield {"rdcdm_6_2_1": known[0], "rdcdm_6_2_2": status, "rdcdm_6_2_3": one.when}


def _measured(case: Case) -> Iterator[Row]:
    """The results with a LOINC code and an exact number: the model has no place for "<0.5"."""
    for one in case.results:
        code = to_codes.loinc(one.analyte, one.unit)
        if code and an.number(one.value) is not None and not one.comparator.strip():
            yield {
                "rdcdm_6_3_1": code,
                "rdcdm_6_3_2": one.value,
                "rdcdm_6_3_3": one.unit,
                "rdcdm_6_3_5": one.when,
            }


def _family(case: Case) -> Iterator[Row]:
    for one in case.family:
        yield {
            "rdcdm_6_4_4": one.relation.strip(),
            "rdcdm_6_4_6": one.sex.strip(),
            "rdcdm_6_4_9": one.deceased.strip(),
        }


def _own_rows(case: Case, table: Table) -> Iterator[Row]:
    for record in getattr(case, table.name):
        yield {own_name(table, name): getattr(record, name) for name in table.names}


def _renamed(row: Row, names: FieldNames | None, not_held: Counter[str]) -> Row:
    """The row under the names and codes of a foreign dictionary, as far as it has them.

    An instance of a repeating form goes whole or not at all, but for times that are no whole
    days: a value without its unit, or a status without what it is about, would mislead.
    """
    if names is None:
        return row
    found: Row = {}
    lacks = False
    for name, cell in row.items():
        field = _BY_NAME.get(name)
        if field is None or field.name == RECORD:
            found[name] = cell
        elif cell.strip():
            theirs, told = names.of(field), names.cell(field, cell)
            if theirs and told and (name not in _DATED or _is_day(cell)):
                found[theirs] = told[:10] if name in _DATED else told
            else:
                not_held[field.title] += 1
                lacks = lacks or name not in _DATED
    return {} if lacks and _INSTRUMENT in row else found


_BY_NAME = {field.name: field for field in FIELDS}


def _is_day(cell: str) -> bool:
    try:
        return parse_when(cell).is_whole_day
    except NotATime:
        return False
