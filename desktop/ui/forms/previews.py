"""What the form of a result shows beside the fields while one types: the verdict. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import range_text, unit_text
from desktop.domain import records as r
from desktop.domain.analytes import analyte_label, quantity_of
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge
from desktop.ui.forms.words import choice_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.case import Case
    from desktop.measures.values import Judgement

_ORIGINS = {
    "laboratory": mark("laboratory"),
    "registry": mark("registry"),
    "built-in": mark("built-in"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a preview, with the role of its label."""

    text: str
    role: str = ""


def preview(record: r.Record, case: Case) -> tuple[Line, ...]:
    """What can be said about a record that is being typed."""
    make = _PREVIEWS.get(type(record))
    return make(record, case) if make else ()


def has_preview(table: str) -> bool:
    """True for the kinds of record that have something to say."""
    return table == "labs"


def _lab(lab: r.LabResult, case: Case) -> tuple[Line, ...]:
    if not lab.analyte:
        return ()
    lines = [Line(analyte_label(lab.analyte), "strong")]
    if lab.state:
        lines.append(Line(choice_name("state", lab.state), "unknown"))
    elif quantity_of(lab) or lab.flag:
        lines += _verdict(judge(lab, case))
    earlier = [other for other in case.labs_of(lab.analyte) if other.id != lab.id]
    if earlier:
        last = earlier[-1]
        told = (
            f"{last.comparator}{last.value} {unit_text(last.unit)}" if last.value else _flag(last)
        )
        when = shown(parse_when(last.when))
        lines.append(Line(say("Last: {result}, {when}", result=told.strip(), when=when), "hint"))
    else:
        lines.append(Line(say("The first result of this test."), "hint"))
    return tuple(lines)


def _flag(lab: r.LabResult) -> str:
    return choice_name("flag", lab.flag).lower() if lab.flag else ""


def _verdict(judgement: Judgement) -> list[Line]:
    words = {
        "high": Line(say("High  H"), "flag"),
        "low": Line(say("Low  L"), "flag"),
        "normal": Line(say("Within the range"), "ok"),
        "borderline": Line(say("Borderline: depends on the laboratory"), "warning"),
        "unknown": Line(say("Cannot be judged"), "unknown"),
    }
    lines = [words[judgement.verdict]]
    if used := judgement.interval:
        limits = f"{range_text(used.low, used.high)} {unit_text(used.unit)}"
        whom = f", {used.applies_to}" if used.applies_to else ""
        told = say(
            "Range {limits} ({origin})", limits=limits, origin=f"{say(_ORIGINS[used.origin])}{whom}"
        )
        lines.append(Line(told, "hint"))
    elif judgement.reason:
        lines.append(Line(judgement.reason, "hint"))
    return lines


_PREVIEWS: dict[type[r.Record], Callable[..., tuple[Line, ...]]] = {
    r.LabResult: _lab,
}
