"""The overview's guidance column: stops first, three levels, nothing set aside in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import (
    Advice,
    Alert,
    Assessment,
    Candidate,
    Failure,
    Silenced,
)
from desktop.guidance.dossier import Dossier
from desktop.measures.derived import derive
from desktop.ui.theme import theme
from desktop.ui.widgets.card import ClampedLabel
from desktop.ui.widgets.column_section import Section
from desktop.ui.widgets.guidance_column import GuidanceColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CASE = Case(patient=r.Patient(id="p", patient_id="CR-1"), as_of=date(2026, 11, 20))
FOP = Candidate(
    disorder="fop", cause=None, name="FOP", standing="established", score=1, reason="Toes."
)
STOP = Alert(
    id="no-surgery",
    severity="contraindication",
    text="Do not remove bone.",
    short="No surgery",
    forbids=("surgical_excision",),
)
CARE = Alert(id="care", severity="warning", text="Review the dose.", short="Review")
ASIDE = Silenced(who="Dr Muster", when="2026-02-03", reason="Known for years", record="s1")


def dossier(**parts: object) -> Dossier:
    made = Assessment(patient_id="CR-1", guidance_version="1", differential=(FOP,))
    return Dossier(CASE, derive(CASE), replace(made, **parts))  # type: ignore[arg-type]


@pytest.fixture
def column(qtbot: QtBot) -> GuidanceColumn:
    made = GuidanceColumn()
    qtbot.addWidget(made)
    made.resize(328, 700)
    made.show()
    return made


def words(column: GuidanceColumn) -> list[str]:
    inner = column.widget()
    assert inner is not None
    found = inner.findChildren(QLabel)
    told = (one.whole if isinstance(one, ClampedLabel) else one.text() for one in found)
    return [text for text in told if text]


def test_a_stop_comes_before_all_else_on_a_solid_ground(column: GuidanceColumn) -> None:
    column.show_guidance(dossier(alerts=(STOP, CARE)))
    assert words(column)[:2] == ["Stop", "Do not remove bone."]
    inner = column.widget()
    assert inner is not None
    first = inner.findChildren(Section)[0]
    assert first.grab().toImage().pixelColor(3, 3) == theme().color("stopline")


def test_while_fop_is_open_the_same_alert_is_tinted(column: GuidanceColumn) -> None:
    found = dossier(alerts=(STOP,), differential=(replace(FOP, standing="possible"),))
    column.show_guidance(found)
    told = words(column)
    assert "Stop" not in told
    assert told.index("Avoid in this patient") < told.index("Do not remove bone.")


def test_a_stop_that_was_set_aside_stays_and_says_who_did_it(column: GuidanceColumn) -> None:
    column.show_guidance(dossier(alerts=(replace(STOP, silenced=ASIDE),)))
    told = words(column)
    assert told[0] == "Stop"
    assert "Set aside, still holds. By Dr Muster, 03\u2011Feb\u20112026: Known for years" in told


def test_what_was_set_aside_is_counted(column: GuidanceColumn) -> None:
    plan = Advice(id="plan", action="Diet", text="Eat less", strength="", silenced=ASIDE)
    column.show_guidance(dossier(alerts=(replace(CARE, silenced=ASIDE),), management=(plan,)))
    told = words(column)
    assert "Review the dose." not in told
    assert "Eat less" not in told
    assert told[-1] == "2 items: see Guidance"


def test_what_could_not_be_worked_out_is_told(column: GuidanceColumn) -> None:
    column.show_guidance(dossier(failures=(Failure(rule="x", text="Rule x failed."),)))
    assert words(column)[:2] == ["Could not be worked out", "Rule x failed."]


def test_guidance_that_failed_leaves_no_empty_column(column: GuidanceColumn) -> None:
    column.show_guidance(dossier(), has_failed=True)
    assert words(column) == ["The guidance could not be applied to this patient."]
