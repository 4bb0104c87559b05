"""Collects what speaks for and against each fact; a yes at any time beats every no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.guidance.facts import Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHOWN = 4
"""How many records are named for one fact; the rest is found in the record itself."""


class Gathering:
    """Facts in the making, by name."""

    __slots__ = ("_no", "_yes")

    def __init__(self) -> None:
        self._yes: dict[str, list[Evidence]] = {}
        self._no: dict[str, list[Evidence]] = {}

    def yes(self, name: str, evidence: Evidence | None = None) -> None:
        """The record says that this is so."""
        self._add(self._yes, name, evidence)

    def no(self, name: str, evidence: Evidence | None = None) -> None:
        """The record says that this is not so."""
        self._add(self._no, name, evidence)

    @staticmethod
    def _add(where: dict[str, list[Evidence]], name: str, evidence: Evidence | None) -> None:
        kept = where.setdefault(name, [])
        if evidence is not None:
            kept.append(evidence)

    def is_known(self, name: str) -> bool:
        """True if anything was said about this fact."""
        return name in self._yes or name in self._no

    def entail(self, kinds: Iterable[str], general: str) -> None:
        """Each kind is a kind of the general one: present goes up, absent goes down."""
        for kind in kinds:
            if kind in self._yes:
                self._yes.setdefault(general, []).extend(self._yes[kind])
            elif general in self._no and general not in self._yes and kind not in self._no:
                self._no[kind] = list(self._no[general])

    def facts(self) -> dict[str, Fact]:
        """The facts gathered so far."""
        found = {name: Fact(False, tuple(rows[-SHOWN:])) for name, rows in self._no.items()}
        found |= {name: Fact(True, _few(rows)) for name, rows in self._yes.items()}
        return found


def _few(rows: list[Evidence]) -> tuple[Evidence, ...]:
    # The first ones show since when, the last one how it is now.
    return tuple(rows) if len(rows) <= SHOWN else (*rows[: SHOWN - 1], rows[-1])


def evidence(kind: str, record: str, say: Callable[[], str]) -> Evidence:
    """Evidence from one record: ``lab``, its id, and its words when they are asked for."""
    return Evidence(f"{kind}:{record}", say)
