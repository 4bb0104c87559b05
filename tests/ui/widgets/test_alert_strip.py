"""The alert strip: a stop is never cut, hidden or out of order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import Alert, Assessment, Candidate, Silenced
from desktop.guidance.dossier import Dossier
from desktop.measures.values import Derived
from desktop.ui.widgets.alert_strip import AlertStrip, strip_items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FOP = Candidate(disorder="fop", cause=None, name="FOP", standing="established", score=1, reason="")
ALERTS = (
    Alert(id="note", severity="info", text="A note.", short="A note"),
    Alert(id="avoid", severity="warning", text="Avoid.", short="Avoid calcium-based binders"),
    Alert(
        id="ban",
        severity="contraindication",
        text="FOP is established. Do not operate.",
        short="FOP established: no surgery, no biopsy, no injection into muscle",
    ),
    Alert(
        id="hold",
        severity="contraindication",
        text="Do not give burosumab.",
        short="No burosumab: FGF23 action is low here",
        forbids=("burosumab",),
    ),
    Alert(id="old", severity="warning", text="Over.", short="FOP ruled out", cleared=True),
)


def dossier(alerts: tuple[Alert, ...] = ALERTS, *allergies: r.Allergy) -> Dossier:
    patient = r.Patient(id="a", patient_id="CR-1")
    case = Case(patient=patient, as_of=date(2025, 11, 20), allergies=allergies)
    assessment = Assessment(
        patient_id="CR-1", guidance_version="test", differential=(FOP,), alerts=alerts
    )
    return Dossier(case, Derived(), assessment)


def test_levels_come_in_the_order_of_danger() -> None:
    levels = [item.level for item in strip_items(dossier())]
    assert levels == ["stop", "hold", "caution", "info", "cleared", "unrecorded"]


def test_not_recorded_unknown_and_none_known_are_three_things() -> None:
    def last(*allergies: r.Allergy) -> str:
        return strip_items(dossier((), *allergies))[-1].text

    assert last() == "Allergies not recorded"
    unknown = r.Allergy(patient="a", substance="any", status="unknown")
    none_known = r.Allergy(patient="a", substance="none", status="none_known")
    assert last(unknown) == "Allergies asked for, unknown"
    assert last(none_known) == "No known allergies"


def test_a_stop_stays_whole_in_a_narrow_window(qtbot: QtBot) -> None:
    strip = AlertStrip()
    qtbot.addWidget(strip)
    strip.resize(360, 34)
    strip.show_dossier(dossier())
    strip.show()
    texts = strip.texts()
    assert texts[0] == ALERTS[2].short
    assert texts[1] == ALERTS[3].short
    assert "A note" not in texts
    for chip in strip._chips[:2]:
        needed = chip.text.fontMetrics().boundingRect(
            chip.text.contentsRect(), int(chip.text.alignment()) | 0x1000, chip.text.text()
        )
        assert needed.height() <= chip.text.height()
        assert chip.geometry().right() <= strip.width()


def test_all_alerts_are_counted_where_some_are_hidden(qtbot: QtBot) -> None:
    strip = AlertStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 34)
    strip.show_dossier(dossier())
    assert strip.all_button.text() == "All alerts (5)"


def test_what_guidance_says_of_allergies_is_not_said_twice() -> None:
    unrecorded = Alert(
        id="allergies-not-recorded",
        severity="info",
        text="Allergies are not recorded. Ask before any new drug.",
        short="Allergies not recorded",
    )
    assert [item.text for item in strip_items(dossier((unrecorded,)))] == ["Allergies not recorded"]
    lena = dossier((unrecorded,))
    assert "Ask before any new drug" in strip_items(lena)[0].whole


def test_a_caution_that_was_set_aside_says_so_and_a_stop_stays_solid() -> None:
    aside = Silenced(who="Dr Muster", when="2025-02-03", reason="Known", record="s")
    items = strip_items(dossier((ALERTS[1], ALERTS[2])))
    assert [item.level for item in items] == ["stop", "caution", "unrecorded"]
    silenced = tuple(replace(alert, silenced=aside) for alert in (ALERTS[1], ALERTS[2]))
    stop, caution, _ = strip_items(dossier(silenced))
    assert (stop.level, stop.text) == ("stop", ALERTS[2].short)
    assert "Set aside. By Dr Muster, 03\u2011Feb\u20112025: Known" in stop.whole
    assert (caution.level, caution.text) == ("aside", "Set aside: Avoid calcium-based binders")
