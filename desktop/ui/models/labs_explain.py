"""Where a cell of the laboratory grid comes from, in sentences for tooltip and inspector. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.charts.figures import range_text, unit_text
from desktop.domain.analytes import analyte_named
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown, shown_day
from desktop.measures.intervals import judge, judge_value
from desktop.measures.wording import method_words
from desktop.ui.models.labs_cells import marks_on, side_words
from desktop.ui.models.labs_columns import time_of
from desktop.ui.models.labs_targets import target_at, target_text
from desktop.ui.models.labs_words import clock_of, test_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.db.past import Version
    from desktop.domain.records import LabResult
    from desktop.measures.values import DerivedValue, Judgement, ReferenceInterval
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_grid import Grid
    from desktop.ui.models.labs_rows import Row

_ORIGINS = {
    "laboratory": mark("the laboratory’s own range"),
    "registry": mark("the registry’s own range"),
    "built-in": mark("built-in range"),
}
_VERDICTS = {
    "high": mark("above range"),
    "low": mark("below range"),
    "normal": mark("within range"),
    "borderline": mark("borderline, laboratories differ"),
    "unknown": mark("not judged"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the inspector says of a cell: a bold title, and lines of detail."""

    title: str
    flag: str = ""
    lines: tuple[str, ...] = ()


def interval_words(interval: ReferenceInterval | None) -> str:
    """The range with its unit and where it comes from; says so where there is none."""
    if interval is None:
        return say("no range for this test and age")
    limits = range_text(interval.low, interval.high)
    origin = say(_ORIGINS[interval.origin])
    whom = f", {interval.applies_to}" if interval.applies_to else ""
    source = f" ({interval.source})" if interval.origin != "laboratory" else ""
    return say(
        "range {limits} {unit}{whom}, {origin}{source}",
        limits=limits,
        unit=unit_text(interval.unit),
        whom=whom,
        origin=origin,
        source=source,
    )


def range_tip(grid: Grid, row: Row) -> str:
    """The range of a row in words."""
    return interval_words(grid.interval(row)) if row.analyte else ""


def cell_tip(grid: Grid, row: Row, column: Column) -> str:
    """A cell in a few lines, for the tooltip; empty for an empty cell."""
    if draft := grid.drafts.get((row.key, column.key)):
        return say("Not saved. {problem}", problem=draft.problem)
    found = explain(grid, row, column)
    return "\n".join((found.title, *found.lines)) if found.lines else ""


def explain(grid: Grid, row: Row, column: Column) -> Explanation:
    """Everything about a cell but its history."""
    lab = grid.lab(row, column)
    if lab is not None:
        return _explain_result(grid, row, column, lab)
    values = grid.values(row, column)
    if values:
        return _explain_value(grid, row, column, values[-1])
    title = say("{test}, {time}", test=row.name, time=column.title)
    if row.kind == "calculated":
        why = grid.reason(row, column)
        return Explanation(
            title=title, lines=(say("Not calculated: {reason}", reason=why),) if why else ()
        )
    return Explanation(title=title)


def _explain_result(grid: Grid, row: Row, column: Column, lab: LabResult) -> Explanation:
    view = grid.view(row, column)
    shown_unit = unit_text(row.unit) if view.number is not None else ""
    title = " ".join(part for part in (row.name, view.text, shown_unit) if part)
    facts = [column.title, clock_of(lab.when), *(words for _, words in marks_on(lab))]
    if view.kind == "pending":
        sent = say("Sent {day}, no result yet", day=column.title)
        return Explanation(title=title, lines=(sent, *_notes(lab)))
    if view.kind == "not_measured":
        return Explanation(
            title=say("{test}, not measured", test=row.name), lines=(column.title, *_notes(lab))
        )
    judgement = judge(lab, grid.case)
    lines = [
        " · ".join(part for part in facts if part),
        _judged(judgement),
        *_target_lines(grid, row, lab.when, view.side),
        *_entered(row, lab),
        *_feeds(grid, lab),
        *_notes(lab),
    ]
    return Explanation(title=title, flag=view.flag, lines=tuple(line for line in lines if line))


