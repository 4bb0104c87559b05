"""What the six cells of the result strip say: value, unit, flag, date, range, earlier value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts.figures import display_unit, figure, range_text, unit_text, volume_text
from desktop.charts.readings import FLAGS, limits_in, read_result
from desktop.domain.analytes import Quantity, analytes, converted
from desktop.domain.language import mark, say
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge_value
from desktop.measures.masses import total_volume
from desktop.measures.tubular import default_method
from desktop.measures.wording import method_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.readings import Reading
    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.guidance.dossier import Dossier
    from desktop.measures.values import Derived, DerivedValue, Judgement

NOT_MEASURED = mark("not measured")
_FLAG_WORDS = {"low": mark("low"), "normal": mark("normal"), "high": mark("high")}


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
    value: str = ""
    unit: str = ""
    flag: str = ""
    is_words: bool = False
    details: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The cell as sentences."""
        value = " ".join(part for part in (self.value, self.unit) if part)
        verdict = {"H": say("high"), "L": say("low")}.get(self.flag, "")
        told = ", ".join(part for part in (f"{self.name} {value}", verdict, self.when) if part)
        return ". ".join((told, *(self.explained or self.details))) + "."


def result_cells(dossier: Dossier, units: str) -> tuple[ResultCell, ...]:
    """The six key results of a patient, in ``conventional`` or ``si`` units."""
    case, derived = dossier.case, dossier.derived
    return (
        _measured(case, "serum_phosphate", say("Phosphate"), units=units),
        _measured(case, "serum_calcium_total", say("Calcium, total"), units=units),
        _computed(
            case,
            "calcium_phosphate_product",
            "Ca × P",
            values=derived.calcium_phosphate_product,
            units=units,
        ),
        _measured(case, "1_25_oh2_vitamin_d", "1,25(OH)₂D", units=units),
        _computed(case, "tmp_gfr", say("TmP/GFR"), values=_used_forms(case, derived), units=units),
        _volume(case),
    )


def _used_forms(case: Case, derived: Derived) -> tuple[DerivedValue, ...]:
    """TmP/GFR by the form that is used at each age; others are for comparison only."""
    return tuple(
        value for value in derived.tmp_gfr if default_method(case, value.when) in {"", value.method}
    )


def _measured(case: Case, key: str, name: str, *, units: str) -> ResultCell:
    analyte = analytes()[key]
    unit = display_unit(analyte, units)
    labs = case.labs_of(key)
    dated = [lab for lab in labs if case.place(lab.when) is not None]
    readings = [read_result(case, lab, unit=unit) for lab in (dated or labs)[-2:]]
    if not readings:
        return ResultCell(key=key, name=name, value=say(NOT_MEASURED), is_words=True)
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
        return replace(
            base,
            value=_no_number(latest),
            is_words=True,
            details=was[:1],
            explained=(say("Reported in words only"), *was[1:]),
        )
    entered = say(
        "Entered as {value} {unit}", value=latest.lab.value, unit=unit_text(latest.lab.unit)
    )
    return replace(
        base,
        value=latest.text,
        unit=unit_text(unit) if latest.quantity is not None else "",
        flag=latest.flag,
        details=(*limits[:1], *was[:1]),
        explained=(*limits[1:], *was[1:], entered),
    )


def _no_number(reading: Reading) -> str:
    """What stands in place of a number: the laboratory's own word."""
    flag = reading.lab.flag.strip()
    word = say(_FLAG_WORDS[flag]) if flag in _FLAG_WORDS else flag
    return say("{word} (no number)", word=word or say("no result"))


def _was(earlier: Sequence[Reading], latest: Reading, *, unit: str) -> tuple[str, ...]:
    """The value before the latest one, short and at length; none by another method."""
    if not earlier:
        return ()
    before = earlier[-1]
    methods = {before.lab.method.strip(), latest.lab.method.strip()} - {""}
    if len(methods) > 1:
        return ()
    text = before.text or _no_number(before)
    shown_unit = unit_text(unit) if before.quantity is not None else ""
    flag = f" {before.flag}" if before.flag and before.text else ""
    value = f"{text}{flag}"
    return (
        say("was {value}", value=value),
        say("Before: {value} {unit}, {when}", value=text, unit=shown_unit, when=before.when),
    )


