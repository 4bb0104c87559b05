"""Stored assessments: what changed since, and whether the record or the rules did it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.errors import UserError
from desktop.guidance.clinic import pack_for, rules_folder
from desktop.guidance.comparing import pack_fingerprint, records_of
from desktop.guidance.dossier import dossier_of
from desktop.guidance.loader import guidance_pack, without
from desktop.work.editions import (
    assessment_record,
    beside_stored,
    changes_text,
    compare,
    last_stored,
    store_assessment,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.domain.case import Case
    from desktop.guidance.changed import ChangedItem, Changes
    from desktop.guidance.dossier import Dossier
    from desktop.guidance.loader import Pack

HTC = "hyperphosphatemic_tumoral_calcinosis"
PERSON = r.Patient(id="p", patient_id="P1", sex="female", birth_date="1990-05-04")
HIGH = r.LabResult(id="l1", patient="p", analyte="serum_phosphate", flag="high", when="2025-01-01")
MASS = r.Mass(id="m1", patient="p", mass_id="M1", site="hip", side="left")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "own.registry", who="Dr. Example") as opened:
        put(opened, PERSON, HIGH, MASS)
        yield opened


def put(registry: Registry, *records: r.Record) -> None:
    """Writes records."""

    def edit(open_edit: Edit) -> None:
        for record in records:
            open_edit.put(record)

    registry.change("Write", edit)


def dossier(registry: Registry, pack: Pack | None = None) -> Dossier:
    """The patient's dossier, by the shipped rules or by others."""
    return dossier_of(registry.case("p"), rules=(lambda: pack) if pack else None)


def stored_in(case: Case) -> r.StoredAssessment:
    """The assessment that was stored last."""
    found = last_stored(case)
    assert found is not None
    return found


def since(registry: Registry, pack: Pack | None = None) -> Changes:
    """What changed since the last stored assessment."""
    now = dossier(registry, pack)
    return compare(stored_in(now.case), now)


def item(changes: Changes, name: str) -> ChangedItem:
    """What changed about one rule or disorder."""
    return next(one for one in changes.items if one.id == name)


def reworded(pack: Pack, rule: str, **fields: object) -> Pack:
    """A pack with other words or conditions in one alert."""
    files = tuple(
        structs.replace(
            file,
            alert=tuple(
                structs.replace(one, **fields) if one.id == rule else one for one in file.alert
            ),
        )
        for file in pack.files
    )
    return replace(pack, files=files)


