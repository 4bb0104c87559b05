"""Cells of a foreign table brought to the spelling of FORMATS, by what its columns prove."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from desktop.domain.analytes import NUMBER
from desktop.domain.columns import Cell
from desktop.domain.language import say
from desktop.domain.when import NotATime, parse_when
from desktop.exchange.asking import UNCLEAR_ORDER, Asked, Question
from desktop.exchange.calendar_days import ORDER_WORDS, ORDERS, OrderSeeker, iso_of, question
from desktop.exchange.limits import refused
from desktop.exchange.numerals import Mark, Numeral, mark_of, numeral, split_comparator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.domain.table import Table
    from desktop.exchange.calendar_days import Order

MARKS = ("point", "comma")
"""What ``--decimal`` may say."""
_NUMBERS = frozenset({Cell.NUMBER, Cell.SIZE})


@dataclass(slots=True)
class _ColumnEvidence:
    comma: bool = False
    point: bool = False
    plain: bool = False

    def see(self, cell: str) -> None:
        _, text = split_comparator(cell)
        if not text or text.isdigit():
            return
        mark, is_both = mark_of((text,))
        self.comma = self.comma or mark == "comma" or is_both
        self.point = self.point or mark == "point" or is_both
        self.plain = self.plain or ("." in text and bool(NUMBER.fullmatch(text)))

    @property
    def mark(self) -> Mark:
        if self.comma and not self.point:
            return "comma"
        return "point" if self.point and not self.comma else ""


@dataclass(slots=True)
class Spelling:
    """How one table spells times and numbers; ``table`` says which columns hold which.

    Attributes:
        dates: the order of dates, said or proved; empty while nothing had to be decided.
        is_ours: True for a table in our own columns, where a time or number that already
            stands in our spelling means that the others are faults, not another spelling.
    """

    table: Table
    is_ours: bool
    dates: Order = ""
    decimal: Mark = ""
    _seeker: OrderSeeker = field(default_factory=OrderSeeker)
    _marks: dict[str, _ColumnEvidence] = field(default_factory=dict)
    _iso: int = 0

    def times(self) -> frozenset[str]:
        """The columns that hold times."""
        return frozenset(c.name for c in self.table.columns if c.cell is Cell.WHEN)

    def numbers(self) -> frozenset[str]:
        """The columns that hold numbers."""
        return frozenset(c.name for c in self.table.columns if c.cell in _NUMBERS)

    def see(self, column: str, cells: Iterable[str]) -> None:
        """Take cells of one of our columns in as evidence."""
        if column in self.times():
            rest = []
            for cell in cells:
                if _is_time(cell):
                    self._iso += bool(cell.strip())
                else:
                    rest.append(cell)
            self._seeker.see(rest)
        elif column in self.numbers():
            evidence = self._marks.setdefault(column, _ColumnEvidence())
            for cell in cells:
                evidence.see(cell)

    def decide(self, path: Path) -> None:
        """Settle the order of dates; UserError where the user must be asked."""
        if self.dates or (self.is_ours and self._iso):
            return
        evidence = self._seeker.evidence()
        self.dates = evidence.order
        if evidence.doubt and not self._iso:
            what, remedy = question(evidence)
            choices = ("1900", "1904") if evidence.doubt == "epoch" else ("dmy", "mdy", "ymd")
            asked = Question(asks="dates", choices=choices, example=evidence.example)
            raise Asked(f"{path.name}: {what}", remedy=remedy, question=asked)

    @property
    def changes_nothing(self) -> bool:
        """True where every cell seen already stands in our spelling, or is a plain fault."""
        if self.dates or self.decimal:
            return False
        has_marks = any(one.comma and not one.plain for one in self._marks.values())
        return not has_marks and (self._iso > 0 or not self._seeker.others + self._seeker.serials)

    def time(self, column: str, cell: str) -> tuple[str, str]:
        """A time in our spelling, or the cell with the reason why it is none."""
        if not cell.strip() or (self.is_ours and self._iso and not self.dates):
            return cell, ""
        found = iso_of(cell, self.dates, is_birth=column == "birth_date")
        if found is not None:
            return found, ""
        if not self.dates:
            return cell, say(UNCLEAR_ORDER)
        order = say(ORDER_WORDS[self.dates])
        return cell, say("no such time, read as {order}", order=order)

    def number(self, column: str, cell: str) -> Numeral:
        """A number in our spelling, or the reason why it is none."""
        if self.decimal:
            return numeral(cell, self.decimal, is_said=True)
        evidence = self._marks.get(column)
        if self.is_ours and (evidence is None or evidence.plain):
            return Numeral(cell)
        return numeral(cell, evidence.mark if evidence else "")


def spelling_of(table: Table, *, is_ours: bool, dates: str, decimal: str) -> Spelling:
    """An empty spelling with what the user said; UserError for a word that says nothing."""
    if dates and dates not in ORDERS:
        what = say("There is no order of dates {order}.", order=dates)
        raise refused(what, remedy=say("Say one of {orders}.", orders=", ".join(ORDERS)))
    if decimal and decimal not in MARKS:
        what = say("There is no decimal mark {mark}.", mark=decimal)
        raise refused(what, remedy=say("Say one of {marks}.", marks=", ".join(MARKS)))
    return Spelling(table, is_ours, dates, cast("Mark", decimal))


def _is_time(cell: str) -> bool:
    try:
        parse_when(cell)
    except NotATime:
        return False
    return True


def padded(cells: Sequence[str], width: int) -> list[str]:
    """A row brought to the width of its header: spreadsheets leave empty cells out at its end."""
    row = list(cells[:width])
    return row + [""] * (width - len(row))
