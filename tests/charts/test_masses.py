"""Mass growth: series between operations, the fit, what is not detectable and not drawn."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import numpy
import pytest

from desktop.charts.history import histories
from desktop.charts.masses import mass_growth
from desktop.charts.spec import ChartSpec, Series
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.derived import derive
from tests.reports.examples import AS_OF, P, empty_case, full_case, measured

_SINCE_RECURRENCE = {
    "2023-12-12": 1.5,
    "2024-06-11": 3.6,
    "2024-12-10": 6.5,
    "2025-06-17": 9.0,
}


def _spec(case: Case, selected: str = "") -> ChartSpec:
    return mass_growth(case, derive(case), selected=selected)


def _of(spec: ChartSpec, mass_id: str) -> list[Series]:
    return [series for series in spec.series if series.key == mass_id]


def _masses(count: int) -> Case:
    case = full_case()
    names = [f"M{number}" for number in range(1, count + 1)]
    return replace(
        case,
        procedures=(),
        masses=tuple(
            r.Mass(id=f"m{name}", patient=P, mass_id=name, site="knee", side="left")
            for name in names
        ),
        mass_measurements=tuple(
            measured(name, f"{year}-03-01", str(10 * number + year - 2019))
            for number, name in enumerate(names, 1)
            for year in (2020, 2021, 2022, 2023)
        ),
    )


def test_volumes_are_drawn_as_log10_with_plain_numbers_at_the_ticks() -> None:
    spec = _spec(full_case())
    assert spec.y.is_log10
    assert [(tick.at, tick.text) for tick in spec.y.ticks] == [
        (-1, "0.1"),
        (0, "1"),
        (1, "10"),
        (2, "100"),
    ]
    last = _of(spec, "M1")[-1].points[-1]
    assert last.y == pytest.approx(math.log10(70))
    assert last.x == date(2025, 6, 17).toordinal()


def test_the_line_is_not_joined_over_an_excision() -> None:
    runs = _of(_spec(full_case()), "M2")
    assert [(len(run.points), run.is_joined, run.points[0].is_filled) for run in runs] == [
        (2, True, True),
        (2, False, False),
        (4, True, True),
    ]
    assert {run.color for run in runs} == {"c2"}


def test_not_detectable_is_a_hollow_point_in_the_strip_below_the_scale() -> None:
    spec = _spec(full_case())
    assert spec.floor is not None
    floor, text = spec.floor
    assert text == "ND"
    assert spec.y.low < floor < spec.y.ticks[0].at
    assert {point.y for point in _of(spec, "M2")[1].points} == {floor}


def test_the_first_value_after_an_excision_says_that_it_came_back() -> None:
    runs = _of(_spec(full_case()), "M2")
    assert [point.text for point in runs[2].points] == ["M2 recurrence", "", "", ""]


@pytest.mark.parametrize(
    ("completeness", "word"),
    [("complete", "recurrence"), ("incomplete", "residual"), ("", "after excision")],
)
def test_what_is_seen_after_an_excision_is_named_by_its_completeness(
    completeness: str, word: str
) -> None:
    case = full_case()
    case = replace(
        case,
        procedures=(replace(case.procedures[0], completeness=completeness),),
        mass_measurements=tuple(m for m in case.mass_measurements if not m.not_detectable),
    )
    assert _of(_spec(case), "M2")[1].points[0].text == f"M2 {word}"


def test_volumes_of_different_methods_are_not_joined() -> None:
    case = _masses(1)
    first, *others = case.mass_measurements
    case = replace(case, mass_measurements=(replace(first, modality="ultrasound"), *others))
    assert [len(run.points) for run in _of(_spec(case), "M1")] == [1, 3]


def test_the_fastest_growing_mass_is_fitted_with_its_band_to_a_month_beyond_today() -> None:
    spec = _spec(full_case())
    (fit,) = spec.fits
    assert fit.color == "c2"
    assert spec.subtitle == "M2 fit since 12\u2011Dec\u20112023 with 95 % CI, n = 4"
    assert fit.extrapolated_from == date(2025, 6, 17).toordinal()
    assert fit.x[-1] == pytest.approx(AS_OF.toordinal() + 30.4, abs=0.1)
    days = [date.fromisoformat(day).toordinal() for day in _SINCE_RECURRENCE]
    slope, start = numpy.polyfit(days, [math.log10(v) for v in _SINCE_RECURRENCE.values()], 1)
    for x, middle in zip(fit.x, fit.middle, strict=True):
        assert middle == pytest.approx(slope * x + start, abs=1e-6)
    assert all(
        low < middle < high
        for low, middle, high in zip(fit.lower, fit.middle, fit.upper, strict=True)
    )


def test_the_selected_mass_is_fitted_or_none_at_all() -> None:
    assert _spec(full_case(), selected="M1").fits[0].color == "c1"
    assert _spec(full_case(), selected="M5").fits == ()


def test_an_old_fit_is_not_carried_to_today() -> None:
    case = _masses(1)
    case = replace(case, as_of=date(2040, 1, 1))
    spec = _spec(case)
    assert spec.fits[0].x[-1] == spec.fits[0].extrapolated_from
    assert "M1: the fit is not carried to today, 17 y later." in spec.left_out


def test_colors_and_symbols_follow_the_order_of_the_masses() -> None:
    spec = _spec(full_case())
    looks = {series.key: (series.color, series.symbol) for series in spec.series}
    assert looks == {
        "M1": ("c1", "circle"),
        "M2": ("c2", "square"),
        "M3": ("c3", "triangle"),
        "M4": ("c5", "diamond"),
        "M5": ("c4", "plus"),
    }


def test_of_many_masses_the_largest_and_the_selected_are_colored() -> None:
    spec = _spec(_masses(12), selected="M2")
    loud = {series.key for series in spec.series if not series.is_quiet}
    assert loud == {"M2", "M8", "M9", "M10", "M11", "M12"}
    assert {series.key for series in spec.series} == {f"M{n}" for n in range(1, 13)}


def test_end_labels_carry_volume_and_yearly_rate() -> None:
    labels = {s.key: s.end_label for s in _spec(full_case()).series if s.end_label}
    assert labels["M2"].title == "M2 9.0 mL"
    assert labels["M2"].lines[0].startswith("↑ +2")
    assert labels["M5"].lines == ("rate unknown",)


def test_a_mass_excised_and_not_seen_since_is_not_shown_as_still_there() -> None:
    case = full_case()
    late = replace(case.procedures[0], mass_id="M1", when="2025-07-01", completeness="complete")
    case = replace(case, procedures=(late,))
    spec = _spec(case)
    label = _of(spec, "M1")[-1].end_label
    assert label is not None
    assert (label.title, label.lines) == ("M1", ("excised, not seen since",))
    assert "M1, right hip: excised, not seen since; before it 70 mL" in spec.summary
    assert histories(case, derive(case))[0].is_removed


def test_measurements_without_volume_or_date_are_counted_in_words() -> None:
    case = _masses(2)
    no_size = r.MassMeasurement(id="x", patient=P, mass_id="M1", when="2024-01-01")
    no_date = measured("M2", "", "12")
    spec = _spec(replace(case, mass_measurements=(*case.mass_measurements, no_size, no_date)))
    assert "1 measurement without a volume is not drawn (M1: 1)." in spec.left_out
    assert "1 measurement without a usable date or age is not drawn (M2: 1)." in spec.left_out
    assert len(spec.table) == 10
    assert all(len(row) == len(spec.table_header) for row in spec.table)


def test_a_patient_without_masses_has_words_instead_of_a_chart() -> None:
    spec = _spec(empty_case())
    assert (spec.empty, spec.summary) == ("No mass recorded.", "No mass recorded.")


def test_the_summary_counts_states_and_names_every_mass() -> None:
    summary = _spec(full_case()).summary
    assert summary.startswith("5 masses: ")
    assert all(f"{name}, " in summary for name in ("M1", "M2", "M3", "M4", "M5"))
    assert "n = 4" in summary


def test_one_patients_masses_are_sorted_as_people_count() -> None:
    names = [history.mass_id for history in histories(_masses(12), derive(_masses(12)))]
    assert names == [f"M{number}" for number in range(1, 13)]
