"""Drugs with their cautions beside them, running and past told apart; a change of dose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.dossier import Dossier, dossier_of
from desktop.ui.models.entries import Entry
from desktop.ui.models.treatment import (
    DOSE,
    STOP,
    alerts_of,
    allergy_line,
    can_stop_today,
    current_drugs,
    drug_entries,
    past_drugs,
)
from desktop.ui.models.treatment_dose import DoseSubject

AS_OF = date(2025, 12, 1)


def drug(
    agent: str = "sevelamer", start: str = "2024-01-01", stop: str = "", **cells: str
) -> r.Treatment:
    return r.Treatment(
        patient="p",
        agent=agent,
        start_when=start,
        stop_when=stop,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


def case_of(*drugs: r.Treatment, birth: str = "2010-01-01", **tables: object) -> Case:
    patient = r.Patient(id="p", patient_id="CR-0001", sex="female", birth_date=birth)
    case = Case(patient=patient, as_of=AS_OF, treatments=drugs)
    return replace(case, **tables)  # type: ignore[arg-type]  # tables of records


def entry_of(case: Case) -> Entry:
    (entry,) = drug_entries(dossier_of(case), is_assessed=True)
    return entry


def lines(entry: Entry) -> list[str]:
    return [line.whole for line in entry.lines]


def test_running_past_and_planned_courses_are_told_apart() -> None:
    running, past = drug(), drug("probenecid", "2020", "2021")
    planned, today = drug("lanthanum", "2026-02-01"), drug("anakinra", stop="2025-12-01")
    case = case_of(past, running, planned, today)
    assert current_drugs(case) == [planned, running]
    assert past_drugs(case) == [today, past]
    asides = [entry.aside for entry in drug_entries(dossier_of(case), is_assessed=False)]
    assert asides[0] == "planned from 01\N{NON-BREAKING HYPHEN}Feb\N{NON-BREAKING HYPHEN}2026"


def test_after_a_death_nothing_is_current() -> None:
    case = case_of(drug())
    dead = replace(case, patient=replace(case.patient, death_when="2025-01-01"))
    assert (current_drugs(dead), len(past_drugs(dead))) == ([], 1)


def test_the_dose_stands_in_words_and_an_unknown_response_says_so() -> None:
    entry = entry_of(case_of(drug("calcitriol", dose=".50", dose_unit="ug", frequency="BID")))
    assert entry.title == "Calcitriol 0.5 mcg 2 times daily"
    assert lines(entry)[0] == "Response not recorded"
    assert lines(entry_of(case_of(drug(response="improved"))))[0] == "Response: Improved"


def test_a_sulfonamide_allergy_stands_beside_running_acetazolamide_alone() -> None:
    allergy = r.Allergy(patient="p", substance="sulfamethoxazole", status="present")
    first, second = drug("acetazolamide"), drug("sevelamer")
    dossier = dossier_of(case_of(first, second, allergies=(allergy,)))
    ids = [alert.id for alert in alerts_of(dossier, first)]
    assert "acetazolamide-sulfonamide-running" in ids
    assert not any(one.startswith("acetazolamide") for one in ids_of(dossier, second))
    entry = next(e for e in drug_entries(dossier, is_assessed=True) if e.key == first.id)
    assert any("sulfonamide" in line for line in lines(entry))
    assert entry.ground in ("ban", "caution")
    assert entry.sources


def ids_of(dossier: Dossier, one: r.Treatment) -> list[str]:
    return [alert.id for alert in alerts_of(dossier, one)]


def test_monitoring_that_hangs_on_a_drug_stands_beside_it() -> None:
    told = lines(entry_of(case_of(drug("acetazolamide"))))
    assert any(line.startswith("Monitor: Bicarbonate, potassium, every 3 months") for line in told)
    assert not any("Bicarbonate" in line for line in lines(entry_of(case_of(drug("anakinra")))))


def test_without_guidance_the_drugs_are_there_without_cautions() -> None:
    dossier = dossier_of(case_of(drug("acetazolamide")))
    (entry,) = drug_entries(dossier, is_assessed=False)
    assert not dossier.is_assessed
    assert not any(line.startswith("Monitor") for line in lines(entry))


def test_an_allergy_to_the_drug_itself_is_named_without_any_rule() -> None:
    allergy = r.Allergy(patient="p", substance="Anakinra", reaction="rash", status="present")
    told = lines(entry_of(case_of(drug("anakinra"), allergies=(allergy,))))
    assert "Allergy recorded: Anakinra rash" in told


def test_stopping_today_is_offered_only_where_today_has_a_place() -> None:
    by_age = replace(case_of(drug(start="P14Y"), birth=""), as_of=AS_OF)
    assert by_age.axis == "age"
    assert not can_stop_today(by_age, by_age.treatments[0])
    assert [a.name for a in entry_of(by_age).links] == [DOSE]
    assert [a.name for a in entry_of(case_of(drug())).links] == [DOSE, STOP]


@pytest.mark.parametrize(
    ("status", "token", "words"),
    [
        ("present", "stop", "Allergies: latex (rash)"),
        ("none_known", "ok", "No known allergies"),
        ("unknown", "unk", "Allergies asked for, not known"),
    ],
)
def test_allergies_recorded_none_known_and_unknown_are_three_things(
    status: str, token: str, words: str
) -> None:
    allergy = r.Allergy(patient="p", substance="latex", reaction="rash", status=status)
    assert allergy_line(case_of(allergies=(allergy,)))[1:] == (token, words)
    assert allergy_line(case_of())[1:] == ("unk", "Allergies not recorded")


def subject(**cells: str) -> tuple[DoseSubject, dict[str, str]]:
    running = drug(dose="800", dose_unit="mg", frequency="daily", response="improved")
    made = DoseSubject(case_of(running), running, "new")
    return made, {**made.start(), **cells}


def test_a_change_of_dose_ends_one_course_and_begins_another_on_the_same_day() -> None:
    made, cells = subject(dose="1600", start_when="2025-11-20")
    ended, begun = made.records(cells)
    assert isinstance(ended, r.Treatment)
    assert isinstance(begun, r.Treatment)
    assert (ended.stop_when, ended.dose, ended.response) == ("2025-11-20", "800", "improved")
    assert (begun.start_when, begun.stop_when, begun.dose) == ("2025-11-20", "", "1600")
    assert (begun.id, begun.response, begun.agent) == ("new", "", "sevelamer")
    assert made.problems((ended, begun)) == ()


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"dose": "800"}, "dose"),
        ({"dose": "800.0"}, "dose"),
        ({"dose": "1600", "start_when": ""}, "start_when"),
        ({"dose": "1600", "start_when": "2023-12-31"}, "start_when"),
    ],
)
def test_a_change_without_a_new_dose_or_before_the_start_is_refused(
    cells: dict[str, str], column: str
) -> None:
    made, given = subject(**cells)
    problems = made.problems(made.records(given))
    assert (problems[0].level, problems[0].column) == ("error", column)


def test_a_change_of_dose_in_the_future_is_asked_back() -> None:
    made, cells = subject(dose="1600", start_when="2026-05-01")
    levels = {problem.level for problem in made.problems(made.records(cells))}
    assert levels <= {"warning"}
