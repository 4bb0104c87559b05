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
    quantity_of,
)
from desktop.domain.language import language, say
from desktop.domain.when import DAYS_PER_YEAR
from desktop.measures.ages import OLDEST, age_in_years
from desktop.measures.bands import bands, panels, registry_bands
from desktop.measures.laboratory import against_own, by_flag, own_range
from desktop.measures.values import Judgement, ReferenceInterval
from desktop.measures.verdicts import agreed, agreed_verdict
from desktop.measures.wording import joined, name_of, plain

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
    if own := own_range(lab):
        return own
    analyte = analyte_named(lab.analyte)
    if analyte is None:
        return None
    quantity = quantity_of(lab)
    unit = quantity.unit if quantity else analyte.unit
    found = _panels_of(analyte, case, lab.when, method=lab.method, specimen=lab.specimen)
    return _single_range(found, unit, language())


def judge(lab: LabResult, case: Case, *, told: bool = True) -> Judgement:
    """The verdict on one result, with the range used and the reason in words.

    In this order: the number against the laboratory's own range; the laboratory's flag,
    because it rests on that laboratory's range; the number against the registry's own range;
    the number against the built-in table.
    ``borderline`` means that the built-in sources disagree, so that it depends on the
    laboratory. A number outside what is plausible for the analyte is never judged. Unless
    ``told``, the words of a comparison are left out, which takes half of the time.
    """
    quantity, flag = quantity_of(lab), _FLAGS.get(lab.flag.strip())
    if quantity is None:
        return by_flag(flag, None, "")
    if own := own_range(lab):
        return against_own(quantity, own, flag, told=told)
    analyte = analyte_named(lab.analyte)
    if analyte is None:
        return by_flag(flag, None, say("an analyte that is not in the vocabulary"))
    assay = (lab.method, lab.specimen)
    found = _against_table(quantity, analyte, case, lab.when, assay=assay, told=told)
    if flag is None or flag == found.verdict:
        return found
    if found.verdict in {"unknown", "borderline"}:
        return by_flag(flag, found.interval, found.reason)
    if found.interval and found.interval.origin == "registry":
        differs = say("the registry range differs: {reason}", reason=found.reason)
    else:
        differs = say("the built-in range differs: {reason}", reason=found.reason)
    return by_flag(flag, found.interval, differs)


def judge_value(value: DerivedValue, analyte: str, case: Case, *, told: bool = True) -> Judgement:
    """The verdict on a computed value by a range of the same method only.

    TmP/GFR has a built-in range for Kenny and Glen alone, none for the direct form; a
    registry's own range names its method. ``analyte`` is the vocabulary key. Raises KeyError
    for a key outside the vocabulary. ``told`` is that of ``judge``.
    """
    quantity = Quantity(value.value, value.unit, value.comparator)
    assay = (value.method, "")
    return _against_table(quantity, analytes()[analyte], case, value.when, assay=assay, told=told)


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
    return _steps(analyte, sex, unit, _of(analyte, ranges), language())


def _of(analyte: str, ranges: Iterable[RegistryRange]) -> tuple[RegistryRange, ...]:
    return tuple(one for one in ranges if one.analyte == analyte)


@lru_cache(maxsize=256)
def _steps(
    key: str, sex: str, unit: str, ranges: tuple[RegistryRange, ...], language_shown: str
) -> tuple[AgeStep, ...]:
    analyte = analytes()[key]
    rows = (*registry_bands(ranges), *bands().get(key, ()))
    cuts = sorted({limit for row in rows for limit in (row.age_low, row.age_high)})
    found: list[AgeStep] = []
    for start, end in pairwise(cuts):
        interval = _single_range(
            panels(key, sex, first=start, last=start, ranges=ranges), analyte.unit, language_shown
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


def _against_table(
    quantity: Quantity,
    analyte: Analyte,
    case: Case,
    when: str,
    *,
    assay: tuple[str, str],
    told: bool,
) -> Judgement:
    """``assay`` is method and specimen."""
    canonical = converted(quantity, analyte, analyte.unit)
    if canonical is None:
        unit = quantity.unit or say("a missing unit")
        reason = say("{unit} cannot be converted to {canonical}", unit=unit, canonical=analyte.unit)
        return Judgement(verdict="unknown", interval=None, reason=reason)
    low, high = analyte.plausible
    if not low <= canonical.value <= high:
        reason = say(
            "{value} {unit} lies outside {low} to {high}: not plausible, check unit and typing",
            value=plain(canonical.value),
            unit=analyte.unit,
            low=f"{low:g}",
            high=f"{high:g}",
        )
        return Judgement(verdict="unknown", interval=None, reason=reason)
    method, specimen = assay
    found = _panels_of(analyte, case, when, method=method, specimen=specimen)
    if not all(found) and not _is_comparable(analyte, method):
        reason = say("the built-in range was made by Kenny and Glen and holds for no other method")
        return Judgement(verdict="unknown", interval=None, reason=reason)
    interval = _single_range(found, quantity.unit, language())
    if not told:
        return Judgement(verdict=agreed_verdict(canonical, found), interval=interval, reason="")
    verdict, why = agreed(canonical, found)
    if not analyte.query[0] <= canonical.value <= analyte.query[1]:
        unusual = say(
            "unusual for {analyte}: confirm value, unit and fraction",
            analyte=name_of(analyte.key),
        )
        why = joined(why, unusual)
    if quantity.unit != canonical.unit:
        why = f"{plain(quantity.value)} {quantity.unit} = {why}"
    return Judgement(verdict=verdict, interval=interval, reason=why)


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
        ranges=case.ranges_of(analyte.key) if case.ranges else (),
        with_built_in=_is_comparable(analyte, method),
    )


def _widest_age(case: Case) -> tuple[float, float]:
    """A result that is not dated was taken between birth and the day of looking."""
    today = age_in_years(case, case.as_of.isoformat())
    return 0.0, today[1] if today else OLDEST


@lru_cache(maxsize=4096)
def _single_range(found: tuple[Panel, ...], unit: str, _language: str) -> ReferenceInterval | None:
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
        source=first.shown_source,
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
