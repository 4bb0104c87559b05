"""Normal ranges and verdicts: the laboratory's own, then the registry's, then the built-in one.

The range is the one for the age at sampling. Where the age or the sex is not known well
enough to choose, a verdict is given only if every possible range gives the same one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.analytes import (
    Quantity,
    analyte_named,
    analytes,
    converted,
    number,
    quantity_of,
)
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.ages import OLDEST, age_in_years
from desktop.measures.bands import bands, panels, registry_bands
from desktop.measures.values import Judgement, ReferenceInterval
from desktop.measures.verdicts import agreed, opinion, verdict_of
from desktop.measures.wording import name_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.analytes import Analyte
    from desktop.domain.case import Case
    from desktop.domain.ranges import RegistryRange
    from desktop.domain.records import LabResult
    from desktop.measures.bands import Band, Panel
    from desktop.measures.values import DerivedValue, Verdict

_TMP_GFR_METHODS = ("kenny", "bijvoet", "payne")
_FLAGS: dict[str, Verdict] = {"low": "low", "normal": "normal", "high": "high"}


@dataclass(frozen=True, slots=True)
class AgeStep:
    """One step of a range by age: from ``age_low_days`` to before ``age_high_days``.

    A limit that the source leaves open is None.
    """

    age_low_days: float
    age_high_days: float
    low: float | None
    high: float | None
    source: str


def interval_for(lab: LabResult, case: Case) -> ReferenceInterval | None:
    """The normal range for one result, in the unit of the result where it has one.

    The laboratory's own printed range, else the registry's own, else the built-in one, for
    the analyte, the sex, the age at sampling and the method. None where no source has a
    range, and where age or sex leave more than one range open.
    """
    if own := _own_range(lab):
        return own
    analyte = analyte_named(lab.analyte)
    if analyte is None:
        return None
    quantity = quantity_of(lab)
    unit = quantity.unit if quantity else analyte.unit
    found = _panels_of(analyte, case, lab.when, method=lab.method, specimen=lab.specimen)
    return _single_range(found, unit)


def judge(lab: LabResult, case: Case) -> Judgement:
    """The verdict on one result, with the range used and the reason in words.

    In this order: the number against the laboratory's own range; the laboratory's flag,
    because it rests on that laboratory's range; the number against the registry's own range;
    the number against the built-in table.
    ``borderline`` means that the built-in sources disagree, so that it depends on the
    laboratory. A number outside what is plausible for the analyte is never judged.
    """
    quantity, flag = quantity_of(lab), _FLAGS.get(lab.flag.strip())
    if quantity is None:
        return _by_flag(flag, None, "")
    if own := _own_range(lab):
        return _against_own(quantity, own, flag)
    analyte = analyte_named(lab.analyte)
    if analyte is None:
        return _by_flag(flag, None, "an analyte that is not in the vocabulary")
    found = _against_table(
        quantity, analyte, case, lab.when, method=lab.method, specimen=lab.specimen
    )
    if flag is None or flag == found.verdict:
        return found
    if found.verdict in {"unknown", "borderline"}:
        return _by_flag(flag, found.interval, found.reason)
    origin = found.interval.origin if found.interval else "built-in"
    return _by_flag(flag, found.interval, f"the {origin} range differs: {found.reason}")


def judge_value(value: DerivedValue, analyte: str, case: Case) -> Judgement:
    """The verdict on a computed value by a range of the same method only.

    TmP/GFR has a built-in range for Kenny and Glen alone, none for the direct form; a
    registry's own range names its method. ``analyte`` is the vocabulary key. Raises KeyError
    for a key outside the vocabulary.
    """
    quantity = Quantity(value.value, value.unit, value.comparator)
    return _against_table(quantity, analytes()[analyte], case, value.when, method=value.method)


def steps(
    analyte: str, sex: str, unit: str, *, ranges: Iterable[RegistryRange] = ()
) -> tuple[AgeStep, ...]:
    """The range over the ages, oldest last, for charts; gaps are left out.

    ``ranges`` are the registry's own (``case.ranges``): where one holds for every method, it
    stands in place of the built-in one. ``unit`` is any unit of the analyte. For an unknown
    sex only ages are given at which both sexes have the same range. Empty for an analyte
    without ranges or a unit without a conversion. Raises KeyError for a key outside the
    vocabulary.
    """
    return _steps(analyte, sex, unit, tuple(one for one in ranges if one.analyte == analyte))


@lru_cache(maxsize=256)
def _steps(key: str, sex: str, unit: str, ranges: tuple[RegistryRange, ...]) -> tuple[AgeStep, ...]:
    analyte = analytes()[key]
    rows = (*registry_bands(ranges), *bands().get(key, ()))
    cuts = sorted({limit for row in rows for limit in (row.age_low, row.age_high)})
    found: list[AgeStep] = []
    for start, end in pairwise(cuts):
        interval = _single_range(
            panels(key, sex, first=start, last=start, ranges=ranges), analyte.unit
        )
        shown = _in_unit(interval, analyte, unit) if interval else None
        if shown is None:
            continue
        step = AgeStep(
            start * DAYS_PER_YEAR, end * DAYS_PER_YEAR, shown.low, shown.high, shown.source
        )
        found.append(step)
    return _merged(found)


def _merged(found: list[AgeStep]) -> tuple[AgeStep, ...]:
    merged: list[AgeStep] = []
    for step in found:
        before = merged[-1] if merged else None
        if before and before.age_high_days == step.age_low_days and _is_same(before, step):
            merged[-1] = AgeStep(
                before.age_low_days, step.age_high_days, step.low, step.high, step.source
            )
        else:
            merged.append(step)
    return tuple(merged)


def _is_same(one: AgeStep, other: AgeStep) -> bool:
    return (one.low, one.high, one.source) == (other.low, other.high, other.source)


def _own_range(lab: LabResult) -> ReferenceInterval | None:
    low, high = number(lab.ref_low), number(lab.ref_high)
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        return None
    quantity = quantity_of(lab)
    return ReferenceInterval(
        low=low,
        high=high,
        unit=quantity.unit if quantity else lab.unit.strip(),
        source="the laboratory's own range, as printed with the result",
        origin="laboratory",
    )


def _by_flag(flag: Verdict | None, interval: ReferenceInterval | None, why: str) -> Judgement:
    if flag is None:
        reason = why or "neither a number with a range nor a flag"
        return Judgement(verdict="unknown", interval=interval, reason=reason)
    reason = f"flagged {flag} by the laboratory or report"
    if why:
        reason += f"; {why}"
    return Judgement(verdict=flag, interval=None, reason=reason)


def _against_own(quantity: Quantity, own: ReferenceInterval, flag: Verdict | None) -> Judgement:
    verdict = verdict_of(quantity, own.low, own.high)
    if verdict == "unknown" and flag:
        why = "the comparator leaves it open against the printed range"
        return Judgement(
            verdict=flag, interval=own, reason=f"flagged {flag} by the laboratory; {why}"
        )
    reason = opinion(quantity, own.low, own.high, "the laboratory's own range")
    if flag and verdict != flag:
        reason += f"; the flag says {flag}: one of the two is a slip"
    return Judgement(verdict=verdict, interval=own, reason=reason)


def _against_table(
    quantity: Quantity,
    analyte: Analyte,
    case: Case,
    when: str,
    *,
    method: str = "",
    specimen: str = "",
) -> Judgement:
    canonical = converted(quantity, analyte, analyte.unit)
    if canonical is None:
        reason = f"{quantity.unit or 'a missing unit'} cannot be converted to {analyte.unit}"
        return Judgement(verdict="unknown", interval=None, reason=reason)
    low, high = analyte.plausible
    if not low <= canonical.value <= high:
        reason = (
            f"{plain(canonical.value)} {analyte.unit} lies outside {low:g} to {high:g}:"
            " not plausible, check unit and typing"
        )
        return Judgement(verdict="unknown", interval=None, reason=reason)
    found = _panels_of(analyte, case, when, method=method, specimen=specimen)
    if not all(found) and not _is_comparable(analyte, method):
        reason = "the built-in range was made by Kenny and Glen and holds for no other method"
        return Judgement(verdict="unknown", interval=None, reason=reason)
    verdict, why = agreed(canonical, found)
    if not analyte.query[0] <= canonical.value <= analyte.query[1]:
        why += f"; unusual for {name_of(analyte.key)}: confirm value, unit and fraction"
    if quantity.unit != canonical.unit:
        why = f"{plain(quantity.value)} {quantity.unit} = {why}"
    return Judgement(verdict=verdict, interval=_single_range(found, quantity.unit), reason=why)


def _is_comparable(analyte: Analyte, method: str) -> bool:
    if analyte.key != "tmp_gfr":
        return True
    text = method.casefold()
    return any(name in text for name in _TMP_GFR_METHODS)


def _panels_of(
    analyte: Analyte, case: Case, when: str, *, method: str, specimen: str
) -> tuple[Panel, ...]:
    ages = age_in_years(case, when) or _widest_age(case)
    return panels(
        analyte.key,
        case.patient.sex.strip(),
        first=ages[0],
        last=ages[1],
        assay=f"{method} {specimen}".strip(),
        ranges=case.ranges_of(analyte.key),
        with_built_in=_is_comparable(analyte, method),
    )


def _widest_age(case: Case) -> tuple[float, float]:
    """A result that is not dated was taken between birth and the day of looking."""
    today = age_in_years(case, case.as_of.isoformat())
    return 0.0, today[1] if today else OLDEST


def _single_range(found: tuple[Panel, ...], unit: str) -> ReferenceInterval | None:
    foremost: list[Band | None] = [panel[0] if panel else None for panel in found]
    first = foremost[0] if foremost else None
    if first is None or any(
        band is None or (band.low, band.high) != (first.low, first.high) for band in foremost
    ):
        return None
    interval = ReferenceInterval(
        low=first.low,
        high=first.high,
        unit=first.unit,
        source=first.source,
        origin=first.origin,
        applies_to=first.applies_to,
    )
    return _in_unit(interval, analytes()[first.analyte], unit) or interval


def _in_unit(interval: ReferenceInterval, analyte: Analyte, unit: str) -> ReferenceInterval | None:
    if interval.unit == unit:
        return interval
    limits: list[float | None] = []
    for limit in (interval.low, interval.high):
        shown = None if limit is None else converted(Quantity(limit, interval.unit), analyte, unit)
        if limit is not None and shown is None:
            return None
        limits.append(shown.value if shown else None)
    return ReferenceInterval(
        low=limits[0],
        high=limits[1],
        unit=unit,
        source=interval.source,
        origin=interval.origin,
        applies_to=interval.applies_to,
    )
