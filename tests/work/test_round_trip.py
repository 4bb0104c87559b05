"""Every column of every table goes out and in again as it came, whatever it holds."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.db.registry import Registry
from desktop.domain.columns import CLINICAL, Cell, Column, Table
from desktop.work.export_tables import export_tables
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

Row = dict[str, str]

NEW = frozenset({"labs", "masses", "mass_measurements", "family", "consents"}) | frozenset(
    {"silences", "own_intervals", "assessments", "worklist_marks"}
)
"""The tables that gained columns with the second step of the file, and those that came with it."""

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)
WORD = st.text("abcxyzÄß漢 ,;\"'", min_size=1, max_size=8).map(lambda text: f"a{text}")
DAY = st.dates(min_value=date(1900, 1, 1)).map(date.isoformat)
WHEN = st.one_of(DAY, DAY.map(lambda day: day[:7]), DAY.map(lambda day: f"{day}T07:30:00Z"))
NUMBER = st.sampled_from(["0", "0.50", "7", "+3", "1e1", "9.999"])
OWN = {
    "every": st.sampled_from(["never", "P3M", "P2W", "P1Y6M"]),
    "content": st.just('{"differential": [{"disorder": "fop", "text": "a, \\"b\\""}]}'),
    "split_from": st.sampled_from(["M8", "M9 "]),
    "merged_into": st.sampled_from(["M8", "M9"]),
    "recurrence_of": st.sampled_from(["M8", "M9"]),
    "analyte": st.sampled_from(["serum_phosphate", "2777-1", "1234-4"]),
    "own_column": TEXT,
}


def cells(column: Column) -> st.SearchStrategy[str]:
    """What one cell may hold, as people write it."""
    kinds: dict[Cell, st.SearchStrategy[str]] = {
        Cell.WHEN: WHEN,
        Cell.NUMBER: NUMBER,
        Cell.SIZE: st.sampled_from(["0.5", "12", "40.0"]),
        Cell.CHOICE: st.sampled_from(column.choices or ("",)),
        Cell.MASS: st.just("M1"),
    }
    free = WORD if column.required else TEXT
    filled = OWN.get(column.name, kinds.get(column.cell, free))
    return filled if column.required else st.one_of(st.just(""), filled)


def rows(table: Table) -> st.SearchStrategy[list[Row]]:
    """Rows of a table with a column that it does not know."""
    columns = {column.name: cells(column) for column in table.columns} | {"own_column": TEXT}
    return st.lists(st.fixed_dictionaries(columns).map(lambda row: _sound(table, row)), max_size=3)


def _sound(table: Table, row: Row) -> Row:
    """The row without what only all its cells together make impossible."""
    if table.name == "labs":
        result = {"value": "", "comparator": "", "flag": "", "unit": "", "ref_low": ""}
        return row | result | ({} if row["state"] else {"flag": "high"})
    if table.name == "mass_measurements":
        return row | {"not_detectable": ""}
    if table.name == "worklist_marks":
        return row | {"when": "2020-01-01", "until_when": "2020-02-01", "reason": "away"}
    # An open silence of a rule that does not hold ends when it comes in; an ended one stays so.
    return row | ({"when": "", "ended": "2020-01-01"} if table.name == "silences" else {})


TABLES = {table.name: table for table in CLINICAL if table.name in NEW}
DATASETS = st.fixed_dictionaries({name: rows(table) for name, table in TABLES.items()})


def written(folder: Path, name: str) -> Counter[tuple[tuple[str, str], ...]]:
    """The filled cells of every row of a table; nothing for a table that is not there."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return Counter()
    with path.open(newline="", encoding="utf-8") as handle:
        found = csv.DictReader(handle)
        return Counter(tuple(sorted((k, v) for k, v in row.items() if v)) for row in found)


def write(folder: Path, name: str, names: list[str], held: list[Row]) -> None:
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, ["patient_id", *names])
        writer.writeheader()
        writer.writerows({"patient_id": "P1", **row} for row in held)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(held=DATASETS)
def test_what_was_imported_is_exported_cell_by_cell_and_imported_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, held: dict[str, list[Row]]
) -> None:
    base = tmp_path_factory.mktemp("round")
    source = base / "in"
    source.mkdir()
    write(source, "patients", ["sex"], [{"sex": "female"}])
    held["masses"] = [row | {"mass_id": f"M{n}"} for n, row in enumerate(held["masses"], start=2)]
    first = dict.fromkeys(TABLES["masses"].names, "") | {"mass_id": "M1", "site": "hip"}
    held["masses"].insert(0, first)
    for name, found in held.items():
        write(source, name, [*TABLES[name].names, "own_column"], found)
    with Registry.create(base / "clinic.registry") as registry:
        outcome = import_tables(registry, [source])
        assert [remark.text for remark in outcome.refusals] == []
        export_tables(registry, base / "out")
        again = import_tables(registry, [base / "out"])
    for name in TABLES:
        assert written(base / "out", name) == written(source, name), name
    assert not again.changes_anything
