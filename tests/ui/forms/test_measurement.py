"""The measurement of a mass with its visit: three numbers and Ctrl+Enter, mass after mass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain import records as r
from desktop.measures.looks import looks
from desktop.ui.forms.measurement import MeasurementSubject, Walk
from desktop.ui.forms.measurement_panel import MeasurementPanel
from desktop.ui.forms.regions import RegionsEditor
from desktop.ui.forms.segments import NOT_ASSESSED
from tests.measures.making import case_of, sized
from tests.ui.masses_host import MassesHost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain.case import Case

HIP = r.Mass(patient="p", mass_id="M1", site="hip", side="right")
LEFT = r.Mass(patient="p", mass_id="M2", site="shoulder", side="left")
RIGHT = r.Mass(patient="p", mass_id="M3", site="shoulder", side="right")
WHEN = "2025-11-20"


def subject(case: Case, **given: str) -> MeasurementSubject:
    return MeasurementSubject(case, "new", "visit", given=tuple(given.items()))


def entered(case: Case, **cells: str) -> tuple[r.Record, ...]:
    return subject(case).records({"when": WHEN, "modality": "ct", **cells})


def visit_in(records: tuple[r.Record, ...]) -> r.Visit:
    return next(one for one in records if isinstance(one, r.Visit))


def test_a_size_is_written_with_the_visit_and_its_region() -> None:
    measured, visit = entered(case_of(HIP, LEFT), mass_id="M2", length_mm="35", observer="Dr A")
    assert isinstance(measured, r.MassMeasurement)
    assert (measured.mass_id, measured.length_mm) == ("M2", "35")
    assert isinstance(visit, r.Visit)
    assert (visit.when, visit.regions_examined, visit.modality) == (WHEN, "shoulder", "ct")
    assert visit.clinician == "Dr A"


def test_with_masses_on_both_sides_the_region_names_its_side() -> None:
    records = entered(case_of(LEFT, RIGHT), mass_id="M2", length_mm="35")
    assert visit_in(records).regions_examined == "left shoulder"


def test_ticked_regions_are_named_too() -> None:
    records = entered(case_of(HIP, LEFT), mass_id="M2", length_mm="35", regions_examined="hip")
    assert visit_in(records).regions_examined == "hip;shoulder"


def test_not_detectable_is_a_look_and_not_assessed_is_none() -> None:
    case = case_of(HIP, LEFT)
    seen = entered(case, mass_id="M2", not_detectable="yes")
    assert isinstance(seen[0], r.MassMeasurement)
    assert visit_in(seen).regions_examined == "shoulder"
    (visit,) = entered(case, mass_id="M2", not_detectable=NOT_ASSESSED)
    assert isinstance(visit, r.Visit)
    assert visit.regions_examined == ""


def test_a_second_mass_of_the_visit_is_added_to_the_stored_one() -> None:
    stored = r.Visit(
        id="v", patient="p", when=WHEN, regions_examined="hip", modality="ct", clinician="Dr B"
    )
    case = replace(case_of(HIP, LEFT), visits=(stored,))
    visit = visit_in(entered(case, mass_id="M2", length_mm="35", observer="Dr A"))
    assert (visit.id, visit.regions_examined, visit.clinician) == ("v", "hip;shoulder", "Dr B")


def test_a_visit_by_another_method_is_a_visit_of_its_own() -> None:
    stored = r.Visit(id="v", patient="p", when=WHEN, regions_examined="hip", modality="mri")
    case = replace(case_of(HIP, LEFT), visits=(stored,))
    assert visit_in(entered(case, mass_id="M2", length_mm="35")).id == "visit"


def test_a_region_ticked_by_mistake_can_be_taken_back() -> None:
    stored = r.Visit(id="v", patient="p", when=WHEN, regions_examined="hip;elbow", modality="ct")
    case = replace(case_of(HIP, LEFT), visits=(stored,))
    form = subject(case, mass_id="M2", when=WHEN, modality="ct")
    assert form.start()["regions_examined"] == "hip;elbow"
    cells = {"mass_id": "M2", "when": WHEN, "modality": "ct", "length_mm": "35"}
    assert visit_in(form.records({**cells, "regions_examined": "hip"})).regions_examined == (
        "hip;shoulder"
    )


def test_without_a_time_there_is_no_visit() -> None:
    records = subject(case_of(HIP)).records({"mass_id": "M1", "when": "", "length_mm": "35"})
    assert [type(one) for one in records] == [r.MassMeasurement]


def test_not_assessed_with_a_size_is_refused() -> None:
    form = subject(case_of(HIP))
    records = form.records(
        {"mass_id": "M1", "when": WHEN, "not_detectable": NOT_ASSESSED, "length_mm": "35"}
    )
    (problem,) = form.problems(records)
    assert (problem.level, problem.column) == ("error", "not_detectable")


def test_a_slip_is_asked_before_it_is_kept() -> None:
    case = case_of(HIP, sized("M1", "2024-01-01", 9))
    form = subject(case)
    cells = {"mass_id": "M1", "when": WHEN, "length_mm": "350", "width_mm": "270"}
    problems = form.problems(form.records({**cells, "depth_mm": "210"}))
    assert any("Meant 35 × 27 × 21 mm" in problem.rule for problem in problems)


def test_a_new_entry_begins_today_with_the_last_method() -> None:
    case = case_of(HIP, sized("M1", "2024-01-01", 9, "mri"))
    started = subject(case, mass_id="M1").start()
    assert (started["when"], started["modality"]) == (case.as_of.isoformat(), "mri")


def test_a_case_told_in_ages_is_not_given_a_date() -> None:
    case = case_of(HIP, sized("M1", "P9Y", 9))
    assert subject(case, mass_id="M1").start()["when"] == ""
    died = replace(case_of(HIP), patient=r.Patient(id="p", patient_id="P1", death_when="2020"))
    assert subject(died, mass_id="M1").start()["when"] == ""


def test_the_walk_goes_round_and_leaves_out_what_is_no_longer_there() -> None:
    merged = replace(RIGHT, merged_into="M2")
    ankle = r.Mass(patient="p", mass_id="M4", site="ankle", side="left")
    case = case_of(HIP, LEFT, merged, ankle)
    walk = Walk()
    assert [mass.mass_id for mass in walk.left(case, "M2")] == ["M4", "M1"]
    walk.done("M2")
    assert [mass.mass_id for mass in walk.left(case, "M4")] == ["M1"]
    walk.done("M4")
    assert walk.left(case, "M1") == []


# By keyboard, on a real registry


@pytest.fixture
def host(qtbot: QtBot, registry_path: Path) -> Iterator[MassesHost]:
    made = MassesHost(qtbot, registry_path, "lena")
    yield made
    made.close()


def test_three_numbers_and_ctrl_enter(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    form = host.form
    assert QApplication.focusWidget() is form.form.page.fields["length_mm"].editor
    for text in ("3.5 cm", "27", "21"):
        form.keys.type(text)
        form.keys.press(Qt.Key.Key_Tab)
    # pi/6 x 35 x 27 x 21 mm = 10.39 mL; 33 x 26 x 20 mm before = 8.98 mL: +16 %
    assert "10.4 mL" in form.preview
    assert any("+16" in text for text in form.preview)
    form.save()
    newest = host.case.measurements_of("M2")[-1]
    assert (newest.length_mm, newest.width_mm, newest.depth_mm) == ("35", "27", "21")
    assert (newest.when, newest.modality) == (host.case.as_of.isoformat(), "ct")
    (visit,) = host.case.visits
    assert (visit.regions_examined, visit.modality) == ("shoulder", "ct")


def test_one_step_is_undone_with_its_visit(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    host.form.keys.type("35")
    host.form.save()
    host.session.undo()
    assert host.case.visits == ()
    assert len(host.case.measurements_of("M2")) == 1


def test_save_and_next_walks_through_all_masses(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    form = host.form
    assert form.form.ahead_note.text() == "Next: M1 Right hip, 1 left"
    form.enter("when", WHEN)
    form.enter("length_mm", "35")
    form.save_and_next()
    form = host.form
    assert (form.typed("mass_id"), form.typed("when")) == ("M1", WHEN)
    assert form.typed("length_mm") == ""
    assert host.session.mass_id == "M1"
    form.choose("not_detectable", "Not a")
    assert form.typed("not_detectable") == NOT_ASSESSED
    form.save_and_next()
    assert host.opened is None
    assert host.case.measurements_of("M1") == ()
    assert {look.mass_id: look.state for look in looks(host.case)}["M1"] == "not_assessed"


def test_a_ticked_region_tells_apart_examined_and_not_assessed(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    form = host.form
    form.enter("length_mm", "35")
    regions = form.form.page.fields["regions_examined"].editor
    assert isinstance(regions, RegionsEditor)
    regions.boxes["hip"].click()
    form.save()
    assert host.case.visits[0].regions_examined == "hip;shoulder"
    assert {look.mass_id: look.state for look in looks(host.case)}["M1"] == "region_only"


def test_pain_motion_ulcer_and_drainage_are_of_this_visit(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    form = host.form
    form.enter("length_mm", "35")
    form.enter("pain", "4")
    form.choose("motion", "L")
    form.choose("ulcer", "Y")
    form.save()
    newest = host.case.measurements_of("M2")[-1]
    told = (newest.pain, newest.motion, newest.ulcer, newest.drainage)
    assert told == ("4", "limited", "yes", "")
    line = next(one for one in host.page.table.masses.lines if one.mass_id == "M2")
    assert line.complaints == ("ulcer, pain 4/10", "motion limited")
    assert line.complaint == "troubled"


def test_another_method_is_not_compared(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    form = host.form
    form.choose("modality", "U")
    form.enter("length_mm", "35")
    assert form.typed("modality") == "ultrasound"
    assert any("Other method, so not compared" in text for text in form.preview)
    assert not any("since" in text for text in form.preview)


def test_the_chart_shows_the_typed_value_in_the_trend(host: MassesHost, qtbot: QtBot) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    host.form.enter("length_mm", "35")
    panel = host.form.form.panel
    assert isinstance(panel, MeasurementPanel)
    qtbot.waitUntil(lambda: panel.chart.spec is not None)
    qtbot.wait(120)
    spec = panel.chart.spec
    assert spec is not None
    entry = spec.series[-1]
    assert (entry.key, entry.points[0].is_filled, entry.points[0].text) == (
        "entry",
        False,
        "22.4 mL",  # a sphere of 35 mm: pi/6 x 35^3
    )


def test_an_unfinished_measurement_is_there_again(host: MassesHost) -> None:
    host.session.select_mass("M2")
    host.page.measure_button.click()
    host.form.enter("length_mm", "35")
    host.form.leave()
    assert host.opened is None
    host.page.measure_button.click()
    assert host.form.typed("length_mm") == "35"
    host.form.form.message.action.click()
    assert host.form.typed("length_mm") == ""


def test_a_stored_measurement_is_changed_in_the_same_form(host: MassesHost) -> None:
    stored = host.case.mass_measurements[0]
    host.session.asks.edit.emit(stored)
    form = host.form
    assert "regions_examined" not in form.form.page.fields
    form.enter("width_mm", "27")
    form.save()
    changed = host.case.mass_measurements[0]
    assert (changed.id, changed.width_mm, changed.when) == (stored.id, "27", stored.when)
    assert host.case.visits == ()
