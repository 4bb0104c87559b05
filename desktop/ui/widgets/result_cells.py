"""What the six cells of the result strip say: value, unit, flag, date, range, earlier value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, figure, range_text, unit_text, volume_text
from desktop.charts.readings import FLAGS, limits_in, read_result
from desktop.domain.analytes import Quantity, analytes, converted
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge_value
from desktop.measures.masses import total_volume

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.readings import Reading
    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import Derived, DerivedValue, Judgement

NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCell:
    """One key result for people.

    ``value`` is a number with its comparator, or words (``is_words``) where there is none;
    ``details`` are short remarks, the most important first, ``explained`` everything at
    length for the tooltip and for screen readers.
    """

    key: str
    name: str
    tag: str = ""
    when: str = ""
    value: str = NOT_MEASURED
    unit: str = ""
    flag: str = ""
    is_words: bool = False
    details: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The cell as sentences."""
        value = " ".join(part for part in (self.value, self.unit) if part)
        verdict = {"H": ", high", "L": ", low"}.get(self.flag, "")
        when = f", {self.when}" if self.when else ""
        lines = self.explained or self.details
        return ". ".join((f"{self.name} {value}{verdict}{when}", *lines)) + "."


def result_cells(dossier: Dossier, units: str) -> tuple[ResultCell, ...]:
    """The six key results of a patient, in ``conventional`` or ``si`` units."""
    case, derived = dossier.case, dossier.derived
    return (
        _measured(case, "serum_phosphate", "Phosphate", units=units),
        _measured(case, "serum_calcium_total", "Calcium, total", units=units),
        _computed(
            case,
            "calcium_phosphate_product",
            "Ca × P",
            values=derived.calcium_phosphate_product,
            units=units,
        ),
        _measured(case, "1_25_oh2_vitamin_d", "1,25(OH)₂D", units=units),
        _computed(case, "tmp_gfr", "TmP/GFR", values=_used_forms(derived), units=units),
        _volume(case),
    )


def _used_forms(derived: Derived) -> tuple[DerivedValue, ...]:
    """TmP/GFR by the form that is used at each age; others are for comparison only."""
    return tuple(v for v in derived.tmp_gfr if not v.note.startswith("for comparison"))


def _measured(case: Case, key: str, name: str, *, units: str) -> ResultCell:
    analyte = analytes()[key]
    unit = display_unit(analyte, units)
    labs = case.labs_of(key)
    dated = [lab for lab in labs if case.place(lab.when) is not None]
    readings = [read_result(case, lab, unit=unit) for lab in (dated or labs)[-2:]]
    if not readings:
        return ResultCell(key=key, name=name, is_words=True)
    latest = readings[-1]
    earlier = readings[:-1]
    return _cell_of(key, name, latest, earlier=earlier, unit=unit)


def _cell_of(
    key: str, name: str, latest: Reading, *, earlier: Sequence[Reading], unit: str
) -> ResultCell:
    limits = _range_detail(latest.judgement, latest.range_text)
    was = _was(earlier, latest, unit=unit)
    base = ResultCell(key=key, name=name, when=latest.when)
    if not latest.has_number:
        word = latest.lab.flag.strip() or "no result"
        return replace(
            base,
            value=f"{word} (no number)",
            is_words=True,
            details=was[:1],
            explained=("Reported in words only", *was[1:]),
        )
    entered = f"Entered as {latest.lab.value} {unit_text(latest.lab.unit)}"
    return replace(
        base,
        value=latest.text,
        unit=unit_text(unit) if latest.quantity is not None else "",
        flag=latest.flag,
        details=(*limits[:1], *was[:1]),
        explained=(*limits[1:], *was[1:], entered),
    )


def _was(earlier: Sequence[Reading], latest: Reading, *, unit: str) -> tuple[str, ...]:
    """The value before the latest one, short and at length; none by another method."""
    if not earlier:
        return ()
    before = earlier[-1]
    methods = {before.lab.method.strip(), latest.lab.method.strip()} - {""}
    if len(methods) > 1:
        return ()
    text = before.text or f"{before.lab.flag} (no number)"
    shown_unit = unit_text(unit) if before.quantity is not None else ""
    flag = f" {before.flag}" if before.flag and before.text else ""
    return f"was {text}{flag}", f"Before: {text} {shown_unit}, {before.when}"


