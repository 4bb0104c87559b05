"""The release report: who leaves, what was generalized, and how far the rest singles people out.

It is read before anything is written. What leaves is pseudonymized; nothing here makes it
more than that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.domain.language import say, say_count
from desktop.domain.terms import place_label
from desktop.domain.when import DAYS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.exchange.deidentify import Deidentified

BAND_YEARS = 10
"""Width of the bands of age in which people are counted."""


@dataclass(frozen=True, slots=True)
class Balance:
    """N in the registry = n exported + those excluded, by reason."""

    registered: int
    exported: int
    excluded: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sum in words, reasons in brackets."""
        line = say(
            "{registered} in the registry = {written} exported + {left_out} excluded",
            registered=self.registered,
            written=self.exported,
            left_out=self.registered - self.exported,
        )
        reasons = [f"{say(reason)}: {number}" for reason, number in self.excluded.items()]
        return f"{line} ({'; '.join(reasons)})" if reasons else line


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseReport:
    """How far the people of a release can be told apart; every name of a group is a shown text.

    ``alone`` are the groups of sex, age, diagnosis and country that hold one person only,
    ``smallest`` is the size of the smallest group; ``rare_variants`` and ``rare_sites`` are
    those of a single person; ``families`` are the sizes of families with several members here.
    """

    balance: Balance
    purpose: str
    recipient: str
    keeps_free_text: bool
    groups: int
    smallest: int
    alone: tuple[str, ...]
    families: tuple[int, ...]
    rare_variants: tuple[str, ...]
    rare_sites: tuple[str, ...]
    generalized: Mapping[str, int]

    def lines(self) -> list[str]:
        """The report for people, line by line."""
        return [
            say("Release report: pseudonymized data"),
            self.balance.text,
            say("Purpose: {purpose}", purpose=self.purpose),
            say("Recipient: {recipient}", recipient=self.recipient or say("not named")),
            "",
            *self._singled_out(),
            "",
            say("What was left out or generalized:"),
            *(f"  {say(what)}: {number}" for what, number in sorted(self.generalized.items())),
            "",
            *self._warnings(),
        ]

    def _singled_out(self) -> Iterator[str]:
        yield say(
            "Groups by sex, age band, diagnosis and country: {groups}; the smallest holds {k}.",
            groups=self.groups,
            k=self.smallest,
        )
        yield from _list(say("People who are alone in their group (k = 1):"), self.alone)
        if self.families:
            sizes = ", ".join(str(size) for size in self.families)
            yield say("Families with several members in this release, by size: {n}", n=sizes)
        yield from _list(say("Variants that one person alone has:"), self.rare_variants)
        yield from _list(say("Sites of masses that one person alone has:"), self.rare_sites)

    def _warnings(self) -> Iterator[str]:
        yield say(
            "This is pseudonymized, never anonymous: rare disorders, variants and sites can tell"
            " somebody who knows the person who it is. It stays personal data."
        )
        if self.keeps_free_text:
            yield say(
                "Free text is kept. Names and dates that were recognized are removed from it;"
                " read it yourself before it leaves."
            )


def _list(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{title} {len(names)}"
        yield from (f"  {name}" for name in names)


def release_report(
    release: Deidentified,
    balance: Balance,
    *,
    purpose: str,
    recipient: str,
    keeps_free_text: bool = False,
) -> ReleaseReport:
    """Look at what would leave; everything is counted in the released cases themselves."""
    groups = Counter(_group(case) for case in release.cases)
    variants = _held_by_one([_variants(case) for case in release.cases])
    sites = _held_by_one([_sites(case) for case in release.cases])
    families = Counter(case.patient.family_id for case in release.cases if case.patient.family_id)
    return ReleaseReport(
        balance=balance,
        purpose=purpose,
        recipient=recipient,
        keeps_free_text=keeps_free_text,
        groups=len(groups),
        smallest=min(groups.values(), default=0),
        alone=tuple(sorted(name for name, number in groups.items() if number == 1)),
        families=tuple(sorted((n for n in families.values() if n > 1), reverse=True)),
        rare_variants=variants,
        rare_sites=sites,
        generalized={what: number for what, number in release.counted.items() if number},
    )


def _group(case: Case) -> str:
    parts = [case.patient.sex or say("sex not given"), _band(case)]
    diagnosis = case.patient.diagnosis
    parts.append(disorder_name(diagnosis) if diagnosis else say("no diagnosis"))
    if country := dict(case.patient.extra).get("country", ""):
        parts.append(country)
    return " · ".join(parts)


def _band(case: Case) -> str:
    """The band of the highest age that the released records tell."""
    ages = [when.span.last for when in case.times() if when.kind == "age"]
    if not ages:
        return say("age not given")
    low = int(max(ages) / DAYS_PER_YEAR) // BAND_YEARS * BAND_YEARS
    return say("{low} to {high} years", low=low, high=low + BAND_YEARS - 1)


def _variants(case: Case) -> set[str]:
    return {
        " ".join(part for part in (one.gene, one.hgvs_c, one.hgvs_p) if part)
        for one in case.variants
    }


def _sites(case: Case) -> set[str]:
    return {place_label(mass.site, mass.side) for mass in case.masses if mass.site}


def _held_by_one(held: Sequence[set[str]]) -> tuple[str, ...]:
    counts = Counter(name for names in held for name in names)
    return tuple(sorted(name for name, number in counts.items() if number == 1))


def summary_of(report: ReleaseReport) -> str:
    """The size of the risk in one sentence, for a status line."""
    return say_count(
        len(report.alone),
        "{n} person is alone in their group",
        "{n} people are alone in their groups",
    )
