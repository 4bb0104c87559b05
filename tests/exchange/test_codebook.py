"""Every column of every table is explained, to people and to programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.exchange.codebook import codebook, described, table_schema
from desktop.exchange.csv_tables import columns_of
from desktop.exchange.to_tables import FilledTable

ALL = [PATIENTS, *CLINICAL]


def _empty(table: Table) -> FilledTable:
    return FilledTable(table, ("patient_id", *columns_of(table), "own_column"), ())


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_every_column_has_a_meaning(table: Table) -> None:
    unknown = described(table.name, "own_column")
    assert [name for name in columns_of(table) if described(table.name, name) == unknown] == []


def test_the_codebook_has_one_row_for_each_column_with_its_choices() -> None:
    rows = list(csv.DictReader(io.StringIO(codebook([_empty(table) for table in ALL]))))
    assert len(rows) == sum(len(columns_of(table)) + 2 for table in ALL)
    (sex,) = [row for row in rows if (row["table"], row["column"]) == ("patients", "sex")]
    assert sex["choices"] == "female; male; intersex; unknown"
    (length,) = [row for row in rows if row["column"] == "length_mm"]
    assert (length["unit"], length["holds"]) == ("mm", "number above 0")


def test_the_schema_names_keys_choices_and_what_is_required() -> None:
    schema = json.loads(table_schema(_empty(next(t for t in ALL if t.name == "findings"))))
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["status"]["constraints"] == {"required": True, "enum": ["present", "absent"]}
    assert schema["foreignKeys"][0]["reference"] == {
        "resource": "patients",
        "fields": ["patient_id"],
    }
    assert set(IDENTITIES.names) <= set(columns_of(PATIENTS))
