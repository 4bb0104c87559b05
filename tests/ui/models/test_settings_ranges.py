"""The table of own ranges: a row is in force only when every row is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.ranges import COLUMNS, RegistryRange
from desktop.ui.models.settings_ranges import RangesModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

OWN = RegistryRange(analyte="serum_phosphate", unit="mg/dL", age_low_years=18.0, low=2.6, high=4.4)


@pytest.fixture
def told() -> list[tuple[RegistryRange, ...]]:
    return []


@pytest.fixture
def model(told: list[tuple[RegistryRange, ...]], qtmodeltester: ModelTester) -> RangesModel:
    made = RangesModel()
    made.ready.connect(told.append)
    made.show_ranges([OWN])
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]  # pytest-qt has no types
    return made


def enter(model: RangesModel, row: int, column: str, text: str) -> None:
    model.setData(model.index(row, COLUMNS.index(column)), text)


def test_an_edit_that_is_right_is_told_at_once(
    model: RangesModel, told: list[tuple[RegistryRange, ...]]
) -> None:
    enter(model, 0, "high", "4,5")
    assert [one.high for one in told[-1]] == [4.5]


def test_a_wrong_limit_stays_on_the_screen_and_is_not_told(
    model: RangesModel, told: list[tuple[RegistryRange, ...]]
) -> None:
    enter(model, 0, "high", "44")
    assert told == []
    assert not model.is_right
    assert model.data(model.index(0, COLUMNS.index("high"))) == "44"
    assert "High" in model.problem_at(0)
    assert model.data(model.index(0, len(COLUMNS))) == "Not right yet"
    enter(model, 0, "high", "4.4")
    assert told == [(OWN,)]


def test_a_new_row_waits_until_it_says_everything(
    model: RangesModel, told: list[tuple[RegistryRange, ...]]
) -> None:
    row = model.add_row()
    enter(model, row, "analyte", "serum_phosphate")
    enter(model, row, "unit", "mg/dL")
    enter(model, row, "age_high_years", "18")
    assert told == []
    enter(model, row, "high", "5.5")
    assert len(told[-1]) == 2


def test_two_rows_for_the_same_people_are_both_marked(
    model: RangesModel, told: list[tuple[RegistryRange, ...]]
) -> None:
    row = model.add_row()
    for column, text in (("analyte", "serum_phosphate"), ("unit", "mg/dL"), ("low", "2")):
        enter(model, row, column, text)
    assert told == []
    assert "same people" in model.problem_at(0)
    assert model.problem_at(0) == model.problem_at(row)
    model.remove_row(row)
    assert told == [(OWN,)]
