"""Variants as entries, what does not fit together in them, and which genes are worth testing.

How a gene is inherited is literature with its source; hints about a set of variants are general
genetics and say so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.guidance.pack import TestRule
from desktop.ui.forms.words import choice_name
from desktop.ui.models.advice import advice_entry, entry_of_test, open_tests
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.sources import Source, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Variant
    from desktop.guidance.dossier import Dossier

EDIT, REMOVE, ADD_VARIANT, GUIDANCE = "edit", "remove", "add_variant", "guidance"

INHERITANCE: Mapping[str, tuple[str, str]] = {
    "GALNT3": (mark("autosomal recessive"), "gr-hftc"),
    "FGF23": (mark("autosomal recessive"), "gr-hftc"),
    "KL": (mark("autosomal recessive"), "gr-hftc"),
    "SAMD9": (mark("autosomal recessive"), "nftc"),
    "ACVR1": (mark("autosomal dominant, mostly new in the patient"), "gr-fop"),
}
"""How the disorders of these genes are inherited, with the literature that says so."""

RECESSIVE = frozenset(("GALNT3", "FGF23", "KL", "SAMD9"))
_CAUSAL = frozenset(("pathogenic", "likely_pathogenic"))
_GENE_FACTS = ("_biallelic", "_reported", "_pathogenic", "klotho_variant")
FAMILY_ADVICE = ("-genetics", "-inheritance", "-inheritance-source", "-family-screening")
"""How the ids of advice end that is about the family rather than the patient."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Something about the variants of one gene that should be looked at."""

    gene: str
    text: str


def variant_entries(case: Case) -> list[Entry]:
    """The variants as reported, by gene."""
    ordered = sorted(case.variants, key=lambda one: one.gene.strip().upper())
    return [_variant_entry(one) for one in ordered]


def _variant_entry(variant: Variant) -> Entry:
    named = " ".join(part for part in (variant.hgvs_c, variant.hgvs_p) if part.strip())
    gene = variant.gene.strip()
    lines = [_choice_line("zygosity", variant.zygosity, say("Zygosity:"))]
    lines.append(_choice_line("classification", variant.classification, say("Classified as:")))
    sources: tuple[Source, ...] = ()
    if known := INHERITANCE.get(gene.upper()):
        lines.append(Line(say(known[0]), "ink3", lead=say("Inheritance:")))
        sources = (source(known[1]),)
    if variant.note:
        lines.append(Line(variant.note, "ink3", is_italic=True))
    is_causal = variant.classification in _CAUSAL
    return Entry(
        key=variant.id,
        title=say("{gene} {change}", gene=gene, change=named or say("change not recorded")),
        icon="dna-2",
        ink="accent" if is_causal else "ink2",
        lines=tuple(lines),
        sources=sources,
        actions=(
            Action(EDIT, say("Edit…"), is_quiet=True),
            Action(REMOVE, say("Remove"), is_quiet=True),
        ),
    )


def _choice_line(column: str, cell: str, lead: str) -> Line:
    if cell in ("", "unknown"):
        return Line(choice_name(column, cell), "unk", lead=lead, is_italic=True)
    return Line(choice_name(column, cell), lead=lead)


def hints(case: Case) -> tuple[Hint, ...]:
    """What does not fit together, gene by gene; general genetics, no advice about treatment."""
    by_gene: dict[str, list[Variant]] = {}
    for variant in case.variants:
        by_gene.setdefault(variant.gene.strip().upper(), []).append(variant)
    return tuple(
        Hint(gene, text) for gene, variants in by_gene.items() for text in _hints(gene, variants)
    )


