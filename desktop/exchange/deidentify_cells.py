"""What becomes of each cell in a de-identified export; what no rule lets through stays behind."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.analytes import number
from desktop.domain.language import mark
from desktop.domain.table import Cell
from desktop.exchange import deidentify_words as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.case import Case
    from desktop.domain.table import Column
    from desktop.exchange.deidentify_times import Clock
    from desktop.exchange.deidentify_words import Names

FREE_TEXT = mark("cells of free text left out")
KEPT_TEXT = mark("cells of free text kept, without the names and dates that were recognized")
WHO = mark("names of staff and labels of relatives left out")
SITES = mark("sites in free text given as not stated")
NUMBERED = mark("methods and samples in free text given as numbers, the same text the same number")
DOSES = mark("doses, their units and frequencies in free text left out")
CHANGES = mark("changes of genes not written in HGVS left out")
UNREAD = mark("cells left out that are not what their column holds")
RELATIVES = mark("links to relatives who are not in this release left out")

NOT_STATED = "not stated"
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_NEVER = frozenset({"observer", "clinician", "label", "who"})


class Aliases:
    """Random names in place of others, each used once: the same text gets the same alias."""

    def __init__(self, prefix: str, length: int) -> None:
        """Aliases are ``prefix`` and so many random letters and digits."""
        self._prefix, self._length = prefix, length
        self._given: dict[str, str] = {}
        self._used: set[str] = set()

    def of(self, text: str) -> str:
        """The alias of a text, made when first asked for; nothing for an empty text."""
        key = text.strip()
        if not key:
            return ""
        if key not in self._given:
            self._given[key] = self._fresh()
        return self._given[key]

    def known(self, text: str) -> str:
        """The alias of a text that has one; else nothing."""
        return self._given.get(text.strip(), "")

    def _fresh(self) -> str:
        while True:
            drawn = "".join(secrets.choice(_ALPHABET) for _ in range(self._length))
            alias = f"{self._prefix}{drawn}"
            if alias not in self._used:
                self._used.add(alias)
                return alias


@dataclass(slots=True)
class Release:
    """What holds for a whole release: aliases, names to be looked for, and what was counted."""

    names: Names
    keeps_free_text: bool = False
    patients: Aliases = field(default_factory=lambda: Aliases("P-", 10))
    families: Aliases = field(default_factory=lambda: Aliases("F-", 8))
    numbered: dict[tuple[str, str], str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Hiding:
    """One patient on the way out: the case, its clock, and its masses under new names."""

    release: Release
    case: Case
    clock: Clock
    masses: Mapping[str, str]

    def free_text(self, text: str) -> str:
        """Free text: nothing, or where it was asked for, what is left without names."""
        counted = self.release.counted
        if not text.strip():
            return ""
        if not self.release.keeps_free_text:
            counted[FREE_TEXT] += 1
            return ""
        counted[KEPT_TEXT] += 1
        return self.release.names.removed_from(text, self.case)

    def hidden(self, table: str, column: Column, cell: str) -> str:
        """What stands in place of a cell that is no time."""
        if not cell.strip():
            return ""
        if rule := _OWN.get((table, column.name)):
            return rule(self, cell)
        if column.name in _NEVER:
            self.release.counted[WHO] += 1
            return ""
        return _BY_KIND[column.cell](self, column, cell)

    def known(self, is_known: Callable[[str], bool], cell: str, counted: str) -> str:
        """A cell of known words; other words are free text, and name nobody."""
        if is_known(cell) and not self.release.names.are_in(cell):
            return cell.strip()
        if self.release.keeps_free_text:
            return self.free_text(cell)
        self.release.counted[counted] += 1
        return ""

    def number_of(self, kind: str, is_known: Callable[[str], bool], cell: str) -> str:
        """A known word, or ``method 2``: the second unknown one of this release."""
        if is_known(cell):
            return cell.strip()
        if self.release.keeps_free_text:
            return self.free_text(cell)
        numbered, key = self.release.numbered, (kind, cell.strip().casefold())
        if key not in numbered:
            numbered[key] = f"{kind} {sum(one == kind for one, _ in numbered) + 1}"
        self.release.counted[NUMBERED] += 1
        return numbered[key]

    def relative(self, cell: str) -> str:
        """The pseudonym of a relative who is in this release too."""
        alias = self.release.patients.known(cell)
        if not alias:
            self.release.counted[RELATIVES] += 1
        return alias

    def regions(self, cell: str) -> str:
        """Those of the regions that are sites of the vocabulary."""
        parts = [part.strip() for part in cell.split(";") if part.strip()]
        kept = [part for part in parts if words.is_site(part)]
        self.release.counted[SITES] += len(parts) - len(kept)
        return ";".join(kept)


def _choice(hiding: Hiding, column: Column, cell: str) -> str:
    if cell.strip() in column.choices:
        return cell.strip()
    hiding.release.counted[UNREAD] += 1
    return ""


def _number(hiding: Hiding, _column: Column, cell: str) -> str:
    if number(cell) is not None:
        return cell.strip()
    hiding.release.counted[UNREAD] += 1
    return ""


def _site(hiding: Hiding, _column: Column, cell: str) -> str:
    if words.is_site(cell):
        return cell.strip()
    if hiding.release.keeps_free_text:
        return hiding.free_text(cell)
    hiding.release.counted[SITES] += 1
    return "unspecified"


_BY_KIND: Mapping[Cell, Callable[[Hiding, Column, str], str]] = {
    Cell.TEXT: lambda hiding, _, cell: hiding.free_text(cell),
    Cell.CHOICE: _choice,
    Cell.NUMBER: _number,
    Cell.SIZE: _number,
    Cell.SITE: _site,
    Cell.MASS: lambda hiding, _, cell: hiding.masses.get(cell.strip(), ""),
    Cell.FEATURE: lambda h, _, cell: h.known(words.is_feature, cell, FREE_TEXT),
    Cell.ANALYTE: lambda h, _, cell: h.known(words.is_analyte, cell, FREE_TEXT),
    Cell.AGENT: lambda h, _, cell: h.known(words.is_agent, cell, FREE_TEXT) or NOT_STATED,
}

_OWN: Mapping[tuple[str, str], Callable[[Hiding, str], str]] = {
    ("patients", "patient_id"): lambda h, cell: h.release.patients.of(cell),
    ("patients", "family_id"): lambda h, cell: h.release.families.of(cell),
    ("family", "relative_id"): Hiding.relative,
    ("masses", "mass_id"): lambda h, cell: h.masses.get(cell.strip(), ""),
    ("labs", "unit"): lambda _, cell: cell.strip(),  # looked at together with its number
    ("targets", "unit"): lambda _, cell: cell.strip(),
    ("labs", "method"): lambda h, cell: h.number_of("method", words.is_method, cell),
    ("labs", "specimen"): lambda h, cell: h.number_of("sample", words.is_specimen, cell),
    ("variants", "gene"): lambda h, cell: h.known(words.is_gene, cell, CHANGES),
    ("variants", "hgvs_c"): lambda h, cell: h.known(words.is_hgvs, cell, CHANGES),
    ("variants", "hgvs_p"): lambda h, cell: h.known(words.is_hgvs, cell, CHANGES),
    ("treatments", "dose"): lambda h, cell: h.known(words.is_dose, cell, DOSES),
    ("treatments", "dose_unit"): lambda h, cell: h.known(words.is_dose_unit, cell, DOSES),
    ("treatments", "frequency"): lambda h, cell: h.known(words.is_frequency, cell, DOSES),
    ("allergies", "substance"): lambda h, cell: h.free_text(cell) or NOT_STATED,
    ("visits", "regions_examined"): Hiding.regions,
}
