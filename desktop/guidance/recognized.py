"""Free text of findings and sites as the keys it means, so that every rule can see it.

Only a cell that as a whole is a key, a label or a synonym of the vocabulary is recognized, in
American or British spelling. Words inside longer text are never taken out of it: "no calcified
mass" stays what it is. A recognized finding keeps the words of the record as its note.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.domain.terms import feature, features, sites

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain import records as r
    from desktop.domain.case import Case

_TOO_VAGUE = frozenset(["fracture", "erosion", "milk", "bicarbonate", "comorbidity", "pain"])
"""Synonyms that alone do not tell what was meant: erosion of skin or of bone."""

_VERDICTS = ("initially_labelled", "genetic_test", "other_")
"""Keys whose synonyms are names of diseases: free text that names one is no such history."""

_SIDES = re.compile(
    r"\b(left|right|bilateral|both|izquierd[oa]s?|derech[oa]s?|izq|der|amb[oa]s|lado)\b"
)


def with_recognized_cells(case: Case, codes: Mapping[str, str]) -> Case:
    """The case with every finding and site under its key, where the cell names one.

    ``codes`` are HPO ids that mean a feature without being its own id.
    """
    return replace(
        case,
        findings=tuple(_finding(row, codes) for row in case.findings),
        masses=tuple(_at_key(row, _site(row.site)) for row in case.masses),
    )


def _finding(row: r.Finding, codes: Mapping[str, str]) -> r.Finding:
    site = _site(row.site)
    if site != row.site:
        row = replace(row, site=site)
    if feature(row.feature):
        return row
    cell = row.feature.strip()
    key = codes.get(cell) or _keys_by_words().get(plain(cell))
    if key is None:
        return row
    told = say("recorded as {words}", words=cell)
    return replace(row, feature=key, note=f"{told}; {row.note}" if row.note else told)


def _at_key(row: r.Mass, site: str) -> r.Mass:
    return row if site == row.site else replace(row, site=site)


def _site(cell: str) -> str:
    if not cell or cell in sites():
        return cell
    return _sites_by_words().get(plain(_SIDES.sub(" ", cell.casefold())), cell)


def plain(text: str) -> str:
    """A text without case, hyphens, British spelling and plural, for comparison only."""
    words = re.sub(r"[^\w ]", " ", text.casefold().replace("_", " "))
    for british, american in (("ae", "e"), ("oe", "e"), ("our", "or"), ("is", "iz")):
        words = words.replace(british, american)
    return " ".join(_singular(word) for word in words.split())


def _singular(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


@cache
def _keys_by_words() -> Mapping[str, str]:
    rows = [
        (term.key, (term.key, *term.names))
        for term in features().values()
        if not term.key.startswith(_VERDICTS)
    ]
    vague = {plain(word) for word in _TOO_VAGUE}
    return {name: key for name, key in _unambiguous(rows).items() if name not in vague}


@cache
def _sites_by_words() -> Mapping[str, str]:
    rows = ((term.key, (term.key, *term.names)) for term in sites().values())
    return _unambiguous(rows)


def _unambiguous(rows: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """The words that mean one key and no other."""
    found: dict[str, set[str]] = {}
    for key, names in rows:
        for name in names:
            found.setdefault(plain(name), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}
