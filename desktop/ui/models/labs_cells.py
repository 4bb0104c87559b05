"""What a cell of the laboratory grid says: text, flag, warnings, and words for the ear. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from desktop.charts.figures import figure, unit_text
from desktop.charts.readings import read_result
from desktop.domain.analytes import Quantity, analyte_named, converted, quantity_of
from desktop.domain.checks import check
from desktop.domain.language import mark, say
from desktop.measures.intervals import judge_value
from desktop.measures.verdicts import verdict_of
from desktop.ui.models.labs_targets import side_of, target_at
from desktop.ui.models.labs_words import spoken_unit

if TYPE_CHECKING:
    from desktop.charts.readings import Reading
    from desktop.domain.case import Case
    from desktop.domain.records import LabResult
    from desktop.measures.values import DerivedValue, Judgement
    from desktop.ui.models.labs_columns import Column
    from desktop.ui.models.labs_rows import Row
    from desktop.ui.models.labs_targets import Side

Kind = Literal["empty", "value", "words", "pending", "not_measured", "draft"]

NOT_MEASURED = "·"
CONFIRMED = "Confirmed:"
"""How the reason for an unusual value begins in the note; the same in every language."""

_FLAG_WORDS = {
    "H": mark("high"),
    "L": mark("low"),
    "HH": mark("far above range"),
    "LL": mark("far below range"),
    "(H)": mark("borderline high, laboratories differ"),
    "(L)": mark("borderline low, laboratories differ"),
}
_LETTERS = {"high": "H", "low": "L"}
_REPORTED = {"high": mark("high"), "low": mark("low"), "normal": mark("normal")}
_MARKS = (
    ("fasting", "yes", "f", mark("fasting")),
    ("fasting", "no", "", mark("not fasting")),
    ("hemolyzed", "yes", "h", mark("hemolyzed")),
    ("on_binder", "yes", "b", mark("on phosphate binder")),
    ("dialysis", "before", "d", mark("before dialysis")),
    ("dialysis", "after", "d", mark("after dialysis")),
    ("dialysis", "between", "d", mark("between dialysis sessions")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell for people.

    ``text`` is what is painted, ``flag`` H, L, HH, LL, (H), (L) or nothing, ``marks`` the
    letters of what was noted about the sample. ``side`` tells a value outside the patient's
    own target. ``problem`` is why a draft is not stored, ``warning`` what is unusual about a
    stored value and not confirmed. ``spoken`` says all of it but the time.
    """

    kind: Kind = "empty"
    text: str = ""
    flag: str = ""
    marks: str = ""
    side: Side = ""
    problem: str = ""
    warning: str = ""
    spoken: str = ""
    number: float | None = None
    is_calculated: bool = False

    @property
    def needs_a_look(self) -> bool:
        """True where F8 stops."""
        return bool(self.problem or self.warning)


EMPTY = CellView()


def result_cell(case: Case, row: Row, lab: LabResult) -> CellView:
    """The cell of an entered result in the unit of its row, judged for the age at sampling."""
    state = lab.state.strip()
    if state == "pending":
        return CellView(kind="pending", text=say("pending"), spoken=say("pending, no result yet"))
    if state == "not_measured":
        return CellView(kind="not_measured", text=NOT_MEASURED, spoken=say("not measured"))
    reading = read_result(case, lab, unit=row.unit)
    warning = warning_on(lab)
    marks = "".join(dict.fromkeys(letter for letter, _ in marks_on(lab) if letter))
    if not reading.has_number:
        words = say(_REPORTED.get(lab.flag.strip(), lab.flag.strip() or mark("no number")))
        said = say("{words}, reported without a number", words=words)
        return CellView(kind="words", text=words, marks=marks, warning=warning, spoken=said)
    flag = flag_of(reading.judgement, quantity_of(lab), lab.analyte)
    side = _side(case, row, lab.when, reading.quantity)
    cell = CellView(
        kind="value",
        text=reading.text,
        flag=flag,
        marks=marks,
        side=side,
        warning=warning,
        number=reading.quantity.value if reading.quantity else None,
    )
    return replace(cell, spoken=_spoken(cell, _unit_said(reading, row), marks_on(lab)))


