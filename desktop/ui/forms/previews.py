"""What a form shows beside the fields while one types: volume, change, verdict. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import percent, range_text, unit_text, volume_text
from desktop.domain import records as r
from desktop.domain.analytes import analyte_label, quantity_of
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge
from desktop.measures.values import DerivedValue, NotComputed
from desktop.measures.volumes import volume_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.case import Case
    from desktop.measures.values import Judgement

SLIP = 20.0
"""A volume so many times larger or smaller than the one before suggests cm typed as mm."""


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
    return table in {"labs", "mass_measurements"}


def _measurement(measured: r.MassMeasurement, case: Case) -> tuple[Line, ...]:
    if measured.not_detectable:
        return (
            Line("Not detectable", "number"),
            Line("Looked for and not found. This is not a volume of zero.", "hint"),
            *_last_seen(measured, case),
        )
    value = volume_of(measured)
    if isinstance(value, NotComputed):
        return (
            Line("Volume", "label"),
            Line("not computed yet", "unknown"),
            *_last_seen(measured, case),
        )
    lines = [
        Line(f"Volume: {value.formula.partition(' = ')[0]}", "label"),
        Line(f"{volume_text(value.value)} mL", "hero"),
    ]
    if value.note:
        lines.append(Line(f"{value.note[:1].upper()}{value.note[1:]}.", "warning"))
    return (*lines, *_change(measured, value, case))


def _earlier(measured: r.MassMeasurement, case: Case) -> list[r.MassMeasurement]:
    """The measurements of this mass before this one."""
    here = case.place(measured.when) if measured.when else None
    found = []
    for other in case.measurements_of(measured.mass_id):
        there = case.place(other.when)
        is_before = here is None or (there is not None and there.last <= here.first)
        if other.id != measured.id and is_before:
            found.append(other)
    return found


def _last_seen(measured: r.MassMeasurement, case: Case) -> tuple[Line, ...]:
    earlier = _earlier(measured, case)
    return (Line(f"Last: {_told(earlier[-1])}", "hint"),) if earlier else ()


def _told(measured: r.MassMeasurement) -> str:
    value = volume_of(measured)
    size = f"{volume_text(value.value)} mL" if isinstance(value, DerivedValue) else "no size"
    if measured.not_detectable:
        size = "not detectable"
    return f"{size}, {_method(measured)}, {shown(parse_when(measured.when))}"


def _method(measured: r.MassMeasurement) -> str:
    named = {"ct": "CT", "mri": "MRI", "": "method not recorded"}
    return named.get(measured.modality, measured.modality.replace("_", " "))


def _change(measured: r.MassMeasurement, value: DerivedValue, case: Case) -> tuple[Line, ...]:
    earlier = _earlier(measured, case)
    if not earlier:
        return (Line("The first measurement of this mass.", "hint"),)
    last = earlier[-1]
    before = volume_of(last)
    if not isinstance(before, DerivedValue):
        return (Line(f"Last: {_told(last)}", "hint"),)
    if before.method != value.method:
        told = Line(f"Last: {_told(last)}. Other method, so not compared.", "hint")
        same = _same_method(earlier[:-1], value)
        return (told, *_since(same, measured, value, case)) if same else (told,)
    return _since(last, measured, value, case)


def _same_method(earlier: list[r.MassMeasurement], value: DerivedValue) -> r.MassMeasurement | None:
    for other in reversed(earlier):
        before = volume_of(other)
        if isinstance(before, DerivedValue) and before.method == value.method:
            return other
    return None


def _since(
    last: r.MassMeasurement, measured: r.MassMeasurement, value: DerivedValue, case: Case
) -> tuple[Line, ...]:
    """The change since a measurement by the same method."""
    before = volume_of(last)
    assert isinstance(before, DerivedValue)  # noqa: S101 - chosen for its volume
    if cut := _excised_between(last, measured, case):
        since = f"Excised {shown(parse_when(cut.when))}, so not compared with {_told(last)}."
        return (Line(since, "hint"),)
    ratio = value.value / before.value
    change = Line(f"{percent((ratio - 1) * 100)} since {_told(last)}", "strong")
    if ratio > SLIP or ratio < 1 / SLIP:
        slip = f"{ratio:.3g} times the last volume. Are all sizes in mm?"
        return (change, Line(slip, "warning"))
    return (change,)


def _excised_between(
    last: r.MassMeasurement, now: r.MassMeasurement, case: Case
) -> r.Procedure | None:
    start, end = case.place(last.when), case.place(now.when)
    for done in case.procedures:
        cut = case.place(done.when)
        if done.kind != "excision" or done.mass_id != now.mass_id or cut is None:
            continue
        if (start is None or cut.last >= start.first) and (end is None or cut.first <= end.last):
            return done
    return None


def _lab(lab: r.LabResult, case: Case) -> tuple[Line, ...]:
    if not lab.analyte:
        return ()
    lines = [Line(analyte_label(lab.analyte), "strong")]
    if quantity_of(lab) or lab.flag:
        lines += _verdict(judge(lab, case))
    earlier = [other for other in case.labs_of(lab.analyte) if other.id != lab.id]
    if earlier:
        last = earlier[-1]
        told = f"{last.comparator}{last.value} {unit_text(last.unit)}" if last.value else last.flag
        lines.append(Line(f"Last: {told.strip()}, {shown(parse_when(last.when))}", "hint"))
    else:
        lines.append(Line("The first result of this test.", "hint"))
    return tuple(lines)


def _verdict(judgement: Judgement) -> list[Line]:
    words = {
        "high": Line("High  H", "flag"),
        "low": Line("Low  L", "flag"),
        "normal": Line("Within the range", "ok"),
        "borderline": Line("Borderline: depends on the laboratory", "warning"),
        "unknown": Line("Cannot be judged", "unknown"),
    }
    lines = [words[judgement.verdict]]
    if used := judgement.interval:
        limits = f"{range_text(used.low, used.high)} {unit_text(used.unit)}"
        whom = f", {used.applies_to}" if used.applies_to else ""
        lines.append(Line(f"Range {limits} ({used.origin}{whom})", "hint"))
    elif judgement.reason:
        lines.append(Line(judgement.reason, "hint"))
    return lines


_PREVIEWS: dict[type[r.Record], Callable[..., tuple[Line, ...]]] = {
    r.MassMeasurement: _measurement,
    r.LabResult: _lab,
}
