"""Facts about ages, genes, treatments and allergies."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from desktop.domain.terms import feature, treatments
from desktop.domain.when import DAYS_PER_YEAR, parse_when
from desktop.guidance import words
from desktop.guidance.gathering import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain import records as r
    from desktop.domain.case import Case
    from desktop.domain.when import Span
    from desktop.guidance.facts import Evidence
    from desktop.guidance.gathering import Gathering

_ONSET_GROUPS = frozenset(
    ["mass", "bone_joint", "skin", "dental", "organ_calcification", "imaging"]
)
_INJURIES = ("trauma_history", "ischemic_muscle_injury", "burn_history", "neurological_injury")
_BIALLELIC = frozenset(["homozygous", "compound_heterozygous", "hemizygous"])
_CAUSAL = frozenset(("", "pathogenic", "likely_pathogenic"))
_CLASSED = frozenset(("pathogenic", "likely_pathogenic"))
_GENES = {
    "GALNT3": "hftc_gene",
    "FGF23": "hftc_gene",
    "KL": "hftc_gene",
    "SAMD9": "samd9",
    "ACVR1": "acvr1",
    "GNAS": "gnas",
}
LONG_AGO = 3.0 * DAYS_PER_YEAR
"""An injury so long before the mass is an old one (our choice)."""

RECENT = 1.0 * DAYS_PER_YEAR
"""An injury less than this before the mass is a fresh one (our choice)."""


def course_fact_names(groups: frozenset[str]) -> frozenset[str]:
    """Every name of a fact from ages, genes, treatments and allergies.

    ``groups`` are the groups of substances that the guidance knows.
    """
    kinds = {term.group for term in treatments().values()}
    genes = {
        f"{stem}_{kind}"
        for stem in set(_GENES.values())
        for kind in ("biallelic", "reported", "pathogenic")
    }
    ages = "childhood_onset infant_onset adult_onset_late age_under_40 age_under_18 age_known"
    own = f"{ages} birth_known injury_long_before injury_recent klotho_variant allergy_present"
    return frozenset(
        {
            *own.split(),
            *genes,
            *(f"taking.{agent}" for agent in treatments()),
            *(f"took.{agent}" for agent in treatments()),
            *(f"taking_class.{kind}" for kind in kinds),
            *(f"took_class.{kind}" for kind in kinds),
            *(f"improved_on.{kind}" for kind in kinds),
            *(f"allergy.{group}" for group in groups),
            *(f"taking_substance.{group}" for group in groups),
            "allergies_recorded",
        }
    )


def gather_course(case: Case, into: Gathering, substances: Mapping[str, Sequence[str]]) -> None:
    """Reads ages, variants, treatments and allergies; ``substances`` are words by group."""
    _ages(case, into)
    _variants(case, into)
    for treatment in case.treatments:
        _treatment(case, treatment, into, substances)
    _allergies(case, into, substances)


def _ages(case: Case, into: Gathering) -> None:
    onset = _onset(case)
    if onset is not None:
        age, said = onset
        _age_fact(into, "childhood_onset", age, 18, said)
        _age_fact(into, "infant_onset", age, 2, said)
        if age.first >= 60 * DAYS_PER_YEAR:
            into.yes("adult_onset_late", said)
    if case.birth:
        into.yes("birth_known")
    known = list(_all_ages(case))
    if known:
        into.yes("age_known")
        _age_fact(into, "age_under_40", max(known, key=lambda span: span.first), 40, None)
    today = case.age_today if case.birth else max(known, key=lambda span: span.last, default=None)
    if today is not None:
        _age_fact(into, "age_under_18", today, 18, None)


def _age_fact(into: Gathering, name: str, age: Span, limit: float, said: Evidence | None) -> None:
    if age.last < limit * DAYS_PER_YEAR:
        into.yes(name, said)
    elif age.first >= limit * DAYS_PER_YEAR:
        into.no(name, said)


def _all_ages(case: Case) -> Iterator[Span]:
    """The ages at which something was seen in this patient."""
    cells = [case.patient.enrolled_when, *(f.when for f in case.findings)]
    cells += [mass.first_when for mass in case.masses]
    for cell in cells:
        if (age := case.age(cell)) is not None:
            yield age


def _onset(case: Case) -> tuple[Span, Evidence] | None:
    """The youngest age at a sign of the disease; in a child, the age when first seen."""
    ages = [
        (age, evidence("mass", mass.id, partial(words.mass_words, mass)))
        for mass in case.masses
        if (age := case.age(mass.first_when)) is not None
    ]
    for finding in case.findings:
        age = case.age(finding.when)
        if age is not None and finding.status == "present" and _is_sign(finding):
            said = evidence("finding", finding.id, partial(words.finding_words, finding))
            ages.append((age, said))
    if ages:
        return min(ages, key=lambda row: (row[0].first, row[0].last))
    seen = case.age(case.patient.enrolled_when)
    if seen is None or seen.last >= 18 * DAYS_PER_YEAR:
        return None
    first_seen = partial(words.first_seen_words, case.patient.enrolled_when)
    return seen, evidence("patient", case.patient.id, first_seen)


def _is_sign(finding: r.Finding) -> bool:
    term = feature(finding.feature)
    return term is not None and term.group in _ONSET_GROUPS


def gather_injury(case: Case, into: Gathering) -> None:
    """How long before the mass an injury was, where both times are known."""
    injuries = [f for f in case.findings if f.status == "present" and _is_injury(f)]
    onset = _onset_without(case, injuries)
    if onset is None:
        return
    for injury in injuries:
        when = case.age(injury.when)
        if when is None:
            continue
        said = evidence("finding", injury.id, partial(words.finding_words, injury))
        if onset.first - when.last > LONG_AGO:
            into.yes("injury_long_before", said)
        elif onset.last - when.first < RECENT and onset.last > when.first:
            into.yes("injury_recent", said)


def _is_injury(finding: r.Finding) -> bool:
    term = feature(finding.feature)
    return term is not None and term.key in _INJURIES


def _onset_without(case: Case, injuries: Sequence[r.Finding]) -> Span | None:
    left = {injury.id for injury in injuries}
    cells = [mass.first_when for mass in case.masses]
    cells += [f.when for f in case.findings if f.status == "present" and f.id not in left]
    ages = [age for cell in cells if (age := case.age(cell)) is not None]
    return max(ages, key=lambda age: age.last) if ages else None


def _variants(case: Case, into: Gathering) -> None:
    seen: dict[str, list[r.Variant]] = {}
    for variant in case.variants:
        if variant.classification in _CAUSAL:
            seen.setdefault(variant.gene.strip().upper(), []).append(variant)
    for gene, variants in seen.items():
        if gene in _GENES:
            _gene(into, gene, variants)
    benign = {v.gene.strip().upper() for v in case.variants} - set(seen)
    for gene in benign & set(_GENES):
        into.no(f"{_GENES[gene]}_pathogenic")


def _gene(into: Gathering, gene: str, variants: Sequence[r.Variant]) -> None:
    stem = _GENES[gene]
    # Two different heterozygous variants of one gene are taken as one on each copy.
    is_biallelic = len({(v.hgvs_c, v.hgvs_p) for v in variants}) > 1
    for variant in variants:
        said = evidence("variant", variant.id, partial(words.variant_words, variant))
        into.yes(f"{stem}_reported", said)
        if is_biallelic or variant.zygosity in _BIALLELIC:
            into.yes(f"{stem}_biallelic", said)
        if variant.classification in _CLASSED:
            into.yes(f"{stem}_pathogenic", said)
        if gene == "KL":
            into.yes("klotho_variant", said)


@cache
def _names() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = []
    for term in treatments().values():
        labels = [re.split(r"[,(]", name)[0].strip().casefold() for name in term.names]
        # The key carries the other spelling: aluminium, ciclosporin, paracetamol.
        names = "|".join(re.escape(name) for name in (*labels, term.key.replace("_", " ")))
        rows.append((re.compile(rf"\b(?:{names})\b"), term.key))
    return tuple(rows)


@cache
def agents_in(cell: str) -> tuple[str, ...]:
    """The agents that a cell names: by key, or by name within free text."""
    text = cell.strip()
    if text in treatments():
        return (text,)
    found = [key for pattern, key in _names() if pattern.search(text.casefold())]
    return tuple(found)


def is_running(case: Case, treatment: r.Treatment) -> bool:
    """True unless the record says that the treatment has ended, or that it starts later."""
    today = case.place(case.as_of.isoformat()) or case.age_today
    start, stop = case.place(treatment.start_when), case.place(treatment.stop_when)
    if today is None:
        return not parse_when(treatment.stop_when)
    if stop is None and parse_when(treatment.stop_when):
        return False
    is_started = start is None or start.first <= today.last
    return is_started and (stop is None or stop.last > today.first)


def _treatment(
    case: Case,
    treatment: r.Treatment,
    into: Gathering,
    substances: Mapping[str, Sequence[str]],
) -> None:
    said = evidence("treatment", treatment.id, partial(words.treatment_words, treatment))
    is_now = is_running(case, treatment)
    for agent in agents_in(treatment.agent):
        kind = treatments()[agent].group
        into.yes(f"took.{agent}", said)
        into.yes(f"took_class.{kind}", said)
        if is_now:
            into.yes(f"taking.{agent}", said)
            into.yes(f"taking_class.{kind}", said)
        if treatment.response == "improved":
            into.yes(f"improved_on.{kind}", said)
    if is_now:
        for group in _groups_named(treatment.agent, substances):
            into.yes(f"taking_substance.{group}", said)


def _allergies(case: Case, into: Gathering, substances: Mapping[str, Sequence[str]]) -> None:
    if not case.allergies:
        into.no("allergies_recorded")
    for allergy in case.allergies:
        said = evidence("allergy", allergy.id, partial(allergy_with_note, allergy))
        into.yes("allergies_recorded", said)
        if allergy.status in ("none_known", "unknown"):
            continue
        into.yes("allergy_present", said)
        for group in _groups_named(allergy.substance, substances):
            into.yes(f"allergy.{group}", said)


def _groups_named(cell: str, substances: Mapping[str, Sequence[str]]) -> list[str]:
    text = cell.casefold()
    return [group for group, names in substances.items() if any(name in text for name in names)]


def allergy_with_note(allergy: r.Allergy) -> str:
    """With the note, which may tell that the allergy was reviewed, and what came of it."""
    told = words.allergy_words(allergy)
    return f"{told} – {allergy.note}" if allergy.note else told
