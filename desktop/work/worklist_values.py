"""The numbers of the worklist: growing masses, results outside a patient's own target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.figures import unit_text, volume_text
from desktop.domain.analytes import (
    Quantity,
    analyte_named,
    canonical_quantity,
    converted,
    number,
    quantity_of,
    unit_of,
)
from desktop.domain.language import say
from desktop.domain.terms import place_label
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge
from desktop.measures.series import last_series
from desktop.measures.verdicts import verdict_of
from desktop.measures.wording import method_words, name_of
from desktop.work.worklist import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.case import Case
    from desktop.domain.records import LabResult, Target
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import DerivedValue, MassGrowth

PHOSPHATE = "serum_phosphate"
SHOWN_POINTS = 8


def phosphate_trend(case: Case) -> Item:
    """The last phosphate results as a series, with the range of the newest."""
    points: list[tuple[float, float]] = []
    newest: LabResult | None = None
    for lab in case.labs_of(PHOSPHATE):
        quantity, span = canonical_quantity(lab), case.place(lab.when)
        if quantity is not None and span is not None and not quantity.comparator:
            points.append((span.middle, quantity.value))
            newest = lab
    interval = judge(newest, case).interval if newest else None
    analyte = analyte_named(PHOSPHATE)
    low, high = None, None
    if interval is not None and analyte is not None and interval.unit == analyte.unit:
        low, high = interval.low, interval.high
    return Item(
        patient=case.patient.id,
        key="",
        kind="target",
        urgency="missing",
        text="",
        series_name=name_of(PHOSPHATE),
        series=tuple(points[-SHOWN_POINTS:]),
        low=low,
        high=high,
    )


def growing(dossier: Dossier) -> Iterator[Item]:
    """A row for each mass that grows beyond the doubt of its measurements."""
    case, derived = dossier.case, dossier.derived
    for growth in derived.mass_growth:
        if growth.state != "growing":
            continue
        sized = [value for value in derived.mass_volume if value.mass_id == growth.mass_id]
        gone = [m.when for m in case.measurements_of(growth.mass_id) if m.not_detectable.strip()]
        points = last_series(case, growth.mass_id, volumes=sized, gone=gone).points
        if points:
            first, last = (_when_of(sized, point.day, case) for point in (points[0], points[-1]))
            series = tuple((point.day, point.volume_ml) for point in points)
            yield _growing_item(case, growth, (first, last), series)


def _when_of(sized: Sequence[DerivedValue], day: float, case: Case) -> str:
    for value in sized:
        span = case.place(value.when)
        if span is not None and span.middle == day:
            return value.when
    return ""


def _growing_item(
    case: Case,
    growth: MassGrowth,
    times: tuple[str, str],
    series: tuple[tuple[float, float], ...],
) -> Item:
    mass = next((one for one in case.masses if one.mass_id == growth.mass_id), None)
    place = place_label(mass.site, mass.side).lower() if mass else ""
    begun, now = volume_text(series[0][1]), volume_text(series[-1][1])
    rate, both = growth.percent_per_year, growth.ci95_percent_per_year
    told = say(
        "{begun} to {now} mL since {when}, {n} values.",
        begun=begun,
        now=now,
        when=shown(parse_when(times[0])),
        n=growth.n,
    )
    why = ""
    if rate is not None and both is not None:
        why = say(
            "{rate} % a year (95 % CI {low} to {high} %), {method}.",
            rate=f"{rate:+.0f}",
            low=f"{both[0]:+.0f}",
            high=f"{both[1]:+.0f}",
            method=method_words(growth.method),
        )
    return Item(
        patient=case.patient.id,
        key=f"growing:{growth.mass_id}",
        kind="growing",
        urgency="review",
        text=say("{mass} growing, {place}", mass=growth.mass_id, place=place),
        detail=told,
        evidence=f"{growth.mass_id} {growth.n} {times[1]} {now}",
        value=now,
        unit="mL",
        when=times[1],
        rule=say("The 95 % interval of the yearly growth lies above 0."),
        because=tuple(part for part in (told, why) if part),
        step=say("Consider to measure again by the same modality."),
        opens=f"record:{mass.id}" if mass else "page:masses",
        series_name=growth.mass_id,
        series=series[-SHOWN_POINTS:],
    )


def off_target(case: Case) -> Iterator[Item]:
    """The newest result of an analyte against the patient's own target."""
    named = {_key(target.analyte) for target in case.targets}
    for key in sorted(named):
        labs = [lab for lab in case.labs_of(key) if quantity_of(lab) is not None]
        target = _target_at(case, key, labs[-1].when) if labs else None
        if target is None:
            continue
        made = _against(labs[-1], target)
        if made is not None:
            yield _target_item(case, labs[-1], made)


def _key(cell: str) -> str:
    analyte = analyte_named(cell)
    return analyte.key if analyte else cell.strip()


def _target_at(case: Case, key: str, when: str) -> Target | None:
    """The target that began last before a result; one without a time has always been in force."""
    span = case.place(when)
    begun = []
    for target in case.targets:
        start = case.place(target.from_when)
        first = start.first if start else float("-inf")
        if _key(target.analyte) == key and (span is None or first <= span.last):
            begun.append((first, target))
    return max(begun, key=lambda one: one[0])[1] if begun else None


def _against(lab: LabResult, target: Target) -> tuple[str, str] | None:
    """The side of the target on which a result lies, and the target in words; None within."""
    quantity, analyte = quantity_of(lab), analyte_named(lab.analyte)
    if quantity is None or analyte is None:
        return None
    limits: list[float | None] = []
    for cell in (target.low, target.high):
        value = number(cell)
        own = unit_of(analyte, target.unit) or target.unit.strip()
        if value is None:
            limits.append(None)
            continue
        made = converted(Quantity(value, own), analyte, quantity.unit)
        if made is None:
            return None
        limits.append(made.value)
    verdict = verdict_of(quantity, limits[0], limits[1])
    low, high = (cell.strip() or "…" for cell in (target.low, target.high))
    words = say("target {low} to {high} {unit}", low=low, high=high, unit=unit_text(target.unit))
    return (verdict, words) if verdict in ("low", "high") else None


def _target_item(case: Case, lab: LabResult, made: tuple[str, str]) -> Item:
    side, target = made
    name = name_of(lab.analyte)
    name = f"{name[:1].upper()}{name[1:]}"
    value = f"{lab.comparator}{lab.value}"
    text = (
        say("{analyte} above the patient’s own target", analyte=name)
        if side == "high"
        else say("{analyte} below the patient’s own target", analyte=name)
    )
    points = []
    for one in case.labs_of(_key(lab.analyte)):
        quantity, span = canonical_quantity(one), case.place(one.when)
        if quantity is not None and span is not None and not quantity.comparator:
            points.append((span.middle, quantity.value))
    told = f"{value} {unit_text(lab.unit)}, {shown(parse_when(lab.when))}"
    return Item(
        patient=case.patient.id,
        key=f"target:{_key(lab.analyte)}",
        kind="target",
        urgency="review",
        text=text,
        detail=say("{value}; {target}.", value=told, target=target),
        evidence=f"{lab.id} {value} {lab.unit} {target}",
        value=value,
        unit=unit_text(lab.unit),
        chip=say("Above target") if side == "high" else say("Below target"),
        when=lab.when,
        rule=say("The newest result lies outside the target set for this patient."),
        because=(told, target),
        opens=f"analyte:{_key(lab.analyte)}",
        series_name=name,
        series=tuple(points[-SHOWN_POINTS:]),
    )
