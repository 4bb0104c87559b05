"""The demonstration's patients: the same each time, plain fiction, and kept to the rules."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from desktop.domain.checks import check, errors
from desktop.domain.columns import CLINICAL, SHOWN_TABLES, Cell, table_of
from desktop.domain.disorders import DISORDER_KEYS
from desktop.domain.records import Relative
from desktop.domain.when import parse_when
from desktop.work.demo import DEMONSTRATION_DAY, demonstration
from desktop.work.demo_scenarios import agents, lab_models, scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.case import Case
    from desktop.domain.records import Record

SEEDS = (1, 2)
MANY = 130  # six rounds of the disorders: siblings, deaths, ages only, partial births


@cache
def cases(seed: int = 1) -> tuple[Case, ...]:
    return tuple(demonstration(MANY, seed))


@cache
def small() -> tuple[Case, ...]:
    return tuple(demonstration())


def records_of(case: Case) -> Iterator[Record]:
    yield case.patient
    if case.identity:
        yield case.identity
    for table in CLINICAL:
        yield from getattr(case, table.name)


def test_the_same_seed_gives_the_same_patients_ids_included() -> None:
    assert tuple(demonstration(30, 7)) == tuple(demonstration(30, 7))


def test_another_seed_gives_other_patients() -> None:
    one, other = list(demonstration(30, 1))[1:], list(demonstration(30, 2))[1:]
    assert all(a.labs != b.labs for a, b in zip(one, other, strict=True))


def test_a_larger_demonstration_begins_with_the_smaller_one() -> None:
    # Siblings mention each other, so only who has none is the same to the last record.
    few, more = list(demonstration(24)), list(demonstration(60))
    alone = [n for n, case in enumerate(more[:24]) if not case.patient.family_id]
    assert len(alone) > 18
    assert [few[n] for n in alone] == [more[n] for n in alone]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_disorder_key_is_there_from_21_patients_on(seed: int) -> None:
    keys = {case.patient.diagnosis for case in demonstration(21, seed)}
    assert keys == set(DISORDER_KEYS)


def test_every_disorder_key_has_one_scenario() -> None:
    assert sorted(scenario.disorder for scenario in scenarios()) == sorted(DISORDER_KEYS)


def test_scenarios_name_only_agents_and_analytes_that_have_a_model() -> None:
    named = {step.agent for scenario in scenarios() for step in scenario.treatments}
    assert named <= set(agents())
    measured = {key for s in scenarios() for key in (*s.panel, *s.seldom, *s.levels)}
    assert measured <= set(lab_models())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_passes_the_checks_without_an_error(seed: int) -> None:
    found = [
        (case.patient.patient_id, type(record).__name__, problem.text)
        for case in cases(seed)
        for record in records_of(case)
        for problem in errors(check(record, case.patient))
    ]
    assert found == []


def test_every_finding_site_and_agent_is_a_word_of_the_vocabulary() -> None:
    problems = Counter(
        problem.text
        for case in cases()
        for record in records_of(case)
        for problem in check(record, case.patient)
        if problem.rule != "unusual, please confirm"
    )
    assert problems == {}


def test_every_patient_says_that_the_person_is_fictional() -> None:
    assert all(case.is_fictional for case in cases())


def test_ids_are_unique_over_the_whole_demonstration() -> None:
    ids = [record.id for case in cases() for record in records_of(case)]
    assert len(ids) == len(set(ids))
    numbers = [case.patient.patient_id for case in cases()]
    assert numbers[:2] == ["CR-0001", "CR-0002"]
    assert len(set(numbers)) == MANY


def test_every_record_belongs_to_its_patient() -> None:
    assert all(r.patient == case.patient.id for case in cases() for r in records_of(case))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_time_lies_before_birth_after_death_or_after_the_day_of_looking(seed: int) -> None:
    for case in cases(seed):
        birth, death = case.place(case.patient.birth_date), case.place(case.patient.death_when)
        # On the axis of ages, as in published cases, birth is day 0.
        earliest = birth.first if birth else 0
        latest = DEMONSTRATION_DAY.toordinal() if case.axis == "date" else 130 * 365.25
        if death:
            latest = death.last
        for text in times_of(case):
            span = case.place(text)
            assert span is not None, text
            assert span.last >= earliest, (case.patient.patient_id, text)
            assert span.first <= latest, (case.patient.patient_id, text)


def times_of(case: Case) -> Iterator[str]:
    for record in records_of(case):
        if isinstance(record, Relative):
            continue  # the birth of a parent is no time of the patient's
        for column in table_of(type(record)).columns:
            text = getattr(record, column.name)
            if column.cell is Cell.WHEN and text:
                yield text


def test_every_mass_that_a_record_names_exists() -> None:
    for case in cases():
        known = {mass.mass_id for mass in case.masses}
        named = chain(
            (m.mass_id for m in case.mass_measurements),
            (p.mass_id for p in case.procedures),
            (e.mass_id for e in case.events),
            (m.recurrence_of for m in case.masses),
        )
        assert {name for name in named if name} <= known
        assert len(known) == len(case.masses)


def test_every_relative_who_is_enrolled_exists_and_answers() -> None:
    relatives = {
        (case.patient.patient_id, row.relative_id)
        for case in cases()
        for row in case.family
        if row.relative_id
    }
    assert relatives
    assert relatives == {(other, one) for one, other in relatives}


def test_the_usual_demonstration_shows_each_kind_of_record_and_of_time() -> None:
    kinds = {table.name for case in small() for table in SHOWN_TABLES if getattr(case, table.name)}
    assert kinds == {table.name for table in SHOWN_TABLES} - {"sources"}  # nobody published them
    labs = [lab for case in small() for lab in case.labs]
    assert {"<", ""} <= {lab.comparator for lab in labs}
    assert {"mg/dL", "mmol/L"} <= {lab.unit for lab in labs if lab.analyte == "serum_phosphate"}
    assert any(lab.flag and not lab.value for lab in labs)
    assert any(lab.ref_low and lab.ref_high for lab in labs)
    widths = {parse_when(text).span.width > 0 for case in small() for text in times_of(case)}
    assert widths == {True, False}
    assert {"date", "age"} == {case.axis for case in small()}


def test_the_usual_demonstration_shows_conditions_complaints_and_what_is_known_of_relatives() -> (
    None
):
    labs = [lab for case in small() for lab in case.labs]
    assert {lab.state for lab in labs} == {"", "pending", "not_measured"}
    assert {lab.on_binder for lab in labs} == {"", "yes", "no"}
    assert {lab.dialysis for lab in labs} >= {"", "before"}
    assert any(lab.hemolyzed for lab in labs)
    assert all(not lab.value for lab in labs if lab.state)
    looks = [look for case in small() for look in case.mass_measurements]
    assert {look.motion for look in looks} >= {"", "full", "limited"}
    assert all(0 <= int(look.pain) <= 10 for look in looks if look.pain)
    assert {"", "yes", "no"} <= {look.ulcer for look in looks}
    relatives = [relative for case in small() for relative in case.family]
    assert {"mother", "father", "sibling", "child", "other"} == {one.relation for one in relatives}
    assert any(one.carrier == "yes" for one in relatives)
    assert any(one.deceased == "yes" for one in relatives)


def test_the_usual_demonstration_changes_doses_on_the_day_the_one_before_ends() -> None:
    changed = 0
    for case in small():
        for ended in case.treatments:
            for begun in case.treatments:
                is_next = ended.agent == begun.agent and ended.stop_when == begun.start_when
                if ended is not begun and is_next and ended.stop_when:
                    changed += 1
                    assert ended.dose != begun.dose
    assert changed > 0


def test_the_usual_demonstration_shows_excision_recurrence_and_masses_that_are_gone() -> None:
    excised = {
        (case.patient.id, row.mass_id)
        for case in small()
        for row in case.procedures
        if row.kind == "excision"
    }
    returned = {
        (case.patient.id, row.mass_id)
        for case in small()
        for row in case.events
        if row.kind == "recurrence"
    }
    assert returned
    assert returned <= excised
    assert any(mass.recurrence_of for case in small() for mass in case.masses)
    assert any(m.not_detectable for case in small() for m in case.mass_measurements)


def test_the_usual_demonstration_mixes_states_of_diagnosis_and_of_allergy() -> None:
    assert {case.patient.diagnosis_status for case in small()} == {
        "",
        "suspected",
        "confirmed",
        "ruled_out",
    }
    assert {a.status for case in small() for a in case.allergies} == {"present", "none_known"}
    assert any(not case.allergies for case in small())
    assert any(
        "sulfa" in a.substance or "co-trim" in a.substance for c in small() for a in c.allergies
    )


def test_a_complete_excision_is_followed_by_not_detectable_until_the_mass_returns() -> None:
    followed = 0
    for case in cases():
        returns = {e.mass_id: e.when for e in case.events if e.kind == "recurrence"}
        own_masses = {mass.recurrence_of for mass in case.masses}
        for row in case.procedures:
            if row.kind != "excision" or row.completeness != "complete" or case.axis == "age":
                continue
            until = "9999" if row.mass_id in own_masses else returns.get(row.mass_id, "9999")
            looks = [m for m in case.measurements_of(row.mass_id) if row.when < m.when < until]
            followed += len(looks)
            assert all(m.not_detectable for m in looks)
    assert followed > 50


def test_phosphate_and_creatinine_in_blood_and_urine_of_one_fasting_day_are_paired() -> None:
    urine = [
        (case, lab.when)
        for case in small()
        for lab in case.labs
        if lab.analyte == "urine_phosphate"
    ]
    assert urine
    for case, when in urine:
        same_day = {lab.analyte: lab.fasting for lab in case.labs if lab.when == when}
        keys = ("serum_phosphate", "creatinine", "urine_phosphate", "urine_creatinine")
        assert all(same_day[key] == "yes" for key in keys)


def test_the_first_patient_is_the_girl_of_the_pictures() -> None:
    case = next(demonstration(1))
    phosphate = [lab.value for lab in case.labs_of("serum_phosphate") if lab.value]
    assert (phosphate[0], phosphate[-1]) == ("6.8", "5.1")
    assert case.patient.birth_date == "2010-05-14"
    assert [mass.mass_id for mass in case.masses] == ["M1", "M2", "M3", "M4", "M5"]
    after = [m for m in case.measurements_of("M2") if m.when > "2023-06-21"]
    assert [bool(m.not_detectable) for m in after] == [True, True, False, False, False, False]
    agents_given = [treatment.agent for treatment in case.treatments]
    assert agents_given == ["low_phosphate_diet", "sevelamer", "acetazolamide"]


def test_the_day_of_looking_is_fixed() -> None:
    assert date(2026, 11, 20) == DEMONSTRATION_DAY
    assert {case.as_of for case in small()} == {DEMONSTRATION_DAY}


def test_no_patients_can_be_asked_for_but_not_fewer() -> None:
    assert list(demonstration(0)) == []
    with pytest.raises(ValueError, match="cannot be made"):
        next(demonstration(-1))
