"""The best fit on paper: criteria with status, evidence and source, and the other candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.language import mark, say
from desktop.reports.shapes import canvas, disk, polyline
from desktop.reports.sources import basis_text, grounds
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, gap, paragraph, section, table
from desktop.reports.wording import best_candidate, counts_text, evidence, is_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.graphics.shapes import Drawing

    from desktop.guidance.assessment import Assessment, Candidate, Criterion, Status
    from desktop.reports.tables import Flow

_STATUS = {"met": mark("Met"), "not_met": mark("Not met"), "unknown": mark("Unknown")}
_WEIGHTS = {"decisive": mark("decisive"), "major": mark("major")}
_STATUS_ORDER: dict[Status, int] = {"met": 0, "not_met": 1, "unknown": 2}
_WEIGHT_ORDER = {"decisive": 0, "major": 1, "minor": 2}


def best_fit_section(assessment: Assessment) -> list[Flow]:
    """The criteria of the best candidate with status, evidence and source, then the others."""
    best = best_candidate(assessment)
    others = [paragraph(line, "small") for line in _others(assessment, best)]
    if best is None:
        text = italic(say("No disorder of the guidance fits what is recorded."))
        return section(say("Best fit by criteria"), [paragraph(text), *others])
    rows = [_criterion_row(c) for c in _in_order(filter(is_row, best.criteria))]
    lines = (*_open(best.criteria), *_neutral(best.criteria))
    neutral = [paragraph(line, "small") for line in lines]
    columns = [
        Column("", 15),
        Column(say("Status"), 46),
        Column(say("Criterion"), 206),
        Column(say("Evidence in record (+ more items)"), WIDTH - 15 - 46 - 206 - 78),
        Column(say("Source"), 78),
    ]
    note = f"{say(best.standing)}; {counts_text(best)}"
    body = [paragraph(markup(cut(best.reason)), "small"), gap(3)] if best.reason else []
    if rows:
        body.append(table(columns, rows, padding=1.3, style="fine"))
    return section(
        say("Best fit: {name}", name=best.name), [*body, gap(3), *neutral, *others], note=note
    )


def _in_order(criteria: Iterable[Criterion]) -> list[Criterion]:
    def place(criterion: Criterion) -> tuple[int, int]:
        status = _STATUS_ORDER[criterion.counts_as or "unknown"]
        return status, _WEIGHT_ORDER.get(criterion.weight, 3)

    return sorted(criteria, key=place)


def _open(criteria: Iterable[Criterion]) -> Iterator[str]:
    listed = _listed(c for c in criteria if c.counts_as == "unknown" and not is_row(c))
    if listed:
        yield f"{bold(say('Unknown, of minor weight: '))}{markup(listed)}."


def _neutral(criteria: Iterable[Criterion]) -> Iterator[str]:
    """What would speak against but does not hold, or is not known: it counts nowhere."""
    against = [c for c in criteria if c.counts_as is None]
    parts = [
        f"{italic(words)} {markup(listed)}."
        for status, words in (
            ("not_met", say("does not hold:")),
            ("unknown", say("not known:")),
        )
        if (listed := _listed(c for c in against if c.status == status))
    ]
    if parts:
        yield f"{bold(say('Would speak against, '))}{' '.join(parts)}"


def _listed(criteria: Iterable[Criterion]) -> str:
    """Criteria in one line; where none of the sources says so, with what it rests on."""
    told = (
        c.text
        if c.statements or c.references or not c.basis
        else f"{c.text} [{basis_text(c.basis)}]"
        for c in criteria
    )
    return cut("; ".join(told), 3000)


def _criterion_row(criterion: Criterion) -> list[Flow | str]:
    status = criterion.counts_as or "unknown"
    is_against = criterion.polarity == "against"
    word = say("Against") if is_against else say(_STATUS[status])
    text = say("Speaks against: {text}", text=criterion.text) if is_against else criterion.text
    weight = f" ({say(_WEIGHTS[criterion.weight])})" if criterion.weight in _WEIGHTS else ""
    found = evidence(criterion.because)
    return [
        status_sign(status),
        {"met": bold, "not_met": markup, "unknown": italic}[status](word),
        markup(cut(text)) + quiet(weight),
        markup(cut(found)) if found else italic(say("nothing recorded")),
        grounds(criterion.statements, criterion.references, criterion.basis),
    ]


def status_sign(status: Status) -> Drawing:
    """Met, not met or unknown as a shape: filled with a tick, ring with a cross, dashed ring."""
    size = 9.0
    sign = canvas(size, size)
    middle = (size / 2, size / 2 - 1)
    if status == "unknown":
        disk(sign, middle, 3.8, fill="unkbg", line="unk", width=0.9, dash=(1.6, 1.3))
        return sign
    x, y = middle
    if status == "met":
        disk(sign, middle, 4.2, fill="ok", line="ok", width=0.5)
        tick = [(x - 2, y), (x - 0.6, y - 1.6), (x + 2.1, y + 1.6)]
        polyline(sign, tick, paint="surface", width=1.1)
        return sign
    disk(sign, middle, 3.9, fill="surface", line="ink2", width=0.9)
    for turn in (1, -1):
        cross = [(x - 1.5, y - 1.5 * turn), (x + 1.5, y + 1.5 * turn)]
        polyline(sign, cross, paint="ink2", width=0.9)
    return sign


def _others(assessment: Assessment, best: Candidate | None) -> Iterator[str]:
    """The other candidates in one paragraph: the near ones with reason, the rest by name."""
    others = [c for c in assessment.differential if c is not best]
    near = [c for c in others if c.standing in ("established", "probable", "possible")]
    excluded = [f"{c.name}{_reason(c)}" for c in others if c.standing == "excluded"]
    far = [c for c in others if c.standing == "unlikely"]
    open_ones = _run_together(c.name for c in far if not _is_judged(c))
    unlikely = _run_together(c.name for c in far if _is_judged(c))
    parts = [
        "; ".join(f"{c.name}, {say(c.standing)}{_reason(c)}" for c in near),
        say("unlikely on what is recorded: {names}", names=unlikely) if unlikely else "",
        say("nothing recorded for or against: {names}", names=open_ones) if open_ones else "",
        say("excluded: {names}", names="; ".join(excluded)) if excluded else "",
    ]
    listed = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in parts if part)
    if listed:
        yield f"{bold(say('Also considered: '))}{markup(listed)}."


def _is_judged(candidate: Candidate) -> bool:
    """True where anything recorded speaks for or against it: unknown is not unlikely."""
    return any(criterion.status == "met" for criterion in candidate.criteria)


def _run_together(names: Iterable[str]) -> str:
    """The names with one disorder's causes run together: ``Disorder (a, b); Other``."""
    causes: dict[str, list[str]] = {}
    for name in names:
        disorder, _, cause = name.partition(": ")
        causes.setdefault(disorder, []).append(cause)
    return "; ".join(
        f"{disorder} ({', '.join(own)})" if any(own) else disorder
        for disorder, own in causes.items()
    )


def _reason(candidate: Candidate) -> str:
    return f" ({candidate.reason.rstrip('.')})" if candidate.reason else ""