def _unit_said(reading: Reading, row: Row) -> str:
    """The unit in words; a value that could not be converted tells its own in its text."""
    return spoken_unit(row.unit) if reading.quantity is not None else ""


def _side(case: Case, row: Row, when: str, quantity: Quantity | None) -> Side:
    if not case.targets:
        return ""
    return side_of(quantity, target_at(case, row.analyte, when))


def _spoken(cell: CellView, unit: str, marks: list[tuple[str, str]]) -> str:
    parts = [f"{cell.text} {unit}".strip()]
    if cell.flag:
        parts.append(say(_FLAG_WORDS[cell.flag]))
    if cell.side:
        parts.append(side_words(cell.side))
    parts += [words for _, words in marks]
    if cell.is_calculated:
        parts.append(say("calculated"))
    if cell.warning:
        parts.append(say("unusual: {warning}", warning=cell.warning))
    return ", ".join(parts)


def side_words(side: Side) -> str:
    """``above own target`` or ``below own target``."""
    return say("above own target") if side == "above" else say("below own target")


def flag_of(judgement: Judgement, quantity: Quantity | None, analyte: str) -> str:
    """H or L; doubled where the value also lies beyond the limits that ask for confirmation.

    In brackets where laboratories differ on it. The limits of the doubled flag are those of
    the vocabulary (``query_low``, ``query_high``); they are no list of a laboratory's critical
    values.
    """
    letter = _LETTERS.get(judgement.verdict, "")
    if quantity is None:
        return letter
    if judgement.verdict == "borderline" and judgement.interval is not None:
        limits = judgement.interval.low, judgement.interval.high
        beyond = _LETTERS.get(verdict_of(quantity, *limits), "")
        return f"({beyond})" if beyond and quantity.unit == judgement.interval.unit else ""
    return letter * 2 if letter and _is_far(analyte, quantity, letter) else letter


def _is_far(cell: str, quantity: Quantity, letter: str) -> bool:
    analyte = analyte_named(cell)
    known = converted(quantity, analyte, analyte.unit) if analyte else None
    if analyte is None or known is None:
        return False
    low, high = analyte.query
    return known.value > high if letter == "H" else known.value < low


def marks_on(lab: LabResult) -> list[tuple[str, str]]:
    """What was noted about the sample: the letter that is painted, and the words."""
    return [
        (letter, say(words))
        for name, value, letter, words in _MARKS
        if getattr(lab, name).strip() == value
    ]


@lru_cache(maxsize=16384)
def warning_on(lab: LabResult) -> str:
    """What is unusual about a stored result; empty where nothing is, or it was confirmed."""
    if CONFIRMED in lab.note:
        return ""
    found = [problem for problem in check(lab) if problem.level == "warning"]
    return "; ".join(f"{problem.value}: {problem.rule}" for problem in found)


def calculated_cell(case: Case, row: Row, value: DerivedValue) -> CellView:
    """The cell of a computed value; its range is that of the same method."""
    analyte = analyte_named(row.analyte)
    own = Quantity(value.value, value.unit, value.comparator)
    shown = converted(own, analyte, row.unit) if analyte else None
    quantity = shown or own
    unit = "" if shown else f" {unit_text(value.unit)}"
    judgement = judge_value(value, row.analyte, case)
    cell = CellView(
        kind="value",
        text=f"{value.comparator}{_rounded(quantity.value)}{unit}",
        flag=flag_of(judgement, own, row.analyte),
        side=_side(case, row, value.when, quantity),
        number=quantity.value,
        is_calculated=True,
    )
    return replace(cell, spoken=_spoken(cell, spoken_unit(quantity.unit), []))


def _rounded(value: float) -> str:
    """Three significant digits, whole numbers from 100 on."""
    return figure(value)


def draft_cell(text: str, problem: str) -> CellView:
    """A text that is not stored, with the reason."""
    said = say("{text}, not saved: {problem}", text=text, problem=problem)
    return CellView(kind="draft", text=text, problem=problem, spoken=said)


def spoken_cell(row: Row, column: Column, view: CellView) -> str:
    """A cell as screen readers say it: test, value with unit, verdict, day."""
    said = view.spoken or say("empty")
    return say("{test} {value}, {time}", test=row.name, value=said, time=column.spoken)
