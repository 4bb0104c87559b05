"""What a stop speaks against: plans need a reason, history does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.work.contradictions import contradictions, reason_note

AS_OF = date(2025, 6, 1)
PERSON = r.Patient(id="p", patient_id="P1", sex="female", birth_date="2009-05-04")
FOP = replace(PERSON, diagnosis="fop", diagnosis_status="confirmed")
HFTC = replace(
    PERSON, diagnosis="hyperphosphatemic_tumoral_calcinosis", diagnosis_status="confirmed"
)


def dossier(
    patient: r.Patient,
    *,
    labs: tuple[r.LabResult, ...] = (),
    allergies: tuple[r.Allergy, ...] = (),
    procedures: tuple[r.Procedure, ...] = (),
) -> Dossier:
    return dossier_of(
        Case(patient=patient, as_of=AS_OF, labs=labs, allergies=allergies, procedures=procedures)
    )


def procedure(kind: str, when: str) -> r.Procedure:
    return r.Procedure(id="x", patient="p", kind=kind, when=when)


def drug(agent: str, start: str = "2025-06-01", stop: str = "") -> r.Treatment:
    return r.Treatment(id="t", patient="p", agent=agent, start_when=start, stop_when=stop)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("excision", "fop-no-surgery"),
        ("biopsy", "fop-no-biopsy"),
        ("injection", "fop-no-biopsy"),
        ("dental", "fop-no-jaw-block"),
    ],
)
def test_procedures_that_start_new_bone_are_stopped_in_fop(kind: str, rule: str) -> None:
    (found,) = contradictions((procedure(kind, "2025-06-20"),), dossier(FOP))
    assert found.is_plan
    assert rule in [stop.id for stop in found.stops]


@pytest.mark.parametrize("when", ["2025-06-01", "2025-06", "2025", "2026-01-01", ""])
def test_from_today_on_or_without_a_time_it_is_a_plan(when: str) -> None:
    (found,) = contradictions((procedure("biopsy", when),), dossier(FOP))
    assert found.is_plan


@pytest.mark.parametrize("when", ["2025-05-31", "2025-05", "2019", "P12Y"])
def test_what_was_done_before_today_is_history(when: str) -> None:
    (found,) = contradictions((procedure("biopsy", when),), dossier(FOP))
    assert not found.is_plan


def test_imaging_is_never_stopped() -> None:
    assert contradictions((procedure("imaging", "2025-06-20"),), dossier(FOP)) == ()


def test_nothing_is_stopped_where_fop_is_not_in_question() -> None:
    assert contradictions((procedure("biopsy", "2025-06-20"),), dossier(PERSON)) == ()


def test_burosumab_is_stopped_in_hftc_by_key_and_in_free_text() -> None:
    for agent in ("burosumab", "Burosumab 20 mg"):
        (found,) = contradictions((drug(agent),), dossier(HFTC))
        assert found.is_plan
        assert [stop.id for stop in found.stops] == ["avoid-burosumab"]


def test_a_drug_that_was_stopped_is_history() -> None:
    (found,) = contradictions((drug("burosumab", "2020", "2021"),), dossier(HFTC))
    assert not found.is_plan


def test_a_warning_is_no_stop() -> None:
    high = r.LabResult(
        patient="p", analyte="serum_phosphate", value="7", unit="mg/dL", when="2025-05-20"
    )
    raised = dossier(HFTC, labs=(high,))
    assert "avoid-oral-phosphate" in [alert.id for alert in raised.assessment.alerts]
    assert contradictions((drug("oral_phosphate"),), raised) == ()


def test_a_drug_to_which_an_allergy_is_recorded_is_stopped() -> None:
    allergy = r.Allergy(id="a", patient="p", substance="Denosumab", status="confirmed")
    (found,) = contradictions((drug("denosumab"),), dossier(PERSON, allergies=(allergy,)))
    assert [stop.id for stop in found.stops] == ["allergy.a"]
    assert contradictions((drug("probenecid"),), dossier(PERSON, allergies=(allergy,))) == ()


def test_a_stop_that_holds_only_while_a_drug_is_taken_is_seen_ahead() -> None:
    low = r.LabResult(
        patient="p", analyte="serum_calcium_total", value="7", unit="mg/dL", when="2025-05-30"
    )
    grown = dossier(replace(PERSON, birth_date="1980-05-04"), labs=(low,))
    assert contradictions((drug("denosumab"),), grown) == ()
    (found,) = contradictions((drug("denosumab"),), grown, looks_ahead=True)
    assert [stop.id for stop in found.stops] == ["denosumab-calcium"]


def test_changing_details_of_what_was_planned_already_is_no_new_plan() -> None:
    old = procedure("biopsy", "2025-06-20")
    held = dossier(FOP, procedures=(old,))
    (found,) = contradictions((replace(old, when="2025-07-01"),), held, stored=(old,))
    assert not found.is_plan
    (found,) = contradictions((replace(old, kind="excision"),), held, stored=(old,))
    assert found.is_plan


def test_a_past_procedure_that_is_moved_into_the_future_is_a_plan() -> None:
    old = procedure("biopsy", "2020-06-20")
    (found,) = contradictions((replace(old, when="2025-07-01"),), dossier(FOP), stored=(old,))
    assert found.is_plan


def test_the_note_tells_what_was_overridden_by_whom_and_why() -> None:
    (found,) = contradictions((procedure("biopsy", "2025-06-20"),), dossier(FOP))
    note = reason_note("Left thigh.", found.stops, reason="Sarcoma?", who="Dr. A", day=AS_OF)
    assert note.startswith("Left thigh. Recorded against “FOP")
    assert note.endswith("by Dr. A: Sarcoma?")
    assert "2025" in note
