"""Guidance set aside with a reason: still seen, and speaking again when it must."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.guidance import facts_labs
from desktop.guidance.clinic import pack_for, rules_folder
from desktop.guidance.dossier import dossier_of
from desktop.guidance.encode import to_json
from desktop.guidance.loader import guidance_pack
from desktop.work import silence as module
from desktop.work.import_tables import import_tables
from desktop.work.reference_ranges import set_ranges_from
from desktop.work.silence import (
    end_stale_silences,
    ending_stale,
    lift,
    now,
    set_aside,
    stale_silences,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Alert, Assessment

RULE = "avoid-oral-phosphate"
STOP = "avoid-burosumab"
PERSON = r.Patient(id="p", patient_id="P1", sex="female", birth_date="1990-05-04")
HIGH = r.LabResult(id="l1", patient="p", analyte="serum_phosphate", flag="high", when="2025-01-01")
GENES = (
    r.Variant(patient="p", gene="GALNT3", zygosity="homozygous", classification="pathogenic"),
    r.Mass(patient="p", mass_id="M1", site="hip", side="left"),
)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "own.registry", who="Dr. Example") as opened:
        put(opened, PERSON, HIGH, *GENES)
        yield opened


def put(registry: Registry, *records: r.Record) -> None:
    """Writes records as the window does: with the end of silences in the same step."""

    def edit(open_edit: Edit) -> None:
        for record in records:
            open_edit.put(record)

    registry.change("Write", ending_stale(registry, edit))


def case_in(registry: Registry) -> Case:
    """The patient's case as the file holds it."""
    return registry.case("p")


def assessed(registry: Registry) -> Assessment:
    """The patient's assessment."""
    return dossier_of(case_in(registry)).assessment


def alert(registry: Registry, rule: str = RULE) -> Alert | None:
    """The alert of a rule; None where it is not told."""
    return next((one for one in assessed(registry).alerts if one.id == rule), None)


def silence(registry: Registry, rule: str = RULE) -> r.Silence:
    """Sets a rule aside, and gives the record."""
    record = set_aside(
        case_in(registry), rule, reason="On a trial", who="Dr. Example", when="2026-01-01"
    )
    put(registry, record)
    return record


def is_set_aside(registry: Registry, rule: str = RULE) -> bool:
    """True where the rule is told as set aside."""
    found = alert(registry, rule)
    return found is not None and found.silenced is not None


def test_an_alert_set_aside_stays_in_the_list_with_who_when_and_why(registry: Registry) -> None:
    record = silence(registry)
    found = alert(registry)
    assert found is not None
    assert found.silenced is not None
    assert (found.silenced.who, found.silenced.when) == ("Dr. Example", "2026-01-01")
    assert found.silenced.reason == "On a trial"
    assert found.silenced.record == record.id


def test_a_contraindication_set_aside_still_forbids_in_json(registry: Registry) -> None:
    silence(registry, STOP)
    rows = to_json(assessed(registry))["alerts"]
    stop = next(row for row in rows if row["id"] == STOP)
    assert stop["severity"] == "contraindication"
    assert list(stop["forbids"]) == ["burosumab"]
    assert stop["silenced"]["reason"] == "On a trial"


def test_advice_tests_and_monitoring_can_be_set_aside_too(registry: Registry) -> None:
    before = assessed(registry)
    ids = (before.management[0].id, before.next_tests[0].id, before.monitoring[0].id)
    for one in ids:
        silence(registry, one)
    told = assessed(registry)
    found = {one.id for one in told.management if one.silenced}
    found |= {one.id for one in told.next_tests if one.silenced}
    found |= {one.id for one in told.monitoring if one.silenced}
    assert found == set(ids)
    assert len(told.management) == len(before.management)
    assert len(told.monitoring) == len(before.monitoring)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_set_aside(registry: Registry, reason: str) -> None:
    with pytest.raises(UserError, match="only with a reason"):
        set_aside(case_in(registry), RULE, reason=reason, who="x", when="2026-01-01")


@pytest.mark.parametrize("rule", ["failed.record.laboratory", "no-such-rule", ""])
def test_what_is_no_rule_cannot_be_set_aside(registry: Registry, rule: str) -> None:
    with pytest.raises(UserError, match="cannot be set aside"):
        set_aside(case_in(registry), rule, reason="x", who="x", when="2026-01-01")


def test_a_lifted_silence_speaks_again(registry: Registry) -> None:
    record = silence(registry)
    put(registry, lift(record, when=now()))
    assert alert(registry) is not None
    assert not is_set_aside(registry)


def test_setting_aside_and_lifting_can_be_undone(registry: Registry) -> None:
    silence(registry)
    registry.undo()
    assert not is_set_aside(registry)
    registry.redo()
    assert is_set_aside(registry)


