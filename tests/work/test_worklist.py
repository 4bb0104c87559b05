"""The worklist: what is on it, in which order, and how long a mark keeps it off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.db.attention import glance
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.domain.errors import UserError
from desktop.guidance.dossier import dossier_of
from desktop.work.worklist import (
    Item,
    done_mark,
    due_words,
    is_held,
    newest_marks,
    open_items,
    snooze_mark,
    tile_counts,
)
from desktop.work.worklist_deeds import (
    assign_mark,
    colleagues,
    deeds_by_item,
    is_of,
    note_mark,
)
from desktop.work.worklist_glance import pending_work, quick_items
from desktop.work.worklist_items import items_of
from desktop.work.worklist_scan import scan

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.db.edit import Edit

DAY = date(2026, 11, 20)
LENA = r.Patient(id="lena", patient_id="CR-0007", sex="female", birth_date="2009-05-14")


def found(**records: tuple[r.Record, ...]) -> dict[str, Item]:
    case = Case(patient=LENA, as_of=DAY, **records)  # type: ignore[arg-type]  # tables by name
    return {item.key: item for item in items_of(dossier_of(case))}


def phosphate(value: str, when: str, *, own: str = "p", unit: str = "mg/dL") -> r.LabResult:
    return r.LabResult(
        id=own, patient="lena", analyte="serum_phosphate", value=value, unit=unit, when=when
    )


def sized(day: str, millimeters: str) -> r.MassMeasurement:
    return r.MassMeasurement(
        patient="lena",
        mass_id="M2",
        when=day,
        modality="ct",
        length_mm=millimeters,
        width_mm=millimeters,
        depth_mm=millimeters,
    )


def test_a_growing_mass_is_told_with_sizes_rate_and_day() -> None:
    mass = r.Mass(id="m2", patient="lena", mass_id="M2", site="shoulder", side="left")
    sizes = tuple(
        sized(f"{year}-06-17", size)
        for year, size in (("2022", "20"), ("2023", "24"), ("2024", "29"), ("2025", "35"))
    )
    item = found(masses=(mass,), mass_measurements=sizes)["growing:M2"]
    assert item.urgency == "review"
    assert item.text == "M2 growing, left shoulder"
    # A sphere: pi/6 x 20^3 mm3 = 4.19 mL, pi/6 x 35^3 = 22.4 mL.
    assert item.detail == "4.2 to 22 mL since 17\u2011Jun\u20112022, 4 values."
    assert (item.value, item.unit, item.when) == ("22", "mL", "2025-06-17")
    assert item.opens == "record:m2"
    assert len(item.series) == 4


def test_a_result_outside_the_patients_own_target_is_told_in_its_own_unit() -> None:
    target = r.Target(patient="lena", analyte="serum_phosphate", high="1.60", unit="mmol/L")
    # 5.2 mg/dL x 0.3229 = 1.68 mmol/L, above 1.60.
    above = found(targets=(target,), labs=(phosphate("5.2", "2026-11-01"),))
    assert above["target:serum_phosphate"].value == "5.2"
    assert above["target:serum_phosphate"].unit == "mg/dL"
    assert "above" in above["target:serum_phosphate"].text
    # 4.9 mg/dL = 1.58 mmol/L, within.
    within = found(targets=(target,), labs=(phosphate("4.9", "2026-11-01"),))
    assert "target:serum_phosphate" not in within


def test_only_the_newest_result_and_the_target_of_then_count() -> None:
    old = r.Target(patient="lena", analyte="serum_phosphate", high="5.0", unit="mg/dL")
    new = r.Target(
        patient="lena", analyte="serum_phosphate", high="6.0", unit="mg/dL", from_when="2026-01-01"
    )
    labs = (phosphate("7.0", "2024-01-01", own="a"), phosphate("5.5", "2026-11-01", own="b"))
    assert "target:serum_phosphate" not in found(targets=(old, new), labs=labs)
    before = (phosphate("5.5", "2025-11-01"),)
    assert "target:serum_phosphate" in found(targets=(old, new), labs=before)


def test_a_comparator_that_decides_nothing_is_not_told() -> None:
    target = r.Target(patient="lena", analyte="serum_phosphate", high="5.0", unit="mg/dL")
    lab = r.LabResult(
        patient="lena",
        analyte="serum_phosphate",
        value="6",
        comparator="<",
        unit="mg/dL",
        when="2026-11-01",
    )
    assert "target:serum_phosphate" not in found(targets=(target,), labs=(lab,))


def test_a_pending_result_waits_and_counts_its_days() -> None:
    lab = r.LabResult(
        id="sent", patient="lena", analyte="fgf23_intact", state="pending", when="2026-10-03"
    )
    item = found(labs=(lab,))["awaited:sent"]
    assert item.urgency == "waiting"
    assert due_words(item, DAY) == "48 days waiting"
    assert not item.value


def test_missing_key_data_are_one_row_and_unknown_is_said() -> None:
    bare = Case(patient=r.Patient(id="x", patient_id="CR-1"), as_of=DAY)
    items = {item.key: item for item in items_of(dossier_of(bare))}
    assert {"No phosphate result", "Date of birth not recorded", "Allergies not recorded"} <= set(
        items["missing"].because
    )
    assert items["missing"].urgency == "missing"


def test_the_dead_need_nothing() -> None:
    dead = r.Patient(id="x", patient_id="CR-1", death_when="2020")
    assert items_of(dossier_of(Case(patient=dead, as_of=DAY))) == ()


def test_a_drug_that_must_not_be_taken_is_a_stop() -> None:
    allergy = r.Allergy(patient="lena", substance="sulfonamide", status="active")
    taken = r.Treatment(patient="lena", agent="acetazolamide", start_when="2026-01-01")
    item = found(allergies=(allergy,), treatments=(taken,))[
        "conflict:acetazolamide-sulfonamide-running"
    ]
    assert item.urgency == "stop"
    assert item.because


def test_a_planned_procedure_that_is_forbidden_is_a_stop_and_a_past_one_is_not() -> None:
    toes = r.Finding(patient="lena", feature="congenital_hallux_valgus", status="present")
    gene = r.Variant(patient="lena", gene="ACVR1", hgvs_c="c.617G>A", classification="pathogenic")
    planned = r.Procedure(id="next", patient="lena", kind="injection", when="2026-11-24")
    past = r.Procedure(id="past", patient="lena", kind="injection", when="2026-01-01")
    items = found(findings=(toes,), variants=(gene,), procedures=(planned, past))
    assert items["planned:next"].urgency == "stop"
    assert items["planned:next"].due == "2026-11-24"
    assert items["planned:next"].opens == "record:next"
    assert "planned:past" not in items


def made(**given: str) -> Item:
    fixed = {"patient": "lena", "key": "k", "text": "t", "evidence": "e1"}
    return Item(**(fixed | {"kind": "growing", "urgency": "review"} | given))  # type: ignore[arg-type]


def test_done_holds_until_the_evidence_changes() -> None:
    item = made()
    mark = done_mark(item, DAY, who="Front desk")
    assert is_held(item, mark, DAY)
    assert not is_held(made(evidence="e2"), mark, DAY)
    assert (mark.action, mark.who, mark.evidence) == ("done", "Front desk", "e1")


def test_what_is_done_ahead_comes_back_when_it_is_due() -> None:
    item = made(kind="monitoring", urgency="due", due="2026-11-25")
    mark = done_mark(item, DAY, who="")
    assert is_held(item, mark, date(2026, 11, 24))
    assert not is_held(item, mark, date(2026, 11, 25))


def test_a_conflict_that_still_stands_the_next_day_is_back() -> None:
    item = made(kind="conflict", urgency="stop")
    mark = done_mark(item, DAY, who="")
    assert is_held(item, mark, DAY)
    assert not is_held(item, mark, date(2026, 11, 21))


def test_a_stop_is_put_off_for_one_day_at_most_and_never_without_a_reason() -> None:
    stop = made(kind="conflict", urgency="stop")
    with pytest.raises(UserError, match="at the latest"):
        snooze_mark(stop, DAY, until=date(2026, 11, 22), reason="call tomorrow", who="")
    with pytest.raises(UserError, match="reason"):
        snooze_mark(stop, DAY, until=date(2026, 11, 21), reason="  ", who="")
    with pytest.raises(UserError, match="after today"):
        snooze_mark(stop, DAY, until=DAY, reason="call", who="")
    mark = snooze_mark(stop, DAY, until=date(2026, 11, 21), reason="call tomorrow", who="")
    assert is_held(stop, mark, DAY)
    assert not is_held(stop, mark, date(2026, 11, 21))


def test_the_last_mark_counts() -> None:
    item = made()
    first = done_mark(item, DAY, who="")
    later = snooze_mark(item, DAY, until=date(2026, 11, 22), reason="visit", who="")
    marks = newest_marks([first, later])
    assert open_items([item], marks, date(2026, 11, 21)) == []
    assert open_items([item], marks, date(2026, 11, 22)) == [item]


def test_the_order_is_urgency_then_the_day() -> None:
    items = [
        made(key="a", urgency="missing", kind="missing"),
        made(key="b", urgency="due", kind="monitoring", due="2026-11-30"),
        made(key="c", urgency="due", kind="monitoring", due="2025-01-01"),
        made(key="d", urgency="stop", kind="conflict"),
    ]
    assert [item.key for item in open_items(items, {}, DAY)] == ["d", "c", "b", "a"]


def test_tiles_count_patients_not_rows() -> None:
    items = [made(key="a"), made(key="b"), made(key="c", patient="omar")]
    counts = tile_counts(items)
    assert (counts["today"], counts["growing"], counts["missing"]) == (2, 2, 0)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.registry"

    def fill(edit: Edit) -> None:
        for number in range(60):
            edit.put(r.Patient(id=f"x{number}", patient_id=f"CR-{number:04d}", sex="male"))

    with Registry.create(path, who="a test") as made_registry:
        made_registry.change("Fill", fill)
    return path


def test_a_glance_tells_who_lacks_what_and_the_version_of_each(registry: Path) -> None:
    seen = glance(registry)
    quick = quick_items(seen)
    assert len(seen.people) == len(quick) == 60
    assert "Date of birth not recorded" in quick["x0"][0].because
    todo = pending_work(seen, {}, DAY)
    assert len(todo) == 60
    known = {own: (seen.versions[own], DAY) for own in seen.people}
    assert pending_work(seen, known, DAY) == ()
    with Registry.open(registry) as opened:
        lab = r.LabResult(patient="x7", analyte="pth", flag="normal")
        opened.change("Add", lambda edit: edit.put(lab))
    assert pending_work(glance(registry), known, DAY) == ("x7",)
    assert len(pending_work(seen, known, date(2026, 11, 21))) == 60


def test_processes_and_this_one_find_the_same(registry: Path) -> None:
    patients = tuple(f"x{number}" for number in range(30))
    here: dict[str, tuple[Item, ...]] = {}
    for part in scan(registry, patients, DAY):
        here |= part
    elsewhere: dict[str, tuple[Item, ...]] = {}
    reported = []
    for part in scan(
        registry,
        patients,
        DAY,
        processes=1,
        report=lambda done, total, _: reported.append((done, total)),
    ):
        elsewhere |= part
    assert here == elsewhere
    assert len(here) == 30
    assert reported[-1] == (30, 30)


def test_a_patient_removed_meanwhile_needs_nothing(registry: Path) -> None:
    assert list(scan(registry, ("gone",), DAY)) == [{"gone": ()}]


def test_whose_an_item_is_and_its_notes_follow_from_the_marks() -> None:
    item = Item(
        patient="lena", key="k", kind="target", urgency="review", text="High", owner="Dr. Berg"
    )
    first = assign_mark(item, DAY, to="Dr. Ito", who="Dr. Berg")
    note = note_mark(item, DAY, text=" called ", who="Dr. Ito")
    deeds = deeds_by_item((first, note))[("lena", "k")]
    assert (deeds.to, deeds.by) == ("Dr. Ito", "Dr. Berg")
    assert [one.reason for one in deeds.notes] == ["called"]
    assert is_of(item, deeds, "dr. ito")
    assert not is_of(item, deeds, "Dr. Berg")
    back = assign_mark(item, DAY, to="", who="Dr. Ito")
    again = deeds_by_item((first, note, back))[("lena", "k")]
    assert is_of(item, again, "Dr. Berg")  # nobody's: that of who saw the patient last
    assert colleagues((item,), {("lena", "k"): deeds}, "Ann") == ["Ann", "Dr. Berg", "Dr. Ito"]


def test_neither_a_note_nor_a_name_keeps_an_item_off_the_list_or_brings_one_back() -> None:
    item = Item(patient="lena", key="k", kind="target", urgency="review", text="High")
    done = done_mark(item, DAY, who="Ann")
    note = note_mark(item, DAY, text="called", who="Ann")
    given = assign_mark(item, DAY, to="Ann", who="Ann")
    assert open_items((item,), newest_marks((given, note)), DAY) == [item]
    assert open_items((item,), newest_marks((done, note, given)), DAY) == []
    with pytest.raises(UserError):
        note_mark(item, DAY, text=" ", who="Ann")
