"""The table of masses and the history of one: every cell in words, by the rules of Qt's models."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.dossier import dossier_of
from desktop.ui.models.masses import COMPLAINTS, GROWTH, MASS, VOLUME, MassesModel
from desktop.ui.models.masses_history import HistoryModel, HistoryRow, history_rows
from desktop.ui.models.masses_lines import MassLine, mass_lines
from desktop.ui.models.masses_sentence import came_back, growth_sentence
from desktop.ui.models.masses_words import duration_text
from tests.measures.making import absent, case_of, sized
from tests.reports.examples import full_case

HIP = r.Mass(patient="p", mass_id="M1", site="hip", side="right", plane="periarticular")
LEFT = r.Mass(patient="p", mass_id="M2", site="shoulder", side="left", first_when="2022-02")


def lines(case: Case) -> dict[str, MassLine]:
    return {line.mass_id: line for line in mass_lines(dossier_of(case))}


def history(case: Case, mass_id: str) -> tuple[HistoryRow, ...]:
    return history_rows(case, dossier_of(case).derived, mass_id)


@pytest.mark.parametrize("kind", [MassesModel, HistoryModel])
@pytest.mark.usefixtures("qapp")
def test_the_models_keep_to_the_rules(kind: type) -> None:
    model: QAbstractItemModel = kind()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    dossier = dossier_of(full_case())
    if isinstance(model, MassesModel):
        model.show_lines(mass_lines(dossier))
        model.show_lines(())
    elif isinstance(model, HistoryModel):
        model.show_rows(history(full_case(), "M2"))
        model.show_rows(())
    assert tester.model() is model
    assert model.rowCount() == 0


def test_a_line_tells_size_method_time_rate_interval_and_number() -> None:
    line = lines(full_case())["M2"]
    assert line.site == ("Left scapular region", "recurred")
    assert line.size[1] == "CT, 17\u2011Jun\u20112025"
    assert line.volume == ("9.0 mL", "+38\u00a0%")
    assert line.growth == (independent_rate(), "n = 4, doubles in 7 months")


def independent_rate() -> str:
    """The yearly rate of M2 with its interval: numpy's fit, and t(0.975, 2) = 4.302653."""
    days = [date.fromisoformat(day).toordinal() for day in RECURRED]
    logs = numpy.log(list(RECURRED.values()))
    (slope, _), covariance = numpy.polyfit(days, logs, 1, cov=True)
    half = 4.302653 * numpy.sqrt(covariance[0][0])
    rates = [numpy.expm1(rate * 365.25) * 100 for rate in (slope, slope - half, slope + half)]
    return f"+{rates[0]:.0f}\u00a0% (+{rates[1]:.0f} to +{rates[2]:.0f})"


RECURRED = {"2023-12-12": 1.5, "2024-06-11": 3.6, "2024-12-10": 6.5, "2025-06-17": 9.0}


def test_every_cell_is_told_to_screen_readers() -> None:
    model = MassesModel()
    model.show_lines(mass_lines(dossier_of(full_case())))
    role = Qt.ItemDataRole.AccessibleTextRole
    row = model.row_of("M2")
    told = [model.data(model.index(row, column), role) for column in range(model.columnCount())]
    assert told[MASS].startswith(
        "M2, Left scapular region, recurred: 9.0 mL on 17\u2011Jun\u20112025"
    )
    assert told[VOLUME] == "Volume: 9.0 mL; +38\u00a0%"
    assert told[GROWTH].startswith("Growth per year (95 % CI): +")
    assert told[COMPLAINTS] == "Complaints: not asked"
    assert model.headerData(VOLUME, Qt.Orientation.Horizontal) == "Volume"
    assert model.data(model.index(-1, 0)) is None


def test_a_mass_that_was_left_out_says_since_when() -> None:
    case = case_of(HIP, LEFT, sized("M1", "2024-01-01", 70), sized("M2", "2024-01-01", 9))
    case = replace(case, mass_measurements=(*case.mass_measurements, sized("M1", "2025-01-01", 71)))
    line = lines(case)["M2"]
    assert line.size == ("volume alone", "not assessed since 01\u2011Jan\u20112024")
    assert line.row.unassessed == "not assessed since 01\u2011Jan\u20112024"
    assert "not assessed since" in line.row.spoken
    assert line.first == ("Feb\u20112022", "")
    assert lines(case)["M1"].first == ("01\u2011Jan\u20112024", "first measured")


