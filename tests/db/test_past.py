"""Every earlier state can be read and brought back, entered by hand or imported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.errors import UserError
from desktop.domain.ranges import RegistryRange
from desktop.work.import_tables import import_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.db.edit import Edit
    from desktop.db.past import Version

PATIENT = r.Patient(patient_id="CR-0001", sex="female")
NAMED = r.Identity(patient=PATIENT.id, family_name="Żółw")
PHOSPHATE = r.LabResult(
    patient=PATIENT.id, analyte="serum_phosphate", value="5.0", unit="mg/dL", when="2010-01-01"
)
CORRECTED = replace(PHOSPHATE, value="5.1")
MASS = r.Mass(patient=PATIENT.id, mass_id="M1", site="hip")
MEASURED = r.MassMeasurement(patient=PATIENT.id, mass_id="M1", length_mm="40", when="2010")


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    with Registry.create(tmp_path / "clinic.registry", who="nurse") as opened:
        put(opened, PATIENT, NAMED)
        yield opened


def put(registry: Registry, *records: r.Record) -> int:
    """Put these records in one step; gives the number of its transaction."""

    def step(edit: Edit) -> None:
        for record in records:
            edit.put(record)

    changed = registry.change("Put", step)
    assert changed is not None
    return changed.seq


def remove(registry: Registry, record: r.Record) -> int:
    """Remove a record; gives the number of its transaction."""
    changed = registry.change("Remove", lambda edit: edit.remove(record))
    assert changed is not None
    return changed.seq


def imported(registry: Registry, folder: Path, **tables: str) -> int:
    """Import these tables; gives the number of the transaction."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    change = import_tables(registry, [folder]).change
    assert change is not None
    return change.seq


def content(case: Case) -> dict[str, object]:
    """What a case holds, but for the day of looking and the order of records."""
    return {
        name: sorted(held, key=repr) if isinstance(held, tuple) else held
        for name in Case.__dataclass_fields__
        if name != "as_of"
        for held in (getattr(case, name),)
    }


def states(versions: tuple[Version, ...]) -> list[r.Record | None]:
    return [version.record for version in versions]


def test_every_state_of_a_record_is_told_newest_first(registry: Registry) -> None:
    first = put(registry, PHOSPHATE)
    second = put(registry, CORRECTED)
    third = remove(registry, CORRECTED)
    registry.undo()
    told = registry.versions(PHOSPHATE.id)
    assert states(told) == [CORRECTED, None, CORRECTED, PHOSPHATE]
    assert [version.seq for version in told[1:]] == [third, second, first]
    assert [version.kind for version in told] == ["undo", "change", "change", "change"]
    assert {version.who for version in told} == {"nurse"}


def test_a_record_is_read_as_it_was_after_a_transaction(registry: Registry) -> None:
    before = registry.versions(PATIENT.id)[0].seq
    first, second = put(registry, PHOSPHATE), put(registry, CORRECTED)
    third = remove(registry, CORRECTED)
    seen = [registry.record_at(PHOSPHATE.id, seq) for seq in (before, first, second, third)]
    assert seen == [None, PHOSPHATE, CORRECTED, None]


def test_an_unknown_record_has_no_versions(registry: Registry) -> None:
    assert registry.versions("nobody") == ()
    assert registry.record_at("nobody", 99) is None


def test_an_imported_record_tells_the_import_as_its_first_state(
    registry: Registry, tmp_path: Path
) -> None:
    seq = imported(
        registry, tmp_path / "in", allergies="patient_id,substance\nCR-0001,latex\nCR-0001,dust\n"
    )
    latex, dust = registry.case(PATIENT.id).allergies
    (untouched,) = registry.versions(dust.id)
    assert (untouched.kind, untouched.seq, untouched.record) == ("import", seq, dust)
    changed = replace(latex, reaction="rash")
    second = put(registry, changed)
    assert [(v.kind, v.seq, v.record) for v in registry.versions(latex.id)] == [
        ("change", second, changed),
        ("import", seq, latex),
    ]
    remove(registry, changed)
    assert states(registry.versions(latex.id)) == [None, changed, latex]
    assert registry.versions(latex.id)[-1].seq == seq
    assert registry.record_at(latex.id, seq - 1) is None


