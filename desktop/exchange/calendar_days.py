"""Dates as other people write them, brought to ISO; an order that cannot be known is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from desktop.domain.language import mark, say
from desktop.domain.when import NotATime, parse_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Order = Literal["", "dmy", "mdy", "ymd", "1900", "1904"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd", "1900", "1904")
"""What ``--dates`` may say: the order of day, month and year, or the epoch of Excel's numbers."""

ORDER_WORDS: Mapping[str, str] = {
    "dmy": mark("day, month, year"),
    "mdy": mark("month, day, year"),
    "ymd": mark("year, month, day"),
    "1900": mark("Excel numbers since 1900"),
    "1904": mark("Excel numbers since 1904"),
}
"""The same in words; to be said."""

_CLOCK = r"(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?"
_NUMERIC = re.compile(rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_CLOCK}", re.ASCII)
_NAMED = re.compile(rf"(\d{{1,2}})[-. /]*([^\W\d_]{{3,10}})\.?[-. /,]*(\d{{4}}|\d{{2}}){_CLOCK}")
_NAMED_FIRST = re.compile(rf"([^\W\d_]{{3,10}})\.? (\d{{1,2}}),? (\d{{4}}){_CLOCK}")
_MONTH_YEAR = re.compile(r"(?:(\d{1,2})[./]|([^\W\d_]{3,10})\.?[ -])(\d{4})")
_SERIAL = re.compile(r"(\d{4,6})(\.\d+)?", re.ASCII)
_COMPACT = re.compile(r"((?:18|19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MONTHS = (
    "jan january januar enero ene janvier janv gennaio gen janeiro januari",
    "feb february februar febrero février fevrier févr fevr febbraio fevereiro fev februari",
    "mar march märz maerz mrz marzo mars março marco maart mrt",
    "apr april abril abr avril avr aprile",
    "may mai mayo maggio mag maio mei",
    "jun june juni junio juin giugno giu junho",
    "jul july juli julio juillet juil luglio lug julho",
    "aug august agosto ago août aout augustus",
    "sep sept september septiembre septembre settembre set setembro",
    "oct october oktober okt octubre octobre ottobre ott outubro out",
    "nov november noviembre novembre novembro",
    "dec december dezember dez diciembre dic décembre decembre déc dicembre dezembro",
)
_MONTH_BY_NAME = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_EPOCHS = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the dates of a table show together.

    ``order`` is empty where nothing had to be decided or nothing decides it; then ``doubt``
    tells which, with a cell as example.
    """

    order: Order = ""
    doubt: str = ""
    example: str = ""


@dataclass(slots=True)
class OrderSeeker:
    """Looks at date cells one by one and remembers only what they prove."""

    first_is_day: str = ""
    second_is_day: str = ""
    undecided: str = ""
    serial: str = ""
    others: int = 0
    serials: int = 0

    def see(self, cells: Iterable[str]) -> None:
        """Take the cells of one column in; what is no numeric date is passed over."""
        for cell in cells:
            if text := cell.strip():
                self._see(text)

    def _see(self, text: str) -> None:
        if _SERIAL.fullmatch(text) and not _is_year(text):
            self.serials += 1
            self.serial = self.serial or text
            return
        self.others += 1
        found = _NUMERIC.fullmatch(text)
        if found is None or len(found[1]) > 2:
            return
        first, second = int(found[1]), int(found[3])
        if 12 < first <= 31:
            self.first_is_day = self.first_is_day or text
        elif 12 < second <= 31:
            self.second_is_day = self.second_is_day or text
        elif first != second and found[2] == ".":
            # No country writes the month first with points.
            self.first_is_day = self.first_is_day or text
        elif first != second:
            self.undecided = self.undecided or text

    def evidence(self) -> Evidence:
        """What was proved, or what is in doubt."""
        if self.serials > self.others:
            return Evidence(doubt="epoch", example=self.serial)
        if self.first_is_day and self.second_is_day:
            return Evidence(doubt="mixed", example=f"{self.first_is_day}, {self.second_is_day}")
        if self.first_is_day:
            return Evidence("dmy")
        if self.second_is_day:
            return Evidence("mdy")
        return Evidence(doubt="order", example=self.undecided) if self.undecided else Evidence()


def _is_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in {"18", "19", "20"}


def iso_of(cell: str, order: Order, *, is_birth: bool = False) -> str | None:
    """The time in a cell as FORMATS writes it; None for what is no time in this order.

    An ISO time or an age comes back as it is. Two digits of a year mean 2000 to 2049 or
    1950 to 1999, and nothing at all for a date of birth.
    """
    text = cell.strip()
    if _is_iso(text):
        return cell
    found = (
        _serial(text, order)
        or _compact(text)
        or _numeric(text, order, is_birth=is_birth)
        or _named(text, is_birth=is_birth)
        or _month_year(text)
    )
    return found if found and _is_iso(found) else None


def _is_iso(text: str) -> bool:
    try:
        parse_when(text)
    except NotATime:
        return False
    return True


def _serial(text: str, order: Order) -> str:
    found = _SERIAL.fullmatch(text)
    if found is None or order not in _EPOCHS:
        return ""
    days = int(found[1])
    if order == "1900" and days <= 60:
        return ""  # before Excel's 29 February 1900, which never was
    day = _EPOCHS[order] + timedelta(days=days)
    minutes = round(float(found[2] or 0) * 1440)
    if not minutes:
        return day.isoformat()
    day += timedelta(days=minutes // 1440)
    return f"{day.isoformat()}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}"


def _compact(text: str) -> str:
    found = _COMPACT.fullmatch(text)
    return "-".join(found.groups()) if found else ""


def _numeric(text: str, order: Order, *, is_birth: bool) -> str:
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return ""
    first, second, third = found[1], found[3], found[4]
    if len(first) == 4 or order == "ymd":
        year, month, day = first, second, third
    elif order == "dmy" or (order == "" and first.zfill(2) == second.zfill(2)):
        day, month, year = first, second, third
    elif order == "mdy":
        month, day, year = first, second, third
    else:
        return ""
    return _joined(year, month, day, found.groups()[4:], is_birth=is_birth)


def _named(text: str, *, is_birth: bool) -> str:
    if found := _NAMED.fullmatch(text):
        day, name, year = found[1], found[2], found[3]
    elif found := _NAMED_FIRST.fullmatch(text):
        name, day, year = found[1], found[2], found[3]
    else:
        return ""
    month = _MONTH_BY_NAME.get(name.casefold())
    if month is None:
        return ""
    return _joined(year, str(month), day, found.groups()[3:], is_birth=is_birth)


def _month_year(text: str) -> str:
    found = _MONTH_YEAR.fullmatch(text)
    if found is None:
        return ""
    month = int(found[1]) if found[1] else _MONTH_BY_NAME.get(found[2].casefold(), 0)
    return f"{found[3]}-{month:02d}"


def _joined(
    year: str, month: str, day: str, clock: tuple[str | None, ...], *, is_birth: bool
) -> str:
    if len(year) == 2 and not is_birth:
        year = f"{'20' if int(year) < 50 else '19'}{year}"
    if len(year) != 4 or len(day) > 2:
        return ""
    return f"{year}-{int(month):02d}-{int(day):02d}{_time(clock)}"


def _time(clock: tuple[str | None, ...]) -> str:
    hour, minute, second, half = clock
    if hour is None or minute is None:
        return ""
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half.casefold() == "p" else 0)
    if hours == 0 and int(minute) == 0 and not int(second or 0):
        return ""  # a spreadsheet's midnight is no time
    return f"T{hours:02d}:{minute}" + (f":{second}" if second else "")


def question(evidence: Evidence) -> tuple[str, str]:
    """What to ask about dates in doubt: the fact, and what to answer."""
    if evidence.doubt == "epoch":
        return (
            say(
                "Dates stand as numbers ({example}), which Excel counts from 1900 or from 1904.",
                example=evidence.example,
            ),
            say("Say which with --dates 1900 (usual) or --dates 1904 (older Mac files)."),
        )
    if evidence.doubt == "mixed":
        return (
            say("Days and months stand in both orders ({example}).", example=evidence.example),
            say(
                "Say which order is right with --dates dmy or --dates mdy; other rows are refused."
            ),
        )
    return (
        say(
            "The order of day and month cannot be known: {example} may be either.",
            example=evidence.example,
        ),
        say("Say it with --dates dmy, --dates mdy or --dates ymd."),
    )
