"""Three-valued logic: Kleene's tables, and the two kinds that are about knowledge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.guidance.logic import Condition, Group, Truth, deciding, holds, names_in

TRUTHS: tuple[Truth, ...] = (True, False, None)
NAMES = ("a", "b", "c", "d")


def truth(condition: Condition, **facts: Truth) -> Truth:
    return holds(condition, facts.get)


# Kleene, Introduction to Metamathematics (1952), strong tables; rows yes, no, unknown.
AND = {
    (True, True): True,
    (True, False): False,
    (True, None): None,
    (False, True): False,
    (False, False): False,
    (False, None): False,
    (None, True): None,
    (None, False): False,
    (None, None): None,
}
OR = {
    (True, True): True,
    (True, False): True,
    (True, None): True,
    (False, True): True,
    (False, False): False,
    (False, None): None,
    (None, True): True,
    (None, False): None,
    (None, None): None,
}


@pytest.mark.parametrize(("one", "other"), list(AND))
def test_all_any_and_none_follow_the_tables_of_kleene(one: Truth, other: Truth) -> None:
    names = ("a", "b")
    assert truth(Group(all=names), a=one, b=other) is AND[one, other]
    assert truth(Group(any=names), a=one, b=other) is OR[one, other]
    negated = OR[one, other]
    expected = None if negated is None else not negated
    assert truth(Group(none=names), a=one, b=other) is expected


@pytest.mark.parametrize("value", TRUTHS)
def test_one_fact_is_its_own_truth(value: Truth) -> None:
    assert truth("a", a=value) is value


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"a": True, "b": True}, True),
        ({"a": True, "b": False, "c": False}, False),
        ({"a": True, "b": False}, None),
        ({"a": True}, None),
        ({"a": False, "b": False}, False),
        ({}, None),
    ],
)
def test_at_least_two_of_three_counts_what_is_certain(
    facts: dict[str, Truth], expected: Truth
) -> None:
    assert truth(Group(at_least=2, of=("a", "b", "c")), **facts) is expected


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, True), (None, True)])
def test_unless_is_stopped_only_by_what_is_known_to_be_so(value: Truth, expected: bool) -> None:
    assert truth(Group(unless=("a",)), a=value) is expected


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, False), (None, True)])
def test_unknown_holds_only_where_nothing_is_known(value: Truth, expected: bool) -> None:
    assert truth(Group(unknown=("a",)), a=value) is expected


def test_kinds_within_a_group_must_all_hold() -> None:
    group = Group(all=("a",), any=("b", "c"), none=("d",))
    assert truth(group, a=True, b=True, d=False) is True
    assert truth(group, a=True, b=True) is None
    assert truth(group, a=True, b=True, d=True) is False


def test_deciding_names_what_made_it_yes() -> None:
    group = Group(any=("a", Group(all=("b", "c"))))
    assert deciding(group, {"b": True, "c": True, "a": None}.get) == ("b", "c")
    assert deciding(group, {"a": None}.get) == ()


def test_deciding_names_what_made_it_no() -> None:
    group = Group(all=("a", "b"), unless=("c",))
    assert deciding(group, {"a": False, "b": None}.get) == ("a",)
    assert deciding(group, {"a": True, "b": True, "c": True}.get) == ("c",)


@pytest.mark.parametrize("empty", [{}, {"at_least": 2, "of": ("a",)}, {"of": ("a",)}])
def test_a_group_that_cannot_mean_anything_is_refused(empty: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"group|at_least"):
        Group(**empty)  # type: ignore[arg-type]  # deliberately wrong


def _groups(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        parts.map(lambda p: Group(all=p)),
        parts.map(lambda p: Group(any=p)),
        parts.map(lambda p: Group(none=p)),
        parts.map(lambda p: Group(at_least=1, of=p)),
    )


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(NAMES), _groups, max_leaves=8
)
FACTS = st.dictionaries(st.sampled_from(NAMES), st.booleans())


@given(CONDITIONS, FACTS, st.sampled_from(NAMES), st.booleans())
def test_learning_a_fact_never_turns_a_decided_answer(
    condition: Condition, facts: dict[str, bool], name: str, value: bool
) -> None:
    before = holds(condition, facts.get)
    after = holds(condition, {name: value, **facts}.get)
    assert before is None or after is before


@given(CONDITIONS, st.fixed_dictionaries({name: st.booleans() for name in NAMES}))
def test_with_everything_known_nothing_stays_unknown(
    condition: Condition, facts: dict[str, bool]
) -> None:
    assert holds(condition, facts.get) is not None


@given(CONDITIONS, FACTS)
def test_what_decided_is_named_in_the_condition(
    condition: Condition, facts: dict[str, bool]
) -> None:
    found = deciding(condition, facts.get)
    assert set(found) <= names_in(condition)
    if found:
        assert holds(condition, facts.get) is holds(condition, {n: facts[n] for n in found}.get)
