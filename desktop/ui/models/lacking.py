"""What the record lacks, and what it holds that no rule can use: told, never passed over."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_label, analyte_named
from desktop.domain.language import language, say
from desktop.domain.terms import feature, treatment_label, treatments
from desktop.guidance.texts import in_language
from desktop.ui.models.alerts import ADD, SHOW_RECORD
from desktop.ui.models.entries import Action, Entry, Line
from desktop.ui.sources import grounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.guidance.dossier import Dossier
    from desktop.guidance.loader import Pack
    from desktop.guidance.pack import MissingRule
    from desktop.ui.sources import Source


def missing_entries(dossier: Dossier) -> list[Entry]:
    """What the record should hold but does not; each leads to the form that adds it."""
    pack = in_language(dossier.pack.valid_on(dossier.case.as_of), language())
    rules = {rule.text: rule for file in pack.files for rule in file.missing}
    return [_missing_entry(text, rules.get(text)) for text in dossier.assessment.missing]


def _missing_entry(text: str, rule: MissingRule | None) -> Entry:
    subject, colon, rest = text.partition(": ")
    lines = (Line(rest[:1].upper() + rest[1:]),) if colon else ()
    return Entry(
        key=rule.id if rule else text,
        title=subject if colon else text,
        icon="circle-dashed",
        ink="unk",
        lines=lines,
        sources=_sources(rule) if rule else (),
        actions=(Action(ADD, say("Add…")),) if rule else (),
    )


def _sources(rule: MissingRule) -> tuple[Source, ...]:
    keys = (*rule.statements, *rule.references)
    return grounds(keys, basis=rule.ground, is_local=rule.approval is not None)


def unused_entries(dossier: Dossier) -> list[Entry]:
    """What is recorded but reaches no rule: free text, and findings that no rule asks for."""
    free, unasked = say("Free text: no rule can read it."), say("No rule asks for it.")
    return [
        Entry(
            key=record,
            title=text,
            icon="notes",
            ink="ink3",
            is_light=True,
            lines=(Line(free if is_free else unasked, "ink3"),),
            actions=(Action(SHOW_RECORD, say("Show record")),),
        )
        for record, text, is_free in _unused(dossier)
    ]


def _unused(dossier: Dossier) -> Iterator[tuple[str, str, bool]]:
    """The id and the words of each record without use, and whether it is free text."""
    from desktop.guidance.recognized import with_recognized_cells

    case, pack = dossier.case, dossier.pack
    read = with_recognized_cells(case, _codes(pack))
    for finding, known in zip(case.findings, read.findings, strict=True):
        term = feature(known.feature)
        if term is None or term.key not in _used(pack):
            yield finding.id, term.label if term else finding.feature, term is None
    for lab in case.results:
        analyte = analyte_named(lab.analyte)
        if analyte is None:
            yield lab.id, analyte_label(lab.analyte), True
    for treatment in case.treatments:
        if treatment.agent.strip() not in treatments():
            yield treatment.id, treatment_label(treatment.agent), True


@cache
def _codes(pack: Pack) -> dict[str, str]:
    return {row.hpo: row.feature for file in pack.files for row in file.code}


@cache
def _used(pack: Pack) -> frozenset[str]:
    """Every feature that a rule names, or that states how a result was."""
    from desktop.guidance.naming import fact_names_in
    from desktop.guidance.readings import IMPRESSIONS

    named = {name for name, _ in fact_names_in(pack.files)}
    return frozenset((*named, *IMPRESSIONS, "abnormal_mineral_metabolism_tests"))