def _hints(gene: str, variants: Sequence[Variant]) -> Iterator[str]:
    causal = [one for one in variants if one.classification in _CAUSAL]
    changes = {_change(one) for one in causal}
    states = {one.zygosity for one in causal}
    if gene in RECESSIVE and causal:
        yield from _recessive_hints(gene, changes, states)
    if "hemizygous" in states and gene in INHERITANCE:
        yield say(
            "{gene} does not lie on a sex chromosome: hemizygous would mean that the other copy"
            " is missing. Check the report.",
            gene=gene,
        )
    if variants and all(one.classification == "vus" for one in variants):
        yield say(
            "{gene}: only variants of uncertain significance. They neither confirm nor exclude.",
            gene=gene,
        )
    if any(not one.hgvs_c.strip() and not one.hgvs_p.strip() for one in variants):
        yield say("{gene}: a variant without its change. Take it from the report.", gene=gene)


def _recessive_hints(gene: str, changes: set[tuple[str, str]], states: set[str]) -> Iterator[str]:
    if "homozygous" in states and len(changes) > 1:
        yield say(
            "{gene}: one variant is homozygous and another one is recorded. Check the report.",
            gene=gene,
        )
    elif states == {"heterozygous"} and len(changes) > 1:
        yield say(
            "{gene}: two heterozygous variants, phase unknown. Consider testing the parents:"
            " only one on each copy explains a recessive disorder.",
            gene=gene,
        )
    elif states == {"heterozygous"}:
        yield say(
            "{gene}: one heterozygous variant does not explain a recessive disorder by itself."
            " Consider looking for a second one, deletions and duplications included.",
            gene=gene,
        )
    elif "compound_heterozygous" in states and len(changes) == 1:
        yield say(
            "{gene}: compound heterozygous, but only one variant is recorded. Add the other one.",
            gene=gene,
        )


def _change(variant: Variant) -> tuple[str, str]:
    return variant.hgvs_c.strip(), variant.hgvs_p.strip()


def hint_entries(case: Case) -> list[Entry]:
    """The hints; each says that it is general genetics and not from the source."""
    general = Source("", say("General"), "general", say("General genetics, not from the source."))
    return [
        Entry(
            key=f"hint-{place}",
            title=hint.text,
            icon="info-circle",
            ink="info",
            is_light=True,
            sources=(general,),
            ground="told",
            level=say("Note"),
        )
        for place, hint in enumerate(hints(case))
    ]


def gene_test_entries(dossier: Dossier) -> list[Entry]:
    """The gene tests among the next tests, with what each answer would change."""
    found = []
    for test in open_tests(dossier.assessment):
        rule = dossier.pack.rule(test.id)
        asked = rule.asks if isinstance(rule, TestRule) else ()
        if any(fact.endswith(_GENE_FACTS) for fact in asked):
            actions = (
                Action(ADD_VARIANT, say("Add variant…")),
                Action(GUIDANCE, say("Open guidance"), is_quiet=True),
            )
            found.append(replace(entry_of_test(test), icon="bulb", actions=actions))
    return found


def family_advice_entries(dossier: Dossier, *, untested: Sequence[str]) -> list[Entry]:
    """Advice about the family; ``untested`` are brothers and sisters nobody knows enough of."""
    found = []
    for advice in dossier.assessment.management:
        if advice.silenced is None and advice.id.endswith(FAMILY_ADVICE):
            entry = advice_entry(advice)
            lines = entry.lines
            if untested and not advice.superseded_by:
                names = ", ".join(untested)
                lead = say("Not known whether affected:")
                lines = (*lines, Line(names, "warn", lead=lead))
            actions = (Action(GUIDANCE, say("Open guidance"), is_quiet=True),)
            found.append(replace(entry, icon="users", lines=lines, actions=actions))
    return found


def leading_words(dossier: Dossier) -> str:
    """The disorders that lead, with how they stand: whose genes are worth testing."""
    leading = [
        candidate
        for candidate in dossier.assessment.differential
        if candidate.standing in ("established", "probable", "possible")
    ]
    words = {
        "established": say("established"),
        "probable": say("probable"),
        "possible": say("possible"),
    }
    told = [
        say("{disorder}: {standing}", disorder=one.name, standing=words[one.standing])
        for one in leading[:2]
    ]
    return "; ".join(told)
