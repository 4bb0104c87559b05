"""Every column of every table has its field, its label and its words."""

from __future__ import annotations

import pytest

from desktop.domain.columns import CLINICAL, IDENTITIES, PATIENTS, Table
from desktop.ui.actions import ADD_ACTIONS
from desktop.ui.forms.layouts import TOGETHER, rows_of
from desktop.ui.forms.words import TABLE_ICONS, TABLE_NAMES, TABLE_TITLES, choice_name, column_name


@pytest.mark.parametrize("table", CLINICAL, ids=lambda table: table.name)
def test_every_column_stands_in_exactly_one_row(table: Table) -> None:
    placed = [name for row in rows_of(table.name, table.names) for name in row]
    assert sorted(placed) == sorted(set(table.names) - TOGETHER)


def test_a_patient_form_holds_person_and_name() -> None:
    names = (*PATIENTS.names, *IDENTITIES.names)
    placed = [name for row in rows_of("patients", names) for name in row]
    assert sorted(placed) == sorted(names)


def test_every_clinical_table_can_be_added_to_by_an_action() -> None:
    addable = {spec.name.removeprefix("add_") for spec in ADD_ACTIONS}
    assert addable == {"patients", *(table.name for table in CLINICAL)}


def test_every_table_has_its_words_and_icon() -> None:
    for table in CLINICAL:
        assert TABLE_NAMES[table.name]
        assert TABLE_TITLES[table.name]
        assert TABLE_ICONS[table.name]


def test_labels_show_no_keys() -> None:
    for table in (PATIENTS, IDENTITIES, *CLINICAL):
        for column in table.columns:
            assert "_" not in column_name(table.name, column.name)
            for choice in column.choices:
                assert "_" not in choice_name(column.name, choice) or column.name == "diagnosis"
