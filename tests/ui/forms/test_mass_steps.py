"""Excision, recurrence, division and merging: a small form each, and one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import records as r
from desktop.measures.looks import is_ended
from desktop.measures.masses import growth, total_volume
from desktop.ui.forms.mass_steps import MergingSubject, step_subject
from tests.measures.making import case_of
from tests.ui.masses_host import MassesHost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HIP = r.Mass(id="a", patient="p", mass_id="M1", site="hip", side="right")
LEFT = r.Mass(id="b", patient="p", mass_id="M2", site="hip", side="right")
GONE = r.Mass(id="c", patient="p", mass_id="M3", site="hip", side="right", merged_into="M1")


@pytest.fixture
def host(qtbot: QtBot, registry_path: Path) -> Iterator[MassesHost]:
    made = MassesHost(qtbot, registry_path, "lena")
    made.session.select_mass("M2")
    yield made
    made.close()


def test_an_excision_asks_for_time_and_completeness_alone(host: MassesHost) -> None:
    host.page.steps.excise.trigger()
    form = host.form
    assert form.form.windowTitle() == "Excision of M2"
    assert list(form.form.page.fields) == ["when", "completeness", "note"]
    form.enter("when", "2025-08-01")
    form.choose("completeness", "C")
    form.save()
    (done,) = host.case.procedures
    assert (done.kind, done.mass_id, done.site, done.side) == ("excision", "M2", "shoulder", "left")
    assert (done.when, done.completeness) == ("2025-08-01", "complete")
    assert is_ended(host.case, "M2")
    host.session.undo()
    assert host.case.procedures == ()


def test_a_size_after_the_excision_forms_a_new_series(host: MassesHost) -> None:
    cut = r.Procedure(patient="lena", kind="excision", when="2025-08-01", mass_id="M2")
    host.session.change("Excise", lambda edit: edit.put(cut))
    host.page.measure_button.click()
    host.form.enter("length_mm", "20")
    assert any(text.startswith("After excision: not compared") for text in host.form.preview)
    host.form.save()
    found = next(one for one in growth(host.case) if one.mass_id == "M2")
    assert (found.series, found.n) == (2, 1)


def test_an_excision_without_a_time_is_asked_again(host: MassesHost) -> None:
    host.page.steps.excise.trigger()
    form = host.form
    form.choose("completeness", "C")
    form.save()
    assert "stays open" in form.problem("when")
    form.save()
    assert len(host.case.procedures) == 1


def test_a_recurrence_is_a_new_mass_at_the_place_of_the_old(host: MassesHost) -> None:
    host.page.steps.recur.trigger()
    form = host.form
    assert form.form.windowTitle() == "Recurrence of M2"
    assert (form.typed("mass_id"), form.typed("site")) == ("M3", "Shoulder")
    form.enter("first_when", "2025-10-01")
    form.save()
    new = host.case.masses[-1]
    assert (new.mass_id, new.site, new.side, new.recurrence_of) == ("M3", "shoulder", "left", "M2")


def test_a_division_makes_the_smaller_part_a_mass_of_its_own(host: MassesHost) -> None:
    host.page.steps.divide.trigger()
    form = host.form
    form.enter("first_when", "2025-10-01")
    form.save()
    new = host.case.masses[-1]
    assert (new.mass_id, new.split_from, new.first_when) == ("M3", "M2", "2025-10-01")
    assert total_volume(host.case).value_ml is None  # 9 mL of 17-Jun were of the whole
    host.session.undo()
    assert [mass.mass_id for mass in host.case.masses] == ["M1", "M2"]


def test_a_merging_ends_one_mass_and_is_one_step(host: MassesHost) -> None:
    host.page.steps.merge.trigger()
    form = host.form
    assert form.form.windowTitle() == "M2 merged into another mass"
    form.choose("merged_into", "M1")
    form.enter("when", "2025-10-01")
    form.save()
    merged = host.case.masses[1]
    assert (merged.mass_id, merged.merged_into) == ("M2", "M1")
    (event,) = host.case.events
    assert (event.kind, event.mass_id, event.when) == ("other", "M2", "2025-10-01")
    line = next(line for line in host.page.table.masses.lines if line.mass_id == "M2")
    assert (line.row.state, line.row.unassessed) == ("merged", "")
    assert "M2" not in {spot.mass_id for spot in host.page.map.spots}
    assert "M2: merged into M1" in host.page.not_on_map.text()
    assert not host.page.steps.measure.isEnabled()
    host.session.undo()
    assert host.case.events == ()
    assert host.case.masses[1].merged_into == ""


def test_a_merging_needs_another_mass_that_is_still_there() -> None:
    case = case_of(HIP, LEFT, GONE)
    for into, said in (("", "choose"), ("M2", "itself"), ("M3", "merged into another")):
        form = MergingSubject(case, LEFT, "event")
        cells = {"merged_into": into, "when": "2025-01-01", "note": ""}
        (problem,) = form.problems(form.records(cells))
        assert (problem.level, problem.column) == ("error", "merged_into")
        assert said in problem.rule


def test_a_merging_without_a_time_is_kept_after_a_warning() -> None:
    form = MergingSubject(case_of(HIP, LEFT), LEFT, "event")
    problems = form.problems(form.records({"merged_into": "M1", "when": "", "note": ""}))
    assert [(problem.level, problem.column) for problem in problems] == [("warning", "when")]


def test_cells_that_name_no_step_open_the_usual_form() -> None:
    case = case_of(HIP)
    assert step_subject(case, "procedures", {"kind": "biopsy", "mass_id": "M1"}) is None
    assert step_subject(case, "masses", {"site": "knee"}) is None
