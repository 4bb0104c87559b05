"""Three-valued logic over named facts: yes, no, unknown, and nothing else.

Kleene's tables: unknown stays unknown unless the other facts decide. Two groups are about
knowledge itself and always give yes or no: ``unless`` (an explanation that is not on record
does not stand in the way) and ``unknown`` (what is worth asking for).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Union

import msgspec

from desktop.domain.language import say

Truth = bool | None
"""True is yes, False is no, None is unknown."""

Look = Callable[[str], Truth]
"""Gives the truth of a fact by its name."""


class Group(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """Conditions put together; where several kinds are given, all of them must hold.

    ``all`` and ``any`` as they read; ``none`` holds where every one is known not to be so;
    ``unless`` holds while none of them is known to be so; ``unknown`` holds where nothing is
    known of any of them; ``at_least`` counts among ``of``.
    """

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    unknown: tuple[Condition, ...] = ()
    at_least: int = 0
    of: tuple[Condition, ...] = ()

    def is_empty(self) -> bool:
        """True for a group without any condition."""
        return not any(self.parts())

    def __post_init__(self) -> None:
        """Refuse a group that says nothing, or that counts among too few."""
        if self.is_empty():
            message = say("a group without conditions")
            raise ValueError(message)
        if bool(self.of) != bool(self.at_least) or self.at_least > len(self.of):
            message = say("at_least counts among of: give both, and not more than there are")
            raise ValueError(message)

    def parts(self) -> Iterator[Condition]:
        """Every condition directly inside."""
        yield from (*self.all, *self.any, *self.none, *self.unless, *self.unknown, *self.of)


Condition = Union[str, Group]  # noqa: UP007 - msgspec resolves the forward reference in this form
"""The name of a fact, or a group."""


def opposite(value: Truth) -> Truth:
    """No for yes, yes for no, unknown for unknown."""
    return None if value is None else not value


def both(one: Truth, other: Truth) -> Truth:
    """Yes if both are yes, no if either is no, else unknown."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def holds(condition: Condition, look: Look) -> Truth:
    """The truth of a condition; unknown facts give unknown unless the others decide."""
    if isinstance(condition, str):
        return look(condition)
    if condition.unless and _any(condition.unless, look) is True:
        return False
    result = _all(condition.all, look) if condition.all else True
    if result is not False and condition.any:
        result = both(result, _any(condition.any, look))
    if result is not False and condition.none:
        result = both(result, opposite(_any(condition.none, look)))
    if result is not False and condition.of:
        result = both(result, _count(condition.of, look, condition.at_least))
    if result is not False and condition.unknown:
        result = both(result, all(holds(part, look) is None for part in condition.unknown))
    return result


# Plain loops: every assessment comes through here some ten thousand times.
def _all(parts: tuple[Condition, ...], look: Look) -> Truth:
    result: Truth = True
    for part in parts:
        truth = look(part) if part.__class__ is str else holds(part, look)
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _any(parts: tuple[Condition, ...], look: Look) -> Truth:
    result: Truth = False
    for part in parts:
        truth = look(part) if part.__class__ is str else holds(part, look)
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def _count(parts: tuple[Condition, ...], look: Look, wanted: int) -> Truth:
    """Yes if enough are yes, no if there cannot be enough, else unknown."""
    known = [holds(part, look) for part in parts]
    certain = known.count(True)
    if certain >= wanted:
        return True
    return False if certain + known.count(None) < wanted else None


def names_in(condition: Condition) -> frozenset[str]:
    """Every fact that a condition names, however deep."""
    if isinstance(condition, str):
        return frozenset((condition,))
    return frozenset().union(*(names_in(part) for part in condition.parts()))


def deciding(condition: Condition, look: Look, *, truth: Truth = None) -> tuple[str, ...]:
    """The facts that made the condition yes or no, in the order of the rule; none if unknown.

    For a yes, the facts that are so; for a no, the facts that are not, or that stand in the
    way. ``truth`` is that of the condition, where it is known already.
    """
    if truth is None:
        truth = holds(condition, look)
    if truth is None:
        return ()
    found: dict[str, None] = {}
    _decide(condition, look, truth, found)
    return tuple(found)


def _decide(condition: Condition, look: Look, wanted: bool, found: dict[str, None]) -> None:
    """Adds the facts that made a condition what it is; ``wanted`` is its truth."""
    if isinstance(condition, str):
        found[condition] = None
        return
    for part in (*condition.all, *condition.any, *condition.of):
        if holds(part, look) is wanted:
            _decide(part, look, wanted, found)
    for part in (*condition.none, *condition.unless):
        if holds(part, look) is (not wanted):
            _decide(part, look, not wanted, found)
