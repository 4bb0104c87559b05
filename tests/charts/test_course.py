"""The course on one axis: a test, masses, drugs with changed doses, surgery, flares; one table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.charts.course import MOST_MARKED, Course, course
from desktop.charts.timeline import timeline
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.derived import derive
from tests.reports.examples import full_case

AS_OF = date(2025, 12, 1)


def drug(start: str, stop: str = "", *, agent: str = "sevelamer", dose: str = "800") -> r.Treatment:
    return r.Treatment(
        patient="p", agent=agent, start_when=start, stop_when=stop, dose=dose, dose_unit="mg"
    )


def look(mass: str, when: str, length: str = "20", modality: str = "ct") -> r.MassMeasurement:
    return r.MassMeasurement(
        patient="p",
        mass_id=mass,
        when=when,
        modality=modality,
        length_mm=length,
        width_mm="20",
        depth_mm="20",
    )


def lab(analyte: str, value: str, unit: str, when: str) -> r.LabResult:
    return r.LabResult(patient="p", analyte=analyte, value=value, unit=unit, when=when)


def event(kind: str, when: str, mass: str = "") -> r.ClinicalEvent:
    return r.ClinicalEvent(patient="p", kind=kind, when=when, mass_id=mass)


def empty(**tables: object) -> Case:
    patient = r.Patient(id="p", patient_id="CR-0001", sex="female", birth_date="2000-01-01")
    return replace(Case(patient=patient, as_of=AS_OF), **tables)  # type: ignore[arg-type]  # rows


def drawn(case: Case, *, is_total: bool = False, analyte: str = "serum_phosphate") -> Course:
    return course(case, derive(case), is_total=is_total, analyte=analyte)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_both_charts_share_axis_and_marks() -> None:
    made = drawn(full_case())
    assert made.labs.x == made.masses.x
    assert made.labs.marks == made.masses.marks
    assert made.labs.series
    assert made.masses.series


def test_the_axis_holds_a_calcium_result_and_a_flare_that_no_other_chart_shows() -> None:
    case = empty(
        labs=(lab("serum_calcium_total", "9.5", "mg/dL", "2015-03-01"),),
        events=(event("flare", "2012-05-01"),),
    )
    made = drawn(case, analyte="serum_calcium_total")
    assert made.labs.x.low < day("2012-05-01")
    assert timeline(case).x.low > day("2015-03-01")


def test_a_changed_dose_stands_below_the_one_before_in_the_color_of_the_drug() -> None:
    case = empty(
        treatments=(
            drug("2021-01-01", "2023-01-01"),
            drug("2022-01-01", agent="acetazolamide", dose="250"),
            drug("2023-01-01", dose="1600"),
        )
    )
    lanes = drawn(case).labs.lanes
    assert [lane.text for lane in lanes] == [
        "Sevelamer 800 mg",
        "Sevelamer, changed to 1600 mg",
        "Acetazolamide 250 mg",
    ]
    assert lanes[0].color == lanes[1].color != lanes[2].color
    assert lanes[0].stop == lanes[1].start == day("2023-01-01")


def test_a_course_after_a_pause_is_no_change_of_dose() -> None:
    case = empty(treatments=(drug("2021-01-01", "2022-01-01"), drug("2023-01-01", dose="1600")))
    assert drawn(case).labs.lanes[1].text == "Sevelamer 1600 mg"


def test_flares_are_marked_with_their_mass_and_one_without_a_time_is_counted() -> None:
    case = empty(events=(event("flare", "2022-03", "M2"), event("flare", "")))
    made = drawn(case)
    assert "Flare of M2 Mar\N{NON-BREAKING HYPHEN}2022" in [mark.text for mark in made.labs.marks]
    assert any("1 event without a usable time" in words for words in made.labs.left_out)


def test_more_events_than_can_be_read_are_counted_and_stand_in_the_table() -> None:
    events = tuple(event("flare", f"{2005 + n}-01-01") for n in range(MOST_MARKED + 2))
    made = drawn(empty(events=events))
    assert sum(mark.kind == "event" for mark in made.labs.marks) == MOST_MARKED
    assert any("2 earlier events" in words for words in made.labs.left_out)
    assert sum(row[2] == "Flare" for row in made.table.table) == MOST_MARKED + 2


def test_pth_is_drawn_in_the_chosen_units() -> None:
    case = empty(labs=(lab("pth", "53", "pg/mL", "2024-01-01"),))
    plain = course(case, derive(case), analyte="pth").labs
    si = course(case, derive(case), analyte="pth", units="si").labs
    assert (plain.y.unit, plain.series[0].points[0].y) == ("pg/mL", 53)
    # 1 pg/mL = 0.106 pmol/L (vocabulary/units.csv), 53 * 0.106 = 5.618
    assert si.y.unit == "pmol/L"
    assert si.series[0].points[0].y == pytest.approx(5.618, abs=0.001)


def test_the_table_tells_everything_in_order_of_time_the_undated_last() -> None:
    case = empty(
        labs=(lab("serum_phosphate", "6.1", "mg/dL", "2022-06-01"),),
        masses=(r.Mass(patient="p", mass_id="M1", site="hip", side="left"),),
        mass_measurements=(look("M1", "2022-07-01"),),
        treatments=(drug("2022-01-01", "2023-05-01"),),
        procedures=(
            r.Procedure(
                patient="p",
                kind="excision",
                when="2023-01-01",
                mass_id="M1",
                completeness="complete",
            ),
        ),
        events=(event("flare", ""),),
    )
    kinds = [(row[1], row[2]) for row in drawn(case).table.table]
    assert kinds == [
        ("Drug started", "Sevelamer"),
        ("Result", "Phosphate, serum or plasma (as phosphorus) 6.1 mg/dL"),
        ("Mass", "M1 4.2 mL"),
        ("Procedure", "Excision"),
        ("Drug stopped", "Sevelamer"),
        ("Event", "Flare"),
    ]


def two_masses(*looks: r.MassMeasurement, **more: object) -> Case:
    masses = (
        r.Mass(patient="p", mass_id="M1", site="hip", first_when="2020"),
        r.Mass(patient="p", mass_id="M2", site="elbow", first_when="2020"),
    )
    return empty(masses=masses, mass_measurements=looks, **more)


def test_a_total_needs_every_known_mass_on_one_day() -> None:
    case = two_masses(look("M1", "2022-01-01"), look("M2", "2022-01-01"), look("M1", "2023-01-01"))
    made = drawn(case, is_total=True).masses
    ((point,),) = [series.points for series in made.series]
    # two spheres of 20 mm: 2 * pi/6 * 8 mL = 8.378 mL
    assert point.x == day("2022-01-01")
    assert point.y == pytest.approx(8.378, abs=0.001)
    assert made.left_out == ("1 day on which only some of the masses were measured has no total.",)


def test_totals_of_two_methods_are_two_series() -> None:
    case = two_masses(
        look("M1", "2022-01-01"),
        look("M2", "2022-01-01"),
        look("M1", "2023-01-01", modality="ultrasound"),
        look("M2", "2023-01-01", modality="ultrasound"),
        look("M1", "2024-01-01"),
        look("M2", "2024-01-01", modality="ultrasound"),
    )
    series = drawn(case, is_total=True).masses.series
    assert [len(one.points) for one in series] == [1, 1, 1]
    assert series[2].name == "Total, several methods"
    assert not series[2].is_joined


def test_a_mass_removed_completely_is_no_longer_needed_for_a_total() -> None:
    cut = r.Procedure(
        patient="p", kind="excision", when="2022-06-01", mass_id="M2", completeness="complete"
    )
    looks = (look("M1", "2022-01-01"), look("M2", "2022-01-01"), look("M1", "2023-01-01"))
    made = drawn(two_masses(*looks, procedures=(cut,)), is_total=True).masses
    assert [round(point.y, 2) for point in made.series[0].points] == [8.38, 4.19]
    before = drawn(
        two_masses(*looks, procedures=(replace(cut, when="2023-06-01"),)), is_total=True
    ).masses
    assert len(before.series[0].points) == 1


def test_nothing_recorded_is_said_in_words() -> None:
    made = drawn(empty())
    assert made.masses.empty == "No mass recorded."
    assert made.labs.empty.startswith("No result of this test")
    assert made.table.empty == "Nothing is recorded yet."
    assert drawn(two_masses(look("M1", "2022-01-01")), is_total=True).masses.empty.startswith(
        "On no day"
    )
