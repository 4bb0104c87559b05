"""The window of all alerts: none disappears without trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.assessment import Alert, Assessment, Failure, Silenced
from desktop.guidance.dossier import Dossier
from desktop.measures.derived import derive
from desktop.ui.views.alerts import panel_entries

CASE = Case(patient=r.Patient(id="p", patient_id="CR-1"), as_of=date(2026, 11, 20))
CARE = Alert(id="care", severity="warning", text="Review the dose.", short="Review")
ASIDE = Silenced(who="Dr Muster", when="2026-02-03", reason="Known for years", record="s1")


def entries(*alerts: Alert, failures: tuple[Failure, ...] = ()) -> list[str]:
    found = Assessment(
        patient_id="CR-1",
        guidance_version="1",
        differential=(),
        alerts=alerts,
        failures=failures,
    )
    listed = panel_entries(Dossier(CASE, derive(CASE), found))
    assert not any(entry.actions for entry in listed)
    return [entry.spoken() for entry in listed]


def test_an_alert_that_was_set_aside_is_listed_with_who_and_why() -> None:
    told = entries(replace(CARE, silenced=ASIDE))
    assert told[0].startswith("Set aside. Review")
    assert "By Dr Muster, 03\u2011Feb\u20112026: Known for years" in told[0]


def test_a_cleared_alert_is_listed_as_one_that_does_not_apply() -> None:
    told = entries(replace(CARE, cleared=True, text="FOP ruled out"))
    assert told[0].startswith("Does not apply any more. FOP ruled out")


def test_what_failed_comes_first_and_allergies_last() -> None:
    told = entries(CARE, failures=(Failure(rule="x", text="Rule x failed."),))
    assert told == ["Failed. Rule x failed", "Caution. Review. Review the dose", told[-1]]
    assert told[-1] == "Allergies not recorded"
