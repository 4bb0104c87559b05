"""What a visit did not look at stays "not assessed" and is never taken as gone."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.measures.looks import Look, looks, names_place
from desktop.measures.masses import total_volume
from tests.measures.making import absent, case_of, sized

HIP = r.Mass(patient="p", mass_id="M1", site="hip", side="right")
LEFT = r.Mass(patient="p", mass_id="M2", site="shoulder", side="left")
RIGHT = r.Mass(patient="p", mass_id="M3", site="shoulder", side="right")
BEFORE = (
    sized("M1", "2024-06-01", 70),
    sized("M2", "2024-06-01", 9),
    sized("M3", "2024-06-01", 5),
)


def visit(when: str, regions: str) -> r.Visit:
    return r.Visit(patient="p", when=when, regions_examined=regions)


def case(*visits: r.Visit, more: tuple[r.MassMeasurement, ...] = ()) -> Case:
    return replace(case_of(HIP, LEFT, RIGHT, *BEFORE, *more), visits=visits)


def states(of: Case) -> dict[str, str]:
    return {look.mass_id: look.state for look in looks(of)}


def test_masses_measured_at_the_latest_look_are_assessed() -> None:
    assert set(states(case()).values()) == {"assessed"}


def test_a_mass_outside_the_regions_of_a_later_visit_was_not_assessed() -> None:
    found = case(visit("2025-06-01", "hip"), more=(sized("M1", "2025-06-01", 71),))
    assert states(found) == {"M1": "assessed", "M2": "not_assessed", "M3": "not_assessed"}
    assert looks(found)[1] == Look(
        mass_id="M2", state="not_assessed", last="2024-06-01", latest="2025-06-01"
    )


def test_what_was_not_assessed_is_missing_from_the_sum_and_not_gone() -> None:
    found = total_volume(case(visit("2025-06-01", "hip"), more=(sized("M1", "2025-06-01", 71),)))
    assert (found.value_ml, found.assessed, found.masses) == (71, 1, 3)


def test_a_region_that_was_examined_without_a_size_is_told_apart() -> None:
    found = case(visit("2025-06-01", "hip;shoulder"), more=(sized("M1", "2025-06-01", 71),))
    assert states(found) == {"M1": "assessed", "M2": "region_only", "M3": "region_only"}


def test_a_region_with_its_side_does_not_speak_for_the_other_side() -> None:
    found = case(visit("2025-06-01", "left shoulder"))
    assert states(found) == {"M1": "not_assessed", "M2": "region_only", "M3": "not_assessed"}


def test_looked_for_and_not_detectable_is_assessed() -> None:
    found = case(visit("2025-06-01", "shoulder"), more=(absent("M2", "2025-06-01"),))
    assert states(found)["M2"] == "assessed"


def test_a_visit_that_names_no_region_says_nothing() -> None:
    assert set(states(case(visit("2025-06-01", ""))).values()) == {"assessed"}


def test_measuring_one_mass_leaves_the_others_not_assessed_without_any_visit() -> None:
    found = states(case(more=(sized("M1", "2025-06-01", 71),)))
    assert found == {"M1": "assessed", "M2": "not_assessed", "M3": "not_assessed"}


def test_looks_within_a_month_belong_together() -> None:
    found = states(case(more=(sized("M1", "2024-07-01", 71),)))
    assert set(found.values()) == {"assessed"}


def test_an_older_visit_does_not_reach_forward() -> None:
    found = case(visit("2020-01-01", "hip"))
    assert set(states(found).values()) == {"assessed"}


def test_a_mass_never_measured_has_no_last_look() -> None:
    found = looks(case_of(HIP))
    assert found == (Look(mass_id="M1", state="not_assessed"),)


def test_merged_and_wholly_excised_masses_are_not_waited_for() -> None:
    cut = r.Procedure(
        patient="p", kind="excision", when="2024-07-01", mass_id="M1", completeness="complete"
    )
    merged = replace(LEFT, merged_into="M3")
    base = case_of(HIP, merged, RIGHT, *BEFORE, cut, sized("M3", "2025-06-01", 15))
    assert states(base) == {"M1": "ended", "M2": "ended", "M3": "assessed"}


def test_a_place_is_named_by_key_or_in_words() -> None:
    for text in ("shoulder", "Left shoulder", "left shoulder", "hip; shoulder "):
        assert names_place(visit("2025", text), LEFT)
    for text in ("", "right shoulder", "hip", "shoulders"):
        assert not names_place(visit("2025", text), LEFT)