def _range_detail(judgement: Judgement, limits: str) -> tuple[str, ...]:
    interval = judgement.interval
    if interval is None or not limits:
        return ("no range", f"Not judged: {judgement.reason}") if judgement.reason else ()
    own = interval.origin == "laboratory"
    short = f"lab ref {limits}" if own else f"ref {limits}"
    if judgement.verdict == "borderline":
        short = f"borderline, {short}"
    whom = f", {interval.applies_to}" if interval.applies_to else ""
    origin = "The laboratory's own range" if own else f"Range: {interval.source}"
    return short, f"{origin}{whom}: {limits}"


def _computed(
    case: Case, key: str, name: str, *, values: Sequence[DerivedValue], units: str
) -> ResultCell:
    """The latest computed value, or the latest reported one where nothing newer is computed."""
    analyte = analytes()[key]
    unit = display_unit(analyte, units)
    placed = sorted(values, key=lambda value: case.order(value.when))
    placed = [v for v in placed if case.place(v.when) is not None] or placed
    reported = _measured(case, key, name, units=units)
    newest = case.labs_of(key)[-1:]
    if not placed or (newest and case.order(newest[0].when) > case.order(placed[-1].when)):
        tag = "reported" if newest else "calculated"
        return _tagged(reported, tag)
    return _derived_cell(case, analyte, placed, name=name, unit=unit)


def _tagged(cell: ResultCell, tag: str) -> ResultCell:
    if cell.value == NOT_MEASURED:
        reason = ("Its inputs were not measured at one time",)
        return replace(cell, tag=tag, value="not computable", explained=reason)
    return replace(cell, tag=tag)


def _derived_cell(
    case: Case, analyte: Analyte, values: Sequence[DerivedValue], *, name: str, unit: str
) -> ResultCell:
    latest = values[-1]
    judgement = judge_value(latest, analyte.key, case)
    limits = range_text(*limits_in(judgement, analyte.key, unit))
    short = (limits and f"ref {limits}") or ""
    same = [v for v in values[:-1] if v.method == latest.method]
    method = "" if analyte.key == "calcium_phosphate_product" else latest.method
    was = f"was {_in_unit(same[-1], analyte, unit)}" if same else ""
    before = f"Before: {_in_unit(same[-1], analyte, unit)} {unit_text(unit)}, " if same else ""
    before += shown(parse_when(same[-1].when)) if same else ""
    why = "" if limits else f"Not judged: {judgement.reason}" if judgement.reason else ""
    lines = (f"Method: {latest.method}", latest.formula, latest.note, why, before)
    return ResultCell(
        key=analyte.key,
        name=name,
        tag="calculated",
        when=shown(parse_when(latest.when)),
        value=f"{latest.comparator}{_in_unit(latest, analyte, unit)}",
        unit=unit_text(unit),
        flag=FLAGS.get(judgement.verdict, ""),
        details=tuple(part for part in (method, short, was) if part),
        explained=tuple(line for line in lines if line),
    )


def _in_unit(value: DerivedValue, analyte: Analyte, unit: str) -> str:
    quantity = converted(Quantity(value.value, value.unit), analyte, unit)
    return figure(quantity.value if quantity else value.value)


def _volume(case: Case) -> ResultCell:
    total = total_volume(case)
    cell = ResultCell(key="mass_volume", name="Total mass volume", is_words=True)
    if not total.masses:
        return replace(cell, value="no mass recorded")
    assessed = f"{total.assessed} of {total.masses} assessed"
    if total.value_ml is None:
        return replace(cell, details=(assessed,))
    when = shown(parse_when(total.when)) if total.when else ""
    return replace(
        cell,
        is_words=False,
        when=when,
        value=volume_text(total.value_ml),
        unit="mL",
        details=(assessed,),
        explained=(assessed, "Sum of the latest volume of each mass"),
    )