def test_the_imports_that_brought_a_patients_records_are_told(
    registry: Registry, tmp_path: Path
) -> None:
    first = imported(
        registry,
        tmp_path / "one",
        patients="patient_id\nCR-0002\n",
        allergies="patient_id,substance\nCR-0001,latex\nCR-0002,dust\nCR-0002,nuts\n",
    )
    second = imported(registry, tmp_path / "two", body="patient_id,when\nCR-0001,2020\n")
    told = [(arrival.seq, arrival.counts) for arrival in registry.arrivals(PATIENT.id)]
    assert told == [(second, {"body": 1}), (first, {"allergies": 1})]
    other = registry.ids()["CR-0002"]
    assert [a.counts for a in registry.arrivals(other)] == [{"patients": 1, "allergies": 2}]
    assert registry.arrivals(PATIENT.id)[1].what == "Import one"


def test_the_case_is_read_as_it_was_after_a_transaction(registry: Registry) -> None:
    first = put(registry, PHOSPHATE)
    then = registry.case(PATIENT.id)
    put(registry, CORRECTED, MASS, MEASURED)
    put(registry, replace(PATIENT, sex="male"), replace(NAMED, given_name="Ada"))
    remove(registry, CORRECTED)
    remove(registry, MASS)
    assert registry.case_as_of(PATIENT.id, first) == then


def test_the_case_as_of_the_last_transaction_is_the_case(registry: Registry) -> None:
    put(registry, PHOSPHATE)
    last = put(registry, MASS, MEASURED)
    assert registry.case_as_of(PATIENT.id, last) == registry.case(PATIENT.id)


def test_a_case_before_an_import_lacks_what_it_brought_and_after_it_has_it(
    registry: Registry, tmp_path: Path
) -> None:
    by_hand = put(registry, PHOSPHATE)
    rows = "patient_id,substance\nCR-0001,latex\nCR-0001,dust\n"
    seq = imported(registry, tmp_path / "in", allergies=rows)
    then = registry.case(PATIENT.id)
    latex, dust = then.allergies
    put(registry, replace(latex, note="mild"))
    remove(registry, replace(latex, note="mild"))
    remove(registry, dust)
    assert registry.case_as_of(PATIENT.id, by_hand).allergies == ()
    assert content(registry.case_as_of(PATIENT.id, seq)) == content(then)


def test_a_removed_patient_can_still_be_read_and_nobody_before_they_came(
    registry: Registry,
) -> None:
    seq = put(registry, PHOSPHATE)
    then = registry.case(PATIENT.id)
    registry.change("Remove patient", lambda edit: edit.remove(PATIENT))
    assert content(registry.case_as_of(PATIENT.id, seq)) == content(then)
    with pytest.raises(KeyError):
        registry.case_as_of(PATIENT.id, seq + 1)
    with pytest.raises(KeyError):
        registry.case_as_of(PATIENT.id, 0)


def test_reference_ranges_are_those_of_that_time(registry: Registry) -> None:
    own = RegistryRange(
        analyte="serum_phosphate",
        sex="any",
        age_low_years=0,
        age_high_years=120,
        low=2.5,
        high=4.5,
        unit="mg/dL",
        method="",
        source="own laboratory",
    )
    none_yet = put(registry, PHOSPHATE)
    with_one = registry.set_ranges([own])
    registry.set_ranges([replace(own, high=4.6)])
    assert with_one is not None
    assert registry.case_as_of(PATIENT.id, none_yet).ranges == ()
    assert registry.case_as_of(PATIENT.id, with_one.seq).ranges == (own,)