def test_a_change_is_told_within_one_method_only() -> None:
    case = case_of(
        HIP,
        sized("M1", "2023-01-01", 10, "ct"),
        sized("M1", "2024-01-01", 20, "ultrasound"),
        sized("M1", "2025-01-01", 12, "ct"),
    )
    assert lines(case)["M1"].volume == ("12 mL", "+20\u00a0%")
    rows = [row.cells for row in history(case, "M1")]
    assert [cells[4] for cells in rows] == ["+20\u00a0%", "new method", "first"]
    assert [cells[1] for cells in rows] == ["CT", "US", "CT"]


def test_complaints_are_those_of_the_latest_look_that_asked() -> None:
    asked = replace(sized("M1", "2024-01-01", 10), pain="0", motion="full", ulcer="no")
    case = case_of(HIP, asked, sized("M1", "2025-01-01", 10))
    line = lines(case)["M1"]
    assert line.complaints == ("none", "01\u2011Jan\u20112024, no ulcer, pain 0/10, motion full")
    assert line.complaint == "untroubled"
    sore = replace(asked, drainage="yes", when="2025-06-01", id="sore")
    assert lines(case_of(HIP, asked, sore))["M1"].complaint == "troubled"


def test_the_history_has_operations_events_and_visits_that_left_the_mass_out() -> None:
    case = case_of(
        HIP,
        sized("M1", "2023-01-01", 10),
        absent("M1", "2024-01-01"),
        r.Procedure(
            id="cut",
            patient="p",
            kind="excision",
            when="2023-06-01",
            mass_id="M1",
            completeness="complete",
            note="clear margins",
        ),
        r.ClinicalEvent(patient="p", kind="infection", when="2023-07-01", mass_id="M1"),
    )
    visits = (
        r.Visit(patient="p", when="2025-01-01", regions_examined="shoulder"),
        r.Visit(patient="p", when="2024-01-01", regions_examined="hip"),
        r.Visit(patient="p", when="2024-06-01", regions_examined=""),
        r.Visit(patient="p", when="2020-01-01", regions_examined="knee"),
    )
    rows = history(replace(case, visits=visits), "M1")
    assert [(row.kind, row.text) for row in rows] == [
        ("unassessed", "not assessed"),
        ("measurement", ""),
        ("event", "infection"),
        ("surgery", "excision"),
        ("measurement", ""),
    ]
    assert rows[0].note == "examined: shoulder"
    assert rows[1].cells[2:4] == ("not detectable", "ND")
    assert rows[3].note == "complete, clear margins"
    assert rows[3].spoken == "01\u2011Jun\u20112023, excision, complete, clear margins"


def test_a_recurrence_is_told_with_its_time_since_the_excision() -> None:
    case = full_case()
    derived = dossier_of(case).derived
    # 21-Jun-2022 to 12-Dec-2023 are 539 days: 17.7 months
    assert came_back(case, derived, "M2").startswith("M2 recurred 18 months after")
    assert came_back(case, derived, "M1") == ""


def test_the_doubling_time_has_its_interval_and_methods() -> None:
    case = full_case()
    told = growth_sentence(case, dossier_of(case).derived, "M2")
    assert told.startswith("Doubling time 7 months (95 % CI ")
    assert told.endswith("n = 4 (CT 4).")
    assert growth_sentence(case, dossier_of(case).derived, "M9") == ""


def test_a_merged_mass_has_ended_and_waits_for_nobody() -> None:
    merged = replace(LEFT, merged_into="M1")
    event = r.ClinicalEvent(patient="p", kind="other", mass_id="M2", when="2024-02-01")
    case = case_of(HIP, merged, sized("M2", "2024-01-01", 9), sized("M1", "2025-01-01", 80), event)
    line = lines(case)["M2"]
    assert line.growth == ("series ended", "merged into M1")
    assert (line.row.volume, line.row.unassessed) == ("no size", "")
    assert history(case, "M2")[0].text == "merged into M1"
    assert came_back(case, dossier_of(case).derived, "M2") == "M2 merged into M1."
    assert [row.text for row in history(case, "M1") if row.kind == "event"] == ["M2 merged into it"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(10, "10 days"), (31, "1 month"), (213, "7 months"), (730, "24 months"), (1100, "3.0 years")],
)
def test_durations_are_months_and_from_two_years_on_years(days: float, said: str) -> None:
    assert duration_text(days) == said
