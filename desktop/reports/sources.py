"""What the advice rests on: statements of the source and later literature, kept apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.guidance.loader import guidance_pack
from desktop.guidance.sources import labels
from desktop.reports.style import bold, italic, markup, quiet
from desktop.reports.tables import cut, paragraph, section
from desktop.reports.wording import best_candidate, is_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Assessment
    from desktop.guidance.loader import Pack
    from desktop.reports.tables import Flow

UNSOURCED = mark("general knowledge")
NO_SOURCE = mark("general practice")
"""What is said where an item names neither a source nor another basis."""


def grounds(statements: Sequence[str], references: Sequence[str], basis: str = "") -> str:
    """The cell that names what a line rests on: ids, else the basis in words."""
    if statements or references:
        return markup(", ".join(labels((*statements, *references))))
    return quiet(cut(basis_text(basis))) if basis else italic(say(NO_SOURCE))


def basis_text(basis: str) -> str:
    """A basis in few words; what no source backs is never made to look as if one did."""
    return say(UNSOURCED) if basis.startswith("general clinical knowledge") else basis


def sources_section(assessment: Assessment) -> list[Flow]:
    """The statements that were used, by id and topic, apart from the later literature."""
    pack = guidance_pack()
    statements, references = used_sources(assessment)
    body: list[Flow] = []
    if statements:
        title = bold(say("Statements of the source text: "))
        told = _by_disorder(pack, statements)
        marks = quiet(
            " " + say("Superseded or qualified: by later work, as the program tells in full.")
        )
        later = marks if "<i>(" in told else ""
        body.append(paragraph(f"{title}{told}.{later}", "small"))
    if references:
        listed = "; ".join(_reference(pack, key) for key in references)
        title = bold(say("Later literature, not part of the source: "))
        body.append(paragraph(f"{title}{listed}.", "small"))
    if not body:
        body.append(paragraph(italic(say("No statement or work was used.")), "small"))
    return section(say("Sources"), body, room=46)


def used_sources(assessment: Assessment) -> tuple[list[str], list[str]]:
    """The ids of statements and of later works that this page names, each once, sorted.

    Of the candidates only the best one's criteria are printed, and of those only the rows of
    the table with their sources.
    """
    best = best_candidate(assessment)
    named = [(c.statements, c.references) for c in (best.criteria if best else ()) if is_row(c)]
    named += [(a.statements, a.references) for a in assessment.alerts]
    named += [(m.statements, m.references) for m in assessment.management]
    named += [(t.statements, t.references) for t in assessment.next_tests]
    named += [(m.statements, m.references) for m in assessment.monitoring]
    statements = chain.from_iterable(ground[0] for ground in named)
    references = chain.from_iterable(ground[1] for ground in named)
    return sorted(set(statements)), sorted(set(references))


def _by_disorder(pack: Pack, keys: Sequence[str]) -> str:
    """``Disorder: topic TC-01, TC-02, other topic TC-03; Other disorder: …``."""
    groups: dict[str, dict[str, list[str]]] = {}
    for key in keys:
        known = pack.statements.get(key)
        disorder = disorder_name(known.disorder) if known else ""
        topic = known.topic.replace("_", " ") if known else say("not in the list of statements")
        groups.setdefault(disorder, {}).setdefault(topic, []).append(_statement(pack, key))
    return "; ".join(
        markup(f"{disorder}: " if disorder else "")
        + ", ".join(f"{markup(topic)} {', '.join(listed)}" for topic, listed in topics.items())
        for disorder, topics in groups.items()
    )


def _statement(pack: Pack, key: str) -> str:
    remarks = [r for file in pack.files for r in file.remark if r.statement == key]
    if any(remark.is_superseded for remark in remarks):
        return f"{bold(key)} {italic(say('(superseded)'))}"
    return f"{bold(key)} {italic(say('(qualified)'))}" if remarks else bold(key)


def _reference(pack: Pack, key: str) -> str:
    known = pack.references().get(key)
    if known is None:
        return f"{bold(key)} {italic(say('details not in the guidance files'))}"
    year = f", {known.year}" if known.year else ""
    pmid = f", PMID {known.pmid}" if known.pmid else ""
    return f"{bold(labels([key])[0])} {markup(f'{known.title}{year}{pmid}')}"