def test_an_earlier_state_is_restored_as_a_journaled_step_that_can_be_undone(
    registry: Registry,
) -> None:
    put(registry, PHOSPHATE)
    put(registry, CORRECTED)
    first = registry.versions(PHOSPHATE.id)[-1]
    registry.change("Restore", lambda edit: edit.restore(first, replacing=CORRECTED))
    assert registry.case(PATIENT.id).labs == (PHOSPHATE,)
    assert registry.versions(PHOSPHATE.id)[0].what == "Restore"
    registry.undo()
    assert registry.case(PATIENT.id).labs == (CORRECTED,)


def test_a_removed_record_is_restored(registry: Registry) -> None:
    put(registry, PHOSPHATE)
    remove(registry, PHOSPHATE)
    removed, first = registry.versions(PHOSPHATE.id)
    registry.change("Restore", lambda edit: edit.restore(first))
    assert registry.case(PATIENT.id).labs == (PHOSPHATE,)
    with pytest.raises(UserError, match="not there at that time"):
        registry.change("Restore", lambda edit: edit.restore(removed))


def test_restoring_over_somebody_elses_change_is_refused(registry: Registry) -> None:
    put(registry, PHOSPHATE)
    put(registry, CORRECTED)
    first = registry.versions(PHOSPHATE.id)[-1]
    theirs = replace(CORRECTED, value="5.2")
    with Registry.open(registry.path) as other:
        put(other, theirs)
    with pytest.raises(UserError, match="someone else"):
        registry.change("Restore", lambda edit: edit.restore(first, replacing=CORRECTED))
    assert registry.case(PATIENT.id).labs == (theirs,)


def test_a_measurement_is_not_restored_without_its_mass(registry: Registry) -> None:
    put(registry, MASS, MEASURED)
    remove(registry, MASS)
    first = registry.versions(MEASURED.id)[-1]
    with pytest.raises(UserError, match="mass of this patient"):
        registry.change("Restore", lambda edit: edit.restore(first))


def test_a_record_of_a_removed_patient_is_not_restored_alone(registry: Registry) -> None:
    put(registry, PHOSPHATE)
    remove(registry, PATIENT)
    first = registry.versions(PHOSPHATE.id)[-1]
    with pytest.raises(UserError, match="no longer in the registry"):
        registry.change("Restore", lambda edit: edit.restore(first))


def test_an_import_is_taken_back_whole_though_a_row_was_removed_and_brought_back(
    registry: Registry, tmp_path: Path
) -> None:
    rows = "patient_id,substance\nCR-0001,latex\nCR-0001,dust\n"
    imported(registry, tmp_path / "in", allergies=rows)
    remove(registry, registry.case(PATIENT.id).allergies[0])
    registry.undo()
    assert len(registry.case(PATIENT.id).allergies) == 2
    registry.undo()
    assert registry.case(PATIENT.id).allergies == ()


KINDS = ("add", "change", "remove", "undo")
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_was_done_every_state_can_be_read_again(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("past")
    with Registry.create(folder / "clinic.registry") as registry:
        first = put(registry, PATIENT)
        seen = {first: registry.case(PATIENT.id)}
        rows = "patient_id,substance\nCR-0001,latex\nCR-0001,dust\nCR-0001,latex\n"
        came = imported(registry, folder / "in", allergies=rows)
        seen[came] = registry.case(PATIENT.id)
        for number, (step, place) in enumerate(steps):
            seq = _do(registry, step, place, number)
            if seq:
                seen[seq] = registry.case(PATIENT.id)
        for seq, case in seen.items():
            assert content(registry.case_as_of(PATIENT.id, seq)) == content(case)


def _do(registry: Registry, step: str, place: int, number: int) -> int | None:
    """One step of the walk; None where it changed nothing, or an import was taken back."""
    held = registry.case(PATIENT.id).allergies
    chosen = held[place % len(held)] if held else None
    if step == "add":
        return put(registry, r.Allergy(patient=PATIENT.id, substance=f"new {number}"))
    if step == "undo":
        changed = registry.undo() if registry.undo_text not in ("Import in", "") else None
        if changed and not registry.ids():
            registry.redo()
            return None
        return changed.seq if changed else None
    if chosen is None:
        return None
    if step == "change":
        return put(registry, replace(chosen, note=f"note {number}"))
    return remove(registry, chosen)
