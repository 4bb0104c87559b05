"""The vocabularies as they ship: features, sites and treatments, looked up by key or name."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.language import in_every_language, mark, say
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping


_SIDES = {
    "left": mark("Left {site}"),
    "right": mark("Right {site}"),
    "midline": mark("Midline {site}"),
    "bilateral": mark("Bilateral {site}"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One vocabulary entry; ``group`` is the feature group, the region or the drug class.

    ``english`` is the label of the vocabulary file.
    """

    key: str
    english: str
    group: str
    synonyms: tuple[str, ...] = ()
    hpo_id: str = ""
    is_joint: bool = False

    @property
    def label(self) -> str:
        """The term for people, in the chosen language."""
        return say(self.english)

    @property
    def names(self) -> tuple[str, ...]:
        """What people may call it: its label in every language and its synonyms."""
        return (*in_every_language(self.english), *self.synonyms)


def vocabulary_rows(name: str) -> list[dict[str, str]]:
    """The rows of ``resources/vocabulary/NAME.csv``."""
    path = resource("vocabulary", f"{name}.csv")
    with path.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def _terms(name: str, group: str) -> Mapping[str, Term]:
    return MappingProxyType(
        {
            row["key"]: Term(
                row["key"],
                row["label"],
                row[group],
                tuple(s for s in row.get("synonyms", "").split(";") if s),
                row.get("hpo_id", ""),
                row.get("joint") == "yes",
            )
            for row in vocabulary_rows(name)
        }
    )


@cache
def features() -> Mapping[str, Term]:
    """The clinical features by key."""
    return _terms("features", "group")


@cache
def sites() -> Mapping[str, Term]:
    """The body sites by key; ``group`` is the region."""
    return _terms("sites", "region")


@cache
def treatments() -> Mapping[str, Term]:
    """The treatments by key; ``group`` is the class of agent."""
    return _terms("treatments", "class")


@cache
def _features_by_hpo() -> Mapping[str, Term]:
    return MappingProxyType({t.hpo_id: t for t in features().values() if t.hpo_id})


def feature(cell: str) -> Term | None:
    """The feature that a cell names by key or HPO id; None for free text."""
    text = cell.strip()
    return features().get(text) or _features_by_hpo().get(text)


def site_label(cell: str) -> str:
    """A site for people: its label, or the free text as it came."""
    term = sites().get(cell.strip())
    return term.label if term else cell


def place_label(site: str, side: str) -> str:
    """A site with its side in words: ``Left shoulder``."""
    label = site_label(site)
    if not side:
        return label
    within = f"{label[:1].lower()}{label[1:]}"
    if side not in _SIDES:
        return f"{side.capitalize()} {within}"
    placed = say(_SIDES[side], site=within)
    return f"{placed[:1].upper()}{placed[1:]}"


def place_names(site: str, side: str) -> frozenset[str]:
    """What a site with its side may be called, in every language and without case."""
    term = sites().get(site.strip())
    labels = in_every_language(term.english) if term else (site,)
    return frozenset(
        text.format(site=label).casefold()
        for label in labels
        for text in (in_every_language(_SIDES[side]) if side in _SIDES else ("{site}",))
    )


def treatment_label(cell: str) -> str:
    """A treatment for people: its label, or the free text as it came."""
    term = treatments().get(cell.strip())
    return term.label if term else cell