def test_a_rule_worded_anew_speaks_again(registry: Registry) -> None:
    record = silence(registry)
    put(registry, replace(record, fingerprint="00000000", reason="older words"))
    assert not is_set_aside(registry)


def test_facts_that_stop_and_start_being_true_speak_again(registry: Registry) -> None:
    silence(registry)
    put(registry, replace(HIGH, flag="normal"))
    assert alert(registry) is None
    put(registry, HIGH)
    assert alert(registry) is not None
    assert not is_set_aside(registry)


def test_a_change_that_leaves_the_facts_true_leaves_it_set_aside(registry: Registry) -> None:
    silence(registry)
    put(registry, r.LabResult(patient="p", analyte="serum_phosphate", flag="high", when="2026"))
    assert is_set_aside(registry)


def test_undoing_the_change_that_ended_it_sets_it_aside_again(registry: Registry) -> None:
    silence(registry)
    put(registry, replace(HIGH, flag="normal"))
    registry.undo()
    assert is_set_aside(registry)


def test_an_import_that_takes_the_facts_away_ends_it(registry: Registry, tmp_path: Path) -> None:
    silence(registry)
    table = tmp_path / "labs.csv"
    table.write_text(
        "patient_id,analyte,flag,when\nP1,serum_phosphate,normal,2026-02-01\n", encoding="utf-8"
    )
    people = tmp_path / "patients.csv"
    people.write_text(
        "patient_id,sex,birth_date,diagnosis,diagnosis_status\n"
        "P1,female,1990-05-04,hyperphosphatemic_tumoral_calcinosis,ruled_out\n",
        encoding="utf-8",
    )
    import_tables(registry, [people, table])
    assert [bool(one.ended) for one in case_in(registry).silences] == [True]


def test_new_reference_ranges_that_take_the_facts_away_end_it(
    registry: Registry, tmp_path: Path
) -> None:
    put(registry, replace(HIGH, flag="", value="5.5", unit="mg/dL"))
    registry.change("Remove", lambda edit: edit.remove(GENES[0]))
    silence(registry)
    assert is_set_aside(registry)
    table = tmp_path / "ranges.csv"
    table.write_text(
        "analyte,sex,age_low_years,age_high_years,low,high,unit,method,source\n"
        "serum_phosphate,,0,150,2,9,mg/dL,,Own laboratory\n",
        encoding="utf-8",
    )
    assert set_ranges_from(registry, table) == []
    assert [bool(one.ended) for one in case_in(registry).silences] == [True]


def test_only_patients_with_something_set_aside_are_worked_out(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(case: Case, _pack: object) -> tuple[r.Silence, ...]:
        asked.append(case.patient.id)
        return ()

    monkeypatch.setattr(module, "stale_silences", counted)
    put(registry, r.Patient(id="q", patient_id="Q1"))
    assert asked == []
    silence(registry)
    put(registry, r.Patient(id="s", patient_id="S1"))
    assert asked == ["p"]
    assert end_stale_silences(registry, ["q"]) == 0
    assert asked == ["p"]


def test_what_cannot_be_read_ends_no_silence_and_never_stops_a_change(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    silence(registry)
    monkeypatch.setattr(facts_labs, "readings", broken)
    put(registry, replace(HIGH, note="seen again"))
    (record,) = case_in(registry).silences
    assert not record.ended
    assert case_in(registry).labs[0].note == "seen again"


def test_a_patient_who_is_removed_takes_the_silences_along(registry: Registry) -> None:
    silence(registry)
    registry.change("Remove", ending_stale(registry, lambda edit: edit.remove(PERSON)))
    assert registry.ids() == {}


def test_an_alert_about_an_allergy_speaks_again_when_the_allergy_changes(
    registry: Registry,
) -> None:
    latex = r.Allergy(id="a1", patient="p", substance="latex", status="present")
    put(registry, latex)
    silence(registry, "allergy.a1")
    assert is_set_aside(registry, "allergy.a1")
    put(registry, replace(latex, reaction="anaphylaxis"))
    assert not is_set_aside(registry, "allergy.a1")


def test_a_rule_of_the_clinic_that_is_gone_ends_its_silence(registry: Registry) -> None:
    folder = rules_folder(registry.path)
    folder.mkdir()
    own = folder / "own.toml"
    own.write_text(
        'approved_by = "Dr. Example"\napproved_on = 2026-02-03\n[[alert]]\nid = "own"\n'
        'severity = "info"\nshort = "S"\ntext = "T"\nwhen = "any_mass"\n',
        encoding="utf-8",
    )
    case = case_in(registry)
    pack = pack_for(registry.path)
    put(registry, set_aside(case, "own", reason="x", who="x", when="2026-01-01", pack=pack))
    assert stale_silences(case_in(registry), pack) == ()
    assert len(stale_silences(case_in(registry), guidance_pack())) == 1
    own.unlink()
    assert end_stale_silences(registry) == 1
    assert end_stale_silences(registry) == 0
