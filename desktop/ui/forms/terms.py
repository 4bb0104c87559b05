"""Vocabulary behind fields: what is offered while typing, and which key a text means. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit
from desktop.domain import analytes, disorders, terms
from desktop.domain.columns import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be chosen: the key that is stored, its label, other names."""

    key: str
    label: str
    names: tuple[str, ...] = ()

    def is_called(self, text: str) -> bool:
        """True if ``text`` is the label, the key or another name, whatever its case."""
        wanted = text.strip().casefold()
        return wanted in {n.casefold() for n in (self.key, self.label, *self.names)}


def suggestions(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that hold every word of ``text``, best first: those that begin with it."""
    words = text.casefold().split()
    ranked = []
    for place, entry in enumerate(entries):
        said = " ".join((entry.label, *entry.names, entry.key.replace("_", " "))).casefold()
        if all(word in said for word in words):
            ranked.append((_rank(entry.label.casefold(), said, words), place, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda found: found[:2])][:LIMIT]


def _rank(label: str, said: str, words: list[str]) -> int:
    if not words or label.startswith(words[0]):
        return 0
    starts = f" {label}".replace("(", " ").replace("-", " ")
    if all(f" {word}" in starts for word in words):
        return 1
    return 2 if all(f" {word}" in f" {said}" for word in words) else 3


def key_of(text: str, entries: Sequence[Entry]) -> str:
    """The key that a text names exactly; else the text itself, which is free text."""
    named = {entry.key for entry in entries if entry.is_called(text)}
    return named.pop() if len(named) == 1 else text.strip()


def label_of(cell: str, entries: Sequence[Entry]) -> str:
    """The label of a stored cell; the cell itself if it is free text."""
    return next((entry.label for entry in entries if entry.key == cell.strip()), cell)


@cache
def entries_for(cell: Cell) -> tuple[Entry, ...]:
    """What a field of this kind offers; nothing for kinds without a vocabulary."""
    makers = {
        Cell.FEATURE: _features,
        Cell.SITE: _sites,
        Cell.AGENT: _agents,
        Cell.ANALYTE: _analytes,
    }
    return makers[cell]() if cell in makers else ()


def _features() -> tuple[Entry, ...]:
    found = terms.features().values()
    return tuple(Entry(t.key, t.label, (*t.synonyms, t.hpo_id)) for t in found)


def _sites() -> tuple[Entry, ...]:
    return tuple(Entry(t.key, t.label, t.synonyms) for t in terms.sites().values())


def _agents() -> tuple[Entry, ...]:
    return tuple(Entry(t.key, t.label) for t in terms.treatments().values())


def _analytes() -> tuple[Entry, ...]:
    measured = [a for a in analytes.analytes().values() if not a.is_derived]
    derived = [a for a in analytes.analytes().values() if a.is_derived]
    return tuple(
        Entry(a.key, a.label, tuple(c for c in (a.loinc_mass, a.loinc_molar) if c))
        for a in (*measured, *derived)
    )


def disorder_entries() -> tuple[Entry, ...]:
    """The disorders with their causes, as a diagnosis offers them."""
    keys = disorders.DISORDER_KEYS
    return tuple(Entry(key, disorders.disorder_name(key)) for key in keys)


def units_for(analyte_cell: str) -> tuple[str, ...]:
    """The units that belong to an analyte; none for one that the vocabulary lacks."""
    analyte = analytes.analyte_named(analyte_cell)
    return analyte.units if analyte else ()


def preferred_unit(analyte_cell: str, units: str) -> str:
    """The unit to begin with, by the units shown; it stands in the field for all to see.

    Empty for an analyte that the vocabulary lacks: nothing is assumed then.
    """
    analyte = analytes.analyte_named(analyte_cell)
    return display_unit(analyte, units) if analyte else ""
