"""A laboratory result read for showing: its number in one unit, its time, its verdict and range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import range_text, value_text
from desktop.charts.spec import Point
from desktop.domain.analytes import Quantity, analyte_named, converted, quantity_of
from desktop.domain.language import say
from desktop.domain.when import parse_when, shown
from desktop.measures.intervals import judge

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.domain.when import Span
    from desktop.measures.values import Judgement

FLAGS = {"high": "H", "low": "L"}
"""The letters for results out of range."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One result in the unit of its chart or table row.

    ``quantity`` is None for a flag alone and for a unit that cannot be converted, ``text``
    is the value with its comparator (empty for a flag alone), ``low`` and ``high`` are the
    limits of the range that was used, in the same unit.
    """

    lab: LabResult
    quantity: Quantity | None
    text: str
    span: Span | None
    judgement: Judgement
    low: float | None
    high: float | None

    @property
    def when(self) -> str:
        """The time for people."""
        return shown(parse_when(self.lab.when))

    @property
    def flag(self) -> str:
        """``H``, ``L`` or nothing."""
        return FLAGS.get(self.judgement.verdict, "")

    @property
    def has_number(self) -> bool:
        """True unless the result is a flag alone."""
        return bool(self.text)

    @property
    def range_text(self) -> str:
        """The range that was used, ``3.1–4.7``; empty where none was."""
        return range_text(self.low, self.high)

    @property
    def verdict_text(self) -> str:
        """The verdict in words; a result that could not be judged says why."""
        return {
            "high": say("high"),
            "low": say("low"),
            "normal": say("within range"),
            "borderline": say("borderline, laboratories differ"),
            "unknown": say("not judged ({reason})", reason=self.judgement.reason),
        }[self.judgement.verdict]


def read_result(case: Case, lab: LabResult, *, unit: str) -> Reading:
    """One result read in ``unit``, judged by the range for the age at sampling."""
    entered, analyte = quantity_of(lab), analyte_named(lab.analyte)
    if entered is None or (analyte is None and entered.unit != unit):
        quantity = None
    else:
        quantity = converted(entered, analyte, unit) if analyte else entered
    text = value_text(lab.value, entered, unit, lab.analyte) if entered else ""
    judgement = judge(lab, case)
    low, high = limits_in(judgement, lab.analyte, unit)
    return Reading(lab, quantity, text, case.place(lab.when), judgement, low, high)


def limits_in(judgement: Judgement, analyte: str, unit: str) -> tuple[float | None, float | None]:
    """The limits of the range that a judgement used, in ``unit``; None where open or unknown."""
    interval, known = judgement.interval, analyte_named(analyte)
    if interval is None:
        return None, None
    if interval.unit == unit:
        return interval.low, interval.high
    if known is None:
        return None, None
    low, high = (
        None if limit is None else converted(Quantity(limit, interval.unit), known, unit)
        for limit in (interval.low, interval.high)
    )
    return (low.value if low else None), (high.value if high else None)


def point_of(result: Reading, test: str, unit: str, *, is_end: bool) -> Point:
    """A result on a chart: filled where it lies outside its range, labeled at the ends.

    Only results with a number and a place on the axis are drawn.
    """
    assert result.quantity is not None  # noqa: S101 - see above
    assert result.span is not None  # noqa: S101 - see above
    is_labeled = is_end or bool(result.quantity.comparator)
    return Point(
        x=result.span.middle,
        y=result.quantity.value,
        record=result.lab.id,
        is_filled=result.judgement.verdict in ("high", "low"),
        half_width=result.span.width / 2,
        text=result.text if is_labeled else "",
        flag=result.flag if is_labeled else "",
        spoken=say(
            "{test} {value} {unit}, {verdict}, {when}",
            test=test,
            value=result.text,
            unit=unit,
            verdict=result.verdict_text,
            when=result.when,
        ),
    )
