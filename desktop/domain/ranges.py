"""A registry's own reference ranges: the value, and the rules that a row of them must keep.

They stand between the range printed with a result and the built-in table. A row holds for
one sex or both, from an age (inclusive) to an age (exclusive), and for one method if it
names one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain.analytes import (
    Quantity,
    analyte_named,
    conversion,
    converted,
    is_loinc,
    number,
    unit_of,
)
from desktop.domain.language import say
from desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.analytes import Analyte

OLDEST_YEARS = 150.0
"""Where a range without an upper age ends: no patient is older."""

COLUMNS = (
    "analyte",
    "sex",
    "age_low_years",
    "age_high_years",
    "low",
    "high",
    "unit",
    "method",
    "source",
)
"""The columns of the table of ranges, in the order in which they are written."""

REQUIRED = ("analyte", "unit")
"""The columns without which a file cannot be a table of ranges."""

_SEXES = {"": "", "both": "", "female": "female", "male": "male"}
_METHOD_BOUND = frozenset({"tmp_gfr"})
"""Analytes whose methods differ so much that a range without a method means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRange:
    """One range that the registry sets for an analyte (its vocabulary key).

    ``sex`` is ``female``, ``male`` or ``''`` for both; ages in years, the lower one
    inclusive, the upper one exclusive. A limit may be None (open), not both. ``unit`` is one
    of the analyte's units. With a ``method`` the range holds only for results whose method
    or specimen names it.
    """

    analyte: str
    unit: str
    sex: str = ""
    age_low_years: float = 0.0
    age_high_years: float = OLDEST_YEARS
    low: float | None = None
    high: float | None = None
    method: str = ""
    source: str = ""

    def overlaps(self, other: RegistryRange) -> bool:
        """True where both would hold for one result, so that neither can be chosen."""
        return (
            self.analyte == other.analyte
            and self.method.casefold() == other.method.casefold()
            and (not self.sex or not other.sex or self.sex == other.sex)
            and self.age_low_years < other.age_high_years
            and other.age_low_years < self.age_high_years
        )


def read_range(cells: Mapping[str, str]) -> RegistryRange | tuple[Problem, ...]:
    """The range that the cells of one row state, or everything that is wrong with the row."""
    found = {name: cells.get(name, "").strip() for name in COLUMNS}
    problems = tuple(_problems(found))
    analyte = analyte_named(found["analyte"])
    if problems or analyte is None:
        return problems
    age_high = number(found["age_high_years"])
    return RegistryRange(
        analyte=analyte.key,
        unit=unit_of(analyte, found["unit"]) or found["unit"],
        sex=_SEXES[found["sex"]],
        age_low_years=number(found["age_low_years"]) or 0.0,
        age_high_years=OLDEST_YEARS if age_high is None else age_high,
        low=number(found["low"]),
        high=number(found["high"]),
        method=found["method"],
        source=found["source"],
    )


def _problems(found: Mapping[str, str]) -> Iterator[Problem]:
    analyte = analyte_named(found["analyte"])
    if analyte is None:
        rule = say("no analyte of the vocabulary")
        if is_loinc(found["analyte"]):
            rule = say("the vocabulary lacks this LOINC code")
        yield _wrong(found, "analyte", rule, say("a key or LOINC code of the list of analytes"))
    else:
        yield from _unit_problems(found, analyte)
        if analyte.key in _METHOD_BOUND and not found["method"]:
            rule = say("ranges of different methods must not be mixed up")
            yield _wrong(found, "method", rule, say("Kenny-Glen or direct"))
    if found["sex"] not in _SEXES:
        yield _wrong(
            found, "sex", say("no such choice"), say("female, male, both, or empty for both")
        )
    yield from _age_problems(found)
    yield from _limit_problems(found, analyte)


def _unit_problems(found: Mapping[str, str], analyte: Analyte) -> Iterator[Problem]:
    units = [unit for unit in analyte.units if conversion(analyte, unit)]
    if unit_of(analyte, found["unit"]) not in units:
        rule = say("no unit of {analyte}", analyte=analyte.label)
        yield _wrong(found, "unit", rule, ", ".join(units))


def _age_problems(found: Mapping[str, str]) -> Iterator[Problem]:
    for name in ("age_low_years", "age_high_years"):
        age = number(found[name])
        if found[name] and (age is None or not 0 <= age <= OLDEST_YEARS):
            accepted = say("years from 0 to {oldest}, or empty", oldest=f"{OLDEST_YEARS:g}")
            yield _wrong(found, name, say("not an age"), accepted)
            return
    high = number(found["age_high_years"])
    if (number(found["age_low_years"]) or 0.0) >= (OLDEST_YEARS if high is None else high):
        accepted = say("an age above age_low_years; it is the first one outside the range")
        yield _wrong(found, "age_high_years", say("the ages leave nobody"), accepted)


def _limit_problems(found: Mapping[str, str], analyte: Analyte | None) -> Iterator[Problem]:
    for name in ("low", "high"):
        if found[name] and number(found[name]) is None:
            accepted = say("a number with . as decimal mark, or empty")
            yield _wrong(found, name, say("not a number"), accepted)
            return
    low, high = number(found["low"]), number(found["high"])
    if low is None and high is None:
        yield _wrong(found, "low", say("a range needs a limit"), say("low, high or both"))
    elif low is not None and high is not None and low >= high:
        rule, accepted = (
            say("the upper limit is not above the lower"),
            say("above {low}", low=f"{low:g}"),
        )
        yield _wrong(found, "high", rule, accepted)
    elif analyte is not None:
        yield from _plausibility(found, analyte)


def _plausibility(found: Mapping[str, str], analyte: Analyte) -> Iterator[Problem]:
    """A limit that no result can reach is a slip of the unit or of the decimal mark."""
    unit, least = unit_of(analyte, found["unit"]), analyte.plausible[0]
    for name in ("low", "high"):
        limit = number(found[name])
        if unit is None or limit is None:
            continue
        canonical = converted(Quantity(limit, unit), analyte, analyte.unit)
        if canonical and limit and not least <= canonical.value <= analyte.plausible[1]:
            accepted = say(
                "{low} to {high} {unit}",
                low=f"{least:g}",
                high=f"{analyte.plausible[1]:g}",
                unit=analyte.unit,
            )
            rule = say("not plausible for {analyte}", analyte=analyte.label)
            yield _wrong(found, name, rule, accepted)


def _wrong(found: Mapping[str, str], column: str, rule: str, accepted: str) -> Problem:
    return Problem("error", column, found[column], rule, accepted)


def first_overlap(ranges: Sequence[RegistryRange]) -> tuple[int, int] | None:
    """The places of two ranges that would hold for one result; None where there are none."""
    for (one, first), (other, second) in combinations(enumerate(ranges), 2):
        if first.overlaps(second):
            return one, other
    return None


def cells_of(one: RegistryRange) -> dict[str, str]:
    """The range as the cells of a row, which ``read_range`` reads back as the same range."""
    return {
        "analyte": one.analyte,
        "sex": one.sex or "both",
        "age_low_years": _shown(one.age_low_years),
        "age_high_years": "" if one.age_high_years == OLDEST_YEARS else _shown(one.age_high_years),
        "low": _shown(one.low),
        "high": _shown(one.high),
        "unit": one.unit,
        "method": one.method,
        "source": one.source,
    }


def _shown(limit: float | None) -> str:
    return "" if limit is None else repr(limit).removesuffix(".0")
