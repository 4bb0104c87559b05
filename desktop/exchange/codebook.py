"""What every column of an export means: a codebook for people, a table schema for programs.

Both are in English like the column names themselves. The schema follows Table Schema of
Frictionless Data; every field is a string there, because cells leave as they came in.
"""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.columns import IDENTITIES, PATIENTS
from desktop.domain.table import Cell, Column
from desktop.exchange.csv_tables import KEY
from desktop.exchange.csv_writing import write_rows
from desktop.exchange.spreadsheet_text import marked
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.columns import Table
    from desktop.exchange.to_tables import FilledTable

HEADER = ("table", "column", "required", "holds", "unit", "choices", "description")

_HOLDS = {
    Cell.TEXT: "text",
    Cell.WHEN: "time",
    Cell.NUMBER: "number",
    Cell.SIZE: "number above 0",
    Cell.CHOICE: "one of the choices",
    Cell.FEATURE: "feature key, HPO identifier or text",
    Cell.ANALYTE: "analyte key, LOINC code or text",
    Cell.AGENT: "treatment key or text",
    Cell.SITE: "site key or text",
    Cell.MASS: "mass_id of the same patient",
}
_UNKNOWN = "Column that came with an import; kept as it came"


@cache
def _descriptions() -> Mapping[tuple[str, str], tuple[str, str]]:
    with resource("reference", "columns.csv").open(newline="", encoding="utf-8") as handle:
        return {
            (row["table"], row["column"]): (row["unit"], row["description"])
            for row in csv.DictReader(handle)
        }


def described(table: str, column: str) -> tuple[str, str]:
    """The unit and the meaning of a column; of an unknown column only that it is unknown."""
    known = _descriptions()
    return known.get((table, column)) or known.get(("*", column)) or ("", _UNKNOWN)


def _columns(table: Table) -> dict[str, Column]:
    columns = {KEY: Column(KEY, required=True)} | {column.name: column for column in table.columns}
    if table is PATIENTS:
        columns |= {column.name: column for column in IDENTITIES.columns}
    return columns


def codebook(tables: Sequence[FilledTable]) -> str:
    """The codebook of an export as a CSV table, one row for each column that is there."""
    out = io.StringIO()
    rows: list[dict[str, str]] = []
    for filled in tables:
        known = _columns(filled.table)
        for name in filled.names:
            column = known.get(name, Column(name))
            unit, meaning = described(filled.table.name, name)
            required = "yes" if column.required else ""
            holds, choices = _HOLDS[column.cell], "; ".join(column.choices)
            told = (filled.table.name, marked(name), required, holds, unit, choices, meaning)
            rows.append(dict(zip(HEADER, told, strict=True)))
    write_rows(out, HEADER, rows)
    return out.getvalue()


def table_schema(filled: FilledTable) -> str:
    """The Table Schema of one table as JSON."""
    known = _columns(filled.table)
    name = filled.table.name
    fields = [_field(name, known.get(column, Column(column))) for column in filled.names]
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if filled.table is PATIENTS:
        schema["primaryKey"] = [KEY]
    else:
        reference = {"resource": PATIENTS.name, "fields": [KEY]}
        schema["foreignKeys"] = [{"fields": [KEY], "reference": reference}]
    return json.dumps(schema, ensure_ascii=False, indent=1)


def _field(table: str, column: Column) -> dict[str, object]:
    unit, meaning = described(table, column.name)
    field: dict[str, object] = {"name": column.name, "type": "string", "description": meaning}
    if unit:
        field["unit"] = unit
    constraints: dict[str, object] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field
