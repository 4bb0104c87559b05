"""What the guidance advises: the plan beside the recorded treatment, and what to watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.timeline import treatment_text
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.guidance.sources import labels
from desktop.reports.sources import NO_SOURCE, basis_text
from desktop.reports.style import WIDTH, bold, italic, markup, quiet
from desktop.reports.tables import Column, cut, gap, grid, paragraph, section, table
from desktop.reports.wording import because_text, brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import Treatment
    from desktop.guidance.assessment import (
        Advice,
        Assessment,
        Monitoring,
        NextTest,
    )
    from desktop.reports.tables import Flow

_PERIODS = {
    "D": (mark("every day"), mark("every {n} days")),
    "W": (mark("every week"), mark("every {n} weeks")),
    "M": (mark("every month"), mark("every {n} months")),
    "Y": (mark("every year"), mark("every {n} years")),
}


def plan_section(assessment: Assessment) -> list[Flow]:
    """The items of the plan with ground and source, then what is superseded, then next tests."""
    current = [item for item in assessment.management if not item.superseded_by]
    common = _common([item.because for item in current])
    body: list[Flow] = []
    if common:
        reasons = f"{bold(say('Advice because of: '))}{markup(cut(brief(common, 2)))}."
        body += [paragraph(reasons, "small"), gap(3)]
    if current:
        rows = [_advice_row(item, is_told=bool(common)) for item in current]
        body += [table(_plan_columns(), rows, padding=1.3, style="fine"), gap(3)]
    body += [paragraph(line, "small") for line in _below_plan(assessment)]
    if not body:
        body.append(paragraph(italic(say("The guidance has no advice for this record."))))
    return section(say("Plan"), body, note=say("to consider"))


def _plan_columns() -> tuple[Column, ...]:
    return (
        Column(say("Action"), 86),
        Column(say("Advice"), WIDTH - 86 - 128),
        Column(say("Ground [source]"), 128),
    )


def _common(reasons: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The reasons that all items share: said once, above them."""
    if not reasons:
        return ()
    return tuple(reason for reason in reasons[0] if all(reason in other for other in reasons))


def _advice_row(item: Advice, *, is_told: bool) -> list[Flow | str]:
    """One item; its first reason is told here where no reason is told for all."""
    because = "" if is_told else because_text(item.because)
    return [
        bold(_action(item)),
        markup(cut(item.text)) + quiet(cut(because)),
        _strength(item),
    ]


def _action(item: Advice) -> str:
    name = item.action.replace("_", " ")
    return name[:1].upper() + name[1:]


def _strength(item: Advice) -> str:
    """The level of evidence with the sources; a basis that only repeats the level is left out."""
    if item.basis == item.strength and not (item.statements or item.references):
        return markup(item.strength)
    return markup(item.strength) + quiet(_cited(item) or f" [{NO_SOURCE}]")


def _below_plan(assessment: Assessment) -> Iterator[str]:
    superseded = [item for item in assessment.management if item.superseded_by]
    if superseded:
        listed = " ".join(
            f"{_action(item)}{_cited(item)}: {item.superseded_by}" for item in superseded
        )
        yield f"{bold(say('Superseded, not to plan on: '))}{markup(cut(listed))}"
    first, *others = assessment.next_tests or (None,)
    if first is not None:
        changes = "; ".join(first.changes) or first.why.rstrip(".")
        text = markup(cut(first.text)) + quiet(f" {cut(changes)}." if changes else "")
        yield f"{bold(say('Next test: '))}{text}{quiet(_cited(first))}"
    if others:
        listed = "; ".join(f"{test.test or test.text.rstrip('.')}{_cited(test)}" for test in others)
        yield f"{bold(say('Then: '))}{markup(cut(listed))}."


def _cited(item: Advice | NextTest) -> str:
    listed = ", ".join(labels((*item.statements, *item.references))) or basis_text(item.basis)
    return f" [{listed}]" if listed else ""


def treatment_lines(case: Case) -> list[Flow]:
    """All recorded treatments, dated or not, as they stand in the record; a line for each."""
    if not case.treatments:
        return [paragraph(italic(say("No treatment recorded.")), "small")]
    ordered = sorted(case.treatments, key=lambda t: case.order(t.start_when))
    return [gap(2), *(paragraph(_treatment(treatment), "small") for treatment in ordered)]


def _treatment(treatment: Treatment) -> str:
    response = treatment.response.replace("_", " ")
    parts = [
        say(
            "{start} to {end}",
            start=_time(treatment.start_when, say("start not recorded")),
            end=_time(treatment.stop_when, say("no end recorded")),
        ),
        markup(say("response {response}", response=say(response)))
        if response
        else italic(say("response not recorded")),
        markup(cut(treatment.note, 400)) if treatment.note.strip() else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{bold(cut(treatment_text(treatment), 300))}: {told}"


def _time(cell: str, missing: str) -> str:
    when = parse_when(cell)
    return markup(shown(when)) if when else italic(missing)


def monitoring_section(assessment: Assessment) -> list[Flow]:
    """What to watch, when due, how often and when last; and what the record lacks."""
    body: list[Flow] = []
    if assessment.monitoring:
        lines = [paragraph(_monitored(item), "small") for item in assessment.monitoring]
        half = (len(lines) + 1) // 2
        columns = [lines[:half], lines[half:]]
        body.append(
            grid(
                [columns],
                [WIDTH / 2, WIDTH / 2],
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (0, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                    ("TOPPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ],
            )
        )
    else:
        nothing = say("The guidance names nothing to watch for this record.")
        body.append(paragraph(italic(nothing), "small"))
    if assessment.missing:
        listed = "; ".join(text.rstrip(".") for text in assessment.missing)
        missing = f"{bold(say('Missing from the record: '))}{markup(cut(listed, 3000))}."
        body += [gap(3), paragraph(missing, "small")]
    by_opinion = all(item.is_expert_opinion for item in assessment.monitoring)
    usual = say("due, how often, last")
    note = say("due, how often, last; intervals by expert opinion") if by_opinion else usual
    return section(say("Monitoring"), body, note=note if assessment.monitoring else "", keep=True)


def _monitored(item: Monitoring) -> str:
    """``Name: overdue since …, every 3 months, last … [source]``; what is overdue is bold."""
    name = markup(cut(item.what.replace("_", " "), 200))
    lead = f"{name}: {_due(item)}"
    last = f", {say('last {day}', day=_time(item.last, ''))}" if item.last else ""
    # A panel is dated by the parts that were measured; its text names those that never were.
    lacking = item.text.partition("Never recorded: ")[2].rstrip(".")
    never = italic(f", {say('never recorded: {names}', names=lacking)}") if lacking else ""
    listed = ", ".join(labels((*item.statements, *item.references)))
    return (
        (f"<b>{lead}</b>" if item.is_overdue else lead)
        + f", {markup(period_text(item.every))}{last}{never}"
        + quiet(f" [{listed or basis_text(item.basis) or NO_SOURCE}]")
    )


def _due(item: Monitoring) -> str:
    if not item.due:
        return italic(say("no dated record"))
    day = _time(item.due, "")
    return say("overdue since {day}", day=day) if item.is_overdue else say("due {day}", day=day)


def period_text(duration: str) -> str:
    """An ISO 8601 duration in words: ``P3M`` is ``every 3 months``; anything else as it came."""
    number, unit = duration[1:-1], duration[-1:]
    if not duration.startswith("P") or not number.isdigit() or unit not in _PERIODS:
        return duration
    one, many = _PERIODS[unit]
    return say(one) if int(number) == 1 else say(many, n=int(number))
