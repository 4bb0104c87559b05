from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.checks import check, errors
from desktop.guidance.dossier import dossier_of
from desktop.ui.models.labs_grid import Choice, grid_of
from desktop.ui.models.labs_paste import read_block
from desktop.ui.models.labs_plan import Planner
from desktop.ui.models.labs_planned import Choices, Planned, read_range

GIRL = r.Patient(id="p", patient_id="P1", sex="female", birth_date="2009-05-14")
TODAY = date(2025, 11, 20)


def planner(*labs: r.LabResult, units: str = "conventional") -> Planner:
    case = Case(patient=GIRL, as_of=TODAY, labs=labs)
    grid = grid_of(dossier_of(case), Choice(units=units, new=("2025-11-20",)), {})
    times = tuple(column.when for column in grid.columns)
    return Planner(grid, "serum_phosphate", len(times) - 1, times, units, TODAY)


def plan(text: str, *labs: r.LabResult, choices: Choices | None = None) -> tuple[Planned, ...]:
    return planner(*labs).plan(read_block(text), choices or Choices())


def test_a_value_is_stored_as_pasted_and_shown_in_the_unit_of_the_grid() -> None:
    (one,) = plan("Phosphate\t1,58\tmmol/L")
    assert one.lab is not None
    assert (one.lab.value, one.lab.unit, one.lab.when) == ("1.58", "mmol/L", "2025-11-20")
    assert (one.entered, one.shown) == ("1.58 mmol/L", "4.89 mg/dL")


def test_flag_range_and_note_of_a_report_go_into_the_record() -> None:
    text = (
        "Test\tResult\tFlag\tUnits\tReference range\tComment\n"
        "Phosphorus\t5.6\tHH\tmg/dL\t2,5 - 4,5\tnot fasting\n"
        "ALP\t98\t\tU/L\tsee back\t\n"
    )
    first, second = plan(text)
    assert first.lab is not None
    assert (first.lab.ref_low, first.lab.ref_high, first.lab.flag) == ("2.5", "4.5", "high")
    assert first.lab.note == "not fasting; Reported as HH"
    assert second.lab is not None
    assert second.lab.note == "range as pasted: see back"


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("2.5-4.5", ("2.5", "4.5", "")),
        ("2,5 – 4,5", ("2.5", "4.5", "")),
        ("< 52", ("", "52", "")),
        (">60", ("60", "", "")),
        ("", ("", "", "")),
        ("1,234-2", ("", "", "range as pasted: 1,234-2")),
    ],
)
def test_printed_ranges(text: str, limits: tuple[str, str, str]) -> None:
    assert read_range(text) == limits


def test_what_is_not_certain_is_asked_with_choices() -> None:
    text = "Test\tResult\tUnit\nMagnesium\t0.82\t\nPhlogiston\t5\tmg/dL\nALP\t9\tg/L"
    unit, test, wrong = plan(text)
    assert (unit.ask, unit.options) == ("unit", ("mg/dL", "mmol/L", "meq/L"))
    assert (wrong.ask, wrong.options) == ("unit", ("U/L", "IU/L"))
    assert (test.status, test.ask) == ("asked", "test")
    (answered, *_) = plan(text, choices=Choices(units={"Magnesium": "mmol/L"}))
    assert answered.lab is not None
    assert answered.lab.unit == "mmol/L"


def test_a_date_with_two_readings_is_asked_once_for_all() -> None:
    text = "Date\tPhosphate\n\tmg/dL\n03/04/2025\t5.1\n05/04/2025\t5.0"
    assert {one.ask for one in plan(text)} == {"time"}
    decided = plan(text, choices=Choices(day_first=True))
    assert [one.when for one in decided] == ["2025-04-03", "2025-04-05"]


def test_a_pending_result_is_filled_in_its_own_record() -> None:
    waiting = r.LabResult(
        id="w", patient="p", analyte="fgf23_intact", state="pending", when="2025-11-20"
    )
    (one,) = plan("FGF23 intact\t48\tpg/mL", waiting)
    assert one.before == waiting
    assert one.lab is not None
    assert (one.lab.id, one.lab.value, one.lab.state) == ("w", "48", "")


def test_a_recorded_value_is_never_replaced_without_a_word() -> None:
    there = r.LabResult(
        id="t", patient="p", analyte="2777-1", value="5.1", unit="mg/dL", when="2025-11-20"
    )
    assert plan("Phosphate\t5.1\tmg/dl", there)[0].status == "same"
    (other,) = plan("Phosphate\t5.3\tmg/dL", there)
    assert (other.status, other.options) == ("asked", ("both", "replace"))
    decided = Choices(existing={other.place: "replace"})
    (replaced,) = plan("Phosphate\t5.3\tmg/dL", there, choices=decided)
    assert replaced.before == there
    assert replaced.lab is not None
    assert (replaced.lab.id, replaced.lab.analyte, replaced.lab.value) == ("t", "2777-1", "5.3")


def test_a_time_before_birth_is_refused() -> None:
    (one,) = plan("Phosphate\t5.1\tmg/dL\t2001-01-01")
    assert one.status == "asked"
    assert "birth" in one.problem


pieces = st.sampled_from(
    ["", "Phosphate", "Calcium", "FGF23", "mg/dL", "mmol/L", "g/L", "5.1", "<0,5", "1,234", "12 HH"]
)
others = st.sampled_from(
    ["2024-05-01", "3.4.2021", "P14Y", "Test", "Unit", "Date", "2.5-4.5", "nm"]
)


@given(
    st.lists(
        st.lists(st.one_of(pieces, others, st.text(max_size=6)), min_size=1, max_size=5),
        min_size=1,
        max_size=5,
    )
)
def test_any_block_is_planned_value_by_value_and_only_sound_results_are_ready(
    rows: list[list[str]],
) -> None:
    block = read_block("\n".join("\t".join(row) for row in rows))
    planned = planner().plan(block, Choices())
    assert [one.pasted for one in planned] == list(block.values)
    for one in planned:
        assert one.status == "asked" or one.lab is not None
        assert one.status != "asked" or one.problem
        if one.lab is not None:
            assert not errors(check(one.lab, GIRL))
            digits = [c for c in one.lab.value if c.isdigit()]
            assert digits == [c for c in one.pasted.value if c.isdigit()][: len(digits)]
