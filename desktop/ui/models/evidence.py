"""From a criterion to the records behind it, and to the form in which a missing one is added."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_label
from desktop.domain.language import say
from desktop.domain.terms import feature
from desktop.domain.when import parse_when, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Record
    from desktop.guidance.assessment import Criterion
    from desktop.guidance.loader import Pack
    from desktop.guidance.logic import Condition

MOST_OFFERED = 8
"""More forms than this for one unknown would not be read."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One record that decided a criterion: its id, its words, and its date as shown.

    ``record`` is empty where the record cannot be shown.
    """

    record: str
    words: str
    when: str = ""

    @property
    def undated(self) -> str:
        """The words without the date, which has a column of its own."""
        tail = f", {self.when}"
        return self.words[: -len(tail)] if self.when and self.words.endswith(tail) else self.words


@dataclass(frozen=True, slots=True)
class Opening:
    """A form that would answer what is unknown: its table, the cells it begins with, its name."""

    table: str
    cells: tuple[tuple[str, str], ...]
    text: str


def proofs_of(criteria: Sequence[Criterion], case: Case) -> list[tuple[Proof, ...]]:
    """The records behind each criterion, in the order of the assessment."""
    wanted = {record_of(evidence) for one in criteria for evidence in one.evidence}
    whens = {record.id: _when(record) for record in _records(case) if record.id in wanted}
    return [_proofs(criterion, whens) for criterion in criteria]


def _proofs(criterion: Criterion, whens: Mapping[str, str]) -> tuple[Proof, ...]:
    ids = [record_of(evidence) for evidence in criterion.evidence]
    pairs = zip(ids, criterion.because, strict=False)
    return tuple(Proof(record, words, whens.get(record, "")) for record, words in pairs)


def record_of(evidence: str) -> str:
    """The id of the record that evidence points at; of a calculated value its first input."""
    kind, _, rest = evidence.partition(":")
    if kind == "derived":
        rest = rest.partition(":")[2].partition(",")[0]
    return rest


def _when(record: Record) -> str:
    """When a record was, as it is shown; empty for what has no date."""
    names = ("when", "start_when", "first_when")
    when = next((text for name in names if (text := getattr(record, name, ""))), "")
    return shown(parse_when(when)) if when else ""


def _records(case: Case) -> Iterator[Record]:
    tables: tuple[tuple[Record, ...], ...] = (
        *(case.labs, case.findings, case.masses, case.events, case.procedures),
        *(case.treatments, case.allergies, case.variants, case.family),
    )
    yield from chain.from_iterable(tables)


def openings(condition: Condition, pack: Pack, case: Case) -> list[Opening]:
    """The forms that would answer a condition, in its order, without what is recorded already."""
    concepts = {concept.name: concept.when for concept in pack.concepts()}
    known = {(finding.feature, "") for finding in case.findings}
    found: dict[tuple[str, tuple[tuple[str, str], ...]], Opening] = {}
    for name in _leaves(condition, concepts):
        opening = _opening(name)
        if opening is None or any((value, "") in known for _, value in opening.cells):
            continue
        found.setdefault((opening.table, opening.cells), opening)
    return list(found.values())[:MOST_OFFERED]


def _leaves(condition: Condition, concepts: Mapping[str, Condition]) -> Iterator[str]:
    """The facts that a condition rests on in the end, in the order of the rule."""
    if isinstance(condition, str):
        if condition in concepts:
            yield from _leaves(concepts[condition], concepts)
        else:
            yield condition
        return
    known = (*condition.all, *condition.any, *condition.of, *condition.none)
    for part in condition.unknown or known:  # what is unknown is what is asked for
        yield from _leaves(part, concepts)


_FAMILY: Mapping[str, str] = {
    "affected_sibling": "sibling",
    "affected_parent": "mother",
    "affected_other_relative": "other",
}
_GENES: Mapping[str, str] = {
    "hftc_gene": "GALNT3",
    "klotho_variant": "KL",
    "samd9": "SAMD9",
    "acvr1": "ACVR1",
    "gnas": "GNAS",
}
_CALCULATED: Mapping[str, str] = {
    "product": "serum_phosphate",
    "trp": "urine_phosphate",
    "tmp_gfr": "urine_phosphate",
    "egfr": "creatinine",
}
_MASSES = ("mass_", "mass_at.", "mass_plane.", "recorded_mass", "several_masses")


def _opening(fact: str) -> Opening | None:
    """The form in which a fact is recorded; None for what follows from other things alone."""
    if fact in _FAMILY:
        return Opening("family", (("relation", _FAMILY[fact]),), say("Relative"))
    if term := feature(fact):
        text = say("Finding: {finding}", finding=term.label)
        return Opening("findings", (("feature", term.key),), text)
    gene = next((gene for stem, gene in _GENES.items() if fact.startswith(stem)), "")
    if gene:
        return Opening("variants", (("gene", gene),), say("Genetic variant: {gene}", gene=gene))
    if analyte := _analyte(fact):
        text = say("Result: {analyte}", analyte=analyte_label(analyte))
        return Opening("labs", (("analyte", analyte),), text)
    return _other_opening(fact)


def _other_opening(fact: str) -> Opening | None:
    kind, _, which = fact.partition(".")
    if fact.startswith(_MASSES):
        return Opening("masses", (), say("Mass"))
    if kind == "procedure":
        return Opening("procedures", (("kind", which),), say("Procedure"))
    if kind == "event":
        return Opening("events", (("kind", which),), say("Event"))
    if kind in {"taking", "took"}:
        return Opening("treatments", (("agent", which),), say("Treatment"))
    if kind in {"allergy", "allergies_recorded", "allergy_present"}:
        return Opening("allergies", (), say("Allergy"))
    if fact in {"birth_known", "age_known"}:
        return Opening("patients", (), say("Date of birth"))
    return None


def _analyte(fact: str) -> str:
    """The analyte to measure for a fact of the laboratory; empty for another fact."""
    from desktop.guidance.facts_labs import THRESHOLDS
    from desktop.guidance.readings import BASES

    base = THRESHOLDS[fact][0] if fact in THRESHOLDS else ""
    for analyte, own in BASES.items():
        if base == own or (not base and fact.startswith(f"{own}_")):
            return _CALCULATED.get(own, analyte)
    return ""
