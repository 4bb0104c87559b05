"""The axis of time that the charts of one patient share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.charts.timeline import MOST_LANES, time_axis, timeline, today
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.when import DAYS_PER_YEAR
from tests.reports.examples import AS_OF, P, empty_case, full_case, lab


def _in_ages() -> Case:
    case = Case(patient=r.Patient(id=P, patient_id="P212"), as_of=AS_OF)
    return replace(
        case,
        labs=(
            lab("serum_phosphate", "6.9", "mg/dL", "P14Y"),
            lab("serum_phosphate", "5.9", "mg/dL", "P22Y6M"),
        ),
    )


def test_dated_axis_holds_every_time_and_a_month_beyond_today() -> None:
    axis = time_axis(full_case())
    assert axis.low < date(2022, 2, 8).toordinal()
    assert axis.high >= AS_OF.toordinal() + 30
    assert [tick.text for tick in axis.ticks] == ["2023", "2024", "2025", "2026"]
    assert axis.ticks[0].at == date(2023, 1, 1).toordinal()


def test_decades_are_ticked_in_steps_that_can_be_read() -> None:
    case = replace(full_case(), labs=(lab("serum_phosphate", "5", "mg/dL", "1979-05-01"),))
    texts = [tick.text for tick in time_axis(case).ticks]
    assert texts == ["1980", "1990", "2000", "2010", "2020"]


def test_a_short_record_is_ticked_in_months() -> None:
    only = (lab("serum_phosphate", "5", "mg/dL", "2025-05-01"),)
    case = replace(empty_case(), labs=only)
    assert [tick.text for tick in time_axis(case).ticks] == [
        "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip


def test_a_case_told_in_ages_has_an_axis_of_years_and_no_today() -> None:
    frame = timeline(_in_ages())
    assert frame.x.unit == "age, years"
    assert [tick.text for tick in frame.x.ticks] == [str(age) for age in range(14, 23)]
    assert frame.x.ticks[0].at == 14 * DAYS_PER_YEAR
    assert frame.marks == ()


def test_today_is_the_day_of_looking_and_not_the_clock() -> None:
    assert today(full_case()) == AS_OF.toordinal()
    assert [
        (mark.text, mark.x) for mark in timeline(full_case()).marks if mark.kind == "today"
    ] == [("Today", AS_OF.toordinal())]


def test_after_a_death_the_chart_ends_with_it_and_treatment_too() -> None:
    case = full_case()
    case = replace(case, patient=replace(case.patient, death_when="2025-09-01"))
    frame = timeline(case)
    assert today(case) is None
    assert [mark.text for mark in frame.marks][-1] == "Died"
    assert {lane.stop for lane in frame.lanes} == {date(2025, 9, 1).toordinal()}


def test_operations_are_marked_with_mass_and_date() -> None:
    surgery = [mark for mark in timeline(full_case()).marks if mark.kind == "surgery"]
    assert [mark.text for mark in surgery] == ["M2 excised 21\u2011Jun\u20112022"]
    assert surgery[0].x == date(2022, 6, 21).toordinal()


def test_operations_of_one_day_share_a_mark_and_undated_ones_are_named() -> None:
    case = full_case()
    same = replace(case.procedures[0], id="op2", mass_id="M3")
    undated = replace(case.procedures[0], id="op3", mass_id="M4", when="")
    frame = timeline(replace(case, procedures=(*case.procedures, same, undated)))
    assert [m.text for m in frame.marks if m.kind == "surgery"] == [
        "M2, M3 excised 21\u2011Jun\u20112022"
    ]
    assert "Not drawn, because not dated: excision of M4." in frame.left_out


def test_a_running_treatment_has_no_end_and_its_dose_in_its_text() -> None:
    lanes = {lane.record: lane for lane in timeline(full_case()).lanes}
    sevelamer = lanes["tx-sevelamer"]
    assert sevelamer.text == "Sevelamer 800 mg 3 times daily"
    assert sevelamer.start == date(2023, 3, 6).toordinal()
    assert sevelamer.stop is None


def test_treatments_without_dates_are_named_instead_of_drawn() -> None:
    case = full_case()
    undated = replace(case.treatments[0], id="tx9", start_when="")
    frame = timeline(replace(case, treatments=(undated,)))
    assert frame.lanes == ()
    assert frame.left_out == ("1 treatment without dates not drawn: Low-phosphate diet.",)


def test_an_end_that_cannot_be_placed_is_not_taken_as_running() -> None:
    case = full_case()
    aged = replace(case.treatments[0], stop_when="P15Y")
    case = replace(case, patient=replace(case.patient, birth_date=""), treatments=(aged,))
    frame = timeline(case)
    assert frame.lanes[0].stop == frame.lanes[0].start
    assert frame.left_out == ("Low-phosphate diet: its end (15 y) cannot be placed.",)


def test_courses_of_one_agent_have_one_color_and_too_many_are_counted() -> None:
    case = full_case()
    courses = tuple(
        replace(case.treatments[0], id=f"c{year}", start_when=f"{year}", stop_when=f"{year}")
        for year in range(2000, 2020)
    )
    frame = timeline(replace(case, treatments=courses))
    assert len(frame.lanes) == MOST_LANES
    assert {lane.color for lane in frame.lanes} == {"t1"}
    assert frame.left_out == ("4 older courses of treatment not drawn: Low-phosphate diet.",)
