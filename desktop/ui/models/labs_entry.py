"""Reading what is typed or pasted into a laboratory cell. No Qt.

What can mean two things is never guessed: it is asked back, and the text stays in the cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop.domain.analytes import Analyte, analyte_named, unit_of
from desktop.domain.language import say
from desktop.ui.forms.typed import NotReadable, typed_number, typed_when
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.records import LabResult

State = Literal["", "pending", "not_measured"]

_FLAGS = {"h": "high", "l": "low", "n": "normal", "high": "high", "low": "low", "normal": "normal"}
_STRONG = {"hh": "high", "ll": "low"}
_PENDING = {"pending", "p", "sent", "to follow"}
_NOT_MEASURED = {"·", ".", "nm", "not measured", "not done"}
_CELL = re.compile(
    r"\s*((?:<=|>=|[<>≤≥])?\s*[+\-\u2212]?[\d.,]+(?:[eE][+-]?\d+)?)\s*(.*?)\s*", re.DOTALL
)
_FLAG_END = re.compile(r"(?:^|.*?\s)\(?(HH|LL|[HLN])\)?", re.IGNORECASE | re.DOTALL)
_DATE_TIME = re.compile(r"(.+?)[\sT]+(\d{1,2}):(\d{2})", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The cells of a result that a text states; ``remark`` is what the cells cannot hold."""

    value: str = ""
    comparator: str = ""
    unit: str = ""
    flag: str = ""
    state: State = ""
    remark: str = ""

    @property
    def is_empty(self) -> bool:
        """True for a text that states nothing: the cell is to be cleared."""
        return not (self.value or self.flag or self.state)

    def on(self, lab: LabResult) -> LabResult:
        """The result with these cells; everything else of it stays."""
        note = lab.note
        if self.remark and self.remark not in note:
            note = f"{note}; {self.remark}" if note.strip() else self.remark
        return replace(
            lab,
            value=self.value,
            comparator=self.comparator,
            unit=self.unit,
            flag=self.flag,
            state=self.state,
            note=note,
        )


def read_entry(text: str, *, analyte: str, unit: str) -> Entry:
    """The result that a text states: ``<0,5``, ``5.1 H``, ``1.2 mmol/L``, ``pending``, ``·``.

    A number without a unit is in ``unit``. Digits stay as they were typed. Raises
    NotReadable with a sentence for the user: no number, two readings, a unit that does not
    belong to the test.
    """
    plain = text.strip()
    if not plain:
        return Entry()
    folded = plain.casefold()
    if folded in _PENDING:
        return Entry(state="pending")
    if folded in _NOT_MEASURED:
        return Entry(state="not_measured")
    if folded in _FLAGS:
        return Entry(flag=_FLAGS[folded])
    if folded in _STRONG:
        return Entry(flag=_STRONG[folded], remark=_reported_as(plain))
    return _read_number(plain, analyte_named(analyte), analyte=analyte, unit=unit)


def _read_number(plain: str, known: Analyte | None, *, analyte: str, unit: str) -> Entry:
    found = _CELL.fullmatch(plain)
    if found is None:
        message = say(
            "“{text}” is not a number. Type a number, pending, or a middle dot for not measured.",
            text=plain,
        )
        raise NotReadable(message)
    comparator, number = typed_number(found.group(1))
    rest, flag, remark = _without_flag(found.group(2), known)
    typed = _unit_typed(rest, known, analyte) if rest else unit
    if known is not None and not typed:
        message = say(
            "{number} has no unit. Accepted: {units}.",
            number=number,
            units=", ".join(known.units),
        )
        raise NotReadable(message)
    return Entry(value=number, comparator=comparator, unit=typed, flag=flag, remark=remark)


def _without_flag(rest: str, known: Analyte | None) -> tuple[str, str, str]:
    """The text behind a number without the letter of its flag, the flag, and a remark."""
    found = _FLAG_END.fullmatch(rest)
    if found is None or (known is not None and unit_of(known, rest)):
        return rest, "", ""
    letters = found.group(1)
    before = rest[: found.start(1)].rstrip(" (\t\n")
    folded = letters.casefold()
    if folded in _STRONG:
        return before, _STRONG[folded], _reported_as(letters.upper())
    return before, _FLAGS[folded], ""


def _reported_as(letters: str) -> str:
    return f"Reported as {letters.upper()}"  # stored in the note: the same in every language


def _unit_typed(text: str, known: Analyte | None, analyte: str) -> str:
    if known is None:
        if text[0].isdigit():  # "1 234" may be one number
            raise NotReadable(say("{text} holds two numbers. Type one.", text=text))
        return text
    own = unit_of(known, text)
    if own is None:
        message = say(
            "{unit} is not a unit of {test}. Accepted: {units}.",
            unit=text,
            test=test_name(analyte),
            units=", ".join(known.units),
        )
        raise NotReadable(message)
    return text


def typed_again(lab: LabResult, unit: str) -> str:
    """The text with which editing a result begins; read again it gives the same cells."""
    if lab.state.strip():
        return "pending" if lab.state.strip() == "pending" else "·"
    letter = {"high": "H", "low": "L", "normal": "N"}.get(lab.flag.strip(), "")
    number = f"{lab.comparator.strip()}{lab.value.strip()}"
    own = lab.unit.strip()
    shown_unit = own if number and own != unit else ""
    return " ".join(part for part in (number, shown_unit, letter) if part)


def read_time(text: str, today: date) -> str:
    """A time as a cell: dates, ages, ``t``, ``-2w``, ``3/2024``, a date with a clock time.

    Raises NotReadable with a sentence for the user.
    """
    plain = text.strip().replace("\N{NON-BREAKING HYPHEN}", "-")
    if not plain:
        raise NotReadable(say("A date is missing."))
    if (found := _DATE_TIME.fullmatch(plain)) and int(found[2]) < 24 and int(found[3]) < 60:
        day = typed_when(found[1], today)
        if len(day) == len("2021-03-04"):
            return f"{day}T{int(found[2]):02d}:{found[3]}"
    return typed_when(plain, today).strip()
