"""Places in a pedigree: parents above, children below by birth, no two symbols on each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.measures.pedigree import APART, Kin, lay_out, spaced

MOTHER, FATHER = Kin(key="m", generation=-1), Kin(key="f", generation=-1)


def child(key: str, born: float | None = None) -> Kin:
    return Kin(key=key, generation=0, mother="m", father="f", born=born)


@st.composite
def families(draw: st.DrawFn) -> list[Kin]:
    """Up to 40 people in 5 generations, each with up to two parents of the one above."""
    people: list[Kin] = []
    for number in range(draw(st.integers(1, 40))):
        generation = draw(st.integers(-2, 2))
        above = [one.key for one in people if one.generation == generation - 1]
        parent = st.sampled_from(["", *above])
        born = draw(st.none() | st.floats(0, 700_000))
        people.append(
            Kin(
                key=f"p{number}",
                generation=generation,
                mother=draw(parent),
                father=draw(parent),
                born=born,
            )
        )
    return people


@given(families())
def test_nobody_is_left_out_and_no_two_symbols_overlap(family: list[Kin]) -> None:
    made = lay_out(family)
    assert sorted(place.key for place in made.places) == sorted(one.key for one in family)
    for row in range(made.rows):
        xs = sorted(place.x for place in made.places if place.row == row)
        assert all(right - left >= APART - 1e-6 for left, right in pairwise(xs))
    assert min(place.x for place in made.places) == pytest.approx(0, abs=1e-9)


@given(families())
def test_children_stand_one_row_below_their_parents(family: list[Kin]) -> None:
    made = lay_out(family)
    row = {place.key: place.row for place in made.places}
    for sibship in made.sibships:
        for key in sibship.children:
            assert {row[parent] + 1 for parent in sibship.parents} == {row[key]}


@given(families())
def test_lines_between_two_rows_never_share_a_height_where_they_meet(family: list[Kin]) -> None:
    made = lay_out(family)
    x = {place.key: place.x for place in made.places}
    row = {place.key: place.row for place in made.places}
    bars = []
    for sibship in made.sibships:
        parents = [x[key] for key in sibship.parents]
        ends = [x[key] for key in sibship.children] + [(min(parents) + max(parents)) / 2]
        bars.append((row[sibship.children[0]], sibship.level, min(ends), max(ends)))
        assert sibship.level < sibship.levels
    for one, other in pairwise(sorted(bars)):
        if one[:2] == other[:2]:
            assert one[3] < other[2]


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=20))
def test_spacing_keeps_the_order_and_moves_as_little_as_the_mean_allows(
    wished: list[float],
) -> None:
    gaps = [1.0] * (len(wished) - 1)
    found = spaced(wished, gaps)
    assert all(right - left >= 1 - 1e-6 for left, right in pairwise(found))
    # Least squares under shifts: the sum of what everybody was moved is nothing.
    assert sum(found) == pytest.approx(sum(wished), abs=1e-6)


def test_brothers_and_sisters_stand_by_birth_the_undated_last() -> None:
    made = lay_out([child("young", 900), child("undated"), child("old", 100), MOTHER, FATHER])
    row = [place.key for place in made.places if place.row == 1]
    assert row == ["old", "young", "undated"]


def test_father_stands_left_of_mother_and_the_children_below_their_middle() -> None:
    made = lay_out([child("a", 1), child("b", 2), MOTHER, FATHER])
    assert [place.key for place in made.places] == ["f", "m", "a", "b"]
    couple = (made.place("f").x + made.place("m").x) / 2
    assert couple == pytest.approx((made.place("a").x + made.place("b").x) / 2)


def test_both_pairs_of_grandparents_stand_above_their_own_child() -> None:
    family = [
        Kin(key="me", generation=0, mother="m", father="f"),
        Kin(key="f", generation=-1, mother="fm", father="ff"),
        Kin(key="m", generation=-1, mother="mm", father="mf"),
        *(Kin(key=key, generation=-2) for key in ("ff", "fm", "mf", "mm")),
    ]
    made = lay_out(family)
    assert [place.key for place in made.places if place.row == 0] == ["ff", "fm", "mf", "mm"]
    assert [place.key for place in made.places if place.row == 1] == ["f", "m"]


def test_partners_with_families_of_their_own_stand_side_by_side() -> None:
    family = [
        Kin(key="me", generation=0, mother="m", father="f"),
        Kin(key="f", generation=-1, mother="g", father="", born=1),
        Kin(key="uncle", generation=-1, mother="g", father="", born=2),
        Kin(key="m", generation=-1, mother="h", father="", born=3),
        Kin(key="aunt", generation=-1, mother="h", father="", born=2),
        Kin(key="g", generation=-2),
        Kin(key="h", generation=-2),
    ]
    row = [place.key for place in lay_out(family).places if place.row == 1]
    assert row == ["uncle", "f", "m", "aunt"]


def test_a_parent_of_the_wrong_generation_is_not_joined() -> None:
    made = lay_out([Kin(key="a", generation=0, mother="b"), Kin(key="b", generation=0)])
    assert made.sibships == ()
    assert len(made.places) == 2


def test_nobody_gives_an_empty_pedigree() -> None:
    made = lay_out([])
    assert (made.places, made.rows, made.width) == ((), 0, 0.0)
    with pytest.raises(KeyError):
        made.place("anybody")