def test_storing_keeps_edition_name_and_day_and_is_one_step(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    (kept,) = registry.case("p").assessments
    assert kept.guidance_version == guidance_pack().edition
    assert kept.who == "Dr. Example"
    assert HTC in kept.content
    registry.undo()
    assert registry.case("p").assessments == ()


def test_nothing_changed_since_it_was_stored(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    changes = since(registry)
    assert changes.is_empty
    assert (changes.records, changes.facts, changes.has_other_rules) == ((), (), False)
    assert "Nothing is told otherwise." in changes_text(changes)


def test_a_change_of_the_record_is_told_as_such_with_the_record(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    gene = r.Variant(
        id="v1", patient="p", gene="GALNT3", zygosity="homozygous", classification="pathogenic"
    )
    put(registry, gene, replace(HIGH, note="fasting"))
    registry.change("Remove", lambda edit: edit.remove(MASS))
    changes = since(registry)
    found = item(changes, HTC)
    assert (found.after, found.because) == ("established", ("data",))
    assert {(one.record, one.change) for one in changes.records} == {
        ("variant:v1", "added"),
        ("lab:l1", "changed"),
        ("mass:m1", "removed"),
    }
    facts = {fact.name: (fact.before, fact.after, fact.records) for fact in changes.facts}
    assert facts["hftc_gene_biallelic"] == (None, True, ("variant:v1",))
    assert not changes.has_other_rules
    told = changes_text(changes)
    assert "Added: GALNT3, homozygous, pathogenic" in told
    assert "now established (why: the record)" in told


def test_a_change_of_the_rules_is_told_as_such(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    whole = guidance_pack()
    gone = frozenset(["avoid-oral-phosphate"])
    fewer = replace(whole, files=tuple(without(file, gone) for file in whole.files))
    changes = since(registry, fewer)
    found = item(changes, "avoid-oral-phosphate")
    assert (found.before, found.after, found.because) == ("shown", "", ("rules",))
    assert changes.has_other_rules
    assert changes.records == ()
    assert "Rules of the same edition were worded anew." in changes_text(changes)


def test_a_rule_that_says_something_else_is_told_as_worded_anew(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    pack = reworded(guidance_pack(), "avoid-oral-phosphate", text="Avoid phosphate. Ask first.")
    found = item(since(registry, pack), "avoid-oral-phosphate")
    assert (found.before, found.after, found.because) == ("shown", "reworded", ("rules",))
    assert "worded anew (why: the rules)" in changes_text(since(registry, pack))


def test_rules_and_record_may_both_have_changed(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    # Phosphate by mouth is now warned of only where a gene is known, and it is found meanwhile.
    pack = reworded(guidance_pack(), "avoid-oral-phosphate", when="hftc_gene_biallelic")
    put(registry, replace(HIGH, flag="normal"))
    changes = since(registry, pack)
    assert item(changes, "avoid-oral-phosphate").because == ("rules",)
    assert item(changes, "avoid-calcium-binder").because == ("data",)


def test_a_new_edition_is_named(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    changes = since(registry, replace(guidance_pack(), edition="2099.1"))
    assert (changes.edition_then, changes.edition_now) == (guidance_pack().edition, "2099.1")
    assert "The guidance is now 2099.1." in changes_text(changes)
    assert changes.is_empty


def test_own_rules_of_a_clinic_are_part_of_the_edition(registry: Registry) -> None:
    before = pack_fingerprint(guidance_pack())
    store_assessment(registry, dossier(registry))
    folder = rules_folder(registry.path)
    folder.mkdir()
    (folder / "own.toml").write_text(
        'approved_by = "Dr. Example"\napproved_on = 2026-02-03\n[[alert]]\nid = "own"\n'
        'severity = "info"\nshort = "S"\ntext = "T"\nwhen = "any_mass"\n',
        encoding="utf-8",
    )
    pack = pack_for(registry.path)
    assert pack_fingerprint(pack) != before
    found = item(since(registry, pack), "own")
    assert (found.before, found.after, found.because) == ("", "shown", ("rules",))


def test_an_alert_about_an_allergy_comes_from_the_record(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    put(registry, r.Allergy(id="a1", patient="p", substance="latex", status="present"))
    found = item(since(registry), "allergy.a1")
    assert (found.after, found.because) == ("shown", ("data",))


def test_time_alone_may_change_what_is_told(registry: Registry) -> None:
    drug = r.Treatment(
        patient="p", agent="acetazolamide", start_when="2020-01-01", stop_when="2030-01-01"
    )
    put(registry, drug)
    then = replace(registry.case("p"), as_of=registry.case("p").as_of.replace(year=2029))
    later = replace(then, as_of=then.as_of.replace(year=2031))
    kept = assessment_record(dossier_of(then), who="x", when="2029-01-01")
    changes = compare(kept, dossier_of(later))
    assert changes.records == ()
    assert "taking.acetazolamide" in {fact.name for fact in changes.facts}
    assert "time has passed" in changes_text(changes)


def test_the_last_one_stored_is_compared_with(registry: Registry) -> None:
    first = assessment_record(dossier(registry), who="x", when="2025-01-01")
    second = assessment_record(dossier(registry), who="x", when="2026-01-01")
    put(registry, second, first)
    assert stored_in(registry.case("p")).id == second.id


@pytest.mark.parametrize("cell", ["", "{", "[]", '{"facts": 1}'])
def test_what_cannot_be_read_is_never_compared(registry: Registry, cell: str) -> None:
    kept = assessment_record(dossier(registry), who="x", when="2026-01-01")
    with pytest.raises(UserError, match="cannot be compared"):
        compare(replace(kept, facts=cell), dossier(registry))
    with pytest.raises(UserError, match="cannot be compared"):
        compare(replace(kept, content=cell), dossier(registry))


def test_what_was_done_about_a_patient_is_no_change_of_the_record(registry: Registry) -> None:
    store_assessment(registry, dossier(registry))
    assert set(records_of(registry.case("p"))) == {"patient:p", "lab:l1", "mass:m1"}
    assert since(registry).records == ()


def test_todays_assessment_is_told_beside_the_stored_one(registry: Registry) -> None:
    first = beside_stored(registry, dossier(registry), store=True, compares=True)
    assert first.as_json()["changed_since"] is None
    assert "No earlier assessment is stored." in first.as_text()
    again = beside_stored(registry, dossier(registry), store=False, compares=True)
    told = again.as_json()["changed_since"]
    assert isinstance(told, dict)
    assert told["edition_then"] == guidance_pack().edition
    assert len(registry.case("p").assessments) == 1
    plain = beside_stored(registry, dossier(registry), store=False, compares=False)
    assert "changed_since" not in plain.as_json()
    assert plain.as_text() == ""