def _range_detail(judgement: Judgement, limits: str) -> tuple[str, ...]:
    interval = judgement.interval
    if interval is None or not limits:
        return (say("no range"), _not_judged(judgement)) if judgement.reason else ()
    own = interval.origin == "laboratory"
    short = say("lab ref {limits}", limits=limits) if own else say("ref {limits}", limits=limits)
    if judgement.verdict == "borderline":
        short = say("borderline, {range}", range=short)
    whom = f", {interval.applies_to}" if interval.applies_to else ""
    ours = say("Range: {source}", source=interval.source)
    origin = say("The laboratory's own range") if own else ours
    return short, f"{origin}{whom}: {limits}"


def _not_judged(judgement: Judgement) -> str:
    return say("Not judged: {reason}", reason=judgement.reason)


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
        tag = say("reported") if newest else say("calculated")
        return _tagged(reported, tag)
    return _derived_cell(case, analyte, placed, name=name, unit=unit)


def _tagged(cell: ResultCell, tag: str) -> ResultCell:
    if cell.value == say(NOT_MEASURED):
        reason = (say("Its inputs were not measured at one time"),)
        return replace(cell, tag=tag, value=say("not computable"), explained=reason)
    return replace(cell, tag=tag)


def _derived_cell(
    case: Case, analyte: Analyte, values: Sequence[DerivedValue], *, name: str, unit: str
) -> ResultCell:
    latest = values[-1]
    judgement = judge_value(latest, analyte.key, case)
    limits = range_text(*limits_in(judgement, analyte.key, unit))
    short = say("ref {limits}", limits=limits) if limits else ""
    same = [v for v in values[:-1] if v.method == latest.method]
    method = "" if analyte.key == "calcium_phosphate_product" else method_words(latest.method)
    was, before = _before(same[-1], analyte, unit) if same else ("", "")
    why = _not_judged(judgement) if judgement.reason and not limits else ""
    how = say("Method: {method}", method=method_words(latest.method))
    lines = (how, latest.formula, latest.note, why, before)
    return ResultCell(
        key=analyte.key,
        name=name,
        tag=say("calculated"),
        when=shown(parse_when(latest.when)),
        value=f"{latest.comparator}{_in_unit(latest, analyte, unit)}",
        unit=unit_text(unit),
        flag=FLAGS.get(judgement.verdict, ""),
        details=tuple(part for part in (method, short, was) if part),
        explained=tuple(line for line in lines if line),
    )


def _before(value: DerivedValue, analyte: Analyte, unit: str) -> tuple[str, str]:
    """An earlier value by the same method, short and at length."""
    number, when = _in_unit(value, analyte, unit), shown(parse_when(value.when))
    return (
        say("was {value}", value=number),
        say("Before: {value} {unit}, {when}", value=number, unit=unit_text(unit), when=when),
    )


def _in_unit(value: DerivedValue, analyte: Analyte, unit: str) -> str:
    quantity = converted(Quantity(value.value, value.unit), analyte, unit)
    return figure(quantity.value if quantity else value.value)


def _volume(case: Case) -> ResultCell:
    total = total_volume(case)
    cell = ResultCell(key="mass_volume", name=say("Total mass volume"), is_words=True)
    if not total.masses:
        return replace(cell, value=say("no mass recorded"))
    assessed = say("{n} of {all} assessed", n=total.assessed, all=total.masses)
    if total.value_ml is None:
        return replace(cell, value=say(NOT_MEASURED), details=(assessed,))
    when = shown(parse_when(total.when)) if total.when else ""
    return replace(
        cell,
        is_words=False,
        when=when,
        value=volume_text(total.value_ml),
        unit="mL",
        details=(assessed,),
        explained=(assessed, say("Sum of the latest volume of each mass")),
    )
