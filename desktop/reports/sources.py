"""What the advice rests on: statements of the source and later literature, kept apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop.guidance.loader import guidance_pack
from desktop.reports.style import bold, italic, markup, quiet
from desktop.reports.tables import cut, gap, paragraph, section
from desktop.reports.wording import best_candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.guidance.assessment import Assessment
    from desktop.guidance.loader import Pack
    from desktop.reports.tables import Flow


def grounds(statements: Sequence[str], references: Sequence[str], basis: str = "") -> str:
    """The cell that names what a line rests on: ids, else the basis in words."""
    listed = [*statements, *references]
    if listed:
        return markup(", ".join(listed))
    return quiet(cut(basis)) if basis else italic("general practice")


def sources_section(assessment: Assessment) -> list[Flow]:
    """The statements that were used, in own words, apart from the later literature."""
    pack = guidance_pack()
    statements, references = used_sources(assessment)
    body: list[Flow] = []
    if statements:
        body.append(_lead("Statements of the source text"))
        body += [paragraph(_statement(pack, key), "small") for key in statements]
    if references:
        body += [gap(3), _lead("Later literature, not part of the source")]
        body += [paragraph(_reference(pack, key), "small") for key in references]
    if not body:
        body.append(paragraph(italic("No statement or work was used."), "small"))
    return section("Sources", body)


def _lead(text: str) -> Flow:
    line = paragraph(bold(text), "small")
    line.keepWithNext = 1
    return line


def used_sources(assessment: Assessment) -> tuple[list[str], list[str]]:
    """The ids of statements and of later works that this page names, each once, sorted.

    Of the candidates only the best one's criteria are printed, so only its sources count.
    """
    best = best_candidate(assessment)
    grounds = [(c.statements, c.references) for c in (best.criteria if best else ())]
    grounds += [(a.statements, a.references) for a in assessment.alerts]
    grounds += [(m.statements, m.references) for m in assessment.management]
    grounds += [(t.statements, t.references) for t in assessment.next_tests]
    grounds += [(m.statements, m.references) for m in assessment.monitoring]
    statements = chain.from_iterable(ground[0] for ground in grounds)
    references = chain.from_iterable(ground[1] for ground in grounds)
    return sorted(set(statements)), sorted(set(references))


def _statement(pack: Pack, key: str) -> str:
    known = pack.statements.get(key)
    text = f"{bold(key)} {markup(known.text if known else 'not in the list of statements')}"
    for remark in (r for file in pack.files for r in file.remark if r.statement == key):
        word = "Superseded: " if remark.is_superseded else "Later knowledge: "
        works = f" [{', '.join(remark.references)}]" if remark.references else ""
        text += f" {italic(word + remark.text)}{quiet(works)}"
    return text


def _reference(pack: Pack, key: str) -> str:
    known = pack.references().get(key)
    if known is None:
        return f"{bold(key)} {italic('details not in the guidance files')}"
    year = f", {known.year}" if known.year else ""
    pmid = f", PMID {known.pmid}" if known.pmid else ""
    return f"{bold(key)} {markup(f'{known.title}{year}{pmid}')}"
