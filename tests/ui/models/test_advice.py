"""An assessment as entries: how loud, what is said, and that nothing vanishes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.guidance.assessment import (
    Advice,
    Alert,
    Assessment,
    Candidate,
    Failure,
    Monitoring,
    NextTest,
    OwnRhythm,
    Silenced,
    Standing,
)
from desktop.ui.models.advice import (
    entry_of_test,
    failure_entries,
    monitoring_entries,
    plan_entries,
    silenced_entries,
    warning_sign_entries,
)
from desktop.ui.models.alerts import BRING_BACK, SET_ASIDE, alert_entries, alert_entry, loudness

NO_SURGERY = Alert(
    id="no-surgery",
    severity="contraindication",
    text="Do not remove bone.",
    short="No surgery",
    forbids=("surgical_excision",),
    patient_text="Let nobody cut a lump out.",
)
NO_DRUG = Alert(
    id="no-drug",
    severity="contraindication",
    text="Do not give it.",
    short="",
    forbids=("burosumab",),
)
CARE = Alert(id="care", severity="warning", text="Review the dose.", short="Review")
ASIDE = Silenced(who="Dr Muster", when="2026-02-03", reason="Known for years", record="s1")
FAR = Monitoring(
    what="Phosphate", text="Phosphate", every="P3M", last="2026-01-01", due="2026-04-01", id="watch"
)


def assessed(standing: Standing = "possible", **parts: object) -> Assessment:
    fop = Candidate(disorder="fop", cause=None, name="FOP", standing=standing, score=0.5, reason="")
    made = Assessment(patient_id="CR-1", guidance_version="1", differential=(fop,))
    return replace(made, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("standing", "ground"), [("established", "stop"), ("probable", "hold"), ("possible", "hold")]
)
def test_a_stop_is_solid_only_where_fop_is_established(standing: Standing, ground: str) -> None:
    assert loudness(NO_SURGERY, assessed(standing)) == ground


def test_contraindications_are_not_all_equally_loud() -> None:
    found = assessed("established")
    allergy = Alert(id="allergy.a1", severity="warning", text="Allergy", short="Allergy")
    note = replace(CARE, severity="info")
    grounds = [loudness(one, found) for one in (NO_SURGERY, NO_DRUG, allergy, CARE, note)]
    assert grounds == ["stop", "ban", "hold", "caution", "note"]


def test_a_contraindication_that_was_set_aside_stays_as_loud_and_says_so() -> None:
    silenced = replace(NO_SURGERY, silenced=ASIDE)
    (entry,) = alert_entries(assessed("established", alerts=(silenced,)))
    assert entry.ground == "stop"
    assert "Set aside, still holds. By Dr Muster, 03\u2011Feb\u20112026: Known for years" in (
        entry.spoken()
    )
    assert [action.name for action in entry.actions] == [BRING_BACK]


def test_a_caution_that_was_set_aside_moves_to_its_own_list() -> None:
    found = assessed(alerts=(replace(CARE, silenced=ASIDE),))
    assert not alert_entries(found)
    (entry,) = silenced_entries(found)
    assert entry.key == "care"
    assert "By Dr Muster" in entry.spoken()
    assert "Known for years" in entry.spoken()
    assert [action.name for action in entry.actions] == [BRING_BACK]


def test_everything_set_aside_is_listed_whatever_it_is() -> None:
    plan = Advice(id="plan", action="Diet", text="Eat less", strength="", silenced=ASIDE)
    test = NextTest(test="t", text="Ask", separates=(), why="", id="ask", silenced=ASIDE)
    watched = replace(FAR, silenced=ASIDE)
    found = assessed(
        alerts=(replace(NO_DRUG, silenced=ASIDE),),
        management=(plan,),
        next_tests=(test,),
        monitoring=(watched,),
    )
    keys = [entry.key for entry in silenced_entries(found)]
    assert keys == ["no-drug", "plan", "ask", "watch"]
    assert not plan_entries(found)
    assert not monitoring_entries(found)


def test_the_wording_for_patients_stands_beside_that_for_clinicians() -> None:
    found = assessed(alerts=(NO_SURGERY, NO_DRUG))
    assert "Let nobody" not in alert_entries(found)[0].spoken()
    first, second = alert_entries(found, for_patient=True)
    assert "Do not remove bone" in first.spoken()
    assert "For the patient: Let nobody cut a lump out" in first.spoken()
    assert "No wording for patients" in second.spoken()


def test_what_failed_is_a_card_of_its_own_and_no_alert_besides() -> None:
    failed = Alert(id="failed.rule-x", severity="warning", text="Rule x", short="")
    found = assessed(
        alerts=(failed, CARE), failures=(Failure(rule="rule-x", text="Rule x failed"),)
    )
    assert [entry.key for entry in alert_entries(found)] == ["care"]
    (entry,) = failure_entries(found)
    assert entry.spoken() == "Failed. Rule x failed"


def test_a_cleared_alert_stays_and_cannot_be_set_aside() -> None:
    entry = alert_entry(replace(NO_SURGERY, cleared=True, text="FOP ruled out"), assessed())
    assert (entry.ground, entry.title, entry.actions) == ("quiet", "FOP ruled out", ())


def test_advice_names_its_evidence_and_a_superseded_one_what_holds_now() -> None:
    old = Advice(
        id="old", action="Cut", text="Remove it", strength="source text", superseded_by="It recurs."
    )
    (entry,) = plan_entries(assessed(management=(old,)))
    assert "Superseded: It recurs" in entry.spoken()
    assert "Evidence: source text" in entry.spoken()
    assert entry.ground == "quiet"


def test_warning_signs_stand_apart_from_the_plan() -> None:
    sign = Advice(id="hftc-warning-signs", action="Warning signs", text="Numbness", strength="")
    found = assessed(management=(sign,))
    assert not plan_entries(found)
    assert [entry.title for entry in warning_sign_entries(found)] == ["Numbness"]


def test_overdue_is_told_in_a_word_and_comes_first() -> None:
    late = replace(FAR, id="late", is_overdue=True)
    soon = replace(FAR, id="soon", due="2026-03-01")
    entries = monitoring_entries(assessed(monitoring=(soon, late)))
    assert [entry.key for entry in entries] == ["late", "soon"]
    assert entries[0].aside == "overdue"
    assert "Every 3 months; last 01\u2011Jan\u20112026; was due 01\u2011Apr\u20112026" in (
        entries[0].spoken()
    )
    assert entries[1].aside == "01\u2011Mar\u20112026"


def test_a_patients_own_interval_says_who_decided_it_and_what_is_usual() -> None:
    own = OwnRhythm(who="Dr Muster", when="2026-02-03", reason="Far away", usual="P3M", record="o")
    item = replace(FAR, every="P1Y", own=own)
    (entry,) = monitoring_entries(assessed(monitoring=(item,)))
    assert "This patient's own interval. Instead of every 3 months. Dr Muster" in entry.spoken()
    assert "Far away" in entry.spoken()


def test_a_test_says_what_each_answer_would_change_and_what_it_asks() -> None:
    test = NextTest(
        test="acvr1",
        text="Ask for ACVR1",
        separates=("fop",),
        why="It settles FOP. Found: FOP is established. Not found: FOP is unlikely.",
        id="ask-acvr1",
        burden="blood",
        changes=("Found: FOP is established", "Not found: FOP is unlikely"),
    )
    entry = entry_of_test(test)
    leads = [(line.lead, line.text) for line in entry.lines]
    assert leads[:3] == [
        ("", "It settles FOP."),
        ("Found:", "FOP is established"),
        ("Not found:", "FOP is unlikely"),
    ]
    assert entry.aside == "blood sample"
    assert SET_ASIDE in [action.name for action in entry.actions]