def _judged(judgement: Judgement) -> str:
    verdict = say(_VERDICTS[judgement.verdict])
    if judgement.interval is None:
        return say("{verdict}: {reason}", verdict=verdict, reason=judgement.reason)
    return say("{verdict}: {range}", verdict=verdict, range=interval_words(judgement.interval))


def _target_lines(grid: Grid, row: Row, when: str, side: str) -> Iterator[str]:
    target = target_at(grid.case, row.analyte, when)
    text = target_text(target, row.unit)
    if not text:
        return
    unit = unit_text(row.unit)
    if side in ("above", "below"):
        said = side_words("above" if side == "above" else "below")
        yield say("{side} {target} {unit}", side=said, target=text, unit=unit)
    else:
        yield say("own target {target} {unit}", target=text, unit=unit)


def _entered(row: Row, lab: LabResult) -> Iterator[str]:
    analyte = analyte_named(lab.analyte)
    if lab.value.strip():
        text = f"{lab.comparator.strip()}{lab.value.strip()} {unit_text(lab.unit.strip())}".strip()
        if lab.unit.strip() != row.unit:
            yield say("entered as {value}", value=text)
    if analyte is not None and lab.analyte.strip() != analyte.key:
        yield say("entered under the code {code}", code=lab.analyte.strip())
    if lab.flag.strip():
        yield say("flagged by the laboratory: {flag}", flag=lab.flag.strip())
    if lab.method.strip():
        yield say("method {method}", method=lab.method.strip())
    if lab.specimen.strip():
        yield say("specimen {specimen}", specimen=lab.specimen.strip())


def _notes(lab: LabResult) -> Iterator[str]:
    if lab.note.strip():
        yield say("note: {note}", note=lab.note.strip())


def _feeds(grid: Grid, lab: LabResult) -> Iterator[str]:
    """What was computed with this result."""
    fed = [
        row.name
        for row in grid.rows
        if row.kind == "calculated" and any(lab.id in value.inputs for value in row.values)
    ]
    if fed:
        yield say("feeds {rows}", rows=", ".join(fed))


def _explain_value(grid: Grid, row: Row, column: Column, value: DerivedValue) -> Explanation:
    view = grid.view(row, column)
    title = f"{row.name} {view.text} {unit_text(row.unit)}"
    labs = {lab.id: lab for lab in grid.case.labs}
    inputs = [_input(labs[record]) for record in value.inputs if record in labs]
    lines = (
        value.formula,
        say("method {method}", method=method_words(value.method)),
        say("from {inputs}", inputs="; ".join(inputs)) if inputs else "",
        _judged(judge_value(value, row.analyte, grid.case)),
        *_target_lines(grid, row, value.when, view.side),
        value.note,
    )
    return Explanation(title=title, flag=view.flag, lines=tuple(line for line in lines if line))


def _input(lab: LabResult) -> str:
    value = f"{lab.comparator.strip()}{lab.value.strip()} {unit_text(lab.unit.strip())}".strip()
    when = shown(parse_when(time_of(lab)[:10] if clock_of(lab.when) else lab.when))
    return say("{test} {value}, {when}", test=test_name(lab.analyte), value=value, when=when)


def provenance(versions: Iterable[Version]) -> str:
    """Who entered a result, or which import brought it, and who changed it last.

    ``versions`` are its states, newest first.
    """
    found = list(versions)
    if not found:
        return say("Where it came from is not recorded.")
    first, last = found[-1], found[0]
    day = _day(first.at)
    if first.kind == "import":
        came = say("Imported {day} by {who} ({what})", day=day, who=first.who, what=first.what)
    else:
        came = say("Entered {day} by {who}", day=day, who=first.who)
    if first is last:
        return say("{came}, not edited.", came=came)
    changed = say("changed {day} by {who}", day=_day(last.at), who=last.who)
    return say("{came}, {changed}.", came=came, changed=changed)


def _day(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return f"{shown_day(moment.date())} {moment:%H:%M}"
