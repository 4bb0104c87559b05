"""Every column of every table has its field, its label and its words."""

from __future__ import annotations

import pytest

from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, SHOWN_TABLES, Table
from desktop.ui.action_table import ADD_ACTIONS
from desktop.ui.forms.layouts import ROW_NAMES, ROWS, TOGETHER, rows_of
from desktop.ui.forms.words import (
    COLUMN_NAMES,
    OWN_NAMES,
    TABLE_ICONS,
    choice_name,
    column_name,
    table_name,
    table_title,
)


@pytest.mark.parametrize("table", CLINICAL, ids=lambda table: table.name)
def test_every_column_stands_in_exactly_one_row(table: Table) -> None:
    placed = [name for row in rows_of(table.name, table.names) for name in row]
    assert sorted(placed) == sorted(set(table.names) - TOGETHER)


def test_a_patient_form_holds_person_and_name() -> None:
    names = (*PATIENTS.names, *IDENTITIES.names)
    placed = [name for row in rows_of("patients", names) for name in row]
    assert sorted(placed) == sorted(names)


def test_every_shown_table_and_no_bookkeeping_can_be_added_to_by_an_action() -> None:
    addable = {spec.name.removeprefix("add_") for spec in ADD_ACTIONS}
    assert addable == {"patients", *(table.name for table in SHOWN_TABLES)}


def test_every_table_has_its_words_and_icon() -> None:
    for table in (PATIENTS, IDENTITIES, *CLINICAL):
        assert table_name(table.name)
    for table in CLINICAL:
        assert table_title(table.name)
        assert TABLE_ICONS[table.name]


def test_every_label_and_choice_was_written_for_people() -> None:
    """None is made from a key, for a catalog could not hold it then."""
    for table in (PATIENTS, IDENTITIES, *CLINICAL):
        for column in table.columns:
            own = OWN_NAMES.get((table.name, column.name), COLUMN_NAMES.get(column.name))
            assert own == column_name(table.name, column.name)
            for choice in column.choices:
                said = choice_name(column.name, choice)
                assert said != choice or choice in {"<", ">", "<=", ">="}, (column.name, choice)


def test_every_row_of_several_fields_has_a_name() -> None:
    for table, rows in ROWS.items():
        for row in rows:
            assert len(row) == 1 or row in ROW_NAMES, (table, row)


def test_pending_not_measured_and_not_recorded_are_told_apart() -> None:
    told = [choice_name("state", cell) for cell in ("", "pending", "not_measured")]
    assert told == ["There", "Pending", "Not measured"]
    assert choice_name("carrier", "") == "Not recorded" != choice_name("carrier", "unknown")
