"""The tiles above the figures of a registry: who each counts, and the line below its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.ui.views.cohort_feed import Board
    from desktop.work.cohort_members import Member

    Tiles = dict[str, tuple[frozenset[str], str]]


def tile_counts(board: Board, *, basic: int) -> Tiles:
    """By the name of the tile our ids of the patients, and the note.

    ``basic`` is how many of the key data, the first, every record should have.
    """
    members = board.members
    measured = [one for one in members if one.phosphate is not None]
    masses = sum(len(one.masses) for one in members)
    grown = sum(state == "growing" for one in members for state in one.masses)
    suspected = sum(one.status == "suspected" and bool(one.diagnosis) for one in members)
    return {
        "all": (_ids(members), _about_all(board)),
        "confirmed": (
            _ids(one for one in members if one.diagnosis and one.status == "confirmed"),
            say("suspected {n}", n=suspected),
        ),
        "high": (
            _ids(one for one in measured if one.phosphate and one.phosphate.verdict == "high"),
            say("of {n} measured, latest result", n=len(measured)),
        ),
        "growing": (
            _ids(one for one in members if "growing" in one.masses),
            say("{n} of {all} masses", n=grown, all=masses),
        ),
        "treated": (
            _ids(one for one in members if any(course.is_running for course in one.courses)),
            say("no end recorded, or still to come"),
        ),
        "lacking": (
            _ids(one for one in members if not set(range(basic)) <= set(one.has)),
            say("one of {n} basic items or more", n=basic),
        ),
    }


def _ids(members: Iterable[Member]) -> frozenset[str]:
    return frozenset(one.patient for one in members)


def _about_all(board: Board) -> str:
    died = sum(one.is_dead for one in board.members)
    invented = sum(one.is_fictional for one in board.members)
    parts = [say_count(died, "{n} died", "{n} died")]
    if invented:
        parts.append(say_count(invented, "{n} fictional", "{n} fictional"))
    return ", ".join(parts)
